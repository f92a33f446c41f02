//! Files on their way to a work: they come piece by piece, wait to be made ready, and become a picture or a file of it. All
//! of it survives a connection that breaks and a program that ends.

use crate::at::At;
use crate::id::{ArrivalId, PersonId, SchoolId, WorkId};

/// How long one that does not come on is waited for, in days.
pub const WAITS_DAYS: i64 = 7;

kinds! {
    /// Where a file is on its way.
    pub enum ArrivalState {
        /// Some of it is here.
        Coming = "coming",
        /// All of it is here.
        Waiting = "waiting",
        /// It became a picture or a file.
        Done = "done",
        /// It could not be made ready; its bytes are kept for whoever sent it.
        Failed = "failed",
    }
}

kinds! {
    /// Why a file could not be made ready.
    pub enum Why {
        /// Nothing that pages can show, or broken.
        Unknown = "unknown",
        /// More pixels than a camera makes.
        TooManyPixels = "too-many-pixels",
        /// The work is full.
        NoRoom = "no-room",
    }
}

/// A file on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Arrival {
    pub id: ArrivalId,
    pub school_id: SchoolId,
    pub work_id: WorkId,
    pub student_id: PersonId,
    /// What it was called where it came from.
    pub name: String,
    /// How many bytes it will have.
    pub size: i64,
    pub state: ArrivalState,
    /// Of one that is done: the id of what it became. Of one that failed: why.
    pub outcome: String,
    pub started_at: At,
}

impl Arrival {
    /// Why it could not be made ready.
    pub fn why(&self) -> Option<Why> {
        (self.state == ArrivalState::Failed).then(|| Why::named(&self.outcome).unwrap_or(Why::Unknown))
    }
}

/// How much a student may bring, in megabytes, and how much of it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Room {
    /// The biggest file.
    pub file_mb: i64,
    /// All files of a student together.
    pub student_mb: i64,
    /// How many bytes they have now.
    pub taken: i64,
}

/// What a school has room for, in megabytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Limits {
    /// The biggest file.
    pub file_mb: i64,
    /// All files of a student together.
    pub student_mb: i64,
}

/// The least and the most a school can choose: a picture, and a shelf of disks.
pub const LEAST_MB: i64 = 10;
pub const MOST_MB: i64 = 1_000_000;

/// A megabyte, in bytes.
pub const MB: i64 = 1024 * 1024;

/// Why there is no room for a file, in megabytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRoom {
    TooBig { max_mb: i64 },
    Full { all_mb: i64, left_mb: i64 },
}

impl Room {
    /// Whether one more file of so many bytes fits.
    pub fn takes(&self, size: i64) -> Result<(), NoRoom> {
        if size > self.file_mb.saturating_mul(MB) {
            return Err(NoRoom::TooBig { max_mb: self.file_mb });
        }
        let left = self.student_mb.saturating_mul(MB).saturating_sub(self.taken);
        if size > left {
            return Err(NoRoom::Full { all_mb: self.student_mb, left_mb: left.max(0) / MB });
        }
        Ok(())
    }
}

#[cfg(feature = "store")]
mod store {
    use std::path::PathBuf;

    use super::*;
    use crate::id::RevisionId;
    use crate::media::{MediaError, MediaStore, Taken};
    use crate::person::Viewer;
    use crate::store::{Conn, Db, StoreError, Tx, all, maybe, one, run};
    use crate::work::{MOST_FILES, Work};

    /// How long one program may take to make a file ready before another one tries, in minutes.
    const PATIENCE_MINUTES: i64 = 3;

    macro_rules! arrivals {
        ($rest:literal) => {
            concat!(
                "SELECT id, school_id, work_id, student_id, name, size, state, outcome, started_at FROM arrival ",
                $rest
            )
        };
    }

    impl Limits {
        /// A school's.
        pub async fn of(conn: &mut Conn, school: &SchoolId) -> Result<Option<Self>, StoreError> {
            maybe!(conn, "SELECT file_mb, student_mb FROM school WHERE id = $1", school)
        }

        /// Sets them.
        pub async fn set(&self, tx: &mut Tx, school: &SchoolId) -> Result<(), StoreError> {
            run!(
                tx,
                "UPDATE school SET file_mb = $1, student_mb = $2 WHERE id = $3",
                self.file_mb,
                self.student_mb,
                school
            )?;
            Ok(())
        }
    }

