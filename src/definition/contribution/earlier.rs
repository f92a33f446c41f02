//! A contribution in the words it had before. They are kept for whoever said it, and for nobody else: what somebody has put in
//! other words they have a reason for.

use super::Saying;
use super::saying;
use crate::at::At;

/// A contribution as it was before its author put it in other words.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Earlier {
    pub version: i64,
    #[sqlx(flatten, try_from = "saying::SayingRow")]
    pub said: Saying,
    /// Who wrote it down.
    pub writer_name: String,
    /// Whether that was somebody else than the author.
    pub was_written_down: bool,
    pub changed_at: At,
}

mod store {
    use super::*;
    use crate::definition::{Contribution, Definition};
    use crate::id::ContributionId;
    use crate::person::Viewer;
    use crate::store::{Conn, StoreError, all, maybe};

    impl Contribution {
        /// Its earlier wordings, the latest first. They are its author's alone: whoever calls has asked.
        pub async fn earlier(&self, conn: &mut Conn, definition: &Definition) -> Result<Vec<Earlier>, StoreError> {
            all!(
                conn,
                "SELECT wording.version, wording.text, wording.transcript, wording.language, wording.sound_id,
                    wording.photo_id, photo.width AS photo_width, photo.height AS photo_height, wording.photo_words,
                    writer.name AS writer_name, wording.written_by <> $3 AS was_written_down, wording.changed_at
                 FROM contribution_wording wording
                 JOIN person writer ON writer.id = wording.written_by
                 LEFT JOIN photo ON photo.id = wording.photo_id
                 WHERE wording.school_id = $1 AND wording.contribution_id = $2 ORDER BY wording.version DESC",
                &definition.school_id,
                &self.id,
                &self.author_id
            )
        }

        /// How the viewer said something themselves before, in the version with this number.
        pub async fn earlier_said(
            conn: &mut Conn,
            viewer: &Viewer,
            id: &ContributionId,
            version: i64,
        ) -> Result<Option<Saying>, StoreError> {
            #[derive(sqlx::FromRow)]
            struct OwnWordingRow {
                #[sqlx(flatten, try_from = "saying::SayingRow")]
                said: Saying,
            }
            let own: Option<OwnWordingRow> = maybe!(
                conn,
                "SELECT wording.text, wording.transcript, wording.language, wording.sound_id, wording.photo_id,
                    photo.width AS photo_width, photo.height AS photo_height, wording.photo_words
                 FROM contribution_wording wording
                 JOIN contribution ON contribution.id = contribution_id
                 LEFT JOIN photo ON photo.id = wording.photo_id
                 WHERE wording.school_id = $1 AND contribution_id = $2 AND wording.version = $3 AND author_id = $4",
                &viewer.school_id,
                id,
                version,
                &viewer.person_id
            )?;
            Ok(own.map(|own| own.said))
        }
    }
}
