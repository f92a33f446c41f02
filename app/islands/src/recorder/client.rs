//! The recorder's half in the browser.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::{IntervalHandle, set_interval_with_handle};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Array, Date};
use web_sys::{
    AnalyserNode, AudioContext, DataTransfer, Event, HtmlElement, HtmlInputElement, MediaRecorder,
    MediaRecorderOptions, MediaStream, MediaStreamConstraints, MouseEvent, PointerEvent, RecordingState, SubmitEvent,
    Url,
};

use super::{Face, RecorderStage};
use crate::device::{can_record, file, let_go, pieces_of, tell};
use crate::listen::listen;

/// What is recorded, best first, with what its file is called: small, and played by every browser we know.
const FORMS: [(&str, &str); 4] = [
    ("audio/webm;codecs=opus", "recording.webm"),
    ("audio/ogg;codecs=opus", "recording.ogg"),
    ("audio/mp4;codecs=mp4a.40.2", "recording.m4a"),
    ("audio/mp4", "recording.m4a"),
];
/// Enough for a voice: four minutes are one megabyte.
const BITS_PER_SECOND: u32 = 32_000;
/// How long the button has to be held for letting go to end it, in milliseconds.
const HOLD: f64 = 700.0;

/// A recording that is being made.
struct Running {
    recorder: MediaRecorder,
    stream: MediaStream,
    ear: Option<(AudioContext, AnalyserNode)>,
    since: f64,
    timer: Option<IntervalHandle>,
}

struct Recording {
    running: Option<Running>,
    /// Whether a finger or a mouse is on the button, and since when.
    pressed_at: Option<f64>,
    /// What the form was sent with while it was still listening.
    held: Option<Option<HtmlElement>>,
}

#[derive(Clone)]
struct Machine {
    face: Face,
    input: HtmlInputElement,
    inside: Rc<RefCell<Recording>>,
}

/// Takes over from the plain field, where this browser can record.
pub fn wake(face: Face, field: String) {
    let Some((mime, name)) = can_record(&FORMS) else { return };
    let Some(input) = document().get_element_by_id(&format!("field-{field}")) else { return };
    let Ok(input) = input.dyn_into::<HtmlInputElement>() else { return };
    let inside = Recording { running: None, pressed_at: None, held: None };
    let machine = Machine { face, input, inside: Rc::new(RefCell::new(inside)) };
    let plain = format!("plain-{field}");
    let once = RefCell::new(Some((machine, plain)));
    Effect::new(move |_| {
        let (Some(button), Some(drop), Some(choose)) = (face.button.get(), face.drop.get(), face.choose.get()) else {
            return;
        };
        let Some((machine, plain)) = once.borrow_mut().take() else { return };
        // Not before: what the server made has to be what is woken.
        show(&plain, false);
        face.stage.set(RecorderStage::Quiet);
        machine.listen_to_button(&button, mime, name, &plain);
        machine.hold_form_while_listening();
        let dropping = machine.clone();
        listen(&drop, "click", move |_: MouseEvent| dropping.leave_out());
        listen(&choose, "click", move |_: MouseEvent| {
            show(&plain, true);
            let _ = machine.input.focus();
        });
    });
}

fn show(id: &str, shown: bool) {
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.set_hidden(!shown);
    }
}

impl Machine {
    /// A finger or a mouse presses and holds; keyboards and readers of the screen click.
    fn listen_to_button(&self, button: &HtmlElement, mime: &'static str, name: &'static str, plain: &str) {
        let (machine, place) = (self.clone(), plain.to_owned());
        listen(button, "pointerdown", move |event: PointerEvent| {
            if event.button() == 0 {
                machine.inside.borrow_mut().pressed_at = Some(Date::now());
                machine.press(mime, name, &place);
            }
        });
        let machine = self.clone();
        listen(&window(), "pointerup", move |_: PointerEvent| {
            let held = machine.inside.borrow().pressed_at.is_some_and(|at| Date::now() - at > HOLD);
            if held && machine.face.stage.get_untracked() == RecorderStage::Listening {
                machine.end();
            }
        });
        let (machine, place) = (self.clone(), plain.to_owned());
        listen(button, "click", move |_: MouseEvent| {
            if machine.inside.borrow_mut().pressed_at.take().is_none() {
                machine.press(mime, name, &place);
            }
        });
        listen(button, "contextmenu", move |event: Event| event.prevent_default());
    }

    fn press(&self, mime: &'static str, name: &'static str, plain: &str) {
        match self.face.stage.get_untracked() {
            RecorderStage::Listening => self.end(),
            RecorderStage::Asking | RecorderStage::Unable => {}
            RecorderStage::Quiet | RecorderStage::Ready | RecorderStage::Longest | RecorderStage::NoMicrophone => {
                self.face.stage.set(RecorderStage::Asking);
                let (machine, plain) = (self.clone(), plain.to_owned());
                spawn_local(async move {
                    if machine.begin(mime, name).await.is_err() {
                        machine.inside.borrow_mut().running = None;
                        machine.face.stage.set(RecorderStage::NoMicrophone);
                        show(&plain, true);
                    }
                });
            }
        }
    }

