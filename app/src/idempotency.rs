//! Idempotency of forms: sent twice, done once.
//!
//! Every form carries a key in a hidden field, which `shell` puts into it as the page is made. The transaction a handler
//! asks for (`Asking::write`) claims the form: key, words and files, and whoever sends them. A second one is answered with
//! where the first one led. What else a form says makes it another form, so that somebody who goes back and writes something
//! else is not held to what they sent before.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::StatusCode;
use http::header::REFERER;
use http::request::Parts;
use kinfolio::field;
use kinfolio::idempotency::{Claim, Sending, forget_old};
use kinfolio::language::Language;
use kinfolio::person::Viewer;
use kinfolio::secret::fingerprint;
use kinfolio::store::{StoreError, Tx};
use tokio::io::AsyncReadExt;

use crate::fields::{Fields, Lent, SentFile, TypedWords, written_in};
use crate::limits::UNREAD_WITHIN;
use crate::own_path::own_path;
use crate::refusal::Refusal;
use crate::said::Done;
use crate::services::Services;

pub(crate) mod outcomes;

/// A request, as far as a form is told by it, and what answers it.
type Request<'a> = (&'a Parts, &'a Services);

/// How much of a file tells it from another one of the same name and length.
const BEGINNING: u64 = 64 * 1024;
/// Where forms led is kept together, a little later.
const LATER: Duration = Duration::from_millis(200);
/// How often, and how far apart, it is asked where a form led that was done just now.
const LOOKS: u32 = 20;
const BETWEEN: Duration = Duration::from_millis(100);
/// How long a form counts as done just now, in milliseconds.
const JUST_NOW: i64 = 10_000;

