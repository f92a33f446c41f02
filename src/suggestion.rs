//! Suggestions for the words on screen, by people who read a language at home. They change no page: they are gathered for
//! whoever keeps the translations.

use crate::at::At;
use crate::id::{PersonId, SchoolId};
use crate::person::Viewer;
use crate::store::{Conn, StoreError, Tx, all, run};

/// The longest suggestion, in characters.
pub const LONGEST: usize = 2_000;

/// How somebody would say a sentence.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct WordSuggestion {
    /// Which sentence.
    pub key: String,
    pub text: String,
    pub person_id: PersonId,
    pub made_at: At,
}

impl WordSuggestion {
    /// All of a school for a language, by key; what was suggested first stands first.
    pub async fn of(conn: &mut Conn, school: &SchoolId, language: &str) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            "SELECT key, text, person_id, made_at FROM word_suggestion WHERE school_id = $1 AND language = $2
             ORDER BY key, made_at, person_id",
            school,
            language
        )
    }

    /// Keeps what somebody suggests; what they suggested before for the same sentence gives way.
    pub async fn keep(
        tx: &mut Tx,
        by: &Viewer,
        language: &str,
        suggested: &[(String, String)],
        now: At,
    ) -> Result<(), StoreError> {
        for (key, text) in suggested {
            run!(
                tx,
                "INSERT INTO word_suggestion (school_id, person_id, language, key, text, made_at)
                 VALUES ($1, $2, $3, $4, $5, $6)
                 ON CONFLICT (school_id, language, key, person_id)
                 DO UPDATE SET text = excluded.text, made_at = excluded.made_at
                 WHERE word_suggestion.text <> excluded.text",
                &by.school_id,
                &by.person_id,
                language,
                key,
                text,
                now
            )?;
        }
        Ok(())
    }

    /// Takes one's own suggestion for a sentence back.
    pub async fn take_back(tx: &mut Tx, by: &Viewer, language: &str, key: &str) -> Result<(), StoreError> {
        run!(
            tx,
            "DELETE FROM word_suggestion WHERE school_id = $1 AND person_id = $2 AND language = $3 AND key = $4",
            &by.school_id,
            &by.person_id,
            language,
            key
        )?;
        Ok(())
    }
}
