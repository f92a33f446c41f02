//! Trouble with a database, made from outside.

use std::path::Path;
use std::time::Duration;

use sqlx::{Connection, Executor, PgConnection, SqliteConnection};

/// Holds a SQLite file as another program that writes into it would, for so long.
///
/// # Panics
/// When it is no database, or others write all the time.
pub async fn hold_writing(file: &Path, how_long: Duration) {
    let mut conn =
        SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.expect("the file is a database");
    conn.execute("PRAGMA busy_timeout = 10000").await.expect("it is patient");
    conn.execute("BEGIN IMMEDIATE").await.expect("nobody writes for a moment");
    tokio::time::sleep(how_long).await;
    conn.execute("ROLLBACK").await.expect("it is let go");
    let _ = conn.close().await;
}

/// Ends so many connections to a PostgreSQL database, whichever they are, whatever they are doing. Gives how many it were.
///
/// # Panics
/// When the server lets nobody in.
pub async fn end_connections(address: &str, most: i64) -> usize {
    let mut conn = PgConnection::connect(address).await.expect("the server takes connections");
    let ended = sqlx::query(
        "SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT $1) AS chosen",
    );
    let ended = ended.bind(most).fetch_all(&mut conn).await.expect("they can be ended").len();
    let _ = conn.close().await;
    ended
}
