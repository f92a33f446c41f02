//! Sounds: known by what is in them, never by their names, and kept as they sound. What claims to be longer than it is,
//! shows moving pictures, or is in a form that browsers do not play, is refused before it is kept.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use super::ogg::Ogg;
use super::{KeptSound, MediaError, frames, front, metadata, mp4, ogg, webm};
use crate::sound::kind::SoundKind;

/// How much of the beginning is looked into: recorders write what a file is into its first few hundred bytes.
const HEAD: u64 = 64 * 1024;

/// More chunks than any recorder writes before the samples of a WAV.
const MOST_CHUNKS: usize = 1_000;
/// More blocks than anybody tells in front of a FLAC.
const MOST_BLOCKS: usize = 1_000;

type Listened<T> = Result<T, MediaError>;

/// It is a sound, or was one, and can't be taken.
fn refused<T>(why: &'static str) -> Listened<T> {
    Err(MediaError::NotASound(why))
}

/// Listens into a file: what it is, how long, and the name its bytes get. What it tells about itself is blanked.
pub(super) fn listen(path: &Path) -> Listened<KeptSound> {
    let mut file = File::options().read(true).write(true).open(path)?;
    let size = file.metadata()?.len();
    if size == 0 {
        return Err(MediaError::Empty);
    }
    let kind = kind_of(&mut file, size)?;
    metadata::strip_metadata(&mut file, size, kind)?;
    Ok(KeptSound { kind, size, hash: super::hash_of(&mut file)? })
}

fn kind_of(file: &mut (impl Read + Seek), size: u64) -> Listened<SoundKind> {
    let head = read_at(file, 0, HEAD)?;
    let is_at = |place: usize, word: &[u8]| head.get(place..place + word.len()) == Some(word);
    let is_unplayed =
        is_at(0, b"#!AMR") || is_at(0, b"caff") || is_at(0, b"FORM") && is_at(8, b"AIF") || is_at(0, b"MThd");
    if webm::is_ebml(&head) {
        webm(&head).map(|()| SoundKind::WebM)
    } else if is_at(0, b"OggS") {
        ogg(file, size).map(|()| SoundKind::Ogg)
    } else if is_at(4, b"ftyp") {
        mp4(file, size).map(|()| SoundKind::Mp4)
    } else if is_at(0, b"RIFF") && is_at(8, b"WAVE") {
        wav(file, size).map(|()| SoundKind::Wav)
    } else if is_unplayed {
        refused("a sound that browsers do not play")
    } else if is_flac(file)? {
        flac(file, size).map(|()| SoundKind::Flac)
    } else {
        match frames::begins(file, size)? {
            Some((kind, _)) => Ok(kind),
            // It calls itself an MP3, and has none in it.
            None if is_at(0, b"ID3") => refused("an MP3 without sound"),
            None => Err(MediaError::Unknown("nothing we know")),
        }
    }
}

/// Up to `most` bytes from a place on; fewer where the file ends.
fn read_at(file: &mut (impl Read + Seek), place: u64, most: u64) -> Listened<Vec<u8>> {
    file.seek(SeekFrom::Start(place))?;
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn little_endian(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// RIFF: chunks, one that says how the samples are written, one with the samples.
fn wav(file: &mut (impl Read + Seek), size: u64) -> Listened<()> {
    let mut place = 12;
    let mut has_format = false;
    for _ in 0..MOST_CHUNKS {
        let head = read_at(file, place, 24)?;
        if head.len() < 8 {
            return refused("a WAV without samples");
        }
        let length = little_endian(&head[4..8]);
        match &head[..4] {
            b"fmt " if head.len() == 24 => {
                let (how, channels, rate) = (little_endian(&head[8..10]), head[10], little_endian(&head[12..16]));
                let is_plain = matches!(how, 1 | 3 | 6 | 7 | 0xFFFE);
                has_format = is_plain && (1..=8).contains(&channels) && (1..=384_000).contains(&rate);
            }
            b"data" => {
                let rest = size.saturating_sub(place + 8);
                let is_whole = if front::is_piped(length, rest) { rest > 0 } else { length <= rest };
                return match has_format && is_whole {
                    true => Ok(()),
                    false => refused("a WAV that is not whole"),
                };
            }
            _ => {}
        }
        // Chunks begin at even places.
        place += 8 + length + length % 2;
    }
    refused("a WAV of too many chunks")
}

/// Ogg: pages from the beginning to the end, of Opus or Vorbis.
fn ogg(file: &mut (impl Read + Seek), size: u64) -> Listened<()> {
    match ogg::looked_into(file, size)? {
        Ogg::Sound => Ok(()),
        Ogg::Other => refused("an Ogg with neither Opus nor Vorbis"),
        Ogg::Broken => refused("an Ogg that is not whole"),
    }
}

/// MP4: boxes from the beginning to the end, tracks of sound that browsers play, and no moving picture.
fn mp4(file: &mut (impl Read + Seek), size: u64) -> Listened<()> {
    let Some(parts) = mp4::parts(file, 0, size)? else { return refused("an MP4 that is not whole") };
    if mp4::film(file, size)?.is_some() {
        return refused("a film");
    }
    match mp4::sound(file, size)? {
        Some(true) if parts.iter().any(|part| part.kind == *b"mdat" && part.length > 16) => Ok(()),
        Some(_) => refused("an MP4 without sound that browsers play"),
        None => Err(MediaError::Unknown("an MP4 with neither sound nor pictures")),
    }
}

/// WebM: tracks of Opus or Vorbis and no other kind, and the beginning of the sound.
fn webm(head: &[u8]) -> Listened<()> {
    let Some((tracks, begins)) = webm::tracks(head) else { return refused("no WebM") };
    let all_sound = tracks.iter().all(webm::Element::is_sound);
    if begins && !tracks.is_empty() && all_sound { Ok(()) } else { refused("a WebM without Opus") }
}

fn is_flac(file: &mut (impl Read + Seek)) -> Listened<bool> {
    let place = front::flac_begins(file)?;
    Ok(read_at(file, place, 4)? == b"fLaC")
}

/// FLAC: how it is written, what is told, and a frame.
fn flac(file: &mut (impl Read + Seek), size: u64) -> Listened<()> {
    let mut place = front::flac_begins(file)? + 4;
    for number in 0..MOST_BLOCKS {
        let head = read_at(file, place, 4)?;
        let Ok([kind, a, b, c]) = <[u8; 4]>::try_from(head) else { break };
        if number == 0 && (kind & 0x7F, [a, b, c]) != (0, [0, 0, 34]) {
            break;
        }
        place += 4 + u64::from(u32::from_be_bytes([0, a, b, c]));
        if kind & 0x80 != 0 {
            let frame = read_at(file, place, 4)?;
            let is_frame = matches!(frame[..], [0xFF, 0xF8 | 0xF9, ..]) && place < size;
            return if is_frame { Ok(()) } else { refused("a FLAC without sound") };
        }
    }
    refused("a FLAC that is not whole")
}

#[cfg(test)]
mod tests;
