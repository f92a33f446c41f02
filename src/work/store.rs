//! Works, their revisions, pictures, feedback and checks in the database.

use std::collections::BTreeMap;

use super::*;
use crate::id::{CheckId, FeedbackId, PictureId, RevisionId};
use crate::media::KeptPicture;
use crate::person::{Student, Viewer};
use crate::store::{Conn, StoreError, Tx, all, maybe, one, run};

/// What became of saving a work.
#[derive(Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is saved.
    Yes,
    /// Somebody saved it in the meantime, from another window most likely; nothing was changed.
    Stale,
    /// It is somebody else's; nothing was changed.
    NotTheirs,
}

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

#[derive(sqlx::FromRow)]
struct CardRow {
    #[sqlx(flatten)]
    work: Work,
    text: String,
    picture_id: Option<PictureId>,
    description: Option<String>,
    picture_width: Option<i64>,
    picture_height: Option<i64>,
    is_answered: bool,
}

impl Work {
    /// The work with this id and its student, when the viewer may see it.
    pub async fn find(conn: &mut Conn, viewer: &Viewer, id: &WorkId) -> Result<Option<(Self, Student)>, StoreError> {
        let work: Option<Self> = maybe!(
            conn,
            "SELECT id, school_id, student_id, title, form, language, audience, kept_at, version, changed_at
             FROM work WHERE school_id = $1 AND id = $2",
            &viewer.school_id,
            id
        )?;
        let Some(work) = work else { return Ok(None) };
        let student = Student::seen_by(conn, viewer, &work.student_id).await?;
        Ok(student.filter(|student| work.is_seen_by(student.standing)).map(|student| (work, student)))
    }

    /// A student's works that somebody who stands so to them may see, the last changed first.
    pub async fn of_student(conn: &mut Conn, student: &Student) -> Result<Vec<WorkCard>, StoreError> {
        let rows: Vec<CardRow> = all!(
            conn,
            "SELECT work.id, work.school_id, work.student_id, work.title, work.form, work.language, work.audience,
                work.kept_at, work.version, work.changed_at, revision.text,
                picture.id AS picture_id, picture.description, picture.width AS picture_width,
                picture.height AS picture_height,
                (EXISTS (SELECT 1 FROM feedback WHERE feedback.revision_id = revision.id)
                 OR EXISTS (SELECT 1 FROM mastery_check WHERE mastery_check.revision_id = revision.id)) AS is_answered
             FROM work
             JOIN revision ON revision.work_id = work.id
                AND revision.number = (SELECT max(r.number) FROM revision r WHERE r.work_id = work.id)
             LEFT JOIN revision_picture ON revision_picture.revision_id = revision.id AND revision_picture.position =
                (SELECT min(p.position) FROM revision_picture p WHERE p.revision_id = revision.id)
             LEFT JOIN picture ON picture.id = revision_picture.picture_id
             WHERE work.school_id = $1 AND work.student_id = $2 ORDER BY work.changed_at DESC, work.id",
            &student.school_id,
            &student.id
        )?;
        let mut roads = roads_of_student(conn, &student.school_id, &student.id).await?;
        let cards = rows.into_iter().filter(|row| row.work.is_seen_by(student.standing)).map(|row| {
            let targets = roads.remove(&row.work.id).unwrap_or_default();
            let picture = row.picture_id.map(|id| Picture {
                id,
                description: row.description.unwrap_or_default(),
                width: row.picture_width.unwrap_or_default(),
                height: row.picture_height.unwrap_or_default(),
            });
            WorkCard {
                state: WorkState::of(row.work.kept_at.is_some(), &targets),
                work: row.work,
                text: row.text,
                picture,
                is_answered: row.is_answered,
            }
        });
        Ok(cards.collect())
    }

