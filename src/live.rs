//! The hub of everything that goes on live: how many connections somebody may have, that all of them end when the program
//! does, and what several servers on one database tell each other. Each kind of place that people are in at once has a topic.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures::future::BoxFuture;
use tokio::sync::watch;
use tokio::time::Instant;

use crate::id::PersonId;
use crate::store::{Db, Notification};

/// How many connections one person may have at once, in all places together.
pub const MOST_OF_A_PERSON: usize = 120;
/// How many of them in one place: windows, devices, and lines that have not noticed yet that they are dead.
pub const MOST_OF_A_PERSON_HERE: usize = 16;
/// How many connections there may be to one place.
pub const MOST_HERE: usize = 150;
/// How often every open place is looked at anew where there are several servers, whatever they said: a notice can be lost.
const LOOK_ANEW: Duration = Duration::from_secs(60);

/// The connections of everybody to all places. Clones are the same.
#[derive(Clone)]
pub struct Connections(Arc<Counted>);

struct Counted {
    open: Mutex<HashMap<SlotKey, usize>>,
    closing: watch::Sender<bool>,
    /// Told whenever somebody may not be somewhere any more: everybody is asked again at once.
    asks_again: watch::Sender<()>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum SlotKey {
    Person(PersonId),
    Place(String),
    Both(PersonId, String),
}

/// A connection that is counted until this is dropped.
pub struct ConnectionSlot {
    all: Connections,
    keys: [SlotKey; 3],
}

/// There are too many connections already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many connections")]
pub struct TooMany;

impl Connections {
    /// No connection yet.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self(Arc::new(Counted {
            open: Mutex::default(),
            closing: watch::Sender::new(false),
            asks_again: watch::Sender::new(()),
        }))
    }

    /// Counts one more connection of a person to a place.
    ///
    /// # Errors
    /// When there are too many.
    pub fn open(&self, person: &PersonId, place: &str) -> Result<ConnectionSlot, TooMany> {
        let keys = [
            SlotKey::Person(person.clone()),
            SlotKey::Place(place.to_owned()),
            SlotKey::Both(person.clone(), place.to_owned()),
        ];
        let most = [MOST_OF_A_PERSON, MOST_HERE, MOST_OF_A_PERSON_HERE];
        let mut open = self.counts();
        if keys.iter().zip(most).any(|(key, most)| open.get(key).is_some_and(|count| *count >= most)) {
            return Err(TooMany);
        }
        for key in &keys {
            *open.entry(key.clone()).or_default() += 1;
        }
        Ok(ConnectionSlot { all: self.clone(), keys })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.counts().iter().filter(|(key, _)| matches!(key, SlotKey::Person(_))).map(|(_, count)| count).sum()
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

    /// Has everybody who is connected be asked at once whether they may stay: somebody was untied, or left.
    pub fn ask_again(&self) {
        self.0.asks_again.send_replace(());
    }

    /// Hears of each [`Connections::ask_again`] from now on.
    pub fn asked_again(&self) -> watch::Receiver<()> {
        self.0.asks_again.subscribe()
    }

    fn counts(&self) -> MutexGuard<'_, HashMap<SlotKey, usize>> {
        // Counting does not panic half way.
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for ConnectionSlot {
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

/// What kind of place it is that something happened in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A statement that is being written.
    Statement,
    /// A conference that is going on.
    Conference,
}

impl Topic {
    const ALL: [Self; 2] = [Self::Statement, Self::Conference];

    /// As servers call it among each other.
    fn as_str(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Conference => "conference",
        }
    }
}

/// The places of one topic that people are in on this server.
pub trait Channels: Send + Sync {
    /// Which they are.
    fn topic(&self) -> Topic;

    /// The ids of those that are open now.
    fn open_places(&self) -> Vec<String>;

    /// Brings a place what was kept elsewhere, if it is open. Trouble is logged.
    fn catch_up<'a>(&'a self, place: &'a str) -> BoxFuture<'a, ()>;
}

/// What the channels of one server share. Clones are the same.
#[derive(Clone)]
pub struct Hub {
    db: Db,
    /// How this server is called among several.
    server: Arc<str>,
    connections: Connections,
}

impl Hub {
    /// The hub of a server on this database.
    pub fn new(db: Db) -> Self {
        Self { db, server: crate::secret::token().into(), connections: Connections::new() }
    }

    /// The database that everything is kept in.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Who is connected to which place.
    pub fn connections(&self) -> &Connections {
        &self.connections
    }

    /// Ends every connection, now and from now on.
    pub fn close(&self) {
        self.connections.close();
    }

    /// Tells the other servers that something happened in a place. Whether they hear it changes nothing here: what is said
    /// is said after it was kept, and they look anew by themselves.
    pub async fn tell(&self, topic: Topic, place: &str) {
        self.db.tell(&format!("{} {} {place}", self.server, topic.as_str())).await;
    }

    /// Listens to what other servers keep, and brings it to those who are in these channels here, until the program ends.
    pub async fn listen(self, channels: Vec<Box<dyn Channels>>) {
        let Some(mut ear) = self.db.listen() else { return };
        let mut look = tokio::time::interval_at(Instant::now() + LOOK_ANEW, LOOK_ANEW);
        loop {
            let told = tokio::select! {
                told = ear.next() => told,
                _ = look.tick() => Some(Notification::Missed),
            };
            match told {
                None => return,
                Some(Notification::Missed) => {
                    for channel in &channels {
                        for place in channel.open_places() {
                            channel.catch_up(&place).await;
                        }
                    }
                }
                Some(Notification::Words(words)) => {
                    let Some((topic, place)) = self.by_others(&words) else { continue };
                    for channel in channels.iter().filter(|channel| channel.topic() == topic) {
                        channel.catch_up(place).await;
                    }
                }
            }
        }
    }

    /// Where something happened on another server, when that is what these words say.
    fn by_others<'w>(&self, words: &'w str) -> Option<(Topic, &'w str)> {
        let (server, rest) = words.split_once(' ')?;
        let (topic, place) = rest.split_once(' ')?;
        let topic = Topic::ALL.into_iter().find(|known| known.as_str() == topic)?;
        (server != &*self.server).then_some((topic, place))
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
