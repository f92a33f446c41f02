//! Slowing down guesses, per account or code and never per address alone: a whole school shares one address.

use crate::at::At;
use crate::secret;
use crate::store::{StoreError, Tx, one, run};

/// So many tries are allowed …
pub const TRIES: i64 = 10;
/// … in so many milliseconds, counted from the first.
const WINDOW: i64 = 15 * 60 * 1000;

/// Notes a try of `who` (an account, a kind of code), before it is known whether it fits, and says whether it may be made.
/// Noting and counting are one step, so that many tries at once are counted one by one.
pub async fn may_try(tx: &mut Tx, allowed: i64, who: &str, now: At) -> Result<bool, StoreError> {
    let ended = now.plus_millis(-WINDOW);
    run!(tx, "DELETE FROM entry_try WHERE since <= $1", ended)?;
    let (tries,): (i64,) = one!(
        tx,
        "INSERT INTO entry_try (who, tries, since) VALUES ($1, 1, $2)
         ON CONFLICT (who) DO UPDATE SET tries = entry_try.tries + 1 RETURNING tries",
        secret::fingerprint(who),
        now
    )?;
    Ok(tries <= allowed)
}

/// Forgets the tries of somebody who got in.
pub async fn got_in(tx: &mut Tx, who: &str) -> Result<(), StoreError> {
    run!(tx, "DELETE FROM entry_try WHERE who = $1", secret::fingerprint(who))?;
    Ok(())
}

/// Takes one try back, where `who` stands for many people and one of them got in.
pub async fn one_of_them_got_in(tx: &mut Tx, who: &str) -> Result<(), StoreError> {
    run!(tx, "UPDATE entry_try SET tries = tries - 1 WHERE who = $1", secret::fingerprint(who))?;
    Ok(())
}
