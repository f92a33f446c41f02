//! Learning targets: to be read by everybody of the school, written by its lead.

pub mod edit;
pub mod import;
pub mod list;
