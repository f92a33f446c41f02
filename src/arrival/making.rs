//! Making files ready that have arrived, one after the other in each lane. A program that is ended in the middle of it leaves
//! the file to the next; a file that ends programs, or cannot be made ready, is not tried for ever.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::*;
use crate::media::{Lane, MediaError, MediaStore, Taken};
use crate::store::{Db, StoreError, Tx, all, run};
use crate::work::Work;

/// How often a program says that it still makes a file ready.
const BEAT: Duration = Duration::from_secs(2);
/// How long a program may say nothing before another one goes on with what it had.
const PATIENCE: Duration = Duration::from_secs(10);

/// One start of a program that makes files of one lane ready, one at a time, and what it has seen of others. It reads no clock: a beat that stays as it
/// is for a while is one of a program that has ended.
#[derive(Debug)]
pub struct Maker {
    /// Names this start; no other one has the same.
    start: String,
    patience: Duration,
    /// The beats of other programs, and since when they have been so.
    beats: Mutex<HashMap<ArrivalId, (String, i64, Instant)>>,
}

impl Maker {
    /// The only program on this database (SQLite takes one at a time), or one of several: the only one goes on at once with
    /// what was begun before it started.
    pub fn on(db: &Db) -> Self {
        Self::with_patience(if matches!(db, Db::Sqlite { .. }) { Duration::ZERO } else { PATIENCE })
    }

    /// One that waits for so long until it takes over; for tests.
    pub fn with_patience(patience: Duration) -> Self {
        Self { start: crate::secret::token(), patience, beats: Mutex::default() }
    }

    /// Whether a file may be taken that this start of a program took when its beat was that.
    fn may_take_over(&self, id: &ArrivalId, taken_by: &str, beat: i64) -> bool {
        // Whoever took it itself, and asks again, could not say that it failed.
        if taken_by.is_empty() || taken_by == self.start || self.patience.is_zero() {
            return true;
        }
        let mut beats = self.beats.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = beats.entry(id.clone()).or_insert_with(|| (taken_by.to_owned(), beat, Instant::now()));
        if (seen.0.as_str(), seen.1) != (taken_by, beat) {
            *seen = (taken_by.to_owned(), beat, Instant::now());
        }
        seen.2.elapsed() >= self.patience
    }

    fn forget_beats(&self, id: &ArrivalId) {
        self.beats.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
    }
}

#[derive(sqlx::FromRow)]
struct MakingRow {
    #[sqlx(flatten)]
    arrival: Arrival,
    taken_by: String,
    beat: i64,
    tries: i64,
}

fn trouble(error: StoreError) -> MediaError {
    MediaError::Trouble(error.to_string())
}

fn written(lane: Lane) -> &'static str {
    match lane {
        Lane::Documents => "document",
        Lane::Others => "other",
    }
}

impl Arrival {
    /// Makes the next file of a lane ready that waits, of any school; `None` when none does. What comes back still waiting
    /// could not be made ready, and is tried again.
    pub async fn make_next_ready(
        db: &Db,
        media: &MediaStore,
        maker: &Maker,
        lane: Lane,
        now: At,
    ) -> Result<Option<Self>, MediaError> {
        sort(db, media).await?;
        let Some((arrival, tries)) = claim(db, maker, lane).await.map_err(trouble)? else { return Ok(None) };
        if tries > MOST_TRIES {
            // Each time the program that tried it was ended before it could say anything.
            return arrival.ends(db, maker, Err(given_up(lane)), now).await;
        }
        let outcome = match while_beating(db, maker, &arrival, media.take(media.arriving(&arrival.id))).await {
            Ok(taken) => Ok(taken),
            Err(MediaError::TooManyPixels { .. }) => Err(Why::TooManyPixels),
            Err(error @ MediaError::NotDrawn(_)) => {
                tracing::warn!(%error, id = %arrival.id, tries, "a document was not drawn");
                if tries < MOST_TRIES {
                    return Ok(Some(arrival.waits_again(db, maker, now).await?));
                }
                Err(Why::NotDrawn)
            }
            Err(error @ MediaError::Trouble(_)) => {
                // It is not the file's fault, as long as there is one.
                if tokio::fs::try_exists(media.arriving(&arrival.id)).await.unwrap_or(true) {
                    give_back(db, maker).await.map_err(trouble)?;
                    return Err(error);
                }
                Err(Why::Unknown)
            }
            Err(_) => Err(Why::Unknown),
        };
        let ended = arrival.ends(db, maker, outcome, now).await?;
        if let Some(Self { state: ArrivalState::Done, id, .. }) = &ended {
            media.let_go(id).await;
        }
        Ok(ended)
    }

    /// Gives back what this start of a program has taken, as if it had not: it ends before it is done.
    pub async fn give_back(db: &Db, maker: &Maker) -> Result<(), StoreError> {
        give_back(db, maker).await
    }

