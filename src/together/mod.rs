//! Writing together: people who write one statement at once see each other's words, and none is lost.
//!
//! [`Sheet`] is the text with everybody's edits; [`note`] is what browser and server say to each other; [`Rooms`] is who is
//! in which sheet now. The edits are kept beside the statement; the room forgets, the table does not. Nothing that came from
//! somewhere reaches the library behind the sheet before `validate` has read it.

mod field;
pub mod note;
mod sheet;
mod validate;

pub use field::FieldSheet;
pub use sheet::*;
pub use validate::{MOST_PENS, is_mark};

#[cfg(feature = "store")]
mod room;
#[cfg(feature = "store")]
mod store;

#[cfg(feature = "store")]
pub use room::{News, NotTaken, Room, Rooms, Seat};
#[cfg(feature = "store")]
pub use store::{
    Kept, MOST_FIRST_PENS, copy_sheet, edit_from, keep, keep_pens, numbered_edits, pens, sheet_of, take_pen,
    take_pen_of_form, type_over, unacceptable_edits,
};
