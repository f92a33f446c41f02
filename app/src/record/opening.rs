//! That somebody of the school was shown a page of a student, or asked for one that is not for them: noted once a day as the page
//! leaves, on a connection of its own, like a visit. A student's own reading is never noted; a family's is a visit.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use kinfolio::at::At;
use kinfolio::day::Day;
use kinfolio::id::PersonId;
use kinfolio::person::{Student, Viewer};
use kinfolio::policy::Relation;
use kinfolio::record::{NewLine, RecordedAct};
use kinfolio::store::{Db, StoreError};

use crate::services::Services;

/// What is to be noted.
#[derive(Clone, Debug)]
pub(crate) struct OpeningToNote {
    by: Viewer,
    student: PersonId,
    what: RecordedAct,
    at: At,
}

impl OpeningToNote {
    /// The opening that reading a page at this address is: one of a student's, by somebody who is neither they nor their family.
    pub(crate) fn of(by: &Viewer, student: &Student, path: &str, at: At) -> Option<Self> {
        let is_others = !matches!(student.standing.relation, Relation::Own | Relation::LinkedFamily);
        is_others.then(|| Self { by: by.clone(), student: student.id.clone(), what: opened(path), at })
    }

    /// That somebody of the student's school asked for something that is not for them.
    pub(crate) fn refused(by: &Viewer, student: &PersonId, at: At) -> Self {
        Self { by: by.clone(), student: student.clone(), what: RecordedAct::Refused, at }
    }

    async fn note(&self, db: &Db) -> Result<(), StoreError> {
        let line = NewLine { what: self.what, by: Some(&self.by.person_id), about: &self.student, student: None };
        let day = Day::of(self.at, &self.by.time_zone);
        if line.is_written(&mut db.read().await?, day).await? {
            return Ok(());
        }
        let mut tx = db.write().await?;
        line.write_once(&mut tx, &self.by.school_id, day, self.at).await?;
        tx.commit().await
    }

    /// Notes it, afterwards; what is asked for does not wait.
    pub(crate) fn note_afterwards(self, services: &Services) {
        let db = services.db.clone();
        let noting = services.afterwards(async move {
            if let Err(error) = self.note(&db).await {
                tracing::warn!(%error, "what was opened could not be noted");
            }
        });
        drop(noting);
    }
}

/// What a page of a student's is, by its address.
fn opened(path: &str) -> RecordedAct {
    let has = |words: &[&str]| path.split('/').any(|part| words.contains(&part));
    if has(&["work", "feedback", "check", "file", "compare"]) {
        RecordedAct::OpenedWork
    } else if has(&["portfolio", "shelf"]) {
        RecordedAct::OpenedPortfolio
    } else if has(&["definition", "statement", "contribution", "version"]) {
        RecordedAct::OpenedDefinition
    } else if has(&["conference", "moment", "rehearsal", "commitment", "reply"]) {
        RecordedAct::OpenedConference
    } else {
        RecordedAct::Opened
    }
}

/// Notes what pages say of themselves.
pub async fn note_openings(State(services): State<Services>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if let Some(opening) = response.extensions_mut().remove::<OpeningToNote>() {
        opening.note_afterwards(&services);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_named_by_its_address() {
        for (path, what) in [
            ("/work/0190", RecordedAct::OpenedWork),
            ("/student/0190/portfolio", RecordedAct::OpenedPortfolio),
            ("/student/0190/definition", RecordedAct::OpenedDefinition),
            ("/conference/0190/keepsake", RecordedAct::OpenedConference),
            ("/student/0190/targets", RecordedAct::Opened),
            ("/student/0190", RecordedAct::Opened),
        ] {
            assert_eq!(opened(path), what, "{path}");
        }
    }
}
