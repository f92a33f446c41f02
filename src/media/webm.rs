//! WebM, and the elements of EBML (RFC 8794) that it is made of.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};

use super::MediaError;
use crate::work::UnplayedCodec;

const EBML: u64 = 0x1A45_DFA3;
const DOC_TYPE: u64 = 0x4282;
const SEGMENT: u64 = 0x1853_8067;
const INFO: u64 = 0x1549_A966;
const TRACKS: u64 = 0x1654_AE6B;
const TRACK: u64 = 0xAE;
const TRACK_TYPE: u64 = 0x83;
const TRACK_NUMBER: u64 = 0xD7;
const CODEC: u64 = 0x86;
const CLUSTER: u64 = 0x1F43_B675;
const BLOCK_GROUP: u64 = 0xA0;
const BLOCK: u64 = 0xA1;
const SIMPLE_BLOCK: u64 = 0xA3;
const VOID: u8 = 0xEC;
/// What says who made it, where and when: tags, attached files, chapters, a title, a day, the name it had, the names of its
/// tracks, and the sum over those.
const TELLTALE: [u64; 9] = [0x1254_C367, 0x1941_A469, 0x1043_A770, 0x7BA9, 0x4461, 0x7384, 0x536E, 0x25_8688, 0xBF];
/// The most of what a track says of itself that is looked into.
const MOST_TRACK: u64 = 64 * 1024;
/// More elements than a long film has on its upper levels: a day of pictures, each for itself.
const MOST_ELEMENTS: usize = 5_000_000;

/// Whether something that begins so is EBML.
pub(super) fn is_ebml(head: &[u8]) -> bool {
    head.starts_with(&[0x1A, 0x45, 0xDF, 0xA3])
}

/// What a WebM with moving pictures is, by its beginning; none when it has none.
pub(super) fn film(head: &[u8]) -> Option<Option<UnplayedCodec>> {
    let (tracks, _) = tracks(head)?;
    let mut pictures = tracks.iter().filter(|track| track.says(TRACK_TYPE, &[1])).peekable();
    pictures.peek()?;
    let plays = |track: &Element<'_>| [&b"V_VP8"[..], b"V_VP9", b"V_AV1"].iter().any(|one| track.says(CODEC, one));
    let unplayed = |track: &Element<'_>| match track.says(CODEC, b"V_MPEGH/ISO/HEVC") {
        true => Some(UnplayedCodec::Hevc),
        false => (!plays(track)).then_some(UnplayedCodec::Other),
    };
    Some(pictures.find_map(unplayed))
}

/// The tracks of what calls itself WebM, and whether what they hold begins.
pub(super) fn tracks(head: &[u8]) -> Option<(Vec<Element<'_>>, bool)> {
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

pub(super) struct Element<'a> {
    id: u64,
    inside: &'a [u8],
}

