//! Being signed in, or come in through a grant. Kept in the database, so that ending one ends it at the next request.

use crate::at::At;
use crate::conference::live::CuePass;
use crate::id::{GrantId, PersonId, SchoolId};
use crate::person::Viewer;
use crate::secret;
use crate::store::{Conn, StoreError, Tx, maybe, run};

pub mod devices;

/// How long a session lasts, in days. A family's that came in through a grant lasts as long as the grant, which is what their
/// letter says; any other one of theirs goes on with every visit.
pub const DAYS: i64 = 30;

/// How long it is known, in days, that somebody was in through a grant that has run out, so that they can ask for a new one.
const KNOWN_DAYS: i64 = 60;

/// For how long a device keeps the session of a grant that runs out then, in days.
pub fn days_with_grant(expires_at: At, now: At) -> i64 {
    const DAY: i64 = 24 * 60 * 60 * 1000;
    (expires_at.0.saturating_sub(now.0) / DAY).max(0) + KNOWN_DAYS
}

/// Starts a session and gives its token, for the cookie. Only the token's hash is kept.
pub async fn start(
    tx: &mut Tx,
    school: &SchoolId,
    person: &PersonId,
    grant: Option<&GrantId>,
    now: At,
) -> Result<String, StoreError> {
    let token = secret::token();
    run!(
        tx,
        "INSERT INTO session (token_hash, school_id, person_id, grant_id, started_at, used_at, confirmed_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $5, $5, COALESCE(
            (SELECT family_grant.expires_at + $7 FROM family_grant WHERE family_grant.school_id = $2 AND id = $4), $6))",
        secret::fingerprint(&token),
        school,
        person,
        grant,
        now,
        now.plus_days(DAYS),
        At(0).plus_days(KNOWN_DAYS)
    )?;
    give_device_key(tx, person).await?;
    Ok(token)
}

/// Starts the session of a phone that holds the cues of one conference, and gives its token.
pub(crate) async fn start_for_cues(tx: &mut Tx, pass: &CuePass, now: At) -> Result<String, StoreError> {
    let token = secret::token();
    run!(
        tx,
        "INSERT INTO session (token_hash, school_id, person_id, cues_of, started_at, used_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $5, $6)",
        secret::fingerprint(&token),
        &pass.school_id,
        &pass.person_id,
        &pass.conference_id,
        now,
        pass.expires_at
    )?;
    give_device_key(tx, &pass.person_id).await?;
    Ok(token)
}

/// Gives a person the key that seals their words on devices, unless they have it: it never changes, or what waits
/// somewhere could not be read any more.
pub async fn give_device_key(tx: &mut Tx, person: &PersonId) -> Result<(), StoreError> {
    let key = secret::key();
    run!(tx, "UPDATE person SET device_key = $1 WHERE id = $2 AND device_key IS NULL", key, person)?;
    Ok(())
}

/// What tells one session from another, for all to see: it opens nothing, and nobody gets from it to the token.
pub fn mark(token: &str) -> String {
    secret::fingerprint(&format!("mark of {token}")).chars().take(16).collect()
}

/// What a session's token opens.
#[derive(Clone, Debug)]
pub enum SessionState {
    /// Somebody is in.
    Open(Box<Viewer>),
    /// Somebody was in, through a grant that was ended since.
    GrantEnded,
    /// Somebody was in, through this grant, which has run out since.
    GrantRanOut(GrantId),
    /// Nobody, or not any more.
    Closed,
}

#[derive(sqlx::FromRow)]
struct SessionRow {
    #[sqlx(flatten)]
    viewer: Viewer,
    grant_ended_at: Option<At>,
    grant_expires_at: Option<At>,
}

/// Who is behind a session's token now.
pub async fn authenticate(conn: &mut Conn, token: &str, now: At) -> Result<SessionState, StoreError> {
    let held: Option<SessionRow> = maybe!(
        conn,
        "SELECT person.id AS person_id, person.school_id, person.role, person.name, person.called, person.languages, person.writes_in, session.grant_id, session.cues_of,
            school.name AS school_name, school.time_zone, school.languages AS school_languages,
            school.words_version AS school_words_version, person.device_key,
            family_grant.ended_at AS grant_ended_at, family_grant.expires_at AS grant_expires_at,
            session.used_at AS session_used_at,
            EXISTS (SELECT 1 FROM account_notice WHERE account_notice.person_id = person.id) AS has_notices,
            (person.role = 'lead' OR EXISTS (SELECT 1 FROM worry_hearer
                WHERE worry_hearer.person_id = person.id AND worry_hearer.ended_at IS NULL)) AS may_hear_worries,
            person.role IN ('advisor', 'lead') AND session.grant_id IS NULL AND session.cues_of IS NULL
                AND school.second_step_since IS NOT NULL AND session.started_at >= school.second_step_since
                AND NOT EXISTS (SELECT 1 FROM second_step WHERE second_step.person_id = person.id) AS owes_second_step
         FROM session
         JOIN person ON person.id = session.person_id AND person.left_at IS NULL
         JOIN school ON school.id = person.school_id
         LEFT JOIN family_grant ON family_grant.id = session.grant_id
         WHERE session.token_hash = $1 AND session.expires_at > $2",
        secret::fingerprint(token),
        now
    )?;
    Ok(match held {
        None => SessionState::Closed,
        Some(held) if held.grant_ended_at.is_some() => SessionState::GrantEnded,
        Some(mut held) => {
            held.viewer.session.looks_at = Some(now);
            match held.viewer.grant_id.clone().filter(|_| held.grant_expires_at.is_some_and(|at| at <= now)) {
                Some(grant) => SessionState::GrantRanOut(grant),
                None => SessionState::Open(Box::new(held.viewer)),
            }
        }
    })
}

/// A family's session that did not come in through a grant goes on from now; says whether it does. What comes in through a
/// grant lasts as long as that.
pub async fn goes_on(tx: &mut Tx, token: &str, now: At) -> Result<bool, StoreError> {
    let changed = run!(
        tx,
        "UPDATE session SET expires_at = $2
         WHERE token_hash = $1 AND grant_id IS NULL AND cues_of IS NULL AND expires_at < $2",
        secret::fingerprint(token),
        now.plus_days(DAYS)
    )?;
    Ok(changed > 0)
}

/// Ends a session.
pub async fn end(tx: &mut Tx, token: &str) -> Result<(), StoreError> {
    run!(tx, "DELETE FROM session WHERE token_hash = $1", secret::fingerprint(token))?;
    Ok(())
}

/// Ends every session of a person, as when their password changes.
pub async fn end_all(tx: &mut Tx, person: &PersonId) -> Result<(), StoreError> {
    run!(tx, "DELETE FROM session WHERE person_id = $1", person)?;
    Ok(())
}
