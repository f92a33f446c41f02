//! An address that an advisor's or a family's own calendar reads by itself.

use crate::at::At;
use crate::grant::Key;
use crate::id::{PersonId, SchoolId};
use crate::language::Languages;
use crate::person::{Role, Viewer};
use crate::store::{Conn, StoreError, Tx, maybe, run};

/// A calendar's own address for somebody's times.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Feed {
    pub school_id: SchoolId,
    pub person_id: PersonId,
    pub role: Role,
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

    /// Since when somebody has one.
    pub async fn made_at(conn: &mut Conn, viewer: &Viewer) -> Result<Option<At>, StoreError> {
        let made: Option<(At,)> = maybe!(
            conn,
            "SELECT made_at FROM calendar_feed WHERE school_id = $1 AND person_id = $2",
            &viewer.school_id,
            &viewer.person_id
        )?;
        Ok(made.map(|(at,)| at))
    }

    /// Ends it: whatever reads it finds nothing there from now on.
    pub async fn end(tx: &mut Tx, viewer: &Viewer) -> Result<(), StoreError> {
        run!(
            tx,
            "DELETE FROM calendar_feed WHERE school_id = $1 AND person_id = $2",
            &viewer.school_id,
            &viewer.person_id
        )?;
        Ok(())
    }

    /// Whose it is, while they are at the school; a family's, while they have a way in.
    pub async fn opened_by(conn: &mut Conn, key: &Key, now: At) -> Result<Option<Self>, StoreError> {
        maybe!(
            conn,
            "SELECT calendar_feed.school_id, person_id, role, person.languages FROM calendar_feed
             JOIN person ON person.id = person_id AND left_at IS NULL
             WHERE token_hash = $1 AND (role = 'advisor' OR (role = 'family' AND (password_hash IS NOT NULL
                OR EXISTS (SELECT 1 FROM family_grant WHERE family_grant.person_id = person.id
                    AND ended_at IS NULL AND expires_at > $2))))",
            key.token_print(),
            now
        )
    }
}
