//! Keeping what is written in all rooms: in one transaction, a moment after it was written, and then telling.

use std::sync::Arc;

use super::{News, Room, Rooms, Waiting};
use crate::live::Topic;
use crate::store::{StoreError, Tx};
use crate::together::store::{keep, keep_clients};
use crate::together::{ClientId, SharedText, merged};

/// What is written within this time is kept at once, for all rooms.
const TOGETHER: std::time::Duration = std::time::Duration::from_millis(30);

/// What is being kept in a room: it stays in the room as waiting until it is, so that nothing is gone however this ends.
struct Batch {
    room: Arc<Room>,
    waiting: Vec<Waiting>,
}

/// What became known of a room by keeping a batch.
struct Learned {
    version: i64,
    /// What others kept in the meantime, elsewhere.
    between: Vec<Vec<u8>>,
}

impl Rooms {
    /// Keeps what was written in all rooms, and says so in them. It may be asked for at any time, and given up at any time.
    ///
    /// # Errors
    /// When the database has trouble: then what could not be kept waits for the next time.
    pub async fn keep_all(&self) -> Result<(), StoreError> {
        let _alone = self.0.keeping.lock().await;
        let batches = self.batches();
        if batches.is_empty() {
            return Ok(());
        }
        match self.keep_these(&batches).await {
            Err(error) if is_of_one_room(&error) => {}
            kept => return kept,
        }
        // Trouble with one room must not be everybody's.
        let mut outcome = Ok(());
        for batch in batches {
            if let Err(error) = self.keep_or_end(batch).await {
                outcome = Err(error);
            }
        }
        outcome
    }

    /// Keeps what is written, again and again, until the program ends.
    pub async fn keep_on(self) {
        loop {
            self.0.written.notified().await;
            // Everything that is written within this time is kept at once, for all rooms.
            tokio::time::sleep(TOGETHER).await;
            if let Err(error) = self.keep_all().await {
                tracing::warn!(%error, "what was written could not be kept; it is tried again");
                tokio::time::sleep(std::time::Duration::from_secs(1)).await;
                self.0.written.notify_one();
            }
        }
    }

    /// What waits, room by room, always in the same order: two servers that keep at once must not wait for one another.
    fn batches(&self) -> Vec<Batch> {
        let mut rooms: Vec<Arc<Room>> = self.open().values().cloned().collect();
        rooms.sort_by(|one, other| one.statement.cmp(&other.statement));
        let batches = rooms.into_iter().map(|room| {
            let waiting = room.inside().waiting.clone();
            Batch { room, waiting }
        });
        batches.filter(|batch| !batch.waiting.is_empty()).collect()
    }

    async fn keep_or_end(&self, batch: Batch) -> Result<(), StoreError> {
        let room = batch.room.clone();
        match self.keep_these(&[batch]).await {
            Err(error) if is_of_one_room(&error) => {
                tracing::warn!(statement = %room.statement, %error, "a room's statement is gone");
                room.inside().waiting.clear();
                let _ = room.news.send(News::Over);
                self.close_if_empty(&room);
                Ok(())
            }
            kept => kept,
        }
    }

    async fn keep_these(&self, batches: &[Batch]) -> Result<(), StoreError> {
        let mut tx = self.0.hub.db().write().await?;
        let mut learned = Vec::new();
        for batch in batches {
            learned.push(self.keep_one(&mut tx, batch).await?);
        }
        tx.commit().await?;
        // From here on it is kept: everybody here is told, whatever may be wrong with the others.
        for (batch, learned) in batches.iter().zip(learned) {
            batch.tell(learned);
            self.close_if_empty(&batch.room);
        }
        for batch in batches {
            self.0.hub.tell(Topic::Statement, batch.room.statement.as_str()).await;
        }
        Ok(())
    }

    async fn keep_one(&self, tx: &mut Tx, batch: &Batch) -> Result<Learned, StoreError> {
        let (room, now) = (&batch.room, self.0.clock.now());
        for waiting in &batch.waiting {
            keep_clients(tx, &room.school, &room.statement, &waiting.person, &waiting.first).await?;
        }
        let edits: Vec<&[u8]> = batch.waiting.iter().map(|waiting| waiting.edit.as_slice()).collect();
        let shared = SharedText::new(ClientId(0));
        let (whole, mut version) = {
            let inside = room.inside();
            (inside.shared.whole(), inside.knows)
        };
        let _ = shared.take(&whole);
        let mut between = Vec::new();
        for edit in merged(&edits) {
            let read = |others: &[Vec<u8>]| {
                for edit in others.iter().chain([&edit]) {
                    let _ = shared.take(edit);
                }
                shared.pieces()
            };
            let kept = keep(tx, &room.school, &room.statement, version, &edit, now, read).await?;
            version = kept.version;
            between.extend(kept.between);
        }
        Ok(Learned { version, between })
    }
}

/// Whether it is one room's trouble and not the database's: its statement, or who wrote, is gone.
fn is_of_one_room(error: &StoreError) -> bool {
    matches!(error, StoreError::Tied(_) | StoreError::Trouble(sqlx::Error::RowNotFound))
}

impl Batch {
    /// Tells everybody what is kept now.
    fn tell(&self, learned: Learned) {
        let mut inside = self.room.inside();
        for edit in learned.between {
            self.room.learn(&mut inside, edit);
        }
        inside.knows = inside.knows.max(learned.version);
        let kept: Vec<Waiting> = inside.waiting.drain(..self.waiting.len()).collect();
        for Waiting { seat, number, edit, .. } in kept {
            let _ = inside.shared.take(&edit);
            let _ = self.room.news.send(News::Edit { by: Some(seat), edit });
            let _ = self.room.news.send(News::Kept { seat, number });
        }
    }
}
