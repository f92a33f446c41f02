//! The field, and the shared text behind it.

use std::cell::RefCell;
use std::rc::Rc;

use kinfolio_browser::{device, later, listen};
use kinfolio_wire::device::SHARED_TEXT;
use kinfolio_wire::together::message::{ClientMessage, Presence, ServerMessage};
use kinfolio_wire::together::{ClientId, FieldText, HistoryWay, one_splice};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement, InputEvent, KeyboardEvent};

use crate::dom::{self, base64, by_id, from_base64};
use crate::{connection::RoomConnection, margin::Margin};

/// How often at most the others are told where somebody is, in milliseconds.
const STEP: i32 = 120;

/// Where somebody writes.
pub struct Editor {
    field: HtmlTextAreaElement,
    margin: Margin,
    /// Under which name words that are not sent yet wait on this device, for their writer alone.
    drawer: String,
    /// What was kept when the page was made.
    began: String,
    /// What the editor had put into a form that came back.
    came_back: String,
    state: RefCell<EditorState>,
    pub connection: RoomConnection,
}

#[derive(Default)]
struct EditorState {
    /// None before the first welcome.
    text: Option<FieldText>,
    /// What was said before the shared text could be opened, because a word was just being put together.
    early: Vec<ServerMessage>,
    seat: u32,
    /// The number of the last edit, and of the last one that is kept.
    written: u32,
    kept: u32,
    full: Option<Full>,
    people: Vec<Presence>,
    /// While an input method puts a word together the field is left alone.
    composing: bool,
    over: bool,
}

/// The last words did not fit.
struct Full {
    /// What the room has: everything since goes out again.
    seen: Vec<u8>,
    /// The first edit that is sent so; what is said of earlier ones counts no more.
    again: u32,
}

/// Opens the editor, where the page has one.
pub fn open() {
    let Some(table) = by_id::<HtmlElement>("together") else { return };
    let Some(field) = by_id::<HtmlTextAreaElement>("field-text") else { return };
    let Some(room) = table.get_attribute("data-room") else { return };
    let (began, came_back) = (given(&table, "data-began"), given(&table, "data-left"));
    let Some(margin) = Margin::beside(&field, table) else { return };
    let editor = Rc::new(Editor {
        margin,
        drawer: device::name(SHARED_TEXT, &device::person().unwrap_or_default(), &room),
        began,
        came_back,
        connection: RoomConnection::to(room),
        state: RefCell::default(),
        field,
    });
    editor.clone().watch();
    keep_open(editor);
}

/// Opens the connection, and opens it again whenever it breaks.
fn keep_open(editor: Rc<Editor>) {
    let (hearing, broken) = (editor.clone(), editor.clone());
    editor.connection.keep_open(
        move |heard| hearing.hear(heard),
        move || {
            broken.connection.forget_told();
            broken.show_margin();
        },
    );
    tell_now_and_then(editor);
}

fn tell_now_and_then(editor: Rc<Editor>) {
    later(STEP, move || {
        editor.connection.tell_place();
        tell_now_and_then(editor);
    });
}

fn given(table: &HtmlElement, name: &str) -> String {
    table.get_attribute(name).unwrap_or_default()
}

impl Editor {
    fn watch(self: Rc<Self>) {
        let on = |event: &str, act: fn(&Rc<Self>)| {
            let editor = self.clone();
            listen(&self.field, event, move |_| act(&editor));
        };
        let editor = self.clone();
        listen(&self.field, "input", move |event| {
            if event.dyn_ref::<InputEvent>().is_some_and(|input| !input.is_composing()) {
                editor.state.borrow_mut().composing = false;
            }
            // Also while a word is being put together: it may be the last that is heard of this page.
            editor.typed();
            editor.refresh();
        });
        on("compositionstart", |editor| editor.state.borrow_mut().composing = true);
        on("compositionend", |editor| {
            editor.state.borrow_mut().composing = false;
            editor.typed();
            // The browser may not be done with the field yet.
            let editor = editor.clone();
            later(0, move || editor.refresh());
        });
        let editor = self.clone();
        listen(&self.field, "keydown", move |event| editor.key(&event));
        let editor = self.clone();
        // From a menu, or a phone that is shaken.
        listen(&self.field, "beforeinput", move |event| {
            let kind = event.dyn_ref::<InputEvent>().map(InputEvent::input_type).unwrap_or_default();
            match kind.as_str() {
                "historyUndo" => editor.go(HistoryWay::Back, &event),
                "historyRedo" => editor.go(HistoryWay::Again, &event),
                _ => {}
            }
        });
        on("scroll", |editor| editor.show_margin());
        on("blur", |editor| editor.composed());
        let on_window = |event: &str, act: fn(&Self)| {
            let editor = self.clone();
            if let Some(window) = dom::window() {
                listen(&window, event, move |_| act(&editor));
            }
        };
        on_window("resize", Self::show_margin);
        on_window("pagehide", Self::composed);
        if let Some(document) = dom::document() {
            let editor = self.clone();
            listen(&document, "selectionchange", move |_| editor.stand());
        }
        if let Some(form) = self.field.form() {
            let editor = self.clone();
            listen(&form.clone(), "submit", move |_| editor.put_into(&form));
        }
    }

