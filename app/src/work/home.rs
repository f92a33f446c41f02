//! A student's home: the one next step, then the rest.

use kinfolio::agenda::student::{StudentAgenda, StudentStep};
use kinfolio::agenda::{Over, TheDay};
use kinfolio::day::Day;
use kinfolio::definition::Statement;
use kinfolio::grant::{Visit, visits_of};
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::target::gathering::OwnGathering;
use kinfolio::work::LatelySaid;
use leptos::prelude::*;

use super::list::{Still, row};
use super::quick::QuickAdd;
use crate::agenda::student::step_words;
use crate::agenda::{DayCard, Steps};
use crate::asking::Asking;
use crate::conference::asked::{AskedBy, AskedByClassmates};
use crate::conference::ready::said;
use crate::definition::blanks::with_blanks;
use crate::parts::{Voice, VoiceMark};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place};
use crate::when;

/// How many works and visits stand here; the rest is a page away.
const FEW: usize = 4;

/// What the page shows.
struct Home {
    agenda: StudentAgenda,
    student: Student,
    still: Still,
    statement: Option<Statement>,
    visits: Vec<Visit>,
    asked: AskedBy,
    gatherings: Vec<OwnGathering>,
    zone: String,
    now: kinfolio::at::At,
}

/// Home.
pub async fn page(asking: Asking) -> Answer {
    let mut conn = asking.read().await?;
    let home = home(&asking, &mut conn).await?;
    drop(conn);
    let page = Page::titled(say_in!(asking.locale, shell.home)).at(Place::Home).with_quick_add();
    Ok(asking.page(page, move || body(home)).await)
}

async fn home(asking: &Asking, conn: &mut Conn) -> Result<Home, Refusal> {
    let viewer = asking.viewer()?;
    let student = asking.student(conn, &viewer.person_id, Action::AddWork).await?;
    let agenda = StudentAgenda::of(conn, viewer, &student, asking.now()).await?;
    let still = Still::of(conn, &student).await?;
    let statement = match &agenda.definition {
        Some(definition) => Statement::first_of(conn, definition, student.standing).await?,
        None => None,
    };
    let visits = visits_of(conn, &student, FEW as i64).await?;
    let asked = AskedBy::of(asking, conn, &student, viewer).await?;
    let zone = viewer.time_zone.clone();
    let gatherings = student.gatherings(conn, Day::of(asking.now(), &zone)).await?;
    Ok(Home { agenda, student, still, statement, visits, asked, gatherings, zone, now: asking.now() })
}

fn body(home: Home) -> AnyView {
    let Home { agenda, student, still, statement, visits, asked, gatherings, zone, now } = home;
    let gatherings = crate::advisory::gather::own(gatherings, &zone);
    let StudentAgenda { steps, day, progress, over, works, heard, asked: promises, .. } = agenda;
    let plan = progress.filter(|progress| progress.is_begun).map(|progress| said(&progress.checklist));
    let is_the_day = day.as_ref().is_some_and(|day| day.phase.is_the_day());
    let steps: Vec<_> = steps
        .iter()
        // The card of the day says it.
        .filter(|step| !(is_the_day && matches!(step, StudentStep::Lead(_))))
        .map(|step| step_words(step, &student.id, &works, &promises))
        .collect();
    let next = view! { <Steps steps beneath_the_day=is_the_day/> };
    let day = day.map(|day| the_day(day, plan, &student, &zone, now));
    let (above, below) = if is_the_day { (day, None) } else { (None, day) };
    let over = over.filter(Over::is_fresh).map(|over| lately(over, &zone));
    let more = works.len() > FEW;
    let rows = works.into_iter().take(FEW).map(|card| row(card, &zone, &still)).collect_view();
    let all = more.then(|| view! { <p><a class="go small" href="/work">{say!(home.all_works)}</a></p> });
    let definition = format!("/student/{}/definition", student.id);
    let statement = statement.map(|statement| {
        view! {
            <section class="split">
                <div class="split__side"><h2><a href=definition>{say!(shell.definition)}</a></h2></div>
                <div class="split__main"><blockquote class="statement" lang=statement.language.tag().to_owned() dir="auto">{with_blanks(statement.text)}</blockquote></div>
            </section>
        }
    });
    view! {
        <Main>
            <h1 class="sr">{say!(shell.home)}</h1>
            {above}
            {next}
            {below}
            {gatherings}
            {over}
            <section class="split">
                <div class="split__side"><h2>{say!(work.title)}</h2>{all}</div>
                <div class="split__main">
                    <QuickAdd beside=true/>
                    <ul class="works">{rows}</ul>
                </div>
            </section>
            {heard_lately(heard, &zone)}
            {statement}
            <AskedByClassmates asked/>
            {came_by(visits, &zone)}
        </Main>
    }
    .into_any()
}

