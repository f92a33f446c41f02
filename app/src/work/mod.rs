//! Work: adding it, the page that tells its road, revisions, feedback, mastery checks.

#[cfg(feature = "ssr")]
pub mod arriving;
mod autosave;
#[cfg(feature = "ssr")]
pub mod check;
#[cfg(feature = "ssr")]
pub mod compare;
#[cfg(feature = "ssr")]
pub mod describe;
#[cfg(feature = "ssr")]
mod doing;
#[cfg(feature = "ssr")]
pub mod draft;
#[cfg(feature = "ssr")]
pub mod edit;
#[cfg(feature = "ssr")]
pub mod feedback;
#[cfg(feature = "ssr")]
mod fields;
#[cfg(feature = "ssr")]
pub mod files;
#[cfg(feature = "ssr")]
pub mod home;
#[cfg(feature = "ssr")]
mod lacks;
#[cfg(feature = "ssr")]
pub mod list;
#[cfg(feature = "ssr")]
pub(crate) mod names;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod peers;
#[cfg(feature = "ssr")]
pub mod pictures;
#[cfg(feature = "ssr")]
pub mod quick;
#[cfg(feature = "ssr")]
pub mod revision;
#[cfg(feature = "ssr")]
pub mod road;
#[cfg(feature = "ssr")]
mod said;
mod send_at_once;
mod upload;

pub use autosave::*;
#[cfg(feature = "ssr")]
pub use names::*;
pub use send_at_once::*;
pub use upload::*;

#[cfg(feature = "ssr")]
mod finding {
    use kinfolio::id::WorkId;
    use kinfolio::person::Student;
    use kinfolio::policy::Action;
    use kinfolio::store::Conn;
    use kinfolio::work::Work;

    use crate::asking::Asking;
    use crate::refusal::Refusal;

    /// The work with this id and its student, when whoever asks may do this with it.
    pub(super) async fn found(
        asking: &Asking,
        conn: &mut Conn,
        id: &WorkId,
        action: Action,
    ) -> Result<(Work, Student), Refusal> {
        let (work, student) = Work::find(conn, asking.viewer()?, id).await?.ok_or(Refusal::NotFound)?;
        if student.standing.may(action, work.audience) { Ok((work, student)) } else { Err(Refusal::NotFound) }
    }
}

#[cfg(feature = "ssr")]
use finding::found;
