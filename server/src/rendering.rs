//! The HTML of works is made soon after they are saved, off the threads that answer, and kept; also of those whose HTML an
//! older version of the program made.

use std::time::Duration;

use kinfolio::work::Revision;
use kinfolio_app::services::Services;

/// How often it is looked for what another server saved.
const LOOK: Duration = Duration::from_secs(60);
/// How long is waited after something was saved: a draft is saved again and again while it is typed.
const PAUSE: Duration = Duration::from_secs(1);

/// Renders and keeps what is missing, and goes on doing so.
pub async fn keep_rendered(services: Services) {
    loop {
        match Revision::keep_rendered(&services.db).await {
            Ok(0) => Revision::saved(LOOK).await,
            Ok(_) => {}
            Err(error) => {
                tracing::error!(%error, "the HTML of works could not be kept");
                tokio::time::sleep(LOOK).await;
            }
        }
        tokio::time::sleep(PAUSE).await;
    }
}