    impl Room {
        /// A student's room now.
        pub async fn of(conn: &mut Conn, school: &SchoolId, student: &PersonId) -> Result<Self, StoreError> {
            one!(
                conn,
                "SELECT file_mb, student_mb,
                    CAST(COALESCE((SELECT sum(work_file.size) FROM work_file JOIN work ON work.id = work_id
                        WHERE work.student_id = $2), 0)
                    + COALESCE((SELECT sum(size) FROM arrival WHERE student_id = $2 AND state <> 'done'), 0) AS BIGINT)
                    AS taken
                 FROM school WHERE id = $1",
                school,
                student
            )
        }
    }

    impl Arrival {
        /// Expects a file for a work.
        pub async fn expect(
            tx: &mut Tx,
            work: &Work,
            name: &str,
            size: i64,
            now: At,
        ) -> Result<Result<Self, NoRoom>, StoreError> {
            if let Err(no_room) = Room::of(tx, &work.school_id, &work.student_id).await?.takes(size) {
                return Ok(Err(no_room));
            }
            let arrival = Self {
                id: ArrivalId::new(),
                school_id: work.school_id.clone(),
                work_id: work.id.clone(),
                student_id: work.student_id.clone(),
                name: name.to_owned(),
                size,
                state: ArrivalState::Coming,
                outcome: String::new(),
                started_at: now,
            };
            run!(
                tx,
                "INSERT INTO arrival (id, school_id, work_id, student_id, name, size, state, outcome, taken_until,
                    started_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, '', 0, $8, $8)",
                &arrival.id,
                &arrival.school_id,
                &arrival.work_id,
                &arrival.student_id,
                &arrival.name,
                size,
                arrival.state,
                now
            )?;
            Ok(Ok(arrival))
        }

        /// The file on its way with this id, for whoever sends it.
        pub async fn sent_by(conn: &mut Conn, viewer: &Viewer, id: &ArrivalId) -> Result<Option<Self>, StoreError> {
            maybe!(
                conn,
                arrivals!("WHERE school_id = $1 AND student_id = $2 AND id = $3"),
                &viewer.school_id,
                &viewer.person_id,
                id
            )
        }

