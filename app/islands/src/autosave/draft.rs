//! What is written in a form, as it is kept and put back.

use kinfolio_browser::device;
use leptos::wasm_bindgen::JsCast;
use serde::{Deserialize, Serialize};
use web_sys::{Event, EventInit, FormData, HtmlFormElement, HtmlInputElement, UrlSearchParams};

/// Fields that say which form it is, or do something, rather than hold words.
const NOT_WORDS: [&str; 11] = [
    "id",
    "once",
    "version",
    "keep",
    "draft",
    "take_out",
    "pictures",
    "files",
    "language_guess",
    "language_shown",
    "language_guessed",
];

/// Words that wait on the device.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Draft {
    pub body: String,
    /// Where the server takes them while they are typed; none where they wait for their form.
    pub address: Option<String>,
    /// What the form was about; it may be new and have its id only from the page that is gone.
    pub id: String,
    /// The version it was about.
    pub version: i64,
    /// Whether the form was sent with them. It may never have arrived.
    pub is_sent: bool,
    /// When, in milliseconds: they are not kept for ever.
    pub at: i64,
}

/// How long words wait on a device, in milliseconds: six weeks.
const LONGEST: i64 = 42 * 24 * 60 * 60 * 1000;

impl Draft {
    pub fn under(key: &str) -> Option<Self> {
        let kept: Self = serde_json::from_str(&device::laid_words(key)?).ok()?;
        if now() - kept.at > LONGEST {
            forget(key);
            return None;
        }
        Some(kept)
    }

    /// Whether the device keeps it.
    pub fn lay_by(&self, key: &str) -> bool {
        serde_json::to_string(self).is_ok_and(|text| device::lay_by(key, text.as_bytes()))
    }
}

/// The time, in whole milliseconds.
pub fn now() -> i64 {
    leptos::web_sys::js_sys::Date::now() as i64
}

pub fn forget(key: &str) {
    device::forget(key);
}

/// Whether a form holds all these words, give or take spaces: the server trims what it keeps.
pub fn holds(form: &str, words: &str) -> bool {
    let (form, words) = (pairs(form), pairs(words));
    words.iter().all(|pair| pair.1.is_empty() || form.contains(pair))
}

fn pairs(body: &str) -> Vec<(String, String)> {
    let Ok(words) = UrlSearchParams::new_with_str(body) else { return Vec::new() };
    let pairs = web_sys::js_sys::Array::from(&words);
    let text = |pair: &web_sys::js_sys::Array, place| pair.get(place).as_string().unwrap_or_default();
    let even = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    pairs
        .iter()
        .map(|pair| web_sys::js_sys::Array::from(&pair))
        .map(|pair| (text(&pair, 0), even(text(&pair, 1))))
        .collect()
}

/// The words of a form, as a form without files would send them.
pub fn written(form: &HtmlFormElement) -> Option<String> {
    let data = FormData::new_with_form(form).ok()?;
    for name in NOT_WORDS {
        data.delete(name);
    }
    let body = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    Some(String::from(body.to_string()))
}

/// The words of a form as the server wrote it, whatever was typed before the script was there.
pub fn served(form: &HtmlFormElement) -> Option<String> {
    let copy: HtmlFormElement = form.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    copy.reset();
    written(&copy)
}

/// One of the form's own hidden values.
pub fn hidden(form: &HtmlFormElement, name: &str) -> Option<HtmlInputElement> {
    form.query_selector(&format!("input[type=hidden][name={name}]")).ok()??.dyn_into().ok()
}

/// Writes words into a form, as if they had been typed.
pub fn write(form: &HtmlFormElement, body: &str) {
    let Ok(words) = UrlSearchParams::new_with_str(body) else { return };
    let elements = form.elements();
    for place in 0..elements.length() {
        let Some(field) = elements.item(place) else { continue };
        let name = field.get_attribute("name").unwrap_or_default();
        if name.is_empty() || NOT_WORDS.contains(&name.as_str()) {
            continue;
        }
        match field.dyn_ref::<HtmlInputElement>() {
            Some(input) if matches!(input.type_().as_str(), "radio" | "checkbox") => {
                let chosen = words.get_all(&name).iter().any(|value| value.as_string() == Some(input.value()));
                input.set_checked(chosen);
            }
            Some(input) if input.type_() == "hidden" => {}
            _ => {
                // A textarea or a list too: what they have in common is named the same.
                if let Some(value) = words.get(&name) {
                    let _ = leptos::web_sys::js_sys::Reflect::set(&field, &"value".into(), &value.into());
                }
            }
        }
    }
    let bubbles = EventInit::new();
    bubbles.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("input", &bubbles) {
        let _ = form.dispatch_event(&event);
    }
}
