//! Sound that is frames one after the other, each with its own head: MP3 and AAC as ADTS. Where a frame begins is found, not
//! told: recorders pad, cutters begin in the middle of one, and players write about themselves in front, behind and between.

use std::io::{BufReader, Read, Seek, SeekFrom};

use super::front::id3_length;
use crate::sound::kind::SoundKind;

/// How many frames have to follow one another to be believed.
const BELIEVED: usize = 3;
/// How much is looked through for the first of them, beside what ID3 says is its own.
const MOST_LOOKED_THROUGH: u64 = 64 * 1024;
/// More frames than two days of sound have.
const MOST_FRAMES: usize = 20_000_000;

/// What a frame's head says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct SoundFrame {
    kind: SoundKind,
    /// What stays the same from frame to frame: how often it was measured, and in which way it is written.
    manner: u32,
    length: u64,
}

/// What frames a file begins with, and where the first of them is.
pub(super) fn begins(file: &mut (impl Read + Seek), size: u64) -> std::io::Result<Option<(SoundKind, u64)>> {
    let place = behind_id3(file, size)?;
    Ok(next(&mut BufReader::new(file), place, size.min(place + MOST_LOOKED_THROUGH), size, None)?
        .map(|(place, frame)| (frame.kind, place)))
}

/// Where what is told in front ends: there can be several of them.
fn behind_id3(file: &mut (impl Read + Seek), size: u64) -> std::io::Result<u64> {
    let mut place = 0;
    for _ in 0..8 {
        let mut head = [0; 10];
        file.seek(SeekFrom::Start(place))?;
        if file.read_exact(&mut head).is_err() || !head.starts_with(b"ID3") {
            break;
        }
        let foot = if head[5] & 0x10 != 0 { 10 } else { 0 };
        place = (place + 10 + id3_length(&head) + foot).min(size);
    }
    Ok(place)
}

/// Everything in a file that is no frame, in order: what is told, padding, and what was cut through.
pub(super) fn between(file: &mut (impl Read + Seek), size: u64) -> std::io::Result<Vec<std::ops::Range<u64>>> {
    let Some((_, first)) = begins(file, size)? else { return Ok(Vec::new()) };
    let mut file = BufReader::new(file);
    let mut gaps = Vec::new();
    let mut told = 0;
    let mut found = next(&mut file, first, first + 1, size, None)?;
    for _ in 0..MOST_FRAMES {
        let Some((place, frame)) = found else { break };
        if place > told {
            gaps.push(told..place);
        }
        told = place + frame.length;
        let follows = head_at(&mut file, told)?.filter(|next| alike(&frame, next) && told + next.length <= size);
        found = match follows {
            Some(frame) => Some((told, frame)),
            // Joined from several, or bent in the middle: it goes on where frames like these do.
            None => next(&mut file, told, size, size, Some(frame))?,
        };
    }
    if told < size {
        gaps.push(told..size);
    }
    Ok(gaps)
}

/// The next place up to another at which frames follow one another; like one that was before, where there was one.
fn next<F: Read + Seek>(
    file: &mut BufReader<F>,
    from: u64,
    to: u64,
    size: u64,
    like: Option<SoundFrame>,
) -> std::io::Result<Option<(u64, SoundFrame)>> {
    let mut place = from;
    let mut window = Vec::new();
    while place < to {
        file.seek(SeekFrom::Start(place))?;
        window.clear();
        file.by_ref().take((to - place).min(MOST_LOOKED_THROUGH)).read_to_end(&mut window)?;
        if window.is_empty() {
            break;
        }
        let begins = |at: &usize| window[*at] == 0xFF && window.get(at + 1).is_none_or(|next| next & 0xE0 == 0xE0);
        let marks = (0..window.len()).filter(begins).collect::<Vec<_>>();
        for at in marks {
            let at = place + at as u64;
            if let Some(frame) = head_at(file, at)?
                && like.is_none_or(|like| alike(&like, &frame))
                && follow(file, at, frame, size)?
            {
                return Ok(Some((at, frame)));
            }
        }
        place += window.len() as u64;
    }
    Ok(None)
}

/// Whether as many frames as are believed follow one another from here, all of them whole.
fn follow<F: Read + Seek>(file: &mut BufReader<F>, at: u64, first: SoundFrame, size: u64) -> std::io::Result<bool> {
    let (mut place, mut frame) = (at, first);
    for more in (0..BELIEVED).rev() {
        place += frame.length;
        if place > size {
            return Ok(false);
        }
        if more > 0 {
            match head_at(file, place)?.filter(|next| alike(&frame, next)) {
                Some(next) => frame = next,
                None => return Ok(false),
            }
        }
    }
    Ok(true)
}

fn alike(one: &SoundFrame, other: &SoundFrame) -> bool {
    (one.kind, one.manner) == (other.kind, other.manner)
}

fn head_at<F: Read + Seek>(file: &mut BufReader<F>, place: u64) -> std::io::Result<Option<SoundFrame>> {
    let mut head = [0; 7];
    let Ok(here) = file.stream_position().map(i128::from) else { return Ok(None) };
    // Within what is read already, nothing is read again.
    match i64::try_from(i128::from(place) - here) {
        Ok(way) => file.seek_relative(way)?,
        Err(_) => return Ok(None),
    }
    match file.read_exact(&mut head) {
        Ok(()) => Ok(mp3_frame(&head).or_else(|| adts_frame(&head))),
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Ok(None),
        Err(error) => Err(error),
    }
}

/// An MP3 frame (11172-3, 2.4.1.3), by its head.
fn mp3_frame(head: &[u8; 7]) -> Option<SoundFrame> {
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
    let rate_at = usize::from(head[2] >> 2 & 3);
    let rate = RATES.get(rate_at)? / slower;
    let length = samples * kilobits * 1000 / rate + u64::from(head[2] >> 1 & 1);
    Some(SoundFrame { kind: SoundKind::Mp3, manner: u32::from(version) << 8 | rate_at as u32, length })
}

/// A frame of AAC with a head of its own (13818-7, 6.2).
fn adts_frame(head: &[u8; 7]) -> Option<SoundFrame> {
    let is_adts = head[0] == 0xFF && head[1] & 0xF6 == 0xF0;
    let length = u64::from(head[3] & 3) << 11 | u64::from(head[4]) << 3 | u64::from(head[5] >> 5);
    let (rate, least) = (head[2] >> 2 & 15, if head[1] & 1 == 1 { 7 } else { 9 });
    if !is_adts || rate > 12 || length <= least {
        return None;
    }
    // The version, the profile and the rate.
    Some(SoundFrame { kind: SoundKind::Aac, manner: u32::from(head[1] & 8) << 8 | u32::from(head[2] & 0xFC), length })
}
