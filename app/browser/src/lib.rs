//! The connection from a page to its room. It comes back by itself, a little later each time, and at once when the network
//! says so. What is said while it is down is not kept here: whoever speaks knows what is to be said again.

#![cfg(target_arch = "wasm32")]

pub mod device;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BinaryType, Event, EventTarget, MessageEvent, WebSocket, Window};

/// How long to wait before the first try to come back, and at most, in milliseconds.
const SOON: i32 = 500;
const LATEST: i32 = 15_000;

/// A connection to one room. Clones are the same one.
#[derive(Clone)]
pub struct Connection(Rc<Ends>);

struct Ends {
    room: String,
    socket: RefCell<Option<WebSocket>>,
    wait: Cell<i32>,
    /// What becomes of what is heard, and of a connection that breaks.
    hear: RefCell<Option<Rc<Hear>>>,
    broken: RefCell<Option<Rc<Broken>>>,
}

/// What becomes of a message.
type Hear = dyn Fn(Vec<u8>);
/// What becomes of a connection that breaks.
type Broken = dyn Fn();

impl Connection {
    /// A connection to the room at this path, not open yet.
    pub fn to(room: String) -> Self {
        let ends = Ends {
            room,
            socket: RefCell::default(),
            wait: Cell::new(SOON),
            hear: RefCell::default(),
            broken: RefCell::default(),
        };
        Self(Rc::new(ends))
    }

    /// Opens it, and opens it again whenever it breaks.
    pub fn keep_open(&self, hear: impl Fn(Vec<u8>) + 'static, broken: impl Fn() + 'static) {
        *self.0.hear.borrow_mut() = Some(Rc::new(hear));
        *self.0.broken.borrow_mut() = Some(Rc::new(broken));
        if let Some(window) = window() {
            let back = self.clone();
            listen(&window, "online", move |_| back.open());
        }
        self.open();
    }

    /// Whether words go out now.
    pub fn is_open(&self) -> bool {
        self.0.socket.borrow().as_ref().is_some_and(|socket| socket.ready_state() == WebSocket::OPEN)
    }

    /// Says something, if the connection is there. Says whether it was.
    pub fn say(&self, said: &[u8]) -> bool {
        let socket = self.0.socket.borrow();
        let open = socket.as_ref().filter(|socket| socket.ready_state() == WebSocket::OPEN);
        open.is_some_and(|socket| socket.send_with_u8_array(said).is_ok())
    }

    fn open(&self) {
        let busy = |socket: &WebSocket| socket.ready_state() <= WebSocket::OPEN;
        if self.0.socket.borrow().as_ref().is_some_and(busy) {
            return;
        }
        let Some(location) = window().map(|window| window.location()) else { return };
        let scheme = if location.protocol().as_deref() == Ok("https:") { "wss" } else { "ws" };
        let address = format!("{scheme}://{}{}", location.host().unwrap_or_default(), self.0.room);
        let Ok(socket) = WebSocket::new(&address) else { return self.again() };
        socket.set_binary_type(BinaryType::Arraybuffer);
        let connection = self.clone();
        listen(&socket, "message", move |event| {
            let Ok(message) = event.dyn_into::<MessageEvent>() else { return };
            connection.0.wait.set(SOON);
            let hear = connection.0.hear.borrow().clone();
            if let Some(hear) = hear {
                hear(Uint8Array::new(&message.data()).to_vec());
            }
        });
        let connection = self.clone();
        listen(&socket, "close", move |_| {
            let broken = connection.0.broken.borrow().clone();
            if let Some(broken) = broken {
                broken();
            }
            connection.again();
        });
        *self.0.socket.borrow_mut() = Some(socket);
    }

    fn again(&self) {
        let wait = self.0.wait.get();
        self.0.wait.set((wait * 2).min(LATEST));
        // Not everybody at the same moment, when a server comes back.
        let wait = wait + (js_sys::Math::random() * f64::from(wait) / 2.0) as i32;
        let connection = self.clone();
        later(wait, move || connection.open());
    }
}

fn window() -> Option<Window> {
    web_sys::window()
}

/// Listens for as long as the page is there.
pub fn listen(target: &EventTarget, event: &str, act: impl FnMut(Event) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(act);
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Does something a little later, once.
pub fn later(millis: i32, act: impl FnOnce() + 'static) {
    let act: Function = JsValue::unchecked_into(Closure::once_into_js(act));
    if let Some(window) = window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&act, millis);
    }
}
