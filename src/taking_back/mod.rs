//! Taking back: nothing is final by accident. What somebody made goes into their bin, and comes back from there for thirty
//! days; what they just did is undone for ten minutes. Nobody's words are lost by it: what others answered stays.

mod bin;
mod kind;
mod sweep;
mod undo;

pub use bin::{BIN_DAYS, Binned, CameBack, Thrown};
pub use kind::BinKind;
pub use sweep::forget;
pub use undo::{BeforeAct, SeenAct, UNDO_MINUTES, Undoable, Undone};
