//! What makes presenting easier where scripts run: keys, a tap on the sides, and a timer that informs and never alarms.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the presenter says, in the page's language; `{minutes}` stands for a number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PresenterWords {
    pub left_here: String,
    pub take_time: String,
    pub full_screen: String,
}

#[cfg(feature = "ssr")]
impl PresenterWords {
    /// In the language of the page that is being made.
    pub fn here() -> Self {
        Self {
            left_here: say!(conference.left_here),
            take_time: say!(conference.take_time),
            full_screen: say!(conference.full_screen),
        }
    }
}

/// Time, full screen and keys: arrows, page up and down, space and Home move; F is full screen, B a dark screen.
#[island]
pub fn Presenter(
    /// Which moment this is, for the timer that goes on when one comes back to it.
    key: String,
    /// How long it is planned to take.
    minutes: i64,
    words: PresenterWords,
) -> impl IntoView {
    let gone = RwSignal::new(0_i64);
    #[cfg(feature = "hydrate")]
    client::start(&key, gone);
    #[cfg(not(feature = "hydrate"))]
    let _ = key;
    let PresenterWords { left_here, take_time, full_screen } = words;
    let time = move || match minutes - gone.get() / 60 {
        left @ 1.. => left_here.replace("{minutes}", &left.to_string()),
        _ => take_time.clone(),
    };
    view! {
        <p class="room__time">
            <span>{time}</span> " "
            <button type="button" class="btn btn--small btn--quiet" on:click=move |_| full()>{full_screen}</button>
        </p>
    }
}

/// The whole screen, or back.
fn full() {
    #[cfg(feature = "hydrate")]
    client::full_screen();
}

#[cfg(feature = "hydrate")]
mod client {
    use std::time::Duration;

    use leptos::ev;
    use leptos::prelude::*;
    use leptos::wasm_bindgen::JsCast;
    use web_sys::{HtmlElement, MouseEvent};

    /// Counts the seconds of this moment, and listens to keys and taps.
    pub fn start(key: &str, gone: RwSignal<i64>) {
        let key = format!("kinfolio-{key}");
        let memory = window().session_storage().ok().flatten();
        let kept = memory.as_ref().and_then(|memory| memory.get_item(&key).ok().flatten());
        gone.set(kept.and_then(|kept| kept.parse().ok()).unwrap_or(0));
        let tick = move || {
            gone.update(|gone| *gone += 1);
            if let Some(memory) = &memory {
                let _ = memory.set_item(&key, &gone.get_untracked().to_string());
            }
        };
        let _ = set_interval_with_handle(tick, Duration::from_secs(1));
        window_event_listener(ev::keydown, |event| {
            let typing = event.target().is_some_and(|at| at.dyn_ref::<web_sys::HtmlInputElement>().is_some());
            if typing || event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let rtl =
                document().document_element().is_some_and(|root| root.get_attribute("dir").as_deref() == Some("rtl"));
            match (event.key().as_str(), rtl) {
                ("PageDown" | " ", _) | ("ArrowRight", false) | ("ArrowLeft", true) => go("next"),
                ("PageUp", _) | ("ArrowLeft", false) | ("ArrowRight", true) => go("prev"),
                ("f" | "F", _) => full_screen(),
                ("b" | "B", _) => dark(),
                _ => return,
            }
            event.prevent_default();
        });
        window_event_listener(ev::click, tapped);
    }

    /// A tap on the outer fifths of the screen, where there is nothing else to tap, moves.
    fn tapped(event: MouseEvent) {
        let on_something = event
            .target()
            .and_then(|at| at.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|at| at.closest("a, button, summary, details, footer").ok().flatten().is_some());
        let width = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(0.0);
        if on_something || width <= 0.0 {
            return;
        }
        let rtl = document().document_element().is_some_and(|root| root.get_attribute("dir").as_deref() == Some("rtl"));
        let place = f64::from(event.client_x()) / width;
        match (place, rtl) {
            (place, false) if place > 0.8 => go("next"),
            (place, false) if place < 0.2 => go("prev"),
            (place, true) if place < 0.2 => go("next"),
            (place, true) if place > 0.8 => go("prev"),
            _ => {}
        }
    }

    /// Follows the page's own link.
    fn go(way: &str) {
        let link = document().query_selector(&format!("a[rel={way}]")).ok().flatten();
        if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
            link.click();
        }
    }

    /// The whole screen, or back.
    pub fn full_screen() {
        let document = document();
        if document.fullscreen_element().is_some() {
            document.exit_fullscreen();
        } else if let Some(root) = document.document_element() {
            let _ = root.request_fullscreen();
        }
    }

    /// Nothing on the screen but the dark, so that everybody looks at one another; again brings it back.
    fn dark() {
        if let Some(body) = document().body() {
            let _ = body.class_list().toggle("room--blank");
        }
    }
}
