//! What attackers, bad luck and bad networks do to a school, done to the program from outside: nothing brings it down,
//! nothing is lost.
//!
//! With the other tests a short part runs; `make torment` takes the long way on the release binary and prints the figures:
//! `name value unit goal ok|short`.

mod bytes;
mod clock;
mod errors;
mod full;
mod hostile;
mod kills;
mod lost_connections;
mod servers;
mod slow;
mod window;
mod writing;

use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use kinfolio_testkit::folder::of_this_process;
use kinfolio_testkit::outside::{How, Or, Program};

/// How long it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Length {
    /// With the other tests.
    Short,
    /// For the figures.
    Long,
}

fn length() -> Length {
    if std::env::var_os("KINFOLIO_TORMENT").is_some() { Length::Long } else { Length::Short }
}

impl Length {
    fn or<T>(self, short: T, long: T) -> T {
        if self == Self::Short { short } else { long }
    }
}

/// Prints a figure, and holds the long way to its goal.
fn figure(name: &str, value: f64, unit: &str, at_most: f64) {
    let word = if value <= at_most { "ok" } else { "short" };
    println!("{name} {value:.1} {unit} ≤{at_most} {word}");
}

/// One torment at a time: each has the machine to itself.
fn alone() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is tormented: the program that `KINFOLIO_PROGRAM` names, or the one that was built with this.
fn binary() -> &'static Path {
    static BINARY: LazyLock<PathBuf> = LazyLock::new(|| {
        let named = std::env::var_os("KINFOLIO_PROGRAM");
        named.map_or_else(|| env!("CARGO_BIN_EXE_kinfolio").into(), PathBuf::from)
    });
    &BINARY
}

/// Where the torments' schools are, on a real disk; it is gone with them.
fn folder() -> &'static Path {
    static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| of_this_process(&std::env::temp_dir(), "kinfolio-torment-"));
    &FOLDER
}

/// A demo school of this torment's own. Making one takes long: it is made once, and copied.
fn demo_school(how: How) -> Or<Program> {
    static IS_MADE: Mutex<bool> = Mutex::new(false);
    let made = folder().join("made");
    let mut is_made = IS_MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if !*is_made {
        let mut program = Program::open_in(binary(), How::default(), folder().join("first"))?;
        // Killed with everything acknowledged, what it kept is whole.
        program.kill();
        copy(&program.data(), &made)?;
        *is_made = true;
    }
    drop(is_made);
    let own = folder().join(kinfolio::secret::token());
    copy(&made, &own.join("school"))?;
    Program::open_in(binary(), how, own)
}

fn runtime() -> Or<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?)
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let (path, target) = (entry?.path(), to.to_owned());
        let target = target.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            std::fs::copy(&path, &target)?;
        }
    }
    Ok(())
}
