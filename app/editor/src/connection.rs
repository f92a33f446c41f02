//! What goes over the connection to the room: words at once, the writer's place now and then.

use std::cell::RefCell;
use std::rc::Rc;

use kinfolio_browser::{Connection, later};
use kinfolio_wire::together::message::{ClientMessage, ServerMessage};

use crate::editor::Editor;

/// How often at most the others are told where somebody is, in milliseconds.
const STEP: i32 = 120;

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
    pub fn keep_open(editor: Rc<Editor>) {
        let (hearing, broken) = (editor.clone(), editor.clone());
        editor.connection.inner.keep_open(
            move |bytes| {
                if let Ok(heard) = ServerMessage::read(&bytes) {
                    hearing.hear(heard);
                }
            },
            move || {
                broken.connection.told.borrow_mut().clear();
                broken.show_margin();
            },
        );
        Self::tell_now_and_then(editor);
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

    fn tell_place(&self) {
        let Some(mark) = self.place.borrow_mut().take() else { return };
        if *self.told.borrow() != mark {
            self.say(&ClientMessage::At { mark: mark.clone() });
            *self.told.borrow_mut() = mark;
        }
    }

    fn tell_now_and_then(editor: Rc<Editor>) {
        later(STEP, move || {
            editor.connection.tell_place();
            Self::tell_now_and_then(editor);
        });
    }
}
