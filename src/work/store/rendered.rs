//! A revision's text as HTML: rendered once, soon after it was saved, and kept. Nobody who saves or reads waits for it; who
//! reads before that has it rendered apart.

use std::time::Duration;

use tokio::sync::Notify;

use super::*;
use crate::markdown;
use crate::store::{Db, run};

/// Texts up to this length, in bytes, are rendered where they are read: it takes less than asking somebody else.
const SHORT: usize = 4_000;
/// How many are rendered and kept at a time.
const AT_A_TIME: i64 = 8;
/// Tells whoever keeps HTML that a text was saved.
static SAVED: Notify = Notify::const_new();

/// Says that a text was saved, or soon will be.
pub(super) fn say_saved() {
    SAVED.notify_one();
}

impl Revision {
    /// Renders what is not kept yet of these, apart from the threads that answer: a page can show them now.
    pub async fn make_readable(revisions: &mut [Self]) {
        for revision in revisions.iter_mut().filter(|revision| revision.html.is_none() && revision.text.len() > SHORT) {
            revision.html = markdown::render_apart(revision.text.clone()).await;
        }
    }

    /// Waits until a text was saved, or for as long as others may have saved one.
    pub async fn saved(most: Duration) {
        let _ = tokio::time::timeout(most, SAVED.notified()).await;
    }

    /// Renders the next texts whose HTML is missing or was made another way, of any school, and keeps it. Gives how many.
    pub async fn keep_rendered(db: &Db) -> Result<usize, StoreError> {
        let texts: Vec<(RevisionId, String)> = {
            let mut conn = db.read().await?;
            all!(
                &mut conn,
                "SELECT id, text FROM revision WHERE html_version < $1 OR html_version > $1 LIMIT $2",
                markdown::VERSION,
                AT_A_TIME
            )?
        };
        let mut all = Vec::new();
        for (id, text) in texts {
            if let Some(html) = markdown::render_apart(text.clone()).await {
                all.push((id, text, html));
            }
        }
        if all.is_empty() {
            return Ok(0);
        }
        let mut tx = db.write().await?;
        for (id, text, html) in &all {
            // Somebody may have written on in the meantime.
            run!(
                &mut tx,
                "UPDATE revision SET html = $1, html_version = $2 WHERE id = $3 AND text = $4",
                html,
                markdown::VERSION,
                id,
                text
            )?;
        }
        tx.commit().await?;
        Ok(all.len())
    }
}
