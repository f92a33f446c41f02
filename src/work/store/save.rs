//! Saving works and adding revisions.

use super::*;
use crate::saved::Saved;
use crate::store::{Tx, run};

/// How the words of a work were kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptAs {
    /// In the revision that is written in.
    Written,
    /// As a revision of their own: somebody had answered the one they were written over.
    Revision,
}

impl Work {
    /// Saves a work under this id: starts it, or changes it when it was made from `version` (none: it was written as a
    /// new one). What stands and what was written are both kept, whatever happened in between: see [`Writing`].
    /// Words that became a revision are kept also where the rest of it is stale.
    pub async fn save(
        tx: &mut Tx,
        student: &Viewer,
        id: &WorkId,
        writing: &Writing,
        version: Option<i64>,
        keep: bool,
        now: At,
    ) -> Result<Saved<KeptAs>, StoreError> {
        if start(tx, student, id, writing, keep, now).await? {
            choose_targets(tx, student, id, &writing.targets).await?;
            return Ok(Saved::Kept(KeptAs::Written));
        }
        let Some(stands) = Self::held(tx, student, id).await? else { return Ok(Saved::Foreign) };
        // Whoever goes on writing wants it back.
        Self::bring_back(tx, &student.school_id, id).await?;
        let targets = stands.targets(tx).await?;
        let Some(mut latest) = stands.latest(tx).await? else { return Ok(Saved::Foreign) };
        let mut kept_as = KeptAs::Written;
        if writing.needs_a_revision(&latest) {
            let text = writing.text.as_deref().unwrap_or(&latest.text);
            let links = writing.links.as_deref().unwrap_or(&latest.links);
            let looking_back = (writing.reflection_prompt.as_str(), writing.reflection.as_str());
            stands.add_revision(tx, &RevisionId::new(), (text, links), looking_back, now).await?;
            latest = stands.latest(tx).await?.unwrap_or(latest);
            kept_as = KeptAs::Revision;
        }
        if writing.is_stale(version, &stands, &targets, &latest) {
            return Ok(Saved::Stale);
        }
        stands.change(tx, &latest, writing, keep, now).await?;
        choose_targets(tx, student, id, &writing.targets).await?;
        Ok(Saved::Kept(kept_as))
    }

    /// A student's own work, kept from changing under anybody else's hands until the transaction ends.
    pub async fn held(tx: &mut Tx, student: &Viewer, id: &WorkId) -> Result<Option<Self>, StoreError> {
        hold(tx, &student.school_id, id).await?;
        Ok(Self::find(tx, student, id).await?.map(|(work, _)| work).filter(|work| work.student_id == student.person_id))
    }

    /// A work, kept from changing until the transaction ends, for something its student sent before.
    pub async fn held_for_its_student(tx: &mut Tx, school: &SchoolId, id: &WorkId) -> Result<Option<Self>, StoreError> {
        hold(tx, school, id).await?;
        maybe!(
            tx,
            "SELECT id, school_id, student_id, title, form, language, audience, kept_at, version, changed_at
             FROM work WHERE school_id = $1 AND id = $2",
            school,
            id
        )
    }

    /// Adds a revision of these words and links that begins with the pictures and files of the one before. Sending it
    /// twice adds it once: `false` when there is one with this id already.
    pub async fn add_revision(
        &self,
        tx: &mut Tx,
        id: &RevisionId,
        (text, links): (&str, &str),
        (reflection_prompt, reflection): (&str, &str),
        now: At,
    ) -> Result<bool, StoreError> {
        hold(tx, &self.school_id, &self.id).await?;
        Self::bring_back(tx, &self.school_id, &self.id).await?;
        let Some(latest) = self.latest(tx).await? else { return Ok(false) };
        let added = run!(
            tx,
            "INSERT INTO revision (id, school_id, work_id, number, text, links, reflection_prompt, reflection, made_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING",
            id,
            &self.school_id,
            &self.id,
            latest.number + 1,
            text,
            links,
            reflection_prompt,
            reflection,
            now
        )?;
        if added == 0 {
            return Ok(false);
        }
        super::rendered::say_saved();
        run!(
            tx,
            "INSERT INTO revision_picture (school_id, revision_id, picture_id, position)
             SELECT school_id, $1, picture_id, position FROM revision_picture WHERE school_id = $2 AND revision_id = $3",
            id,
            &self.school_id,
            &latest.id
        )?;
        run!(
            tx,
            "INSERT INTO revision_file (school_id, revision_id, file_id, position)
             SELECT school_id, $1, file_id, position FROM revision_file WHERE school_id = $2 AND revision_id = $3",
            id,
            &self.school_id,
            &latest.id
        )?;
        self.touched(tx, now).await?;
        Ok(true)
    }

