//! Bytes: pictures and sounds, named by what is in them. A row may name bytes once they are durable.

mod convert;
mod detect;
mod document;
mod error;
mod foreign;
mod frames;
mod front;
mod integrity;
#[cfg(test)]
mod judged;
mod metadata;
mod mp4;
mod ogg;
mod picture;
mod rtf;
mod sound;
#[cfg(test)]
mod testing;
mod unheld;
mod webm;

pub use convert::{Conversion, Converters};
pub use document::{Drawer, MOST_PAGES, draw_document_alone};
pub use error::MediaError;
pub use foreign::Foreign;
pub use integrity::{Integrity, Unheld};
pub use picture::{MAX_PIXELS, MAX_SIDE, WIDTHS};

use std::collections::HashSet;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use futures::Stream;
use futures::stream::TryStreamExt;
use object_store::local::LocalFileSystem;
use object_store::{GetOptions, ObjectStore, ObjectStoreExt, PutPayload, WriteMultipart, path::Path as StorePath};
use sha2::{Digest, Sha256};
use tokio::io::AsyncReadExt;
use tokio::sync::{Notify, Semaphore};

use self::detect::Detected;
use self::document::Drawing;
use self::picture::Ready;
use crate::id::UploadId;
use crate::sound::kind::SoundKind;
use crate::work::{FileKind, UnplayedCodec};

/// The name a file's bytes get.
fn hash_of(file: &mut std::fs::File) -> std::io::Result<String> {
    use std::io::{Read, Seek};

    use sha2::{Digest, Sha256};

    file.rewind()?;
    let mut digest = Sha256::new();
    let mut piece = vec![0; 256 * 1024];
    loop {
        match file.read(&mut piece)? {
            0 => break,
            read => digest.update(&piece[..read]),
        }
    }
    Ok(crate::secret::hex(&digest.finalize()))
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

/// A file that is no picture, looked into and kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    pub kind: FileKind,
    /// `video/mp4`
    pub content_type: &'static str,
    /// How many bytes it has.
    pub size: u64,
    pub hash: String,
    /// How a film is written that browsers do not play.
    pub unplayed: Option<UnplayedCodec>,
    /// Of a document.
    pub pages: KeptPages,
}

/// The pages of a document that were drawn and kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptPages {
    /// The first ones, in order; and whether something on it could not be drawn.
    pub drawn: Vec<(KeptPicture, bool)>,
    /// How many it has, drawn or not.
    pub all: usize,
}

/// A file that was brought for a work, made ready and kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    Picture(KeptPicture),
    File(KeptFile),
}

/// Where uploads wait to be made ready, one after the other: what takes long does not stop the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Queue {
    Documents,
    Others,
}

/// Where bytes are kept, by the SHA-256 of what is in them.
#[derive(Clone, Debug)]
pub struct MediaStore {
    store: Arc<dyn ObjectStore>,
    /// Where uploads stand until they are made ready.
    uploads: Arc<Path>,
    /// Those that bytes are being added to right now.
    locked: Arc<Mutex<HashSet<UploadId>>>,
    /// Tells whoever makes files ready that one is all here.
    uploaded: Arc<[Notify; 2]>,
    /// Pictures are opened one at a time: an open one takes up to 200 MB.
    opening: Arc<Semaphore>,
    /// So are documents, apart from pictures: nobody's picture waits for somebody's document.
    drawing: Arc<Semaphore>,
    /// Who draws them; without one, documents are refused.
    drawer: Option<Arc<Drawer>>,
    /// What makes films and documents of other programs into ones that can be shown, one of each at a time.
    converters: Arc<Converters>,
    converting: Arc<[Semaphore; 2]>,
}

impl MediaStore {
    /// A store in a folder, which is made when it is missing.
    pub fn in_folder(folder: &Path) -> Result<Self, MediaError> {
        std::fs::create_dir_all(folder.join("arriving"))?;
        sync_folder(folder)?;
        Self::of_folder(folder)
    }

