//! Somebody as one who looks, though nobody is signed in: for what is done for them behind the scenes.

use super::Viewer;
use crate::id::{PersonId, SchoolId};
use crate::store::{Conn, StoreError, maybe};

impl Viewer {
    /// Somebody of this school, as they look when they come in, whichever way.
    pub async fn of(conn: &mut Conn, school: &SchoolId, person: &PersonId) -> Result<Option<Self>, StoreError> {
        maybe!(
            conn,
            "SELECT person.id AS person_id, person.school_id, person.role, person.name, person.called, person.languages,
                person.writes_in, NULL AS grant_id, NULL AS cues_of, school.name AS school_name, school.time_zone,
                school.languages AS school_languages, school.words_version AS school_words_version, person.device_key
             FROM person JOIN school ON school.id = person.school_id
             WHERE person.school_id = $1 AND person.id = $2 AND person.left_at IS NULL",
            school,
            person
        )
    }
}
