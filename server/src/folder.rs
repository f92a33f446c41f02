//! The folder of a school: who runs on it, and what nobody but the program may read.
//!
//! Who runs is judged by locks, which end with the program that holds them, however it ends; never by a clock or by what is
//! written somewhere.

use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long a program that is about to end is waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// Why a folder can't be used.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// Somebody else runs on it, and only one may.
    #[error(
        "another kinfolio runs on the folder {}. Stop that one first, or give this one a folder of its own with --data \
         (KINFOLIO_DATA).", .0.display()
    )]
    InUse(PathBuf),
    /// It can't be written in, or not be made.
    #[error("the folder {} can't be used: {error}. The folder is chosen with --data (KINFOLIO_DATA).", .path.display())]
    Unusable { path: PathBuf, error: io::Error },
}

impl FolderError {
    fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::Unusable { path: path.to_owned(), error }
    }
}

/// A lock on something in the folder. It is open again when this is dropped, or the program ends.
#[derive(Debug)]
pub struct FolderLock {
    _locked: File,
}

/// Makes a folder, and those it stands in, for the program alone.
pub fn make(folder: &Path) -> Result<(), FolderError> {
    let mut maker = DirBuilder::new();
    maker.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.create(folder).map_err(FolderError::at(folder))
}

/// Makes a folder inside the school's, and closes it to others when it was made before.
pub fn make_inside(folder: &Path) -> Result<(), FolderError> {
    make(folder)?;
    close_to_others(folder, 0o700);
    Ok(())
}

/// Makes a file in the school's folder that others can't read, and closes it to them when it is there already: the database
/// makes its own files like this one.
pub fn make_file(path: &Path) -> Result<(), FolderError> {
    open_to_lock(path).map_err(FolderError::at(path))?;
    close_to_others(path, 0o600);
    Ok(())
}

/// Closes what belongs to the program to everybody else. A folder of somebody else's stays as it is: the log says so.
pub fn close_to_others(path: &Path, mode: u32) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let Ok(found) = std::fs::metadata(path) else { return };
        if found.permissions().mode() & 0o777 == mode {
            return;
        }
        if let Err(error) = std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)) {
            tracing::warn!(%error, path = %path.display(), "others on this machine may read this");
        }
    }
    #[cfg(not(unix))]
    let _ = (path, mode);
}

/// Says so in the log when the folder, which was there before, lets others of the machine in. It is not closed: it may hold
/// more than a school.
pub fn warn_of_others(folder: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let open = std::fs::metadata(folder).is_ok_and(|found| found.permissions().mode() & 0o007 != 0);
        if open {
            tracing::warn!(path = %folder.display(), "everybody on this machine may look into this folder: chmod 700 closes it");
        }
    }
    #[cfg(not(unix))]
    let _ = folder;
}

/// Takes the whole folder for this program alone. One that is just ending is waited for.
pub fn alone(folder: &Path) -> Result<FolderLock, FolderError> {
    let path = folder.join("kinfolio.lock");
    let file = open_to_lock(&path).map_err(FolderError::at(&path))?;
    let until = Instant::now() + PATIENCE;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(FolderLock { _locked: file }),
            Err(TryLockError::WouldBlock) if Instant::now() < until => std::thread::sleep(Duration::from_millis(50)),
            Err(TryLockError::WouldBlock) => return Err(FolderError::InUse(folder.to_owned())),
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                tracing::warn!(%error, path = %path.display(), "this disk knows no locks: see that only one kinfolio runs on it");
                return Ok(FolderLock { _locked: file });
            }
            Err(TryLockError::Error(error)) => return Err(FolderError::Unusable { path, error }),
        }
    }
}

