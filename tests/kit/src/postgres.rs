//! A PostgreSQL server for the tests: made in a folder of its own, started once for each test program, and gone with it.
//!
//! `KINFOLIO_TEST_POSTGRES` names another one to use instead: an address with the right to create databases. `make test`
//! starts one for all test programs with `testkit-postgres`.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use rustix::process::{Pid, Signal, geteuid, kill_process};
use sqlx::{Connection, Executor, PgConnection};
use tokio::sync::OnceCell;

use crate::child::{bound_to_its_thread, free_port, outlived};
use crate::folder;

/// The variable that names a server to use instead of starting one.
pub const ADDRESS: &str = "KINFOLIO_TEST_POSTGRES";

const MISSING: &str = "The tests need PostgreSQL and found none. Install Debian's package `postgresql`: \
    apt-get install postgresql";

/// What the folder of a server is called, before the process it is for.
pub const FOLDER: &str = "kinfolio-test-postgres-";

static SERVER: OnceCell<String> = OnceCell::const_new();
static DATABASES: AtomicU32 = AtomicU32::new(0);

/// What the databases of tests are called, before the process that made them.
const DATABASE: &str = "kinfolio_test_";

/// A database of one test's own; it is gone when this is dropped.
#[derive(Debug)]
pub struct FreshDatabase {
    server: String,
    name: String,
    url: String,
}

impl Drop for FreshDatabase {
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        // A test's runtime cannot be waited on in here. Whoever is still connected is sent away.
        let dropped = std::thread::spawn(move || {
            on_our_own(async {
                let Ok(mut admin) = PgConnection::connect(&format!("{server}/postgres")).await else { return };
                let gone = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                if let Err(error) = admin.execute(sqlx::AssertSqlSafe(gone)).await {
                    eprintln!("the database {name} stays: {error}");
                }
                let _ = admin.close().await;
            });
        });
        let _ = dropped.join();
    }
}

/// Waits for this on a thread that has no runtime.
fn on_our_own(work: impl Future<Output = ()>) {
    if let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() {
        runtime.block_on(work);
    }
}

impl FreshDatabase {
    /// Its address.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Does something to it that no program of ours does: for tests of what goes wrong.
    ///
    /// # Panics
    /// When it cannot be done.
    pub async fn execute(&self, sql: &str) {
        let mut admin = PgConnection::connect(&self.url).await.expect("the server takes connections");
        admin.execute(sqlx::AssertSqlSafe(sql.to_owned())).await.expect("it can be done");
    }
}

/// Makes a new, empty database.
///
/// # Panics
/// When there is no PostgreSQL; the message says what to install.
pub async fn fresh_database() -> FreshDatabase {
    let server = SERVER.get_or_init(server).await;
    made(server, "").await
}

/// Makes a database like one to which nobody is connected.
pub(crate) async fn another_like(template: &FreshDatabase) -> FreshDatabase {
    made(&template.server, &format!(" TEMPLATE {}", template.name)).await
}

async fn made(server: &str, how: &str) -> FreshDatabase {
    let number = DATABASES.fetch_add(1, Ordering::Relaxed);
    let name = format!("{DATABASE}{}_{number}", std::process::id());
    let mut admin = PgConnection::connect(&format!("{server}/postgres")).await.expect("the server takes connections");
    let create = format!("CREATE DATABASE {name}{how}");
    admin.execute(sqlx::AssertSqlSafe(create)).await.expect("a database can be made");
    let _ = admin.close().await;
    FreshDatabase { server: server.to_owned(), url: format!("{server}/{name}"), name }
}

/// Drops the databases of tests that were killed before they could: those of processes that are gone, on a server of this
/// machine. What somebody is connected to stays.
async fn drop_what_others_left(server: &str) {
    if !["@127.0.0.1:", "@localhost:"].iter().any(|here| server.contains(here)) {
        return;
    }
    let mut admin = PgConnection::connect(&format!("{server}/postgres")).await.expect("the server takes connections");
    let named = sqlx::query_as("SELECT datname FROM pg_database WHERE starts_with(datname, $1)").bind(DATABASE);
    let all: Vec<(String,)> = named.fetch_all(&mut admin).await.expect("a server knows its databases");
    for (name,) in all {
        let process = name.trim_start_matches(DATABASE).split('_').next().unwrap_or_default();
        if process.parse::<u32>().is_ok() && !Path::new("/proc").join(process).exists() {
            let _ = admin.execute(sqlx::AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name}"))).await;
        }
    }
}

