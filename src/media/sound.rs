//! Sounds: known by what is in them, never by their names, and kept as they came. What claims to be longer than it is,
//! shows moving pictures, or is in a form that browsers do not play, is refused before it is kept.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use super::{KeptSound, MediaError, film, taken};
use crate::sound::SoundKind;

/// How much of the beginning is looked into: recorders write what a file is into its first few hundred bytes.
const HEAD: u64 = 64 * 1024;
/// The most of an MP4's table of contents that is looked into.
const MOST_CONTENTS: u64 = 4 * 1024 * 1024;

type Listened<T> = Result<T, MediaError>;

fn refused<T>(why: &'static str) -> Listened<T> {
    Err(MediaError::NotASound(why))
}

/// Listens into a file: what it is, how long, and the name its bytes get.
pub(super) fn listen(path: &Path) -> Listened<KeptSound> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    let kind = kind_of(&mut file, size)?;
    Ok(KeptSound { kind, size, hash: taken::hash_of(&mut file)? })
}

fn kind_of(file: &mut (impl Read + Seek), size: u64) -> Listened<SoundKind> {
    let head = read_at(file, 0, HEAD)?;
    let is_at = |place: usize, word: &[u8]| head.get(place..place + word.len()) == Some(word);
    if is_at(0, &[0x1A, 0x45, 0xDF, 0xA3]) {
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

fn big_endian(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

fn little_endian(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// RIFF: chunks, one that says how the samples are written, one with the samples.
fn wav(file: &mut (impl Read + Seek), size: u64) -> Listened<()> {
    let mut place = 12;
    let mut has_format = false;
    loop {
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
}

/// Ogg: pages from the beginning to the end, the first with Opus' head on it, sound after the two heads.
fn ogg(file: &mut (impl Read + Seek), size: u64) -> Listened<()> {
    let (mut place, mut pages) = (0, 0);
    while place < size {
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
    let Some(parts) = film::parts(file, 0, size)? else { return refused("an MP4 that is not whole") };
    if film::is_film(file, size)? {
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
    const CODEC: u64 = 0x86;
    const SOUND: &[u8] = &[2];
    let Some((tracks, begins)) = webm_tracks(head) else { return refused("no WebM") };
    let all_sound = tracks.iter().all(|track| track.says(TRACK_TYPE, SOUND) && track.says(CODEC, b"A_OPUS"));
    if begins && !tracks.is_empty() && all_sound { Ok(()) } else { refused("a WebM without Opus") }
}

/// Whether something that begins so is a WebM with moving pictures.
pub(super) fn is_webm_film(head: &[u8]) -> bool {
    const PICTURES: &[u8] = &[1];
    webm_tracks(head).is_some_and(|(tracks, _)| tracks.iter().any(|track| track.says(TRACK_TYPE, PICTURES)))
}

const TRACK_TYPE: u64 = 0x83;

/// The tracks of what calls itself WebM, and whether what they hold begins.
fn webm_tracks(head: &[u8]) -> Option<(Vec<Element<'_>>, bool)> {
    const EBML: u64 = 0x1A45_DFA3;
    const DOC_TYPE: u64 = 0x4282;
    const SEGMENT: u64 = 0x1853_8067;
    const TRACKS: u64 = 0x1654_AE6B;
    const TRACK: u64 = 0xAE;
    const CLUSTER: u64 = 0x1F43_B675;

    let mut whole = Elements(head);
    let is_webm = whole.find(|element| element.id == EBML).is_some_and(|ebml| {
        Elements(ebml.inside).any(|element| element.id == DOC_TYPE && element.inside.starts_with(b"webm"))
    });
    let segment = whole.find(|element| element.id == SEGMENT).filter(|_| is_webm)?;
    let (mut tracks, mut begins) = (Vec::new(), false);
    for element in Elements(segment.inside) {
        match element.id {
            TRACKS => tracks.extend(Elements(element.inside).filter(|track| track.id == TRACK)),
            CLUSTER => {
                begins = !element.inside.is_empty();
                break;
            }
            _ => {}
        }
    }
    Some((tracks, begins))
}

/// The elements of EBML one after the other, as far as they are here.
struct Elements<'a>(&'a [u8]);

struct Element<'a> {
    id: u64,
    inside: &'a [u8],
}

impl Element<'_> {
    /// Whether it holds this value under this id.
    fn says(&self, id: u64, value: &[u8]) -> bool {
        Elements(self.inside).any(|part| part.id == id && part.inside == value)
    }
}

impl<'a> Iterator for Elements<'a> {
    type Item = Element<'a>;

    fn next(&mut self) -> Option<Element<'a>> {
        let (id, id_width) = number(self.0, true)?;
        let (length, length_width) = number(self.0.get(id_width..)?, false)?;
        let rest = self.0.get(id_width + length_width..)?;
        // One whose length is not known yet, or that goes on past what is here, ends with what is here.
        let unknown = length == (1 << (7 * length_width)) - 1;
        let length = if unknown { rest.len() } else { rest.len().min(usize::try_from(length).unwrap_or(usize::MAX)) };
        let (inside, rest) = rest.split_at(length);
        self.0 = rest;
        Some(Element { id, inside })
    }
}

/// A number of EBML and how many bytes it takes: as many as its first byte has zeros in front, and one. Ids keep the mark.
fn number(bytes: &[u8], keeps_mark: bool) -> Option<(u64, usize)> {
    let first = *bytes.first()?;
    let width = first.leading_zeros() as usize + 1;
    let bytes = bytes.get(..width).filter(|_| width <= 8)?;
    let number = big_endian(bytes);
    Some((if keeps_mark { number } else { number & !(1 << (7 * width)) }, width))
}

/// MP3: after what is told about it, frames that follow one another.
fn mp3(file: &mut (impl Read + Seek), size: u64) -> Listened<()> {
    let mut place = 0;
    let head = read_at(file, 0, 10)?;
    if head.starts_with(b"ID3") && head.len() == 10 {
        // Seven bits a byte.
        place = 10 + head[6..10].iter().fold(0, |length, byte| length << 7 | u64::from(byte & 0x7F));
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
