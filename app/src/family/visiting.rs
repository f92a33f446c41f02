//! Family members are seen coming by, so that the student knows who looks on.
//!
//! A page that was made for one of them says so (`VisitToNote`), and it is noted as the page leaves and nowhere else: its
//! connection is back by then, for whoever asked for a second one while holding one would wait for others who do the same.

use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use kinfolio::at::At;
use kinfolio::grant::{self, Noted, noted};
use kinfolio::id::PersonId;
use kinfolio::person::{Role, Viewer};
use kinfolio::policy::Relation;
use kinfolio::session;
use kinfolio::store::{Db, StoreError};

use crate::asking::Asking;
use crate::cookies::kept_for;
use crate::services::Services;

/// How long a page waits for the note about it. It is noted anyway, a little later.
const PATIENCE: Duration = Duration::from_millis(300);

/// That a family member is shown a page of a student.
#[derive(Clone, Debug)]
pub(crate) struct VisitToNote {
    visitor: Viewer,
    student: PersonId,
    at: At,
    /// The session it is in.
    token: Option<String>,
}

impl VisitToNote {
    /// The visit that a page is, when it is to be noted: one of a student, read by their family, and not noted a moment ago.
    /// A robot that fetches a link and keeps no cookie never gets this far.
    pub(crate) fn of(asking: &Asking) -> Option<Self> {
        let visitor = asking.somebody().filter(|viewer| viewer.role == Role::Family)?;
        let student = asking.about().filter(|student| student.standing.relation == Relation::LinkedFamily)?;
        let is_read = asking.parts.method == http::Method::GET;
        let is_news = noted(student.last_visit_at, asking.now()) != Noted::Already;
        (is_read && is_news).then(|| Self {
            visitor: visitor.clone(),
            student: student.id.clone(),
            at: asking.now(),
            token: asking.token().map(str::to_owned),
        })
    }

    async fn note(&self, db: &Db) -> Result<(), StoreError> {
        let mut tx = db.write().await?;
        grant::visited(&mut tx, &self.visitor, &self.student, self.at).await?;
        if let Some(token) = &self.token {
            session::goes_on(&mut tx, token, self.at).await?;
        }
        tx.commit().await
    }
}

/// Notes the visit that a page is before the page is sent, so that whoever reads next finds it.
pub async fn note_visits(State(services): State<Services>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if let Some(visit) = response.extensions_mut().remove::<VisitToNote>() {
        // Their session goes on with every visit; one that came by a link lasts as long as that, and was kept for so long.
        if let (None, Some(token)) = (&visit.visitor.grant_id, &visit.token) {
            response = kept_for(response, &services, token, session::DAYS);
        }
        // The page is worth more than the note about it: a note that takes long goes on by itself.
        let db = services.db.clone();
        let noting = services.afterwards(async move {
            if let Err(error) = visit.note(&db).await {
                tracing::warn!(%error, "a visit could not be noted");
            }
        });
        let _ = tokio::time::timeout(PATIENCE, noting).await;
    }
    response
}
