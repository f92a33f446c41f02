//! Listening to the browser, for islands.

use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{ClipboardEvent, EventTarget, FileList};

/// Listens for as long as the page is there.
pub(crate) fn listen<E: JsCast + 'static>(target: &EventTarget, event: &str, act: impl FnMut(E) + 'static) {
    let mut act = act;
    let closure = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        if let Ok(event) = event.dyn_into::<E>() {
            act(event);
        }
    });
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// The files somebody pastes, and none where it is words that they paste: those go where they always go.
pub(crate) fn pasted_files(event: &ClipboardEvent) -> Option<FileList> {
    let brought = event.clipboard_data()?;
    let files = brought.files().filter(|files| files.length() > 0)?;
    let names: Vec<String> = (0..files.length()).filter_map(|at| Some(files.get(at)?.name())).collect();
    let words = brought.get_data("text/plain").unwrap_or_default();
    (!kinfolio_wire::paste::are_pasted(&words, &names)).then_some(files)
}
