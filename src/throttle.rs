//! Slowing down guesses (a rate limit with a growing delay). Nobody is locked out: who guesses waits longer and longer, and
//! whoever comes from a device that got in before is counted apart, so that no stranger can keep them waiting.
//!
//! Three things are guessed: one account's password by many tries, many accounts' by one password each (spraying), and what
//! a short code goes on with after its first letters. A whole school shares one address, so an address alone counts for
//! little: names that got in from it count for nothing, and those of known devices neither.

use crate::at::At;
use crate::secret::SecretKey;
use crate::store::{Conn, Db, StoreError, Tx, maybe, one, run};

/// A second, in milliseconds.
const SECOND: i64 = 1000;
/// Tries are forgotten so long after the last one.
const FORGOTTEN: i64 = 60 * 60 * SECOND;
/// Tries that are further ahead than any wait is long were counted by a clock that was wrong. They count for nothing: whoever
/// made them would wait until the right clock gets there.
const AHEAD: i64 = 300 * SECOND;

/// So many different names may fail from one address before every further one makes those who come from there as
/// strangers wait.
pub const NAMES_FROM_AN_ADDRESS: i64 = 40;
/// The longest wait for that reason: short, since it meets everybody at that address whose device is new.
const LONGEST_FOR_NAMES: i64 = 10 * SECOND;

/// How fast one thing may be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct TryLimit {
    /// So many tries are free; then the wait begins with a second and doubles with every try …
    free: i64,
    /// … up to this, in milliseconds.
    longest: i64,
}

/// One account or code, from one address (or by one known device): strict.
const CLOSE: TryLimit = TryLimit { free: 5, longest: 300 * SECOND };
/// One account or code, from everywhere: generous, since its owner waits along with whoever guesses.
const FROM_EVERYWHERE: TryLimit = TryLimit { free: 20, longest: 60 * SECOND };
/// Wrong family codes from one address. Right ones get in whatever others do: 58 bits are not guessed.
const CODES_FROM_AN_ADDRESS: TryLimit = TryLimit { free: 300, longest: 10 * SECOND };

impl TryLimit {
    /// How long to wait after so many tries, in milliseconds.
    fn wait_after(self, tries: i64) -> i64 {
        let doublings = tries - self.free;
        if doublings < 0 { 0 } else { self.longest.min(SECOND << doublings.min(20)) }
    }
}

/// When to try again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wait {
    /// In so many seconds, at least one.
    pub seconds: i64,
}

impl Wait {
    fn until(next: At, now: At) -> Option<Self> {
        let millis = next.0.saturating_sub(now.0);
        (millis > 0).then(|| Self { seconds: (millis + SECOND - 1) / SECOND })
    }
}

/// Somebody's try to get in, and what it counts for.
#[derive(Clone, Debug)]
pub struct Try {
    counters: Vec<Counter>,
    /// Where it comes from, when the names that fail from there are counted.
    address: Option<String>,
}

#[derive(Clone, Debug)]
struct Counter {
    who: String,
    limit: TryLimit,
}

impl Counter {
    fn of(key: &SecretKey, who: &str, limit: TryLimit) -> Self {
        Self { who: key.alias(who), limit }
    }

    async fn wait(&self, conn: &mut Conn, now: At) -> Result<Option<Wait>, StoreError> {
        waits_until(conn, &self.who, now).await
    }
}

async fn waits_until(conn: &mut Conn, who: &str, now: At) -> Result<Option<Wait>, StoreError> {
    let next: Option<(At,)> = maybe!(
        conn,
        "SELECT next_at FROM entry_try WHERE who = $1 AND last_at > $2 AND last_at <= $3",
        who,
        now.plus_millis(-FORGOTTEN),
        now.plus_millis(AHEAD)
    )?;
    Ok(next.and_then(|(next,)| Wait::until(next, now)))
}

impl Try {
    /// By a stranger at an account: `way` says with what (a password, a code from paper).
    pub fn at_account(key: &SecretKey, way: &str, account: &str, address: &str) -> Self {
        Self {
            counters: vec![
                Counter::of(key, &format!("{way} of {account} from {address}"), CLOSE),
                Counter::of(key, &format!("{way} of {account}"), FROM_EVERYWHERE),
            ],
            address: Some(key.alias(&format!("names from {address}"))),
        }
    }

    /// By a device that signed in to this account before.
    pub fn by_known_device(key: &SecretKey, account: &str, device: &str) -> Self {
        Self { counters: vec![Counter::of(key, &format!("{account} on {device}"), CLOSE)], address: None }
    }

    /// By whoever is in a session already, and is asked who they are once more.
    pub fn in_session(key: &SecretKey, person: &str) -> Self {
        Self { counters: vec![Counter::of(key, &format!("again by {person}"), CLOSE)], address: None }
    }

    /// At the digits of somebody whose password was right.
    pub fn at_digits(key: &SecretKey, person: &str, address: &str) -> Self {
        Self {
            counters: vec![
                Counter::of(key, &format!("digits of {person} from {address}"), CLOSE),
                Counter::of(key, &format!("digits of {person}"), FROM_EVERYWHERE),
            ],
            address: None,
        }
    }

    /// At a code that begins like this: somebody who saw the first part of it over a shoulder shall not try out the rest.
    pub fn at_code(key: &SecretKey, beginning: &str, address: &str) -> Self {
        Self {
            counters: vec![
                Counter::of(key, &format!("code {beginning} from {address}"), CLOSE),
                Counter::of(key, &format!("code {beginning}"), FROM_EVERYWHERE),
            ],
            address: None,
        }
    }

