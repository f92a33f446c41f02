//! Where somebody is signed in, as they see it themselves: on which kind of device, when it was used last, and ending it.

use crate::at::At;
use crate::person::Viewer;
use crate::secret;
use crate::store::{Conn, StoreError, Tx, all, maybe, run};

kinds! {
    /// What kind of device a session is on, as far as its browser says. What it says beyond that is not kept.
    pub enum DeviceKind {
        /// A phone with Android.
        AndroidPhone = "android_phone",
        /// A tablet with Android.
        AndroidTablet = "android_tablet",
        /// An iPhone.
        Iphone = "iphone",
        /// An iPad that says so.
        Ipad = "ipad",
        /// A computer with Windows.
        Windows = "windows",
        /// A Mac, or an iPad that says it is one.
        Mac = "mac",
        /// A Chromebook.
        Chromebook = "chromebook",
        /// A computer with Linux.
        Linux = "linux",
        /// None that we know.
        Other = "other",
    }
}

impl DeviceKind {
    /// The kind that a browser says it runs on.
    pub fn of(user_agent: &str) -> Self {
        let says = |word: &str| user_agent.contains(word);
        match () {
            () if says("iPhone") => Self::Iphone,
            () if says("iPad") => Self::Ipad,
            () if says("Android") && says("Mobile") => Self::AndroidPhone,
            () if says("Android") => Self::AndroidTablet,
            () if says("CrOS") => Self::Chromebook,
            () if says("Windows") => Self::Windows,
            () if says("Macintosh") => Self::Mac,
            () if says("Linux") => Self::Linux,
            () => Self::Other,
        }
    }
}

/// The most that are shown: the latest.
const MOST_SHOWN: i64 = 50;
/// A use is noted once a day.
const DAY: i64 = 24 * 60 * 60 * 1000;
/// For so long after a password was typed, nothing asks for it again.
pub const CONFIRMED_FOR: i64 = 10 * 60 * 1000;

/// One place where somebody is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenSession {
    /// What its form calls it: nothing that opens anything.
    pub name: String,
    pub kind: DeviceKind,
    /// About when it was used last.
    pub used_at: At,
    /// Whether it came in through a link, or holds the cues of a conference only.
    pub way: SessionWay,
    /// Whether it is the one that looks.
    pub is_this: bool,
}

/// How a session came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionWay {
    /// With a password, or a code.
    Own,
    /// Through a family's link or code.
    Link,
    /// A phone that holds cues.
    Cues,
}

#[derive(sqlx::FromRow)]
struct DeviceRow {
    token_hash: String,
    kind: DeviceKind,
    used_at: At,
    by_grant: bool,
    for_cues: bool,
}

/// What a session is called in a form.
fn name_of(token_hash: &str) -> String {
    secret::fingerprint(&format!("session {token_hash}")).chars().take(24).collect()
}

impl OpenSession {
    /// Where somebody is signed in now, the latest first. `token` is the session that looks.
    pub async fn all(conn: &mut Conn, viewer: &Viewer, token: &str, now: At) -> Result<Vec<Self>, StoreError> {
        let rows: Vec<DeviceRow> = all!(
            conn,
            "SELECT token_hash, kind, COALESCE(used_at, started_at) AS used_at, grant_id IS NOT NULL AS by_grant,
                cues_of IS NOT NULL AS for_cues
             FROM session
             WHERE school_id = $1 AND person_id = $2 AND expires_at > $3
                AND NOT EXISTS (SELECT 1 FROM family_grant WHERE family_grant.id = session.grant_id
                    AND (family_grant.ended_at IS NOT NULL OR family_grant.expires_at <= $3))
             ORDER BY COALESCE(used_at, started_at) DESC, token_hash LIMIT $4",
            &viewer.school_id,
            &viewer.person_id,
            now,
            MOST_SHOWN
        )?;
        let this = secret::fingerprint(token);
        let session = |row: DeviceRow| Self {
            name: name_of(&row.token_hash),
            kind: row.kind,
            used_at: row.used_at,
            way: match (row.by_grant, row.for_cues) {
                (_, true) => SessionWay::Cues,
                (true, _) => SessionWay::Link,
                _ => SessionWay::Own,
            },
            is_this: row.token_hash == this,
        };
        Ok(rows.into_iter().map(session).collect())
    }
}

