//! Cookies: reading them, setting them, and having a device forget what it keeps.

use axum::response::Response;
use http::header::{COOKIE, HeaderName, SET_COOKIE};
use http::{HeaderMap, HeaderValue};
use kinfolio::device::{LEFT_COOKIE, MARK_COOKIE};
use kinfolio::person::device::{self, Device};
use kinfolio::session;

use crate::services::Services;
use crate::wording::Locale;

/// The value of a cookie.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .find_map(|pair| {
            let (key, value) = pair.trim().split_once('=')?;
            (key == name).then_some(value)
        })
}

/// Sets the session cookie on a response, for [`session::DAYS`]; ends it when there is no token. With it the device
/// forgets what it keeps of whoever was there before: somebody else is there now, or nobody.
pub fn with_session(response: Response, services: &Services, token: Option<&str>) -> Response {
    let days = if token.is_some() { session::DAYS } else { 0 };
    with_session_for(response, services, token.unwrap_or_default(), days)
}

/// The same, for so many days.
pub(crate) fn with_session_for(response: Response, services: &Services, token: &str, days: i64) -> Response {
    without_traces(kept_for(response, services, token, days))
}

/// Has the device keep the session it has for so many days from now.
pub(crate) fn kept_for(mut response: Response, services: &Services, token: &str, days: i64) -> Response {
    let age = days * 24 * 60 * 60;
    let mark = if token.is_empty() { String::new() } else { session::mark(token) };
    set(&mut response, services, (services.settings.cookie(), token), (age, "; HttpOnly"));
    set(&mut response, services, (MARK_COOKIE, &mark), (age, ""));
    set(&mut response, services, (LEFT_COOKIE, ""), (0, ""));
    response
}

/// Sets a cookie, for so many seconds.
fn set(response: &mut Response, services: &Services, (name, value): (&str, &str), (age, more): (i64, &str)) {
    let secure = if services.settings.is_secure() { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path=/{more}; SameSite=Lax; Max-Age={age}{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
}

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// Has the device forget the pages and pictures it keeps; what waits on it to be sent stays.
pub(crate) fn without_traces(mut response: Response) -> Response {
    response.headers_mut().insert(CLEAR_SITE_DATA, HeaderValue::from_static("\"cache\""));
    response
}

/// Has the device forget everything: for one that says that nothing of anybody waits on it.
pub(crate) fn without_anything(mut response: Response) -> Response {
    response.headers_mut().insert(CLEAR_SITE_DATA, HeaderValue::from_static("\"cache\", \"storage\""));
    response
}

/// Sets the cookie by which this device is known again.
pub fn with_device(mut response: Response, services: &Services, device: &Device) -> Response {
    let (name, age) = (services.settings.device_cookie(), device::DAYS * 24 * 60 * 60);
    set(&mut response, services, (name, device.token()), (age, "; HttpOnly"));
    response
}

/// The cookie that remembers which language somebody chose on this device.
pub const LANGUAGE_COOKIE: &str = "kinfolio-language";

/// The cookie that remembers in which language a family last read here, and nothing else: who comes next, come from wherever
/// families come from, meets the page for families in it.
pub const FAMILY_COOKIE: &str = "kinfolio-family";

/// How long a device remembers a language, in seconds.
const YEAR: i64 = 365 * 24 * 60 * 60;

/// Remembers the language that somebody chose.
pub(crate) fn with_language(mut response: Response, services: &Services, locale: Locale) -> Response {
    set(&mut response, services, (LANGUAGE_COOKIE, locale.as_str()), (YEAR, ""));
    response
}

/// Remembers in which language a family last read here; forgets it where somebody else is here now.
pub(crate) fn with_family_language(mut response: Response, services: &Services, locale: Option<Locale>) -> Response {
    let (language, age) = locale.map_or(("", 0), |locale| (locale.as_str(), YEAR));
    set(&mut response, services, (FAMILY_COOKIE, language), (age, "; HttpOnly"));
    response
}
