//! The conference: its facts, its plan, presenting it, and what the family says back.

#[cfg(feature = "ssr")]
pub mod afterword;
#[cfg(feature = "ssr")]
pub(crate) mod asked;
#[cfg(feature = "ssr")]
mod beneath;
#[cfg(feature = "ssr")]
pub mod cues;
#[cfg(feature = "ssr")]
pub mod facts;
#[cfg(feature = "ssr")]
pub mod follow;
#[cfg(feature = "ssr")]
pub mod keepsake;
mod live;
#[cfg(feature = "ssr")]
pub mod lobby;
#[cfg(feature = "ssr")]
mod moment_form;
#[cfg(feature = "ssr")]
pub mod moments;
#[cfg(feature = "ssr")]
pub mod note;
pub mod offline;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
mod plan;
#[cfg(feature = "ssr")]
pub mod present;
#[cfg(feature = "ssr")]
pub mod print;
#[cfg(feature = "ssr")]
pub mod ready;
#[cfg(feature = "ssr")]
pub mod rehearse;
#[cfg(feature = "ssr")]
mod replies;
#[cfg(feature = "ssr")]
pub mod reply;
#[cfg(feature = "ssr")]
pub mod roles;
#[cfg(feature = "ssr")]
mod shown;
#[cfg(feature = "ssr")]
pub mod start;
#[cfg(feature = "ssr")]
pub mod step;
#[cfg(feature = "ssr")]
pub mod talk;
#[cfg(feature = "ssr")]
pub mod window;
#[cfg(feature = "ssr")]
pub(crate) mod words;

pub use live::*;
pub use offline::*;

#[cfg(feature = "ssr")]
mod finding {
    use kinfolio::conference::Conference;
    use kinfolio::id::ConferenceId;
    use kinfolio::language::Language;
    use kinfolio::person::Student;
    use kinfolio::policy::{Action, Relation};
    use kinfolio::store::Conn;
    use kinfolio::words::{Problem, Problems};

    use crate::asking::Asking;
    use crate::fields::Values;
    use crate::refusal::Refusal;
    use crate::shell::Place;

    /// The conference with this id and its student, when whoever asks may do this with it.
    pub(crate) async fn found(
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
    pub(super) fn place(student: &Student) -> Place {
        if student.standing.relation == Relation::Own { Place::Conference } else { Place::Elsewhere }
    }

    /// The language a form says its words are in.
    pub(super) fn language_of(values: &Values, problems: &mut Problems) -> Language {
        Language::tagged(values.get("language")).unwrap_or_else(|| {
            problems.note("language", Problem::Choose);
            Language::english()
        })
    }
}

#[cfg(feature = "ssr")]
pub(crate) use finding::found;
#[cfg(feature = "ssr")]
use finding::{language_of, place};
