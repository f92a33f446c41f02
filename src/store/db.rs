//! The two databases behind one face.

use std::path::Path;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgListener, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, PgConnection, PgPool, SqlitePool};

use super::address::{self, AddressError};
use super::connection::{Conn, Tx};

pub(super) static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("src/store/migrations");

/// How long a server that is named is tried to be reached at the start.
const TO_START: Duration = Duration::from_secs(5);
const AGAIN: Duration = Duration::from_millis(250);

/// How long telling other servers something may hold up whoever tells it.
const LONGEST_TELLING: Duration = Duration::from_secs(2);
/// How long to wait before listening is tried again, at first and at most.
const SOON: Duration = Duration::from_millis(100);
const LATEST: Duration = Duration::from_secs(5);

/// What went wrong with the database. Its details belong into the log, never on a page.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else has it already: a unique name, an id that exists.
    #[error("it is there already: {0}")]
    Taken(sqlx::Error),
    /// It points at something that does not exist, or is still pointed at.
    #[error("it is tied to something else: {0}")]
    Tied(sqlx::Error),
    /// Anything else.
    #[error("the database: {0}")]
    Trouble(sqlx::Error),
    /// The database's address will not do.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// The transaction, or the connection, had trouble before: nothing more is done in it, and nothing of it is kept.
    #[error("the database: the transaction ended with the trouble it had before")]
    Ended,
    /// The tables could not be brought up to date.
    #[error("the tables could not be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match error.as_database_error() {
            Some(problem) if problem.is_unique_violation() => Self::Taken(error),
            Some(problem) if problem.is_foreign_key_violation() => Self::Tied(error),
            _ => Self::Trouble(error),
        }
    }
}

/// How many connections there are, and how long somebody waits for one.
#[derive(Clone, Copy, Debug)]
pub struct PoolLimits {
    /// Of a file, those that read: one more writes.
    pub connections: u32,
    /// How long whoever reads waits for a connection: so long that a busy moment passes unseen, and so short that the page
    /// about the trouble comes within two seconds.
    pub to_read: Duration,
    /// How long whoever writes waits. Longer: writers of a file queue for one connection, each for a few milliseconds, and
    /// words that were typed are worth waiting for. A database that does not answer at all is noticed before, by reading
    /// who asks.
    pub to_write: Duration,
}

impl PoolLimits {
    /// For a file: a page reads for a few milliseconds, on as many cores as a school's machine has.
    pub const FILE: Self =
        Self { connections: 8, to_read: Duration::from_millis(1_500), to_write: Duration::from_secs(5) };
    /// For a server.
    pub const SERVER: Self = Self { connections: 20, ..Self::FILE };
}

/// The database.
#[derive(Clone, Debug)]
pub enum Db {
    /// A file. Writers queue for one connection, so that no transaction is ever refused half way.
    Sqlite { reads: SqlitePool, writes: SqlitePool },
    /// A server.
    Postgres { pool: PgPool, limits: PoolLimits },
}

impl Db {
    /// Opens, or starts, the database in a file.
    pub async fn in_file(path: &Path) -> Result<Self, StoreError> {
        Self::in_file_within(path, PoolLimits::FILE).await
    }

    /// The same, within other limits.
    pub async fn in_file_within(path: &Path, limits: PoolLimits) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .optimize_on_close(true, None);
        let writes = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(limits.to_write)
            .connect_with(options.clone())
            .await?;
        // From now on it is there. Where it is moved away, nobody begins an empty one in its place.
        let options = options.create_if_missing(false);
        writes.set_connect_options(options.clone());
        // A file does not hang up: asking each connection whether it is still there would double the work of a page.
        let reads = SqlitePoolOptions::new()
            .max_connections(limits.connections)
            .acquire_timeout(limits.to_read)
            .test_before_acquire(false)
            // Only who writes may note anything: see `statistics`.
            .connect_with(options.optimize_on_close(false, None).pragma("query_only", "ON"))
            .await?;
        Self::Sqlite { reads, writes }.brought_up_to_date().await
    }

    /// Opens the database at a `postgres://` address.
    pub async fn at_address(address: &str) -> Result<Self, StoreError> {
        Self::at_address_within(address, PoolLimits::SERVER).await
    }

    /// The same, within other limits.
    pub async fn at_address_within(address: &str, limits: PoolLimits) -> Result<Self, StoreError> {
        let options = address::options(address)?;
        first_connection(&options).await.map_err(|error| address::explained(&options, error))?;
        let pool = PgPoolOptions::new()
            .max_connections(limits.connections)
            .acquire_timeout(limits.to_write)
            .connect_with(options)
            .await?;
        Self::Postgres { pool, limits }.brought_up_to_date().await
    }

    /// What the database at an address is called, without the password that may stand in it.
    pub fn name_of_address(address: &str) -> String {
        match address.parse::<PgConnectOptions>() {
            Ok(options) => {
                let (host, port) = (options.get_host(), options.get_port());
                let database = options.get_database().unwrap_or(options.get_username());
                format!("the PostgreSQL database {database:?} at {host}:{port}")
            }
            Err(_) => {
                "the PostgreSQL database (its address is none: it looks like postgres://user@host/kinfolio)".into()
            }
        }
    }

    async fn brought_up_to_date(self) -> Result<Self, StoreError> {
        match &self {
            Self::Sqlite { writes, .. } => MIGRATIONS.run(writes).await?,
            Self::Postgres { pool, .. } => MIGRATIONS.run(pool).await?,
        }
        Ok(self)
    }

    /// A connection to read with.
    pub async fn read(&self) -> Result<Conn, StoreError> {
        Ok(match self {
            Self::Sqlite { reads, .. } => reads.acquire().await?.into(),
            Self::Postgres { pool, limits } => {
                let conn = tokio::time::timeout(limits.to_read, pool.acquire()).await;
                conn.map_err(|_| sqlx::Error::PoolTimedOut)??.into()
            }
        })
    }

    /// A transaction to write in: all of it is kept at [`Tx::commit`], or nothing.
    pub async fn write(&self) -> Result<Tx, StoreError> {
        match Tx::begin(self.to_write().await?).await {
            // A connection that broke while nobody used it was closed by this: the next one is new.
            Err(error) if !is_waiting(&error) => Tx::begin(self.to_write().await?).await,
            begun => begun,
        }
    }

    async fn to_write(&self) -> Result<Conn, StoreError> {
        Ok(match self {
            Self::Sqlite { writes, .. } => writes.acquire().await?.into(),
            Self::Postgres { pool, .. } => pool.acquire().await?.into(),
        })
    }

    /// Tells the other servers on the same database something short. A file has no other servers. What could not be told is
    /// logged and nothing more: it is said of something that is kept already.
    pub async fn tell(&self, words: &str) {
        let Self::Postgres { pool, .. } = self else { return };
        let told = sqlx::query("SELECT pg_notify('kinfolio', $1)").bind(words).execute(pool);
        match tokio::time::timeout(LONGEST_TELLING, told).await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => tracing::warn!(%error, "the other servers could not be told"),
            Err(_) => tracing::warn!("telling the other servers took too long"),
        }
    }

    /// Listens to what is told with [`Db::tell`]; nothing to listen to where there is one server only.
    pub fn listen(&self) -> Option<Ear> {
        match self {
            Self::Sqlite { .. } => None,
            Self::Postgres { pool, .. } => Some(Ear { pool: pool.clone(), listener: None, wait: SOON }),
        }
    }

    /// Closes every connection, after what is under way has ended.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { reads, writes } => {
                reads.close().await;
                writes.close().await;
            }
            Self::Postgres { pool, .. } => pool.close().await,
        }
    }
}

