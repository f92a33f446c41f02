//! The background job: making uploads ready, one after the other in each queue. A program that is ended in the middle of it leaves
//! the file to the next; a file that ends programs, or cannot be made ready, is not tried for ever.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::*;
use crate::media::{MediaError, MediaStore, Queue, Taken};
use crate::quota::QuotaLimits;
use crate::store::{Db, StoreError, Tx, all, run};
use crate::work::Work;

/// How often a program says that it still makes a file ready.
const HEARTBEAT: Duration = Duration::from_secs(2);
/// How long a program may say nothing before another one goes on with what it had.
const PATIENCE: Duration = Duration::from_secs(10);

/// One start of a program that makes the uploads of one queue ready, one at a time, and what it has seen of others. An upload
/// it works on is leased by its heartbeat (the column `beat`). It reads no clock: a heartbeat that stays as it is for a while
/// is one of a program that has ended.
#[derive(Debug)]
pub struct UploadWorker {
    /// Names this start; no other one has the same.
    start: String,
    patience: Duration,
    /// The heartbeats of other programs, and since when they have been so.
    heartbeats: Mutex<HashMap<UploadId, (String, i64, Instant)>>,
}

impl UploadWorker {
    /// The only program on this database (SQLite takes one at a time), or one of several: the only one goes on at once with
    /// what was begun before it started.
    pub fn on(db: &Db) -> Self {
        Self::with_patience(if matches!(db, Db::Sqlite { .. }) { Duration::ZERO } else { PATIENCE })
    }

    /// One that waits for so long until it takes over; for tests.
    pub fn with_patience(patience: Duration) -> Self {
        Self { start: crate::secret::token(), patience, heartbeats: Mutex::default() }
    }

    /// Whether a file may be taken that this start of a program took when its heartbeat was that.
    fn may_take_over(&self, id: &UploadId, taken_by: &str, heartbeat: i64) -> bool {
        // Whoever took it itself, and asks again, could not say that it failed.
        if taken_by.is_empty() || taken_by == self.start || self.patience.is_zero() {
            return true;
        }
        let mut heartbeats = self.heartbeats.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = heartbeats.entry(id.clone()).or_insert_with(|| (taken_by.to_owned(), heartbeat, Instant::now()));
        if (seen.0.as_str(), seen.1) != (taken_by, heartbeat) {
            *seen = (taken_by.to_owned(), heartbeat, Instant::now());
        }
        seen.2.elapsed() >= self.patience
    }

    fn forget_heartbeats(&self, id: &UploadId) {
        self.heartbeats.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
    }
}

#[derive(sqlx::FromRow)]
struct ClaimRow {
    #[sqlx(flatten)]
    upload: Upload,
    taken_by: String,
    #[sqlx(rename = "beat")]
    heartbeat: i64,
    tries: i64,
}

fn trouble(error: StoreError) -> MediaError {
    MediaError::Trouble(error.to_string())
}

fn column(queue: Queue) -> &'static str {
    match queue {
        Queue::Documents => "document",
        Queue::Others => "other",
    }
}

