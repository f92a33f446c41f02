//! What people see: pages, the forms they post, and their islands.
//!
//! One folder for each area of the product. A handler is a few lines: who is asking, find the thing *through* that
//! person, call one verb of `kinfolio`, answer.

// Nothing that a person, a file or the network brings may stop the program.
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::panic))]
// Every page is one big view; the compiler needs room for its type.
#![recursion_limit = "512"]

#[cfg(feature = "ssr")]
#[macro_use]
pub mod wording;

#[cfg(feature = "ssr")]
pub mod address;
#[cfg(feature = "ssr")]
pub mod advisory;
#[cfg(feature = "ssr")]
pub mod asking;
#[cfg(feature = "ssr")]
pub mod body_limits;
#[cfg(feature = "ssr")]
pub mod commitment;
#[cfg(feature = "ssr")]
pub mod components;
pub mod conference;
#[cfg(feature = "ssr")]
pub mod definition;
#[cfg(feature = "ssr")]
pub mod entry;
#[cfg(feature = "ssr")]
pub mod evidence;
#[cfg(feature = "ssr")]
pub mod family;
#[cfg(feature = "ssr")]
pub mod fields;
#[cfg(feature = "ssr")]
pub mod form;
#[cfg(feature = "ssr")]
pub mod home;
#[cfg(feature = "ssr")]
pub mod idempotency;
#[cfg(feature = "ssr")]
pub mod media;
pub mod parts;
#[cfg(feature = "ssr")]
pub mod portfolio;
#[cfg(feature = "ssr")]
pub mod refusal;
#[cfg(feature = "ssr")]
pub mod school;
#[cfg(feature = "ssr")]
pub mod services;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod target;
#[cfg(feature = "ssr")]
pub mod testimony;
#[cfg(feature = "ssr")]
pub mod time;
#[cfg(feature = "ssr")]
pub mod when;
pub mod work;

/// Called by the page's script once the client is loaded: wakes its islands.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
    parts::watch();
}
