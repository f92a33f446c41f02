//! Where everything is kept: SQLite in the school's own folder, or PostgreSQL; one SQL text for both.
//!
//! A query is written once, with `$1` placeholders, and run by one of four macros:
//! [`one!`], [`maybe!`] and [`all!`] read rows, [`run!`] changes them and says how many. Reading takes a [`Conn`]; changing
//! takes a [`Tx`], so that a change outside a transaction does not compile. No other await belongs inside a `Tx`: on SQLite
//! it holds the only writing connection.
//!
//! What a page shows of many is read by one query for all of them (`ids_in!`), never by one each: a page asks as often for
//! forty students as for twenty ([`counted`]).

mod address;
mod connection;
mod db;
mod id_list;
mod inspect;
mod rows;
mod statement_count;
mod statistics;
#[cfg(test)]
mod tests;

pub use address::AddressError;
pub use connection::{Conn, Engine, Tx};
pub use db::{Db, Ear, Notification, PoolLimits, StoreError};
pub(crate) use id_list::{Ids, ids_in};
pub use inspect::{PoolUse, Tables};
pub(crate) use rows::{KeptRows, RowChange, RowsOf};
pub use statement_count::{counted, so_far as statements_so_far};

/// Every migration, as one text, for tests of what points at what.
#[cfg(test)]
pub(crate) fn migrations_text() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/store/migrations");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// All rows of a query, as any type that derives `sqlx::FromRow`, or a tuple.
#[macro_export]
#[doc(hidden)]
macro_rules! __all {
    ($conn:expr, $sql:expr $(, $bind:expr)* $(,)?) => { $crate::__query!(fetch_all, $conn, $sql $(, $bind)*) };
}

/// The first row of a query, if there is one.
#[macro_export]
#[doc(hidden)]
macro_rules! __maybe {
    ($conn:expr, $sql:expr $(, $bind:expr)* $(,)?) => { $crate::__query!(fetch_optional, $conn, $sql $(, $bind)*) };
}

/// The one row of a query that always has one (`SELECT count(*) …`, `… RETURNING …`).
#[macro_export]
#[doc(hidden)]
macro_rules! __one {
    ($conn:expr, $sql:expr $(, $bind:expr)* $(,)?) => { $crate::__query!(fetch_one, $conn, $sql $(, $bind)*) };
}

#[macro_export]
#[doc(hidden)]
macro_rules! __query {
    ($fetch:ident, $conn:expr, $sql:expr $(, $bind:expr)*) => {
        match $conn.itself() {
            conn => {
                let found = match conn.engine() {
                    Ok($crate::store::Engine::Sqlite(c)) => ::sqlx::query_as::<::sqlx::Sqlite, _>($sql)$(.bind($bind))*.$fetch(c).await.map_err($crate::store::StoreError::from),
                    Ok($crate::store::Engine::Postgres(c)) => ::sqlx::query_as::<::sqlx::Postgres, _>($sql)$(.bind($bind))*.$fetch(c).await.map_err($crate::store::StoreError::from),
                    Err(ended) => Err(ended),
                };
                conn.after(found)
            }
        }
    };
}

/// Changes rows, and says how many.
#[macro_export]
#[doc(hidden)]
macro_rules! __run {
    ($tx:expr, $sql:expr $(, $bind:expr)* $(,)?) => {{
        // A change needs a transaction: this line is what makes the compiler say so.
        let tx: &mut $crate::store::Tx = $tx;
        let done = match tx.engine() {
            Ok($crate::store::Engine::Sqlite(c)) => ::sqlx::query::<::sqlx::Sqlite>($sql)$(.bind($bind))*.execute(c).await.map(|done| done.rows_affected()).map_err($crate::store::StoreError::from),
            Ok($crate::store::Engine::Postgres(c)) => ::sqlx::query::<::sqlx::Postgres>($sql)$(.bind($bind))*.execute(c).await.map(|done| done.rows_affected()).map_err($crate::store::StoreError::from),
            Err(ended) => Err(ended),
        };
        tx.after(done)
    }};
}

pub use crate::{__all as all, __maybe as maybe, __one as one, __run as run};
