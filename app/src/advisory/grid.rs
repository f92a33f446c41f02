//! The advisory and the targets: who stands where, and whom to gather around what. Students from A to Z, never ranked.

use kinfolio::day::Day;
use kinfolio::person::{Student, in_order_of_names};
use kinfolio::policy::Action;
use kinfolio::target::Target;
use kinfolio::target::gathering::Gathering;
use kinfolio::target::map::in_order;
use kinfolio::target::standing::{Stand, TargetStanding};
use kinfolio::target::unit::Unit;
use leptos::prelude::*;

use crate::asking::Asking;
use crate::parts::{Back, way_about};
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place, Width};
use crate::target::{StandingMark, standing_words};
use crate::wording::apart;

/// One student, with how they stand to each target.
type GridLine = (Student, Vec<Stand>);

/// The grid.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::SeeBoard)?.clone();
    let mut conn = asking.read().await?;
    let every = in_order(Target::all(&mut conn, &viewer.school_id).await?);
    let targets: Vec<Target> = every.iter().filter(|target| !target.is_withdrawn).cloned().collect();
    let students = asking.students(&mut conn, Action::SeeMap).await?;
    let mut stands = Stand::of_each(&mut conn, &viewer.school_id, &students, &targets).await?;
    let today = Day::of(asking.now(), &viewer.time_zone);
    let gatherings = Gathering::of_advisor(&mut conn, &viewer, today).await?;
    let mut units = Unit::of_advisor(&mut conn, &viewer).await?;
    drop(conn);
    units.retain(|unit| unit.is_about_now(today));
    let called = (gatherings, every, students.clone(), viewer.time_zone.clone());
    let line = |student: Student| {
        let stands = stands.remove(&student.id).unwrap_or_default();
        (student, stands)
    };
    let mut lines: Vec<GridLine> = students.into_iter().map(line).collect();
    in_order_of_names(&mut lines, |(student, _)| &student.name);
    let page = Page::titled(say_in!(asking.locale, mastery.grid)).at(Place::Board).working();
    Ok(asking.page(page, move || body(targets, lines, called, units)).await)
}

fn body(
    targets: Vec<Target>,
    lines: Vec<GridLine>,
    (called, about, students, zone): (Vec<Gathering>, Vec<Target>, Vec<Student>, String),
    units: Vec<Unit>,
) -> AnyView {
    let names: Vec<String> = units.iter().map(|unit| apart(&unit.name)).collect();
    let now = match names.is_empty() {
        true => say!(mastery.pace_none),
        false => say!(mastery.pace_now, names = names.join(" · ")),
    };
    let head = view! {
        <header>
            <Back to="/" words=say!(shell.board)/>
            <h1>{say!(mastery.grid)}</h1>
            <p class="lead">{say!(mastery.grid_lead)}</p>
            <p>{now} " " <a class="go" href="/advisory/pace">{say!(mastery.pace)}</a></p>
        </header>
    };
    // Also around a target that is offered no more.
    let called = super::gather::called(&called, &about, &students, &zone);
    if targets.is_empty() || lines.is_empty() {
        let words = if targets.is_empty() { say!(target.empty_others) } else { say!(board.nobody) };
        return view! { <Main>{head}{called}<div class="empty"><p>{words}</p></div></Main> }.into_any();
    }
    let gatherings: Vec<_> =
        targets.iter().enumerate().filter_map(|(place, target)| gather(place, target, &lines)).collect();
    let gatherings = match gatherings.is_empty() {
        true => view! { <p class="soft">{say!(mastery.nothing_to_gather)}</p> }.into_any(),
        false => view! { <ul class="gather">{gatherings}</ul> }.into_any(),
    };
    view! {
        <Main width=Width::Wide>
            {head}
            {called}
            <section class="flow">
                <h2>{say!(mastery.gather)}</h2>
                <p class="soft">{say!(mastery.gather_lead)}</p>
                {gatherings}
            </section>
            {table(&targets, lines)}
        </Main>
    }
    .into_any()
}

