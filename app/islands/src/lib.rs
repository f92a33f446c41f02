//! What improves a page in the browser: the islands. The server draws them too; it passes in their words.
//!
//! Nothing else of the pages is built for the browser. What only the browser does is in the modules `client` and behind
//! `target_arch = "wasm32"`.

#[macro_use]
mod words;

mod arrange;
mod autosave;
mod camera;
#[cfg(target_arch = "wasm32")]
mod device;
#[cfg(target_arch = "wasm32")]
mod leaving;
#[cfg(target_arch = "wasm32")]
mod listen;
mod live;
#[cfg(target_arch = "wasm32")]
mod network;
mod offline;
mod outbox;
mod preview;
mod recorder;
mod unsaved;
mod upload;

pub use arrange::*;
pub use autosave::*;
pub use camera::*;
pub use live::*;
pub use offline::*;
pub use outbox::*;
pub use preview::*;
pub use recorder::*;
pub use unsaved::*;
pub use upload::*;

/// Called by the page's script once the client is loaded: wakes its islands.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
    leaving::watch();
}
