//! The background job: uploads are made ready, one at a time in each queue, off the threads that answer.

use std::sync::Arc;
use std::time::Duration;

use kinfolio::media::{Conversion, Queue};
use kinfolio::store::{Db, StoreError};
use kinfolio::taking_back;
use kinfolio::target::gathering::Gathering;
use kinfolio::upload::{Upload, UploadState, UploadWorker};
use kinfolio::work::{WorkFile, previewed};
use kinfolio_app::services::Services;

/// How often it is looked whether a file waits that another program took on and did not end.
const LOOK: Duration = Duration::from_secs(4);
/// How often what nobody waits for any more is forgotten; the first time after this program has run for so long.
const SWEEP: Duration = Duration::from_secs(60 * 60);

/// This start of the program, for each queue.
#[derive(Clone)]
pub struct UploadWorkers(Arc<[(Queue, UploadWorker); 2]>);

impl UploadWorkers {
    /// Those of a server that starts.
    pub fn of(services: &Services) -> Self {
        Self(Arc::new([Queue::Documents, Queue::Others].map(|queue| (queue, UploadWorker::on(&services.db)))))
    }

    /// Leaves what is not done yet to whoever starts next.
    pub async fn give_back(&self, db: &Db) {
        for (_, worker) in self.0.iter() {
            if let Err(error) = Upload::give_back(db, worker).await {
                tracing::warn!(%error, "what is being made ready could not be given back");
            }
        }
    }
}

/// Makes ready what waits, and goes on doing so. What waited when the program last ended is taken up first.
pub async fn make_ready(services: Services, workers: UploadWorkers) {
    let [documents, others] = &*workers.0;
    tokio::join!(
        make_queue_ready(&services, documents),
        make_queue_ready(&services, others),
        make_playable(&services),
        sweep_on(&services)
    );
}

async fn make_queue_ready(services: &Services, (queue, worker): &(Queue, UploadWorker)) {
    loop {
        let now = services.clock.now();
        match Upload::make_next_ready(&services.db, &services.media, worker, *queue, now).await {
            Ok(Some(upload)) if upload.state == UploadState::Waiting => continue,
            Ok(Some(upload)) => {
                tracing::info!(id = %upload.id, state = %upload.state, "a file was made ready");
                continue;
            }
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "a file could not be made ready; it is tried again later"),
        }
        let _ = tokio::time::timeout(LOOK, services.media.uploaded(*queue)).await;
    }
}

/// Makes films playable that browsers do not play, where this machine can.
async fn make_playable(services: &Services) {
    if !services.media.can_convert(Conversion::Film) {
        return;
    }
    loop {
        match WorkFile::make_next_playable(&services.db, &services.media, services.clock.now()).await {
            Ok(Some((id, conversion))) => {
                tracing::info!(%id, %conversion, "a film that browsers do not play");
                continue;
            }
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "a film could not be made playable; it is tried again later"),
        }
        tokio::time::sleep(LOOK).await;
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
    services.media.sweep_conversions().await;
    let mut tx = services.db.write().await?;
    let now = services.clock.now();
    WorkFile::give_up_conversions(&mut tx, now).await?;
    let gone = Upload::sweep(&mut tx, now).await?;
    previewed::forget_old(&mut tx, now).await?;
    tx.commit().await?;
    Gathering::forget_over(&services.db, now).await?;
    let (binned, recordings, bytes) = taking_back::forget(&services.db, &services.media, now).await?;
    if binned > 0 || recordings > 0 || bytes > 0 {
        tracing::info!(binned, recordings, bytes, "what nobody needs any more is gone");
    }
    for id in gone {
        services.media.let_go(&id).await;
    }
    Ok(())
}
