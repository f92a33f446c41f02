//! Writing together: people who write one statement at once see each other's words, and none is lost.
//!
//! The text itself, and what browser and server say to each other, are in `kinfolio_wire`; [`Rooms`] is who is in which
//! shared text now. The edits are kept beside the statement; the room forgets, the table does not.

mod room;
mod store;

pub use room::{News, NotTaken, Room, Rooms, Seat};
pub use store::{
    Kept, MOST_FIRST_CLIENTS, clients, copy_shared_text, edit_from, keep, keep_clients, numbered_edits, shared_text_of,
    take_client_id, take_client_id_of_form, type_over, unacceptable_edits,
};
mod word_splices;

pub use kinfolio_wire::together::*;
pub use word_splices::word_splices;
