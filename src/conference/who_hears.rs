//! Recordings that a conference holds: what a moment opens with, what a family says back, and a run-through.

use crate::conference::Conference;
use crate::hidden::in_sight;
use crate::id::{ConferenceId, SoundId};
use crate::person::{Student, Viewer};
use crate::policy::{Action, Audience};
use crate::store::{Conn, StoreError, all};

/// Whether the viewer may see something here that holds this recording; `None` when nothing here does.
pub(crate) async fn may_hear(conn: &mut Conn, viewer: &Viewer, id: &SoundId) -> Result<Option<bool>, StoreError> {
    let places: Vec<(ConferenceId, Audience, i64)> = all!(
        conn,
        concat!(
            "SELECT conference_id, 'family' AS audience, CAST(1 AS BIGINT) AS there FROM moment
             WHERE school_id = $1 AND opening_id = $2
             UNION SELECT conference_id, 'family', CAST(CASE WHEN ",
            in_sight!("reply", "$3"),
            " THEN 1 ELSE 0 END AS BIGINT) FROM reply WHERE school_id = $1 AND sound_id = $2
             UNION SELECT conference_id, heard_by, CAST(1 AS BIGINT) FROM rehearsal
             WHERE school_id = $1 AND sound_id = $2"
        ),
        &viewer.school_id,
        id,
        &viewer.person_id
    )?;
    if places.is_empty() {
        return Ok(None);
    }
    // Words that are hidden are there for nobody but whoever said them.
    for (id, audience, _) in places.into_iter().filter(|(.., there)| *there == 1) {
        let Some(conference) = Conference::find(conn, &viewer.school_id, &id).await? else { continue };
        let student = Student::seen_by(conn, viewer, &conference.student_id).await?;
        if student.is_some_and(|student| student.standing.may(Action::SeeConference, audience)) {
            return Ok(Some(true));
        }
    }
    Ok(Some(false))
}
