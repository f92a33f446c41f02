//! Who is in which conference now. A hall holds what everybody in it is told; the place in it is kept in the database, and
//! told to the other servers.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures::FutureExt;
use futures::future::BoxFuture;
use tokio::sync::watch;

use super::{Guest, Now};
use crate::id::{ConferenceId, PersonId};
use crate::live::{Channels, Hub, Topic};
use crate::store::StoreError;

/// Every conference that somebody is in.
#[derive(Clone)]
pub struct Halls(Arc<HallsInner>);

struct HallsInner {
    hub: Hub,
    open: Mutex<HashMap<ConferenceId, watch::Sender<Inside>>>,
}

/// What is known in a hall.
#[derive(Clone, Debug, Default)]
pub struct Inside {
    pub now: Option<Now>,
    seats: Vec<(u64, PersonId, Guest)>,
    next_seat: u64,
}

/// Somebody's place in a hall; it is free again when this is dropped.
pub struct Seat {
    halls: Halls,
    conference: ConferenceId,
    number: u64,
    news: watch::Receiver<Inside>,
}

impl Inside {
    /// Who is here, each person once, in the order in which they came.
    pub fn people(&self) -> Vec<Guest> {
        let first = |at: usize, person: &PersonId| !self.seats[..at].iter().any(|(_, other, _)| other == person);
        let seats = self.seats.iter().enumerate().filter(|(at, (_, person, _))| first(*at, person));
        seats.map(|(_, (_, _, guest))| guest.clone()).collect()
    }
}

impl Halls {
    /// Nobody is anywhere yet.
    pub fn new(hub: Hub) -> Self {
        Self(Arc::new(HallsInner { hub, open: Mutex::default() }))
    }

    /// Takes a seat. The caller has asked policy.
    pub async fn enter(&self, conference: &ConferenceId, person: &PersonId, guest: Guest) -> Result<Seat, StoreError> {
        let (number, news) = {
            let mut open = self.open();
            let hall = open.entry(conference.clone()).or_insert_with(|| watch::Sender::new(Inside::default()));
            let mut number = 0;
            hall.send_modify(|inside| {
                inside.next_seat += 1;
                number = inside.next_seat;
                inside.seats.push((number, person.clone(), guest));
            });
            (number, hall.subscribe())
        };
        // Read after the seat is taken, so that no step falls between the two.
        let seat = Seat { halls: self.clone(), conference: conference.clone(), number, news };
        self.look(conference).await?;
        Ok(seat)
    }

    /// A conference has moved: those who are in it, here and on other servers, are told. Nothing of what can go wrong here
    /// concerns whoever moved it: it is kept.
    pub async fn moved(&self, conference: &ConferenceId, now: Now) {
        self.tell(conference, now);
        self.0.hub.tell(Topic::Conference, conference.as_str()).await;
    }

    /// How many halls are open.
    pub fn count(&self) -> usize {
        self.open().len()
    }

    async fn look(&self, conference: &ConferenceId) -> Result<(), StoreError> {
        let now = Now::of(&mut self.0.hub.db().read().await?, conference).await?;
        if let Some(now) = now {
            self.tell(conference, now);
        }
        Ok(())
    }

    fn tell(&self, conference: &ConferenceId, now: Now) {
        if let Some(hall) = self.open().get(conference) {
            hall.send_if_modified(|inside| {
                // News that was overtaken on its way is old.
                let newer = inside.now.is_none_or(|known| known.version < now.version);
                if newer {
                    inside.now = Some(now);
                }
                newer
            });
        }
    }

    fn is_open(&self, conference: &ConferenceId) -> bool {
        self.open().contains_key(conference)
    }

    fn open(&self) -> MutexGuard<'_, HashMap<ConferenceId, watch::Sender<Inside>>> {
        // A panic while it was held left it as it was before or after one change.
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Channels for Halls {
    fn topic(&self) -> Topic {
        Topic::Conference
    }

    fn open_places(&self) -> Vec<String> {
        self.open().keys().map(ToString::to_string).collect()
    }

    fn catch_up<'a>(&'a self, place: &'a str) -> BoxFuture<'a, ()> {
        async move {
            if let Some(conference) = ConferenceId::parse(place).filter(|conference| self.is_open(conference))
                && let Err(error) = self.look(&conference).await
            {
                tracing::warn!(%error, "a conference could not be followed");
            }
        }
        .boxed()
    }
}

impl Seat {
    /// What is known now.
    pub fn inside(&mut self) -> Inside {
        self.news.borrow_and_update().clone()
    }

    /// Waits for news.
    pub async fn news(&mut self) -> Inside {
        // The hall outlives its seats, so that there is always somebody to tell.
        let _ = self.news.changed().await;
        self.inside()
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut open = self.halls.open();
        let Some(hall) = open.get(&self.conference) else { return };
        hall.send_modify(|inside| inside.seats.retain(|(number, _, _)| *number != self.number));
        if hall.borrow().seats.is_empty() {
            open.remove(&self.conference);
        }
    }
}
