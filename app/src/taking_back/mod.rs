//! Taking back: the bin, and undoing what was just done.

pub mod bin;
pub mod undo;

pub(crate) use bin::{TakeBack, seen, thrown};
