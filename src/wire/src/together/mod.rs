//! Writing together: a text that several people write at once (a CRDT, by yrs), and what browser and server say to each
//! other about it.
//!
//! [`Sheet`] is the text with everybody's edits; [`FieldSheet`] is its half in a form's field; [`note`] is what goes over the
//! wire. Nothing that came from somewhere reaches the library behind the sheet before `validate` has read it.

mod field;
pub mod note;
mod sheet;
mod validate;

pub use field::FieldSheet;
pub use sheet::*;
pub use validate::{MOST_PENS, is_mark};
