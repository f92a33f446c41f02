//! How words will look to their readers, before they are sent.
//!
//! Where a script runs, it shows them beneath their field. Elsewhere the form is kept for an hour, and a page with an address of
//! its own shows it: going back from there is going back, and the form is as it was.

use axum::response::{Html, IntoResponse as _};
use kinfolio::field;
use kinfolio::language::Language;
use kinfolio::markdown;
use kinfolio::store::{Conn, Tx};
use kinfolio::words::limit;
use kinfolio::work::previewed;
use leptos::prelude::*;

use crate::asking::{Asking, go};
use crate::fields::{Fields, Values};
use crate::form::Form;
use crate::own_path::own_path;
use crate::parts::Prose;
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place, Width};

/// Takes the words of a form to be looked at: for the island what is made of them alone, and nothing is kept.
pub async fn show(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    if asking.header("kinfolio-part").is_some() {
        return Ok(Html(made_of(&fields).await?).into_response());
    }
    let form = own_path(fields.get(field::THEN)).to_owned();
    let kept = serde_json::to_string(&fields.values).map_err(Refusal::trouble)?;
    let mut tx = asking.write_again().await?;
    previewed::keep(&mut tx, viewer, &form, &kept, asking.now()).await?;
    tx.commit().await?;
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair(field::THEN.as_str(), &form);
    go(format!("/preview?{}", query.finish()))
}

/// The words of a form that was kept, as their readers will see them.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.viewer()?.clone();
    let form = own_path(asking.query().get(field::THEN)).to_owned();
    let Some(values) = kept_at(&asking, &mut asking.read().await?, &form).await? else { return go(form) };
    let language = Language::tagged(values.get(field::LANGUAGE)).or_else(|| viewer.languages.first().cloned());
    let language = language.unwrap_or_else(Language::english);
    let html = made_of(&values).await?;
    let title = say_in!(asking.locale, work.preview);
    let page = Page::titled(title.clone()).at(Place::Works).working();
    Ok(asking
        .page(page, move || {
            view! {
                <Main width=Width::Narrow>
                    <header><h1>{title}</h1><p class="lead">{say!(work.preview_lead)}</p></header>
                    <Prose html language/>
                    <p class="actions"><a class="btn btn--primary" href=form>{say!(work.preview_back)}</a></p>
                </Main>
            }
        })
        .await)
}

async fn made_of(values: &Values) -> Result<String, Refusal> {
    let text: String = values.get(field::TEXT).chars().take(limit::WORK).collect();
    markdown::render_apart(text).await.ok_or_else(|| Refusal::trouble("words could not be rendered"))
}

async fn kept_at(asking: &Asking, conn: &mut Conn, form: &str) -> Result<Option<Values>, Refusal> {
    let kept = previewed::kept(conn, asking.viewer()?, form, asking.now()).await?;
    Ok(kept.and_then(|kept| serde_json::from_str(&kept).ok()))
}

/// The form at this address as it was when it was looked at, where somebody has come back to it.
pub(super) async fn looked_at(asking: &Asking) -> Result<Form, Refusal> {
    let kept = kept_at(asking, &mut asking.read().await?, asking.path()).await?;
    Ok(kept.map(Form::filled).unwrap_or_default())
}

/// Lets go of what was looked at: the form was sent.
pub(super) async fn forget(asking: &Asking, tx: &mut Tx) -> Result<(), Refusal> {
    Ok(previewed::forget(tx, asking.viewer()?, asking.path()).await?)
}
