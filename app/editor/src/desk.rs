//! The field, and the sheet behind it.

use std::cell::RefCell;
use std::rc::Rc;

use kinfolio::device::SHEET;
use kinfolio::together::note::{Heard, Present, Said};
use kinfolio::together::{Pen, Sheet, one_splice, splice_before};
use kinfolio_line::{device, listen};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement};

use crate::dom::{self, base64, by_id};
use crate::{line::Line, margin::Margin};

/// Where somebody writes.
pub struct Desk {
    field: HtmlTextAreaElement,
    margin: Margin,
    /// Under which name words that are not sent yet wait on this device, for their writer alone.
    drawer: String,
    state: RefCell<State>,
    pub line: Line,
}

struct State {
    /// None before the first welcome.
    sheet: Option<Sheet>,
    seat: u32,
    /// The number of the last edit, and of the last one that is kept.
    written: u32,
    kept: u32,
    people: Vec<Present>,
    /// While a letter is being put together, as in many scripts, the field is left alone.
    composing: bool,
    over: bool,
}

/// Opens the desk, where the page has one.
pub fn open() {
    let Some(table) = by_id::<HtmlElement>("together") else { return };
    let Some(field) = by_id::<HtmlTextAreaElement>("field-text") else { return };
    let Some(room) = table.get_attribute("data-room") else { return };
    let Some(margin) = Margin::beside(&field, table) else { return };
    let desk = Rc::new(Desk {
        margin,
        drawer: device::name(SHEET, &device::person().unwrap_or_default(), &room),
        line: Line::to(room),
        state: RefCell::new(State {
            sheet: None,
            seat: 0,
            written: 0,
            kept: 0,
            people: Vec::new(),
            composing: false,
            over: false,
        }),
        field,
    });
    desk.clone().watch();
    Line::keep_open(desk);
}

impl Desk {
    fn watch(self: Rc<Self>) {
        let on = |event: &str, act: fn(&Self)| {
            let desk = self.clone();
            listen(&self.field, event, move |_| act(&desk));
        };
        on("input", Self::typed);
        on("compositionstart", |desk| desk.state.borrow_mut().composing = true);
        on("compositionend", |desk| {
            desk.state.borrow_mut().composing = false;
            desk.typed();
            desk.show_sheet();
        });
        on("scroll", Self::show_margin);
        on("blur", Self::stand);
        if let Some(document) = dom::document() {
            let desk = self.clone();
            listen(&document, "selectionchange", move |_| desk.stand());
        }
        if let Some(window) = dom::window() {
            let desk = self.clone();
            listen(&window, "resize", move |_| desk.show_margin());
        }
        if let Some(form) = self.field.form() {
            let desk = self.clone();
            listen(&form.clone(), "submit", move |_| desk.put_into(&form));
        }
    }

    /// What the server says.
    pub fn hear(&self, heard: Heard) {
        match heard {
            Heard::Welcome { pen, seat, whole, seen } => self.welcomed(Pen(pen), seat, &whole, &seen),
            Heard::Edit { edit } => {
                if let Some(sheet) = &self.state.borrow().sheet {
                    let _ = sheet.take(&edit);
                }
                self.show_sheet();
            }
            Heard::Kept { number } => {
                let mut state = self.state.borrow_mut();
                state.kept = state.kept.max(number);
                if state.kept == state.written {
                    device::forget(&self.drawer);
                }
            }
            Heard::People { people } => self.state.borrow_mut().people = people,
            Heard::Over => {
                self.state.borrow_mut().over = true;
                self.field.set_read_only(true);
            }
        }
        self.show_margin();
    }

    /// The line is there, for the first time or again.
    fn welcomed(&self, pen: Pen, seat: u32, whole: &[u8], seen: &[u8]) {
        let first = self.state.borrow().sheet.is_none();
        if first {
            let sheet = Sheet::new(pen);
            let _ = sheet.take(whole);
            // Words of an earlier visit that never arrived.
            if let Some(left) = device::laid(&self.drawer) {
                let _ = sheet.take(&left);
            }
            self.state.borrow_mut().sheet = Some(sheet);
            // And what was typed on this page before the line was there.
            let typed = self.field.value();
            let began = self.field.default_value().unwrap_or_default();
            if typed != began {
                self.bring_in(&began, &typed);
            }
        } else if let Some(sheet) = &self.state.borrow().sheet {
            let _ = sheet.take(whole);
        }
        self.state.borrow_mut().seat = seat;
        let missing = self.state.borrow().sheet.as_ref().and_then(|sheet| sheet.missing(seen).ok());
        // Two bytes say that nothing is missing.
        if let Some(edit) = missing.filter(|edit| edit.len() > 2) {
            self.send(edit);
        }
        self.show_sheet();
        self.stand();
    }

