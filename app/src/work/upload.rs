//! Files that come to a work piece by piece, so that a long video survives a lost connection, a closed lid and a program that
//! ends: the resumable upload protocol tus 1.0.0 with creation and termination (<https://tus.io/protocols/resumable-upload>).

use axum::body::{Body, Bytes};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures::StreamExt;
use http::{HeaderName, HeaderValue, StatusCode};
use kinfolio::id::{FileId, UploadId, WorkId};
use kinfolio::person::Role;
use kinfolio::upload::{Upload, UploadFailure, UploadState};
use kinfolio::words::{Problem, file_name};
use kinfolio::work::{MOST_FILES, Work, WorkFile};
use tokio::fs::File;
use tokio::io::AsyncWriteExt;

use super::pictures::{bad_file, held_or_begun, over_quota};
use crate::asking::{Asking, In, go};
use crate::limits::BODY_SILENCE;
use crate::media;
use crate::refusal::{Answer, Refusal};
use crate::wording::{self, Locale, apart};

/// The version of the protocol.
const VERSION: &str = "1.0.0";
/// What the pieces of a file come as.
const PIECE: &str = "application/offset+octet-stream";

/// What somebody who sends a file is told, beside the status.
fn told<const N: usize>(status: StatusCode, headers: [(&'static str, String); N], words: String) -> Answer {
    let mut response = (status, words).into_response();
    let mut say = |name: &'static str, value: &str| {
        let value = HeaderValue::from_str(value).map_err(Refusal::trouble)?;
        response.headers_mut().insert(HeaderName::from_static(name), value);
        Ok::<_, Refusal>(())
    };
    say("tus-resumable", VERSION)?;
    say("cache-control", "no-store")?;
    for (name, value) in headers {
        say(name, &value)?;
    }
    Ok(response)
}

/// `OPTIONS`: what of the protocol is spoken here (tus: discovery).
pub async fn options() -> Answer {
    let spoken = [("tus-version", VERSION.to_owned()), ("tus-extension", "creation,termination".to_owned())];
    told(StatusCode::NO_CONTENT, spoken, String::new())
}

/// The answer to whoever speaks another version of the protocol. Whoever names none is taken to speak ours.
fn other_version(asking: &Asking) -> Option<Answer> {
    let other = asking.header("tus-resumable").is_some_and(|version| version.trim() != VERSION);
    other.then(|| told(StatusCode::PRECONDITION_FAILED, [("tus-version", VERSION.to_owned())], String::new()))
}

/// `/work/{work}/arrival`: a file wants to come (tus: creation). A work that is not there yet begins as a draft.
pub async fn create(asking: Asking, In(id): In<WorkId>) -> Answer {
    let viewer = asking.as_role(Role::Student)?.clone();
    if let Some(refused) = other_version(&asking) {
        return refused;
    }
    let size: Option<i64> = asking.header("upload-length").and_then(|size| size.parse().ok()).filter(|size| *size >= 0);
    let name = file_name(&named(asking.header("upload-metadata").unwrap_or_default()));
    if size == Some(0) {
        let why = wording::problem(asking.locale, &bad_file(&asking, &name, &Problem::EmptyFile));
        return told(StatusCode::BAD_REQUEST, [], why);
    }
    let mut tx = asking.write_again().await?;
    let Some(work) = held_or_begun(&asking, &mut tx, &viewer, &id).await? else { return Err(Refusal::NotFound) };
    let Some(size) = size else { return Err(Refusal::Broken) };
    let on_its_way = Upload::of_work(&mut tx, &work).await?;
    let created = if on_its_way.len() >= MOST_FILES {
        Err(Problem::TooManyFiles { max: MOST_FILES })
    } else {
        Upload::create(&mut tx, &work, &name, size, asking.now()).await?.map_err(over_quota)
    };
    match created {
        Ok(upload) => {
            tx.commit().await?;
            told(StatusCode::CREATED, [("location", format!("/arrival/{}", upload.id))], String::new())
        }
        Err(problem) => {
            let why = wording::problem(asking.locale, &bad_file(&asking, &name, &problem));
            told(StatusCode::PAYLOAD_TOO_LARGE, [], why)
        }
    }
}

/// The file's name among `Upload-Metadata`: `filename d29yZHM=,filetype …`.
fn named(metadata: &str) -> String {
    let value = metadata.split(',').find_map(|pair| pair.trim().strip_prefix("filename "));
    let bytes = value.and_then(|value| STANDARD.decode(value.trim()).ok()).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

async fn sent(asking: &Asking, id: &UploadId) -> Result<Upload, Refusal> {
    let viewer = asking.as_role(Role::Student)?;
    Upload::sent_by(&mut asking.read().await?, viewer, id).await?.ok_or(Refusal::NotFound)
}

/// How much of it is here, in bytes.
async fn here(asking: &Asking, upload: &Upload) -> i64 {
    if upload.state != UploadState::Coming {
        return upload.size;
    }
    let file = tokio::fs::metadata(asking.services.media.upload_path(&upload.id)).await;
    file.map_or(0, |file| i64::try_from(file.len()).unwrap_or(i64::MAX))
}

/// `/arrival/{arrival}`: how far it is, in headers; and in words: `coming`, `waiting`, `done` with the id of what it became
/// and, on a line of its own, what is to be said of it; `failed` with why.
pub async fn state(asking: Asking, In(id): In<UploadId>) -> Answer {
    if let Some(refused) = other_version(&asking) {
        return refused;
    }
    let upload = sent(&asking, &id).await?;
    let offset = here(&asking, &upload).await;
    let words = match problem_of(asking.locale, &upload) {
        Some(problem) => wording::problem(asking.locale, &bad_file(&asking, &upload.name, &problem)),
        None => match unplayed(&asking, &upload).await? {
            Some(advice) => format!("{}\n{advice}", upload.outcome),
            None => upload.outcome.clone(),
        },
    };
    let headers = [("upload-offset", offset.to_string()), ("upload-length", upload.size.to_string())];
    told(StatusCode::OK, headers, format!("{} {words}", upload.state))
}

/// What is to be said at once of a film that is kept and that browsers do not play.
async fn unplayed(asking: &Asking, upload: &Upload) -> Result<Option<String>, Refusal> {
    let Some(file) = FileId::parse(&upload.outcome).filter(|_| upload.state == UploadState::Done) else {
        return Ok(None);
    };
    let codec = WorkFile::unplayed_of(&mut asking.read().await?, &upload.school_id, &file).await?;
    Ok(codec.map(|codec| {
        let why = wording::unplayed(asking.locale, codec);
        say_in!(asking.locale, work.bad_file, name = apart(&upload.name), why = why)
    }))
}

/// Why a file could not be made ready, and what to do, for a page.
pub(super) fn problem_of(locale: Locale, upload: &Upload) -> Option<Problem> {
    let foreign = upload.foreign().map(|(kind, link)| Problem::Said(media::way_out(locale, kind, link)));
    foreign.or_else(|| upload.why().map(problem))
}

fn problem(why: UploadFailure) -> Problem {
    match why {
        UploadFailure::Unknown => Problem::NotAWorkFile,
        UploadFailure::TooManyPixels => Problem::TooManyPixels,
        UploadFailure::NotASound => Problem::NotASound,
        UploadFailure::NotAFilm => Problem::NotAFilm,
        UploadFailure::NotDrawn => Problem::NotDrawn,
        UploadFailure::WorkFull => Problem::TooManyFiles { max: MOST_FILES },
    }
}

/// More of it comes (tus: PATCH). What came before a connection broke is kept.
pub async fn append(asking: Asking, In(id): In<UploadId>, body: Body) -> Answer {
    if let Some(refused) = other_version(&asking) {
        return refused;
    }
    let upload = sent(&asking, &id).await?;
    let kind = asking.header("content-type").unwrap_or_default().split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case(PIECE) {
        return told(StatusCode::UNSUPPORTED_MEDIA_TYPE, [], String::new());
    }
    let from: Option<i64> = asking.header("upload-offset").and_then(|offset| offset.parse().ok());
    let media = asking.services.media.clone();
    let Some(_hold) = media.lock_upload(&id) else { return told(StatusCode::LOCKED, [], String::new()) };
    let offset = here(&asking, &upload).await;
    if from != Some(offset) || upload.state != UploadState::Coming {
        return told(StatusCode::CONFLICT, [("upload-offset", offset.to_string())], String::new());
    }
    let mut file = media.open_upload(&id).await.map_err(Refusal::trouble)?;
    let (received, whole) = take_what_comes(&mut file, body, offset, upload.size).await.map_err(Refusal::trouble)?;
    let mut tx = asking.write_again().await?;
    upload.came(&mut tx, received, asking.now()).await?;
    tx.commit().await?;
    if received == upload.size {
        media.say_uploaded();
    }
    let status = if whole { StatusCode::NO_CONTENT } else { StatusCode::BAD_REQUEST };
    told(status, [("upload-offset", received.to_string())], String::new())
}

/// Writes down what comes, as far as it comes and no further than it should. Gives how much is here, durably, and whether it
/// came as it should.
async fn take_what_comes(file: &mut File, body: Body, from: i64, size: i64) -> std::io::Result<(i64, bool)> {
    let mut pieces = body.into_data_stream();
    let (mut here, mut whole) = (from, true);
    loop {
        let piece: Bytes = match tokio::time::timeout(BODY_SILENCE, pieces.next()).await {
            Ok(Some(Ok(piece))) => piece,
            Ok(None) => break,
            Ok(Some(Err(_))) | Err(_) => {
                whole = false;
                break;
            }
        };
        let quota = usize::try_from(size - here).unwrap_or(usize::MAX);
        let fits = &piece[..piece.len().min(quota)];
        file.write_all(fits).await?;
        here += fits.len() as i64;
        if fits.len() < piece.len() {
            whole = false;
            break;
        }
    }
    file.flush().await?;
    file.sync_data().await?;
    Ok((here, whole))
}

/// `POST` where something on the way knows no other verb: the one that is meant stands beside it.
pub async fn by_post(asking: Asking, id: In<UploadId>, body: Body) -> Answer {
    match asking.header("x-http-method-override") {
        Some("DELETE") => terminate(asking, id).await,
        _ => append(asking, id, body).await,
    }
}

/// `DELETE` by a script (tus: termination).
pub async fn terminate(asking: Asking, In(id): In<UploadId>) -> Answer {
    if let Some(refused) = other_version(&asking) {
        return refused;
    }
    forget(&asking, &id).await?;
    told(StatusCode::NO_CONTENT, [], String::new())
}

/// `/arrival/{arrival}/forget`: the same, by a button.
pub async fn forget_by_button(asking: Asking, In(id): In<UploadId>) -> Answer {
    let work = forget(&asking, &id).await?;
    go(format!("/work/{work}/edit"))
}

async fn forget(asking: &Asking, id: &UploadId) -> Result<WorkId, Refusal> {
    let upload = sent(asking, id).await?;
    let media = &asking.services.media;
    let mut tx = asking.write().await?;
    upload.forget(&mut tx).await?;
    tx.commit().await?;
    if tokio::fs::try_exists(media.upload_path(id)).await.unwrap_or(false) {
        media.let_go(id).await;
    }
    Ok(upload.work_id)
}

/// `/arrival/{arrival}/original`: the file as it was sent, for whoever sent it, when it could not be made ready.
pub async fn original(asking: Asking, In(id): In<UploadId>) -> Answer {
    let upload = sent(&asking, &id).await?;
    if upload.state != UploadState::Failed {
        return Err(Refusal::NotFound);
    }
    let file = File::open(asking.services.media.upload_path(&id)).await.map_err(|_| Refusal::NotFound)?;
    let mut response = Body::from_stream(tokio_util::io::ReaderStream::new(file)).into_response();
    download(&mut response, &upload.name)?;
    Ok(response)
}

/// Has the browser save it rather than show it, under the name it came with.
pub(super) fn download(response: &mut Response, name: &str) -> Result<(), Refusal> {
    let encoded: String = form_urlencoded::byte_serialize(name.as_bytes()).collect::<String>().replace('+', "%20");
    let value = format!("attachment; filename*=UTF-8''{encoded}");
    let headers = response.headers_mut();
    headers.insert("content-disposition", HeaderValue::from_str(&value).map_err(Refusal::trouble)?);
    headers.insert("content-type", HeaderValue::from_static("application/octet-stream"));
    headers.insert("cache-control", HeaderValue::from_static("no-store"));
    Ok(())
}

/// What is on its way to a work, for its student.
pub(super) async fn on_the_way(
    asking: &Asking,
    conn: &mut kinfolio::store::Conn,
    work: &Work,
) -> Result<Vec<(Upload, i64)>, Refusal> {
    let mut all = Vec::new();
    for upload in Upload::of_work(conn, work).await? {
        let here = here(asking, &upload).await;
        all.push((upload, here));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_is_read_and_nothing_else() {
        assert_eq!(named("filetype dmlkZW8=,filename YWJ1ZWxhIHkgeW8ubXA0"), "abuela y yo.mp4");
        for nothing in ["", "filename", "filename ###", "name YWJj", "filename  "] {
            assert_eq!(named(nothing), "", "{nothing}");
        }
    }
}
