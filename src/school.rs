//! A school: its name, its clock, its languages.

mod year;

pub use year::SchoolYear;

use crate::id::SchoolId;
use crate::language::{Language, Languages};

/// A school.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct School {
    pub id: SchoolId,
    pub name: String,
    /// An IANA name: `America/New_York`.
    pub time_zone: String,
    /// The languages its pages are offered in, the first one by default.
    pub languages: Languages,
}

impl School {
    /// The language its pages come in for whoever has chosen none.
    pub fn first_language(&self) -> Languages {
        Languages(vec![self.languages.first().cloned().unwrap_or_else(Language::english)])
    }
}

/// Every time zone somebody may choose, by its IANA name.
pub fn time_zones() -> Vec<String> {
    let regions = ["Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];
    let is_a_place = |name: &str| name.split_once('/').is_some_and(|(region, _)| regions.contains(&region));
    let mut zones: Vec<String> =
        jiff::tz::db().available().map(|name| name.to_string()).filter(|name| is_a_place(name)).collect();
    zones.sort();
    zones.dedup();
    zones
}

mod store {
    use super::*;
    use crate::at::At;
    use crate::person::{Person, Role};
    use crate::store::{Conn, StoreError, Tx, maybe, run};

    impl School {
        /// Sets up this installation's school with its first lead. `false` when somebody was quicker: there is one already,
        /// and nothing was changed. Whoever calls drops the transaction then.
        pub async fn set_up(
            &self,
            tx: &mut Tx,
            lead: &Person,
            password_hash: &str,
            now: At,
        ) -> Result<bool, StoreError> {
            if Self::first(tx).await?.is_some() {
                return Ok(false);
            }
            self.found(tx, now).await?;
            // Two at once both come this far on a database that lets them; only one of them gets the one row.
            let first = run!(
                tx,
                "INSERT INTO set_up (once, school_id, set_up_at) VALUES (1, $1, $2) ON CONFLICT (once) DO NOTHING",
                &self.id,
                now
            )?;
            if first == 0 {
                return Ok(false);
            }
            run!(
                tx,
                "INSERT INTO person (id, school_id, role, name, username, languages, password_hash, joined_at, find_as)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                &lead.id,
                &self.id,
                Role::Lead,
                &lead.name,
                &lead.username,
                &lead.languages,
                password_hash,
                now,
                crate::person::find_as(&lead.name, lead.username.as_deref())
            )?;
            Ok(true)
        }

        /// The school with this id.
        pub async fn find(conn: &mut Conn, id: &SchoolId) -> Result<Option<Self>, StoreError> {
            maybe!(conn, "SELECT id, name, time_zone, languages FROM school WHERE id = $1", id)
        }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_time_zone_offered_is_one_that_we_can_reckon_with() {
        let zones = time_zones();
        assert!(zones.len() > 300);
        for zone in ["America/New_York", "America/Phoenix", "Pacific/Honolulu"] {
            assert!(zones.iter().any(|known| known == zone), "{zone}");
        }
        assert!(zones.iter().all(|zone| jiff::tz::TimeZone::get(zone).is_ok()));
    }
}
