//! Writing a statement together, in the browser. It finds the field of the form, brings it in touch with the room, and
//! shows who writes where. Whatever happens to the line, the field is a field and the form a form.
//!
//! - the desk: the field, the shared text behind it, and what is kept of it on this device;
//! - the line: the WebSocket, which comes back by itself;
//! - the margin: who is here, where they write, and whose words are whose.

#[cfg(target_arch = "wasm32")]
mod desk;
#[cfg(target_arch = "wasm32")]
mod dom;
#[cfg(target_arch = "wasm32")]
mod line;
#[cfg(target_arch = "wasm32")]
mod margin;

/// Called by the page's script once the module is there.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    desk::open();
}
