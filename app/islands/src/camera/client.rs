//! The camera's half in the browser.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::Array;
use web_sys::{
    Blob, CanvasRenderingContext2d, Event, HtmlCanvasElement, HtmlInputElement, HtmlVideoElement, MediaRecorder,
    MediaRecorderOptions, MediaStream, MediaStreamConstraints, MouseEvent, RecordingState,
};

use super::{CameraFace, CameraStage};
use crate::device::{added, can_record, let_go, pieces_of};
use crate::listen::listen;

/// What a film is written in, best first, with what its file is called: what every browser we know plays.
const FORMS: [(&str, &str); 3] = [
    ("video/mp4;codecs=avc1.42E01E,mp4a.40.2", "film.mp4"),
    ("video/webm;codecs=vp8,opus", "film.webm"),
    ("video/webm", "film.webm"),
];
/// Enough for somebody who shows something: a minute is eight megabytes.
const BITS_PER_SECOND: u32 = 1_000_000;

#[derive(Clone)]
struct CameraMachine {
    face: CameraFace,
    input: HtmlInputElement,
    longest: u32,
    stream: Rc<RefCell<Option<MediaStream>>>,
    filming: Rc<RefCell<Option<MediaRecorder>>>,
}

/// Takes over where this browser can look.
pub fn wake(face: CameraFace, field: String, longest: u32) {
    let Some(form) = can_record(&FORMS) else { return };
    let Some(input) = document().get_element_by_id(&format!("field-{field}")) else { return };
    let Ok(input) = input.dyn_into::<HtmlInputElement>() else { return };
    let machine = CameraMachine { face, input, longest, stream: Rc::default(), filming: Rc::default() };
    let once = RefCell::new(Some(machine));
    Effect::new(move |_| {
        let buttons = (face.open.get(), face.picture.get(), face.film.get(), face.close.get());
        let (Some(open), Some(picture), Some(film), Some(close)) = buttons else { return };
        // Not before: what the server made has to be what is woken.
        let Some(machine) = once.borrow_mut().take() else { return };
        face.stage.set(CameraStage::Closed);
        let it = machine.clone();
        listen(&open, "click", move |_: MouseEvent| it.open());
        let it = machine.clone();
        listen(&picture, "click", move |_: MouseEvent| {
            let _ = it.take_picture();
        });
        let it = machine.clone();
        listen(&film, "click", move |_: MouseEvent| it.film_or_stop(form));
        listen(&close, "click", move |_: MouseEvent| machine.close());
    });
}

impl CameraMachine {
    fn open(&self) {
        self.face.stage.set(CameraStage::Asking);
        self.face.taken.set(false);
        let it = self.clone();
        spawn_local(async move {
            let opened = it.look().await;
            it.face.stage.set(if opened.is_ok() { CameraStage::Looking } else { CameraStage::NoCamera });
        });
    }

    /// With sound where there is a microphone, and without where there is none.
    async fn look(&self) -> Result<(), JsValue> {
        let devices = window().navigator().media_devices()?;
        let wishes = MediaStreamConstraints::new();
        wishes.set_video(&JsValue::TRUE);
        wishes.set_audio(&JsValue::TRUE);
        let stream = match JsFuture::from(devices.get_user_media_with_constraints(&wishes)?).await {
            Ok(stream) => stream,
            Err(_) => {
                wishes.set_audio(&JsValue::FALSE);
                JsFuture::from(devices.get_user_media_with_constraints(&wishes)?).await?
            }
        };
        let stream: MediaStream = stream.dyn_into()?;
        let sight: HtmlVideoElement = self.sight().ok_or(JsValue::NULL)?;
        // What is heard here is not played here.
        sight.set_muted(true);
        sight.set_src_object(Some(&stream));
        let _ = sight.play();
        *self.stream.borrow_mut() = Some(stream);
        Ok(())
    }

    fn sight(&self) -> Option<HtmlVideoElement> {
        self.face.sight.get_untracked()
    }

    fn take_picture(&self) -> Result<(), JsValue> {
        let Some(sight) = self.sight() else { return Ok(()) };
        let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
        canvas.set_width(sight.video_width());
        canvas.set_height(sight.video_height());
        let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
        context.draw_image_with_html_video_element(&sight, 0.0, 0.0)?;
        let it = self.clone();
        let keep = Closure::once_into_js(move |blob: Option<Blob>| {
            if let Some(blob) = blob {
                it.keep(&Array::of1(&blob), "image/jpeg", "picture.jpg");
            }
        });
        canvas.to_blob_with_type(keep.unchecked_ref(), "image/jpeg")
    }

    fn film_or_stop(&self, form: (&'static str, &'static str)) {
        if self.face.stage.get_untracked() == CameraStage::Filming {
            return self.stop();
        }
        if self.film(form).is_err() {
            self.face.stage.set(CameraStage::NoCamera);
        }
    }

    fn film(&self, (mime, name): (&'static str, &'static str)) -> Result<(), JsValue> {
        let Some(stream) = self.stream.borrow().clone() else { return Ok(()) };
        let options = MediaRecorderOptions::new();
        options.set_mime_type(mime);
        options.set_video_bits_per_second(BITS_PER_SECOND);
        let recorder = MediaRecorder::new_with_media_stream_and_media_recorder_options(&stream, &options)?;
        let pieces = pieces_of(&recorder);
        let it = self.clone();
        listen(&recorder, "stop", move |_: Event| {
            // It may have stopped by itself: the camera was pulled out.
            it.stop();
            it.keep(&pieces, mime.split(';').next().unwrap_or(mime), name);
        });
        recorder.start_with_time_slice(1000)?;
        self.face.stage.set(CameraStage::Filming);
        *self.filming.borrow_mut() = Some(recorder.clone());
        let it = self.clone();
        let too_long = move || {
            if it.filming.borrow().as_ref() == Some(&recorder) {
                it.stop();
            }
        };
        set_timeout(too_long, Duration::from_secs(self.longest.into()));
        Ok(())
    }

    /// Ends a film; what was seen comes with the recorder's own `stop`.
    fn stop(&self) {
        let Some(recorder) = self.filming.borrow_mut().take() else { return };
        if recorder.state() != RecordingState::Inactive {
            let _ = recorder.stop();
        }
        self.face.stage.set(CameraStage::Looking);
    }

    fn keep(&self, pieces: &Array, mime: &str, name: &str) {
        self.face.taken.set(added(&self.input, pieces, mime, name).is_ok());
    }

    fn close(&self) {
        if let Some(stream) = self.stream.borrow_mut().take() {
            let_go(&stream);
        }
        if let Some(sight) = self.sight() {
            sight.set_src_object(None);
        }
        self.face.stage.set(CameraStage::Closed);
    }
}
