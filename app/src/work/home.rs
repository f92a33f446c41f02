//! A student's home: the one next step, then the rest.

use kinfolio::commitment::Commitment;
use kinfolio::conference::{self, Conference};
use kinfolio::day::Day;
use kinfolio::definition::{Definition, Statement, Version};
use kinfolio::grant::{Visit, visits_of};
use kinfolio::id::WorkId;
use kinfolio::next_step::{FRESH_DAYS, NextStep, StepFacts, next_step};
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::portfolio::Portfolio;
use kinfolio::store::Conn;
use kinfolio::time::ChosenTime;
use kinfolio::work::{LatelySaid, Work, WorkCard};
use leptos::prelude::*;

use super::list::{Still, row};
use super::quick::QuickAdd;
use super::title_of;
use crate::asking::Asking;
use crate::commitment::AskedHow;
use crate::conference::asked::{AskedBy, AskedByClassmates};
use crate::parts::{Voice, VoiceMark};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place};
use crate::time::{ComesBeforePlan, ComesWith, is_about};
use crate::when;

/// How many works and visits stand here; the rest is a page away.
const FEW: usize = 4;

/// What the page shows.
struct Home {
    step: NextStep,
    student: Student,
    works: Vec<WorkCard>,
    still: Still,
    heard: Vec<LatelySaid>,
    statement: Option<Statement>,
    conference: Option<Conference>,
    visits: Vec<Visit>,
    zone: String,
    asked: AskedBy,
    promised: Vec<Commitment>,
    /// When the family comes.
    comes: Option<ChosenTime>,
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
    let works = Work::of_student(conn, &student).await?;
    let still = Still::of(conn, &student).await?;
    let definition = Definition::current_of(conn, &student.school_id, &student.id).await?;
    let (mut statement, mut version_to_answer) = (None, None);
    if let Some(definition) = &definition {
        statement = Statement::first_of(conn, definition, student.standing).await?;
        if let Some(version) = Version::newest_of(conn, definition).await? {
            let is_open = version.affirmed_at.is_none();
            let awaited = is_open && !version.is_answered_by(conn, &student.school_id, &student.id).await?;
            version_to_answer = awaited.then_some(version.id);
        }
    }
    let all = student.conferences(conn).await?;
    let next = conference::next(&all, asking.now()).cloned();
    let conference = match &next {
        Some(next) => {
            let has_moments = !next.purposes(conn).await?.is_empty();
            Some((next.id.clone(), next.facts.starts_at.0 - asking.now().0, has_moments))
        }
        None => None,
    };
    let heard = LatelySaid::lately(conn, &student, asking.now().plus_days(-FRESH_DAYS), FEW as i64).await?;
    let written_about: Vec<WorkId> = heard.iter().map(|heard| heard.work_id.clone()).collect();
    let loose = Portfolio::loose(conn, &student).await?.into_iter().next().map(|stand| stand.work);
    let has_definition = definition.is_some();
    let today = Day::of(asking.now(), &viewer.time_zone);
    let is_to_be_read_again = definition.is_some_and(|definition| definition.is_to_be_read_again(today));
    let facts = StepFacts {
        works: &works,
        written_about: &written_about,
        loose,
        has_definition,
        version_to_answer,
        is_to_be_read_again,
        conference,
    };
    let step = next_step(facts);
    let visits = visits_of(conn, &student, FEW as i64).await?;
    let asked = AskedBy::of(asking, conn, &student, viewer).await?;
    let promised = Commitment::waiting_for(conn, viewer, asking.now()).await?;
    let chosen = student.chosen_time(conn, asking.now()).await?;
    let comes = chosen.filter(|choice| next.as_ref().is_none_or(|next| is_about(choice, next, &all, asking.now())));
    let zone = viewer.time_zone.clone();
    Ok(Home { step, student, works, still, heard, statement, conference: next, visits, zone, asked, promised, comes })
}

