//! An aim: what a student means to do next, by a day they set themselves.

use crate::day::Day;
use crate::field;
use crate::id::{AimId, TargetId};
use crate::words::{self, Problem, Problems};

/// How far ahead an aim can reach, in days.
pub const REACH_DAYS: i64 = 400;
/// The most aims that are kept open at once: a list longer than this helps nobody.
pub const MOST_OPEN: i64 = 100;

/// What a student means to do next.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Aim {
    pub id: AimId,
    /// The target it helps with, if any.
    pub target_id: Option<TargetId>,
    pub what: String,
    pub by_day: Option<Day>,
    pub is_done: bool,
    /// Goes up with every change.
    pub version: i64,
}

/// An aim as somebody wants it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewAim {
    pub target_id: Option<TargetId>,
    pub what: String,
    pub by_day: Option<Day>,
}

impl NewAim {
    /// What was typed, checked. A day that it had `before` may have passed since.
    pub fn checked(
        (what, target, by_day): (&str, &str, &str),
        targets: &[TargetId],
        today: Day,
        before: Option<Day>,
    ) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let what = problems.take(field::WHAT, words::line(what));
        let by_day = match by_day.trim() {
            "" => None,
            typed if before.is_some_and(|day| day.to_string() == typed) => before,
            typed => problems.take(field::BY_DAY, Day::typed(typed, (today, today.plus_days(REACH_DAYS))).map(Some)),
        };
        let target_id = match target.trim() {
            "" => None,
            typed => {
                let target = TargetId::parse(typed).filter(|target| targets.contains(target));
                if target.is_none() {
                    problems.note(field::TARGET, Problem::Choose);
                }
                target
            }
        };
        problems.or(Self { target_id, what, by_day })
    }
}

impl Aim {
    /// Whether it says the same.
    pub fn says(&self, new: &NewAim) -> bool {
        let NewAim { target_id, what, by_day } = new;
        self.what == *what && self.target_id == *target_id && self.by_day == *by_day
    }
}

mod store {
    use super::*;
    use crate::at::At;
    use crate::id::{PersonId, SchoolId};
    use crate::person::Student;
    use crate::saved::Saved;
    use crate::store::{Conn, StoreError, Tx, all, maybe, one, run};

    impl Student {
        /// What they mean to do, the nearest day first, then what has no day; what is done comes last.
        pub async fn aims(&self, conn: &mut Conn) -> Result<Vec<Aim>, StoreError> {
            all!(
                conn,
                "SELECT id, target_id, what, by_day, done_at IS NOT NULL AS is_done, version FROM aim
                 WHERE school_id = $1 AND student_id = $2
                 ORDER BY CASE WHEN done_at IS NULL THEN 0 ELSE 1 END, CASE WHEN by_day IS NULL THEN 1 ELSE 0 END,
                    by_day, made_at, id",
                &self.school_id,
                &self.id
            )
        }

        /// Notes an aim. Sent twice, it is noted once.
        pub async fn aim(&self, tx: &mut Tx, id: &AimId, new: &NewAim, now: At) -> Result<Saved, StoreError> {
            let is_there = self.aims(tx).await?.iter().any(|aim| aim.id == *id);
            if !is_there && !self.has_room_to_aim(tx).await? {
                return Ok(Saved::Full);
            }
            run!(
                tx,
                "INSERT INTO aim (id, school_id, student_id, target_id, what, by_day, version, made_at)
                 VALUES ($1, $2, $3, $4, $5, $6, 1, $7) ON CONFLICT (id) DO NOTHING",
                id,
                &self.school_id,
                &self.id,
                &new.target_id,
                &new.what,
                new.by_day,
                now
            )?;
            Ok(Saved::if_theirs(self.aims(tx).await?.iter().any(|aim| aim.id == *id)))
        }

        /// Whether there is room for one more.
        async fn has_room_to_aim(&self, conn: &mut Conn) -> Result<bool, StoreError> {
            let (open,): (i64,) = one!(
                conn,
                "SELECT count(*) FROM aim WHERE school_id = $1 AND student_id = $2 AND done_at IS NULL",
                &self.school_id,
                &self.id
            )?;
            Ok(open < MOST_OPEN)
        }
    }

    impl Aim {
        /// The aim with this id in a school, and whose it is.
        pub async fn find(
            conn: &mut Conn,
            school: &SchoolId,
            id: &AimId,
        ) -> Result<Option<(PersonId, Self)>, StoreError> {
            #[derive(sqlx::FromRow)]
            struct AimRow {
                student_id: PersonId,
                #[sqlx(flatten)]
                aim: Aim,
            }
            let row: Option<AimRow> = maybe!(
                conn,
                "SELECT student_id, id, target_id, what, by_day, done_at IS NOT NULL AS is_done, version FROM aim
                 WHERE school_id = $1 AND id = $2",
                school,
                id
            )?;
            Ok(row.map(|row| (row.student_id, row.aim)))
        }

        /// Puts it in other words.
        pub async fn change(
            &self,
            tx: &mut Tx,
            school: &SchoolId,
            read: i64,
            new: &NewAim,
        ) -> Result<Saved, StoreError> {
            let changed = run!(
                tx,
                "UPDATE aim SET what = $1, target_id = $2, by_day = $3, version = version + 1
                 WHERE school_id = $4 AND id = $5 AND version = $6",
                &new.what,
                &new.target_id,
                new.by_day,
                school,
                &self.id,
                read
            )?;
            Ok(Saved::unless_stale(changed))
        }

        /// Done; or, none, to be done again.
        pub async fn mark(&self, tx: &mut Tx, school: &SchoolId, done_at: Option<At>) -> Result<(), StoreError> {
            run!(tx, "UPDATE aim SET done_at = $1 WHERE school_id = $2 AND id = $3", done_at, school, &self.id)?;
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_aim_says_what_and_the_rest_is_the_students_choice() {
        let today: Day = "2026-11-23".parse().unwrap();
        let (ours, theirs) = (TargetId::new(), TargetId::new());
        let sent = |what, target: &str, day, before| {
            NewAim::checked((what, target, day), std::slice::from_ref(&ours), today, before)
        };
        assert!(sent("Ask Mr. Bell to read it", "", "", None).is_ok());
        let aim = sent("Draw it again", ours.as_str(), "2026-12-01", None).unwrap();
        assert_eq!(
            (aim.target_id.as_ref(), aim.by_day.map(|day| day.to_string())),
            (Some(&ours), Some("2026-12-01".into()))
        );
        assert!(sent("\u{200B}", "", "", None).unwrap_err().of(field::WHAT).is_some());
        assert!(sent("Draw", theirs.as_str(), "", None).unwrap_err().of(field::TARGET).is_some());
        assert!(sent("Draw", "", "2026-11-22", None).unwrap_err().of(field::BY_DAY).is_some());
        assert!(sent("Draw", "", "-009999-01-01", None).unwrap_err().of(field::BY_DAY).is_some());
        assert!(sent("Draw", "", "2026-11-22", Some("2026-11-22".parse().unwrap())).is_ok(), "it was set before");
    }
}
