//! Asks the worker to keep the conference.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{
    MessageEvent, RegistrationOptions, Response, ServiceWorkerContainer, ServiceWorkerRegistration, js_sys,
};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::OfflineStage;
use crate::listen::listen;

pub fn prepare(conference: &str, stage: RwSignal<OfflineStage>) {
    let here = format!("/conference/{conference}");
    // Browsers have workers on HTTPS and on the device itself only.
    let workers = js_sys::Reflect::get(&window().navigator(), &"serviceWorker".into()).ok();
    let Some(workers) = workers.and_then(|workers| workers.dyn_into::<ServiceWorkerContainer>().ok()) else {
        return stage.set(OfflineStage::Cannot);
    };
    listen(&workers, "message", move |event: MessageEvent| {
        let number = |name: &str| {
            let value = js_sys::Reflect::get(&event.data(), &name.into()).ok()?;
            Some(value.as_f64()? as u32)
        };
        let (Some(done), Some(failed), Some(all)) = (number("done"), number("failed"), number("all")) else { return };
        stage.set(match (done < all, failed) {
            (true, _) => OfflineStage::Making { done, all },
            (false, 0) => OfflineStage::Ready { megabytes: number("bytes").unwrap_or_default().div_ceil(1_000_000) },
            (false, _) => OfflineStage::Partly,
        });
    });
    spawn_local(async move {
        if let Err(error) = ask(&workers, &here).await {
            leptos::logging::warn!("not kept for later: {error:?}");
            // Without a server there is nothing to ask for: what is kept is kept.
            stage.set(if workers.controller().is_some() { OfflineStage::Asleep } else { OfflineStage::Cannot });
        }
    });
}

/// Wakes the worker and tells it what to keep.
async fn ask(workers: &ServiceWorkerContainer, here: &str) -> Result<(), JsValue> {
    let options = RegistrationOptions::new();
    // It sees every page, so that it hears at once when somebody else is here.
    options.set_scope("/");
    let registered = JsFuture::from(workers.register_with_options("/offline.js", &options)).await?;
    let registered: ServiceWorkerRegistration = registered.dyn_into()?;
    let ready: ServiceWorkerRegistration = JsFuture::from(workers.ready()?).await?.dyn_into()?;
    let worker = ready.active().or_else(|| registered.active()).ok_or("no worker")?;
    let answer: Response = JsFuture::from(window().fetch_with_str(&format!("{here}/offline"))).await?.dyn_into()?;
    if !answer.ok() {
        return Err("no list".into());
    }
    let list = JsFuture::from(answer.json()?).await?;
    worker.post_message(&list)
}
