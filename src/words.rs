//! What people type: checked once, here, and never changed beyond trimming.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::field::{self, FieldName};
use crate::language::Language;

/// What is wrong with one field, to be said beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was typed, or nothing that can be seen.
    Missing,
    /// More than fits, in characters.
    TooLong { max: usize },
    /// Fewer characters than needed.
    TooShort { min: usize },
    /// None of the offered choices was chosen, or one that is not offered.
    Choose,
    /// More lines than fit.
    TooManyLines { max: usize },
    /// More than one word, where one is wanted.
    Spaces,
    /// Not a date or a time.
    NotATime,
    /// Nothing that mail can be sent to.
    NotAnAddress,
    /// Not a whole number in this range.
    NotANumber { min: i64, max: i64 },
    /// What it was made from has changed in the meantime.
    Stale,
    /// Somebody else has it already.
    Taken,
    /// The file is too big, in megabytes.
    FileTooBig { max_mb: u64 },
    /// More files than fit.
    TooManyFiles { max: usize },
    /// The file is not a picture we can show.
    NotAPicture,
    /// The file is nothing that a page can show.
    NotAWorkFile,
    /// The pages of the document could not be drawn with what one may take.
    NotDrawn,
    /// All files of a student together would be more than the school has room for, in megabytes.
    NoRoomLeft { all_mb: i64, left_mb: i64 },
    /// The file is not a recording that browsers play.
    NotASound,
    /// The file is a film in a form that is not taken.
    NotAFilm,
    /// There is nothing in the file.
    EmptyFile,
    /// The picture has more pixels than a camera makes.
    TooManyPixels,
    /// The name and password, or the code, do not fit.
    WrongKey,
    /// Two entries that should be the same are not.
    Different,
    /// A password that is guessed early.
    Guessable,
    /// A sentence of its own, already in the reader's language.
    Said(String),
}

/// What is wrong, field by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(BTreeMap<FieldName, Problem>);

impl Problems {
    /// Notes a problem with a field; the first one noted stays.
    pub fn note(&mut self, field: impl Into<FieldName>, problem: Problem) {
        self.0.entry(field.into()).or_insert(problem);
    }

    /// Takes a checked value, or notes what is wrong with it and goes on with an empty one.
    pub fn take<T: Default>(&mut self, field: impl Into<FieldName>, checked: Result<T, Problem>) -> T {
        checked.unwrap_or_else(|problem| {
            self.note(field, problem);
            T::default()
        })
    }

    /// Takes what was chosen, or notes that none of the offered choices was.
    pub fn chosen<T>(&mut self, field: impl Into<FieldName>, choice: Option<T>) -> Option<T> {
        if choice.is_none() {
            self.note(field, Problem::Choose);
        }
        choice
    }

    /// Takes the language that words are said to be in, or notes that it is none and goes on with English.
    pub fn language(&mut self, tag: &str) -> Language {
        self.chosen(field::LANGUAGE, Language::tagged(tag)).unwrap_or_else(Language::english)
    }

    /// Whether all is well.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The problem of a field.
    pub fn of(&self, field: impl Borrow<FieldName>) -> Option<&Problem> {
        self.0.get(field.borrow())
    }

    /// Every field with a problem.
    pub fn iter(&self) -> impl Iterator<Item = (&FieldName, &Problem)> {
        self.0.iter()
    }

    /// `value` when all is well, the problems otherwise.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl<const N: usize> From<[(FieldName, Problem); N]> for Problems {
    fn from(problems: [(FieldName, Problem); N]) -> Self {
        Self(problems.into())
    }
}

/// How much fits, in characters.
pub mod limit {
    /// A name or a title.
    pub const LINE: usize = 200;
    /// A contribution, a reply, feedback, a reflection.
    pub const WORDS: usize = 10_000;
    /// What a file is called where it comes from: more than any system takes.
    pub const FILE_NAME: usize = 1_000;
    /// The text of a work: a long essay fits several times.
    pub const WORK: usize = 100_000;
}

/// Text on one line that a person must be able to see: a title, a name.
pub fn line(typed: &str) -> Result<String, Problem> {
    let line = optional_line(typed)?;
    if line.is_empty() { Err(Problem::Missing) } else { Ok(line) }
}

/// Like [`line()`], but may be left empty.
pub fn optional_line(typed: &str) -> Result<String, Problem> {
    let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().filter(|c| !c.is_control()).collect();
    fits(visible(line), limit::LINE)
}