    /// The targets chosen for a work.
    pub async fn targets(&self, conn: &mut Conn) -> Result<Vec<TargetId>, StoreError> {
        let targets: Vec<(TargetId,)> = all!(
            conn,
            "SELECT target_id FROM work_target WHERE school_id = $1 AND work_id = $2",
            &self.school_id,
            &self.id
        )?;
        Ok(targets.into_iter().map(|(target,)| target).collect())
    }

    /// What was answered for each of its targets.
    pub async fn state(&self, conn: &mut Conn) -> Result<WorkState, StoreError> {
        let mut roads = roads_of_student(conn, &self.school_id, &self.student_id).await?;
        Ok(WorkState::of(self.kept_at.is_some(), &roads.remove(&self.id).unwrap_or_default()))
    }

    /// Every revision with its pictures, the first one first.
    pub async fn revisions(&self, conn: &mut Conn) -> Result<Vec<Revision>, StoreError> {
        let mut revisions: Vec<Revision> = all!(
            conn,
            "SELECT id, number, text, reflection_prompt, reflection, made_at,
                (EXISTS (SELECT 1 FROM feedback WHERE feedback.revision_id = revision.id)
                 OR EXISTS (SELECT 1 FROM mastery_check WHERE mastery_check.revision_id = revision.id)) AS is_answered
             FROM revision WHERE school_id = $1 AND work_id = $2 ORDER BY number",
            &self.school_id,
            &self.id
        )?;
        #[derive(sqlx::FromRow)]
        struct Row {
            revision_id: RevisionId,
            #[sqlx(flatten)]
            picture: Picture,
        }
        let pictures: Vec<Row> = all!(
            conn,
            "SELECT revision_picture.revision_id, picture.id, description, width, height FROM picture
             JOIN revision_picture ON revision_picture.picture_id = picture.id
             WHERE picture.school_id = $1 AND picture.work_id = $2 ORDER BY revision_picture.position",
            &self.school_id,
            &self.id
        )?;
        for row in pictures {
            if let Some(revision) = revisions.iter_mut().find(|revision| revision.id == row.revision_id) {
                revision.pictures.push(row.picture);
            }
        }
        Ok(revisions)
    }

    /// The latest revision.
    pub async fn latest(&self, conn: &mut Conn) -> Result<Option<Revision>, StoreError> {
        Ok(self.revisions(conn).await?.pop())
    }

    /// Everything written about its revisions, the oldest first.
    pub async fn feedback(&self, conn: &mut Conn) -> Result<Vec<Feedback>, StoreError> {
        all!(
            conn,
            "SELECT feedback.id, revision_id, person.name AS author, person.role, feedback.text, feedback.language,
                feedback.made_at
             FROM feedback JOIN revision ON revision.id = feedback.revision_id
             JOIN person ON person.id = feedback.author_id
             WHERE feedback.school_id = $1 AND revision.work_id = $2 ORDER BY feedback.made_at, feedback.id",
            &self.school_id,
            &self.id
        )
    }

    /// Its mastery checks, the oldest first.
    pub async fn checks(&self, conn: &mut Conn) -> Result<Vec<Check>, StoreError> {
        #[derive(sqlx::FromRow)]
        struct Row {
            id: CheckId,
            revision_id: RevisionId,
            asked_at: At,
            answered_at: Option<At>,
            answered_by: Option<String>,
            target_id: TargetId,
            statement: String,
            criteria: String,
            answer: Option<Mastery>,
            next_step: String,
        }
        let rows: Vec<Row> = all!(
            conn,
            "SELECT mastery_check.id, revision_id, asked_at, answered_at, person.name AS answered_by, target_id,
                statement, criteria, answer, next_step
             FROM mastery_check
             JOIN check_answer ON check_answer.check_id = mastery_check.id
             JOIN learning_target ON learning_target.id = check_answer.target_id
             LEFT JOIN person ON person.id = mastery_check.answered_by
             WHERE mastery_check.school_id = $1 AND work_id = $2 ORDER BY asked_at, mastery_check.id, subject, statement",
            &self.school_id,
            &self.id
        )?;
        let mut checks: Vec<Check> = Vec::new();
        for row in rows {
            if checks.last().is_none_or(|check| check.id != row.id) {
                checks.push(Check {
                    id: row.id,
                    revision_id: row.revision_id,
                    asked_at: row.asked_at,
                    answered: row.answered_by.zip(row.answered_at),
                    answers: Vec::new(),
                });
            }
            if let Some(check) = checks.last_mut() {
                check.answers.push(CheckAnswer {
                    target_id: row.target_id,
                    statement: row.statement,
                    criteria: row.criteria,
                    answer: row.answer,
                    next_step: row.next_step,
                });
            }
        }
        Ok(checks)
    }

