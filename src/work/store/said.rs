//! What is said about works, and what the student makes of it.

use super::save::hold;
use super::*;
use crate::id::{FeedbackId, FileId};
use crate::person::Role;
use crate::record::{NewLine, RecordedAct};
use crate::saved::Saved;
use crate::store::{Tx, run};

/// What a student heard about a work: feedback, or the answer to a check.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct LatelySaid {
    pub work_id: WorkId,
    pub title: String,
    pub author: String,
    pub role: Role,
    /// Empty for the answer to a check: that is read beside its targets.
    pub text: String,
    pub language: Language,
    pub at: At,
}

impl LatelySaid {
    /// What a student heard since then, the newest first.
    pub async fn lately(conn: &mut Conn, student: &Student, since: At, most: i64) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            "SELECT work_id, title, author, role, text, language, at FROM (
                SELECT work.id AS work_id, work.title, person.name AS author, person.role, feedback.text,
                    feedback.language, feedback.made_at AS at, feedback.id AS id
                FROM feedback JOIN revision ON revision.id = feedback.revision_id
                JOIN work ON work.id = revision.work_id JOIN person ON person.id = feedback.author_id
                WHERE work.school_id = $1 AND work.student_id = $2 AND feedback.withdrawn_at IS NULL
                    AND NOT EXISTS (SELECT 1 FROM feedback_hidden WHERE feedback_hidden.feedback_id = feedback.id)
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

/// Feedback as its tables have it.
#[derive(sqlx::FromRow)]
struct SaidRow {
    id: FeedbackId,
    revision_id: RevisionId,
    author_id: PersonId,
    author: String,
    role: Role,
    starter: Option<Starter>,
    text: String,
    language: Language,
    passage: String,
    picture_id: Option<PictureId>,
    spot: Option<Spot>,
    file_id: Option<FileId>,
    at_second: Option<i64>,
    made_at: At,
    use_made: Option<UseMade>,
    reason: Option<String>,
    answer_language: Option<Language>,
    answer_version: Option<i64>,
    answered_at: Option<At>,
    hidden_by: Option<String>,
    hidden_by_id: Option<PersonId>,
    hidden_reason: Option<String>,
    hidden_at: Option<At>,
    version: i64,
    withdrawn_at: Option<At>,
}

impl From<SaidRow> for Feedback {
    fn from(row: SaidRow) -> Self {
        let answer = row.use_made.zip(row.answer_language).zip(row.answered_at);
        let answer = answer.map(|((use_made, language), at)| FeedbackAnswer {
            use_made,
            reason: row.reason.unwrap_or_default(),
            language,
            version: row.answer_version.unwrap_or_default(),
            at,
        });
        let hidden = row.hidden_by.zip(row.hidden_by_id).zip(row.hidden_at);
        let hidden =
            hidden.map(|((by, by_id), at)| Hidden { by, by_id, reason: row.hidden_reason.unwrap_or_default(), at });
        let pointing = Pointing {
            passage: row.passage,
            picture: row.picture_id.map(|picture| (picture, row.spot)),
            second: row.file_id.zip(row.at_second),
        };
        Self {
            id: row.id,
            revision_id: row.revision_id,
            author_id: row.author_id,
            author: row.author,
            role: row.role,
            starter: row.starter,
            text: row.text,
            language: row.language,
            pointing,
            made_at: row.made_at,
            answer,
            hidden,
            version: row.version,
            earlier: Vec::new(),
            withdrawn_at: row.withdrawn_at,
        }
    }
}

impl Work {
    /// Everything written about its revisions, the oldest first; what is hidden too.
    pub async fn feedback(&self, conn: &mut Conn) -> Result<Vec<Feedback>, StoreError> {
        let rows: Vec<SaidRow> = all!(
            conn,
            "SELECT feedback.id, revision_id, feedback.author_id, person.name AS author, person.role, starter,
                feedback.text, feedback.language, passage, picture_id, spot, file_id, at_second,
                feedback.made_at,
                feedback_answer.use_made, feedback_answer.reason, feedback_answer.language AS answer_language,
                feedback_answer.version AS answer_version, feedback_answer.answered_at,
                hider.name AS hidden_by, feedback_hidden.hidden_by AS hidden_by_id, feedback_hidden.reason AS hidden_reason, feedback_hidden.hidden_at,
                feedback.version, feedback.withdrawn_at
             FROM feedback JOIN revision ON revision.id = feedback.revision_id
             JOIN person ON person.id = feedback.author_id
             LEFT JOIN feedback_answer ON feedback_answer.feedback_id = feedback.id
             LEFT JOIN feedback_hidden ON feedback_hidden.feedback_id = feedback.id
             LEFT JOIN person hider ON hider.id = feedback_hidden.hidden_by
             WHERE feedback.school_id = $1 AND revision.work_id = $2 ORDER BY feedback.made_at, feedback.id",
            &self.school_id,
            &self.id
        )?;
        let mut feedback: Vec<Feedback> = rows.into_iter().map(Feedback::from).collect();
        if feedback.iter().any(|feedback| feedback.version > 1) {
            self.earlier_words(conn, &mut feedback).await?;
        }
        Ok(feedback)
    }

