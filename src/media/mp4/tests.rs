//! Small films, made here box by box, and some that programs wrote.

use std::fs::File;
use std::io::{Cursor, Write};

use super::*;
use crate::media::MediaError;
use crate::media::testing::{DRONE, IPHONE, OLD_PHONE, bent, has, stripped};

/// A box with something in it.
pub fn a_box(kind: &[u8; 4], inside: &[&[u8]]) -> Vec<u8> {
    let inside = inside.concat();
    let mut bytes = (inside.len() as u32 + 8).to_be_bytes().to_vec();
    bytes.extend(kind);
    bytes.extend(inside);
    bytes
}

/// A film of no length, taken somewhere.
pub fn a_film() -> Vec<u8> {
    let place = a_box(b"udta", &[&a_box(b"\xA9xyz", &[b"+40.7128-074.0060/"])]);
    let handler = a_box(b"hdlr", &[&[0; 8], b"vide", &[0; 12], b"Maple Street\0"]);
    let track = a_box(b"trak", &[&a_box(b"mdia", &[&handler, &place]), &place]);
    [
        a_box(b"ftyp", &[b"isom\0\0\0\0isomavc1"]),
        a_box(
            b"moov",
            &[&a_box(b"mvhd", &[&[0; 4], &[9; 8], &[0; 88]]), &track, &place, &a_box(b"gps ", &[b"+40.7128"])],
        ),
        a_box(b"uuid", &[b"0123456789abcdef<x:xmpmeta>Here</x:xmpmeta>"]),
        a_box(b"free", &[b"freeGPS +40.7128"]),
        a_box(b"mdat", &[&[7; 64]]),
    ]
    .concat()
}

/// A track of this handler, whose samples are written so.
fn a_track(handler: &[u8; 4], entry: &[u8]) -> Vec<u8> {
    let handler = a_box(b"hdlr", &[&[0; 8], handler, &[0; 13]]);
    let table = a_box(b"stbl", &[&a_box(b"stsd", &[&[0, 0, 0, 0, 0, 0, 0, 1], entry])]);
    a_box(b"trak", &[&a_box(b"mdia", &[&handler, &a_box(b"minf", &[&table])])])
}

/// An MP4 of these tracks.
pub fn with_tracks(tracks: &[Vec<u8>]) -> Vec<u8> {
    let tracks: Vec<&[u8]> = tracks.iter().map(Vec::as_slice).collect();
    [a_box(b"ftyp", &[b"isom\0\0\0\0"]), a_box(b"moov", &tracks), a_box(b"mdat", &[&[9; 64]])].concat()
}

/// A track of sound, written so.
pub fn a_sound(codec: &[u8; 4]) -> Vec<u8> {
    a_track(b"soun", &a_box(codec, &[&[0; 28]]))
}

fn known(film: &[u8]) -> Option<Film> {
    super::film(&mut Cursor::new(film), film.len() as u64).unwrap()
}

fn unplayed(tracks: &[Vec<u8>]) -> Option<UnplayedCodec> {
    known(&with_tracks(tracks)).expect("a film").unplayed
}

/// An entry whose `esds` says which kind of object it holds.
fn of_object(name: &[u8; 4], object: u8) -> Vec<u8> {
    let esds = [0, 0, 0, 0, 3, 0x80, 0x80, 0x80, 0x19, 0, 1, 0, 4, 0x11, object, 0x15, 0, 0, 0];
    a_box(name, &[&[0; 28], &a_box(b"esds", &[&esds])])
}

#[test]
fn a_film_tells_nothing_about_where_it_was_taken_and_nothing_in_it_moves() {
    let after = stripped(&a_film(), strip_metadata);
    for told in ["+40.7128", "xmpmeta", "xyz", "Maple Street", "\t\t\t\t"] {
        assert!(!has(&after, told.as_bytes()), "{told}");
    }
    assert_eq!(known(&after), Some(Film { unplayed: None }));
    assert!(after.ends_with(&a_box(b"mdat", &[&[7; 64]])));
    assert_eq!(stripped(&after, strip_metadata), after);
}

