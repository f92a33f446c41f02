//! The pictures of works in the database.

use super::*;
use crate::media::KeptPicture;
use crate::store::{Tx, one, run};

impl Work {
    /// Adds a picture to the end of a revision. The same picture sent twice is there once.
    pub async fn add_picture(
        &self,
        tx: &mut Tx,
        revision: &RevisionId,
        kept: &KeptPicture,
        now: At,
    ) -> Result<Picture, StoreError> {
        let [small, medium, large] = &kept.hashes;
        let there: Option<Picture> = maybe!(
            tx,
            "SELECT picture.id, description, width, height FROM picture
             JOIN revision_picture ON revision_picture.picture_id = picture.id
             WHERE picture.school_id = $1 AND picture.work_id = $2 AND revision_id = $3 AND large_hash = $4",
            &self.school_id,
            &self.id,
            revision,
            large
        )?;
        if let Some(there) = there {
            return Ok(there);
        }
        let picture = Picture {
            id: PictureId::new(),
            description: String::new(),
            width: i64::from(kept.width),
            height: i64::from(kept.height),
            is_decorative: false,
        };
        run!(
            tx,
            "INSERT INTO picture (id, school_id, work_id, description, width, height, small_hash, medium_hash, large_hash,
                added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            &picture.id,
            &self.school_id,
            &self.id,
            &picture.description,
            picture.width,
            picture.height,
            small,
            medium,
            large,
            now
        )?;
        let (last,): (i64,) = one!(
            tx,
            "SELECT COALESCE(max(position), 0) FROM revision_picture WHERE school_id = $1 AND revision_id = $2",
            &self.school_id,
            revision
        )?;
        run!(
            tx,
            "INSERT INTO revision_picture (school_id, revision_id, picture_id, position) VALUES ($1, $2, $3, $4)",
            &self.school_id,
            revision,
            &picture.id,
            last + 1
        )?;
        Ok(picture)
    }

    /// Says what a picture of this work shows, for those who do not see it.
    pub async fn describe_picture(&self, tx: &mut Tx, picture: &PictureId, words: &str) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE picture SET description = $1 WHERE school_id = $2 AND work_id = $3 AND id = $4",
            words,
            &self.school_id,
            &self.id,
            picture
        )?;
        Ok(())
    }

    /// Takes a picture out of a revision of this work. Earlier revisions keep it; when none has it, it is gone,
    /// from the front of the portfolio too.
    pub async fn take_out_picture(
        &self,
        tx: &mut Tx,
        revision: &RevisionId,
        picture: &PictureId,
    ) -> Result<(), StoreError> {
        run!(
            tx,
            "DELETE FROM revision_picture WHERE school_id = $1 AND revision_id = $2 AND picture_id = $3
             AND revision_id IN (SELECT id FROM revision WHERE work_id = $4)",
            &self.school_id,
            revision,
            picture,
            &self.id
        )?;
        run!(
            tx,
            "UPDATE cover SET picture_id = NULL, version = version + 1 WHERE school_id = $1 AND picture_id = $2
             AND EXISTS (SELECT 1 FROM picture WHERE picture.id = $2 AND work_id = $3)
             AND NOT EXISTS (SELECT 1 FROM revision_picture WHERE revision_picture.picture_id = $2)",
            &self.school_id,
            picture,
            &self.id
        )?;
        run!(
            tx,
            "DELETE FROM picture WHERE school_id = $1 AND work_id = $2 AND id = $3
             AND NOT EXISTS (SELECT 1 FROM revision_picture WHERE picture_id = picture.id)",
            &self.school_id,
            &self.id,
            picture
        )?;
        Ok(())
    }
}

impl Picture {
    /// The name of a picture's bytes, when the viewer sees a version of its work that holds it.
    pub async fn bytes_seen_by(
        conn: &mut Conn,
        viewer: &Viewer,
        id: &PictureId,
        width: PictureWidth,
    ) -> Result<Option<String>, StoreError> {
        let row: Option<(WorkId, String, String, String)> = maybe!(
            conn,
            "SELECT work_id, small_hash, medium_hash, large_hash FROM picture WHERE school_id = $1 AND id = $2",
            &viewer.school_id,
            id
        )?;
        let Some((work, small, medium, large)) = row else { return Ok(None) };
        let is_seen = Work::holding(conn, viewer, &work, id.as_str()).await?.is_some();
        Ok(is_seen.then_some(match width {
            PictureWidth::Small => small,
            PictureWidth::Medium => medium,
            PictureWidth::Large => large,
        }))
    }
}
