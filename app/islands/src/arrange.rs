//! Putting things in order by dragging, or with the arrow keys. It ends in the very form that the plain buttons send.

use leptos::prelude::*;

#[cfg(target_arch = "wasm32")]
mod client;

words! {
    /// What is said while something is moved, in the reader's language.
    #[derive(Default)]
    pub struct ArrangeWords {
        /// With `{name}`, `{n}` and `{all}` to be filled in.
        pub now: String,
        pub back: String,
    }
}

/// One on a page: wakes the grips in its lists. A list says `data-arrange`; each of its children has a `data-id`, a grip,
/// and the form that puts it before or after another.
#[island]
pub fn Arrange(words: ArrangeWords) -> impl IntoView {
    let said = RwSignal::new(String::new());
    Effect::new(move |_| client::open(words.clone(), said));
    view! { <p class="sr" role="status">{said}</p> }
}

/// On the server nothing moves.
#[cfg(not(target_arch = "wasm32"))]
mod client {
    use super::*;

    pub fn open(_: ArrangeWords, _: RwSignal<String>) {}
}
