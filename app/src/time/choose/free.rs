//! The free times, day by day, each one a big way on.

use kinfolio::field;
use kinfolio::person::Person;
use kinfolio::time::{ChosenTime, Neighbour, Time};
use leptos::prelude::*;

use super::ChoosePage;
use super::confirm::interpreters;
use crate::asking::Asking;
use crate::parts::{Back, Hidden, SelectField};
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place, Width};
use crate::time::{Comes, Lost, about, day_and_span, language_name, span};
use crate::when;
use crate::wording::apart;

/// The page.
pub(super) async fn show(asking: &Asking, table: ChoosePage) -> Answer {
    let name = apart(table.student.called());
    let title = match table.chooser {
        Some(_) => say_in!(asking.locale, time.choose_title),
        None => say_in!(asking.locale, time.enter_title, name = name.clone()),
    };
    let page = Page::titled(title.clone()).at(Place::Elsewhere);
    let page = if table.chooser.is_some() { page } else { page.working() };
    let languages = asking.viewer()?.languages.clone();
    Ok(asking
        .page(page, move || {
            let here = table.here();
            let lead = match (&table.chooser, &table.own) {
                (None, _) => say!(time.enter_lead),
                (Some(_), Some(_)) => say!(time.move_lead),
                (Some(_), None) => say!(time.choose_lead, name = name),
            };
            let others = table.others().map(|other| say!(time.chosen_by, name = apart(&other.person)));
            let own = table.own.clone().map(|choice| {
                let by_family = table.chooser.is_some();
                view! { <Own choice others=others here=here.clone() zone=table.zone.clone() by_family/> }
            });
            let lost = table.lost.clone().map(|ended| {
                view! { <Lost ended to=here.clone() zone=table.zone.clone()/> }
            });
            let times = if table.free.is_empty() {
                view! { <div class="empty"><h2>{say!(time.none)}</h2><p>{say!(time.none_do)}</p></div> }.into_any()
            } else {
                view! { <p class="lead">{lead}</p> <Wish here languages needs=table.needs.clone()/> {in_two(&table)} }
                    .into_any()
            };
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=format!("/student/{}", table.student.id) words=apart(&table.student.name)/>
                        <h1>{title}</h1>
                    </header>
                    {lost}
                    {own}
                    {times}
                    <OfSiblings people=table.waiting/>
                </Main>
            }
        })
        .await)
}

/// The time they have, and the ways to keep it in a calendar or to give it back.
#[component]
fn Own(
    choice: ChosenTime,
    /// That somebody else of the family has it.
    others: Option<String>,
    here: String,
    zone: String,
    by_family: bool,
) -> impl IntoView {
    let entered = (choice.entered_by != choice.person_id).then(|| {
        let words = say!(time.said_by, name = apart(&choice.person), by = apart(&choice.entered_name));
        view! { <p class="soft small">{words}</p> }
    });
    let note = (!choice.note.is_empty()).then(|| view! { <p class="said" dir="auto">{choice.note.clone()}</p> });
    let id = choice.time.id.to_string();
    let told =
        others.is_some().then(|| view! { <p class="soft">{say!(time.others_told, name = apart(&choice.person))}</p> });
    let title = others.unwrap_or_else(|| if by_family { say!(time.yours) } else { say!(time.theirs) });
    let end = if by_family {
        view! {
            <form method="post" action=format!("{here}/give-back")>
                <Hidden name=field::TIME value=id.clone()/>
                <button class="btn btn--quiet">{say!(time.give_back)}</button>
            </form>
        }
        .into_any()
    } else {
        view! { <a class="btn btn--quiet" href=format!("/choice/{}", choice.choice_id)>{say!(time.choice_way)}</a> }
            .into_any()
    };
    view! {
        <section class="flow">
            <h2>{title}</h2>
            {told}
            <Comes choice zone/>
            {note}
            {entered}
            <div class="actions">
                <a class="btn" href=format!("{here}?time={id}")>{say!(time.change)}</a>
                <a class="btn" href=format!("{here}/calendar")>{say!(time.to_calendar)}</a>
                {end}
            </div>
        </section>
    }
}

/// One question before the times: whether somebody should interpret. The times that fit come first then.
#[component]
fn Wish(here: String, languages: kinfolio::language::Languages, needs: String) -> impl IntoView {
    let choices = interpreters(&languages, &[]);
    view! {
        <form class="wish" method="get" action=here>
            <SelectField name=field::NEEDS label=say!(time.needs_label) choices value=needs/>
            <button class="btn">{say!(time.needs_show)}</button>
        </form>
    }
}

