//! Words of a definition that somebody of the family cannot read yet: they are in none of their languages, and nobody has put
//! them into one.

use std::collections::HashMap;

use crate::definition::{Definition, Section};
use crate::id::{DefinitionId, PersonId, SchoolId, StatementId};
use crate::language::{Language, Languages};
use crate::person::{Role, Student};
use crate::policy::{Action, Relation, Standing};
use crate::rendition::reads;
use crate::store::{Conn, Ids, StoreError, all, ids_in};

/// How a family stands to the student.
const FAMILY: Standing = Standing { role: Role::Family, relation: Relation::LinkedFamily };

/// Who of a family cannot read words yet, and the first of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CannotRead {
    pub statement: StatementId,
    /// Each with how they stand to the student, in their own words.
    pub people: Vec<(String, String)>,
}

/// Somebody of a family, words that may be in none of their languages, and one language that these were put into.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct UnreadRow {
    definition_id: DefinitionId,
    statement_id: StatementId,
    section: Section,
    language: Language,
    /// Empty where nobody has put them into another.
    rendered: String,
    person_id: PersonId,
    name: String,
    kinship: String,
    languages: Languages,
}

impl UnreadRow {
    /// Of each of these definitions. What is in somebody's own language, as they said it, is left out at once: most is.
    pub(super) async fn of_each(
        conn: &mut Conn,
        school: &SchoolId,
        definitions: impl IntoIterator<Item = &DefinitionId>,
    ) -> Result<HashMap<DefinitionId, Vec<Self>>, StoreError> {
        let rows: Vec<Self> = all!(
            conn,
            concat!(
                "SELECT definition.id AS definition_id, statement.id AS statement_id, statement.section, statement.language,
                    COALESCE(rendition.language, '') AS rendered, person.id AS person_id, person.name, person.languages,
                    kinship.words AS kinship
                 FROM definition
                 JOIN kinship ON kinship.student_id = definition.student_id
                 JOIN person ON person.id = kinship.person_id
                 JOIN statement ON statement.definition_id = definition.id
                 LEFT JOIN rendition ON rendition.thing_id = statement.id AND rendition.kind = 'statement'
                 WHERE definition.school_id = $1 AND left_at IS NULL AND person.languages <> ''
                    AND set_aside_at IS NULL AND statement.text <> ''
                    AND (' ' || person.languages || ' ') NOT LIKE ('% ' || statement.language || ' %')
                    AND definition.id IN ",
                ids_in!("$2"),
                " ORDER BY statement.position, statement.id, person.name, person.id, rendition.id"
            ),
            school,
            Ids::of(definitions)
        )?;
        let mut of_each: HashMap<DefinitionId, Vec<Self>> = HashMap::new();
        for row in rows {
            of_each.entry(row.definition_id.clone()).or_default().push(row);
        }
        Ok(of_each)
    }

    fn is_read(&self) -> bool {
        let rendered = Language::tagged(&self.rendered);
        reads(&self.languages, &self.language) || rendered.is_some_and(|rendered| reads(&self.languages, &rendered))
    }
}

impl CannotRead {
    /// Who of a student's family cannot read what is for them, as far as the advisor can put something beside it.
    pub(super) fn among(rows: Vec<UnreadRow>, definition: &Definition, student: &Student) -> Option<Self> {
        let is_meant = |row: &&UnreadRow| {
            definition.may(FAMILY, Action::SeeSection, row.section)
                && definition.may(student.standing, Action::Translate, row.section)
        };
        let is_same = |one: &UnreadRow, other: &UnreadRow| {
            one.person_id == other.person_id && one.statement_id == other.statement_id
        };
        let unread: Vec<&UnreadRow> = (rows.iter().filter(is_meant))
            .filter(|row| !rows.iter().any(|other| is_same(row, other) && other.is_read()))
            .collect();
        let statement = unread.first()?.statement_id.clone();
        let mut people: Vec<(&PersonId, (String, String))> = Vec::new();
        for row in unread {
            if people.iter().all(|(known, _)| **known != row.person_id) {
                people.push((&row.person_id, (row.name.clone(), row.kinship.clone())));
            }
        }
        Some(Self { statement, people: people.into_iter().map(|(_, person)| person).collect() })
    }
}
