//! What other people's libraries still find in a film or a sound after it was blanked: they share no line with what does it.

use std::io::{Seek, Write};

use lofty::file::TaggedFileExt;
use nom_exif::{MediaParser, MediaSource, TrackInfoTag};

use super::metadata;
use super::mp4;
use super::testing::{DRONE, IPHONE, OLD_PHONE, PROVIDENCE, VORBIS, has, stripped};
use crate::sound::kind::SoundKind;

/// What nom-exif finds in a film, but for how long and how large it is.
fn told_by_film(film: &[u8]) -> Vec<String> {
    let source = MediaSource::from_memory(film.to_vec()).expect("it is still a film");
    let info = MediaParser::new().parse_track(source).expect("it is still a film");
    let mut told: Vec<String> = info
        .iter()
        .filter(|(tag, _)| !matches!(tag, TrackInfoTag::DurationMs | TrackInfoTag::Width | TrackInfoTag::Height))
        .map(|(tag, value)| format!("{tag:?} {value}"))
        // The first second that a film can tell: it stands for none.
        .filter(|told| !told.contains("1904-01-01"))
        .collect();
    told.extend(info.gps_info().map(|place| format!("{place:?}")));
    told
}

/// What lofty finds in a sound.
fn told_by_sound(sound: &[u8]) -> Vec<String> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(sound).unwrap();
    file.rewind().unwrap();
    let tagged = lofty::read_from(&mut file).expect("it is still a sound");
    let items = tagged.tags().iter().flat_map(|tag| tag.items());
    items.filter_map(|item| item.value().text()).filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

fn silenced(sound: &[u8], kind: SoundKind) -> Vec<u8> {
    stripped(sound, |file, size| metadata::strip_metadata(file, size, kind))
}

/// A drone's film with a place and a time in its head, as phones write them: its head is its last box.
fn with_a_place_and_a_time() -> Vec<u8> {
    let place = b"+40.7128-074.0060/";
    let place = mp4::tests::a_box(b"\xA9xyz", &[&[0, place.len() as u8, 0x15, 0xC7], place]);
    let mut film = [DRONE, &mp4::tests::a_box(b"udta", &[&place])].concat();
    // Only the first of its kind is looked into.
    let other = film.windows(4).position(|name| name == b"udta").unwrap();
    film[other..other + 4].copy_from_slice(b"free");
    let length = (film.len() - 28_034) as u32;
    film[28_034..28_038].copy_from_slice(&length.to_be_bytes());
    film[28_042 + 12..28_042 + 20].copy_from_slice(&[0xE0; 8]);
    film
}

#[test]
fn another_library_finds_no_place_and_no_time_in_a_film() {
    let told = told_by_film(&with_a_place_and_a_time());
    assert!(told.iter().any(|told| told.contains("Gps")) && told.iter().any(|told| told.contains("Date")), "{told:?}");
    for film in [IPHONE, OLD_PHONE, DRONE, &with_a_place_and_a_time()] {
        assert_eq!(told_by_film(&stripped(film, mp4::strip_metadata)), Vec::<String>::new());
    }
}

/// The same sound in another coat: AAC as it lies in an MP4, each piece with a head of its own.
fn as_adts(m4a: &[u8]) -> Vec<u8> {
    let lengths: Vec<usize> = mp4::tests::lengths_of(m4a);
    let (mut adts, mut at) = (b"ID3\x03\0\0\0\0\0\x1FTIT2\0\0\0\x15\0\0\0At 5 Maple Street....".to_vec(), 44);
    for length in lengths {
        let all = length + 7;
        adts.extend([0xFF, 0xF1, 0x50, 0x40 | (all >> 11) as u8, (all >> 3) as u8, (all << 5) as u8 | 0x1F, 0xFC]);
        adts.extend(&m4a[at..at + length]);
        at += length;
    }
    adts
}

/// A silent second, told where.
fn an_mp3() -> Vec<u8> {
    let frames = [&[0xFF, 0xFB, 0x90, 0x00][..], &[0; 413]].concat().repeat(38);
    [&b"ID3\x03\0\0\0\0\0\x1FTIT2\0\0\0\x15\0\0\0At 5 Maple Street...."[..], &frames].concat()
}

fn a_flac() -> Vec<u8> {
    let comment = b"TITLE=At 5 Maple Street";
    let told = [&[0, 0, 0, 0, 1, 0, 0, 0][..], &(comment.len() as u32).to_le_bytes(), comment].concat();
    let how = [
        &[0x10, 0, 0x10, 0, 0, 0, 14, 0, 0, 14][..],
        // 44,100 Hz, one channel, 16 bits, 4096 samples.
        &[0x0A, 0xC4, 0x40, 0xF0, 0, 0, 0x10, 0],
        &[0; 16],
    ];
    let head = [&b"fLaC\0\0\0\x22"[..], &how.concat(), &[0x84, 0, 0, told.len() as u8], &told].concat();
    [&head[..], &[0xFF, 0xF8, 0xC9, 0x08, 0, 0xC2], &[0; 40]].concat()
}

#[test]
fn another_library_finds_nothing_that_is_told_in_a_sound() {
    let sounds = [
        (PROVIDENCE.to_vec(), SoundKind::Mp4, "Providence Rd"),
        (VORBIS.to_vec(), SoundKind::Ogg, "Lavc"),
        (an_mp3(), SoundKind::Mp3, "Maple Street"),
        (as_adts(PROVIDENCE), SoundKind::Aac, "Maple Street"),
        (a_flac(), SoundKind::Flac, "Maple Street"),
    ];
    for (sound, kind, told) in sounds {
        assert!(told_by_sound(&sound).iter().any(|one| one.contains(told)), "{kind:?}: {:?}", told_by_sound(&sound));
        let after = silenced(&sound, kind);
        assert_eq!(told_by_sound(&after), Vec::<String>::new(), "{kind:?}");
        assert!(!has(&after, told.as_bytes()), "{kind:?}");
    }
}
