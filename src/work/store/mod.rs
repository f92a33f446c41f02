//! Works in the database: reading them. Beside it: saving them (`save`), what is said about them (`said`), mastery checks
//! (`check`), taking them back (`bin`), asking fellow students (`peer`), their pictures (`picture`) and other files (`file`), films that are made playable (`playable`), what is still open about
//! them (`lacks`), lists of them (`list`), the work that holds a picture or file (`holding`), their text as HTML (`rendered`).

mod bin;
mod check;
mod file;
mod holding;
mod lacks;
mod list;
mod peer;
mod picture;
mod playable;
mod rendered;
mod said;
mod save;

use std::collections::{BTreeMap, HashMap};

pub use bin::{BIN_DAYS, BinnedWork};
pub use check::WaitingCheck;
pub use file::FileBytes;
pub use peer::AskedPeer;
pub use playable::PlayedFilm;
pub use said::{LatelySaid, NewFeedback};
pub use save::KeptAs;

use super::*;
use crate::id::{CheckId, PictureId, RevisionId};
use crate::permit::Permit;
use crate::person::{Student, Viewer};
use crate::policy::Relation;
use crate::store::{Conn, Ids, StoreError, all, ids_in, maybe};

/// Revisions, chosen and ordered as the words after say: $1 is the school, $2 the way HTML is made now.
macro_rules! revisions {
    ($($rest:expr),+ $(,)?) => {
        concat!(
            "SELECT id, work_id, number, text, CASE WHEN html_version = $2 THEN html END AS html, links,
                reflection_prompt, reflection, made_at,
                (EXISTS (SELECT 1 FROM feedback WHERE feedback.revision_id = revision.id)
                 OR EXISTS (SELECT 1 FROM mastery_check WHERE mastery_check.revision_id = revision.id)) AS is_answered
             FROM revision WHERE school_id = $1 AND ",
            $($rest),+
        )
    };
}

impl Work {
    /// The work with this id, whoever asks.
    async fn in_school(conn: &mut Conn, school: &SchoolId, id: &WorkId) -> Result<Option<Self>, StoreError> {
        maybe!(
            conn,
            "SELECT id, school_id, student_id, title, form, language, audience, kept_at, version, changed_at
             FROM work WHERE school_id = $1 AND id = $2",
            school,
            id
        )
    }

    /// Its student, as the viewer stands to them with regard to this work: whoever was let in to it and nothing else stands
    /// so to nothing else.
    async fn student_for(&self, conn: &mut Conn, viewer: &Viewer) -> Result<Option<Student>, StoreError> {
        let student = Student::seen_by(conn, viewer, &self.student_id).await?;
        let Some(mut student) = student else { return Ok(None) };
        let let_in = Standing::new(viewer.role, Relation::Permitted);
        let gains = !self.may(student.standing, Action::SeeWork) && self.may(let_in, Action::SeeWork);
        if gains && Permit::held(conn, &self.school_id, &self.id, &viewer.person_id).await?.is_some() {
            student.standing = let_in;
        }
        Ok(Some(student))
    }

    /// The work with this id and its student, when the viewer may see it.
    pub async fn find(conn: &mut Conn, viewer: &Viewer, id: &WorkId) -> Result<Option<(Self, Student)>, StoreError> {
        let Some(work) = Self::in_school(conn, &viewer.school_id, id).await? else { return Ok(None) };
        let student = work.student_for(conn, viewer).await?;
        Ok(student.filter(|student| work.may(student.standing, Action::SeeWork)).map(|student| (work, student)))
    }

    /// The targets chosen for a work.
    pub async fn targets(&self, conn: &mut Conn) -> Result<Vec<TargetId>, StoreError> {
        let targets: Vec<(TargetId,)> = all!(
            conn,
            "SELECT target_id FROM work_target WHERE school_id = $1 AND work_id = $2",
            &self.school_id,
            &self.id
        )?;
        Ok(targets.into_iter().map(|(target,)| target).collect())
    }

    /// What was answered for each of its targets.
    pub async fn state(&self, conn: &mut Conn) -> Result<WorkState, StoreError> {
        let mut roads = roads_of_student(conn, &self.school_id, &self.student_id).await?;
        Ok(WorkState::of(self.kept_at.is_some(), &roads.remove(&self.id).unwrap_or_default()))
    }

    /// Every revision with its pictures, the first one first.
    pub async fn revisions(&self, conn: &mut Conn) -> Result<Vec<Revision>, StoreError> {
        let mut revisions: Vec<Revision> = all!(
            conn,
            revisions!("work_id = $3 ORDER BY number"),
            &self.school_id,
            crate::markdown::VERSION,
            &self.id
        )?;
        Revision::with_what_they_hold(conn, &self.school_id, &mut revisions).await?;
        Ok(revisions)
    }

