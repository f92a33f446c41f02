//! The definition of success: what student, family and advisor say together that success means.
//!
//! Everybody brings *contributions* to its six *sections*; student and advisor write the *statements* that grow out of
//! them; everybody is asked to answer a *version* of the wording.

mod affirmation;
mod contribution;
mod section;
mod statement;
mod version;

pub use affirmation::{Answer, Answered, is_affirmed};
pub use contribution::{Asked, Contribution, Earlier, Prompt, Saying, Translation};
pub use section::{Audiences, Section};
pub use statement::{Statement, limit};
pub use version::{Change, Line, Version, Wording, changes};

#[cfg(feature = "store")]
pub use affirmation::Answering;
#[cfg(feature = "store")]
pub use contribution::{Holder, NewContribution};
#[cfg(feature = "store")]
pub use statement::Writing;
#[cfg(feature = "store")]
pub use version::VersionMark;

use crate::at::At;
use crate::id::{DefinitionId, PersonId, SchoolId};
use crate::policy::{Action, Standing};

/// The shared document of a student and a school year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    pub id: DefinitionId,
    pub school_id: SchoolId,
    pub student_id: PersonId,
    /// The school year: "2026–2027".
    pub period: String,
    pub started_at: At,
    pub audiences: Audiences,
}

impl Definition {
    /// Whether somebody who stands so to the student may see a section.
    pub fn shows(&self, section: Section, standing: Standing) -> bool {
        standing.may(Action::SeeSection, self.audiences.of(section))
    }

    /// The sections somebody may see, in order.
    pub fn sections(&self, standing: Standing) -> Vec<Section> {
        self.audiences.seen_by(standing).collect()
    }
}

/// The school year an instant falls in, as it is written: "2026–2027". It turns in the middle of the summer.
pub fn school_year(at: At, zone: &str) -> String {
    let day = at.in_zone(zone);
    let first = if day.month() >= 7 { day.year() } else { day.year() - 1 };
    format!("{first}–{}", first + 1)
}

#[cfg(feature = "store")]
mod store {
    use super::*;
    use crate::policy::Audience;
    use crate::store::{Conn, StoreError, Tx, all, run};

    #[derive(sqlx::FromRow)]
    struct Row {
        id: DefinitionId,
        school_id: SchoolId,
        student_id: PersonId,
        period: String,
        started_at: At,
        section: Option<Section>,
        audience: Option<Audience>,
    }

    /// The first definition in these rows, each of which tells who may see one section of one.
    fn first(rows: Vec<Row>) -> Option<Definition> {
        let mut definition: Option<Definition> = None;
        for row in rows {
            let found = definition.get_or_insert_with(|| Definition {
                id: row.id.clone(),
                school_id: row.school_id,
                student_id: row.student_id,
                period: row.period,
                started_at: row.started_at,
                audiences: Audiences::default(),
            });
            if let (true, Some(section), Some(audience)) = (found.id == row.id, row.section, row.audience) {
                found.audiences = found.audiences.with(section, audience);
            }
        }
        definition
    }

    impl Definition {
        /// A student's newest definition.
        pub async fn current_of(
            conn: &mut Conn,
            school: &SchoolId,
            student: &PersonId,
        ) -> Result<Option<Self>, StoreError> {
            let rows = all!(
                conn,
                "SELECT definition.id, definition.school_id, student_id, period, started_at, section, audience
                 FROM definition LEFT JOIN section_audience ON section_audience.definition_id = definition.id
                 WHERE definition.school_id = $1 AND student_id = $2 ORDER BY started_at DESC, definition.id DESC",
                school,
                student
            )?;
            Ok(first(rows))
        }

        /// The definition with this id, in a school.
        pub async fn find(conn: &mut Conn, school: &SchoolId, id: &DefinitionId) -> Result<Option<Self>, StoreError> {
            let rows = all!(
                conn,
                "SELECT definition.id, definition.school_id, student_id, period, started_at, section, audience
                 FROM definition LEFT JOIN section_audience ON section_audience.definition_id = definition.id
                 WHERE definition.school_id = $1 AND definition.id = $2",
                school,
                id
            )?;
            Ok(first(rows))
        }

        /// Starts a student's definition for a school year. Starting it twice starts it once.
        pub async fn start(
            tx: &mut Tx,
            school: &SchoolId,
            student: &PersonId,
            period: &str,
            now: At,
        ) -> Result<(), StoreError> {
            run!(
                tx,
                "INSERT INTO definition (id, school_id, student_id, period, started_at) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (student_id, period) DO NOTHING",
                DefinitionId::new(),
                school,
                student,
                period,
                now
            )?;
            Ok(())
        }

        /// Says who may see a section from now on.
        pub async fn open_section(&self, tx: &mut Tx, section: Section, audience: Audience) -> Result<(), StoreError> {
            run!(
                tx,
                "INSERT INTO section_audience (school_id, definition_id, section, audience) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (definition_id, section) DO UPDATE SET audience = excluded.audience",
                &self.school_id,
                &self.id,
                section,
                audience
            )?;
            Ok(())
        }

        /// Holds everybody else who changes this definition up until the transaction ends.
        pub(super) async fn hold(&self, tx: &mut Tx) -> Result<(), StoreError> {
            run!(
                tx,
                "UPDATE definition SET period = period WHERE school_id = $1 AND id = $2",
                &self.school_id,
                &self.id
            )?;
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::at::wall;

    #[test]
    fn a_school_year_turns_in_the_summer() {
        let zone = "America/New_York";
        let on = |year, month, day| At::on_the_wall(wall(year, month, day, 12, 0).unwrap(), zone).unwrap();
        assert_eq!(school_year(on(2026, 11, 23), zone), "2026–2027");
        assert_eq!(school_year(on(2027, 6, 30), zone), "2026–2027");
        assert_eq!(school_year(on(2027, 7, 1), zone), "2027–2028");
    }
}
