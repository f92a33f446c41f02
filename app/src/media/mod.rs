//! Bytes that people bring, and giving them out to those who may have them.

pub mod photo;
mod played;
mod range;
pub mod sound;
mod taking;

pub(crate) use played::{Played, play};
pub(crate) use taking::{Bytes, Names, PHOTO, SOUND};

use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::{HeaderValue, StatusCode};

use crate::asking::Asking;
use crate::refusal::{Answer, Refusal};

/// A picture's file.
pub(crate) async fn jpeg(asking: &Asking, hash: &str) -> Answer {
    let etag = format!("\"{hash}\"");
    let mut response = if asking.header(IF_NONE_MATCH.as_str()) == Some(&etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        asking.services.media.bytes(hash).await.map_err(Refusal::trouble)?.into_response()
    };
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
    lasting(response, &etag)
}

/// The bytes behind an address never change; the device of somebody who may have them may keep them.
fn lasting(mut response: Response, etag: &str) -> Answer {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, max-age=31536000, immutable"));
    headers.insert(ETAG, HeaderValue::from_str(etag).map_err(Refusal::trouble)?);
    Ok(response)
}