    fn of_folder(folder: &Path) -> Result<Self, MediaError> {
        Ok(Self {
            store: Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true)),
            uploads: folder.join("arriving").into(),
            locked: Arc::default(),
            uploaded: Arc::default(),
            opening: Arc::new(Semaphore::new(1)),
            drawing: Arc::new(Semaphore::new(1)),
            drawer: None,
            converters: Arc::default(),
            converting: Arc::new([const { Semaphore::const_new(1) }; 2]),
        })
    }

    /// The same store, with somebody who draws documents.
    pub fn with_drawer(mut self, drawer: Drawer) -> Self {
        self.drawer = Some(Arc::new(drawer));
        self
    }

    /// Locks an upload, to add to it; `None` while somebody else adds to it.
    pub fn lock_upload(&self, id: &UploadId) -> Option<UploadLock> {
        let is_free = self.locked.lock().ok()?.insert(id.clone());
        is_free.then(|| UploadLock { all: self.locked.clone(), id: id.clone() })
    }

    /// Says that a file is all here.
    pub fn say_uploaded(&self) {
        self.uploaded.iter().for_each(Notify::notify_one);
    }

    /// Waits until a file is all here, for whoever makes those of this queue ready.
    pub async fn uploaded(&self, queue: Queue) {
        self.uploaded[queue as usize].notified().await;
    }

    /// Which queue an upload belongs in.
    pub async fn queue_of(&self, id: &UploadId) -> std::io::Result<Queue> {
        let path = self.upload_path(id);
        let looked = tokio::task::spawn_blocking(move || detect::is_document(&path)).await;
        Ok(if looked.map_err(std::io::Error::other)?? { Queue::Documents } else { Queue::Others })
    }

    /// Opens an upload, to add to it. One that was not there yet is there durably: its folder is written.
    pub async fn open_upload(&self, id: &UploadId) -> std::io::Result<tokio::fs::File> {
        let (path, folder) = (self.upload_path(id), self.uploads.clone());
        let opened = tokio::task::spawn_blocking(move || {
            let file = std::fs::File::options().append(true).create(true).open(path)?;
            // As long as nothing is in it, nobody was told that anything of it is here.
            if file.metadata()?.len() == 0 {
                sync_folder(&folder)?;
            }
            Ok::<_, std::io::Error>(tokio::fs::File::from_std(file))
        });
        opened.await.map_err(std::io::Error::other)?
    }

    /// Where files stand that are still on their way.
    pub fn uploads_folder(&self) -> &Path {
        &self.uploads
    }

    /// Makes a file ready and keeps it, whatever it is: by what is in it, never by its name. The bytes are durable when
    /// this returns. What a video or a sound tells about where it was taken is blanked in the file itself.
    pub async fn take(&self, file: PathBuf) -> Result<Taken, MediaError> {
        let path = file.clone();
        let found = tokio::task::spawn_blocking(move || detect::detect(&path)).await;
        match found.map_err(|_| MediaError::Unknown("it could not be read"))?? {
            Detected::Picture => Ok(Taken::Picture(self.keep_picture(file).await?)),
            Detected::Document => Ok(Taken::File(self.keep_document(file).await?)),
            Detected::Whole(kept) => {
                self.keep_as(&file, &kept.hash).await?;
                Ok(Taken::File(kept))
            }
        }
    }

    /// Makes a picture ready and keeps it. The bytes are durable when this returns, so that a row may name them.
    pub async fn keep_picture(&self, file: PathBuf) -> Result<KeptPicture, MediaError> {
        let ready = {
            let _turn = self.opening.acquire().await;
            if detect::is_heic(&file).unwrap_or(false) {
                return self.keep_ready(self.open_heic(&file).await?).await;
            }
            tokio::task::spawn_blocking(move || picture::make_ready(&file))
                .await
                .map_err(|_| MediaError::NotAPicture("it could not be opened".into()))??
        };
        self.keep_ready(ready).await
    }

    /// A photo as iPhones take it is opened by the process that draws documents, within its limits.
    async fn open_heic(&self, file: &Path) -> Result<Ready, MediaError> {
        let Some(drawer) = &self.drawer else { return Err(Foreign::Heic.into()) };
        let photo = tokio::fs::File::open(file).await?.into_std().await;
        match Drawing::start(drawer, photo)?.next().await {
            Ok(Some(photo)) => Ok(photo.picture),
            Ok(None) => Err(Foreign::Heic.into()),
            Err(error) => {
                tracing::info!(%error, "a HEIC photo was not opened");
                Err(Foreign::Heic.into())
            }
        }
    }

    async fn keep_ready(&self, ready: Ready) -> Result<KeptPicture, MediaError> {
        let mut hashes = [const { String::new() }; 3];
        for (hash, bytes) in hashes.iter_mut().zip(ready.jpegs) {
            *hash = self.keep(bytes).await?;
        }
        Ok(KeptPicture { width: ready.width, height: ready.height, hashes })
    }

    /// Has the pages of a document drawn, and keeps them and the document itself. Each page is kept before the next is
    /// drawn.
    async fn keep_document(&self, file: PathBuf) -> Result<KeptFile, MediaError> {
        let Some(drawer) = &self.drawer else { return Err(MediaError::NotDrawn("nobody draws here".into())) };
        let mut pages = KeptPages::default();
        {
            let _turn = self.drawing.acquire().await;
            let document = tokio::fs::File::open(&file).await?.into_std().await;
            let mut drawing = Drawing::start(drawer, document)?;
            while let Some(page) = drawing.next().await? {
                pages.drawn.push((self.keep_ready(page.picture).await?, page.lacks));
            }
            pages.all = drawing.all_pages();
        }
        let path = file.clone();
        let named = tokio::task::spawn_blocking(move || {
            let mut file = std::fs::File::open(path)?;
            Ok::<_, std::io::Error>((file.metadata()?.len(), hash_of(&mut file)?))
        });
        let (size, hash) = named.await.map_err(|_| MediaError::NotADocument("it could not be read".into()))??;
        self.keep_as(&file, &hash).await?;
        Ok(KeptFile { kind: FileKind::Document, content_type: "application/pdf", size, hash, unplayed: None, pages })
    }

    /// Keeps a recording, when it is one that browsers play. What it tells beside what is heard is blanked in the file
    /// itself. The bytes are durable when this returns.
    pub async fn keep_sound(&self, file: PathBuf) -> Result<KeptSound, MediaError> {
        let path = file.clone();
        let listened = tokio::task::spawn_blocking(move || sound::listen(&path)).await;
        let kept = listened.map_err(|_| MediaError::NotASound("it could not be read"))??;
        self.keep_as(&file, &kept.hash).await?;
        Ok(kept)
    }

    /// Keeps a file as it is, under the name its bytes have.
    async fn keep_as(&self, file: &Path, hash: &str) -> Result<(), MediaError> {
        let place = place(hash);
        if !self.is_there_to_stay(&place).await {
            self.stream_in(file, &place).await?;
        }
        Ok(())
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
        if !self.is_there_to_stay(&place).await {
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
        self.look_at(hash).await == Integrity::Whole
    }
}

