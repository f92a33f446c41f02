//! A contribution in the words it had before. They are kept for everybody who sees the contribution.

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
    use crate::store::{Conn, StoreError, all};

    impl Contribution {
        /// Its earlier wordings, the latest first.
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
    }
}
