//! Reading a form as it comes: never more than its address takes, whoever sends it and however it is cut up.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request};
use futures::{Stream, StreamExt};
use http::header::CONTENT_TYPE;
use http::request::Parts;
use tokio::io::AsyncWriteExt;

use super::own_language;
use super::{Fields, SentFile, TypedWords, Values};
use kinfolio::field::{self, FieldName};
use kinfolio::person::Viewer;

use crate::address::client_address;
use crate::body_limits::{BodyLimits, Sender};
use crate::idempotency::Once;
use crate::limits::{
    FILE_MB, FILES_OF_A_STRANGER, LONGEST_PART_HEAD, MOST_FIELDS, MOST_FILES, MOST_PARTS, PICTURE_MB,
    TIME_OF_A_STRANGER, Takes, UNREAD_FORGOTTEN, WORDS_FORGOTTEN,
};
use crate::refusal::Refusal;
use crate::services::Services;
use crate::waiting_room::Share;

/// How much a form is given to its reader at a time: of each part a little at first, then more and more, up to this. The
/// reader asks for more before it looks at what it has, so that many small parts would pile up.
const FIRST_PIECE: usize = 512;
const PIECE: usize = 64 * 1024;

impl FromRequest<Services> for Fields {
    type Rejection = Refusal;

    async fn from_request(request: Request<Body>, services: &Services) -> Result<Self, Refusal> {
        let words = request.extensions().get::<TypedWords>().cloned().unwrap_or_default();
        let once = request.extensions().get::<Once>().cloned().unwrap_or_default();
        let address = request.uri().to_string();
        let limits = BodyLimits::of(request.extensions());
        let (parts, body) = request.into_parts();
        let sender = Sender::of(&parts, &limits, services).await;
        let mut reading = Reading::by(sender, limits, services, words);
        let request = Request::from_parts(parts, body);
        let came = match reading.sender {
            Sender::Somebody(_) => reading.read(request).await,
            Sender::Stranger(..) => match tokio::time::timeout(TIME_OF_A_STRANGER, reading.read(request)).await {
                Ok(came) => came,
                Err(_) => Err(Refusal::Broken),
            },
        };
        let sender = match &reading.sender {
            Sender::Somebody(viewer) => Some(viewer.clone()),
            Sender::Stranger(..) => None,
        };
        let mut fields = reading.ended(came)?;
        if let Some(sender) = sender {
            own_mouth(services, &fields, &sender).await?;
        }
        own_language::settle(&mut fields.values);
        once.came(&address, &fields).await;
        Ok(fields)
    }
}

/// Refuses a form that somebody else opened: what they wrote goes into no other mouth.
async fn own_mouth(services: &Services, fields: &Fields, sender: &Viewer) -> Result<(), Refusal> {
    match services.another_writer(fields.get(field::OPENED_BY), sender).await? {
        Some(writer) => Err(Refusal::BegunByAnother(writer)),
        None => Ok(()),
    }
}

/// The words of a form that its handler did not read, whoever sends it. What is wrong with it is not what has to be said then.
pub(super) async fn words_of(head: &Parts, services: &Services, body: Body, words: TypedWords) -> Option<Fields> {
    let sender = Sender::Stranger(client_address(&head.extensions), Refusal::SignIn);
    let mut reading = Reading::by(sender, BodyLimits::new(Takes::Words, false), services, words);
    reading.words_forgotten = UNREAD_FORGOTTEN;
    let mut request = Request::new(body);
    *request.headers_mut() = head.headers.clone();
    let came = reading.read(request).await;
    reading.ended(came).ok()
}

/// A form on its way. What was typed is remembered when it ends, however it ends.
struct Reading<'a> {
    services: &'a Services,
    sender: Sender,
    limits: BodyLimits,
    typed: TypedWords,
    values: Values,
    files: Vec<SentFile>,
    /// The fields of its files, each with the file's name.
    names: Vec<(String, String)>,
    /// How many bytes more the words may have.
    left: u64,
    /// How many bytes were read and forgotten, and how many of words may be.
    forgotten: u64,
    words_forgotten: u64,
    held: Option<Share>,
    /// Why it will be refused, once it is here.
    refusal: Option<Refusal>,
    /// Why a file of it could not be kept: the words that come after it are kept all the same.
    not_kept: Option<Refusal>,
}

impl Drop for Reading<'_> {
    fn drop(&mut self) {
        self.typed.remember(&self.values, &self.names);
    }
}

impl<'a> Reading<'a> {
    fn by(sender: Sender, limits: BodyLimits, services: &'a Services, typed: TypedWords) -> Self {
        let (left, held) = (sender.words(&limits), Some(sender.share_of_words(services.waiting_room())));
        let (values, files, names) = Default::default();
        typed.begin();
        Self {
            services,
            sender,
            limits,
            typed,
            values,
            files,
            names,
            left,
            forgotten: 0,
            words_forgotten: WORDS_FORGOTTEN,
            held,
            refusal: None,
            not_kept: None,
        }
    }

