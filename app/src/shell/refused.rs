//! The pages for what could not be answered. They look like the rest and say what to do.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use http::Method;
use http::header::LOCATION;
use kinfolio::field;
use leptos::prelude::*;

use super::Page;
use crate::account::again;
use crate::asking::{Asking, Known};
use crate::entry::{CodeForm, SignInForm, begun_by_another};
use crate::fields::{Lent, Typed, TypedWords, Values};
use crate::idempotency::Once;
use crate::parts::{Hidden, SendAgain, TroubleDrawing, TypedWordsBack};
use crate::refusal::Refusal;
use crate::services::Services;
use crate::wording::{Locale, Worded};

/// Middleware: answers every refusal with its page, in the language of whoever asks; and sees to it that a form is done once.
pub async fn error_pages(State(services): State<Services>, request: Request, next: Next) -> Response {
    let (typed, once, known) = (TypedWords::default(), Once::default(), Known::default());
    let (mut parts, body) = request.into_parts();
    parts.extensions.insert(typed.clone());
    parts.extensions.insert(once.clone());
    parts.extensions.insert(known.clone());
    let is_post = parts.method == Method::POST;
    let body = if is_post {
        let lent = Lent::new(body);
        parts.extensions.insert(lent.clone());
        lent.rest()
    } else {
        body
    };
    let asked = parts.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    let (status, led_to) = (response.status(), response.headers().get(LOCATION));
    let led_to = led_to.and_then(|place| place.to_str().ok()).map(str::to_owned);
    once.settle(&services, status, led_to).await;
    if is_post && status.is_client_error() && known.is_known() {
        let asking = Asking::without_database(asked.clone(), services.clone(), &known);
        if let Ok(Some(place)) = once.was_done((&asking.parts, &services), asking.on_this_device()).await {
            return Redirect::to(&place).into_response();
        }
    }
    let Some(refusal) = response.extensions().get::<Refusal>().cloned() else { return response };
    let is_trouble = matches!(refusal, Refusal::Trouble(_));
    if is_trouble {
        // The database did not even say who asks, and nobody went on to the words.
        once.read(&asked, &services).await;
    }
    let asking = if known.is_known() || is_trouble {
        Asking::without_database(asked, services, &known)
    } else {
        match Asking::from(asked.clone(), services.clone()).await {
            Ok(asking) => asking,
            Err(_) => Asking::without_database(asked, services, &known),
        }
    };
    refused(&asking, refusal, typed.take()).await
}

/// The page for a refusal, with whatever was typed. It asks the database for nothing.
async fn refused(asking: &Asking, refusal: Refusal, typed: Option<Typed>) -> Response {
    let posted = asking.parts.method == Method::POST;
    let here = asking.parts.uri.path_and_query().map_or("/", |here| here.as_str()).to_owned();
    let refusal = match refusal {
        Refusal::BegunByAnother(writer) => {
            return begun_by_another(asking, writer, here, typed.unwrap_or_default()).await;
        }
        Refusal::AskAgain => return again::instead(asking, here, typed.filter(|_| posted)).await,
        Refusal::SecondStepFirst if !posted => return Redirect::to("/account/second-step").into_response(),
        other => other,
    };
    let locale = asking.locale;
    let (title, what_to_do) = match &refusal {
        Refusal::SignIn if asking.was_a_family() => {
            (worded_in!(locale, family.code_title), worded_in!(locale, refused.sign_in_family))
        }
        refusal => words(locale, refusal),
    };
    let page = Page::titled(title.words.clone()).working().status(refusal.status());
    let then = if posted || asking.parts.method == Method::GET { here.clone() } else { "/".into() };
    let number = match &refusal {
        Refusal::Trouble(number) | Refusal::FileNotKept(number) => Some(number.clone()),
        _ => None,
    };
    let offers_sign_in = refusal == Refusal::SignIn;
    // A family has a code, and no password.
    let offers_code = matches!(refusal, Refusal::LinkEnded) || (offers_sign_in && asking.was_a_family());
    let anew = if let Refusal::LinkRanOut(key) = &refusal { Some(key.clone()) } else { None };
    let typed = typed.filter(|_| posted && refusal != Refusal::Foreign);
    // What was wrong may be well again in a moment, and then the same form is taken.
    let may_come_again = matches!(refusal, Refusal::Trouble(_) | Refusal::FileNotKept(_) | Refusal::Broken);
    asking
        .page(page, move || {
            let back = match typed {
                typed if offers_code => by_code(then, typed.map(|typed| typed.values), offers_sign_in).into_any(),
                Some(typed) if offers_sign_in => view! { <SignInForm then=then kept=Some(typed.values)/> }.into_any(),
                None if offers_sign_in => view! { <SignInForm then=then kept=None/> }.into_any(),
                Some(typed) if may_come_again => view! { <SendAgain to=here typed/> }.into_any(),
                Some(typed) => view! { <TypedWordsBack typed=typed.values/> }.into_any(),
                None => ().into_any(),
            };
            view! {
                <main class="page page--narrow trouble" id="page">
                    <TroubleDrawing/>
                    <h1 lang=title.lang() dir=title.dir()>{title.words.clone()}</h1>
                    <p class="lead" lang=what_to_do.lang() dir=what_to_do.dir()>{what_to_do.words.clone()}</p>
                    {number.map(|number| view! { <p class="soft small">{say!(refused.number)} " " <code>{number}</code></p> })}
                    {anew.map(|key| view! {
                        <form method="post" action="/grant/ask">
                            <Hidden name=field::KEY value=key/>
                            <div class="actions"><button class="btn btn--primary btn--big">{say!(family.anew_ask)}</button></div>
                        </form>
                    })}
                    {back}
                    {(!offers_sign_in).then(|| view! {
                        <p class="actions"><a class="btn" href="/">{say!(refused.home)}</a></p>
                    })}
                </main>
            }
        })
        .await
}

