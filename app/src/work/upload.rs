//! Pictures on their way: shown at once, sent one by one with their progress, each with a clear word when it fails.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the uploader says, in the reader's language; `{name}` stands for the file's name.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct UploadWords {
    pub sending: String,
    pub saved: String,
    pub failed: String,
}

#[cfg(feature = "ssr")]
impl UploadWords {
    /// In the language of the page that is being made.
    pub fn here() -> Self {
        Self {
            sending: say!(work.up_wait, name = "{name}"),
            saved: say!(work.up_done, name = "{name}"),
            failed: say!(work.up_failed, name = "{name}"),
        }
    }
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
}

/// Sends each picture as soon as it is chosen in the field `pictures` of the same form, and takes it out of the field, so
/// that it is not sent twice. Without it the field does the job by itself.
#[island]
pub fn UploadPictures(
    /// Where pictures are sent.
    address: String,
    /// What it says.
    words: UploadWords,
) -> impl IntoView {
    let files: RwSignal<Vec<Sending>> = RwSignal::new(Vec::new());
    #[cfg(feature = "hydrate")]
    client::watch(address, words, files);
    #[cfg(not(feature = "hydrate"))]
    let _ = (address, words);
    view! {
        <ul class="files" aria-live="polite">
            <For each=move || files.get() key=|file| file.number let(file)>
                <li>
                    <img class="thumb" src=file.preview alt="" width="80" height="60"/>
                    <span>{move || file.said.get()}</span>
                    <progress max="1" prop:value=move || file.progress.get() aria-label=file.name></progress>
                </li>
            </For>
        </ul>
    }
}

#[cfg(feature = "hydrate")]
mod client {
    use leptos::prelude::*;
    use leptos::wasm_bindgen::JsCast;
    use leptos::wasm_bindgen::closure::Closure;
    use web_sys::{File, FormData, HtmlInputElement, ProgressEvent, Url, XmlHttpRequest};

    use super::{Sending, UploadWords};

    /// Listens to the field.
    pub fn watch(address: String, words: UploadWords, files: RwSignal<Vec<Sending>>) {
        let Some(field) = document().get_element_by_id("field-pictures") else { return };
        let Ok(field) = field.dyn_into::<HtmlInputElement>() else { return };
        let input = field.clone();
        let chosen = Closure::<dyn FnMut()>::new(move || {
            let Some(list) = input.files() else { return };
            for file in (0..list.length()).filter_map(|place| list.get(place)) {
                send(&address, &words, &file, files);
            }
            input.set_value("");
        });
        let _ = field.add_event_listener_with_callback("change", chosen.as_ref().unchecked_ref());
        chosen.forget();
    }

    fn send(address: &str, words: &UploadWords, file: &File, files: RwSignal<Vec<Sending>>) {
        let name = file.name();
        let named = |sentence: &str| sentence.replace("{name}", &name);
        let sending = Sending {
            number: files.with_untracked(Vec::len),
            name: name.clone(),
            preview: Url::create_object_url_with_blob(file).unwrap_or_default(),
            progress: RwSignal::new(0.0),
            said: RwSignal::new(named(&words.sending)),
        };
        let (progress, said) = (sending.progress, sending.said);
        files.update(|files| files.push(sending));

        let (Ok(request), Ok(form)) = (XmlHttpRequest::new(), FormData::new()) else { return };
        let _ = form.append_with_blob_and_filename("pictures", file, &name);
        let _ = request.open("POST", address);
        let _ = request.set_request_header("accept", "text/plain");
        if let Ok(upload) = request.upload() {
            let moved = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
                if event.total() > 0.0 {
                    // The last tenth is the server's: making it ready.
                    progress.set(event.loaded() / event.total() * 0.9);
                }
            });
            upload.set_onprogress(Some(moved.as_ref().unchecked_ref()));
            moved.forget();
        }
        let (saved, failed) = (named(&words.saved), named(&words.failed));
        let answer = request.clone();
        let ended = Closure::<dyn FnMut()>::new(move || {
            progress.set(1.0);
            said.set(match answer.status() {
                Ok(200..=299) => saved.clone(),
                Ok(422) => answer.response_text().ok().flatten().unwrap_or_else(|| failed.clone()),
                _ => failed.clone(),
            });
        });
        request.set_onloadend(Some(ended.as_ref().unchecked_ref()));
        ended.forget();
        let _ = request.send_with_opt_form_data(Some(&form));
    }
}
