//! What was set by hand about the people of a school: a table that is brought in later leaves it as it is, and says so.

use std::collections::HashSet;

use super::Viewer;
use crate::at::At;
use crate::id::{PersonId, SchoolId};
use crate::store::{Conn, StoreError, Tx, all, run};

kinds! {
    /// What can be set by hand.
    pub enum ByHand {
        /// The name.
        Name = "name",
        /// What they like to be called.
        Called = "called",
        /// What they type to sign in.
        Username = "username",
        /// Their languages.
        Languages = "languages",
        /// What they do here.
        Role = "role",
        /// Whether they are at the school.
        Here = "here",
        /// A tie to a student.
        Tie = "tie",
        /// Whether they are of an advisory.
        Advisory = "advisory",
    }
}

/// Everything that was set by hand in a school.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetByHand(HashSet<(PersonId, ByHand, String)>);

impl SetByHand {
    /// In a school.
    pub async fn of_school(conn: &mut Conn, school: &SchoolId) -> Result<Self, StoreError> {
        let rows: Vec<(PersonId, ByHand, String)> =
            all!(conn, "SELECT person_id, what, about FROM set_by_hand WHERE school_id = $1", school)?;
        Ok(Self(rows.into_iter().collect()))
    }

    /// Whether this was set by hand about a person.
    pub fn holds(&self, person: &PersonId, what: ByHand) -> bool {
        self.holds_about(person, what, "")
    }

    /// Whether it was, about this student or advisory.
    pub fn holds_about(&self, person: &PersonId, what: ByHand, about: &str) -> bool {
        self.0.contains(&(person.clone(), what, about.to_owned()))
    }

    /// Notes one, as if it had been read.
    #[cfg(test)]
    pub fn with(mut self, person: &PersonId, what: ByHand, about: &str) -> Self {
        self.0.insert((person.clone(), what, about.to_owned()));
        self
    }
}

impl ByHand {
    /// Remembers that this was set by hand about a person, as far as a student or an advisory is concerned (`about`, else
    /// empty).
    pub async fn remember(
        self,
        tx: &mut Tx,
        by: &Viewer,
        (person, about): (&PersonId, &str),
        now: At,
    ) -> Result<(), StoreError> {
        run!(
            tx,
            "INSERT INTO set_by_hand (person_id, school_id, what, about, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (person_id, what, about) DO UPDATE SET set_by = excluded.set_by, set_at = excluded.set_at",
            person,
            &by.school_id,
            self,
            about,
            &by.person_id,
            now
        )?;
        Ok(())
    }
}
