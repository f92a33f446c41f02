//! `/student/{student}/family`: who the student's family is, their links, and when they came by.

use kinfolio::at::At;
use kinfolio::field;
use kinfolio::grant::{AskedAnew, Grant, Visit, visits_of};
use kinfolio::id::PersonId;
use kinfolio::person::{Kin, Role};
use kinfolio::policy::Action;
use leptos::prelude::*;

use super::letter::Nobody;
use crate::asking::{Asking, In};
use crate::parts::{Back, Hidden, Icon, Voice, VoiceMark};
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place};
use crate::when;
use crate::wording::{apart, language_name};

/// How many visits are listed.
const VISITS: i64 = 20;

/// The page.
pub async fn page(asking: Asking, In(student): In<PersonId>) -> Answer {
    let viewer = asking.viewer()?.clone();
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &student, Action::OpenToFamily).await?;
    let kin = student.kin(&mut conn).await?;
    let grants = student.grants(&mut conn).await?;
    let mut asked = AskedAnew::of_each(&mut conn, &student.school_id, [&student.id]).await?;
    let asked = asked.remove(&student.id).unwrap_or_default();
    let visits = if student.standing.may_at_all(Action::SeeVisits) {
        visits_of(&mut conn, &student, VISITS).await?
    } else {
        Vec::new()
    };
    let own = viewer.role == Role::Student;
    let title = if own {
        say_in!(asking.locale, family.title)
    } else {
        say_in!(asking.locale, family.title_of, name = apart(student.called()))
    };
    let at = asking.now();
    let zone = viewer.time_zone;
    Ok(asking
        .page(Page::titled(title.clone()).at(Place::Family).working(), move || {
            let lead = if own { say!(family.lead) } else { say!(family.lead_of, name = apart(student.called())) };
            let back =
                (!own).then(|| view! { <Back to=format!("/student/{}", student.id) words=student.name.clone()/> });
            let nobody = kin.is_empty().then(|| view! { <Nobody/> });
            let people = kin
                .into_iter()
                .map(|kin| {
                    let grants = grants.iter().filter(|grant| grant.person_id == kin.id).cloned().collect();
                    let asked = asked.iter().find(|asked| asked.person_id == kin.id).cloned();
                    view! { <Member kin asked student=student.id.clone() grants now=at zone=zone.clone()/> }
                })
                .collect_view();
            view! {
                <Main>
                    <header>{back}<h1>{title}</h1><p class="lead">{lead}</p></header>
                    {nobody}
                    {people}
                    {(!visits.is_empty()).then(|| view! { <Visits visits zone=zone.clone()/> })}
                </Main>
            }
        })
        .await)
}

/// One of the family, with their links.
#[component]
fn Member(
    kin: Kin,
    asked: Option<AskedAnew>,
    student: PersonId,
    grants: Vec<Grant>,
    now: At,
    zone: String,
) -> impl IntoView {
    let asks = asked.map(|asked| {
        let words = say!(family.anew, name = apart(kin.called()), day = when::day(asked.at, &zone));
        view! { <p class="nudge">{words}</p> }
    });
    let languages = kin.languages.0.iter().map(language_name).collect::<Vec<_>>().join(", ");
    let (open, ended): (Vec<Grant>, Vec<Grant>) = grants.into_iter().partition(|grant| grant.is_open(now));
    let none = open.is_empty().then(|| view! { <p class="soft">{say!(family.no_link)}</p> });
    let links = (!open.is_empty()).then(|| {
        let rows = open.into_iter().map(|grant| view! { <OpenLink grant student=student.clone() zone=zone.clone()/> });
        view! { <ul class="lines">{rows.collect_view()}</ul> }
    });
    let earlier = (!ended.is_empty()).then(|| {
        let rows = ended.into_iter().map(|grant| {
            let made = when::day(grant.made_at, &zone);
            let ended = when::day(grant.ended_at.unwrap_or(grant.expires_at), &zone);
            view! { <li class="soft small">{say!(family.was_open, made = made, ended = ended)}</li> }
        });
        view! {
            <details class="fold">
                <summary>{say!(family.earlier)}</summary>
                <ul class="lines">{rows.collect_view()}</ul>
            </details>
        }
    });
    let label = format!("{}: {}", say!(family.make_link), apart(&kin.name));
    view! {
        <section class="split">
            <div class="split__side">
                <h2><VoiceName name=kin.name/></h2>
                <p class="said" dir="auto">{kin.kinship}</p>
                <p class="soft small">{languages}</p>
            </div>
            <div class="split__main">
                {asks}
                {none}
                {links}
                <p><a class="btn" href=format!("/student/{student}/grants?person={}", kin.id) aria-label=label>
                    <Icon name="link"/> {say!(family.make_link)}
                </a></p>
                {earlier}
            </div>
        </section>
    }
}

#[component]
fn VoiceName(name: String) -> impl IntoView {
    view! { <span class="who who--family"><bdi>{name}</bdi></span> }
}

#[component]
fn OpenLink(grant: Grant, student: PersonId, zone: String) -> impl IntoView {
    let made = say!(family.made, day = when::day(grant.made_at, &zone), name = apart(grant.made_by));
    let until = say!(family.until, day = when::day(grant.expires_at, &zone));
    let used = match grant.last_visit_at {
        Some(at) => say!(family.last_visit, day = when::day_and_time(at, &zone)),
        None => say!(family.no_visit),
    };
    let label = format!("{}: {until}", say!(family.end_link));
    view! {
        <li>
            <div>
                <p>{until}</p>
                <p class="soft small">{made} " · " {used}</p>
            </div>
            <form class="push" method="post" action=format!("/grant/{}/end", grant.id)>
                <Hidden name=field::STUDENT value=student.to_string()/>
                <button class="btn btn--small" aria-label=label>{say!(family.end_link)}</button>
            </form>
        </li>
    }
}

/// When family members came by.
#[component]
pub fn Visits(visits: Vec<Visit>, zone: String) -> impl IntoView {
    let rows = visits
        .into_iter()
        .map(|visit| {
            view! {
                <li>
                    <VoiceMark voice=Voice::Family name=visit.name note=visit.kinship/>
                    <time class="push soft small" datetime=when::machine(visit.at, &zone)>{when::day_and_time(visit.at, &zone)}</time>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="flow">
            <h2>{say!(family.visits)}</h2>
            <p class="soft">{say!(family.visits_lead)}</p>
            <ul class="lines">{rows}</ul>
        </section>
    }
}
