//! Bytes that nothing holds any more are deleted, once they are old enough: a form that was not sent yet may name them.

use std::collections::HashSet;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use object_store::{ObjectStoreExt, path::Path as StorePath};

use super::{MediaError, MediaStore};
use crate::at::At;

/// Bytes that were kept so long ago are written anew when somebody brings them again: whoever deletes what nothing holds
/// leaves alone what is younger than a day.
const OLD: Duration = Duration::from_secs(12 * 60 * 60);
/// How long the name of kept bytes is: SHA-256, as hex.
const NAME: usize = 64;

impl MediaStore {
    /// Whether bytes are there already, and young enough that nobody deletes them before a row names them.
    pub(super) async fn is_there_to_stay(&self, place: &StorePath) -> bool {
        let Ok(found) = self.store.head(place).await else { return false };
        let written = UNIX_EPOCH + Duration::from_millis(found.last_modified.timestamp_millis().max(0).unsigned_abs());
        written.elapsed().is_ok_and(|age| age < OLD)
    }

    /// Deletes the kept bytes whose names begin so, that are none of `held` and were written before then. Gives how many
    /// files are gone.
    pub async fn forget_unheld(
        &self,
        beginning: String,
        held: HashSet<String>,
        before: At,
    ) -> Result<usize, MediaError> {
        let Some(folder) = self.uploads.parent().map(Path::to_path_buf) else { return Ok(0) };
        let before = UNIX_EPOCH + Duration::from_millis(before.0.max(0).unsigned_abs());
        let forgetting = tokio::task::spawn_blocking(move || forget_in(&folder, &beginning, &held, before));
        Ok(forgetting.await.map_err(|_| MediaError::Trouble("the folder could not be looked through".into()))??)
    }
}

fn forget_in(folder: &Path, beginning: &str, held: &HashSet<String>, before: SystemTime) -> std::io::Result<usize> {
    let mut gone = 0;
    for inside in std::fs::read_dir(folder)? {
        let inside = inside?;
        let name = inside.file_name();
        let is_ours = name.to_str().is_some_and(|name| name.len() == 2 && name.starts_with(beginning));
        if !is_ours || !inside.file_type()?.is_dir() {
            continue;
        }
        for entry in std::fs::read_dir(inside.path())? {
            let entry = entry?;
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            let is_kept = name.len() == NAME && name.bytes().all(|byte| byte.is_ascii_hexdigit());
            if is_kept && !held.contains(name) && entry.metadata()?.modified()? < before {
                std::fs::remove_file(entry.path())?;
                gone += 1;
            }
        }
    }
    Ok(gone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn bytes_go_only_when_nothing_holds_them_and_they_are_old() {
        let folder = tempfile::tempdir().unwrap();
        let media = MediaStore::in_folder(folder.path()).unwrap();
        let held = media.keep(b"held".to_vec()).await.unwrap();
        let unheld = media.keep(b"unheld".to_vec()).await.unwrap();
        let forget = async |before| {
            let mut gone = 0;
            for first in "0123456789abcdef".chars() {
                gone += media.forget_unheld(first.into(), HashSet::from([held.clone()]), before).await.unwrap();
            }
            gone
        };
        assert_eq!(forget(At(0)).await, 0, "they are young");
        let later = At(i64::try_from(UNIX_EPOCH.elapsed().unwrap().as_millis()).unwrap()).plus_days(1);
        assert_eq!(forget(later).await, 1);
        assert!(media.is_whole(&held).await && !media.is_whole(&unheld).await);
        assert_eq!(media.keep(b"unheld".to_vec()).await.unwrap(), unheld, "they can be brought again");
        assert!(media.is_whole(&unheld).await);
    }
}
