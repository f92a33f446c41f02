//! A school: its name, its clock, its languages.

use crate::id::SchoolId;
use crate::language::Languages;

/// A school.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct School {
    pub id: SchoolId,
    pub name: String,
    /// An IANA name: `America/New_York`.
    pub time_zone: String,
    /// The languages its pages are offered in, the first one by default.
    pub languages: Languages,
}

#[cfg(feature = "store")]
mod store {
    use super::*;
    use crate::at::At;
    use crate::store::{Conn, StoreError, Tx, maybe, run};

    impl School {
        /// The first school of this installation; `None` until one is set up.
        pub async fn first(conn: &mut Conn) -> Result<Option<Self>, StoreError> {
            maybe!(conn, "SELECT id, name, time_zone, languages FROM school ORDER BY founded_at LIMIT 1")
        }

        /// Holds whoever else wants to change the same part of this school until this transaction ends: for rules
        /// that look at many rows at once.
        pub async fn one_after_another(tx: &mut Tx, school: &SchoolId) -> Result<(), StoreError> {
            run!(tx, "UPDATE school SET name = name WHERE id = $1", school)?;
            Ok(())
        }

        /// Adds this school.
        pub async fn found(&self, tx: &mut Tx, now: At) -> Result<(), StoreError> {
            run!(
                tx,
                "INSERT INTO school (id, name, time_zone, languages, founded_at) VALUES ($1, $2, $3, $4, $5)",
                &self.id,
                &self.name,
                &self.time_zone,
                &self.languages,
                now
            )?;
            Ok(())
        }
    }
}
