//! Family members are seen coming by, so that the student knows who looks on.
//!
//! A visit is noted once the page is made and its connection is back: whoever asked for a second connection while holding
//! one would wait for others who do the same.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use kinfolio::at::At;
use kinfolio::grant::{self, Noted, noted};
use kinfolio::id::PersonId;
use kinfolio::person::{Role, Student, Viewer};
use kinfolio::policy::Relation;
use kinfolio::store::{Db, StoreError};

use crate::asking::Asking;
use crate::services::Services;

/// How long a page waits for the note about it. It is noted anyway, a little later.
const PATIENCE: Duration = Duration::from_millis(300);

/// A visit that is to be noted, carried by its request.
#[derive(Clone, Default)]
struct Visits(Arc<Mutex<Vec<VisitNoted>>>);

struct VisitNoted {
    visitor: Viewer,
    student: PersonId,
    at: At,
}

/// Sees a visit, when a family member reads a page of this student. A robot that fetches a link and keeps no cookie never
/// gets this far.
pub fn seen(asking: &Asking, student: &Student) {
    let Some(visitor) = asking.somebody().filter(|viewer| viewer.role == Role::Family) else { return };
    // A page that is read, not a form that is sent.
    if asking.parts.method != http::Method::GET || student.standing.relation != Relation::LinkedFamily {
        return;
    }
    if noted(student.last_visit_at, asking.now()) == Noted::Already {
        return;
    }
    if let Some(Visits(visits)) = asking.parts.extensions.get()
        && let Ok(mut visits) = visits.lock()
    {
        visits.push(VisitNoted { visitor: visitor.clone(), student: student.id.clone(), at: asking.now() });
    }
}

/// Notes the visits of a request before its page is sent, so that whoever reads next finds them.
pub async fn note_visits(State(services): State<Services>, mut request: Request, next: Next) -> Response {
    let visits = Visits::default();
    request.extensions_mut().insert(visits.clone());
    let response = next.run(request).await;
    let visits = visits.0.lock().map(|mut visits| std::mem::take(&mut *visits)).unwrap_or_default();
    if !visits.is_empty() {
        // The page is worth more than the note about it: a note that takes long goes on by itself.
        let db = services.db.clone();
        let noting = tokio::spawn(async move {
            if let Err(error) = note(&db, &visits).await {
                tracing::warn!(%error, "a visit could not be noted");
            }
        });
        let _ = tokio::time::timeout(PATIENCE, noting).await;
    }
    response
}

async fn note(db: &Db, visits: &[VisitNoted]) -> Result<(), StoreError> {
    let mut tx = db.write().await?;
    for visit in visits {
        grant::visited(&mut tx, &visit.visitor, &visit.student, visit.at).await?;
    }
    tx.commit().await
}
