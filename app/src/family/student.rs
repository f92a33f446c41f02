//! `/student/{student}`: where a student's family comes in, and where their advisor looks them up.

use kinfolio::agenda::TheDay;
use kinfolio::agenda::family::{FamilyAgenda, FamilyStep};
use kinfolio::at::At;
use kinfolio::conference::Conference;
use kinfolio::id::PersonId;
use kinfolio::person::{Role, Student, Viewer};
use kinfolio::policy::Action;
use kinfolio::work::{Work, WorkCard};
use leptos::prelude::*;

use super::home::greeting;
use super::steps::{Ask, ask_words, later_words};
use crate::agenda::{DayCard, Later};
use crate::asking::{Asking, In, go};
use crate::parts::Back;
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place, Width};
use crate::time::Lost;
use crate::when;
use crate::wording::apart;
use crate::work::WorkRow;

/// How many works stand here; the rest is in the portfolio.
const FEW: usize = 6;

/// What the page shows.
struct StudentPage {
    student: Student,
    viewer: Viewer,
    /// Whether the viewer has other students to go to.
    siblings: bool,
    agenda: FamilyAgenda,
    works: Vec<WorkCard>,
    now: At,
}

/// The page. The student's own is their home.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let viewer = asking.viewer()?.clone();
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::SeeStudent).await?;
    if viewer.role == Role::Student {
        return go("/");
    }
    let family = viewer.role == Role::Family;
    let siblings = family && Student::of_viewer(&mut conn, &viewer).await?.len() > 1;
    let works = Work::of_student(&mut conn, &student).await?;
    let agenda = FamilyAgenda::of(&mut conn, &viewer, &student, &asking.school_words, asking.now()).await?;
    drop(conn);
    let title = student.name.clone();
    let hub = StudentPage { student, viewer, siblings, agenda, works, now: asking.now() };
    let page = Page::titled(title).at(if family { Place::Home } else { Place::Elsewhere });
    Ok(asking.page(page, move || body(hub)).await)
}

fn body(hub: StudentPage) -> AnyView {
    let StudentPage { student, viewer, siblings, agenda, works, now } = hub;
    let (name, zone) = (apart(student.called()), viewer.time_zone.clone());
    let family = viewer.role == Role::Family;
    let lead = if works.is_empty() {
        say!(family.nothing_new, name = name.clone())
    } else {
        say!(family.new_with, name = name.clone())
    };
    let head = if family {
        view! {
            {siblings.then(|| view! { <Back to="/" words=say!(family.all_students)/> })}
            <h1>{greeting(crate::wording::locale(), now, &zone, viewer.called())}</h1>
            <p class="lead">{lead}</p>
        }
        .into_any()
    } else {
        view! {
            <Back to="/" words=say!(shell.board)/>
            <h1 class="said"><bdi>{student.name.clone()}</bdi></h1>
        }
        .into_any()
    };
    let FamilyAgenda { steps, day, has_moments, asked, lost, over, called_off } = agenda;
    let called_off = called_off.map(|off| {
        let words = say!(conference.called_off, day = when::day_and_time(off.starts_at, &zone));
        view! { <p class="nudge">{words} " " <a href=format!("/conference/{}", off.id)>{say!(conference.called_off_why)}</a></p> }
    });
    let is_the_day = day.as_ref().is_some_and(|day| day.phase.is_the_day());
    let day = day.map(|day| the_day(day, has_moments, &student, family, &zone, now));
    let (above, below) = if is_the_day { (day, None) } else { (None, day) };
    // One question at a time: the first is asked, the others stand beneath it.
    let mut steps = steps.into_iter().filter(|step| family && !matches!(step, FamilyStep::Come(_) | FamilyStep::Look));
    let first = if is_the_day { None } else { steps.next() };
    let first = first.map(|step| view! { <Ask words=ask_words(&step, &student, &asked)/> });
    let later: Vec<_> = steps.map(|step| later_words(&step, &student, &asked)).collect();
    let later = view! { <Later steps=later heading=say!(agenda.then)/> };
    let lost = lost.filter(|ended| !ended.words.is_empty());
    let lost = lost.map(|ended| view! { <Lost ended to=format!("/student/{}/time", student.id) zone=zone.clone()/> });
    let over = over.map(|over| {
        let words = say!(agenda.was, day = when::day(over.starts_at, &zone));
        view! { <p class="then"><a class="go" href=format!("/conference/{}", over.conference)>{words}</a></p> }
    });
    let width = if family { Width::Narrow } else { Width::Text };
    view! {
        <Main width>
            <header>{head}</header>
            {above}
            {lost}
            {called_off}
            {first}
            {later}
            {below}
            {new_works(works, &name, family, &zone)}
            {over}
            {ways(&student, &name, family)}
        </Main>
    }
    .into_any()
}

