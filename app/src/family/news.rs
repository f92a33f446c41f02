//! What is new since somebody of the family was here last: a line each, with the way to it.

use kinfolio::agenda::family::{FamilyNews, FamilyNewsKind, NewSince};
use kinfolio::person::Student;
use leptos::prelude::*;

use crate::when;
use crate::wording::{Locale, Worded, apart, locale};

/// How many lines there are; what is older is found on the pages themselves.
const MOST: usize = 8;

/// What is new with a student, or that nothing is.
#[component]
pub(super) fn News(
    new: NewSince,
    student: Student,
    zone: String,
    /// Where the one thing leads that is asked first: it is not said twice.
    #[prop(optional_no_strip)]
    asked_at: Option<String>,
    /// Whether it stands beneath a heading of its own.
    #[prop(optional)]
    beneath: bool,
) -> impl IntoView {
    let NewSince { last_visit, news } = new;
    let last_visit = last_visit?;
    let day = when::day(last_visit, &zone);
    let lines: Vec<_> = news
        .iter()
        .map(|news| (news_line(locale(), news, &student, &zone), news.at))
        .filter(|((_, to), _)| Some(to) != asked_at.as_ref())
        .take(MOST)
        .collect();
    if lines.is_empty() {
        let class = if beneath { "soft" } else { "lead" };
        return Some(view! { <p class=class>{say!(family.since_none, day = day)}</p> }.into_any());
    }
    let rows = lines
        .into_iter()
        .map(|((words, to), at)| {
            let dir = words.language.is_some().then_some("auto");
            let day = when::short_day(at, &zone);
            view! { <li><div><a class="strong" href=to lang=words.lang() dir=dir>{words.words.clone()}</a><p class="soft small">{day}</p></div></li> }
        })
        .collect_view();
    let heading = say!(family.since, day = day);
    let heading = match beneath {
        true => view! { <h3>{heading}</h3> }.into_any(),
        false => view! { <h2>{heading}</h2> }.into_any(),
    };
    Some(view! { <section class="flow">{heading}<ul class="lines">{rows}</ul></section> }.into_any())
}

/// The same as lines on paper, in a language that is named.
pub(crate) fn paper_lines(
    locale: Locale,
    news: impl Iterator<Item = FamilyNews>,
    student: &Student,
    zone: &str,
) -> Vec<Worded> {
    news.map(|news| {
        let (words, _) = news_line(locale, &news, student, zone);
        // A title alone says where it is from.
        match news.kind {
            FamilyNewsKind::Work => Worded::from(say_in!(locale, family.news_work, title = apart(words.words))),
            _ => words,
        }
    })
    .collect()
}

/// What happened, and where it is to be read.
fn news_line(locale: Locale, news: &FamilyNews, student: &Student, zone: &str) -> (Worded, String) {
    let name = || apart(student.called());
    let who = || apart(&news.author);
    let day = || news.starts_at.map(|at| when::day_in(locale, at, zone)).unwrap_or_default();
    let conference = format!("/conference/{}", news.about);
    let definition = || format!("/student/{}/definition", student.id);
    match news.kind {
        FamilyNewsKind::Work => {
            let to = format!("/work/{}", news.about);
            match news.title.is_empty() {
                true => (say_in!(locale, work.untitled).into(), to),
                false => (Worded { words: news.title.clone(), language: news.language.clone() }, to),
            }
        }
        FamilyNewsKind::Definition => (say_in!(locale, family.news_definition, name = name()).into(), definition()),
        FamilyNewsKind::Asked => (say_in!(locale, family.news_asked, name = name()).into(), definition()),
        FamilyNewsKind::Answer => {
            (say_in!(locale, family.news_answer, name = who()).into(), format!("/contribution/{}/talk", news.about))
        }
        FamilyNewsKind::Planned => {
            (say_in!(locale, family.news_planned, name = name(), day = day()).into(), conference)
        }
        FamilyNewsKind::Moved => (say_in!(locale, family.news_moved, day = day()).into(), conference),
        FamilyNewsKind::CalledOff => (say_in!(locale, conference.called_off, day = day()).into(), conference),
        FamilyNewsKind::Letter => {
            (say_in!(locale, family.news_letter, name = name()).into(), format!("{conference}#replies"))
        }
        FamilyNewsKind::Promise => {
            (say_in!(locale, family.news_promise, name = who()).into(), format!("{conference}#p-{}", news.said))
        }
        FamilyNewsKind::Outcome => {
            (say_in!(locale, family.news_outcome, name = who()).into(), format!("{conference}#p-{}", news.said))
        }
        FamilyNewsKind::LookedBack => (say_in!(locale, family.news_looked_back, name = who()).into(), conference),
    }
}
