//! Microphone and camera: what the recorder and the camera do alike.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, Reflect};
use web_sys::{
    BlobEvent, DataTransfer, Event, EventInit, File, FilePropertyBag, HtmlInputElement, MediaRecorder, MediaStream,
    MediaStreamTrack,
};

use crate::listen::listen;

/// What this browser records of these forms, when it can; only pages that came over HTTPS, or from this device, may.
pub fn can_record(forms: &[(&'static str, &'static str)]) -> Option<(&'static str, &'static str)> {
    window().navigator().media_devices().ok()?;
    let recorder = Reflect::get(&window(), &"MediaRecorder".into()).ok()?;
    let devices = Reflect::get(&window().navigator(), &"mediaDevices".into()).ok()?;
    if recorder.is_undefined() || devices.is_undefined() {
        return None;
    }
    forms.iter().copied().find(|(mime, _)| MediaRecorder::is_type_supported(mime))
}

/// What a recorder gives, as it comes.
pub fn pieces_of(recorder: &MediaRecorder) -> Array {
    let pieces = Array::new();
    let taken = pieces.clone();
    listen(recorder, "dataavailable", move |event: BlobEvent| {
        if let Some(piece) = event.data() {
            taken.push(&piece);
        }
    });
    pieces
}

/// A file of what was recorded.
pub fn file(pieces: &Array, mime: &str, name: &str) -> Result<File, JsValue> {
    let options = FilePropertyBag::new();
    options.set_type(mime.split(';').next().unwrap_or(mime));
    File::new_with_blob_sequence_and_options(pieces, name, &options)
}

/// Puts what was recorded into a field, beside what is in it, as if it had been chosen there.
pub fn added(input: &HtmlInputElement, pieces: &Array, mime: &str, name: &str) -> Result<(), JsValue> {
    let carrier = DataTransfer::new()?;
    if let Some(there) = input.files() {
        for file in (0..there.length()).filter_map(|place| there.get(place)) {
            carrier.items().add_with_file(&file)?;
        }
    }
    carrier.items().add_with_file(&file(pieces, mime, name)?)?;
    input.set_files(carrier.files().as_ref());
    tell(input, "input");
    tell(input, "change");
    Ok(())
}

/// For whatever watches a field.
pub fn tell(input: &HtmlInputElement, event: &str) {
    let options = EventInit::new();
    options.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict(event, &options) {
        let _ = input.dispatch_event(&event);
    }
}

/// Switches microphone and camera off.
pub fn let_go(stream: &MediaStream) {
    for track in stream.get_tracks().iter() {
        track.unchecked_into::<MediaStreamTrack>().stop();
    }
}
