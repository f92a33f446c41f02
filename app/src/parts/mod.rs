//! The parts pages are made of.

mod arrange;
#[cfg(feature = "ssr")]
mod brought;
#[cfg(feature = "ssr")]
mod field;
mod leaving;
#[cfg(feature = "hydrate")]
pub(crate) mod listen;
#[cfg(feature = "hydrate")]
pub(crate) mod network;
mod outbox;
#[cfg(feature = "ssr")]
mod qr;
mod recorder;
#[cfg(all(test, feature = "ssr"))]
mod traps;
mod unsaved;
#[cfg(feature = "ssr")]
mod voice;
#[cfg(feature = "ssr")]
mod ways;
#[cfg(feature = "ssr")]
mod words;

pub use arrange::*;
#[cfg(feature = "ssr")]
pub use brought::*;
#[cfg(feature = "ssr")]
pub use field::*;
#[cfg(feature = "ssr")]
pub use leaving::Leaving;
#[cfg(feature = "hydrate")]
pub(crate) use leaving::watch;
pub use outbox::*;
#[cfg(feature = "ssr")]
pub use qr::*;
pub use recorder::*;
pub use unsaved::*;
#[cfg(feature = "ssr")]
pub use voice::*;
#[cfg(feature = "ssr")]
pub use ways::*;
#[cfg(feature = "ssr")]
pub use words::*;
