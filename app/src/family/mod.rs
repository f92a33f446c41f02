//! The family's way in, what they find there, and the student's page about them.

pub mod coming_in;
pub mod home;
pub mod kin;
pub mod letter;
mod steps;
pub mod student;
pub mod visiting;
