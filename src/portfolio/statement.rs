//! Shelves that are statements of the definition. What such a shelf is called, and who may see it, follows the statement.

use std::collections::HashMap;

use crate::definition::{Definition, Section, Statement};
use crate::id::{DefinitionId, PersonId, SchoolId, ShelfId, StatementId, WorkId};
use crate::language::Language;
use crate::person::Student;
use crate::policy::{Action, Standing};
use crate::saved::Saved;
use crate::store::{Conn, StoreError, Tx, all, run};
use crate::words;

use super::arrange::{Arrangement, NewShelf, ShelfRow};

/// A statement that can be a shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementRow {
    pub id: StatementId,
    pub section: Section,
    pub text: String,
    pub language: Language,
    /// The shelf it is already.
    pub shelf: Option<ShelfId>,
}

/// The statement of a shelf, in the columns that `shelves` reads.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Behind {
    pub statement_id: Option<StatementId>,
    pub statement_text: Option<String>,
    pub statement_language: Option<Language>,
    statement_aside: bool,
    section: Option<Section>,
    definition_id: Option<DefinitionId>,
}

impl Behind {
    /// Whether there is agreed wording for the shelf to follow.
    pub fn is_agreed(&self) -> bool {
        !self.statement_aside && self.statement_text.as_deref().is_some_and(|text| !text.is_empty())
    }
}

/// Which sections of a student's definitions are open, asked once for all the shelves of a page.
#[derive(Default)]
pub(super) struct Open(Option<HashMap<DefinitionId, Definition>>);

impl Open {
    /// Whether somebody who stands so to the student may see a shelf: one that is no statement, always; one that is,
    /// when its section is open to them and the statement is not set aside.
    pub async fn may_see(
        &mut self,
        conn: &mut Conn,
        school: &SchoolId,
        (student, standing): (&PersonId, Standing),
        behind: &Behind,
    ) -> Result<bool, StoreError> {
        let (Some(id), Some(section)) = (&behind.definition_id, behind.section) else { return Ok(true) };
        if self.0.is_none() {
            let all = Definition::all_of(conn, school, student).await?;
            self.0 = Some(all.into_iter().map(|definition| (definition.id.clone(), definition)).collect());
        }
        let definition = self.0.as_ref().and_then(|all| all.get(id));
        Ok(behind.is_agreed()
            && definition.is_some_and(|definition| definition.may(standing, Action::SeeSection, section)))
    }
}

impl Arrangement {
    /// The statements of the student's definition, each with the shelf it is.
    pub async fn statements(conn: &mut Conn, student: &Student) -> Result<Vec<StatementRow>, StoreError> {
        let Some(definition) = Definition::current_of(conn, &student.school_id, &student.id).await? else {
            return Ok(Vec::new());
        };
        let statements = Statement::of_definition(conn, &definition, student.standing).await?;
        let shelves: Vec<(ShelfId, StatementId)> = all!(
            conn,
            "SELECT id, statement_id FROM shelf
             WHERE school_id = $1 AND student_id = $2 AND statement_id IS NOT NULL",
            &student.school_id,
            &student.id
        )?;
        let row = |statement: Statement| StatementRow {
            shelf: shelves.iter().find(|(_, of)| *of == statement.id).map(|(shelf, _)| shelf.clone()),
            id: statement.id,
            section: statement.section,
            text: statement.text,
            language: statement.language,
        };
        Ok(statements.into_iter().map(row).collect())
    }

    /// Makes a statement a shelf, with the works on it that speak for the statement already. One that is a shelf stays the
    /// one it is.
    pub async fn add_statement(&self, tx: &mut Tx, statement: &StatementRow) -> Result<Saved<ShelfId>, StoreError> {
        if let Some(shelf) = &statement.shelf {
            return Ok(Saved::Kept(shelf.clone()));
        }
        let works: Vec<(WorkId,)> = all!(
            tx,
            "SELECT work_id FROM evidence WHERE school_id = $1 AND statement_id = $2 AND work_id IS NOT NULL
             ORDER BY made_at, id",
            &self.school_id,
            &statement.id
        )?;
        let works = works.into_iter().map(|(work,)| work).collect();
        let new = NewShelf { name: statement.text.clone(), about: String::new(), works };
        let added = self.add_shelf(tx, &ShelfId::new(), &new).await?;
        let Saved::Kept(shelf) = added else { return Ok(added) };
        run!(
            tx,
            "UPDATE shelf SET statement_id = $1 WHERE school_id = $2 AND id = $3",
            &statement.id,
            &self.school_id,
            &shelf
        )?;
        Ok(Saved::Kept(shelf))
    }

    /// Gives a shelf that is a statement a name of its own, for the time being the statement's words: it follows the
    /// statement no longer.
    pub async fn leave_statement(&self, tx: &mut Tx, shelf: &ShelfRow) -> Result<(), StoreError> {
        let name: String = shelf.name.chars().take(words::limit::LINE).collect();
        run!(
            tx,
            "UPDATE shelf SET statement_id = NULL, name = $1, version = version + 1
             WHERE school_id = $2 AND id = $3 AND statement_id IS NOT NULL",
            name,
            &self.school_id,
            &shelf.id
        )?;
        Ok(())
    }
}
