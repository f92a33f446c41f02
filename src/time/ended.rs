//! Chosen times that are off.

use super::ChosenTime;
use crate::at::At;
use crate::id::{ChoiceId, PersonId, SchoolId};
use crate::language::Language;
use crate::person::{Student, Viewer};
use crate::store::{Conn, StoreError, all, maybe};

/// A chosen time that is off.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Ended {
    pub id: ChoiceId,
    pub student: String,
    /// What they like to be called.
    pub student_called: String,
    pub starts_at: At,
    pub ends_at: At,
    pub place: String,
    pub sequence: i64,
    pub ended_by: String,
    /// What the advisor tells the family; empty where the family gave it back.
    pub words: String,
    pub language: Language,
}

macro_rules! ended {
    ($rest:literal) => {
        concat!(
            "SELECT ended_time.id, student.name AS student,
                COALESCE(student.called, student.name) AS student_called, starts_at, ends_at, place, sequence, ender.name AS ended_by, words,
                ended_time.language
             FROM ended_time JOIN person student ON student.id = student_id JOIN person ender ON ender.id = ended_by ",
            $rest
        )
    };
}

impl Ended {
    /// An advisor's, from an instant on: for calendars, which have to be told.
    pub async fn with(
        conn: &mut Conn,
        school: &SchoolId,
        advisor: &PersonId,
        from: At,
    ) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            ended!(
                "WHERE ended_time.school_id = $1 AND advisor_id = $2 AND ends_at > $3 ORDER BY starts_at, ended_time.id"
            ),
            school,
            advisor,
            from
        )
    }
}

impl Ended {
    /// What went of all that was chosen for the students of somebody of a family, from an instant on.
    pub async fn of_person(conn: &mut Conn, viewer: &Viewer, from: At) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            ended!(
                "WHERE ended_time.school_id = $1 AND ends_at > $3
                    AND ended_time.student_id IN (SELECT kinship.student_id FROM kinship WHERE kinship.person_id = $2)
                 ORDER BY starts_at, ended_time.id"
            ),
            &viewer.school_id,
            &viewer.person_id,
            from
        )
    }
}

impl Student {
    /// The time that went last, as long as it would still be ahead and no other one was chosen in its place.
    pub async fn lost_time(
        &self,
        conn: &mut Conn,
        chosen: Option<&ChosenTime>,
        now: At,
    ) -> Result<Option<Ended>, StoreError> {
        if chosen.is_some() {
            return Ok(None);
        }
        maybe!(
            conn,
            ended!(
                "WHERE ended_time.school_id = $1 AND student_id = $2 AND ends_at > $3
                 ORDER BY ended_at DESC, ended_time.id DESC LIMIT 1"
            ),
            &self.school_id,
            &self.id,
            now
        )
    }
}
