//! Recordings that a conference holds: what a moment opens with, what a family says back, and a run-through.

use crate::conference::Conference;
use crate::id::{ConferenceId, SoundId};
use crate::person::{Student, Viewer};
use crate::policy::{Action, Audience};
use crate::store::{Conn, StoreError, all};

/// Whether the viewer may see something here that holds this recording; `None` when nothing here does.
pub(crate) async fn may_hear(conn: &mut Conn, viewer: &Viewer, id: &SoundId) -> Result<Option<bool>, StoreError> {
    let places: Vec<(ConferenceId, Audience)> = all!(
        conn,
        "SELECT conference_id, 'family' AS audience FROM moment WHERE school_id = $1 AND opening_id = $2
         UNION SELECT conference_id, 'family' FROM reply WHERE school_id = $1 AND sound_id = $2
         UNION SELECT conference_id, heard_by FROM rehearsal WHERE school_id = $1 AND sound_id = $2",
        &viewer.school_id,
        id
    )?;
    if places.is_empty() {
        return Ok(None);
    }
    for (id, audience) in places {
        let Some(conference) = Conference::find(conn, &viewer.school_id, &id).await? else { continue };
        let student = Student::seen_by(conn, viewer, &conference.student_id).await?;
        if student.is_some_and(|student| student.standing.may(Action::SeeConference, audience)) {
            return Ok(Some(true));
        }
    }
    Ok(Some(false))
}
