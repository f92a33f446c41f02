//! Times for conferences: advisors offer them, families choose.

pub mod calendar;
pub mod choice;
pub mod choose;
pub mod day;
pub mod list;
pub mod offer;

use kinfolio::at::At;
use kinfolio::conference::Conference;
use kinfolio::id::PersonId;
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
        view! { <p class="soft">{say!(time.lost_given, at = at)}</p> }.into_any()
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
    Ok(is_about(&choice, conference, &all, now).then_some(choice))
}

/// Whether a time that was chosen is about this conference; `all` are the student's, in the order of their start.
pub(crate) fn is_about(choice: &ChosenTime, conference: &Conference, all: &[Conference], now: At) -> bool {
    let next = || all.iter().find(|other| other.waits_for_a_time(now));
    choice.time.starts_at == conference.facts.starts_at || next().is_some_and(|next| next.id == conference.id)
}

/// Beneath a conference's own time: with whom, and whether both say the same time.
#[component]
pub fn ComesWith(choice: ChosenTime, conference: Conference, leads: bool, zone: String) -> impl IntoView {
    match differs(&choice, &conference, leads, &zone) {
        Some(differs) => view! { <Comes choice zone/> {differs} }.into_any(),
        None => view! { <p class="soft">{who_comes(&choice)}</p> }.into_any(),
    }
}

/// At the student's home, while there is no plan: when the family comes, and the way to begin.
#[component]
pub fn ComesBeforePlan(choice: ChosenTime, student: PersonId, zone: String) -> impl IntoView {
    view! {
        <Comes choice zone/>
        <p><a class="btn" href=format!("/student/{student}/conference")>{say!(time.plan_it)}</a></p>
    }
}

/// The student leads: where the plan says another time, they are told, and nothing is changed.
fn differs(choice: &ChosenTime, conference: &Conference, leads: bool, zone: &str) -> Option<AnyView> {
    let starts = conference.facts.starts_at;
    (starts != choice.time.starts_at).then(|| {
        let plan = when::day_and_time(starts, zone);
        let way = leads.then(|| {
            let to = format!("/conference/{}/edit", conference.id);
            view! { " " <a href=to>{say!(time.differs_way)}</a> }
        });
        view! { <p class="nudge">{say!(time.differs, plan = plan)} {way}</p> }.into_any()
    })
}

/// On a student's page: the time that is chosen, or the way to choose one.
#[component]
pub fn TimeOf(
    student: PersonId,
    time: ChosenOrNot,
    /// Whether the day and the place stand above already.
    merged: bool,
    /// Whether something else is asked already.
    quiet: bool,
    zone: String,
) -> impl IntoView {
    let here = format!("/student/{student}/time");
    let ChosenOrNot { chosen, lost, some_are_free } = time;
    if let Some(choice) = chosen {
        let move_way = view! { <a class="go" href=here>{say!(time.move_way)}</a> };
        return match merged {
            true => view! { <p class="soft">{who_comes(&choice)}</p> <p>{move_way}</p> }.into_any(),
            false => view! {
                <section class="flow"><h2>{say!(time.yours)}</h2><Comes choice zone/><p>{move_way}</p></section>
            }
            .into_any(),
        };
    }
    let lost = lost.filter(|ended| !ended.words.is_empty());
    let lost = lost.map(|ended| view! { <Lost ended to=here.clone() zone/> });
    let ask = some_are_free.then(|| match quiet {
        true => view! {
            <section class="when flow">
                <h2>{say!(time.ask)}</h2>
                <p><a class="btn" href=here>{say!(time.choose_title)}</a></p>
            </section>
        }
        .into_any(),
        false => view! {
            <section class="voice voice--family ask">
                <h2>{say!(time.ask)}</h2>
                <p class="soft">{say!(time.ask_do)}</p>
                <div class="actions"><a class="btn btn--family btn--big" href=here>{say!(time.choose_title)}</a></div>
            </section>
        }
        .into_any(),
    });
    view! { {lost} {ask} }.into_any()
}

/// What a student's page knows about their time.
#[derive(Clone, Debug, Default)]
pub struct ChosenOrNot {
    chosen: Option<ChosenTime>,
    lost: Option<Ended>,
    /// Whether there are some to choose from.
    some_are_free: bool,
}

impl ChosenOrNot {
    /// Reads it.
    pub async fn of(conn: &mut Conn, student: &Student, now: At) -> Result<Self, StoreError> {
        let chosen = student.chosen_time(conn, now).await?;
        let lost = student.lost_time(conn, chosen.as_ref(), now).await?;
        let some_are_free = chosen.is_none() && !student.free_times(conn, now).await?.is_empty();
        Ok(Self { chosen, lost, some_are_free })
    }

    /// Whether the chosen time is that of a conference.
    pub fn is_at(&self, conference: Option<&Conference>) -> bool {
        let starts = conference.map(|conference| conference.facts.starts_at);
        self.chosen.as_ref().is_some_and(|choice| Some(choice.time.starts_at) == starts)
    }
}
