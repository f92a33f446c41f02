//! Where in an MP4 the samples of a track lie (ISO/IEC 14496-12, 8.7 and 8.8).

use std::io::{Read, Seek};
use std::ops::Range;

use super::super::MediaError;
use super::{Mp4Box, held, inside, within};

/// The longest table that is read, in bytes: a day at 60 pictures a second.
const MOST_TABLE: u64 = 24 * 1024 * 1024;

/// The tables of a track, as they are in the file.
struct SampleTables {
    chunks: Vec<u64>,
    /// From which chunk on, how many samples are in each.
    runs: Vec<(u64, u64)>,
    sizes: Sizes,
}

enum Sizes {
    /// Each is as long as that; the second says how many there are.
    Same(u64, u64),
    Each(Vec<u64>),
}

impl Sizes {
    fn of(&self, place: usize) -> Option<u64> {
        match self {
            Self::Same(size, all) => ((place as u64) < *all).then_some(*size),
            Self::Each(sizes) => sizes.get(place).copied(),
        }
    }
}

/// The places of all samples of a track, by its tables: as many as it has chunks.
pub(super) fn of_track(file: &mut (impl Read + Seek), track: &Mp4Box) -> Result<Vec<Range<u64>>, MediaError> {
    let Some(tables) = tables(file, track)? else { return Ok(Vec::new()) };
    let (mut places, mut sample, mut run) = (Vec::new(), 0, 0);
    for (number, at) in (1..).zip(&tables.chunks) {
        while tables.runs.get(run + 1).is_some_and(|(first, _)| *first <= number) {
            run += 1;
        }
        let in_chunk = tables.runs.get(run).map_or(0, |(_, samples)| *samples);
        let mut length = 0_u64;
        if let Sizes::Same(size, all) = &tables.sizes {
            let there = in_chunk.min(all.saturating_sub(sample as u64));
            length = size.saturating_mul(there);
            sample += there as usize;
        } else {
            for _ in 0..in_chunk {
                let Some(size) = tables.sizes.of(sample) else { break };
                length = length.saturating_add(size);
                sample += 1;
            }
        }
        places.push(*at..at.saturating_add(length));
    }
    Ok(places)
}

/// Whether the lengths of a track's samples are not told in bytes: QuickTime counts some sound by how often it was measured.
pub(super) fn counts_otherwise(file: &mut (impl Read + Seek), track: &Mp4Box) -> Result<bool, MediaError> {
    Ok(tables(file, track)?.is_some_and(|tables| matches!(tables.sizes, Sizes::Same(..))))
}

fn tables(file: &mut (impl Read + Seek), track: &Mp4Box) -> Result<Option<SampleTables>, MediaError> {
    let Some(table) = inside(file, track, &[b"mdia", b"minf", b"stbl"])?.into_iter().next() else { return Ok(None) };
    let mut chunks: Vec<u64> = Vec::new();
    if let Some(bytes) = table_of(file, &table, b"stco")? {
        chunks.extend(words(&bytes, 8));
    }
    if let Some(bytes) = table_of(file, &table, b"co64")? {
        chunks
            .extend(bytes.get(8..).unwrap_or_default().as_chunks::<8>().0.iter().map(|word| u64::from_be_bytes(*word)));
    }
    let Some(runs) = table_of(file, &table, b"stsc")? else { return Ok(None) };
    let runs: Vec<u64> = words(&runs, 8).collect();
    let runs = runs.as_chunks::<3>().0.iter().map(|[first, samples, _]| (*first, *samples)).collect();
    let sizes = if let Some(bytes) = table_of(file, &table, b"stsz")? {
        let mut head = words(bytes.get(..12).unwrap_or_default(), 4);
        match (head.next(), head.next()) {
            (Some(0), Some(_)) => Sizes::Each(words(&bytes, 12).collect()),
            (Some(size), Some(all)) => Sizes::Same(size, all),
            _ => return Ok(None),
        }
    } else if let Some(bytes) = table_of(file, &table, b"stz2")? {
        Sizes::Each(small_sizes(&bytes))
    } else {
        return Ok(None);
    };
    Ok(Some(SampleTables { chunks, runs, sizes }))
}

/// Sizes of four, eight or sixteen bits.
fn small_sizes(stz2: &[u8]) -> Vec<u64> {
    let (bits, rest) = (stz2.get(7).copied().unwrap_or_default(), stz2.get(12..).unwrap_or_default());
    match bits {
        4 => rest.iter().flat_map(|byte| [u64::from(byte >> 4), u64::from(byte & 15)]).collect(),
        8 => rest.iter().map(|byte| u64::from(*byte)).collect(),
        _ => rest.as_chunks::<2>().0.iter().map(|word| u64::from(u16::from_be_bytes(*word))).collect(),
    }
}

