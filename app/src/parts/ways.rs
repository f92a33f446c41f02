//! Ways from page to page: back, and between the pages of one student.

use kinfolio::person::{Role, Student};
use leptos::prelude::*;

use super::Icon;
use crate::shell::Place;
use crate::wording::apart;

/// The way back, at the head of a page.
#[component]
pub fn Back(#[prop(into)] to: String, #[prop(into)] words: String) -> impl IntoView {
    view! { <a class="back" href=to><Icon name="arrow-start" flip=true/> <bdi>{words}</bdi></a> }
}

/// How many words of what a way is about are enough to tell it from another.
const TELLING: usize = 7;

/// What a way is called for whoever hears it and sees nothing around it: ways of one page that read alike and lead to different
/// things are told apart by the first words of what each is about.
pub fn way_about(way: &str, about: &str) -> String {
    let mut words = about.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(TELLING).collect();
    if first.is_empty() {
        return way.to_owned();
    }
    let more = if words.next().is_some() { " …" } else { "" };
    format!("{way}: {}", apart(format!("{}{more}", first.join(" "))))
}

/// For those who accompany a student: the name, and the ways to what is theirs. Students have them in the header.
#[component]
pub fn StudentTabs(
    student: Student,
    here: Place,
    /// Where the page is only looked at, with somebody else's eyes: the ways are there, and lead nowhere.
    #[prop(optional)]
    looked_at: bool,
) -> impl IntoView {
    (student.standing.role != Role::Student).then(|| {
        let ways = [
            (Place::Portfolio, "portfolio", say!(portfolio.title)),
            (Place::Definition, "definition", say!(shell.definition)),
            (Place::Conference, "conference", say!(shell.their_conference)),
        ]
        .map(|(place, page, words)| {
            let address = (!looked_at).then(|| format!("/student/{}/{page}", student.id));
            view! { <a href=address aria-current=(place == here).then_some("page")>{words}</a> }
        })
        .collect_view();
        let back = (!looked_at).then(|| format!("/student/{}", student.id));
        view! {
            <a class="back" href=back><Icon name="arrow-start" flip=true/> <bdi>{student.name.clone()}</bdi></a>
            <nav class="nav small" aria-label=student.name>{ways}</nav>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_told_apart_by_the_first_words_of_what_they_are_about() {
        assert_eq!(way_about("Hide", ""), "Hide");
        assert_eq!(way_about("Hide", "We  listen."), "Hide: \u{2068}We listen.\u{2069}");
        let long = "one two three four five six seven eight";
        assert_eq!(way_about("Hide", long), "Hide: \u{2068}one two three four five six seven …\u{2069}");
    }
}
