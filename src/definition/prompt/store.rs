//! A school's words in the database.
//!
//! Whoever changes them begins with [`begin`]: it lets one after another in, and tells everybody who keeps a copy in
//! memory that it is out of date once the change is kept.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::*;
use crate::arranging::{Side, put};
use crate::at::At;
use crate::id::SchoolId;
use crate::language::Languages;
use crate::saved::Saved;
use crate::store::{Conn, StoreError, Tx, all, maybe, one, run};

/// JSON in a column. What is there we wrote ourselves; what cannot be read says nothing.
fn from_json<T: DeserializeOwned + Default>(json: &str) -> T {
    serde_json::from_str(json).unwrap_or_default()
}

fn to_json<T: Serialize>(words: &T) -> String {
    serde_json::to_string(words).unwrap_or_default()
}

/// Begins a change.
async fn begin(tx: &mut Tx, school: &SchoolId) -> Result<(), StoreError> {
    run!(tx, "UPDATE school SET words_version = words_version + 1 WHERE id = $1", school)?;
    Ok(())
}

impl SchoolWords {
    /// How a school words the definition.
    pub async fn of(conn: &mut Conn, school: &SchoolId) -> Result<Self, StoreError> {
        let (languages,): (Languages,) = one!(conn, "SELECT languages FROM school WHERE id = $1", school)?;
        let names: Vec<(Section, String, i64)> =
            all!(conn, "SELECT section, names, version FROM school_section WHERE school_id = $1", school)?;
        let prompts: Vec<SchoolPrompt> = all!(
            conn,
            "SELECT id, section, version, put_away_at IS NOT NULL AS is_put_away FROM school_prompt
             WHERE school_id = $1 ORDER BY position, id",
            school
        )?;
        let wordings: Vec<(SchoolPromptId, i64, String)> =
            all!(conn, "SELECT prompt_id, version, words FROM school_prompt_wording WHERE school_id = $1", school)?;
        let put_away: Vec<(String,)> = all!(conn, "SELECT prompt FROM prompt_put_away WHERE school_id = $1", school)?;
        Ok(Self {
            languages,
            names: names.into_iter().map(|(section, names, version)| (section, (from_json(&names), version))).collect(),
            prompts,
            wordings: (wordings.into_iter())
                .map(|(id, version, words)| (Posed { id, version }, from_json(&words)))
                .collect(),
            put_away: put_away.iter().filter_map(|(prompt,)| Prompt::named(prompt)).collect(),
        })
    }

    /// How a school words the definition, held as it is until the change that is coming is kept.
    pub async fn held(tx: &mut Tx, school: &SchoolId) -> Result<Self, StoreError> {
        begin(tx, school).await?;
        Self::of(tx, school).await
    }

    /// Names a section, when its names are still those that were read.
    pub async fn rename(
        &self,
        tx: &mut Tx,
        school: &SchoolId,
        section: Section,
        from_version: i64,
        names: &SectionNames,
    ) -> Result<Saved, StoreError> {
        let (known, version) = self.section_names(section);
        if known == *names {
            return Ok(Saved::Kept(()));
        }
        if version != from_version {
            return Ok(Saved::Stale);
        }
        run!(
            tx,
            "INSERT INTO school_section (school_id, section, names, version) VALUES ($1, $2, $3, $4)
             ON CONFLICT (school_id, section) DO UPDATE SET names = excluded.names, version = excluded.version",
            school,
            section,
            to_json(names),
            version + 1
        )?;
        Ok(Saved::Kept(()))
    }

    /// Adds a prompt, after those that are there. The same words under the same id are added once; other words under an id
    /// that is taken are a prompt of their own.
    pub async fn add(
        &self,
        tx: &mut Tx,
        school: &SchoolId,
        id: &SchoolPromptId,
        section: Section,
        words: &PromptWords,
    ) -> Result<Saved<SchoolPromptId>, StoreError> {
        let first = Posed { id: id.clone(), version: 1 };
        if self.wording(&first) == Some(words) {
            return Ok(Saved::Kept(id.clone()));
        }
        if !self.has_room(section) {
            return Ok(Saved::Full);
        }
        if insert(tx, school, id, section, words).await? {
            return Ok(Saved::Kept(id.clone()));
        }
        let id = SchoolPromptId::new();
        insert(tx, school, &id, section, words).await?;
        Ok(Saved::Kept(id))
    }

