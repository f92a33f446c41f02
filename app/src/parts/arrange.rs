//! What things are put in order by; [`Arrange`](crate::islands::Arrange) wakes it.

use leptos::prelude::*;

/// What something is taken by. Nobody sees it until there is a script that makes it work.
#[component]
pub fn Grip(
    /// Of the thing it moves.
    name: String,
) -> impl IntoView {
    let label = say!(arrange.grip, name = crate::wording::apart(&name));
    view! {
        <button type="button" class="arrange__grip" hidden data-name=name aria-label=label.clone() title=label>
            <super::Icon name="drag"/>
        </button>
    }
}
