//! What the database knows about its tables is refreshed when the program starts, and once a day.

use std::time::Duration;

use kinfolio::store::Db;

const DAILY: Duration = Duration::from_secs(24 * 60 * 60);

/// Refreshes it, and goes on doing so.
pub async fn keep_fresh(db: Db) {
    loop {
        if let Err(error) = db.refresh_statistics().await {
            tracing::warn!(%error, "how much there is of what could not be looked at; queries may take longer");
        }
        tokio::time::sleep(DAILY).await;
    }
}
