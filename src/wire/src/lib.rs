//! What browser and server share: what they say to each other, the text that several people write, and what waits on a
//! device.

pub mod conference;
pub mod device;
pub mod paste;
pub mod together;

/// A new name of a thing, that cannot be guessed or counted: a UUIDv7, so that it also sorts by age.
pub fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}
