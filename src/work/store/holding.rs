//! The work that holds a picture or file, for whoever may see it.

use super::*;

impl Work {
    /// The work with this id and its student, when a version of it that the viewer sees holds this picture or file.
    pub(super) async fn holding(
        conn: &mut Conn,
        viewer: &Viewer,
        id: &WorkId,
        file: &str,
    ) -> Result<Option<(Self, Student)>, StoreError> {
        let Some(work) = Self::in_school(conn, &viewer.school_id, id).await? else { return Ok(None) };
        let Some(student) = work.student_for(conn, viewer).await? else { return Ok(None) };
        let (shows, asks) = (work.shows(conn).await?, work.peer_ask(conn).await?);
        let is_seen = match work.may_see(student.standing, shows, asks.as_ref()) {
            Some(Shows::Road) => true,
            Some(Shows::Result) => work.is_in_result(conn, file).await?,
            None => false,
        };
        Ok(is_seen.then_some((work, student)))
    }

    /// Whether its latest version holds this picture or file.
    async fn is_in_result(&self, conn: &mut Conn, file: &str) -> Result<bool, StoreError> {
        let found: Option<(RevisionId,)> = maybe!(
            conn,
            "SELECT id FROM revision WHERE school_id = $1 AND work_id = $2
                AND number = (SELECT max(r.number) FROM revision r WHERE r.work_id = $2)
                AND (EXISTS (SELECT 1 FROM revision_picture WHERE revision_id = revision.id AND picture_id = $3)
                    OR EXISTS (SELECT 1 FROM revision_file WHERE revision_id = revision.id AND file_id = $3))",
            &self.school_id,
            &self.id,
            file
        )?;
        Ok(found.is_some())
    }
}