    /// The latest revision of each of these works of a school.
    pub async fn latest_of_each(
        conn: &mut Conn,
        school: &SchoolId,
        works: impl IntoIterator<Item = &WorkId>,
    ) -> Result<HashMap<WorkId, Revision>, StoreError> {
        #[derive(sqlx::FromRow)]
        struct RevisionRow {
            work_id: WorkId,
            #[sqlx(flatten)]
            revision: Revision,
        }
        let rows: Vec<RevisionRow> = all!(
            conn,
            revisions!(
                "work_id IN ",
                ids_in!("$3"),
                " AND number = (SELECT max(newest.number) FROM revision newest WHERE newest.work_id = revision.work_id)"
            ),
            school,
            crate::markdown::VERSION,
            Ids::of(works)
        )?;
        let (works, mut revisions): (Vec<WorkId>, Vec<Revision>) =
            rows.into_iter().map(|row| (row.work_id, row.revision)).unzip();
        Revision::with_what_they_hold(conn, school, &mut revisions).await?;
        Ok(works.into_iter().zip(revisions).collect())
    }

    /// The latest revision.
    pub async fn latest(&self, conn: &mut Conn) -> Result<Option<Revision>, StoreError> {
        Ok(self.revisions(conn).await?.pop())
    }
}

impl Revision {
    /// Gives these revisions of a school their pictures and files.
    async fn with_what_they_hold(conn: &mut Conn, school: &SchoolId, revisions: &mut [Self]) -> Result<(), StoreError> {
        let ids = Ids::of(revisions.iter().map(|revision| &revision.id));
        let places: HashMap<RevisionId, usize> =
            revisions.iter().enumerate().map(|(place, revision)| (revision.id.clone(), place)).collect();
        #[derive(sqlx::FromRow)]
        struct PictureRow {
            revision_id: RevisionId,
            #[sqlx(flatten)]
            picture: Picture,
        }
        let pictures: Vec<PictureRow> = all!(
            conn,
            concat!(
                "SELECT revision_picture.revision_id, picture.id, description, width, height,
                    (decorative <> 0) AS is_decorative FROM picture
                 JOIN revision_picture ON revision_picture.picture_id = picture.id
                 WHERE picture.school_id = $1 AND revision_picture.revision_id IN ",
                ids_in!("$2"),
                " ORDER BY revision_picture.position"
            ),
            school,
            ids.clone()
        )?;
        for row in pictures {
            if let Some(revision) = places.get(&row.revision_id).and_then(|place| revisions.get_mut(*place)) {
                revision.pictures.push(row.picture);
            }
        }
        for (revision, file) in file::of_revisions(conn, school, ids).await? {
            if let Some(revision) = places.get(&revision).and_then(|place| revisions.get_mut(*place)) {
                revision.files.push(file);
            }
        }
        Ok(())
    }
}

/// For each work of a student, what was asked and answered for each of its targets.
async fn roads_of_student(
    conn: &mut Conn,
    school: &SchoolId,
    student: &PersonId,
) -> Result<BTreeMap<WorkId, Vec<TargetRoad>>, StoreError> {
    let rows: Vec<(WorkId, TargetId, Option<CheckId>, Option<Mastery>)> = all!(
        conn,
        "SELECT work_target.work_id, work_target.target_id, check_answer.check_id, check_answer.answer
         FROM work JOIN work_target ON work_target.work_id = work.id
         LEFT JOIN mastery_check ON mastery_check.work_id = work.id AND mastery_check.withdrawn_at IS NULL
         LEFT JOIN check_answer
            ON check_answer.check_id = mastery_check.id AND check_answer.target_id = work_target.target_id
         WHERE work.school_id = $1 AND work.student_id = $2
         ORDER BY work_target.work_id, work_target.target_id, mastery_check.asked_at, mastery_check.id",
        school,
        student
    )?;
    let mut roads: BTreeMap<WorkId, Vec<TargetRoad>> = BTreeMap::new();
    for (work, target, check, answer) in rows {
        let of_work = roads.entry(work).or_default();
        if of_work.last().is_none_or(|road| road.target_id != target) {
            of_work.push(TargetRoad { target_id: target, answers: Vec::new() });
        }
        if let (Some(_), Some(road)) = (check, of_work.last_mut()) {
            road.answers.push(answer);
        }
    }
    Ok(roads)
}
