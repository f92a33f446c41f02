//! Ogg (RFC 3533): pages, and the streams of packets that they hold.

use std::collections::HashMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};

/// More pages than a day of sound has at one a second; recorders write one or a few.
const MOST_PAGES: usize = 500_000;
/// More streams than anybody joins.
const MOST_STREAMS: usize = 1_000;
/// What the beginning of comments is called, in Opus (RFC 7845, 5.2) and in Vorbis (I, 5.2).
const OPUS_TAGS: &[u8] = b"OpusTags";
const VORBIS_TAGS: &[u8] = b"\x03vorbis";

/// What an Ogg is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ogg {
    /// Opus or Vorbis, from the beginning to the end.
    Sound,
    /// Something that moves (Theora), or in a form that browsers do not play.
    Other,
    /// Not whole, or no Ogg.
    Broken,
}

/// A page, and where it begins.
struct OggPage {
    at: u64,
    bytes: Vec<u8>,
    /// How long its head is.
    head: usize,
}

impl OggPage {
    /// The page at a place; none when it is not whole.
    fn read(file: &mut (impl Read + Seek), at: u64) -> std::io::Result<Option<Self>> {
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(at))?;
        file.take(27).read_to_end(&mut bytes)?;
        if bytes.len() < 27 || !bytes.starts_with(b"OggS\0") {
            return Ok(None);
        }
        let segments = u64::from(bytes[26]);
        file.take(segments).read_to_end(&mut bytes)?;
        let head = 27 + segments as usize;
        if bytes.len() < head {
            return Ok(None);
        }
        let body: u64 = bytes[27..].iter().map(|length| u64::from(*length)).sum();
        file.take(body).read_to_end(&mut bytes)?;
        Ok((bytes.len() == head + body as usize).then_some(Self { at, bytes, head }))
    }

    fn begins_a_stream(&self) -> bool {
        self.bytes[5] & 2 != 0
    }

    fn stream(&self) -> [u8; 4] {
        [self.bytes[14], self.bytes[15], self.bytes[16], self.bytes[17]]
    }

    /// Its parts of packets: where each begins and ends, and whether the packet ends with it.
    fn packets(&self) -> Vec<(usize, usize, bool)> {
        let (mut packets, mut from, mut to) = (Vec::new(), self.head, self.head);
        for length in &self.bytes[27..self.head] {
            to += usize::from(*length);
            if *length < 255 {
                packets.push((from, to, true));
                from = to;
            }
        }
        if from < to {
            packets.push((from, to, false));
        }
        packets
    }
}

/// What an Ogg is: pages from the beginning to the end, each stream with the head of its form.
pub(super) fn looked_into(file: &mut (impl Read + Seek), size: u64) -> std::io::Result<Ogg> {
    let (mut at, mut pages, mut begun, mut others) = (0, 0, 0, 0);
    while at < size && pages < MOST_PAGES {
        let Some(page) = OggPage::read(file, at)? else { return Ok(Ogg::Broken) };
        if page.begins_a_stream() || pages == 0 {
            let body = &page.bytes[page.head..];
            begun += 1;
            others += usize::from(!(body.starts_with(b"OpusHead") || body.starts_with(b"\x01vorbis")));
        }
        at += page.bytes.len() as u64;
        pages += 1;
    }
    Ok(match () {
        () if at != size || pages < 3 || begun > MOST_STREAMS => Ogg::Broken,
        () if others > 0 => Ogg::Other,
        () => Ogg::Sound,
    })
}

/// Blanks the comments of each stream: nothing is said by nobody, and what is left of their packet is padding. Each page that
/// was changed is signed anew.
pub(super) fn strip_metadata(file: &mut File, size: u64) -> std::io::Result<()> {
    // How many packets of a stream have begun, and how much of the second has been seen.
    let mut streams: HashMap<[u8; 4], (usize, usize)> = HashMap::new();
    let mut at = 0;
    while let Some(mut page) = OggPage::read(file, at)?.filter(|_| at < size) {
        let (mut packet, mut seen) = match page.begins_a_stream() {
            true => (0, 0),
            false => streams.get(&page.stream()).copied().unwrap_or_default(),
        };
        let mut is_changed = false;
        for (from, to, ends) in page.packets() {
            let bytes = &mut page.bytes[from..to];
            if packet == 1 {
                if seen == 0 {
                    say_nothing(bytes);
                } else {
                    bytes.fill(0);
                }
                seen += bytes.len();
                is_changed = true;
            }
            if packet > 1 {
                break;
            }
            packet += usize::from(ends);
        }
        if streams.len() < MOST_STREAMS || streams.contains_key(&page.stream()) {
            streams.insert(page.stream(), (packet, seen));
        }
        if is_changed {
            sign(&mut page.bytes);
            file.seek(SeekFrom::Start(page.at))?;
            file.write_all(&page.bytes)?;
        }
        at += page.bytes.len() as u64;
    }
    Ok(())
}

/// Leaves of comments what says that there are none: no name of a program, no number of them; Vorbis ends them with a bit.
fn say_nothing(packet: &mut [u8]) {
    let is_vorbis = packet.starts_with(VORBIS_TAGS);
    let kept = if is_vorbis { VORBIS_TAGS.len() } else { OPUS_TAGS.len() }.min(packet.len());
    packet[kept..].fill(0);
    if let Some(ends) = packet.get_mut(kept + 8).filter(|_| is_vorbis) {
        *ends = 1;
    }
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A page of Ogg with one part of this length, or parts that fill it and go on.
    pub fn page(body: &[u8]) -> Vec<u8> {
        let lengths: Vec<u8> = match body.len() {
            length @ 0..255 => vec![length as u8],
            length => vec![255; length / 255],
        };
        let mut page = [&b"OggS\0"[..], &[0; 21], &[lengths.len() as u8], &lengths, body].concat();
        sign(&mut page);
        page
    }

    #[test]
    fn a_page_of_ogg_is_signed_as_its_standard_says() {
        // The complement of what POSIX `cksum` would say without the length: the same polynomial.
        assert_eq!(sum_over(b"123456789"), !0x765E_7680);
    }
}
