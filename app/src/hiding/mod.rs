//! Hiding words that were said to or about a student, and showing them again.

pub mod hide;
pub mod list;
pub(crate) mod said;
