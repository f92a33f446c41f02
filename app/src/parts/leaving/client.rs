//! Leaving: its half in the browser.

use kinfolio_line::device;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlFormElement, SubmitEvent};

use super::Stage;
use crate::parts::listen::listen;
use crate::parts::network::post;
use crate::parts::outbox::send_letters;
use crate::work::send_drafts;

/// Takes over from the form's own sending.
pub fn open(place: &HtmlElement, stage: RwSignal<Stage>, at_once: bool, away: (String, String)) {
    let form = place.closest("form").ok().flatten().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let Some(form) = form else { return };
    // Whoever came back to what waits.
    spawn_local(send_letters());
    let leaves = form.clone();
    listen(&form, "submit", move |event: SubmitEvent| {
        event.prevent_default();
        let was = stage.get_untracked();
        if was != Stage::Sending {
            spawn_local(leave(leaves.clone(), stage, was == Stage::Asks, away.clone()));
        }
    });
    if at_once {
        let _ = form.request_submit();
    }
}

async fn leave(form: HtmlFormElement, stage: RwSignal<Stage>, sure: bool, away: (String, String)) {
    stage.set(Stage::Sending);
    if !sure {
        send_drafts().await;
        send_letters().await;
        if !device::own().is_empty() {
            return stage.set(Stage::Asks);
        }
    }
    device::clear();
    let bare = if device::is_bare() { "sure=yes&clean=yes" } else { "sure=yes" };
    match post("/sign-out", bare).await {
        Some(0 | 200..=399) => {
            let _ = window().location().replace("/sign-in?said=signed_out");
        }
        // The server's own page says what is wrong.
        Some(_) => {
            let _ = form.submit();
        }
        None => {
            device::leave();
            show_nothing(&away);
        }
    }
}

/// Without the network there is no other page to go to: this one shows nothing of anybody any more.
fn show_nothing((title, words): &(String, String)) {
    let Some(body) = document().body() else { return };
    document().set_title(title);
    body.set_inner_html("<main class=\"page page--narrow\"><h1></h1><p class=\"lead\"></p></main>");
    for (place, words) in [("h1", title), ("p", words)] {
        if let Ok(Some(place)) = body.query_selector(place) {
            place.set_text_content(Some(words));
        }
    }
    for attribute in ["data-key", "data-person", "data-session"] {
        let _ = body.remove_attribute(attribute);
    }
}
