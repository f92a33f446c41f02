//! Work: adding it, the page that tells its road, revisions, feedback, mastery checks.

pub mod bin;
pub mod check;
mod check_forms;
pub mod compare;
pub mod describe;
mod doing;
pub mod draft;
pub mod edit;
pub mod feedback;
mod feedback_form;
mod fields;
pub mod files;
pub mod home;
mod lacks;
mod let_in;
pub mod list;
pub(crate) mod names;
pub mod page;
pub mod peers;
pub mod pictures;
pub mod preview;
pub mod quick;
pub mod revision;
pub mod road;
mod said;
pub mod taking_back;
pub mod teachers;
mod telling;
pub mod upload;

use kinfolio::id::WorkId;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::work::Work;

pub use names::*;

use crate::asking::Asking;
use crate::refusal::Refusal;

/// The work with this id and its student, when whoever asks may do this with it.
async fn found(asking: &Asking, conn: &mut Conn, id: &WorkId, action: Action) -> Result<(Work, Student), Refusal> {
    let (work, student) = Work::find(conn, asking.viewer()?, id).await?.ok_or(Refusal::NotFound)?;
    if !work.may(student.standing, action) {
        return Err(Refusal::NotFound);
    }
    asking.opens(&student);
    Ok((work, student))
}