    async fn read(&mut self, request: Request<Body>) -> Result<(), Refusal> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if kind.starts_with("multipart/form-data") {
            self.read_multipart(request).await
        } else {
            self.read_urlencoded(request.into_body()).await
        }
    }

    /// What is made of it.
    fn ended(mut self, came: Result<(), Refusal>) -> Result<Fields, Refusal> {
        if self.limits.measure.too_much() {
            return Err(self.too_large());
        }
        if let Some(refusal) = self.refusal.take().or(self.not_kept.take()) {
            return Err(refusal);
        }
        came?;
        match &self.sender {
            // Their files are not here: nobody may go on as if there had been none.
            Sender::Stranger(_, refusal) if self.limits.asks_somebody => Err(refusal.clone()),
            _ => {
                let (files, held) = (std::mem::take(&mut self.files), self.held.take());
                Ok(Fields { values: self.values.clone(), files, _held: held })
            }
        }
    }

    fn too_large(&self) -> Refusal {
        match self.limits.takes {
            Takes::Little => Refusal::MoreThanFits,
            _ => Refusal::TooLarge { max_mb: self.sender.words(&self.limits) / (1024 * 1024) },
        }
    }

    /// Whether so many bytes more of words are kept. Once they are not, the rest is read and forgotten.
    fn fits(&mut self, bytes: usize) -> bool {
        if self.refusal.is_some() {
            return false;
        }
        match self.left.checked_sub(bytes as u64) {
            None => self.refusal = Some(self.too_large()),
            Some(_) if !self.held.as_mut().is_some_and(|held| held.hold(bytes as u64)) => {
                self.refusal = Some(Refusal::Busy);
            }
            Some(left) => self.left = left,
        }
        self.refusal.is_none()
    }

    async fn read_urlencoded(&mut self, body: Body) -> Result<(), Refusal> {
        let mut pieces = body.into_data_stream();
        let mut bytes = Vec::new();
        let came = loop {
            match pieces.next().await {
                Some(Ok(piece)) if self.fits(piece.len()) => bytes.extend_from_slice(&piece),
                Some(Ok(piece)) => {
                    self.lets_go(piece.len())?;
                    if self.forgotten > self.words_forgotten {
                        break Ok(());
                    }
                }
                Some(Err(_)) => break Err(Refusal::Broken),
                None => break Ok(()),
            }
        };
        if bytes.iter().filter(|byte| **byte == b'&').count() >= MOST_FIELDS {
            self.refusal = Some(self.too_large());
        } else {
            self.values = Values::from_urlencoded(&bytes);
        }
        came
    }

    async fn read_multipart(&mut self, request: Request<Body>) -> Result<(), Refusal> {
        let allowance = Allowance::default();
        let given = allowance.clone();
        let request = request.map(|body| Body::from_stream(BodyPieces::of(body, given)));
        let mut form = Multipart::from_request(request, self.services).await.map_err(|_| Refusal::Broken)?;
        for _ in 0..MOST_PARTS {
            allowance.give(LONGEST_PART_HEAD as i64);
            let part = form.next_field().await;
            if allowance.is_used_up() {
                self.refusal.get_or_insert(Refusal::MoreThanFits);
            }
            let Some(part) = part.map_err(|_| Refusal::Broken)? else { return Ok(()) };
            allowance.give(i64::MAX);
            self.read_part(part).await?;
        }
        self.refusal = Some(self.too_large());
        Ok(())
    }

    async fn read_part(&mut self, mut part: Field<'_>) -> Result<(), Refusal> {
        let (name, file_name) = (part.name().map(str::to_owned), part.file_name().map(as_called));
        let head = name.as_deref().map_or(0, str::len) + file_name.as_deref().map_or(0, str::len);
        let kept = self.fits(head);
        match (name, file_name) {
            (Some(name), None) if kept => self.read_words(part, &name).await,
            (Some(name), Some(file_name)) if kept => {
                if !file_name.is_empty() {
                    self.names.push((name.clone(), file_name.clone()));
                }
                if !self.keeps_files() {
                    self.forget(&mut part).await
                } else if self.files.len() < MOST_FILES {
                    self.read_file(part, name, file_name).await
                } else {
                    self.values.set(field::TOO_MANY_FILES, "yes");
                    self.forget(&mut part).await
                }
            }
            _ => self.forget(&mut part).await,
        }
    }

    fn keeps_files(&self) -> bool {
        self.limits.takes.files() && matches!(self.sender, Sender::Somebody(_))
    }

    async fn read_words(&mut self, mut part: Field<'_>, name: &str) -> Result<(), Refusal> {
        let mut bytes = Vec::new();
        let came = loop {
            match part.chunk().await {
                Ok(Some(chunk)) if self.fits(chunk.len()) => bytes.extend_from_slice(&chunk),
                Ok(Some(chunk)) => self.lets_go(chunk.len())?,
                Ok(None) => break Ok(()),
                Err(_) => break Err(Refusal::Broken),
            }
        };
        // Also what came of words that were cut off is somebody's.
        self.values.add(FieldName::as_sent(name), String::from_utf8_lossy(&bytes));
        came
    }

    /// Reads a part and forgets it, for the words that come after it.
    async fn forget(&mut self, part: &mut Field<'_>) -> Result<(), Refusal> {
        while let Some(chunk) = part.chunk().await.map_err(|_| Refusal::Broken)? {
            self.lets_go(chunk.len())?;
        }
        Ok(())
    }

    /// Notes that so many bytes were read and forgotten. A stranger's patience is not ours.
    fn lets_go(&mut self, bytes: usize) -> Result<(), Refusal> {
        self.forgotten += bytes as u64;
        let too_much = matches!(self.sender, Sender::Stranger(..)) && self.forgotten > FILES_OF_A_STRANGER;
        if too_much { Err(self.too_large()) } else { Ok(()) }
    }

    /// Writes a file to the waiting room, up to the limit. The rest of a longer one is read and forgotten, so that the
    /// words which come after it in the form are not lost; so is all of one for which there is no room.
    async fn read_file(&mut self, mut part: Field<'_>, field: String, name: String) -> Result<(), Refusal> {
        let max = (if field == field::PICTURES { FILE_MB } else { PICTURE_MB }) * 1024 * 1024;
        let Sender::Somebody(whose) = &self.sender else { return self.forget(&mut part).await };
        let mut room = self.services.waiting_room().files.share(whose.person_id.as_str());
        let mut chunk = part.chunk().await.map_err(|_| Refusal::Broken)?.unwrap_or_default();
        // A field that was left empty brings none.
        if chunk.is_empty() && name.is_empty() {
            return self.forget(&mut part).await;
        }
        let path = self.services.settings.waiting_room.join(kinfolio::secret::token());
        let mut out = match tokio::fs::File::create(&path).await {
            Ok(out) => out,
            Err(error) => return self.no_file(&mut part, Refusal::file_not_kept(error)).await,
        };
        // From here on it is removed when this is dropped.
        let mut size = 0;
        let file = SentFile { field, name, size, too_big: false, path, _room: None };
        loop {
            size += chunk.len() as u64;
            if size <= max {
                if !room.hold(chunk.len() as u64) {
                    return self.no_file(&mut part, Refusal::NoRoom).await;
                }
                if let Err(error) = out.write_all(&chunk).await {
                    return self.no_file(&mut part, Refusal::file_not_kept(error)).await;
                }
            }
            match part.chunk().await.map_err(|_| Refusal::Broken)? {
                Some(next) => chunk = next,
                None => break,
            }
        }
        if let Err(error) = out.flush().await {
            return self.no_file(&mut part, Refusal::file_not_kept(error)).await;
        }
        self.files.push(file.whole(size, size > max, room));
        Ok(())
    }

    /// A file could not be kept: the form will be refused, with its words.
    async fn no_file(&mut self, part: &mut Field<'_>, refusal: Refusal) -> Result<(), Refusal> {
        self.not_kept.get_or_insert(refusal);
        self.files.clear();
        self.forget(part).await
    }
}

