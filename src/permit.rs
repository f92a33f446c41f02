//! Permits: somebody of the staff is let in to one work of a student's, beyond what they are to them. A permit names what it
//! opens and nothing else; student and advisor see it, and either ends it at once. It is asked for at every request, so that
//! one that has ended opens nothing at the next.

use crate::at::At;
use crate::id::{PermitId, PersonId, WorkId};
use crate::language::Language;

kinds! {
    /// What the student asks whoever is let in for.
    pub enum PermitAsk {
        /// Words on the work.
        Feedback = "feedback",
        /// And whether it is mastered, for targets of their subjects.
        Check = "check",
    }
}

/// That somebody is let in to a work.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Permit {
    pub id: PermitId,
    pub work_id: WorkId,
    pub student_id: PersonId,
    pub holder_id: PersonId,
    pub holder: String,
    pub asks: PermitAsk,
    /// What the student would like to hear about; may be empty.
    pub question: String,
    pub language: Language,
    pub asked_at: At,
    pub ended_at: Option<At>,
}

/// A permit to be given.
#[derive(Clone, Copy, Debug)]
pub struct NewPermit<'a> {
    pub id: &'a PermitId,
    pub work: &'a WorkId,
    pub student: &'a PersonId,
    pub holder: &'a PersonId,
    pub asks: PermitAsk,
    pub question: &'a str,
    pub language: &'a Language,
}

/// Somebody of the staff whom a student can ask, and what they teach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedTeacher {
    pub id: PersonId,
    pub name: String,
    pub subjects: Vec<String>,
}

/// A work that somebody of the staff was let in to, as their first page has it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct OpenedByPermit {
    pub work_id: WorkId,
    pub title: String,
    pub work_language: Language,
    pub student: String,
    pub asks: PermitAsk,
    pub asked_at: At,
    /// Whether they have said something to it since.
    pub is_answered: bool,
}

mod store {
    use super::*;
    use crate::id::SchoolId;
    use crate::person::{Student, Viewer};
    use crate::policy::Action;
    use crate::record::{NewLine, RecordedAct};
    use crate::store::{Conn, StoreError, Tx, all, maybe, one, run};

    /// Permits, chosen and ordered as the words after say: $1 is the school.
    macro_rules! permits {
        ($rest:literal) => {
            concat!(
                "SELECT permit.id, work_id, student_id, holder_id, person.name AS holder, asks, question,
                    permit.language, asked_at, ended_at
                 FROM permit JOIN person ON person.id = holder_id WHERE permit.school_id = $1 AND ",
                $rest
            )
        };
    }

    impl Permit {
        /// Who is let in to a work now, whoever asked last first.
        pub async fn of_work(conn: &mut Conn, school: &SchoolId, work: &WorkId) -> Result<Vec<Self>, StoreError> {
            all!(conn, permits!("work_id = $2 AND ended_at IS NULL ORDER BY asked_at DESC, permit.id"), school, work)
        }

        /// What lets this person in to a work now.
        pub async fn held(
            conn: &mut Conn,
            school: &SchoolId,
            work: &WorkId,
            holder: &PersonId,
        ) -> Result<Option<Self>, StoreError> {
            maybe!(
                conn,
                permits!("work_id = $2 AND holder_id = $3 AND ended_at IS NULL ORDER BY asked_at DESC LIMIT 1"),
                school,
                work,
                holder
            )
        }

        /// The permit with this id and its student, when the viewer may end it; one that has ended too.
        pub async fn find(
            conn: &mut Conn,
            viewer: &Viewer,
            id: &PermitId,
        ) -> Result<Option<(Self, Student)>, StoreError> {
            let permit: Option<Self> = maybe!(conn, permits!("permit.id = $2"), &viewer.school_id, id)?;
            let Some(permit) = permit else { return Ok(None) };
            let student = Student::seen_by(conn, viewer, &permit.student_id).await?;
            let student = student.filter(|student| student.standing.may_at_all(Action::EndPermit));
            Ok(student.map(|student| (permit, student)))
        }

        /// Ends it, once: whoever held it is out at the next request.
        pub async fn end(&self, tx: &mut Tx, by: &Viewer, now: At) -> Result<(), StoreError> {
            let ended = run!(
                tx,
                "UPDATE permit SET ended_at = $3, ended_by = $4 WHERE school_id = $1 AND id = $2 AND ended_at IS NULL",
                &by.school_id,
                &self.id,
                now,
                &by.person_id
            )?;
            if ended == 1 {
                let what = RecordedAct::PermitEnded;
                let (about, student) = (&self.holder_id, Some(&self.student_id));
                NewLine { what, by: Some(&by.person_id), about, student }.write(tx, &by.school_id, now).await?;
            }
            Ok(())
        }
    }