/// The next conference: when, where, who comes, how far its plan is, and the way to lead it.
fn the_day(day: TheDay, plan: Option<String>, student: &Student, zone: &str, now: kinfolio::at::At) -> AnyView {
    let mut ways = Vec::new();
    match &day.conference {
        Some(id) => {
            let here = format!("/conference/{id}");
            if plan.is_some() && day.phase.is_the_day() {
                ways.push((format!("{here}/present"), say!(agenda.lead_do)));
            }
            ways.push((here, say!(home.look_through_do)));
        }
        None => ways.push((format!("/student/{}/conference", student.id), say!(time.plan_it))),
    }
    let plan = plan.or_else(|| day.conference.is_some().then(|| say!(ready.not_begun)));
    view! { <DayCard day title=say!(agenda.your_conference) plan ways zone=zone.to_owned() now/> }.into_any()
}

/// The conference that was lately: the way back to what was said and promised.
fn lately(over: Over, zone: &str) -> AnyView {
    let to = format!("/conference/{}", over.conference);
    let words = say!(agenda.was, day = when::day(over.starts_at, zone));
    view! { <p class="then"><a class="go" href=to>{words}</a></p> }.into_any()
}

/// What was written about their work lately: the beginning, and the way to the rest.
fn heard_lately(heard: Vec<LatelySaid>, zone: &str) -> Option<AnyView> {
    if heard.is_empty() {
        return None;
    }
    let rows = heard
        .into_iter()
        .map(|heard| {
            let words = match heard.text.as_str() {
                "" => say!(home.answered_check),
                text => kinfolio::markdown::glimpse(text, 140),
            };
            let language = (!heard.text.is_empty()).then(|| heard.language.tag().to_owned());
            let class = if heard.text.is_empty() { "soft" } else { "said" };
            view! {
                <li class="heard">
                    <p><a class="said strong" dir="auto" href=format!("/work/{}", heard.work_id)>{heard.title}</a></p>
                    <VoiceMark voice=Voice::of(heard.role) name=heard.author note=when::short_day(heard.at, zone)/>
                    <p class=class lang=language dir="auto">{words}</p>
                </li>
            }
        })
        .collect_view();
    Some(
        view! {
            <section class="split">
                <div class="split__side"><h2>{say!(home.heard)}</h2></div>
                <div class="split__main"><ul class="lines">{rows}</ul></div>
            </section>
        }
        .into_any(),
    )
}

fn came_by(visits: Vec<Visit>, zone: &str) -> AnyView {
    let body = if visits.is_empty() {
        view! { <p class="soft">{say!(home.nobody_yet)}</p> }.into_any()
    } else {
        let rows = visits
            .into_iter()
            .map(|visit| {
                let day = when::short_day(visit.at, zone);
                view! { <li><VoiceMark voice=Voice::Family name=visit.name note=visit.kinship/> <span class="push soft small">{day}</span></li> }
            })
            .collect_view();
        view! { <ul class="lines">{rows}</ul> }.into_any()
    };
    view! {
        <section class="split">
            <div class="split__side"><h2>{say!(home.who_came_by)}</h2></div>
            <div class="split__main">{body}</div>
        </section>
    }
    .into_any()
}
