//! Small sounds, made here byte by byte, and what is no sound.

use std::io::Cursor;

use proptest::prelude::*;

use super::*;

fn heard(bytes: &[u8]) -> Option<SoundKind> {
    kind_of(&mut Cursor::new(bytes), bytes.len() as u64).ok()
}

fn wav() -> Vec<u8> {
    let mut bytes = b"RIFF\x34\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1F\0\0\x80\x3E\0\0\x02\0\x10\0".to_vec();
    bytes.extend(b"data\x10\0\0\0");
    bytes.extend([7; 16]);
    bytes
}

fn ogg_page(body: &[u8]) -> Vec<u8> {
    let mut page = b"OggS\0".to_vec();
    page.extend([0; 21]);
    page.extend([1, body.len() as u8]);
    page.extend(body);
    page
}

fn ogg(codec: &[u8]) -> Vec<u8> {
    [codec, b"OpusTags\0\0\0\0\0\0\0\0", &[5; 40]].iter().flat_map(|body| ogg_page(body)).collect()
}

fn mp4_box(name: &[u8; 4], inside: &[u8]) -> Vec<u8> {
    let mut bytes = (inside.len() as u32 + 8).to_be_bytes().to_vec();
    bytes.extend(name);
    bytes.extend(inside);
    bytes
}

fn mp4(contents: &[u8]) -> Vec<u8> {
    [mp4_box(b"ftyp", b"M4A \0\0\0\0"), mp4_box(b"moov", contents), mp4_box(b"mdat", &[9; 64])].concat()
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

fn mp3() -> Vec<u8> {
    // 128 kbit/s at 44,100 Hz: 417 bytes a frame.
    let frame: Vec<u8> = [0xFF, 0xFB, 0x90, 0x00].into_iter().chain([0; 413]).collect();
    let tag = b"ID3\x03\0\0\0\0\0\x05title".to_vec();
    [tag, frame.repeat(4)].concat()
}

#[test]
fn every_form_that_is_offered_is_known_by_what_is_in_it() {
    assert_eq!(heard(&wav()), Some(SoundKind::Wav));
    assert_eq!(heard(&ogg(b"OpusHead\x01\x01")), Some(SoundKind::Ogg));
    assert_eq!(heard(&mp4(b"....hdlr....soun....stsd....mp4a")), Some(SoundKind::Mp4));
    assert_eq!(heard(&webm(&[2], b"A_OPUS")), Some(SoundKind::WebM));
    assert_eq!(heard(&mp3()), Some(SoundKind::Mp3));
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
    assert_eq!(heard(&ogg(b"\x01vorbis..")), None);
    assert_eq!(heard(&mp4(b"....soun....stsd....samr")), None);
    assert_eq!(heard(&mp4(b"....soun....mp4a....vide....avc1")), None);
    assert_eq!(heard(&webm(&[1], b"V_VP8")), None);
    assert_eq!(heard(&webm(&[2], b"A_VORBIS")), None);
}

#[test]
fn a_recording_that_ends_too_early_is_refused() {
    for whole in [wav(), ogg(b"OpusHead\x01\x01"), mp4(b"....soun....mp4a")] {
        for part in 0..whole.len() {
            assert_eq!(heard(&whole[..part]), None, "{part} bytes of {}", whole.len());
        }
    }
    // These two have no length in them: their beginning has to be there.
    assert_eq!(heard(&mp3()[..800]), None);
    let whole = webm(&[2], b"A_OPUS");
    for part in 0..=whole.len() - 6 {
        assert_eq!(heard(&whole[..part]), None, "{part} bytes of {}", whole.len());
    }
}

proptest! {
    #[test]
    fn whatever_comes_is_answered(begins in 0..5_usize, mut rest in proptest::collection::vec(any::<u8>(), 0..600)) {
        let beginnings: [&[u8]; 5] = [&[0x1A, 0x45, 0xDF, 0xA3], b"OggS\0", b"\0\0\0\x10ftyp", b"RIFF\0\0\0\0WAVE", b"ID3"];
        let mut bytes = beginnings[begins].to_vec();
        bytes.append(&mut rest);
        let _ = heard(&bytes);
    }

    #[test]
    fn a_byte_that_was_changed_on_the_way_troubles_nobody(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        for mut bytes in [wav(), ogg(b"OpusHead\x01\x01"), mp4(b"....soun....mp4a"), webm(&[2], b"A_OPUS"), mp3()] {
            let place = place.index(bytes.len());
            bytes[place] = byte;
            let _ = heard(&bytes);
        }
    }
}
