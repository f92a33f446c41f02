//! Sign-in codes: for whom, and the sheet to print.

use http::StatusCode;
use kinfolio::id::PersonId;
use kinfolio::person::code::{self, Sheet, Slip};
use kinfolio::person::roster::{Member, Roster};
use kinfolio::policy::Action;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::people::signs_in_words;
use super::table::Notice;
use crate::asking::Asking;
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Back, Hidden, ProblemSummary};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place};
use crate::when;

/// For whom.
pub async fn page(asking: Asking) -> Answer {
    asking.may_here(Action::RunSchool)?;
    choose(&asking, Form::default()).await
}

/// Makes the codes, and answers with the sheet. The same form sent again answers with the same sheet.
pub async fn make(asking: Asking, fields: Fields) -> Answer {
    let lead = asking.may_here(Action::RunSchool)?.clone();
    let sheet = Sheet::named(fields.get("sheet")).ok_or(Refusal::Broken)?;
    let mut tx = asking.write_again().await?;
    let people: Vec<PersonId> = if fields.get("for") == "everyone" {
        let roster = Roster::of(&mut tx, &lead.school_id, asking.now()).await?;
        roster.without_a_way_in().map(|member| member.person.id.clone()).collect()
    } else {
        fields.all_parsed("person")
    };
    if people.is_empty() && fields.get("for") != "everyone" {
        drop(tx);
        let mut problems = Problems::default();
        problems.note("person", Problem::Said(say_in!(asking.locale, people.codes_nobody)));
        return choose(&asking, Form::again(&fields.values, problems)).await;
    }
    code::make(&mut tx, &asking.services.secrets, &lead, &sheet, &people, asking.now()).await?;
    let slips = code::slips(&mut tx, &lead.school_id, &sheet).await?;
    tx.commit().await?;
    show_sheet(&asking, slips, lead.time_zone).await
}

async fn choose(asking: &Asking, form: Form) -> Answer {
    let viewer = asking.viewer()?;
    let roster = Roster::of(&mut asking.read().await?, &viewer.school_id, asking.now()).await?;
    let zone = viewer.time_zone.clone();
    let open = !form.problems().is_empty();
    let page = Page::titled(say_in!(asking.locale, people.codes_title)).working().at(Place::People).with_form(form);
    Ok(asking
        .page(page, move || {
            let missing = roster.without_a_way_in().count() as i64;
            // A sheet a form: whichever of the two is sent, sending it again shows the same one.
            let everyone = if missing == 0 {
                view! { <p class="soft">{say!(people.codes_everyone_in)}</p> }.into_any()
            } else {
                view! {
                    <form method="post">
                        <Hidden name="sheet" value=Sheet::new_token()/>
                        <Hidden name="for" value="everyone"/>
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
                        <form method="post">
                            <Hidden name="sheet" value=Sheet::new_token()/>
                            <p class="hint">{say!(people.codes_choose_hint)}</p>
                            {choices(&roster, &zone)}
                            <div class="actions"><button class="btn">{say!(people.codes_make_chosen)}</button></div>
                        </form>
                    </details>
                </Main>
            }
        })
        .await)
}

/// Everybody a code is something for, advisory by advisory.
fn choices(roster: &Roster, zone: &str) -> impl IntoView + use<> {
    let form = use_context::<Form>().unwrap_or_default();
    let choice = |member: &Member| {
        let username = member.person.username.clone().unwrap_or_default();
        let id = member.person.id.to_string();
        let checked = form.values().all("person").any(|chosen| chosen == id);
        view! {
            <label class="choice">
                <input type="checkbox" name="person" value=id checked=checked/>
                <span>
                    <bdi>{member.person.name.clone()}</bdi> " "
                    <small><bdi>{username}</bdi> " · " {signs_in_words(member.signs_in, zone)}</small>
                </span>
            </label>
        }
    };
    let takes = |member: &&Member| member.takes_a_code();
    let mut groups: Vec<(String, Vec<_>)> = roster
        .advisories
        .iter()
        .map(|advisory| {
            let members = roster.members.iter().filter(|member| member.advisories.contains(&advisory.id));
            (advisory.name.clone(), members.filter(takes).map(choice).collect())
        })
        .collect();
    let others = roster.members.iter().filter(|member| member.advisories.is_empty()).filter(takes);
    groups.push((say!(people.codes_others), others.map(choice).collect()));
    groups
        .into_iter()
        .filter(|(_, choices)| !choices.is_empty())
        .map(|(group, choices)| {
            view! { <fieldset class="choices"><legend><bdi>{group}</bdi></legend>{choices}</fieldset> }
        })
        .collect::<Vec<_>>()
}

async fn show_sheet(asking: &Asking, slips: Vec<Slip>, zone: String) -> Answer {
    let address = &asking.services.settings.public_url;
    let address = address.split_once("://").map_or(address.as_str(), |(_, address)| address);
    let address = format!("{address}/sign-in/code");
    let page =
        Page::titled(say_in!(asking.locale, people.sheet_title)).working().at(Place::People).status(StatusCode::OK);
    Ok(asking
        .page(page, move || {
            let empty = slips.is_empty();
            let slips: Vec<_> = slips.into_iter().map(|slip| paper(slip, &address, &zone)).collect();
            let body = if empty {
                view! {
                    <div class="empty">
                        <h2>{say!(people.sheet_empty)}</h2>
                        <p>{say!(people.sheet_empty_do)}</p>
                        <a class="btn" href="/people/codes">{say!(people.codes_title)}</a>
                    </div>
                }
                .into_any()
            } else {
                view! { <div class="sheet"><ul class="slips">{slips}</ul></div> }.into_any()
            };
            view! {
                <Main>
                    <header class="noprint">
                        <h1>{say!(people.sheet_title)}</h1>
                        <p class="lead">{say!(people.sheet_lead)}</p>
                        <p class="soft">{say!(people.sheet_print)}</p>
                    </header>
                    {body}
                    <p class="actions noprint"><a class="btn" href="/people">{say!(people.sheet_done)}</a></p>
                </Main>
            }
        })
        .await)
}

/// One slip of paper.
fn paper(slip: Slip, address: &str, zone: &str) -> impl IntoView + use<> {
    let until = when::day(slip.until, zone);
    let code = match slip.code {
        None => view! { <p class="soft">{say!(people.slip_used)}</p> }.into_any(),
        Some(code) => {
            let groups: Vec<_> = code.split('-').map(|group| view! { <span>{group.to_owned()}</span> " " }).collect();
            view! {
                <p class="code code--small"><span class="sr">{say!(people.slip_code)}</span> {groups}</p>
                <p class="small">{say!(people.slip_where)} " " <bdi class="strong">{address.to_owned()}</bdi></p>
                <p class="soft tiny">{say!(people.slip_until, day = until)}</p>
            }
            .into_any()
        }
    };
    view! {
        <li class="slip">
            <p class="slip__name"><bdi>{slip.name}</bdi></p>
            <p class="small">{say!(people.slip_username)} ": " <bdi class="strong">{slip.username}</bdi></p>
            {code}
        </li>
    }
}
