//! A form that is nothing but a field for files, sent as soon as something is in it.

use leptos::html;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What it says, in the reader's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SendWords {
    pub sending: String,
}

/// Placed in a form with one field for files: choosing sends it, and so does dropping files on it or pasting a picture
/// anywhere on the page. Without it there is a button.
#[island]
pub fn SendAtOnce(words: SendWords) -> impl IntoView {
    let is_sending = RwSignal::new(false);
    let place = NodeRef::<html::P>::new();
    #[cfg(target_arch = "wasm32")]
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            client::watch(&place, is_sending);
        }
    });
    view! {
        <p class="quick__news" role="status" node_ref=place>{move || is_sending.get().then(|| words.sending.clone())}</p>
    }
}

#[cfg(target_arch = "wasm32")]
mod client {
    use leptos::ev;
    use leptos::prelude::*;
    use leptos::wasm_bindgen::JsCast;
    use web_sys::{DataTransfer, DragEvent, Event, FileList, HtmlElement, HtmlFormElement, HtmlInputElement};

    use crate::listen::{listen, pasted_files};

    pub fn watch(place: &HtmlElement, is_sending: RwSignal<bool>) {
        let Ok(Some(form)) = place.closest("form") else { return };
        let Ok(form) = form.dyn_into::<HtmlFormElement>() else { return };
        let Ok(Some(field)) = form.query_selector("input[type=file]") else { return };
        let Ok(field) = field.dyn_into::<HtmlInputElement>() else { return };
        let _ = form.class_list().add_1("quick--at-once");

        let (chosen, sent) = (field.clone(), form.clone());
        let send = move || {
            // Sent once: a second choice while the first is on its way would break it off.
            if chosen.files().is_some_and(|files| files.length() > 0) && !is_sending.get_untracked() {
                is_sending.set(true);
                let _ = sent.class_list().add_1("quick--sending");
                let _ = sent.request_submit();
            }
        };
        let at_once = send.clone();
        listen(&field, "change", move |_: Event| at_once());

        let (over, leaves) = (form.clone(), form.clone());
        listen(&form, "dragover", move |event: DragEvent| {
            event.prevent_default();
            let _ = over.class_list().add_1("quick--over");
        });
        listen(&form, "dragleave", move |_: DragEvent| {
            let _ = leaves.class_list().remove_1("quick--over");
        });
        let (into, dropped, at_once) = (field.clone(), form.clone(), send.clone());
        listen(&form, "drop", move |event: DragEvent| {
            event.prevent_default();
            let _ = dropped.class_list().remove_1("quick--over");
            if let Some(files) = files_of(event.data_transfer()) {
                into.set_files(Some(&files));
                at_once();
            }
        });
        let into = field.clone();
        window_event_listener(ev::paste, move |event| {
            // Words are pasted where somebody types.
            if let Some(files) = pasted_files(&event) {
                event.prevent_default();
                into.set_files(Some(&files));
                send();
            }
        });
        // Back from the next page, the browser may show this one as it was left.
        let (form, field) = (form.clone(), field.clone());
        window_event_listener(ev::pageshow, move |event| {
            if event.persisted() {
                is_sending.set(false);
                let _ = form.class_list().remove_1("quick--sending");
                field.set_value("");
            }
        });
    }

    fn files_of(carried: Option<DataTransfer>) -> Option<FileList> {
        carried?.files().filter(|files| files.length() > 0)
    }
}
