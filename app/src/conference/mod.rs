//! The conference: planning it, leading it, and what is said back.

#[cfg(feature = "ssr")]
pub mod edit;
#[cfg(feature = "ssr")]
pub mod moment;
#[cfg(feature = "ssr")]
mod names;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod present;
mod presenter;
#[cfg(feature = "ssr")]
pub mod reply;
#[cfg(feature = "ssr")]
pub mod start;

pub use presenter::*;

#[cfg(feature = "ssr")]
mod finding {
    use kinfolio::conference::Conference;
    use kinfolio::definition::{Definition, Statement};
    use kinfolio::id::ConferenceId;
    use kinfolio::person::Student;
    use kinfolio::policy::Action;
    use kinfolio::store::Conn;

    use crate::asking::Asking;
    use crate::refusal::Refusal;

    /// The conference with this id and its student, when whoever asks may do this with it.
    pub(super) async fn found(
        asking: &Asking,
        conn: &mut Conn,
        id: &ConferenceId,
        action: Action,
    ) -> Result<(Conference, Student), Refusal> {
        let school = &asking.viewer()?.school_id;
        let conference = Conference::find(conn, school, id).await?.ok_or(Refusal::NotFound)?;
        let student = asking.student(conn, &conference.student_id, action).await?;
        Ok((conference, student))
    }

    /// The statements of a student's definition, as far as whoever asks may see them.
    pub(super) async fn statements(conn: &mut Conn, student: &Student) -> Result<Vec<Statement>, Refusal> {
        Ok(match Definition::current_of(conn, &student.school_id, &student.id).await? {
            Some(definition) => Statement::of_definition(conn, &definition, student.standing).await?,
            None => Vec::new(),
        })
    }
}

#[cfg(feature = "ssr")]
use finding::{found, statements};