    /// Saves a work under this id: starts it, or changes it when it was made from `version`. Its words change only while
    /// its latest revision is open; its title, form, audience and targets always.
    pub async fn save(
        tx: &mut Tx,
        student: &Viewer,
        id: &WorkId,
        writing: &Writing,
        version: Option<i64>,
        keep: bool,
        now: At,
    ) -> Result<Saved, StoreError> {
        let there: Option<(SchoolId, PersonId, i64)> =
            maybe!(tx, "SELECT school_id, student_id, version FROM work WHERE id = $1", id)?;
        match there {
            None => start(tx, student, id, writing, keep, now).await?,
            Some((school, owner, _)) if school != student.school_id || owner != student.person_id => {
                return Ok(Saved::NotTheirs);
            }
            Some((_, _, stands)) if version.is_some_and(|from| from != stands) => return Ok(Saved::Stale),
            Some(_) => change(tx, student, id, writing, keep, now).await?,
        }
        choose_targets(tx, student, id, &writing.targets).await?;
        Ok(Saved::Yes)
    }

    /// Adds a revision that begins as a copy of the one before, pictures and all. Sending it twice adds it once.
    pub async fn add_revision(
        &self,
        tx: &mut Tx,
        id: &RevisionId,
        text: &str,
        (reflection_prompt, reflection): (&str, &str),
        now: At,
    ) -> Result<(), StoreError> {
        let latest: (RevisionId, i64) = one!(
            tx,
            "SELECT id, number FROM revision WHERE school_id = $1 AND work_id = $2 ORDER BY number DESC LIMIT 1",
            &self.school_id,
            &self.id
        )?;
        let added = run!(
            tx,
            "INSERT INTO revision (id, school_id, work_id, number, text, reflection_prompt, reflection, made_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING",
            id,
            &self.school_id,
            &self.id,
            latest.1 + 1,
            text,
            reflection_prompt,
            reflection,
            now
        )?;
        if added > 0 {
            run!(
                tx,
                "INSERT INTO revision_picture (school_id, revision_id, picture_id, position)
                 SELECT school_id, $1, picture_id, position FROM revision_picture WHERE school_id = $2 AND revision_id = $3",
                id,
                &self.school_id,
                &latest.0
            )?;
            self.touch(tx, now).await?;
        }
        Ok(())
    }

    /// Adds a picture to the end of a revision.
    pub async fn add_picture(
        &self,
        tx: &mut Tx,
        revision: &RevisionId,
        kept: &KeptPicture,
        now: At,
    ) -> Result<Picture, StoreError> {
        let picture = Picture {
            id: PictureId::new(),
            description: String::new(),
            width: i64::from(kept.width),
            height: i64::from(kept.height),
        };
        let [small, medium, large] = &kept.hashes;
        run!(
            tx,
            "INSERT INTO picture (id, school_id, work_id, description, width, height, small_hash, medium_hash, large_hash,
                added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            &picture.id,
            &self.school_id,
            &self.id,
            &picture.description,
            picture.width,
            picture.height,
            small,
            medium,
            large,
            now
        )?;
        run!(
            tx,
            "INSERT INTO revision_picture (school_id, revision_id, picture_id, position)
             SELECT $1, $2, $3, COALESCE(max(position), 0) + 1 FROM revision_picture WHERE revision_id = $2",
            &self.school_id,
            revision,
            &picture.id
        )?;
        Ok(picture)
    }

