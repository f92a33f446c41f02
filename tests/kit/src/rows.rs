//! What a database holds, counted from outside.

use std::collections::BTreeMap;
use std::path::Path;

use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Column, Connection, PgConnection, Row, SqliteConnection, ValueRef};

/// A row as text: what is neither text nor a number is left out.
macro_rules! as_text {
    ($row:expr, $but:expr) => {{
        let columns = $row.columns().iter().enumerate().filter(|(_, column)| !$but.contains(&column.name()));
        let cells = columns.map(|(place, column)| {
            let is_nothing = $row.try_get_raw(place).map_or(true, |value| value.is_null());
            let text = $row.try_get::<String, _>(place);
            let number = $row.try_get::<i64, _>(place);
            let cell = match (is_nothing, text, number) {
                (true, _, _) => "-".to_owned(),
                (_, Ok(text), _) => text,
                (_, _, Ok(number)) => number.to_string(),
                _ => String::new(),
            };
            format!("{}={cell}", column.name())
        });
        cells.collect::<Vec<_>>().join(" ")
    }};
}

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

/// The rows of each table of a PostgreSQL database, as text, but for these columns.
///
/// # Panics
/// When the database does not answer.
pub async fn contents_of_postgres(address: &str, but: &[&str]) -> BTreeMap<String, Vec<String>> {
    let mut conn = PgConnection::connect(address).await.expect("the database answers");
    let mut contents = BTreeMap::new();
    for table in of_postgres(address).await.into_keys() {
        let rows = sqlx::query(AssertSqlSafe(format!("SELECT * FROM \"{table}\"")));
        let rows: Vec<PgRow> = rows.fetch_all(&mut conn).await.expect("a table can be read");
        contents.insert(table, sorted(rows.iter().map(|row| as_text!(row, but))));
    }
    contents
}

/// The rows of each table of a SQLite database, as text, but for these columns.
///
/// # Panics
/// When the file is no database.
pub async fn contents_of_sqlite(file: &Path, but: &[&str]) -> BTreeMap<String, Vec<String>> {
    let mut conn =
        SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.expect("the file is a database");
    let mut contents = BTreeMap::new();
    for table in of_sqlite(file).await.into_keys() {
        let rows = sqlx::query(AssertSqlSafe(format!("SELECT * FROM \"{table}\"")));
        let rows: Vec<SqliteRow> = rows.fetch_all(&mut conn).await.expect("a table can be read");
        contents.insert(table, sorted(rows.iter().map(|row| as_text!(row, but))));
    }
    contents
}

fn sorted(rows: impl Iterator<Item = String>) -> Vec<String> {
    let mut rows: Vec<String> = rows.collect();
    rows.sort();
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
