//! The portfolio: what families read, and how the student arranges it.

pub mod arrange;
pub mod page;
pub mod shelf;

use kinfolio::portfolio::Checked;
use leptos::prelude::*;

/// What the last mastery check says, where somebody has answered one.
#[component]
pub fn CheckedMark(checked: Checked) -> impl IntoView {
    match checked {
        Checked::Mastered => Some(view! { <span class="state state--mastered">{say!(portfolio.mastered)}</span> }),
        Checked::NotYet => Some(view! { <span class="state state--notyet">{say!(portfolio.not_yet)}</span> }),
        Checked::Never => None,
    }
}
