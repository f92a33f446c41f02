//! About when a session was used last: noted once a day, as a page leaves and on a connection of its own, like a visit.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use kinfolio::at::At;
use kinfolio::session::devices;
use kinfolio::store::{Db, StoreError};

use crate::asking::Asking;
use crate::services::Services;

/// That a session is used.
#[derive(Clone, Debug)]
pub(crate) struct UseToNote {
    token: String,
    at: At,
}

impl UseToNote {
    /// The use that a page is, when it is to be noted.
    pub(crate) fn of(asking: &Asking) -> Option<Self> {
        let viewer = asking.somebody()?;
        let is_news = devices::is_news(viewer.session.session_used_at, asking.now());
        Some(Self { token: asking.token()?.to_owned(), at: asking.now() }).filter(|_| is_news)
    }

    async fn note(&self, db: &Db) -> Result<(), StoreError> {
        let mut tx = db.write().await?;
        devices::used(&mut tx, &self.token, self.at).await?;
        tx.commit().await
    }
}

/// Notes it; the page does not wait.
pub async fn note_use(State(services): State<Services>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if let Some(used) = response.extensions_mut().remove::<UseToNote>() {
        let db = services.db.clone();
        let noting = services.afterwards(async move {
            if let Err(error) = used.note(&db).await {
                tracing::warn!(%error, "the use of a session could not be noted");
            }
        });
        drop(noting);
    }
    response
}
