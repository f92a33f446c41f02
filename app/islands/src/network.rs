//! Asking the server from a page that stays.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, RequestRedirect, Response};

/// How long an answer may take, in milliseconds: without one there is no network.
const PATIENCE: i32 = 15_000;

/// Sends a form, for whoever this page is and for nobody else who may be signed in by now. Gives the status of the answer;
/// none when there is no network. A redirect is not followed and has the status 0: the page stays.
pub(crate) async fn post(to: &str, body: &str) -> Option<u16> {
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_redirect(RequestRedirect::Manual);
    request.set_headers(&headers(&[("content-type", "application/x-www-form-urlencoded")]));
    request.set_body(&JsValue::from(body));
    let answer = window().fetch_with_str_and_init(to, &request);
    let answer = JsFuture::from(Promise::race(&Array::of2(&answer, &timer(PATIENCE)))).await;
    Some(answer.ok()?.dyn_into::<Response>().ok()?.status())
}

/// What is made of a form that keeps nothing: the text of the answer; none when there is no network, or it is refused.
pub(crate) async fn made(to: &str, body: &str) -> Option<String> {
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_redirect(RequestRedirect::Manual);
    request.set_headers(&headers(&[("content-type", "application/x-www-form-urlencoded"), ("kinfolio-part", "yes")]));
    request.set_body(&JsValue::from(body));
    let answer = JsFuture::from(window().fetch_with_str_and_init(to, &request)).await.ok()?;
    let answer = answer.dyn_into::<Response>().ok().filter(Response::ok)?;
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

/// Headers, with the person this page is for.
pub(crate) fn headers(pairs: &[(&str, &str)]) -> Object {
    let headers = Object::new();
    for (name, value) in pairs {
        let _ = Reflect::set(&headers, &JsValue::from(*name), &JsValue::from(*value));
    }
    let person = kinfolio_browser::device::person();
    let _ = Reflect::set(&headers, &"kinfolio-person".into(), &person.unwrap_or_default().into());
    headers
}

/// Waits.
pub(crate) async fn pause(millis: i32) {
    let _ = JsFuture::from(timer(millis)).await;
}

fn timer(millis: i32) -> Promise {
    Promise::new(&mut |done, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, millis);
    })
}
