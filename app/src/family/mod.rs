//! The family's way in, what they find there, and the student's page about them.

pub mod asking_anew;
pub mod coming_in;
mod day;
pub mod digest;
pub mod home;
pub mod kin;
pub mod letter;
pub(crate) mod news;
pub mod own_calendar;
mod preview;
mod steps;
pub mod student;
pub mod visiting;
