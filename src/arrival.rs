//! Files on their way to a work: they come piece by piece, wait to be made ready, and become a picture or a file of it. All
//! of it survives a connection that breaks and a program that ends.

use crate::at::At;
use crate::id::{ArrivalId, PersonId, SchoolId, WorkId};

/// How long one that does not come on is waited for, in days.
pub const WAITS_DAYS: i64 = 7;
/// How often it is tried to make one ready: what failed twice fails.
pub const MOST_TRIES: i64 = 2;

kinds! {
    /// Where a file is on its way.
    pub enum ArrivalState {
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
    pub enum Why {
        /// Nothing that pages can show, or broken.
        Unknown = "unknown",
        /// More pixels than a camera makes.
        TooManyPixels = "too-many-pixels",
        /// The work is full.
        NoRoom = "no-room",
        /// A document that could not be drawn with what one may take.
        NotDrawn = "not-drawn",
    }
}

/// A file on its way.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Arrival {
    pub id: ArrivalId,
    pub school_id: SchoolId,
    pub work_id: WorkId,
    pub student_id: PersonId,
    /// What it was called where it came from.
    pub name: String,
    /// How many bytes it will have.
    pub size: i64,
    pub state: ArrivalState,
    /// Of one that is done: the id of what it became. Of one that failed: why.
    pub outcome: String,
    pub started_at: At,
}

impl Arrival {
    /// Why it could not be made ready.
    pub fn why(&self) -> Option<Why> {
        (self.state == ArrivalState::Failed).then(|| Why::named(&self.outcome).unwrap_or(Why::Unknown))
    }
}

/// How much a student may bring, in megabytes, and how much of it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Room {
    /// The biggest file.
    pub file_mb: i64,
    /// All files of a student together.
    pub student_mb: i64,
    /// How many bytes they have now.
    pub taken: i64,
}

/// What a school has room for, in megabytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Limits {
    /// The biggest file.
    pub file_mb: i64,
    /// All files of a student together.
    pub student_mb: i64,
}

/// The least and the most a school can choose: a picture, and a shelf of disks.
pub const LEAST_MB: i64 = 10;
pub const MOST_MB: i64 = 1_000_000;

/// A megabyte, in bytes.
pub const MB: i64 = 1024 * 1024;

/// Why there is no room for a file, in megabytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRoom {
    TooBig { max_mb: i64 },
    Full { all_mb: i64, left_mb: i64 },
}

impl Room {
    /// Whether one more file of so many bytes fits.
    pub fn takes(&self, size: i64) -> Result<(), NoRoom> {
        if size > self.file_mb.saturating_mul(MB) {
            return Err(NoRoom::TooBig { max_mb: self.file_mb });
        }
        let left = self.student_mb.saturating_mul(MB).saturating_sub(self.taken);
        if size > left {
            return Err(NoRoom::Full { all_mb: self.student_mb, left_mb: left.max(0) / MB });
        }
        Ok(())
    }
}

mod making;
mod store;

pub use making::Maker;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_file_that_does_not_fit_is_told_with_figures() {
        let room = Room { file_mb: 100, student_mb: 200, taken: 150 * MB };
        assert_eq!(room.takes(50 * MB), Ok(()));
        assert_eq!(room.takes(50 * MB + 1), Err(NoRoom::Full { all_mb: 200, left_mb: 50 }));
        assert_eq!(room.takes(100 * MB + 1), Err(NoRoom::TooBig { max_mb: 100 }));
    }

    proptest! {
        #[test]
        fn what_is_taken_always_fits(file_mb: i64, student_mb in 0..i64::MAX, taken in 0..i64::MAX, size in 0..i64::MAX) {
            let room = Room { file_mb, student_mb, taken };
            if room.takes(size).is_ok() {
                prop_assert!(i128::from(size) + i128::from(taken) <= i128::from(student_mb) * i128::from(MB));
            }
        }
    }
}
