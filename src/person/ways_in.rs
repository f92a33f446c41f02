//! Every way in that somebody has, ended at once: what opened a door, and whatever stands open because of it. Within one
//! transaction, so that nobody is half out.

use super::device;
use crate::at::At;
use crate::id::{PersonId, SchoolId};
use crate::session;
use crate::store::{StoreError, Tx, run};

/// Ends every way in of somebody: sessions, links and codes of their own, sign-in codes, calendar addresses, the phones that
/// hold their cues, devices that know them. Links that they made for others stay: those are others' ways in.
pub async fn end_all(
    tx: &mut Tx,
    school: &SchoolId,
    person: &PersonId,
    by: &PersonId,
    now: At,
) -> Result<(), StoreError> {
    session::end_all(tx, person).await?;
    device::forget_all(tx, person).await?;
    run!(
        tx,
        "UPDATE family_grant SET ended_at = $3, ended_by = $4
         WHERE school_id = $1 AND person_id = $2 AND ended_at IS NULL",
        school,
        person,
        now,
        by
    )?;
    run!(tx, "DELETE FROM link_asked WHERE school_id = $1 AND person_id = $2", school, person)?;
    run!(tx, "DELETE FROM sign_in_code WHERE school_id = $1 AND person_id = $2", school, person)?;
    run!(tx, "DELETE FROM cue_pass WHERE school_id = $1 AND person_id = $2", school, person)?;
    run!(tx, "DELETE FROM calendar_feed WHERE school_id = $1 AND person_id = $2", school, person)?;
    Ok(())
}

/// Ends what somebody of a family holds for one student's sake: the links that were made for it, and whatever came in by
/// them. Ways in for the sake of other children stay, and open nothing of this one.
pub(super) async fn end_for_student(
    tx: &mut Tx,
    school: &SchoolId,
    (person, student): (&PersonId, &PersonId),
    by: &PersonId,
    now: At,
) -> Result<(), StoreError> {
    run!(
        tx,
        "DELETE FROM session WHERE school_id = $1 AND person_id = $2 AND grant_id IN (SELECT id FROM family_grant
            WHERE school_id = $1 AND person_id = $2 AND student_id = $3)",
        school,
        person,
        student
    )?;
    run!(
        tx,
        "DELETE FROM link_asked WHERE school_id = $1 AND person_id = $2 AND grant_id IN (SELECT id FROM family_grant
            WHERE school_id = $1 AND person_id = $2 AND student_id = $3)",
        school,
        person,
        student
    )?;
    run!(
        tx,
        "UPDATE family_grant SET ended_at = $4, ended_by = $5
         WHERE school_id = $1 AND person_id = $2 AND student_id = $3 AND ended_at IS NULL",
        school,
        person,
        student,
        now,
        by
    )?;
    Ok(())
}