    impl NewPermit<'_> {
        /// Lets somebody in. Who is let in already is asked in other words; sent twice, it is given once.
        pub async fn give(&self, tx: &mut Tx, by: &Viewer, now: At) -> Result<(), StoreError> {
            let asked = run!(
                tx,
                "UPDATE permit SET asks = $4, question = $5, language = $6, asked_at = $7
                 WHERE school_id = $1 AND work_id = $2 AND holder_id = $3 AND ended_at IS NULL",
                &by.school_id,
                self.work,
                self.holder,
                self.asks,
                self.question,
                self.language,
                now
            )?;
            if asked > 0 {
                return Ok(());
            }
            let given = run!(
                tx,
                "INSERT INTO permit (id, school_id, student_id, holder_id, work_id, asks, question, language, asked_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING",
                self.id,
                &by.school_id,
                self.student,
                self.holder,
                self.work,
                self.asks,
                self.question,
                self.language,
                now
            )?;
            if given == 1 {
                let (what, student) = (RecordedAct::PermitGiven, Some(self.student));
                let line = NewLine { what, by: Some(&by.person_id), about: self.holder, student };
                line.write(tx, &by.school_id, now).await?;
            }
            Ok(())
        }
    }

    /// Ends every permit for a work: it is set aside.
    pub async fn end_of_work(
        tx: &mut Tx,
        school: &SchoolId,
        work: &WorkId,
        by: &PersonId,
        now: At,
    ) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE permit SET ended_at = $3, ended_by = $4 WHERE school_id = $1 AND work_id = $2 AND ended_at IS NULL",
            school,
            work,
            now,
            by
        )?;
        Ok(())
    }

    /// Ends every permit that somebody holds, or has given: they leave, or do something else here from now on.
    pub async fn end_of_person(
        tx: &mut Tx,
        school: &SchoolId,
        person: &PersonId,
        by: &PersonId,
        now: At,
    ) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE permit SET ended_at = $3, ended_by = $4
             WHERE school_id = $1 AND (holder_id = $2 OR student_id = $2) AND ended_at IS NULL",
            school,
            person,
            now,
            by
        )?;
        Ok(())
    }

    impl AskedTeacher {
        /// The staff whom a student can ask, in the order of their names: not those who accompany the student, who see it anyway.
        pub async fn of(conn: &mut Conn, student: &Student) -> Result<Vec<Self>, StoreError> {
            let rows: Vec<(PersonId, String, Option<String>)> = all!(
                conn,
                "SELECT person.id, name, subject FROM person LEFT JOIN teaches ON teaches.person_id = person.id
                 WHERE person.school_id = $1 AND role = 'advisor' AND left_at IS NULL
                    AND NOT EXISTS (SELECT 1 FROM advisory_member mine JOIN advisory_member theirs
                        ON theirs.advisory_id = mine.advisory_id
                        WHERE mine.person_id = person.id AND theirs.person_id = $2)
                 ORDER BY person.id, subject",
                &student.school_id,
                &student.id
            )?;
            let mut teachers: Vec<Self> = Vec::new();
            for (id, name, subject) in rows {
                if teachers.last().is_none_or(|last| last.id != id) {
                    teachers.push(Self { id, name, subjects: Vec::new() });
                }
                if let (Some(last), Some(subject)) = (teachers.last_mut(), subject) {
                    last.subjects.push(subject);
                }
            }
            crate::person::in_order_of_names(&mut teachers, |teacher| &teacher.name);
            Ok(teachers)
        }
    }

    /// Whether somebody was let in to something, and whether they stand in for somebody now: most of the staff are neither.
    pub async fn has_more_than_a_role(conn: &mut Conn, viewer: &Viewer) -> Result<(bool, bool), StoreError> {
        one!(
            conn,
            "SELECT EXISTS (SELECT 1 FROM permit WHERE school_id = $1 AND holder_id = $2 AND ended_at IS NULL) AS is_let_in,
                EXISTS (SELECT 1 FROM stand_in WHERE school_id = $1 AND person_id = $2 AND ended_at IS NULL
                    AND from_at <= $3 AND until_at > $3) AS stands_in",
            &viewer.school_id,
            &viewer.person_id,
            viewer.looks_at()
        )
    }

    impl OpenedByPermit {
        /// What somebody was let in to, what waits for their words first. A work that its student means for nobody else is
        /// not among them.
        pub async fn of(conn: &mut Conn, holder: &Viewer) -> Result<Vec<Self>, StoreError> {
            all!(
                conn,
                "SELECT * FROM (SELECT work.id AS work_id, work.title, work.language AS work_language,
                    COALESCE(person.called, person.name) AS student, permit.asks, permit.asked_at,
                    (EXISTS (SELECT 1 FROM feedback JOIN revision ON revision.id = feedback.revision_id
                        WHERE revision.work_id = work.id AND author_id = $2 AND feedback.made_at >= permit.asked_at)
                     OR EXISTS (SELECT 1 FROM mastery_check WHERE mastery_check.work_id = work.id
                        AND answered_by = $2 AND answered_at >= permit.asked_at)) AS is_answered
                 FROM permit JOIN work ON work.id = permit.work_id JOIN person ON person.id = permit.student_id
                 WHERE permit.school_id = $1 AND permit.holder_id = $2 AND permit.ended_at IS NULL
                    AND work.kept_at IS NOT NULL AND work.binned_at IS NULL AND work.audience <> 'me'
                    AND person.left_at IS NULL) opened
                 ORDER BY is_answered, asked_at DESC, work_id",
                &holder.school_id,
                &holder.person_id
            )
        }
    }
}

pub use store::{end_of_person, end_of_work, has_more_than_a_role};
