//! Nothing that the tests started stays behind, however they end.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use kinfolio_testkit::browser::{Browser, Look};
use kinfolio_testkit::folder::in_memory;
use kinfolio_testkit::postgres::{ADDRESS, FOLDER, fresh_database};
use rustix::process::{Pid, Signal};

/// Set for the program that is to be killed: this one, started once more.
const VICTIM: &str = "KINFOLIO_KIT_VICTIM";

#[tokio::test]
async fn killed_tests_leave_no_server_and_no_browser() {
    let mut victim = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "the_victim", "--ignored", "--nocapture"])
        .env(VICTIM, "1")
        .env_remove(ADDRESS)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    wait_for_line(&mut victim, "ready to be killed");
    let started = descendants(victim.id());
    let names: Vec<String> = started.iter().map(|process| name_of(*process)).collect();
    for expected in ["postgres", "chromedriver", "chromium"] {
        assert!(names.iter().any(|name| name == expected), "{expected} is not among {names:?}");
    }
    let folder = in_memory().join(format!("{FOLDER}{}", victim.id()));
    assert!(folder.exists());
    victim.kill().unwrap();
    victim.wait().unwrap();
    gone_soon(&started);
    let until = Instant::now() + Duration::from_secs(30);
    while folder.exists() {
        assert!(Instant::now() < until, "{} is left behind", folder.display());
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[tokio::test]
#[ignore = "started and killed by the test above"]
async fn the_victim() {
    if std::env::var_os(VICTIM).is_none() {
        return;
    }
    let _database = fresh_database().await;
    let browser = Browser::open("http://127.0.0.1", Look::PHONE).await;
    browser.goto("about:blank").await;
    println!("ready to be killed");
    std::future::pending::<()>().await;
}

#[test]
fn a_failing_test_closes_its_browser() {
    // Its runtime ends with it, as that of every test does.
    let failing = std::thread::spawn(|| {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let browser = Browser::open("http://127.0.0.1", Look::PHONE).await;
            browser.goto("about:blank").await;
            panic!("on purpose");
        });
    });
    assert!(failing.join().is_err());
    let mine = descendants(std::process::id()).into_iter();
    let browsers: BTreeSet<u32> = mine.filter(|process| name_of(*process) == "chromium").collect();
    gone_soon(&browsers);
}

#[test]
fn a_command_finds_a_server_and_gives_its_exit_code() {
    let output = shared_postgres("echo $KINFOLIO_TEST_POSTGRES; exit 7").output().unwrap();
    assert_eq!(output.status.code(), Some(7));
    assert!(!answers(&String::from_utf8(output.stdout).unwrap()), "the server is still there");
}

#[test]
fn told_to_end_it_ends_the_command_and_the_server() {
    let mut command = shared_postgres("echo $KINFOLIO_TEST_POSTGRES; sleep 600").spawn().unwrap();
    let address = wait_for_line(&mut command, "postgres://");
    assert!(answers(&address));
    let started = descendants(command.id());
    // It is our child and has not been waited for.
    rustix::process::kill_process(Pid::from_raw(command.id().cast_signed()).unwrap(), Signal::TERM).unwrap();
    assert_eq!(command.wait().unwrap().code(), Some(128 + Signal::TERM.as_raw()));
    gone_soon(&started);
}

fn shared_postgres(script: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_testkit-postgres"));
    command.args(["run", "--", "sh", "-c", script]).stdout(Stdio::piped());
    command
}

/// Whether a server listens at `postgres://name@host:port`.
fn answers(address: &str) -> bool {
    TcpStream::connect(address.trim().rsplit_once('@').expect("an address").1).is_ok()
}

/// Reads what a program says until a line begins like this. The rest is read too: nobody may choke on an unread pipe.
fn wait_for_line(program: &mut Child, beginning: &str) -> String {
    let mut lines = BufReader::new(program.stdout.take().unwrap()).lines().map_while(Result::ok);
    let line = lines.find(|line| line.starts_with(beginning)).expect("it says so before it ends");
    std::thread::spawn(move || lines.for_each(drop));
    line
}

/// The processes below a process.
fn descendants(of: u32) -> BTreeSet<u32> {
    let parents: Vec<(u32, u32)> = std::fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|process: u32| Some((process, parent_of(process)?)))
        .collect();
    let mut found = BTreeSet::from([of]);
    while let Some((process, _)) = parents.iter().find(|(p, parent)| found.contains(parent) && !found.contains(p)) {
        found.insert(*process);
    }
    found.remove(&of);
    found
}

/// What stands in `/proc/…/stat` after the name: state, parent.
fn parent_of(process: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn name_of(process: u32) -> String {
    std::fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default().trim().to_owned()
}

fn gone_soon(processes: &BTreeSet<u32>) {
    let until = Instant::now() + Duration::from_secs(30);
    loop {
        let left: Vec<u32> =
            processes.iter().copied().filter(|process| Path::new(&format!("/proc/{process}")).exists()).collect();
        if left.is_empty() {
            return;
        }
        let names: Vec<String> = left.iter().map(|process| name_of(*process)).collect();
        assert!(Instant::now() < until, "left behind: {names:?}");
        std::thread::sleep(Duration::from_millis(50));
    }
}
