//! The school's world: its nouns, its rules and, with the feature `store`, their tables.
//!
//! Nothing here knows HTTP or pages. Each noun has a file or folder of its own: its types, its rules as plain
//! functions that need no database, and beside them its queries. Who may do what is one file, [`policy`].

// Nothing that a person, a file or the network brings may stop the program.
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

#[macro_use]
mod kinds;

pub mod arranging;
pub mod arrival;
pub mod at;
pub mod commitment;
pub mod conference;
pub mod day;
pub mod definition;
#[cfg(feature = "device")]
pub mod device;
pub mod grant;
pub mod id;
pub mod language;
pub mod markdown;
pub mod next_step;
pub mod person;
pub mod photo;
pub mod policy;
pub mod portfolio;
pub mod saved;
pub mod school;
pub mod sound;
pub mod target;
pub mod testimony;
pub mod time;
#[cfg(feature = "together")]
pub mod together;
pub mod voice;
pub mod words;
pub mod work;

#[cfg(feature = "store")]
#[macro_use]
pub mod store;

#[cfg(feature = "store")]
pub mod idempotency;
#[cfg(feature = "store")]
pub mod live;
#[cfg(feature = "store")]
pub mod media;
#[cfg(feature = "store")]
pub mod secret;
#[cfg(feature = "store")]
pub mod session;
#[cfg(feature = "store")]
pub mod table;
#[cfg(feature = "store")]
pub mod throttle;
