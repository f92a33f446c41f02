//! Folders that are gone with the tests, whatever ends those.

use std::collections::BTreeMap;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, Command, Stdio};
use std::sync::{LazyLock, Mutex, PoisonError};

use crate::child::clear_what_others_left;

/// What waits for the end of this process: each a program that reads until nobody can say anything any more, which is when
/// this process is gone, and removes its folder then.
static WAITING: Mutex<BTreeMap<PathBuf, ChildStdin>> = Mutex::new(BTreeMap::new());

/// Until nobody can say anything; then its folder is removed, again where somebody still writes into it.
const REMOVE: &str = r#"cat > /dev/null
for _ in 1 2 3 4 5; do rm -rf -- "$1"; [ -e "$1" ] || exit; sleep 1; done"#;

/// Where what nobody has to find again lies best: in memory, where there is room for it. Databases are made and dropped there
/// ten times faster than on a disk that others use too. `TMPDIR` chooses another place.
pub fn in_memory() -> &'static Path {
    static PLACE: LazyLock<PathBuf> = LazyLock::new(|| {
        let memory = Path::new("/dev/shm");
        let room = rustix::fs::statvfs(memory).map_or(0, |disk| disk.f_bavail.saturating_mul(disk.f_frsize));
        let is_chosen = std::env::var_os("TMPDIR").is_some();
        if room >= ROOM && !is_chosen { memory.to_owned() } else { std::env::temp_dir() }
    });
    &PLACE
}

/// So many bytes are room enough: the databases of tests that run at the same time, and what they bring.
const ROOM: u64 = 2 << 30;

/// A new folder in this place, named `prefix` and then this process. Those that others left by that name are cleared away.
///
/// # Panics
/// When there can be none.
pub fn of_this_process(place: &Path, prefix: &str) -> PathBuf {
    clear_what_others_left(place, prefix);
    let folder = place.join(format!("{prefix}{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    gone_with_us(&folder);
    folder
}

/// Has a folder removed when this process ends, also when it is killed.
fn gone_with_us(folder: &Path) {
    let mut waiting = WAITING.lock().unwrap_or_else(PoisonError::into_inner);
    if waiting.contains_key(folder) {
        return;
    }
    let mut remover = Command::new("sh");
    remover.args(["-c", REMOVE, "sh"]).arg(folder).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    // In a group of its own, so that what interrupts the tests does not interrupt this.
    let started = remover.process_group(0).spawn();
    if let Some(end) = started.ok().and_then(|mut remover| remover.stdin.take()) {
        waiting.insert(folder.to_owned(), end);
    }
}