    async fn change(
        &self,
        tx: &mut Tx,
        latest: &Revision,
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
            &self.school_id,
            &self.id
        )?;
        // The student can look back at any time; the words that somebody answered stay.
        let is_open = latest.is_open(latest.number);
        let text = writing.text.as_deref().filter(|_| is_open).unwrap_or(&latest.text);
        let links = writing.links.as_deref().filter(|_| is_open).unwrap_or(&latest.links);
        run!(
            tx,
            "UPDATE revision SET text = $1, links = $2, reflection_prompt = $3, reflection = $4, made_at = $5,
                html_version = CASE WHEN text = $1 THEN html_version ELSE 0 END WHERE school_id = $6 AND id = $7",
            text,
            links,
            &writing.reflection_prompt,
            &writing.reflection,
            if is_open { now } else { latest.made_at },
            &self.school_id,
            &latest.id
        )?;
        super::rendered::say_saved();
        Ok(())
    }

    /// Notes that it was changed.
    pub async fn touched(&self, tx: &mut Tx, now: At) -> Result<(), StoreError> {
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

/// Keeps a work from changing under anybody else's hands until the transaction ends: on PostgreSQL two people, or one
/// person's two clicks, come at the same time.
pub(super) async fn hold(tx: &mut Tx, school: &SchoolId, id: &WorkId) -> Result<(), StoreError> {
    run!(tx, "UPDATE work SET version = version WHERE school_id = $1 AND id = $2", school, id)?;
    Ok(())
}

/// Starts a work; `false` when there is one with this id.
async fn start(
    tx: &mut Tx,
    student: &Viewer,
    id: &WorkId,
    writing: &Writing,
    keep: bool,
    now: At,
) -> Result<bool, StoreError> {
    let started = run!(
        tx,
        "INSERT INTO work (id, school_id, student_id, title, form, language, audience, kept_at, version, started_at,
            changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $9) ON CONFLICT (id) DO NOTHING",
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
    if started == 0 {
        return Ok(false);
    }
    run!(
        tx,
        "INSERT INTO revision (id, school_id, work_id, number, text, links, reflection_prompt, reflection, made_at)
         VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8)",
        RevisionId::new(),
        &student.school_id,
        id,
        writing.text.as_deref().unwrap_or_default(),
        writing.links.as_deref().unwrap_or_default(),
        &writing.reflection_prompt,
        &writing.reflection,
        now
    )?;
    super::rendered::say_saved();
    Ok(true)
}

/// Sets a work's targets; what is no target of the school is passed over.
async fn choose_targets(tx: &mut Tx, student: &Viewer, id: &WorkId, targets: &[TargetId]) -> Result<(), StoreError> {
    let schools: Vec<(TargetId,)> =
        all!(tx, "SELECT id FROM learning_target WHERE school_id = $1", &student.school_id)?;
    run!(tx, "DELETE FROM work_target WHERE school_id = $1 AND work_id = $2", &student.school_id, id)?;
    for (target,) in schools.iter().filter(|(target,)| targets.contains(target)) {
        run!(
            tx,
            "INSERT INTO work_target (school_id, work_id, target_id) VALUES ($1, $2, $3)",
            &student.school_id,
            id,
            target
        )?;
    }
    Ok(())
}
