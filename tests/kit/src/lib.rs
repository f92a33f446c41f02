//! What the tests stand on: a PostgreSQL of their own, and a real browser.

pub mod browser;
mod child;
pub mod postgres;
mod webdriver;
