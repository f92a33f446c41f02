//! What the process that draws a document says to the one that asked: pages one after the other, then how many there were,
//! or why there are none. Whoever reads trusts nothing of it.

use std::io::{Read, Write};

use super::{Drawn, MOST_PIXELS};
use crate::media::picture::{Ready, WIDTHS};

/// The most bytes of one picture of a page: as many as it has pixels, and no photo comes near.
const MOST_JPEG: u32 = MOST_PIXELS as u32;
/// The most bytes of a reason.
const MOST_WORDS: u32 = 400;

const PAGE: u8 = b'p';
const END: u8 = b'e';
const REFUSED: u8 = b'r';
const LOCKED: u8 = b'l';

/// One thing that is said.
pub enum DrawerMessage {
    Page(Drawn),
    /// So many pages the document has, drawn or not.
    End(usize),
    /// Why it is no document we can draw.
    Refused(String),
    /// It has a password.
    Locked,
}

pub fn say(out: &mut impl Write, said: &DrawerMessage) -> std::io::Result<()> {
    match said {
        DrawerMessage::Page(Drawn { picture: page, lacks }) => {
            out.write_all(&[PAGE, u8::from(*lacks)])?;
            out.write_all(&page.width.to_be_bytes())?;
            out.write_all(&page.height.to_be_bytes())?;
            page.jpegs.iter().try_for_each(|jpeg| say_bytes(out, jpeg))?;
        }
        DrawerMessage::End(pages) => {
            out.write_all(&[END])?;
            out.write_all(&u32::try_from(*pages).unwrap_or(u32::MAX).to_be_bytes())?;
        }
        DrawerMessage::Locked => out.write_all(&[LOCKED])?,
        DrawerMessage::Refused(why) => {
            let length = why.floor_char_boundary(MOST_WORDS as usize);
            out.write_all(&[REFUSED])?;
            say_bytes(out, &why.as_bytes()[..length])?;
        }
    }
    out.flush()
}

fn say_bytes(out: &mut impl Write, bytes: &[u8]) -> std::io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(|_| wrong("too long to be said"))?;
    out.write_all(&length.to_be_bytes())?;
    out.write_all(bytes)
}

/// What is said next; an error when it is nothing that may be said, or when nothing more comes.
pub fn hear(from: &mut impl Read) -> std::io::Result<DrawerMessage> {
    let mut kind = [0];
    from.read_exact(&mut kind)?;
    match kind[0] {
        PAGE => {
            let mut lacks = [0];
            from.read_exact(&mut lacks)?;
            let (width, height) = (hear_number(from)?, hear_number(from)?);
            let is_ours = (1..=WIDTHS[2]).contains(&width)
                && height > 0
                && u64::from(width) * u64::from(height) <= u64::from(MOST_JPEG) + u64::from(width) + u64::from(height);
            if !is_ours {
                return Err(wrong("a page of a size that is not drawn"));
            }
            let mut jpegs = Vec::with_capacity(WIDTHS.len());
            for _ in WIDTHS {
                let jpeg = hear_bytes(from, MOST_JPEG)?;
                if !jpeg.starts_with(&[0xFF, 0xD8]) {
                    return Err(wrong("a page that is no picture"));
                }
                jpegs.push(jpeg);
            }
            Ok(DrawerMessage::Page(Drawn { picture: Ready { width, height, jpegs }, lacks: lacks[0] != 0 }))
        }
        LOCKED => Ok(DrawerMessage::Locked),
        END => Ok(DrawerMessage::End(hear_number(from)? as usize)),
        REFUSED => {
            let why = hear_bytes(from, MOST_WORDS)?;
            Ok(DrawerMessage::Refused(String::from_utf8_lossy(&why).into_owned()))
        }
        _ => Err(wrong("neither a page nor an end")),
    }
}

fn hear_number(from: &mut impl Read) -> std::io::Result<u32> {
    let mut bytes = [0; 4];
    from.read_exact(&mut bytes)?;
    Ok(u32::from_be_bytes(bytes))
}

fn hear_bytes(from: &mut impl Read, most: u32) -> std::io::Result<Vec<u8>> {
    let length = hear_number(from)?;
    if length > most {
        return Err(wrong("more than a page has"));
    }
    let mut bytes = vec![0; length as usize];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn wrong(why: &'static str) -> std::io::Error {
    std::io::Error::new(std::io::ErrorKind::InvalidData, why)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn heard(bytes: &[u8]) -> std::io::Result<DrawerMessage> {
        hear(&mut &bytes[..])
    }

    #[test]
    fn what_is_said_is_heard() {
        let jpeg = |byte| vec![0xFF, 0xD8, byte];
        let mut line = Vec::new();
        let picture = Ready { width: 1600, height: 900, jpegs: vec![jpeg(1), jpeg(2), jpeg(3)] };
        say(&mut line, &DrawerMessage::Page(Drawn { picture, lacks: true })).unwrap();
        let DrawerMessage::Page(Drawn { picture: page, lacks: true }) = heard(&line).unwrap() else {
            panic!("no page")
        };
        assert_eq!((page.width, page.height, page.jpegs), (1600, 900, vec![jpeg(1), jpeg(2), jpeg(3)]));
        let mut line = Vec::new();
        say(&mut line, &DrawerMessage::Refused("é".repeat(900))).unwrap();
        assert!(matches!(heard(&line).unwrap(), DrawerMessage::Refused(why) if why == "é".repeat(200)));
        let mut line = Vec::new();
        say(&mut line, &DrawerMessage::Locked).unwrap();
        assert!(matches!(heard(&line).unwrap(), DrawerMessage::Locked));
        let mut line = Vec::new();
        say(&mut line, &DrawerMessage::End(75)).unwrap();
        assert!(matches!(heard(&line).unwrap(), DrawerMessage::End(75)));
    }

    #[test]
    fn what_is_no_page_is_not_taken_for_one() {
        let page = |width: u32, height: u32, length: u32, rest: &[u8]| {
            [&[PAGE, 0][..], &width.to_be_bytes(), &height.to_be_bytes(), &length.to_be_bytes(), rest].concat()
        };
        for wrong in [
            page(1601, 10, 3, b"\xFF\xD8\xFF"),
            page(1600, 60_000, 3, b"\xFF\xD8\xFF"),
            page(0, 10, 3, b"\xFF\xD8\xFF"),
            page(10, 10, u32::MAX, b""),
            page(10, 10, 3, b"<sc"),
            b"running 0 tests".to_vec(),
            Vec::new(),
        ] {
            assert!(heard(&wrong).is_err(), "{wrong:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_said_is_heard_without_harm(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = heard(&bytes);
        }
    }
}
