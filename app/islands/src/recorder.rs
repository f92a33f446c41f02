//! Talking to a form: press or hold, talk, stop, listen, keep or again. The recording goes into the form's file field,
//! and the form takes it along when it is sent.

#[cfg(target_arch = "wasm32")]
mod client;

use leptos::html;
use leptos::prelude::*;

words! {
    /// What the recorder says, in the reader's language.
    pub struct RecorderWords {
        pub talk: String,
        pub stop: String,
        pub again: String,
        pub hint: String,
        pub asking: String,
        pub listening: String,
        pub ready: String,
        pub longest: String,
        pub no_microphone: String,
        pub drop: String,
        pub choose: String,
    }
}

/// Where a recording is.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RecorderStage {
    /// This browser cannot record: the plain field does the job.
    Unable,
    Quiet,
    /// The browser asks whether it may listen.
    Asking,
    Listening,
    Ready,
    /// As ready, and as long as can be.
    Longest,
    NoMicrophone,
}

impl RecorderStage {
    fn said(self, words: &RecorderWords) -> String {
        match self {
            Self::Unable => String::new(),
            Self::Quiet => words.hint.clone(),
            Self::Asking => words.asking.clone(),
            Self::Listening => words.listening.clone(),
            Self::Ready => words.ready.clone(),
            Self::Longest => words.longest.clone(),
            Self::NoMicrophone => words.no_microphone.clone(),
        }
    }

    fn button(self, words: &RecorderWords) -> String {
        match self {
            Self::Listening => words.stop.clone(),
            Self::Ready | Self::Longest => words.again.clone(),
            _ => words.talk.clone(),
        }
    }

    fn is_ready(self) -> bool {
        matches!(self, Self::Ready | Self::Longest)
    }
}

/// What a recorder shows.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
#[derive(Clone, Copy)]
struct Face {
    stage: RwSignal<RecorderStage>,
    seconds: RwSignal<u32>,
    /// How many seconds it listens at most.
    longest: u32,
    /// How loud it is, from 0 to 1.
    level: RwSignal<f64>,
    /// Where the browser plays the recording from, before it is sent.
    preview: RwSignal<Option<String>>,
    button: NodeRef<html::Button>,
    drop: NodeRef<html::Button>,
    choose: NodeRef<html::Button>,
}

/// Records what somebody says, for at most so many seconds, into the file field with the id `field-{field}`, and hides what is
/// in `plain-{field}`.
#[island]
pub fn Recorder(field: String, longest: u32, words: RecorderWords) -> impl IntoView {
    let face = Face {
        stage: RwSignal::new(RecorderStage::Unable),
        seconds: RwSignal::new(0),
        longest,
        level: RwSignal::new(0.0),
        preview: RwSignal::new(None),
        button: NodeRef::new(),
        drop: NodeRef::new(),
        choose: NodeRef::new(),
    };
    #[cfg(target_arch = "wasm32")]
    client::wake(face, field);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = field;
    let stage = face.stage;
    let class = move || if stage.get() == RecorderStage::Listening { "recorder recorder--on" } else { "recorder" };
    let time = move || format!("{}:{:02}", face.seconds.get() / 60, face.seconds.get() % 60);
    let (said, label) = (words.clone(), words.clone());
    view! {
        <div class=class hidden=move || stage.get() == RecorderStage::Unable>
            <button type="button" class="btn btn--family" node_ref=face.button>{move || stage.get().button(&label)}</button>
            <p role="status">{move || stage.get().said(&said)}</p>
            <p hidden=move || stage.get() != RecorderStage::Listening>
                <time>{time}</time> " "
                <meter min="0" max="1" aria-hidden="true" prop:value=move || face.level.get()></meter>
            </p>
            <audio controls hidden=move || !stage.get().is_ready() src=move || face.preview.get()></audio>
            <button type="button" class="btn--link" hidden=move || !stage.get().is_ready() node_ref=face.drop>{words.drop}</button>
            <button type="button" class="btn--link" hidden=move || stage.get() != RecorderStage::Quiet node_ref=face.choose>{words.choose}</button>
        </div>
    }
}
