//! What a file is, by what is in it.

use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::Path;

use super::{KeptFile, MediaError, mp4, sound, webm};
use crate::encoding;
use crate::work::FileKind;

/// The longest file of plain words, in bytes: a long book.
const MOST_WORDS: u64 = 2 * 1024 * 1024;
/// How much of the beginning says what a file is.
const HEAD: u64 = 4096;

/// What a file is.
pub(super) enum Detected {
    Picture,
    Document,
    /// Anything that is kept as it came.
    Whole(KeptFile),
}

/// Looks into a file, and blanks what a video or a sound tells about where it was taken.
pub(super) fn detect(path: &Path) -> Result<Detected, MediaError> {
    let mut file = File::options().read(true).write(true).open(path)?;
    let size = file.metadata()?.len();
    let mut head = Vec::new();
    (&mut file).take(HEAD).read_to_end(&mut head)?;
    // Words come first: they may begin "BMX" or "P1" like a picture, or tell of %PDF- like a document.
    if let Some(text) = words_in(&mut file, size, &head)? {
        if text.bytes().ne(whole_of(&mut file)?) {
            file.set_len(0)?;
            file.rewind()?;
            file.write_all(text.as_bytes())?;
        }
        return whole(&mut file, text.len() as u64, FileKind::Words, "text/plain; charset=utf-8");
    }
    if image::guess_format(&head).is_ok() {
        return Ok(Detected::Picture);
    }
    if begins_a_document(&head) {
        return Ok(Detected::Document);
    }
    let is_mp4 = head.get(4..8) == Some(b"ftyp");
    if is_mp4 && mp4::is_film(&mut file, size)? {
        mp4::strip_metadata(&mut file, size)?;
        return whole(&mut file, size, FileKind::Video, "video/mp4");
    }
    if webm::is_film(&head) {
        webm::strip_metadata(&mut file, size)?;
        return whole(&mut file, size, FileKind::Video, "video/webm");
    }
    match sound::listen(path) {
        Ok(kept) => Ok(Detected::Whole(KeptFile {
            kind: FileKind::Sound,
            content_type: kept.kind.content_type(),
            size: kept.size,
            hash: kept.hash,
            pages: Vec::new(),
        })),
        Err(MediaError::NotASound(why)) => Err(MediaError::Unknown(why)),
        Err(error) => Err(error),
    }
}

/// Whether a file is a document, by its beginning.
pub(super) fn is_document(path: &Path) -> std::io::Result<bool> {
    let mut head = Vec::new();
    File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    Ok(image::guess_format(&head).is_err() && begins_a_document(&head))
}

fn begins_a_document(head: &[u8]) -> bool {
    head.windows(5).take(1024).any(|word| word == b"%PDF-")
}

fn whole(file: &mut File, size: u64, kind: FileKind, content_type: &'static str) -> Result<Detected, MediaError> {
    Ok(Detected::Whole(KeptFile { kind, content_type, size, hash: super::hash_of(file)?, pages: Vec::new() }))
}

/// The plain words a file holds, in whatever letters: nothing in it that a page cannot show. What is written in letters
/// like words but is a document is none.
fn words_in(file: &mut File, size: u64, head: &[u8]) -> std::io::Result<Option<String>> {
    let is_control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t' | 0x0C | 0x1A);
    if size == 0 || size > MOST_WORDS || (head.iter().any(is_control) && !encoding::begins_in_sixteen_bits(head)) {
        return Ok(None);
    }
    let Some(words) = encoding::decoded(&whole_of(file)?) else { return Ok(None) };
    let begins = words.text.trim_start().starts_with("%PDF-") || head.windows(6).any(|line| line == b"\n%PDF-");
    let is_document = begins && words.text.contains("%%EOF");
    Ok((!is_document && !words.text.is_empty()).then_some(words.text))
}

fn whole_of(file: &mut File) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind_of(bytes: &[u8]) -> Result<Option<FileKind>, MediaError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, bytes).unwrap();
        detect(&path).map(|found| match found {
            Detected::Whole(kept) => Some(kept.kind),
            Detected::Picture | Detected::Document => None,
        })
    }

    #[test]
    fn a_file_is_what_is_in_it() {
        assert_eq!(kind_of(&mp4::tests::a_film()).unwrap(), Some(FileKind::Video));
        assert_eq!(kind_of("Así se hace, paso a paso.\n".as_bytes()).unwrap(), Some(FileKind::Words));
        assert_eq!(kind_of(b"%PDF-1.7\0 and so on").unwrap(), None);
        assert_eq!(kind_of(b"%PDF-1.7\n1 0 obj\n<<>>\ntrailer\n%%EOF\n").unwrap(), None);
        for nothing in [&b""[..], b"\x7fELF\x02\x01\0\0\0", b"PK\x03\x04\0\0", b"words\0and more", b"\xFF\xFE\x41"] {
            assert!(matches!(kind_of(nothing), Err(MediaError::Unknown(_))), "{nothing:?}");
        }
    }

    #[test]
    fn words_are_words_whatever_they_begin_with_and_in_whatever_letters() {
        let bmx: &[u8] = include_bytes!("../../tests/files/bmx.txt");
        let sixteen: &[u8] = include_bytes!("../../tests/files/notepad-utf16.txt");
        for words in [
            bmx,
            sixteen,
            b"P1 is my seat in the lab.\n",
            b"GIF89a, said the file.\n",
            b"A PDF begins with %PDF-1.7, says the book.\n",
            b"Mi a\xF1o en la escuela, d\xEDa a d\xEDa\n",
            b"The end.\r\n\x1A",
        ] {
            assert_eq!(kind_of(words).unwrap(), Some(FileKind::Words), "{}", String::from_utf8_lossy(words));
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, sixteen).unwrap();
        detect(&path).unwrap();
        assert!(std::fs::read_to_string(&path).unwrap().starts_with("Mi diario: el año pasado"), "it is read as UTF-8");
    }

    #[test]
    fn a_page_that_would_run_is_shown_as_words() {
        assert_eq!(kind_of(b"<script>alert(1)</script>").unwrap(), Some(FileKind::Words));
    }
}
