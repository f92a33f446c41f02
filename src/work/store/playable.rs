//! Films that browsers do not play are made into ones that they do, one after the other, where a school lets it.

use super::*;
use crate::id::FileId;
use crate::media::{KeptFile, MediaError, MediaStore};
use crate::store::{Db, Tx, run};

/// How often it is tried: a program may be ended in the midst of it.
const MOST_TRIES: i64 = 2;
/// After how long one that was begun is begun again, in milliseconds: longer than it may take.
const AGAIN_MS: i64 = 3 * 60 * 60 * 1000;

/// The film that is played instead of the one that came.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct PlayedFilm {
    pub hash: String,
    /// How many bytes it has.
    pub size: i64,
}

impl WorkFile {
    /// Makes the next film playable that waits, of any school that lets it; `None` when none does.
    pub async fn make_next_playable(
        db: &Db,
        media: &MediaStore,
        now: At,
    ) -> Result<Option<(FileId, FilmConversion)>, StoreError> {
        let Some((id, hash)) = take_on(db, now).await? else { return Ok(None) };
        let made = media.make_playable(&hash).await;
        if let Err(error) = &made {
            tracing::info!(%error, %id, "a film was not made playable");
        }
        if matches!(made, Err(MediaError::Trouble(_))) {
            // It is not the film's fault: it is tried once more.
            return Ok(Some((id, FilmConversion::Running)));
        }
        Ok(Some((id.clone(), note(db, &id, made).await?)))
    }

    /// Gives up films that were begun as often as can be, by programs that were ended in the midst of it.
    pub async fn give_up_conversions(tx: &mut Tx, now: At) -> Result<u64, StoreError> {
        run!(
            tx,
            "UPDATE work_file SET conversion = $1
             WHERE unplayed IS NOT NULL AND played_hash IS NULL AND conversion = $2 AND conversion_tries >= $3
                AND conversion_at < $4",
            FilmConversion::Failed,
            FilmConversion::Running,
            MOST_TRIES,
            now.plus_millis(-AGAIN_MS)
        )
    }

    /// The film that is played instead of one that browsers do not play, when the viewer may see its work.
    pub async fn film_seen_by(conn: &mut Conn, viewer: &Viewer, id: &FileId) -> Result<Option<PlayedFilm>, StoreError> {
        if Self::work_of(conn, viewer, id).await?.is_none() {
            return Ok(None);
        }
        maybe!(
            conn,
            "SELECT played_hash AS hash, played_size AS size FROM work_file
             WHERE school_id = $1 AND id = $2 AND played_hash IS NOT NULL",
            &viewer.school_id,
            id
        )
    }
}

/// Takes on the film that waits longest, and counts the try before it is made; two programs never take the same one.
async fn take_on(db: &Db, now: At) -> Result<Option<(FileId, String)>, StoreError> {
    let waiting: Option<(FileId, String, i64)> = {
        let mut conn = db.read().await?;
        maybe!(
            &mut conn,
            "SELECT work_file.id, hash, conversion_tries FROM work_file JOIN school ON school.id = work_file.school_id
             WHERE unplayed IS NOT NULL AND played_hash IS NULL AND converts = 1 AND conversion_tries < $1
                AND (conversion IS NULL OR (conversion = $2 AND conversion_at < $3))
             ORDER BY work_file.added_at LIMIT 1",
            MOST_TRIES,
            FilmConversion::Running,
            now.plus_millis(-AGAIN_MS)
        )?
    };
    let Some((id, hash, tries)) = waiting else { return Ok(None) };
    let mut tx = db.write().await?;
    let taken = run!(
        &mut tx,
        "UPDATE work_file SET conversion = $1, conversion_at = $2, conversion_tries = conversion_tries + 1
         WHERE id = $3 AND conversion_tries = $4",
        FilmConversion::Running,
        now,
        &id,
        tries
    )?;
    tx.commit().await?;
    Ok((taken == 1).then_some((id, hash)))
}

/// Notes what became of it.
async fn note(db: &Db, id: &FileId, made: Result<KeptFile, MediaError>) -> Result<FilmConversion, StoreError> {
    let (conversion, film) = match made {
        Ok(kept) => (FilmConversion::Done, Some((kept.hash, i64::try_from(kept.size).unwrap_or(i64::MAX)))),
        Err(_) => (FilmConversion::Failed, None),
    };
    let (hash, size) = film.unzip();
    let mut tx = db.write().await?;
    run!(
        &mut tx,
        "UPDATE work_file SET conversion = $1, played_hash = $2, played_size = $3 WHERE id = $4",
        conversion,
        hash,
        size,
        id
    )?;
    tx.commit().await?;
    Ok(conversion)
}
