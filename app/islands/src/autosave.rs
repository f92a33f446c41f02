//! Words that are safe while they are typed.

use leptos::prelude::*;

#[cfg(target_arch = "wasm32")]
mod client;
#[cfg(target_arch = "wasm32")]
mod draft;
#[cfg(target_arch = "wasm32")]
pub(crate) use client::send_drafts;

words! {
    /// What it says, in the reader's language.
    pub struct AutosaveWords {
        /// `{time}` stands for the time on the clock.
        pub saved: String,
        pub waits: String,
        pub signed_out: String,
        pub on_device: String,
        pub found: String,
        pub put_back: String,
        pub let_go: String,
    }
}

/// What it has to say at the moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
enum SaveState {
    #[default]
    Nothing,
    /// The server has it, since this time.
    Saved(String),
    /// The server does not answer; the device keeps the words.
    Waits,
    /// Nobody is signed in any more; the device keeps the words.
    SignedOut,
    /// The device keeps the words, and that is all that is meant to happen before the form is sent.
    OnDevice,
    /// The server says why it did not take them.
    Refused(String),
}

/// Placed in a form: keeps what is typed on this device from the first letter on, and, where there is an address to save
/// it to, has it saved there soon after the last one. Words that the server never got are offered when the form is opened
/// the next time. They are found only by the person who wrote them.
#[island]
pub fn Autosave(
    /// Where it is saved; none when the device alone keeps it until the form is sent.
    address: Option<String>,
    /// Where the form is found once it is saved, for a form that begins something new: `{id}` stands for its id.
    then_at: Option<String>,
    /// Whose words they are.
    person: String,
    /// What they are about: one word that no other form has.
    about: String,
    /// The version of it that the form was made from; none for something new.
    version: Option<i64>,
    /// Whether the form comes with words that are not saved, as after a refusal.
    already: bool,
    words: AutosaveWords,
) -> impl IntoView {
    let news = RwSignal::new(SaveState::default());
    let is_offering = RwSignal::new(false);
    let place = NodeRef::<leptos::html::Div>::new();
    #[cfg(target_arch = "wasm32")]
    let desk = StoredValue::new_local(None::<client::Drafting>);
    #[cfg(target_arch = "wasm32")]
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            let mark = format!("kinfolio-words-{person}-");
            let version = version.unwrap_or_default();
            let desks = client::About { address: address.clone(), then_at: then_at.clone(), mark, version, already };
            desk.set_value(client::open(&place, desks, about.clone(), (news, is_offering)));
        }
    });
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (address, then_at, person, about, version, already);
    let put_back = move |_| {
        #[cfg(target_arch = "wasm32")]
        desk.with_value(|desk| desk.as_ref().map(client::Drafting::put_back));
    };
    let let_go = move |_| {
        #[cfg(target_arch = "wasm32")]
        desk.with_value(|desk| desk.as_ref().map(client::Drafting::let_go));
    };
    let says = words.clone();
    let line = move || {
        let said = match news.get() {
            SaveState::Nothing => return None,
            SaveState::Saved(time) => says.saved.replace("{time}", &time),
            SaveState::Waits => says.waits.clone(),
            SaveState::SignedOut => says.signed_out.clone(),
            SaveState::OnDevice => says.on_device.clone(),
            SaveState::Refused(why) => why,
        };
        Some(view! { <span class="autosave__line">{said}</span> })
    };
    view! {
        <div class="autosave" node_ref=place>
            <div class="notice notice--info" hidden=move || !is_offering.get()>
                <div>
                    <p>{words.found}</p>
                    <p class="actions">
                        <button type="button" class="btn btn--small" on:click=put_back>{words.put_back}</button>
                        <button type="button" class="btn btn--small btn--quiet" on:click=let_go>{words.let_go}</button>
                    </p>
                </div>
            </div>
            <p role="status">{line}</p>
        </div>
    }
}