    /// Brings in what was typed before the line was there. Where the words have changed since, nothing of theirs goes.
    fn bring_in(&self, began: &str, typed: &str) {
        let edit = self.state.borrow().sheet.as_ref().and_then(|sheet| {
            let mut splices = one_splice(began, typed);
            if sheet.text() != began {
                splices.iter_mut().for_each(|splice| splice.gone = 0);
            }
            sheet.write(&splices)
        });
        if edit.is_some() {
            self.state.borrow_mut().written += 1;
            self.lay_by();
        }
    }

    /// Somebody typed into the field: what changed goes onto the sheet and to the others.
    fn typed(&self) {
        let known = match &self.state.borrow().sheet {
            Some(sheet) if !self.state.borrow().composing => sheet.text(),
            _ => return,
        };
        self.typed_from(&known);
    }

    fn typed_from(&self, known: &str) {
        let typed = self.field.value().replace("\r\n", "\n");
        let place = self.field.selection_end().ok().flatten().unwrap_or_default();
        let edit =
            self.state.borrow().sheet.as_ref().and_then(|sheet| sheet.write(&splice_before(known, &typed, place)));
        if let Some(edit) = edit {
            self.send(edit);
        }
        self.stand();
        self.show_margin();
    }

    fn send(&self, edit: Vec<u8>) {
        let number = {
            let mut state = self.state.borrow_mut();
            state.written += 1;
            state.written
        };
        self.lay_by();
        self.line.say(&Said::Edit { number, edit });
    }

    /// Until it is kept, everything lies in this device's drawer too.
    fn lay_by(&self) {
        if let Some(sheet) = &self.state.borrow().sheet {
            device::lay_by(&self.drawer, &sheet.whole());
        }
    }

    /// Shows the sheet in the field, with the writer's own place where it was.
    fn show_sheet(&self) {
        let state = self.state.borrow();
        let Some(sheet) = state.sheet.as_ref().filter(|_| !state.composing) else { return };
        let (shown, now) = (self.field.value(), sheet.text());
        if shown == now {
            return;
        }
        let place = |at: Option<u32>| at.map(|at| moved(&shown, &now, at));
        let start = place(self.field.selection_start().ok().flatten());
        let end = place(self.field.selection_end().ok().flatten());
        let scrolled = self.field.scroll_top();
        self.field.set_value(&now);
        if let (Some(start), Some(end)) = (start, end) {
            let _ = self.field.set_selection_range(start, end);
        }
        self.field.set_scroll_top(scrolled);
    }

    /// Tells the others where the writer is; nowhere, when they look elsewhere.
    fn stand(&self) {
        let state = self.state.borrow();
        let Some(sheet) = &state.sheet else { return };
        let active = dom::document().and_then(|document| document.active_element());
        let here = active.is_some_and(|active| active == *self.field.unchecked_ref::<web_sys::Element>());
        let place = self.field.selection_end().ok().flatten().filter(|_| here);
        let mark = place.map(|at| sheet.mark(at)).unwrap_or_default();
        self.line.stand_at(mark);
    }

    /// Shows who is here and whether everything is kept.
    pub fn show_margin(&self) {
        let state = self.state.borrow();
        let Some(sheet) = &state.sheet else { return };
        let others: Vec<(&Present, Option<u32>)> = state
            .people
            .iter()
            .filter(|person| person.seat != state.seat)
            .map(|person| (person, sheet.find(&person.mark).filter(|_| !person.mark.is_empty())))
            .collect();
        let word = if state.over {
            "over"
        } else if !self.line.is_open() {
            "away"
        } else if state.kept < state.written {
            "keeping"
        } else {
            "kept"
        };
        self.margin.show(&self.field, &others, word);
    }

    /// The form takes the whole sheet along, so that nothing is brought in twice, whatever the line did.
    fn put_into(&self, form: &HtmlFormElement) {
        self.typed();
        let state = self.state.borrow();
        let Some(sheet) = &state.sheet else { return };
        let field = form.query_selector("[name=edit]").ok().flatten();
        let field = field.or_else(|| {
            let field = dom::element("input", "")?;
            field.set_attribute("type", "hidden").ok()?;
            field.set_attribute("name", "edit").ok()?;
            form.append_child(&field).ok()?;
            Some(field)
        });
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            field.set_value(&base64(&sheet.whole()));
        }
    }
}

/// Where a place of the old text is in the new one, when one piece of it changed.
fn moved(old: &str, new: &str, at: u32) -> u32 {
    match one_splice(old, new).first() {
        Some(splice) if splice.at < at => {
            let come = splice.new.encode_utf16().count() as u32;
            if at >= splice.at + splice.gone { at - splice.gone + come } else { splice.at + come }
        }
        _ => at,
    }
}
