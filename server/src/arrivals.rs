//! Files that have come to a work are made ready, one at a time, off the threads that answer.

use std::time::{Duration, Instant};

use kinfolio::arrival::Arrival;
use kinfolio::store::StoreError;
use kinfolio_app::services::Services;

/// How often it is looked whether a file waits that another program took on and did not end.
const LOOK: Duration = Duration::from_secs(20);
/// How often what nobody waits for any more is forgotten.
const SWEEP: Duration = Duration::from_secs(60 * 60);

/// Makes ready what waits, and goes on doing so. What waited when the program last ended is taken up first.
pub async fn make_ready(services: Services) {
    let mut swept: Option<Instant> = None;
    loop {
        match Arrival::make_next_ready(&services.db, &services.media, services.clock.now()).await {
            Ok(Some(arrival)) => {
                tracing::info!(id = %arrival.id, state = %arrival.state, "a file was made ready");
                continue;
            }
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "a file could not be made ready; it is tried again later"),
        }
        if swept.is_none_or(|at| at.elapsed() >= SWEEP) {
            swept = Some(Instant::now());
            if let Err(error) = sweep(&services).await {
                tracing::error!(%error, "what nobody waits for could not be forgotten");
            }
        }
        let _ = tokio::time::timeout(LOOK, services.media.arrived()).await;
    }
}

async fn sweep(services: &Services) -> Result<(), StoreError> {
    let mut tx = services.db.write().await?;
    let gone = Arrival::sweep(&mut tx, services.clock.now()).await?;
    tx.commit().await?;
    for id in gone {
        services.media.let_go(&id).await;
    }
    Ok(())
}
