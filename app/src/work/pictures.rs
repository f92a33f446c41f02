//! The pictures of works: taking them in, and giving them out to those who may see them.

use axum::response::IntoResponse;
use http::StatusCode;
use kinfolio::id::{PictureId, RevisionId, WorkId};
use kinfolio::language::Language;
use kinfolio::media::{KeptPicture, MediaError};
use kinfolio::person::{Role, Viewer};
use kinfolio::policy::Action;
use kinfolio::store::Tx;
use kinfolio::words::Problem;
use kinfolio::work::{Picture, Width, Work, Writing};

use super::found;
use crate::asking::{Asking, In, go};
use crate::fields::{Fields, MOST_FILES, PICTURE_MB};
use crate::media;
use crate::refusal::{Answer, Refusal};
use crate::wording;

/// One of a picture's files.
pub async fn show(asking: Asking, In((id, width)): In<(PictureId, String)>) -> Answer {
    let width = Width::named(&width).ok_or(Refusal::NotFound)?;
    let mut conn = asking.read().await?;
    let hash = Picture::bytes_seen_by(&mut conn, asking.viewer()?, &id, width).await?.ok_or(Refusal::NotFound)?;
    drop(conn);
    media::jpeg(&asking, &hash).await
}

/// Pictures sent ahead of their form, while the rest is still being written. A work that is not there yet begins as a
/// draft.
pub async fn add(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let viewer = asking.as_role(Role::Student)?.clone();
    let (pictures, wrong) = take_in(&asking, &fields).await;
    let mut added = Vec::new();
    if !pictures.is_empty() {
        let mut tx = asking.write().await?;
        let Some(work) = held_or_begun(&asking, &mut tx, &viewer, &id).await? else { return Err(Refusal::NotFound) };
        let latest = work.latest(&mut tx).await?.ok_or(Refusal::NotFound)?;
        if !latest.is_open(latest.number) {
            let closed = Problem::Said(say_in!(asking.locale, work.text_closed));
            return answered(&asking, &id, &added, Some(closed));
        }
        let (kept, no_room) = kept(&asking, &mut tx, &work, &pictures).await?;
        tx.commit().await?;
        added = kept;
        return answered(&asking, &id, &added, wrong.or(no_room));
    }
    if wrong.is_none() {
        // Nothing came: there is nothing to say but where the student's own work is.
        found(&asking, &mut asking.read().await?, &id, Action::ChangeWork).await?;
    }
    answered(&asking, &id, &added, wrong)
}

/// What became of it: for the uploader on the page in the reader's words, and the names of what was added.
fn answered(asking: &Asking, id: &WorkId, added: &[Picture], wrong: Option<Problem>) -> Answer {
    if !asking.header("accept").is_some_and(|accept| accept.starts_with("text/plain")) {
        return go(format!("/work/{id}/edit"));
    }
    let wrong = wrong.or(added.is_empty().then_some(Problem::NotAPicture));
    Ok(match wrong {
        Some(wrong) => (StatusCode::UNPROCESSABLE_ENTITY, wording::problem(asking.locale, &wrong)).into_response(),
        None => added.iter().map(|picture| picture.id.to_string()).collect::<Vec<_>>().join(" ").into_response(),
    })
}

/// The student's work with this id, held for this transaction; begun as a draft when there is none. `None` when it is
/// somebody else's.
pub(super) async fn held_or_begun(
    asking: &Asking,
    tx: &mut Tx,
    viewer: &Viewer,
    id: &WorkId,
) -> Result<Option<Work>, Refusal> {
    if Work::held(tx, viewer, id).await?.is_none() {
        let language = viewer.languages.first().cloned().unwrap_or_else(Language::english);
        Work::save(tx, viewer, id, &Writing::blank(language), None, false, asking.now()).await?;
    }
    Ok(Work::held(tx, viewer, id).await?)
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
                MediaError::NotAPicture(_) | MediaError::NotASound(_) => Problem::NotAPicture,
                MediaError::Missing(_) | MediaError::Trouble(_) => {
                    tracing::error!(%error, "a picture could not be kept");
                    Problem::Said(say_in!(asking.locale, work.picture_trouble))
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

/// Adds pictures whose bytes are kept to a work, up to the most it holds, and says when there was no room for all. Where
/// somebody has answered the latest revision, they begin a new one.
pub(super) async fn kept(
    asking: &Asking,
    tx: &mut Tx,
    work: &Work,
    pictures: &[KeptPicture],
) -> Result<(Vec<Picture>, Option<Problem>), Refusal> {
    let mut latest = work.latest(tx).await?.ok_or(Refusal::NotFound)?;
    if !pictures.is_empty() && !latest.is_open(latest.number) {
        work.add_revision(tx, &RevisionId::new(), &latest.text, ("", ""), asking.now()).await?;
        latest = work.latest(tx).await?.ok_or(Refusal::NotFound)?;
    }
    let mut there: Vec<PictureId> = latest.pictures.into_iter().map(|picture| picture.id).collect();
    let mut added = Vec::new();
    for picture in pictures {
        if there.len() >= MOST_FILES {
            return Ok((added, Some(Problem::TooManyFiles { max: MOST_FILES })));
        }
        let picture = work.add_picture(tx, &latest.id, picture, asking.now()).await?;
        if !there.contains(&picture.id) {
            there.push(picture.id.clone());
        }
        added.push(picture);
    }
    Ok((added, None))
}
