//! What a file is, by what is in it.

use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;

use super::foreign::{begins_packed, foreign};
use super::{KeptFile, KeptPages, MediaError, mp4, picture, rtf, sound, webm};
use crate::encoding;
use crate::work::{FileKind, UnplayedCodec};

/// The longest file of plain words, in bytes: a long book.
const MOST_WORDS: u64 = 2 * 1024 * 1024;
/// The longest text that says how its words look, in bytes: most of it are pictures.
const MOST_RICH: u64 = 16 * 1024 * 1024;
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
    if size == 0 {
        return Err(MediaError::Empty);
    }
    let mut head = Vec::new();
    (&mut file).take(HEAD).read_to_end(&mut head)?;
    if let Some((kind, link)) = foreign(&mut file, size, &head)? {
        return Err(MediaError::Foreign { kind, link });
    }
    if rtf::begins(&head) && size <= MOST_RICH {
        let words = rtf::words(&whole_of(&mut file)?);
        return words_alone(path, words.get(..words.floor_char_boundary(MOST_WORDS as usize)).unwrap_or_default());
    }
    // Words come first: they may begin "BMX" or "P1" like a picture, or tell of %PDF- like a document.
    if let Some(text) = words_in(&mut file, size, &head)? {
        return words_alone(path, &text);
    }
    if image::guess_format(&head).is_ok() || picture::heic::begins(&head) {
        return Ok(Detected::Picture);
    }
    if begins_a_document(&head) {
        return Ok(Detected::Document);
    }
    // QuickTime of the first years does not say that it is one.
    let is_mp4 = matches!(head.get(4..8), Some(b"ftyp" | b"moov" | b"mdat" | b"wide" | b"free" | b"skip" | b"pnot"));
    if is_mp4 && let Some(film) = mp4::film(&mut file, size)? {
        mp4::strip_metadata(&mut file, size)?;
        return film_of(&mut file, size, "video/mp4", film.unplayed);
    }
    if let Some(unplayed) = webm::film(&head) {
        webm::strip_metadata(&mut file, size)?;
        return film_of(&mut file, size, "video/webm", unplayed);
    }
    if let Some(form) = film_form(&head) {
        return Err(MediaError::NotAFilm(form));
    }
    match sound::listen(path) {
        Ok(kept) => Ok(Detected::Whole(KeptFile {
            kind: FileKind::Sound,
            content_type: kept.kind.content_type(),
            size: kept.size,
            hash: kept.hash,
            unplayed: None,
            pages: KeptPages::default(),
        })),
        Err(error) => Err(error),
    }
}

/// The form of a film whose metadata can't be blanked in place, by its beginning: old cameras and other programs write them.
fn film_form(head: &[u8]) -> Option<&'static str> {
    const ASF: &[u8] = &[0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11];
    match () {
        () if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"AVI ") => Some("AVI"),
        () if head.starts_with(ASF) => Some("WMV"),
        () if head.starts_with(b"FLV\x01") => Some("FLV"),
        () if head.starts_with(&[0, 0, 1, 0xBA]) || head.starts_with(&[0, 0, 1, 0xB3]) => Some("MPEG"),
        () if [0, 188, 376].iter().all(|at| head.get(*at) == Some(&0x47)) => Some("MPEG-TS"),
        // A WebM whose beginning does not say so is none we know, and Matroska is its wider kin.
        () if webm::is_ebml(head) && webm::tracks(head).is_none() => Some("Matroska"),
        () => None,
    }
}

fn film_of(
    file: &mut File,
    size: u64,
    content_type: &'static str,
    unplayed: Option<UnplayedCodec>,
) -> Result<Detected, MediaError> {
    let hash = super::hash_of(file)?;
    Ok(Detected::Whole(KeptFile {
        kind: FileKind::Video,
        content_type,
        size,
        hash,
        unplayed,
        pages: KeptPages::default(),
    }))
}

/// Whether a file is a document, or may be made into one, by its beginning.
pub(super) fn is_document(path: &Path) -> std::io::Result<bool> {
    let mut head = Vec::new();
    File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    Ok(image::guess_format(&head).is_err() && (begins_a_document(&head) || begins_packed(&head)))
}

/// Whether a file is a photo as iPhones take it.
pub(super) fn is_heic(path: &Path) -> std::io::Result<bool> {
    let mut head = Vec::new();
    File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    Ok(picture::heic::begins(&head))
}

fn begins_a_document(head: &[u8]) -> bool {
    head.windows(5).take(1024).any(|word| word == b"%PDF-")
}

/// Puts words in the place of the file they were read from, at once: whoever is ended in the midst of it finds it whole.
fn words_alone(path: &Path, words: &str) -> Result<Detected, MediaError> {
    if words.trim().is_empty() {
        return Err(MediaError::Unknown("it has no words"));
    }
    let beside = path.with_extension("words");
    std::fs::write(&beside, words)?;
    std::fs::rename(&beside, path)?;
    let size = words.len() as u64;
    let hash = super::hash_of(&mut File::open(path)?)?;
    let (kind, content_type) = (FileKind::Words, "text/plain; charset=utf-8");
    Ok(Detected::Whole(KeptFile { kind, content_type, size, hash, unplayed: None, pages: KeptPages::default() }))
}

/// The plain words a file holds, in whatever letters: nothing in it that a page cannot show. What is written in letters
/// like words but is a document is none.
fn words_in(file: &mut File, size: u64, head: &[u8]) -> std::io::Result<Option<String>> {
    let is_control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t' | 0x0C | 0x1A);
    if size == 0 || size > MOST_WORDS || (head.iter().any(is_control) && !encoding::begins_in_sixteen_bits(head)) {
        return Ok(None);
    }
    let Some(words) = encoding::decoded(&whole_of(file)?) else { return Ok(None) };
    let is_document = words.text.trim_start().starts_with("%PDF-")
        || head.windows(6).any(|line| line == b"\n%PDF-") && words.text.contains("%%EOF");
    // The little that came of a picture can look like letters.
    let is_picture = head.starts_with(b"\x89PNG") || head.starts_with(&[0xFF, 0xD8, 0xFF]);
    Ok((!is_document && !is_picture && !words.text.is_empty()).then_some(words.text))
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
    use crate::media::Foreign;

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
        assert!(matches!(kind_of(b""), Err(MediaError::Empty)));
        for nothing in [&b"\x7fELF\x02\x01\0\0\0"[..], b"words\0and more", b"\xFF\xFE\x41"] {
            assert!(matches!(kind_of(nothing), Err(MediaError::Unknown(_))), "{nothing:?}");
        }
    }

    #[test]
    fn of_a_text_that_says_how_its_words_look_the_words_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, include_bytes!("../../tests/files/textedit.rtf")).unwrap();
        let Ok(Detected::Whole(kept)) = detect(&path) else { panic!("it is kept") };
        let words = std::fs::read_to_string(&path).unwrap();
        assert_eq!((kept.kind, kept.size), (FileKind::Words, words.len() as u64));
        assert!(words.starts_with("My essay about the river\n"));
        assert!(matches!(kind_of(b"{\\rtf1 }"), Err(MediaError::Unknown(_))));
    }

    #[test]
    fn a_file_of_another_program_says_what_it_is() {
        let found = kind_of(include_bytes!("../../tests/files/essay.docx"));
        assert!(matches!(found, Err(MediaError::Foreign { kind: Foreign::Word, link: None })), "{found:?}");
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
