//! Cookies: reading them, setting them, and having a device forget what it keeps.

use axum::response::Response;
use http::header::{COOKIE, HeaderName, SET_COOKIE};
use http::{HeaderMap, HeaderValue};
use kinfolio::device::{LEFT_COOKIE, MARK_COOKIE};
use kinfolio::person::device::{self, Device};
use kinfolio::session;

use crate::services::Services;

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
pub fn with_session(mut response: Response, services: &Services, token: Option<&str>) -> Response {
    let name = services.settings.cookie();
    let secure = if services.settings.is_secure() { "; Secure" } else { "" };
    let age = if token.is_some() { session::DAYS * 24 * 60 * 60 } else { 0 };
    let value = token.unwrap_or_default();
    let mark = token.map(session::mark).unwrap_or_default();
    for cookie in [
        format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}"),
        format!("{MARK_COOKIE}={mark}; Path=/; SameSite=Lax; Max-Age={age}{secure}"),
        format!("{LEFT_COOKIE}=; Path=/; SameSite=Lax; Max-Age=0{secure}"),
    ] {
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
    }
    without_traces(response)
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
    let name = services.settings.device_cookie();
    let secure = if services.settings.is_secure() { "; Secure" } else { "" };
    let age = device::DAYS * 24 * 60 * 60;
    let cookie = format!("{name}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}", device.token());
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// The cookie that remembers which language somebody chose on this device.
pub const LANGUAGE_COOKIE: &str = "kinfolio-language";
