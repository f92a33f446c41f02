//! The quota: how much a school lets each student bring, and how much of it is taken.

use crate::id::{PersonId, SchoolId};
use crate::store::{Conn, StoreError, Tx, maybe, one, run};

/// How much one student may bring, in megabytes, and how much of it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Quota {
    /// The biggest file.
    pub file_mb: i64,
    /// All files of a student together.
    pub student_mb: i64,
    /// How many bytes they have now.
    pub taken: i64,
}

/// What a school lets each student bring, in megabytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct QuotaLimits {
    /// The biggest file.
    pub file_mb: i64,
    /// All files of a student together.
    pub student_mb: i64,
    /// 1 where videos and documents of other programs may be converted, on a machine that can.
    pub converts: i64,
}

/// The least and the most a school can choose: a picture, and a shelf of disks.
pub const LEAST_MB: i64 = 10;
pub const MOST_MB: i64 = 1_000_000;

/// A megabyte, in bytes.
pub const MB: i64 = 1024 * 1024;

/// Why a file goes beyond the quota, in megabytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverQuota {
    TooBig { max_mb: i64 },
    Full { all_mb: i64, left_mb: i64 },
}

impl Quota {
    /// Whether one more file of so many bytes fits.
    pub fn takes(&self, size: i64) -> Result<(), OverQuota> {
        if size > self.file_mb.saturating_mul(MB) {
            return Err(OverQuota::TooBig { max_mb: self.file_mb });
        }
        let left = self.student_mb.saturating_mul(MB).saturating_sub(self.taken);
        if size > left {
            return Err(OverQuota::Full { all_mb: self.student_mb, left_mb: left.max(0) / MB });
        }
        Ok(())
    }
}

impl QuotaLimits {
    /// Whether videos and documents of other programs may be converted.
    pub fn converts(&self) -> bool {
        self.converts == 1
    }

    /// A school's.
    pub async fn of(conn: &mut Conn, school: &SchoolId) -> Result<Option<Self>, StoreError> {
        maybe!(conn, "SELECT file_mb, student_mb, converts FROM school WHERE id = $1", school)
    }

    /// Sets them.
    pub async fn set(&self, tx: &mut Tx, school: &SchoolId) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE school SET file_mb = $1, student_mb = $2, converts = $3 WHERE id = $4",
            self.file_mb,
            self.student_mb,
            self.converts,
            school
        )?;
        Ok(())
    }
}

impl Quota {
    /// A student's quota now.
    pub async fn of(conn: &mut Conn, school: &SchoolId, student: &PersonId) -> Result<Self, StoreError> {
        one!(
            conn,
            "SELECT file_mb, student_mb,
                CAST(COALESCE((SELECT sum(work_file.size) FROM work_file JOIN work ON work.id = work_id
                    WHERE work.student_id = $2), 0)
                + COALESCE((SELECT sum(size) FROM arrival WHERE student_id = $2 AND state <> 'done'), 0) AS BIGINT)
                AS taken
             FROM school WHERE id = $1",
            school,
            student
        )
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_file_that_does_not_fit_is_told_with_figures() {
        let quota = Quota { file_mb: 100, student_mb: 200, taken: 150 * MB };
        assert_eq!(quota.takes(50 * MB), Ok(()));
        assert_eq!(quota.takes(50 * MB + 1), Err(OverQuota::Full { all_mb: 200, left_mb: 50 }));
        assert_eq!(quota.takes(100 * MB + 1), Err(OverQuota::TooBig { max_mb: 100 }));
    }

    proptest! {
        #[test]
        fn what_is_taken_always_fits(file_mb: i64, student_mb in 0..i64::MAX, taken in 0..i64::MAX, size in 0..i64::MAX) {
            let quota = Quota { file_mb, student_mb, taken };
            if quota.takes(size).is_ok() {
                prop_assert!(i128::from(size) + i128::from(taken) <= i128::from(student_mb) * i128::from(MB));
            }
        }
    }
}
