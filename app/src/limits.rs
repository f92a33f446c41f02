//! The limits on requests, all of them: how much an address takes, for how long, from whom, and how much goes on at once.
//!
//! What posting to an address brings ([`Takes`]) stands beside the address in the router. How much a noun can hold (a word, a
//! list) is said beside the noun; how often somebody may try to come in, in `kinfolio::throttle`.

use std::time::Duration;

/// The most files in one form.
pub use kinfolio::work::MOST_FILES;

const KB: u64 = 1024;
const MB: u64 = 1024 * KB;

// Files

/// The biggest picture that is taken, in megabytes.
pub const PICTURE_MB: u64 = 25;
/// The biggest recording that is taken, in megabytes.
pub const SOUND_MB: u64 = PICTURE_MB;
/// The biggest file of any other kind that a form takes by itself, in megabytes: what is bigger comes piece by piece.
pub const FILE_MB: u64 = 200;

// Bodies

/// How many pages and files of one session are read at once: more than a page with its pictures asks for.
pub const AT_ONCE: usize = 16;

/// More fields than any form has.
pub const MOST_FIELDS: usize = 10_000;
/// More parts than any form with files in it has.
pub const MOST_PARTS: usize = 1_000;
/// More than the headers of any part of a form need, in bytes, with what stands before the first part.
pub const LONGEST_PART_HEAD: u64 = 64 * KB;
/// How much a form of words may bring that comes from nobody: as much as the longest work has words, so that whatever was
/// typed before a session ended is carried through signing in.
pub const WORDS_OF_A_STRANGER: u64 = MB;
/// How much of a stranger's files is read and forgotten, for the words that may come after them.
pub const FILES_OF_A_STRANGER: u64 = (FILE_MB + PICTURE_MB) * MB;
/// How long a stranger's form may take to come, over a slow line.
pub const TIME_OF_A_STRANGER: Duration = Duration::from_secs(10 * 60);
/// How much of words that are too many is read and forgotten, so that whoever sends them sees why.
pub const WORDS_FORGOTTEN: u64 = 16 * MB;
/// How much of the words that a handler did not read is read and forgotten.
pub const UNREAD_FORGOTTEN: u64 = 8 * MB;
/// How long a form may take to come that its handler does not read: as long as it is on its way, the browser does not look at
/// an answer.
pub const UNREAD_WITHIN: Duration = Duration::from_secs(30);
/// How long a body may bring nothing. Phones on slow lines send slowly, but not silently.
pub const BODY_SILENCE: Duration = Duration::from_secs(30);

// What forms on their way hold: all of them, and those of one sender

/// Files on disk.
pub(crate) const FILES_WAITING: (u64, u64) = (4096 * MB, 1024 * MB);
/// Words in memory.
pub(crate) const WORDS_WAITING: (u64, u64) = (64 * MB, 12 * MB);
/// Words in memory of people nobody knows.
pub(crate) const STRANGERS_WORDS_WAITING: (u64, u64) = (8 * MB, 4 * MB);

// Connections

/// How long a request's head may take.
pub const HEAD_WITHIN: Duration = Duration::from_secs(10);
/// The longest head of a request, in bytes; also how much of a connection is read ahead.
pub const LONGEST_HEAD: usize = 32 * 1024;
/// A connection that has waited so long may be closed when others want in.
pub const MAY_GO: Duration = Duration::from_secs(1);
/// How long they have when they were ended, at least.
pub const LEFT: Duration = Duration::from_millis(250);
/// How long sockets have to end by themselves when they are told to.
pub const FOR_SOCKETS: Duration = Duration::from_secs(2);
/// How long a connection may wait for its next request. Longer than proxies keep theirs: one that is closed under a proxy's
/// hands loses somebody's form.
pub const IDLE: Duration = Duration::from_secs(130);
/// How long the other side may take nothing up of what is sent.
pub const STALL: Duration = Duration::from_secs(60);
/// How long requests under way may go on when we end.
pub const GRACE: Duration = Duration::from_secs(10);

/// The most connections from one address, of so many in all: a whole school may share one, and still others get in.
pub const fn most_from_one(most: usize) -> usize {
    let part = most - most / 4;
    if part == 0 { 1 } else { part }
}

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
