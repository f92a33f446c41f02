//! A connection on loan, and the transaction in it. What goes back into the pool is in order: a connection that nobody can
//! be sure of is closed, never lent again.
//!
//! The transaction is ours, from `BEGIN` to `COMMIT`. A full disk makes SQLite roll back by itself, so that the `ROLLBACK`
//! that follows finds nothing to roll back; who counts transactions from outside then counts wrong, and every later one in
//! that connection is refused.

use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection};

use super::StoreError;

/// How long taking a transaction back may last; after that the connection is closed, which takes it back too.
const PATIENCE: Duration = Duration::from_secs(2);

/// A connection, for reading.
pub struct Conn(PooledConnection);

enum PooledConnection {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
    /// It had trouble, and was closed.
    Gone,
}

/// Which database a connection speaks to, for the query macros.
#[doc(hidden)]
pub enum Engine<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

impl From<PoolConnection<Sqlite>> for Conn {
    fn from(conn: PoolConnection<Sqlite>) -> Self {
        Self(PooledConnection::Sqlite(conn))
    }
}

impl From<PoolConnection<Postgres>> for Conn {
    fn from(conn: PoolConnection<Postgres>) -> Self {
        Self(PooledConnection::Postgres(conn))
    }
}

impl Conn {
    /// What a query runs in; nothing does any more after trouble.
    #[doc(hidden)]
    pub fn engine(&mut self) -> Result<Engine<'_>, StoreError> {
        super::statement_count::count();
        match &mut self.0 {
            PooledConnection::Sqlite(conn) => Ok(Engine::Sqlite(conn)),
            PooledConnection::Postgres(conn) => Ok(Engine::Postgres(conn)),
            PooledConnection::Gone => Err(StoreError::Ended),
        }
    }

    /// Itself, for the query macros: of a `Conn`, a `Tx`, or a reference to one.
    #[doc(hidden)]
    pub fn itself(&mut self) -> &mut Self {
        self
    }

    /// Looks at how a query ended. After trouble the connection is closed, and with it the transaction: what would come
    /// after in it would be kept without what came before.
    #[doc(hidden)]
    pub fn after<T>(&mut self, ended: Result<T, StoreError>) -> Result<T, StoreError> {
        if let Err(StoreError::Trouble(error)) = &ended
            && breaks(error)
        {
            self.take().close();
        }
        ended
    }

    fn take(&mut self) -> PooledConnection {
        std::mem::replace(&mut self.0, PooledConnection::Gone)
    }
}

/// Whether a connection may be in any state after this. A row that is not there, or reads as something else, leaves it in
/// order.
fn breaks(error: &sqlx::Error) -> bool {
    use sqlx::Error::*;
    !matches!(
        error,
        RowNotFound
            | ColumnDecode { .. }
            | ColumnNotFound(_)
            | ColumnIndexOutOfBounds { .. }
            | TypeNotFound { .. }
            | Decode(_)
            | Encode(_)
    )
}

impl PooledConnection {
    async fn say(&mut self, sql: &'static str) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(conn) => sqlx::raw_sql(sql).execute(&mut **conn).await?,
            Self::Postgres(conn) => {
                sqlx::raw_sql(sql).execute(&mut **conn).await?;
                return Ok(());
            }
            Self::Gone => return Err(StoreError::Ended),
        };
        Ok(())
    }

    /// Closes it. The pool opens another one in its place.
    fn close(self) {
        match self {
            Self::Sqlite(mut conn) => conn.close_on_drop(),
            Self::Postgres(mut conn) => conn.close_on_drop(),
            Self::Gone => {}
        }
    }

    /// Takes back what was changed, and gives the connection back to the pool only when that is certain.
    async fn roll_back(mut self) {
        match tokio::time::timeout(PATIENCE, self.say("ROLLBACK")).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::warn!(%error, "a transaction could not be taken back; its connection is closed");
                self.close();
            }
            Err(_) => {
                tracing::warn!("a transaction could not be taken back in time; its connection is closed");
                self.close();
            }
        }
    }
}

/// A transaction. Dropped without [`Tx::commit`], it changes nothing. It reads like any [`Conn`].
pub struct Tx {
    conn: Conn,
    state: TxState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TxState {
    /// `BEGIN` or `COMMIT` is on its way: whether it was done is known once it is answered, and never when it failed or
    /// nobody waits for the answer any more.
    Unsure,
    Open,
    Kept,
}

impl Tx {
    /// Begins one.
    pub(super) async fn begin(conn: Conn) -> Result<Self, StoreError> {
        let begin = match &conn.0 {
            // Immediate: a deferred one that reads first and then writes is refused when another wrote in between.
            PooledConnection::Sqlite(_) => "BEGIN IMMEDIATE",
            PooledConnection::Postgres(_) | PooledConnection::Gone => "BEGIN",
        };
        let mut tx = Self { conn, state: TxState::Unsure };
        tx.conn.0.say(begin).await?;
        tx.state = TxState::Open;
        Ok(tx)
    }

    /// Keeps everything that was changed.
    pub async fn commit(mut self) -> Result<(), StoreError> {
        self.state = TxState::Unsure;
        self.conn.0.say("COMMIT").await?;
        self.state = TxState::Kept;
        Ok(())
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        match self.state {
            TxState::Kept => {}
            TxState::Unsure => self.conn.take().close(),
            TxState::Open => match (self.conn.take(), tokio::runtime::Handle::try_current()) {
                (PooledConnection::Gone, _) => {}
                (held, Ok(runtime)) => drop(runtime.spawn(held.roll_back())),
                (held, Err(_)) => held.close(),
            },
        }
    }
}

impl std::ops::Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl std::ops::DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}
