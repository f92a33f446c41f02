//! Small sounds, made here byte by byte, and what is no sound.

use std::io::Cursor;

use proptest::prelude::*;

use super::*;
use crate::media::mp4::tests::{a_box, a_sound, with_tracks};
use crate::media::ogg::tests::page;
use crate::media::testing::{PROVIDENCE, VORBIS};

fn heard(bytes: &[u8]) -> Option<SoundKind> {
    kind_of(&mut Cursor::new(bytes), bytes.len() as u64).ok()
}

fn wav() -> Vec<u8> {
    let mut bytes = b"RIFF\x34\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1F\0\0\x80\x3E\0\0\x02\0\x10\0".to_vec();
    bytes.extend(b"data\x10\0\0\0");
    bytes.extend([7; 16]);
    bytes
}

fn ogg(codec: &[u8]) -> Vec<u8> {
    [codec, b"OpusTags\0\0\0\0\0\0\0\0", &[5; 40]].iter().flat_map(|body| page(body)).collect()
}

fn mp4() -> Vec<u8> {
    with_tracks(&[a_sound(b"mp4a")])
}

/// An element of EBML with a length of one byte, or of unknown length.
fn element(id: &[u8], inside: &[u8], known: bool) -> Vec<u8> {
    let length = if known { 0x80 | inside.len() as u8 } else { 0xFF };
    [id, &[length], inside].concat()
}

fn webm(kind: &[u8], codec: &[u8]) -> Vec<u8> {
    let track = [element(&[0x83], kind, true), element(&[0x86], codec, true)].concat();
    let tracks = element(&[0x16, 0x54, 0xAE, 0x6B], &element(&[0xAE], &track, true), true);
    let cluster = element(&[0x1F, 0x43, 0xB6, 0x75], &[0xE7, 0x81, 0, 3, 3, 3], false);
    let head = element(&[0x1A, 0x45, 0xDF, 0xA3], &element(&[0x42, 0x82], b"webm", true), true);
    [head, element(&[0x18, 0x53, 0x80, 0x67], &[tracks, cluster].concat(), false)].concat()
}

/// 128 kbit/s at 44,100 Hz: 417 bytes a frame.
fn mp3_frames(frames: usize) -> Vec<u8> {
    [&[0xFF, 0xFB, 0x90, 0x00][..], &[0; 413]].concat().repeat(frames)
}

fn mp3() -> Vec<u8> {
    [&b"ID3\x03\0\0\0\0\0\x05title"[..], &mp3_frames(4)].concat()
}

/// AAC at 44,100 Hz, 32 bytes a frame.
fn aac() -> Vec<u8> {
    [&[0xFF, 0xF1, 0x50, 0x80, 0x04, 0x1F, 0xFC][..], &[3; 25]].concat().repeat(4)
}

fn flac() -> Vec<u8> {
    [&b"fLaC\0\0\0\x22"[..], &[1; 34], b"\x84\0\0\x04told", &[0xFF, 0xF8, 0xC9, 0x18], &[5; 40]].concat()
}

#[test]
fn every_form_that_is_offered_is_known_by_what_is_in_it() {
    assert_eq!(heard(&wav()), Some(SoundKind::Wav));
    assert_eq!(heard(&ogg(b"OpusHead\x01\x01")), Some(SoundKind::Ogg));
    assert_eq!(heard(&ogg(b"\x01vorbis..")), Some(SoundKind::Ogg));
    assert_eq!(heard(VORBIS), Some(SoundKind::Ogg));
    assert_eq!(heard(&mp4()), Some(SoundKind::Mp4));
    assert_eq!(heard(&aac()), Some(SoundKind::Aac));
    assert_eq!(heard(&flac()), Some(SoundKind::Flac));
    assert_eq!(heard(&webm(&[2], b"A_OPUS")), Some(SoundKind::WebM));
    assert_eq!(heard(&mp3()), Some(SoundKind::Mp3));
}

#[test]
fn a_title_says_nothing_about_what_a_sound_is() {
    assert_eq!(heard(PROVIDENCE), Some(SoundKind::Mp4));
    for title in ["Evidence of learning", "vide", "hdlr....vide", "avc1"] {
        let title = a_box(b"udta", &[&a_box(b"\xA9nam", &[title.as_bytes()])]);
        assert_eq!(heard(&with_tracks(&[a_sound(b"mp4a"), title])), Some(SoundKind::Mp4));
    }
}