#[test]
fn a_film_is_known_by_how_its_pictures_are_written() {
    let picture = |name: &[u8; 4]| vec![a_track(b"vide", &a_box(name, &[&[0; 78]]))];
    for name in [b"avc1", b"avc3", b"av01", b"vp09"] {
        assert_eq!(unplayed(&picture(name)), None, "{name:?}");
    }
    for (name, codec) in [
        (b"hvc1", UnplayedCodec::Hevc),
        (b"hev1", UnplayedCodec::Hevc),
        (b"dvh1", UnplayedCodec::Hevc),
        (b"s263", UnplayedCodec::H263),
        (b"h263", UnplayedCodec::H263),
        (b"mp4v", UnplayedCodec::Mpeg4),
        (b"jpeg", UnplayedCodec::Other),
        (b"apcn", UnplayedCodec::Other),
    ] {
        assert_eq!(unplayed(&picture(name)), Some(codec), "{name:?}");
    }
    let by_object = |object| unplayed(&[a_track(b"vide", &of_object(b"mp4v", object))]);
    assert_eq!(by_object(0x20), Some(UnplayedCodec::Mpeg4));
    assert_eq!(by_object(0x61), Some(UnplayedCodec::Other));
    assert_eq!(by_object(0x21), None);
    assert_eq!(known(IPHONE).unwrap().unplayed, Some(UnplayedCodec::Hevc));
    assert_eq!(known(OLD_PHONE).unwrap().unplayed, Some(UnplayedCodec::H263));
    assert_eq!(known(DRONE).unwrap().unplayed, None);
}

#[test]
fn what_stands_beside_the_pictures_is_judged_for_itself() {
    let picture = a_track(b"vide", &a_box(b"avc1", &[&[0; 78]]));
    assert_eq!(unplayed(&[picture.clone(), a_sound(b"mp4a")]), None);
    assert_eq!(unplayed(&[picture.clone(), a_sound(b"samr")]), Some(UnplayedCodec::Other));
    // A picture of depth beside the one that is shown.
    assert_eq!(unplayed(&[picture.clone(), a_track(b"vide", &a_box(b"hvc1", &[&[0; 78]]))]), None);
    assert_eq!(unplayed(&[picture, a_track(b"meta", &a_box(b"mebx", &[&[0; 78]]))]), None);
}

#[test]
fn sound_is_known_by_its_tracks_and_never_by_letters() {
    let heard = |tracks: &[Vec<u8>]| {
        let file = with_tracks(tracks);
        sound(&mut Cursor::new(&file), file.len() as u64).unwrap()
    };
    assert_eq!(heard(&[a_sound(b"mp4a")]), Some(true));
    assert_eq!(heard(&[a_track(b"soun", &of_object(b"mp4a", 0x40))]), Some(true));
    assert_eq!(heard(&[a_track(b"soun", &of_object(b"mp4a", 0xE1))]), Some(false));
    assert_eq!(heard(&[a_sound(b"samr")]), Some(false));
    assert_eq!(heard(&[a_sound(b"alac")]), Some(false));
    assert_eq!(heard(&[a_box(b"udta", &[b"hdlr....soun....mp4a"])]), None);
}

#[test]
fn what_a_device_notes_in_a_track_of_its_own_is_blanked_with_its_samples() {
    let told = b"GPS(-74.0060,40.7128,18)";
    assert!(has(DRONE, told));
    // A drone's subtitles; and the same track as an action camera, a phone and a car's camera name theirs.
    for (handler, entry) in
        [(b"sbtl", b"tx3g"), (b"meta", b"gpmd"), (b"meta", b"camm"), (b"meta", b"mebx"), (b"text", b"text")]
    {
        let mut film = DRONE.to_vec();
        let mut write = |at: usize, word: &[u8; 4]| film[at..at + 4].copy_from_slice(word);
        write(30568 + 16, handler);
        write(30693 + 4, entry);
        let after = stripped(&film, strip_metadata);
        for told in [&told[..], entry, b"DJI.Subtitle", b"VideoHandler"] {
            assert!(!has(&after, told), "{:?}", String::from_utf8_lossy(told));
        }
        let pictures = |film: &[u8]| samples_of(film, b"vide");
        assert_eq!(pictures(&after), pictures(&film));
        assert_eq!(samples_of(&after, b"soun"), samples_of(&film, b"soun"));
        assert!(samples_of(&after, handler).is_empty());
    }
}

/// Everything that is seen or heard of a film.
fn samples_of(film: &[u8], handler: &[u8; 4]) -> Vec<u8> {
    let mut file = Cursor::new(film);
    let tracks = tracks(&mut file, film.len() as u64).unwrap();
    let places = tracks.iter().filter(|track| track.handler == *handler);
    let places: Vec<_> = places.flat_map(|track| samples::of_track(&mut file, &track.all).unwrap()).collect();
    places.into_iter().flat_map(|place| film[place.start as usize..place.end as usize].to_vec()).collect()
}