fn words(bytes: &[u8], from: usize) -> impl Iterator<Item = u64> {
    bytes.get(from..).unwrap_or_default().as_chunks::<4>().0.iter().map(|word| u64::from(u32::from_be_bytes(*word)))
}

fn table_of(file: &mut (impl Read + Seek), table: &Mp4Box, kind: &[u8; 4]) -> Result<Option<Vec<u8>>, MediaError> {
    let Some(part) = within(file, table, kind)?.into_iter().next() else { return Ok(None) };
    if part.length > MOST_TABLE {
        return Err(MediaError::Unknown("an MP4 of too many samples"));
    }
    Ok(Some(held(file, &part, MOST_TABLE)?))
}

/// The number of a track, by its head.
pub(super) fn number(file: &mut (impl Read + Seek), track: &Mp4Box) -> std::io::Result<Option<u64>> {
    let Some(head) = within(file, track, b"tkhd")?.into_iter().next() else { return Ok(None) };
    let bytes = held(file, &head, 24)?;
    let at = if bytes.first() == Some(&1) { 20 } else { 12 };
    Ok(words(bytes.get(..at + 4).unwrap_or_default(), at).next())
}

/// Where samples are, each with the number of its track.
type SamplePlaces = Vec<(u64, Range<u64>)>;

/// The places of samples in a part of a film that came in pieces. None when a piece does
/// not say where they are.
pub(super) fn of_fragment(file: &mut (impl Read + Seek), moof: &Mp4Box) -> Result<Option<SamplePlaces>, MediaError> {
    let mut places = Vec::new();
    // Where nothing else is said, what is in it follows what was before.
    let mut next = moof.at;
    for traf in within(file, moof, b"traf")? {
        let Some(head) = within(file, &traf, b"tfhd")?.into_iter().next() else { return Ok(None) };
        let head = held(file, &head, 40)?;
        let Some([flags, number]) = words(&head, 0).collect::<Vec<_>>().first_chunk::<2>().copied() else {
            return Ok(None);
        };
        let mut at = 8;
        let mut base = if flags & 0x02_0000 != 0 || places.is_empty() { moof.at } else { next };
        if flags & 1 != 0 {
            let Some(told) = head.get(at..at + 8).and_then(|word| word.try_into().ok()) else { return Ok(None) };
            base = u64::from_be_bytes(told);
            at += 8;
        }
        at += if flags & 2 != 0 { 4 } else { 0 } + if flags & 8 != 0 { 4 } else { 0 };
        let usual = if flags & 0x10 != 0 { words(&head, at).next() } else { None };
        let mut from = base;
        for run in within(file, &traf, b"trun")? {
            if run.length > MOST_TABLE {
                return Err(MediaError::Unknown("an MP4 of too many samples"));
            }
            let bytes = held(file, &run, MOST_TABLE)?;
            let mut told = words(&bytes, 0);
            let (Some(flags), Some(samples)) = (told.next(), told.next()) else { return Ok(None) };
            if flags & 1 != 0 {
                let Some(offset) = told.next() else { return Ok(None) };
                from = base.saturating_add_signed(i64::from(offset as u32 as i32));
            }
            if flags & 4 != 0 {
                told.next();
            }
            let widths = [0x100, 0x200, 0x400, 0x800].map(|flag| usize::from(flags & flag != 0));
            let length = if widths[1] == 1 {
                let told: Vec<u64> = told.collect();
                let each = told.chunks_exact(widths.iter().sum());
                each.map(|sample| sample[widths[0]]).fold(0, u64::saturating_add)
            } else {
                let Some(usual) = usual else { return Ok(None) };
                usual.saturating_mul(samples)
            };
            places.push((number, from..from.saturating_add(length)));
            from = from.saturating_add(length);
        }
        next = from;
    }
    Ok(Some(places))
}

/// How long each sample of a track is.
#[cfg(test)]
pub(super) fn lengths(file: &mut (impl Read + Seek), track: &Mp4Box) -> Result<Vec<u64>, MediaError> {
    Ok(match tables(file, track)?.map(|tables| tables.sizes) {
        Some(Sizes::Each(sizes)) => sizes,
        _ => Vec::new(),
    })
}
