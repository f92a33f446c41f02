//! What sounds tell about themselves: titles, names, days, and with some recorders the street they were made in. It is
//! blanked where it stands, so that nothing in a sound moves.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};

use super::{MediaError, frames, front, mp4, ogg, webm};
use crate::sound::kind::SoundKind;

/// Blanks what a sound of this kind tells about where it was made, and by whom.
///
/// # Errors
///
/// What the disk says.
pub(super) fn strip_metadata(file: &mut File, size: u64, kind: SoundKind) -> Result<(), MediaError> {
    match kind {
        SoundKind::WebM => webm::strip_metadata(file, size),
        SoundKind::Mp4 => mp4::strip_metadata(file, size),
        SoundKind::Ogg => Ok(ogg::strip_metadata(file, size)?),
        SoundKind::Mp3 | SoundKind::Aac => Ok(framed(file, size)?),
        SoundKind::Flac => Ok(flac(file, size)?),
        SoundKind::Wav => Ok(wav(file, size)?),
    }
}

/// WAV: what stands before the samples and is not how they are written becomes a chunk to pass over; so does all behind
/// them. A recorder that wrote into a pipe could not say how long it would be: that is said now.
fn wav(file: &mut File, size: u64) -> std::io::Result<()> {
    let mut place = 12;
    while place + 8 <= size {
        let head: [u8; 8] = read(file, place)?;
        let mut length = u64::from(u32::from_le_bytes([head[4], head[5], head[6], head[7]]));
        if !matches!(&head[..4], b"fmt " | b"fact" | b"data") {
            file.seek(SeekFrom::Start(place))?;
            file.write_all(b"JUNK")?;
            blank(file, place + 8, (place + 8 + length).min(size))?;
        }
        if head.starts_with(b"data") && front::is_piped(length, size - place - 8) {
            length = size - place - 8;
            write_length(file, place + 4, length)?;
            write_length(file, 4, size - 8)?;
        }
        // Chunks begin at even places.
        place += 8 + length + length % 2;
        if head.starts_with(b"data") {
            break;
        }
    }
    pass_over(file, place.min(size), size)
}

/// Writes a length where there is room for it; a longer one stays as it was.
fn write_length(file: &mut File, place: u64, length: u64) -> std::io::Result<()> {
    let Ok(length) = u32::try_from(length) else { return Ok(()) };
    file.seek(SeekFrom::Start(place))?;
    file.write_all(&length.to_le_bytes())
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

/// MP3 and AAC: whatever is no frame, in front (ID3v2), behind (ID3v1, APE, lyrics) and between, where several were joined.
fn framed(file: &mut File, size: u64) -> std::io::Result<()> {
    for gap in frames::between(file, size)? {
        blank(file, gap.start, gap.end)?;
        if gap.start == 0 {
            pad_in_front(file, gap.end)?;
        }
    }
    Ok(())
}

/// Makes what stands in front an ID3v2 that tells nothing: players pass over it.
fn pad_in_front(file: &mut File, to: u64) -> std::io::Result<()> {
    let Some(length) =
        to.checked_sub(10).and_then(|length| u32::try_from(length).ok()).filter(|length| length >> 28 == 0)
    else {
        return Ok(());
    };
    let bytes = [21, 14, 7, 0].map(|by| (length >> by & 0x7F) as u8);
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&[&b"ID3\x03\0\0"[..], &bytes].concat())
}

/// FLAC (RFC 9639, 8): what is told in front of the frames becomes padding, but for how they are written and where one can
/// begin to listen; so does an ID3 in front of it all and behind it.
fn flac(file: &mut File, size: u64) -> std::io::Result<()> {
    let mut place = front::flac_begins(file)?;
    if place > 0 {
        blank(file, 0, place)?;
        pad_in_front(file, place)?;
    }
    place += 4;
    while place + 4 <= size {
        let head: [u8; 4] = read(file, place)?;
        let ends = (place + 4 + u64::from(u32::from_be_bytes([0, head[1], head[2], head[3]]))).min(size);
        // How it is written (0), padding (1), where to begin (3).
        if !matches!(head[0] & 0x7F, 0 | 3) {
            file.seek(SeekFrom::Start(place))?;
            file.write_all(&[head[0] & 0x80 | 1])?;
            blank(file, place + 4, ends)?;
        }
        place = ends;
        if head[0] & 0x80 != 0 {
            break;
        }
    }
    if size >= place + 128 && read::<3>(file, size - 128)? == *b"TAG" {
        blank(file, size - 128, size)?;
    }
    Ok(())
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
    use crate::media::ogg::tests::page;
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
        let frame = [&[0xFF, 0xFB, 0x90, 0x00][..], &[7; 413]].concat();
        // Two that were joined, the second cut in the middle of a frame.
        [front.clone(), frame.repeat(4), front, vec![9; 117], frame.repeat(4), ape, last].concat()
    }

    fn an_aac() -> Vec<u8> {
        let frame = [&[0xFF, 0xF1, 0x50, 0x80, 0x02, 0x1F, 0xFC][..], &[7; 9]].concat();
        [[&b"ID3\x04\0\0\0\0\0\x1A"[..], TOLD].concat(), frame.repeat(5)].concat()
    }

    fn a_flac() -> Vec<u8> {
        let block = |kind: u8, inside: &[u8]| [&[kind, 0, 0, inside.len() as u8][..], inside].concat();
        let blocks = [block(0, &[1; 34]), block(4, TOLD), block(6, TOLD), block(0x82, TOLD)].concat();
        let last = [&b"TAG"[..], TOLD, &[0; 125 - TOLD.len()]].concat();
        [&b"fLaC"[..], &blocks, &[0xFF, 0xF8, 7, 7], &[7; 200], &last].concat()
    }

    fn an_ogg() -> Vec<u8> {
        // Comments with a picture take more than a page.
        let comments = [b"OpusTags", TOLD, &[9; 255 - 8 - TOLD.len()]].concat();
        [&b"OpusHead\x01"[..], &comments, TOLD, &[7; 40]].iter().flat_map(|body| page(body)).collect()
    }

    fn all() -> [(Vec<u8>, SoundKind); 5] {
        [
            (a_wav(), SoundKind::Wav),
            (an_mp3(), SoundKind::Mp3),
            (an_aac(), SoundKind::Aac),
            (a_flac(), SoundKind::Flac),
            (an_ogg(), SoundKind::Ogg),
        ]
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

    proptest! {
        #[test]
        fn whatever_comes_is_looked_at_without_harm(place in 0..2_000_usize, byte: u8, cut in 0..300_usize) {
            for (sound, kind) in all() {
                silenced(&bent(sound, place, byte, cut), kind);
            }
        }
    }
}
