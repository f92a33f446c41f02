//! Times and who has chosen which, in the database.

use std::collections::HashMap;

use super::{ChosenTime, Time};
use crate::at::At;
use crate::id::{ChoiceId, PersonId, SchoolId, TimeId};
use crate::person::{Student, Viewer};
use crate::school::School;
use crate::store::{Conn, Ids, StoreError, Tx, all, ids_in, maybe, run};

/// Times, chosen and ordered as the words after say.
macro_rules! times {
    ($rest:literal) => {
        concat!(
            "SELECT offered_time.id, advisor_id, advisor.name AS advisor, starts_at, ends_at, place, host, ways,
                offered_time.interpreter
             FROM offered_time JOIN person advisor ON advisor.id = advisor_id ",
            $rest
        )
    };
}

/// Chosen times, chosen and ordered as the words after say.
macro_rules! choices {
    ($($rest:expr),+ $(,)?) => {
        concat!(
            "SELECT chosen_time.id AS choice_id, offered_time.id, advisor_id, advisor.name AS advisor, starts_at, ends_at,
                place, host, ways, offered_time.interpreter, student_id, student.name AS student,
                COALESCE(student.called, student.name) AS student_called, person_id,
                family.name AS person, way, chosen_time.interpreter AS needs, note, entered_by,
                entrant.name AS entered_name, sequence
             FROM chosen_time
             JOIN offered_time ON offered_time.id = time_id
             JOIN person advisor ON advisor.id = advisor_id
             JOIN person student ON student.id = student_id
             JOIN person family ON family.id = person_id
             JOIN person entrant ON entrant.id = entered_by ",
            $($rest),+
        )
    };
}

pub(super) use choices;

/// What became of times that were to be offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offered {
    Yes,
    /// One of them would overlap this one, which the same person holds. None is offered.
    Overlaps(Box<Time>),
    /// An id of theirs is that of something else. None is to be offered.
    Foreign,
}

/// What became of a time that was to be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Withdrawn {
    Yes,
    /// A family has chosen it: they are to be told first.
    Chosen(ChoiceId),
    /// There is no such time of theirs.
    Unknown,
}

impl Time {
    /// Times an advisor offers, from an instant on.
    pub async fn offered_by(conn: &mut Conn, advisor: &Viewer, from: At) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            times!(
                "WHERE offered_time.school_id = $1 AND advisor_id = $2 AND ends_at > $3 ORDER BY starts_at, offered_time.id"
            ),
            &advisor.school_id,
            &advisor.person_id,
            from
        )
    }

    /// Offers times. Sent twice, they are offered once. None is offered when one of them overlaps another that the same
    /// person holds, in whichever advisory.
    pub async fn offer(tx: &mut Tx, advisor: &Viewer, new: &[Self], now: At) -> Result<Offered, StoreError> {
        School::one_after_another(tx, &advisor.school_id).await?;
        let from = new.iter().map(|time| time.starts_at).min().unwrap_or(now);
        let until = new.iter().map(|time| time.ends_at).max().unwrap_or(now);
        let there: Vec<Self> = all!(
            tx,
            times!("WHERE offered_time.school_id = $1 AND ends_at > $2 AND starts_at < $3 ORDER BY starts_at"),
            &advisor.school_id,
            from,
            until
        )?;
        for (place, time) in new.iter().enumerate() {
            let mut others = there.iter().chain(&new[..place]);
            let clash =
                others.find(|other| other.id != time.id && other.overlaps(time) && other.is_held_by_the_same(time));
            if let Some(other) = clash {
                return Ok(Offered::Overlaps(Box::new(other.clone())));
            }
        }
        for time in new {
            if !time.keep(tx, advisor, now).await? {
                return Ok(Offered::Foreign);
            }
        }
        Ok(Offered::Yes)
    }

    /// Says whether it is there now, and is the advisor's own.
    async fn keep(&self, tx: &mut Tx, advisor: &Viewer, now: At) -> Result<bool, StoreError> {
        let added = run!(
            tx,
            "INSERT INTO offered_time
                (id, school_id, advisor_id, starts_at, ends_at, place, host, ways, interpreter, offered_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING",
            &self.id,
            &advisor.school_id,
            &advisor.person_id,
            self.starts_at,
            self.ends_at,
            &self.place,
            &self.host,
            &self.ways,
            &self.interpreter,
            now
        )?;
        if added == 1 {
            return Ok(true);
        }
        let there: Option<Self> = maybe!(
            tx,
            times!("WHERE offered_time.school_id = $1 AND offered_time.id = $2"),
            &advisor.school_id,
            &self.id
        )?;
        Ok(there.is_some_and(|there| there.advisor_id == advisor.person_id && there.starts_at == self.starts_at))
    }

    /// Takes back a time nobody has chosen.
    pub async fn withdraw(tx: &mut Tx, advisor: &Viewer, id: &TimeId) -> Result<Withdrawn, StoreError> {
        let held = run!(
            tx,
            "UPDATE offered_time SET place = place WHERE school_id = $1 AND advisor_id = $2 AND id = $3",
            &advisor.school_id,
            &advisor.person_id,
            id
        )?;
        if held == 0 {
            return Ok(Withdrawn::Unknown);
        }
        let chosen: Option<(ChoiceId,)> =
            maybe!(tx, "SELECT id FROM chosen_time WHERE school_id = $1 AND time_id = $2", &advisor.school_id, id)?;
        if let Some((choice,)) = chosen {
            return Ok(Withdrawn::Chosen(choice));
        }
        run!(tx, "DELETE FROM offered_time WHERE school_id = $1 AND id = $2", &advisor.school_id, id)?;
        Ok(Withdrawn::Yes)
    }
}

