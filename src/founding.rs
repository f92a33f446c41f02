//! Temporary: people for walking around, until the importer's verbs and the demo school's files take over.

use crate::at::At;
use crate::id::{AdvisoryId, PersonId};
use crate::person::Person;
use crate::store::{Conn, StoreError, Tx, all, maybe, run};

/// Everybody in this installation.
pub async fn everyone(conn: &mut Conn) -> Result<Vec<Person>, StoreError> {
    all!(
        conn,
        "SELECT id, school_id, role, name, username, languages FROM person WHERE left_at IS NULL ORDER BY role, name"
    )
}

/// The person with this id, of whatever school.
pub async fn person(conn: &mut Conn, id: &PersonId) -> Result<Option<Person>, StoreError> {
    maybe!(
        conn,
        "SELECT id, school_id, role, name, username, languages FROM person WHERE id = $1 AND left_at IS NULL",
        id
    )
}

/// Adds a person.
pub async fn join(tx: &mut Tx, person: &Person, now: At) -> Result<(), StoreError> {
    run!(
        tx,
        "INSERT INTO person (id, school_id, role, name, username, languages, joined_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &person.id,
        &person.school_id,
        person.role,
        &person.name,
        &person.username,
        &person.languages,
        now
    )?;
    Ok(())
}

/// Adds an advisory with its members.
pub async fn advisory(tx: &mut Tx, name: &str, members: &[&Person]) -> Result<(), StoreError> {
    let id = AdvisoryId::new();
    let Some(first) = members.first() else { return Ok(()) };
    run!(tx, "INSERT INTO advisory (id, school_id, name) VALUES ($1, $2, $3)", &id, &first.school_id, name)?;
    for member in members {
        run!(
            tx,
            "INSERT INTO advisory_member (school_id, advisory_id, person_id) VALUES ($1, $2, $3)",
            &first.school_id,
            &id,
            &member.id
        )?;
    }
    Ok(())
}

/// Ties a family member to a student.
pub async fn kin(tx: &mut Tx, student: &Person, kin: &Person, words: &str) -> Result<(), StoreError> {
    run!(
        tx,
        "INSERT INTO kinship (school_id, student_id, person_id, words) VALUES ($1, $2, $3, $4)",
        &student.school_id,
        &student.id,
        &kin.id,
        words
    )?;
    Ok(())
}
