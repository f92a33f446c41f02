//! The conference: its facts, its plan, presenting it, and what the family says back.

pub mod afterword;
pub(crate) mod asked;
mod beneath;
pub mod calling_off;
pub mod cues;
pub mod facts;
pub mod follow;
pub mod keepsake;
pub mod lobby;
mod moment_form;
pub mod moments;
pub mod moving;
pub mod note;
pub mod offline;
pub mod page;
mod plan;
pub mod present;
pub mod print;
mod readable;
pub mod ready;
pub mod rehearse;
mod replies;
pub mod reply;
mod reply_form;
pub mod roles;
mod shown;
pub mod start;
pub mod step;
pub mod talk;
pub mod window;
pub(crate) mod words;

use kinfolio::conference::Conference;
use kinfolio::id::ConferenceId;
use kinfolio::person::Student;
use kinfolio::policy::{Action, Relation};
use kinfolio::store::Conn;

use crate::asking::Asking;
use crate::refusal::Refusal;
use crate::shell::Place;

/// The conference with this id and its student, when whoever asks may do this with it. Of one that was called off there is
/// nothing to do but to read it.
pub(crate) async fn found(
    asking: &Asking,
    conn: &mut Conn,
    id: &ConferenceId,
    action: Action,
) -> Result<(Conference, Student), Refusal> {
    let (conference, student) = found_even_called_off(asking, conn, id, action).await?;
    let is_there = !conference.is_called_off() || action == Action::SeeConference;
    if is_there { Ok((conference, student)) } else { Err(Refusal::NotFound) }
}

/// The same for one that may have been called off.
async fn found_even_called_off(
    asking: &Asking,
    conn: &mut Conn,
    id: &ConferenceId,
    action: Action,
) -> Result<(Conference, Student), Refusal> {
    let viewer = asking.viewer()?;
    let conference = Conference::find(conn, &viewer.school_id, id).await?.ok_or(Refusal::NotFound)?;
    let student = asking.student(conn, &conference.student_id, action).await?;
    Ok((conference, student))
}

/// The navigation knows these pages as the student's own only.
fn place(student: &Student) -> Place {
    if student.standing.relation == Relation::Own { Place::Conference } else { Place::Elsewhere }
}
