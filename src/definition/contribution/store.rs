//! Contributions in the database.

use std::collections::HashMap;

use super::*;
use crate::definition::Definition;
use crate::hidden::in_sight;
use crate::id::{DefinitionId, PhotoId, SchoolId, SchoolPromptId, SoundId};
use crate::person::Viewer;
use crate::policy::{Action, Standing};
use crate::saved::Saved;
use crate::store::{Conn, Ids, StoreError, Tx, all, ids_in, maybe, run};

/// What somebody brings.
#[derive(Clone, Debug)]
pub struct NewContribution {
    /// Made when the form was shown, so that sending it twice adds it once.
    pub id: ContributionId,
    pub section: Section,
    pub author_id: PersonId,
    pub written_by: PersonId,
    pub asked: Asked,
    pub said: Saying,
}

/// What a contribution answers, in its columns.
#[derive(sqlx::FromRow)]
pub(super) struct AskedRow {
    prompt: String,
    school_prompt_id: Option<SchoolPromptId>,
    school_prompt_version: Option<i64>,
}

impl From<AskedRow> for Asked {
    fn from(row: AskedRow) -> Self {
        let posed = row.school_prompt_id.zip(row.school_prompt_version);
        Self::from_kept(&row.prompt, posed.map(|(id, version)| Posed { id, version }))
    }
}

/// What tells two sayings apart, for one that comes twice.
#[derive(PartialEq, Eq, sqlx::FromRow)]
struct TakenRow {
    text: String,
    transcript: String,
    sound_id: Option<SoundId>,
    photo_id: Option<PhotoId>,
}

impl Saying {
    pub(crate) fn photo_id(&self) -> Option<&PhotoId> {
        self.photo.as_ref().map(|photo| &photo.id)
    }

    pub(crate) fn photo_words(&self) -> &str {
        self.photo.as_ref().map_or("", |photo| &photo.words)
    }

    fn told_apart(&self) -> TakenRow {
        TakenRow {
            text: self.text.clone(),
            transcript: self.transcript.clone(),
            sound_id: self.sound.clone(),
            photo_id: self.photo_id().cloned(),
        }
    }
}

impl Contribution {
    /// The contributions to a definition that somebody who stands so to the student may see, the oldest first; what is hidden
    /// only where it is their own, and it is said who looks ([`Definition::looked_at_by`]).
    pub async fn of_definition(
        conn: &mut Conn,
        definition: &Definition,
        standing: Standing,
    ) -> Result<Vec<Self>, StoreError> {
        let mut contributions: Vec<Self> = all!(
            conn,
            concat!(
                "SELECT contribution.id, section, author_id, author.name AS author_name, author.role AS author_role,
                kinship.words AS author_kinship, written_by, writer.name AS writer_name, prompt,
                school_prompt_id, school_prompt_version, text, transcript, sound_id, photo_id, photo.width AS photo_width, photo.height AS photo_height, photo_words,
                language, version, made_at
             FROM contribution
             JOIN person author ON author.id = author_id
             JOIN person writer ON writer.id = written_by
             LEFT JOIN photo ON photo.id = photo_id
             LEFT JOIN kinship ON kinship.person_id = author_id AND kinship.student_id = $3
             WHERE contribution.school_id = $1 AND definition_id = $2 AND withdrawn_at IS NULL AND ",
                in_sight!("contribution", "$4"),
                " ORDER BY made_at, contribution.id"
            ),
            &definition.school_id,
            &definition.id,
            &definition.student_id,
            definition.looked_at_by.as_ref().map_or("", |person| person.as_str())
        )?;
        contributions.retain(|contribution| definition.may(standing, Action::SeeSection, contribution.section));
        Ok(contributions)
    }

    /// What the viewer said themselves, whether or not they still see it; and the definition it was brought to.
    pub async fn of_author(
        conn: &mut Conn,
        viewer: &Viewer,
        id: &ContributionId,
    ) -> Result<Option<(Definition, Section, Saying)>, StoreError> {
        #[derive(sqlx::FromRow)]
        struct OwnWordsRow {
            section: Section,
            #[sqlx(flatten, try_from = "saying::SayingRow")]
            said: Saying,
        }
        let own: Option<OwnWordsRow> = maybe!(
            conn,
            "SELECT section, text, transcript, language, sound_id, photo_id, photo.width AS photo_width,
                photo.height AS photo_height, photo_words
             FROM contribution LEFT JOIN photo ON photo.id = photo_id
             WHERE contribution.school_id = $1 AND contribution.id = $2 AND author_id = $3 AND withdrawn_at IS NULL",
            &viewer.school_id,
            id,
            &viewer.person_id
        )?;
        let Some(own) = own else { return Ok(None) };
        let definition = Self::definition_of(conn, &viewer.school_id, id).await?;
        Ok(definition.map(|definition| (definition, own.section, own.said)))
    }