/// A lock on an upload: nobody else adds to it meanwhile.
#[derive(Debug)]
pub struct UploadLock {
    all: Arc<Mutex<HashSet<UploadId>>>,
    id: UploadId,
}

impl Drop for UploadLock {
    fn drop(&mut self) {
        if let Ok(mut all) = self.all.lock() {
            all.remove(&self.id);
        }
    }
}

/// Writes down which files a folder has: a file that was made in it is there after the machine went down.
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    // Other systems write it by themselves, and cannot open a folder.
    if cfg!(unix) { std::fs::File::open(folder)?.sync_all() } else { Ok(()) }
}

fn place(hash: &str) -> StorePath {
    StorePath::from(format!("{}/{hash}", hash.get(..2).unwrap_or("--")))
}

/// The names of all bytes that some picture or sound needs, of those that begin so: `""` for all of them.
pub async fn hashes_in_use(
    conn: &mut crate::store::Conn,
    beginning: &str,
) -> Result<Vec<String>, crate::store::StoreError> {
    let rows: Vec<(String,)> = crate::store::all!(
        conn,
        "SELECT hash FROM (SELECT small_hash AS hash FROM picture UNION SELECT medium_hash FROM picture UNION SELECT large_hash FROM picture
         UNION SELECT small_hash FROM photo UNION SELECT medium_hash FROM photo UNION SELECT large_hash FROM photo
         UNION SELECT hash FROM sound UNION SELECT hash FROM work_file
         UNION SELECT played_hash FROM work_file WHERE played_hash IS NOT NULL UNION SELECT small_hash FROM file_page
         UNION SELECT medium_hash FROM file_page UNION SELECT large_hash FROM file_page) held
         WHERE substr(hash, 1, length($1)) = $1",
        beginning
    )?;
    let mut hashes: Vec<String> = rows.into_iter().map(|(hash,)| hash).collect();
    hashes.sort();
    Ok(hashes)
}