    /// What the server says.
    fn hear(&self, heard: ServerMessage) {
        let waits = {
            let state = self.state.borrow();
            state.text.is_none() && state.composing
        };
        if waits {
            return self.state.borrow_mut().early.push(heard);
        }
        match heard {
            ServerMessage::Welcome { client_id, seat, whole, seen } => {
                self.welcomed(ClientId(client_id), seat, &whole, &seen)
            }
            ServerMessage::Edit { edit } => {
                if let Some(text) = &self.state.borrow().text {
                    let _ = text.hear(&edit);
                }
                // Maybe there is room now.
                if self.state.borrow().full.is_some() {
                    self.send(Vec::new());
                }
                self.refresh();
            }
            ServerMessage::Kept { number } => self.kept(number),
            ServerMessage::Full { number, seen } => self.did_not_fit(number, seen),
            ServerMessage::Blanked => self.blanked(),
            ServerMessage::People { people } => self.state.borrow_mut().people = people,
            ServerMessage::Over => {
                self.state.borrow_mut().over = true;
                self.field.set_read_only(true);
            }
        }
        self.show_margin();
    }

    /// The connection is there, for the first time or again.
    fn welcomed(&self, client_id: ClientId, seat: u32, whole: &[u8], seen: &[u8]) {
        let first = self.state.borrow().text.is_none();
        if first {
            let text = self.opened(client_id, whole);
            self.state.borrow_mut().text = Some(text);
            self.show_text();
        } else if let Some(text) = &self.state.borrow().text {
            let _ = text.hear(whole);
        }
        {
            let mut state = self.state.borrow_mut();
            (state.seat, state.full) = (seat, None);
        }
        let missing = self.state.borrow().text.as_ref().and_then(|text| text.missing(seen).ok());
        // Two bytes say that nothing is missing.
        if let Some(edit) = missing.filter(|edit| edit.len() > 2) {
            self.send(edit);
        }
        self.refresh();
        self.stand();
    }

    /// The shared text, with everything that is known of it here: what was written on an earlier visit, or put into a form
    /// that came back, and never arrived; and what was typed on this page before the connection was there.
    fn opened(&self, client_id: ClientId, whole: &[u8]) -> FieldText {
        let text = FieldText::new(client_id);
        let _ = text.hear(whole);
        let typed = self.reads();
        let mut is_known = typed.trim() == self.began.trim();
        let came_back = Some(&self.came_back).filter(|left| !left.is_empty()).and_then(|left| from_base64(left));
        for left in [device::laid(&self.drawer), came_back].into_iter().flatten() {
            let _ = text.hear(&left);
            let alone = FieldText::new(client_id);
            let _ = alone.hear(&left);
            // The browser, or the form, has put the same words into the field.
            is_known |= alone.show().trim() == typed.trim();
        }
        if is_known {
            text.show();
        } else {
            text.bring_in(&self.began, &typed);
        }
        text
    }

    /// An edit, and all before it, will not be lost any more.
    fn kept(&self, number: u32) {
        let mut state = self.state.borrow_mut();
        state.kept = state.kept.max(number);
        if state.full.as_ref().is_some_and(|full| number >= full.again) {
            state.full = None;
        }
        if state.kept == state.written && state.full.is_none() {
            device::forget(&self.drawer);
        }
    }

    /// Somebody took words back: this window and this device forget how it read before.
    fn blanked(&self) {
        self.refresh();
        let waits = {
            let state = self.state.borrow();
            if let Some(text) = &state.text {
                text.forget_history();
            }
            state.kept < state.written || state.full.is_some()
        };
        if waits {
            self.lay_by();
        }
    }

    /// An edit was not taken: it stays here, and goes out again with whatever comes next.
    fn did_not_fit(&self, number: u32, seen: Vec<u8>) {
        let mut state = self.state.borrow_mut();
        if state.full.as_ref().is_none_or(|full| number >= full.again) {
            state.full = Some(Full { seen, again: state.written + 1 });
        }
    }

    /// What the field reads.
    fn reads(&self) -> String {
        self.field.value().replace("\r\n", "\n")
    }

    /// Somebody typed into the field: what changed goes into the shared text and to the others.
    fn typed(&self) {
        let place = self.field.selection_end().ok().flatten().unwrap_or_default();
        let edit = self.state.borrow().text.as_ref().and_then(|text| text.typed(&self.reads(), place));
        if let Some(edit) = edit {
            self.send(edit);
            self.stand();
            self.show_margin();
        }
    }

