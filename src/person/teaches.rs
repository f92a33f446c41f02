//! What somebody of the staff teaches: the subjects whose checks they can answer where a student asks them.

use super::Viewer;
use crate::at::At;
use crate::id::{CheckId, PersonId, SchoolId};
use crate::record::{NewLine, RecordedAct};
use crate::store::{Conn, StoreError, Tx, all, one, run};

/// The subjects of a school's learning targets, in their order.
pub async fn subjects(conn: &mut Conn, school: &SchoolId) -> Result<Vec<String>, StoreError> {
    let rows: Vec<(String,)> = all!(
        conn,
        "SELECT DISTINCT subject FROM learning_target WHERE school_id = $1 AND withdrawn_at IS NULL ORDER BY subject",
        school
    )?;
    Ok(rows.into_iter().map(|(subject,)| subject).collect())
}

/// What somebody teaches, in that order.
pub async fn taught_by(conn: &mut Conn, school: &SchoolId, person: &PersonId) -> Result<Vec<String>, StoreError> {
    let rows: Vec<(String,)> = all!(
        conn,
        "SELECT subject FROM teaches WHERE school_id = $1 AND person_id = $2 ORDER BY subject",
        school,
        person
    )?;
    Ok(rows.into_iter().map(|(subject,)| subject).collect())
}

/// Whether every target that a check asks about is of a subject that somebody teaches.
pub async fn teaches_all_of(
    conn: &mut Conn,
    school: &SchoolId,
    person: &PersonId,
    check: &CheckId,
) -> Result<bool, StoreError> {
    let (others,): (i64,) = one!(
        conn,
        "SELECT count(*) FROM check_answer JOIN learning_target ON learning_target.id = target_id
         WHERE check_answer.school_id = $1 AND check_id = $2 AND NOT EXISTS
            (SELECT 1 FROM teaches WHERE teaches.person_id = $3 AND teaches.subject = learning_target.subject)",
        school,
        check,
        person
    )?;
    Ok(others == 0)
}

/// Says what somebody teaches: these subjects alone from now on.
pub async fn set(tx: &mut Tx, by: &Viewer, person: &PersonId, subjects: &[String], now: At) -> Result<(), StoreError> {
    if taught_by(tx, &by.school_id, person).await? == subjects {
        return Ok(());
    }
    run!(tx, "DELETE FROM teaches WHERE school_id = $1 AND person_id = $2", &by.school_id, person)?;
    for subject in subjects {
        run!(
            tx,
            "INSERT INTO teaches (person_id, school_id, subject) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            person,
            &by.school_id,
            subject
        )?;
    }
    let line = NewLine { what: RecordedAct::SubjectsSet, by: Some(&by.person_id), about: person, student: None };
    line.write(tx, &by.school_id, now).await
}
