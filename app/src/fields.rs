//! What a form carries: words, and files that wait on disk.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::extract::{FromRequest, Multipart, Request};
use http::header::CONTENT_TYPE;
use serde::{Deserialize, Serialize};
use tokio::io::AsyncWriteExt;

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

/// Where the words of the form at hand are remembered, so that a refusal (an expired session) can give them back.
#[derive(Clone, Debug, Default)]
pub struct TypedWords(Arc<Mutex<Option<Values>>>);

impl TypedWords {
    /// What was typed, if a form came.
    pub fn take(&self) -> Option<Values> {
        self.0.lock().ok()?.take()
    }

    fn remember(&self, values: &Values) {
        if let Ok(mut words) = self.0.lock() {
            *words = Some(values.clone());
        }
    }
}

impl FromRequest<Services> for Fields {
    type Rejection = Refusal;

    async fn from_request(request: Request<Body>, services: &Services) -> Result<Self, Refusal> {
        let words = request.extensions().get::<TypedWords>().cloned().unwrap_or_default();
        let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let fields = if kind.starts_with("multipart/form-data") {
            let form = Multipart::from_request(request, services).await.map_err(|_| Refusal::Broken)?;
            read_multipart(form, &services.settings.waiting_room).await?
        } else {
            let body = axum::body::to_bytes(request.into_body(), (WORDS_MB * 1024 * 1024) as usize)
                .await
                .map_err(|_| Refusal::TooLarge { max_mb: WORDS_MB })?;
            Fields { values: Values::from_urlencoded(&body), files: Vec::new() }
        };
        words.remember(&fields.values);
        Ok(fields)
    }
}

async fn read_multipart(mut form: Multipart, waiting_room: &Path) -> Result<Fields, Refusal> {
    let mut fields = Fields::default();
    let mut room = WORDS_MB * 1024 * 1024;
    while let Some(part) = form.next_field().await.map_err(|_| Refusal::Broken)? {
        let Some(name) = part.name().map(str::to_owned) else { continue };
        match part.file_name().map(str::to_owned) {
            None => {
                let bytes = read_words(part, &mut room).await?;
                fields.values.add(&name, String::from_utf8_lossy(&bytes));
            }
            Some(file_name) if fields.files.len() < MOST_FILES => {
                if let Some(file) = keep_waiting(part, name, file_name, waiting_room).await? {
                    fields.files.push(file);
                }
            }
            Some(_) => fields.values.set("too_many_files", "yes"),
        }
    }
    Ok(fields)
}

async fn read_words(mut part: axum::extract::multipart::Field<'_>, room: &mut u64) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await.map_err(|_| Refusal::Broken)? {
        *room = room.checked_sub(chunk.len() as u64).ok_or(Refusal::TooLarge { max_mb: WORDS_MB })?;
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// Writes a file to the waiting room, up to the limit. The rest of a longer one is read and forgotten, so that the words
/// which come after it in the form are not lost.
async fn keep_waiting(
    mut part: axum::extract::multipart::Field<'_>,
    field: String,
    name: String,
    waiting_room: &Path,
) -> Result<Option<SentFile>, Refusal> {
    let path = waiting_room.join(kinfolio::secret::token());
    let max_mb = if field == WORK_FILES { FILE_MB } else { PICTURE_MB };
    let mut file = SentFile { field, name, size: 0, too_big: false, path };
    let mut out = tokio::fs::File::create(&file.path).await.map_err(Refusal::trouble)?;
    while let Some(chunk) = part.chunk().await.map_err(|_| Refusal::Broken)? {
        file.size += chunk.len() as u64;
        file.too_big = file.size > max_mb * 1024 * 1024;
        if !file.too_big {
            out.write_all(&chunk).await.map_err(Refusal::trouble)?;
        }
    }
    out.flush().await.map_err(Refusal::trouble)?;
    Ok((file.size > 0 || !file.name.is_empty()).then_some(file))
}
