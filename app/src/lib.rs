//! What people see: pages and the forms they post. What the browser adds, the islands, is a crate of its own.
//!
//! One folder for each area of the product. A handler is a few lines: who is asking, find the thing *through* that
//! person, call one verb of `kinfolio`, answer.

// Every page is one big view; the compiler needs room for its type.
#![recursion_limit = "512"]

#[macro_use]
pub mod wording;

pub mod account;
pub mod address;
pub mod advisory;
pub mod agenda;
pub mod asking;
pub mod body_limits;
pub mod commitment;
pub mod components;
pub mod conference;
pub mod cookies;
pub mod definition;
pub mod entry;
pub mod evidence;
pub mod family;
pub mod fields;
pub mod form;
mod haitian;
pub mod hiding;
pub mod home;
pub mod idempotency;
pub mod inside;
pub mod islands;
pub mod limits;
pub mod media;
mod own_path;
mod own_words;
pub mod parts;
pub mod person;
pub mod portfolio;
pub mod record;
pub mod refusal;
pub mod rendition;
mod said;
pub mod school;
pub mod services;
pub mod shell;
pub mod taking_back;
pub mod target;
pub mod testimony;
pub mod time;
pub mod translations;
pub mod translator;
pub mod waiting_room;
pub mod when;
mod whose;
pub mod work;
pub mod worry;
