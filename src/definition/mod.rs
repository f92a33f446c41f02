//! The definition of success: what student, family and advisor say together that success means.
//!
//! Everybody brings *contributions* to its six *sections*; student and advisor write the *statements* that grow out of
//! them; everybody is asked to answer a *version* of the wording.

mod affirmation;
mod blanking;
mod contribution;
mod evidence;
mod look_back;
mod pieces;
mod prompt;
mod remark;
mod section;
mod so_far;
mod statement;
mod version;

pub use affirmation::{AffirmationAnswer, Answered, is_affirmed};
pub use blanking::{OwnWords, WroteOn};
pub use contribution::{Asked, Contribution, Earlier, Saying, Translation};
pub use evidence::{Evidence, EvidenceKind, Source, Tie, TypedTie};
pub use look_back::{Became, Looked, LookedAt, Looking, looked_back};
pub use pieces::Pieces;
pub use prompt::{
    Posed, Prompt, PromptWords, Question, STUDENT, SchoolPrompt, SchoolWords, SectionNames, limit as prompt_limit,
};
pub use remark::{Beside, Remark, RemarkKind, may_settle};
pub use section::{Audiences, Section};
pub use so_far::{AskedSoFar, DefinitionSoFar, Looks, NextInDefinition, StillOpen};
pub use statement::{Statement, has_room, limit};
pub use version::{Change, Version, VersionLine, VersionWording, changes};

pub use affirmation::Affirming;
pub use contribution::NewContribution;
pub(crate) use contribution::{SayingRow, may_hear, may_see_photo};
pub use evidence::Tied;
pub use look_back::Carried;
pub use remark::NewRemark;
pub use statement::{InQuestion, StatementWriting, Words};
pub use version::VersionMark;

use crate::at::At;
use crate::day::Day;
use crate::id::{DefinitionId, PersonId, SchoolId};
use crate::policy::{Action, Audience, Standing};

/// How long after everybody affirmed it they are asked to read it again, in days, unless somebody chooses another day.
pub const REVIEW_AFTER_DAYS: i64 = 56;

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
    /// Whom the student lets see a section beyond its audience.
    pub chosen: Vec<(Section, PersonId)>,
    /// Who looks, once they are known: whom nobody named is not chosen.
    looked_at_by: Option<PersonId>,
    /// When everybody reads it again.
    pub review_on: Option<Day>,
    /// Whether the student has begun another one since. This one stays as it was then.
    pub is_earlier: bool,
}

impl Definition {
    /// The definition, for this person: what the student opened to them by name is open.
    pub fn looked_at_by(self, person: &PersonId) -> Self {
        Self { looked_at_by: Some(person.clone()), ..self }
    }

    /// Whom a section is meant for, beside those whom the student chose.
    pub fn audience(&self, section: Section) -> Audience {
        self.audiences.of(section)
    }

    /// Whether somebody who stands so to the student may do this in a section. Being chosen opens what is closed to
    /// others like them; it makes nobody more than they are.
    pub fn may(&self, standing: Standing, action: Action, section: Section) -> bool {
        let chosen = |looks: &PersonId| self.chosen.iter().any(|(open, who)| *open == section && who == looks);
        standing.may(action, self.audience(section))
            || (self.looked_at_by.as_ref().is_some_and(chosen) && standing.may_at_all(action))
    }

    /// Whether the day has come to read it again.
    pub fn is_to_be_read_again(&self, today: Day) -> bool {
        !self.is_earlier && self.review_on.is_some_and(|day| day <= today)
    }

    /// Whether this can be done with it: what was agreed in an earlier school year is read, and opened or closed.
    pub fn takes(&self, action: Action) -> bool {
        !self.is_earlier || matches!(action, Action::SeeSection | Action::ShapeDefinition)
    }

    /// Whether its school year has passed.
    pub fn is_over(&self, now: At, zone: &str) -> bool {
        self.period < school_year(now, zone)
    }

    /// The sections somebody may see, in order.
    pub fn sections(&self, standing: Standing) -> Vec<Section> {
        Section::ALL.iter().copied().filter(|section| self.may(standing, Action::SeeSection, *section)).collect()
    }
}

/// The school year an instant falls in, as it is written: "2026–2027". It turns in the middle of the summer.
pub fn school_year(at: At, zone: &str) -> String {
    let day = at.in_zone(zone);
    let first = if day.month() >= 7 { day.year() } else { day.year() - 1 };
    format!("{first}–{}", first + 1)
}

mod store {
    use std::collections::HashMap;

    use super::*;
    use crate::store::{Conn, Ids, StoreError, Tx, all, ids_in, run};

