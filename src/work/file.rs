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
/// have commas. Times and signs that players would stumble over are put right. None when it is neither, or no words have a
/// time.
pub fn web_vtt(text: &str) -> Option<String> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    if text.chars().count() > MOST_CAPTIONS {
        return None;
    }
    let first = text.lines().next().unwrap_or_default();
    let is_vtt = first == "WEBVTT" || first.starts_with("WEBVTT ") || first.starts_with("WEBVTT\t");
    let (mut lines, mut cues, mut in_cue) = (Vec::new(), 0, false);
    for line in text.lines() {
        match timing(line, is_vtt) {
            Some(timing) => {
                cues += 1;
                in_cue = true;
                lines.push(timing);
            }
            // A time that is none: the words beneath it would never be seen.
            None if line.contains("-->") && !in_cue && !is_vtt => return None,
            None => {
                in_cue = in_cue && !line.trim().is_empty();
                lines.push(if in_cue { cue_text(line) } else { line.to_owned() });
            }
        }
    }
    let lines = lines.join("\n");
    match (cues, is_vtt) {
        (0, _) => None,
        (_, true) if text.ends_with('\n') => Some(format!("{lines}\n")),
        (_, true) => Some(lines),
        (_, false) => Some(format!("WEBVTT\n\n{}\n", lines.trim())),
    }
}

/// A line that says from when to when, as players read it. What SubRip writes behind it says where on the picture, in a way
/// that WebVTT does not know.
fn timing(line: &str, is_vtt: bool) -> Option<String> {
    let (from, rest) = line.split_once("-->")?;
    let rest = rest.trim();
    let (to, settings) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let settings = if is_vtt && !settings.is_empty() { format!(" {settings}") } else { String::new() };
    Some(format!("{} --> {}{settings}", time(from.trim())?, time(to)?))
}

/// A time with all its digits: `0:00:01,5` is `00:00:01.500`.
fn time(written: &str) -> Option<String> {
    let is_number = |word: &str| !word.is_empty() && word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let (clock, thousandths) = written.split_once([',', '.']).unwrap_or((written, "0"));
    let parts: Vec<&str> = clock.split(':').map(str::trim).collect();
    if !(2..=3).contains(&parts.len()) || !parts.iter().all(|part| is_number(part)) || !is_number(thousandths) {
        return None;
    }
    let parts: Vec<String> = parts.iter().map(|part| format!("{part:0>2}")).collect();
    Some(format!("{}.{:0<3.3}", parts.join(":"), thousandths))
}

/// A line of words, its signs written so that they are seen: `<3` and `&` stand for themselves, tags and entities stay.
fn cue_text(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for (at, c) in line.char_indices() {
        let rest = &line[at + c.len_utf8()..];
        match c {
            '<' if !begins_a_tag(rest) => out.push_str("&lt;"),
            '&' if !begins_an_entity(rest) => out.push_str("&amp;"),
            '>' if line[..at].ends_with("--") => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
    out
}

/// `i>`, `/b>`, `v Rosa>`, `00:01.000>`.
fn begins_a_tag(rest: &str) -> bool {
    let Some((tag, _)) = rest.split_once('>') else { return false };
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    let name: String = tag.chars().take_while(|c| c.is_ascii_alphabetic()).collect();
    let is_known =
        matches!(name.to_ascii_lowercase().as_str(), "i" | "b" | "u" | "c" | "v" | "lang" | "ruby" | "rt" | "font");
    let ends_there = tag[name.len()..].chars().next().is_none_or(|c| c == '.' || c.is_whitespace());
    (is_known && ends_there) || (tag.contains(':') && time(tag).is_some())
}

/// `amp;`, `#39;`.
fn begins_an_entity(rest: &str) -> bool {
    rest.split_once(';').is_some_and(|(name, _)| {
        let name = name.strip_prefix('#').unwrap_or(name);
        (1..=8).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
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

    #[test]
    fn what_players_would_stumble_over_is_put_right() {
        let made = web_vtt("1\n0:00:01,5 --> 00:00:03,50 X1:10\n<i>música</i> & risas <3\na --> b &amp; c\n").unwrap();
        assert_eq!(
            made,
            "WEBVTT\n\n1\n00:00:01.500 --> 00:00:03.500\n<i>música</i> &amp; risas &lt;3\na --&gt; b &amp; c\n"
        );
        assert_eq!(web_vtt("WEBVTT\n\nNOTE a --> b\n"), None);
        let settings = "WEBVTT\n\n00:01.000 --> 00:02.000 line:0\n<v Rosa>Hola &amp; adiós\n";
        assert_eq!(web_vtt(settings).as_deref(), Some(settings));
    }

    proptest::proptest! {
        #[test]
        fn what_is_taken_is_always_web_vtt(text in "(WEBVTT\n\n)?([0-9:,.]{0,12} --> [0-9:,.]{0,12}\n.{0,20}\n){0,3}") {
            proptest::prop_assert!(web_vtt(&text).is_none_or(|taken| taken.starts_with("WEBVTT")));
        }
    }
}
