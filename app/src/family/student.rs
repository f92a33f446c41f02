//! `/student/{student}`: where a student's family comes in, and where their advisor looks them up.

use kinfolio::agenda::family::{FamilyAgenda, FamilyNews, FamilyNewsKind, FamilyStep, NewSince};
use kinfolio::at::At;
use kinfolio::conference::Conference;
use kinfolio::digest::MailWish;
use kinfolio::id::PersonId;
use kinfolio::person::{Role, Student, Viewer};
use kinfolio::policy::Action;
use kinfolio::work::{Work, WorkCard};
use leptos::prelude::*;

use super::day::the_day;
use super::digest::IsItYours;
use super::home::greeting;
use super::news::News;
use super::steps::{Ask, ask_words, later_words};
use crate::agenda::Later;
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
    /// For family alone.
    new: NewSince,
    /// Whether somebody else gave an address of theirs: may it be written to?
    is_asked_for_mail: bool,
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
    let is_asked_for_mail = family && MailWish::to_be_confirmed(&mut conn, &viewer).await?.is_some();
    let new = match family {
        true => {
            FamilyNews::of_each(&mut conn, &viewer, std::slice::from_ref(&student), asking.now()).await?.remove(&id)
        }
        false => None,
    };
    drop(conn);
    let title = student.name.clone();
    let new = new.unwrap_or_default();
    let hub = StudentPage { student, viewer, siblings, agenda, new, is_asked_for_mail, works, now: asking.now() };
    let page = Page::titled(title).at(if family { Place::Home } else { Place::Elsewhere });
    Ok(asking.page(page, move || body(hub)).await)
}

fn body(hub: StudentPage) -> AnyView {
    let StudentPage { student, viewer, siblings, agenda, mut new, is_asked_for_mail, works, now } = hub;
    let (name, zone) = (apart(student.called()), viewer.time_zone.clone());
    let family = viewer.role == Role::Family;
    let head = if family {
        // What is new says since when; on a first visit everything is.
        let lead = match new.last_visit {
            Some(_) => None,
            None if works.is_empty() => Some(say!(family.nothing_new, name = name.clone())),
            None => Some(say!(family.new_with, name = name.clone())),
        };
        let lead = lead.map(|lead| view! { <p class="lead">{lead}</p> });
        view! {
            {siblings.then(|| view! { <Back to="/" words=say!(family.all_students)/> })}
            <h1>{greeting(crate::wording::locale(), now, &zone, viewer.called())}</h1>
            {lead}
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
    // That stands beneath, as long as it is ahead.
    new.news.retain(|news| called_off.is_none() || news.kind != FamilyNewsKind::CalledOff);
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
    let first = first.map(|step| ask_words(&step, &student, &asked));
    let asked_at = first.as_ref().map(|words| words.to.clone());
    let first = first.map(|words| view! { <Ask words/> });
    let new = view! { <News new student=student.clone() zone=zone.clone() asked_at/> };
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
            {new}
            {first}
            {later}
            {below}
            <IsItYours asked=is_asked_for_mail/>
            {new_works(works, &name, family, &zone)}
            {over}
            {ways(&student, &name, family)}
        </Main>
    }
    .into_any()
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
    let heading = say!(family.works_all);
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
        ways.push(("/digest".to_owned(), say!(digest.title), say!(digest.note)));
        ways.push(("/own-calendar".to_owned(), say!(time.feed), say!(time.feed_note)));
    } else {
        ways.push((at("conference"), say!(family.conference), say!(family.conference_note)));
        ways.push((at("family"), say!(family.family), say!(family.family_note)));
        ways.push((at("code"), say!(coded.way), say!(coded.way_note)));
    }
    let rows = ways
        .into_iter()
        .map(|(to, words, note)| {
            view! { <li><div><a class="strong" href=to>{words}</a><p class="soft small">{note}</p></div></li> }
        })
        .collect_view();
    view! { <section class="flow"><h2>{say!(family.more)}</h2><ul class="lines">{rows}</ul></section> }
}
