//! Learning targets: to be read by everybody of the school, written by its lead.

pub mod aims;
pub mod edit;
pub mod import;
pub mod list;
pub mod map;
mod picture;
mod standing;

pub use standing::*;