impl Upload {
    /// Makes the next file of a queue ready that waits, of any school; `None` when none does. What comes back still waiting
    /// could not be made ready, and is tried again.
    pub async fn make_next_ready(
        db: &Db,
        media: &MediaStore,
        worker: &UploadWorker,
        queue: Queue,
        now: At,
    ) -> Result<Option<Self>, MediaError> {
        sort(db, media).await?;
        let Some((upload, tries)) = claim(db, worker, queue).await.map_err(trouble)? else { return Ok(None) };
        if tries > MOST_TRIES {
            // Each time the program that tried it was ended before it could say anything.
            return upload.ends(db, worker, Err(given_up(queue).to_string()), now).await;
        }
        let outcome = match with_heartbeat(db, worker, &upload, taken(db, media, &upload)).await {
            Ok(taken) => Ok(taken),
            Err(MediaError::TooManyPixels { .. }) => Err(UploadFailure::TooManyPixels.to_string()),
            Err(MediaError::Foreign { kind, link: Some(link) }) => Err(format!("{kind} {link}")),
            Err(MediaError::Foreign { kind, link: None }) => Err(kind.to_string()),
            Err(error @ MediaError::NotDrawn(_)) => {
                tracing::warn!(%error, id = %upload.id, tries, "a document was not drawn");
                if tries < MOST_TRIES {
                    return Ok(Some(upload.waits_again(db, worker, now).await?));
                }
                Err(UploadFailure::NotDrawn.to_string())
            }
            Err(error @ MediaError::Trouble(_)) => {
                // It is not the file's fault, as long as there is one.
                if tokio::fs::try_exists(media.upload_path(&upload.id)).await.unwrap_or(true) {
                    give_back(db, worker).await.map_err(trouble)?;
                    return Err(error);
                }
                Err(UploadFailure::Unknown.to_string())
            }
            Err(MediaError::NotASound(_)) => Err(UploadFailure::NotASound.to_string()),
            Err(MediaError::NotAFilm(_)) => Err(UploadFailure::NotAFilm.to_string()),
            Err(_) => Err(UploadFailure::Unknown.to_string()),
        };
        let ended = upload.ends(db, worker, outcome, now).await?;
        if let Some(Self { state: UploadState::Done, id, .. }) = &ended {
            media.let_go(id).await;
        }
        Ok(ended)
    }

    /// Gives back what this start of a program has taken, as if it had not: it ends before it is done.
    pub async fn give_back(db: &Db, worker: &UploadWorker) -> Result<(), StoreError> {
        give_back(db, worker).await
    }

    /// Notes what it became, or why not; `None` when somebody else has gone on with it in the meantime.
    async fn ends(
        self,
        db: &Db,
        worker: &UploadWorker,
        taken: Result<Taken, String>,
        now: At,
    ) -> Result<Option<Self>, MediaError> {
        worker.forget_heartbeats(&self.id);
        let mut tx = db.write().await.map_err(trouble)?;
        let held = run!(
            &mut tx,
            "UPDATE arrival SET changed_at = $1, idle_hours = 0 WHERE id = $2 AND state = 'waiting' AND taken_by = $3",
            now,
            &self.id,
            &worker.start
        );
        if held.map_err(trouble)? == 0 {
            return Ok(None);
        }
        let outcome = match taken {
            Ok(taken) => {
                self.becomes(&mut tx, &taken, now).await.map_err(trouble)?.map_err(|failure| failure.to_string())
            }
            Err(why) => Err(why),
        };
        let (state, outcome) = match outcome {
            Ok(id) => (UploadState::Done, id),
            Err(why) => (UploadState::Failed, why),
        };
        let ended = run!(
            &mut tx,
            "UPDATE arrival SET state = $1, outcome = $2, taken_by = '' WHERE id = $3",
            state,
            &outcome,
            &self.id
        );
        ended.map_err(trouble)?;
        tx.commit().await.map_err(trouble)?;
        Ok(Some(Self { state, outcome, ..self }))
    }

    /// Lets it wait behind the others for the next try.
    async fn waits_again(self, db: &Db, worker: &UploadWorker, now: At) -> Result<Self, MediaError> {
        let mut tx = db.write().await.map_err(trouble)?;
        let waits = run!(
            &mut tx,
            "UPDATE arrival SET taken_by = '', changed_at = $1 WHERE id = $2 AND state = 'waiting' AND taken_by = $3",
            now,
            &self.id,
            &worker.start
        );
        waits.map_err(trouble)?;
        tx.commit().await.map_err(trouble)?;
        Ok(self)
    }

    /// Puts what it is into the latest version of its work, or into a new one where that was answered; gives its id.
    async fn becomes(&self, tx: &mut Tx, taken: &Taken, now: At) -> Result<Result<String, UploadFailure>, StoreError> {
        let Some(work) = Work::held_for_its_student(tx, &self.school_id, &self.work_id).await? else {
            return Ok(Err(UploadFailure::Unknown));
        };
        work.bring(tx, &self.name, taken, now).await.map(|brought| brought.ok_or(UploadFailure::WorkFull))
    }
}