    async fn begin(&self, mime: &'static str, name: &'static str) -> Result<(), JsValue> {
        let wishes = MediaStreamConstraints::new();
        wishes.set_audio(&JsValue::TRUE);
        let devices = window().navigator().media_devices()?;
        let stream: MediaStream =
            JsFuture::from(devices.get_user_media_with_constraints(&wishes)?).await?.dyn_into()?;
        let options = MediaRecorderOptions::new();
        options.set_mime_type(mime);
        options.set_audio_bits_per_second(BITS_PER_SECOND);
        let recorder = MediaRecorder::new_with_media_stream_and_media_recorder_options(&stream, &options)?;
        let pieces = pieces_of(&recorder);
        let machine = self.clone();
        listen(&recorder, "stop", move |_: Event| machine.put_in(&pieces, mime, name));
        recorder.start_with_time_slice(1000)?;
        self.face.seconds.set(0);
        self.face.stage.set(RecorderStage::Listening);
        let ear = ear(&stream).ok();
        let running = Running { recorder, stream, ear, since: Date::now(), timer: None };
        self.inside.borrow_mut().running = Some(running);
        let machine = self.clone();
        let timer = set_interval_with_handle(move || machine.tick(), Duration::from_millis(100)).ok();
        if let Some(running) = &mut self.inside.borrow_mut().running {
            running.timer = timer;
        }
        Ok(())
    }

    /// Shows how long and how loud it is; ends what is too long.
    fn tick(&self) {
        let seconds = {
            let inside = self.inside.borrow();
            let Some(running) = &inside.running else { return };
            if let Some((_, ear)) = &running.ear {
                let mut samples = [128_u8; 256];
                ear.get_byte_time_domain_data(&mut samples);
                let loudest = samples.iter().map(|sample| sample.abs_diff(128)).max().unwrap_or_default();
                self.face.level.set((f64::from(loudest) / 64.0).min(1.0));
            }
            ((Date::now() - running.since) / 1000.0) as u32
        };
        self.face.seconds.set(seconds);
        if seconds >= self.face.longest {
            self.end();
        }
    }

    /// Ends the recording; what was said comes with the recorder's own `stop`.
    fn end(&self) {
        let Some(running) = self.inside.borrow_mut().running.take() else { return };
        if let Some(timer) = running.timer {
            timer.clear();
        }
        if running.recorder.state() != RecordingState::Inactive {
            let _ = running.recorder.stop();
        }
        let_go(&running.stream);
        if let Some((context, _)) = running.ear {
            let _ = context.close();
        }
    }

    /// Puts the recording into the form, and lets it be heard.
    fn put_in(&self, pieces: &Array, mime: &str, name: &str) {
        // It may have stopped by itself: a call came, the microphone was pulled out.
        self.end();
        let is_longest = self.face.seconds.get_untracked() >= self.face.longest;
        let done = if is_longest { RecorderStage::Longest } else { RecorderStage::Ready };
        self.face.stage.set(match self.field_filled(pieces, mime, name) {
            Ok(true) => done,
            // Whatever watches the field sends it by itself: there is room for another.
            Ok(false) => RecorderStage::Quiet,
            Err(_) => RecorderStage::NoMicrophone,
        });
        if let Some(button) = self.inside.borrow_mut().held.take() {
            self.send(button);
        }
    }

    /// Puts it into the field; whether it is there still.
    fn field_filled(&self, pieces: &Array, mime: &str, name: &str) -> Result<bool, JsValue> {
        let file = file(pieces, mime, name)?;
        let carrier = DataTransfer::new()?;
        carrier.items().add_with_file(&file)?;
        self.input.set_files(carrier.files().as_ref());
        // For whatever watches the form for what is not sent yet.
        tell(&self.input, "input");
        let stays = self.input.files().is_some_and(|files| files.length() > 0);
        self.show_preview(if stays { Some(Url::create_object_url_with_blob(&file)?) } else { None });
        Ok(stays)
    }

    fn show_preview(&self, preview: Option<String>) {
        if let Some(before) = self.face.preview.get_untracked() {
            let _ = Url::revoke_object_url(&before);
        }
        self.face.preview.set(preview);
    }

    fn leave_out(&self) {
        self.input.set_value("");
        self.show_preview(None);
        self.face.stage.set(RecorderStage::Quiet);
    }

    /// A form that is sent while somebody still talks waits for the last word.
    fn hold_form_while_listening(&self) {
        let Some(form) = self.input.form() else { return };
        let machine = self.clone();
        listen(&form, "submit", move |event: SubmitEvent| {
            if machine.face.stage.get_untracked() == RecorderStage::Listening {
                event.prevent_default();
                machine.inside.borrow_mut().held = Some(event.submitter());
                machine.end();
            }
        });
    }

    fn send(&self, button: Option<HtmlElement>) {
        let Some(form) = self.input.form() else { return };
        let _ = match button {
            Some(button) => form.request_submit_with_submitter(Some(&button)),
            None => form.request_submit(),
        };
    }
}

/// Hears how loud it is.
fn ear(stream: &MediaStream) -> Result<(AudioContext, AnalyserNode), JsValue> {
    let context = AudioContext::new()?;
    let ear = context.create_analyser()?;
    ear.set_fft_size(256);
    context.create_media_stream_source(stream)?.connect_with_audio_node(&ear)?;
    Ok((context, ear))
}
