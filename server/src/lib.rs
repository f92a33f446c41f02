//! The program: HTTP, sessions, uploads, the command line, and the site embedded in one binary.

pub mod arrivals;
pub mod check;
pub mod cli;
pub mod demo;
pub mod folder;
pub mod guard;
pub mod health;
pub mod mail;
pub mod metrics;
pub mod room;
pub mod router;
pub mod serve;
pub mod site;
