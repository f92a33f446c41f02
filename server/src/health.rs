//! `/readyz`: whether this server can do its work now. `/healthz` says only that it is alive.
//!
//! A server that is not ready is sent no visitors by whoever asks (a load balancer, a service manager); one that is not
//! alive is started anew. So the first knows the database, the disk and the media, and the second nothing.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use kinfolio::store::Db;
use kinfolio_app::services::Services;
use tokio::sync::{Mutex, Semaphore};

/// How long a part is waited for; with everything around it, an answer takes less than two seconds.
const PATIENCE: Duration = Duration::from_millis(1_500);
/// How long an answer holds: whoever asks again and again does not keep the database busy.
const HOLDS: Duration = Duration::from_secs(1);
/// With less free space than this, uploads end half way and the database soon cannot write.
const LEAST_FREE: u64 = 64 * 1024 * 1024;

/// When it was looked, and what was not ready.
type LastProbe = (Instant, Vec<&'static str>);

/// Whether everything is ready, as it was last looked at.
#[derive(Clone)]
pub struct Readiness {
    last: Arc<Mutex<Option<LastProbe>>>,
    /// A disk that hangs holds a thread; it gets no second one.
    at_the_disk: Arc<Semaphore>,
}

impl Default for Readiness {
    fn default() -> Self {
        Self { last: Arc::default(), at_the_disk: Arc::new(Semaphore::new(1)) }
    }
}

impl Readiness {
    /// 200 when everything is ready; 503 and a line for each thing that is not.
    pub async fn answer(self, services: Services) -> Response {
        let missing = self.missing(&services).await;
        let (status, said) = if missing.is_empty() {
            (StatusCode::OK, "ready\n".to_owned())
        } else {
            (StatusCode::SERVICE_UNAVAILABLE, missing.join("\n") + "\n")
        };
        (status, [(header::CACHE_CONTROL, "no-store")], said).into_response()
    }

    async fn missing(&self, services: &Services) -> Vec<&'static str> {
        let mut last = self.last.lock().await;
        if let Some((at, missing)) = last.as_ref()
            && at.elapsed() < HOLDS
        {
            return missing.clone();
        }
        let (database, disk) = tokio::join!(database(&services.db), self.disk(services));
        let missing: Vec<&'static str> = database.into_iter().chain(disk).collect();
        if !missing.is_empty() {
            tracing::warn!(?missing, "not ready");
        }
        *last = Some((Instant::now(), missing.clone()));
        missing
    }

    async fn disk(&self, services: &Services) -> Vec<&'static str> {
        let slow = "The disk does not answer.";
        let Ok(turn) = self.at_the_disk.clone().try_acquire_owned() else { return vec![slow] };
        let waiting = services.settings.waiting_room.clone();
        let media = services.media.uploads_folder().to_owned();
        let looking = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            folders(&waiting, &media)
        });
        match tokio::time::timeout(PATIENCE, looking).await {
            Ok(Ok(missing)) => missing,
            Ok(Err(_)) | Err(_) => vec![slow],
        }
    }
}

async fn database(db: &Db) -> Option<&'static str> {
    match in_time(db.takes_words()).await {
        Some(Ok(())) => None,
        Some(Err(error)) => {
            tracing::warn!(%error, "the database is not ready");
            Some("The database takes no words.")
        }
        None => Some("The database does not answer."),
    }
}

async fn in_time<T>(work: impl Future<Output = T>) -> Option<T> {
    tokio::time::timeout(PATIENCE, work).await.ok()
}

/// Whether both folders can be written in, and the disks they are on have room.
fn folders(waiting: &Path, media: &Path) -> Vec<&'static str> {
    let mut missing = Vec::new();
    if has_no_room(waiting) {
        missing.push("The disk of the data folder is nearly full.");
    }
    if has_no_room(media) {
        missing.push("The disk of the media folder is nearly full.");
    }
    if !takes_a_file(waiting) {
        missing.push("The data folder can't be written in.");
    }
    if !takes_a_file(media) {
        missing.push("The media folder can't be written in.");
    }
    missing
}

fn takes_a_file(folder: &Path) -> bool {
    let probe: PathBuf = folder.join(format!(".ready-{}", std::process::id()));
    let written = std::fs::write(&probe, b"ready").is_ok();
    let _ = std::fs::remove_file(&probe);
    written
}

#[cfg(unix)]
fn has_no_room(folder: &Path) -> bool {
    rustix::fs::statvfs(folder).is_ok_and(|disk| disk.f_bavail.saturating_mul(disk.f_frsize) < LEAST_FREE)
}

#[cfg(not(unix))]
fn has_no_room(_: &Path) -> bool {
    false
}
