//! The boxes that MP4 is made of, and what they say a file is. What tells where and when it was taken is blanked in it
//! (`blanking`); all the rest is kept as it came.

mod blanking;
mod samples;

pub(super) use blanking::strip_metadata;

use std::io::{Read, Seek, SeekFrom};

use crate::work::UnplayedCodec;

/// More boxes than any camera writes on one level.
const MOST_BOXES: usize = 10_000;
/// More boxes than any camera looks into: tracks, and what holds them.
const MOST_LEVELS: usize = 1_000;
/// The most of a description of samples that is looked into.
const MOST_DESCRIPTION: u64 = 64 * 1024;

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

/// What stands inside the boxes of one kind in another, one way down after the other.
fn inside(file: &mut (impl Read + Seek), part: &Mp4Box, way: &[&[u8; 4]]) -> std::io::Result<Vec<Mp4Box>> {
    let mut found = vec![*part];
    for kind in way {
        let mut deeper = Vec::new();
        for part in found.into_iter().take(MOST_LEVELS) {
            deeper.extend(within(file, &part, kind)?);
        }
        found = deeper;
    }
    Ok(found)
}

/// The boxes of one kind in another.
fn within(file: &mut (impl Read + Seek), part: &Mp4Box, kind: &[u8; 4]) -> std::io::Result<Vec<Mp4Box>> {
    let inside = parts(file, part.at + part.head, part.at + part.length)?.unwrap_or_default();
    Ok(inside.into_iter().filter(|part| part.kind == *kind).collect())
}

/// Up to `most` bytes of what a box holds, from its beginning.
fn held(file: &mut (impl Read + Seek), part: &Mp4Box, most: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(part.at + part.head))?;
    file.take((part.length - part.head).min(most)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// One track of an MP4, by what says of itself that it is: never by words that stand in it somewhere.
struct Track {
    all: Mp4Box,
    /// What its handler says it holds: `vide`, `soun`, `sbtl`, `meta`; zeros where nothing says so.
    handler: [u8; 4],
    /// How its samples are written, each with the kind of object that MPEG-4 counts where it is told.
    codecs: Vec<([u8; 4], Option<u8>)>,
}

impl Track {
    fn is_film(&self) -> bool {
        self.handler == *b"vide"
    }

    fn is_sound(&self) -> bool {
        self.handler == *b"soun"
    }
}

/// The tracks of an MP4; none when its boxes do not fill it.
fn tracks(file: &mut (impl Read + Seek), size: u64) -> std::io::Result<Vec<Track>> {
    let mut tracks = Vec::new();
    for part in parts(file, 0, size)?.unwrap_or_default().iter().filter(|part| part.kind == *b"moov") {
        for all in within(file, part, b"trak")?.into_iter().take(MOST_LEVELS) {
            let mut handler = [0; 4];
            if let Some(part) = inside(file, &all, &[b"mdia", b"hdlr"])?.first() {
                // Version and flags, and four bytes that say nothing here.
                handler = held(file, part, 12)?.get(8..12).and_then(|word| word.try_into().ok()).unwrap_or_default();
            }
            let mut codecs = Vec::new();
            for description in inside(file, &all, &[b"mdia", b"minf", b"stbl", b"stsd"])? {
                codecs.extend(described(&held(file, &description, MOST_DESCRIPTION)?));
            }
            tracks.push(Track { all, handler, codecs });
        }
    }
    Ok(tracks)
}

/// What a sample description says (14496-12, 8.5.2): entries, each named as its samples are written.
fn described(stsd: &[u8]) -> Vec<([u8; 4], Option<u8>)> {
    let mut entries = Vec::new();
    let mut rest = stsd.get(8..).unwrap_or_default();
    while let Some((head, _)) = rest.split_first_chunk::<8>() {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let entry = &rest[..length.clamp(8, rest.len())];
        entries.push(([head[4], head[5], head[6], head[7]], object_type(entry)));
        if length < 8 || length > rest.len() || entries.len() == MOST_LEVELS {
            break;
        }
        rest = &rest[length..];
    }
    entries
}

/// The kind of object an entry's `esds` tells (14496-1, 7.2.6.6): in MPEG-4, one name stands for many ways to write.
fn object_type(entry: &[u8]) -> Option<u8> {
    if !matches!(&entry[4..8], b"mp4v" | b"mp4a") {
        return None;
    }
    // Where it stands depends on which QuickTime wrote the entry; it is the only box of this name in it.
    let at = entry.windows(4).position(|word| word == b"esds")? + 8;
    let (mut rest, mut looked) = (entry.get(at..)?, 0);
    while looked < 4 {
        looked += 1;
        let tag = *rest.first()?;
        let width = rest[1..].iter().take(4).position(|byte| byte & 0x80 == 0)? + 2;
        rest = rest.get(width..)?;
        match tag {
            // The descriptor of a stream: its number, and flags that say what else stands here.
            3 => {
                let flags = *rest.get(2)?;
                let mut skip = 3 + if flags & 0x80 != 0 { 2 } else { 0 };
                if flags & 0x40 != 0 {
                    skip += 1 + usize::from(*rest.get(skip)?);
                }
                skip += if flags & 0x20 != 0 { 2 } else { 0 };
                rest = rest.get(skip..)?;
            }
            4 => return rest.first().copied(),
            _ => return None,
        }
    }
    None
}

/// What an MP4 with moving pictures is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Film {
    /// Why browsers do not play it.
    pub unplayed: Option<UnplayedCodec>,
}

