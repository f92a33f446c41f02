//! Files that have come to a work are made ready, one at a time in each lane, off the threads that answer.

use std::sync::Arc;
use std::time::Duration;

use kinfolio::arrival::{Arrival, ArrivalState, Maker};
use kinfolio::media::Lane;
use kinfolio::store::{Db, StoreError};
use kinfolio_app::services::Services;

/// How often it is looked whether a file waits that another program took on and did not end.
const LOOK: Duration = Duration::from_secs(4);
/// How often what nobody waits for any more is forgotten; the first time after this program has run for so long.
const SWEEP: Duration = Duration::from_secs(60 * 60);

/// This start of the program, in each lane.
#[derive(Clone)]
pub struct Makers(Arc<[(Lane, Maker); 2]>);

impl Makers {
    /// Those of a server that starts.
    pub fn of(services: &Services) -> Self {
        Self(Arc::new([Lane::Documents, Lane::Others].map(|lane| (lane, Maker::on(&services.db)))))
    }

    /// Leaves what is not done yet to whoever starts next.
    pub async fn give_back(&self, db: &Db) {
        for (_, maker) in self.0.iter() {
            if let Err(error) = Arrival::give_back(db, maker).await {
                tracing::warn!(%error, "what is being made ready could not be given back");
            }
        }
    }
}

/// Makes ready what waits, and goes on doing so. What waited when the program last ended is taken up first.
pub async fn make_ready(services: Services, makers: Makers) {
    let [documents, others] = &*makers.0;
    tokio::join!(make_lane_ready(&services, documents), make_lane_ready(&services, others), sweep_on(&services));
}

async fn make_lane_ready(services: &Services, (lane, maker): &(Lane, Maker)) {
    loop {
        let now = services.clock.now();
        match Arrival::make_next_ready(&services.db, &services.media, maker, *lane, now).await {
            Ok(Some(arrival)) if arrival.state == ArrivalState::Waiting => continue,
            Ok(Some(arrival)) => {
                tracing::info!(id = %arrival.id, state = %arrival.state, "a file was made ready");
                continue;
            }
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "a file could not be made ready; it is tried again later"),
        }
        let _ = tokio::time::timeout(LOOK, services.media.arrived(*lane)).await;
    }
}

async fn sweep_on(services: &Services) {
    loop {
        tokio::time::sleep(SWEEP).await;
        if let Err(error) = sweep(services).await {
            tracing::error!(%error, "what nobody waits for could not be forgotten");
        }
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