/// What a file is called where it comes from, as it is shown. A name is no reason to refuse a file: of one that is longer
/// than any system takes, the beginning is kept.
pub fn file_name(told: &str) -> String {
    let cut: String = told.chars().take(limit::FILE_NAME).collect();
    let line = cut.split_whitespace().collect::<Vec<_>>().join(" ");
    visible(line.chars().filter(|c| !c.is_control()).collect())
}

/// Text of up to `max` characters that a person must be able to see; line ends become `\n`.
pub fn text(typed: &str, max: usize) -> Result<String, Problem> {
    let text = optional_text(typed, max)?;
    if text.is_empty() { Err(Problem::Missing) } else { Ok(text) }
}

/// Like [`text()`], but may be left empty.
pub fn optional_text(typed: &str, max: usize) -> Result<String, Problem> {
    let text = typed.replace("\r\n", "\n").replace('\r', "\n");
    let text: String = text.chars().filter(|c| !c.is_control() || *c == '\n' || *c == '\t').collect();
    fits(visible(text.trim().to_owned()), max)
}

/// What somebody says in a language: a remark, a comment, a letter.
///
/// # Errors
/// What is wrong, at `text` and at `language`.
pub fn said(typed: &str, language: &str) -> Result<(String, Language), Problems> {
    let mut problems = Problems::default();
    let words = problems.take(field::TEXT, text(typed, limit::WORDS));
    let language = problems.language(language);
    problems.or((words, language))
}

fn fits(text: String, max: usize) -> Result<String, Problem> {
    if text.chars().count() > max { Err(Problem::TooLong { max }) } else { Ok(text) }
}

/// The text, or nothing when there is nothing in it to see.
fn visible(text: String) -> String {
    if text.chars().all(is_unseen) { String::new() } else { text }
}

/// Spaces, joiners, direction marks and other characters that leave no ink.
pub(crate) fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}')
}

/// Words with each letter in its composed form (Unicode's NFC): `é` is one character, however it was typed.
pub fn composed(typed: &str) -> String {
    typed.nfc().collect()
}

/// A name to be compared: without capitals, accents and marks, one space between words.
pub(crate) fn plain_name(name: &str) -> String {
    let letters = |c: char| if c.is_alphanumeric() { c } else { ' ' };
    let name: String = name.chars().flat_map(plain_letter).map(letters).collect();
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A letter without capitals and accents, for the languages written with Latin letters.
pub(crate) fn plain_letter(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().map(|c| match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_of_zero_width_spaces_is_missing() {
        assert_eq!(line("\u{200B}\u{200B} \u{2060}"), Err(Problem::Missing));
        assert_eq!(text("\u{FEFF}\n\u{200D}", 10), Err(Problem::Missing));
    }

    #[test]
    fn joiners_inside_words_stay() {
        assert_eq!(line("  می\u{200C}خواهم  ").as_deref(), Ok("می\u{200C}خواهم"));
        assert_eq!(line("👩\u{200D}🌾 garden").as_deref(), Ok("👩\u{200D}🌾 garden"));
    }

    #[test]
    fn a_million_characters_are_too_long_and_said_so() {
        let million = "a".repeat(1_000_000);
        assert_eq!(text(&million, limit::WORK), Err(Problem::TooLong { max: limit::WORK }));
    }

    #[test]
    fn what_a_file_is_called_is_kept_whole() {
        let long = format!("{} “how” \"I\" did it.mp4", "ñ".repeat(300));
        assert_eq!(file_name(&long), long);
        assert_eq!(file_name("a\u{0}b\nc.mp4"), "ab c.mp4");
        assert_eq!(file_name(&"x".repeat(5000)).len(), limit::FILE_NAME);
    }

    #[test]
    fn what_is_said_has_words_that_fit_and_a_language() {
        let (words, language) = said(" Sí.\u{0000}\r\nClaro. ", "es").unwrap();
        assert_eq!((words.as_str(), language.tag()), ("Sí.\nClaro.", "es"));
        let problems = said("\u{0007}\u{200B}", "<script>").unwrap_err();
        assert_eq!(problems.of(field::TEXT), Some(&Problem::Missing));
        assert_eq!(problems.of(field::LANGUAGE), Some(&Problem::Choose));
        let problems = said(&"a".repeat(limit::WORDS + 1), "en").unwrap_err();
        assert_eq!(problems, Problems::from([(field::TEXT, Problem::TooLong { max: limit::WORDS })]));
    }

    #[test]
    fn lines_keep_their_words_and_lose_their_breaks() {
        assert_eq!(line("Fractions\n my\tway").as_deref(), Ok("Fractions my way"));
        assert_eq!(text("one\r\ntwo\u{0000}", 10).as_deref(), Ok("one\ntwo"));
    }
}
