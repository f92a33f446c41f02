//! A student's works, as lists show them.

use super::*;

#[derive(sqlx::FromRow)]
struct CardRow {
    #[sqlx(flatten)]
    work: Work,
    text: String,
    picture_id: Option<PictureId>,
    description: Option<String>,
    picture_width: Option<i64>,
    picture_height: Option<i64>,
    is_answered: bool,
}

impl Work {
    /// A student's works that somebody who stands so to them may see, the last changed first.
    pub async fn of_student(conn: &mut Conn, student: &Student) -> Result<Vec<WorkCard>, StoreError> {
        let rows: Vec<CardRow> = all!(
            conn,
            "SELECT work.id, work.school_id, work.student_id, work.title, work.form, work.language, work.audience,
                work.kept_at, work.version, work.changed_at, revision.text,
                picture.id AS picture_id, picture.description, picture.width AS picture_width,
                picture.height AS picture_height,
                (EXISTS (SELECT 1 FROM feedback WHERE feedback.revision_id = revision.id)
                 OR EXISTS (SELECT 1 FROM mastery_check WHERE mastery_check.revision_id = revision.id)) AS is_answered
             FROM work
             JOIN revision ON revision.work_id = work.id
                AND revision.number = (SELECT max(r.number) FROM revision r WHERE r.work_id = work.id)
             LEFT JOIN revision_picture ON revision_picture.revision_id = revision.id AND revision_picture.position =
                (SELECT min(p.position) FROM revision_picture p WHERE p.revision_id = revision.id)
             LEFT JOIN picture ON picture.id = revision_picture.picture_id
             WHERE work.school_id = $1 AND work.student_id = $2 AND work.binned_at IS NULL
             ORDER BY work.changed_at DESC, work.id",
            &student.school_id,
            &student.id
        )?;
        let mut roads = roads_of_student(conn, &student.school_id, &student.id).await?;
        let cards = rows.into_iter().filter(|row| row.work.may(student.standing, Action::SeeWork)).map(|row| {
            let targets = roads.remove(&row.work.id).unwrap_or_default();
            let picture = row.picture_id.map(|id| Picture {
                id,
                description: row.description.unwrap_or_default(),
                width: row.picture_width.unwrap_or_default(),
                height: row.picture_height.unwrap_or_default(),
                is_decorative: false,
            });
            WorkCard {
                state: WorkState::of(row.work.kept_at.is_some(), &targets),
                work: row.work,
                text: row.text,
                picture,
                is_answered: row.is_answered,
            }
        });
        Ok(cards.collect())
    }

    /// A student's works that hold a video now, as far as somebody who stands so to them may see them; the last changed
    /// first.
    pub async fn films(conn: &mut Conn, student: &Student) -> Result<Vec<Self>, StoreError> {
        let works: Vec<Self> = all!(
            conn,
            "SELECT id, school_id, student_id, title, form, language, audience, kept_at, version, changed_at
             FROM work WHERE school_id = $1 AND student_id = $2 AND binned_at IS NULL AND EXISTS
                (SELECT 1 FROM revision JOIN revision_file ON revision_file.revision_id = revision.id
                 JOIN work_file ON work_file.id = revision_file.file_id AND work_file.kind = $3
                 WHERE revision.work_id = work.id
                    AND revision.number = (SELECT max(r.number) FROM revision r WHERE r.work_id = work.id))
             ORDER BY changed_at DESC, id",
            &student.school_id,
            &student.id,
            FileKind::Video
        )?;
        Ok(works.into_iter().filter(|work| work.may(student.standing, Action::SeeWork)).collect())
    }
}
