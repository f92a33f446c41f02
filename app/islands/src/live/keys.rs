//! Keys and taps of the one who leads. Clickers press page up and page down.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, EventTarget, HtmlElement};
use leptos::{ev, web_sys};

use super::speech::say_or_stop;
use super::stage::{find, has_more, turn, zoom};

/// What a key or a tap stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyWish {
    To(i64),
    Dark,
    FullScreen,
    /// A picture as large as the screen, or as it was.
    Zoom,
    /// Another piece of the same moment, which is there already.
    Turned,
}

/// Listens. `wish` says whether it was granted; one that was not is left to the browser.
pub fn listen(keys: bool, wish: impl Fn(KeyWish) -> bool + Clone + 'static) {
    if keys {
        let wish = wish.clone();
        window_event_listener(ev::keydown, move |event| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let wanted = wished(&event.key(), event.target());
            if wanted.is_some_and(|wanted| wanted == KeyWish::Turned || wish(wanted)) {
                event.prevent_default();
            }
        });
    }
    window_event_listener(ev::click, move |event: web_sys::MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(picture) = target.as_ref().and_then(closer) {
            // A page of a document is a link elsewhere; here nobody leaves the room for it.
            event.prevent_default();
            zoom(&picture);
            return;
        }
        if let Some(button) = target.as_ref().and_then(|target| target.closest("button[data-speak]").ok().flatten()) {
            say_or_stop(&button);
            return;
        }
        let button = target.and_then(|target| target.closest("button[data-room]").ok().flatten());
        let way = button.as_ref().and_then(|button| button.get_attribute("data-way"));
        if way.is_some_and(|way| turn(way == "next"))
            || button.and_then(|button| value_of(&button)).is_some_and(|to| wish(KeyWish::To(to)))
        {
            event.prevent_default();
        }
    });
}

/// The picture that a tap, or the enter key on its link, makes as large as the screen.
fn closer(target: &Element) -> Option<Element> {
    if target.matches(".room :is(.room__show, .film__pages, .room__road) img").unwrap_or(false) {
        return Some(target.clone());
    }
    let is_page = target.matches(".room .film__pages a").unwrap_or(false);
    target.query_selector("img").ok().flatten().filter(|_| is_page)
}

fn wished(key: &str, target: Option<EventTarget>) -> Option<KeyWish> {
    let on = target.and_then(|target| target.dyn_into::<Element>().ok());
    let on_one = |kinds: &str| on.as_ref().is_some_and(|on| on.matches(kinds).unwrap_or(false));
    // Whoever writes a note writes.
    if on_one("input, textarea, select, [contenteditable]") {
        return None;
    }
    let is_button = on_one("a, button, summary, audio, video");
    let rtl = document().document_element().and_then(|root| root.get_attribute("dir")).as_deref() == Some("rtl");
    // A work that is longer than the screen is read to its end first.
    if matches!(key, "ArrowDown" | "PageDown" | " ") && !is_button && has_more() || key == "ArrowUp" {
        return None;
    }
    let way = match key {
        "ArrowRight" if rtl => "[data-way=back]",
        "ArrowLeft" if rtl => "[data-way=next]",
        "ArrowRight" | "ArrowDown" | "PageDown" => "[data-way=next]",
        "ArrowLeft" | "PageUp" => "[data-way=back]",
        // On a link or a button the space and enter keys are its own.
        " " if !is_button => "[data-way=next]",
        "Home" => ".stitches li:first-child button",
        "End" => ".stitches li:last-child button",
        "f" | "F" => return Some(KeyWish::FullScreen),
        "b" | "B" | "." => return Some(KeyWish::Dark),
        "z" | "Z" => return Some(KeyWish::Zoom),
        "o" | "O" => {
            let overview = find("[data-overview]")?.dyn_into::<HtmlElement>().ok()?;
            overview.click();
            return None;
        }
        _ => return None,
    };
    if way.starts_with("[data-way") && turn(way == "[data-way=next]") {
        return Some(KeyWish::Turned);
    }
    // The last moment's way on ends the conference: that takes a tap, not a key too many.
    value_of(&find(&format!(".room__foot {way}"))?).filter(|to| *to > 0).map(KeyWish::To)
}

fn value_of(button: &Element) -> Option<i64> {
    button.get_attribute("value")?.parse().ok()
}
