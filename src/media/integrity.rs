//! Whether the bytes are whole, and whether there are some that nobody holds. Nothing is changed.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use futures::TryStreamExt;
use object_store::ObjectStoreExt;
use sha2::{Digest, Sha256};

use super::{MediaError, MediaStore, place};

/// How bytes were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Integrity {
    /// As they were kept.
    Whole,
    /// There are none of this name.
    Missing,
    /// They are not what they were.
    Bent,
    /// They are there, and can't be read.
    Unreadable(String),
}

/// A file in the folder that no row names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unheld {
    /// Within the folder.
    pub path: PathBuf,
    pub bytes: u64,
}

impl MediaStore {
    /// A store in a folder, to look at: nothing is made in it. `None` where there is no such folder.
    pub fn look_in_folder(folder: &Path) -> Result<Option<Self>, MediaError> {
        if !folder.try_exists()? {
            return Ok(None);
        }
        Self::of_folder(folder).map(Some)
    }

    /// Looks at the bytes with this name, piece by piece.
    pub async fn look_at(&self, hash: &str) -> Integrity {
        match self.hash_of(hash).await {
            Ok(found) if found == hash => Integrity::Whole,
            Ok(_) => Integrity::Bent,
            Err(MediaError::Missing(_)) => Integrity::Missing,
            Err(error) => Integrity::Unreadable(error.to_string()),
        }
    }

    async fn hash_of(&self, hash: &str) -> Result<String, MediaError> {
        let mut pieces = self.store.get(&place(hash)).await?.into_stream();
        let mut summing = Sha256::new();
        while let Some(piece) = pieces.try_next().await? {
            summing.update(&piece);
        }
        Ok(crate::secret::hex(&summing.finalize()))
    }

    /// The files that are none of `held`, but for those that are on their way.
    pub async fn unheld(&self, held: HashSet<String>) -> Result<Vec<Unheld>, MediaError> {
        let Some(folder) = self.uploads.parent().map(Path::to_path_buf) else { return Ok(Vec::new()) };
        let uploads = self.uploads.to_path_buf();
        let looked = tokio::task::spawn_blocking(move || unheld_in(&folder, &uploads, &held));
        Ok(looked.await.map_err(|_| MediaError::Trouble("the folder could not be looked through".into()))??)
    }
}

fn unheld_in(folder: &Path, uploads: &Path, held: &HashSet<String>) -> std::io::Result<Vec<Unheld>> {
    let (mut unheld, mut folders) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(inside) = folders.pop() {
        for entry in std::fs::read_dir(&inside)? {
            let entry = entry?;
            let (path, name) = (entry.path(), entry.file_name());
            if entry.file_type()?.is_dir() {
                if path != uploads {
                    folders.push(path);
                }
            } else if !name.to_str().is_some_and(|name| held.contains(name)) {
                let bytes = entry.metadata()?.len();
                unheld.push(Unheld { path: path.strip_prefix(folder).unwrap_or(&path).to_owned(), bytes });
            }
        }
    }
    unheld.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(unheld)
}