impl Element<'_> {
    /// Whether it is a track of sound that browsers play.
    pub fn is_sound(&self) -> bool {
        self.says(TRACK_TYPE, &[2]) && (self.says(CODEC, b"A_OPUS") || self.says(CODEC, b"A_VORBIS"))
    }

    /// The number of a track that is neither seen nor heard: subtitles, and what devices note beside it.
    fn told(&self) -> Option<u64> {
        let number = Elements(self.inside).find(|part| part.id == TRACK_NUMBER)?;
        let is_shown = self.says(TRACK_TYPE, &[1]) || self.says(TRACK_TYPE, &[2]);
        (!is_shown).then(|| number.inside.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

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
        let unknown = is_unknown(length, length_width);
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
    let number = bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    Some((if keeps_mark { number } else { number & !(1 << (7 * width)) }, width))
}

/// Whether a length says that it was not known when it was written.
fn is_unknown(length: u64, width: usize) -> bool {
    length == (1 << (7 * width)) - 1
}

/// Blanks what a WebM tells about where it was taken, and by whom. Nothing moves: every place in it stays where it was.
///
/// # Errors
///
/// What is made of more elements than any film, and what the disk says.
pub(super) fn strip_metadata(file: &mut File, size: u64) -> Result<(), MediaError> {
    // The tracks that are neither seen nor heard.
    let mut told: Vec<u64> = Vec::new();
    let mut at = 0;
    for _ in 0..MOST_ELEMENTS {
        let head = held(file, at, 20)?;
        let Some((id, id_width)) = number(&head, true) else { return Ok(()) };
        let Some((length, width)) = number(&head[id_width..], false) else { return Ok(()) };
        let begins = at + (id_width + width) as u64;
        let ends = begins.saturating_add(length).min(size);
        let is_told = match id {
            TRACK => {
                let inside = held(file, begins, (ends - begins).min(MOST_TRACK))?;
                let number = Element { id, inside: &inside }.told();
                told.extend(number);
                number.is_some()
            }
            BLOCK | SIMPLE_BLOCK => {
                number_of_block(&head[id_width + width..]).is_some_and(|number| told.contains(&number))
            }
            _ => TELLTALE.contains(&id),
        };
        at = if is_told {
            let ends = if is_unknown(length, width) { size } else { ends };
            blank(file, at, ends)?;
            ends
        } else if matches!(id, SEGMENT | INFO | TRACKS | TRACK)
            || (matches!(id, CLUSTER | BLOCK_GROUP) && !told.is_empty())
            || is_unknown(length, width)
        {
            // What is in it follows, and after that what follows it.
            begins
        } else {
            ends
        };
    }
    Err(MediaError::Unknown("a WebM of too many elements"))
}

/// The track of a block.
fn number_of_block(block: &[u8]) -> Option<u64> {
    number(block, false).map(|(number, _)| number)
}

/// Up to `most` bytes from a place on.
fn held(file: &mut File, at: u64, most: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(at))?;
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Makes an element empty space: players pass over it.
fn blank(file: &mut File, from: u64, to: u64) -> std::io::Result<()> {
    let length = to - from;
    file.seek(SeekFrom::Start(from))?;
    // As long a head as fits: the whole stays as long as it was.
    let head = match length {
        9.. => [&[VOID][..], &((length - 9) | 1 << 56).to_be_bytes()].concat(),
        2.. => vec![VOID, 0x80 | (length - 2) as u8],
        _ => Vec::new(),
    };
    file.write_all(&head)?;
    std::io::copy(&mut std::io::repeat(0).take(length - head.len() as u64), file)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::testing::{bent, stripped};

    /// An element whose length takes one byte, or is unknown.
    fn element(id: &[u8], inside: &[&[u8]], known: bool) -> Vec<u8> {
        let inside = inside.concat();
        let length = if known { 0x80 | inside.len() as u8 } else { 0xFF };
        [id, &[length], &inside].concat()
    }

    /// A film of no length, taken somewhere: as a phone's browser writes it, with lengths that are not known.
    fn a_film() -> Vec<u8> {
        let place = element(&[0x45, 0xA3], &[b"LOCATION +40.7128-074.0060/"], true);
        let tags = element(&[0x12, 0x54, 0xC3, 0x67], &[&place], true);
        let title = element(&[0x7B, 0xA9], &[b"Garden"], true);
        let day = element(&[0x44, 0x61], &[&[1; 8]], true);
        let info = element(&[0x15, 0x49, 0xA9, 0x66], &[&[0xBF, 0x84, 9, 9, 9, 9], &title, &day], true);
        let track = [element(&[0x83], &[&[1]], true), element(&[0x86], &[b"V_VP8"], true)].concat();
        let name = element(&[0x53, 0x6E], &[b"Maple Street"], true);
        let noted = [element(&[0xD7], &[&[2]], true), element(&[0x83], &[&[0x21]], true), name.clone()].concat();
        let track = element(&[0xAE], &[&track, &name], true);
        let tracks = element(&[0x16, 0x54, 0xAE, 0x6B], &[&track, &element(&[0xAE], &[&noted], true)], true);
        let words = [0xA3, 0x8A, 0x82, 0, 0, 0, b'P', b'L', b'A', b'C', b'E', b'!'];
        let cluster = element(&[0x1F, 0x43, 0xB6, 0x75], &[&[0xE7, 0x81, 0, 0xA3, 0x84, 7, 7, 7, 7], &words], false);
        let head = element(&[0x1A, 0x45, 0xDF, 0xA3], &[&element(&[0x42, 0x82], &[b"webm"], true)], true);
        [head, element(&[0x18, 0x53, 0x80, 0x67], &[&info, &tracks, &cluster, &tags, &cluster], false)].concat()
    }

    #[test]
    fn a_film_tells_nothing_about_where_it_was_taken_and_nothing_in_it_moves() {
        let whole = a_film();
        let after = stripped(&whole, strip_metadata);
        for told in ["LOCATION", "+40.7128", "Garden", "\x01\x01\x01\x01", "Maple Street", "PLACE!"] {
            assert!(!after.windows(told.len()).any(|window| window == told.as_bytes()), "{told}");
        }
        assert_eq!(film(&after), Some(None));
        let frames = |bytes: &[u8]| bytes.windows(6).filter(|window| *window == [0xA3, 0x84, 7, 7, 7, 7]).count();
        assert_eq!((frames(&whole), frames(&after)), (2, 2));
        assert_eq!(stripped(&after, strip_metadata), after);
    }

    proptest::proptest! {
        #[test]
        fn whatever_comes_is_looked_at_without_harm(place in 0..300_usize, byte: u8, cut in 0..300_usize) {
            stripped(&bent(a_film(), place, byte, cut), strip_metadata);
        }
    }
}
