//! `/record`: who opened a student's things and who changed what opens them. A student reads what is about them, the lead the
//! school's, everybody else what is about themselves.

use kinfolio::field;
use kinfolio::id::PersonId;
use kinfolio::person::Role;
use kinfolio::policy::Action;
use kinfolio::record::{self, KEEPS, ON_A_PAGE, RecordLine, RecordedAct, WantedLines};
use leptos::prelude::*;

use crate::asking::{Asking, go_saying};
use crate::fields::Fields;
use crate::parts::Back;
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page};
use crate::when;
use crate::wording::apart;

/// The page.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::ReadRecord)?.clone();
    let query = asking.query();
    let page = query.get(field::PAGE).parse::<i64>().unwrap_or(1).saturating_sub(1).max(0);
    let person = PersonId::parse(query.get(field::PERSON)).filter(|_| viewer.role == Role::Lead);
    let wanted = WantedLines { person, page };
    let mut conn = asking.read().await?;
    let mut lines = RecordLine::told_to(&mut conn, &viewer, &wanted).await?;
    let days = record::kept_days(&mut conn, &viewer.school_id).await?;
    drop(conn);
    let has_more = lines.len() as i64 > ON_A_PAGE;
    lines.truncate(ON_A_PAGE as usize);
    let page = Page::titled(say_in!(asking.locale, record.title)).working();
    Ok(asking
        .page(page, move || {
            let is_lead = viewer.role == Role::Lead;
            let lead = match viewer.role {
                Role::Student => say!(record.lead_student),
                Role::Lead => say!(people.record_lead),
                Role::Family | Role::Advisor => say!(record.lead_own),
            };
            let none = lines.is_empty().then(|| view! { <p class="soft">{say!(record.none)}</p> });
            let own = viewer.person_id.clone();
            let rows = lines.into_iter().map(|line| row(line, &viewer.time_zone, &own)).collect::<Vec<_>>();
            let ways = ways(&wanted, has_more);
            let keep = is_lead.then(|| view! { <Keep days/> });
            view! {
                <Main>
                    <header>
                        <Back to="/" words=say!(shell.home)/>
                        <h1>{say!(record.title)}</h1>
                        <p class="lead">{lead}</p>
                        <p class="soft">{say!(record.kept, count = days / 365)}</p>
                    </header>
                    {none}
                    <ul class="lines">{rows}</ul>
                    {ways}
                    {keep}
                </Main>
            }
        })
        .await)
}

fn row(line: RecordLine, zone: &str, own: &PersonId) -> impl IntoView + use<> {
    let by = match line.by_name {
        _ if line.by_self => None,
        Some(name) => Some(say!(record.by, name = apart(name))),
        None => Some(say!(record.by_nobody)),
    };
    let about = (line.about_id != *own).then(|| view! { <p class="soft small"><bdi>{line.about_name}</bdi></p> });
    view! {
        <li>
            <div>
                <p>{what_words(line.what)} {by.map(|by| view! { " " <span class="soft">{by}</span> })}</p>
                {about}
            </div>
            <time class="push soft small" datetime=when::machine(line.at, zone)>{when::day_and_time(line.at, zone)}</time>
        </li>
    }
}

/// What was done, in a few words.
fn what_words(what: RecordedAct) -> String {
    match what {
        RecordedAct::OpenedWork => say!(record.opened_work),
        RecordedAct::OpenedPortfolio => say!(record.opened_portfolio),
        RecordedAct::OpenedDefinition => say!(record.opened_definition),
        RecordedAct::OpenedConference => say!(record.opened_conference),
        RecordedAct::Opened => say!(record.opened),
        RecordedAct::LinkMade => say!(record.link_made),
        RecordedAct::LinkEnded => say!(record.link_ended),
        RecordedAct::CodeMade => say!(record.code_made),
        RecordedAct::WayChanged => say!(record.way_changed),
        RecordedAct::RoleGiven => say!(record.role_given),
        RecordedAct::Tied => say!(record.tied),
        RecordedAct::Untied => say!(record.untied),
        RecordedAct::Left => say!(record.left),
        RecordedAct::CameBack => say!(record.came_back),
        RecordedAct::PermitGiven => say!(record.permit_given),
        RecordedAct::PermitEnded => say!(record.permit_ended),
        RecordedAct::StandInNamed => say!(record.stand_in_named),
        RecordedAct::StandInEnded => say!(record.stand_in_ended),
        RecordedAct::SubjectsSet => say!(record.subjects_set),
        RecordedAct::PutRight => say!(record.put_right),
        RecordedAct::Moved => say!(record.moved),
        RecordedAct::Imported => say!(record.imported),
        RecordedAct::Exported => say!(record.exported),
        RecordedAct::WordsHidden => say!(record.words_hidden),
        RecordedAct::SignedIn => say!(record.signed_in),
        RecordedAct::SignInRefused => say!(record.sign_in_refused),
        RecordedAct::Refused => say!(record.refused),
    }
}

/// The ways to earlier and later lines.
fn ways(wanted: &WantedLines, has_more: bool) -> Option<AnyView> {
    let address = |page: i64| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if let Some(person) = &wanted.person {
            query.append_pair(field::PERSON.as_str(), person.as_str());
        }
        query.append_pair(field::PAGE.as_str(), &(page + 1).to_string());
        format!("/record?{}", query.finish())
    };
    let later = (wanted.page > 0).then(|| view! { <li><a href=address(wanted.page - 1)>{say!(record.later)}</a></li> });
    let earlier = has_more.then(|| view! { <li><a href=address(wanted.page + 1)>{say!(record.earlier)}</a></li> });
    (later.is_some() || earlier.is_some())
        .then(|| view! { <nav aria-label=say!(record.title)><ul class="inline">{later}{earlier}</ul></nav> }.into_any())
}

/// How long it is kept: the lead's choice.
#[component]
fn Keep(days: i64) -> impl IntoView {
    let choices = KEEPS.iter().map(|one| {
        let words = say!(people.record_years, count = one / 365);
        view! { <option value=one.to_string() selected=*one == days>{words}</option> }
    });
    let choices = choices.collect::<Vec<_>>();
    view! {
        <form class="row" method="post" action="/record/keep">
            <label for="days">{say!(people.record_keep)}</label>
            <select id="days" name=field::DAYS.wire()>{choices}</select>
            <button class="btn btn--small">{say!(work.save)}</button>
        </form>
    }
}

/// Says how long it is kept.
pub async fn keep(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::RunSchool)?;
    let days = fields.parsed(field::DAYS).ok_or(Refusal::Broken)?;
    let mut tx = asking.write().await?;
    if !record::keep_for(&mut tx, &viewer.school_id, days).await? {
        return Err(Refusal::Broken);
    }
    tx.commit().await?;
    go_saying("/record", Done::Saved)
}
