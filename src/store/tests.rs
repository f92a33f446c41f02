//! What happens to a transaction when the disk is full, the database refuses, or nobody waits for it any more: nothing of it
//! is kept, and the next one goes well at once.

use std::future::Future;
use std::path::Path;
use std::time::{Duration, Instant};

use kinfolio_testkit::template::{FileTemplate, PostgresTemplate};

use super::{Db, PoolLimits, StoreError, Tables, Tx, all, one, run};

/// How soon words are taken again after the trouble is over.
const SOON: Duration = Duration::from_secs(2);

/// A ledger that takes what is written two lines at a time.
struct Ledger {
    db: Db,
    _kept: KeptIn,
}

enum KeptIn {
    File(tempfile::TempDir),
    Server(#[allow(dead_code)] kinfolio_testkit::postgres::FreshDatabase),
}

impl Ledger {
    async fn in_file() -> Self {
        static WITH_TABLES: FileTemplate = FileTemplate::new();
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("kinfolio.db");
        let made = async |file: &Path| Db::in_file(file).await.expect("a new database").close().await;
        WITH_TABLES.copy_to(&file, made).await;
        let db = Db::in_file(&file).await.expect("a database");
        Self::begun(db, KeptIn::File(folder)).await
    }

    async fn on_a_server() -> Self {
        static WITH_TABLES: PostgresTemplate = PostgresTemplate::new();
        let made = async |url: &str| Db::at_address(url).await.expect("a new database").close().await;
        let database = WITH_TABLES.copy(made).await;
        let limits = PoolLimits { connections: 2, ..PoolLimits::SERVER };
        let db = Db::at_address_within(database.url(), limits).await.expect("a database");
        Self::begun(db, KeptIn::Server(database)).await
    }

    async fn begun(db: Db, kept: KeptIn) -> Self {
        let mut tx = db.write().await.expect("a transaction");
        run!(&mut tx, "CREATE TABLE ledger (line BIGINT NOT NULL, words TEXT NOT NULL)").expect("a table");
        tx.commit().await.expect("kept");
        Self { db, _kept: kept }
    }

    /// Words are taken again, soon.
    async fn takes_a_pair(&self, number: i64) {
        let began = Instant::now();
        pair(&self.db, number).await.unwrap_or_else(|error| panic!("pair {number}: {error}"));
        assert!(began.elapsed() < SOON, "pair {number} took {:?}", began.elapsed());
    }

    /// Only whole pairs are in it. Gives their numbers.
    async fn pairs(&self) -> Vec<i64> {
        let mut conn = self.db.read().await.expect("a connection");
        let lines: Vec<(i64, i64)> =
            all!(conn, "SELECT line, count(*) FROM ledger GROUP BY line ORDER BY line").expect("lines");
        assert!(lines.iter().all(|(_, times)| *times == 2), "half written: {lines:?}");
        lines.into_iter().map(|(line, _)| line).collect()
    }
}

async fn line(tx: &mut Tx, number: i64, words: &str) -> Result<(), StoreError> {
    run!(tx, "INSERT INTO ledger (line, words) VALUES ($1, $2)", number, words).map(drop)
}

async fn pair(db: &Db, number: i64) -> Result<(), StoreError> {
    let mut tx = db.write().await?;
    line(&mut tx, number, "one").await?;
    line(&mut tx, number, "other").await?;
    tx.commit().await
}

/// A test on both databases.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => { $(mod $name {
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn sqlite() {
            super::$name(super::Ledger::in_file().await).await;
        }

        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn postgres() {
            super::$name(super::Ledger::on_a_server().await).await;
        }
    })+ };
}

on_both!(
    a_refusal_in_the_middle_takes_all_of_it_back,
    after_trouble_nothing_more_is_done_in_a_transaction,
    a_refusal_at_the_end_takes_all_of_it_back,
    whoever_leaves_in_the_middle_leaves_nothing_behind,
    a_transaction_that_is_let_go_changes_nothing,
    a_reading_connection_is_not_lent_again_after_trouble,
);

/// Makes the database refuse one line, undoing the transaction where it can.
async fn refuse_line(ledger: &Ledger, number: i64) {
    let mut tx = ledger.db.write().await.expect("a transaction");
    match &ledger.db {
        Db::Sqlite { .. } => run!(
            &mut tx,
            "CREATE TRIGGER refuse BEFORE INSERT ON ledger WHEN NEW.words = 'refused'
             BEGIN SELECT RAISE(ROLLBACK, 'injected'); END"
        )
        .map(drop),
        Db::Postgres { .. } => run!(&mut tx, "ALTER TABLE ledger ADD CHECK (words <> 'refused')").map(drop),
    }
    .unwrap_or_else(|error| panic!("line {number} can be refused: {error}"));
    tx.commit().await.expect("kept");
}

