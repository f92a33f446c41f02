//! The half of arranging that is in the browser.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlElement, HtmlFormElement, HtmlInputElement, PointerEvent};

use super::ArrangeWords;

/// How near to the top or the bottom of the screen the page begins to scroll, in CSS pixels.
const EDGE: f64 = 56.0;
/// How far it scrolls with each movement of the hand, in CSS pixels.
const STEP: f64 = 16.0;

/// Something that was taken and not yet put down.
struct Dragged {
    thing: Element,
    grip: HtmlElement,
    /// What stood beneath it.
    beneath: Option<Element>,
    /// The finger or mouse that holds it; none when it is keys.
    pointer: Option<i32>,
}

#[derive(Clone)]
struct Arranging {
    held: Rc<RefCell<Option<Dragged>>>,
    words: ArrangeWords,
    said: RwSignal<String>,
}

/// Shows the grips and listens to them.
pub fn open(words: ArrangeWords, said: RwSignal<String>) {
    for grip in grips() {
        grip.set_hidden(false);
    }
    // Whoever moved something with the keys goes on from there.
    let hash = window().location().hash().unwrap_or_default();
    let moved = document().get_element_by_id(hash.trim_start_matches('#'));
    if let Some(grip) = moved.and_then(|thing| thing.query_selector(".arrange__grip").ok().flatten()) {
        let _ = grip.unchecked_into::<HtmlElement>().focus();
    }
    let desk = Arranging { held: Rc::default(), words, said };
    let taking = desk.clone();
    window_event_listener(ev::pointerdown, move |event| {
        if let Some(grip) = grip_of(&event).filter(|_| event.button() == 0) {
            event.prevent_default();
            let _ = grip.set_pointer_capture(event.pointer_id());
            taking.take(grip, Some(event.pointer_id()));
        }
    });
    let moving = desk.clone();
    window_event_listener(ev::pointermove, move |event| moving.follow(&event));
    let putting = desk.clone();
    window_event_listener(ev::pointerup, move |event| {
        if putting.is_held_by(Some(event.pointer_id())) {
            putting.put_down();
        }
    });
    let losing = desk.clone();
    window_event_listener(ev::pointercancel, move |_| losing.put_back());
    let leaving = desk.clone();
    window_event_listener(ev::focusout, move |event| {
        if grip_of(&event).is_some() && leaving.is_held_by(None) {
            leaving.put_back();
        }
    });
    window_event_listener(ev::keydown, move |event| {
        let Some(grip) = grip_of(&event) else { return };
        match event.key().as_str() {
            "ArrowUp" => desk.step(grip, true),
            "ArrowDown" => desk.step(grip, false),
            "Enter" | " " if desk.is_held_by(None) => desk.put_down(),
            "Escape" => desk.put_back(),
            _ => return,
        }
        event.prevent_default();
    });
}

impl Arranging {
    fn is_held_by(&self, pointer: Option<i32>) -> bool {
        self.held.borrow().as_ref().is_some_and(|held| held.pointer == pointer)
    }

    fn take(&self, grip: HtmlElement, pointer: Option<i32>) {
        let Some(thing) = grip.closest("[data-arrange] > [data-id]").ok().flatten() else { return };
        let _ = thing.class_list().add_1("arrange__held");
        let beneath = thing.next_element_sibling();
        *self.held.borrow_mut() = Some(Dragged { thing, grip, beneath, pointer });
    }

    /// One place up or down, by the keys.
    fn step(&self, grip: HtmlElement, up: bool) {
        if self.held.borrow().is_none() {
            self.take(grip, None);
        }
        if let Some(held) = &*self.held.borrow() {
            let other = if up { held.thing.previous_element_sibling() } else { held.thing.next_element_sibling() };
            if let Some(other) = other {
                self.move_beside(held, &other, up);
            }
        }
    }