/// Where the uploads of this program wait: a folder of its own within `waiting`, and the hold on it. What belongs to
/// programs that have ended is cleared away: it was part of forms that never came whole.
pub fn waiting_room(folder: &Path) -> Result<(PathBuf, FolderLock), FolderError> {
    let all = folder.join("waiting");
    make_inside(&all)?;
    // One at a time, so that nobody takes a folder that is just being made for one that was left.
    let door = all.join(".lock");
    let door = open_to_lock(&door).map_err(FolderError::at(&door))?;
    let knows_locks = match door.lock() {
        Ok(()) => true,
        Err(error) if error.kind() == io::ErrorKind::Unsupported => false,
        Err(error) => return Err(FolderError::at(&all)(error)),
    };
    if knows_locks {
        clear_what_others_left(&all);
    }
    let name = kinfolio::secret::token();
    let lock = all.join(format!("{name}.lock"));
    let locked = open_to_lock(&lock).map_err(FolderError::at(&lock))?;
    if knows_locks {
        locked.try_lock().map_err(|error| FolderError::Unusable { path: lock.clone(), error: error.into() })?;
    }
    let own = all.join(name);
    make(&own)?;
    Ok((own, FolderLock { _locked: locked }))
}

fn clear_what_others_left(all: &Path) {
    let mut others = false;
    let mut loose = Vec::new();
    for path in std::fs::read_dir(all).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let lock = path.with_extension("lock");
        if path.is_dir() && !lock.exists() {
            let _ = std::fs::remove_dir_all(&path);
        } else if path.is_file() && path.extension().is_some_and(|ending| ending == "lock") {
            let room = path.with_extension("");
            let gone = open_to_lock(&path).is_ok_and(|file| file.try_lock().is_ok());
            if gone {
                let _ = std::fs::remove_dir_all(&room);
                let _ = std::fs::remove_file(&path);
            } else {
                others = true;
            }
        } else if path.is_file() && path.file_name().is_some_and(|name| name != ".lock") {
            loose.push(path);
        }
    }
    // Programs before this one kept their uploads here, all together.
    if !others {
        for path in loose {
            let _ = std::fs::remove_file(path);
        }
    }
}

fn open_to_lock(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).read(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_program_is_told_that_the_folder_is_taken_and_what_to_do() {
        let folder = tempfile::tempdir().expect("a folder");
        let hold = alone(folder.path()).expect("nobody is here");
        let said = alone(folder.path()).expect_err("somebody is here").to_string();
        assert!(said.contains(&folder.path().display().to_string()), "{said}");
        assert!(said.contains("--data") && said.contains("KINFOLIO_DATA"), "{said}");
        drop(hold);
        alone(folder.path()).expect("nobody is here any more");
    }

    #[test]
    fn a_waiting_room_is_cleared_by_the_next_and_only_once_its_program_has_ended() {
        let folder = tempfile::tempdir().expect("a folder");
        let (first, hold) = waiting_room(folder.path()).expect("a waiting room");
        std::fs::write(first.join("photo"), "half of it").expect("a file");
        std::fs::write(folder.path().join("waiting/from-before"), "loose").expect("a file");
        let (second, _second_hold) = waiting_room(folder.path()).expect("another waiting room");
        assert_ne!(first, second);
        assert!(first.join("photo").exists(), "the first program still waits for it");
        assert!(folder.path().join("waiting/from-before").exists(), "it may be the first program's");
        drop(hold);
        let (_third, _third_hold) = waiting_room(folder.path()).expect("a third waiting room");
        assert!(!first.exists(), "nobody waits for it any more");
        assert!(second.exists());
    }

    #[cfg(unix)]
    #[test]
    fn what_is_made_is_the_programs_alone() {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        let folder = tempfile::tempdir().expect("a folder");
        let school = folder.path().join("school");
        make(&school).expect("a folder");
        std::fs::create_dir(school.join("media")).expect("a folder from before");
        std::fs::set_permissions(school.join("media"), std::fs::Permissions::from_mode(0o755)).expect("it is open");
        make_inside(&school.join("media")).expect("a folder");
        make_file(&school.join("kinfolio.db")).expect("a file");
        let (waiting, _hold) = waiting_room(&school).expect("a waiting room");
        for folder in [&school, &school.join("media"), &school.join("waiting"), &waiting] {
            assert_eq!(mode(folder), 0o700, "{}", folder.display());
        }
        assert_eq!(mode(&school.join("kinfolio.db")), 0o600);
    }
}
