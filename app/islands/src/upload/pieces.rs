//! Sending a file in pieces (tus 1.0.0): it goes on after a pause, a lost connection, a page that was closed or a server that
//! was restarted, from where it was.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, Headers, RequestInit, Response, js_sys};

use super::uploader::Uploader;
use super::{FileOnItsWay, UploadStage};

/// The smallest and the biggest piece, in bytes. Pieces grow as long as they go quickly. Bytes are whole numbers here: to
/// read a fraction, every page with an island would load tables of 12 KB.
const PIECES: (u64, u64) = (256 * 1024, 8 * 1024 * 1024);
/// A piece that takes less than this, in milliseconds, was small; one that takes eight times as long was big.
const QUICK: f64 = 1000.0;
/// How often it is asked whether it goes on.
const LOOK: Duration = Duration::from_millis(250);
/// How long is waited after a connection was lost, at most.
const LONGEST_WAIT: u64 = 20;

/// Sends a file until it is all there and made ready, or left out.
pub fn send(uploader: Uploader, file: File, sending: FileOnItsWay) {
    spawn_local(async move {
        let way = OnItsWay { key: key(&uploader.uploads, &file), uploader, file, sending };
        let end = way.go().await;
        if let Some((stage, words)) = end {
            forget(&way.key);
            way.uploader.end(&way.sending, stage, &words);
        }
    });
}

struct OnItsWay {
    /// What the device remembers its address by.
    key: String,
    uploader: Uploader,
    file: File,
    sending: FileOnItsWay,
}

/// What a request came to.
enum PieceCame {
    /// This many bytes are there.
    There(u64),
    /// It will not be taken, in these words.
    Refused(String),
    /// The server does not know it, or no longer.
    Unknown,
    /// Nothing came back.
    Lost,
}

impl OnItsWay {
    /// All the way; `None` when it was left out.
    async fn go(&self) -> Option<(UploadStage, String)> {
        let words = &self.uploader.words;
        let (mut address, mut there, mut wait) = (remembered(&self.key), None, 1);
        let mut piece = PIECES.0;
        loop {
            if !self.may_go_on().await {
                self.leave(address).await;
                return None;
            }
            let came = match (&address, there) {
                (None, _) => match self.announce().await {
                    Ok(new) => {
                        remember(&self.key, &new);
                        address = Some(new);
                        PieceCame::There(0)
                    }
                    Err(came) => came,
                },
                (Some(address), None) => ask(address).await,
                (Some(address), Some(from)) if from < self.size() => {
                    let begun = js_sys::Date::now();
                    let came = self.put(address, from, piece).await;
                    let took = js_sys::Date::now() - begun;
                    piece = if took < QUICK {
                        piece * 2
                    } else if took > 8.0 * QUICK {
                        piece / 2
                    } else {
                        piece
                    };
                    piece = piece.clamp(PIECES.0, PIECES.1);
                    came
                }
                (Some(address), Some(_)) => return Some(self.made_ready(address).await),
            };
            match came {
                PieceCame::There(bytes) => {
                    (there, wait) = (Some(bytes), 1);
                    self.sending.progress.set(bytes as f64 / self.size().max(1) as f64);
                    self.say(&words.sending);
                }
                PieceCame::Refused(words) => return Some((UploadStage::Failed, words)),
                PieceCame::Unknown => (address, there) = (None, None),
                PieceCame::Lost => {
                    self.say(&words.lost);
                    there = None;
                    sleep(Duration::from_secs(wait)).await;
                    wait = (wait * 2).min(LONGEST_WAIT);
                }
            }
        }
    }

    /// Of the file, in bytes.
    fn size(&self) -> u64 {
        self.file.size() as u64
    }

    fn say(&self, words: &str) {
        let words = words.replace("{name}", &self.sending.name);
        if self.sending.said.with_untracked(|said| *said != words) {
            self.sending.said.set(words);
        }
    }

    /// Waits while it is paused; `false` once it is left out.
    async fn may_go_on(&self) -> bool {
        while self.sending.paused.get_untracked() && self.sending.stage.get_untracked() != UploadStage::Stopped {
            self.say(&self.uploader.words.paused);
            sleep(LOOK).await;
        }
        self.sending.stage.get_untracked() != UploadStage::Stopped
    }

    async fn leave(&self, address: Option<String>) {
        forget(&self.key);
        if let Some(address) = address {
            let _ = request("DELETE", &address, &[], None).await;
        }
    }

    /// Says that it wants to come; gives where its pieces go.
    async fn announce(&self) -> Result<String, PieceCame> {
        let size = self.size().to_string();
        let name = window().btoa(&latin(&self.sending.name)).unwrap_or_default();
        let name = format!("filename {name}");
        let headers = [("upload-length", size.as_str()), ("upload-metadata", name.as_str())];
        let response = request("POST", &self.uploader.uploads, &headers, None).await.ok_or(PieceCame::Lost)?;
        match response.status() {
            201 => response.headers().get("location").ok().flatten().ok_or(PieceCame::Lost),
            400..500 => Err(PieceCame::Refused(words_of(&response, &self.uploader.words.failed).await)),
            _ => Err(PieceCame::Lost),
        }
    }

