//! An advisor's Today: what waits, in one order, each one click from done; then everyone, A to Z, and what is missing.

use kinfolio::agenda::TheDay;
use kinfolio::agenda::advisor::{AdvisorAgenda, AdvisorStep, BoardLine, Missing};
use kinfolio::at::At;
use kinfolio::field;
use kinfolio::permit::{OpenedByPermit, has_more_than_a_role};
use kinfolio::person::stand_in::StandIn;
use kinfolio::policy::Action;
use kinfolio::worry::hears_of_worries;
use leptos::prelude::*;

use super::opened::{opened, stands_in};
use super::waiting::{IsOff, Waits, waiting_words};
use crate::agenda::DayCard;
use crate::asking::Asking;
use crate::conference::ready::said;
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place, Width};
use crate::time::who_comes;
use crate::when;
use crate::wording::apart;

/// How many things that wait stand in sight; the others are folded.
const IN_SIGHT: usize = 6;

/// What is missing, in words.
fn missing_words(missing: Missing) -> String {
    match missing {
        Missing::FamilyVoice => say!(board.lacks_family_voice),
        Missing::Definition => say!(board.lacks_definition),
        Missing::Day => say!(board.lacks_day),
        Missing::Plan => say!(board.lacks_plan),
    }
}

/// The board.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::SeeBoard)?.clone();
    let mut conn = asking.read().await?;
    let students = asking.students(&mut conn, Action::SeeStudent).await?;
    let agenda = AdvisorAgenda::of(&mut conn, &viewer, students, asking.now()).await?;
    let hears = hears_of_worries(&mut conn, &viewer).await?;
    let (is_let_in, stands_in_now) = has_more_than_a_role(&mut conn, &viewer).await?;
    let let_in = if is_let_in { OpenedByPermit::of(&mut conn, &viewer).await? } else { Vec::new() };
    let stand_ins =
        if stands_in_now { StandIn::of_person(&mut conn, &viewer, asking.now()).await? } else { Vec::new() };
    drop(conn);
    let missing = Missing::named(asking.query().get(field::MISSING));
    let page = Page::titled(say_in!(asking.locale, board.title)).at(Place::Board).working();
    let (zone, now) = (viewer.time_zone, asking.now());
    Ok(asking
        .page(page, move || {
            let days = days(&agenda, &zone, now);
            let waits = waits(&agenda, &zone, now);
            let worries = hears.then(|| view! { " " <a class="go" href="/worries">{say!(worries.title)}</a> });
            view! {
                <Main width=Width::Wide>
                    <header><h1>{say!(board.title)}</h1><p class="lead">{say!(board.lead)}</p>
                        <p><a class="go" href="/advisory/targets">{say!(mastery.grid_go)}</a> " " <a class="go" href="/advisory/news">{say!(paper.go)}</a>{worries}</p></header>
                    {stands_in(&stand_ins, &zone)}
                    {days}
                    {waits}
                    {opened(let_in, &zone)}
                    {everyone(agenda.lines, missing, &zone)}
                </Main>
            }
        })
        .await)
}

/// The conferences of today, and of tomorrow once it is evening.
fn days(agenda: &AdvisorAgenda, zone: &str, now: At) -> Option<AnyView> {
    let cards: Vec<_> = agenda
        .waiting
        .iter()
        .filter(|waiting| matches!(waiting.step, AdvisorStep::Follow(_)))
        .filter_map(|waiting| {
            let line = agenda.lines.iter().find(|line| line.student.id == waiting.student)?;
            Some(the_day(line, line.day.clone()?, zone, now))
        })
        .collect();
    (!cards.is_empty()).then(|| view! { <div class="days">{cards}</div> }.into_any())
}

fn the_day(line: &BoardLine, day: TheDay, zone: &str, now: At) -> AnyView {
    let is_begun = line.progress.as_ref().is_some_and(|progress| progress.is_begun);
    let plan = if is_begun {
        line.progress.as_ref().map(|progress| said(&progress.checklist))
    } else {
        Some(say!(ready.not_begun))
    };
    let ways = match &day.conference {
        Some(id) if is_begun => vec![
            (format!("/conference/{id}/follow"), say!(live.follow)),
            (format!("/conference/{id}"), say!(home.look_through_do)),
        ],
        Some(id) => vec![(format!("/conference/{id}"), say!(home.look_through_do))],
        None => vec![(format!("/student/{}/time", line.student.id), say!(agenda.see_time))],
    };
    let title = say!(agenda.conference_of, name = apart(line.student.called()));
    view! { <DayCard day title plan ways zone=zone.to_owned() now/> }.into_any()
}