        /// What is on its way to a work, or could not be made ready, the oldest first.
        pub async fn of_work(conn: &mut Conn, work: &Work) -> Result<Vec<Self>, StoreError> {
            all!(
                conn,
                arrivals!("WHERE school_id = $1 AND work_id = $2 AND state <> 'done' ORDER BY started_at, id"),
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
            let state = if received >= self.size { ArrivalState::Waiting } else { ArrivalState::Coming };
            run!(
                tx,
                "UPDATE arrival SET state = $1, changed_at = $2 WHERE id = $3 AND state = 'coming'",
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

        /// Makes the next file ready that waits, of any school; `None` when none does. A program that is ended in the middle
        /// of it leaves it to the next.
        pub async fn make_next_ready(db: &Db, media: &MediaStore, now: At) -> Result<Option<Self>, MediaError> {
            let trouble = |error: StoreError| MediaError::Trouble(error.to_string());
            let Some(arrival) = claim(db, now).await.map_err(trouble)? else { return Ok(None) };
            let taken = match media.take(media.arriving(&arrival.id)).await {
                Ok(taken) => Ok(taken),
                Err(MediaError::TooManyPixels { .. }) => Err(Why::TooManyPixels),
                // It is tried again once somebody else may.
                Err(error @ MediaError::Trouble(_)) => return Err(error),
                Err(_) => Err(Why::Unknown),
            };
            let mut tx = db.write().await.map_err(trouble)?;
            let outcome = match taken {
                Ok(taken) => arrival.becomes(&mut tx, &taken, now).await.map_err(trouble)?,
                Err(why) => Err(why),
            };
            let (state, outcome) = match outcome {
                Ok(id) => (ArrivalState::Done, id),
                Err(why) => (ArrivalState::Failed, why.to_string()),
            };
            let ended = run!(
                &mut tx,
                "UPDATE arrival SET state = $1, outcome = $2, changed_at = $3 WHERE id = $4",
                state,
                &outcome,
                now,
                &arrival.id
            );
            ended.map_err(trouble)?;
            tx.commit().await.map_err(trouble)?;
            if state == ArrivalState::Done {
                media.let_go(&arrival.id).await;
            }
            Ok(Some(Self { state, outcome, ..arrival }))
        }

        /// Puts what it is into the latest version of its work, or into a new one where that was answered; gives its id.
        async fn becomes(&self, tx: &mut Tx, taken: &Taken, now: At) -> Result<Result<String, Why>, StoreError> {
            let Some(work) = Work::held_for_its_student(tx, &self.school_id, &self.work_id).await? else {
                return Ok(Err(Why::Unknown));
            };
            work.bring(tx, &self.name, taken, now).await.map(|brought| brought.ok_or(Why::NoRoom))
        }

        /// Forgets what has been done for a day, and what has not come on for a week. Gives the bytes that can be let go.
        pub async fn sweep(tx: &mut Tx, now: At) -> Result<Vec<ArrivalId>, StoreError> {
            let (done, waited) = (now.plus_days(-1), now.plus_days(-WAITS_DAYS));
            let gone: Vec<(ArrivalId,)> = all!(
                tx,
                "SELECT id FROM arrival WHERE (state = 'done' AND changed_at < $1) OR (state = 'coming' AND changed_at < $2)",
                done,
                waited
            )?;
            run!(
                tx,
                "DELETE FROM arrival WHERE (state = 'done' AND changed_at < $1) OR (state = 'coming' AND changed_at < $2)",
                done,
                waited
            )?;
            Ok(gone.into_iter().map(|(id,)| id).collect())
        }
    }

    /// Takes on the next file that waits; two programs never take the same one.
    async fn claim(db: &Db, now: At) -> Result<Option<Arrival>, StoreError> {
        let mut tx = db.write().await?;
        let next: Option<Arrival> = maybe!(
            &mut tx,
            arrivals!("WHERE state = 'waiting' AND taken_until < $1 ORDER BY changed_at, id LIMIT 1"),
            now
        )?;
        let Some(next) = next else { return Ok(None) };
        let until = At(now.0 + PATIENCE_MINUTES * 60 * 1000);
        let claimed = run!(
            &mut tx,
            "UPDATE arrival SET taken_until = $1 WHERE id = $2 AND state = 'waiting' AND taken_until < $3",
            until,
            &next.id,
            now
        )?;
        tx.commit().await?;
        Ok((claimed == 1).then_some(next))
    }

    impl Work {
        /// Puts something that was brought into the latest version, or into a new one where that was answered; gives its id,
        /// or none when the work is full.
        pub async fn bring(
            &self,
            tx: &mut Tx,
            name: &str,
            taken: &Taken,
            now: At,
        ) -> Result<Option<String>, StoreError> {
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
        /// Where the bytes of a file that is on its way stand.
        pub fn arriving(&self, id: &ArrivalId) -> PathBuf {
            self.arriving_folder().join(id.as_str())
        }

        /// Lets the bytes of a file go that is no longer on its way.
        pub async fn let_go(&self, id: &ArrivalId) {
            if let Err(error) = tokio::fs::remove_file(self.arriving(id)).await {
                tracing::warn!(%error, %id, "a file that arrived could not be let go");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_file_that_does_not_fit_is_told_with_figures() {
        let room = Room { file_mb: 100, student_mb: 200, taken: 150 * MB };
        assert_eq!(room.takes(50 * MB), Ok(()));
        assert_eq!(room.takes(50 * MB + 1), Err(NoRoom::Full { all_mb: 200, left_mb: 50 }));
        assert_eq!(room.takes(100 * MB + 1), Err(NoRoom::TooBig { max_mb: 100 }));
    }

    proptest! {
        #[test]
        fn what_is_taken_always_fits(file_mb: i64, student_mb in 0..i64::MAX, taken in 0..i64::MAX, size in 0..i64::MAX) {
            let room = Room { file_mb, student_mb, taken };
            if room.takes(size).is_ok() {
                prop_assert!(i128::from(size) + i128::from(taken) <= i128::from(student_mb) * i128::from(MB));
            }
        }
    }
}