    /// Ctrl+Z and its like: the browser's own would take back what it did not see others write.
    fn key(&self, event: &web_sys::Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| key.ctrl_key() || key.meta_key()) else { return };
        match (key.key().to_ascii_lowercase().as_str(), key.shift_key()) {
            _ if key.alt_key() => {}
            ("z", false) => self.go(HistoryWay::Back, event),
            ("z", true) | ("y", false) => self.go(HistoryWay::Again, event),
            _ => {}
        }
    }

    /// Takes back what was written here last, or writes it again.
    fn go(&self, way: HistoryWay, event: &web_sys::Event) {
        if self.state.borrow().composing || self.state.borrow().over {
            return;
        }
        self.typed();
        let Some(gone) = self.state.borrow().text.as_ref().map(|text| text.go(way)) else { return };
        event.prevent_default();
        let Some((edit, place)) = gone else { return };
        self.send(edit);
        self.show_text();
        let _ = self.field.set_selection_range(place, place);
        self.stand();
        self.show_margin();
    }

    /// Whatever was being put together is done, or has to do as it is.
    fn composed(&self) {
        let early = {
            let mut state = self.state.borrow_mut();
            state.composing = false;
            std::mem::take(&mut state.early)
        };
        early.into_iter().for_each(|heard| self.hear(heard));
        self.typed();
        self.show_text();
        self.stand();
    }

    /// Takes in what is in the field, then shows what is known; later, while a word is being put together.
    fn refresh(&self) {
        if !self.state.borrow().composing {
            self.composed();
        }
    }

    fn send(&self, edit: Vec<u8>) {
        let (number, edit) = {
            let mut state = self.state.borrow_mut();
            state.written += 1;
            // What did not fit comes along, or this would build on what nobody has.
            let again = state.full.as_ref().zip(state.text.as_ref());
            let again = again.and_then(|(full, text)| text.missing(&full.seen).ok());
            (state.written, again.unwrap_or(edit))
        };
        self.lay_by();
        self.connection.say(&ClientMessage::Edit { number, edit });
    }

    /// Until it is kept, everything lies in this device's drawer too.
    fn lay_by(&self) {
        if let Some(text) = &self.state.borrow().text {
            device::lay_by(&self.drawer, &text.whole());
        }
    }

    /// Shows the shared text in the field, with the writer's own place where it was.
    fn show_text(&self) {
        let state = self.state.borrow();
        let Some(text) = state.text.as_ref().filter(|_| !state.composing) else { return };
        let shown = self.reads();
        let is_at = |place: Option<u32>| {
            let mark = place.filter(|_| text.shown() == shown).map(|at| text.mark(at));
            (place, mark)
        };
        let start = is_at(self.field.selection_start().ok().flatten());
        let end = is_at(self.field.selection_end().ok().flatten());
        let now = text.show();
        if shown == now {
            return;
        }
        let place = |(at, mark): (Option<u32>, Option<Vec<u8>>)| {
            mark.and_then(|mark| text.find(&mark)).or(at.map(|at| moved(&shown, &now, at)))
        };
        let scrolled = self.field.scroll_top();
        self.field.set_value(&now);
        if let (Some(start), Some(end)) = (place(start), place(end)) {
            let _ = self.field.set_selection_range(start, end);
        }
        self.field.set_scroll_top(scrolled);
    }

    /// Tells the others where the writer is; nowhere, when they look elsewhere.
    fn stand(&self) {
        let state = self.state.borrow();
        let Some(text) = &state.text else { return };
        let active = dom::document().and_then(|document| document.active_element());
        let here = active.is_some_and(|active| active == *self.field.unchecked_ref::<web_sys::Element>());
        let place = self.field.selection_end().ok().flatten().filter(|_| here);
        let mark = place.map(|at| text.mark(at)).unwrap_or_default();
        self.connection.set_cursor(mark);
    }

    /// Shows who is here and whether everything is kept.
    fn show_margin(&self) {
        let state = self.state.borrow();
        let Some(text) = &state.text else { return };
        let others: Vec<(&Presence, Option<u32>)> = state
            .people
            .iter()
            .filter(|person| person.seat != state.seat)
            .map(|person| (person, text.find(&person.mark).filter(|_| !person.mark.is_empty())))
            .collect();
        let word = if state.over {
            "over"
        } else if !self.connection.is_open() {
            "away"
        } else if state.full.is_some() {
            "full"
        } else if state.kept < state.written {
            "keeping"
        } else {
            "kept"
        };
        self.margin.show(&self.field, &others, word);
    }

    /// The form takes the whole shared text along, so that nothing is brought in twice, whatever the connection did.
    fn put_into(&self, form: &HtmlFormElement) {
        self.composed();
        let state = self.state.borrow();
        let Some(text) = &state.text else { return };
        let field = form.query_selector("[name=edit]").ok().flatten();
        let field = field.or_else(|| {
            let field = dom::element("input", "")?;
            field.set_attribute("type", "hidden").ok()?;
            field.set_attribute("name", "edit").ok()?;
            form.append_child(&field).ok()?;
            Some(field)
        });
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            field.set_value(&base64(&text.whole()));
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
