//! What happens to the people of a school, one thing at a time: whoever brings people in does it with these.

use super::{Advisory, Person, find_as};
use crate::at::At;
use crate::id::{AdvisoryId, PersonId, SchoolId};
use crate::store::{StoreError, Tx, run};

/// One thing to be done.
#[derive(Clone, Debug)]
pub enum Deed {
    /// An advisory begins.
    Start(Advisory),
    /// Somebody joins the school.
    Add(Person),
    /// Somebody has another name, username or languages, or comes back.
    Update(Person),
    /// Somebody becomes one of an advisory.
    Join(PersonId, AdvisoryId),
    /// Somebody leaves an advisory.
    Leave(PersonId, AdvisoryId),
    /// A family member is tied to a student, in the family's words.
    Tie { student: PersonId, person: PersonId, words: String },
}

impl Deed {
    /// Does it. The caller has made sure that it fits.
    pub async fn carry_out(&self, tx: &mut Tx, school: &SchoolId, now: At) -> Result<(), StoreError> {
        match self {
            Self::Start(advisory) => run!(
                tx,
                "INSERT INTO advisory (id, school_id, name) VALUES ($1, $2, $3)",
                &advisory.id,
                school,
                &advisory.name
            ),
            Self::Add(person) => run!(
                tx,
                "INSERT INTO person (id, school_id, role, name, called, username, languages, joined_at, find_as)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                &person.id,
                school,
                person.role,
                &person.name,
                &person.called,
                &person.username,
                &person.languages,
                now,
                find_as(&person.name, person.username.as_deref())
            ),
            Self::Update(person) => run!(
                tx,
                "UPDATE person SET name = $3, called = $4, username = $5, languages = $6, left_at = NULL, find_as = $7,
                    card_version = card_version + 1
                 WHERE school_id = $1 AND id = $2",
                school,
                &person.id,
                &person.name,
                &person.called,
                &person.username,
                &person.languages,
                find_as(&person.name, person.username.as_deref())
            ),
            Self::Join(person, advisory) => run!(
                tx,
                "INSERT INTO advisory_member (school_id, advisory_id, person_id) VALUES ($1, $2, $3)",
                school,
                advisory,
                person
            ),
            Self::Leave(person, advisory) => run!(
                tx,
                "DELETE FROM advisory_member WHERE school_id = $1 AND advisory_id = $2 AND person_id = $3",
                school,
                advisory,
                person
            ),
            Self::Tie { student, person, words } => run!(
                tx,
                "INSERT INTO kinship (school_id, student_id, person_id, words) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (student_id, person_id) DO UPDATE SET words = excluded.words",
                school,
                student,
                person,
                words
            ),
        }?;
        Ok(())
    }
}
