//! Limits on request bodies: how much an address takes, from whom, and how much all requests together may hold at once.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use http::Extensions;
use http::request::Parts;
use kinfolio::session::{self, SessionState};

use crate::address::client_address;
use crate::asking::cookie;
use crate::fields::{FILE_MB, MOST_FILES, PICTURE_MB};
use crate::refusal::Refusal;
use crate::services::Services;

const KB: u64 = 1024;
const MB: u64 = 1024 * KB;

/// More fields than any form has.
pub const MOST_FIELDS: usize = 10_000;
/// More parts than any form with files in it has.
pub const MOST_PARTS: usize = 1_000;
/// More than the headers of any part of a form need, in bytes, with what stands before the first part.
pub const LONGEST_PART_HEAD: u64 = 64 * KB;
/// How much a form of words may bring that comes from nobody: as much as the longest work has words, so that whatever was
/// typed before a session ended is carried through signing in.
const WORDS_OF_A_STRANGER: u64 = MB;
/// How much of a stranger's files is read and forgotten, for the words that may come after them.
pub const FILES_OF_A_STRANGER: u64 = (FILE_MB + PICTURE_MB) * MB;
/// How long a stranger's form may take to come, over a slow line.
pub const TIME_OF_A_STRANGER: Duration = Duration::from_secs(10 * 60);

/// What posting to an address brings. Stated in the router.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A few short fields: a name, a code, a choice.
    Little,
    /// Words.
    Words,
    /// Words, and a table of many lines as a file or among the words.
    Table,
    /// Words, with a photo and a recording.
    Media,
    /// Words, with the files of a work.
    Works,
    /// A piece of a file; the file's own size is the limit.
    Piece,
}

impl Takes {
    /// How much the words of a form may be, with the names of its fields and what else describes them, in bytes.
    pub fn words(self) -> u64 {
        match self {
            Self::Little => 32 * KB,
            Self::Table => 5 * MB,
            Self::Words | Self::Media | Self::Works | Self::Piece => 2 * MB,
        }
    }

    /// Whether files are kept; where they are not, they are read and forgotten.
    pub fn files(self) -> bool {
        matches!(self, Self::Table | Self::Media | Self::Works)
    }

    /// How much is read at all. More than is kept, so that whoever sends too much still gets an answer and their words
    /// back: a browser that is cut off in the middle of sending shows neither.
    pub fn whole_body(self) -> u64 {
        match self {
            Self::Little => 256 * KB,
            Self::Words => 16 * MB,
            Self::Table => 32 * MB,
            Self::Media => (FILE_MB + 2 * PICTURE_MB) * MB,
            Self::Works => (MOST_FILES as u64 * FILE_MB + PICTURE_MB) * MB,
            Self::Piece => u64::MAX,
        }
    }

    /// How long an answer may take once all of the request is here. Files are looked at and made smaller before a form
    /// that brought them is answered.
    pub fn answer_within(self) -> Duration {
        match self {
            Self::Little | Self::Words => Duration::from_secs(60),
            Self::Table | Self::Piece => Duration::from_secs(2 * 60),
            Self::Media | Self::Works => Duration::from_secs(10 * 60),
        }
    }
}

/// What holds for the request at hand; the router puts it there.
#[derive(Clone, Debug)]
pub struct BodyLimits {
    pub takes: Takes,
    /// Whether somebody has to be signed in to post here.
    pub asks_somebody: bool,
    pub measure: Arc<Measure>,
}

impl BodyLimits {
    /// Limits of this kind, with nothing read yet.
    pub fn new(takes: Takes, asks_somebody: bool) -> Self {
        Self { takes, asks_somebody, measure: Arc::default() }
    }

    /// What the router said; the narrowest where it said nothing.
    pub(crate) fn of(extensions: &Extensions) -> Self {
        extensions.get().cloned().unwrap_or_else(|| Self::new(Takes::Little, false))
    }
}

/// How far a body has come.
#[derive(Debug)]
pub struct Measure {
    came: Mutex<(u64, Instant)>,
    too_much: AtomicBool,
}

impl Default for Measure {
    fn default() -> Self {
        Self { came: Mutex::new((0, Instant::now())), too_much: AtomicBool::new(false) }
    }
}

impl Measure {
    /// Notes that so many bytes came; `false` when that is more than is read of a body of this kind.
    pub fn count(&self, bytes: usize, takes: Takes) -> bool {
        let mut came = lock(&self.came);
        *came = (came.0.saturating_add(bytes as u64), Instant::now());
        let fits = came.0 <= takes.whole_body();
        if !fits {
            self.too_much.store(true, Ordering::Relaxed);
        }
        fits
    }

    /// When something last came.
    pub fn last(&self) -> Instant {
        lock(&self.came).1
    }

    /// Whether more came than is read.
    pub fn too_much(&self) -> bool {
        self.too_much.load(Ordering::Relaxed)
    }
}

