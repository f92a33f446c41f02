//! Putting things in order by dragging, or with the arrow keys. It ends in the very form that the plain buttons send.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

#[cfg(feature = "hydrate")]
mod client;

/// What is said while something is moved, in the reader's language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ArrangeWords {
    /// With `{name}`, `{n}` and `{all}` to be filled in.
    pub now: String,
    pub back: String,
}

#[cfg(feature = "ssr")]
impl ArrangeWords {
    /// In the language of the page that is being made.
    pub fn here() -> Self {
        Self { now: say!(arrange.now, name = "{name}", n = "{n}", all = "{all}"), back: say!(arrange.back) }
    }
}

/// One on a page: wakes the [`Grip`]s in its lists. A list says `data-arrange`; each of its children has a `data-id`, a grip,
/// and the form that puts it before or after another.
#[island]
pub fn Arrange(words: ArrangeWords) -> impl IntoView {
    let said = RwSignal::new(String::new());
    Effect::new(move |_| client::open(words.clone(), said));
    view! { <p class="sr" role="status">{said}</p> }
}

/// What something is taken by. Nobody sees it until there is a script that makes it work.
#[cfg(feature = "ssr")]
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

/// On the server nothing moves.
#[cfg(not(feature = "hydrate"))]
mod client {
    use super::*;

    pub fn open(_: ArrangeWords, _: RwSignal<String>) {}
}
