//! What a request needs.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use kinfolio::at::{At, Clock};
use kinfolio::conference::live::Halls;
use kinfolio::definition::SchoolWords;
use kinfolio::id::SchoolId;
use kinfolio::live::{Channels, Hub};
use kinfolio::media::MediaStore;
use kinfolio::person::Viewer;
use kinfolio::school::{School, SchoolYear};
use kinfolio::secret::SecretKey;
use kinfolio::store::{Conn, Db, StoreError};
use kinfolio::together::Rooms;
use tokio::task::JoinHandle;
use tokio_util::task::TaskTracker;

use crate::idempotency::outcomes::Outcomes;
use crate::shell::assets::AssetNames;
use crate::translator::Translator;
use crate::waiting_room::WaitingRoom;

/// Everything that outlives a request, handed to every handler.
#[derive(Clone)]
pub struct Services(Arc<Held>);

struct Held {
    everything: Everything,
    words: WordsInMemory,
    years: YearsInMemory,
    room: WaitingRoom,
    /// What is only held, never used.
    locks: Mutex<Vec<Box<dyn Send>>>,
    outcomes: Outcomes,
    /// What goes on once an answer has left.
    afterwards: TaskTracker,
}

/// See [`Services`].
pub struct Everything {
    pub db: Db,
    pub media: MediaStore,
    pub clock: Clock,
    /// The installation's own key: short codes are kept under it.
    pub secrets: SecretKey,
    /// What goes on live, here and on other servers.
    pub hub: Hub,
    /// Who writes together now.
    pub rooms: Rooms,
    /// Who is in which conference now.
    pub halls: Halls,
    pub assets: AssetNames,
    pub settings: Settings,
}

/// How this installation is run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address people type, without a slash at the end: `https://portfolio.example.org`.
    pub public_url: String,
    /// A school anybody may walk through: the sign-in page lists its people.
    pub demo: bool,
    /// Whether mail is sent: a school without a mail server says so before anybody waits for one.
    pub mails: bool,
    /// The school's own translation server; without one, no machine is asked for anything.
    pub translator: Option<Translator>,
    /// Where uploads wait while they arrive.
    pub waiting_room: PathBuf,
}

impl Settings {
    /// Whether people come over HTTPS, so that cookies can be told to.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// The session cookie's name; `__Host-` binds it to this host, and browsers take it over HTTPS only.
    pub fn cookie(&self) -> &'static str {
        if self.is_secure() { "__Host-kinfolio" } else { "kinfolio" }
    }

    /// The name of the cookie by which a device is known again. It opens nothing, and stays when somebody signs out.
    pub fn device_cookie(&self) -> &'static str {
        if self.is_secure() { "__Host-kinfolio-device" } else { "kinfolio-device" }
    }
}

impl Services {
    /// Services made of these.
    pub fn new(everything: Everything) -> Self {
        Self::with_room(everything, WaitingRoom::default())
    }

    /// Services made of these, where forms on their way have this much room.
    pub fn with_room(everything: Everything, room: WaitingRoom) -> Self {
        let afterwards = TaskTracker::new();
        // Whoever waits for it waits until nothing goes on; more may be begun all the same.
        afterwards.close();
        Self(Arc::new(Held {
            everything,
            words: WordsInMemory::default(),
            years: YearsInMemory::default(),
            room,
            locks: Mutex::default(),
            outcomes: Outcomes::default(),
            afterwards,
        }))
    }

    /// Does what an answer need not wait for.
    pub(crate) fn afterwards(&self, task: impl Future<Output = ()> + Send + 'static) -> JoinHandle<()> {
        self.0.afterwards.spawn(task)
    }

    /// After many things came at once, the database looks anew at how much there is of what. Nobody waits for it.
    pub(crate) fn many_came(&self) {
        let db = self.db.clone();
        self.afterwards(async move {
            if let Err(error) = db.refresh_statistics().await {
                tracing::warn!(%error, "how much there is of what could not be looked at; queries may take longer");
            }
        });
    }