    async fn earlier_words(&self, conn: &mut Conn, all: &mut [Feedback]) -> Result<(), StoreError> {
        #[derive(sqlx::FromRow)]
        struct WordingRow {
            feedback_id: FeedbackId,
            #[sqlx(flatten)]
            words: EarlierWords,
        }
        let rows: Vec<WordingRow> = all!(
            conn,
            "SELECT feedback_id, feedback_wording.text, feedback_wording.language, worded_at FROM feedback_wording
             JOIN feedback ON feedback.id = feedback_id JOIN revision ON revision.id = feedback.revision_id
             WHERE feedback_wording.school_id = $1 AND work_id = $2 ORDER BY feedback_wording.version DESC",
            &self.school_id,
            &self.id
        )?;
        for row in rows {
            if let Some(feedback) = all.iter_mut().find(|feedback| feedback.id == row.feedback_id) {
                feedback.earlier.push(row.words);
            }
        }
        Ok(())
    }

    /// Writes feedback on a revision of this work. Sending it twice writes it once.
    pub async fn give_feedback(&self, tx: &mut Tx, new: &NewFeedback<'_>, now: At) -> Result<Saved, StoreError> {
        hold(tx, &self.school_id, &self.id).await?;
        run!(
            tx,
            "INSERT INTO feedback (id, school_id, revision_id, author_id, text, language, passage, picture_id, spot,
                file_id, at_second, starter, made_at)
             SELECT $1, school_id, id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 FROM revision
             WHERE school_id = $12 AND work_id = $13 AND id = $14 ON CONFLICT (id) DO NOTHING",
            new.id,
            new.author,
            new.text,
            new.language,
            &new.pointing.passage,
            new.pointing.picture.as_ref().map(|(picture, _)| picture),
            new.pointing.picture.as_ref().and_then(|(_, spot)| *spot),
            new.pointing.second.as_ref().map(|(file, _)| file),
            new.pointing.second.as_ref().map(|(_, second)| *second),
            new.starter,
            now,
            &self.school_id,
            &self.id,
            new.revision
        )?;
        let there = self.feedback(tx).await?.into_iter().find(|feedback| feedback.id == *new.id);
        Ok(Saved::if_theirs(there.is_some_and(|feedback| feedback.author_id == *new.author)))
    }

    /// Whether others see its road or its result only.
    pub async fn shows(&self, conn: &mut Conn) -> Result<Shows, StoreError> {
        let shows: Option<(Shows,)> =
            maybe!(conn, "SELECT shows FROM work WHERE school_id = $1 AND id = $2", &self.school_id, &self.id)?;
        Ok(shows.map_or(Shows::Result, |(shows,)| shows))
    }

    /// Shows the road, or the result only.
    pub async fn show(&self, tx: &mut Tx, shows: Shows) -> Result<(), StoreError> {
        run!(tx, "UPDATE work SET shows = $1 WHERE school_id = $2 AND id = $3", shows, &self.school_id, &self.id)?;
        Ok(())
    }
}

/// Feedback to be written.
#[derive(Clone, Copy, Debug)]
pub struct NewFeedback<'a> {
    pub id: &'a FeedbackId,
    pub revision: &'a RevisionId,
    pub author: &'a PersonId,
    pub starter: Option<Starter>,
    pub text: &'a str,
    pub language: &'a Language,
    pub pointing: &'a Pointing,
}

