//! The languages the pages are written in.

/// One language: its tag, which way it runs, whether every sentence has to be there.
struct LocaleEntry {
    tag: &'static str,
    direction: Direction,
    whole: bool,
}

/// Which way a language runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

use Direction::{LeftToRight, RightToLeft};

/// A new language is a line here and a folder of its tag in `app/locales`. What is not whole yet falls back to English, so
/// that an English sentence waits for nobody; `make words` says what is missing.
const LISTED: &[LocaleEntry] = &[
    LocaleEntry { tag: "en", direction: LeftToRight, whole: true },
    LocaleEntry { tag: "es", direction: LeftToRight, whole: true },
    LocaleEntry { tag: "ar", direction: RightToLeft, whole: true },
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

    /// Whether a sentence that is missing in it is a mistake.
    pub fn is_whole(self) -> bool {
        self.listed().whole
    }

    pub(crate) fn place(self) -> usize {
        self.0
    }

    fn listed(self) -> &'static LocaleEntry {
        // Made by this file alone, from places in the list.
        &LISTED[self.0]
    }
}
