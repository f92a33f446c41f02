//! How words will look to their readers, before they are sent.

use axum::response::{Html, IntoResponse as _};
use kinfolio::field;
use kinfolio::language::Language;
use kinfolio::markdown;
use kinfolio::words::limit;
use leptos::prelude::*;

use crate::asking::Asking;
use crate::fields::Fields;
use crate::parts::Prose;
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place, Width};

/// The words of a form as a page; for the island that shows them beneath their field, what is made of them alone. Nothing
/// is kept.
pub async fn show(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let named = Language::tagged(fields.get(field::LANGUAGE));
    let language = named.or_else(|| viewer.languages.first().cloned()).ok_or(Refusal::NotFound)?;
    let text: String = fields.get(field::TEXT).chars().take(limit::WORK).collect();
    let html = markdown::render_apart(text).await.ok_or_else(|| Refusal::trouble("words could not be rendered"))?;
    if asking.header("kinfolio-part").is_some() {
        return Ok(Html(html).into_response());
    }
    let title = say_in!(asking.locale, work.preview);
    let page = Page::titled(title.clone()).at(Place::Works).working();
    Ok(asking
        .page(page, move || {
            view! {
                <Main width=Width::Narrow>
                    <header><h1>{title}</h1><p class="lead">{say!(work.preview_lead)}</p></header>
                    <Prose html language/>
                </Main>
            }
        })
        .await)
}
