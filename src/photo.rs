//! Pictures of something on paper: handwriting, a drawing. Like a sound, a photo has no audience of its own: see
//! [`who_hears`](crate::who_hears).

use crate::id::PhotoId;
use crate::work::PictureWidth;

/// A picture of something on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    pub id: PhotoId,
    /// Of the largest of its three files, in pixels.
    pub width: i64,
    pub height: i64,
    /// What it shows, for those who do not see it.
    pub words: String,
}

impl Photo {
    /// Where one of its files is.
    pub fn address(&self, width: PictureWidth) -> String {
        address(&self.id, width)
    }
}

/// Where one of a photo's files is.
pub fn address(id: &PhotoId, width: PictureWidth) -> String {
    format!("/photo/{id}/{width}")
}

mod store {
    use super::*;
    use crate::at::At;
    use crate::id::{PersonId, SchoolId};
    use crate::media::KeptPicture;
    use crate::person::Viewer;
    use crate::store::{Conn, StoreError, Tx, maybe, run};

    /// The bytes of a photo, as its row tells.
    #[derive(Clone, Debug, sqlx::FromRow)]
    pub(crate) struct PhotoBytes {
        small_hash: String,
        medium_hash: String,
        large_hash: String,
        pub brought_by: PersonId,
    }

    impl PhotoBytes {
        /// Those of the photo of this school with this id, whoever may see it.
        pub async fn find(conn: &mut Conn, school: &SchoolId, id: &PhotoId) -> Result<Option<Self>, StoreError> {
            maybe!(
                conn,
                "SELECT small_hash, medium_hash, large_hash, brought_by FROM photo WHERE school_id = $1 AND id = $2",
                school,
                id
            )
        }

        /// The name of one of its files.
        pub fn in_width(self, width: PictureWidth) -> String {
            match width {
                PictureWidth::Small => self.small_hash,
                PictureWidth::Medium => self.medium_hash,
                PictureWidth::Large => self.large_hash,
            }
        }
    }

    #[derive(sqlx::FromRow)]
    struct PhotoRow {
        id: PhotoId,
        width: i64,
        height: i64,
    }

    impl From<PhotoRow> for Photo {
        fn from(row: PhotoRow) -> Self {
            Self { id: row.id, width: row.width, height: row.height, words: String::new() }
        }
    }

    /// Notes a photo whose bytes are durable, for something that will hold it. The same bytes brought twice by one person
    /// are one photo.
    pub async fn bring(tx: &mut Tx, viewer: &Viewer, kept: &KeptPicture, now: At) -> Result<Photo, StoreError> {
        let [small, medium, large] = &kept.hashes;
        let there: Option<PhotoRow> = maybe!(
            tx,
            "SELECT id, width, height FROM photo WHERE school_id = $1 AND brought_by = $2 AND large_hash = $3",
            &viewer.school_id,
            &viewer.person_id,
            large
        )?;
        if let Some(there) = there {
            return Ok(there.into());
        }
        let id = PhotoId::new();
        run!(
            tx,
            "INSERT INTO photo (id, school_id, brought_by, width, height, small_hash, medium_hash, large_hash, brought_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            &id,
            &viewer.school_id,
            &viewer.person_id,
            i64::from(kept.width),
            i64::from(kept.height),
            small,
            medium,
            large,
            now
        )?;
        Ok(Photo { id, width: i64::from(kept.width), height: i64::from(kept.height), words: String::new() })
    }

    /// The photo a form names, when the one who sends it brought it.
    pub async fn brought_by(
        conn: &mut Conn,
        viewer: &Viewer,
        id: Option<PhotoId>,
    ) -> Result<Option<Photo>, StoreError> {
        let found: Option<PhotoRow> = maybe!(
            conn,
            "SELECT id, width, height FROM photo WHERE school_id = $1 AND brought_by = $2 AND id = $3",
            &viewer.school_id,
            &viewer.person_id,
            &id
        )?;
        Ok(found.map(Photo::from))
    }
}

pub(crate) use store::PhotoBytes;
pub use store::{bring, brought_by};
