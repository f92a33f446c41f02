//! The day of a conference, as it stands on everybody's first page.

use kinfolio::agenda::TheDay;
use kinfolio::at::At;
use leptos::prelude::*;

use crate::time::who_comes;
use crate::when;

/// When, where, who comes; what is to be said about it, and what can be done.
#[component]
pub(crate) fn DayCard(
    day: TheDay,
    /// Whose conference it is, in words.
    title: String,
    /// How far its plan is, where that is for whoever reads.
    #[prop(optional_no_strip, into)]
    plan: Option<String>,
    /// The ways to it, the first one pressed most: address and words.
    ways: Vec<(String, String)>,
    zone: String,
    now: At,
) -> impl IntoView {
    let who = day.chosen.as_ref().map(|choice| view! { <p>{who_comes(choice)}</p> });
    let place = (!day.place.is_empty()).then(|| view! { <p><bdi>{day.place.clone()}</bdi></p> });
    let moved = day.moved_from.map(|from| {
        view! { <p class="nudge">{say!(agenda.moved, before = when::day_and_time(from, &zone))}</p> }
    });
    let ways = ways
        .into_iter()
        .enumerate()
        .map(|(place, (to, words))| {
            let class = if place == 0 { "btn btn--primary btn--big" } else { "btn" };
            view! { <a class=class href=to>{words}</a> }
        })
        .collect_view();
    view! {
        <section class="day">
            <p class="day__whose">{title}</p>
            <h2 class="day__when"><time datetime=when::machine(day.starts_at, &zone)>{when::near(day.starts_at, now, &zone)}</time></h2>
            {moved}
            {place}
            {who}
            {plan.map(|words| view! { <p class="soft">{words}</p> })}
            <div class="actions">{ways}</div>
        </section>
    }
}
