//! Writing together: people who write one statement at once see each other's words, and none is lost.
//!
//! [`Sheet`] is the text with everybody's edits; [`note`] is what browser and server say to each other; [`Rooms`] is who is
//! in which sheet now. The edits are kept beside the statement; the room forgets, the table does not.

pub mod note;
mod sheet;

pub use sheet::*;

#[cfg(feature = "store")]
mod room;
#[cfg(feature = "store")]
mod store;

#[cfg(feature = "store")]
pub use room::{News, Room, Rooms, Seat};
#[cfg(feature = "store")]
pub use store::{
    Kept, copy_sheet, edit_from, keep, numbered_edits, pens, sheet_of, take_pen, take_pen_of_form, type_over,
};
