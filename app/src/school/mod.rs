//! Setting up and keeping a school: its people, their ways in, what is there and what comes next.

pub(crate) mod code_sheet;
pub mod codes;
pub mod home;
pub mod import;
mod listing;
pub mod people;
pub mod plans;
pub mod prompts;
pub mod quota;
pub mod readiness;
pub mod sign_in;
pub mod table;
