//! Pictures on their way: shown at once, sent one by one with their progress, each with a clear word when it fails.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the uploader says, in the reader's language; `{name}` stands for the file's name.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct UploadWords {
    pub sending: String,
    pub saved: String,
    pub failed: String,
    pub too_big: String,
    /// When the form is sent before the pictures have arrived.
    pub hold: String,
    pub describe: String,
    pub take_out: String,
}

#[cfg(feature = "ssr")]
impl UploadWords {
    /// In the language of the page that is being made.
    pub fn here() -> Self {
        use kinfolio::words::Problem;
        let max_mb = crate::fields::PICTURE_MB;
        let why = crate::wording::problem(crate::wording::locale(), &Problem::FileTooBig { max_mb });
        Self {
            sending: say!(work.up_wait, name = "{name}"),
            saved: say!(work.up_done, name = "{name}"),
            failed: say!(work.up_failed, name = "{name}"),
            too_big: say!(work.bad_file, name = "{name}", why = why),
            hold: say!(work.up_hold),
            describe: say!(work.describe),
            take_out: say!(work.take_out),
        }
    }
}

/// Where a file is on its way.
#[cfg_attr(not(feature = "hydrate"), allow(dead_code))]
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stage {
    Sending,
    /// Kept under this id.
    Kept(String),
    Failed,
}

/// One file on its way.
#[derive(Clone)]
struct Sending {
    number: usize,
    name: String,
    /// Where the browser shows it from, before it is sent.
    preview: String,
    progress: RwSignal<f64>,
    said: RwSignal<String>,
    stage: RwSignal<Stage>,
}

