//! An address that an advisor's own calendar reads by itself.

use crate::at::At;
use crate::grant::Key;
use crate::id::{PersonId, SchoolId};
use crate::language::Languages;
use crate::person::Viewer;
use crate::store::{Conn, StoreError, Tx, maybe, run};

/// A calendar's own address for an advisor's times.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Feed {
    pub school_id: SchoolId,
    pub person_id: PersonId,
    /// The owner's languages: a calendar says none of its own.
    pub languages: Languages,
}

impl Feed {
    /// Makes the address, in place of the one there was.
    pub async fn make(tx: &mut Tx, viewer: &Viewer, key: &Key, now: At) -> Result<(), StoreError> {
        run!(
            tx,
            "INSERT INTO calendar_feed (person_id, school_id, token_hash, made_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at",
            &viewer.person_id,
            &viewer.school_id,
            key.token_print(),
            now
        )?;
        Ok(())
    }

    /// Whose it is, while they are at the school.
    pub async fn opened_by(conn: &mut Conn, key: &Key) -> Result<Option<Self>, StoreError> {
        maybe!(
            conn,
            "SELECT calendar_feed.school_id, person_id, person.languages FROM calendar_feed
             JOIN person ON person.id = person_id AND role = 'advisor' AND left_at IS NULL
             WHERE token_hash = $1",
            key.token_print()
        )
    }
}
