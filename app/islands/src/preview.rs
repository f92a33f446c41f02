//! How words will look, beneath the field they are typed into.

use leptos::prelude::*;

/// Placed in a form with a field `text`: shows what its readers will see, a moment after the last letter. The server makes it,
/// by the same rules as for them.
#[island]
pub fn Preview(
    /// Where it is made.
    address: String,
    /// What stands above it, in the reader's language.
    title: String,
) -> impl IntoView {
    let html = RwSignal::new(String::new());
    let language = RwSignal::new(String::new());
    let place = NodeRef::<leptos::html::Div>::new();
    #[cfg(target_arch = "wasm32")]
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            client::watch(&place, address.clone(), html, language);
        }
    });
    #[cfg(not(target_arch = "wasm32"))]
    let _ = address;
    let shown = move || html.with(|html| html.is_empty());
    view! {
        <div class="preview" node_ref=place hidden=shown>
            <p class="small soft">{title}</p>
            <div class="prose" dir="auto" lang=move || Some(language.get()).filter(|language| !language.is_empty()) inner_html=move || html.get()></div>
        </div>
    }
}

#[cfg(target_arch = "wasm32")]
mod client {
    use std::cell::Cell;
    use std::rc::Rc;

    use leptos::prelude::*;
    use leptos::wasm_bindgen::JsCast;
    use leptos::web_sys::js_sys::encode_uri_component;
    use wasm_bindgen_futures::spawn_local;
    use web_sys::{Event, HtmlElement, HtmlSelectElement, HtmlTextAreaElement};

    use crate::listen::listen;
    use crate::network::{made, pause};

    /// How long after the last letter, in milliseconds.
    const SOON: i32 = 600;

    pub fn watch(place: &HtmlElement, address: String, html: RwSignal<String>, language: RwSignal<String>) {
        let Some(form) = place.closest("form").ok().flatten() else { return };
        let field = form.query_selector("[name=text]").ok().flatten();
        let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
        let latest = Rc::new(Cell::new(0_u32));
        let typed = field.clone();
        let look = move || {
            let (form, field, address, latest) = (form.clone(), typed.clone(), address.clone(), latest.clone());
            let turn = latest.get() + 1;
            latest.set(turn);
            spawn_local(async move {
                pause(SOON).await;
                if latest.get() != turn {
                    return;
                }
                let text = field.value();
                // A line of plain words looks as it is typed.
                if !text.contains(['\n', '*', '#', '_', '>', '|', '`']) && !text.contains("://") {
                    return html.set(String::new());
                }
                // A revision is in the language of its work, which is not asked again.
                let chosen = form.query_selector("select[name=language]").ok().flatten();
                if let Some(chosen) = chosen.and_then(|chosen| chosen.dyn_into::<HtmlSelectElement>().ok()) {
                    language.set(chosen.value());
                }
                let body = format!("text={}", String::from(encode_uri_component(&text)));
                if let Some(made) = made(&address, &body).await
                    && latest.get() == turn
                {
                    html.set(made);
                }
            });
        };
        look();
        listen(&field, "input", move |_: Event| look());
    }
}