/// Whether this is a key as we make them.
pub(crate) fn is_key(key: &str) -> bool {
    (16..=64).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The form of this request, as far as it has come.
#[derive(Clone, Debug, Default)]
pub struct Once(Arc<Mutex<ClaimState>>);

#[derive(Debug, Default)]
struct ClaimState {
    /// A fingerprint of everything in a form that came with a key.
    form: Option<String>,
    sending: Option<Sending>,
    is_claimed: bool,
    /// The language its words are in.
    language: Option<Language>,
    /// The mark of whoever opened it.
    opened_by: Option<String>,
}

impl Once {
    fn state(&self) -> MutexGuard<'_, ClaimState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the form where its handler asks for nothing in it: the key is in there all the same.
    pub(crate) async fn read(&self, head: &Parts, services: &Services) {
        let (Some(typed), Some(lent)) = (head.extensions.get::<TypedWords>(), head.extensions.get::<Lent>()) else {
            return;
        };
        if let Ok(Some(fields)) =
            tokio::time::timeout(UNREAD_WITHIN, typed.read_unread(head, services, lent.rest())).await
        {
            self.came(&head.uri.to_string(), &fields).await;
        }
    }

    /// Notes what came to an address, once it is whole.
    pub(crate) async fn came(&self, address: &str, fields: &Fields) {
        self.state().language = written_in(&fields.values);
        self.state().opened_by = Some(fields.get(field::OPENED_BY).to_owned()).filter(|mark| !mark.is_empty());
        if !is_key(fields.get(field::ONCE)) {
            return;
        }
        let mut files = Vec::new();
        for file in &fields.files {
            files.push((&file.field, &file.name, file.size, beginning(file).await));
        }
        // A text that went through another field comes back with other line ends.
        let words = serde_json::to_string(&(address, &fields.values, files)).unwrap_or_default();
        let form = fingerprint(&words.replace("\\r\\n", "\\n"));
        self.state().form = Some(form);
    }

    /// The language of the words that somebody wrote in it, if that is what it is for.
    pub(crate) fn language(&self) -> Option<Language> {
        self.state().language.clone()
    }

    /// The mark of whoever opened it, where it has one.
    pub(crate) fn opened_by(&self) -> Option<String> {
        self.state().opened_by.clone()
    }

    /// The form as this person's, when it has a key and somebody is there.
    fn sending(&self, viewer: Option<&Viewer>) -> Option<Sending> {
        let viewer = viewer?;
        let mut state = self.state();
        if state.sending.is_none() {
            let form = state.form.as_ref()?;
            state.sending = Some(Sending::of(&viewer.school_id, &viewer.person_id, form));
        }
        state.sending.clone()
    }

    /// Claims the form at hand for a transaction; refuses, with where it led, when it was done already.
    pub(crate) async fn claim(
        &self,
        (head, services): Request<'_>,
        viewer: Option<&Viewer>,
        mut tx: Tx,
    ) -> Result<Tx, Refusal> {
        let Some(sending) = self.sending(viewer) else { return Ok(tx) };
        let now = services.clock.now();
        let (led_to, at) = match sending.claim(&mut tx, now).await? {
            Claim::Ours => {
                self.state().is_claimed = true;
                return Ok(tx);
            }
            Claim::Done { led_to, at } => (led_to, at),
        };
        drop(tx);
        let looks = if now.0 - at.0 < JUST_NOW { LOOKS } else { 1 };
        let place = match led_to {
            Some(place) => Some(place),
            None => where_it_led(services, &sending, looks).await?.flatten(),
        };
        Err(Refusal::DoneAlready(place.unwrap_or_else(|| back_where_it_was(head))))
    }

    /// Where the form led when it was done before, although this time something was in its way: what it takes away is gone,
    /// what it changes has changed.
    pub(crate) async fn was_done(
        &self,
        (head, services): Request<'_>,
        viewer: Option<&Viewer>,
    ) -> Result<Option<String>, Refusal> {
        if viewer.is_none() || self.claimed().is_some() {
            return Ok(None);
        }
        self.read(head, services).await;
        let Some(sending) = self.sending(viewer) else { return Ok(None) };
        let done = where_it_led(services, &sending, 1).await?;
        Ok(done.map(|place| place.unwrap_or_else(|| back_where_it_was(head))))
    }

    /// Lets the form at hand be sent once more as it is: this transaction keeps something else than what it asks for.
    pub(crate) async fn give_up(&self, tx: &mut Tx) -> Result<(), StoreError> {
        let sending = self.claimed();
        self.state().is_claimed = false;
        match sending {
            Some(sending) => sending.give_up(tx).await,
            None => Ok(()),
        }
    }

    fn claimed(&self) -> Option<Sending> {
        let state = self.state();
        state.sending.clone().filter(|_| state.is_claimed)
    }

    /// Sees to what became of the form: where it led is remembered, and one that has to come again may come as it is.
    pub(crate) async fn settle(&self, services: &Services, status: StatusCode, led_to: Option<String>) {
        let Some(sending) = self.claimed() else { return };
        match led_to.filter(|_| status.is_redirection()) {
            Some(place) => services.remember(sending, place),
            None if status.is_client_error() => {
                if let Err(error) = free(services, &sending).await {
                    tracing::error!(%error, "a form that has to come again could not be let go");
                }
            }
            // Trouble after everything was saved is no reason to save it once more.
            None => {}
        }
    }
}

async fn free(services: &Services, sending: &Sending) -> Result<(), StoreError> {
    let mut tx = services.db.write().await?;
    sending.give_up(&mut tx).await?;
    tx.commit().await
}

/// What a file begins with.
async fn beginning(file: &SentFile) -> String {
    let mut bytes = Vec::new();
    if let Ok(file) = tokio::fs::File::open(file.path()).await {
        let _ = file.take(BEGINNING).read_to_end(&mut bytes).await;
    }
    fingerprint(&String::from_utf8_lossy(&bytes))
}

/// Where a form led that another request has done, as far as that is known: it may still be on its way to its answer.
async fn where_it_led(services: &Services, sending: &Sending, looks: u32) -> Result<Option<Option<String>>, Refusal> {
    let mut done = None;
    for look in 0..looks {
        if look > 0 {
            tokio::time::sleep(BETWEEN).await;
        }
        if let Some(place) = services.remembered(sending) {
            return Ok(Some(Some(place)));
        }
        done = sending.where_it_led(&mut services.db.read().await?).await?;
        if matches!(done, Some(Some(_))) {
            break;
        }
    }
    Ok(done)
}

/// The page the form stood on, which then says that it had arrived.
fn back_where_it_was(head: &Parts) -> String {
    let referer = head.headers.get(REFERER).and_then(|page| page.to_str().ok()).unwrap_or_default();
    let page = referer.split_once("://").and_then(|(_, page)| Some(&page[page.find('/')?..])).unwrap_or("/");
    let (path, query) = own_path(page).split_once('?').unwrap_or((own_path(page), ""));
    let query =
        query.split('&').filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(field::SAID.as_str()));
    let query: String = query.map(|pair| format!("{pair}&")).collect();
    format!("{path}?{query}{}={}", field::SAID, Done::Already.key())
}

impl Services {
    fn remembered(&self, sending: &Sending) -> Option<String> {
        self.outcomes().of(sending)
    }

    /// Remembers where a form led, together with what else is answered in the next moments.
    fn remember(&self, sending: Sending, place: String) {
        if self.outcomes().add(sending, place) {
            let services = self.clone();
            tokio::spawn(async move {
                loop {
                    tokio::time::sleep(LATER).await;
                    let waiting = services.outcomes().open().clone();
                    if let Err(error) = services.keep_outcomes(&waiting).await {
                        // Whoever sends one of these again is told that it had arrived.
                        tracing::warn!(%error, "where forms led could not be kept");
                    }
                    let mut all = services.outcomes().open();
                    all.drain(..waiting.len());
                    if all.is_empty() {
                        return;
                    }
                }
            });
        }
    }

    async fn keep_outcomes(&self, outcomes: &[(Sending, String)]) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        for (sending, place) in outcomes {
            sending.led_to(&mut tx, place).await?;
        }
        forget_old(&mut tx, self.clock.now()).await?;
        tx.commit().await
    }
}
