//! Bytes that people bring, and giving them out to those who may have them.

mod foreign;
pub mod photo;
mod played;
mod range;
pub mod sound;
mod taking;

pub(crate) use foreign::way_out;
pub(crate) use played::{Played, play};
pub(crate) use taking::{Bytes, Names, PHOTO, SOUND};

use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::{HeaderValue, StatusCode};

use crate::asking::Asking;
use crate::refusal::{Answer, Refusal};

/// Kept on the device of whoever fetched it, and given out from there only when the server was asked again.
pub(crate) const ASKED_AGAIN: &str = "private, no-cache";

/// A picture's file.
pub(crate) async fn jpeg(asking: &Asking, hash: &str) -> Answer {
    let etag = format!("\"{hash}\"");
    let mut response = if has_already(asking, &etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        asking.services.media.bytes(hash).await.map_err(Refusal::trouble)?.into_response()
    };
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
    private(response, &etag)
}

/// Whether the device has these bytes already. It is asked after policy: whoever may not have them is not told.
fn has_already(asking: &Asking, etag: &str) -> bool {
    let known = asking.header(IF_NONE_MATCH.as_str()).unwrap_or_default();
    known.split(',').map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == etag)
}

/// The bytes behind an address never change, so the device keeps them; but others may use it, so it asks each time whether
/// whoever is there now may have them.
fn private(mut response: Response, etag: &str) -> Answer {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(ASKED_AGAIN));
    headers.insert(ETAG, HeaderValue::from_str(etag).map_err(Refusal::trouble)?);
    Ok(response)
}
