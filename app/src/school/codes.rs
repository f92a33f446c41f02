//! Sign-in codes: for whom, and the sheet to print.

use kinfolio::field;
use kinfolio::id::PersonId;
use kinfolio::person::code::{self, Sheet};
use kinfolio::person::listing::{Group, Listed, Listing, Wanted};
use kinfolio::person::roster::Roster;
use kinfolio::policy::Action;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::code_sheet::{SheetFor, show_sheet};
use super::listing::{Finder, title, wanted, ways};
use super::people::signs_in_words;
use super::table::Notice;
use crate::asking::Asking;
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Back, Hidden, ProblemSummary};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place};

/// Where it is.
const HERE: &str = "/people/codes";

/// For whom.
pub async fn page(asking: Asking) -> Answer {
    asking.may_here(Action::RunSchool)?;
    choose(&asking, Form::default()).await
}

/// Makes the codes, and answers with the sheet. The same form sent again answers with the same sheet.
pub async fn make(asking: Asking, fields: Fields) -> Answer {
    let lead = asking.may_here(Action::RunSchool)?.clone();
    let sheet = Sheet::named(fields.get(field::SHEET)).ok_or(Refusal::Broken)?;
    asking.confirmed().await?;
    let mut tx = asking.write_again().await?;
    let people: Vec<PersonId> = if fields.get(field::FOR) == "everyone" {
        let roster = Roster::of(&mut tx, &lead.school_id, asking.now()).await?;
        roster.without_a_way_in().map(|member| member.person.id.clone()).collect()
    } else {
        fields.all_parsed(field::PERSON)
    };
    if people.is_empty() && fields.get(field::FOR) != "everyone" {
        drop(tx);
        let mut problems = Problems::default();
        problems.note(field::PERSON, Problem::Said(say_in!(asking.locale, people.codes_nobody)));
        return choose(&asking, Form::again(&fields.values, problems)).await;
    }
    code::make(&mut tx, &asking.services.secrets, &lead, &sheet, &people, asking.now()).await?;
    let slips = code::slips(&mut tx, &lead.school_id, &sheet).await?;
    tx.commit().await?;
    show_sheet(&asking, slips, ("/people", SheetFor::School)).await
}

async fn choose(asking: &Asking, form: Form) -> Answer {
    let viewer = asking.viewer()?;
    let wanted = wanted(asking);
    let listing = Listing::of(&mut asking.read().await?, &viewer.school_id, &wanted, asking.now()).await?;
    let zone = viewer.time_zone.clone();
    let open = !form.problems().is_empty() || asking.parts.uri.query().is_some();
    let page = Page::titled(say_in!(asking.locale, people.codes_title)).working().at(Place::People).with_form(form);
    Ok(asking
        .page(page, move || {
            let missing = listing.without_a_way_in;
            // A sheet a form: whichever of the two is sent, sending it again shows the same one.
            let everyone = if missing == 0 {
                view! { <p class="soft">{say!(people.codes_everyone_in)}</p> }.into_any()
            } else {
                view! {
                    <form method="post" action=HERE>
                        <Hidden name=field::SHEET value=Sheet::new_token()/>
                        <Hidden name=field::FOR value="everyone"/>
                        <p>{say!(people.codes_all, count = missing)}</p>
                        <div class="actions"><button class="btn btn--primary">{say!(people.codes_make)}</button></div>
                    </form>
                }
                .into_any()
            };
            view! {
                <Main>
                    <header>
                        <Back to="/people" words=say!(people.title)/>
                        <h1>{say!(people.codes_title)}</h1>
                        <p class="lead">{say!(people.codes_lead)}</p>
                    </header>
                    <ProblemSummary/>
                    <Notice kind="warning" title=say!(people.codes_once)><p>{say!(people.codes_once_do)}</p></Notice>
                    {everyone}
                    <details class="fold" open=open id="field-person">
                        <summary>{say!(people.codes_choose)}</summary>
                        <Finder to=HERE wanted=wanted.clone() is_empty=listing.sections.is_empty()/>
                        {ways(HERE, &wanted, &listing)}
                        <form method="post" action=HERE>
                            <Hidden name=field::SHEET value=Sheet::new_token()/>
                            <p class="hint">{say!(people.codes_choose_hint)}</p>
                            {choices(listing, &wanted, &zone)}
                            <div class="actions"><button class="btn">{say!(people.codes_make_chosen)}</button></div>
                        </form>
                    </details>
                </Main>
            }
        })
        .await)
}

/// Those of the page whom a code is something for, group by group.
fn choices(listing: Listing, wanted: &Wanted, zone: &str) -> impl IntoView + use<> {
    let form = use_context::<Form>().unwrap_or_default();
    let choice = |Listed { member, .. }: Listed| {
        let username = member.person.username.unwrap_or_default();
        let id = member.person.id.to_string();
        let checked = form.values().all(field::PERSON).any(|chosen| chosen == id);
        view! {
            <label class="choice">
                <input type="checkbox" name=field::PERSON.wire() value=id checked=checked/>
                <span>
                    <bdi>{member.person.name}</bdi> " "
                    <small><bdi>{username}</bdi> " · " {signs_in_words(member.signs_in, zone)}</small>
                </span>
            </label>
        }
    };
    let groups = listing.sections.into_iter().map(|part| {
        let title = match part.group {
            Group::Staff => say!(people.codes_others),
            group => title(&group, wanted),
        };
        let takes_one = part.people.into_iter().filter(|listed| listed.member.takes_a_code());
        (title, takes_one.map(choice).collect::<Vec<_>>())
    });
    groups
        .filter(|(_, choices)| !choices.is_empty())
        .map(|(group, choices)| {
            view! { <fieldset class="choices"><legend><bdi>{group}</bdi></legend>{choices}</fieldset> }
        })
        .collect::<Vec<_>>()
}
