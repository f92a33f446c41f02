//! What the rooms of statements and the halls of conferences have in common: how many connections somebody may have, that
//! all of them end when the program does, and hearing what other servers on the same database say.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, Interval};

use crate::id::PersonId;
use crate::store::{Db, Ear, Told};

/// How many connections one person may have at once, in all places together.
pub const MOST_OF_A_PERSON: usize = 120;
/// How many of them in one place: windows, devices, and lines that have not noticed yet that they are dead.
pub const MOST_OF_A_PERSON_HERE: usize = 16;
/// How many connections there may be to one place.
pub const MOST_HERE: usize = 150;
/// How often every open place is looked at anew where there are several servers, whatever they said: a notice can be lost.
const LOOK_ANEW: Duration = Duration::from_secs(60);

/// The connections of everybody to places of one kind. Clones are the same.
#[derive(Clone)]
pub struct Connections(Arc<Counted>);

struct Counted {
    open: Mutex<HashMap<Key, usize>>,
    closing: watch::Sender<bool>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    Person(PersonId),
    Place(String),
    Both(PersonId, String),
}

/// A connection that is counted until this is dropped.
pub struct Connection {
    all: Connections,
    keys: [Key; 3],
}

/// There are too many connections already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many connections")]
pub struct TooMany;

impl Connections {
    /// No connection yet.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self(Arc::new(Counted { open: Mutex::default(), closing: watch::Sender::new(false) }))
    }

    /// Counts one more connection of a person to a place.
    ///
    /// # Errors
    /// When there are too many.
    pub fn open(&self, person: &PersonId, place: &str) -> Result<Connection, TooMany> {
        let keys =
            [Key::Person(person.clone()), Key::Place(place.to_owned()), Key::Both(person.clone(), place.to_owned())];
        let most = [MOST_OF_A_PERSON, MOST_HERE, MOST_OF_A_PERSON_HERE];
        let mut open = self.counts();
        if keys.iter().zip(most).any(|(key, most)| open.get(key).is_some_and(|count| *count >= most)) {
            return Err(TooMany);
        }
        for key in &keys {
            *open.entry(key.clone()).or_default() += 1;
        }
        Ok(Connection { all: self.clone(), keys })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.counts().iter().filter(|(key, _)| matches!(key, Key::Person(_))).map(|(_, count)| count).sum()
    }

    /// Ends every connection, now and from now on: the program closes.
    pub fn close(&self) {
        self.0.closing.send_replace(true);
    }

    /// Waits until [`Connections::close`].
    pub async fn closed(&self) {
        // The sender lives as long as this, so that there is nothing that could go wrong.
        let _ = self.0.closing.subscribe().wait_for(|closing| *closing).await;
    }

    fn counts(&self) -> MutexGuard<'_, HashMap<Key, usize>> {
        // Counting does not panic half way.
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        let mut open = self.all.counts();
        for key in &self.keys {
            match open.get_mut(key) {
                Some(count) if *count > 1 => *count -= 1,
                _ => drop(open.remove(key)),
            }
        }
    }
}

/// Tells the other servers that something happened in a place. Whether they hear it changes nothing here: what is said is
/// said after it was kept, and they look anew by themselves.
pub async fn tell(db: &Db, server: &str, place: &str) {
    db.tell(&format!("{server} {place}")).await;
}

/// Where something happened on another server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// In the place with this id.
    In(String),
    /// Anywhere: nothing could be heard for a while, or it is time to look at everything anew.
    Anywhere,
}

/// Hears what other servers on the same database say.
pub struct Hearing {
    /// None where there is one server only.
    ear: Option<Ear>,
    server: String,
    look: Interval,
}

impl Hearing {
    /// Hears what others say than the server that is called so.
    pub fn of_others(db: &Db, server: &str) -> Self {
        let look = tokio::time::interval_at(Instant::now() + LOOK_ANEW, LOOK_ANEW);
        Self { ear: db.listen(), server: server.to_owned(), look }
    }

    /// Where something happened next; none when the database is closed, or there is nobody to hear.
    pub async fn next(&mut self) -> Option<Elsewhere> {
        let ear = self.ear.as_mut()?;
        loop {
            let told = tokio::select! {
                told = ear.next() => told?,
                _ = self.look.tick() => return Some(Elsewhere::Anywhere),
            };
            match told {
                Told::Missed => return Some(Elsewhere::Anywhere),
                Told::Words(words) => match words.split_once(' ') {
                    Some((server, place)) if server != self.server => return Some(Elsewhere::In(place.to_owned())),
                    _ => {}
                },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_has_so_many_connections_and_a_place_too() {
        let (all, one, other) = (Connections::new(), PersonId::new(), PersonId::new());
        let held: Vec<_> = (0..MOST_OF_A_PERSON_HERE).map(|_| all.open(&one, "here").unwrap()).collect();
        assert!(all.open(&one, "here").is_err());
        let elsewhere = all.open(&one, "elsewhere").unwrap();
        let others = all.open(&other, "here").unwrap();
        drop(held);
        let many: Vec<_> = (1..MOST_OF_A_PERSON).map(|place| all.open(&one, &place.to_string()).unwrap()).collect();
        assert!(all.open(&one, "one more").is_err());
        drop((many, elsewhere, others));
        let full: Vec<_> = (0..MOST_HERE).map(|_| all.open(&PersonId::new(), "here").unwrap()).collect();
        assert!(all.open(&one, "here").is_err());
        drop(full);
        assert!(all.counts().is_empty(), "nothing is counted that is not there");
    }

    #[tokio::test]
    async fn closing_ends_what_is_open_and_what_comes_later() {
        let all = Connections::new();
        let waits = tokio::spawn({
            let all = all.clone();
            async move { all.closed().await }
        });
        all.close();
        waits.await.unwrap();
        all.closed().await;
    }
}