    /// Where the pointer is, the thing goes.
    fn follow(&self, event: &PointerEvent) {
        let held = self.held.borrow();
        let Some(held) = held.as_ref().filter(|held| held.pointer == Some(event.pointer_id())) else { return };
        let height = f64::from(event.client_y());
        scroll_at_the_edge(height);
        let middle = |thing: &Element| {
            let place = thing.get_bounding_client_rect();
            place.top() + place.height() / 2.0
        };
        // A quick hand passes several at once.
        while let Some(above) = held.thing.previous_element_sibling().filter(|above| height < middle(above)) {
            self.move_beside(held, &above, true);
        }
        while let Some(below) = held.thing.next_element_sibling().filter(|below| height > middle(below)) {
            self.move_beside(held, &below, false);
        }
    }

    fn move_beside(&self, held: &Dragged, other: &Element, before: bool) {
        let place = if before { "beforebegin" } else { "afterend" };
        let _ = other.insert_adjacent_element(place, &held.thing);
        // Moving it took the focus away.
        let _ = held.grip.focus();
        let siblings = held.thing.parent_element().map(|list| list.children());
        let all = siblings.as_ref().map_or(0, |siblings| siblings.length());
        let mut place = 1;
        let mut above = held.thing.previous_element_sibling();
        while let Some(one) = above {
            place += 1;
            above = one.previous_element_sibling();
        }
        let name = held.grip.get_attribute("data-name").unwrap_or_default();
        let words = self.words.now.replace("{name}", &name).replace("{n}", &place.to_string());
        self.said.set(words.replace("{all}", &all.to_string()));
    }

    /// Sends the form that puts it where it is now.
    fn put_down(&self) {
        let Some(held) = self.held.borrow_mut().take() else { return };
        let _ = held.thing.class_list().remove_1("arrange__held");
        if held.thing.next_element_sibling() == held.beneath {
            return;
        }
        let (side, other) = match (held.thing.previous_element_sibling(), held.thing.next_element_sibling()) {
            (Some(above), _) => ("after", above),
            (None, Some(below)) => ("before", below),
            (None, None) => return,
        };
        let (Some(other), Some(form)) = (other.get_attribute("data-id"), form_of(&held.thing)) else { return };
        let Ok(field) = document().create_element("input") else { return };
        let field = field.unchecked_into::<HtmlInputElement>();
        field.set_type("hidden");
        field.set_name(side);
        field.set_value(&other);
        let _ = form.append_child(&field);
        let _ = form.submit();
    }

    fn put_back(&self) {
        // Moving something in the page can take the focus from its grip; that is not leaving it.
        let Ok(Some(held)) = self.held.try_borrow_mut().map(|mut held| held.take()) else { return };
        let _ = held.thing.class_list().remove_1("arrange__held");
        if let Some(list) = held.thing.parent_element() {
            let _ = list.insert_before(&held.thing, held.beneath.as_deref());
        }
        let _ = held.grip.focus();
        self.said.set(self.words.back.clone());
    }
}

/// A list that is longer than the screen goes along with what is held at its edge.
fn scroll_at_the_edge(height: f64) {
    let screen = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
    if height < EDGE {
        window().scroll_by_with_x_and_y(0.0, -STEP);
    } else if height > screen - EDGE {
        window().scroll_by_with_x_and_y(0.0, STEP);
    }
}

/// The thing's own form, not one of a thing within it.
fn form_of(thing: &Element) -> Option<HtmlFormElement> {
    let forms = thing.query_selector_all("form[action$='/place']").ok()?;
    (0..forms.length())
        .filter_map(|place| forms.get(place)?.dyn_into::<HtmlFormElement>().ok())
        .find(|form| form.closest("[data-arrange] > [data-id]").ok().flatten().is_some_and(|owner| owner == *thing))
}

fn grips() -> Vec<HtmlElement> {
    let Ok(found) = document().query_selector_all(".arrange__grip") else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
}

fn grip_of(event: &Event) -> Option<HtmlElement> {
    let on = event.target()?.dyn_into::<Element>().ok()?;
    on.closest(".arrange__grip").ok().flatten()?.dyn_into().ok()
}
