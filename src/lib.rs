//! The school's world: its nouns, its rules and their tables.
//!
//! Nothing here knows HTTP or pages. Each noun has a file or folder of its own: its types, its rules as plain
//! functions that need no database, and beside them its queries. Who may do what is one file, [`policy`].

#[macro_use]
mod kinds;
#[macro_use]
pub mod store;
pub mod suggestion;

pub mod agenda;
pub mod arranging;
pub mod at;
pub mod commitment;
pub mod conference;
pub mod day;
pub mod definition;
pub mod digest;
pub mod encoding;
pub mod field;
pub mod grant;
pub mod hidden;
pub mod id;
pub mod idempotency;
pub mod language;
pub mod live;
pub mod markdown;
pub mod media;
pub mod permit;
pub mod person;
pub mod photo;
pub mod policy;
pub mod portfolio;
pub mod quota;
pub mod record;
pub mod rendition;
pub mod saved;
pub mod school;
pub mod secret;
pub mod session;
pub mod sound;
pub mod table;
pub mod taking_back;
pub mod target;
pub mod testimony;
pub mod throttle;
pub mod time;
pub mod together;
pub mod upload;
pub mod voice;
pub mod who_hears;
pub mod words;
pub mod work;
pub mod worry;

pub use kinfolio_wire::device;
