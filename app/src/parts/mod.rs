//! The parts pages are made of.

mod arrange;
mod brought;
mod field;
mod form_page;
mod leaving;
mod qr;
#[cfg(test)]
mod traps;
mod voice;
mod ways;
mod words;

pub use arrange::*;
pub use brought::*;
pub use field::*;
pub use form_page::*;
pub use leaving::Leaving;
pub use qr::*;
pub use voice::*;
pub use ways::*;
pub use words::*;
