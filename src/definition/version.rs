//! The wording as it stood when everybody was asked to answer it.

use serde::{Deserialize, Serialize};

use crate::at::At;
use crate::id::{DefinitionId, StatementId, VersionId};
use crate::language::Language;
use crate::policy::{Action, Audience, Standing};

use super::{Definition, Pieces, Section, Statement};

/// One statement of a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionLine {
    pub statement: StatementId,
    pub section: Section,
    /// Who could see the section when everybody was asked.
    pub audience: Audience,
    pub text: String,
    pub language: Language,
    /// The same words, each piece with who wrote it; none where nobody noted it. It is for whoever takes their words back, and
    /// for nobody to read.
    #[serde(default, skip_serializing_if = "Pieces::is_empty")]
    pub pieces: Pieces,
}

/// The wording of a version. It never changes, but that whoever wrote words of it can take them back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VersionWording(pub Vec<VersionLine>);

kept_as_text!(
    VersionWording,
    |wording: &VersionWording| serde_json::to_string(wording).unwrap_or_default(),
    |text: &str| { serde_json::from_str(text).map_err(Into::into) }
);

impl VersionWording {
    /// What everybody is asked to answer now. What only the student may see is nobody else's to answer, so it is not in
    /// it: no version tells that there is more.
    pub fn of(definition: &Definition, statements: &[Statement]) -> Self {
        let lines = statements
            .iter()
            .filter(|statement| statement.set_aside_at.is_none())
            .map(|statement| VersionLine {
                statement: statement.id.clone(),
                section: statement.section,
                audience: definition.audience(statement.section),
                text: statement.text.clone(),
                language: statement.language.clone(),
                pieces: statement.pieces.clone(),
            })
            .filter(|line| line.audience > Audience::Me)
            .collect();
        Self(lines)
    }

    /// The lines somebody may see: those of sections that are open to them today and were when everybody was asked.
    /// What a student closes is closed in every version, and what they open later does not open what was private then.
    pub fn lines(&self, definition: &Definition, standing: Standing) -> Vec<VersionLine> {
        let open = |section| definition.may(standing, Action::SeeSection, section);
        let may = |line: &&VersionLine| open(line.section) && standing.may(Action::SeeSection, line.audience);
        self.0.iter().filter(may).cloned().collect()
    }
}

/// A version everybody was asked to answer.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Version {
    pub id: VersionId,
    pub definition_id: DefinitionId,
    pub number: i64,
    pub wording: VersionWording,
    pub asker_name: String,
    pub asked_at: At,
    /// Since when student, family and school have all affirmed it.
    pub affirmed_at: Option<At>,
}

/// How the wording differs from a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A statement that was not there.
    Added(VersionLine),
    /// A statement that reads differently now.
    Reworded { was: VersionLine, now: VersionLine },
    /// A statement that is not there any more.
    SetAside(VersionLine),
}

/// What is different now from what it was then, in the order of the wording now; what was set aside comes last. A mere
/// change of order is none: nobody's answer hangs on it.
pub fn changes(then: &[VersionLine], now: &[VersionLine]) -> Vec<Change> {
    let find = |lines: &[VersionLine], id: &StatementId| lines.iter().find(|line| line.statement == *id).cloned();
    let mut changes = Vec::new();
    for line in now {
        match find(then, &line.statement) {
            None => changes.push(Change::Added(line.clone())),
            Some(was) if (&was.text, &was.language) != (&line.text, &line.language) => {
                changes.push(Change::Reworded { was, now: line.clone() });
            }
            Some(_) => {}
        }
    }
    changes.extend(then.iter().filter(|was| find(now, &was.statement).is_none()).cloned().map(Change::SetAside));
    changes
}

mod store {
    use std::collections::HashMap;

    use super::*;
    use crate::id::{PersonId, SchoolId};
    use crate::person::{Role, Viewer};
    use crate::policy::Relation;
    use crate::store::{Conn, Ids, StoreError, Tx, all, ids_in, maybe, run};

    /// That there is a version, and since when it is affirmed.
    #[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
    pub struct VersionMark {
        pub number: i64,
        pub affirmed_at: At,
    }

    impl Version {
        /// The version of a definition that was asked last.
        pub async fn newest_of(conn: &mut Conn, definition: &Definition) -> Result<Option<Self>, StoreError> {
            maybe!(
                conn,
                "SELECT definition_version.id, definition_id, number, wording, person.name AS asker_name, asked_at,
                    affirmed_at
                 FROM definition_version JOIN person ON person.id = asked_by
                 WHERE definition_version.school_id = $1 AND definition_id = $2 ORDER BY number DESC LIMIT 1",
                &definition.school_id,
                &definition.id
            )
        }