fn body(home: Home) -> AnyView {
    let Home { step, student, works, still, heard, statement, conference, visits, zone, asked, promised, comes } = home;
    let next = next(&step, &student, &works);
    let more = works.len() > FEW;
    let rows = works.into_iter().take(FEW).map(|card| row(card, &zone, &still)).collect_view();
    let all = more.then(|| view! { <p><a class="go small" href="/work">{say!(home.all_works)}</a></p> });
    let definition = format!("/student/{}/definition", student.id);
    let statement = statement.map(|statement| {
        view! {
            <section class="split">
                <div class="split__side"><h2><a href=definition>{say!(shell.definition)}</a></h2></div>
                <div class="split__main"><blockquote class="statement" lang=statement.language.tag().to_owned() dir="auto">{statement.text}</blockquote></div>
            </section>
        }
    });
    let conference = match (conference, comes) {
        (None, None) => None,
        (None, Some(choice)) => {
            Some(view! { <ComesBeforePlan choice student=student.id.clone() zone=zone.clone()/> }.into_any())
        }
        (Some(conference), comes) => {
            let at = conference.facts.starts_at;
            let comes = comes
                .map(|choice| view! { <ComesWith choice conference=conference.clone() leads=true zone=zone.clone()/> });
            Some(view! {
                <a class="when" href=format!("/conference/{}", conference.id)>
                    {say!(home.the_conference)} " " <strong>{when::day_and_time(at, &zone)}</strong> " " <bdi>{conference.facts.place}</bdi>
                </a>
                {comes}
            }
            .into_any())
        }
    };
    let conference = conference.map(|conference| {
        view! {
            <section class="split">
                <div class="split__side"><h2>{say!(conference.title)}</h2></div>
                <div class="split__main">{conference}</div>
            </section>
        }
    });
    view! {
        <Main>
            <h1 class="sr">{say!(shell.home)}</h1>
            {next}
            <AskedHow waiting=promised/>
            <section class="split">
                <div class="split__side"><h2>{say!(work.title)}</h2>{all}</div>
                <div class="split__main">
                    <QuickAdd beside=true/>
                    <ul class="works">{rows}</ul>
                </div>
            </section>
            {heard_lately(heard, &zone)}
            {statement}
            {conference}
            <AskedByClassmates asked/>
            {came_by(visits, &zone)}
        </Main>
    }
    .into_any()
}

/// The one next step: what, and the way to it.
fn next(step: &NextStep, student: &Student, works: &[WorkCard]) -> AnyView {
    let title = |id: &WorkId| {
        works.iter().find(|card| card.work.id == *id).map(|card| title_of(&card.work)).unwrap_or_default()
    };
    let own = |page: &str| format!("/student/{}/{page}", student.id);
    let (what, to, action) = match step {
        NextStep::Revise(id) => (say!(home.revise, title = title(id)), format!("/work/{id}"), say!(home.revise_do)),
        NextStep::AskAgain(id) => (say!(home.ask_again, title = title(id)), format!("/work/{id}"), say!(home.open)),
        NextStep::ReadFeedback(id) => {
            (say!(home.read_feedback, title = title(id)), format!("/work/{id}"), say!(home.read_feedback_do))
        }
        NextStep::PutOnShelf(id) => {
            (say!(home.put_on_shelf, title = title(id)), own("portfolio/arrange"), say!(home.put_on_shelf_do))
        }
        NextStep::Answer(id) => (say!(home.answer), format!("/version/{id}/answer"), say!(home.answer_do)),
        NextStep::ReadAgain => (say!(home.read_again), own("definition"), say!(home.read_again_do)),
        NextStep::PlanMoments(id) => (say!(home.plan_moments), format!("/conference/{id}"), say!(home.plan_moments_do)),
        NextStep::LookThrough(id) => (say!(home.look_through), format!("/conference/{id}"), say!(home.look_through_do)),
        NextStep::AddFirst => (say!(home.add_first), "/work/new".to_owned(), say!(work.add)),
        NextStep::FinishDraft(id) => {
            (say!(home.finish_draft, title = title(id)), format!("/work/{id}/edit"), say!(home.finish_draft_do))
        }
        NextStep::StartDefinition => (say!(home.start_definition), own("definition"), say!(home.start_definition_do)),
        NextStep::AskForCheck(id) => {
            (say!(home.ask_for_check, title = title(id)), format!("/work/{id}"), say!(home.open))
        }
        NextStep::PlanConference => (say!(home.plan_conference), own("conference"), say!(home.plan_conference_do)),
        NextStep::AddWork => (say!(home.all_in_hand), "/work/new".to_owned(), say!(work.add)),
    };
    view! {
        <section class="next">
            <h2 class="soft small">{say!(home.next)}</h2>
            <p class="next__what">{what}</p>
            <div class="actions"><a class="btn btn--primary btn--big" href=to>{action}</a></div>
        </section>
    }
    .into_any()
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
