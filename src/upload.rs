//! Resumable uploads, files on their way to a work: they come piece by piece, wait to be made ready, and become a picture or a file of it. All
//! of it survives a connection that breaks and a program that ends.

use crate::at::At;
use crate::id::{PersonId, SchoolId, UploadId, WorkId};
use crate::media::Foreign;

/// How long one that does not come on is waited for, in days.
pub const WAITS_DAYS: i64 = 7;
/// How often it is tried to make one ready: what failed twice fails.
pub const MOST_TRIES: i64 = 2;

kinds! {
    /// Where a file is on its way.
    pub enum UploadState {
        /// Some of it is here.
        Coming = "coming",
        /// All of it is here.
        Waiting = "waiting",
        /// It became a picture or a file.
        Done = "done",
        /// It could not be made ready; its bytes are kept for whoever sent it.
        Failed = "failed",
    }
}

kinds! {
    /// Why a file could not be made ready.
    pub enum UploadFailure {
        /// Nothing that pages can show, or broken.
        Unknown = "unknown",
        /// More pixels than a camera makes.
        TooManyPixels = "too-many-pixels",
        /// The work is full.
        WorkFull = "no-room",
        /// A recording that browsers do not play, or a broken one.
        NotASound = "not-a-sound",
        /// A film in a form that is not taken.
        NotAFilm = "not-a-film",
        /// A document that could not be drawn with what one may take.
        NotDrawn = "not-drawn",
    }
}

/// A file on its way.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Upload {
    pub id: UploadId,
    pub school_id: SchoolId,
    pub work_id: WorkId,
    pub student_id: PersonId,
    /// What it was called where it came from.
    pub name: String,
    /// How many bytes it will have.
    pub size: i64,
    pub state: UploadState,
    /// Of one that is done: the id of what it became. Of one that failed: why.
    pub outcome: String,
    pub started_at: At,
}

impl Upload {
    /// Why it could not be made ready.
    pub fn why(&self) -> Option<UploadFailure> {
        (self.state == UploadState::Failed)
            .then(|| UploadFailure::named(&self.outcome).unwrap_or(UploadFailure::Unknown))
    }
}

impl Upload {
    /// What it is, where it is of another program and has a way out; with the address it holds.
    pub fn foreign(&self) -> Option<(Foreign, Option<&str>)> {
        let (kind, link) =
            self.outcome.split_once(' ').map_or((self.outcome.as_str(), None), |(kind, link)| (kind, Some(link)));
        Foreign::named(kind).filter(|_| self.state == UploadState::Failed).map(|kind| (kind, link))
    }
}

mod store;
mod worker;

pub use worker::UploadWorker;
