//! What goes over the connection to the room: words at once, the writer's place now and then.

use std::cell::RefCell;

use kinfolio_browser::Connection;
use kinfolio_wire::together::message::{ClientMessage, ServerMessage};

/// The connection.
pub struct RoomConnection {
    inner: Connection,
    /// Where the writer is, when the others have not been told yet.
    place: RefCell<Option<Vec<u8>>>,
    told: RefCell<Vec<u8>>,
}

impl RoomConnection {
    /// A connection to this room, not open yet.
    pub fn to(room: String) -> Self {
        Self { inner: Connection::to(room), place: RefCell::default(), told: RefCell::default() }
    }

    /// Opens it, and opens it again whenever it breaks.
    pub fn keep_open(&self, hear: impl Fn(ServerMessage) + 'static, broken: impl Fn() + 'static) {
        let read = move |bytes: Vec<u8>| {
            if let Ok(heard) = ServerMessage::read(&bytes) {
                hear(heard);
            }
        };
        self.inner.keep_open(read, broken);
    }

    /// The others have to be told anew where the writer is.
    pub fn forget_told(&self) {
        self.told.borrow_mut().clear();
    }

    /// Whether words go out now.
    pub fn is_open(&self) -> bool {
        self.inner.is_open()
    }

    /// Says something, if the connection is there; an edit that is not said now goes out with the next welcome.
    pub fn say(&self, said: &ClientMessage) {
        self.inner.say(&said.written());
    }

    /// Says where the writer is, soon.
    pub fn set_cursor(&self, mark: Vec<u8>) {
        *self.place.borrow_mut() = Some(mark);
    }

    /// Tells the others where the writer is, where that is news.
    pub fn tell_place(&self) {
        let Some(mark) = self.place.borrow_mut().take() else { return };
        if *self.told.borrow() != mark {
            self.say(&ClientMessage::At { mark: mark.clone() });
            *self.told.borrow_mut() = mark;
        }
    }
}