impl ChosenTime {
    /// The choice of this school with this id.
    pub async fn find(conn: &mut Conn, school: &SchoolId, id: &ChoiceId) -> Result<Option<Self>, StoreError> {
        maybe!(conn, choices!("WHERE chosen_time.school_id = $1 AND chosen_time.id = $2"), school, id)
    }

    /// Who has chosen which of an advisor's times, from an instant on.
    pub async fn with(
        conn: &mut Conn,
        school: &SchoolId,
        advisor: &PersonId,
        from: At,
    ) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            choices!(
                "WHERE chosen_time.school_id = $1 AND advisor_id = $2 AND ends_at > $3 ORDER BY starts_at, chosen_time.id"
            ),
            school,
            advisor,
            from
        )
    }

    /// The time that is chosen for each of these students, until it is over; see [`Student::chosen_time`].
    pub async fn of_each(
        conn: &mut Conn,
        school: &SchoolId,
        students: impl IntoIterator<Item = &PersonId>,
        now: At,
    ) -> Result<HashMap<PersonId, Self>, StoreError> {
        let all: Vec<Self> = all!(
            conn,
            choices!(
                "WHERE chosen_time.school_id = $1 AND ends_at > $3 AND student_id IN ",
                ids_in!("$2"),
                " ORDER BY starts_at"
            ),
            school,
            Ids::of(students),
            now
        )?;
        let mut chosen = HashMap::new();
        for choice in all {
            chosen.entry(choice.student_id.clone()).or_insert(choice);
        }
        Ok(chosen)
    }

    /// What somebody of a family has chosen, for all their students, from an instant on.
    pub async fn of_person(conn: &mut Conn, viewer: &Viewer, from: At) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            choices!(
                "WHERE chosen_time.school_id = $1 AND ends_at > $3
                    AND chosen_time.student_id IN (SELECT kinship.student_id FROM kinship WHERE kinship.person_id = $2)
                 ORDER BY starts_at, chosen_time.id"
            ),
            &viewer.school_id,
            &viewer.person_id,
            from
        )
    }
}

impl Student {
    /// The times of this student's advisors, and of whoever stands in for them, that nobody has chosen, from now on.
    pub async fn free_times(&self, conn: &mut Conn, from: At) -> Result<Vec<Time>, StoreError> {
        all!(
            conn,
            times!(
                "WHERE offered_time.school_id = $1 AND starts_at > $3
                    AND NOT EXISTS (SELECT 1 FROM chosen_time WHERE time_id = offered_time.id)
                    AND advisor_id IN (SELECT mine.person_id FROM advisory_member mine
                        JOIN advisory_member theirs ON theirs.advisory_id = mine.advisory_id
                        WHERE theirs.person_id = $2
                        UNION SELECT stand_in.person_id FROM stand_in
                        JOIN advisory_member theirs ON theirs.advisory_id = stand_in.advisory_id
                        WHERE theirs.person_id = $2 AND ended_at IS NULL AND from_at <= $3 AND until_at > $3)
                 ORDER BY starts_at, offered_time.id"
            ),
            &self.school_id,
            &self.id,
            from
        )
    }

    /// Whether the family came at a time they had chosen that was over after the one and before the other.
    pub async fn came_since(&self, conn: &mut Conn, since: At, now: At) -> Result<bool, StoreError> {
        let came: Option<(TimeId,)> = maybe!(
            conn,
            "SELECT time_id FROM chosen_time JOIN offered_time ON offered_time.id = time_id
             WHERE chosen_time.school_id = $1 AND student_id = $2 AND ends_at > $3 AND ends_at <= $4 LIMIT 1",
            &self.school_id,
            &self.id,
            since,
            now
        )?;
        Ok(came.is_some())
    }

    /// The time that is chosen for this student, until it is over.
    pub async fn chosen_time(&self, conn: &mut Conn, now: At) -> Result<Option<ChosenTime>, StoreError> {
        maybe!(
            conn,
            choices!("WHERE chosen_time.school_id = $1 AND student_id = $2 AND ends_at > $3 ORDER BY starts_at"),
            &self.school_id,
            &self.id,
            now
        )
    }
}