    /// Says what a picture of this work shows, for those who do not see it.
    pub async fn describe_picture(&self, tx: &mut Tx, picture: &PictureId, words: &str) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE picture SET description = $1 WHERE school_id = $2 AND work_id = $3 AND id = $4",
            words,
            &self.school_id,
            &self.id,
            picture
        )?;
        Ok(())
    }

    /// Takes a picture out of a revision of this work. Earlier revisions keep it.
    pub async fn take_out_picture(
        &self,
        tx: &mut Tx,
        revision: &RevisionId,
        picture: &PictureId,
    ) -> Result<(), StoreError> {
        run!(
            tx,
            "DELETE FROM revision_picture WHERE school_id = $1 AND revision_id = $2 AND picture_id = $3
             AND revision_id IN (SELECT id FROM revision WHERE work_id = $4)",
            &self.school_id,
            revision,
            picture,
            &self.id
        )?;
        Ok(())
    }

    /// Asks for a mastery check of a revision for the work's targets. Asking twice asks once; without targets there is
    /// nothing to ask, and the answer is no.
    pub async fn ask_for_check(&self, tx: &mut Tx, revision: &RevisionId, now: At) -> Result<bool, StoreError> {
        let targets = self.targets(tx).await?;
        if targets.is_empty() {
            return Ok(false);
        }
        let id = CheckId::new();
        let asked = run!(
            tx,
            "INSERT INTO mastery_check (id, school_id, work_id, revision_id, asked_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (revision_id) DO NOTHING",
            &id,
            &self.school_id,
            &self.id,
            revision,
            now
        )?;
        if asked > 0 {
            for target in &targets {
                run!(
                    tx,
                    "INSERT INTO check_answer (school_id, check_id, target_id, next_step) VALUES ($1, $2, $3, '')",
                    &self.school_id,
                    &id,
                    target
                )?;
            }
            self.touch(tx, now).await?;
        }
        Ok(true)
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

    async fn touch(&self, tx: &mut Tx, now: At) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE work SET changed_at = $1, version = version + 1 WHERE school_id = $2 AND id = $3",
            now,
            &self.school_id,
            &self.id
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
                AND EXISTS (SELECT 1 FROM advisory_member mine JOIN advisory_member theirs
                    ON theirs.advisory_id = mine.advisory_id
                    WHERE mine.person_id = $2 AND theirs.person_id = work.student_id)
             ORDER BY mastery_check.asked_at, mastery_check.id",
            &advisor.school_id,
            &advisor.person_id
        )
    }
}

impl Picture {
    /// The name of a picture's bytes, when the viewer may see its work.
    pub async fn bytes_seen_by(
        conn: &mut Conn,
        viewer: &Viewer,
        id: &PictureId,
        width: Width,
    ) -> Result<Option<String>, StoreError> {
        let kept: Option<(WorkId, String, String, String)> = maybe!(
            conn,
            "SELECT work_id, small_hash, medium_hash, large_hash FROM picture WHERE school_id = $1 AND id = $2",
            &viewer.school_id,
            id
        )?;
        let Some((work, small, medium, large)) = kept else { return Ok(None) };
        let seen = Work::find(conn, viewer, &work).await?.is_some();
        Ok(seen.then_some(match width {
            Width::Small => small,
            Width::Medium => medium,
            Width::Large => large,
        }))
    }
}

async fn start(
    tx: &mut Tx,
    student: &Viewer,
    id: &WorkId,
    writing: &Writing,
    keep: bool,
    now: At,
) -> Result<(), StoreError> {
    run!(
        tx,
        "INSERT INTO work (id, school_id, student_id, title, form, language, audience, kept_at, version, started_at,
            changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $9)",
        id,
        &student.school_id,
        &student.person_id,
        &writing.title,
        writing.form,
        &writing.language,
        writing.audience,
        keep.then_some(now),
        now
    )?;
    run!(
        tx,
        "INSERT INTO revision (id, school_id, work_id, number, text, reflection_prompt, reflection, made_at)
         VALUES ($1, $2, $3, 1, $4, $5, $6, $7)",
        RevisionId::new(),
        &student.school_id,
        id,
        &writing.text,
        &writing.reflection_prompt,
        &writing.reflection,
        now
    )?;
    Ok(())
}

