//! What the planner of queries knows about the tables. SQLite knows only what it was told: whoever writes tells it, when the
//! program starts, once an hour, and after many people came at once. PostgreSQL looks by itself.

use super::{Db, StoreError, run};

impl Db {
    /// Looks at how much there is of what, so that queries take the shortest way.
    ///
    /// # Errors
    /// When the database does not let it.
    pub async fn refresh_statistics(&self) -> Result<(), StoreError> {
        if matches!(self, Self::Postgres { .. }) {
            return Ok(());
        }
        let mut tx = self.write().await?;
        // So many rows of each index are looked at: a grown school is looked through in a few milliseconds.
        run!(&mut tx, "PRAGMA analysis_limit = 1000")?;
        // Connections that are open learn of it when the tables seem new: so what was known before is thrown away first.
        run!(&mut tx, "DROP TABLE IF EXISTS sqlite_stat1")?;
        run!(&mut tx, "ANALYZE")?;
        tx.commit().await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::all;

    /// Which index a query takes. Each is worded differently: a plan that was made once is not made anew for being told.
    macro_rules! way {
        ($conn:expr, $wording:literal) => {{
            // What runs notices that the tables seem new; what is only explained does not.
            let _: Vec<(i64,)> = all!($conn, "SELECT line FROM ledger WHERE same = 1 AND own = 1").expect("lines");
            let query =
                concat!("EXPLAIN QUERY PLAN SELECT line AS ", $wording, " FROM ledger WHERE same = 1 AND own = 1");
            let steps: Vec<(i64, i64, i64, String)> = all!($conn, query).expect("a plan");
            steps.into_iter().map(|(.., step)| step).collect::<String>()
        }};
    }

    #[tokio::test]
    async fn connections_that_are_open_take_the_shortest_way_as_the_tables_change() {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::in_file(&folder.path().join("kinfolio.db")).await.expect("a database");
        let mut tx = db.write().await.expect("a transaction");
        for sql in [
            "CREATE TABLE ledger (line BIGINT, same BIGINT, own BIGINT)",
            "CREATE INDEX by_same ON ledger (same)",
            "CREATE INDEX by_own ON ledger (own)",
        ] {
            run!(&mut tx, sql).expect("a table");
        }
        for line in 0..300_i64 {
            run!(&mut tx, "INSERT INTO ledger (line, same, own) VALUES ($1, 1, $1)", line).expect("a line");
        }
        tx.commit().await.expect("kept");
        let mut conn = db.read().await.expect("a connection");
        let _ = way!(&mut conn, "first");
        db.refresh_statistics().await.expect("looked at");
        assert!(way!(&mut conn, "second").contains("by_own"));
        let mut tx = db.write().await.expect("a transaction");
        run!(&mut tx, "UPDATE ledger SET same = own, own = same").expect("turned around");
        tx.commit().await.expect("kept");
        db.refresh_statistics().await.expect("looked at");
        assert!(way!(&mut conn, "third").contains("by_same"));
        drop(conn);
        db.close().await;
    }
}
