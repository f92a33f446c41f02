//! Standing in: an advisor is on leave, and somebody else of the staff is to the advisory as its advisor, from one day to
//! another. Whether they are is asked with the instant of every request, so that it is over when it is over.

use super::{Role, Viewer};
use crate::at::At;
use crate::day::Day;
use crate::field;
use crate::id::{AdvisoryId, PersonId, SchoolId, StandInId};
use crate::record::{NewLine, RecordedAct};
use crate::store::{Conn, StoreError, Tx, all, maybe, run};
use crate::words::{Problem, Problems};

/// How far ahead somebody is named, and for how many days at most they stand in.
pub const MOST_DAYS: i64 = 400;

/// That somebody stands in for an advisory.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct StandIn {
    pub id: StandInId,
    pub advisory_id: AdvisoryId,
    pub advisory: String,
    pub person_id: PersonId,
    pub name: String,
    pub first_day: Day,
    pub last_day: Day,
}

/// One to be named, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStandIn {
    pub person: PersonId,
    pub first_day: Day,
    pub last_day: Day,
}

impl NewStandIn {
    /// What was typed, checked: somebody who can, and days in their order.
    pub fn checked(
        (person, first, last): (&str, &str, &str),
        can: &[(PersonId, String)],
        today: Day,
    ) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let person = PersonId::parse(person).filter(|id| can.iter().any(|(known, _)| known == id));
        if person.is_none() {
            problems.note(field::PERSON, Problem::Choose);
        }
        let first = Day::typed(first, (today, today.plus_days(MOST_DAYS)));
        let from = *first.as_ref().unwrap_or(&today);
        let last = Day::typed(last, (from, from.plus_days(MOST_DAYS)));
        for (name, day) in [(field::FROM, &first), (field::UNTIL, &last)] {
            if let Err(problem) = day {
                problems.note(name, problem.clone());
            }
        }
        match (person, first, last) {
            (Some(person), Ok(first_day), Ok(last_day)) => Ok(Self { person, first_day, last_day }),
            _ => Err(problems),
        }
    }

    /// The instants it begins and is over at, on the school's wall.
    fn instants(&self, zone: &str) -> Option<(At, At)> {
        let midnight = |day: Day| At::on_the_wall(day.at(jiff::civil::Time::midnight()), zone);
        Some((midnight(self.first_day)?, midnight(self.last_day.plus_days(1))?))
    }

    /// Names them. Sent twice, they are named once.
    pub async fn name(
        &self,
        tx: &mut Tx,
        by: &Viewer,
        (id, advisory): (&StandInId, &AdvisoryId),
        now: At,
    ) -> Result<bool, StoreError> {
        let Some((from, until)) = self.instants(&by.time_zone) else { return Ok(false) };
        let named = run!(
            tx,
            "INSERT INTO stand_in (id, school_id, advisory_id, person_id, first_day, last_day, from_at, until_at,
                named_by, named_at)
             SELECT $1, school_id, id, $4, $5, $6, $7, $8, $9, $10 FROM advisory WHERE school_id = $2 AND id = $3
             ON CONFLICT (id) DO NOTHING",
            id,
            &by.school_id,
            advisory,
            &self.person,
            self.first_day,
            self.last_day,
            from,
            until,
            &by.person_id,
            now
        )?;
        if named == 1 {
            record(tx, by, RecordedAct::StandInNamed, &self.person, now).await?;
        }
        Ok(true)
    }
}

async fn record(tx: &mut Tx, by: &Viewer, what: RecordedAct, about: &PersonId, now: At) -> Result<(), StoreError> {
    NewLine { what, by: Some(&by.person_id), about, student: None }.write(tx, &by.school_id, now).await
}

/// Those who stand in, chosen as the words after say: $1 is the school, $2 now.
macro_rules! stand_ins {
    ($rest:literal) => {
        concat!(
            "SELECT stand_in.id, advisory_id, advisory.name AS advisory, person_id, person.name, first_day, last_day
             FROM stand_in JOIN advisory ON advisory.id = advisory_id JOIN person ON person.id = person_id
             WHERE stand_in.school_id = $1 AND ended_at IS NULL AND until_at > $2 AND ",
            $rest,
            " ORDER BY from_at, stand_in.id"
        )
    };
}

impl StandIn {
    /// Who stands in for an advisory, now and later.
    pub async fn of_advisory(
        conn: &mut Conn,
        school: &SchoolId,
        advisory: &AdvisoryId,
        now: At,
    ) -> Result<Vec<Self>, StoreError> {
        all!(conn, stand_ins!("advisory_id = $3"), school, now, advisory)
    }

