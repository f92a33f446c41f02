//! The pictures of works: taking them in, and giving them out to those who may see them.

use axum::response::IntoResponse;
use http::StatusCode;
use kinfolio::field;
use kinfolio::id::{PictureId, WorkId};
use kinfolio::language::Language;
use kinfolio::media::{MediaError, Taken};
use kinfolio::person::{Role, Viewer};
use kinfolio::policy::Action;
use kinfolio::quota::{OverQuota, Quota};
use kinfolio::store::Tx;
use kinfolio::words::Problem;
use kinfolio::work::{Picture, PictureWidth, Work, Writing};

use super::found;
use crate::asking::{Asking, In, go};
use crate::fields::Fields;
use crate::limits::{FILE_MB, MOST_FILES, PICTURE_MB};
use crate::media;
use crate::refusal::{Answer, Refusal};
use crate::wording;

/// One of a picture's files.
pub async fn show(asking: Asking, In((id, width)): In<(PictureId, String)>) -> Answer {
    let width = PictureWidth::named(&width).ok_or(Refusal::NotFound)?;
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
        let (kept, over_quota) = kept(&asking, &mut tx, &work, &pictures).await?;
        tx.commit().await?;
        added = kept;
        return answered(&asking, &id, &added, wrong.or(over_quota));
    }
    if wrong.is_none() {
        // Nothing came: there is nothing to say but where the student's own work is.
        found(&asking, &mut asking.read().await?, &id, Action::ChangeWork).await?;
    }
    answered(&asking, &id, &added, wrong)
}

/// What became of it: for the uploader on the page in the reader's words, and the names of what was added.
fn answered(asking: &Asking, id: &WorkId, added: &[String], wrong: Option<Problem>) -> Answer {
    if !asking.header("accept").is_some_and(|accept| accept.starts_with("text/plain")) {
        return go(format!("/work/{id}/edit"));
    }
    let wrong = wrong.or(added.is_empty().then_some(Problem::NotAPicture));
    Ok(match wrong {
        Some(wrong) => (StatusCode::UNPROCESSABLE_ENTITY, wording::problem(asking.locale, &wrong)).into_response(),
        None => added.join(" ").into_response(),
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
        let writing = Writing::blank(language);
        if !Work::save(tx, viewer, id, &writing, None, false, asking.now()).await?.is_kept() {
            return Ok(None);
        }
    }
    Ok(Work::held(tx, viewer, id).await?)
}

/// A file that came with a form, its bytes kept.
pub(super) struct Brought {
    pub name: String,
    pub taken: Taken,
}

/// Makes the files that came with a form ready, and keeps their bytes. What cannot be taken is said with its name; the others
/// are kept all the same.
pub(super) async fn take_in(asking: &Asking, fields: &Fields) -> (Vec<Brought>, Option<Problem>) {
    let mut brought = Vec::new();
    let mut wrong = fields.has(field::TOO_MANY_FILES).then_some(Problem::TooManyFiles { max: MOST_FILES });
    for file in fields.files.iter().filter(|file| file.field == field::PICTURES) {
        let name = kinfolio::words::optional_line(&file.name).unwrap_or_default();
        let taken = if file.too_big {
            Err(Problem::FileTooBig { max_mb: FILE_MB })
        } else {
            asking.services.media.take(file.path().to_owned()).await.map_err(|error| cannot_take(asking, &error))
        };
        match taken {
            Ok(Taken::Picture(_)) if file.size > PICTURE_MB * 1024 * 1024 => {
                wrong.get_or_insert(bad_file(asking, &name, &Problem::FileTooBig { max_mb: PICTURE_MB }));
            }
            Ok(taken) => brought.push(Brought { name, taken }),
            Err(problem) => {
                wrong.get_or_insert(bad_file(asking, &name, &problem));
            }
        }
    }
    (brought, wrong)
}

/// What is wrong with a file that cannot be made ready.
fn cannot_take(asking: &Asking, error: &MediaError) -> Problem {
    match error {
        MediaError::TooManyPixels { .. } => Problem::TooManyPixels,
        MediaError::NotAPicture(_) => Problem::NotAPicture,
        MediaError::NotASound(_) | MediaError::NotADocument(_) | MediaError::Unknown(_) => Problem::NotAWorkFile,
        MediaError::NotDrawn(_) => {
            tracing::warn!(%error, "a document was not drawn");
            Problem::NotDrawn
        }
        MediaError::Missing(_) | MediaError::Trouble(_) => {
            tracing::error!(%error, "a file could not be kept");
            Problem::Said(say_in!(asking.locale, work.picture_trouble))
        }
    }
}

/// What is wrong with a file, with its name.
pub(super) fn bad_file(asking: &Asking, name: &str, problem: &Problem) -> Problem {
    let why = wording::problem(asking.locale, problem);
    Problem::Said(say_in!(asking.locale, work.bad_file, name = name, why = why))
}

/// What is said of a file that goes beyond the quota.
pub(super) fn over_quota(over_quota: OverQuota) -> Problem {
    match over_quota {
        OverQuota::TooBig { max_mb } => Problem::FileTooBig { max_mb: max_mb.unsigned_abs() },
        OverQuota::Full { all_mb, left_mb } => Problem::NoRoomLeft { all_mb, left_mb },
    }
}

/// Adds files whose bytes are kept to a work, up to the most it holds, and says when not all fit. Where
/// somebody has answered the latest revision, they begin a new one. Gives their ids.
pub(super) async fn kept(
    asking: &Asking,
    tx: &mut Tx,
    work: &Work,
    brought: &[Brought],
) -> Result<(Vec<String>, Option<Problem>), Refusal> {
    let mut added = Vec::new();
    for Brought { name, taken } in brought {
        if let Taken::File(file) = taken {
            let quota = Quota::of(tx, &work.school_id, &work.student_id).await?;
            if let Err(full) = quota.takes(i64::try_from(file.size).unwrap_or(i64::MAX)) {
                return Ok((added, Some(bad_file(asking, name, &over_quota(full)))));
            }
        }
        match work.bring(tx, name, taken, asking.now()).await? {
            Some(id) => added.push(id),
            None => return Ok((added, Some(Problem::TooManyFiles { max: MOST_FILES }))),
        }
    }
    Ok((added, None))
}
