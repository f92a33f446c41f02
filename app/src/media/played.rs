//! Bytes that a player asks for, from any place on.

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT_RANGES, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, IF_RANGE, RANGE};
use http::{HeaderValue, StatusCode};

use super::range::{RequestedRange, wanted};
use crate::asking::Asking;
use crate::refusal::{Answer, Refusal};

/// What is played.
pub(crate) struct Played<'a> {
    pub hash: &'a str,
    /// In bytes.
    pub length: u64,
    pub content_type: &'a str,
}

/// All of it, or the part that a player asks for.
pub(crate) async fn play(asking: &Asking, played: Played<'_>) -> Answer {
    let etag = format!("\"{}\"", played.hash);
    if super::has_already(asking, &etag) {
        return super::private(StatusCode::NOT_MODIFIED.into_response(), &etag);
    }
    // A part of something else than what the player has already would not fit to it.
    let still_fits = asking.header(IF_RANGE.as_str()).is_none_or(|known| known == etag);
    let header = asking.header(RANGE.as_str()).filter(|_| still_fits);
    let length = played.length;
    let response = match wanted(header, length) {
        RequestedRange::Whole => part(asking, &played, 0, length).await?,
        RequestedRange::Part(range) => {
            let mut response = part(asking, &played, *range.start(), range.end() + 1).await?;
            *response.status_mut() = StatusCode::PARTIAL_CONTENT;
            with(response, CONTENT_RANGE, &format!("bytes {}-{}/{length}", range.start(), range.end()))?
        }
        RequestedRange::Nothing => {
            with(StatusCode::RANGE_NOT_SATISFIABLE.into_response(), CONTENT_RANGE, &format!("bytes */{length}"))?
        }
    };
    super::private(with(response, ACCEPT_RANGES, "bytes")?, &etag)
}

/// The bytes from one place up to another, as they come from the disk.
async fn part(asking: &Asking, played: &Played<'_>, from: u64, to: u64) -> Answer {
    let bytes = asking.services.media.part(played.hash, from..to).await.map_err(Refusal::trouble)?;
    let response = Body::from_stream(bytes).into_response();
    let response = with(response, CONTENT_TYPE, played.content_type)?;
    with(response, CONTENT_LENGTH, &(to - from).to_string())
}

fn with(mut response: Response, name: http::HeaderName, value: &str) -> Answer {
    response.headers_mut().insert(name, HeaderValue::from_str(value).map_err(Refusal::trouble)?);
    Ok(response)
}
