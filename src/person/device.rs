//! Devices on which somebody signed in before. They carry a random token in a cookie; what is kept of it tells nothing
//! about the device, and opens nothing: it only says that this is no stranger, who waits behind strangers' guesses.

use crate::at::At;
use crate::id::{PersonId, SchoolId};
use crate::secret::{self, SecretKey};
use crate::store::{Conn, StoreError, Tx, maybe, run};

/// A device is forgotten so many days after somebody last signed in on it.
pub const DAYS: i64 = 400;
/// So many devices of one person are remembered: the latest.
const MOST: i64 = 20;

/// The token of a device.
#[derive(Clone, PartialEq, Eq)]
pub struct Device(String);

impl Device {
    /// The one with this token, if it has the shape of one; else a new one.
    pub fn of(cookie: Option<&str>) -> Self {
        cookie.and_then(Self::with_token).unwrap_or_else(|| Self(secret::token()))
    }

    /// The one with this token, if it has the shape of one.
    pub fn with_token(token: &str) -> Option<Self> {
        (token.len() == 48 && token.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| Self(token.to_owned()))
    }

    /// For the cookie.
    pub fn token(&self) -> &str {
        &self.0
    }

    fn kept(&self, key: &SecretKey) -> String {
        key.alias(&format!("device {}", self.0))
    }

    /// Whether one of these people signed in here before.
    pub async fn is_known_to(
        &self,
        conn: &mut Conn,
        key: &SecretKey,
        people: impl Iterator<Item = &PersonId>,
        now: At,
    ) -> Result<bool, StoreError> {
        let (device, since) = (self.kept(key), now.plus_days(-DAYS));
        for person in people {
            let known: Option<(i64,)> = maybe!(
                conn,
                "SELECT last_at FROM known_device WHERE device = $1 AND person_id = $2 AND last_at > $3",
                &device,
                person,
                since
            )?;
            if known.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Remembers that somebody signed in here.
    pub async fn remember(
        &self,
        tx: &mut Tx,
        key: &SecretKey,
        (school, person): (&SchoolId, &PersonId),
        now: At,
    ) -> Result<(), StoreError> {
        run!(
            tx,
            "INSERT INTO known_device (device, person_id, school_id, last_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (device, person_id) DO UPDATE SET last_at = excluded.last_at",
            self.kept(key),
            person,
            school,
            now
        )?;
        run!(
            tx,
            "DELETE FROM known_device WHERE person_id = $1 AND (last_at <= $2 OR device NOT IN
                (SELECT latest.device FROM known_device latest WHERE latest.person_id = $1
                 ORDER BY latest.last_at DESC, latest.device LIMIT $3))",
            person,
            now.plus_days(-DAYS),
            MOST
        )?;
        Ok(())
    }
}

/// Whether somebody signed in on any device before.
pub async fn has_any(conn: &mut Conn, person: &PersonId) -> Result<bool, StoreError> {
    let found: Option<(i64,)> = maybe!(conn, "SELECT last_at FROM known_device WHERE person_id = $1 LIMIT 1", person)?;
    Ok(found.is_some())
}

impl Device {
    /// Forgets every other device of a person.
    pub async fn forget_others(&self, tx: &mut Tx, key: &SecretKey, person: &PersonId) -> Result<(), StoreError> {
        run!(tx, "DELETE FROM known_device WHERE person_id = $1 AND device <> $2", person, self.kept(key))?;
        Ok(())
    }
}

/// Forgets every device of a person, as when their password changes.
pub async fn forget_all(tx: &mut Tx, person: &PersonId) -> Result<(), StoreError> {
    run!(tx, "DELETE FROM known_device WHERE person_id = $1", person)?;
    Ok(())
}
