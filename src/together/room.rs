//! Who is in which sheet now. What somebody writes is kept first, a moment later and for all rooms at once, and only then
//! told to the others: so nobody ever holds words that a server could lose, and everybody brings back their own only.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, broadcast};

use super::note::Present;
use super::store::{keep, numbered_edits, pens, take_pen};
use super::{BadEdit, Pen, Sheet, merged};
use crate::at::Clock;
use crate::definition::{has_room, limit};
use crate::id::{PersonId, SchoolId, StatementId};
use crate::store::{Db, StoreError};

/// How much news a slow listener may be behind before it has to come in anew.
const BEHIND: usize = 512;
/// What is written within this time is kept at once, for all rooms.
const TOGETHER: std::time::Duration = std::time::Duration::from_millis(30);

/// What happens in a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Somebody wrote, and it is kept; nobody's seat when it came from elsewhere.
    Edit { by: Option<u32>, edit: Vec<u8> },
    /// What this seat wrote, up to this number, is kept.
    Kept { seat: u32, number: u32 },
    /// Who is here, or where they are, has changed.
    People(Vec<Present>),
}

/// Every room that somebody is in.
#[derive(Clone)]
pub struct Rooms(Arc<House>);

struct House {
    db: Db,
    clock: Clock,
    /// How this server is called among several.
    server: String,
    open: Mutex<HashMap<StatementId, Arc<Room>>>,
    written: Notify,
}

/// A statement that somebody writes, or watches being written.
pub struct Room {
    school: SchoolId,
    statement: StatementId,
    inside: Mutex<Inside>,
    news: broadcast::Sender<News>,
}

struct Inside {
    /// The words as they are kept.
    sheet: Sheet,
    /// With those that wait: what comes next builds on them.
    ahead: Sheet,
    /// The version up to which both know what was kept.
    knows: i64,
    pens: HashMap<Pen, PersonId>,
    /// What was written and is not kept yet.
    waiting: Vec<Waiting>,
    people: Vec<Present>,
    next_seat: u32,
}

struct Waiting {
    seat: u32,
    number: u32,
    edit: Vec<u8>,
}

/// Somebody's place in a room; it is free again when this is dropped.
pub struct Seat {
    rooms: Rooms,
    room: Arc<Room>,
    pub number: u32,
    pub pen: Pen,
    person: PersonId,
    /// Whether the last edit was refused because it did not fit: what was sent right behind it builds on it.
    full: AtomicBool,
    pub news: broadcast::Receiver<News>,
}

/// Why an edit was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// With it the words would be longer than fits. Once there is room, it can come again.
    Full,
    /// It is no edit, or was written with somebody else's pen.
    Bad,
}

impl From<BadEdit> for NotTaken {
    fn from(_: BadEdit) -> Self {
        Self::Bad
    }
}

impl Rooms {
    /// No room is open yet.
    pub fn new(db: Db, clock: Clock) -> Self {
        let server = crate::secret::token();
        Self(Arc::new(House { db, clock, server, open: Mutex::default(), written: Notify::new() }))
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
        let mut tx = self.0.db.write().await?;
        let pen = take_pen(&mut tx, school, statement, person).await?;
        tx.commit().await?;
        let room = self.room(school, statement).await?;
        self.catch_up(&room).await?;
        let news = room.news.subscribe();
        let number = room.sit(name, voice);
        Ok(Seat { rooms: self.clone(), room, number, pen, person: person.clone(), full: AtomicBool::new(false), news })
    }

    /// The room of a statement, opened when it is not.
    async fn room(&self, school: &SchoolId, statement: &StatementId) -> Result<Arc<Room>, StoreError> {
        if let Some(room) = self.open().get(statement) {
            return Ok(room.clone());
        }
        let room = Room {
            school: school.clone(),
            statement: statement.clone(),
            inside: Mutex::new(Inside {
                sheet: Sheet::new(Pen(0)),
                ahead: Sheet::new(Pen(0)),
                knows: 0,
                pens: HashMap::new(),
                waiting: Vec::new(),
                people: Vec::new(),
                next_seat: 1,
            }),
            news: broadcast::Sender::new(BEHIND),
        };
        Ok(self.open().entry(statement.clone()).or_insert_with(|| Arc::new(room)).clone())
    }