/// What a file is called: browsers write the quotes in its name so (HTML, 4.10.22.8).
fn as_called(file_name: &str) -> String {
    file_name.replace("%22", "\"")
}

/// How many bytes more the reader of a form is given before it has to have found something, and how many at a time.
#[derive(Clone, Debug, Default)]
struct Allowance(Arc<(AtomicI64, AtomicUsize)>);

impl Allowance {
    fn give(&self, bytes: i64) {
        self.0.0.store(bytes, Ordering::Relaxed);
        self.0.1.store(FIRST_PIECE, Ordering::Relaxed);
    }

    /// How much there is at this time.
    fn piece(&self) -> usize {
        let piece = self.0.1.load(Ordering::Relaxed);
        self.0.1.store((piece * 2).min(PIECE), Ordering::Relaxed);
        piece.max(1)
    }

    fn take(&self, bytes: usize) -> bool {
        self.0.0.fetch_sub(bytes as i64, Ordering::Relaxed) > bytes as i64
    }

    fn is_used_up(&self) -> bool {
        self.0.0.load(Ordering::Relaxed) <= 0
    }
}

/// A body in small pieces, one at each asking: the multipart reader otherwise holds everything that is there before it looks
/// at any of it, and a part's headers without end.
struct BodyPieces {
    body: axum::body::BodyDataStream,
    rest: Bytes,
    allowance: Allowance,
    gave: bool,
}

impl BodyPieces {
    fn of(body: Body, allowance: Allowance) -> Self {
        Self { body: body.into_data_stream(), rest: Bytes::new(), allowance, gave: false }
    }
}

impl Stream for BodyPieces {
    type Item = Result<Bytes, axum::BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if std::mem::take(&mut self.gave) {
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        while self.rest.is_empty() {
            match std::task::ready!(self.body.poll_next_unpin(cx)) {
                Some(Ok(bytes)) => self.rest = bytes,
                Some(Err(error)) => return Poll::Ready(Some(Err(error.into()))),
                None => return Poll::Ready(None),
            }
        }
        let size = self.rest.len().min(self.allowance.piece());
        let piece = self.rest.split_to(size);
        self.gave = true;
        if self.allowance.take(size) {
            Poll::Ready(Some(Ok(piece)))
        } else {
            Poll::Ready(Some(Err("a part's headers do not end".into())))
        }
    }
}
