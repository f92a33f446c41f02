//! The record: who of a school opened a student's things, and who changed what opens them. Those it is about can read it. It
//! holds no words of anybody's, and no reading of a student's own; what is taken back, and what is for *me* alone, is not in it.
//! A line is written in the transaction that does what it says, so that neither is there without the other.

use crate::at::At;
use crate::id::{PersonId, RecordLineId};

kinds! {
    /// What is written down.
    pub enum RecordedAct {
        /// Somebody else than the family opened a work of the student's.
        OpenedWork = "opened_work",
        OpenedPortfolio = "opened_portfolio",
        OpenedDefinition = "opened_definition",
        OpenedConference = "opened_conference",
        /// Another page of the student's.
        Opened = "opened",
        /// A link for one of the family was made.
        LinkMade = "link_made",
        LinkEnded = "link_ended",
        /// A one-time code to sign in with was made.
        CodeMade = "code_made",
        /// A password or a second step was changed.
        WayChanged = "way_changed",
        RoleGiven = "role_given",
        Tied = "tied",
        Untied = "untied",
        Left = "left",
        CameBack = "came_back",
        /// A student let somebody of the staff in to a work.
        PermitGiven = "permit_given",
        PermitEnded = "permit_ended",
        /// Somebody stands in for an advisor, for some days.
        StandInNamed = "stand_in_named",
        StandInEnded = "stand_in_ended",
        /// What somebody teaches was said.
        SubjectsSet = "subjects_set",
        /// What the school keeps of a person was put right.
        PutRight = "put_right",
        /// Somebody is of other advisories.
        Moved = "moved",
        Imported = "imported",
        Exported = "exported",
        /// An adult took words out of sight that were said to or about the student.
        WordsHidden = "words_hidden",
        SignedIn = "signed_in",
        /// A password or a code did not fit.
        SignInRefused = "sign_in_refused",
        /// Somebody of the school asked for something of the student's that is not for them.
        Refused = "refused",
    }
}

/// How many lines stand on a page.
pub const ON_A_PAGE: i64 = 50;
/// How long a school may keep its record, in days.
pub const KEEPS: [i64; 4] = [365, 730, 1_095, 1_825];

/// A line to be written.
#[derive(Clone, Copy, Debug)]
pub struct NewLine<'a> {
    pub what: RecordedAct,
    /// Who did it, as far as it is known.
    pub by: Option<&'a PersonId>,
    /// Whom it is about.
    pub about: &'a PersonId,
    /// The student whose things are concerned, where that is somebody else.
    pub student: Option<&'a PersonId>,
}

/// A line, as it is read.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct RecordLine {
    pub id: RecordLineId,
    pub at: At,
    pub what: RecordedAct,
    pub by_name: Option<String>,
    /// Whether whom it is about did it.
    pub by_self: bool,
    pub about_id: PersonId,
    pub about_name: String,
}

/// Which lines are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WantedLines {
    /// Those about one person alone: for the lead.
    pub person: Option<PersonId>,
    /// Which page, from 0.
    pub page: i64,
}

mod store {
    use super::*;
    use crate::day::Day;
    use crate::id::SchoolId;
    use crate::person::{Role, Viewer};
    use crate::store::{Conn, StoreError, Tx, all, maybe, one, run};

    impl NewLine<'_> {
        /// Writes it.
        pub async fn write(&self, tx: &mut Tx, school: &SchoolId, now: At) -> Result<(), StoreError> {
            self.insert(tx, school, None, now).await
        }

        /// Writes it, unless there is one like it of that day already.
        pub async fn write_once(&self, tx: &mut Tx, school: &SchoolId, day: Day, now: At) -> Result<(), StoreError> {
            self.insert(tx, school, Some(self.once(day)), now).await
        }

        /// Whether there is one like it of that day.
        pub async fn is_written(&self, conn: &mut Conn, day: Day) -> Result<bool, StoreError> {
            let there: Option<(RecordLineId,)> =
                maybe!(conn, "SELECT id FROM record_line WHERE once = $1", self.once(day))?;
            Ok(there.is_some())
        }

        fn once(&self, day: Day) -> String {
            let by = self.by.map_or("", |by| by.as_str());
            format!("{}.{by}.{}.{day}", self.what, self.about)
        }

        async fn insert(
            &self,
            tx: &mut Tx,
            school: &SchoolId,
            once: Option<String>,
            now: At,
        ) -> Result<(), StoreError> {
            run!(
                tx,
                "INSERT INTO record_line (id, school_id, at, what, by_id, about_id, student_id, once)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (once) DO NOTHING",
                RecordLineId::new(),
                school,
                now,
                self.what,
                self.by,
                self.about,
                self.student,
                once
            )?;
            Ok(())
        }
    }

    impl RecordLine {
        /// What a viewer may read, the latest first, and one line more than a page where there are more: the lead the
        /// school's; a student what is about them and their things; everybody else what is about themselves.
        pub async fn told_to(conn: &mut Conn, viewer: &Viewer, wanted: &WantedLines) -> Result<Vec<Self>, StoreError> {
            let of_school = i64::from(viewer.role == Role::Lead);
            let of_student = i64::from(viewer.role == Role::Student);
            let person = wanted.person.as_ref().filter(|_| viewer.role == Role::Lead);
            all!(
                conn,
                "SELECT record_line.id, at, what, maker.name AS by_name,
                    COALESCE(by_id, '') = about_id AS by_self, about_id, about.name AS about_name
                 FROM record_line
                 JOIN person about ON about.id = about_id
                 LEFT JOIN person maker ON maker.id = by_id
                 WHERE record_line.school_id = $1
                    AND ($3 = 1 OR about_id = $2 OR ($4 = 1 AND student_id = $2))
                    AND ($5 = '' OR about_id = $5 OR student_id = $5 OR by_id = $5)
                 ORDER BY at DESC, record_line.id DESC LIMIT $6 OFFSET $7",
                &viewer.school_id,
                &viewer.person_id,
                of_school,
                of_student,
                person.map_or("", |person| person.as_str()),
                ON_A_PAGE + 1,
                wanted.page.clamp(0, 10_000) * ON_A_PAGE
            )
        }
    }

    /// How long a school keeps its record, in days.
    pub async fn kept_days(conn: &mut Conn, school: &SchoolId) -> Result<i64, StoreError> {
        let (days,): (i64,) = one!(conn, "SELECT record_days FROM school WHERE id = $1", school)?;
        Ok(days)
    }

    /// Says how long. Says whether that is one of [`KEEPS`].
    pub async fn keep_for(tx: &mut Tx, school: &SchoolId, days: i64) -> Result<bool, StoreError> {
        if !KEEPS.contains(&days) {
            return Ok(false);
        }
        run!(tx, "UPDATE school SET record_days = $2 WHERE id = $1", school, days)?;
        Ok(true)
    }

    /// Deletes what has been kept long enough.
    pub async fn forget_old(tx: &mut Tx, now: At) -> Result<u64, StoreError> {
        const DAY: i64 = 24 * 60 * 60 * 1000;
        run!(
            tx,
            "DELETE FROM record_line WHERE at < (SELECT $1 - school.record_days * $2 FROM school
                WHERE school.id = record_line.school_id)",
            now,
            DAY
        )
    }
}

pub use store::{forget_old, keep_for, kept_days};
