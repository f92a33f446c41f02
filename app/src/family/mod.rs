//! The family's way in, what they find there, and the student's page about them.

pub mod asking_anew;
pub mod coming_in;
pub mod home;
pub mod kin;
pub mod letter;
mod preview;
mod steps;
pub mod student;
pub mod visiting;
