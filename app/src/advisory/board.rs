//! An advisor's board: what asks for them first, then everyone, A to Z.

use kinfolio::commitment::Commitment;
use kinfolio::conference;
use kinfolio::conference::ready::{Checklist, SchoolList};
use kinfolio::day::Day;
use kinfolio::definition::{Contribution, Definition};
use kinfolio::person::{Person, Role, Student};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::time::Choice;
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
struct Line {
    person: Person,
    /// Who has contributed to the definition; none when there is no definition.
    voices: Option<Vec<(Role, String)>>,
    /// Whether the day has come to read the definition again.
    read_again: bool,
    conference: Option<kinfolio::at::At>,
    /// Of the next conference, with whether the plan has moments.
    ready: Option<(Checklist, bool)>,
    waiting: Vec<WaitingCheck>,
    /// When the family comes.
    comes: Option<Choice>,
}

/// The board.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::SeeBoard)?.clone();
    let mut conn = asking.read().await?;
    let waiting = Check::waiting_for(&mut conn, &viewer).await?;
    let mut lines = Vec::new();
    let list = SchoolList::of(&mut conn, &viewer.school_id).await?;
    for person in Student::of_viewer(&mut conn, &viewer).await? {
        lines.push(line(&asking, &mut conn, person, &waiting, &list).await?);
    }
    let promised = Commitment::waiting_for(&mut conn, &viewer, asking.now()).await?;
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
                    <AskedHow waiting=promised/>
                    {everyone(lines, &zone)}
                </Main>
            }
        })
        .await)
}

async fn line(
    asking: &Asking,
    conn: &mut Conn,
    person: Person,
    waiting: &[WaitingCheck],
    list: &SchoolList,
) -> Result<Line, Refusal> {
    let student = asking.student(conn, &person.id, Action::SeeStudent).await?;
    let today = Day::of(asking.now(), &asking.viewer()?.time_zone);
    let (mut spoken, mut read_again) = (None, false);
    if let Some(definition) = Definition::current_of(conn, &student.school_id, &student.id).await? {
        let definition = definition.looked_at_by(&asking.viewer()?.person_id);
        spoken = Some(voices(&Contribution::of_definition(conn, &definition, student.standing).await?));
        read_again = definition.is_to_be_read_again(today);
    }
    let all = student.conferences(conn).await?;
    let next = conference::next(&all, asking.now());
    let conference = next.map(|next| next.facts.starts_at);
    let mut ready = None;
    if let Some(next) = next {
        let (plan, duties) = (next.plan(conn).await?, next.duties(conn).await?);
        ready = Some((next.checklist(conn, list, &plan, &duties).await?, !plan.moments.is_empty()));
    }
    let waiting = waiting.iter().filter(|check| check.student_id == person.id).cloned().collect();
    let comes = student.chosen_time(conn, asking.now()).await?;
    Ok(Line { person, voices: spoken, read_again, conference, ready, waiting, comes })
}

/// Each voice once, in the order student, family, school.
fn voices(contributions: &[Contribution]) -> Vec<(Role, String)> {
    let mut voices: Vec<(Role, String)> =
        contributions.iter().map(|c| (c.author_role, c.author_name.clone())).collect();
    voices.sort();
    voices.dedup();
    voices
}

fn first(waiting: Vec<WaitingCheck>, lines: &[Line], zone: &str) -> AnyView {
    let again: Vec<AnyView> = lines.iter().filter(|line| line.read_again).map(|line| again(&line.person)).collect();
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
fn again(student: &Person) -> AnyView {
    let to = format!("/student/{}/definition", student.id);
    view! {
        <li>
            <p>{say!(board.read_again, name = apart(&student.name))} <span>{say!(board.read_again_due)}</span></p>
            <a class="btn btn--small" href=to>{say!(board.open_definition)}</a>
        </li>
    }
    .into_any()
}

fn everyone(lines: Vec<Line>, zone: &str) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="empty">{say!(board.nobody)}</p> }.into_any();
    }
    let rows = lines.into_iter().map(|line| row(line, zone)).collect_view();
    view! { <section><h2>{say!(board.everyone)}</h2><ul class="board">{rows}</ul></section> }.into_any()
}

fn row(line: Line, zone: &str) -> AnyView {
    let Line { person, voices, conference, ready, waiting, comes, .. } = line;
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
    let plan = ready.map(|(checklist, begun)| {
        let words = if begun { said(&checklist) } else { say!(ready.not_begun) };
        view! { <div class="board__fact"><b>{say!(conference.plan)}</b>{words}</div> }
    });
    let comes = match comes {
        Some(choice) => {
            let at = (starts != Some(choice.time.starts_at)).then(|| when::day_and_time(choice.time.starts_at, zone));
            view! { <p class="soft small">{at} " " {who_comes(&choice)}</p> }.into_any()
        }
        None => {
            let to = format!("/student/{}/time", person.id);
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
            <p class="board__name"><a href=format!("/student/{}", person.id)><bdi>{person.name}</bdi></a></p>
            <div class="board__fact"><b>{say!(board.voices)}</b>{voices}</div>
            <div class="board__fact"><b>{say!(board.waiting)}</b>{waiting}</div>
            <div class="board__fact"><b>{say!(board.conference)}</b>{conference} {comes}</div>
            {plan}
        </li>
    }
    .into_any()
}
