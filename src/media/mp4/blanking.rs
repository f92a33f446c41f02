//! What an MP4 tells about where and when it was taken, and by whom, is blanked in it. Nothing moves: every place in it stays
//! where it was.
//!
//! What a player needs is named here, and all the rest is made free space: cameras write places under ever new names. So are
//! the tracks that are neither seen nor heard (`gpmd`, `camm`, `mebx`, a drone's subtitles, times of day), with their samples,
//! and whatever lies between samples.

use std::collections::HashSet;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::ops::Range;

use super::super::MediaError;
use super::{MOST_LEVELS, Mp4Box, Track, parts, samples, tracks};

/// What stays, in the file itself and in the boxes that are looked into.
fn stays(inside: &[u8; 4], kind: &[u8; 4]) -> bool {
    match inside {
        b"    " => {
            matches!(kind, b"ftyp" | b"styp" | b"moov" | b"mdat" | b"moof" | b"mfra" | b"sidx" | b"ssix" | b"pdin")
        }
        b"moov" => matches!(kind, b"mvhd" | b"trak" | b"mvex" | b"iods" | b"ctab"),
        b"trak" => {
            matches!(kind, b"tkhd" | b"edts" | b"tref" | b"mdia" | b"tapt" | b"load" | b"trgr" | b"clip" | b"matt")
        }
        b"moof" => matches!(kind, b"mfhd" | b"traf"),
        // What else stands in these says how samples are to be read.
        _ => !matches!(kind, b"udta" | b"meta" | b"uuid" | b"free" | b"skip"),
    }
}

/// What is looked into.
fn opens(kind: &[u8; 4]) -> bool {
    matches!(kind, b"moov" | b"trak" | b"mdia" | b"minf" | b"stbl" | b"moof" | b"traf" | b"mvex")
}

/// Blanks what an MP4 tells about where and when it was taken, and by whom.
///
/// # Errors
///
/// What is made of more boxes than any film, and what the disk says.
pub(in crate::media) fn strip_metadata(file: &mut File, size: u64) -> Result<(), MediaError> {
    let all = tracks(file, size)?;
    let (shown, told): (Vec<Track>, Vec<Track>) =
        all.into_iter().partition(|track| track.is_film() || track.is_sound());
    blank_samples(file, size, &shown, &told)?;
    for track in &told {
        blank(file, &track.all)?;
    }
    let mut levels = vec![(*b"    ", 0, size)];
    let mut looked_into = 0;
    while let Some((level, from, to)) = levels.pop() {
        looked_into += 1;
        if looked_into > MOST_LEVELS {
            return Err(MediaError::Unknown("an MP4 of too many boxes"));
        }
        for part in parts(file, from, to)?.unwrap_or_default() {
            if !stays(&level, &part.kind) || (part.kind == *b"tref" && !told.is_empty()) {
                blank(file, &part)?;
            } else if opens(&part.kind) {
                levels.push((part.kind, part.at + part.head, part.at + part.length));
            } else {
                blank_words(file, &part)?;
            }
        }
    }
    Ok(())
}

/// Takes the times out of heads, and the name out of a handler.
fn blank_words(file: &mut File, part: &Mp4Box) -> std::io::Result<()> {
    let inside = part.length - part.head;
    let within = match &part.kind {
        b"mvhd" | b"tkhd" | b"mdhd" => {
            let mut version = [0];
            file.seek(SeekFrom::Start(part.at + part.head))?;
            file.read_exact(&mut version).or_else(|error| if inside == 0 { Ok(()) } else { Err(error) })?;
            // When it was made, and when it was changed.
            4..if version == [1] { 20 } else { 12 }
        }
        // Behind what it is, and three words that say who wrote it.
        b"hdlr" => 12..inside,
        _ => return Ok(()),
    };
    zero(file, part.at + part.head + within.start..part.at + part.head + within.end.min(inside))
}

/// Blanks the samples of tracks that are neither seen nor heard, and what lies between those that are.
fn blank_samples(file: &mut File, size: u64, shown: &[Track], told: &[Track]) -> Result<(), MediaError> {
    let (mut keeps, mut goes) = (Vec::new(), Vec::new());
    let mut is_sure = true;
    for track in shown {
        keeps.extend(samples::of_track(file, &track.all)?);
        is_sure &= !(track.is_sound() && samples::counts_otherwise(file, &track.all)?);
    }
    let mut numbers = HashSet::new();
    for track in told {
        goes.extend(samples::of_track(file, &track.all)?);
        numbers.extend(samples::number(file, &track.all)?);
    }
    let top = parts(file, 0, size)?.unwrap_or_default();
    for moof in top.iter().filter(|part| part.kind == *b"moof") {
        is_sure = false;
        if let Some(places) = samples::of_fragment(file, moof)? {
            goes.extend(places.into_iter().filter(|(number, _)| numbers.contains(number)).map(|(_, place)| place));
        } else if !told.is_empty() {
            return Err(MediaError::Unknown("an MP4 whose pieces do not say where they are"));
        }
    }
    let (keeps, mut goes) = (merged(keeps), merged(goes));
    let data = top.iter().filter(|part| part.kind == *b"mdat").map(|part| part.at + part.head..part.at + part.length);
    let data: Vec<Range<u64>> = data.collect();
    if is_sure && !keeps.is_empty() {
        goes = data.clone();
    }
    // Only what lies among samples is blanked, and nothing that is seen or heard.
    for place in data {
        for one in goes.iter().filter_map(|one| overlap(one, &place)) {
            for gap in without(one, &keeps) {
                zero(file, gap)?;
            }
        }
    }
    Ok(())
}

fn overlap(one: &Range<u64>, other: &Range<u64>) -> Option<Range<u64>> {
    let both = one.start.max(other.start)..one.end.min(other.end);
    (!both.is_empty()).then_some(both)
}

/// What is left of one when the others, in order, are taken out of it.
fn without(one: Range<u64>, others: &[Range<u64>]) -> Vec<Range<u64>> {
    let (mut left, mut from) = (Vec::new(), one.start);
    let first = others.partition_point(|other| other.end <= one.start);
    for other in others[first..].iter().take_while(|other| other.start < one.end) {
        if other.start > from {
            left.push(from..other.start);
        }
        from = from.max(other.end);
    }
    if from < one.end {
        left.push(from..one.end);
    }
    left
}

/// In order, and one where they touch.
fn merged(mut places: Vec<Range<u64>>) -> Vec<Range<u64>> {
    places.retain(|place| !place.is_empty());
    places.sort_by_key(|place| place.start);
    let mut merged: Vec<Range<u64>> = Vec::new();
    for place in places {
        match merged.last_mut() {
            Some(last) if last.end >= place.start => last.end = last.end.max(place.end),
            _ => merged.push(place),
        }
    }
    merged
}

/// Makes a box free space: players pass over it.
fn blank(file: &mut File, part: &Mp4Box) -> std::io::Result<()> {
    file.seek(SeekFrom::Start(part.at + 4))?;
    file.write_all(b"free")?;
    zero(file, part.at + part.head..part.at + part.length)
}

fn zero(file: &mut File, place: Range<u64>) -> std::io::Result<()> {
    file.seek(SeekFrom::Start(place.start))?;
    std::io::copy(&mut std::io::repeat(0).take(place.end.saturating_sub(place.start)), file)?;
    Ok(())
}
