//! `kinfolio check`: whether the database, the pictures and the recordings are whole.

use std::process::ExitCode;

use kinfolio::media::MediaStore;

use crate::cli::{Ended, Place};
use crate::serve::database;

/// Looks, says what it found, and ends with 1 when something is wrong.
pub async fn check(place: Place) -> Ended {
    if place.database.is_none() && !place.data.join("kinfolio.db").exists() {
        return Err(format!("there is no school in {}", place.data.display()).into());
    }
    let db = database(&place).await?;
    let media = MediaStore::in_folder(&place.data.join("media"))?;
    let mut wrong = db.what_is_wrong().await?;
    wrong.extend(kinfolio::together::unacceptable_edits(&mut db.read().await?).await?);
    let hashes = kinfolio::media::hashes_in_use(&mut db.read().await?).await?;
    for hash in &hashes {
        if !media.is_whole(hash).await {
            wrong.push(format!("a file's bytes are missing or changed: {hash}"));
        }
    }
    println!("{} files looked at.", hashes.len());
    db.close().await;
    if wrong.is_empty() {
        println!("All is whole.");
        return Ok(ExitCode::SUCCESS);
    }
    for line in wrong {
        println!("{line}");
    }
    Ok(ExitCode::FAILURE)
}