    /// Who brought something to which section of each of these definitions, each once; who may see it is for the asker.
    pub async fn voices_of_each(
        conn: &mut Conn,
        viewer: &Viewer,
        definitions: impl IntoIterator<Item = &DefinitionId>,
    ) -> Result<HashMap<DefinitionId, Vec<(Section, Role, String)>>, StoreError> {
        let all: Vec<(DefinitionId, Section, Role, String)> = all!(
            conn,
            concat!(
                "SELECT DISTINCT definition_id, section, author.role, author.name
                 FROM contribution JOIN person author ON author.id = author_id
                 WHERE contribution.school_id = $1 AND withdrawn_at IS NULL AND ",
                in_sight!("contribution", "$3"),
                " AND definition_id IN ",
                ids_in!("$2")
            ),
            &viewer.school_id,
            Ids::of(definitions),
            &viewer.person_id
        )?;
        let mut voices: HashMap<DefinitionId, Vec<(Section, Role, String)>> = HashMap::new();
        for (definition, section, role, name) in all {
            voices.entry(definition).or_default().push((section, role, name));
        }
        Ok(voices)
    }

    /// Adds what somebody brings. The same words under the same id are added once; other words under an id that is
    /// taken are words nobody has yet, and are added under a new one.
    pub async fn add(
        tx: &mut Tx,
        definition: &Definition,
        new: &NewContribution,
        now: At,
    ) -> Result<ContributionId, StoreError> {
        let taken: Option<TakenRow> = maybe!(
            tx,
            "SELECT text, transcript, sound_id, photo_id FROM contribution
             WHERE school_id = $1 AND definition_id = $2 AND id = $3 AND written_by = $4",
            &definition.school_id,
            &definition.id,
            &new.id,
            &new.written_by
        )?;
        if taken.is_some_and(|taken| taken == new.said.told_apart()) {
            return Ok(new.id.clone());
        }
        if Self::insert(tx, definition, &new.id, new, now).await? {
            return Ok(new.id.clone());
        }
        let id = ContributionId::new();
        Self::insert(tx, definition, &id, new, now).await?;
        Ok(id)
    }

    /// The definition a contribution belongs to.
    pub async fn definition_of(
        conn: &mut Conn,
        school: &SchoolId,
        id: &ContributionId,
    ) -> Result<Option<Definition>, StoreError> {
        let found: Option<(DefinitionId,)> =
            maybe!(conn, "SELECT definition_id FROM contribution WHERE school_id = $1 AND id = $2", school, id)?;
        match found {
            Some((definition,)) => Definition::find(conn, school, &definition).await,
            None => Ok(None),
        }
    }

    /// Puts it in other words, when they are its author's and it is still the version they were made from; how it was
    /// before is kept. What its author says themself is written down by nobody else any more.
    pub async fn reword(
        &self,
        tx: &mut Tx,
        definition: &Definition,
        author: &PersonId,
        from_version: i64,
        said: &Saying,
        now: At,
    ) -> Result<Saved, StoreError> {
        if self.version == from_version && self.author_id == *author && self.said == *said && !self.was_written_down() {
            return Ok(Saved::Kept(()));
        }
        // Whoever keeps a version first changes it; somebody else who comes from the same one is told.
        let kept = run!(
            tx,
            "INSERT INTO contribution_wording
                (school_id, contribution_id, version, text, transcript, language, sound_id, photo_id, photo_words,
                 written_by, changed_at)
             SELECT school_id, id, version, text, transcript, language, sound_id, photo_id, photo_words, written_by,
                COALESCE(changed_at, made_at)
             FROM contribution WHERE school_id = $1 AND id = $2 AND author_id = $3 AND version = $4
             ON CONFLICT (contribution_id, version) DO NOTHING",
            &definition.school_id,
            &self.id,
            author,
            from_version
        )?;
        if kept == 0 {
            return Ok(Saved::Stale);
        }
        run!(
            tx,
            "UPDATE contribution SET text = $5, transcript = $6, language = $7, sound_id = $8, photo_id = $9,
                photo_words = $10, changed_at = $11, written_by = author_id, version = version + 1
             WHERE school_id = $1 AND id = $2 AND author_id = $3 AND version = $4",
            &definition.school_id,
            &self.id,
            author,
            from_version,
            &said.text,
            &said.transcript,
            &said.language,
            &said.sound,
            said.photo_id(),
            said.photo_words(),
            now
        )?;
        Ok(Saved::Kept(()))
    }

    async fn insert(
        tx: &mut Tx,
        definition: &Definition,
        id: &ContributionId,
        new: &NewContribution,
        now: At,
    ) -> Result<bool, StoreError> {
        let added = run!(
            tx,
            "INSERT INTO contribution
                (id, school_id, definition_id, section, author_id, written_by, prompt, text, transcript, language,
                 sound_id, photo_id, photo_words, version, made_at, school_prompt_id, school_prompt_version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14, $15, $16) ON CONFLICT (id) DO NOTHING",
            id,
            &definition.school_id,
            &definition.id,
            new.section,
            &new.author_id,
            &new.written_by,
            new.asked.kept(),
            &new.said.text,
            &new.said.transcript,
            &new.said.language,
            &new.said.sound,
            new.said.photo_id(),
            new.said.photo_words(),
            now,
            new.asked.posed().map(|posed| &posed.id),
            new.asked.posed().map(|posed| posed.version)
        )?;
        Ok(added == 1)
    }
}
