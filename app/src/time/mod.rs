//! Times for conferences: advisors offer them, families choose.

pub mod calendar;
pub mod choice;
pub mod choose;
pub mod day;
pub mod list;
pub mod offer;

use kinfolio::at::At;
use kinfolio::conference::Conference;
use kinfolio::person::Student;
use kinfolio::store::{Conn, StoreError};
use kinfolio::time::{ChosenTime, Ended, Time, Way};
use leptos::prelude::*;

use crate::parts::{Voice, VoiceCard};
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

/// "Thursday, December 3, 2026, 5:40 PM – 6:05 PM".
pub(crate) fn day_and_span(time: &Time, zone: &str) -> String {
    format!("{}{}{}", when::day(time.starts_at, zone), say!(adding.comma), span(time, zone))
}

/// Where, with whom, with which interpreter.
pub(crate) fn about(time: &Time) -> String {
    let mut parts = Vec::new();
    if !time.place.is_empty() {
        parts.push(apart(&time.place));
    }
    parts.push(say!(time.with_name, name = apart(time.held_by())));
    if let Some(language) = language_name(&time.interpreter) {
        parts.push(say!(time.interpreter_there, language = apart(language)));
    }
    if time.is_longer() {
        parts.push(say!(time.longer));
    }
    parts.join(" · ")
}

/// A language's own name, where a tag stands for one.
pub(crate) fn language_name(tag: &str) -> Option<String> {
    kinfolio::language::Language::tagged(tag).map(|language| language.own_name().to_owned())
}

/// "Ofelia Lara comes · in person · asks for an interpreter: Español".
pub(crate) fn who_comes(choice: &ChosenTime) -> String {
    let needs = language_name(&choice.needs).map(|language| say!(time.needs, language = apart(language)));
    let parts = [Some(say!(time.comes, name = apart(&choice.person))), Some(way_words(choice.way)), needs];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The day and the time a family comes, and how: for everybody who prepares.
#[component]
pub fn Comes(choice: ChosenTime, zone: String) -> impl IntoView {
    let starts = choice.time.starts_at;
    let how = who_comes(&choice);
    view! {
        <div class="when">
            <strong><time datetime=when::machine(starts, &zone)>{day_and_span(&choice.time, &zone)}</time></strong>
            <p>{about(&choice.time)}</p>
            <p class="soft small">{how}</p>
        </div>
    }
}

/// A time that is off: what the advisor says about it, and the way to take it out of a calendar.
#[component]
pub fn Lost(ended: Ended, to: String, zone: String) -> impl IntoView {
    let at = when::day_and_time(ended.starts_at, &zone);
    let words = if ended.words.is_empty() {
        view! { <p class="soft">{say!(time.lost_given, at = at, name = apart(&ended.ended_by))}</p> }.into_any()
    } else {
        view! {
            <h2>{say!(time.lost)}</h2>
            <VoiceCard voice=Voice::School name=ended.ended_by language=ended.language note=at>
                <p class="said" dir="auto">{ended.words}</p>
            </VoiceCard>
        }
        .into_any()
    };
    view! {
        <section class="flow">
            {words}
            <p class="small"><a class="go" href=format!("{to}/calendar")>{say!(time.from_calendar)}</a></p>
        </section>
    }
}

/// The time a family has chosen, where it is about this conference: the next one that has not begun.
pub(crate) async fn chosen_for(
    conn: &mut Conn,
    student: &Student,
    conference: &Conference,
    now: At,
) -> Result<Option<ChosenTime>, StoreError> {
    let Some(choice) = student.chosen_time(conn, now).await? else { return Ok(None) };
    let all = student.conferences(conn).await?;
    let is_about_it = choice.about(&all, now).is_some_and(|about| about.id == conference.id);
    Ok(is_about_it.then_some(choice))
}

/// Beneath a conference's own time: with whom.
#[component]
pub fn ComesWith(choice: ChosenTime) -> impl IntoView {
    view! { <p class="soft">{who_comes(&choice)}</p> }
}