    /// The same, with a code that opens nothing.
    pub fn at_wrong_code(key: &SecretKey, beginning: &str, address: &str) -> Self {
        let mut wrong = Self::at_code(key, beginning, address);
        wrong.counters.push(Counter::of(key, &format!("codes from {address}"), CODES_FROM_AN_ADDRESS));
        wrong
    }

    /// Whether so many names have failed from where it comes that this is nobody's class.
    pub async fn comes_from_a_flood(&self, conn: &mut Conn) -> Result<bool, StoreError> {
        let Some(address) = &self.address else { return Ok(false) };
        let (names,): (i64,) = one!(conn, "SELECT count(*) FROM entry_try WHERE address = $1 AND wrong = 1", address)?;
        Ok(names > NAMES_FROM_AN_ADDRESS)
    }

    /// How long to wait before it may be made, if at all.
    pub async fn wait(&self, conn: &mut Conn, now: At) -> Result<Option<Wait>, StoreError> {
        let mut longest = None;
        for counter in &self.counters {
            longest = longest.max(counter.wait(conn, now).await?);
        }
        if let Some(address) = &self.address {
            longest = longest.max(waits_until(conn, address, now).await?);
        }
        Ok(longest)
    }

    /// Counts it, before it is known whether it fits, unless it has to wait. Looking and counting are one step, so that
    /// many tries at once are counted one by one; one that has to wait costs a read, and makes no wait longer.
    pub async fn begin(&self, db: &Db, now: At) -> Result<Result<(), Wait>, StoreError> {
        if let Some(wait) = self.wait(&mut db.read().await?, now).await? {
            return Ok(Err(wait));
        }
        let mut tx = db.write().await?;
        run!(
            &mut tx,
            "DELETE FROM entry_try WHERE last_at <= $1 OR last_at > $2",
            now.plus_millis(-FORGOTTEN),
            now.plus_millis(AHEAD)
        )?;
        for counter in &self.counters {
            let counted: Option<(i64,)> = maybe!(
                tx,
                "INSERT INTO entry_try (who, address, tries, wrong, last_at, next_at) VALUES ($1, '', 1, 0, $2, $2)
                 ON CONFLICT (who) DO UPDATE SET tries = entry_try.tries + 1, last_at = excluded.last_at
                 WHERE entry_try.next_at <= excluded.last_at RETURNING tries",
                &counter.who,
                now
            )?;
            let Some((tries,)) = counted else {
                // Another one came between our look and us. What was counted so far is undone.
                return Ok(Err(counter.wait(&mut tx, now).await?.unwrap_or(Wait { seconds: 1 })));
            };
            let next = now.plus_millis(counter.limit.wait_after(tries));
            run!(&mut tx, "UPDATE entry_try SET next_at = $2 WHERE who = $1", &counter.who, next)?;
        }
        tx.commit().await?;
        Ok(Ok(()))
    }

    /// It did not fit: the name counts among those that failed from its address.
    pub async fn was_wrong(&self, db: &Db, now: At) -> Result<(), StoreError> {
        let (Some(address), Some(close)) = (&self.address, self.counters.first()) else { return Ok(()) };
        let mut tx = db.write().await?;
        run!(&mut tx, "UPDATE entry_try SET wrong = 1, address = $2 WHERE who = $1", &close.who, address)?;
        let (names,): (i64,) = one!(tx, "SELECT count(*) FROM entry_try WHERE address = $1 AND wrong = 1", address)?;
        let more = names - NAMES_FROM_AN_ADDRESS;
        if more > 0 {
            run!(
                &mut tx,
                "INSERT INTO entry_try (who, address, tries, wrong, last_at, next_at) VALUES ($1, '', 1, 0, $2, $3)
                 ON CONFLICT (who) DO UPDATE SET last_at = excluded.last_at, next_at = excluded.next_at",
                address,
                now,
                now.plus_millis(LONGEST_FOR_NAMES.min(more.saturating_mul(SECOND)))
            )?;
        }
        tx.commit().await
    }

    /// Forgets the tries of somebody who got in, and that their name failed before.
    pub async fn got_in(&self, tx: &mut Tx) -> Result<(), StoreError> {
        for counter in &self.counters {
            run!(tx, "DELETE FROM entry_try WHERE who = $1", &counter.who)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_and_has_an_end() {
        let waits: Vec<i64> = (1..=9).map(|tries| CLOSE.wait_after(tries) / SECOND).collect();
        assert_eq!(waits, [0, 0, 0, 0, 1, 2, 4, 8, 16]);
        for limit in [CLOSE, FROM_EVERYWHERE, CODES_FROM_AN_ADDRESS] {
            assert_eq!(limit.wait_after(i64::MAX), limit.longest);
            assert_eq!(limit.wait_after(limit.free - 1), 0);
            assert!(limit.longest <= AHEAD);
        }
    }

    #[test]
    fn a_wait_is_said_in_whole_seconds_and_never_as_none() {
        assert_eq!(Wait::until(At(1_001), At(0)), Some(Wait { seconds: 2 }));
        assert_eq!(Wait::until(At(1), At(0)), Some(Wait { seconds: 1 }));
        assert_eq!(Wait::until(At(5), At(5)), None);
    }

    #[test]
    fn what_is_kept_names_nobody() {
        let key = SecretKey::random();
        let tried = format!("{:?}", Try::at_account(&key, "password", "amina.diallo", "198.51.100.7"));
        assert!(!tried.contains("amina") && !tried.contains("198.51"));
    }
}
