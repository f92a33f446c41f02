//! Coming in: signing in, codes, signing out, the language of the pages.

pub mod demo;

use leptos::prelude::*;

use crate::asking::{Asking, LANGUAGE_COOKIE, go};
use crate::fields::{Fields, Values};
use crate::parts::{Hidden, TextField};
use crate::refusal::Answer;
use crate::wording::locale_tagged;

/// The sign-in form; carries on to `then`, with the words of the form that was interrupted, if one was.
#[component]
pub fn SignInForm(#[prop(into)] then: String, #[prop(optional_no_strip)] kept: Option<Values>) -> impl IntoView {
    let kept = kept.and_then(|kept| serde_json::to_string(&kept).ok());
    view! {
        <form method="post" action="/sign-in" class="flow">
            <Hidden name="then" value=then/>
            {kept.map(|kept| view! { <Hidden name="kept" value=kept/> })}
            <TextField name="username" label=say!(entry.username) autocomplete="username"/>
            <TextField name="password" label=say!(entry.password) kind="password" autocomplete="current-password"/>
            <div class="actions"><button class="btn btn--primary">{say!(entry.sign_in)}</button></div>
        </form>
    }
}

/// Remembers the language somebody chose, on this device.
pub async fn choose_language(asking: Asking, fields: Fields) -> Answer {
    use axum::response::IntoResponse;
    use leptos_i18n::Locale as _;
    let then = own_path(fields.get("then"));
    let Some(locale) = locale_tagged(fields.get("language")) else { return go(then) };
    let secure = if asking.services.settings.is_secure() { "; Secure" } else { "" };
    let cookie = format!("{LANGUAGE_COOKIE}={}; Path=/; SameSite=Lax; Max-Age=31536000{secure}", locale.as_str());
    Ok(([(http::header::SET_COOKIE, cookie)], go(then)?).into_response())
}

/// A path of this site, or home: nobody is sent elsewhere by a form.
pub fn own_path(path: &str) -> &str {
    let inside =
        path.starts_with('/') && !path.starts_with("//") && !path.contains('\\') && !path.contains(char::is_control);
    if inside { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(own_path("/work/1?a=b"), "/work/1?a=b");
        for foreign in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", "", "/a\nb"] {
            assert_eq!(own_path(foreign), "/");
        }
    }
}
