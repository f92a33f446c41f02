//! What sends the files of a field, however large they are.

use leptos::prelude::*;

use super::{FileOnItsWay, UploadStage, UploadWords};

/// The field's files on their way, and what is said of them.
#[derive(Clone)]
pub struct Uploader {
    pub address: String,
    pub words: UploadWords,
    pub files: RwSignal<Vec<FileOnItsWay>>,
    pub news: RwSignal<String>,
    pub waits: RwSignal<bool>,
    pub most_bytes: f64,
    /// Where files go that come in pieces.
    pub uploads: String,
}

impl Uploader {
    /// Says how it ended.
    pub(super) fn end(&self, sending: &FileOnItsWay, stage: UploadStage, words: &str) {
        let words = words.replace("{name}", &sending.name);
        self.news.set(words.clone());
        sending.said.set(words);
        sending.stage.set(stage);
    }
}
