//! Coming in: setting up the school, signing in, codes, signing out, the language of the pages.

pub mod code;
pub mod demo;
pub mod set_up;
pub mod sign_in;
mod welcome_back;

use kinfolio::person::Person;
use kinfolio::{session, throttle};

use crate::asking::{Asking, LANGUAGE_COOKIE, go};
use crate::fields::Fields;
use crate::refusal::{Answer, Refusal};
use crate::wording::locale_tagged;

pub use sign_in::SignInForm;

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

/// Notes a try to get in as `who`; `false` when there have been too many.
async fn may_try(asking: &Asking, who: &str) -> Result<bool, Refusal> {
    let mut tx = asking.write_again().await?;
    let may = throttle::may_try(&mut tx, throttle::TRIES, who, asking.now()).await?;
    tx.commit().await?;
    Ok(may)
}

/// Starts a session for somebody who got in, in place of whatever session this device had.
async fn come_in(asking: &Asking, tx: &mut kinfolio::store::Tx, person: &Person) -> Result<String, Refusal> {
    if let Some(earlier) = asking.token() {
        session::end(tx, earlier).await?;
    }
    Ok(session::start(tx, &person.school_id, &person.id, None, asking.now()).await?)
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
