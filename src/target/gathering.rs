//! A gathering: some students, around one target, on a day. It has an end and is gone by itself, so that no group becomes a
//! track.

use std::collections::BTreeSet;

use crate::day::Day;
use crate::field;
use crate::id::{GatheringId, PersonId, TargetId};
use crate::words::{Problem, Problems};

/// How far off its day may lie, in days.
pub const REACH_DAYS: i64 = 200;
/// How long it lasts at most, in days: long enough for a few meetings, too short for a track.
pub const LONGEST_DAYS: i64 = 28;
/// How many one advisor has at a time.
pub const MOST: usize = 50;

/// A gathering, as whoever called it sees it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Gathering {
    pub id: GatheringId,
    pub target_id: TargetId,
    pub day: Day,
    /// The last day of it.
    pub until_day: Day,
    /// Who is asked to come.
    #[sqlx(skip)]
    pub students: Vec<PersonId>,
}

/// A gathering, as a student sees their own: nobody else's name is in it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct OwnGathering {
    pub target_id: TargetId,
    /// The skill it is about.
    pub about: String,
    pub day: Day,
    pub until_day: Day,
}

/// One as somebody wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewGathering {
    pub target_id: TargetId,
    pub students: Vec<PersonId>,
    pub day: Day,
    pub until_day: Day,
}

impl NewGathering {
    /// What was chosen, checked. `known` are the students whom the advisor accompanies.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn checked(
        target_id: TargetId,
        chosen: &[PersonId],
        known: &[PersonId],
        (day, until): (&str, &str),
        today: Day,
    ) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let students: BTreeSet<PersonId> = chosen.iter().cloned().collect();
        if students.is_empty() || !students.iter().all(|student| known.contains(student)) {
            problems.note(field::STUDENT, Problem::Choose);
        }
        let day =
            Day::typed(day, (today, today.plus_days(REACH_DAYS))).map_err(|wrong| problems.note(field::DAY, wrong));
        let Ok(day) = day else { return Err(problems) };
        let until = match until.trim() {
            "" => Ok(day),
            typed => Day::typed(typed, (day, day.plus_days(LONGEST_DAYS))),
        };
        match until {
            Ok(until_day) => problems.or(Self { target_id, students: students.into_iter().collect(), day, until_day }),
            Err(wrong) => {
                problems.note(field::UNTIL, wrong);
                Err(problems)
            }
        }
    }
}

mod store {
    use super::*;
    use crate::at::At;
    use crate::person::{Student, Viewer};
    use crate::saved::Saved;
    use crate::store::{Conn, Db, StoreError, Tx, all, one, run};

    impl Gathering {
        /// Those that an advisor has called and that are not over, the nearest first.
        pub async fn of_advisor(conn: &mut Conn, advisor: &Viewer, today: Day) -> Result<Vec<Self>, StoreError> {
            let mut gatherings: Vec<Self> = all!(
                conn,
                "SELECT id, target_id, day, until_day FROM gathering
                 WHERE school_id = $1 AND made_by = $2 AND until_day >= $3 ORDER BY day, id",
                &advisor.school_id,
                &advisor.person_id,
                today
            )?;
            let students: Vec<(GatheringId, PersonId)> = all!(
                conn,
                "SELECT gathering_id, student_id FROM gathering_student JOIN gathering ON gathering.id = gathering_id
                 WHERE gathering.school_id = $1 AND made_by = $2",
                &advisor.school_id,
                &advisor.person_id
            )?;
            for gathering in &mut gatherings {
                let theirs = students.iter().filter(|(id, _)| *id == gathering.id);
                gathering.students = theirs.map(|(_, student)| student.clone()).collect();
            }
            Ok(gatherings)
        }

