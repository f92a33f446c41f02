//! The bin: works that a student took back. They are the student's alone there, for thirty days; then they are gone, unless
//! somebody else wrote about them: nobody's words are lost by what another one throws away.

use super::save::hold;
use super::*;
use crate::permit;
use crate::store::{Db, Tx, run};

/// For how many days something lies in the bin.
pub const BIN_DAYS: i64 = 30;
/// How many works are deleted in one go by whoever tidies up.
const AT_ONCE: i64 = 100;

/// A work in the bin.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct BinnedWork {
    pub id: WorkId,
    pub title: String,
    pub binned_at: At,
    /// Whether others wrote about it: then it stays, withdrawn.
    pub has_others_words: bool,
}

/// Works in a bin, chosen as the words after say.
macro_rules! binned {
    ($($rest:expr),+ $(,)?) => {
        concat!(
            "SELECT id, title, binned_at,
                (EXISTS (SELECT 1 FROM feedback JOIN revision ON revision.id = revision_id
                    WHERE revision.work_id = work.id AND feedback.author_id <> work.student_id)
                 OR EXISTS (SELECT 1 FROM mastery_check WHERE mastery_check.work_id = work.id
                    AND (answered_at IS NOT NULL OR EXISTS (SELECT 1 FROM wish_answer
                        WHERE wish_answer.check_id = mastery_check.id)))) AS has_others_words
             FROM work WHERE binned_at IS NOT NULL AND ",
            $($rest),+
        )
    };
}

impl Work {
    /// Puts a student's own work into their bin, where nobody else sees it. Put there twice, it lies there once.
    /// Whoever was let in to it is out.
    pub async fn put_into_bin(&self, tx: &mut Tx, now: At) -> Result<(), StoreError> {
        hold(tx, &self.school_id, &self.id).await?;
        run!(
            tx,
            "UPDATE work SET binned_at = $1, binned_audience = audience, audience = 'me'
             WHERE school_id = $2 AND id = $3 AND binned_at IS NULL",
            now,
            &self.school_id,
            &self.id
        )?;
        permit::end_of_work(tx, &self.school_id, &self.id, &self.student_id, now).await
    }

    /// Brings it back, for whom it was before.
    pub async fn bring_back(tx: &mut Tx, school: &SchoolId, id: &WorkId) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE work SET binned_at = NULL, audience = COALESCE(binned_audience, audience), binned_audience = NULL
             WHERE school_id = $1 AND id = $2 AND binned_at IS NOT NULL",
            school,
            id
        )?;
        Ok(())
    }

    /// What lies in a student's bin, what was put there last first.
    pub async fn in_bin(conn: &mut Conn, student: &Viewer) -> Result<Vec<BinnedWork>, StoreError> {
        all!(
            conn,
            binned!("school_id = $1 AND student_id = $2 ORDER BY binned_at DESC, id"),
            &student.school_id,
            &student.person_id
        )
    }

    /// The one in a student's bin with this id.
    pub async fn find_in_bin(conn: &mut Conn, student: &Viewer, id: &WorkId) -> Result<Option<BinnedWork>, StoreError> {
        maybe!(
            conn,
            binned!("school_id = $1 AND student_id = $2 AND id = $3"),
            &student.school_id,
            &student.person_id,
            id
        )
    }

    /// Deletes for good what has lain in a bin for long enough. Gives how many works are gone.
    pub async fn empty_bins(db: &Db, now: At) -> Result<usize, StoreError> {
        let mut tx = db.write().await?;
        let old: Vec<BinnedWork> =
            all!(&mut tx, binned!("binned_at <= $1 ORDER BY binned_at LIMIT $2"), now.plus_days(-BIN_DAYS), AT_ONCE)?;
        let mut gone = 0;
        for work in old {
            gone += usize::from(work.delete_for_good(&mut tx).await?);
        }
        tx.commit().await?;
        Ok(gone)
    }
}

impl BinnedWork {
    /// Deletes it with all that hangs on it, and gives whether it did: what others wrote about stays. Its bytes go when
    /// nothing else holds them.
    pub async fn delete_for_good(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        // Looked at once more: somebody may have written since.
        let there: Option<Self> = maybe!(tx, binned!("id = $1"), &self.id)?;
        if there.is_none_or(|there| there.has_others_words) {
            return Ok(false);
        }
        macro_rules! delete {
            ($($from:literal),+ $(,)?) => {
                $(run!(tx, concat!("DELETE FROM ", $from), &self.id)?;)+
            };
        }
        delete!(
            "check_wish WHERE check_id IN (SELECT id FROM mastery_check WHERE work_id = $1)",
            "check_criterion WHERE check_id IN (SELECT id FROM mastery_check WHERE work_id = $1)",
            "waved_through WHERE check_id IN (SELECT id FROM mastery_check WHERE work_id = $1)",
            "check_answer WHERE check_id IN (SELECT id FROM mastery_check WHERE work_id = $1)",
            "mastery_check WHERE work_id = $1",
            "peer_ask WHERE work_id = $1",
            "permit WHERE work_id = $1",
            "work_target WHERE work_id = $1",
            "shelf_work WHERE work_id = $1",
            "moment_work WHERE work_id = $1",
            "evidence WHERE work_id = $1",
            "arrival WHERE work_id = $1",
            "revision_picture WHERE revision_id IN (SELECT id FROM revision WHERE work_id = $1)",
            "revision_file WHERE revision_id IN (SELECT id FROM revision WHERE work_id = $1)",
            "caption WHERE file_id IN (SELECT id FROM work_file WHERE work_id = $1)",
            "file_page WHERE file_id IN (SELECT id FROM work_file WHERE work_id = $1)",
            "revision WHERE work_id = $1",
            "rendition WHERE kind = 'work' AND thing_id = $1",
        );
        run!(
            tx,
            "UPDATE cover SET picture_id = NULL WHERE picture_id IN (SELECT id FROM picture WHERE work_id = $1)",
            &self.id
        )?;
        run!(tx, "UPDATE rehearsal SET film_id = NULL WHERE film_id = $1", &self.id)?;
        delete!("picture WHERE work_id = $1", "work_file WHERE work_id = $1", "work WHERE id = $1");
        Ok(true)
    }
}
