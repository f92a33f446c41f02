//! What a file is, by what is in it.

use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;

use super::foreign::{begins_packed, foreign};
use super::{KeptFile, KeptPages, MediaError, mp4, picture, rtf, sound, webm};
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
    let mut size = file.metadata()?.len();
    if size == 0 {
        return Err(MediaError::Empty);
    }
    let mut head = Vec::new();
    (&mut file).take(HEAD).read_to_end(&mut head)?;
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
    if let Some((kind, link)) = foreign(&mut file, size, &head)? {
        return Err(MediaError::Foreign { kind, link });
    }
    if rtf::begins(&head) && size <= MOST_RICH {
        (file, size) = words_alone(path, file)?;
        return whole(&mut file, size, FileKind::Words, "text/plain; charset=utf-8");
    }
    if is_words(&mut file, size, &head)? {
        return whole(&mut file, size, FileKind::Words, "text/plain; charset=utf-8");
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

fn whole(file: &mut File, size: u64, kind: FileKind, content_type: &'static str) -> Result<Detected, MediaError> {
    let hash = super::hash_of(file)?;
    Ok(Detected::Whole(KeptFile { kind, content_type, size, hash, unplayed: None, pages: KeptPages::default() }))
}

/// Puts the words of a text that says how they look in its place, at once: whoever is ended in the midst of it finds it whole.
fn words_alone(path: &Path, mut file: File) -> Result<(File, u64), MediaError> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    let mut words = rtf::words(&bytes);
    words.truncate(words.floor_char_boundary(MOST_WORDS as usize));
    if words.trim().is_empty() {
        return Err(MediaError::Unknown("it has no words"));
    }
    let beside = path.with_extension("words");
    std::fs::write(&beside, &words)?;
    std::fs::rename(&beside, path)?;
    Ok((File::options().read(true).write(true).open(path)?, words.len() as u64))
}

/// Whether a file holds plain words: UTF-8 without anything a page cannot show.
fn is_words(file: &mut File, size: u64, head: &[u8]) -> Result<bool, MediaError> {
    let is_control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t' | 0x0C);
    if size == 0 || size > MOST_WORDS || head.iter().any(is_control) {
        return Ok(false);
    }
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(!bytes.iter().any(is_control) && std::str::from_utf8(&bytes).is_ok())
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
        assert_eq!(kind_of(b"%PDF-1.7 and so on").unwrap(), None);
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
    fn a_page_that_would_run_is_shown_as_words() {
        assert_eq!(kind_of(b"<script>alert(1)</script>").unwrap(), Some(FileKind::Words));
    }
}
