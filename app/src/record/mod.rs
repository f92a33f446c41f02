//! The record: who did what, for those it is about.

pub mod list;
pub mod opening;