    /// Waits until nothing goes on any more that was left for afterwards.
    pub async fn settled(&self) {
        self.0.afterwards.wait().await;
    }

    /// Listens to what other servers on the same database keep, until the program ends.
    pub async fn hear_others(self) {
        let channels: Vec<Box<dyn Channels>> = vec![Box::new(self.rooms.clone()), Box::new(self.halls.clone())];
        self.hub.clone().listen(channels).await;
    }

    /// What forms on their way may hold.
    pub fn waiting_room(&self) -> &WaitingRoom {
        &self.0.room
    }

    /// Keeps something for as long as the services last: a lock on what they use.
    pub fn keep(&self, held: impl Send + 'static) {
        if let Ok(mut kept) = self.0.locks.lock() {
            kept.push(Box::new(held));
        }
    }

    /// How the viewer's school words the definition.
    pub async fn school_words(&self, conn: &mut Conn, viewer: &Viewer) -> Result<Arc<SchoolWords>, StoreError> {
        self.0.words.of(conn, viewer).await
    }

    /// How far a school's year is, as it was within the last minute.
    pub(crate) async fn school_year(&self, conn: &mut Conn, school: &School) -> Result<SchoolYear, StoreError> {
        self.0.years.of(conn, school, self.clock.now()).await
    }

    /// Where forms led that were answered just now.
    pub(crate) fn outcomes(&self) -> &Outcomes {
        &self.0.outcomes
    }
}

impl std::ops::Deref for Services {
    type Target = Everything;
    fn deref(&self) -> &Everything {
        &self.0.everything
    }
}

/// For how long counts of a whole school stand, in milliseconds.
const COUNTED_MS: i64 = 60_000;

/// How far school years are, as it was last counted: the counts grow with the school, and a minute makes no difference.
#[derive(Default)]
struct YearsInMemory(Mutex<HashMap<SchoolId, (At, SchoolYear)>>);

impl YearsInMemory {
    async fn of(&self, conn: &mut Conn, school: &School, now: At) -> Result<SchoolYear, StoreError> {
        let is_fresh = |counted: At| (0..COUNTED_MS).contains(&now.0.saturating_sub(counted.0));
        let known = self.0.lock().ok().and_then(|known| known.get(&school.id).copied());
        if let Some((_, year)) = known.filter(|(counted, _)| is_fresh(*counted)) {
            return Ok(year);
        }
        let year = SchoolYear::of(conn, school, now).await?;
        if let Ok(mut known) = self.0.lock() {
            known.insert(school.id.clone(), (now, year));
        }
        Ok(year)
    }
}

/// How schools word the definition, as it was last read. Every request asks for it and hardly any changes it: the session
/// says which words hold now, whichever server they were changed on, and only when these are others are they read.
#[derive(Default)]
struct WordsInMemory(Mutex<HashMap<SchoolId, (i64, Arc<SchoolWords>)>>);

impl WordsInMemory {
    async fn of(&self, conn: &mut Conn, viewer: &Viewer) -> Result<Arc<SchoolWords>, StoreError> {
        let version = viewer.school_words_version;
        if version == 0 {
            return Ok(Arc::default());
        }
        if let Some(words) = self.known(&viewer.school_id, version) {
            return Ok(words);
        }
        let words = Arc::new(SchoolWords::of(conn, &viewer.school_id).await?);
        if let Ok(mut known) = self.0.lock() {
            let held = known.entry(viewer.school_id.clone()).or_insert((version, words.clone()));
            // Whoever came with a newer one while we were reading knows better.
            if held.0 < version {
                *held = (version, words.clone());
            }
        }
        Ok(words)
    }

    fn known(&self, school: &SchoolId, version: i64) -> Option<Arc<SchoolWords>> {
        let known = self.0.lock().ok()?;
        known.get(school).filter(|(held, _)| *held == version).map(|(_, words)| words.clone())
    }
}
