//! What it costs to build the house, and to see a change in it. These take minutes to an hour, so they are measured only by
//! name, on a machine that does nothing else: `make bench only=first_build_cpu`.
//!
//! What compares with a state before builds that too: `KINFOLIO_TREE_BEFORE` names a checkout of it, whose `make run` built
//! for release.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use kinfolio_testkit::free_port;
use kinfolio_testkit::outside::Or;

use super::{Figure, Goal, Measured};

const BEFORE: &str = "KINFOLIO_TREE_BEFORE";
/// A sentence of a page, and what it is changed to.
const WORD: (&str, &str) = ("Families need no account.", "No family needs an account.");
/// How long seeing a change may take at all.
const LONGEST: Duration = Duration::from_secs(900);

/// CPU seconds of what `make run` builds from nothing, over those of the state before.
pub fn first_build() -> Measured {
    let before = before()?;
    let now = build(&copy(&here(), "now")?, "quick")?;
    eprintln!("  {now:.0} CPU seconds");
    let before = build(&copy(&before, "before")?, "release")?;
    eprintln!("  {before:.0} before");
    Ok(vec![Figure { name: "first_build_cpu", value: now / before, unit: "of before", goal: Goal::AtMost(0.55) }])
}

/// CPU seconds from one word of a page that is changed to a page that says so: under `make dev`, over what it took before,
/// when a release was built and opened. Both are built once beforehand.
pub fn see_a_change() -> Measured {
    let before = before()?;
    let now = seen_under_dev(&here())?;
    eprintln!("  {now:.1} CPU seconds");
    build(&before, "release")?;
    let words = before.join("app/locales/en/entry.json");
    let value = with_another_word(&words, || build(&before, "release"))?;
    eprintln!("  {value:.1} before");
    Ok(vec![Figure { name: "see_a_change_s", value: now / value, unit: "of before", goal: Goal::AtMost(0.05) }])
}

/// Seconds of `make check` after one file of the pages was saved.
pub fn check_warm() -> Measured {
    let check = |_: &Path| shell(&here(), "make --no-print-directory check", "");
    check(&here())?;
    let file = here().join("app/src/home.rs");
    std::fs::File::options().append(true).open(&file)?.set_modified(std::time::SystemTime::now())?;
    let began = Instant::now();
    check(&here())?;
    let value = began.elapsed().as_secs_f64();
    Ok(vec![Figure { name: "check_warm_s", value, unit: "s", goal: Goal::AtMost(60.0) }])
}

fn here() -> PathBuf {
    env!("CARGO_MANIFEST_DIR").into()
}

fn before() -> Or<PathBuf> {
    let named = std::env::var_os(BEFORE).map(PathBuf::from);
    named.ok_or_else(|| format!("{BEFORE} has to name a checkout to compare with").into())
}

/// A fresh clone of a checkout, whose target folder is empty.
fn copy(tree: &Path, name: &str) -> Or<PathBuf> {
    let to = std::env::temp_dir().join(format!("kinfolio-build-{name}"));
    let _ = std::fs::remove_dir_all(&to);
    shell(tree, r#"git clone --quiet . "$1""#, &to.display().to_string())?;
    Ok(to)
}

fn build(tree: &Path, profile: &str) -> Or<f64> {
    shell(tree, r#"cargo build --quiet --package kinfolio-server --profile "$1""#, profile)
}

/// Runs a line of shell in a folder, with cargo's own target folder; gives the CPU seconds that everything it started took.
fn shell(place: &Path, line: &str, argument: &str) -> Or<f64> {
    let script = format!("set -e; {line} >&2; times");
    let mut bash = Command::new("bash");
    bash.args(["-c", &script, "figure", argument]).current_dir(place).env_remove("CARGO_TARGET_DIR");
    let out = bash.stderr(Stdio::inherit()).output()?;
    if !out.status.success() {
        return Err(format!("{line} ended with {}", out.status).into());
    }
    let said = String::from_utf8_lossy(&out.stdout);
    said.lines().last().unwrap_or_default().split_whitespace().map(super::load::seconds).sum()
}

/// Does something while a sentence in this file is another one.
fn with_another_word<T>(file: &Path, work: impl FnOnce() -> Or<T>) -> Or<T> {
    let kept = std::fs::read_to_string(file)?;
    std::fs::write(file, kept.replace(WORD.0, WORD.1))?;
    let done = work();
    std::fs::write(file, kept)?;
    done
}

/// The CPU seconds of the machine between a word that is saved and a page that says it, while `make dev` watches.
fn seen_under_dev(tree: &Path) -> Or<f64> {
    let folder = std::env::temp_dir().join(format!("kinfolio-dev-{}", std::process::id()));
    let port = free_port().to_string();
    let mut dev = Command::new("setsid");
    dev.args(["--wait", ".ci/dev", "--port", &port, "--data"]).arg(&folder).current_dir(tree);
    let mut dev = dev.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    let out = dev.stdout.take().ok_or("make dev says nothing")?;
    let mut lines = BufReader::new(out).lines().map_while(Result::ok);
    let opened = lines.any(|line| line.contains("open at "));
    std::thread::spawn(move || lines.for_each(drop));
    let page = format!("http://127.0.0.1:{port}/sign-in");
    let seen = || -> Or<f64> {
        if !opened {
            return Err("make dev opened nothing".into());
        }
        wait_for(&page, WORD.0)?;
        let from = busy_seconds()?;
        with_another_word(&tree.join("app/locales/en/entry.ftl"), || {
            wait_for(&page, WORD.1)?;
            Ok(busy_seconds()? - from)
        })
    }();
    // The watcher, cargo and the school are one group.
    let _ = Command::new("pkill").args(["-s", &dev.id().to_string()]).status();
    let _ = dev.kill();
    let _ = dev.wait();
    let _ = std::fs::remove_dir_all(&folder);
    seen
}

fn wait_for(page: &str, words: &str) -> Or<()> {
    let until = Instant::now() + LONGEST;
    while Instant::now() < until {
        if let Ok(mut answer) = ureq::get(page).call()
            && answer.body_mut().read_to_string().is_ok_and(|text| text.contains(words))
        {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Err(format!("{page} never said {words:?}").into())
}

/// What the machine's cores have done so far, in seconds.
fn busy_seconds() -> Or<f64> {
    let stat = std::fs::read_to_string("/proc/stat")?;
    let line = stat.lines().next().ok_or("the system does not say")?;
    let ticks: Vec<f64> = line.split_whitespace().skip(1).filter_map(|word| word.parse().ok()).collect();
    let [user, nice, system, ..] = ticks.as_slice() else { return Err("the system does not say".into()) };
    Ok((user + nice + system) / super::family_page::ticks_a_second()?)
}
