//! A unit: a few targets that an advisory is about for some weeks. It helps to find one's place; it measures nobody: nothing of
//! it is ever late, and what is over is not spoken of.

use crate::day::Day;
use crate::field;
use crate::id::{TargetId, UnitId};
use crate::words::{self, Problem, Problems};

/// How many weeks a unit lasts at most.
pub const MOST_WEEKS: i64 = 40;
/// How far off its first week may lie, in days.
pub const REACH_DAYS: i64 = 400;
/// How many units one advisor keeps.
pub const MOST: i64 = 100;

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Unit {
    pub id: UnitId,
    pub name: String,
    /// The Monday of its first week.
    pub first_day: Day,
    pub weeks: i64,
    /// Goes up with every change.
    pub version: i64,
    /// What it is about.
    #[sqlx(skip)]
    pub targets: Vec<TargetId>,
}

impl Unit {
    /// Whether this day is in one of its weeks.
    pub fn is_about_now(&self, today: Day) -> bool {
        self.first_day <= today && today < self.end()
    }

    /// Whether all of its weeks are behind this day.
    pub fn is_over(&self, today: Day) -> bool {
        self.end() <= today
    }

    /// The Monday after its last week.
    fn end(&self) -> Day {
        self.first_day.plus_days(7 * self.weeks)
    }
}

/// A unit as somebody wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUnit {
    pub name: String,
    pub first_day: Day,
    pub weeks: i64,
    pub targets: Vec<TargetId>,
}

impl NewUnit {
    /// What was typed, checked. Any day of its first week says which week it is.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn checked(
        (name, first, weeks): (&str, &str, &str),
        chosen: &[TargetId],
        targets: &[TargetId],
        today: Day,
    ) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = problems.take(field::NAME, words::line(name));
        let reach = (today.plus_days(-REACH_DAYS), today.plus_days(REACH_DAYS));
        let first = Day::typed(first, reach).map_err(|wrong| problems.note(field::FROM, wrong)).ok();
        let weeks = weeks.trim().parse().ok().filter(|weeks| (1..=MOST_WEEKS).contains(weeks));
        if weeks.is_none() {
            problems.note(field::WEEKS, Problem::NotANumber { min: 1, max: MOST_WEEKS });
        }
        if chosen.is_empty() || !chosen.iter().all(|target| targets.contains(target)) {
            problems.note(field::TARGET, Problem::Choose);
        }
        match (first, weeks) {
            (Some(first), Some(weeks)) => {
                problems.or(Self { name, first_day: first.monday(), weeks, targets: chosen.to_vec() })
            }
            _ => Err(problems),
        }
    }
}

mod store {
    use super::*;
    use crate::at::At;
    use crate::person::{Student, Viewer};
    use crate::saved::Saved;
    use crate::store::{Conn, StoreError, Tx, all, one, run};

    impl Unit {
        /// The units of an advisor, in the order of their weeks.
        pub async fn of_advisor(conn: &mut Conn, advisor: &Viewer) -> Result<Vec<Self>, StoreError> {
            let mut units: Vec<Self> = all!(
                conn,
                "SELECT id, name, first_day, weeks, version FROM unit WHERE school_id = $1 AND made_by = $2
                 ORDER BY first_day, name, id",
                &advisor.school_id,
                &advisor.person_id
            )?;
            let targets: Vec<(UnitId, TargetId)> = all!(
                conn,
                "SELECT unit_id, target_id FROM unit_target JOIN unit ON unit.id = unit_id
                 WHERE unit.school_id = $1 AND made_by = $2",
                &advisor.school_id,
                &advisor.person_id
            )?;
            for unit in &mut units {
                unit.targets = targets.iter().filter(|(id, _)| *id == unit.id).map(|(_, id)| id.clone()).collect();
            }
            Ok(units)
        }

        /// Keeps a unit: a new one, or, made from this version, in place of what it was.
        pub async fn keep(
            tx: &mut Tx,
            advisor: &Viewer,
            (id, from): (&UnitId, Option<i64>),
            new: &NewUnit,
            now: At,
        ) -> Result<Saved, StoreError> {
            let there = Self::of_advisor(tx, advisor).await?;
            let known = there.iter().find(|unit| unit.id == *id);
            match (from, known) {
                (None, Some(_)) => return Ok(Saved::Kept(())),
                (None, None) if there.len() as i64 >= MOST => return Ok(Saved::Full),
                (Some(_), None) => return Ok(Saved::Foreign),
                _ => {}
            }
            let changed = match from {
                None => run!(
                    tx,
                    "INSERT INTO unit (id, school_id, made_by, name, first_day, weeks, version, made_at)
                     VALUES ($1, $2, $3, $4, $5, $6, 1, $7) ON CONFLICT (id) DO NOTHING",
                    id,
                    &advisor.school_id,
                    &advisor.person_id,
                    &new.name,
                    new.first_day,
                    new.weeks,
                    now
                )?,
                Some(version) => run!(
                    tx,
                    "UPDATE unit SET name = $1, first_day = $2, weeks = $3, version = version + 1
                     WHERE id = $4 AND school_id = $5 AND made_by = $6 AND version = $7",
                    &new.name,
                    new.first_day,
                    new.weeks,
                    id,
                    &advisor.school_id,
                    &advisor.person_id,
                    version
                )?,
            };
            if changed == 0 {
                return Ok(if from.is_some() { Saved::Stale } else { Saved::Foreign });
            }
            run!(tx, "DELETE FROM unit_target WHERE unit_id = $1 AND school_id = $2", id, &advisor.school_id)?;
            for target in &new.targets {
                run!(
                    tx,
                    "INSERT INTO unit_target (unit_id, target_id, school_id)
                     SELECT $1, id, school_id FROM learning_target WHERE id = $2 AND school_id = $3
                     ON CONFLICT DO NOTHING",
                    id,
                    target,
                    &advisor.school_id
                )?;
            }
            Ok(Saved::Kept(()))
        }

