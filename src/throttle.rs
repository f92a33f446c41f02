//! Slowing down guesses, per account or code and never per address alone: a whole school shares one address.

use crate::at::At;
use crate::secret;
use crate::store::{Conn, StoreError, Tx, one, run};

/// So many failures are allowed …
const TRIES: i64 = 10;
/// … in so many milliseconds.
const WINDOW: i64 = 15 * 60 * 1000;

/// Whether `who` (an account, a kind of code) may try again now.
pub async fn may_try(conn: &mut Conn, who: &str, now: At) -> Result<bool, StoreError> {
    may_try_up_to(conn, TRIES, who, now).await
}

/// Like [`may_try`], where one `who` stands for many people and so many failures are nothing unusual.
pub async fn may_try_up_to(conn: &mut Conn, tries: i64, who: &str, now: At) -> Result<bool, StoreError> {
    let (failures,): (i64,) = one!(
        conn,
        "SELECT count(*) FROM failed_try WHERE who = $1 AND at > $2",
        secret::fingerprint(who),
        now.plus_millis(-WINDOW)
    )?;
    Ok(failures < tries)
}

/// Notes a failure, and forgets the old ones.
pub async fn failed(tx: &mut Tx, who: &str, now: At) -> Result<(), StoreError> {
    run!(tx, "DELETE FROM failed_try WHERE at < $1", now.plus_millis(-WINDOW))?;
    run!(tx, "INSERT INTO failed_try (who, at) VALUES ($1, $2)", secret::fingerprint(who), now)?;
    Ok(())
}

/// Forgets the failures of somebody who got in.
pub async fn succeeded(tx: &mut Tx, who: &str) -> Result<(), StoreError> {
    run!(tx, "DELETE FROM failed_try WHERE who = $1", secret::fingerprint(who))?;
    Ok(())
}