    #[derive(sqlx::FromRow)]
    struct DefinitionRow {
        id: DefinitionId,
        school_id: SchoolId,
        student_id: PersonId,
        period: String,
        started_at: At,
        review_on: Option<Day>,
        section: Option<Section>,
        audience: Option<Audience>,
        chosen: Option<PersonId>,
    }

    /// What a row is made of, for `WHERE`.
    macro_rules! select_definitions {
        ($($rest:expr),+ $(,)?) => {
            concat!(
                "SELECT definition.id, definition.school_id, student_id, period, started_at, review_on,
                    section_audience.section, audience, section_chosen.person_id AS chosen
                 FROM definition
                 LEFT JOIN section_audience ON section_audience.definition_id = definition.id
                 LEFT JOIN section_chosen ON section_chosen.definition_id = definition.id
                    AND section_chosen.section = section_audience.section
                 WHERE definition.school_id = $1 AND ",
                $($rest),+,
                " ORDER BY started_at DESC, definition.id DESC"
            )
        };
    }

    /// The definitions in these rows, each of which tells who may see one section of one. They are all of one student,
    /// the newest first.
    fn gathered(rows: Vec<DefinitionRow>) -> Vec<Definition> {
        let mut definitions: Vec<Definition> = Vec::new();
        for row in rows {
            if definitions.last().is_none_or(|definition| definition.id != row.id) {
                definitions.push(Definition {
                    id: row.id,
                    school_id: row.school_id,
                    student_id: row.student_id,
                    period: row.period,
                    started_at: row.started_at,
                    audiences: Audiences::default(),
                    chosen: Vec::new(),
                    looked_at_by: None,
                    review_on: row.review_on,
                    is_earlier: !definitions.is_empty(),
                });
            }
            if let (Some(definition), Some(section), Some(audience)) =
                (definitions.last_mut(), row.section, row.audience)
            {
                definition.audiences = definition.audiences.with(section, audience);
                definition.chosen.extend(row.chosen.map(|person| (section, person)));
            }
        }
        definitions
    }

    impl Definition {
        /// A student's newest definition.
        pub async fn current_of(
            conn: &mut Conn,
            school: &SchoolId,
            student: &PersonId,
        ) -> Result<Option<Self>, StoreError> {
            Ok(Self::all_of(conn, school, student).await?.into_iter().next())
        }

        /// The newest definition of each of these students.
        pub async fn current_of_each(
            conn: &mut Conn,
            school: &SchoolId,
            students: impl IntoIterator<Item = &PersonId>,
        ) -> Result<HashMap<PersonId, Self>, StoreError> {
            let all: Vec<DefinitionRow> =
                all!(conn, select_definitions!("student_id IN ", ids_in!("$2")), school, Ids::of(students))?;
            let mut rows: HashMap<PersonId, Vec<DefinitionRow>> = HashMap::new();
            for row in all {
                rows.entry(row.student_id.clone()).or_default().push(row);
            }
            let newest = |(student, rows)| Some((student, gathered(rows).into_iter().next()?));
            Ok(rows.into_iter().filter_map(newest).collect())
        }

        /// A student's definitions, the newest first.
        pub async fn all_of(conn: &mut Conn, school: &SchoolId, student: &PersonId) -> Result<Vec<Self>, StoreError> {
            let rows = all!(conn, select_definitions!("student_id = $2"), school, student)?;
            Ok(gathered(rows))
        }

        /// The definition that was the newest at an instant; the first one, when that was before all of them.
        pub async fn at(
            conn: &mut Conn,
            school: &SchoolId,
            student: &PersonId,
            at: At,
        ) -> Result<Option<Self>, StoreError> {
            let mut all = Self::all_of(conn, school, student).await?;
            let place = all.iter().position(|definition| definition.started_at <= at);
            Ok(match place {
                Some(place) => Some(all.swap_remove(place)),
                None => all.pop(),
            })
        }

