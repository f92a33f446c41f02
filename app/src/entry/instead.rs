//! An address that lets somebody in was opened on a device where somebody is signed in already. Reading changes nobody: a
//! page asks, and a button does it.

use axum::response::IntoResponse;
use http::HeaderValue;
use http::header::CACHE_CONTROL;
use kinfolio::person::Viewer;
use leptos::prelude::*;

use crate::asking::Asking;
use crate::refusal::Answer;
use crate::shell::{Main, Page, Width};
use crate::wording::apart;

/// Asks whether to open what `to` opens, in place of whoever is signed in. It says nothing of whose pages those are.
pub async fn page(asking: &Asking, viewer: &Viewer, to: String) -> Answer {
    let name = apart(viewer.called());
    let title = say_in!(asking.locale, entry.instead_title);
    // A phone that holds cues is somebody there only.
    let stay = viewer.cues_of.as_ref().map_or_else(|| "/".to_owned(), |of| format!("/conference/{of}/cues"));
    let page = Page::titled(title.clone()).working();
    let mut response = asking
        .page(page, move || {
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <h1>{title}</h1>
                        <p class="lead">{say!(entry.instead_lead, name = name.clone())}</p>
                    </header>
                    <form method="post" action=to>
                        <div class="actions">
                            <button class="btn btn--primary">{say!(entry.instead_open)}</button>
                            <a class="btn btn--quiet" href=stay>{say!(entry.instead_stay, name = name)}</a>
                        </div>
                    </form>
                </Main>
            }
        })
        .await;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response.into_response())
}
