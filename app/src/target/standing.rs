//! How a student stands to a target, in words.

use kinfolio::target::standing::{Showing, Standing};
use leptos::prelude::*;

/// A standing, by name.
pub fn standing_words(standing: Standing) -> String {
    match standing {
        Standing::Mastered => say!(mastery.mastered),
        Standing::InCheck => say!(mastery.in_check),
        Standing::NotYet => say!(mastery.not_yet),
        Standing::Begun => say!(mastery.begun),
        Standing::Open => say!(mastery.open),
        Standing::Ahead => say!(mastery.ahead),
    }
}

/// A standing, as a word with its mark.
#[component]
pub fn StandingMark(standing: Standing) -> impl IntoView {
    let class = match standing {
        Standing::Mastered => "state--mastered",
        Standing::InCheck => "state--waiting",
        Standing::NotYet => "state--notyet",
        Standing::Begun => "state--shown",
        Standing::Open => "state--open",
        Standing::Ahead => "state--none state--draft",
    };
    view! { <span class=format!("state {class}")>{standing_words(standing)}</span> }
}

/// The title of a work that shows a target, as a way to it.
pub fn work_link(work: Showing) -> impl IntoView {
    let title = if work.title.is_empty() { say!(work.untitled) } else { work.title };
    view! { <a class="said" href=format!("/work/{}", work.work_id) lang=work.language.tag().to_owned() dir="auto">{title}</a> }
}
