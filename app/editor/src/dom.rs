//! What the page gives, in a few words.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Window};

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

/// Bytes as text that a form can hold.
pub fn base64(bytes: &[u8]) -> String {
    let letters: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    window().and_then(|window| window.btoa(&letters).ok()).unwrap_or_default()
}

/// And back.
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    let letters = window()?.atob(text).ok()?;
    Some(letters.chars().map(|letter| letter as u8).collect())
}
