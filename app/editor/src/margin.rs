//! Who is here, where they write, and what is kept.

use kinfolio_wire::together::message::Presence;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};

use crate::dom::{document, element};

/// Beside and behind the field.
pub struct Margin {
    table: HtmlElement,
    /// Lies exactly behind the field, with the same words in it, unseen: it knows where a letter stands.
    mirror: HtmlElement,
}

impl Margin {
    /// Beside this field, with the words the table has.
    pub fn beside(field: &HtmlTextAreaElement, table: HtmlElement) -> Option<Self> {
        let mirror: HtmlElement = element("div", "together__mirror")?.dyn_into().ok()?;
        mirror.set_attribute("aria-hidden", "true").ok()?;
        let frame = element("div", "together__frame")?;
        let parent = field.parent_node()?;
        parent.insert_before(&frame, Some(field)).ok()?;
        frame.append_child(&mirror).ok()?;
        // Moving it would take the focus from somebody who is typing already.
        let had_focus = document()?.active_element().as_ref() == Some(field.unchecked_ref::<Element>());
        frame.append_child(field).ok()?;
        if had_focus {
            field.focus().ok()?;
        }
        table.set_hidden(false);
        Some(Self { table, mirror })
    }

    /// Shows the others, each where they write, and this word about what is kept.
    pub fn show(&self, field: &HtmlTextAreaElement, others: &[(&Presence, Option<u32>)], word: &str) {
        self.show_names(others);
        self.show_places(field, others);
        let Some(state) = self.table.query_selector(".together__state").ok().flatten() else { return };
        let words = self.word(word);
        // Said once, not at every letter.
        if state.text_content().as_deref() != Some(&words) {
            state.set_text_content(Some(&words));
        }
    }

    fn word(&self, name: &str) -> String {
        self.table.get_attribute(&format!("data-{name}")).unwrap_or_default()
    }

    fn show_names(&self, others: &[(&Presence, Option<u32>)]) {
        let Some(place) = self.table.query_selector(".together__people").ok().flatten() else { return };
        let mut seen: Vec<(&str, &str)> =
            others.iter().map(|(one, _)| (one.name.as_str(), one.voice.as_str())).collect();
        seen.sort_unstable();
        seen.dedup();
        let now = format!("{seen:?}");
        if place.get_attribute("data-now").as_deref() == Some(&now) {
            return;
        }
        let _ = place.set_attribute("data-now", &now);
        let first = if seen.is_empty() { self.word("alone") } else { self.word("here") };
        place.set_text_content(Some(&first));
        for (name, voice) in seen {
            let Some(mark) = element("span", &format!("who who--{voice}")) else { continue };
            let Some(words) = element("bdi", "") else { continue };
            words.set_text_content(Some(name));
            let _ = mark.append_child(&words);
            let _ = place.append_with_str_1(" ").and_then(|()| place.append_with_node_1(&mark));
        }
    }

    /// A mark of their voice, with their name, at the letter where each of the others is.
    fn show_places(&self, field: &HtmlTextAreaElement, others: &[(&Presence, Option<u32>)]) {
        let mut places: Vec<(u32, &Presence)> = others.iter().filter_map(|(one, at)| Some(((*at)?, *one))).collect();
        places.sort_by_key(|(at, _)| *at);
        let text: Vec<u16> = field.value().encode_utf16().collect();
        self.mirror.set_text_content(None);
        let mut from = 0;
        for (at, person) in places {
            let at = (at as usize).clamp(from, text.len());
            let _ = self.mirror.append_with_str_1(&String::from_utf16_lossy(&text[from..at]));
            if let Some(caret) = element("span", &format!("together__caret together__caret--{}", person.voice)) {
                if let Some(name) = element("bdi", "") {
                    // The first name is enough here; the whole one stands beneath the field.
                    name.set_text_content(person.name.split_whitespace().next());
                    let _ = caret.append_child(&name);
                }
                let _ = self.mirror.append_child(&caret);
            }
            from = at;
        }
        let _ = self.mirror.append_with_str_1(&String::from_utf16_lossy(&text[from..]));
        self.mirror.set_scroll_top(field.scroll_top());
    }
}
