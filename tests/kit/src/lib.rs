//! What the tests stand on: a PostgreSQL of their own, and a real browser. Both end with the tests, whatever
//! ends those; this takes Linux.

pub mod browser;
mod child;
pub mod folder;
mod look;
pub mod outside;
pub mod pages;
pub mod postgres;
pub mod rows;
mod seeing;
pub mod template;
pub mod trouble;
mod webdriver;

pub use child::free_port;