        /// The newest version of each of these definitions, where it is open and somebody has not answered it.
        pub async fn waiting_for(
            conn: &mut Conn,
            viewer: &Viewer,
            definitions: impl IntoIterator<Item = &DefinitionId>,
        ) -> Result<HashMap<DefinitionId, Self>, StoreError> {
            let versions: Vec<Self> = all!(
                conn,
                concat!(
                    "SELECT definition_version.id, definition_id, number, wording, person.name AS asker_name, asked_at,
                        affirmed_at
                     FROM definition_version JOIN person ON person.id = asked_by
                     WHERE definition_version.school_id = $1 AND affirmed_at IS NULL
                        AND number = (SELECT max(other.number) FROM definition_version other
                            WHERE other.definition_id = definition_version.definition_id)
                        AND NOT EXISTS (SELECT 1 FROM affirmation
                            WHERE version_id = definition_version.id AND affirmation.person_id = $3
                                AND lapsed_at IS NULL)
                        AND definition_id IN ",
                    ids_in!("$2")
                ),
                &viewer.school_id,
                Ids::of(definitions),
                &viewer.person_id
            )?;
            Ok(versions.into_iter().map(|version| (version.definition_id.clone(), version)).collect())
        }

        /// Whether somebody has answered it.
        pub async fn is_answered_by(
            &self,
            conn: &mut Conn,
            school: &SchoolId,
            person: &PersonId,
        ) -> Result<bool, StoreError> {
            let there: Option<(VersionId,)> = maybe!(
                conn,
                "SELECT version_id FROM affirmation
                 WHERE school_id = $1 AND version_id = $2 AND person_id = $3
                    AND lapsed_at IS NULL",
                school,
                &self.id,
                person
            )?;
            Ok(there.is_some())
        }

        /// The version before this one that somebody answered last.
        pub async fn answered_before(
            &self,
            conn: &mut Conn,
            definition: &Definition,
            person: &PersonId,
        ) -> Result<Option<Self>, StoreError> {
            let found: Option<(i64,)> = maybe!(
                conn,
                "SELECT number FROM definition_version JOIN affirmation ON version_id = definition_version.id
                 WHERE definition_version.school_id = $1 AND definition_id = $2 AND person_id = $3 AND number < $4
                 ORDER BY number DESC LIMIT 1",
                &definition.school_id,
                &definition.id,
                person,
                self.number
            )?;
            match found {
                Some((number,)) => Self::numbered(conn, definition, number).await,
                None => Ok(None),
            }
        }

        /// The version with this number.
        pub async fn numbered(
            conn: &mut Conn,
            definition: &Definition,
            number: i64,
        ) -> Result<Option<Self>, StoreError> {
            maybe!(
                conn,
                "SELECT definition_version.id, definition_id, number, wording, person.name AS asker_name, asked_at,
                    affirmed_at
                 FROM definition_version JOIN person ON person.id = asked_by
                 WHERE definition_version.school_id = $1 AND definition_id = $2 AND number = $3",
                &definition.school_id,
                &definition.id,
                number
            )
        }

        /// The version with this id, in a school.
        pub async fn find(conn: &mut Conn, school: &SchoolId, id: &VersionId) -> Result<Option<Self>, StoreError> {
            maybe!(
                conn,
                "SELECT definition_version.id, definition_id, number, wording, person.name AS asker_name, asked_at,
                    affirmed_at
                 FROM definition_version JOIN person ON person.id = asked_by
                 WHERE definition_version.school_id = $1 AND definition_version.id = $2",
                school,
                id
            )
        }
    }

    impl Definition {
        /// The versions that student, family and school have affirmed, the newest first.
        pub async fn affirmed(&self, conn: &mut Conn) -> Result<Vec<VersionMark>, StoreError> {
            all!(
                conn,
                "SELECT number, affirmed_at FROM definition_version
                 WHERE school_id = $1 AND definition_id = $2 AND affirmed_at IS NOT NULL ORDER BY number DESC",
                &self.school_id,
                &self.id
            )
        }

        /// Asks everybody to answer the wording as it stands. Wording that was asked already is not asked again, so
        /// that asking twice asks once; nor is none at all.
        pub async fn ask(&self, tx: &mut Tx, asked_by: &PersonId, now: At) -> Result<(), StoreError> {
            self.hold(tx).await?;
            // Everything that is not private is asked, whoever presses the button.
            let student = Standing::new(Role::Student, Relation::Own);
            let wording = VersionWording::of(self, &Statement::of_definition(tx, self, student).await?);
            let newest = Version::newest_of(tx, self).await?;
            let asked = newest.as_ref().map_or(&[][..], |version| &version.wording.0);
            if wording.0.is_empty() || changes(asked, &wording.0).is_empty() {
                return Ok(());
            }
            run!(
                tx,
                "INSERT INTO definition_version (id, school_id, definition_id, number, wording, asked_by, asked_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
                VersionId::new(),
                &self.school_id,
                &self.id,
                newest.map_or(1, |version| version.number + 1),
                &wording,
                asked_by,
                now
            )?;
            Ok(())
        }
    }
}

