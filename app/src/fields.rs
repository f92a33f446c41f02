//! What a form carries: words, and files that wait on disk.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::{Body, BodyDataStream};
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request};
use futures::StreamExt as _;
use http::header::CONTENT_TYPE;
use http::request::Parts;
use serde::{Deserialize, Serialize};
use tokio::io::AsyncWriteExt;

use crate::idempotency::Once;
use crate::refusal::Refusal;
use crate::services::Services;

/// The most files in one form.
pub use kinfolio::work::MOST_FILES;

/// More words than any form holds, in megabytes; what fits a field is said field by field, far below.
const WORDS_MB: u64 = 8;
/// The biggest picture that is taken, in megabytes.
pub const PICTURE_MB: u64 = 25;
/// The biggest recording that is taken, in megabytes.
pub const SOUND_MB: u64 = PICTURE_MB;
/// The biggest file of any other kind that a form takes by itself, in megabytes: what is bigger comes piece by piece.
pub const FILE_MB: u64 = 200;
/// The field that brings the files of a work.
pub const WORK_FILES: &str = "pictures";

/// The words of a form, in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Values(Vec<(String, String)>);

impl Values {
    /// The first value of a field, or nothing.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field that can come more than once.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A field as something with a shape: an id, a number. `None` when it has not that shape.
    pub fn parsed<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name).trim().parse().ok()
    }

    /// Every value of a field that has that shape.
    pub fn all_parsed<T: std::str::FromStr>(&self, name: &str) -> Vec<T> {
        self.all(name).filter_map(|value| value.trim().parse().ok()).collect()
    }

    /// Whether a box is ticked or a button was the one pressed.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    /// Sets a field, in place of what it held.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.0.retain(|(key, _)| key != name);
        self.0.push((name.to_owned(), value.into()));
    }

    /// Leaves a field out.
    pub fn forget(&mut self, name: &str) {
        self.0.retain(|(key, _)| key != name);
    }

    /// Adds a value to a field that can come more than once.
    pub fn add(&mut self, name: &str, value: impl Into<String>) {
        self.0.push((name.to_owned(), value.into()));
    }

    /// Every field with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The values of a `application/x-www-form-urlencoded` body.
    pub fn from_urlencoded(body: &[u8]) -> Self {
        Self(form_urlencoded::parse(body).into_owned().collect())
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Values {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(values: I) -> Self {
        Self(values.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

/// A file that came with a form. It waits on disk and is removed when this is dropped.
#[derive(Debug)]
pub struct SentFile {
    /// The form's field.
    pub field: String,
    /// What the sender calls it; never used as a path.
    pub name: String,
    /// How many bytes it has.
    pub size: u64,
    /// Whether it is longer than its field takes; then only the beginning is here.
    pub too_big: bool,
    path: PathBuf,
}

impl SentFile {
    /// Where it waits.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for SentFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

/// A form that was sent.
#[derive(Debug, Default)]
pub struct Fields {
    /// Its words.
    pub values: Values,
    /// Its files; fields that were left empty bring none.
    pub files: Vec<SentFile>,
}

impl std::ops::Deref for Fields {
    type Target = Values;
    fn deref(&self) -> &Values {
        &self.values
    }
}

/// Where the words of the form at hand are remembered as they come, before anything else can fail, so that a refusal can
/// give them back.
#[derive(Clone, Debug, Default)]
pub struct TypedWords(Arc<Mutex<Typed>>);

/// What came of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// Its words, as far as they came.
    pub values: Values,
    /// The fields of its files, each with the file's name.
    pub files: Vec<(String, String)>,
    /// Whether somebody has begun to read it.
    is_begun: bool,
}

impl TypedWords {
    fn typed(&self) -> MutexGuard<'_, Typed> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What was typed, if a form came.
    pub fn take(&self) -> Option<Typed> {
        Some(std::mem::take(&mut *self.typed())).filter(|typed| typed.is_begun)
    }

    /// Reads the words of a form that nobody has begun to read. Its files are let go.
    pub(crate) async fn read_unread(&self, head: &Parts, body: Body) -> Option<Fields> {
        if self.typed().is_begun {
            return None;
        }
        let mut request = Request::new(body);
        *request.headers_mut() = head.headers.clone();
        // What is wrong with it is not what has to be said now.
        read(request, None, self).await.ok()
    }
}

impl FromRequest<Services> for Fields {
    type Rejection = Refusal;

    async fn from_request(request: Request<Body>, services: &Services) -> Result<Self, Refusal> {
        let words = request.extensions().get::<TypedWords>().cloned().unwrap_or_default();
        let once = request.extensions().get::<Once>().cloned().unwrap_or_default();
        let address = request.uri().to_string();
        let fields = read(request, Some(&services.settings.waiting_room), &words).await?;
        once.came(&address, &fields).await;
        Ok(fields)
    }
}

/// Reads a form. Without a waiting room its files are let go.
async fn read(request: Request<Body>, waiting_room: Option<&Path>, words: &TypedWords) -> Result<Fields, Refusal> {
    words.typed().is_begun = true;
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("multipart/form-data") {
        let form = Multipart::from_request(request, &()).await.map_err(|_| Refusal::Broken)?;
        read_multipart(form, waiting_room, words).await
    } else {
        let (bytes, end) = read_whole(request.into_body()).await;
        let values = Values::from_urlencoded(&bytes);
        words.typed().values = values.clone();
        end.map(|()| Fields { values, files: Vec::new() })
    }
}

/// A body up to the limit, and how it ended.
async fn read_whole(body: Body) -> (Vec<u8>, Result<(), Refusal>) {
    let (mut bytes, mut body) = (Vec::new(), body.into_data_stream());
    while let Some(chunk) = body.next().await {
        let Ok(chunk) = chunk else { return (bytes, Err(Refusal::Broken)) };
        if (bytes.len() + chunk.len()) as u64 > WORDS_MB * 1024 * 1024 {
            return (bytes, Err(Refusal::TooLarge { max_mb: WORDS_MB }));
        }
        bytes.extend_from_slice(&chunk);
    }
    (bytes, Ok(()))
}

async fn read_multipart(
    mut form: Multipart,
    waiting_room: Option<&Path>,
    words: &TypedWords,
) -> Result<Fields, Refusal> {
    let mut fields = Fields::default();
    let mut room = WORDS_MB * 1024 * 1024;
    let mut not_kept = None;
    while let Some(part) = form.next_field().await.map_err(|_| Refusal::Broken)? {
        let Some(name) = part.name().map(str::to_owned) else { continue };
        match part.file_name().map(str::to_owned) {
            None => {
                let mut bytes = Vec::new();
                let end = read_words(part, &mut room, &mut bytes).await;
                let value = String::from_utf8_lossy(&bytes);
                if end.is_ok() || !value.is_empty() {
                    words.typed().values.add(&name, value.clone());
                }
                end?;
                fields.values.add(&name, value);
            }
            Some(file_name) if fields.files.len() < MOST_FILES => {
                if !file_name.is_empty() {
                    words.typed().files.push((name.clone(), file_name.clone()));
                }
                match waiting_room {
                    Some(waiting_room) => match keep_waiting(part, name, file_name, waiting_room).await {
                        Ok(file) => fields.files.extend(file),
                        // The words that come after it are not lost with it.
                        Err(refusal @ Refusal::FileNotKept(_)) => {
                            not_kept.get_or_insert(refusal);
                        }
                        Err(refusal) => return Err(refusal),
                    },
                    None => let_go(part).await?,
                }
            }
            Some(_) => fields.values.set("too_many_files", "yes"),
        }
    }
    not_kept.map_or(Ok(fields), Err)
}

async fn let_go(mut part: Field<'_>) -> Result<(), Refusal> {
    while part.chunk().await.map_err(|_| Refusal::Broken)?.is_some() {}
    Ok(())
}

async fn read_words(mut part: Field<'_>, room: &mut u64, bytes: &mut Vec<u8>) -> Result<(), Refusal> {
    while let Some(chunk) = part.chunk().await.map_err(|_| Refusal::Broken)? {
        *room = room.checked_sub(chunk.len() as u64).ok_or(Refusal::TooLarge { max_mb: WORDS_MB })?;
        bytes.extend_from_slice(&chunk);
    }
    Ok(())
}

/// Writes a file to the waiting room, up to the limit. The rest of a longer one, and of one that the disk does not take, is
/// read and forgotten, so that the words which come after it in the form are not lost.
async fn keep_waiting(
    mut part: Field<'_>,
    field: String,
    name: String,
    waiting_room: &Path,
) -> Result<Option<SentFile>, Refusal> {
    let path = waiting_room.join(kinfolio::secret::token());
    let max_mb = if field == WORK_FILES { FILE_MB } else { PICTURE_MB };
    let mut file = SentFile { field, name, size: 0, too_big: false, path };
    let mut out = tokio::fs::File::create(&file.path).await;
    while let Some(chunk) = part.chunk().await.map_err(|_| Refusal::Broken)? {
        file.size += chunk.len() as u64;
        file.too_big = file.size > max_mb * 1024 * 1024;
        if let Ok(open) = &mut out
            && !file.too_big
            && let Err(full) = open.write_all(&chunk).await
        {
            out = Err(full);
        }
    }
    let is_there = file.size > 0 || !file.name.is_empty();
    let kept = match out {
        Ok(mut out) => out.flush().await,
        Err(full) => Err(full),
    };
    match kept {
        Ok(()) => Ok(is_there.then_some(file)),
        // A field that was left empty has nothing to keep.
        Err(_) if !is_there => Ok(None),
        Err(full) => Err(Refusal::file_not_kept(full)),
    }
}

/// A body that can be read on where whoever was given it has stopped.
#[derive(Clone)]
pub(crate) struct Lent(Arc<Mutex<BodyDataStream>>);

impl Lent {
    /// Lends a body.
    pub fn new(body: Body) -> Self {
        Self(Arc::new(Mutex::new(body.into_data_stream())))
    }

    /// What is left of it.
    pub fn rest(&self) -> Body {
        let body = self.0.clone();
        Body::from_stream(futures::stream::poll_fn(move |context| {
            body.lock().unwrap_or_else(PoisonError::into_inner).poll_next_unpin(context)
        }))
    }
}
