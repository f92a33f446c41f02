//! The outbox's half in the browser.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use kinfolio_browser::device;
use kinfolio_wire::device::LETTERS;
use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, UrlSearchParams};
use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::spawn_local;

use super::OutboxState;
use crate::network::{pause, post};

/// How often words that wait are tried again.
const AGAIN: Duration = Duration::from_secs(5);

/// A form that was filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct WaitingLetter {
    to: String,
    body: String,
    /// What somebody wrote, to be shown should it come back.
    words: String,
}

/// What became of a letter.
enum Sent {
    Taken,
    /// No network, no server, or signed out: later.
    Waits,
    Refused,
}

thread_local! {
    /// Whether letters are on their way: each goes once at a time.
    static BUSY: Cell<bool> = const { Cell::new(false) };
}

struct Box_ {
    key: String,
    state: RwSignal<OutboxState>,
}

/// Takes over from the form's own sending.
pub fn open(place: &HtmlElement, person: &str, state: RwSignal<OutboxState>) {
    let Some(form) = place.closest("form").ok().flatten().and_then(|form| form.dyn_into::<HtmlFormElement>().ok())
    else {
        return;
    };
    let outbox = Rc::new(Box_ { key: key(person), state });
    if !letters(&outbox.key).is_empty() {
        state.set(OutboxState::Waits);
        // So that it is seen: the form may be folded away.
        if let Ok(Some(fold)) = place.closest("details") {
            let _ = fold.set_attribute("open", "");
        }
    }
    let posting = outbox.clone();
    window_event_listener(ev::submit, move |event| {
        let of_this =
            event.target().is_some_and(|target| target == *form.unchecked_ref::<leptos::web_sys::EventTarget>());
        // A button that goes elsewhere shows the form in another language: it sends nothing.
        let goes_elsewhere = event.submitter().is_some_and(|button| button.has_attribute("formaction"));
        let sends = of_this && !goes_elsewhere;
        let Some(letter) = sends.then(|| written(&form)).flatten() else { return };
        event.prevent_default();
        let mut letters = letters(&posting.key);
        letters.push(letter);
        // Where the device keeps nothing, the browser sends the form itself.
        if lay_by(&posting.key, &letters) {
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
fn written(form: &HtmlFormElement) -> Option<WaitingLetter> {
    let data = FormData::new_with_form(form).ok()?;
    let body = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    let words = body.get("text").unwrap_or_default();
    (!words.trim().is_empty()).then(|| WaitingLetter {
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
        id.set_value(&kinfolio_wire::new_id());
    }
}

impl Box_ {
    /// Sends what waits, and says so.
    fn deliver(self: Rc<Self>) {
        if !letters(&self.key).is_empty() {
            spawn_local(async move { deliver(&self.key, Some(self.state)).await });
        } else if self.state.get_untracked() == OutboxState::Waits && !BUSY.get() {
            // Another part of the page has sent it.
            self.state.set(OutboxState::Sent);
        }
    }
}

/// The name under which a person's letters wait.
fn key(person: &str) -> String {
    device::name(LETTERS, person, "")
}

fn letters(key: &str) -> Vec<WaitingLetter> {
    device::laid_words(key).and_then(|kept| serde_json::from_str(&kept).ok()).unwrap_or_default()
}

fn lay_by(key: &str, letters: &[WaitingLetter]) -> bool {
    match letters {
        [] => {
            device::forget(key);
            true
        }
        _ => serde_json::to_string(letters).is_ok_and(|text| device::lay_by(key, text.as_bytes())),
    }
}

/// Sends whatever waits for whoever this page is. What the server does not take stays: its own page says so.
pub(crate) async fn send_letters() {
    let Some(person) = device::person() else { return };
    while BUSY.get() {
        pause(100).await;
    }
    deliver(&key(&person), None).await;
}

/// Sends what waits, one after the other, the oldest first.
async fn deliver(key: &str, state: Option<RwSignal<OutboxState>>) {
    if BUSY.replace(true) {
        return;
    }
    let tell = |now: OutboxState| state.map(|state| state.set(now));
    let mut stay = 0;
    while let Some(letter) = letters(key).into_iter().nth(stay) {
        let now = match sent(&letter).await {
            Sent::Taken => OutboxState::Sent,
            Sent::Refused if state.is_none() => {
                stay += 1;
                continue;
            }
            Sent::Refused => OutboxState::Refused(letter.words.clone()),
            Sent::Waits => {
                tell(OutboxState::Waits);
                break;
            }
        };
        // What was written in the meantime stands behind it.
        let left: Vec<WaitingLetter> = letters(key).into_iter().filter(|other| *other != letter).collect();
        lay_by(key, &left);
        tell(now);
    }
    BUSY.set(false);
}

async fn sent(letter: &WaitingLetter) -> Sent {
    match post(&letter.to, &letter.body).await {
        // A redirect that is not followed has the status 0: where it would lead does not matter.
        Some(0 | 200..=399) => Sent::Taken,
        Some(400 | 404 | 410 | 413 | 422) => Sent::Refused,
        _ => Sent::Waits,
    }
}