/// The next conference: when and where, and the ways to it.
fn the_day(day: TheDay, has_moments: bool, student: &Student, family: bool, zone: &str, now: At) -> AnyView {
    let here = day.conference.as_ref().map(|id| format!("/conference/{id}"));
    let mut ways = Vec::new();
    if let Some(here) = &here {
        if day.phase.is_the_day() && has_moments && !day.is_watched_at_home {
            ways.push((format!("{here}/follow"), say!(live.follow)));
        }
        ways.push((here.clone(), say!(agenda.see_plan)));
    }
    let time = format!("/student/{}/time", student.id);
    match &day.chosen {
        Some(_) => ways.push((time, say!(time.move_way))),
        None if !family && !day.is_watched_at_home => ways.push((time, say!(time.choose_title))),
        None => {}
    }
    let title = match day.is_watched_at_home {
        true => say!(family.conference_recorded),
        false => say!(agenda.conference_of, name = apart(student.called())),
    };
    view! { <DayCard day title ways zone=zone.to_owned() now/> }.into_any()
}

/// When and where a conference is.
#[component]
pub fn When(conference: Conference, zone: String) -> impl IntoView {
    let at = conference.facts.starts_at;
    let words =
        if conference.is_watched_at_home() { say!(family.conference_recorded) } else { say!(family.conference) };
    view! {
        <a class="when" href=format!("/conference/{}", conference.id)>
            {words}
            <strong><time datetime=when::machine(at, &zone)>{when::day_and_time(at, &zone)}</time></strong>
            <bdi>{conference.facts.place}</bdi>
        </a>
    }
}

fn new_works(works: Vec<WorkCard>, name: &str, family: bool, zone: &str) -> impl IntoView + use<> {
    let heading = if family { say!(family.works) } else { say!(family.works_all) };
    let none = works.is_empty().then(|| {
        view! { <p class="soft">{say!(family.works_none, name = name.to_owned())}</p> }
    });
    let most = if family { FEW } else { usize::MAX };
    let rows = works
        .into_iter()
        .take(most)
        .map(|card| {
            let note = when::short_day(card.work.changed_at, zone);
            let to = format!("/work/{}", card.work.id);
            view! { <WorkRow card to note/> }
        })
        .collect_view();
    view! {
        <section class="flow">
            <h2>{heading}</h2>
            {none.is_none().then(|| view! { <ul class="works">{rows}</ul> })}
            {none}
        </section>
    }
}

/// The ways to what is the student's.
fn ways(student: &Student, name: &str, family: bool) -> impl IntoView + use<> {
    let at = |page: &str| format!("/student/{}/{page}", student.id);
    let name = || name.to_owned();
    let mut ways = vec![
        (at("portfolio"), say!(family.portfolio), say!(family.portfolio_note, name = name())),
        (at("definition"), say!(definition.title), say!(family.definition_note, name = name())),
    ];
    if family {
        ways.push((at("testimony"), say!(testimony.tell, name = name()), say!(testimony.tell_note)));
    } else {
        ways.push((at("conference"), say!(family.conference), say!(family.conference_note)));
        ways.push((at("family"), say!(family.family), say!(family.family_note)));
    }
    let rows = ways
        .into_iter()
        .map(|(to, words, note)| {
            view! { <li><div><a class="strong" href=to>{words}</a><p class="soft small">{note}</p></div></li> }
        })
        .collect_view();
    view! { <section class="flow"><h2>{say!(family.more)}</h2><ul class="lines">{rows}</ul></section> }
}