async fn a_refusal_in_the_middle_takes_all_of_it_back(ledger: Ledger) {
    refuse_line(&ledger, 2).await;
    ledger.takes_a_pair(1).await;
    for _ in 0..3 {
        let mut tx = ledger.db.write().await.expect("a transaction");
        line(&mut tx, 2, "one").await.expect("a line");
        assert!(line(&mut tx, 2, "refused").await.is_err());
        drop(tx);
    }
    ledger.takes_a_pair(3).await;
    assert_eq!(ledger.pairs().await, [1, 3]);
}

async fn after_trouble_nothing_more_is_done_in_a_transaction(ledger: Ledger) {
    refuse_line(&ledger, 1).await;
    let mut tx = ledger.db.write().await.expect("a transaction");
    line(&mut tx, 1, "one").await.expect("a line");
    assert!(line(&mut tx, 1, "refused").await.is_err());
    // SQLite has no transaction any more: without one, this line would be kept for itself.
    assert!(line(&mut tx, 1, "other").await.is_err());
    assert!(tx.commit().await.is_err());
    ledger.takes_a_pair(2).await;
    assert_eq!(ledger.pairs().await, [2]);
}

async fn a_refusal_at_the_end_takes_all_of_it_back(ledger: Ledger) {
    let mut tx = ledger.db.write().await.expect("a transaction");
    run!(&mut tx, "CREATE TABLE page (id BIGINT PRIMARY KEY)").expect("a table");
    run!(&mut tx, "CREATE TABLE note (page_id BIGINT REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED)")
        .expect("a table");
    tx.commit().await.expect("kept");
    let mut tx = ledger.db.write().await.expect("a transaction");
    line(&mut tx, 1, "one").await.expect("a line");
    run!(&mut tx, "INSERT INTO note (page_id) VALUES ($1)", 7_i64).expect("it is looked at in the end");
    assert!(tx.commit().await.is_err());
    ledger.takes_a_pair(2).await;
    assert_eq!(ledger.pairs().await, [2]);
    let mut conn = ledger.db.read().await.expect("a connection");
    let (notes,): (i64,) = one!(conn, "SELECT count(*) FROM note").expect("a count");
    assert_eq!(notes, 0);
}

/// Lets a future go on for a while, and then lets it go.
async fn leave<T>(micros: u64, work: impl Future<Output = T>) -> Option<T> {
    tokio::select! {
        biased;
        done = work => Some(done),
        () = async { tokio::time::sleep(Duration::from_micros(micros)).await } => None,
    }
}

async fn whoever_leaves_in_the_middle_leaves_nothing_behind(ledger: Ledger) {
    let mut done = Vec::new();
    for number in 0..200_i64 {
        // From the very beginning to well past the end.
        let micros = (number as u64 % 50) * 60;
        if let Some(kept) = leave(micros, pair(&ledger.db, number)).await {
            kept.unwrap_or_else(|error| panic!("pair {number}: {error}"));
            done.push(number);
        }
        if number % 10 == 0 {
            ledger.takes_a_pair(1_000 + number).await;
            done.push(1_000 + number);
        }
    }
    // Not waiting at all: whoever asks leaves before the first answer.
    for number in 200..220 {
        use futures::FutureExt;
        let _ = pair(&ledger.db, number).now_or_never();
        ledger.takes_a_pair(1_000 + number).await;
        done.push(1_000 + number);
    }
    let pairs = ledger.pairs().await;
    let lost: Vec<&i64> = done.iter().filter(|number| !pairs.contains(number)).collect();
    assert!(lost.is_empty(), "acknowledged and gone: {lost:?}");
}

async fn a_transaction_that_is_let_go_changes_nothing(ledger: Ledger) {
    for number in 0..20 {
        let mut tx = ledger.db.write().await.expect("a transaction");
        line(&mut tx, number, "one").await.expect("a line");
        drop(tx);
    }
    ledger.takes_a_pair(99).await;
    assert_eq!(ledger.pairs().await, [99]);
    // Taken back, not closed: the connection is the one it was.
    if let Db::Sqlite { writes, .. } = &ledger.db {
        assert_eq!(writes.size(), 1);
    }
}

