//! Whose password is hashed when. A hash takes 19 MiB and tens of milliseconds on purpose, so that few are made at once;
//! who asks for many waits behind the others, and in the end is asked to come again.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Semaphore, SemaphorePermit};

/// At most so many passwords are hashed at once, …
static HASHING: Semaphore = Semaphore::const_new(AT_ONCE);
/// … and one more for those whose device is known: they never wait behind strangers.
static HASHING_KNOWN: Semaphore = Semaphore::const_new(1);
const AT_ONCE: usize = 2;
/// At most so many from one address ask the database at once who they might be: a flood leaves connections to everybody else.
const ASKING_AT_ONCE: usize = 4;

/// At most so many wait from one address: a whole school that signs in at once fits, and takes seconds. Nobody from another
/// address waits behind them.
pub const MOST_WAITING: usize = 400;
/// At most so many wait from an address from which many names have failed.
pub const MOST_WAITING_IN_A_FLOOD: usize = 40;

/// Who waits, by address. An address may hold every place but never queues for more than that, so that somebody from
/// another address is next whatever the queue of this one.
static WAITING: Mutex<BTreeMap<String, Arc<AddressQueue>>> = Mutex::new(BTreeMap::new());

/// Those of one address.
#[derive(Debug)]
struct AddressQueue {
    hashing: Semaphore,
    asking: Semaphore,
}

/// More wait from this address than a class does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many passwords wait to be hashed")]
pub struct Busy;

/// A place in the queue; free again when this is dropped.
#[derive(Debug)]
pub struct HashSlot(Option<(String, Arc<AddressQueue>)>);

/// Both permits of a hash that is being made.
pub(super) struct HashPermits<'t> {
    _of_address: Option<SemaphorePermit<'t>>,
    _hashing: Option<SemaphorePermit<'static>>,
}

impl HashSlot {
    /// A place for somebody whose device signed in to this account before.
    pub fn for_known() -> Self {
        Self(None)
    }

    /// A place for whoever comes from this address.
    ///
    /// # Errors
    /// When too many wait from there already.
    pub fn from_address(address: &str) -> Result<Self, Busy> {
        let new = || AddressQueue { hashing: Semaphore::new(AT_ONCE), asking: Semaphore::new(ASKING_AT_ONCE) };
        let mut waiting = waiting();
        let of_address = waiting.entry(address.to_owned()).or_insert_with(|| Arc::new(new())).clone();
        let slot = Self(Some((address.to_owned(), of_address)));
        drop(waiting);
        if slot.is_one_of_more_than(MOST_WAITING) { Err(Busy) } else { Ok(slot) }
    }

    /// Whether more than so many wait from this address, with this one.
    pub fn is_one_of_more_than(&self, most: usize) -> bool {
        // The table holds one too.
        self.0.as_ref().is_some_and(|(_, of_address)| Arc::strong_count(of_address) > most + 1)
    }

    /// Waits until the database may be asked.
    pub async fn turn_to_ask(&self) -> Option<SemaphorePermit<'_>> {
        // It is never closed.
        self.0.as_ref()?.1.asking.acquire().await.ok()
    }

    /// Waits until a hash may be made.
    pub(super) async fn acquire(&self) -> HashPermits<'_> {
        // Neither is ever closed.
        match &self.0 {
            Some((_, of_address)) => {
                let of_address = of_address.hashing.acquire().await.ok();
                HashPermits { _of_address: of_address, _hashing: HASHING.acquire().await.ok() }
            }
            None => {
                let hashing = tokio::select! {
                    hashing = HASHING_KNOWN.acquire() => hashing.ok(),
                    hashing = HASHING.acquire() => hashing.ok(),
                };
                HashPermits { _of_address: None, _hashing: hashing }
            }
        }
    }
}

impl Drop for HashSlot {
    fn drop(&mut self) {
        let Some((address, of_address)) = self.0.take() else { return };
        let mut waiting = waiting();
        // Nobody but the table and us.
        if Arc::strong_count(&of_address) == 2 {
            waiting.remove(&address);
        }
    }
}

fn waiting() -> MutexGuard<'static, BTreeMap<String, Arc<AddressQueue>>> {
    // A panic while it was held left it as it was before or after one change.
    WAITING.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_fits_into_the_queue_and_a_flood_does_not() {
        let address = "198.51.100.7";
        let places: Vec<HashSlot> = (0..MOST_WAITING).map(|_| HashSlot::from_address(address).unwrap()).collect();
        assert_eq!(HashSlot::from_address(address).unwrap_err(), Busy);
        assert!(HashSlot::from_address("198.51.100.8").is_ok());
        assert!(places.iter().all(|place| place.is_one_of_more_than(MOST_WAITING_IN_A_FLOOD)));
        drop(places);
        assert!(!waiting().contains_key(address), "nothing is left of who has gone");
        assert!(HashSlot::from_address(address).is_ok());
    }

    #[tokio::test]
    async fn whoever_is_known_or_comes_from_elsewhere_is_not_behind_a_flood() {
        let flood: Vec<HashSlot> = (0..20).map(|_| HashSlot::from_address("203.0.113.1").unwrap()).collect();
        let made = futures::future::join_all(flood.iter().map(|slot| slot.verify("wrong".into(), None)));
        let (known, elsewhere) = (HashSlot::for_known(), HashSlot::from_address("203.0.113.2").unwrap());
        let first = futures::future::join(known.verify("a".into(), None), elsewhere.verify("b".into(), None));
        // Polled after the flood has queued.
        tokio::select! {
            biased;
            _ = made => panic!("all of the flood came first"),
            _ = first => {}
        }
    }
}
