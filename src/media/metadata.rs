//! What sounds tell about themselves: titles, names, days, and with some recorders the street they were made in. It is
//! blanked where it stands, so that nothing in a sound moves.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};

use super::{MediaError, mp4, webm};
use crate::sound::kind::SoundKind;

/// What the beginning of Opus' comments is called (RFC 7845, 5.2).
const OPUS_TAGS: &[u8] = b"OpusTags";

/// Blanks what a sound of this kind tells about where it was made, and by whom.
///
/// # Errors
///
/// What the disk says.
pub(super) fn strip_metadata(file: &mut File, size: u64, kind: SoundKind) -> Result<(), MediaError> {
    match kind {
        SoundKind::WebM => webm::strip_metadata(file, size),
        SoundKind::Mp4 => mp4::strip_metadata(file, size),
        SoundKind::Ogg => Ok(ogg(file, size)?),
        SoundKind::Mp3 => Ok(mp3(file, size)?),
        SoundKind::Wav => Ok(wav(file, size)?),
    }
}

/// WAV: what stands before the samples and is not how they are written becomes a chunk to pass over; so does all behind
/// them.
fn wav(file: &mut File, size: u64) -> std::io::Result<()> {
    let mut place = 12;
    while place + 8 <= size {
        let head: [u8; 8] = read(file, place)?;
        let length = u64::from(u32::from_le_bytes([head[4], head[5], head[6], head[7]]));
        if !matches!(&head[..4], b"fmt " | b"fact" | b"data") {
            file.seek(SeekFrom::Start(place))?;
            file.write_all(b"JUNK")?;
            blank(file, place + 8, (place + 8 + length).min(size))?;
        }
        // Chunks begin at even places.
        place += 8 + length + length % 2;
        if head.starts_with(b"data") {
            break;
        }
    }
    pass_over(file, place.min(size), size)
}

/// Makes everything from a place on one chunk to pass over.
fn pass_over(file: &mut File, from: u64, to: u64) -> std::io::Result<()> {
    blank(file, from, to)?;
    match u32::try_from(to - from).ok().and_then(|length| length.checked_sub(8)) {
        Some(length) => {
            file.seek(SeekFrom::Start(from))?;
            file.write_all(&[*b"JUNK", length.to_le_bytes()].concat())
        }
        // Too little for a chunk, or more than one can be: zeros are passed over too.
        None => Ok(()),
    }
}

/// MP3: what stands in front of the first frame (ID3v2) and behind the last one (ID3v1, APE).
fn mp3(file: &mut File, size: u64) -> std::io::Result<()> {
    if size >= 10 {
        let head: [u8; 10] = read(file, 0)?;
        if head.starts_with(b"ID3") {
            // Without flags, so that the zeros are what the format calls padding.
            blank(file, 5, 6)?;
            blank(file, 10, (10 + id3_length(&head)).min(size))?;
        }
    }
    let mut ends = size;
    if ends >= 128 && read::<3>(file, ends - 128)? == *b"TAG" {
        ends -= 128;
        blank(file, ends, size)?;
    }
    if ends >= 32 {
        let foot: [u8; 32] = read(file, ends - 32)?;
        if foot.starts_with(b"APETAGEX") {
            // Its length counts this end, but not the head, which is as long.
            let length = u64::from(u32::from_le_bytes([foot[12], foot[13], foot[14], foot[15]])) + 32;
            blank(file, ends.saturating_sub(length), ends)?;
        }
    }
    Ok(())
}

/// How long what an ID3v2 tells is, behind its head: seven bits a byte.
pub(super) fn id3_length(head: &[u8; 10]) -> u64 {
    head[6..].iter().fold(0, |length, byte| length << 7 | u64::from(byte & 0x7F))
}

/// Ogg: the comments become as many zeros, which Opus calls padding, and each page is signed anew.
fn ogg(file: &mut File, size: u64) -> std::io::Result<()> {
    let mut place = 0;
    let mut in_comments = false;
    while place + 27 <= size {
        let head: [u8; 27] = read(file, place)?;
        let mut page = head.to_vec();
        file.seek(SeekFrom::Start(place + 27))?;
        file.take(u64::from(head[26])).read_to_end(&mut page)?;
        let lengths = page[27..].to_vec();
        let body = page.len();
        let whole = lengths.iter().map(|length| u64::from(*length)).sum();
        file.take(whole).read_to_end(&mut page)?;
        let begins = page[body..].starts_with(OPUS_TAGS);
        if begins || in_comments {
            // Nothing is said by nobody: no name of a program, no comments.
            let kept = if begins { body + OPUS_TAGS.len() } else { body };
            page[kept..].fill(0);
            sign(&mut page);
            file.seek(SeekFrom::Start(place))?;
            file.write_all(&page)?;
            // They go on on the next page when no part is shorter than a part can be.
            in_comments = lengths.iter().all(|length| *length == 255);
        }
        place += page.len() as u64;
    }
    Ok(())
}