/// Around a target: those for whom it is *not yet*, those for whom it is next, and those who could show it.
fn gather(place: usize, target: &Target, lines: &[GridLine]) -> Option<AnyView> {
    let those = |wanted: &[TargetStanding]| {
        let names: Vec<_> = lines
            .iter()
            .filter_map(|(person, stands)| Some((person, stands.get(place)?)))
            .filter(|(_, stand)| wanted.contains(&stand.standing))
            .map(|(person, stand)| {
                // One name leads to several works.
                let (to, label) = match stand.works.first() {
                    Some(work) => (format!("/work/{}", work.work_id), Some(way_about(&person.name, &work.title))),
                    None => (format!("/student/{}/targets", person.id), None),
                };
                view! { <li><a href=to aria-label=label><bdi>{person.name.clone()}</bdi></a></li> }
            })
            .collect();
        (!names.is_empty()).then_some(names)
    };
    let group = |label: String, names: Option<Vec<_>>| {
        names.map(|names| view! { <div><dt>{label}</dt><dd><ul class="inline">{names}</ul></dd></div> })
    };
    let (not_yet, begun, help) =
        (those(&[TargetStanding::NotYet]), those(&[TargetStanding::Begun]), those(&[TargetStanding::Mastered]));
    if not_yet.is_none() && begun.is_none() {
        return None;
    }
    let label = say!(mastery.gather_them_around, target = apart(&target.statement));
    Some(
        view! {
            <li>
                <h3 dir="auto">{target.statement.clone()}</h3>
                <dl>
                    {group(say!(mastery.gather_not_yet), not_yet)}
                    {group(say!(mastery.gather_begun), begun)}
                    {group(say!(mastery.gather_help), help)}
                </dl>
                <p><a class="btn btn--small" href=format!("/advisory/gather?target={}", target.id) aria-label=label>{say!(mastery.gather_them)}</a></p>
            </li>
        }
        .into_any(),
    )
}

fn table(targets: &[Target], lines: Vec<GridLine>) -> AnyView {
    let subjects = targets.iter().fold(Vec::<(String, usize)>::new(), |mut subjects, target| {
        match subjects.last_mut() {
            Some((subject, wide)) if *subject == target.subject => *wide += 1,
            _ => subjects.push((target.subject.clone(), 1)),
        }
        subjects
    });
    let subjects = subjects
        .into_iter()
        .map(|(subject, wide)| view! { <th scope="colgroup" colspan=wide.to_string()><bdi>{subject}</bdi></th> })
        .collect_view();
    let heads = targets
        .iter()
        .map(|target| view! { <th scope="col"><a class="plain" href=format!("/targets#{}", target.id) dir="auto">{target.statement.clone()}</a></th> })
        .collect_view();
    let rows = lines
        .into_iter()
        .map(|(person, stands)| {
            let to = format!("/student/{}/targets", person.id);
            let cells =
                stands.into_iter().zip(targets).map(|(stand, target)| cell(stand, &person, target)).collect_view();
            view! { <tr><th scope="row"><a href=to><bdi>{person.name.clone()}</bdi></a></th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <section class="flow">
            <h2>{say!(mastery.grid_table)}</h2>
            <div class="grid" role="region" tabindex="0" aria-label=say!(mastery.grid_frame)>
                <table>
                    <caption class="sr">{say!(mastery.grid_table)}</caption>
                    <thead>
                        <tr><td></td>{subjects}</tr>
                        <tr><th scope="col">{say!(mastery.grid_student)}</th>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// How a student stands to a target, as a way to the work that says so.
fn cell(stand: Stand, person: &Student, target: &Target) -> AnyView {
    let standing = stand.standing;
    match stand.works.into_iter().next() {
        Some(work) => {
            let words = standing_words(standing);
            let label = say!(
                mastery.grid_cell,
                state = words,
                name = apart(&person.name),
                target = apart(&target.statement),
                work = apart(&work.title)
            );
            view! { <td><a class="plain" href=format!("/work/{}", work.work_id) aria-label=label><StandingMark standing/></a></td> }
                .into_any()
        }
        None if standing == TargetStanding::Ahead => {
            view! { <td><span class="soft small">{standing_words(standing)}</span></td> }.into_any()
        }
        None => view! { <td><StandingMark standing/></td> }.into_any(),
    }
}
