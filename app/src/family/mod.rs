//! The family's way in, what they find there, and the student's page about them.

pub mod asking_anew;
pub mod coming_in;
mod day;
pub mod home;
pub mod kin;
pub mod letter;
mod news;
mod preview;
mod steps;
pub mod student;
pub mod visiting;
