//! The languages the pages are written in.

/// One language: its tag, which way it runs, which sentences have to be there.
struct LocaleEntry {
    tag: &'static str,
    direction: Direction,
    has: NeededSentences,
}

/// Which sentences of a language have to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NeededSentences {
    All,
    /// Those that students and families meet; what staff alone reads falls back to English.
    StudentsAndFamilies,
}

use NeededSentences::{All, StudentsAndFamilies};

/// The files of words that staff alone reads.
const STAFF: [&str; 4] = ["school", "advisory", "person", "translations"];

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

/// The one that nobody speaks.
const UNSPOKEN: LocaleEntry = LocaleEntry { tag: "en-XA", direction: LeftToRight, has: All };

/// A language the pages are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale(usize);

impl Locale {
    /// What others fall back to, and what readers get whose language we do not have.
    pub const ENGLISH: Self = Self(0);

    /// English with marks on its letters, for whoever looks for what is not translated ([`crate::pseudo`]). Nobody is offered it.
    pub const PSEUDO: Self = Self(Self::MANY);

    /// How many there are.
    pub(crate) const MANY: usize = LISTED.len();

    /// All of them, in the order they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::MANY).map(Self)
    }

    /// The one with this very tag.
    pub fn tagged(tag: &str) -> Option<Self> {
        let all = LISTED.iter().chain([&UNSPOKEN]);
        all.into_iter().position(|listed| listed.tag.eq_ignore_ascii_case(tag)).map(Self)
    }

    /// For `lang` attributes.
    pub fn as_str(self) -> &'static str {
        self.listed().tag
    }

    /// Which way it runs.
    pub fn direction(self) -> Direction {
        self.listed().direction
    }

    /// Whether somebody who speaks it at home has read its words through. Whoever sets it for a language says so in the change
    /// that does, with who it was and when.
    pub fn is_read_through(self) -> bool {
        self == Self::ENGLISH || self == Self::PSEUDO
    }

    /// Whether a sentence of this file of words that is missing in it is a mistake.
    pub fn has_to_have(self, file: &str) -> bool {
        self.listed().has == All || !STAFF.contains(&file)
    }

    pub(crate) fn place(self) -> usize {
        self.0
    }

    fn listed(self) -> &'static LocaleEntry {
        LISTED.get(self.0).unwrap_or(&UNSPOKEN)
    }
}
