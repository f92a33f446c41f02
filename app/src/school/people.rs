//! Everybody of the school, by advisory, in the order of their names, a page at a time.

use kinfolio::person::Role;
use kinfolio::person::listing::{Group, ListSection, Listed, Listing};
use kinfolio::person::roster::SignsIn;
use kinfolio::policy::Action;
use leptos::prelude::*;

use super::listing::{Finder, title, wanted, ways};
use super::table::Notice;
use crate::asking::Asking;
use crate::parts::{Voice, VoiceMark};
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place};
use crate::when;

/// Where it is.
const HERE: &str = "/people";

/// The page.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::RunSchool)?;
    let wanted = wanted(&asking);
    let listing = Listing::of(&mut asking.read().await?, &viewer.school_id, &wanted, asking.now()).await?;
    let zone = viewer.time_zone.clone();
    let page = Page::titled(say_in!(asking.locale, people.title)).working().at(Place::People);
    Ok(asking
        .page(page, move || {
            let only_leads = listing.is_only_leads;
            let missing = listing.without_a_way_in;
            let (before, after) = (ways(HERE, &wanted, &listing), ways(HERE, &wanted, &listing));
            let is_empty = listing.sections.is_empty();
            let finder = (!only_leads).then(|| view! { <Finder to=HERE wanted=wanted.clone() is_empty/> });
            let sections: Vec<_> =
                listing.sections.into_iter().map(|part| section(title(&part.group, &wanted), part, &zone)).collect();
            view! {
                <Main>
                    <header>
                        <h1>{say!(people.title)}</h1>
                        <div class="actions">
                            <a class="btn btn--primary" href="/people/import">{say!(people.import_title)}</a>
                            <a class="btn" href="/people/codes">{say!(people.codes_title)}</a>
                            <a class="btn" href="/people/new">{say!(person.new_title)}</a>
                        </div>
                    </header>
                    {(missing > 0 && !only_leads).then(|| view! {
                        <Notice kind="info" title=say!(people.needs_codes_title)>
                            <p>
                                {say!(school.next_codes_why, count = missing)} " "
                                <a href="/people/codes">{say!(school.do_codes)}</a>
                            </p>
                        </Notice>
                    })}
                    {only_leads.then(|| view! {
                        <div class="empty">
                            <h2>{say!(people.empty)}</h2>
                            <p>{say!(people.empty_do)}</p>
                            <p><a href="/people/template">{say!(people.template)}</a></p>
                        </div>
                    })}
                    {finder}
                    {before}
                    {sections}
                    {after}
                </Main>
            }
        })
        .await)
}

fn section(title: String, part: ListSection, zone: &str) -> impl IntoView + use<> {
    let advisors = matches!(part.group, Group::Of(_)).then(|| {
        if part.advisors.is_empty() {
            view! { <p class="who who--none">{say!(people.no_advisor)}</p> }.into_any()
        } else {
            let advisors = part.advisors.into_iter();
            advisors.map(|name| view! { <VoiceMark voice=Voice::School name/> }).collect_view().into_any()
        }
    });
    let hint = (part.group == Group::InNone).then(|| view! { <p class="soft small">{say!(people.no_advisory_do)}</p> });
    let nobody = part.people.is_empty().then(|| view! { <p class="soft">{say!(people.no_students)}</p> });
    let rows: Vec<_> = part.people.into_iter().map(|listed| person(listed, zone)).collect();
    view! {
        <section class="split">
            <div class="split__side">
                <h2><bdi>{title}</bdi></h2>
                {advisors}
                {hint}
            </div>
            <div class="split__main">{nobody}<ul class="lines">{rows}</ul></div>
        </section>
    }
}

fn person(listed: Listed, zone: &str) -> impl IntoView + use<> {
    let Listed { member, family } = listed;
    let is_student = member.person.role == Role::Student;
    let family = (is_student || !family.is_empty()).then(|| {
        if family.is_empty() {
            view! { <p class="who who--none small">{say!(people.no_family)}</p> }.into_any()
        } else {
            let voice = if is_student { Voice::Family } else { Voice::Student };
            let kin = family.into_iter().map(|kin| view! { <VoiceMark voice name=kin.name note=kin.kinship/> });
            view! { <div class="marks small">{kin.collect::<Vec<_>>()}</div> }.into_any()
        }
    });
    let role = matches!(member.person.role, Role::Lead | Role::Family)
        .then(|| format!(" · {}", role_words(member.person.role)));
    let signs_in = (member.person.role != Role::Family).then(|| signs_in_words(member.signs_in, zone));
    let to = format!("/person/{}", member.person.id);
    view! {
        <li>
            <div>
                <p><a class="strong" href=to><bdi>{member.person.name}</bdi></a> <span class="soft small">{role}</span></p>
                <p class="soft small"><bdi>{member.person.username}</bdi></p>
                {family}
            </div>
            <span class="push soft small">{signs_in}</span>
        </li>
    }
}

/// Whether somebody can sign in.
pub fn signs_in_words(signs_in: SignsIn, zone: &str) -> String {
    match signs_in {
        SignsIn::WithPassword => say!(people.can_sign_in),
        SignsIn::WithCode(until) => say!(people.has_code, day = when::short_day(until, zone)),
        SignsIn::NotYet => say!(people.cannot_sign_in),
    }
}

/// A role, by name.
pub fn role_words(role: Role) -> String {
    match role {
        Role::Student => say!(people.role_student),
        Role::Family => say!(people.role_family),
        Role::Advisor => say!(people.role_advisor),
        Role::Lead => say!(people.role_lead),
    }
}