/// Sends each picture as soon as it is chosen in the field `pictures` of the same form, and takes it out of the field, so
/// that it is not sent twice. A form that is sent too early waits for them. Without it the field does the job by itself.
#[island]
pub fn UploadPictures(
    /// Where pictures are sent.
    address: String,
    /// What it says.
    words: UploadWords,
    /// The biggest picture that is taken, in megabytes.
    most_mb: u32,
) -> impl IntoView {
    let files: RwSignal<Vec<Sending>> = RwSignal::new(Vec::new());
    // The latest news, for those who hear the page.
    let news: RwSignal<String> = RwSignal::new(String::new());
    // Whether the form was sent and waits.
    let waits: RwSignal<bool> = RwSignal::new(false);
    let (describe, take_out) = (words.describe.clone(), words.take_out.clone());
    #[cfg(feature = "hydrate")]
    client::watch(client::Uploader {
        address,
        words,
        files,
        news,
        waits,
        most_bytes: f64::from(most_mb) * 1024.0 * 1024.0,
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = (address, words, most_mb);
    let row = move |file: Sending| {
        let (describe, take_out, stage) = (describe.clone(), take_out.clone(), file.stage);
        let fields = move || match stage.get() {
            Stage::Kept(id) => Some(fields_of(&id, describe.clone(), take_out.clone())),
            Stage::Sending | Stage::Failed => None,
        };
        let class = move || if stage.get() == Stage::Failed { "error" } else { "small" };
        let is_sending = move || stage.get() == Stage::Sending;
        view! {
            <li>
                <img class="thumb" src=file.preview alt="" width="80" height="60"/>
                <p class=class>{move || file.said.get()}</p>
                <progress max="1" hidden=move || !is_sending() prop:value=move || file.progress.get() aria-label=file.name></progress>
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

#[cfg(feature = "hydrate")]
mod client {
    use leptos::prelude::*;
    use leptos::wasm_bindgen::JsCast;
    use web_sys::{
        File, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, ProgressEvent, SubmitEvent, Url, XmlHttpRequest,
    };

    use super::{Sending, Stage, UploadWords};
    use crate::parts::listen::listen;

    /// How long a picture may be on its way before it counts as lost, in milliseconds: a slow phone needs minutes.
    const PATIENCE: u32 = 10 * 60 * 1000;

    /// A form that was sent too early and waits.
    struct Held {
        /// What it was sent with; nothing when it was the enter key.
        button: Option<HtmlElement>,
        /// What had failed before it was sent has been read.
        failures: usize,
    }

    type Holding = StoredValue<Option<Held>, LocalStorage>;

    #[derive(Clone)]
    pub struct Uploader {
        pub address: String,
        pub words: UploadWords,
        pub files: RwSignal<Vec<Sending>>,
        pub news: RwSignal<String>,
        pub waits: RwSignal<bool>,
        pub most_bytes: f64,
    }

    /// Listens to the field and to its form.
    pub fn watch(uploader: Uploader) {
        let Some(field) = document().get_element_by_id("field-pictures") else { return };
        let Ok(input) = field.dyn_into::<HtmlInputElement>() else { return };
        let held: Holding = StoredValue::new_local(None);
        if let Some(form) = input.form() {
            hold_while_sending(&uploader, &form, held);
            send_on_when_all_are_kept(&uploader, form, held);
        }
        let field = input.clone();
        listen(&input, "change", move |_: web_sys::Event| {
            let Some(list) = field.files() else { return };
            for file in (0..list.length()).filter_map(|place| list.get(place)) {
                uploader.begin(&file);
            }
            field.set_value("");
        });
    }

    /// A form that leaves would take the pictures that are under way with it: it waits for them.
    fn hold_while_sending(uploader: &Uploader, form: &HtmlFormElement, held: Holding) {
        let uploader = uploader.clone();
        listen(form, "submit", move |event: SubmitEvent| {
            if uploader.is_sending() {
                event.prevent_default();
                held.set_value(Some(Held { button: event.submitter(), failures: uploader.failures() }));
                uploader.news.set(uploader.words.hold.clone());
                uploader.waits.set(true);
            }
        });
    }

    fn send_on_when_all_are_kept(uploader: &Uploader, form: HtmlFormElement, held: Holding) {
        let uploader = uploader.clone();
        Effect::new(move |_| {
            let stages: Vec<Stage> = uploader.files.get().iter().map(|file| file.stage.get()).collect();
            if stages.contains(&Stage::Sending) {
                return;
            }
            uploader.waits.set(false);
            // Where one failed while the form waited, its word has to be read first.
            let all_kept = |held: &Held| uploader.failures() == held.failures;
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
            self.files.get_untracked().iter().any(|file| file.stage.get_untracked() == Stage::Sending)
        }

        fn failures(&self) -> usize {
            self.files.get_untracked().iter().filter(|file| file.stage.get_untracked() == Stage::Failed).count()
        }

        /// Shows a file and sends it, unless it is too big.
        fn begin(&self, file: &File) {
            let name = file.name();
            let sending = Sending {
                number: self.files.with_untracked(Vec::len),
                preview: Url::create_object_url_with_blob(file).unwrap_or_default(),
                progress: RwSignal::new(0.0),
                said: RwSignal::new(self.words.sending.replace("{name}", &name)),
                stage: RwSignal::new(Stage::Sending),
                name,
            };
            self.files.update(|files| files.push(sending.clone()));
            if file.size() > self.most_bytes {
                self.end(&sending, Stage::Failed, &self.words.too_big);
            } else if self.send(file, &sending).is_err() {
                self.end(&sending, Stage::Failed, &self.words.failed);
            }
        }

        fn send(&self, file: &File, sending: &Sending) -> Result<(), wasm_bindgen::JsValue> {
            let (request, form) = (XmlHttpRequest::new()?, FormData::new()?);
            form.append_with_blob_and_filename("pictures", file, &sending.name)?;
            request.open("POST", &self.address)?;
            request.set_timeout(PATIENCE);
            request.set_request_header("accept", "text/plain")?;
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
                    Ok(200) => uploader.end(&sending, Stage::Kept(words), &uploader.words.saved),
                    Ok(422) => uploader.end(&sending, Stage::Failed, &words),
                    _ => uploader.end(&sending, Stage::Failed, &uploader.words.failed),
                }
            });
            request.send_with_opt_form_data(Some(&form))
        }

        /// Says how it ended.
        fn end(&self, sending: &Sending, stage: Stage, words: &str) {
            let words = words.replace("{name}", &sending.name);
            self.news.set(words.clone());
            sending.said.set(words);
            sending.stage.set(stage);
        }
    }
}
