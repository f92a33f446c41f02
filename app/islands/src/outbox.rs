//! Words that are sent when the network is back.

use leptos::html;
use leptos::prelude::*;

#[cfg(target_arch = "wasm32")]
mod client;
#[cfg(target_arch = "wasm32")]
pub(crate) use client::send_letters;

words! {
    /// What the outbox says, in the reader's language.
    pub struct OutboxWords {
        pub sent: String,
        pub waits: String,
        pub refused: String,
    }
}

/// What became of the words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
enum OutboxState {
    Idle,
    Sent,
    Waits,
    /// The words that were not taken, so that nobody has to write them again.
    Refused(String),
}

/// Placed in a form of words without files: sends it without leaving the page. Without the network the words lie on this
/// device and are sent later, once: the form carries an id. They wait for the very person who wrote them: nobody else who
/// uses the device sends them.
#[island]
pub fn Outbox(person: String, words: OutboxWords) -> impl IntoView {
    let state = RwSignal::new(OutboxState::Idle);
    let place = NodeRef::<html::P>::new();
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            client::open(&place, &person, state);
        }
    });
    view! {
        <p class="small outbox" role="status" node_ref=place>
            {move || match state.get() {
                OutboxState::Idle => String::new(),
                OutboxState::Sent => words.sent.clone(),
                OutboxState::Waits => words.waits.clone(),
                OutboxState::Refused(lost) => format!("{} {lost}", words.refused),
            }}
        </p>
    }
}

/// On the server the form is only drawn.
#[cfg(not(target_arch = "wasm32"))]
mod client {
    use super::*;

    pub fn open<E>(_: &E, _: &str, _: RwSignal<OutboxState>) {}
}
