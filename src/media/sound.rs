//! Sounds: known by what is in them, never by their names, and kept as they sound. What claims to be longer than it is,
//! shows moving pictures, or is in a form that browsers do not play, is refused before it is kept.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use super::{KeptSound, MediaError, metadata, mp4, webm};
use crate::sound::kind::SoundKind;

/// How much of the beginning is looked into: recorders write what a file is into its first few hundred bytes.
const HEAD: u64 = 64 * 1024;
/// The most of an MP4's table of contents that is looked into.
const MOST_CONTENTS: u64 = 4 * 1024 * 1024;

/// More chunks than any recorder writes before the samples of a WAV.
const MOST_CHUNKS: usize = 1_000;
/// More pages of Ogg than a day of sound has at one a second; recorders write one or a few.
const MOST_PAGES: usize = 500_000;

type Listened<T> = Result<T, MediaError>;

fn refused<T>(why: &'static str) -> Listened<T> {
    Err(MediaError::NotASound(why))
}

/// Listens into a file: what it is, how long, and the name its bytes get. What it tells about itself is blanked.
pub(super) fn listen(path: &Path) -> Listened<KeptSound> {
    let mut file = File::options().read(true).write(true).open(path)?;
    let size = file.metadata()?.len();
    let kind = kind_of(&mut file, size)?;
    metadata::strip_metadata(&mut file, size, kind)?;
    Ok(KeptSound { kind, size, hash: super::hash_of(&mut file)? })
}

fn kind_of(file: &mut (impl Read + Seek), size: u64) -> Listened<SoundKind> {
    let head = read_at(file, 0, HEAD)?;
    let is_at = |place: usize, word: &[u8]| head.get(place..place + word.len()) == Some(word);
    if webm::is_ebml(&head) {
        webm(&head).map(|()| SoundKind::WebM)
    } else if is_at(0, b"OggS") {
        ogg(file, size).map(|()| SoundKind::Ogg)
    } else if is_at(4, b"ftyp") {
        mp4(file, size).map(|()| SoundKind::Mp4)
    } else if is_at(0, b"RIFF") && is_at(8, b"WAVE") {
        wav(file, size).map(|()| SoundKind::Wav)
    } else {
        mp3(file, size).map(|()| SoundKind::Mp3)
    }
}

/// Up to `most` bytes from a place on; fewer where the file ends.
fn read_at(file: &mut (impl Read + Seek), place: u64, most: u64) -> Listened<Vec<u8>> {
    file.seek(SeekFrom::Start(place))?;
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn has(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
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
                let is_plain = matches!(how, 1 | 3 | 0xFFFE);
                has_format = is_plain && (1..=8).contains(&channels) && (1..=384_000).contains(&rate);
            }
            b"data" => {
                return match has_format && length > 0 && place + 8 + length <= size {
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

/// Ogg: pages from the beginning to the end, the first with Opus' head on it, sound after the two heads.
fn ogg(file: &mut (impl Read + Seek), size: u64) -> Listened<()> {
    let (mut place, mut pages) = (0, 0);
    while place < size && pages < MOST_PAGES {
        let head = read_at(file, place, 27 + 255)?;
        if head.len() < 27 || &head[..4] != b"OggS" || head[4] != 0 {
            return refused("an Ogg page that is none");
        }
        let parts = usize::from(head[26]);
        let Some(lengths) = head.get(27..27 + parts) else { return refused("an Ogg page that is not whole") };
        let body = place + 27 + parts as u64;
        if pages == 0 && read_at(file, body, 8)? != b"OpusHead" {
            return refused("an Ogg without Opus");
        }
        place = body + lengths.iter().map(|length| u64::from(*length)).sum::<u64>();
        pages += 1;
    }
    if place == size && pages >= 3 { Ok(()) } else { refused("an Ogg that is not whole") }
}

/// MP4: boxes from the beginning to the end, among them a table of contents that knows AAC sound and no moving picture.
fn mp4(file: &mut (impl Read + Seek), size: u64) -> Listened<()> {
    let Some(parts) = mp4::parts(file, 0, size)? else { return refused("an MP4 that is not whole") };
    if mp4::is_film(file, size)? {
        return refused("a film");
    }
    let (mut is_sound, mut has_samples) = (false, false);
    for part in parts {
        match &part.kind {
            b"moov" => {
                let contents = read_at(file, part.at, part.length.min(MOST_CONTENTS))?;
                is_sound = has(&contents, b"soun") && has(&contents, b"mp4a") && !has(&contents, b"vide");
            }
            b"mdat" => has_samples |= part.length > 16,
            _ => {}
        }
    }
    if is_sound && has_samples { Ok(()) } else { refused("an MP4 without AAC") }
}

/// WebM: a track of Opus and no other kind, and the beginning of the sound.
fn webm(head: &[u8]) -> Listened<()> {
    let Some((tracks, begins)) = webm::tracks(head) else { return refused("no WebM") };
    let all_sound = tracks.iter().all(webm::Element::is_opus);
    if begins && !tracks.is_empty() && all_sound { Ok(()) } else { refused("a WebM without Opus") }
}

/// MP3: after what is told about it, frames that follow one another.
fn mp3(file: &mut (impl Read + Seek), size: u64) -> Listened<()> {
    let mut place = 0;
    if let Ok(head) = <[u8; 10]>::try_from(read_at(file, 0, 10)?)
        && head.starts_with(b"ID3")
    {
        place = 10 + metadata::id3_length(&head);
    }
    for _ in 0..3 {
        let frame = read_at(file, place, 4)?;
        let length = <[u8; 4]>::try_from(frame).ok().and_then(frame_length);
        match length {
            Some(length) if place + length <= size => place += length,
            _ => return refused("nothing we know"),
        }
    }
    Ok(())
}

/// How long an MP3 frame is, by its head; `None` when it is no such head.
fn frame_length(head: [u8; 4]) -> Option<u64> {
    const RATES: [u64; 3] = [44_100, 48_000, 32_000];
    const BITS: [u64; 15] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    const BITS_LOW: [u64; 15] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    let is_third_layer = head[0] == 0xFF && head[1] & 0xE6 == 0xE2;
    let version = head[1] >> 3 & 3;
    if !is_third_layer || version == 1 {
        return None;
    }
    let (bits, samples, slower) = match version {
        3 => (BITS, 144, 1),
        2 => (BITS_LOW, 72, 2),
        _ => (BITS_LOW, 72, 4),
    };
    let kilobits = *bits.get(usize::from(head[2] >> 4)).filter(|bits| **bits > 0)?;
    let rate = RATES.get(usize::from(head[2] >> 2 & 3))? / slower;
    Some(samples * kilobits * 1000 / rate + u64::from(head[2] >> 1 & 1))
}

#[cfg(test)]
mod tests;
