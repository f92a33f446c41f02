//! The languages the pages are written in.

/// One language: its tag, which way it runs, which sentences have to be there.
struct LocaleEntry {
    tag: &'static str,
    direction: Direction,
    has: Sentences,
}

/// Which sentences of a language have to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sentences {
    All,
    /// Those that students and families meet; what staff alone reads falls back to English.
    StudentsAndFamilies,
}

use Sentences::{All, StudentsAndFamilies};

/// The files of words that staff alone reads.
const STAFF: [&str; 2] = ["school", "advisory"];

/// Which way a language runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

use Direction::{LeftToRight, RightToLeft};

/// A new language is a line here and a folder of its tag in `app/locales`. What is not there falls back to English; `make words`
/// says what is missing.
const LISTED: &[LocaleEntry] = &[
    LocaleEntry { tag: "en", direction: LeftToRight, has: All },
    LocaleEntry { tag: "es", direction: LeftToRight, has: All },
    LocaleEntry { tag: "ar", direction: RightToLeft, has: All },
    LocaleEntry { tag: "bn", direction: LeftToRight, has: StudentsAndFamilies },
    LocaleEntry { tag: "zh-Hans", direction: LeftToRight, has: StudentsAndFamilies },
    LocaleEntry { tag: "zh-Hant", direction: LeftToRight, has: StudentsAndFamilies },
    LocaleEntry { tag: "fr", direction: LeftToRight, has: StudentsAndFamilies },
    LocaleEntry { tag: "ht", direction: LeftToRight, has: StudentsAndFamilies },
    LocaleEntry { tag: "ko", direction: LeftToRight, has: StudentsAndFamilies },
    LocaleEntry { tag: "ru", direction: LeftToRight, has: StudentsAndFamilies },
    LocaleEntry { tag: "uk", direction: LeftToRight, has: StudentsAndFamilies },
    LocaleEntry { tag: "ur", direction: RightToLeft, has: StudentsAndFamilies },
    LocaleEntry { tag: "uz", direction: LeftToRight, has: StudentsAndFamilies },
    LocaleEntry { tag: "sq", direction: LeftToRight, has: StudentsAndFamilies },
];

/// A language the pages are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale(usize);

impl Locale {
    /// What others fall back to, and what readers get whose language we do not have.
    pub const ENGLISH: Self = Self(0);

    /// How many there are.
    pub(crate) const MANY: usize = LISTED.len();

    /// All of them, in the order they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::MANY).map(Self)
    }

    /// The one with this very tag.
    pub fn tagged(tag: &str) -> Option<Self> {
        LISTED.iter().position(|listed| listed.tag.eq_ignore_ascii_case(tag)).map(Self)
    }

    /// For `lang` attributes.
    pub fn as_str(self) -> &'static str {
        self.listed().tag
    }

    /// Which way it runs.
    pub fn direction(self) -> Direction {
        self.listed().direction
    }

    /// Whether a sentence of this file of words that is missing in it is a mistake.
    pub fn has_to_have(self, file: &str) -> bool {
        self.listed().has == All || !STAFF.contains(&file)
    }

    pub(crate) fn place(self) -> usize {
        self.0
    }

    fn listed(self) -> &'static LocaleEntry {
        // Made by this file alone, from places in the list.
        &LISTED[self.0]
    }
}