/// Coming in again by a code, where somebody of a family was here; and by a password, for those few who have one.
fn by_code(then: String, kept: Option<Values>, offers_sign_in: bool) -> impl IntoView {
    let back = kept.clone().map(|typed| view! { <TypedWordsBack typed/> });
    let password = offers_sign_in.then(|| {
        view! {
            <details class="fold">
                <summary>{say!(entry.other_way)}</summary>
                <SignInForm then=then.clone() kept=kept.clone()/>
            </details>
        }
    });
    view! { <CodeForm then=then kept=kept/> {back} {password} }
}

/// What happened, and what to do.
fn words(locale: Locale, refusal: &Refusal) -> (Worded, Worded) {
    match refusal {
        Refusal::SignIn => (worded_in!(locale, refused.sign_in), worded_in!(locale, refused.sign_in_do)),
        Refusal::LinkRanOut(_) => {
            (worded_in!(locale, refused.link_ran_out), worded_in!(locale, refused.link_ran_out_do))
        }
        Refusal::LinkEnded => (worded_in!(locale, refused.link_ended), worded_in!(locale, refused.link_ended_do)),
        Refusal::NotFound => (worded_in!(locale, refused.not_found), worded_in!(locale, refused.not_found_do)),
        Refusal::NotAllowed => (worded_in!(locale, refused.not_allowed), worded_in!(locale, refused.not_allowed_do)),
        Refusal::SecondStepFirst => (worded_in!(locale, account.step), worded_in!(locale, account.step_first)),
        Refusal::Foreign => (worded_in!(locale, refused.foreign), worded_in!(locale, refused.foreign_do)),
        Refusal::TooLarge { max_mb } => {
            (worded_in!(locale, refused.too_large), worded_in!(locale, refused.too_large_do, max = max_mb.to_string()))
        }
        Refusal::MoreThanFits => (worded_in!(locale, refused.too_large), worded_in!(locale, refused.more_than_fits_do)),
        Refusal::NoRoom => (worded_in!(locale, refused.no_room), worded_in!(locale, refused.no_room_do)),
        Refusal::Busy => (worded_in!(locale, refused.busy), worded_in!(locale, refused.busy_do)),
        Refusal::UnknownHost => (worded_in!(locale, refused.unknown_host), worded_in!(locale, refused.unknown_host_do)),
        Refusal::Broken => (worded_in!(locale, refused.broken), worded_in!(locale, refused.broken_do)),
        Refusal::TooManyTries { seconds } => {
            let time = crate::wording::wait(locale, *seconds);
            (worded_in!(locale, refused.too_many_tries), worded_in!(locale, refused.too_many_tries_do, time = time))
        }
        Refusal::FileNotKept(_) => {
            (worded_in!(locale, refused.file_not_kept), worded_in!(locale, refused.file_not_kept_do))
        }
        // What was done already leads on, and has no page; what another began has one of its own.
        Refusal::Trouble(_) | Refusal::DoneAlready(_) | Refusal::BegunByAnother(_) | Refusal::AskAgain => {
            (worded_in!(locale, refused.trouble), worded_in!(locale, refused.trouble_do))
        }
    }
}
