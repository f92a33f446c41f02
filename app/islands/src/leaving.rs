//! Leaving: its half in the browser.

use std::cell::Cell;
use std::rc::Rc;

use kinfolio_browser::{device, listen};
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlFormElement};

use crate::autosave::send_drafts;
use crate::network::post;
use crate::outbox::send_letters;

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LeavingStage {
    Idle,
    Sending,
    /// Something could not be sent: whoever leaves says whether they do.
    Asks,
}

struct Leaving {
    place: Element,
    form: HtmlFormElement,
    stage: Cell<LeavingStage>,
}

/// Takes over from the sending of every form that signs out; and sends what waits, for whoever came back to it.
pub(crate) fn watch() {
    let Ok(places) = document().query_selector_all(".leaving") else { return };
    for place in (0..places.length()).filter_map(|place| places.item(place)?.dyn_into::<Element>().ok()) {
        let form = place.closest("form").ok().flatten().and_then(|form| form.dyn_into().ok());
        let Some(form) = form else { continue };
        let leaving = Rc::new(Leaving { place, form, stage: Cell::new(LeavingStage::Idle) });
        leaving.listen();
        if leaving.place.has_attribute("data-once") {
            let _ = leaving.form.request_submit();
        }
    }
    spawn_local(send_letters());
}

impl Leaving {
    fn listen(self: &Rc<Self>) {
        let leaving = self.clone();
        listen(&self.form, "submit", move |event| {
            event.prevent_default();
            let sure = leaving.stage.get() == LeavingStage::Asks;
            if leaving.stage.get() != LeavingStage::Sending {
                spawn_local(leaving.clone().leave(sure));
            }
        });
        if let Ok(Some(stay)) = self.place.query_selector("[type=button]") {
            let leaving = self.clone();
            listen(&stay, "click", move |_| leaving.show(LeavingStage::Idle));
        }
    }

    fn show(&self, stage: LeavingStage) {
        self.stage.set(stage);
        let words = match stage {
            LeavingStage::Idle => None,
            LeavingStage::Sending => self.place.get_attribute("data-sending"),
            LeavingStage::Asks => self.place.get_attribute("data-waits"),
        };
        if let Ok(Some(line)) = self.place.query_selector("p") {
            line.set_text_content(words.as_deref());
        }
        if let Ok(Some(ways)) = self.place.query_selector("div") {
            let _ = ways.toggle_attribute_with_force("hidden", stage != LeavingStage::Asks);
        }
    }

    async fn leave(self: Rc<Self>, sure: bool) {
        self.show(LeavingStage::Sending);
        if !sure {
            send_drafts().await;
            send_letters().await;
            if !device::own().is_empty() {
                return self.show(LeavingStage::Asks);
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
                let _ = self.form.submit();
            }
            None => {
                device::leave();
                self.show_nothing();
            }
        }
    }

    /// Without the network there is no other page to go to: this one shows nothing of anybody any more.
    fn show_nothing(&self) {
        let Some(body) = document().body() else { return };
        let words = |name| self.place.get_attribute(name).unwrap_or_default();
        let (title, lead) = (words("data-away-title"), words("data-away"));
        for attribute in ["data-key", "data-person", "data-session"] {
            let _ = body.remove_attribute(attribute);
        }
        document().set_title(&title);
        body.set_inner_html("<main class=\"page page--narrow\"><h1></h1><p class=\"lead\"></p></main>");
        for (place, words) in [("h1", title), ("p", lead)] {
            if let Ok(Some(place)) = body.query_selector(place) {
                place.set_text_content(Some(&words));
            }
        }
    }
}
