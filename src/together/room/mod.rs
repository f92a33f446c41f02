//! Who is in which shared text now. What somebody writes is kept first, a moment later and for all rooms at once, and only
//! then told to the others: so nobody ever holds words that a server could lose, and everybody brings back their own only.

mod keeping;
mod seat;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures::FutureExt;
use futures::future::BoxFuture;
use tokio::sync::{Notify, broadcast, watch};

use super::message::Presence;
use super::store::{clients, edits_from, numbered_edits};
use super::{ClientId, SharedText};
use crate::at::Clock;
use crate::id::{PersonId, SchoolId, StatementId};
use crate::live::{Channels, Hub, Topic};
use crate::store::StoreError;

pub use seat::{NotTaken, Seat};

/// How much news a slow listener may be behind before it has to come in anew.
const BEHIND: usize = 256;

/// What happens in a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Somebody wrote, and it is kept; nobody's seat when it came from elsewhere.
    Edit { by: Option<u32>, edit: Vec<u8> },
    /// What this seat wrote, up to this number, is kept.
    Kept { seat: u32, number: u32 },
    /// Somebody took words back that stood here: nobody is to bring them back by undoing.
    Blanked,
    /// What this room is about is gone.
    Over,
}

/// Every room that somebody is in.
#[derive(Clone)]
pub struct Rooms(Arc<RoomsInner>);

struct RoomsInner {
    hub: Hub,
    clock: Clock,
    /// A room is in here as long as somebody sits in it or something in it is not kept: who takes a seat, and who closes a
    /// room, holds this.
    open: Mutex<HashMap<StatementId, Arc<Room>>>,
    written: Notify,
    /// Held while something is being kept, so that it is not done twice at once.
    keeping: tokio::sync::Mutex<()>,
}

/// A statement that somebody writes, or watches being written.
pub struct Room {
    school: SchoolId,
    statement: StatementId,
    inside: Mutex<Inside>,
    news: broadcast::Sender<News>,
    people: watch::Sender<Vec<Presence>>,
}

struct Inside {
    /// The words as they are kept.
    shared: SharedText,
    /// With those that wait: what comes next builds on them.
    ahead: SharedText,
    /// The version up to which both know what was kept.
    knows: i64,
    /// The version at which words were taken back, the last time.
    blanked: i64,
    /// Whose the client ids are that have written.
    clients: HashMap<ClientId, PersonId>,
    /// Whose the client ids are that were handed out to those who sit here.
    handed: HashMap<ClientId, PersonId>,
    /// What was written and is not kept yet: it stays here until it is.
    waiting: Vec<Waiting>,
    next_seat: u32,
    /// How many bytes of edits were taken in: about how much work the next one is.
    size: usize,
}

#[derive(Clone)]
struct Waiting {
    seat: u32,
    number: u32,
    edit: Vec<u8>,
    /// Who wrote it, and with which client ids for the first time.
    person: PersonId,
    first: Vec<ClientId>,
}

impl Rooms {
    /// No room is open yet.
    pub fn new(hub: Hub, clock: Clock) -> Self {
        Self(Arc::new(RoomsInner {
            hub,
            clock,
            open: Mutex::default(),
            written: Notify::new(),
            keeping: tokio::sync::Mutex::default(),
        }))
    }

    /// Takes a seat in the room of a statement. The caller has asked policy.
    pub async fn enter(
        &self,
        school: &SchoolId,
        statement: &StatementId,
        person: &PersonId,
        name: &str,
        voice: &str,
    ) -> Result<Seat, StoreError> {
        // The seat is taken first: a room with somebody in it is not closed.
        let mut seat = self.sit(school, statement, person, name, voice);
        self.bring(seat.room()).await?;
        seat.listen_from_now();
        Ok(seat)
    }

    /// Takes a seat in the room, which is opened when it is not.
    fn sit(&self, school: &SchoolId, statement: &StatementId, person: &PersonId, name: &str, voice: &str) -> Seat {
        let mut open = self.open();
        let room = open.entry(statement.clone()).or_insert_with(|| Arc::new(Room::new(school, statement)));
        Seat::taken(self, room, person, name, voice)
    }

    /// Brings a room what was kept elsewhere: by a form, or by another server.
    async fn bring(&self, room: &Room) -> Result<(), StoreError> {
        let knows = room.inside().knows;
        let mut conn = self.0.hub.db().read().await?;
        let clients = clients(&mut conn, &room.school, &room.statement).await?;
        let edits = numbered_edits(&mut conn, &room.school, &room.statement, knows).await?;
        let blanked = edits_from(&mut conn, &room.school, &room.statement).await?;
        let mut inside = room.inside();
        inside.clients.extend(clients);
        for (version, edit) in edits {
            room.learn(&mut inside, edit);
            inside.knows = inside.knows.max(version);
        }
        if blanked > inside.blanked {
            inside.blanked = blanked;
            let _ = room.news.send(News::Blanked);
        }
        Ok(())
    }

    /// Says that a statement was changed by other means than a room: a form. Those who are in its room, here and on other
    /// servers, see it. Nothing of what can go wrong here concerns whoever changed it: it is kept.
    pub async fn changed(&self, statement: &StatementId) {
        self.caught_up(statement).await;
        self.0.hub.tell(Topic::Statement, statement.as_str()).await;
    }

    async fn caught_up(&self, statement: &StatementId) {
        let room = self.open().get(statement).cloned();
        if let Some(room) = room
            && let Err(error) = self.bring(&room).await
        {
            tracing::warn!(%error, "a room could not catch up");
        }
    }

    /// How many rooms are open.
    pub fn count(&self) -> usize {
        self.open().len()
    }

    fn close_if_empty(&self, room: &Arc<Room>) {
        let mut open = self.open();
        if room.people.borrow().is_empty() && room.inside().waiting.is_empty() {
            open.remove(&room.statement);
        }
    }

    fn open(&self) -> MutexGuard<'_, HashMap<StatementId, Arc<Room>>> {
        // A panic while it was held left it as it was before or after one change.
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Channels for Rooms {
    fn topic(&self) -> Topic {
        Topic::Statement
    }

    fn open_places(&self) -> Vec<String> {
        self.open().keys().map(ToString::to_string).collect()
    }

    fn catch_up<'a>(&'a self, place: &'a str) -> BoxFuture<'a, ()> {
        async move {
            if let Some(statement) = StatementId::parse(place) {
                self.caught_up(&statement).await;
            }
        }
        .boxed()
    }
}

impl Room {
    fn new(school: &SchoolId, statement: &StatementId) -> Self {
        Self {
            school: school.clone(),
            statement: statement.clone(),
            inside: Mutex::new(Inside {
                shared: SharedText::new(ClientId(0)),
                ahead: SharedText::new(ClientId(0)),
                knows: 0,
                blanked: 0,
                clients: HashMap::new(),
                handed: HashMap::new(),
                waiting: Vec::new(),
                next_seat: 1,
                size: 0,
            }),
            news: broadcast::Sender::new(BEHIND),
            people: watch::Sender::default(),
        }
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes in what was kept elsewhere, and tells everybody.
    fn learn(&self, inside: &mut Inside, edit: Vec<u8>) {
        // What is no edit is nothing to anybody.
        if inside.shared.take(&edit).is_ok() {
            inside.size += edit.len();
            let _ = inside.ahead.take(&edit);
            let _ = self.news.send(News::Edit { by: None, edit });
        }
    }
}
