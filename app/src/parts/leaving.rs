//! Leaving a device that others use too.

use leptos::html;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

#[cfg(feature = "hydrate")]
mod client;

/// What it says, in the reader's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LeavingWords {
    pub sending: String,
    pub waits: String,
    pub go: String,
    pub stay: String,
    pub away_title: String,
    pub away: String,
}

#[cfg(feature = "ssr")]
impl LeavingWords {
    /// In the language of the page that is being made.
    pub fn here() -> Self {
        Self {
            sending: say!(leaving.sending),
            waits: say!(leaving.waits),
            go: say!(leaving.go),
            stay: say!(leaving.stay),
            away_title: say!(leaving.away_title),
            away: say!(leaving.away),
        }
    }
}

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(feature = "hydrate"), allow(dead_code))]
enum Stage {
    #[default]
    Idle,
    Sending,
    /// Something could not be sent: whoever leaves says whether they do.
    Asks,
}

/// Placed in the form that signs out: first sends whatever of theirs waits on this device. What cannot be sent stays there,
/// sealed, and they are told. It also sends what waits as soon as its page is there, for whoever came back.
#[island]
pub fn Leaving(
    words: LeavingWords,
    /// Whether its page is only there to leave.
    at_once: bool,
) -> impl IntoView {
    let stage = RwSignal::new(Stage::default());
    let place = NodeRef::<html::Div>::new();
    let LeavingWords { sending, waits, go, stay, away_title, away } = words;
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            client::open(&place, stage, at_once, (away_title.clone(), away.clone()));
        }
    });
    view! {
        <div class="leaving" node_ref=place>
            <p class="small" role="status">
                {move || match stage.get() {
                    Stage::Idle => String::new(),
                    Stage::Sending => sending.clone(),
                    Stage::Asks => waits.clone(),
                }}
            </p>
            <div hidden=move || at_once || stage.get() != Stage::Asks>
                <button>{go}</button>
                <button type="button" on:click=move |_| stage.set(Stage::Idle)>{stay}</button>
            </div>
        </div>
    }
}

/// On the server the form is only drawn.
#[cfg(not(feature = "hydrate"))]
mod client {
    use super::*;

    pub fn open<E>(_: &E, _: RwSignal<Stage>, _: bool, _: (String, String)) {}
}
