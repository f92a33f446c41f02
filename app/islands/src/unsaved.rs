//! Words that are typed and not yet sent.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::{ev, html, web_sys};

/// What happens at the window when nothing would be lost by leaving.
pub(crate) const SAFE: &str = "kinfolio-safe";

/// Placed in a form: says that words there are not sent yet, and has the browser ask before the page is left.
/// Sending the form ends it.
#[island]
pub fn UnsavedWords(
    /// What to say, in the reader's language.
    message: String,
    /// Whether the form comes with words that are not saved, as after a refusal.
    already: bool,
) -> impl IntoView {
    let unsaved = RwSignal::new(already);
    let place = NodeRef::<html::P>::new();

    Effect::new(move |_| {
        let form = place.get().and_then(|place| place.closest("form").ok().flatten());
        let Some(form) = form else { return };
        let concerns = move |event: &web_sys::Event| {
            let node = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
            node.is_some_and(|node| form.contains(Some(&node)))
        };
        let typed_here = concerns.clone();
        window_event_listener(ev::input, move |event| {
            if typed_here(&event) {
                unsaved.set(true);
            }
        });
        // Another part of the form has seen to the words.
        window_event_listener_untyped(SAFE, move |_| unsaved.set(false));
        // At the window the event has passed everything that might have stopped it.
        window_event_listener(ev::submit, move |event| {
            if concerns(&event) && !event.default_prevented() {
                unsaved.set(false);
            }
        });
    });

    // Only while there is something to lose: a page that listens to this leaves the browser's back-forward cache.
    Effect::new(move |asking: Option<Option<WindowListenerHandle>>| {
        if let Some(Some(asking)) = asking {
            asking.remove();
        }
        unsaved.get().then(|| {
            window_event_listener(ev::beforeunload, move |event| {
                event.prevent_default();
                // Older browsers ask only when this is set.
                event.set_return_value("?");
            })
        })
    });

    view! { <p class="unsaved" role="status" node_ref=place>{move || unsaved.get().then(|| message.clone())}</p> }
}