async fn change(
    tx: &mut Tx,
    student: &Viewer,
    id: &WorkId,
    writing: &Writing,
    keep: bool,
    now: At,
) -> Result<(), StoreError> {
    run!(
        tx,
        "UPDATE work SET title = $1, form = $2, language = $3, audience = $4, kept_at = COALESCE(kept_at, $5),
            version = version + 1, changed_at = $6 WHERE school_id = $7 AND id = $8",
        &writing.title,
        writing.form,
        &writing.language,
        writing.audience,
        keep.then_some(now),
        now,
        &student.school_id,
        id
    )?;
    run!(
        tx,
        "UPDATE revision SET text = $1, reflection_prompt = $2, reflection = $3, made_at = $4
         WHERE school_id = $5 AND work_id = $6
            AND number = (SELECT max(r.number) FROM revision r WHERE r.work_id = $6)
            AND NOT EXISTS (SELECT 1 FROM feedback WHERE feedback.revision_id = revision.id)
            AND NOT EXISTS (SELECT 1 FROM mastery_check WHERE mastery_check.revision_id = revision.id)",
        &writing.text,
        &writing.reflection_prompt,
        &writing.reflection,
        now,
        &student.school_id,
        id
    )?;
    Ok(())
}

/// Sets a work's targets; what is no target of the school is passed over.
async fn choose_targets(tx: &mut Tx, student: &Viewer, id: &WorkId, targets: &[TargetId]) -> Result<(), StoreError> {
    run!(tx, "DELETE FROM work_target WHERE school_id = $1 AND work_id = $2", &student.school_id, id)?;
    for target in targets {
        run!(
            tx,
            "INSERT INTO work_target (school_id, work_id, target_id)
             SELECT school_id, $1, id FROM learning_target WHERE school_id = $2 AND id = $3
             ON CONFLICT (work_id, target_id) DO NOTHING",
            id,
            &student.school_id,
            target
        )?;
    }
    Ok(())
}

/// For each work of a student, what was asked and answered for each of its targets.
async fn roads_of_student(
    conn: &mut Conn,
    school: &SchoolId,
    student: &PersonId,
) -> Result<BTreeMap<WorkId, Vec<TargetRoad>>, StoreError> {
    let rows: Vec<(WorkId, TargetId, Option<CheckId>, Option<Mastery>)> = all!(
        conn,
        "SELECT work_target.work_id, work_target.target_id, answered.check_id, answered.answer
         FROM work JOIN work_target ON work_target.work_id = work.id
         LEFT JOIN (SELECT mastery_check.work_id, mastery_check.asked_at, check_answer.check_id,
                check_answer.target_id, check_answer.answer
             FROM check_answer JOIN mastery_check ON mastery_check.id = check_answer.check_id) answered
            ON answered.work_id = work.id AND answered.target_id = work_target.target_id
         WHERE work.school_id = $1 AND work.student_id = $2
         ORDER BY work_target.work_id, work_target.target_id, answered.asked_at",
        school,
        student
    )?;
    let mut roads: BTreeMap<WorkId, Vec<TargetRoad>> = BTreeMap::new();
    for (work, target, check, answer) in rows {
        let of_work = roads.entry(work).or_default();
        if of_work.last().is_none_or(|road| road.target_id != target) {
            of_work.push(TargetRoad { target_id: target, answers: Vec::new() });
        }
        if let (Some(_), Some(road)) = (check, of_work.last_mut()) {
            road.answers.push(answer);
        }
    }
    Ok(roads)
}
