//! The limits of the request at hand: what its address takes, how far its body has come, and who sends it. How much that is
//! stands in [`limits`](crate::limits).

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use http::Extensions;
use http::request::Parts;
use kinfolio::person::Viewer;
use kinfolio::session::{self, SessionState};

use crate::address::client_address;
use crate::cookies::cookie;
use crate::limits::{Takes, WORDS_OF_A_STRANGER};
use crate::refusal::Refusal;
use crate::services::Services;
use crate::waiting_room::{Share, WaitingRoom};

/// What holds for the request at hand; the router puts it there.
#[derive(Clone, Debug)]
pub struct BodyLimits {
    pub takes: Takes,
    /// Whether somebody has to be signed in to post here.
    pub asks_somebody: bool,
    pub measure: Arc<Measure>,
}

impl BodyLimits {
    /// Limits of this kind, with nothing read yet.
    pub fn new(takes: Takes, asks_somebody: bool) -> Self {
        Self { takes, asks_somebody, measure: Arc::default() }
    }

    /// What the router said; the narrowest where it said nothing.
    pub(crate) fn of(extensions: &Extensions) -> Self {
        extensions.get().cloned().unwrap_or_else(|| Self::new(Takes::Little, false))
    }
}

/// How far a body has come.
#[derive(Debug)]
pub struct Measure {
    came: Mutex<(u64, Instant)>,
    too_much: AtomicBool,
}

impl Default for Measure {
    fn default() -> Self {
        Self { came: Mutex::new((0, Instant::now())), too_much: AtomicBool::new(false) }
    }
}

impl Measure {
    /// Notes that so many bytes came; `false` when that is more than is read of a body of this kind.
    pub fn count(&self, bytes: usize, takes: Takes) -> bool {
        let mut came = lock(&self.came);
        *came = (came.0.saturating_add(bytes as u64), Instant::now());
        let fits = came.0 <= takes.whole_body();
        if !fits {
            self.too_much.store(true, Ordering::Relaxed);
        }
        fits
    }

    /// When something last came.
    pub fn last(&self) -> Instant {
        lock(&self.came).1
    }

    /// Whether more came than is read.
    pub fn too_much(&self) -> bool {
        self.too_much.load(Ordering::Relaxed)
    }
}

fn lock<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Who sends a body.
#[derive(Debug)]
pub(crate) enum Sender {
    /// Somebody who is signed in.
    Somebody(Box<Viewer>),
    /// Nobody, from this address; told this where somebody is asked for.
    Stranger(String, Refusal),
}

impl Sender {
    /// Who sends this. When the database cannot say, nobody is known, and is told so once their words are here.
    pub(crate) async fn of(parts: &Parts, limits: &BodyLimits, services: &Services) -> Self {
        let stranger = |refusal| Self::Stranger(client_address(&parts.extensions), refusal);
        if !limits.asks_somebody {
            return stranger(Refusal::SignIn);
        }
        let Some(token) = cookie(&parts.headers, services.settings.cookie()) else { return stranger(Refusal::SignIn) };
        let who = async {
            let mut conn = services.db.read().await?;
            session::authenticate(&mut conn, token, services.clock.now()).await
        };
        match who.await {
            Ok(SessionState::Open(viewer)) => Self::Somebody(viewer),
            Ok(SessionState::GrantEnded) => stranger(Refusal::LinkEnded),
            Ok(SessionState::GrantRanOut(_)) => stranger(Refusal::LinkRanOut(String::new())),
            Ok(SessionState::Closed) => stranger(Refusal::SignIn),
            Err(error) => stranger(Refusal::trouble(error)),
        }
    }

    /// How much the words of their form may be, in bytes.
    pub(crate) fn words(&self, limits: &BodyLimits) -> u64 {
        match self {
            Self::Stranger(..) if limits.asks_somebody => limits.takes.words().min(WORDS_OF_A_STRANGER),
            _ => limits.takes.words(),
        }
    }

    /// Their share of what forms hold in memory.
    pub(crate) fn share_of_words(&self, room: &WaitingRoom) -> Share {
        match self {
            Self::Somebody(viewer) => room.words.share(viewer.person_id.as_str()),
            Self::Stranger(address, _) => room.words_of_strangers.share(address),
        }
    }
}
