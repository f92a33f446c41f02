//! Renditions, as they are kept.

use super::{Original, Rendition, WordsOf, fingerprint};
use crate::at::At;
use crate::id::{PersonId, RenditionId, SchoolId, SoundId};
use crate::language::Language;
use crate::person::Viewer;
use crate::saved::Saved;
use crate::store::{Conn, Ids, StoreError, Tx, all, ids_in, maybe, run};

/// Renditions, chosen as the words after say.
macro_rules! renditions {
    ($($rest:expr),+ $(,)?) => {
        concat!(
            "SELECT rendition.id, kind, thing_id, of_words, text, sound_id, language, made_by, maker.name AS maker_name, made_at,
                checker.name AS checker_name, checker.role AS checker_role,
                is_draft <> 0 AS is_draft
             FROM rendition JOIN person maker ON maker.id = made_by LEFT JOIN person checker ON checker.id = checked_by
             WHERE rendition.school_id = $1 AND ",
            $($rest),+
        )
    };
}

impl Rendition {
    /// What stands beside these things, the oldest first. Whoever calls has made sure that they may be seen.
    pub async fn beside<T: AsRef<str>>(
        conn: &mut Conn,
        school: &SchoolId,
        things: impl IntoIterator<Item = T>,
    ) -> Result<Vec<Self>, StoreError> {
        let things: Vec<T> = things.into_iter().collect();
        if things.is_empty() {
            return Ok(Vec::new());
        }
        all!(conn, renditions!("thing_id IN ", ids_in!("$2"), " ORDER BY rendition.id"), school, Ids::of(&things))
    }

    /// The one with this id, with the words it stands beside, when the viewer may see these.
    pub async fn seen_by(
        conn: &mut Conn,
        viewer: &Viewer,
        id: &RenditionId,
    ) -> Result<Option<(Self, Original)>, StoreError> {
        let found: Option<Self> = maybe!(conn, renditions!("rendition.id = $2"), &viewer.school_id, id)?;
        let Some(found) = found else { return Ok(None) };
        let original = Original::seen_by(conn, viewer, found.kind, &found.thing_id).await?;
        Ok(original.map(|original| (found, original)))
    }

    /// One that this person made, whether or not they still see what it stands beside.
    pub async fn of_maker(conn: &mut Conn, maker: &Viewer, id: &RenditionId) -> Result<Option<Self>, StoreError> {
        let (school, person) = (&maker.school_id, &maker.person_id);
        maybe!(conn, renditions!("rendition.id = $2 AND made_by = $3"), school, id, person)
    }

    /// Says that it is right, as it was read: one that was mended in the meantime is to be read again. Whoever brought a
    /// machine's draft makes it theirs by it, and others still check it.
    pub async fn check(&self, tx: &mut Tx, viewer: &Viewer, read_at: i64, now: At) -> Result<Saved, StoreError> {
        let checked = run!(
            tx,
            "UPDATE rendition SET is_draft = 0,
                checked_by = CASE WHEN made_by = $4 THEN checked_by ELSE COALESCE(checked_by, $4) END,
                checked_at = CASE WHEN made_by = $4 THEN checked_at ELSE COALESCE(checked_at, $5) END
             WHERE school_id = $1 AND id = $2 AND made_at = $3",
            &viewer.school_id,
            &self.id,
            read_at,
            &viewer.person_id,
            now
        )?;
        Ok(Saved::unless_stale(checked))
    }

    /// Whether the viewer may hear this recording of somebody who reads aloud; `None` when none here holds it.
    pub(crate) async fn may_hear(
        conn: &mut Conn,
        viewer: &Viewer,
        sound: &SoundId,
    ) -> Result<Option<bool>, StoreError> {
        let held: Vec<(WordsOf, String)> = all!(
            conn,
            "SELECT kind, thing_id FROM rendition WHERE school_id = $1 AND sound_id = $2",
            &viewer.school_id,
            sound
        )?;
        if held.is_empty() {
            return Ok(None);
        }
        for (kind, thing) in held {
            if Original::seen_by(conn, viewer, kind, &thing).await?.is_some() {
                return Ok(Some(true));
            }
        }
        Ok(Some(false))
    }
}

impl Original {
    /// Puts something beside them, or mends what this person has put there in this language: what is brought takes the place of
    /// what was there, and has to be checked again; a machine's draft says that it is one.
    pub async fn render(
        &self,
        tx: &mut Tx,
        (school, by): (&SchoolId, &PersonId),
        (text, sound, language, is_draft): (&str, Option<&SoundId>, &Language, bool),
        now: At,
    ) -> Result<(), StoreError> {
        run!(
            tx,
            "INSERT INTO rendition (id, school_id, kind, thing_id, of_words, text, sound_id, language, made_by, made_at,
                is_draft)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
             ON CONFLICT (thing_id, kind, language, made_by) DO UPDATE SET
                text = CASE WHEN excluded.text = '' THEN rendition.text ELSE excluded.text END,
                sound_id = COALESCE(excluded.sound_id, rendition.sound_id), of_words = excluded.of_words,
                is_draft = CASE WHEN excluded.text = '' THEN rendition.is_draft ELSE excluded.is_draft END,
                made_at = excluded.made_at, checked_by = NULL, checked_at = NULL",
            RenditionId::new(),
            school,
            self.of,
            &self.id,
            fingerprint(&self.text),
            text,
            sound,
            language,
            by,
            now,
            i64::from(is_draft && !text.is_empty())
        )?;
        Ok(())
    }
}
