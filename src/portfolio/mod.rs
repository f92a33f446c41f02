//! The portfolio: mastered, or otherwise chosen, work on shelves that the student names, and what their family tells.

mod arrange;
mod bound;
mod cover;
mod eyes;
mod statement;
mod store;
mod typed;

use crate::id::{ShelfId, StatementId, WorkId};
use crate::language::Language;
use crate::testimony::Testimony;
use crate::work::{Picture, WorkState};

pub use arrange::{Arrangement, NewShelf, ShelfRow, Welcome, WorkRow};
pub use bound::{Bound, BoundWork};
pub use cover::{Accent, Cover, NO_PICTURE};
pub use eyes::Eyes;
pub use statement::StatementRow;
pub use typed::TypedShelf;

/// How much fits, in characters.
pub mod limit {
    /// The words that welcome whoever opens the portfolio, and what a shelf is about.
    pub const WELCOME: usize = 2_000;
    pub const ABOUT: usize = 600;
    /// Shelves of one student.
    pub const SHELVES: usize = 30;
}

/// A portfolio, as far as it is open to whoever looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Portfolio {
    /// The student's words to whoever opens it.
    pub welcome: Option<(String, Language)>,
    /// The picture on its front.
    pub cover: Option<Picture>,
    pub accent: Accent,
    /// In the student's order; only those on which something stands.
    pub shelves: Vec<Shelf>,
    /// Mastered work that stands on no shelf, the newest first.
    pub mastered: Vec<ShelvedWork>,
    /// What the family tells that stands on no shelf, the oldest first.
    pub told: Vec<Testimony>,
}

/// A shelf, with what stands on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    pub id: ShelfId,
    pub name: String,
    /// The language of its name, where that is known: a statement's.
    pub language: Option<Language>,
    pub about: String,
    /// The statement it is, when it is one.
    pub statement: Option<StatementId>,
    pub works: Vec<ShelvedWork>,
    pub told: Vec<Testimony>,
}

/// A work as it stands on a shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelvedWork {
    pub work: WorkId,
    pub title: String,
    pub language: Language,
    pub state: WorkState,
    /// The picture it shows first.
    pub picture: Option<Picture>,
    /// The beginning of its text, as it was written.
    pub beginning: String,
}

use store::{roads, state};

impl Portfolio {
    /// Everything that stands in it, once for each place where it does.
    pub fn stands(&self) -> impl Iterator<Item = &ShelvedWork> {
        self.shelves.iter().flat_map(|shelf| &shelf.works).chain(&self.mastered)
    }

    /// Whether there is nothing to see in it yet.
    pub fn is_empty(&self) -> bool {
        self.shelves.is_empty() && self.mastered.is_empty() && self.told.is_empty()
    }

    /// How many works there are to see, each counted once.
    pub fn count(&self) -> usize {
        self.stands().map(|stand| &stand.work).collect::<std::collections::HashSet<_>>().len()
    }
}
