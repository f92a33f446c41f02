//! Pages go over the wire as gzip: each is whole before its first byte is sent, so it is compressed at once, by a compressor
//! that each thread keeps. Streams (what people download) are left to tower-http's layer.

use std::cell::RefCell;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, VARY};
use http::{HeaderMap, HeaderValue, Method};
use kinfolio_app::refusal::Refusal;
use libdeflater::{CompressionLvl, Compressor};

/// How hard it is tried, from 1 to 12: beyond it, pages get hardly smaller.
const LEVEL: i32 = 5;
/// What is shorter, in bytes, fits in one packet as it is.
const SHORT: usize = 860;

thread_local! {
    static GZIP: RefCell<Compressor> =
        RefCell::new(Compressor::new(CompressionLvl::new(LEVEL).unwrap_or_default()));
}

/// Compresses a page, where whoever asks takes that.
pub async fn pages(request: Request, next: Next) -> Response {
    let takes = request.method() != Method::HEAD && takes(request.headers(), "gzip");
    let mut response = next.run(request).await;
    if !is_page(response.headers()) {
        return response;
    }
    response.headers_mut().append(VARY, HeaderValue::from_static("accept-encoding"));
    if !takes {
        return response;
    }
    let (mut head, body) = response.into_parts();
    // It is in memory already: only its frame says otherwise.
    let page = match to_bytes(body, usize::MAX).await {
        Ok(page) => page,
        Err(error) => return axum::response::IntoResponse::into_response(Refusal::trouble(error)),
    };
    let Some(short) = (page.len() >= SHORT).then(|| gzip(&page)).flatten() else {
        return Response::from_parts(head, Body::from(page));
    };
    head.headers.remove(CONTENT_LENGTH);
    head.headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    Response::from_parts(head, Body::from(short))
}

fn is_page(headers: &HeaderMap) -> bool {
    !headers.contains_key(CONTENT_ENCODING)
        && headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// As gzip, when that is shorter.
fn gzip(page: &[u8]) -> Option<Vec<u8>> {
    GZIP.with_borrow_mut(|compressor| {
        let mut short = vec![0; compressor.gzip_compress_bound(page.len())];
        let length = compressor.gzip_compress(page, &mut short).ok().filter(|length| *length < page.len())?;
        short.truncate(length);
        Some(short)
    })
}

/// Whether this coding is among what they take (RFC 9110, 12.5.3).
pub fn takes(asked: &HeaderMap, coding: &str) -> bool {
    let codings = asked.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    codings.flat_map(|value| value.split(',')).any(|one| {
        let mut parts = one.split(';').map(str::trim);
        let is_it = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(coding));
        let refused = parts.any(|part| {
            let weight = part.strip_prefix("q=").or_else(|| part.strip_prefix("Q="));
            weight.is_some_and(|weight| weight.trim().parse() == Ok(0.0_f32))
        });
        is_it && !refused
    })
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::response::Html;
    use axum::routing::get;
    use http::StatusCode;
    use tower::ServiceExt as _;

    use super::*;

    async fn answer(method: Method, path: &str, coding: &str) -> Response {
        let long = "<p>What the river carries</p>".repeat(100);
        let router = Router::new()
            .route("/page", get(async || Html(long)))
            .route("/short", get(async || Html("<p>Yes</p>")))
            .route("/words", get(async || "words ".repeat(1000)))
            .layer(axum::middleware::from_fn(pages));
        let request = Request::builder().method(method).uri(path).header(ACCEPT_ENCODING, coding);
        router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
    }

    #[tokio::test]
    async fn a_page_is_gzip_for_those_who_take_it_and_the_same_page_for_others() {
        let short = answer(Method::GET, "/page", "br, gzip;q=0.8").await;
        assert_eq!((short.status(), &short.headers()[CONTENT_ENCODING]), (StatusCode::OK, &"gzip".parse().unwrap()));
        let short = to_bytes(short.into_body(), usize::MAX).await.unwrap();
        let mut page = String::new();
        std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&*short), &mut page).unwrap();
        for coding in ["", "identity", "br", "gzip;q=0", "gzip; q=0.000"] {
            let whole = answer(Method::GET, "/page", coding).await;
            assert!(!whole.headers().contains_key(CONTENT_ENCODING), "{coding}");
            assert_eq!(whole.headers()[VARY], "accept-encoding");
            assert_eq!(to_bytes(whole.into_body(), usize::MAX).await.unwrap(), page);
        }
        assert!(short.len() * 10 < page.len());
    }

    #[tokio::test]
    async fn what_is_short_or_no_page_or_only_asked_about_is_left_as_it_is() {
        for (method, path) in [(Method::GET, "/short"), (Method::GET, "/words"), (Method::HEAD, "/page")] {
            let answer = answer(method, path, "gzip").await;
            assert!(!answer.headers().contains_key(CONTENT_ENCODING), "{path}");
        }
    }
}
