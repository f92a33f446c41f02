//! The definition of success: reading it, adding words, writing what is agreed, answering.

pub mod answer;
mod answering;
mod around;
pub mod ask;
pub mod beside;
pub mod blank;
pub(crate) mod blanks;
pub mod contribute;
pub mod contribution;
pub mod look_back;
pub mod page;
mod part;
mod quilt;
pub mod review;
pub(crate) mod saying;
pub mod section;
mod sight;
pub mod statement;
mod strip;
pub mod translation;
mod unread;
pub mod version;
mod way_in;
pub mod words;

use kinfolio::definition::{Contribution, Definition, Section};
use kinfolio::id::{ContributionId, DefinitionId};
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::store::Conn;

use crate::asking::Asking;
use crate::refusal::Refusal;
use crate::shell::Place;

/// A definition, found through whoever asks, with the student it belongs to. Not found when they may not do this with it,
/// or when it is one of an earlier school year, which stays as it was.
async fn found(
    asking: &Asking,
    conn: &mut Conn,
    id: &DefinitionId,
    action: Action,
) -> Result<(Definition, Student), Refusal> {
    let definition = Definition::find(conn, &asking.viewer()?.school_id, id).await?;
    let_in(asking, conn, definition, action).await
}

/// Like [`found`], for a definition that was found by something in it.
pub(crate) async fn let_in(
    asking: &Asking,
    conn: &mut Conn,
    definition: Option<Definition>,
    action: Action,
) -> Result<(Definition, Student), Refusal> {
    let definition = definition.filter(|definition| definition.takes(action)).ok_or(Refusal::NotFound)?;
    let student = asking.student(conn, &definition.student_id, action).await?;
    Ok((definition.looked_at_by(&asking.viewer()?.person_id), student))
}

/// Words, found by somebody who sees them.
pub(crate) async fn words_seen(
    asking: &Asking,
    conn: &mut Conn,
    id: &ContributionId,
    action: Action,
) -> Result<(Definition, Student, Contribution), Refusal> {
    let definition = Contribution::definition_of(conn, &asking.viewer()?.school_id, id).await?;
    let (definition, student) = let_in(asking, conn, definition, action).await?;
    let words = Contribution::of_definition(conn, &definition, student.standing).await?;
    let words = words.into_iter().find(|words| words.id == *id).ok_or(Refusal::NotFound)?;
    Ok((definition, student, words))
}

/// The section a form or an address names, when whoever asks may do this in it.
fn may_in(definition: &Definition, student: &Student, word: &str, action: Action) -> Option<Section> {
    let section = Section::named(word)?;
    definition.may(student.standing, action, section).then_some(section)
}

/// Where a section is read.
fn section_path(definition: &Definition, section: Section) -> String {
    format!("{}#{section}", path(definition))
}

/// Where a definition is read.
pub fn path(definition: &Definition) -> String {
    match definition.is_earlier {
        true => format!("/definition/{}", definition.id),
        false => format!("/student/{}/definition", definition.student_id),
    }
}

/// The navigation knows this page as the student's own only.
fn place(student: &Student) -> Place {
    if student.standing.role == Role::Student { Place::Definition } else { Place::Elsewhere }
}