    /// For whom somebody stands in now.
    pub async fn of_person(conn: &mut Conn, viewer: &Viewer, now: At) -> Result<Vec<Self>, StoreError> {
        if viewer.role != Role::Advisor {
            return Ok(Vec::new());
        }
        all!(conn, stand_ins!("person_id = $3 AND from_at <= $2"), &viewer.school_id, now, &viewer.person_id)
    }

    /// The one with this id, as long as it is not over.
    pub async fn find(conn: &mut Conn, school: &SchoolId, id: &StandInId, now: At) -> Result<Option<Self>, StoreError> {
        maybe!(conn, stand_ins!("stand_in.id = $3"), school, now, id)
    }

    /// Ends it: they are out at the next request.
    pub async fn end(&self, tx: &mut Tx, by: &Viewer, now: At) -> Result<(), StoreError> {
        let ended = run!(
            tx,
            "UPDATE stand_in SET ended_at = $3, ended_by = $4 WHERE school_id = $1 AND id = $2 AND ended_at IS NULL",
            &by.school_id,
            &self.id,
            now,
            &by.person_id
        )?;
        if ended == 1 {
            record(tx, by, RecordedAct::StandInEnded, &self.person_id, now).await?;
        }
        Ok(())
    }
}

/// Ends whatever somebody stands in for: they leave, or do something else here from now on.
pub(super) async fn end_of_person(
    tx: &mut Tx,
    school: &SchoolId,
    person: &PersonId,
    by: &PersonId,
    now: At,
) -> Result<(), StoreError> {
    run!(
        tx,
        "UPDATE stand_in SET ended_at = $3, ended_by = $4
         WHERE school_id = $1 AND person_id = $2 AND ended_at IS NULL AND until_at > $3",
        school,
        person,
        now,
        by
    )?;
    Ok(())
}

/// Who of the staff can stand in for an advisory, in the order of their names: whoever is of it needs no naming.
pub async fn who_can(
    conn: &mut Conn,
    school: &SchoolId,
    advisory: &AdvisoryId,
) -> Result<Vec<(PersonId, String)>, StoreError> {
    let mut people: Vec<(PersonId, String)> = all!(
        conn,
        "SELECT id, name FROM person WHERE school_id = $1 AND role = 'advisor' AND left_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM advisory_member WHERE person_id = person.id AND advisory_id = $2)",
        school,
        advisory
    )?;
    super::in_order_of_names(&mut people, |(_, name)| name);
    Ok(people)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_stands_in_does_so_from_day_to_day_and_not_a_day_longer() {
        let (today, grace) = ("2026-12-01".parse().unwrap(), PersonId::new());
        let can = [(grace.clone(), "Grace".to_owned())];
        let new = NewStandIn::checked((grace.as_str(), "2026-12-02", "2026-12-04"), &can, today).unwrap();
        let (from, until) = new.instants("America/New_York").unwrap();
        assert_eq!(Day::of(from, "America/New_York").to_string(), "2026-12-02");
        assert_eq!(Day::of(from.plus_millis(-1), "America/New_York").to_string(), "2026-12-01");
        assert_eq!(Day::of(until.plus_millis(-1), "America/New_York").to_string(), "2026-12-04");
        assert_eq!(Day::of(until, "America/New_York").to_string(), "2026-12-05");
    }

    #[test]
    fn what_is_wrong_is_said_beside_its_field() {
        let (today, grace) = ("2026-12-01".parse().unwrap(), PersonId::new());
        let can = [(grace.clone(), "Grace".to_owned())];
        for (typed, wrong) in [
            (("", "2026-12-02", "2026-12-04"), field::PERSON),
            ((PersonId::new().as_str(), "2026-12-02", "2026-12-04"), field::PERSON),
            ((grace.as_str(), "2026-11-30", "2026-12-04"), field::FROM),
            ((grace.as_str(), "soon", "2026-12-04"), field::FROM),
            ((grace.as_str(), "2026-12-05", "2026-12-04"), field::UNTIL),
            ((grace.as_str(), "2026-12-05", "2028-12-04"), field::UNTIL),
            ((grace.as_str(), "2026-12-05", ""), field::UNTIL),
        ] {
            let problems = NewStandIn::checked(typed, &can, today).unwrap_err();
            assert!(problems.of(&wrong).is_some(), "{typed:?}");
        }
    }
}
