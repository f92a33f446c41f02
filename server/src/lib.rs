//! The program: HTTP, sessions, uploads, the command line, and the site embedded in one binary.

pub mod router;
