//! What the tests of files have in common.

use std::fs::File;
use std::io::{Read, Seek, Write};

use super::MediaError;

/// As a phone writes it that was not told to be compatible: HEVC, with the place in it.
pub const IPHONE: &[u8] = include_bytes!("../../tests/files/films/iphone-hevc.MOV");
/// H.263, as phones wrote it twenty years ago.
pub const OLD_PHONE: &[u8] = include_bytes!("../../tests/files/films/old-android.3gp");
/// With a track of subtitles that says where the drone was.
pub const DRONE: &[u8] = include_bytes!("../../tests/files/films/dji-drone.mp4");
/// A voice memo with the name of a street.
pub const PROVIDENCE: &[u8] = include_bytes!("../../tests/files/sounds/Providence Rd.m4a");
/// Ogg Vorbis.
pub const VORBIS: &[u8] = include_bytes!("../../tests/files/sounds/old.ogg");

/// Whether some bytes hold others.
pub fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// What a file holds after `tell` has blanked what it tells. Nothing in it may have moved.
pub fn stripped(bytes: &[u8], tell: impl FnOnce(&mut File, u64) -> Result<(), MediaError>) -> Vec<u8> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    tell(&mut file, bytes.len() as u64).unwrap();
    let mut after = Vec::new();
    file.rewind().unwrap();
    file.read_to_end(&mut after).unwrap();
    assert_eq!(after.len(), bytes.len());
    after
}

/// A file as it could come over a bad line: one byte is another, and the end is missing.
pub fn bent(mut bytes: Vec<u8>, place: usize, byte: u8, cut: usize) -> Vec<u8> {
    let place = place % bytes.len();
    bytes[place] = byte;
    bytes.truncate(bytes.len() - cut % bytes.len());
    bytes
}
