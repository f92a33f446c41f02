//! Videos, and the boxes that MP4 is made of. They are kept as they came, but for what they tell about where they were
//! taken.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};

use super::MediaError;

/// More boxes than any camera writes on one level.
const MOST_BOXES: usize = 10_000;
/// More boxes than any camera looks into: tracks, and what holds them.
const MOST_LEVELS: usize = 1_000;
/// What a box holds that says who made a film, and where: phones write the place into `udta` and `meta`, others into `uuid`.
const TELLTALE: [&[u8; 4]; 3] = [b"udta", b"meta", b"uuid"];

/// A box of an MP4 (ISO/IEC 14496-12, 4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mp4Box {
    pub kind: [u8; 4],
    /// Where it begins.
    pub at: u64,
    /// How long its head is.
    pub head: u64,
    /// How long all of it is.
    pub length: u64,
}

/// The boxes from one place to another; none when they do not fill it.
pub(super) fn parts(file: &mut (impl Read + Seek), from: u64, to: u64) -> std::io::Result<Option<Vec<Mp4Box>>> {
    let mut parts = Vec::new();
    let mut at = from;
    while at < to {
        let mut head = [0; 16];
        file.seek(SeekFrom::Start(at))?;
        let read = file.take(16).read(&mut head)?;
        let word = |place: usize| {
            u64::from(u32::from_be_bytes([head[place], head[place + 1], head[place + 2], head[place + 3]]))
        };
        let (length, long) = match word(0) {
            0 => (to - at, false),
            1 => (word(8) << 32 | word(12), true),
            length => (length, false),
        };
        let head_length = if long { 16 } else { 8 };
        if read < 8 || length < head_length || length > to - at || parts.len() == MOST_BOXES {
            return Ok(None);
        }
        parts.push(Mp4Box { kind: [head[4], head[5], head[6], head[7]], at, head: head_length, length });
        at += length;
    }
    Ok(Some(parts))
}

/// Whether an MP4 shows moving pictures.
pub(super) fn is_film(file: &mut (impl Read + Seek), size: u64) -> std::io::Result<bool> {
    let Some(top) = parts(file, 0, size)? else { return Ok(false) };
    for part in top.iter().filter(|part| part.kind == *b"moov") {
        for track in within(file, part, b"trak")?.into_iter().take(MOST_LEVELS) {
            for media in within(file, &track, b"mdia")? {
                for handler in within(file, &media, b"hdlr")? {
                    let mut word = [0; 4];
                    // After the head: version and flags, and four bytes that say nothing.
                    file.seek(SeekFrom::Start(handler.at + handler.head + 8))?;
                    if file.read(&mut word)? == 4 && word == *b"vide" {
                        return Ok(true);
                    }
                }
            }
        }
    }
    Ok(false)
}

/// The boxes of one kind in another.
fn within(file: &mut (impl Read + Seek), part: &Mp4Box, kind: &[u8; 4]) -> std::io::Result<Vec<Mp4Box>> {
    let inside = parts(file, part.at + part.head, part.at + part.length)?.unwrap_or_default();
    Ok(inside.into_iter().filter(|part| part.kind == *kind).collect())
}

/// Blanks what an MP4 tells about where it was taken, and by whom. Nothing moves: every place in it stays where it was.
///
/// # Errors
///
/// What is made of more boxes than any film, and what the disk says.
pub(super) fn strip_metadata(file: &mut File, size: u64) -> Result<(), MediaError> {
    let mut levels = vec![(0, size)];
    let mut looked_into = 0;
    while let Some((from, to)) = levels.pop() {
        looked_into += 1;
        if looked_into > MOST_LEVELS {
            return Err(MediaError::Unknown("an MP4 of too many boxes"));
        }
        for part in parts(file, from, to)?.unwrap_or_default() {
            if TELLTALE.contains(&&part.kind) {
                blank(file, &part)?;
            } else if matches!(&part.kind, b"moov" | b"trak") {
                levels.push((part.at + part.head, part.at + part.length));
            }
        }
    }
    Ok(())
}

/// Makes a box free space: players pass over it.
fn blank(file: &mut File, part: &Mp4Box) -> std::io::Result<()> {
    file.seek(SeekFrom::Start(part.at + 4))?;
    file.write_all(b"free")?;
    file.seek(SeekFrom::Start(part.at + part.head))?;
    std::io::copy(&mut std::io::repeat(0).take(part.length - part.head), file)?;
    Ok(())
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::media::testing::{bent, stripped};

    /// A box with something in it.
    pub fn a_box(kind: &[u8; 4], inside: &[&[u8]]) -> Vec<u8> {
        let inside = inside.concat();
        let mut bytes = (inside.len() as u32 + 8).to_be_bytes().to_vec();
        bytes.extend(kind);
        bytes.extend(inside);
        bytes
    }

    /// A film of no length, taken somewhere.
    pub fn a_film() -> Vec<u8> {
        let place = a_box(b"udta", &[&a_box(b"\xA9xyz", &[b"+40.7128-074.0060/"])]);
        let handler = a_box(b"hdlr", &[&[0; 8], b"vide", &[0; 13]]);
        let track = a_box(b"trak", &[&a_box(b"mdia", &[&handler]), &place]);
        [
            a_box(b"ftyp", &[b"isom\0\0\0\0isomavc1"]),
            a_box(b"moov", &[&a_box(b"mvhd", &[&[0; 100]]), &track, &place]),
            a_box(b"uuid", &[b"0123456789abcdef<x:xmpmeta>Here</x:xmpmeta>"]),
            a_box(b"mdat", &[&[7; 64]]),
        ]
        .concat()
    }

    #[test]
    fn a_film_tells_nothing_about_where_it_was_taken_and_nothing_in_it_moves() {
        let after = stripped(&a_film(), strip_metadata);
        for told in ["+40.7128", "xmpmeta", "xyz"] {
            assert!(!after.windows(told.len()).any(|window| window == told.as_bytes()), "{told}");
        }
        assert!(is_film(&mut Cursor::new(&after), after.len() as u64).unwrap());
        assert!(after.ends_with(&a_box(b"mdat", &[&[7; 64]])));
    }

    #[test]
    fn boxes_that_lie_about_their_length_are_no_boxes() {
        for length in [1, 4, 7, 9_000_u32] {
            let mut bytes = a_film();
            bytes[..4].copy_from_slice(&length.to_be_bytes());
            let size = bytes.len() as u64;
            assert_eq!(parts(&mut Cursor::new(bytes), 0, size).unwrap(), None, "{length}");
        }
    }

    #[test]
    fn boxes_in_boxes_without_end_are_no_film() {
        let mut bytes = Vec::new();
        for level in (0..2 * MOST_LEVELS as u32).rev() {
            bytes.extend(((level + 1) * 8).to_be_bytes());
            bytes.extend(b"moov");
        }
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&bytes).unwrap();
        assert!(matches!(strip_metadata(&mut file, bytes.len() as u64), Err(MediaError::Unknown(_))));
    }

    proptest::proptest! {
        #[test]
        fn whatever_comes_is_looked_at_without_harm(place in 0..300_usize, byte: u8, cut in 0..300_usize) {
            let film = bent(a_film(), place, byte, cut);
            let _ = is_film(&mut Cursor::new(&film), film.len() as u64).unwrap();
            stripped(&film, strip_metadata);
        }
    }
}
