//! Looking at a database: whether it is whole, without changing it; whether it takes what is written; how busy it is.

use std::path::Path;
use std::time::Duration;

use futures::TryStreamExt;
use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{AssertSqlSafe, SqlitePool};

use super::address;
use super::db::{Db, MIGRATIONS, PoolLimits, StoreError};
use super::run;

/// More lines than anybody reads; SQLite's own limit is a hundred.
const ALL_OF_IT: &str = "PRAGMA integrity_check(1000000)";
/// How long a server may take to answer whoever only looks.
const PATIENCE: Duration = Duration::from_secs(5);

/// How the tables stand to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tables {
    /// There are none: no school was ever here.
    Missing,
    /// The next start brings them up to date.
    Older,
    Same,
    /// A newer program brought them up to date.
    Newer,
}

/// How many connections are open, and how many of them nobody uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolUse {
    pub name: &'static str,
    pub open: u32,
    pub idle: u32,
    pub most: u32,
}

impl Db {
    /// Opens the database in a file to look at it: nothing is made, brought up to date or tidied. A server may be using it.
    pub async fn look_in_file(path: &Path) -> Result<Self, StoreError> {
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        // Without a log nobody has it open, and not even the log's index is made beside it.
        let at_rest = !Path::new(&log).exists();
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(false)
            .read_only(true)
            .immutable(at_rest)
            .busy_timeout(PATIENCE)
            .pragma("query_only", "ON");
        let reads = SqlitePoolOptions::new().max_connections(1).acquire_timeout(PATIENCE).connect_with(options).await?;
        Ok(Self::Sqlite { writes: reads.clone(), reads })
    }

    /// Opens the database at a `postgres://` address to look at it.
    pub async fn look_at_address(address: &str) -> Result<Self, StoreError> {
        let options = address::options(address)?.options([("default_transaction_read_only", "on")]);
        let pool =
            PgPoolOptions::new().max_connections(1).acquire_timeout(PATIENCE).connect_with(options.clone()).await;
        let pool = pool.map_err(|error| address::explained(&options, error))?;
        let limits = PoolLimits { connections: 1, to_read: PATIENCE, to_write: PATIENCE };
        Ok(Self::Postgres { pool, limits })
    }

    /// How the tables stand to this program.
    pub async fn tables(&self) -> Result<Tables, StoreError> {
        const DONE: &str = "SELECT version FROM _sqlx_migrations WHERE success ORDER BY version";
        let done: Vec<(i64,)> = match self {
            Self::Sqlite { reads, .. } => {
                let there = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '_sqlx_migrations'";
                let (there,): (i64,) = sqlx::query_as(there).fetch_one(reads).await?;
                if there == 0 { Vec::new() } else { sqlx::query_as(DONE).fetch_all(reads).await? }
            }
            Self::Postgres { pool, .. } => {
                let there = "SELECT to_regclass('_sqlx_migrations') IS NOT NULL";
                let (there,): (bool,) = sqlx::query_as(there).fetch_one(pool).await?;
                if there { sqlx::query_as(DONE).fetch_all(pool).await? } else { Vec::new() }
            }
        };
        let known: Vec<i64> = MIGRATIONS.iter().map(|migration| migration.version).collect();
        Ok(if done.is_empty() {
            Tables::Missing
        } else if done.iter().any(|(version,)| !known.contains(version)) {
            Tables::Newer
        } else if done.len() < known.len() {
            Tables::Older
        } else {
            Tables::Same
        })
    }