pub use store::VersionMark;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::Audiences;
    use crate::id::PersonId;
    use crate::person::Role;
    use crate::policy::Relation;
    use proptest::prelude::*;

    fn definition(audiences: Audiences) -> Definition {
        Definition { audiences, ..Definition::blank() }
    }

    fn statement(section: Section, text: &str) -> Statement {
        Statement {
            id: StatementId::new(),
            section,
            text: text.into(),
            pieces: Default::default(),
            language: Language::english(),
            version: 1,
            written_by: PersonId::new(),
            writer_name: "Marisol".into(),
            changed_at: At(0),
            set_aside_at: None,
            copied_from: None,
            stands_at: None,
            voice_gone_at: None,
            cites: Vec::new(),
        }
    }

    const FAMILY: Standing = Standing { role: Role::Family, relation: Relation::LinkedFamily };
    const STUDENT: Standing = Standing { role: Role::Student, relation: Relation::Own };

    #[test]
    fn what_is_private_is_in_no_version() {
        let definition = definition(Audiences::default());
        let statements =
            [statement(Section::Values, "We bring it home."), statement(Section::Community, "The bus stop.")];
        let wording = VersionWording::of(&definition, &statements);
        assert_eq!(wording.0.len(), 1);
        assert_eq!(wording.0[0].section, Section::Values);
    }

    #[test]
    fn closing_a_section_closes_it_in_every_version() {
        let open = definition(Audiences::default());
        let wording = VersionWording::of(&open, &[statement(Section::Values, "We bring it home.")]);
        assert_eq!(wording.lines(&open, FAMILY).len(), 1);
        let closed = Definition { audiences: open.audiences.with(Section::Values, Audience::Advisor), ..open };
        assert!(wording.lines(&closed, FAMILY).is_empty());
        assert_eq!(wording.lines(&closed, STUDENT).len(), 1);
    }

    #[test]
    fn opening_a_section_does_not_open_what_was_private_then() {
        let advisors = definition(Audiences::default().with(Section::Helps, Audience::Advisor));
        let wording = VersionWording::of(&advisors, &[statement(Section::Helps, "The noise at night.")]);
        let opened = Definition { audiences: Audiences::default(), ..advisors };
        assert!(wording.lines(&opened, FAMILY).is_empty());
    }

    #[test]
    fn a_change_is_named_for_what_it_is() {
        let definition = definition(Audiences::default());
        let [kept, mut reworded, gone, new] =
            ["one", "two", "three", "four"].map(|text| statement(Section::Values, text));
        let then = VersionWording::of(&definition, &[kept.clone(), reworded.clone(), gone]);
        reworded.text = "two, in other words".into();
        let now = VersionWording::of(&definition, &[new, reworded, kept]);
        let found = changes(&then.0, &now.0);
        assert!(matches!(&found[0], Change::Added(line) if line.text == "four"));
        assert!(
            matches!(&found[1], Change::Reworded { was, now } if was.text == "two" && now.text.starts_with("two,"))
        );
        assert!(matches!(&found[2], Change::SetAside(line) if line.text == "three"));
        assert_eq!(found.len(), 3);
    }

    proptest! {
        #[test]
        fn nothing_changes_by_itself_or_by_order(texts in proptest::collection::vec(".{1,20}", 0..8)) {
            let definition = definition(Audiences::default());
            let statements: Vec<Statement> = texts.iter().map(|text| statement(Section::Values, text)).collect();
            let then = VersionWording::of(&definition, &statements);
            let mut turned = then.clone();
            turned.0.reverse();
            prop_assert!(changes(&then.0, &then.0).is_empty());
            prop_assert!(changes(&then.0, &turned.0).is_empty());
        }

        #[test]
        fn nobody_sees_a_line_of_a_section_that_is_closed_to_them(
            then in proptest::collection::vec(0_usize..4, 6), today in proptest::collection::vec(0_usize..4, 6),
        ) {
            let audiences = |places: &[usize]| Section::ALL.iter().zip(places).fold(
                Audiences::default(), |audiences, (section, place)| audiences.with(*section, Audience::ALL[*place]));
            let asked = definition(audiences(&then));
            let statements: Vec<Statement> = Section::ALL.iter().map(|section| statement(*section, "words")).collect();
            let wording = VersionWording::of(&asked, &statements);
            let now = Definition { audiences: audiences(&today), ..asked };
            for (role, relation, from) in [
                (Role::Family, Relation::LinkedFamily, Audience::Family),
                (Role::Advisor, Relation::SameAdvisory, Audience::Advisor),
            ] {
                for line in wording.lines(&now, Standing::new(role, relation)) {
                    prop_assert!(now.audiences.of(line.section) >= from && line.audience >= from);
                }
            }
            prop_assert!(wording.lines(&now, Standing::new(Role::Family, Relation::UnlinkedFamily)).is_empty());
        }
    }
}
