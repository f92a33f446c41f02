//! The portfolio: what families read, and how the student arranges it.

pub mod arrange;
pub mod cover;
pub mod page;
pub mod print;
pub mod shelf;
pub mod statement;

use kinfolio::work::WorkState;
use leptos::prelude::*;

use crate::work::names::State;

/// Where a work is on its road, once somebody was asked about it.
#[component]
pub fn RoadMark(state: WorkState) -> impl IntoView {
    (!matches!(state, WorkState::Draft | WorkState::Kept)).then(|| view! { <State state/> })
}