    /// What the database itself finds wrong with its tables, one line each. Of PostgreSQL every table is read: a page that
    /// is damaged ends that with an error.
    pub async fn what_is_wrong(&self) -> Result<Vec<String>, StoreError> {
        match self {
            Self::Sqlite { reads, .. } => what_is_wrong_in_file(reads).await,
            Self::Postgres { pool, .. } => {
                let tables = "SELECT quote_ident(relname::text) FROM pg_class
                    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY 1";
                let tables: Vec<(String,)> = sqlx::query_as(tables).fetch_all(pool).await?;
                let mut wrong = Vec::new();
                for (table,) in tables {
                    let every_row = AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
                    match sqlx::query_as::<_, (i64,)>(every_row).fetch_one(pool).await {
                        Ok(_) => {}
                        Err(sqlx::Error::Database(error)) => wrong.push(format!("the table {table}: {error}")),
                        Err(error) => return Err(error.into()),
                    }
                }
                Ok(wrong)
            }
        }
    }

    /// Begins to write, and takes it back: whether words would be taken now.
    pub async fn takes_words(&self) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        // Nobody's school. A database that may only be read refuses this too.
        run!(&mut tx, "UPDATE school SET name = name WHERE id = $1", "")?;
        Ok(())
    }

    /// How busy the connections are.
    pub fn pool_use(&self) -> Vec<PoolUse> {
        fn of<DB: sqlx::Database>(name: &'static str, pool: &sqlx::Pool<DB>) -> PoolUse {
            let idle = u32::try_from(pool.num_idle()).unwrap_or(u32::MAX);
            PoolUse { name, open: pool.size(), idle, most: pool.options().get_max_connections() }
        }
        match self {
            Self::Sqlite { reads, writes } => vec![of("read", reads), of("write", writes)],
            Self::Postgres { pool, .. } => vec![of("all", pool)],
        }
    }
}

async fn what_is_wrong_in_file(reads: &SqlitePool) -> Result<Vec<String>, StoreError> {
    let (mut wrong, ended) = said(reads, ALL_OF_IT.to_owned()).await;
    if let Some(error) = ended {
        // A table that can't be read ends all of it. The pages are named by then; what else is wrong is asked by table.
        if !is_damage(&error) {
            return Err(error.into());
        }
        wrong.push(format!("the database file: {error}"));
        for table in tables(reads).await {
            let (lines, _) = said(reads, format!("PRAGMA integrity_check({table})")).await;
            wrong.extend(lines.into_iter().filter(|line| !wrong.contains(line)).collect::<Vec<_>>());
        }
    }
    let untied = "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check";
    match sqlx::query_as::<_, (String, Option<i64>, String)>(untied).fetch_all(reads).await {
        Ok(rows) => wrong.extend(rows.into_iter().map(|(table, row, parent)| {
            format!("row {} of {table} points at a {parent} that is not there", row.unwrap_or_default())
        })),
        Err(error) if is_damage(&error) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(wrong)
}

/// What a check says, line by line, and what it ended with: the lines before an error count.
async fn said(reads: &SqlitePool, check: String) -> (Vec<String>, Option<sqlx::Error>) {
    let mut rows = sqlx::query_as::<_, (String,)>(AssertSqlSafe(check)).fetch(reads);
    let mut lines = Vec::new();
    loop {
        match rows.try_next().await {
            Ok(Some((text,))) => {
                let found = text.lines().filter(|line| *line != "ok" && !line.starts_with("***"));
                lines.extend(found.map(str::to_owned));
            }
            Ok(None) => return (lines, None),
            Err(error) => return (lines, Some(error)),
        }
    }
}

/// The names of all tables, quoted; none when not even these can be read.
async fn tables(reads: &SqlitePool) -> Vec<String> {
    let names = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
    let names: Vec<(String,)> = sqlx::query_as(names).fetch_all(reads).await.unwrap_or_default();
    names.into_iter().map(|(name,)| format!("'{}'", name.replace('\'', "''"))).collect()
}

/// Whether an error says that the file is damaged (`SQLITE_CORRUPT`, `SQLITE_NOTADB`), not that it can't be reached.
fn is_damage(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|problem| problem.code()?.parse::<u32>().ok());
    code.is_some_and(|code| matches!(code & 0xff, 11 | 26))
}

impl StoreError {
    /// Whether it says that the database is damaged, not that it can't be reached.
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Trouble(error) if is_damage(error))
    }
}
