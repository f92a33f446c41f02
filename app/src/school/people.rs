//! Everybody of the school, by advisory, in the order of their names.

use kinfolio::person::Role;
use kinfolio::person::roster::{Member, Roster, SignsIn};
use kinfolio::policy::Action;
use leptos::prelude::*;

use super::table::Notice;
use crate::asking::Asking;
use crate::parts::{Voice, VoiceMark};
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place};
use crate::when;

/// A line of the page.
struct Row {
    role: Role,
    name: String,
    username: Option<String>,
    signs_in: SignsIn,
    /// Each with their kinship.
    family: Vec<(String, String)>,
}

/// A part of the page.
struct Group {
    title: String,
    /// Beside it: the advisors' names.
    advisors: Option<Vec<String>>,
    rows: Vec<Row>,
    hint: Option<String>,
}

/// The page.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::RunSchool)?;
    let roster = Roster::of(&mut asking.read().await?, &viewer.school_id, asking.now()).await?;
    let zone = viewer.time_zone.clone();
    let page = Page::titled(say_in!(asking.locale, people.title)).working().at(Place::People);
    Ok(asking
        .page(page, move || {
            let only_leads = roster.members.iter().all(|member| member.person.role == Role::Lead);
            let missing = roster.without_a_way_in().count() as i64;
            let groups: Vec<_> = groups(&roster).into_iter().map(|group| section(group, &zone)).collect();
            view! {
                <Main>
                    <header>
                        <h1>{say!(people.title)}</h1>
                        <div class="actions">
                            <a class="btn btn--primary" href="/people/import">{say!(people.import_title)}</a>
                            <a class="btn" href="/people/codes">{say!(people.codes_title)}</a>
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
                    {groups}
                </Main>
            }
        })
        .await)
}

fn groups(roster: &Roster) -> Vec<Group> {
    let row = |member: &Member| Row {
        role: member.person.role,
        name: member.person.name.clone(),
        username: member.person.username.clone(),
        signs_in: member.signs_in,
        family: roster
            .family_of(&member.person.id)
            .map(|(kin, words)| (kin.person.name.clone(), words.to_owned()))
            .collect(),
    };
    let mut groups: Vec<Group> = roster
        .advisories
        .iter()
        .map(|advisory| Group {
            title: advisory.name.clone(),
            advisors: Some(
                roster.in_advisory(&advisory.id, Role::Advisor).map(|advisor| advisor.person.name.clone()).collect(),
            ),
            rows: roster.in_advisory(&advisory.id, Role::Student).map(row).collect(),
            hint: None,
        })
        .collect();
    let alone = roster.with_role(Role::Student).filter(|student| student.advisories.is_empty());
    groups.push(Group {
        title: say!(people.no_advisory),
        advisors: None,
        rows: alone.map(row).collect(),
        hint: Some(say!(people.no_advisory_do)),
    });
    let staff = roster.with_role(Role::Lead).chain(roster.with_role(Role::Advisor));
    groups.push(Group { title: say!(people.staff), advisors: None, rows: staff.map(row).collect(), hint: None });
    groups.retain(|group| group.advisors.is_some() || !group.rows.is_empty());
    groups
}

fn section(group: Group, zone: &str) -> impl IntoView + use<> {
    let advisors = group.advisors.map(|advisors| {
        if advisors.is_empty() {
            view! { <p class="who who--none">{say!(people.no_advisor)}</p> }.into_any()
        } else {
            advisors.into_iter().map(|name| view! { <VoiceMark voice=Voice::School name/> }).collect_view().into_any()
        }
    });
    let nobody = group.rows.is_empty().then(|| view! { <p class="soft">{say!(people.no_students)}</p> });
    let rows: Vec<_> = group.rows.into_iter().map(|row| person(row, zone)).collect();
    view! {
        <section class="split">
            <div class="split__side">
                <h2><bdi>{group.title}</bdi></h2>
                {advisors}
                {group.hint.map(|hint| view! { <p class="soft small">{hint}</p> })}
            </div>
            <div class="split__main">{nobody}<ul class="lines">{rows}</ul></div>
        </section>
    }
}

fn person(row: Row, zone: &str) -> impl IntoView + use<> {
    let family = (row.role == Role::Student).then(|| {
        if row.family.is_empty() {
            view! { <p class="who who--none small">{say!(people.no_family)}</p> }.into_any()
        } else {
            let kin = row.family.into_iter();
            let kin = kin.map(|(name, words)| view! { <VoiceMark voice=Voice::Family name note=words/> });
            view! { <div class="marks small">{kin.collect::<Vec<_>>()}</div> }.into_any()
        }
    });
    let role = (row.role == Role::Lead).then(|| format!(" · {}", role_words(row.role)));
    let signs_in = signs_in_words(row.signs_in, zone);
    view! {
        <li>
            <div>
                <p><span class="strong"><bdi>{row.name}</bdi></span> <span class="soft small">{role}</span></p>
                <p class="soft small"><bdi>{row.username}</bdi></p>
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