/// Those next to a brother's or sister's first, then those with the interpreter they want, then the others.
fn in_two(table: &ChoosePage) -> impl IntoView + use<> {
    let next_to = |time: &&Time| table.siblings.iter().any(|other| time.beside(&other.time).is_some());
    let beside: Vec<&Time> = table.free.iter().filter(next_to).collect();
    let beside = table.siblings.first().map(|sibling| {
        let name = apart(&sibling.student_called);
        let at = day_and_span(&sibling.time, &table.zone);
        let rows = if beside.is_empty() {
            view! { <p class="soft">{say!(time.beside_none)}</p> }.into_any()
        } else {
            days(table, &beside).into_any()
        };
        view! {
            <section class="flow ask voice voice--family">
                <h2>{say!(time.beside, name = name.clone())}</h2>
                <p class="soft">{say!(time.beside_when, name = name, at = at)}</p>
                {rows}
            </section>
        }
    });
    let (fitting, others): (Vec<&Time>, Vec<&Time>) =
        table.free.iter().partition(|time| !table.needs.is_empty() && time.interpreter == table.needs);
    let fitting = (!table.needs.is_empty()).then(|| {
        let language = language_name(&table.needs).map(apart).unwrap_or_default();
        let none = fitting.is_empty().then(|| view! { <p class="soft">{say!(time.interpreter_later)}</p> });
        view! {
            <section class="flow">
                <h2>{say!(time.interpreter_there, language = language)}</h2>
                {none}
                {days(table, &fitting)}
            </section>
        }
    });
    let heading = if fitting.is_some() { say!(time.others) } else { say!(time.free_times) };
    let section = |heading: String, times: &[&Time]| {
        (!times.is_empty()).then(|| view! { <section class="flow"><h2>{heading}</h2>{days(table, times)}</section> })
    };
    // Whom they know comes first.
    let (own, hosted): (Vec<&Time>, Vec<&Time>) = others.into_iter().partition(|time| time.host.is_empty());
    let hosted_heading = if own.is_empty() { heading.clone() } else { say!(time.with_others) };
    view! { {beside} {fitting} {section(heading, &own)} {section(hosted_heading, &hosted)} }
}

/// Times under their days.
fn days(table: &ChoosePage, times: &[&Time]) -> impl IntoView + use<> {
    let zone = table.zone.as_str();
    let mut days: Vec<(String, Vec<AnyView>)> = Vec::new();
    for time in times {
        let day = when::day(time.starts_at, zone);
        let row = row(table, time).into_any();
        match days.last_mut() {
            Some((last, rows)) if *last == day => rows.push(row),
            _ => days.push((day, vec![row])),
        }
    }
    days.into_iter()
        .map(|(day, rows)| view! { <section class="flow"><h3>{day}</h3><ul class="times">{rows}</ul></section> })
        .collect_view()
}

fn row(table: &ChoosePage, time: &Time) -> impl IntoView + use<> {
    let wish = if table.needs.is_empty() { String::new() } else { format!("&needs={}", table.needs) };
    let beside = table.siblings.iter().find_map(|other| {
        let name = apart(&other.student_called);
        let words = match time.beside(&other.time)? {
            Neighbour::RightAfter => say!(time.right_after, name = name),
            Neighbour::RightBefore => say!(time.right_before, name = name),
        };
        Some(view! { <span class="small strong">{words}</span> })
    });
    view! {
        <li><a class="time" href=format!("{}?time={}{wish}", table.here(), time.id)>
            <strong>{span(time, &table.zone)}</strong>
            {beside}
            <span class="soft small">{about(time)}</span>
        </a></li>
    }
}

/// Brothers and sisters who have no time yet.
#[component]
fn OfSiblings(people: Vec<Person>) -> impl IntoView {
    (!people.is_empty()).then(|| {
        let rows = people
            .into_iter()
            .map(|person| {
                let words = say!(time.sibling_way, name = apart(person.called()));
                view! { <li><a class="btn" href=format!("/student/{}/time", person.id)>{words}</a></li> }
            })
            .collect_view();
        view! {
            <section class="flow">
                <h2>{say!(time.siblings)}</h2>
                <p class="soft">{say!(time.siblings_do)}</p>
                <ul class="flow">{rows}</ul>
            </section>
        }
    })
}