/// Reaches a server once, waiting for one that is just starting. A pool would say in the end only that it took too long.
async fn first_connection(options: &PgConnectOptions) -> Result<(), sqlx::Error> {
    let until = tokio::time::Instant::now() + TO_START;
    loop {
        let error = match tokio::time::timeout_at(until, PgConnection::connect_with(options)).await {
            Ok(Ok(conn)) => return conn.close().await,
            Ok(Err(error)) if is_just_starting(&error) => error,
            Ok(Err(error)) => return Err(error),
            Err(_) => return Err(std::io::Error::new(std::io::ErrorKind::TimedOut, "it did not answer in time").into()),
        };
        if tokio::time::Instant::now() + AGAIN >= until {
            return Err(error);
        }
        tokio::time::sleep(AGAIN).await;
    }
}

/// Whether a server may be there in a moment: nobody listens yet, or it says that it starts (`57P03`).
fn is_just_starting(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(error) => error.kind() == std::io::ErrorKind::ConnectionRefused,
        sqlx::Error::Database(problem) => problem.code().as_deref() == Some("57P03"),
        _ => false,
    }
}

/// Whether another program holds the file (`SQLITE_BUSY`): that was waited for already.
fn is_waiting(error: &StoreError) -> bool {
    let StoreError::Trouble(sqlx::Error::Database(problem)) = error else { return false };
    problem.code().and_then(|code| code.parse::<u32>().ok()).is_some_and(|code| code & 0xff == 5)
}

/// What was heard from another server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notification {
    /// These words.
    Words(String),
    /// From now on everything is heard; what was told before, or since the connection broke, was missed.
    Missed,
}

/// What listens to other servers. It has a connection of its own, so that it takes none away from those who work.
pub struct Ear {
    pool: PgPool,
    listener: Option<PgListener>,
    /// How long to wait before the next try to listen.
    wait: Duration,
}

impl Ear {
    /// What was told next; `None` when the database is closed. A connection that breaks is made anew, however it broke and
    /// however long that takes, and then [`Notification::Missed`] comes first.
    pub async fn next(&mut self) -> Option<Notification> {
        let closed = self.pool.close_event();
        tokio::select! {
            () = closed => None,
            told = self.told() => Some(told),
        }
    }

    async fn told(&mut self) -> Notification {
        loop {
            let Some(listener) = &mut self.listener else {
                match self.connected().await {
                    Ok(listener) => {
                        self.listener = Some(listener);
                        self.wait = SOON;
                        return Notification::Missed;
                    }
                    Err(error) => {
                        tracing::warn!(%error, "the other servers cannot be heard; it is tried again");
                        tokio::time::sleep(self.wait).await;
                        self.wait = (self.wait * 2).min(LATEST);
                    }
                }
                continue;
            };
            match listener.try_recv().await {
                Ok(Some(told)) => return Notification::Words(told.payload().to_owned()),
                Ok(None) => self.listener = None,
                Err(error) => {
                    tracing::warn!(%error, "the connection to hear other servers by broke");
                    self.listener = None;
                }
            }
        }
    }

    async fn connected(&self) -> Result<PgListener, sqlx::Error> {
        let own = PgPoolOptions::new().max_connections(1).max_lifetime(None).idle_timeout(None);
        let own = own.acquire_timeout(LATEST).connect_with((*self.pool.connect_options()).clone()).await?;
        let mut listener = PgListener::connect_with(&own).await?;
        listener.eager_reconnect(false);
        listener.listen("kinfolio").await?;
        Ok(listener)
    }
}