        /// Takes a unit away; whether it was this advisor's.
        pub async fn remove(tx: &mut Tx, advisor: &Viewer, id: &UnitId) -> Result<bool, StoreError> {
            let (own,): (i64,) = one!(
                tx,
                "SELECT count(*) FROM unit WHERE id = $1 AND school_id = $2 AND made_by = $3",
                id,
                &advisor.school_id,
                &advisor.person_id
            )?;
            if own == 0 {
                return Ok(false);
            }
            run!(tx, "DELETE FROM unit_target WHERE unit_id = $1 AND school_id = $2", id, &advisor.school_id)?;
            run!(tx, "DELETE FROM unit WHERE id = $1 AND school_id = $2", id, &advisor.school_id)?;
            Ok(true)
        }
    }

    impl Student {
        /// What is about now for them: each target, with the unit that says so.
        pub async fn about_now(&self, conn: &mut Conn, today: Day) -> Result<Vec<(TargetId, String)>, StoreError> {
            #[derive(sqlx::FromRow)]
            struct UnitRow {
                target_id: TargetId,
                #[sqlx(flatten)]
                unit: Unit,
            }
            let rows: Vec<UnitRow> = all!(
                conn,
                "SELECT target_id, unit.id, name, first_day, weeks, version FROM unit
                 JOIN unit_target ON unit_target.unit_id = unit.id
                 WHERE unit.school_id = $1 AND first_day <= $3 AND first_day > $4 AND made_by IN (
                    SELECT mine.person_id FROM advisory_member mine JOIN advisory_member theirs
                        ON theirs.advisory_id = mine.advisory_id WHERE theirs.person_id = $2)
                 ORDER BY first_day, name, unit.id",
                &self.school_id,
                &self.id,
                today,
                today.plus_days(-7 * MOST_WEEKS)
            )?;
            let now = rows.into_iter().filter(|row| row.unit.is_about_now(today));
            Ok(now.map(|row| (row.target_id, row.unit.name)).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn unit(first_day: &str, weeks: i64) -> Unit {
        let first_day = first_day.parse().unwrap();
        Unit { id: UnitId::new(), name: "Fair tests".into(), first_day, weeks, version: 1, targets: Vec::new() }
    }

    #[test]
    fn a_unit_is_about_now_in_its_weeks_and_never_before_or_after() {
        let unit = unit("2026-11-23", 2);
        let now = |day: &str| (unit.is_about_now(day.parse().unwrap()), unit.is_over(day.parse().unwrap()));
        assert_eq!(now("2026-11-22"), (false, false));
        assert_eq!(now("2026-11-23"), (true, false));
        assert_eq!(now("2026-12-06"), (true, false));
        assert_eq!(now("2026-12-07"), (false, true));
    }

    #[test]
    fn a_unit_has_a_name_weeks_and_targets_of_the_school() {
        let (ours, theirs) = (TargetId::new(), TargetId::new());
        let today: Day = "2026-11-25".parse().unwrap();
        let sent = |name, first, weeks, target: &TargetId| {
            NewUnit::checked((name, first, weeks), std::slice::from_ref(target), std::slice::from_ref(&ours), today)
        };
        let kept = sent(" Fair  tests ", "2026-11-25", "3", &ours).unwrap();
        assert_eq!(
            (kept.name.as_str(), kept.first_day.to_string().as_str(), kept.weeks),
            ("Fair tests", "2026-11-23", 3)
        );
        for (name, first, weeks, target, wrong) in [
            ("\u{200B}", "2026-11-25", "3", &ours, field::NAME),
            ("A", "1999-01-01", "3", &ours, field::FROM),
            ("A", "<script>", "3", &ours, field::FROM),
            ("A", "2026-11-25", "0", &ours, field::WEEKS),
            ("A", "2026-11-25", "9999999999999999999999", &ours, field::WEEKS),
            ("A", "2026-11-25", "3", &theirs, field::TARGET),
        ] {
            assert!(sent(name, first, weeks, target).unwrap_err().of(&wrong).is_some(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn no_day_is_about_now_and_over_at_once(days in -500_i64..500, weeks in 1_i64..MOST_WEEKS) {
            let unit = unit("2026-11-23", weeks);
            let day = unit.first_day.plus_days(days);
            prop_assert!(!(unit.is_about_now(day) && unit.is_over(day)));
            prop_assert_eq!(unit.is_about_now(day), (0..7 * weeks).contains(&days));
        }
    }
}
