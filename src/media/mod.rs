//! Bytes: pictures and sounds, named by what is in them. A row may name bytes once they are durable.

mod picture;
mod sound;

pub use picture::{MAX_PIXELS, MAX_SIDE, WIDTHS};

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use futures::Stream;
use futures::stream::TryStreamExt;
use object_store::local::LocalFileSystem;
use object_store::{GetOptions, ObjectStore, ObjectStoreExt, PutPayload, WriteMultipart, path::Path as StorePath};
use sha2::{Digest, Sha256};
use tokio::io::AsyncReadExt;
use tokio::sync::Semaphore;

use crate::sound::SoundKind;

/// Why a picture or a sound was not taken, or not given back.
#[derive(Debug, thiserror::Error)]
pub enum MediaError {
    /// Not a picture we can open: another kind of file, or a broken one.
    #[error("not a picture we can open: {0}")]
    NotAPicture(String),
    /// It claims more than [`MAX_PIXELS`], or a side longer than [`MAX_SIDE`].
    #[error("too many pixels: {width} × {height}")]
    TooManyPixels { width: u32, height: u32 },
    /// Not a sound that browsers play: another kind of file, or a broken one.
    #[error("not a sound that browsers play: {0}")]
    NotASound(&'static str),
    /// No such bytes.
    #[error("no such bytes: {0}")]
    Missing(String),
    /// The disk, or the place where the bytes are kept.
    #[error("the media store: {0}")]
    Trouble(String),
}

impl From<object_store::Error> for MediaError {
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { path, .. } => Self::Missing(path),
            other => Self::Trouble(other.to_string()),
        }
    }
}

impl From<std::io::Error> for MediaError {
    fn from(error: std::io::Error) -> Self {
        Self::Trouble(error.to_string())
    }
}

/// A picture that has been made ready and kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPicture {
    /// Of the largest of the three, in pixels.
    pub width: u32,
    pub height: u32,
    /// The names of the three, in the order of [`WIDTHS`].
    pub hashes: [String; 3],
}

/// A sound that has been listened into and kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptSound {
    pub kind: SoundKind,
    /// How many bytes it has.
    pub size: u64,
    pub hash: String,
}

/// Where bytes are kept, by the SHA-256 of what is in them.
#[derive(Clone, Debug)]
pub struct MediaStore {
    store: Arc<dyn ObjectStore>,
    /// Pictures are opened one at a time: an open one takes up to 200 MB.
    opening: Arc<Semaphore>,
}

impl MediaStore {
    /// A store in a folder, which is made when it is missing.
    pub fn in_folder(folder: &Path) -> Result<Self, MediaError> {
        std::fs::create_dir_all(folder)?;
        let store = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
        Ok(Self { store: Arc::new(store), opening: Arc::new(Semaphore::new(1)) })
    }

    /// Makes a picture ready and keeps it. The bytes are durable when this returns, so that a row may name them.
    pub async fn keep_picture(&self, file: PathBuf) -> Result<KeptPicture, MediaError> {
        let ready = {
            let _turn = self.opening.acquire().await;
            tokio::task::spawn_blocking(move || picture::make_ready(&file))
                .await
                .map_err(|_| MediaError::NotAPicture("it could not be opened".into()))??
        };
        let mut hashes = [const { String::new() }; 3];
        for (hash, bytes) in hashes.iter_mut().zip(ready.jpegs) {
            *hash = self.keep(bytes).await?;
        }
        Ok(KeptPicture { width: ready.width, height: ready.height, hashes })
    }

    /// Keeps a recording as it is, when it is one that browsers play. The bytes are durable when this returns.
    pub async fn keep_sound(&self, file: PathBuf) -> Result<KeptSound, MediaError> {
        let path = file.clone();
        let listened = tokio::task::spawn_blocking(move || sound::listen(&path)).await;
        let kept = listened.map_err(|_| MediaError::NotASound("it could not be read"))??;
        let place = place(&kept.hash);
        if self.store.head(&place).await.is_err() {
            self.stream_in(&file, &place).await?;
        }
        Ok(kept)
    }

    /// Copies a file to its place, piece by piece: a recording can be long, and many can come at once.
    async fn stream_in(&self, file: &Path, place: &StorePath) -> Result<(), MediaError> {
        let mut file = tokio::fs::File::open(file).await?;
        let mut out = WriteMultipart::new(self.store.put_multipart(place).await?);
        let mut piece = vec![0; 256 * 1024];
        loop {
            let read = file.read(&mut piece).await?;
            if read == 0 {
                break;
            }
            out.wait_for_capacity(2).await?;
            out.write(&piece[..read]);
        }
        out.finish().await?;
        Ok(())
    }

    /// Keeps bytes, and gives their name.
    async fn keep(&self, bytes: Vec<u8>) -> Result<String, MediaError> {
        let hash = crate::secret::hex(&Sha256::digest(&bytes));
        let place = place(&hash);
        if self.store.head(&place).await.is_err() {
            self.store.put(&place, PutPayload::from(bytes)).await?;
        }
        Ok(hash)
    }

    /// The bytes with this name.
    pub async fn bytes(&self, hash: &str) -> Result<Vec<u8>, MediaError> {
        Ok(self.store.get(&place(hash)).await?.bytes().await?.to_vec())
    }

    /// A part of the bytes with this name, as they come from the disk.
    pub async fn part(
        &self,
        hash: &str,
        range: Range<u64>,
    ) -> Result<impl Stream<Item = Result<Vec<u8>, MediaError>> + Send + 'static, MediaError> {
        let options = GetOptions { range: Some(range.into()), ..GetOptions::default() };
        let found = self.store.get_opts(&place(hash), options).await?;
        Ok(found.into_stream().map_ok(|bytes| bytes.to_vec()).map_err(MediaError::from))
    }

    /// Whether the bytes with this name are there and still what they were.
    pub async fn is_whole(&self, hash: &str) -> bool {
        self.bytes(hash).await.is_ok_and(|bytes| crate::secret::hex(&Sha256::digest(&bytes)) == hash)
    }
}

fn place(hash: &str) -> StorePath {
    StorePath::from(format!("{}/{hash}", hash.get(..2).unwrap_or("--")))
}

/// The names of all bytes that some picture or sound needs.
pub async fn hashes_in_use(conn: &mut crate::store::Conn) -> Result<Vec<String>, crate::store::StoreError> {
    let rows: Vec<(String,)> = crate::store::all!(
        conn,
        "SELECT small_hash FROM picture UNION SELECT medium_hash FROM picture UNION SELECT large_hash FROM picture
         UNION SELECT small_hash FROM photo UNION SELECT medium_hash FROM photo UNION SELECT large_hash FROM photo
         UNION SELECT hash FROM sound"
    )?;
    let mut hashes: Vec<String> = rows.into_iter().map(|(hash,)| hash).collect();
    hashes.sort();
    Ok(hashes)
}