/// Ends one of somebody's other sessions; says whether there was one of that name.
pub async fn end_named(tx: &mut Tx, viewer: &Viewer, token: &str, name: &str) -> Result<bool, StoreError> {
    let hashes: Vec<(String,)> = all!(
        tx,
        "SELECT token_hash FROM session WHERE school_id = $1 AND person_id = $2 AND token_hash <> $3",
        &viewer.school_id,
        &viewer.person_id,
        secret::fingerprint(token)
    )?;
    let Some((hash,)) = hashes.into_iter().find(|(hash,)| name_of(hash) == name) else { return Ok(false) };
    run!(tx, "DELETE FROM session WHERE token_hash = $1 AND person_id = $2", hash, &viewer.person_id)?;
    Ok(true)
}

/// Ends all of somebody's sessions but this one.
pub async fn end_others(tx: &mut Tx, viewer: &Viewer, token: &str) -> Result<(), StoreError> {
    run!(
        tx,
        "DELETE FROM session WHERE school_id = $1 AND person_id = $2 AND token_hash <> $3",
        &viewer.school_id,
        &viewer.person_id,
        secret::fingerprint(token)
    )?;
    Ok(())
}

/// Notes on which kind of device a session is.
pub async fn is_on(tx: &mut Tx, token: &str, kind: DeviceKind) -> Result<(), StoreError> {
    run!(tx, "UPDATE session SET kind = $2 WHERE token_hash = $1", secret::fingerprint(token), kind)?;
    Ok(())
}

/// Whether it is worth noting that a session is used now: once a day.
pub fn is_news(used_at: Option<At>, now: At) -> bool {
    used_at.is_none_or(|used_at| (now.0 - used_at.0).abs() >= DAY)
}

/// Notes that a session is used now.
pub async fn used(tx: &mut Tx, token: &str, now: At) -> Result<(), StoreError> {
    run!(tx, "UPDATE session SET used_at = $2 WHERE token_hash = $1", secret::fingerprint(token), now)?;
    Ok(())
}

/// Notes that whoever is in a session has just proved again who they are.
pub async fn confirm(tx: &mut Tx, token: &str, now: At) -> Result<(), StoreError> {
    run!(tx, "UPDATE session SET confirmed_at = $2 WHERE token_hash = $1", secret::fingerprint(token), now)?;
    Ok(())
}

/// Whether whoever is in a session proved who they are a short while ago.
pub async fn is_confirmed(conn: &mut Conn, token: &str, now: At) -> Result<bool, StoreError> {
    let found: Option<(Option<At>,)> =
        maybe!(conn, "SELECT confirmed_at FROM session WHERE token_hash = $1", secret::fingerprint(token))?;
    let confirmed_at = found.and_then(|(at,)| at);
    Ok(confirmed_at.is_some_and(|at| (now.0.saturating_sub(at.0)).abs() < CONFIRMED_FOR))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_of_device_is_all_that_is_told_of_a_browser() {
        for (says, kind) in [
            (
                "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36",
                DeviceKind::AndroidPhone,
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; SM-X200) AppleWebKit/537.36 Chrome/131.0 Safari/537.36",
                DeviceKind::AndroidTablet,
            ),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15", DeviceKind::Iphone),
            ("Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15", DeviceKind::Ipad),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15", DeviceKind::Mac),
            ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36", DeviceKind::Chromebook),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", DeviceKind::Linux),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64)", DeviceKind::Windows),
            ("", DeviceKind::Other),
            ("curl/8", DeviceKind::Other),
        ] {
            assert_eq!(DeviceKind::of(says), kind, "{says}");
        }
    }

    #[test]
    fn a_use_is_noted_once_a_day() {
        assert!(is_news(None, At(5)));
        assert!(!is_news(Some(At(0)), At(DAY - 1)));
        assert!(is_news(Some(At(0)), At(DAY)));
    }
}
