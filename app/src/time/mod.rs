//! Times for conferences: advisors offer them, families choose.

pub mod calendar;
pub mod choose;
pub mod day;
pub mod list;
pub mod offer;

use kinfolio::id::PersonId;
use kinfolio::time::{Choice, Time, Way};
use leptos::prelude::*;

use crate::when;
use crate::wording::apart;

/// What a way of coming together is called.
pub(crate) fn way_words(way: Way) -> String {
    match way {
        Way::InPerson => say!(time.in_person),
        Way::Video => say!(time.video),
        Way::Phone => say!(time.phone),
        Way::HomeVisit => say!(time.home_visit),
    }
}

/// "5:40 PM – 6:05 PM".
pub(crate) fn span(time: &Time, zone: &str) -> String {
    format!("{} – {}", when::time(time.starts_at, zone), when::time(time.ends_at, zone))
}

/// Where, with whom, with which interpreter.
pub(crate) fn about(time: &Time) -> String {
    let mut parts = Vec::new();
    if !time.place.is_empty() {
        parts.push(apart(&time.place));
    }
    parts.push(say!(time.with_name, name = apart(time.held_by())));
    if let Some(language) = language_name(&time.interpreter) {
        parts.push(say!(time.interpreter_there, language = language));
    }
    parts.join(" · ")
}

/// A language's own name, where a tag stands for one.
pub(crate) fn language_name(tag: &str) -> Option<String> {
    kinfolio::language::Language::tagged(tag).map(|language| language.own_name().to_owned())
}

/// Who comes, how, and with which interpreter.
pub(crate) fn who_comes(choice: &Choice) -> String {
    let needs = language_name(&choice.needs).map(|language| say!(time.needs, language = language));
    let parts = [Some(say!(time.comes, name = apart(&choice.person))), Some(way_words(choice.way)), needs];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The day and the time a family comes, and how: for everybody who prepares.
#[component]
pub fn Comes(choice: Choice, zone: String) -> impl IntoView {
    let starts = choice.time.starts_at;
    view! {
        <div class="when">
            <strong><time datetime=when::machine(starts, &zone)>{when::day(starts, &zone)}", "{span(&choice.time, &zone)}</time></strong>
            <p>{about(&choice.time)}</p>
            <p class="soft small">{who_comes(&choice)}</p>
        </div>
    }
}

/// On a student's page: the time that is chosen, or the way to choose one.
#[component]
pub fn TimeOf(
    student: PersonId,
    time: (Option<Choice>, bool),
    /// Whether the day and the place stand above already.
    merged: bool,
    zone: String,
) -> impl IntoView {
    let here = format!("/student/{student}/time");
    match time {
        (Some(choice), _) if merged => view! {
            <p class="soft">{who_comes(&choice)} " " <a href=here>{say!(time.move_way)}</a></p>
        }
        .into_any(),
        (Some(choice), _) => view! {
            <section class="flow">
                <h2>{say!(time.yours)}</h2>
                <Comes choice zone/>
                <p><a href=here>{say!(time.move_way)}</a></p>
            </section>
        }
        .into_any(),
        (None, true) => view! {
            <section class="voice voice--family ask">
                <h2>{say!(time.ask)}</h2>
                <p class="soft">{say!(time.ask_do)}</p>
                <div class="actions"><a class="btn btn--family btn--big" href=here>{say!(time.ask_way)}</a></div>
            </section>
        }
        .into_any(),
        (None, false) => ().into_any(),
    }
}
