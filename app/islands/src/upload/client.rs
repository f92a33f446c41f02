//! The half of the uploader that is in the browser: the field, the form, and small pictures, which go in one piece.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, DragEvent, File, FileList, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, ProgressEvent,
    SubmitEvent, Url, XmlHttpRequest,
};

use super::uploader::Uploader;
use super::{FileOnItsWay, Preview, UploadStage, pieces};
use crate::listen::{listen, pasted_files};

/// How long a picture may be on its way before it counts as lost, in milliseconds: a slow phone needs minutes.
const PATIENCE: u32 = 10 * 60 * 1000;

/// The biggest picture that goes in one piece, in bytes: what is bigger can go on after a connection breaks.
const IN_ONE_PIECE: f64 = 4.0 * 1024.0 * 1024.0;

/// A form that was sent too early and waits.
struct HeldForm {
    /// What it was sent with; nothing when it was the enter key.
    button: Option<HtmlElement>,
    /// What had failed before it was sent has been read.
    failures: usize,
}

type Holding = StoredValue<Option<HeldForm>, LocalStorage>;

/// Listens to the field and to its form.
pub fn watch(uploader: Uploader) {
    let Some(field) = document().get_element_by_id("field-pictures") else { return };
    let Ok(input) = field.dyn_into::<HtmlInputElement>() else { return };
    let held: Holding = StoredValue::new_local(None);
    if let Some(form) = input.form() {
        hold_while_sending(&uploader, &form, held);
        send_on_when_all_are_kept(&uploader, form, held);
    }
    take_what_is_dropped(&uploader, &input);
    take_what_is_pasted(&uploader);
    // A recorder tells of itself as somebody who types does.
    take_what_is_chosen(&uploader, &input, "change");
    let recording = document().get_element_by_id("field-recording");
    if let Some(recording) = recording.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        take_what_is_chosen(&uploader, &recording, "input");
    }
}

/// Takes what is in a field, and out of it, so that it is not sent twice.
fn take_what_is_chosen(uploader: &Uploader, input: &HtmlInputElement, event: &'static str) {
    let (uploader, field) = (uploader.clone(), input.clone());
    listen(input, event, move |_: web_sys::Event| {
        uploader.begin_all(field.files());
        field.set_value("");
    });
}

/// Files can be dropped anywhere on the field's frame.
fn take_what_is_dropped(uploader: &Uploader, input: &HtmlInputElement) {
    let Some(frame) = input.closest("label").ok().flatten() else { return };
    for event in ["dragenter", "dragover", "dragleave"] {
        let target = frame.clone();
        listen(&frame, event, move |event: DragEvent| {
            event.prevent_default();
            let _ = target.class_list().toggle_with_force("drop--over", event.type_() != "dragleave");
        });
    }
    let (uploader, target) = (uploader.clone(), frame.clone());
    listen(&frame, "drop", move |event: DragEvent| {
        event.prevent_default();
        let _ = target.class_list().remove_1("drop--over");
        uploader.begin_all(event.data_transfer().and_then(|brought| brought.files()));
    });
}

/// A picture that is pasted anywhere on the page comes along; pasted words go where they always go.
fn take_what_is_pasted(uploader: &Uploader) {
    let uploader = uploader.clone();
    listen(&document(), "paste", move |event: ClipboardEvent| {
        if let Some(files) = pasted_files(&event) {
            event.prevent_default();
            uploader.begin_all(Some(files));
        }
    });
}

/// A form that leaves would take the pictures that are under way with it: it waits for them.
fn hold_while_sending(uploader: &Uploader, form: &HtmlFormElement, held: Holding) {
    let uploader = uploader.clone();
    listen(form, "submit", move |event: SubmitEvent| {
        if uploader.is_sending() {
            event.prevent_default();
            held.set_value(Some(HeldForm { button: event.submitter(), failures: uploader.failures() }));
            uploader.news.set(uploader.words.hold.clone());
            uploader.waits.set(true);
        }
    });
}

