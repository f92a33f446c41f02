//! What is open about every work of a student, for their own lists; and pictures that are only decoration.

use super::*;
use crate::store::{Tx, run};

impl SoFar {
    /// Of every work of a student.
    pub async fn of_student(conn: &mut Conn, student: &Student) -> Result<BTreeMap<WorkId, Self>, StoreError> {
        #[derive(sqlx::FromRow)]
        struct LacksRow {
            id: WorkId,
            audience: Audience,
            has_title: bool,
            undescribed: i64,
            has_targets: bool,
            has_looked_back: bool,
            is_kept: bool,
        }
        let rows: Vec<LacksRow> = all!(
            conn,
            "SELECT work.id, work.audience, (work.title <> '') AS has_title,
                (SELECT count(*) FROM picture
                 JOIN revision_picture ON revision_picture.picture_id = picture.id
                 WHERE revision_picture.revision_id = revision.id AND picture.description = '' AND picture.decorative = 0)
                 AS undescribed,
                (EXISTS (SELECT 1 FROM work_target WHERE work_target.work_id = work.id)) AS has_targets,
                (revision.reflection <> '') AS has_looked_back, (work.kept_at IS NOT NULL) AS is_kept
             FROM work
             JOIN revision ON revision.work_id = work.id
                AND revision.number = (SELECT max(r.number) FROM revision r WHERE r.work_id = work.id)
             WHERE work.school_id = $1 AND work.student_id = $2 AND work.binned_at IS NULL",
            &student.school_id,
            &student.id
        )?;
        let so_far = rows.into_iter().map(|row| {
            let so_far = Self {
                has_title: row.has_title,
                undescribed: usize::try_from(row.undescribed).unwrap_or_default(),
                has_targets: row.has_targets,
                has_looked_back: row.has_looked_back,
                is_kept: row.is_kept,
                audience: row.audience,
            };
            (row.id, so_far)
        });
        Ok(so_far.collect())
    }
}

impl Work {
    /// Says whether a picture of this work is only decoration, and needs no words.
    pub async fn call_decoration(&self, tx: &mut Tx, picture: &PictureId, decorative: bool) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE picture SET decorative = $1 WHERE school_id = $2 AND work_id = $3 AND id = $4",
            i64::from(decorative),
            &self.school_id,
            &self.id,
            picture
        )?;
        Ok(())
    }
}