        /// The definition with this id, in a school.
        pub async fn find(conn: &mut Conn, school: &SchoolId, id: &DefinitionId) -> Result<Option<Self>, StoreError> {
            let rows = all!(
                conn,
                select_definitions!(
                    "student_id = (SELECT student_id FROM definition WHERE school_id = $1 AND id = $2)"
                ),
                school,
                id
            )?;
            Ok(gathered(rows).into_iter().find(|definition| definition.id == *id))
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

        /// Says whom the student lets see a section beyond its audience: these, and no longer those before.
        pub async fn choose(&self, tx: &mut Tx, section: Section, people: &[PersonId]) -> Result<(), StoreError> {
            run!(
                tx,
                "DELETE FROM section_chosen WHERE school_id = $1 AND definition_id = $2 AND section = $3",
                &self.school_id,
                &self.id,
                section
            )?;
            for person in people {
                run!(
                    tx,
                    "INSERT INTO section_chosen (school_id, definition_id, section, person_id)
                     SELECT school_id, $2, $3, id FROM person WHERE school_id = $1 AND id = $4
                     ON CONFLICT (definition_id, section, person_id) DO NOTHING",
                    &self.school_id,
                    &self.id,
                    section,
                    person
                )?;
            }
            Ok(())
        }

        /// Says when everybody reads it again; `None`: no day.
        pub async fn read_again_on(&self, tx: &mut Tx, day: Option<Day>) -> Result<(), StoreError> {
            run!(
                tx,
                "UPDATE definition SET review_on = $3 WHERE school_id = $1 AND id = $2",
                &self.school_id,
                &self.id,
                day
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
impl Definition {
    /// A new one, of nobody in particular.
    pub(crate) fn blank() -> Self {
        Self {
            id: DefinitionId::new(),
            school_id: SchoolId::new(),
            student_id: PersonId::new(),
            period: "2026–2027".into(),
            started_at: At(0),
            audiences: Audiences::default(),
            chosen: Vec::new(),
            looked_at_by: None,
            review_on: None,
            is_earlier: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::at::wall;

    fn definition(period: &str) -> Definition {
        Definition { period: period.into(), ..Definition::blank() }
    }

    #[test]
    fn a_chosen_person_sees_the_one_section_and_only_they() {
        use crate::person::Role;
        use crate::policy::Relation;
        let (chosen, other) = (PersonId::new(), PersonId::new());
        let definition = Definition { chosen: vec![(Section::Community, chosen.clone())], ..definition("2026–2027") };
        let family = Standing::new(Role::Family, Relation::LinkedFamily);
        let sees = |person: &PersonId, standing| {
            definition.clone().looked_at_by(person).may(standing, Action::SeeSection, Section::Community)
        };
        assert!(sees(&chosen, family));
        assert!(!sees(&other, family));
        assert!(!definition.may(family, Action::SeeSection, Section::Community), "whoever is not named is not chosen");
        for relation in [Relation::UnlinkedFamily, Relation::Revoked, Relation::OtherSchool, Relation::Nobody] {
            assert!(!sees(&chosen, Standing::new(Role::Family, relation)), "{relation:?}");
        }
        let closed = Definition {
            audiences: definition.audiences.with(Section::Helps, crate::policy::Audience::Me),
            ..definition.clone()
        };
        assert!(!closed.looked_at_by(&chosen).may(family, Action::SeeSection, Section::Helps));
        let mine = definition.clone().looked_at_by(&chosen);
        assert!(mine.may(family, Action::Contribute, Section::Community));
        assert!(!mine.may(family, Action::ShapeDefinition, Section::Community), "chosen, and still not the student");
    }

    #[test]
    fn it_is_read_again_from_its_day_on() {
        let day: Day = "2027-01-15".parse().unwrap();
        let dated = Definition { review_on: Some(day), ..definition("2026–2027") };
        assert!(!dated.is_to_be_read_again(day.plus_days(-1)));
        assert!(dated.is_to_be_read_again(day) && dated.is_to_be_read_again(day.plus_days(30)));
        assert!(!Definition { is_earlier: true, ..dated }.is_to_be_read_again(day));
        assert!(!definition("2026–2027").is_to_be_read_again(day));
    }

    #[test]
    fn a_definition_is_over_when_another_school_year_has_begun() {
        let zone = "America/New_York";
        let on = |year, month, day| At::on_the_wall(wall(year, month, day, 12, 0).unwrap(), zone).unwrap();
        let definition = definition("2025–2026");
        assert!(!definition.is_over(on(2026, 6, 30), zone));
        assert!(definition.is_over(on(2026, 7, 1), zone));
    }

    #[test]
    fn an_earlier_definition_is_read_and_closed_and_nothing_else() {
        let now = definition("2026–2027");
        let earlier = Definition { is_earlier: true, ..definition("2025–2026") };
        for action in Action::ALL {
            assert!(now.takes(*action), "{action:?}");
            assert_eq!(
                earlier.takes(*action),
                [Action::SeeSection, Action::ShapeDefinition].contains(action),
                "{action:?}"
            );
        }
    }

    #[test]
    fn a_school_year_turns_in_the_summer() {
        let zone = "America/New_York";
        let on = |year, month, day| At::on_the_wall(wall(year, month, day, 12, 0).unwrap(), zone).unwrap();
        assert_eq!(school_year(on(2026, 11, 23), zone), "2026–2027");
        assert_eq!(school_year(on(2027, 6, 30), zone), "2026–2027");
        assert_eq!(school_year(on(2027, 7, 1), zone), "2027–2028");
    }
}