    /// Words a prompt differently, when its wording is still the one that was read. What it said before stays with the
    /// answers it got.
    pub async fn reword(
        &self,
        tx: &mut Tx,
        school: &SchoolId,
        prompt: &SchoolPrompt,
        from_version: i64,
        words: &PromptWords,
    ) -> Result<Saved, StoreError> {
        if self.wording(&prompt.posed()) == Some(words) {
            return Ok(Saved::Kept(()));
        }
        if prompt.version != from_version {
            return Ok(Saved::Stale);
        }
        keep_wording(tx, school, &Posed { version: from_version + 1, ..prompt.posed() }, words).await?;
        run!(
            tx,
            "UPDATE school_prompt SET version = version + 1 WHERE school_id = $1 AND id = $2 AND version = $3",
            school,
            &prompt.id,
            from_version
        )?;
        Ok(Saved::Kept(()))
    }

    /// Puts one of the school's own prompts away, or brings it back.
    pub async fn put_away(
        tx: &mut Tx,
        school: &SchoolId,
        id: &SchoolPromptId,
        away: Option<At>,
    ) -> Result<(), StoreError> {
        run!(tx, "UPDATE school_prompt SET put_away_at = $3 WHERE school_id = $1 AND id = $2", school, id, away)?;
        Ok(())
    }

    /// Puts one of our prompts away, or brings it back.
    pub async fn put_ours_away(tx: &mut Tx, school: &SchoolId, prompt: Prompt, away: bool) -> Result<(), StoreError> {
        if away {
            run!(
                tx,
                "INSERT INTO prompt_put_away (school_id, prompt) VALUES ($1, $2) ON CONFLICT (school_id, prompt) DO NOTHING",
                school,
                prompt
            )?;
        } else {
            run!(tx, "DELETE FROM prompt_put_away WHERE school_id = $1 AND prompt = $2", school, prompt)?;
        }
        Ok(())
    }

    /// Puts a prompt just before or after another one of its section.
    pub async fn put_beside(
        &self,
        tx: &mut Tx,
        school: &SchoolId,
        prompt: &SchoolPrompt,
        side: Side,
        other: &SchoolPromptId,
    ) -> Result<(), StoreError> {
        let order: Vec<SchoolPromptId> = self.prompts(prompt.section).map(|prompt| prompt.id.clone()).collect();
        for (position, id) in put(&order, &prompt.id, side, other).iter().enumerate() {
            run!(
                tx,
                "UPDATE school_prompt SET position = $3 WHERE school_id = $1 AND id = $2",
                school,
                id,
                position as i64
            )?;
        }
        Ok(())
    }
}

async fn insert(
    tx: &mut Tx,
    school: &SchoolId,
    id: &SchoolPromptId,
    section: Section,
    words: &PromptWords,
) -> Result<bool, StoreError> {
    let last: Option<(i64,)> = maybe!(
        tx,
        "SELECT position FROM school_prompt WHERE school_id = $1 AND section = $2 ORDER BY position DESC LIMIT 1",
        school,
        section
    )?;
    let added = run!(
        tx,
        "INSERT INTO school_prompt (id, school_id, section, position, version) VALUES ($1, $2, $3, $4, 1)
         ON CONFLICT (id) DO NOTHING",
        id,
        school,
        section,
        last.map_or(0, |(position,)| position + 1)
    )?;
    if added == 1 {
        keep_wording(tx, school, &Posed { id: id.clone(), version: 1 }, words).await?;
    }
    Ok(added == 1)
}

async fn keep_wording(tx: &mut Tx, school: &SchoolId, posed: &Posed, words: &PromptWords) -> Result<(), StoreError> {
    run!(
        tx,
        "INSERT INTO school_prompt_wording (prompt_id, school_id, version, words) VALUES ($1, $2, $3, $4)",
        &posed.id,
        school,
        posed.version,
        to_json(words)
    )?;
    Ok(())
}
