//! Recordings. A sound has no audience of its own: whatever holds it says who may hear it ([`who_hears`](crate::who_hears)).

pub(crate) mod kind;

pub use kind::SoundKind;

use crate::id::SoundId;

/// How long the recorder of a form listens at most, in seconds: twenty minutes.
pub const LONGEST_SECONDS: u32 = 20 * 60;

/// Where a recording is heard.
pub fn address(id: &SoundId) -> String {
    format!("/sound/{id}")
}

mod store {
    use super::*;
    use crate::at::At;
    use crate::id::{PersonId, SchoolId};
    use crate::media::KeptSound;
    use crate::person::Viewer;
    use crate::store::{Conn, StoreError, Tx, maybe, run};

    /// A recording whose bytes are kept, as its row tells.
    #[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
    pub struct StoredSound {
        pub kind: SoundKind,
        /// How many bytes it has.
        pub size: i64,
        pub hash: String,
        pub(crate) brought_by: PersonId,
    }

    impl StoredSound {
        /// The recording of this school with this id, whoever may hear it.
        pub(crate) async fn find(conn: &mut Conn, school: &SchoolId, id: &SoundId) -> Result<Option<Self>, StoreError> {
            maybe!(conn, "SELECT kind, size, hash, brought_by FROM sound WHERE school_id = $1 AND id = $2", school, id)
        }
    }

    /// Notes a recording whose bytes are durable, for something that will hold it. The same bytes brought twice by one
    /// person are one recording.
    pub async fn bring(tx: &mut Tx, viewer: &Viewer, kept: &KeptSound, now: At) -> Result<SoundId, StoreError> {
        let there: Option<(SoundId,)> = maybe!(
            tx,
            "SELECT id FROM sound WHERE school_id = $1 AND brought_by = $2 AND hash = $3",
            &viewer.school_id,
            &viewer.person_id,
            &kept.hash
        )?;
        if let Some((id,)) = there {
            return Ok(id);
        }
        let id = SoundId::new();
        run!(
            tx,
            "INSERT INTO sound (id, school_id, brought_by, kind, size, hash, brought_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            &id,
            &viewer.school_id,
            &viewer.person_id,
            kept.kind,
            kept.size as i64,
            &kept.hash,
            now
        )?;
        Ok(id)
    }

    /// The recording a form names, when the one who sends it brought it.
    pub async fn brought_by(
        conn: &mut Conn,
        viewer: &Viewer,
        id: Option<SoundId>,
    ) -> Result<Option<SoundId>, StoreError> {
        let found: Option<(SoundId,)> = maybe!(
            conn,
            "SELECT id FROM sound WHERE school_id = $1 AND brought_by = $2 AND id = $3",
            &viewer.school_id,
            &viewer.person_id,
            &id
        )?;
        Ok(found.map(|(id,)| id))
    }
}

pub use store::{StoredSound, bring, brought_by};
