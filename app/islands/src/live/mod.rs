//! What a device in a conference does by itself: it goes on without loading a page, listens to keys, keeps step with the
//! other devices, and says who is there. Without it, the buttons and links of the pages do the job.

#[cfg(any(target_arch = "wasm32", test))]
mod clock;
#[cfg(target_arch = "wasm32")]
mod keys;
#[cfg(target_arch = "wasm32")]
mod room;
#[cfg(target_arch = "wasm32")]
mod speech;
#[cfg(target_arch = "wasm32")]
mod stage;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What a device is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeviceRole {
    /// The big screen.
    Present,
    /// The phone in the presenter's hand.
    Cues,
    /// Somebody who looks on.
    Follow,
    /// Getting ready.
    Lobby,
}

words! {
    /// What the buttons say, in the reader's language.
    pub struct LiveWords {
        pub here: String,
        pub away: String,
        pub full_screen: String,
        pub blank: String,
        pub keys: String,
    }
}

/// Keeps a device in step. One on a page.
#[island]
pub fn Live(conference: String, part: DeviceRole, words: LiveWords) -> impl IntoView {
    let people = RwSignal::new(Vec::<(String, String)>::new());
    let away = RwSignal::new(false);
    let awake = RwSignal::new(false);
    Effect::new(move |_| {
        room::open(&conference, part, people, away);
        awake.set(true);
    });
    let LiveWords { here, away: away_words, full_screen, blank, keys } = words;
    let presents = part == DeviceRole::Present;
    let class = match part {
        DeviceRole::Present | DeviceRole::Cues => "room__tools",
        DeviceRole::Follow => "room__tools room__tools--follow",
        DeviceRole::Lobby => "room__tools room__tools--lobby",
    };
    view! {
        <div class=class hidden=move || !awake.get() title=presents.then_some(keys)>
            <p class="marks small" role="status" aria-label=here>
                {move || away.get().then(|| view! { <span class="soft">{away_words.clone()}</span> })}
                {move || {
                    let who = |(name, voice): (String, String)| view! { <span class=format!("who who--{voice}")><bdi>{name}</bdi></span> };
                    people.get().into_iter().map(who).collect_view()
                }}
            </p>
            {presents.then(|| view! {
                <button type="button" class="btn btn--small btn--quiet" on:click=|_| room::fill_screen()>{full_screen}</button>
                <button type="button" class="btn btn--small btn--quiet" on:click=|_| room::darken()>{blank}</button>
            })}
        </div>
    }
}

/// On the server the room is only drawn.
#[cfg(not(target_arch = "wasm32"))]
mod room {
    use super::*;

    pub fn open(_: &str, _: DeviceRole, _: RwSignal<Vec<(String, String)>>, _: RwSignal<bool>) {}
    pub fn fill_screen() {}
    pub fn darken() {}
}