#[test]
fn an_mp3_that_is_padded_or_cut_is_one() {
    let padded = [&b"ID3\x03\0\0\0\0\0\x05title"[..], &[0; 3000], &mp3_frames(4)].concat();
    let cut = [&mp3_frames(1)[100..], &mp3_frames(4)].concat();
    let twice = [&b"ID3\x03\0\0\0\0\0\x05title"[..], &mp3()].concat();
    for bytes in [padded, cut, twice, mp3_frames(3)] {
        assert_eq!(heard(&bytes), Some(SoundKind::Mp3));
    }
    assert_eq!(heard(&[&[0; 7][..], &aac()].concat()), Some(SoundKind::Aac));
    assert_eq!(heard(&[&b"ID3\x04\0\0\0\0\0\x05title"[..], &flac()].concat()), Some(SoundKind::Flac));
}

#[test]
fn a_wav_that_came_through_a_pipe_is_one_and_gets_its_length() {
    for length in [0_u32, 0xFFFF_FFFF, 0x7FFF_F000] {
        let mut bytes = wav();
        bytes[4..8].copy_from_slice(&length.to_le_bytes());
        bytes[40..44].copy_from_slice(&length.to_le_bytes());
        assert_eq!(heard(&bytes), Some(SoundKind::Wav));
        let after =
            crate::media::testing::stripped(&bytes, |file, size| metadata::strip_metadata(file, size, SoundKind::Wav));
        assert_eq!((&after[4..8], &after[40..44]), (&52_u32.to_le_bytes()[..], &16_u32.to_le_bytes()[..]));
        assert_eq!(after[44..], bytes[44..]);
        assert_eq!(heard(&bytes[..44]), None, "without a sample");
    }
}

#[test]
fn what_is_no_sound_is_refused_whatever_it_is_called() {
    let page = b"<!DOCTYPE html><script>alert(1)</script>".repeat(100);
    let tagged = [b"ID3\x03\0\0\0\0\0\0".to_vec(), page.clone()].concat();
    for bytes in [&page[..], &tagged, b"", b"OggS", b"RIFF\0\0\0\0WAVE", b"\xFF\xFB\x90\x00", b"%PDF-1.7", b"....ftyp"]
    {
        assert_eq!(heard(bytes), None, "{bytes:?}");
    }
}

#[test]
fn what_browsers_do_not_play_everywhere_and_what_moves_is_refused() {
    assert_eq!(heard(&ogg(b"Speex   ")), None);
    assert_eq!(heard(&ogg(b"\x80theora")), None);
    assert_eq!(heard(&with_tracks(&[a_sound(b"samr")])), None);
    assert_eq!(heard(crate::media::testing::DRONE), None);
    assert_eq!(heard(&webm(&[1], b"V_VP8")), None);
    assert_eq!(heard(&webm(&[2], b"A_AC3")), None);
}

#[test]
fn a_recording_that_ends_too_early_is_refused() {
    for whole in [wav(), ogg(b"OpusHead\x01\x01"), mp4()] {
        for part in 0..whole.len() {
            assert_eq!(heard(&whole[..part]), None, "{part} bytes of {}", whole.len());
        }
    }
    // These two have no length in them: their beginning has to be there.
    assert_eq!(heard(&mp3()[..800]), None);
    assert_eq!(heard(&aac()[..90]), None);
    assert_eq!(heard(&flac()[..50]), None);
    let whole = webm(&[2], b"A_OPUS");
    for part in 0..=whole.len() - 6 {
        assert_eq!(heard(&whole[..part]), None, "{part} bytes of {}", whole.len());
    }
}

proptest! {
    #[test]
    fn whatever_comes_is_answered(begins in 0..6_usize, mut rest in proptest::collection::vec(any::<u8>(), 0..600)) {
        let beginnings: [&[u8]; 6] = [&[0x1A, 0x45, 0xDF, 0xA3], b"OggS\0", b"\0\0\0\x10ftyp", b"RIFF\0\0\0\0WAVE", b"ID3", b"fLaC"];
        let mut bytes = beginnings[begins].to_vec();
        bytes.append(&mut rest);
        let _ = heard(&bytes);
    }

    #[test]
    fn a_byte_that_was_changed_on_the_way_troubles_nobody(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        for mut bytes in [wav(), ogg(b"OpusHead\x01\x01"), mp4(), webm(&[2], b"A_OPUS"), mp3(), aac(), flac()] {
            let place = place.index(bytes.len());
            bytes[place] = byte;
            let _ = heard(&bytes);
        }
    }
}
