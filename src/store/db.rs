//! The two databases behind one face.

use std::path::Path;
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgListener, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("src/store/migrations");

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

/// The database.
#[derive(Clone, Debug)]
pub enum Db {
    /// A file. Writers queue for one connection, so that no transaction is ever refused half way.
    Sqlite { reads: SqlitePool, writes: SqlitePool },
    /// A server.
    Postgres(PgPool),
}

impl Db {
    /// Opens, or starts, the database in a file.
    pub async fn in_file(path: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .optimize_on_close(true, None);
        let writes = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await?;
        // A file does not hang up: asking each connection whether it is still there would double the work of a page.
        let reads = SqlitePoolOptions::new()
            .max_connections(8)
            .test_before_acquire(false)
            .connect_with(options.pragma("query_only", "ON"))
            .await?;
        Self::Sqlite { reads, writes }.brought_up_to_date().await
    }

    /// Opens the database at a `postgres://` address.
    pub async fn at_address(address: &str) -> Result<Self, StoreError> {
        let options: PgConnectOptions = address.parse()?;
        let pool = PgPoolOptions::new().max_connections(20).connect_with(options).await?;
        Self::Postgres(pool).brought_up_to_date().await
    }

    async fn brought_up_to_date(self) -> Result<Self, StoreError> {
        match &self {
            Self::Sqlite { writes, .. } => MIGRATIONS.run(writes).await?,
            Self::Postgres(pool) => MIGRATIONS.run(pool).await?,
        }
        Ok(self)
    }

    /// A connection to read with.
    pub async fn read(&self) -> Result<Conn, StoreError> {
        Ok(match self {
            Self::Sqlite { reads, .. } => Conn::SqliteRead(reads.acquire().await?),
            Self::Postgres(pool) => Conn::PostgresRead(pool.acquire().await?),
        })
    }

    /// A transaction to write in: all of it is kept at [`Tx::commit`], or nothing.
    pub async fn write(&self) -> Result<Tx, StoreError> {
        Ok(Tx(match self {
            // Immediate: a deferred one that reads first and then writes is refused when another wrote in between.
            Self::Sqlite { writes, .. } => Conn::SqliteWrite(writes.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Conn::PostgresWrite(pool.begin().await?),
        }))
    }

    /// What the database itself finds wrong with its tables, one line each. PostgreSQL looks after its own pages; there,
    /// being able to read is the answer.
    pub async fn what_is_wrong(&self) -> Result<Vec<String>, StoreError> {
        let mut wrong = Vec::new();
        match self {
            Self::Sqlite { reads, .. } => {
                let lines: Vec<(String,)> = sqlx::query_as("PRAGMA integrity_check").fetch_all(reads).await?;
                wrong.extend(lines.into_iter().map(|(line,)| line).filter(|line| line != "ok"));
                let untied: Vec<(String,)> =
                    sqlx::query_as("SELECT \"table\" FROM pragma_foreign_key_check").fetch_all(reads).await?;
                wrong.extend(untied.into_iter().map(|(table,)| format!("a row of {table} points at nothing")));
            }
            Self::Postgres(pool) => {
                let _: (i64,) = sqlx::query_as("SELECT count(*) FROM school").fetch_one(pool).await?;
            }
        }
        Ok(wrong)
    }

    /// Tells the other servers on the same database something short. A file has no other servers. What could not be told is
    /// logged and nothing more: it is said of something that is kept already.
    pub async fn tell(&self, words: &str) {
        let Self::Postgres(pool) = self else { return };
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
            Self::Postgres(pool) => Some(Ear { pool: pool.clone(), listener: None, wait: SOON }),
        }
    }

    /// Closes every connection, after what is under way has ended.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { reads, writes } => {
                reads.close().await;
                writes.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

/// What was heard from another server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
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
    /// however long that takes, and then [`Told::Missed`] comes first.
    pub async fn next(&mut self) -> Option<Told> {
        let closed = self.pool.close_event();
        tokio::select! {
            () = closed => None,
            told = self.told() => Some(told),
        }
    }

    async fn told(&mut self) -> Told {
        loop {
            let Some(listener) = &mut self.listener else {
                match self.connected().await {
                    Ok(listener) => {
                        self.listener = Some(listener);
                        self.wait = SOON;
                        return Told::Missed;
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
                Ok(Some(told)) => return Told::Words(told.payload().to_owned()),
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

/// A connection, for reading.
pub enum Conn {
    #[doc(hidden)]
    SqliteRead(PoolConnection<Sqlite>),
    #[doc(hidden)]
    SqliteWrite(Transaction<'static, Sqlite>),
    #[doc(hidden)]
    PostgresRead(PoolConnection<Postgres>),
    #[doc(hidden)]
    PostgresWrite(Transaction<'static, Postgres>),
}

/// Which database a connection speaks to, for the query macros.
#[doc(hidden)]
pub enum Engine<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

impl Conn {
    #[doc(hidden)]
    pub fn engine(&mut self) -> Engine<'_> {
        match self {
            Self::SqliteRead(conn) => Engine::Sqlite(conn),
            Self::SqliteWrite(conn) => Engine::Sqlite(conn),
            Self::PostgresRead(conn) => Engine::Postgres(conn),
            Self::PostgresWrite(conn) => Engine::Postgres(conn),
        }
    }
}

/// A transaction. Dropped without [`Tx::commit`], it changes nothing. It reads like any [`Conn`].
pub struct Tx(Conn);

impl Tx {
    /// Keeps everything that was changed.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self.0 {
            Conn::SqliteWrite(tx) => tx.commit().await?,
            Conn::PostgresWrite(tx) => tx.commit().await?,
            Conn::SqliteRead(_) | Conn::PostgresRead(_) => {}
        }
        Ok(())
    }
}

impl std::ops::Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.0
    }
}

impl std::ops::DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.0
    }
}
