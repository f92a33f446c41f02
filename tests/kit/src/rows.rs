//! What a database holds, counted from outside.

use std::collections::BTreeMap;
use std::path::Path;

use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};

/// How many rows each table of a PostgreSQL database has.
///
/// # Panics
/// When the database does not answer.
pub async fn of_postgres(address: &str) -> BTreeMap<String, i64> {
    let mut conn = PgConnection::connect(address).await.expect("the database answers");
    let tables: Vec<(String,)> = sqlx::query_as("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        .fetch_all(&mut conn)
        .await
        .expect("it has tables");
    let mut rows = BTreeMap::new();
    for (table,) in tables {
        let count = sqlx::query_as(AssertSqlSafe(format!("SELECT count(*) FROM \"{table}\"")));
        let (count,): (i64,) = count.fetch_one(&mut conn).await.expect("a table can be counted");
        rows.insert(table, count);
    }
    rows
}

/// How many rows each table of a SQLite database has.
///
/// # Panics
/// When the file is no database.
pub async fn of_sqlite(file: &Path) -> BTreeMap<String, i64> {
    let mut conn =
        SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.expect("the file is a database");
    let tables: Vec<(String,)> = sqlx::query_as("SELECT name FROM sqlite_master WHERE type = 'table'")
        .fetch_all(&mut conn)
        .await
        .expect("it has tables");
    let mut rows = BTreeMap::new();
    for (table,) in tables {
        let count = sqlx::query_as(AssertSqlSafe(format!("SELECT count(*) FROM \"{table}\"")));
        let (count,): (i64,) = count.fetch_one(&mut conn).await.expect("a table can be counted");
        rows.insert(table, count);
    }
    rows
}

/// Changes a SQLite database from outside, while a program has it open: for what only time brings.
///
/// # Panics
/// When the file is no database, or takes no such change.
pub async fn change_sqlite(file: &Path, change: &str) {
    let mut conn =
        SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.expect("the file is a database");
    sqlx::query(AssertSqlSafe(change.to_owned())).execute(&mut conn).await.expect("it can be changed");
}
