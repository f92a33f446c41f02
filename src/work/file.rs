//! The files of a work that are no pictures: sounds, videos, documents, words.

use crate::id::FileId;
use crate::language::Language;

kinds! {
    /// What a file is, by what is in it.
    pub enum FileKind {
        Sound = "sound",
        Video = "video",
        /// A PDF: its pages are drawn, and nothing in it runs.
        Document = "document",
        /// Plain words.
        Words = "words",
    }
}

/// A file, as pages need it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct WorkFile {
    pub id: FileId,
    pub kind: FileKind,
    /// What its bytes are: `video/mp4`.
    pub content_type: String,
    /// What it was called where it came from.
    pub name: String,
    /// For those who do not see or hear it.
    pub description: String,
    /// How many bytes it has.
    pub size: i64,
    /// How a film is written that browsers do not play.
    pub unplayed: Option<super::UnplayedCodec>,
    /// How far that is made into one that they do; `None` while nobody has tried.
    pub conversion: Option<super::FilmConversion>,
    /// How many pages a document has, drawn or not; 0 where all are drawn.
    pub all_pages: i64,
    /// Of a document, drawn, in order.
    #[sqlx(skip)]
    pub pages: Vec<DrawnPage>,
    /// What is said in it, in these languages.
    #[sqlx(skip)]
    pub captions: Vec<Language>,
}

/// A page of a document, drawn.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct DrawnPage {
    /// 1 is the first.
    pub number: i64,
    /// Of the largest of its three files, in pixels.
    pub width: i64,
    pub height: i64,
    /// 1 where something on it could not be drawn.
    pub lacks: i64,
}

impl WorkFile {
    /// How many pages it has, drawn or not.
    pub fn page_count(&self) -> i64 {
        self.all_pages.max(i64::try_from(self.pages.len()).unwrap_or(i64::MAX))
    }

    /// Whether the document itself says more than its drawn pages show: then it is given to whoever may see them.
    pub fn has_more(&self) -> bool {
        self.page_count() > i64::try_from(self.pages.len()).unwrap_or(i64::MAX)
            || self.pages.iter().any(|page| page.lacks != 0)
    }

    /// What people call it: what it holds, where that is said.
    pub fn known_as(&self) -> &str {
        if self.description.is_empty() { &self.name } else { &self.description }
    }

    /// Where its bytes are.
    pub fn address(&self) -> String {
        format!("/file/{}", self.id)
    }

    /// Where the film is that is played instead of one that browsers do not play.
    pub fn film_address(&self) -> String {
        format!("/file/{}/film", self.id)
    }

    /// Whether browsers do not play it, and nothing was made of it that they do.
    pub fn is_unplayed(&self) -> bool {
        self.unplayed.is_some() && self.conversion != Some(super::FilmConversion::Done)
    }

    /// Where one of its drawn pages is.
    pub fn page_address(&self, page: &DrawnPage, width: super::PictureWidth) -> String {
        format!("/document/{}/{}/{width}", self.id, page.number)
    }

    /// A page's three files for `srcset`.
    pub fn page_addresses(&self, page: &DrawnPage) -> String {
        super::picture::srcset(page.width, |width| self.page_address(page, width))
    }

    /// Where what is said in it can be read along, in one language.
    pub fn caption_address(&self, language: &Language) -> String {
        format!("/file/{}/caption/{}", self.id, language.tag())
    }

    /// Whether something is said in it that can be read along.
    pub fn can_have_captions(&self) -> bool {
        matches!(self.kind, FileKind::Sound | FileKind::Video)
    }
}

/// The most characters of one file's captions: an hour of quick talk.
pub const MOST_CAPTIONS: usize = 200_000;

/// Captions as WebVTT (W3C, WebVTT: The Web Video Text Tracks Format): taken as they are, or made from SubRip, whose times
/// have commas. None when it is neither.
pub fn web_vtt(text: &str) -> Option<String> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    if text.chars().count() > MOST_CAPTIONS || !text.contains("-->") {
        return None;
    }
    let first = text.lines().next().unwrap_or_default();
    if first == "WEBVTT" || first.starts_with("WEBVTT ") || first.starts_with("WEBVTT\t") {
        return Some(text);
    }
    let with_dots =
        text.lines().map(|line| if line.contains("-->") { line.replace(',', ".") } else { line.to_owned() });
    let lines: Vec<String> = with_dots.collect();
    let is_time = |word: &str| {
        let parts: Vec<&str> = word.split([':', '.']).collect();
        (3..=4).contains(&parts.len())
            && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
    };
    let times = lines.iter().filter(|line| line.contains("-->"));
    let all_times =
        times.flat_map(|line| line.split("-->")).all(|time| time.split_whitespace().next().is_some_and(is_time));
    all_times.then(|| format!("WEBVTT\n\n{}\n", lines.join("\n").trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_come_as_web_vtt_or_as_sub_rip() {
        let vtt = "WEBVTT\n\n00:00.000 --> 00:02.000\nHola, abuela\n";
        assert_eq!(web_vtt(vtt).as_deref(), Some(vtt));
        let made = web_vtt("\u{feff}1\r\n00:00:01,500 --> 00:00:04,000\r\nHola, abuela, mira\r\n").unwrap();
        assert!(made.starts_with("WEBVTT\n\n1\n00:00:01.500 --> 00:00:04.000\nHola, abuela, mira"), "{made}");
    }

    #[test]
    fn what_has_no_times_is_no_captions() {
        for nothing in ["", "WEBVTT", "Hola", "a --> b", "1\nsoon --> later\nHola", &"x --> y\n".repeat(100_000)] {
            assert_eq!(web_vtt(nothing), None, "{:.20}", nothing);
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_taken_is_always_web_vtt(text in "(WEBVTT\n\n)?([0-9:,.]{0,12} --> [0-9:,.]{0,12}\n.{0,20}\n){0,3}") {
            proptest::prop_assert!(web_vtt(&text).is_none_or(|taken| taken.starts_with("WEBVTT")));
        }
    }
}
