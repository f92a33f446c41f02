//! `/` for family: straight to their student; where there are several, what is new with each, and the one thing that is asked
//! first.

use kinfolio::agenda::family::{FamilyAgenda, FamilyNews, FamilyStep, NewSince};
use kinfolio::at::At;
use kinfolio::digest::MailWish;
use kinfolio::id::PersonId;
use kinfolio::person::Student;
use leptos::prelude::*;

use super::day::the_day;
use super::digest::IsItYours;
use super::letter::Nobody;
use super::news::News;
use super::steps::{Ask, ask_words, later_words};
use crate::agenda::Later;
use crate::asking::{Asking, go};
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place, Width};
use crate::when;
use crate::wording::{Locale, apart};

/// Home.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.viewer()?.clone();
    let now = asking.now();
    let mut conn = asking.read().await?;
    let students = Student::of_family(&mut conn, &viewer).await?;
    if let [only] = students.as_slice() {
        return go(format!("/student/{}", only.id));
    }
    let mut new = FamilyNews::of_each(&mut conn, &viewer, &students, now).await?;
    let mut children = Vec::new();
    for student in students {
        let agenda = FamilyAgenda::of(&mut conn, &viewer, &student, &asking.school_words, now).await?;
        let new = new.remove(&student.id).unwrap_or_default();
        children.push(Child { student, agenda, new });
    }
    let asked = MailWish::to_be_confirmed(&mut conn, &viewer).await?.is_some();
    drop(conn);
    let greeting = greeting(asking.locale, now, &viewer.time_zone, viewer.called());
    let page = Page::titled(greeting.clone()).at(Place::Home);
    Ok(asking.page(page, move || body(greeting, children, asked, &viewer.time_zone, now)).await)
}

/// One of several students, as their family sees them.
struct Child {
    student: Student,
    agenda: FamilyAgenda,
    new: NewSince,
}

impl Child {
    /// What is asked about them, the first thing first; not what is on the card of the day, nor what nobody has to do.
    fn asks(&self) -> impl Iterator<Item = &FamilyStep> {
        let quiet = |step: &&FamilyStep| !matches!(step, FamilyStep::Come(_) | FamilyStep::Look);
        self.agenda.steps.iter().filter(quiet)
    }

    fn is_the_day(&self) -> bool {
        self.agenda.day.as_ref().is_some_and(|day| day.phase.is_the_day())
    }
}

fn body(greeting: String, children: Vec<Child>, asked: bool, zone: &str, now: At) -> AnyView {
    if children.is_empty() {
        return view! { <Main width=Width::Narrow><header><h1>{greeting}</h1></header><Nobody/></Main> }.into_any();
    }
    // Whose day it is comes first; else one thing, of whichever student it is.
    let today: Vec<AnyView> = children
        .iter()
        .filter(|child| child.is_the_day())
        .filter_map(|child| {
            Some(the_day(child.agenda.day.clone()?, child.agenda.has_moments, &child.student, true, zone, now))
        })
        .collect();
    let first = children
        .iter()
        .filter_map(|child| Some((child, child.asks().next()?)))
        .min_by_key(|(_, step)| step.rank())
        .filter(|_| today.is_empty());
    let of = first.map(|(child, _)| child.student.id.clone());
    let ask = first.map(|(child, step)| ask_words(step, &child.student, &child.agenda.asked));
    let asked_at = ask.as_ref().map(|words| words.to.clone());
    let ask = ask.map(|words| view! { <Ask words/> });
    let rows: Vec<AnyView> =
        children.into_iter().map(|child| row(child, of.as_ref(), asked_at.as_deref(), zone, now)).collect();
    view! {
        <Main width=Width::Narrow>
            <header><h1>{greeting}</h1></header>
            {today}
            {ask}
            {rows}
            <IsItYours asked/>
        </Main>
    }
    .into_any()
}

/// One student: when their conference is, what is new, and what is asked about them beside the first thing.
fn row(child: Child, first: Option<&PersonId>, asked_at: Option<&str>, zone: &str, now: At) -> AnyView {
    let is_first = first == Some(&child.student.id);
    let later: Vec<_> = child
        .asks()
        .skip(usize::from(is_first))
        .map(|step| later_words(step, &child.student, &child.agenda.asked))
        .collect();
    let asked_at = asked_at.filter(|_| is_first).map(str::to_owned);
    let is_the_day = child.is_the_day();
    let Child { student, agenda, new } = child;
    let to = format!("/student/{}", student.id);
    let day = agenda.day.filter(|_| !is_the_day).map(|day| {
        let words = match day.is_watched_at_home {
            true => say!(family.conference_recorded),
            false => say!(agenda.conference_of, name = apart(student.called())),
        };
        let at = day.starts_at;
        view! { <p class="soft">{words} " · " <time datetime=when::machine(at, zone)>{when::near(at, now, zone)}</time></p> }
    });
    let over = agenda.over.filter(|over| over.is_fresh()).map(|over| {
        let words = say!(agenda.was, day = when::day(over.starts_at, zone));
        view! { <p class="then"><a class="go" href=format!("/conference/{}", over.conference)>{words}</a></p> }
    });
    let open = say!(family.open_pages, name = apart(student.called()));
    let name = student.name.clone();
    view! {
        <section class="flow">
            <h2 class="said"><bdi>{name}</bdi></h2>
            {day}
            <News new student=student.clone() zone=zone.to_owned() asked_at beneath=true/>
            <Later steps=later heading=say!(family.asked_of_you) beneath=true/>
            {over}
            <p class="actions"><a class="btn btn--big" href=to>{open}</a></p>
        </section>
    }
    .into_any()
}

/// "Good afternoon, Rosa."
pub fn greeting(locale: Locale, now: At, zone: &str, name: &str) -> String {
    let name = apart(name);
    match now.in_zone(zone).hour() {
        4..12 => say_in!(locale, family.good_morning, name = name),
        12..18 => say_in!(locale, family.good_afternoon, name = name),
        _ => say_in!(locale, family.good_evening, name = name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greeting_knows_what_time_it_is_at_school() {
        let at = |hour| At::on_the_wall(kinfolio::at::wall(2026, 12, 3, hour, 0).unwrap(), "America/New_York").unwrap();
        let greet = |hour| greeting(Locale::tagged("es").unwrap(), at(hour), "America/New_York", "Rosa");
        assert_eq!(greet(9), "Buenos días, \u{2068}Rosa\u{2069}.");
        assert_eq!(greet(17), "Buenas tardes, \u{2068}Rosa\u{2069}.");
        assert_eq!(greet(22), "Buenas noches, \u{2068}Rosa\u{2069}.");
    }
}
