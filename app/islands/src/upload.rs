//! Files on their way: shown at once, sent one by one with their progress, each with a clear word when it fails. Small
//! pictures go in one piece; everything else in pieces, so that it goes on after the connection, the page or the server was
//! gone.

#[cfg(target_arch = "wasm32")]
mod client;
#[cfg(target_arch = "wasm32")]
mod pieces;
#[cfg(target_arch = "wasm32")]
mod uploader;

use leptos::prelude::*;

words! {
    /// What the uploader says, in the reader's language; `{name}` stands for the file's name.
    pub struct UploadWords {
        pub sending: String,
        pub saved: String,
        pub failed: String,
        pub too_big: String,
        /// When the form is sent before the pictures have arrived.
        pub hold: String,
        pub describe: String,
        pub take_out: String,
        pub describe_file: String,
        pub take_out_file: String,
        pub pause: String,
        pub go_on: String,
        pub stop: String,
        pub paused: String,
        /// There is no connection.
        pub lost: String,
        /// It is all here, and is made ready.
        pub ready: String,
    }
}

/// Where a file is on its way.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
#[derive(Clone, Debug, PartialEq, Eq)]
enum UploadStage {
    Sending,
    /// All here, and being made ready.
    Here,
    /// Left out by whoever sent it.
    Stopped,
    /// Kept under this id.
    Kept(String),
    Failed,
}

/// Where the browser shows or plays a file from, before it is sent.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
#[derive(Clone)]
enum Preview {
    None,
    Seen(String),
    Heard(String),
}

/// One file on its way.
#[derive(Clone)]
struct FileOnItsWay {
    number: usize,
    name: String,
    preview: Preview,
    progress: RwSignal<f64>,
    said: RwSignal<String>,
    stage: RwSignal<UploadStage>,
    /// Whether it goes in pieces, and can wait and go on.
    in_pieces: bool,
    paused: RwSignal<bool>,
}

/// Sends each file as soon as it is chosen in the field `pictures` of the same form, or recorded into the field
/// `recording`, and takes it out of the field, so that it is not sent twice. A form that is sent too early waits for them.
/// Without it the field does the job by itself.
#[island]
pub fn UploadPictures(
    /// Where pictures are sent.
    address: String,
    /// Where files go that come in pieces.
    uploads: String,
    /// What it says.
    words: UploadWords,
    /// The biggest picture that is taken, in megabytes.
    most_mb: u32,
) -> impl IntoView {
    let files: RwSignal<Vec<FileOnItsWay>> = RwSignal::new(Vec::new());
    // The latest news, for those who hear the page.
    let news: RwSignal<String> = RwSignal::new(String::new());
    // Whether the form was sent and waits.
    let waits: RwSignal<bool> = RwSignal::new(false);
    let (describe, take_out) = (words.describe.clone(), words.take_out.clone());
    let steering = words.clone();
    #[cfg(target_arch = "wasm32")]
    client::watch(uploader::Uploader {
        address,
        uploads,
        words,
        files,
        news,
        waits,
        most_bytes: f64::from(most_mb) * 1024.0 * 1024.0,
    });
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (address, uploads, words, most_mb);
    let row = move |file: FileOnItsWay| {
        let stage = file.stage;
        let (describe, take_out) = match file.in_pieces {
            true => (steering.describe_file.clone(), steering.take_out_file.clone()),
            false => (describe.clone(), take_out.clone()),
        };
        let fields = move || match stage.get() {
            UploadStage::Kept(id) => Some(fields_of(&id, describe.clone(), take_out.clone())),
            UploadStage::Sending | UploadStage::Here | UploadStage::Stopped | UploadStage::Failed => None,
        };
        let class = move || if stage.get() == UploadStage::Failed { "error" } else { "small" };
        let is_sending = move || stage.get() == UploadStage::Sending;
        let steer = file.in_pieces.then(|| steer(&file, steering.clone()));
        let preview = match file.preview {
            Preview::None => None,
            Preview::Seen(from) => {
                Some(view! { <img class="thumb" src=from alt="" width="80" height="60"/> }.into_any())
            }
            Preview::Heard(from) => {
                Some(view! { <audio controls src=from aria-label=file.name.clone()></audio> }.into_any())
            }
        };
        view! {
            <li hidden=move || stage.get() == UploadStage::Stopped>
                {preview}
                <p class=class>{move || file.said.get()}</p>
                <progress max="1" hidden=move || !is_sending() prop:value=move || file.progress.get() aria-label=file.name></progress>
                {steer}
                {fields}
            </li>
        }
    };
    view! {
        <p class=move || if waits.get() { "nudge" } else { "sr" } role="status">{move || news.get()}</p>
        <ul class="files files--described"><For each=move || files.get() key=|file| file.number children=row/></ul>
    }
}

/// What a picture that is kept shows, and taking it out: the same fields as for the pictures that were there before.
fn fields_of(id: &str, describe: String, take_out: String) -> impl IntoView + use<> {
    let name = format!("describe-{id}");
    let field = format!("field-{name}");
    view! {
        <div class="field">
            <label for=field.clone()>{describe}</label>
            <input id=field name=name dir="auto"/>
        </div>
        <label class="choice"><input type="checkbox" name="take_out" value=id.to_owned()/> <span>{take_out}</span></label>
    }
}

/// Waiting, going on, and leaving it out.
fn steer(file: &FileOnItsWay, words: UploadWords) -> impl IntoView + use<> {
    let (stage, paused) = (file.stage, file.paused);
    let (pause, go_on) = (words.pause, words.go_on);
    let turn = move |_| paused.update(|paused| *paused = !*paused);
    view! {
        <p class="row" hidden=move || stage.get() != UploadStage::Sending>
            <button type="button" class="btn btn--small" on:click=turn>
                {move || if paused.get() { go_on.clone() } else { pause.clone() }}
            </button>
            <button type="button" class="btn btn--small btn--quiet" on:click=move |_| stage.set(UploadStage::Stopped)>{words.stop}</button>
        </p>
    }
}
