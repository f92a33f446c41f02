//! Writing a statement together, in the browser. It finds the field of the form, brings it in touch with the room, and
//! shows who writes where. Whatever happens to the connection, the field is a field and the form a form.
//!
//! - the editor: the field, the shared text behind it, and what is kept of it on this device;
//! - the connection: the WebSocket, which comes back by itself;
//! - the margin: who is here, where they write, and whose words are whose.

#![cfg(target_arch = "wasm32")]

mod connection;
mod dom;
mod editor;
mod margin;

/// Called by the page's script once the module is there.
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    editor::open();
}
