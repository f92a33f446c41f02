//! An advisor's board: what asks for them first, then everyone, A to Z.

use std::collections::HashMap;

use kinfolio::commitment::Commitment;
use kinfolio::conference::ready::{Progress, SchoolList};
use kinfolio::conference::{self, Conference};
use kinfolio::day::Day;
use kinfolio::definition::{Contribution, Definition, Section};
use kinfolio::id::PersonId;
use kinfolio::person::{Role, Student, Viewer};
use kinfolio::policy::{Action, Standing};
use kinfolio::store::Conn;
use kinfolio::time::ChosenTime;
use kinfolio::work::{Check, WaitingCheck};
use leptos::prelude::*;

use crate::asking::Asking;
use crate::commitment::AskedHow;
use crate::conference::ready::said;
use crate::parts::{Voice, VoiceMark};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place, Width};
use crate::time::who_comes;
use crate::when;
use crate::wording::apart;

/// One student on the board.
struct BoardRow {
    student: Student,
    /// Who has contributed to the definition; none when there is no definition.
    voices: Option<Vec<(Role, String)>>,
    /// Whether the day has come to read the definition again.
    read_again: bool,
    conference: Option<kinfolio::at::At>,
    /// Of the next conference.
    progress: Option<Progress>,
    waiting: Vec<WaitingCheck>,
    /// When the family comes.
    comes: Option<ChosenTime>,
}

/// The board.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::SeeBoard)?.clone();
    let mut conn = asking.read().await?;
    let waiting = Check::waiting_for(&mut conn, &viewer).await?;
    let lines = lines(&asking, &mut conn, &viewer, &waiting).await?;
    let commitments = Commitment::waiting_for(&mut conn, &viewer, asking.now()).await?;
    drop(conn);
    let page = Page::titled(say_in!(asking.locale, board.title)).at(Place::Board).working();
    let zone = viewer.time_zone;
    Ok(asking
        .page(page, move || {
            view! {
                <Main width=Width::Wide>
                    <header><h1>{say!(board.title)}</h1><p class="lead">{say!(board.lead)}</p>
                        <p><a class="go" href="/advisory/targets">{say!(mastery.grid_go)}</a></p></header>
                    {first(waiting, &lines, &zone)}
                    <AskedHow waiting=commitments/>
                    {everyone(lines, &zone)}
                </Main>
            }
        })
        .await)
}

/// Everybody's line: what is asked is asked for all of them at once.
async fn lines(
    asking: &Asking,
    conn: &mut Conn,
    viewer: &Viewer,
    waiting: &[WaitingCheck],
) -> Result<Vec<BoardRow>, Refusal> {
    let (school, now) = (&viewer.school_id, asking.now());
    let today = Day::of(now, &viewer.time_zone);
    let students = asking.students(conn, Action::SeeStudent).await?;
    let ids = || students.iter().map(|student| &student.id);
    let mut definitions = Definition::current_of_each(conn, school, ids()).await?;
    let of_definitions = definitions.values().map(|definition| &definition.id);
    let mut spoken = Contribution::voices_of_each(conn, school, of_definitions).await?;
    let conferences = Conference::of_each(conn, school, ids()).await?;
    let next_of = |id: &PersonId| conference::next(conferences.get(id)?, now);
    let list = SchoolList::of(conn, school).await?;
    let next: Vec<&Conference> = ids().filter_map(next_of).collect();
    let mut progress = Progress::of_each(conn, school, &list, &next).await?;
    let mut chosen = ChosenTime::of_each(conn, school, ids(), now).await?;
    let mut checks: HashMap<&PersonId, Vec<WaitingCheck>> = HashMap::new();
    for check in waiting {
        checks.entry(&check.student_id).or_default().push(check.clone());
    }
    let mut lines = Vec::new();
    for student in &students {
        let definition = definitions.remove(&student.id).map(|definition| definition.looked_at_by(&viewer.person_id));
        let next = next_of(&student.id);
        lines.push(BoardRow {
            student: student.clone(),
            voices: definition.as_ref().map(|definition| {
                voices(spoken.remove(&definition.id).unwrap_or_default(), definition, student.standing)
            }),
            read_again: definition.is_some_and(|definition| definition.is_to_be_read_again(today)),
            conference: next.map(|next| next.facts.starts_at),
            progress: next.and_then(|next| progress.remove(&next.id)),
            waiting: checks.remove(&student.id).unwrap_or_default(),
            comes: chosen.remove(&student.id),
        });
    }
    Ok(lines)
}

