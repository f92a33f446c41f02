//! An attempt at signing in: whether they have to wait first, and what their try is counted for.

use std::net::IpAddr;

use axum::response::Response;
use http::HeaderValue;
use http::header::RETRY_AFTER;
use kinfolio::person::credentials::Candidates;
use kinfolio::secret::{HashSlot, MOST_WAITING_IN_A_FLOOD};
use kinfolio::throttle::{Try, Wait};

use crate::asking::Asking;
use crate::refusal::Refusal;
use crate::wording::{self, Locale};

/// An attempt that may be made: it is counted already.
pub struct SignInAttempt {
    pub trying: Try,
    /// The place among those whose passwords are hashed.
    pub slot: HashSlot,
    /// Those who have this username.
    pub candidates: Candidates,
}

/// Why a try may not be made now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Throttled {
    /// There were many that did not fit.
    Wait(Wait),
    /// Many come in from there at this moment.
    Busy,
}

/// Where a request comes from, for slowing down guesses. A network of IPv6 counts as one: a single device has as many
/// addresses there as it likes.
pub fn origin(asking: &Asking) -> String {
    let address = asking.address();
    match address.parse() {
        Ok(IpAddr::V6(v6)) if v6.to_ipv4_mapped().is_none() => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        _ => address,
    }
}

impl SignInAttempt {
    /// A try at an account by some way (a password, a code), from a device that is known there or as a stranger.
    pub async fn at(asking: &Asking, way: &str, username: &str) -> Result<Result<Self, Throttled>, Refusal> {
        let (key, now, from) = (&asking.services.secrets, asking.now(), origin(asking));
        if let Some(device) = asking.device() {
            // Anybody can make a cookie up: those who come with one wait for one another, and not for those who have none.
            let Ok(place) = HashSlot::from_address(&format!("with a device, {from}")) else {
                return Ok(Err(Throttled::Busy));
            };
            let turn = place.turn_to_ask().await;
            let mut conn = asking.read().await?;
            let candidates = Candidates::named(&mut conn, username).await?;
            if device.is_known_to(&mut conn, key, candidates.people(), now).await? {
                drop((conn, turn));
                let trying = Try::by_known_device(key, username, device.token());
                return Self::begun(asking, trying, HashSlot::for_known(), candidates).await;
            }
        }
        let Ok(slot) = HashSlot::from_address(&from) else { return Ok(Err(Throttled::Busy)) };
        let turn = slot.turn_to_ask().await;
        let trying = Try::at_account(key, way, username, &from);
        let mut conn = asking.read().await?;
        if slot.is_one_of_more_than(MOST_WAITING_IN_A_FLOOD) && trying.comes_from_a_flood(&mut conn).await? {
            return Ok(Err(Throttled::Busy));
        }
        let candidates = Candidates::named(&mut conn, username).await?;
        drop((conn, turn));
        Self::begun(asking, trying, slot, candidates).await
    }

    async fn begun(
        asking: &Asking,
        trying: Try,
        slot: HashSlot,
        candidates: Candidates,
    ) -> Result<Result<Self, Throttled>, Refusal> {
        let turn = slot.turn_to_ask().await;
        if let Err(wait) = trying.begin(&asking.services.db, asking.now()).await? {
            return Ok(Err(Throttled::Wait(wait)));
        }
        drop(turn);
        Ok(Ok(Self { trying, slot, candidates }))
    }
}

impl Throttled {
    /// As a sentence.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Wait(wait) => say_in!(locale, entry.wait, time = wording::wait(locale, wait.seconds)),
            Self::Busy => say_in!(locale, entry.busy),
        }
    }

    /// An answer that says so, for programs too.
    pub fn answer(self, mut response: Response) -> Response {
        let seconds = match self {
            Self::Wait(wait) => wait.seconds,
            Self::Busy => 5,
        };
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        response
    }
}