fn send_on_when_all_are_kept(uploader: &Uploader, form: HtmlFormElement, held: Holding) {
    let uploader = uploader.clone();
    Effect::new(move |_| {
        let stages: Vec<UploadStage> = uploader.files.get().iter().map(|file| file.stage.get()).collect();
        if stages.contains(&UploadStage::Sending) {
            return;
        }
        uploader.waits.set(false);
        // Where one failed while the form waited, its word has to be read first.
        let all_kept = |held: &HeldForm| uploader.failures() == held.failures;
        if let Some(held) = held.try_update_value(Option::take).flatten().filter(all_kept) {
            let _ = match held.button {
                Some(button) => form.request_submit_with_submitter(Some(&button)),
                None => form.request_submit(),
            };
        }
    });
}

impl Uploader {
    fn is_sending(&self) -> bool {
        self.files.get_untracked().iter().any(|file| file.stage.get_untracked() == UploadStage::Sending)
    }

    fn failures(&self) -> usize {
        self.files.get_untracked().iter().filter(|file| file.stage.get_untracked() == UploadStage::Failed).count()
    }

    fn begin_all(&self, files: Option<FileList>) {
        let Some(files) = files else { return };
        for file in (0..files.length()).filter_map(|place| files.get(place)) {
            self.begin(&file);
        }
    }

    /// Shows a file and sends it, unless it is too big.
    fn begin(&self, file: &File) {
        let name = file.name();
        let kind = file.type_();
        let is_picture = kind.starts_with("image/");
        let in_pieces = !is_picture || file.size() > IN_ONE_PIECE;
        let here = || Url::create_object_url_with_blob(file).unwrap_or_default();
        let preview = match kind.split('/').next() {
            Some("image") => Preview::Seen(here()),
            Some("audio") => Preview::Heard(here()),
            _ => Preview::None,
        };
        let sending = FileOnItsWay {
            number: self.files.with_untracked(Vec::len),
            preview,
            progress: RwSignal::new(0.0),
            said: RwSignal::new(self.words.sending.replace("{name}", &name)),
            stage: RwSignal::new(UploadStage::Sending),
            in_pieces,
            paused: RwSignal::new(false),
            name,
        };
        self.files.update(|files| files.push(sending.clone()));
        if in_pieces {
            pieces::send(self.clone(), file.clone(), sending);
        } else if file.size() > self.most_bytes {
            self.end(&sending, UploadStage::Failed, &self.words.too_big);
        } else if self.send(file, &sending).is_err() {
            self.end(&sending, UploadStage::Failed, &self.words.failed);
        }
    }

    fn send(&self, file: &File, sending: &FileOnItsWay) -> Result<(), wasm_bindgen::JsValue> {
        let (request, form) = (XmlHttpRequest::new()?, FormData::new()?);
        form.append_with_blob_and_filename("pictures", file, &sending.name)?;
        request.open("POST", &self.address)?;
        request.set_timeout(PATIENCE);
        request.set_request_header("accept", "text/plain")?;
        request.set_request_header("kinfolio-person", &kinfolio_browser::device::person().unwrap_or_default())?;
        let progress = sending.progress;
        listen(&request.upload()?.into(), "progress", move |event: ProgressEvent| {
            if event.total() > 0.0 {
                // The last tenth is the server's: making it ready.
                progress.set(event.loaded() / event.total() * 0.9);
            }
        });
        let (uploader, sending, answer) = (self.clone(), sending.clone(), request.clone());
        listen(&request, "loadend", move |_: ProgressEvent| {
            let words = answer.response_text().ok().flatten().unwrap_or_default();
            match answer.status() {
                Ok(200) => uploader.end(&sending, UploadStage::Kept(words), &uploader.words.saved),
                Ok(422) => uploader.end(&sending, UploadStage::Failed, &words),
                _ => uploader.end(&sending, UploadStage::Failed, &uploader.words.failed),
            }
        });
        request.send_with_opt_form_data(Some(&form))
    }
}
