//! What an advisor has put off until a day, or put away as read.

use crate::day::Day;

/// A step that is put off.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct PutOff {
    /// See [`WaitingStep::key`](super::advisor::WaitingStep::key).
    pub step: String,
    /// On this day it is there again; none where it was put away for good.
    pub until: Option<Day>,
}

impl PutOff {
    /// Whether it is out of sight today.
    pub fn is_off(&self, today: Day) -> bool {
        self.until.is_none_or(|until| today < until)
    }
}

/// How far ahead something can be put off, in days.
pub const FARTHEST_DAYS: i64 = 120;
/// How many steps one person has put off, at most; the oldest go first.
const MOST: i64 = 500;

mod store {
    use super::*;
    use crate::at::At;
    use crate::person::Viewer;
    use crate::store::{Conn, StoreError, Tx, all, run};

    impl PutOff {
        /// What somebody has put off.
        pub async fn of(conn: &mut Conn, viewer: &Viewer) -> Result<Vec<Self>, StoreError> {
            all!(
                conn,
                "SELECT step, until_day AS until FROM put_off WHERE school_id = $1 AND person_id = $2",
                &viewer.school_id,
                &viewer.person_id
            )
        }

        /// Puts a step off, or away.
        pub async fn put(&self, tx: &mut Tx, viewer: &Viewer, now: At) -> Result<(), StoreError> {
            run!(
                tx,
                "INSERT INTO put_off (school_id, person_id, step, until_day, put_at) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (person_id, step) DO UPDATE SET until_day = excluded.until_day, put_at = excluded.put_at",
                &viewer.school_id,
                &viewer.person_id,
                &self.step,
                &self.until,
                now
            )?;
            run!(
                tx,
                "DELETE FROM put_off WHERE school_id = $1 AND person_id = $2 AND step NOT IN
                    (SELECT step FROM put_off WHERE person_id = $2 ORDER BY put_at DESC, step LIMIT $3)",
                &viewer.school_id,
                &viewer.person_id,
                MOST
            )?;
            Ok(())
        }

        /// Brings back what was put off.
        pub async fn bring_back(tx: &mut Tx, viewer: &Viewer, step: &str) -> Result<(), StoreError> {
            run!(
                tx,
                "DELETE FROM put_off WHERE school_id = $1 AND person_id = $2 AND step = $3",
                &viewer.school_id,
                &viewer.person_id,
                step
            )?;
            Ok(())
        }
    }
}
