//! The program: HTTP, sessions, uploads, the command line, and the site embedded in one binary.

pub mod arrivals;
pub mod check;
pub mod cli;
pub mod demo;
pub mod guard;
pub mod mail;
pub mod rendering;
pub mod room;
pub mod router;
pub mod serve;
pub mod site;
