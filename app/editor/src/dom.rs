//! What the page gives, in a few words.

use js_sys::{Function, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event, EventTarget, Storage, Window};

/// The window.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The page.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The element with this id.
pub fn by_id<E: JsCast>(id: &str) -> Option<E> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// A new element.
pub fn element(tag: &str, class: &str) -> Option<Element> {
    let element = document()?.create_element(tag).ok()?;
    element.set_class_name(class);
    Some(element)
}

/// Listens for as long as the page is there.
pub fn listen(target: &EventTarget, event: &str, act: impl FnMut(Event) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(act);
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Does something a little later, once.
pub fn later(millis: i32, act: impl FnOnce() + 'static) {
    let act: Function = Closure::once_into_js(act).unchecked_into();
    if let Some(window) = window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&act, millis);
    }
}

/// What is kept on this device.
pub fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// Bytes as text that a form or the storage can hold.
pub fn base64(bytes: &[u8]) -> String {
    let letters: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    window().and_then(|window| window.btoa(&letters).ok()).unwrap_or_default()
}

/// And back.
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    let letters = window()?.atob(text).ok()?;
    Some(letters.chars().map(|letter| letter as u8).collect())
}

/// The bytes of a message.
pub fn bytes(data: wasm_bindgen::JsValue) -> Vec<u8> {
    Uint8Array::new(&data).to_vec()
}
