//! Leaving the school, coming back, and doing something else there: what a school says of its people's belonging. With it
//! every way in ends, in the same transaction; whoever comes back gets a new one.

use super::by_hand::ByHand;
use super::{Role, Viewer, stand_in, ways_in};
use crate::at::At;
use crate::id::PersonId;
use crate::permit;
use crate::record::{NewLine, RecordedAct};
use crate::saved::Saved;
use crate::store::{Conn, StoreError, Tx, maybe, one, run};

/// Why somebody's belonging stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotLeft {
    /// Nobody else runs the school.
    OnlyLead,
    /// They are not there.
    NotThere,
}

async fn record(tx: &mut Tx, by: &Viewer, what: RecordedAct, person: &PersonId, now: At) -> Result<(), StoreError> {
    NewLine { what, by: Some(&by.person_id), about: person, student: None }.write(tx, &by.school_id, now).await
}

/// How many leads the school has beside somebody.
async fn other_leads(conn: &mut Conn, by: &Viewer, person: &PersonId) -> Result<i64, StoreError> {
    let (leads,): (i64,) = one!(
        conn,
        "SELECT count(*) FROM person WHERE school_id = $1 AND role = 'lead' AND left_at IS NULL AND id <> $2",
        &by.school_id,
        person
    )?;
    Ok(leads)
}

/// Ends what somebody was let in to beyond their role, and for whom they stand in.
async fn end_what_was_given(tx: &mut Tx, by: &Viewer, person: &PersonId, now: At) -> Result<(), StoreError> {
    permit::end_of_person(tx, &by.school_id, person, &by.person_id, now).await?;
    stand_in::end_of_person(tx, &by.school_id, person, &by.person_id, now).await
}

/// Somebody leaves the school: from the next request on nothing lets them in. Their words stay with what they said.
pub async fn leave(tx: &mut Tx, by: &Viewer, person: &PersonId, now: At) -> Result<Result<(), NotLeft>, StoreError> {
    let role: Option<(Role,)> = maybe!(
        tx,
        "SELECT role FROM person WHERE school_id = $1 AND id = $2 AND left_at IS NULL",
        &by.school_id,
        person
    )?;
    let Some((role,)) = role else { return Ok(Err(NotLeft::NotThere)) };
    if role == Role::Lead && other_leads(tx, by, person).await? == 0 {
        return Ok(Err(NotLeft::OnlyLead));
    }
    run!(
        tx,
        "UPDATE person SET left_at = $3, card_version = card_version + 1 WHERE school_id = $1 AND id = $2",
        &by.school_id,
        person,
        now
    )?;
    ByHand::Here.remember(tx, by, (person, ""), now).await?;
    record(tx, by, RecordedAct::Left, person, now).await?;
    end_what_was_given(tx, by, person, now).await?;
    ways_in::end_all(tx, &by.school_id, person, &by.person_id, now).await?;
    Ok(Ok(()))
}

/// Somebody who had left is back, where they were: advisories and ties are as before, ways in are not.
pub async fn come_back(tx: &mut Tx, by: &Viewer, person: &PersonId, now: At) -> Result<bool, StoreError> {
    let back = run!(
        tx,
        "UPDATE person SET left_at = NULL, card_version = card_version + 1
         WHERE school_id = $1 AND id = $2 AND left_at IS NOT NULL",
        &by.school_id,
        person
    )?;
    if back == 1 {
        ByHand::Here.remember(tx, by, (person, ""), now).await?;
        record(tx, by, RecordedAct::CameBack, person, now).await?;
    }
    Ok(back == 1)
}

/// Somebody of the staff does something else here from now on. They sign in again: what stood open was open to somebody
/// with another role.
pub async fn take_role(
    tx: &mut Tx,
    by: &Viewer,
    (person, role): (&PersonId, Role),
    made_from: i64,
    now: At,
) -> Result<Result<Saved, NotLeft>, StoreError> {
    let is: Option<(Role,)> = maybe!(
        tx,
        "SELECT role FROM person WHERE school_id = $1 AND id = $2 AND left_at IS NULL",
        &by.school_id,
        person
    )?;
    let Some((is,)) = is else { return Ok(Err(NotLeft::NotThere)) };
    if !is.is_staff() || !role.is_staff() {
        return Ok(Err(NotLeft::NotThere));
    }
    if is == role {
        return Ok(Ok(Saved::Kept(())));
    }
    if is == Role::Lead && other_leads(tx, by, person).await? == 0 {
        return Ok(Err(NotLeft::OnlyLead));
    }
    let changed = run!(
        tx,
        "UPDATE person SET role = $3, card_version = card_version + 1 WHERE school_id = $1 AND id = $2 AND card_version = $4",
        &by.school_id,
        person,
        role,
        made_from
    )?;
    let saved = Saved::unless_stale(changed);
    if saved.is_kept() {
        ByHand::Role.remember(tx, by, (person, ""), now).await?;
        record(tx, by, RecordedAct::RoleGiven, person, now).await?;
        end_what_was_given(tx, by, person, now).await?;
        ways_in::end_all(tx, &by.school_id, person, &by.person_id, now).await?;
    }
    Ok(Ok(saved))
}