/// Each voice that the advisor may hear once, in the order student, family, school.
fn voices(spoken: Vec<(Section, Role, String)>, definition: &Definition, standing: Standing) -> Vec<(Role, String)> {
    let heard = spoken.into_iter().filter(|(section, ..)| definition.may(standing, Action::SeeSection, *section));
    let mut voices: Vec<(Role, String)> = heard.map(|(_, role, name)| (role, name)).collect();
    voices.sort();
    voices.dedup();
    voices
}

fn first(waiting: Vec<WaitingCheck>, lines: &[BoardRow], zone: &str) -> AnyView {
    let again: Vec<AnyView> = lines.iter().filter(|line| line.read_again).map(|line| again(&line.student)).collect();
    let body = if waiting.is_empty() && again.is_empty() {
        view! { <p class="soft">{say!(board.nothing)}</p> }.into_any()
    } else {
        let rows = waiting
            .into_iter()
            .map(|check| {
                let to = format!("/work/{}#check", check.work_id);
                let day = when::short_day(check.asked_at, zone);
                view! {
                    <li>
                        <p>{say!(board.answer_check)} " " <a class="said" dir="auto" href=to.clone()>{check.title}</a>
                            <span>{say!(board.asks, name = check.student, day = day)}</span></p>
                        <a class="btn btn--small" href=to>{say!(board.open_check)}</a>
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="today">{rows} {again}</ul> }.into_any()
    };
    view! { <section><h2>{say!(board.first)}</h2>{body}</section> }.into_any()
}

/// That it is time to read a definition again.
fn again(student: &Student) -> AnyView {
    let to = format!("/student/{}/definition", student.id);
    view! {
        <li>
            <p>{say!(board.read_again, name = apart(&student.name))} <span>{say!(board.read_again_due)}</span></p>
            <a class="btn btn--small" href=to>{say!(board.open_definition)}</a>
        </li>
    }
    .into_any()
}

fn everyone(lines: Vec<BoardRow>, zone: &str) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="empty">{say!(board.nobody)}</p> }.into_any();
    }
    let rows = lines.into_iter().map(|line| row(line, zone)).collect_view();
    view! { <section><h2>{say!(board.everyone)}</h2><ul class="board">{rows}</ul></section> }.into_any()
}

fn row(line: BoardRow, zone: &str) -> AnyView {
    let BoardRow { student, voices, conference, progress, waiting, comes, .. } = line;
    let voices = match voices {
        None => view! { <span class="soft">{say!(board.no_definition)}</span> }.into_any(),
        Some(voices) => {
            let no_family = !voices.iter().any(|(role, _)| *role == Role::Family);
            let marks =
                voices.into_iter().map(|(role, name)| view! { <VoiceMark voice=Voice::of(role) name/> }).collect_view();
            let missing = no_family.then(|| view! { <p class="who who--none">{say!(board.no_family)}</p> });
            view! { <div class="marks">{marks}{missing}</div> }.into_any()
        }
    };
    let starts = conference;
    let conference = match conference {
        Some(at) => when::day_and_time(at, zone),
        None => say!(board.no_conference),
    };
    let plan = progress.map(|progress| {
        let words = if progress.is_begun { said(&progress.checklist) } else { say!(ready.not_begun) };
        view! { <div class="board__fact"><b>{say!(conference.plan)}</b>{words}</div> }
    });
    let comes = match comes {
        Some(choice) => {
            let at = (starts != Some(choice.time.starts_at)).then(|| when::day_and_time(choice.time.starts_at, zone));
            view! { <p class="soft small">{at} " " {who_comes(&choice)}</p> }.into_any()
        }
        None => {
            let to = format!("/student/{}/time", student.id);
            view! { <p class="small"><a class="soft" href=to>{say!(time.not_chosen)}</a></p> }.into_any()
        }
    };
    let waiting = if waiting.is_empty() {
        view! { <span class="soft">{say!(board.no_waiting)}</span> }.into_any()
    } else {
        let works = waiting
            .into_iter()
            .map(|check| view! { <a class="said" dir="auto" href=format!("/work/{}#check", check.work_id)>{check.title}</a> " " })
            .collect_view();
        view! { <span>{works}</span> }.into_any()
    };
    view! {
        <li>
            <p class="board__name"><a href=format!("/student/{}", student.id)><bdi>{student.name}</bdi></a></p>
            <div class="board__fact"><b>{say!(board.voices)}</b>{voices}</div>
            <div class="board__fact"><b>{say!(board.waiting)}</b>{waiting}</div>
            <div class="board__fact"><b>{say!(board.conference)}</b>{conference} {comes}</div>
            {plan}
        </li>
    }
    .into_any()
}
