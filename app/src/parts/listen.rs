//! Listening to the browser, for islands.

use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::EventTarget;

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
