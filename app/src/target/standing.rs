//! How a student stands to a target, in words.

use kinfolio::target::standing::{TargetShowing, TargetStanding};
use leptos::prelude::*;

/// A standing, by name.
pub fn standing_words(standing: TargetStanding) -> String {
    match standing {
        TargetStanding::Mastered => say!(mastery.mastered),
        TargetStanding::InCheck => say!(mastery.in_check),
        TargetStanding::NotYet => say!(mastery.not_yet),
        TargetStanding::Begun => say!(mastery.begun),
        TargetStanding::Open => say!(mastery.open),
        TargetStanding::Ahead => say!(mastery.ahead),
    }
}

/// A standing, as a word with its mark.
#[component]
pub fn StandingMark(standing: TargetStanding) -> impl IntoView {
    let class = match standing {
        TargetStanding::Mastered => "state--mastered",
        TargetStanding::InCheck => "state--waiting",
        TargetStanding::NotYet => "state--notyet",
        TargetStanding::Begun => "state--shown",
        TargetStanding::Open => "state--open",
        TargetStanding::Ahead => "state--none state--draft",
    };
    view! { <span class=format!("state {class}")>{standing_words(standing)}</span> }
}

/// The title of a work that shows a target, as a way to it.
pub fn work_link(work: TargetShowing) -> impl IntoView {
    let title = if work.title.is_empty() { say!(work.untitled) } else { work.title };
    view! { <a class="said" href=format!("/work/{}", work.work_id) lang=work.language.tag().to_owned() dir="auto">{title}</a> }
}