impl Feedback {
    /// Feedback with the work it is about and its student, when the viewer may see that work.
    pub async fn find(
        conn: &mut Conn,
        viewer: &Viewer,
        id: &FeedbackId,
    ) -> Result<Option<(Self, Work, Student)>, StoreError> {
        let work: Option<(WorkId,)> = maybe!(
            conn,
            "SELECT revision.work_id FROM feedback JOIN revision ON revision.id = feedback.revision_id
             WHERE feedback.school_id = $1 AND feedback.id = $2",
            &viewer.school_id,
            id
        )?;
        let Some((work,)) = work else { return Ok(None) };
        let Some((work, student)) = Work::find(conn, viewer, &work).await? else { return Ok(None) };
        let feedback = work.feedback(conn).await?.into_iter().find(|feedback| feedback.id == *id);
        Ok(feedback.map(|feedback| (feedback, work, student)))
    }

    /// What the viewer said themselves, with the work it is about, whether or not they still see that.
    pub async fn of_author(
        conn: &mut Conn,
        viewer: &Viewer,
        id: &FeedbackId,
    ) -> Result<Option<(Self, Work)>, StoreError> {
        let work: Option<(WorkId,)> = maybe!(
            conn,
            "SELECT revision.work_id FROM feedback JOIN revision ON revision.id = feedback.revision_id
             WHERE feedback.school_id = $1 AND feedback.id = $2 AND feedback.author_id = $3",
            &viewer.school_id,
            id,
            &viewer.person_id
        )?;
        let Some((work,)) = work else { return Ok(None) };
        let Some(work) = Work::in_school(conn, &viewer.school_id, &work).await? else { return Ok(None) };
        let feedback = work.feedback(conn).await?.into_iter().find(|feedback| feedback.id == *id);
        Ok(feedback.map(|feedback| (feedback, work)))
    }

    /// Its author puts it in other words; how it read before is kept. `read` is the version it was corrected from.
    pub async fn correct(
        &self,
        tx: &mut Tx,
        work: &Work,
        read: i64,
        (text, language): (&str, &Language),
        now: At,
    ) -> Result<Saved, StoreError> {
        if self.text == text && self.language == *language {
            return Ok(Saved::Kept(()));
        }
        run!(
            tx,
            "INSERT INTO feedback_wording (school_id, feedback_id, version, text, language, worded_at)
             SELECT school_id, id, version, text, language, COALESCE(changed_at, made_at) FROM feedback
             WHERE school_id = $1 AND id = $2 AND version = $3 ON CONFLICT DO NOTHING",
            &work.school_id,
            &self.id,
            read
        )?;
        let changed = run!(
            tx,
            "UPDATE feedback SET text = $1, language = $2, changed_at = $3, version = version + 1
             WHERE school_id = $4 AND id = $5 AND version = $6 AND withdrawn_at IS NULL",
            text,
            language,
            now,
            &work.school_id,
            &self.id,
            read
        )?;
        Ok(Saved::unless_stale(changed))
    }

    /// Says what became of it, in place of what was said before; `read` is the version of that, none when it was unanswered.
    pub async fn say_what_became(
        &self,
        tx: &mut Tx,
        work: &Work,
        read: Option<i64>,
        (use_made, reason, language): (UseMade, &str, &Language),
        now: At,
    ) -> Result<Saved, StoreError> {
        let kept = match read {
            None => run!(
                tx,
                "INSERT INTO feedback_answer (feedback_id, school_id, use_made, reason, language, version, answered_at)
                 VALUES ($1, $2, $3, $4, $5, 1, $6) ON CONFLICT (feedback_id) DO NOTHING",
                &self.id,
                &work.school_id,
                use_made,
                reason,
                language,
                now
            )?,
            Some(read) => run!(
                tx,
                "UPDATE feedback_answer SET use_made = $1, reason = $2, language = $3, version = version + 1
                 WHERE school_id = $4 AND feedback_id = $5 AND version = $6",
                use_made,
                reason,
                language,
                &work.school_id,
                &self.id,
                read
            )?,
        };
        Ok(Saved::unless_stale(kept))
    }

    /// Takes it out of sight. The words are kept, and so is the first reason.
    pub async fn hide(&self, tx: &mut Tx, work: &Work, by: &PersonId, reason: &str, now: At) -> Result<(), StoreError> {
        run!(
            tx,
            "INSERT INTO feedback_hidden (feedback_id, school_id, hidden_by, reason, hidden_at)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (feedback_id) DO NOTHING",
            &self.id,
            &work.school_id,
            by,
            reason,
            now
        )?;
        // What a student hides is theirs, and nobody's to read.
        if *by != work.student_id {
            let line = NewLine { what: RecordedAct::WordsHidden, by: Some(by), about: &work.student_id, student: None };
            line.write(tx, &work.school_id, now).await?;
        }
        Ok(())
    }
}
