//! A conference that is called off: everybody who was coming is told, the time is free again, and all that was said stays. It
//! can be brought back as long as its day has not come.

use super::{Conference, ConferenceChanged};
use crate::at::At;
use crate::id::PersonId;
use crate::language::Language;
use crate::person::Student;
use crate::store::{Conn, StoreError, Tx, maybe, run};

impl Conference {
    /// Whether it can be called off, or brought back: its day has not come yet.
    pub fn may_be_called_off(&self, now: At) -> bool {
        now < self.facts.starts_at
    }

    /// Calls it off, with a word to those who were coming. The time that the family has chosen for it is free again. Called off twice, it is called off once.
    pub async fn call_off(
        &self,
        tx: &mut Tx,
        student: &Student,
        (words, language): (&str, &Language),
        by: &PersonId,
        now: At,
    ) -> Result<(), StoreError> {
        let chosen = student.chosen_time(tx, now).await?;
        let all = student.conferences(tx).await?;
        let about = chosen.filter(|chosen| chosen.about(&all, now).is_some_and(|about| about.id == self.id));
        let called_off = run!(
            tx,
            "UPDATE conference SET called_off_at = $1, called_off_by = $2, called_off_words = $3,
                called_off_language = $4, version = version + 1
             WHERE school_id = $5 AND id = $6 AND called_off_at IS NULL",
            now,
            by,
            words,
            language,
            &self.school_id,
            &self.id
        )?;
        if let Some(chosen) = about.filter(|_| called_off == 1) {
            // The words stand beside the conference, as the student's.
            chosen.end(tx, &self.school_id, by, ("", language), now).await?;
        }
        Ok(())
    }

    /// Brings it back, on the day it had. The time that was free again is not taken back: others may have it.
    pub async fn bring_back(&self, tx: &mut Tx) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE conference SET called_off_at = NULL, called_off_by = NULL, called_off_words = '',
                version = version + 1
             WHERE school_id = $1 AND id = $2 AND called_off_at IS NOT NULL",
            &self.school_id,
            &self.id
        )?;
        Ok(())
    }
}

/// A conference that was called off, and its day would still be ahead.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct CalledOff {
    pub id: crate::id::ConferenceId,
    pub starts_at: At,
    #[sqlx(flatten)]
    pub changed: ConferenceChanged,
}

impl Student {
    /// The one that was called off last, as long as its day is ahead.
    pub async fn called_off(&self, conn: &mut Conn, now: At) -> Result<Option<CalledOff>, StoreError> {
        maybe!(
            conn,
            "SELECT id, starts_at, moved_from, moved_at, moved_by, called_off_at, called_off_words, called_off_language
             FROM conference WHERE school_id = $1 AND student_id = $2 AND called_off_at IS NOT NULL AND starts_at > $3
             ORDER BY called_off_at DESC LIMIT 1",
            &self.school_id,
            &self.id,
            now
        )
    }
}