/// What waits: a few in sight, the others folded.
fn waits(agenda: &AdvisorAgenda, zone: &str, now: At) -> AnyView {
    let mut rows: Vec<_> = agenda
        .waiting
        .iter()
        .filter(|waiting| !matches!(waiting.step, AdvisorStep::Follow(_)))
        .filter_map(|waiting| Some((waiting_words(waiting, agenda, zone)?, waiting.key())))
        .map(|(words, key)| view! { <Waits words key now zone=zone.to_owned()/> })
        .collect();
    let body = if rows.is_empty() {
        view! { <p class="soft">{say!(board.nothing)}</p> }.into_any()
    } else {
        let more = rows.split_off(rows.len().min(IN_SIGHT));
        let count = more.len() as i64;
        let more = (count > 0).then(|| {
            view! { <details class="fold"><summary>{say!(board.more, count = count)}</summary><ul class="today">{more}</ul></details> }
        });
        view! { <ul class="today">{rows}</ul> {more} }.into_any()
    };
    let off: Vec<_> = agenda
        .put_off
        .iter()
        .filter_map(|waiting| Some((waiting_words(waiting, agenda, zone)?, waiting.key())))
        .map(|(words, key)| view! { <IsOff words key/> })
        .collect();
    let off = (!off.is_empty()).then(|| {
        view! { <details class="fold"><summary>{say!(board.is_off)}</summary><ul class="today">{off}</ul></details> }
    });
    view! { <section id="waits"><h2>{say!(board.first)}</h2>{body}{off}</section> }.into_any()
}

fn everyone(lines: Vec<BoardLine>, missing: Option<Missing>, zone: &str) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="empty">{say!(board.nobody)}</p> }.into_any();
    }
    let filters: Vec<_> = [None]
        .into_iter()
        .chain(Missing::ALL.iter().copied().map(Some))
        .filter(|filter| {
            filter.is_none_or(|missing| lines.iter().any(|line| line.lacks(missing))) || *filter == missing
        })
        .map(|filter| {
            let (to, words) = match filter {
                None => ("/#everyone".to_owned(), say!(board.lacks_anything)),
                Some(missing) => (format!("/?missing={}#everyone", missing.as_str()), missing_words(missing)),
            };
            let current = (filter == missing).then_some("page");
            view! { <li><a href=to aria-current=current>{words}</a></li> }
        })
        .collect();
    let rows: Vec<_> = lines
        .into_iter()
        .filter(|line| missing.is_none_or(|missing| line.lacks(missing)))
        .map(|line| row(line, zone))
        .collect();
    let none = rows.is_empty().then(|| view! { <p class="soft">{say!(board.lacks_nobody)}</p> });
    view! {
        <section id="everyone">
            <h2>{say!(board.everyone)}</h2>
            <nav class="small" aria-label=say!(board.lacks)><ul class="inline">{filters}</ul></nav>
            {none}
            <ul class="board">{rows}</ul>
        </section>
    }
    .into_any()
}

/// A student: the day, and what is open, in words. What needs nothing is not said.
fn row(line: BoardLine, zone: &str) -> AnyView {
    let mut open = Vec::new();
    if line.voices.is_none() {
        open.push(say!(board.lacks_definition));
    }
    if line.lacks(Missing::FamilyVoice) {
        open.push(say!(board.no_family));
    }
    if line.day.is_none() {
        open.push(say!(board.no_conference));
    } else if line.lacks(Missing::Plan) {
        open.push(say!(board.lacks_plan));
    }
    let BoardLine { student, day, progress, checks, .. } = line;
    open.extend(progress.filter(|progress| progress.is_begun).map(|progress| said(&progress.checklist)));
    let open = (!open.is_empty()).then(|| view! { <p class="soft small">{open.join(" · ")}</p> });
    let day = day.map(|day| {
        let who = day.chosen.as_ref().map(|choice| view! { <span class="soft small">{who_comes(choice)}</span> });
        let at = when::day_and_time(day.starts_at, zone);
        let at = match &day.conference {
            Some(id) => view! { <a href=format!("/conference/{id}")>{at}</a> }.into_any(),
            None => view! { <span>{at}</span> }.into_any(),
        };
        view! { <p>{at} " " {who}</p> }
    });
    let checks: Vec<_> = checks
        .into_iter()
        .map(|check| view! { <a class="said small" dir="auto" href=format!("/work/{}#check", check.work_id)>{check.title}</a> " " })
        .collect();
    let checks = (!checks.is_empty()).then(|| view! { <p>{checks}</p> });
    view! {
        <li>
            <p class="board__name"><a href=format!("/student/{}", student.id)><bdi>{student.name}</bdi></a></p>
            <div class="board__fact">{day} {open} {checks}</div>
        </li>
    }
    .into_any()
}
