//! The line to the room. It comes back by itself, a little later each time, and at once when the network says so.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use kinfolio::together::note::{Heard, Said};
use wasm_bindgen::JsCast;
use web_sys::{BinaryType, MessageEvent, WebSocket};

use crate::desk::Desk;
use crate::dom;

/// How long to wait before the first try to come back, and at most, in milliseconds.
const SOON: i32 = 500;
const LATEST: i32 = 15_000;
/// How often at most the others are told where somebody is, in milliseconds.
const STEP: i32 = 120;

/// The line.
pub struct Line {
    room: String,
    socket: RefCell<Option<WebSocket>>,
    wait: Cell<i32>,
    /// Where the writer is, when the others have not been told yet.
    place: RefCell<Option<Vec<u8>>>,
    told: RefCell<Vec<u8>>,
    telling: Cell<bool>,
}

impl Line {
    /// A line to this room, not open yet.
    pub fn to(room: String) -> Self {
        Self {
            room,
            socket: RefCell::default(),
            wait: Cell::new(SOON),
            place: RefCell::default(),
            told: RefCell::default(),
            telling: Cell::new(false),
        }
    }

    /// Opens it, and opens it again whenever it breaks.
    pub fn keep_open(desk: Rc<Desk>) {
        if let Some(window) = dom::window() {
            let back = desk.clone();
            dom::listen(&window, "online", move |_| {
                if !back.line.is_open() {
                    Self::open(back.clone());
                }
            });
        }
        Self::open(desk);
    }

    /// Whether words go out now.
    pub fn is_open(&self) -> bool {
        self.socket.borrow().as_ref().is_some_and(|socket| socket.ready_state() == WebSocket::OPEN)
    }

    /// Says something, if the line is there; an edit that is not said now goes out with the next welcome.
    pub fn say(&self, said: &Said) {
        if let Some(socket) = self.socket.borrow().as_ref().filter(|socket| socket.ready_state() == WebSocket::OPEN) {
            let _ = socket.send_with_u8_array(&said.written());
        }
    }

    /// Says where the writer is, soon.
    pub fn stand_at(&self, mark: Vec<u8>) {
        *self.place.borrow_mut() = Some(mark);
    }

    fn tell_place(&self) {
        let Some(mark) = self.place.borrow_mut().take() else { return };
        if *self.told.borrow() != mark {
            self.say(&Said::At { mark: mark.clone() });
            *self.told.borrow_mut() = mark;
        }
    }

    fn open(desk: Rc<Desk>) {
        let line = &desk.line;
        let busy = |socket: &WebSocket| socket.ready_state() <= WebSocket::OPEN;
        if line.socket.borrow().as_ref().is_some_and(busy) {
            return;
        }
        let Some(location) = dom::window().map(|window| window.location()) else { return };
        let scheme = if location.protocol().as_deref() == Ok("https:") { "wss" } else { "ws" };
        let address = format!("{scheme}://{}{}", location.host().unwrap_or_default(), line.room);
        let Ok(socket) = WebSocket::new(&address) else { return Self::again(desk) };
        socket.set_binary_type(BinaryType::Arraybuffer);
        let hearing = desk.clone();
        dom::listen(&socket, "message", move |event| {
            let Ok(message) = event.dyn_into::<MessageEvent>() else { return };
            if let Ok(heard) = Heard::read(&dom::bytes(message.data())) {
                hearing.line.wait.set(SOON);
                hearing.hear(heard);
            }
        });
        let closed = desk.clone();
        dom::listen(&socket, "close", move |_| {
            closed.line.told.borrow_mut().clear();
            closed.show_margin();
            Self::again(closed.clone());
        });
        *line.socket.borrow_mut() = Some(socket);
        if !line.telling.replace(true) {
            Self::tell_now_and_then(desk.clone());
        }
    }

    fn tell_now_and_then(desk: Rc<Desk>) {
        dom::later(STEP, move || {
            desk.line.tell_place();
            Self::tell_now_and_then(desk);
        });
    }

    fn again(desk: Rc<Desk>) {
        let wait = desk.line.wait.get();
        desk.line.wait.set((wait * 2).min(LATEST));
        // Not everybody at the same moment, when a server comes back.
        let wait = wait + (js_sys::Math::random() * f64::from(wait) / 2.0) as i32;
        dom::later(wait, move || Self::open(desk));
    }
}