        /// Calls one. Sent twice, it is called once.
        pub async fn call(
            tx: &mut Tx,
            advisor: &Viewer,
            id: &GatheringId,
            new: &NewGathering,
            (today, now): (Day, At),
        ) -> Result<Saved, StoreError> {
            let there = Self::of_advisor(tx, advisor, today).await?;
            if there.iter().any(|gathering| gathering.id == *id) {
                return Ok(Saved::Kept(()));
            }
            if there.len() >= MOST {
                return Ok(Saved::Full);
            }
            let made = run!(
                tx,
                "INSERT INTO gathering (id, school_id, target_id, made_by, day, until_day, made_at)
                 SELECT $1, school_id, id, $3, $4, $5, $6 FROM learning_target WHERE id = $2 AND school_id = $7
                 ON CONFLICT (id) DO NOTHING",
                id,
                &new.target_id,
                &advisor.person_id,
                new.day,
                new.until_day,
                now,
                &advisor.school_id
            )?;
            if made == 0 {
                return Ok(Saved::Foreign);
            }
            for student in &new.students {
                run!(
                    tx,
                    "INSERT INTO gathering_student (gathering_id, student_id, school_id) VALUES ($1, $2, $3)",
                    id,
                    student,
                    &advisor.school_id
                )?;
            }
            Ok(Saved::Kept(()))
        }

        /// Calls one off; whether it was this advisor's.
        pub async fn call_off(tx: &mut Tx, advisor: &Viewer, id: &GatheringId) -> Result<bool, StoreError> {
            let (own,): (i64,) = one!(
                tx,
                "SELECT count(*) FROM gathering WHERE id = $1 AND school_id = $2 AND made_by = $3",
                id,
                &advisor.school_id,
                &advisor.person_id
            )?;
            if own == 0 {
                return Ok(false);
            }
            run!(
                tx,
                "DELETE FROM gathering_student WHERE gathering_id = $1 AND school_id = $2",
                id,
                &advisor.school_id
            )?;
            run!(tx, "DELETE FROM gathering WHERE id = $1 AND school_id = $2", id, &advisor.school_id)?;
            Ok(true)
        }

        /// Forgets those that are over everywhere: who was in which is nobody's to look up.
        pub async fn forget_over(db: &Db, now: At) -> Result<(), StoreError> {
            // Where the day is a day behind, it is still going on.
            let over = Day::of(now, "UTC").plus_days(-1);
            let mut tx = db.write().await?;
            run!(
                &mut tx,
                "DELETE FROM gathering_student WHERE gathering_id IN (SELECT id FROM gathering WHERE until_day < $1)",
                over
            )?;
            run!(&mut tx, "DELETE FROM gathering WHERE until_day < $1", over)?;
            tx.commit().await
        }
    }

    impl Student {
        /// The gatherings they are asked to come to, the nearest first.
        pub async fn gatherings(&self, conn: &mut Conn, today: Day) -> Result<Vec<OwnGathering>, StoreError> {
            all!(
                conn,
                "SELECT target_id, statement AS about, day, until_day FROM gathering
                 JOIN gathering_student ON gathering_student.gathering_id = gathering.id
                 JOIN learning_target ON learning_target.id = target_id
                 WHERE gathering_student.student_id = $1 AND gathering.school_id = $2 AND until_day >= $3
                 ORDER BY day, gathering.id",
                &self.id,
                &self.school_id,
                today
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gathering_has_students_of_ones_own_a_day_and_an_end() {
        let (target, ours, theirs) = (TargetId::new(), PersonId::new(), PersonId::new());
        let today: Day = "2026-11-30".parse().unwrap();
        let sent = |student: &[PersonId], day, until| {
            NewGathering::checked(target.clone(), student, std::slice::from_ref(&ours), (day, until), today)
        };
        let one = std::slice::from_ref(&ours);
        assert_eq!(sent(one, "2026-12-01", "").unwrap().until_day.to_string(), "2026-12-01");
        let twice = sent(&[ours.clone(), ours.clone()], "2026-12-01", "2026-12-15").unwrap();
        assert_eq!((twice.students.len(), twice.until_day.to_string().as_str()), (1, "2026-12-15"));
        for (students, day, until, wrong) in [
            (&[][..], "2026-12-01", "", field::STUDENT),
            (std::slice::from_ref(&theirs), "2026-12-01", "", field::STUDENT),
            (one, "2026-11-29", "", field::DAY),
            (one, "<b>", "", field::DAY),
            (one, "2026-12-01", "2026-11-30", field::UNTIL),
            (one, "2026-12-01", "2027-06-01", field::UNTIL),
        ] {
            assert!(sent(students, day, until).unwrap_err().of(&wrong).is_some(), "{day} {until}");
        }
    }
}
