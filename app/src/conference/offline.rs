//! `/conference/{conference}/offline`: everything a device has to keep to present without the network.

use axum::response::IntoResponse;
use http::HeaderValue;
use http::header::CACHE_CONTROL;
use kinfolio::id::ConferenceId;
use kinfolio::policy::Action;
use kinfolio::work::{FileKind, PictureWidth, WorkFile};
use leptos::prelude::*;
use serde::Serialize;

use crate::asking::{Asking, In};
use crate::conference::found;
use crate::conference::readable::Readable;
use crate::conference::shown::Shown;
use crate::islands::{MadeReady, OfflineWords};
use crate::refusal::Answer;

/// The longest sound or video that a device keeps, in bytes.
const MOST_KEPT: i64 = 200 * 1024 * 1024;

/// The addresses to be kept, and the mark of the session that they are kept for.
#[derive(Serialize)]
struct List {
    mark: String,
    addresses: Vec<String>,
}

/// The list.
pub async fn list(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id, Action::LeadConference).await?;
    let readable = Readable::of(&mut conn, conference, student).await?;
    let here = format!("/conference/{id}/present");
    let assets = &asking.services.assets;
    let mut addresses: Vec<String> =
        [assets.core_css, assets.more_css, assets.icons, assets.favicon].map(str::to_owned).to_vec();
    addresses.extend(assets.client.iter().flat_map(|(script, module)| [*script, *module]).map(str::to_owned));
    addresses.retain(|address| address.starts_with('/'));
    addresses.push(here.clone());
    addresses.extend((0..=readable.plan.moments.len()).map(|place| format!("{here}/{place}")));
    for moment in &readable.plan.moments {
        addresses.extend(moment.words.opening_id.iter().map(kinfolio::sound::address));
        for shown in Shown::of(&mut conn, &readable, moment).await? {
            addresses.extend(shown.revision.pictures.iter().map(|picture| picture.address(PictureWidth::Large)));
            let earlier = shown.earlier.iter().filter_map(|version| shown.picture_of(version));
            addresses.extend(earlier.map(|picture| picture.address(PictureWidth::Medium)));
            addresses.extend(shown.revision.files.iter().flat_map(kept_of));
        }
    }
    addresses.dedup();
    let mut answer = axum::Json(List { mark: asking.mark().unwrap_or_default(), addresses }).into_response();
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(answer)
}

/// What a device keeps of a file: a document's pages; a sound, a video, and what is said in them, unless it is too long for
/// a device.
fn kept_of(file: &WorkFile) -> Vec<String> {
    let mut addresses: Vec<String> =
        file.pages.iter().map(|page| file.page_address(page, PictureWidth::Large)).collect();
    if file.kind != FileKind::Document && file.size <= MOST_KEPT {
        addresses.push(file.address());
        addresses.extend(file.captions.iter().map(|language| file.caption_address(language)));
    }
    addresses
}

/// Says how far the device is with keeping this conference.
#[component]
pub fn Offline(conference: ConferenceId) -> impl IntoView {
    let words = OfflineWords {
        making: say!(live.making_ready, done = "{done}", all = "{all}"),
        ready: say!(live.made_ready, size = "{size}"),
        partly: say!(live.partly_ready),
        cannot: say!(live.not_ready),
    };
    view! { <MadeReady conference=conference.to_string() words/> }
}