    /// Brings a room what was kept elsewhere: by a form, or by another server.
    async fn catch_up(&self, room: &Room) -> Result<(), StoreError> {
        let knows = room.inside().knows;
        let mut conn = self.0.db.read().await?;
        let pens = pens(&mut conn, &room.school, &room.statement).await?;
        let edits = numbered_edits(&mut conn, &room.school, &room.statement, knows).await?;
        let mut inside = room.inside();
        inside.pens.extend(pens);
        for (version, edit) in edits {
            inside.learn(&edit);
            let _ = room.news.send(News::Edit { by: None, edit });
            inside.knows = inside.knows.max(version);
        }
        Ok(())
    }

    /// Says that a statement was changed by other means than a room: a form. Those who are in its room, here and on other
    /// servers, see it.
    pub async fn changed(&self, statement: &StatementId) -> Result<(), StoreError> {
        self.caught_up(statement).await?;
        self.0.db.tell(&format!("{} {statement}", self.0.server)).await
    }

    async fn caught_up(&self, statement: &StatementId) -> Result<(), StoreError> {
        let room = self.open().get(statement).cloned();
        match room {
            Some(room) => self.catch_up(&room).await,
            None => Ok(()),
        }
    }

    /// Keeps what was written in all rooms, and says so in them.
    ///
    /// # Errors
    /// When the database has trouble: then everything waits for the next time.
    pub async fn keep_all(&self) -> Result<(), StoreError> {
        let rooms: Vec<Arc<Room>> = self.open().values().cloned().collect();
        let mut taken: Vec<(Arc<Room>, Vec<Waiting>)> = Vec::new();
        for room in rooms {
            let waiting = std::mem::take(&mut room.inside().waiting);
            if !waiting.is_empty() {
                taken.push((room, waiting));
            }
        }
        if taken.is_empty() {
            return Ok(());
        }
        match self.keep_these(&taken).await {
            Ok(()) => {
                for (room, waiting) in taken {
                    room.tell(waiting);
                    self.0.db.tell(&format!("{} {}", self.0.server, room.statement)).await?;
                    self.close_if_empty(&room);
                }
                Ok(())
            }
            Err(error) => {
                for (room, mut waiting) in taken {
                    let mut inside = room.inside();
                    waiting.append(&mut inside.waiting);
                    inside.waiting = waiting;
                }
                Err(error)
            }
        }
    }

    async fn keep_these(&self, taken: &[(Arc<Room>, Vec<Waiting>)]) -> Result<(), StoreError> {
        let now = self.0.clock.now();
        let mut tx = self.0.db.write().await?;
        let mut kept = Vec::new();
        for (room, waiting) in taken {
            let edits: Vec<&[u8]> = waiting.iter().map(|waiting| waiting.edit.as_slice()).collect();
            let edit = merged(&edits);
            let knows = room.inside().knows;
            let read = |between: &[Vec<u8>]| {
                let now = Sheet::new(Pen(0));
                let all =
                    [room.inside().sheet.whole()].into_iter().chain(between.iter().cloned()).chain([edit.clone()]);
                for edit in all {
                    let _ = now.take(&edit);
                }
                now.pieces()
            };
            kept.push(keep(&mut tx, &room.school, &room.statement, knows, &edit, now, read).await?);
        }
        tx.commit().await?;
        for ((room, _), kept) in taken.iter().zip(kept) {
            let mut inside = room.inside();
            for edit in kept.between {
                inside.learn(&edit);
                let _ = room.news.send(News::Edit { by: None, edit });
            }
            inside.knows = inside.knows.max(kept.version);
        }
        Ok(())
    }

    /// Keeps what is written, again and again, until the program ends; and listens to what other servers keep.
    pub async fn keep_on(self) {
        let listening = self.clone();
        let listen = async move {
            let Ok(Some(mut ear)) = listening.0.db.listen().await else { return };
            while let Some(told) = ear.next().await {
                let Some((server, statement)) = told.split_once(' ') else { continue };
                let Some(statement) = StatementId::parse(statement).filter(|_| server != listening.0.server) else {
                    continue;
                };
                if let Err(error) = listening.caught_up(&statement).await {
                    tracing::warn!(%error, "a room could not catch up");
                }
            }
        };
        let write = async {
            loop {
                self.0.written.notified().await;
                // Everything that is written within this time is kept at once, for all rooms.
                tokio::time::sleep(TOGETHER).await;
                if let Err(error) = self.keep_all().await {
                    tracing::warn!(%error, "what was written could not be kept; it is tried again");
                    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
                    self.0.written.notify_one();
                }
            }
        };
        tokio::join!(listen, write);
    }

