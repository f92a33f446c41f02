//! What every request goes through before anybody answers it, and every answer on its way out.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{self, HeaderName, HeaderValue};
use http::{HeaderMap, Method};
use kinfolio_app::refusal::Refusal;
use kinfolio_app::services::Services;
use kinfolio_app::shell::csp;

use crate::hosts::Hosts;

/// Protection from cross-site request forgery: what changes something is taken from our own pages only. The browser says where
/// a form came from.
///
/// `Sec-Fetch-Site` where the browser sends it, `Origin` where it does not; one that sends neither with a POST is so old
/// that it also keeps no `SameSite` promise, and is refused.
pub async fn csrf(State(services): State<Services>, request: Request, next: Next) -> Response {
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    // What stands in that address is permission enough, and gives no other.
    let stops_mail = request.uri().path().starts_with(kinfolio_app::family::digest::STOP);
    if changes && !stops_mail && !is_same_origin(request.headers(), &services.settings.public_url) {
        return Refusal::Foreign.into_response();
    }
    next.run(request).await
}

/// Answers only under the names that are ours, so that a name somebody else points at this machine cannot pass for one.
pub async fn known_host(State(services): State<Services>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let known = match request.extensions().get::<Arc<Hosts>>() {
        Some(hosts) => hosts.know(host),
        None => Hosts::at(&services.settings.public_url).know(host),
    };
    if known { next.run(request).await } else { Refusal::UnknownHost.into_response() }
}

/// Whether a request comes from a page of ours. That its `Host` is one of ours was seen to before ([`known_host`]).
pub fn is_same_origin(headers: &HeaderMap, public_url: &str) -> bool {
    let read = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = read(HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    match (read(header::ORIGIN), read(header::HOST)) {
        (Some(origin), host) => {
            let authority = origin.split_once("://").map_or(origin, |(_, authority)| authority);
            // Where the school is reached over HTTPS, its own name without it is somebody else's to write.
            let ours_without_https = public_url.strip_prefix("https://") == Some(authority);
            origin == public_url || (host == Some(authority) && !ours_without_https)
        }
        (None, _) => false,
    }
}

/// How long a browser comes over HTTPS only, once it has: a year.
const HSTS: &str = "max-age=31536000";

/// Tells the browser to be careful, on every answer.
pub async fn security_headers(State(services): State<Services>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut say = |name: &'static str, value: &'static str| {
        headers.entry(HeaderName::from_static(name)).or_insert(HeaderValue::from_static(value));
    };
    if services.settings.is_secure() {
        say("strict-transport-security", HSTS);
    }
    // A device may have many hands: it keeps nothing that does not say that it may be kept.
    say("cache-control", "no-store");
    say("x-content-type-options", "nosniff");
    say("referrer-policy", "same-origin");
    say("x-frame-options", "DENY");
    say("cross-origin-opener-policy", "same-origin");
    say("cross-origin-resource-policy", "same-origin");
    say("permissions-policy", "camera=(self), microphone=(self), geolocation=(), interest-cohort=()");
    say("content-security-policy", csp::NO_PAGE);
    response
}

/// One line in the log for each request: what was asked and answered, never what anybody wrote.
pub async fn log_requests(request: Request, next: Next) -> Response {
    let started = std::time::Instant::now();
    let method = request.method().clone();
    // The address as the router knows it, so that no token or name gets into the log.
    let place = request
        .extensions()
        .get::<axum::extract::MatchedPath>()
        .map_or_else(|| "(no such address)".to_owned(), |path| path.as_str().to_owned());
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let millis = started.elapsed().as_millis() as u64;
    let statements = kinfolio::store::statements_so_far();
    tracing::info!(%method, place, status, millis, statements, "answered");
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn a_form_from_another_site_is_not_taken() {
        let ours = "https://portfolio.example.org";
        assert!(is_same_origin(&headers(&[("sec-fetch-site", "same-origin")]), ours));
        assert!(is_same_origin(&headers(&[("origin", ours)]), ours));
        assert!(is_same_origin(&headers(&[("origin", "http://10.0.0.5:5466"), ("host", "10.0.0.5:5466")]), ours));
        assert!(!is_same_origin(&headers(&[("sec-fetch-site", "cross-site"), ("origin", ours)]), ours));
        assert!(!is_same_origin(&headers(&[("sec-fetch-site", "same-site")]), ours));
        assert!(!is_same_origin(
            &headers(&[("origin", "https://evil.example"), ("host", "portfolio.example.org")]),
            ours
        ));
        assert!(!is_same_origin(&headers(&[("origin", "null"), ("host", "portfolio.example.org")]), ours));
        assert!(!is_same_origin(
            &headers(&[("origin", "http://portfolio.example.org"), ("host", "portfolio.example.org")]),
            ours
        ));
        assert!(!is_same_origin(&headers(&[]), ours));
    }
}