/// Writes the sum over a page of Ogg into it (RFC 3533, 6).
fn sign(page: &mut [u8]) {
    page[22..26].fill(0);
    let sum = sum_over(page);
    page[22..26].copy_from_slice(&sum.to_le_bytes());
}

/// The remainder over bytes, by the polynomial of Ogg.
fn sum_over(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte) << 24, |sum, _| sum << 1 ^ if sum >> 31 == 1 { 0x04C1_1DB7 } else { 0 })
    })
}

fn read<const LENGTH: usize>(file: &mut File, place: u64) -> std::io::Result<[u8; LENGTH]> {
    let mut bytes = [0; LENGTH];
    file.seek(SeekFrom::Start(place))?;
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn blank(file: &mut File, from: u64, to: u64) -> std::io::Result<()> {
    file.seek(SeekFrom::Start(from))?;
    std::io::copy(&mut std::io::repeat(0).take(to.saturating_sub(from)), file)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::media::testing::{bent, stripped};

    /// What a recorder could tell.
    const TOLD: &[u8] = b"Recorded at 5 Maple Street";

    fn silenced(sound: &[u8], kind: SoundKind) -> Vec<u8> {
        stripped(sound, |file, size| strip_metadata(file, size, kind))
    }

    fn chunk(name: &[u8; 4], inside: &[u8]) -> Vec<u8> {
        [name, &(inside.len() as u32).to_le_bytes()[..], inside].concat()
    }

    fn a_wav() -> Vec<u8> {
        let chunks = [chunk(b"bext", TOLD), chunk(b"fmt ", &[1; 16]), chunk(b"data", &[7; 64]), chunk(b"LIST", TOLD)];
        [&b"RIFF\0\0\0\0WAVE"[..], &chunks.concat()].concat()
    }

    fn an_mp3() -> Vec<u8> {
        let front = [&b"ID3\x04\0\x40\0\0\0\x1A"[..], TOLD].concat();
        let last = [&b"TAG"[..], TOLD, &[0; 125 - TOLD.len()]].concat();
        let foot = [&b"APETAGEX\xD0\x07\0\0"[..], &(TOLD.len() as u32 + 32).to_le_bytes(), &[0; 16]].concat();
        let ape = [&b"APETAGEX"[..], &[0; 24], TOLD, &foot].concat();
        [front, [0xFF, 0xFB, 7, 7].repeat(50), ape, last].concat()
    }

    /// A page of Ogg with one part of this length, or parts that fill it and go on.
    fn page(body: &[u8]) -> Vec<u8> {
        let lengths: Vec<u8> = match body.len() {
            length @ 0..255 => vec![length as u8],
            length => vec![255; length / 255],
        };
        let mut page = [&b"OggS\0"[..], &[0; 21], &[lengths.len() as u8], &lengths, body].concat();
        sign(&mut page);
        page
    }

    fn an_ogg() -> Vec<u8> {
        // Comments with a picture take more than a page.
        let comments = [OPUS_TAGS, TOLD, &[9; 255 - 8 - TOLD.len()]].concat();
        [&b"OpusHead\x01"[..], &comments, TOLD, &[7; 40]].iter().flat_map(|body| page(body)).collect()
    }

    fn all() -> [(Vec<u8>, SoundKind); 3] {
        [(a_wav(), SoundKind::Wav), (an_mp3(), SoundKind::Mp3), (an_ogg(), SoundKind::Ogg)]
    }

    #[test]
    fn a_sound_tells_nothing_about_where_it_was_made_and_nothing_in_it_moves() {
        for (sound, kind) in all() {
            let after = silenced(&sound, kind);
            assert!(sound.windows(TOLD.len()).any(|window| window == TOLD), "{kind:?}");
            assert!(!after.windows(TOLD.len()).any(|window| window == TOLD), "{kind:?}");
            let heard = |bytes: &[u8]| bytes.windows(2).filter(|both| *both == [7, 7]).count();
            assert_eq!(heard(&after), heard(&sound), "{kind:?}");
            assert_eq!(silenced(&after, kind), after, "{kind:?}");
        }
    }

    #[test]
    fn a_page_of_ogg_is_signed_as_its_standard_says() {
        // The complement of what POSIX `cksum` would say without the length: the same polynomial.
        assert_eq!(sum_over(b"123456789"), !0x765E_7680);
    }

    proptest! {
        #[test]
        fn whatever_comes_is_looked_at_without_harm(place in 0..2_000_usize, byte: u8, cut in 0..300_usize) {
            for (sound, kind) in all() {
                silenced(&bent(sound, place, byte, cut), kind);
            }
        }
    }
}
