//! Presenting without the network: the island that has the device keep what it needs.

use leptos::prelude::*;

#[cfg(target_arch = "wasm32")]
mod client;

words! {
    /// What the island says, in the reader's language.
    pub struct OfflineWords {
        /// With `{done}` and `{all}` in it.
        pub making: String,
        /// With `{size}` in it, in megabytes.
        pub ready: String,
        pub partly: String,
        pub cannot: String,
    }
}

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
enum OfflineStage {
    #[default]
    Asleep,
    Making {
        done: u32,
        all: u32,
    },
    /// How much is kept, in megabytes, rounded up.
    Ready {
        megabytes: u32,
    },
    Partly,
    Cannot,
}

/// Has the device keep the conference, and says so: from then on it goes on without the network.
#[island]
pub fn MadeReady(conference: String, words: OfflineWords) -> impl IntoView {
    let stage = RwSignal::new(OfflineStage::default());
    Effect::new(move |_| client::prepare(&conference, stage));
    view! {
        <p class="small soft offline" role="status">
            {move || match stage.get() {
                OfflineStage::Asleep => String::new(),
                OfflineStage::Making { done, all } => words.making.replace("{done}", &done.to_string()).replace("{all}", &all.to_string()),
                OfflineStage::Ready { megabytes } => words.ready.replace("{size}", &megabytes.to_string()),
                OfflineStage::Partly => words.partly.clone(),
                OfflineStage::Cannot => words.cannot.clone(),
            }}
        </p>
    }
}

/// On the server nothing is kept.
#[cfg(not(target_arch = "wasm32"))]
mod client {
    use super::*;

    pub fn prepare(_: &str, _: RwSignal<OfflineStage>) {}
}
