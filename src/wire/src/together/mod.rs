//! Writing together: a text that several people write at once (a CRDT, by yrs), and what browser and server say to each
//! other about it.
//!
//! [`SharedText`] is the text with everybody's edits; [`FieldText`] is its half in a form's field; [`message`] is what goes
//! over the wire. Nothing that came from somewhere reaches the library behind the shared text before `validate` has read it.

mod blank;
mod field_text;
pub mod message;
mod shared_text;
mod undo;
mod validate;

pub use blank::{BLANK, blanking, is_blank};
pub use field_text::FieldText;
pub use shared_text::*;
pub use undo::HistoryWay;
pub use validate::{MOST_CLIENTS, is_mark};
