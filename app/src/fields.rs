//! What a form carries: words, and files that wait on disk.

use std::borrow::Borrow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::{Body, BodyDataStream};
use futures::StreamExt as _;
use http::request::Parts;
use kinfolio::field::{self, FieldName};
use serde::{Deserialize, Serialize};

use crate::services::Services;
use crate::waiting_room::Share;

mod own_language;
mod reading;

pub(crate) use own_language::written_in;

/// The words of a form, in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Values(Vec<(String, String)>);

impl Values {
    /// The first value of a field, or nothing.
    pub fn get(&self, name: impl Borrow<FieldName>) -> &str {
        self.0.iter().find(|(key, _)| key == name.borrow()).map_or("", |(_, value)| value)
    }

    /// Every value of a field that can come more than once.
    pub fn all<'a>(&'a self, name: impl Borrow<FieldName> + 'a) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name.borrow()).map(|(_, value)| value.as_str())
    }

    /// A field as something with a shape: an id, a number. `None` when it has not that shape.
    pub fn parsed<T: std::str::FromStr>(&self, name: impl Borrow<FieldName>) -> Option<T> {
        self.get(name).trim().parse().ok()
    }

    /// Every value of a field that has that shape.
    pub fn all_parsed<T: std::str::FromStr>(&self, name: impl Borrow<FieldName>) -> Vec<T> {
        self.all(name).filter_map(|value| value.trim().parse().ok()).collect()
    }

    /// The version a change was made from. None was the form's of something new, and is no version of anything.
    pub fn version(&self) -> i64 {
        self.parsed(field::VERSION).unwrap_or_default()
    }

    /// The id of what a form adds.
    pub fn id_or<T: std::str::FromStr>(&self, new: impl FnOnce() -> T) -> T {
        self.parsed(field::ID).unwrap_or_else(new)
    }

    /// Whether a box is ticked or a button was the one pressed.
    pub fn has(&self, name: impl Borrow<FieldName>) -> bool {
        self.0.iter().any(|(key, _)| key == name.borrow())
    }

    /// Sets a field, in place of what it held.
    pub fn set(&mut self, name: impl Into<FieldName>, value: impl Into<String>) {
        let name = name.into();
        self.0.retain(|(key, _)| *key != name);
        self.0.push((name.wire(), value.into()));
    }

    /// Leaves a field out.
    pub fn forget(&mut self, name: impl Borrow<FieldName>) {
        self.0.retain(|(key, _)| key != name.borrow());
    }

    /// Adds a value to a field that can come more than once.
    pub fn add(&mut self, name: FieldName, value: impl Into<String>) {
        self.0.push((name.wire(), value.into()));
    }

    /// Only the fields whose names are wanted.
    pub fn only(mut self, wanted: impl Fn(&str) -> bool) -> Self {
        self.0.retain(|(name, _)| wanted(name));
        self
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

impl<V: Into<String>> FromIterator<(FieldName, V)> for Values {
    fn from_iter<I: IntoIterator<Item = (FieldName, V)>>(values: I) -> Self {
        Self(values.into_iter().map(|(name, value)| (name.wire(), value.into())).collect())
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
    /// What it holds of the room that all files have, until it is gone.
    _room: Option<Share>,
}

impl SentFile {
    /// The file, when all of it is here.
    fn whole(mut self, size: u64, too_big: bool, room: Share) -> Self {
        (self.size, self.too_big, self._room) = (size, too_big, Some(room));
        self
    }

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
    /// What its words hold of the memory that all forms have, until it is gone.
    _held: Option<Share>,
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

impl Typed {
    /// Words that came in some other way.
    pub(crate) fn of(values: Values) -> Self {
        Self { values, files: Vec::new(), is_begun: true }
    }
}

impl TypedWords {
    fn typed(&self) -> MutexGuard<'_, Typed> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What was typed, if a form came.
    pub fn take(&self) -> Option<Typed> {
        Some(std::mem::take(&mut *self.typed())).filter(|typed| typed.is_begun)
    }

    /// Somebody has begun to read the form.
    fn begin(&self) {
        self.typed().is_begun = true;
    }

    /// Remembers what came of it.
    fn remember(&self, values: &Values, files: &[(String, String)]) {
        let mut typed = self.typed();
        typed.values = values.clone();
        typed.files = files.to_vec();
    }

    /// Reads the words of a form that nobody has begun to read. Its files are let go.
    pub(crate) async fn read_unread(&self, head: &Parts, services: &Services, body: Body) -> Option<Fields> {
        if self.typed().is_begun { None } else { reading::words_of(head, services, body, self.clone()).await }
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