    /// Notes what it became, or why not; `None` when somebody else has gone on with it in the meantime.
    async fn ends(
        self,
        db: &Db,
        maker: &Maker,
        taken: Result<Taken, Why>,
        now: At,
    ) -> Result<Option<Self>, MediaError> {
        maker.forget_beats(&self.id);
        let mut tx = db.write().await.map_err(trouble)?;
        let held = run!(
            &mut tx,
            "UPDATE arrival SET changed_at = $1, idle_hours = 0 WHERE id = $2 AND state = 'waiting' AND taken_by = $3",
            now,
            &self.id,
            &maker.start
        );
        if held.map_err(trouble)? == 0 {
            return Ok(None);
        }
        let outcome = match taken {
            Ok(taken) => self.becomes(&mut tx, &taken, now).await.map_err(trouble)?,
            Err(why) => Err(why),
        };
        let (state, outcome) = match outcome {
            Ok(id) => (ArrivalState::Done, id),
            Err(why) => (ArrivalState::Failed, why.to_string()),
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
    async fn waits_again(self, db: &Db, maker: &Maker, now: At) -> Result<Self, MediaError> {
        let mut tx = db.write().await.map_err(trouble)?;
        let waits = run!(
            &mut tx,
            "UPDATE arrival SET taken_by = '', changed_at = $1 WHERE id = $2 AND state = 'waiting' AND taken_by = $3",
            now,
            &self.id,
            &maker.start
        );
        waits.map_err(trouble)?;
        tx.commit().await.map_err(trouble)?;
        Ok(self)
    }

    /// Puts what it is into the latest version of its work, or into a new one where that was answered; gives its id.
    async fn becomes(&self, tx: &mut Tx, taken: &Taken, now: At) -> Result<Result<String, Why>, StoreError> {
        let Some(work) = Work::held_for_its_student(tx, &self.school_id, &self.work_id).await? else {
            return Ok(Err(Why::Unknown));
        };
        work.bring(tx, &self.name, taken, now).await.map(|brought| brought.ok_or(Why::NoRoom))
    }
}

/// Why what ended every program that tried it is not tried again.
fn given_up(lane: Lane) -> Why {
    match lane {
        Lane::Documents => Why::NotDrawn,
        Lane::Others => Why::Unknown,
    }
}

/// Looks which lane those belong to that have just arrived.
async fn sort(db: &Db, media: &MediaStore) -> Result<(), MediaError> {
    let new: Vec<(ArrivalId,)> = {
        let mut conn = db.read().await.map_err(trouble)?;
        let new = all!(&mut conn, "SELECT id FROM arrival WHERE state = 'waiting' AND lane = '' ORDER BY id LIMIT 50");
        new.map_err(trouble)?
    };
    if new.is_empty() {
        return Ok(());
    }
    let mut lanes = Vec::new();
    for (id,) in new {
        // What cannot be read is told apart when it is made ready.
        lanes.push((media.lane_of(&id).await.unwrap_or(Lane::Others), id));
    }
    let mut tx = db.write().await.map_err(trouble)?;
    for (lane, id) in &lanes {
        run!(&mut tx, "UPDATE arrival SET lane = $1 WHERE id = $2", written(*lane), id).map_err(trouble)?;
    }
    tx.commit().await.map_err(trouble)
}

/// Takes on the next file of a lane that waits, and counts the try before it is made; two programs never take the same one.
async fn claim(db: &Db, maker: &Maker, lane: Lane) -> Result<Option<(Arrival, i64)>, StoreError> {
    let waiting: Vec<MakingRow> = {
        let mut conn = db.read().await?;
        all!(
            &mut conn,
            "SELECT id, school_id, work_id, student_id, name, size, state, outcome, started_at, taken_by, beat, tries
             FROM arrival WHERE state = 'waiting' AND lane = $1 ORDER BY changed_at, id LIMIT 100",
            written(lane)
        )?
    };
    let free = waiting.into_iter().find(|row| maker.may_take_over(&row.arrival.id, &row.taken_by, row.beat));
    let Some(MakingRow { arrival, taken_by, beat, tries }) = free else { return Ok(None) };
    let mut tx = db.write().await?;
    let claimed = run!(
        &mut tx,
        "UPDATE arrival SET taken_by = $1, beat = beat + 1, tries = tries + 1
         WHERE id = $2 AND state = 'waiting' AND taken_by = $3 AND beat = $4",
        &maker.start,
        &arrival.id,
        &taken_by,
        beat
    )?;
    tx.commit().await?;
    Ok((claimed == 1).then_some((arrival, tries + 1)))
}

/// Says again and again that a file is still being made ready, until it is.
async fn while_beating<T>(db: &Db, maker: &Maker, arrival: &Arrival, making: impl Future<Output = T>) -> T {
    let mut making = std::pin::pin!(making);
    loop {
        match tokio::time::timeout(BEAT, &mut making).await {
            Ok(made) => return made,
            Err(_) => {
                if let Err(error) = beat(db, maker, &arrival.id).await {
                    // Should somebody else go on with it meanwhile, only one of the two brings it.
                    tracing::warn!(%error, id = %arrival.id, "it could not be said that a file is being made ready");
                }
            }
        }
    }
}

async fn beat(db: &Db, maker: &Maker, id: &ArrivalId) -> Result<(), StoreError> {
    let mut tx = db.write().await?;
    run!(&mut tx, "UPDATE arrival SET beat = beat + 1 WHERE id = $1 AND taken_by = $2", id, &maker.start)?;
    tx.commit().await
}

async fn give_back(db: &Db, maker: &Maker) -> Result<(), StoreError> {
    let mut tx = db.write().await?;
    run!(
        &mut tx,
        "UPDATE arrival SET taken_by = '', tries = tries - 1 WHERE state = 'waiting' AND taken_by = $1",
        &maker.start
    )?;
    tx.commit().await
}