async fn a_reading_connection_is_not_lent_again_after_trouble(ledger: Ledger) {
    ledger.takes_a_pair(1).await;
    let mut conn = ledger.db.read().await.expect("a connection");
    let none: Result<Vec<(i64,)>, StoreError> = all!(conn, "SELECT nothing_of_that_name FROM ledger");
    assert!(matches!(none, Err(StoreError::Trouble(_))));
    let none: Result<Vec<(i64,)>, StoreError> = all!(conn, "SELECT line FROM ledger");
    assert!(matches!(none, Err(StoreError::Ended)));
    drop(conn);
    for _ in 0..20 {
        assert_eq!(ledger.pairs().await, [1]);
    }
    ledger.takes_a_pair(2).await;
}

/// A disk that is full: no more pages than there are.
async fn fill(db: &Db) {
    let mut tx = db.write().await.expect("a transaction");
    let (pages,): (i64,) = one!(tx, "PRAGMA page_count").expect("a count");
    drop(tx);
    let Db::Sqlite { writes, .. } = db else { unreachable!("only a file can be full") };
    let mut conn = writes.acquire().await.expect("the connection");
    let full = sqlx::AssertSqlSafe(format!("PRAGMA max_page_count = {pages}"));
    sqlx::raw_sql(full).execute(&mut *conn).await.expect("it is full");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_full_disk_words_are_taken_at_once() {
    let ledger = Ledger::in_file().await;
    ledger.takes_a_pair(1).await;
    let long = "much to say ".repeat(20_000);
    for number in 2..5 {
        fill(&ledger.db).await;
        let mut tx = ledger.db.write().await.expect("a transaction");
        line(&mut tx, number, "one").await.expect("there is room for a short line");
        let full = line(&mut tx, number, &long).await;
        assert!(full.is_err(), "there is no room for a long one");
        drop(tx);
        // Space is given back: a new connection knows of no limit.
        ledger.takes_a_pair(number * 10).await;
    }
    assert_eq!(ledger.pairs().await, [1, 20, 30, 40]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_was_moved_away_is_not_begun_anew() {
    let ledger = Ledger::in_file().await;
    ledger.takes_a_pair(1).await;
    let (KeptIn::File(folder), Db::Sqlite { writes, .. }) = (&ledger._kept, &ledger.db) else {
        unreachable!("it is in a file")
    };
    let (file, away) = (folder.path().join("kinfolio.db"), folder.path().join("away.db"));
    // The next one has to be opened anew.
    writes.acquire().await.expect("the connection").close().await.expect("it is closed");
    std::fs::rename(&file, &away).expect("it is moved");
    assert!(pair(&ledger.db, 2).await.is_err(), "nothing is acknowledged that nobody will find");
    assert!(!file.exists(), "an empty database was begun in its place");
    std::fs::rename(&away, &file).expect("it is moved back");
    ledger.takes_a_pair(3).await;
    assert_eq!(ledger.pairs().await, [1, 3]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_could_not_begin_begins_the_next_time() {
    let ledger = Ledger::in_file().await;
    let KeptIn::File(folder) = &ledger._kept else { unreachable!("it is in a file") };
    let other = Db::in_file(&folder.path().join("kinfolio.db")).await.expect("another program");
    let Db::Sqlite { writes, .. } = &ledger.db else { unreachable!("it is in a file") };
    let mut conn = writes.acquire().await.expect("the connection");
    sqlx::raw_sql("PRAGMA busy_timeout = 10").execute(&mut *conn).await.expect("it is impatient");
    drop(conn);
    let mut tx = other.write().await.expect("a transaction");
    line(&mut tx, 1, "one").await.expect("a line");
    assert!(pair(&ledger.db, 2).await.is_err(), "another program writes");
    line(&mut tx, 1, "other").await.expect("a line");
    tx.commit().await.expect("kept");
    ledger.takes_a_pair(3).await;
    assert_eq!(ledger.pairs().await, [1, 3]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_connection_that_the_server_ends_is_not_lent_again() {
    let ledger = Ledger::on_a_server().await;
    for number in 0..4 {
        let mut tx = ledger.db.write().await.expect("a transaction");
        line(&mut tx, number, "one").await.expect("a line");
        let ended: Result<(bool,), StoreError> = one!(tx, "SELECT pg_terminate_backend(pg_backend_pid())");
        assert!(ended.is_err());
        drop(tx);
        ledger.takes_a_pair(100 + number).await;
    }
    assert_eq!(ledger.pairs().await, [100, 101, 102, 103]);
}

#[tokio::test]
async fn whoever_waits_for_a_connection_waits_a_short_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let limits = PoolLimits { connections: 1, to_read: Duration::from_millis(50), to_write: Duration::from_millis(80) };
    let db = Db::in_file_within(&folder.path().join("kinfolio.db"), limits).await.expect("a database");
    let (_conn, _tx) = (db.read().await.expect("a connection"), db.write().await.expect("a transaction"));
    let began = Instant::now();
    assert!(db.read().await.is_err() && db.write().await.is_err());
    assert!(began.elapsed() < Duration::from_secs(1), "{:?}", began.elapsed());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_damaged_page_is_named_and_nothing_is_changed() {
    let ledger = Ledger::in_file().await;
    let KeptIn::File(folder) = &ledger._kept else { unreachable!("it is in a file") };
    let roots: Vec<(i64,)> = all!(
        ledger.db.read().await.expect("a connection"),
        "SELECT rootpage FROM sqlite_master WHERE rootpage > 1 AND tbl_name NOT LIKE '%migrations'"
    )
    .expect("the pages that tables begin with");
    ledger.db.close().await;
    let file = folder.path().join("kinfolio.db");
    let mut bytes = std::fs::read(&file).expect("the database");
    for (page,) in &roots {
        let begin = (usize::try_from(*page).expect("a page") - 1) * 4096;
        bytes[begin..begin + 4096].fill(0xA5);
    }
    std::fs::write(&file, &bytes).expect("it is damaged");
    let db = Db::look_in_file(&file).await.expect("it can be looked at");
    let wrong = db.what_is_wrong().await.expect("it is looked at");
    db.close().await;
    // SQLite stops after a hundred by itself.
    assert!(roots.len() > 100, "{}", roots.len());
    let lines = wrong.join("\n");
    for (page,) in &roots {
        assert!(lines.contains(&format!("page {page}:")), "page {page} is not named:\n{lines}");
    }
    assert!(std::fs::read(&file).expect("the database") == bytes, "looking changed it");
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 1, "looking made something");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_left_in_the_middle_can_be_looked_at() {
    let ledger = Ledger::in_file().await;
    ledger.takes_a_pair(1).await;
    let KeptIn::File(folder) = &ledger._kept else { unreachable!("it is in a file") };
    // As a program that was killed leaves it: with its log.
    let left = tempfile::tempdir().expect("a folder");
    for name in ["kinfolio.db", "kinfolio.db-wal", "kinfolio.db-shm"] {
        std::fs::copy(folder.path().join(name), left.path().join(name)).expect("a copy");
    }
    let file = left.path().join("kinfolio.db");
    let before =
        (std::fs::read(&file).expect("it"), std::fs::read(left.path().join("kinfolio.db-wal")).expect("its log"));
    let db = Db::look_in_file(&file).await.expect("it can be looked at");
    assert_eq!(db.what_is_wrong().await.expect("it is looked at"), Vec::<String>::new());
    assert_eq!(db.tables().await.expect("it is looked at"), Tables::Same);
    assert!(db.write().await.is_err(), "whoever looks writes nothing");
    db.close().await;
    let after =
        (std::fs::read(&file).expect("it"), std::fs::read(left.path().join("kinfolio.db-wal")).expect("its log"));
    assert!(before == after, "looking changed it");
}

on_both!(tables_of_another_version_are_told_apart);

async fn tables_of_another_version_are_told_apart(ledger: Ledger) {
    assert_eq!(ledger.db.tables().await.expect("it is looked at"), Tables::Same);
    let mut tx = ledger.db.write().await.expect("a transaction");
    run!(
        &mut tx,
        "UPDATE _sqlx_migrations SET version = 9999 WHERE version = (SELECT max(version) FROM _sqlx_migrations)"
    )
    .expect("a newer one");
    tx.commit().await.expect("kept");
    assert_eq!(ledger.db.tables().await.expect("it is looked at"), Tables::Newer);
    let mut tx = ledger.db.write().await.expect("a transaction");
    run!(&mut tx, "DELETE FROM _sqlx_migrations WHERE version = 9999").expect("an older one");
    tx.commit().await.expect("kept");
    assert_eq!(ledger.db.tables().await.expect("it is looked at"), Tables::Older);
}
