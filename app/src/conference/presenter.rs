//! The presenter: keys, full screen, a dark screen, and the time, which informs and never alarms.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the presenter's buttons say, in the reader's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PresenterWords {
    pub full_screen: String,
    pub blank: String,
    pub restart: String,
    pub keys: String,
}

#[cfg(feature = "ssr")]
impl PresenterWords {
    /// In the language of the page that is being made.
    pub fn here() -> Self {
        Self {
            full_screen: say!(conference.full_screen),
            blank: say!(conference.blank),
            restart: say!(conference.restart),
            keys: say!(conference.keys),
        }
    }
}

/// Goes on to the next moment without loading a new page, so that the screen stays full; listens to the keys; and counts
/// the minutes of each moment, also across pages. Without it, the links of the page do the job.
#[island]
pub fn Presenter(
    /// Whose time is counted.
    conference: String,
    words: PresenterWords,
) -> impl IntoView {
    let awake = RwSignal::new(false);
    Effect::new({
        let conference = conference.clone();
        move |_| {
            room::open(&conference);
            awake.set(true);
        }
    });
    let restart = move |_| room::restart(&conference);
    view! {
        <div class="room__tools" hidden=move || !awake.get() title=words.keys>
            <button type="button" class="btn btn--small btn--quiet" on:click=|_| room::fill_screen()>{words.full_screen}</button>
            <button type="button" class="btn btn--small btn--quiet" on:click=|_| room::darken()>{words.blank}</button>
            <button type="button" class="btn btn--small btn--quiet" on:click=restart>{words.restart}</button>
        </div>
    }
}

/// On the server the room is only drawn.
#[cfg(not(feature = "hydrate"))]
mod room {
    pub fn open(_conference: &str) {}
    pub fn restart(_conference: &str) {}
    pub fn fill_screen() {}
    pub fn darken() {}
}

#[cfg(feature = "hydrate")]
mod room {
    use std::time::Duration;

    use leptos::ev;
    use leptos::prelude::*;
    use leptos::task::spawn_local;
    use leptos::wasm_bindgen::{JsCast, JsValue};
    use leptos::web_sys::{self, Document, DomParser, Element, HtmlElement, Response, Storage, SupportedType};
    use wasm_bindgen_futures::JsFuture;

    use super::super::time::Times;

    /// How often the time is looked at.
    const TICK: Duration = Duration::from_secs(1);
    /// A pause longer than this was a laptop that slept: it does not count.
    const NAP: f64 = 90_000.0;

