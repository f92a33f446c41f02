//! A PostgreSQL server for the tests: made in a folder of its own, started once for each test program, and gone with it.
//!
//! `KINFOLIO_TEST_POSTGRES` names another one to use instead: an address with the right to create databases.

use std::fs;
use std::io::Read;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;

use sqlx::{Connection, Executor, PgConnection};
use tokio::sync::OnceCell;

/// The variable that names a server to use instead of starting one.
pub const ADDRESS: &str = "KINFOLIO_TEST_POSTGRES";

const MISSING: &str = "The tests need PostgreSQL and found none. Install Debian's package `postgresql`: \
    apt-get install postgresql";

static SERVER: OnceCell<String> = OnceCell::const_new();
static DATABASES: AtomicU32 = AtomicU32::new(0);

/// A database of one test's own.
#[derive(Debug)]
pub struct FreshDatabase {
    url: String,
}

impl FreshDatabase {
    /// Its address.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// Makes a new, empty database.
///
/// # Panics
/// When there is no PostgreSQL; the message says what to install.
pub async fn fresh_database() -> FreshDatabase {
    let server = SERVER.get_or_init(server).await;
    let number = DATABASES.fetch_add(1, Ordering::Relaxed);
    let name = format!("kinfolio_{}_{number}", std::process::id());
    let mut admin = PgConnection::connect(&format!("{server}/postgres")).await.expect("the server takes connections");
    admin.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.expect("a database can be made");
    FreshDatabase { url: format!("{server}/{name}") }
}

async fn server() -> String {
    match std::env::var(ADDRESS) {
        Ok(address) => address.trim_end_matches('/').to_owned(),
        Err(_) => tokio::task::spawn_blocking(start).await.expect("the server was started"),
    }
}

/// Starts a server and gives its address.
fn start() -> String {
    clear_what_others_left();
    let programs = programs().unwrap_or_else(|| panic!("{MISSING}"));
    let folder = std::env::temp_dir().join(format!("{FOLDER}{}", std::process::id()));
    let data = folder.join("data");
    fs::create_dir_all(&folder).expect("a folder for the server");
    let user = unprivileged_user();
    if let Some((uid, gid)) = user {
        std::os::unix::fs::chown(&folder, Some(uid), Some(gid)).expect("the folder can be given to the server's user");
    }
    let made = as_user(Command::new(programs.join("initdb")), user)
        .args(["--auth=trust", "--username=kinfolio", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "-D"])
        .arg(&data)
        .current_dir(&folder)
        .output()
        .expect("initdb can be run");
    assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
    let port = free_port();
    serve(&programs, &data, &folder, port, user);
    format!("postgres://kinfolio@127.0.0.1:{port}")
}

/// Runs the server on a thread that lives as long as the program: the kernel ends the server with that thread, also when
/// the program is killed.
fn serve(programs: &Path, data: &Path, folder: &Path, port: u16, user: Option<(u32, u32)>) {
    let mut server = as_user(Command::new(programs.join("postgres")), user);
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
    ] {
        server.args(["-c", setting]);
    }
    server.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    // SAFETY: prctl is async-signal-safe, and nothing else happens between fork and exec.
    unsafe {
        server.pre_exec(|| {
            libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGQUIT);
            Ok(())
        });
    }
    let (ready, is_ready) = mpsc::channel();
    std::thread::spawn(move || {
        let mut child = server.spawn().expect("postgres can be run");
        let mut said = String::new();
        let mut errors = child.stderr.take().expect("its messages are piped");
        let mut buffer = [0_u8; 4096];
        let mut told = false;
        while let Ok(read @ 1..) = errors.read(&mut buffer) {
            if !told {
                said.push_str(&String::from_utf8_lossy(&buffer[..read]));
                if said.contains("ready to accept connections") {
                    told = ready.send(Ok(())).is_ok();
                }
            }
        }
        let _ = ready.send(Err(said));
        let _ = child.wait();
        loop {
            std::thread::park();
        }
    });
    is_ready.recv().expect("the server's thread lives").unwrap_or_else(|said| panic!("postgres did not start: {said}"));
}

fn as_user(mut command: Command, user: Option<(u32, u32)>) -> Command {
    if let Some((uid, gid)) = user {
        command.uid(uid).gid(gid);
    }
    command
}

/// PostgreSQL refuses to run as root; then it runs as `postgres`, or as `nobody` where there is no such user.
fn unprivileged_user() -> Option<(u32, u32)> {
    // SAFETY: geteuid has no preconditions.
    if unsafe { libc::geteuid() } != 0 {
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
    let on_path = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_else(Vec::new);
    let mut debians: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .map(|versions| versions.flatten().map(|version| version.path().join("bin")).collect())
        .unwrap_or_default();
    debians.sort_by_key(|bin| bin.parent().and_then(|v| v.file_name()?.to_str()?.parse::<u32>().ok()).unwrap_or(0));
    debians.into_iter().rev().chain(on_path).find(|bin| bin.join("initdb").is_file() && bin.join("postgres").is_file())
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its address").port()
}

const FOLDER: &str = "kinfolio-test-postgres-";

/// Removes the folders of servers whose programs are gone.
fn clear_what_others_left() {
    for entry in fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(process) = name.to_str().and_then(|name| name.strip_prefix(FOLDER)) else { continue };
        if !Path::new("/proc").join(process).exists() {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn each_test_has_a_database_of_its_own() {
        let (one, other) = (fresh_database().await, fresh_database().await);
        assert_ne!(one.url(), other.url());
        let mut conn = PgConnection::connect(one.url()).await.expect("a connection");
        conn.execute("CREATE TABLE only_here (id BIGINT)").await.expect("a table");
        let mut conn = PgConnection::connect(other.url()).await.expect("a connection");
        assert!(conn.execute("SELECT * FROM only_here").await.is_err());
    }
}
