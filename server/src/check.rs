//! `kinfolio check`: whether the database, the pictures and the recordings are whole. It changes nothing.
//!
//! It ends with 0 when all is whole, with 1 when something is wrong, and with 3 when it could not look, or not at everything:
//! no school there, a folder it may not read, a password that is wrong, no server. Something wrong outweighs what could not
//! be looked at. Bytes that no row names do no harm; they are named, and change nothing about how it ends.

use std::collections::HashSet;
use std::process::ExitCode;

use kinfolio::at::Clock;
use kinfolio::media::{Integrity, MediaStore, hashes_in_use};
use kinfolio::store::{Db, StoreError, Tables};

use crate::cli::{CheckArgs, CommandResult, DataPlace, SecretArgs};
use crate::secrets;

/// How `check` ends when it could not look.
pub const COULD_NOT_LOOK: u8 = 3;

/// What was found.
#[derive(Debug, Default)]
pub struct Findings {
    /// Damage, one line each.
    pub wrong: Vec<String>,
    /// What could not be looked at, and why.
    pub unseen: Vec<String>,
    /// Bytes that no row names.
    pub unheld: Vec<String>,
    /// What is worth knowing and no damage.
    pub notes: Vec<String>,
    /// How many files rows name.
    pub files: usize,
}

impl Findings {
    /// What the command ends with.
    pub fn code(&self) -> u8 {
        if !self.wrong.is_empty() {
            1
        } else if !self.unseen.is_empty() {
            COULD_NOT_LOOK
        } else {
            0
        }
    }
}

/// Looks, says what it found, and ends with what that means.
pub async fn check(CheckArgs { place, secrets }: CheckArgs) -> CommandResult {
    let found = look(&place, &secrets).await;
    for line in found.wrong.iter().chain(&found.unseen).chain(&found.notes) {
        println!("{line}");
    }
    for line in &found.unheld {
        println!("nobody needs these bytes: {line}");
    }
    println!("{} files looked at.", found.files);
    println!(
        "{}",
        match found.code() {
            0 => "All is whole.",
            1 => "Something is wrong: see above.",
            _ => "Not everything could be looked at: see above.",
        }
    );
    Ok(ExitCode::from(found.code()))
}

/// Looks at everything, and changes nothing.
pub async fn look(place: &DataPlace, secrets: &SecretArgs) -> Findings {
    let mut found = Findings::default();
    let db = match open(place).await {
        Ok(db) => db,
        Err(Closed::Damaged(line)) => {
            found.wrong.push(line);
            return found;
        }
        Err(Closed::Unseen(line)) => {
            found.unseen.push(line);
            return found;
        }
    };
    if let Err(error) = look_into(&db, place, secrets, &mut found).await {
        found.note(&error);
    }
    db.close().await;
    found
}

enum Closed {
    Damaged(String),
    Unseen(String),
}

async fn open(place: &DataPlace) -> Result<Db, Closed> {
    let opened = match &place.database {
        Some(address) => Db::look_at_address(address).await,
        None => {
            let file = place.data.join("kinfolio.db");
            match file.try_exists() {
                Ok(true) => Db::look_in_file(&file).await,
                Ok(false) => return Err(Closed::Unseen(format!("There is no school in {}.", place.data.display()))),
                Err(error) => return Err(Closed::Unseen(format!("{} can't be read: {error}", file.display()))),
            }
        }
    };
    opened.map_err(|error| {
        let line = format!("{} can't be opened: {error}", place.database_name());
        if error.is_damage() { Closed::Damaged(line) } else { Closed::Unseen(line) }
    })
}

async fn look_into(db: &Db, place: &DataPlace, secrets: &SecretArgs, found: &mut Findings) -> Result<(), StoreError> {
    found.wrong.extend(db.what_is_wrong().await?);
    match db.tables().await? {
        Tables::Same => {}
        Tables::Missing => {
            found.unseen.push(format!("There is no school in {}.", place.database_name()));
            return Ok(());
        }
        Tables::Older => found.unseen.push(
            "The tables are older than this program: the next start brings them up to date. Until then not everything can be \
             looked at."
                .into(),
        ),
        Tables::Newer => found.unseen.push(
            "The tables are newer than this program: a newer kinfolio ran here. It can look at everything.".into(),
        ),
    }
    found.wrong.extend(kinfolio::together::unacceptable_edits(&mut db.read().await?).await?);
    look_at_codes(db, place, secrets, found).await?;
    let held = hashes_in_use(&mut db.read().await?, "").await?;
    found.files = held.len();
    look_at_files(place, held, found).await;
    Ok(())
}

/// Whether codes on paper still open what they should. A key that is not there is not made by looking.
async fn look_at_codes(
    db: &Db,
    place: &DataPlace,
    secrets: &SecretArgs,
    found: &mut Findings,
) -> Result<(), StoreError> {
    let is_given = secrets.secret_key.is_some() || secrets.secret_key_file.is_some();
    if !is_given && !place.data.join("key").exists() {
        found.notes.push(format!("There is no secret key in {}: the next start makes one.", place.data.display()));
        return Ok(());
    }
    match secrets::key(place, secrets) {
        Ok(key) => {
            let lost = secrets::lost_codes(&mut db.read().await?, &key, Clock::default().now()).await?;
            if lost > 0 {
                found.wrong.push(format!("{lost} codes on paper open nothing: they were made with another secret key"));
            }
        }
        Err(error) => found.unseen.push(error.to_string()),
    }
    Ok(())
}

async fn look_at_files(place: &DataPlace, held: Vec<String>, found: &mut Findings) {
    let folder = place.data.join("media");
    let media = match MediaStore::look_in_folder(&folder) {
        Ok(Some(media)) => media,
        Ok(None) if held.is_empty() => return,
        Ok(None) => return found.wrong.push(format!("the folder {} is missing", folder.display())),
        Err(error) => return found.unseen.push(format!("{} can't be read: {error}", folder.display())),
    };
    for hash in &held {
        match media.look_at(hash).await {
            Integrity::Whole => {}
            Integrity::Missing => found.wrong.push(format!("a file's bytes are missing: {hash}")),
            Integrity::Bent => found.wrong.push(format!("a file's bytes are changed: {hash}")),
            Integrity::Unreadable(why) => found.wrong.push(format!("a file's bytes can't be read: {hash} ({why})")),
        }
    }
    match media.unheld(held.into_iter().collect::<HashSet<_>>()).await {
        Ok(unheld) => found.unheld.extend(unheld.into_iter().map(|file| {
            let path = folder.join(file.path);
            format!("{} ({} bytes)", path.display(), file.bytes)
        })),
        Err(error) => found.unseen.push(format!("{} can't be looked through: {error}", folder.display())),
    }
}

impl Findings {
    fn note(&mut self, error: &StoreError) {
        if error.is_damage() {
            self.wrong.push(format!("the database is damaged: {error}"));
        } else {
            self.unseen.push(format!("the database could not be read on: {error}"));
        }
    }
}