    /// Listens to keys and taps, and starts to count.
    pub fn open(conference: &str) {
        window_event_listener(ev::keydown, |event| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            if pressed(&event.key(), event.target()) {
                event.prevent_default();
            }
        });
        window_event_listener(ev::click, |event| {
            if lit_again() {
                event.prevent_default();
                return;
            }
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let link = target.and_then(|target| target.closest("a[data-room]").ok().flatten());
            // A click that asks for a new tab gets one.
            let plain = !(event.ctrl_key() || event.meta_key() || event.shift_key()) && event.button() == 0;
            if let Some(to) = link.filter(|_| plain).and_then(|link| link.get_attribute("href")) {
                event.prevent_default();
                go(to, true);
            }
        });
        window_event_listener(ev::popstate, |_| {
            if let Ok(here) = window().location().href() {
                go(here, false);
            }
        });
        let conference = conference.to_owned();
        let last = StoredValue::new(now());
        tick(&conference, 0.0);
        let counting = set_interval_with_handle(
            move || {
                let passed = now() - last.get_value();
                last.set_value(now());
                tick(&conference, if passed > NAP { 0.0 } else { passed });
            },
            TICK,
        );
        if let Ok(counting) = counting {
            on_cleanup(move || counting.clear());
        }
    }

    fn now() -> f64 {
        web_sys::js_sys::Date::now()
    }

    /// Does what a key stands for; says whether it stands for anything.
    fn pressed(key: &str, target: Option<web_sys::EventTarget>) -> bool {
        if lit_again() {
            return true;
        }
        let on = target.and_then(|target| target.dyn_into::<Element>().ok());
        let is_button = on.is_some_and(|on| on.matches("a, button, summary, input, textarea").unwrap_or(false));
        let rtl = document().document_element().and_then(|root| root.get_attribute("dir")).as_deref() == Some("rtl");
        // A work that is longer than the screen is read to its end first.
        if matches!(key, "ArrowDown" | "PageDown" | " ") && !is_button && has_more() || key == "ArrowUp" {
            return false;
        }
        let way = match key {
            "ArrowRight" if rtl => "[rel=prev]",
            "ArrowLeft" if rtl => "[rel=next]",
            "ArrowRight" | "ArrowDown" | "PageDown" => "[rel=next]",
            "ArrowLeft" | "PageUp" => "[rel=prev]",
            // On a link or a button the space and enter keys are its own.
            " " if !is_button => "[rel=next]",
            "Home" => ".stitches li:first-child a",
            "End" => ".stitches li:last-child a",
            "f" | "F" => {
                fill_screen();
                return true;
            }
            "b" | "B" | "." => {
                darken();
                return true;
            }
            _ => return false,
        };
        // The last moment's way on leaves the room: that takes a tap, not a key too many.
        let link = find(&format!(".room__foot {way}")).filter(|link| link.has_attribute("data-room"));
        if let Some(to) = link.and_then(|link| link.get_attribute("href")) {
            go(to, true);
        }
        true
    }

    /// Whether there is more below than the screen shows.
    fn has_more() -> bool {
        let Some(root) = document().document_element() else { return false };
        f64::from(root.scroll_height())
            > f64::from(root.client_height()) + window().scroll_y().unwrap_or_default() + 4.0
    }

    fn find(selector: &str) -> Option<Element> {
        document().query_selector(selector).ok().flatten()
    }

    /// The whole screen, or the window again.
    pub fn fill_screen() {
        let document = document();
        if document.fullscreen_element().is_some() {
            document.exit_fullscreen();
        } else if let Some(root) = document.document_element() {
            // Where the browser refuses, the window stays as it is.
            let _ = root.request_fullscreen();
        }
    }

    /// A dark screen, so that everybody looks at one another. Any key or tap brings the light back.
    pub fn darken() {
        if let Some(body) = document().body() {
            // After the tap that asked for it has passed.
            set_timeout(move || drop(body.class_list().add_1("room--blank")), Duration::ZERO);
        }
    }

    /// Brings the light back; says whether it was dark.
    fn lit_again() -> bool {
        let Some(body) = document().body() else { return false };
        let dark = body.class_list().contains("room--blank");
        if dark {
            let _ = body.class_list().remove_1("room--blank");
        }
        dark
    }

    /// Goes to another moment: in this very page where that works, else by loading it.
    fn go(to: String, forth: bool) {
        spawn_local(async move {
            if exchange(&to, forth).await.is_none() {
                let _ = window().location().set_href(&to);
            }
        });
    }

    /// Puts the moment at that address in the place of this one.
    async fn exchange(to: &str, forth: bool) -> Option<()> {
        let response: Response = JsFuture::from(window().fetch_with_str(to)).await.ok()?.dyn_into().ok()?;
        let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
        let other = DomParser::new().ok()?.parse_from_string(&text, SupportedType::TextHtml).ok()?;
        // Signed out, or the plan is gone: that page is loaded as it is.
        other.query_selector(".room__foot").ok()??;
        let document = document();
        for old in each(&document, ".room__side") {
            old.remove();
        }
        let foot = replace(&document, &other, ".room__foot")?;
        for side in each(&other, ".room__side") {
            let _ = foot.before_with_node_1(&side);
        }
        let main = replace(&document, &other, "main")?;
        document.set_title(&other.title());
        if forth {
            let history = window().history().ok()?;
            history.push_state_with_url(&JsValue::NULL, "", Some(to)).ok()?;
        }
        window().scroll_to_with_x_and_y(0.0, 0.0);
        let _ = main.dyn_into::<HtmlElement>().ok()?.focus();
        Some(())
    }

    fn each(document: &Document, selector: &str) -> Vec<Element> {
        let Ok(found) = document.query_selector_all(selector) else { return Vec::new() };
        (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
    }

    fn replace(document: &Document, other: &Document, selector: &str) -> Option<Element> {
        let old = document.query_selector(selector).ok()??;
        let new = other.query_selector(selector).ok()??;
        old.replace_with_with_node_1(&new).ok()?;
        Some(new)
    }

    /// Notes what passed, and says what is left.
    fn tick(conference: &str, passed: f64) {
        let number = |name: &str| find("main").and_then(|main| main.get_attribute(name)?.parse::<u32>().ok());
        let (Some(moment), Some(minutes)) = (number("data-moment"), number("data-minutes")) else { return };
        let mut times = kept(conference);
        times.spend(moment, passed as u64);
        if let Some(store) = store() {
            let _ = store.set_item(&key(conference), &times.written());
        }
        say(&times, moment, minutes);
    }

    fn say(times: &Times, moment: u32, minutes: u32) {
        if let Some(thread) = find(".stitches progress") {
            let _ = thread.set_attribute("value", &(times.of(moment) / 1000).to_string());
        }
        let left = times.minutes_left(moment, minutes);
        let words = find(&format!("[data-left] > :nth-child({})", left + 1)).and_then(|words| words.text_content());
        let Some(place) = find(".room__time") else { return };
        let whole = place.get_attribute("data-whole").unwrap_or_default();
        let whole = whole.replace("{spent}", &times.minutes_spent().to_string());
        let words = format!("{} · {whole}", words.unwrap_or_default());
        if place.text_content().as_deref() != Some(&words) {
            place.set_text_content(Some(&words));
        }
    }

    /// Starts to count from nothing.
    pub fn restart(conference: &str) {
        if let Some(store) = store() {
            let _ = store.remove_item(&key(conference));
        }
        tick(conference, 0.0);
    }

    fn kept(conference: &str) -> Times {
        let written = store().and_then(|store| store.get_item(&key(conference)).ok().flatten());
        Times::read(&written.unwrap_or_default())
    }

    fn key(conference: &str) -> String {
        format!("kinfolio-present-{conference}")
    }

    fn store() -> Option<Storage> {
        window().session_storage().ok().flatten()
    }
}