    /// Sends one piece.
    async fn put(&self, address: &str, from: u64, length: u64) -> PieceCame {
        let to = (from + length).min(self.size());
        let Ok(piece) = self.file.slice_with_f64_and_f64(from as f64, to as f64) else {
            // It was moved or changed on the device.
            return PieceCame::Refused(self.uploader.words.failed.clone());
        };
        let from = from.to_string();
        let headers = [("content-type", "application/offset+octet-stream"), ("upload-offset", from.as_str())];
        there(request("PATCH", address, &headers, Some(&piece)).await)
    }

    /// It is all there: waits until it is made ready.
    async fn made_ready(&self, address: &str) -> (UploadStage, String) {
        self.sending.stage.set(UploadStage::Here);
        self.say(&self.uploader.words.ready);
        loop {
            let Some(response) = request("GET", address, &[], None).await else {
                sleep(Duration::from_secs(2)).await;
                continue;
            };
            let told = words_of(&response, "").await;
            match told.split_once(' ') {
                Some(("done", told)) => {
                    // Beside its id there can be something to be said of it.
                    let (id, words) = told.split_once('\n').unwrap_or((told, &self.uploader.words.saved));
                    return (UploadStage::Kept(id.trim().to_owned()), words.to_owned());
                }
                Some(("failed", why)) => return (UploadStage::Failed, why.to_owned()),
                // The server ended between the last byte and noting it.
                Some(("coming", _)) => {
                    let size = self.size().to_string();
                    let headers =
                        [("content-type", "application/offset+octet-stream"), ("upload-offset", size.as_str())];
                    let _ = request("PATCH", address, &headers, None).await;
                }
                Some(("waiting", _)) => {}
                _ => return (UploadStage::Failed, self.uploader.words.failed.clone()),
            }
            sleep(Duration::from_millis(800)).await;
        }
    }
}

/// How far it is.
async fn ask(address: &str) -> PieceCame {
    there(request("HEAD", address, &[], None).await)
}

fn there(response: Option<Response>) -> PieceCame {
    let Some(response) = response else { return PieceCame::Lost };
    let offset = response.headers().get("upload-offset").ok().flatten().and_then(|offset| offset.parse().ok());
    match (response.status(), offset) {
        (200..300 | 409, Some(offset)) => PieceCame::There(offset),
        (401 | 403 | 404 | 410, _) => PieceCame::Unknown,
        _ => PieceCame::Lost,
    }
}

async fn request(method: &str, address: &str, headers: &[(&str, &str)], body: Option<&Blob>) -> Option<Response> {
    let all = Headers::new().ok()?;
    for (name, value) in [("tus-resumable", "1.0.0"), ("accept", "text/plain")].iter().chain(headers) {
        all.set(name, value).ok()?;
    }
    // For whoever chose the file, and for nobody else who may be signed in by now.
    all.set("kinfolio-person", &kinfolio_browser::device::person().unwrap_or_default()).ok()?;
    let how = RequestInit::new();
    how.set_method(method);
    how.set_headers(&all);
    if let Some(body) = body {
        how.set_body(body);
    }
    JsFuture::from(window().fetch_with_str_and_init(address, &how)).await.ok()?.dyn_into().ok()
}

async fn sleep(time: Duration) {
    let millis = i32::try_from(time.as_millis()).unwrap_or(i32::MAX);
    let rung = js_sys::Promise::new(&mut |ring, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&ring, millis);
    });
    let _ = JsFuture::from(rung).await;
}

async fn words_of(response: &Response, otherwise: &str) -> String {
    let text = match response.text() {
        Ok(text) => JsFuture::from(text).await.ok().and_then(|text| text.as_string()),
        Err(_) => None,
    };
    // A page says more than there is room for here.
    text.filter(|text| !text.is_empty() && !text.starts_with('<')).unwrap_or_else(|| otherwise.to_owned())
}

/// A name byte by byte, as `btoa` wants it.
fn latin(name: &str) -> String {
    name.bytes().map(char::from).collect()
}

/// The same file for the same work goes on, also from a page that was opened anew.
fn key(uploads: &str, file: &File) -> String {
    format!("kinfolio-arrival {uploads} {} {} {}", file.name(), file.size() as u64, file.last_modified() as i64)
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

fn remembered(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn remember(key: &str, address: &str) {
    let _ = storage().map(|storage| storage.set_item(key, address));
}

fn forget(key: &str) {
    let _ = storage().map(|storage| storage.remove_item(key));
}