fn lock<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Bytes that all requests together may hold, and any one sender.
#[derive(Clone, Debug)]
pub struct Budget(Arc<BudgetState>);

#[derive(Debug)]
struct BudgetState {
    all: u64,
    each: u64,
    held: Mutex<(u64, HashMap<String, u64>)>,
}

impl Budget {
    /// A budget of so many bytes, of which one sender may hold so many.
    pub fn new(all: u64, each: u64) -> Self {
        Self(Arc::new(BudgetState { all, each, held: Mutex::default() }))
    }

    /// A share for this sender, with nothing in it yet.
    pub fn share(&self, whose: &str) -> Share {
        Share { budget: self.clone(), whose: whose.to_owned(), held: 0 }
    }

    /// How much is held now.
    pub fn held(&self) -> u64 {
        lock(&self.0.held).0
    }
}

/// What one request holds of a budget, until it is dropped.
#[derive(Debug)]
pub struct Share {
    budget: Budget,
    whose: String,
    held: u64,
}

impl Share {
    /// Holds so many bytes more; `false`, and nothing more is held, when they do not fit.
    pub fn hold(&mut self, more: u64) -> bool {
        let Budget(state) = &self.budget;
        let mut held = lock(&state.held);
        let mine = held.1.get(&self.whose).copied().unwrap_or(0);
        if held.0.saturating_add(more) > state.all || mine.saturating_add(more) > state.each {
            return false;
        }
        held.0 += more;
        held.1.insert(self.whose.clone(), mine + more);
        self.held += more;
        true
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut held = lock(&self.budget.0.held);
        held.0 = held.0.saturating_sub(self.held);
        if let Some(mine) = held.1.get_mut(&self.whose) {
            *mine = mine.saturating_sub(self.held);
            if *mine == 0 {
                held.1.remove(&self.whose);
            }
        }
    }
}

/// What forms on their way may hold.
#[derive(Clone, Debug)]
pub struct WaitingRoom {
    /// Files on disk.
    pub files: Budget,
    /// Words in memory.
    pub words: Budget,
    /// Words in memory of people nobody knows.
    pub words_of_strangers: Budget,
}

impl Default for WaitingRoom {
    fn default() -> Self {
        Self {
            files: Budget::new(4096 * MB, 1024 * MB),
            words: Budget::new(64 * MB, 12 * MB),
            words_of_strangers: Budget::new(8 * MB, 4 * MB),
        }
    }
}

/// Who sends a body.
#[derive(Debug)]
pub(crate) enum Sender {
    /// Somebody who is signed in, by their id.
    Somebody(String),
    /// Nobody, from this address; told this where somebody is asked for.
    Stranger(String, Refusal),
}

impl Sender {
    /// Who sends this. When the database cannot say, nobody is known, and is told so once their words are here.
    pub(crate) async fn of(parts: &Parts, limits: &BodyLimits, services: &Services) -> Self {
        let stranger = |refusal| Self::Stranger(client_address(&parts.extensions), refusal);
        if !limits.asks_somebody {
            return stranger(Refusal::SignIn);
        }
        let Some(token) = cookie(&parts.headers, services.settings.cookie()) else { return stranger(Refusal::SignIn) };
        let who = async {
            let mut conn = services.db.read().await?;
            session::authenticate(&mut conn, token, services.clock.now()).await
        };
        match who.await {
            Ok(SessionState::Open(viewer)) => Self::Somebody(viewer.person_id.to_string()),
            Ok(SessionState::GrantEnded) => stranger(Refusal::LinkEnded),
            Ok(SessionState::Closed) => stranger(Refusal::SignIn),
            Err(error) => stranger(Refusal::trouble(error)),
        }
    }

    /// How much the words of their form may be, in bytes.
    pub(crate) fn words(&self, limits: &BodyLimits) -> u64 {
        match self {
            Self::Stranger(..) if limits.asks_somebody => limits.takes.words().min(WORDS_OF_A_STRANGER),
            _ => limits.takes.words(),
        }
    }

    /// Their share of what forms hold in memory.
    pub(crate) fn share_of_words(&self, room: &WaitingRoom) -> Share {
        match self {
            Self::Somebody(id) => room.words.share(id),
            Self::Stranger(address, _) => room.words_of_strangers.share(address),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_held_by_share_and_given_back_when_a_form_is_done() {
        let budget = Budget::new(100, 60);
        let (mut one, mut other) = (budget.share("one"), budget.share("other"));
        assert!(one.hold(60));
        assert!(!one.hold(1), "one sender holds no more than their part");
        assert!(!budget.share("one").hold(1), "also not in another form");
        assert!(other.hold(40));
        assert!(!other.hold(1), "all together hold no more than there is");
        assert_eq!(budget.held(), 100);
        drop(one);
        assert_eq!(budget.held(), 40);
        assert!(budget.share("one").hold(60));
        drop(other);
        assert_eq!(budget.held(), 0);
        assert!(lock(&budget.0.held).1.is_empty(), "nobody is remembered");
    }
}