/// How long each sample of the first track of sound is.
pub fn lengths_of(m4a: &[u8]) -> Vec<usize> {
    let mut file = Cursor::new(m4a);
    let tracks = tracks(&mut file, m4a.len() as u64).unwrap();
    samples::lengths(&mut file, &tracks[0].all).unwrap().into_iter().map(|length| length as usize).collect()
}

#[test]
fn what_lies_between_samples_is_blanked() {
    let mut film = DRONE.to_vec();
    let mut file = Cursor::new(&film[..]);
    let shown = tracks(&mut file, film.len() as u64).unwrap();
    let shown = shown.iter().filter(|track| track.is_film() || track.is_sound());
    let ends = shown.flat_map(|track| samples::of_track(&mut Cursor::new(&film[..]), &track.all).unwrap());
    let last = ends.map(|place| place.end as usize).max().unwrap();
    // The samples of the subtitles lie behind all others in this one, or among them.
    let gap = (40..28034).find(|at| film[*at..].starts_with(b"GPS(")).unwrap();
    film[gap..gap + 4].copy_from_slice(b"HERE");
    let after = stripped(&film, strip_metadata);
    assert!(!has(&after, b"HERE(") && last <= 28034);
}

#[test]
fn in_pieces_too_what_a_device_notes_is_blanked() {
    let handler = |kind: &[u8; 4]| a_box(b"hdlr", &[&[0; 8], kind, &[0; 13]]);
    let track = |number: u8, kind: &[u8; 4]| {
        let head = a_box(b"tkhd", &[&[0; 12], &[0, 0, 0, number], &[0; 68]]);
        a_box(b"trak", &[&head, &a_box(b"mdia", &[&handler(kind)])])
    };
    let run = |number: u8, offset: u8, length: u8| {
        // From this piece on, with a place and a length for each sample.
        let head = a_box(b"tfhd", &[&[0, 2, 0, 0], &[0, 0, 0, number]]);
        let run = a_box(b"trun", &[&[0, 0, 2, 1], &[0, 0, 0, 1], &[0, 0, 0, offset], &[0, 0, 0, length]]);
        a_box(b"traf", &[&head, &run])
    };
    let piece = |at| a_box(b"moof", &[&a_box(b"mfhd", &[&[0; 8]]), &run(1, at, 4), &run(2, at + 4, 6)]);
    let at = piece(0).len() as u8 + 8;
    let film = [
        a_box(b"ftyp", &[b"isom\0\0\0\0"]),
        a_box(b"moov", &[&track(1, b"vide"), &track(2, b"meta")]),
        piece(at),
        a_box(b"mdat", &[b"seenPLACE!"]),
    ]
    .concat();
    let after = stripped(&film, strip_metadata);
    assert!(after.ends_with(b"seen\0\0\0\0\0\0"), "{:?}", &after[after.len() - 10..]);
}

#[test]
fn boxes_that_lie_about_their_length_are_no_boxes() {
    for length in [1, 4, 7, 9_000_u32] {
        let mut bytes = a_film();
        bytes[..4].copy_from_slice(&length.to_be_bytes());
        let size = bytes.len() as u64;
        assert_eq!(parts(&mut Cursor::new(bytes), 0, size).unwrap(), None, "{length}");
    }
}

#[test]
fn boxes_in_boxes_without_end_are_no_film() {
    let mut bytes = Vec::new();
    for level in (0..2 * MOST_LEVELS as u32).rev() {
        bytes.extend(((level + 1) * 8).to_be_bytes());
        bytes.extend(match 2 * MOST_LEVELS as u32 - level {
            1 => b"moov",
            _ => b"mvex",
        });
    }
    let mut file: File = tempfile::tempfile().unwrap();
    file.write_all(&bytes).unwrap();
    assert!(matches!(strip_metadata(&mut file, bytes.len() as u64), Err(MediaError::Unknown(_))));
}

proptest::proptest! {
    #[test]
    fn whatever_comes_is_looked_at_without_harm(place in 0..700_usize, byte: u8, cut in 0..300_usize) {
        let film = bent(a_film(), place, byte, cut);
        let _ = known(&film);
        stripped(&film, strip_metadata);
    }

    #[test]
    fn a_film_that_was_bent_on_the_way_is_looked_at_without_harm(place in 28_000..31_000_usize, byte: u8) {
        let mut film = DRONE.to_vec();
        film[place % DRONE.len()] = byte;
        let _ = known(&film);
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&film).unwrap();
        let _ = strip_metadata(&mut file, film.len() as u64);
    }
}