async fn server() -> String {
    match std::env::var(ADDRESS) {
        Ok(address) => {
            let server = address.trim_end_matches('/').to_owned();
            drop_what_others_left(&server).await;
            server
        }
        Err(_) => tokio::task::spawn_blocking(Server::start).await.expect("the server was started").address,
    }
}

/// A server that was started here. It ends with this process, or before, when it is stopped.
#[derive(Debug)]
pub struct Server {
    address: String,
    folder: PathBuf,
    process: u32,
}

impl Server {
    /// Its address, without the name of a database.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Ends it and removes all it wrote.
    pub fn stop(self) {
        self.end(Signal::QUIT);
        let _ = fs::remove_dir_all(self.folder);
    }

    /// Ends it in good order, which breaks every connection, and starts it again at the same address a while later.
    ///
    /// # Panics
    /// When it does not start again.
    pub fn restart(&mut self, later: Duration) {
        self.end(Signal::INT);
        std::thread::sleep(later);
        let programs = programs().unwrap_or_else(|| panic!("{MISSING}"));
        let port = self.address.rsplit(':').next().and_then(|port| port.parse().ok()).expect("the address has a port");
        self.process = serve(&programs, &self.folder.join("data"), &self.folder, port, unprivileged_user());
    }

    /// Sends the signal and waits until it is gone.
    fn end(&self, signal: Signal) {
        // The process is our child, and only the thread that tends it reaps it.
        if let Some(process) = Pid::from_raw(self.process.cast_signed()) {
            let _ = kill_process(process, signal);
        }
        while Path::new("/proc").join(self.process.to_string()).exists() {
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Starts a server.
    ///
    /// # Panics
    /// When there is no PostgreSQL; the message says what to install.
    pub fn start() -> Self {
        let programs = programs().unwrap_or_else(|| panic!("{MISSING}"));
        let folder = folder::of_this_process(folder::in_memory(), FOLDER);
        let data = folder.join("data");
        let user = unprivileged_user();
        if let Some((uid, gid)) = user {
            std::os::unix::fs::chown(&folder, Some(uid), Some(gid))
                .expect("the folder can be given to the server's user");
        }
        let made = as_user(Command::new(programs.join("initdb")), user)
            .args(["--auth=trust", "--username=kinfolio", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "-D"])
            .arg(&data)
            .current_dir(&folder)
            .output()
            .expect("initdb can be run");
        assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
        let port = free_port();
        let process = serve(&programs, &data, &folder, port, user);
        Self { address: format!("postgres://kinfolio@127.0.0.1:{port}"), folder, process }
    }
}

fn serve(programs: &Path, data: &Path, folder: &Path, port: u16, user: Option<(u32, u32)>) -> u32 {
    let mut server = as_user(bound_to_its_thread(programs.join("postgres"), "QUIT"), user);
    server.arg("-D").arg(data).arg("-k").arg(folder).arg("-p").arg(port.to_string()).current_dir(folder);
    // Nothing here has to survive a power cut.
    for setting in [
        "listen_addresses=127.0.0.1",
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "max_connections=300",
        "shared_buffers=64MB",
        "autovacuum=off",
        // What is written ahead lies in memory too, and is of no use later.
        "max_wal_size=64MB",
        "min_wal_size=32MB",
    ] {
        server.args(["-c", setting]);
    }
    server.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let (ready, is_ready) = mpsc::channel();
    let process = outlived(server, move |child| {
        let Some(messages) = child.stderr.take() else { return };
        let mut said = Vec::new();
        // Read on to the end: a server whose messages nobody reads stops.
        for line in BufReader::new(messages).lines().map_while(Result::ok) {
            if line.contains("ready to accept connections") {
                let _ = ready.send(Ok(()));
            }
            said.push(line);
        }
        let _ = ready.send(Err(said.join("\n")));
    })
    .expect("postgres can be run");
    is_ready.recv().expect("the server says how it is").unwrap_or_else(|said| panic!("postgres did not start: {said}"));
    process
}

fn as_user(mut command: Command, user: Option<(u32, u32)>) -> Command {
    if let Some((uid, gid)) = user {
        command.uid(uid).gid(gid);
    }
    command
}

/// PostgreSQL refuses to run as root; then it runs as `postgres`, or as `nobody` where there is no such user.
fn unprivileged_user() -> Option<(u32, u32)> {
    if !geteuid().is_root() {
        return None;
    }
    let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let user = |name: &str| {
        let line = users.lines().find(|line| line.starts_with(&format!("{name}:")))?;
        let mut parts = line.split(':').skip(2);
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    };
    user("postgres").or_else(|| user("nobody"))
}

/// The folder with `initdb` and `postgres`: on the path, or where Debian puts them; the newest.
fn programs() -> Option<PathBuf> {
    let on_path: Vec<PathBuf> =
        std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
    let mut debians: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .map(|versions| versions.flatten().map(|version| version.path().join("bin")).collect())
        .unwrap_or_default();
    debians.sort_by_key(|bin| bin.parent().and_then(|v| v.file_name()?.to_str()?.parse::<u32>().ok()).unwrap_or(0));
    debians.into_iter().rev().chain(on_path).find(|bin| bin.join("initdb").is_file() && bin.join("postgres").is_file())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::PostgresTemplate;

    #[tokio::test]
    async fn each_test_has_a_database_of_its_own() {
        let (one, other) = (fresh_database().await, fresh_database().await);
        assert_ne!(one.url(), other.url());
        let mut conn = PgConnection::connect(one.url()).await.expect("a connection");
        conn.execute("CREATE TABLE only_here (id BIGINT)").await.expect("a table");
        let mut conn = PgConnection::connect(other.url()).await.expect("a connection");
        assert!(conn.execute("SELECT * FROM only_here").await.is_err());
    }

    async fn is_there(server: &str, name: &str) -> bool {
        let mut admin = PgConnection::connect(&format!("{server}/postgres")).await.expect("a connection");
        let named = sqlx::query("SELECT 1 FROM pg_database WHERE datname = $1").bind(name.to_owned());
        named.fetch_optional(&mut admin).await.expect("it is looked").is_some()
    }

    #[tokio::test]
    async fn a_database_is_gone_with_its_test_also_where_somebody_is_still_connected_or_it_failed() {
        let database = fresh_database().await;
        let (server, name, url) = (database.server.clone(), database.name.clone(), database.url.clone());
        let _still_here = PgConnection::connect(&url).await.expect("a connection");
        assert!(is_there(&server, &name).await);
        let failing = std::thread::spawn(move || {
            let _database = database;
            panic!("on purpose");
        });
        assert!(failing.join().is_err());
        assert!(!is_there(&server, &name).await);
    }

    #[tokio::test]
    async fn what_killed_tests_left_is_dropped_and_nothing_else() {
        let mine = fresh_database().await;
        let (nobodys, other) = (format!("{DATABASE}4194999_0"), format!("other_{}", std::process::id()));
        let mut admin = PgConnection::connect(&format!("{}/postgres", mine.server)).await.expect("a connection");
        for name in [&nobodys, &other] {
            let create = format!("CREATE DATABASE {name}");
            admin.execute(sqlx::AssertSqlSafe(create)).await.expect("a database");
        }
        drop_what_others_left(&mine.server).await;
        assert!(!is_there(&mine.server, &nobodys).await);
        assert!(is_there(&mine.server, &other).await && is_there(&mine.server, &mine.name).await);
        admin.execute(sqlx::AssertSqlSafe(format!("DROP DATABASE {other}"))).await.expect("it is dropped");
    }

    #[tokio::test]
    async fn a_template_is_made_once_and_its_copies_are_apart() {
        static TEMPLATE: PostgresTemplate = PostgresTemplate::new();
        static MADE: AtomicU32 = AtomicU32::new(0);
        let copy = || {
            TEMPLATE.copy(async |url: &str| {
                MADE.fetch_add(1, Ordering::Relaxed);
                let mut conn = PgConnection::connect(url).await.expect("a connection");
                conn.execute("CREATE TABLE in_all (id BIGINT)").await.expect("a table");
                conn.close().await.expect("it is left");
            })
        };
        let (one, other) = (copy().await, copy().await);
        assert_eq!(MADE.load(Ordering::Relaxed), 1);
        let mut conn = PgConnection::connect(one.url()).await.expect("a connection");
        conn.execute("INSERT INTO in_all VALUES (1)").await.expect("it is there");
        let mut conn = PgConnection::connect(other.url()).await.expect("a connection");
        let (rows,): (i64,) =
            sqlx::query_as("SELECT count(*) FROM in_all").fetch_one(&mut conn).await.expect("it is there too");
        assert_eq!(rows, 0);
    }
}
