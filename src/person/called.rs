//! What people like to be called. A school may know it; who says it themselves has the last word.

use super::Viewer;
use crate::at::At;
use crate::saved::Saved;
use crate::store::{StoreError, Tx, run};

impl Viewer {
    /// Says what they like to be called; nothing, for their whole name. `made_from` is how it stood when they were asked.
    /// From now on nobody else changes it.
    pub async fn call_me(&self, tx: &mut Tx, called: &str, made_from: &str, now: At) -> Result<Saved, StoreError> {
        let changed = run!(
            tx,
            "UPDATE person SET called = $3, called_at = $4
             WHERE school_id = $1 AND id = $2 AND COALESCE(called, '') IN ($5, $6)",
            &self.school_id,
            &self.person_id,
            (!called.is_empty()).then_some(called),
            now,
            made_from,
            called
        )?;
        Ok(Saved::unless_stale(changed))
    }
}
