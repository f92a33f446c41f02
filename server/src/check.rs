//! `kinfolio check`: whether the database, the pictures and the recordings are whole.

use std::process::ExitCode;

use kinfolio::media::MediaStore;

use crate::cli::{Check, Ended};
use crate::secrets;
use crate::serve::database;

/// Looks, says what it found, and ends with 1 when something is wrong.
pub async fn check(Check { place, secrets }: Check) -> Ended {
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
    // A key that is not there is not made by looking.
    let has_key = secrets.secret_key.is_some() || secrets.secret_key_file.is_some() || place.data.join("key").exists();
    if has_key {
        let key = secrets::key(&place, &secrets)?;
        let lost = secrets::lost_codes(&mut db.read().await?, &key, kinfolio::at::Clock::default().now()).await?;
        if lost > 0 {
            wrong.push(format!("{lost} codes on paper open nothing: they were made with another secret key"));
        }
    } else {
        println!("There is no secret key in {}: the next start makes one.", place.data.display());
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
