//! Somebody's place in a room.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::{broadcast, watch};

use super::{Inside, News, Room, Rooms, Waiting};
use crate::definition::{has_room, limit};
use crate::id::PersonId;
use crate::together::message::Presence;
use crate::together::store::{MOST_FIRST_CLIENTS, new_client_id};
use crate::together::{BadEdit, ClientId, is_mark};

/// How many bytes wait to be kept in one room, at most, while the database has trouble.
const MOST_WAITING: usize = 1024 * 1024;

/// Somebody's place in a room; it is free again when this is dropped.
pub struct Seat {
    rooms: Rooms,
    room: Arc<Room>,
    pub number: u32,
    pub client_id: ClientId,
    person: PersonId,
    /// Whether the last edit was refused because it did not fit: what was sent right behind it builds on it.
    full: AtomicBool,
    pub news: broadcast::Receiver<News>,
    /// Who is here, and where they are: only ever the latest of it.
    pub people: watch::Receiver<Vec<Presence>>,
}

/// Why an edit was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// With it the words would be longer than fits. Once there is room, it can come again.
    Full,
    /// It is no edit, or was written with somebody else's client id.
    Bad,
}

impl From<BadEdit> for NotTaken {
    fn from(_: BadEdit) -> Self {
        Self::Bad
    }
}

impl Seat {
    /// A seat, with a client id that nobody has. Whose it is is kept with the first words that are written with it: many
    /// windows only look on.
    pub(super) fn taken(rooms: &Rooms, room: &Arc<Room>, person: &PersonId, name: &str, voice: &str) -> Self {
        let mut inside = room.inside();
        let number = inside.next_seat;
        inside.next_seat += 1;
        let client_id = new_client_id();
        inside.handed.insert(client_id, person.clone());
        drop(inside);
        room.people.send_modify(|people| {
            people.push(Presence { seat: number, name: name.to_owned(), voice: voice.to_owned(), mark: Vec::new() });
        });
        Self {
            rooms: rooms.clone(),
            room: room.clone(),
            number,
            client_id,
            person: person.clone(),
            full: AtomicBool::new(false),
            news: room.news.subscribe(),
            people: room.people.subscribe(),
        }
    }

    pub(super) fn room(&self) -> &Room {
        &self.room
    }

    /// What was told until now is in [`Seat::whole`].
    pub(super) fn listen_from_now(&mut self) {
        self.news = self.room.news.subscribe();
    }

    /// Everything that is written, and what the room has seen.
    pub fn whole(&self) -> (Vec<u8>, Vec<u8>) {
        let inside = self.room.inside();
        (inside.shared.whole(), inside.shared.seen())
    }

    /// Whether words in it were ever taken back.
    pub fn is_blanked(&self) -> bool {
        self.room.inside().blanked > 0
    }

    /// Who is here now.
    pub fn people(&mut self) -> Vec<Presence> {
        self.people.borrow_and_update().clone()
    }

    /// Writes. It is kept a moment later, and then everybody sees it.
    ///
    /// # Errors
    /// When it is no edit, was written with somebody else's client id, or does not fit.
    pub fn write(&self, number: u32, edit: Vec<u8>) -> Result<(), NotTaken> {
        let mut inside = self.room.inside();
        let waits: usize = inside.waiting.iter().map(|waiting| waiting.edit.len()).sum();
        let clients = match inside.ahead.new_clients(&edit) {
            Err(BadEdit) if self.full.load(Ordering::Relaxed) => return Err(NotTaken::Full),
            clients => clients?,
        };
        let first = inside.first_of(&clients, &self.person)?;
        if waits + edit.len() > MOST_WAITING {
            return Err(NotTaken::Bad);
        }
        let full = !inside.has_room(&edit)?;
        self.full.store(full, Ordering::Relaxed);
        if full {
            return Err(NotTaken::Full);
        }
        // Whoever was away may bring letters along that were taken back meanwhile.
        let edit = inside.ahead.only_new(&edit)?;
        inside.ahead.take(&edit)?;
        inside.size += edit.len();
        for client_id in &first {
            inside.clients.insert(*client_id, self.person.clone());
        }
        inside.waiting.push(Waiting { seat: self.number, number, edit, person: self.person.clone(), first });
        drop(inside);
        self.rooms.0.written.notify_one();
        Ok(())
    }

    /// What the room has seen, with what waits to be kept.
    pub fn seen(&self) -> Vec<u8> {
        self.room.inside().ahead.seen()
    }

    /// About how many bytes have to be gone through for each edit: whoever writes on a long shared text may do so less often.
    pub fn size(&self) -> usize {
        self.room.inside().size
    }

    /// Says where the writer is; nowhere, when there is no mark.
    ///
    /// # Errors
    /// When the mark is none.
    pub fn set_cursor(&self, mark: Vec<u8>) -> Result<(), BadEdit> {
        if !mark.is_empty() && !is_mark(&mark) {
            return Err(BadEdit);
        }
        self.room.people.send_if_modified(|people| {
            match people.iter_mut().find(|person| person.seat == self.number && person.mark != mark) {
                Some(person) => {
                    person.mark = mark;
                    true
                }
                None => false,
            }
        });
        Ok(())
    }

    /// The text as it reads now, with what waits to be kept.
    pub fn text(&self) -> String {
        self.room.inside().ahead.text()
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

    /// Those of the client ids that nobody has written with before. They become this person's: the one they were handed out
    /// to, or one who comes back with words that never arrived; nobody else can know their numbers.
    ///
    /// # Errors
    /// When one of the client ids is somebody else's.
    fn first_of(&self, clients: &[ClientId], person: &PersonId) -> Result<Vec<ClientId>, BadEdit> {
        let owner = |client_id: &ClientId| self.clients.get(client_id).or_else(|| self.handed.get(client_id));
        if clients.iter().any(|client_id| owner(client_id).is_some_and(|owner| owner != person)) {
            return Err(BadEdit);
        }
        let first: Vec<ClientId> =
            clients.iter().filter(|client_id| !self.clients.contains_key(client_id)).copied().collect();
        if first.len() > MOST_FIRST_CLIENTS { Err(BadEdit) } else { Ok(first) }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.room.inside().handed.remove(&self.client_id);
        self.room.people.send_modify(|people| people.retain(|person| person.seat != self.number));
        self.rooms.close_if_empty(&self.room);
    }
}
