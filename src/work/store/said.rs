//! What is said about works: feedback, mastery checks and their answers.

use super::save::hold;
use super::*;
use crate::id::FeedbackId;
use crate::store::{Tx, run};

/// A check that waits for an advisor.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct WaitingCheck {
    pub work_id: WorkId,
    pub title: String,
    pub language: Language,
    pub student_id: PersonId,
    pub student: String,
    pub asked_at: At,
}

/// What a student heard about a work: feedback, or the answer to a check.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Heard {
    pub work_id: WorkId,
    pub title: String,
    pub author: String,
    pub role: crate::person::Role,
    /// Empty for the answer to a check: that is read beside its targets.
    pub text: String,
    pub language: Language,
    pub at: At,
}

impl Heard {
    /// What a student heard since then, the newest first.
    pub async fn lately(conn: &mut Conn, student: &Student, since: At, most: i64) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            "SELECT work_id, title, author, role, text, language, at FROM (
                SELECT work.id AS work_id, work.title, person.name AS author, person.role, feedback.text,
                    feedback.language, feedback.made_at AS at, feedback.id AS id
                FROM feedback JOIN revision ON revision.id = feedback.revision_id
                JOIN work ON work.id = revision.work_id JOIN person ON person.id = feedback.author_id
                WHERE work.school_id = $1 AND work.student_id = $2
                UNION ALL
                SELECT work.id AS work_id, work.title, person.name AS author, person.role, '' AS text,
                    work.language, mastery_check.answered_at AS at, mastery_check.id AS id
                FROM mastery_check JOIN work ON work.id = mastery_check.work_id
                JOIN person ON person.id = mastery_check.answered_by
                WHERE work.school_id = $1 AND work.student_id = $2) heard
             WHERE at >= $3 ORDER BY at DESC, id DESC LIMIT $4",
            &student.school_id,
            &student.id,
            since,
            most
        )
    }
}

impl Work {
    /// Asks for a mastery check of the latest revision, or says why not now. Asking twice asks once.
    pub async fn ask_for_check(&self, tx: &mut Tx, now: At) -> Result<Result<(), NotNow>, StoreError> {
        hold(tx, &self.school_id, &self.id).await?;
        let Some(latest) = self.latest(tx).await? else { return Ok(Err(NotNow::Draft)) };
        let asked = match to_ask_for(self, &self.targets(tx).await?, &self.checks(tx).await?, &latest.id) {
            Ok(asked) => asked,
            Err(why) => return Ok(Err(why)),
        };
        let id = CheckId::new();
        run!(
            tx,
            "INSERT INTO mastery_check (id, school_id, work_id, revision_id, asked_at) VALUES ($1, $2, $3, $4, $5)",
            &id,
            &self.school_id,
            &self.id,
            &latest.id,
            now
        )?;
        for target in &asked {
            run!(
                tx,
                "INSERT INTO check_answer (school_id, check_id, target_id, next_step) VALUES ($1, $2, $3, '')",
                &self.school_id,
                &id,
                target
            )?;
        }
        self.touch(tx, now).await?;
        Ok(Ok(()))
    }

    /// Writes feedback on a revision of this work. Sending it twice writes it once.
    pub async fn give_feedback(
        &self,
        tx: &mut Tx,
        id: &FeedbackId,
        revision: &RevisionId,
        author: &PersonId,
        (text, language): (&str, &Language),
        now: At,
    ) -> Result<(), StoreError> {
        hold(tx, &self.school_id, &self.id).await?;
        run!(
            tx,
            "INSERT INTO feedback (id, school_id, revision_id, author_id, text, language, made_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING",
            id,
            &self.school_id,
            revision,
            author,
            text,
            language,
            now
        )?;
        Ok(())
    }
}

impl Check {
    /// The work a check belongs to, with its student, when the viewer may see it.
    pub async fn find(
        conn: &mut Conn,
        viewer: &Viewer,
        id: &CheckId,
    ) -> Result<Option<(Self, Work, Student)>, StoreError> {
        let work: Option<(WorkId,)> =
            maybe!(conn, "SELECT work_id FROM mastery_check WHERE school_id = $1 AND id = $2", &viewer.school_id, id)?;
        let Some((work,)) = work else { return Ok(None) };
        let Some((work, student)) = Work::find(conn, viewer, &work).await? else { return Ok(None) };
        let check = work.checks(conn).await?.into_iter().find(|check| check.id == *id);
        Ok(check.map(|check| (check, work, student)))
    }

    /// Answers a check, once: `false` when somebody has answered it already.
    pub async fn answer(
        &self,
        tx: &mut Tx,
        work: &Work,
        advisor: &PersonId,
        answers: &[(TargetId, Mastery, String)],
        now: At,
    ) -> Result<bool, StoreError> {
        let first = run!(
            tx,
            "UPDATE mastery_check SET answered_by = $1, answered_at = $2
             WHERE school_id = $3 AND id = $4 AND answered_at IS NULL",
            advisor,
            now,
            &work.school_id,
            &self.id
        )?;
        if first == 0 {
            return Ok(false);
        }
        for (target, answer, next_step) in answers {
            run!(
                tx,
                "UPDATE check_answer SET answer = $1, next_step = $2
                 WHERE school_id = $3 AND check_id = $4 AND target_id = $5",
                *answer,
                next_step,
                &work.school_id,
                &self.id,
                target
            )?;
        }
        work.touch(tx, now).await?;
        Ok(true)
    }

    /// The checks that wait for an advisor, the oldest first.
    pub async fn waiting_for(conn: &mut Conn, advisor: &Viewer) -> Result<Vec<WaitingCheck>, StoreError> {
        all!(
            conn,
            "SELECT work.id AS work_id, work.title, work.language, person.id AS student_id, person.name AS student,
                mastery_check.asked_at
             FROM mastery_check JOIN work ON work.id = mastery_check.work_id JOIN person ON person.id = work.student_id
             WHERE mastery_check.school_id = $1 AND mastery_check.answered_at IS NULL AND work.audience <> 'me'
                AND person.left_at IS NULL
                AND EXISTS (SELECT 1 FROM advisory_member mine JOIN advisory_member theirs
                    ON theirs.advisory_id = mine.advisory_id
                    WHERE mine.person_id = $2 AND theirs.person_id = work.student_id)
             ORDER BY mastery_check.asked_at, mastery_check.id",
            &advisor.school_id,
            &advisor.person_id
        )
    }
}
