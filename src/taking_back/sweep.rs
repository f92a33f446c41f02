//! Tidying up: what lay in bins for long enough, what can be undone no more, and bytes that nothing holds.

use std::collections::HashSet;

use super::{Binned, UNDO_MINUTES};
use crate::at::At;
use crate::media::{MediaStore, hashes_in_use};
use crate::record;
use crate::store::{Conn, Db, StoreError, run};

/// How long recordings, photos and bytes that nothing holds are left alone, in days: a form that was not sent yet may name
/// them.
const GRACE_DAYS: i64 = 1;
/// How many recordings or photos are forgotten in one go.
const AT_ONCE: i64 = 500;
const MINUTE_MS: i64 = 60_000;

/// In SQL: whether something holds the recording or photo of the row at hand. Every column that points at one is named
/// here; a test finds one that is not.
macro_rules! unheld {
    ($what:literal, $($held_in:literal),+ $(,)?) => {
        concat!(
            "DELETE FROM ", $what, " WHERE id IN (SELECT id FROM ", $what, " WHERE brought_at <= $1",
            $(" AND NOT EXISTS (SELECT 1 FROM ", $held_in, " = ", $what, ".id)",)+
            " AND NOT EXISTS (SELECT 1 FROM binned_recording WHERE held_id = ", $what, ".id)",
            " ORDER BY brought_at LIMIT $2)"
        )
    };
}
const UNHELD_SOUNDS: &str = unheld!(
    "sound",
    "contribution WHERE contribution.sound_id",
    "contribution_wording WHERE contribution_wording.sound_id",
    "affirmation WHERE affirmation.sound_id",
    "moment WHERE moment.opening_id",
    "rehearsal WHERE rehearsal.sound_id",
    "reply WHERE reply.sound_id",
    "late_reply WHERE late_reply.sound_id",
    "testimony WHERE testimony.sound_id",
    "rendition WHERE rendition.sound_id",
);
const UNHELD_PHOTOS: &str = unheld!(
    "photo",
    "contribution WHERE contribution.photo_id",
    "contribution_wording WHERE contribution_wording.photo_id",
    "affirmation WHERE affirmation.photo_id",
    "testimony WHERE testimony.photo_id",
);

/// Deletes for good what nobody needs any more. Gives how many things of bins, how many recordings and photos, and how many
/// files of bytes are gone.
pub async fn forget(db: &Db, media: &MediaStore, now: At) -> Result<(usize, u64, usize), StoreError> {
    let binned = Binned::empty_bins(db, now).await?;
    let mut tx = db.write().await?;
    run!(&mut tx, "DELETE FROM undoable WHERE done_at <= $1", now.plus_millis(-UNDO_MINUTES * MINUTE_MS))?;
    record::forget_old(&mut tx, now).await?;
    let old = now.plus_days(-GRACE_DAYS);
    let recordings = run!(&mut tx, UNHELD_SOUNDS, old, AT_ONCE)? + run!(&mut tx, UNHELD_PHOTOS, old, AT_ONCE)?;
    tx.commit().await?;
    let bytes = forget_bytes(&mut db.read().await?, media, now).await?;
    Ok((binned, recordings, bytes))
}

/// Deletes the bytes that are older than the grace and that no row names.
async fn forget_bytes(conn: &mut Conn, media: &MediaStore, now: At) -> Result<usize, StoreError> {
    let mut gone = 0;
    // A sixteenth of them at a time: a large school has millions.
    for beginning in 0..16 {
        let beginning = format!("{beginning:x}");
        // Read before the files are looked through: what is brought meanwhile is young.
        let held: HashSet<String> = hashes_in_use(conn, &beginning).await?.into_iter().collect();
        match media.forget_unheld(beginning, held, now.plus_days(-GRACE_DAYS)).await {
            Ok(many) => gone += many,
            Err(error) => tracing::warn!(%error, "bytes that nothing holds could not be deleted; it is tried again"),
        }
    }
    Ok(gone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_that_holds_a_recording_or_a_photo_is_asked() {
        for (what, asked) in [("sound", UNHELD_SOUNDS), ("photo", UNHELD_PHOTOS)] {
            let mut table = String::new();
            let mut found = 0;
            for line in crate::store::migrations_text().lines() {
                for head in ["CREATE TABLE ", "ALTER TABLE "] {
                    if let Some(rest) = line.strip_prefix(head) {
                        table = rest.split([' ', '(']).next().unwrap_or_default().to_owned();
                    }
                }
                if !line.contains(&format!("REFERENCES {what} (id)")) {
                    continue;
                }
                let column =
                    line.split("ADD COLUMN ").last().unwrap_or(line).split_whitespace().next().unwrap_or_default();
                assert!(asked.contains(&format!("{table} WHERE {table}.{column} = {what}.id")), "{table}.{column}");
                found += 1;
            }
            assert!(found >= 4, "{what}: {found}");
        }
    }
}
