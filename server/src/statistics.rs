//! What the database knows about its tables is refreshed when the program starts, and now and then.

use std::time::Duration;

use kinfolio::store::Db;

/// How often: it takes milliseconds, and a school may be imported at any time.
const NOW_AND_THEN: Duration = Duration::from_secs(60 * 60);

/// Refreshes it, and goes on doing so.
pub async fn keep_fresh(db: Db) {
    loop {
        if let Err(error) = db.refresh_statistics().await {
            tracing::warn!(%error, "how much there is of what could not be looked at; queries may take longer");
        }
        tokio::time::sleep(NOW_AND_THEN).await;
    }
}
