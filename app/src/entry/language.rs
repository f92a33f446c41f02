//! Choosing the language of the pages, on this device. Where something was typed, the same form is shown again in that language
//! with everything that was typed; nothing else is done.

use axum::response::Response;
use kinfolio::field;
use leptos::prelude::*;

use crate::asking::{Asking, go};
use crate::cookies::{LANGUAGE_COOKIE, with_language};
use crate::fields::{Fields, Typed, TypedWords};
use crate::inside::{PagesInside, with_cookie};
use crate::own_path::own_path;
use crate::parts::SendAgain;
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Refill, Refilled, Width};
use crate::wording::{Locale, locale_tagged};

/// `/language`: remembers the language somebody chose.
pub async fn choose(asking: Asking, fields: Fields) -> Answer {
    answer(asking, fields).await
}

/// `/language/kept`: the same, for the forms of whoever is signed in, which may bring more.
pub async fn choose_for_form(asking: Asking, fields: Fields) -> Answer {
    if asking.on_this_device().is_none() {
        asking.viewer()?;
    }
    answer(asking, fields).await
}

async fn answer(asking: Asking, fields: Fields) -> Answer {
    let asked = asking.query();
    let then = if asked.has(field::THEN) { asked.get(field::THEN) } else { fields.get(field::THEN) };
    let then = own_path(then).to_owned();
    let tag = if fields.has(field::IN_LANGUAGE) { field::IN_LANGUAGE } else { field::LANGUAGE };
    let Some(locale) = locale_tagged(fields.get(tag)) else { return go(then) };
    let shown = if asked.has(field::FORM) {
        let refill = Refill {
            form: asked.get(field::FORM).to_owned(),
            number: asked.parsed(field::NUMBER).unwrap_or_default(),
            values: fields.values.clone(),
        };
        form_again(&asking, locale, &then, refill).await?
    } else {
        go(then)?
    };
    Ok(with_language(shown, &asking.services, locale))
}

/// The page with the form on it, and in it what was typed; where that page is gone, the words alone, to be sent on.
async fn form_again(asking: &Asking, locale: Locale, then: &str, refill: Refill) -> Answer {
    let cookie = format!("{LANGUAGE_COOKIE}={}", locale.as_str());
    let parts = with_cookie(&asking.parts, &cookie).ok_or(Refusal::Broken)?;
    let to = own_path(if refill.form.is_empty() { then } else { &refill.form }).to_owned();
    if let Some(pages) = asking.parts.extensions.get::<PagesInside>() {
        let mut asked = parts.clone();
        asked.extensions.insert(refill);
        let page = pages.page(&asked, then).await;
        if let Some(page) = page.filter(|page| page.extensions().get::<Refilled>().is_some()) {
            return Ok(page);
        }
    }
    let typed = asking.parts.extensions.get::<TypedWords>().and_then(TypedWords::take);
    let asking = Asking::from(parts, asking.services.clone()).await?;
    Ok(words_again(&asking, to, typed.unwrap_or_default()).await)
}

async fn words_again(asking: &Asking, to: String, mut typed: Typed) -> Response {
    typed.values.forget(field::IN_LANGUAGE);
    let page = Page::titled(say_in!(asking.locale, shell.typed_words)).working();
    asking.page(page, move || view! { <Main width=Width::Narrow><SendAgain to typed/></Main> }).await
}
