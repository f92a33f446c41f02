//! The languages people read. A school may know them; who says it themselves has the last word.

use super::Viewer;
use crate::at::At;
use crate::language::{Language, Languages};
use crate::store::{StoreError, Tx, run};

/// The most languages of one person.
pub const MOST_LANGUAGES: usize = 8;

impl Languages {
    /// The languages somebody says they read: one of them best, and others, each once; no more than fit.
    pub fn read_by(best: Language, others: impl IntoIterator<Item = Language>) -> Self {
        let mut languages = vec![best];
        for other in others {
            if !languages.contains(&other) && languages.len() < MOST_LANGUAGES {
                languages.push(other);
            }
        }
        Self(languages)
    }
}

impl Viewer {
    /// Says which languages they read. From now on nobody else changes it.
    pub async fn read_in(&self, tx: &mut Tx, languages: &Languages, now: At) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE person SET languages = $3, languages_at = $4 WHERE school_id = $1 AND id = $2",
            &self.school_id,
            &self.person_id,
            languages,
            now
        )?;
        Ok(())
    }
}
