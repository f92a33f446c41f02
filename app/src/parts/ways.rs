//! Ways from page to page: back, and between the pages of one student.

use kinfolio::person::{Role, Student};
use leptos::prelude::*;

use super::Icon;
use crate::shell::Place;

/// The way back, at the head of a page.
#[component]
pub fn Back(#[prop(into)] to: String, #[prop(into)] words: String) -> impl IntoView {
    view! { <a class="back" href=to><Icon name="arrow-start" flip=true/> <bdi>{words}</bdi></a> }
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
