//! The pages for what could not be answered. They look like the rest and say what to do.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use leptos::prelude::*;

use super::Page;
use crate::asking::Asking;
use crate::entry::SignInForm;
use crate::fields::{TypedWords, Values};
use crate::parts::{TroubleDrawing, TypedWordsBack};
use crate::refusal::Refusal;
use crate::services::Services;
use crate::wording::Locale;

/// Middleware: answers every refusal with its page, in the language of whoever asks.
pub async fn dress_refusals(State(services): State<Services>, mut request: Request, next: Next) -> Response {
    let typed = TypedWords::default();
    request.extensions_mut().insert(typed.clone());
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    let Some(refusal) = response.extensions().get::<Refusal>().cloned() else { return response };
    match Asking::from(asked, services).await {
        Ok(asking) => refused(&asking, refusal, typed.take()).await,
        // The database does not even say who asks.
        Err(_) => response,
    }
}

/// The page for a refusal, with whatever was typed.
async fn refused(asking: &Asking, refusal: Refusal, typed: Option<Values>) -> Response {
    let locale = asking.locale;
    let (title, what_to_do) = words(locale, &refusal);
    let page = Page::titled(title.clone()).working().status(refusal.status());
    let posted = asking.parts.method == http::Method::POST;
    let then =
        if posted || asking.parts.method == http::Method::GET { asking.parts.uri.to_string() } else { "/".into() };
    let number = if let Refusal::Trouble(number) = &refusal { Some(number.clone()) } else { None };
    let offers_sign_in = refusal == Refusal::SignIn;
    let gives_back = posted && !matches!(refusal, Refusal::SignIn | Refusal::Foreign);
    asking
        .page(page, move || {
            let sign_in = offers_sign_in.then(|| {
                let kept = if posted { typed.clone() } else { None };
                view! { <SignInForm then=then kept=kept/> }
            });
            let back = typed.filter(|_| gives_back).map(|typed| view! { <TypedWordsBack typed/> });
            view! {
                <main class="page page--narrow trouble" id="page">
                    <TroubleDrawing/>
                    <h1>{title}</h1>
                    <p class="lead">{what_to_do}</p>
                    {number.map(|number| view! { <p class="soft small">{say!(refused.number)} " " <code>{number}</code></p> })}
                    {sign_in}
                    {back}
                    {(!offers_sign_in).then(|| view! {
                        <p class="actions"><a class="btn" href="/">{say!(refused.home)}</a></p>
                    })}
                </main>
            }
        })
        .await
}

/// What happened, and what to do.
fn words(locale: Locale, refusal: &Refusal) -> (String, String) {
    match refusal {
        Refusal::SignIn => (say_in!(locale, refused.sign_in), say_in!(locale, refused.sign_in_do)),
        Refusal::LinkEnded => (say_in!(locale, refused.link_ended), say_in!(locale, refused.link_ended_do)),
        Refusal::NotFound => (say_in!(locale, refused.not_found), say_in!(locale, refused.not_found_do)),
        Refusal::NotAllowed => (say_in!(locale, refused.not_allowed), say_in!(locale, refused.not_allowed_do)),
        Refusal::Foreign => (say_in!(locale, refused.foreign), say_in!(locale, refused.foreign_do)),
        Refusal::TooLarge { max_mb } => {
            (say_in!(locale, refused.too_large), say_in!(locale, refused.too_large_do, max = max_mb.to_string()))
        }
        Refusal::MoreThanFits => (say_in!(locale, refused.too_large), say_in!(locale, refused.more_than_fits_do)),
        Refusal::NoRoom => (say_in!(locale, refused.no_room), say_in!(locale, refused.no_room_do)),
        Refusal::Busy => (say_in!(locale, refused.busy), say_in!(locale, refused.busy_do)),
        Refusal::UnknownHost => (say_in!(locale, refused.unknown_host), say_in!(locale, refused.unknown_host_do)),
        Refusal::Broken => (say_in!(locale, refused.broken), say_in!(locale, refused.broken_do)),
        Refusal::TooManyTries { seconds } => {
            let time = crate::wording::wait(locale, *seconds);
            (say_in!(locale, refused.too_many_tries), say_in!(locale, refused.too_many_tries_do, time = time))
        }
        Refusal::Trouble(_) => (say_in!(locale, refused.trouble), say_in!(locale, refused.trouble_do)),
    }
}