    /// How many rooms are open.
    pub fn count(&self) -> usize {
        self.open().len()
    }

    fn close_if_empty(&self, room: &Arc<Room>) {
        let mut open = self.open();
        let inside = room.inside();
        if inside.people.is_empty() && inside.waiting.is_empty() {
            open.remove(&room.statement);
        }
    }

    fn open(&self) -> MutexGuard<'_, HashMap<StatementId, Arc<Room>>> {
        // A panic while it was held left it as it was before or after one change.
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Room {
    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn sit(&self, name: &str, voice: &str) -> u32 {
        let mut inside = self.inside();
        let seat = inside.next_seat;
        inside.next_seat += 1;
        inside.people.push(Present { seat, name: name.to_owned(), voice: voice.to_owned(), mark: Vec::new() });
        let _ = self.news.send(News::People(inside.people.clone()));
        seat
    }

    /// Tells everybody what is kept now.
    fn tell(&self, kept: Vec<Waiting>) {
        let inside = self.inside();
        for Waiting { seat, number, edit } in kept {
            let _ = inside.sheet.take(&edit);
            let _ = self.news.send(News::Edit { by: Some(seat), edit });
            let _ = self.news.send(News::Kept { seat, number });
        }
    }
}

impl Inside {
    /// Whether the words with this edit are no longer than a statement may be.
    fn has_room(&self, edit: &[u8]) -> Result<bool, BadEdit> {
        let now = self.ahead.text();
        // So many bytes are no more letters than that: mostly there is no need to try.
        let fits = now.chars().count() + edit.len() <= limit::STATEMENT;
        Ok(fits || has_room(&now, &self.ahead.text_with(edit)?))
    }

    /// Takes in what was kept elsewhere.
    fn learn(&self, edit: &[u8]) {
        let _ = self.sheet.take(edit);
        let _ = self.ahead.take(edit);
    }
}

impl Seat {
    /// Everything that is written, and what the room has seen.
    pub fn whole(&self) -> (Vec<u8>, Vec<u8>) {
        let inside = self.room.inside();
        (inside.sheet.whole(), inside.sheet.seen())
    }

    /// Who is here now.
    pub fn people(&self) -> Vec<Present> {
        self.room.inside().people.clone()
    }

    /// Writes. It is kept a moment later, and then everybody sees it.
    ///
    /// # Errors
    /// When it is no edit, was written with somebody else's pen, or does not fit.
    pub fn write(&self, number: u32, edit: Vec<u8>) -> Result<(), NotTaken> {
        let mut inside = self.room.inside();
        let pens = match inside.ahead.new_pens(&edit) {
            Err(BadEdit) if self.full.load(Ordering::Relaxed) => return Err(NotTaken::Full),
            pens => pens?,
        };
        let own = |pen: &Pen| *pen == self.pen || inside.pens.get(pen) == Some(&self.person);
        if !pens.iter().all(own) {
            return Err(NotTaken::Bad);
        }
        let full = !inside.has_room(&edit)?;
        self.full.store(full, Ordering::Relaxed);
        if full {
            return Err(NotTaken::Full);
        }
        inside.ahead.take(&edit)?;
        inside.pens.insert(self.pen, self.person.clone());
        inside.waiting.push(Waiting { seat: self.number, number, edit });
        drop(inside);
        self.rooms.0.written.notify_one();
        Ok(())
    }

    /// Says where the writer is.
    pub fn stand_at(&self, mark: Vec<u8>) {
        let mut inside = self.room.inside();
        if let Some(person) = inside.people.iter_mut().find(|person| person.seat == self.number) {
            person.mark = mark;
        }
        let _ = self.room.news.send(News::People(inside.people.clone()));
    }

    /// What the room has seen, with what waits to be kept.
    pub fn seen(&self) -> Vec<u8> {
        self.room.inside().ahead.seen()
    }

    /// The text as it reads now, with what waits to be kept.
    pub fn text(&self) -> String {
        self.room.inside().ahead.text()
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut inside = self.room.inside();
        inside.people.retain(|person| person.seat != self.number);
        let _ = self.room.news.send(News::People(inside.people.clone()));
        drop(inside);
        self.rooms.close_if_empty(&self.room);
    }
}
