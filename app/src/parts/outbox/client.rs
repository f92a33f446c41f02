//! The outbox's half in the browser.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use kinfolio::id::NoteId;
use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{
    Element, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, RequestInit, RequestRedirect, Response, Storage,
    UrlSearchParams, js_sys,
};
use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::State;

/// How often words that wait are tried again.
const AGAIN: Duration = Duration::from_secs(5);

/// A form that was filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Letter {
    to: String,
    body: String,
    /// What somebody wrote, to be shown should it come back.
    words: String,
}

/// What became of a letter.
enum Became {
    Taken,
    /// No network, no server, or signed out: later.
    Waits,
    Refused,
}

struct Box_ {
    key: String,
    state: RwSignal<State>,
    busy: Cell<bool>,
}

/// Takes over from the form's own sending.
pub fn open(place: &HtmlElement, person: &str, state: RwSignal<State>) {
    let Some(form) = place.closest("form").ok().flatten().and_then(|form| form.dyn_into::<HtmlFormElement>().ok())
    else {
        return;
    };
    let outbox = Rc::new(Box_ { key: format!("kinfolio-outbox-{person}"), state, busy: Cell::new(false) });
    if !outbox.letters().is_empty() {
        state.set(State::Waits);
        // So that it is seen: the form may be folded away.
        if let Ok(Some(fold)) = place.closest("details") {
            let _ = fold.set_attribute("open", "");
        }
    }
    let posting = outbox.clone();
    window_event_listener(ev::submit, move |event| {
        let of_this =
            event.target().is_some_and(|target| target == *form.unchecked_ref::<leptos::web_sys::EventTarget>());
        let Some(letter) = of_this.then(|| written(&form)).flatten() else { return };
        event.prevent_default();
        let mut letters = posting.letters();
        letters.push(letter);
        // Where the device keeps nothing, the browser sends the form itself.
        if posting.lay_by(&letters) {
            cleared(&form);
            posting.clone().deliver();
        } else {
            let _ = form.submit();
        }
    });
    let again = outbox.clone();
    let _ = set_interval_with_handle(move || again.clone().deliver(), AGAIN);
    let online = outbox.clone();
    window_event_listener(ev::online, move |_| online.clone().deliver());
    outbox.deliver();
}

/// The form as it would be sent.
fn written(form: &HtmlFormElement) -> Option<Letter> {
    let data = FormData::new_with_form(form).ok()?;
    let body = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    let words = body.get("text").unwrap_or_default();
    (!words.trim().is_empty()).then(|| Letter {
        to: form.get_attribute("action").unwrap_or_default(),
        body: String::from(body.to_string()),
        words,
    })
}

/// An empty form, for the next words: a thing of its own, with an id of its own.
fn cleared(form: &HtmlFormElement) {
    let place =
        form.query_selector("[name=place]").ok().flatten().and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let now = place.as_ref().map(HtmlInputElement::value);
    form.reset();
    if let (Some(field), Some(now)) = (place, now) {
        field.set_value(&now);
    }
    let id = form
        .query_selector("[name=id]")
        .ok()
        .flatten()
        .and_then(|field: Element| field.dyn_into::<HtmlInputElement>().ok());
    if let Some(id) = id {
        id.set_value(NoteId::new().as_str());
    }
}

impl Box_ {
    fn letters(&self) -> Vec<Letter> {
        let kept = store().and_then(|store| store.get_item(&self.key).ok().flatten());
        kept.and_then(|kept| serde_json::from_str(&kept).ok()).unwrap_or_default()
    }

    fn lay_by(&self, letters: &[Letter]) -> bool {
        let (Some(store), Ok(text)) = (store(), serde_json::to_string(letters)) else { return false };
        match letters {
            [] => store.remove_item(&self.key).is_ok(),
            _ => store.set_item(&self.key, &text).is_ok(),
        }
    }

    /// Sends what waits, one after the other, the oldest first.
    fn deliver(self: Rc<Self>) {
        if self.letters().is_empty() || self.busy.replace(true) {
            return;
        }
        spawn_local(async move {
            while let Some(letter) = self.letters().into_iter().next() {
                let state = match sent(&letter).await {
                    Became::Taken => State::Sent,
                    Became::Refused => State::Refused(letter.words.clone()),
                    Became::Waits => {
                        self.state.set(State::Waits);
                        break;
                    }
                };
                // What was written in the meantime stands behind it.
                let left: Vec<Letter> = self.letters().into_iter().filter(|other| *other != letter).collect();
                self.lay_by(&left);
                self.state.set(state);
            }
            self.busy.set(false);
        });
    }
}

async fn sent(letter: &Letter) -> Became {
    let request = RequestInit::new();
    request.set_method("POST");
    // Where it would lead does not matter: the page stays.
    request.set_redirect(RequestRedirect::Manual);
    let headers = js_sys::Object::new();
    let kind = JsValue::from("application/x-www-form-urlencoded");
    let _ = js_sys::Reflect::set(&headers, &"content-type".into(), &kind);
    request.set_headers(&headers);
    request.set_body(&JsValue::from(&letter.body));
    let answer = JsFuture::from(window().fetch_with_str_and_init(&letter.to, &request)).await;
    let Some(answer) = answer.ok().and_then(|answer| answer.dyn_into::<Response>().ok()) else { return Became::Waits };
    match answer.status() {
        // A redirect that is not followed has the status 0.
        0 | 200..=399 => Became::Taken,
        400 | 404 | 410 | 413 | 422 => Became::Refused,
        _ => Became::Waits,
    }
}

fn store() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
