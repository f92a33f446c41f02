//! Recordings. A sound has no audience of its own: whatever holds it says who may hear it.

use crate::id::SoundId;

kinds! {
    /// What a recording is, by what is in it.
    pub enum SoundKind {
        /// WebM with Opus, as Chrome and Firefox record.
        WebM = "webm",
        /// Ogg with Opus.
        Ogg = "ogg",
        /// MP4 with AAC, as Safari and most phones record.
        Mp4 = "mp4",
        Mp3 = "mp3",
        Wav = "wav",
    }
}

impl SoundKind {
    /// For the `Content-Type` header.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::WebM => "audio/webm",
            Self::Ogg => "audio/ogg",
            Self::Mp4 => "audio/mp4",
            Self::Mp3 => "audio/mpeg",
            Self::Wav => "audio/wav",
        }
    }
}

/// Where a recording is heard.
pub fn address(id: &SoundId) -> String {
    format!("/sound/{id}")
}

mod store {
    use super::*;
    use crate::at::At;
    use crate::definition::Holder;
    use crate::id::PersonId;
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
        brought_by: PersonId,
    }

    impl StoredSound {
        /// A recording, when the viewer may hear it: those who see something that holds it, and as long as nothing does,
        /// whoever brought it.
        pub async fn by(conn: &mut Conn, viewer: &Viewer, id: &SoundId) -> Result<Option<Self>, StoreError> {
            let found: Option<Self> = maybe!(
                conn,
                "SELECT kind, size, hash, brought_by FROM sound WHERE school_id = $1 AND id = $2",
                &viewer.school_id,
                id
            )?;
            let Some(sound) = found else { return Ok(None) };
            let holders = Holder::of_sound(conn, &viewer.school_id, id).await?;
            let may = Holder::show(conn, &holders, viewer, &sound.brought_by).await?;
            Ok(may.then_some(sound))
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