/// What an MP4 with moving pictures is; none when it has none.
pub(super) fn film(file: &mut (impl Read + Seek), size: u64) -> std::io::Result<Option<Film>> {
    let tracks = tracks(file, size)?;
    if !tracks.iter().any(Track::is_film) {
        return Ok(None);
    }
    // A second picture, of depth or for a menu, is in no page's way.
    let pictures = tracks.iter().filter(|track| track.is_film()).map(|track| first_unplayed(track, unplayed_picture));
    let pictures: Vec<_> = pictures.collect();
    let picture = pictures.iter().all(Option::is_some).then(|| pictures.first().copied().flatten()).flatten();
    let sound = tracks.iter().filter(|track| track.is_sound()).find_map(|track| first_unplayed(track, unplayed_sound));
    Ok(Some(Film { unplayed: picture.or(sound) }))
}

fn first_unplayed(track: &Track, why: fn([u8; 4], Option<u8>) -> Option<UnplayedCodec>) -> Option<UnplayedCodec> {
    track.codecs.iter().find_map(|(name, object)| why(*name, *object))
}

/// Why browsers do not play pictures that are written so.
fn unplayed_picture(name: [u8; 4], object: Option<u8>) -> Option<UnplayedCodec> {
    match (&name, object) {
        (b"avc1" | b"avc2" | b"avc3" | b"avc4" | b"av01" | b"vp08" | b"vp09", _) | (b"mp4v", Some(0x21)) => None,
        (b"hvc1" | b"hev1" | b"hvc2" | b"hev2" | b"dvh1" | b"dvhe", _) => Some(UnplayedCodec::Hevc),
        (b"s263" | b"h263" | b"H263" | b"M263", _) => Some(UnplayedCodec::H263),
        (b"mp4v", None | Some(0x20)) => Some(UnplayedCodec::Mpeg4),
        _ => Some(UnplayedCodec::Other),
    }
}

/// Why browsers do not play sound that is written so.
fn unplayed_sound(name: [u8; 4], object: Option<u8>) -> Option<UnplayedCodec> {
    match (&name, object) {
        // AAC, and MP3 in MPEG-4's clothes.
        (b"mp4a", None | Some(0x40 | 0x66 | 0x67 | 0x68 | 0x69 | 0x6B)) => None,
        (b".mp3" | b"Opus" | b"fLaC", _) => None,
        // What cameras write, byte by byte.
        (b"sowt" | b"twos" | b"lpcm" | b"ipcm" | b"raw " | b"in24" | b"ulaw" | b"alaw", _) => None,
        _ => Some(UnplayedCodec::Other),
    }
}

/// Whether an MP4 without moving pictures holds sound, and whether it is sound that browsers play.
pub(super) fn sound(file: &mut (impl Read + Seek), size: u64) -> std::io::Result<Option<bool>> {
    let tracks = tracks(file, size)?;
    let sounds: Vec<&Track> = tracks.iter().filter(|track| track.is_sound()).collect();
    let is_played = |track: &&Track| !track.codecs.is_empty() && first_unplayed(track, unplayed_sound).is_none();
    Ok((!sounds.is_empty()).then(|| sounds.iter().all(is_played)))
}

#[cfg(test)]
pub(super) mod tests;
