//! Uploads in the database, in the table `arrival`: beginning them, and forgetting those that nobody goes on sending.

use std::path::PathBuf;

use super::*;
use crate::id::RevisionId;
use crate::media::{MediaStore, Taken};
use crate::person::Viewer;
use crate::quota::{OverQuota, Quota};
use crate::store::{Conn, StoreError, Tx, all, maybe, one, run};
use crate::work::{MOST_FILES, Work};

/// How long what is done is known, for whoever asks.
const KNOWN_DAYS: i64 = 1;

macro_rules! uploads {
    ($rest:literal) => {
        concat!(
            "SELECT id, school_id, work_id, student_id, name, size, state, outcome, started_at FROM arrival ",
            $rest
        )
    };
}

impl Upload {
    /// Begins an upload for a work.
    pub async fn create(
        tx: &mut Tx,
        work: &Work,
        name: &str,
        size: i64,
        now: At,
    ) -> Result<Result<Self, OverQuota>, StoreError> {
        if let Err(over_quota) = Quota::of(tx, &work.school_id, &work.student_id).await?.takes(size) {
            return Ok(Err(over_quota));
        }
        let upload = Self {
            id: UploadId::new(),
            school_id: work.school_id.clone(),
            work_id: work.id.clone(),
            student_id: work.student_id.clone(),
            name: name.to_owned(),
            size,
            state: UploadState::Coming,
            outcome: String::new(),
            started_at: now,
        };
        run!(
            tx,
            "INSERT INTO arrival (id, school_id, work_id, student_id, name, size, state, outcome, started_at,
                changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8, $8)",
            &upload.id,
            &upload.school_id,
            &upload.work_id,
            &upload.student_id,
            &upload.name,
            size,
            upload.state,
            now
        )?;
        Ok(Ok(upload))
    }

    /// The file on its way with this id, for whoever sends it.
    pub async fn sent_by(conn: &mut Conn, viewer: &Viewer, id: &UploadId) -> Result<Option<Self>, StoreError> {
        maybe!(
            conn,
            uploads!("WHERE school_id = $1 AND student_id = $2 AND id = $3"),
            &viewer.school_id,
            &viewer.person_id,
            id
        )
    }

    /// What is on its way to a work, or could not be made ready, the oldest first.
    pub async fn of_work(conn: &mut Conn, work: &Work) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            uploads!("WHERE school_id = $1 AND work_id = $2 AND state <> 'done' ORDER BY started_at, id"),
            &work.school_id,
            &work.id
        )
    }

    /// How many wait to be made ready, in all schools.
    pub async fn how_many_wait(conn: &mut Conn) -> Result<i64, StoreError> {
        let (waiting,): (i64,) = one!(conn, "SELECT count(*) FROM arrival WHERE state = 'waiting'")?;
        Ok(waiting)
    }

    /// Notes that more of it came; with its last byte it waits to be made ready.
    pub async fn came(&self, tx: &mut Tx, received: i64, now: At) -> Result<(), StoreError> {
        let state = if received >= self.size { UploadState::Waiting } else { UploadState::Coming };
        run!(
            tx,
            "UPDATE arrival SET state = $1, changed_at = $2, idle_hours = 0 WHERE id = $3 AND state = 'coming'",
            state,
            now,
            &self.id
        )?;
        Ok(())
    }

    /// Forgets it; its bytes are let go by whoever calls.
    pub async fn forget(&self, tx: &mut Tx) -> Result<(), StoreError> {
        run!(tx, "DELETE FROM arrival WHERE school_id = $1 AND id = $2", &self.school_id, &self.id)?;
        Ok(())
    }

    /// Forgets what was done a day ago, and what has not come on for a week. Gives the bytes that can be let go.
    ///
    /// This is to be called once an hour by a program that has been running for that hour. What is forgotten was seen to
    /// wait for as many hours as that: a clock that is wrong, at one start or at all of them, forgets nothing. The clock
    /// speaks as a second witness, unless it contradicts itself.
    pub async fn sweep(tx: &mut Tx, now: At) -> Result<Vec<UploadId>, StoreError> {
        // Where several programs look, an hour counts once; one that was seen in the future was seen by a wrong clock.
        run!(
            tx,
            "UPDATE arrival SET idle_hours = idle_hours + 1, seen_at = $1
             WHERE state IN ('coming', 'done') AND (seen_at <= $2 OR seen_at > $1)",
            now,
            now.plus_millis(-50 * 60 * 1000)
        )?;
        let gone: Vec<(UploadId,)> = all!(
            tx,
            "SELECT id FROM arrival WHERE (state = 'done' AND idle_hours >= $2 AND (changed_at < $3 OR changed_at > $1))
                OR (state = 'coming' AND idle_hours >= $4 AND (changed_at < $5 OR changed_at > $1))",
            now,
            KNOWN_DAYS * 24,
            now.plus_days(-KNOWN_DAYS),
            WAITS_DAYS * 24,
            now.plus_days(-WAITS_DAYS)
        )?;
        for (id,) in &gone {
            run!(tx, "DELETE FROM arrival WHERE id = $1", id)?;
        }
        Ok(gone.into_iter().map(|(id,)| id).collect())
    }
}

impl Work {
    /// Puts something that was brought into the latest version, or into a new one where that was answered; gives its id,
    /// or none when the work is full.
    pub async fn bring(&self, tx: &mut Tx, name: &str, taken: &Taken, now: At) -> Result<Option<String>, StoreError> {
        let Some(mut latest) = self.latest(tx).await? else { return Ok(None) };
        if !latest.is_open(latest.number) {
            self.add_revision(tx, &RevisionId::new(), (&latest.text, &latest.links), ("", ""), now).await?;
            latest = self.latest(tx).await?.unwrap_or(latest);
        }
        if latest.pictures.len() + latest.files.len() >= MOST_FILES {
            return Ok(None);
        }
        Ok(Some(match taken {
            Taken::Picture(kept) => self.add_picture(tx, &latest.id, kept, now).await?.id.to_string(),
            Taken::File(kept) => self.add_file(tx, &latest.id, name, kept, now).await?.to_string(),
        }))
    }
}

impl MediaStore {
    /// Where the bytes of an upload stand.
    pub fn upload_path(&self, id: &UploadId) -> PathBuf {
        self.uploads_folder().join(id.as_str())
    }

    /// Lets the bytes of an upload go that is no longer on its way.
    pub async fn let_go(&self, id: &UploadId) {
        if let Err(error) = tokio::fs::remove_file(self.upload_path(id)).await {
            tracing::warn!(%error, %id, "an upload could not be let go");
        }
    }
}