/// Makes the file of an upload ready, as its school lets it.
async fn taken(db: &Db, media: &MediaStore, upload: &Upload) -> Result<Taken, MediaError> {
    let path = media.upload_path(&upload.id);
    let mut conn = db.read().await.map_err(trouble)?;
    let converts =
        QuotaLimits::of(&mut conn, &upload.school_id).await.map_err(trouble)?.is_some_and(|it| it.converts());
    drop(conn);
    if converts { media.take_or_convert(path).await } else { media.take(path).await }
}

/// Why what ended every program that tried it is not tried again.
fn given_up(queue: Queue) -> UploadFailure {
    match queue {
        Queue::Documents => UploadFailure::NotDrawn,
        Queue::Others => UploadFailure::Unknown,
    }
}

/// Puts those that have just come into their queue (the column `lane`).
async fn sort(db: &Db, media: &MediaStore) -> Result<(), MediaError> {
    let new: Vec<(UploadId,)> = {
        let mut conn = db.read().await.map_err(trouble)?;
        let new = all!(&mut conn, "SELECT id FROM arrival WHERE state = 'waiting' AND lane = '' ORDER BY id LIMIT 50");
        new.map_err(trouble)?
    };
    if new.is_empty() {
        return Ok(());
    }
    let mut queues = Vec::new();
    for (id,) in new {
        // What cannot be read is told apart when it is made ready.
        queues.push((media.queue_of(&id).await.unwrap_or(Queue::Others), id));
    }
    let mut tx = db.write().await.map_err(trouble)?;
    for (queue, id) in &queues {
        run!(&mut tx, "UPDATE arrival SET lane = $1 WHERE id = $2", column(*queue), id).map_err(trouble)?;
    }
    tx.commit().await.map_err(trouble)
}

/// Takes on the next file of a queue that waits, and counts the try before it is made; two programs never take the same one.
async fn claim(db: &Db, worker: &UploadWorker, queue: Queue) -> Result<Option<(Upload, i64)>, StoreError> {
    let waiting: Vec<ClaimRow> = {
        let mut conn = db.read().await?;
        all!(
            &mut conn,
            "SELECT id, school_id, work_id, student_id, name, size, state, outcome, started_at, taken_by, beat, tries
             FROM arrival WHERE state = 'waiting' AND lane = $1 ORDER BY changed_at, id LIMIT 100",
            column(queue)
        )?
    };
    let free = waiting.into_iter().find(|row| worker.may_take_over(&row.upload.id, &row.taken_by, row.heartbeat));
    let Some(ClaimRow { upload, taken_by, heartbeat, tries }) = free else { return Ok(None) };
    let mut tx = db.write().await?;
    let claimed = run!(
        &mut tx,
        "UPDATE arrival SET taken_by = $1, beat = beat + 1, tries = tries + 1
         WHERE id = $2 AND state = 'waiting' AND taken_by = $3 AND beat = $4",
        &worker.start,
        &upload.id,
        &taken_by,
        heartbeat
    )?;
    tx.commit().await?;
    Ok((claimed == 1).then_some((upload, tries + 1)))
}

/// Says again and again that a file is still being made ready, until it is.
async fn with_heartbeat<T>(db: &Db, worker: &UploadWorker, upload: &Upload, making: impl Future<Output = T>) -> T {
    let mut making = std::pin::pin!(making);
    loop {
        match tokio::time::timeout(HEARTBEAT, &mut making).await {
            Ok(made) => return made,
            Err(_) => {
                if let Err(error) = heartbeat(db, worker, &upload.id).await {
                    // Should somebody else go on with it meanwhile, only one of the two brings it.
                    tracing::warn!(%error, id = %upload.id, "it could not be said that a file is being made ready");
                }
            }
        }
    }
}

async fn heartbeat(db: &Db, worker: &UploadWorker, id: &UploadId) -> Result<(), StoreError> {
    let mut tx = db.write().await?;
    run!(&mut tx, "UPDATE arrival SET beat = beat + 1 WHERE id = $1 AND taken_by = $2", id, &worker.start)?;
    tx.commit().await
}

async fn give_back(db: &Db, worker: &UploadWorker) -> Result<(), StoreError> {
    let mut tx = db.write().await?;
    run!(
        &mut tx,
        "UPDATE arrival SET taken_by = '', tries = tries - 1 WHERE state = 'waiting' AND taken_by = $1",
        &worker.start
    )?;
    tx.commit().await
}
