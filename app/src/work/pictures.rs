//! The pictures of works: taking them in, and giving them out to those who may see them.

use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::{HeaderValue, StatusCode};
use kinfolio::id::{PictureId, WorkId};
use kinfolio::language::Language;
use kinfolio::media::{KeptPicture, MediaError};
use kinfolio::person::Role;
use kinfolio::policy::{Action, Audience};
use kinfolio::store::Tx;
use kinfolio::words::Problem;
use kinfolio::work::{Picture, Revision, Saved, Width, Work, WorkForm, Writing};

use super::found;
use crate::asking::{Asking, In, go};
use crate::fields::{Fields, MOST_FILES, PICTURE_MB};
use crate::refusal::{Answer, Refusal};
use crate::wording;

/// One of a picture's files.
pub async fn show(asking: Asking, In((id, width)): In<(PictureId, String)>) -> Answer {
    let width = Width::named(&width).ok_or(Refusal::NotFound)?;
    let mut conn = asking.read().await?;
    let hash = Picture::bytes_seen_by(&mut conn, asking.viewer()?, &id, width).await?.ok_or(Refusal::NotFound)?;
    drop(conn);
    let etag = format!("\"{hash}\"");
    let mut response = if asking.header(IF_NONE_MATCH.as_str()) == Some(&etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        asking.services.media.bytes(&hash).await.map_err(Refusal::trouble)?.into_response()
    };
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
    // The bytes behind an address never change; the device of somebody who may see them may keep them.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, max-age=31536000, immutable"));
    headers.insert(ETAG, HeaderValue::from_str(&etag).map_err(Refusal::trouble)?);
    Ok(response)
}

/// Pictures sent ahead of their form, while the rest is still being written. A work that is not there yet begins as a
/// draft.
pub async fn add(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let viewer = asking.as_role(Role::Student)?.clone();
    let (pictures, wrong) = take_in(&asking, &fields).await;
    let mut added = 0;
    if !pictures.is_empty() {
        let mut tx = asking.write().await?;
        if Work::find(&mut tx, &viewer, &id).await?.is_none() {
            match Work::save(&mut tx, &viewer, &id, &an_empty_draft(), None, false, asking.now()).await? {
                Saved::Yes => {}
                Saved::Stale | Saved::NotTheirs => return Err(Refusal::NotFound),
            }
        }
        let (work, _) = found(&asking, &mut tx, &id, Action::ChangeWork).await?;
        let latest =
            work.latest(&mut tx).await?.filter(|latest| latest.is_open(latest.number)).ok_or(Refusal::NotFound)?;
        kept(&asking, &mut tx, &work, &latest, &pictures).await?;
        tx.commit().await?;
        added = pictures.len();
    }
    if asking.header("accept").is_some_and(|accept| accept.contains("text/plain")) {
        return Ok(said_plainly(&asking, added, wrong));
    }
    go(format!("/work/{id}/edit"))
}

/// For the uploader on the page: what became of it, in the reader's words.
fn said_plainly(asking: &Asking, added: usize, wrong: Option<Problem>) -> Response {
    match wrong {
        Some(wrong) => (StatusCode::UNPROCESSABLE_ENTITY, wording::problem(asking.locale, &wrong)).into_response(),
        None if added == 0 => {
            let words = wording::problem(asking.locale, &Problem::NotAPicture);
            (StatusCode::UNPROCESSABLE_ENTITY, words).into_response()
        }
        None => StatusCode::NO_CONTENT.into_response(),
    }
}

fn an_empty_draft() -> Writing {
    Writing {
        title: String::new(),
        form: WorkForm::Making,
        language: Language::english(),
        audience: Audience::Advisor,
        targets: Vec::new(),
        text: String::new(),
        reflection_prompt: String::new(),
        reflection: String::new(),
    }
}

/// Makes the pictures that came with a form ready, and keeps their bytes. What cannot be taken is said with its name;
/// the others are kept all the same.
pub(super) async fn take_in(asking: &Asking, fields: &Fields) -> (Vec<KeptPicture>, Option<Problem>) {
    let mut pictures = Vec::new();
    let mut wrong = fields.has("too_many_files").then_some(Problem::TooManyFiles { max: MOST_FILES });
    for file in fields.files.iter().filter(|file| file.field == "pictures") {
        let taken = if file.too_big {
            Err(Problem::FileTooBig { max_mb: PICTURE_MB })
        } else {
            asking.services.media.keep_picture(file.path().to_owned()).await.map_err(|error| match error {
                MediaError::TooManyPixels { .. } => Problem::TooManyPixels,
                MediaError::NotAPicture(_) => Problem::NotAPicture,
                other => {
                    tracing::error!(error = %other, "a picture could not be kept");
                    Problem::NotAPicture
                }
            })
        };
        match taken {
            Ok(picture) => pictures.push(picture),
            Err(problem) => {
                let why = wording::problem(asking.locale, &problem);
                let name = kinfolio::words::optional_line(&file.name).unwrap_or_default();
                wrong.get_or_insert(Problem::Said(say_in!(asking.locale, work.bad_file, name = name, why = why)));
            }
        }
    }
    (pictures, wrong)
}

/// Adds pictures whose bytes are kept to a revision, up to the most a work holds.
pub(super) async fn kept(
    asking: &Asking,
    tx: &mut Tx,
    work: &Work,
    revision: &Revision,
    pictures: &[KeptPicture],
) -> Result<(), Refusal> {
    let room = MOST_FILES.saturating_sub(revision.pictures.len());
    for picture in pictures.iter().take(room) {
        work.add_picture(tx, &revision.id, picture, asking.now()).await?;
    }
    Ok(())
}
