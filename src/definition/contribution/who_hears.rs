//! Recordings and photos that words of a definition hold: contributions, now or, for their author alone, in earlier words; and
//! answers to a version.

use crate::definition::{Definition, Section};
use crate::hidden::in_sight;
use crate::id::{DefinitionId, PhotoId, SoundId};
use crate::person::{Student, Viewer};
use crate::store::{Conn, StoreError, all};

/// Where it is held, and whether it is there for whoever looks: earlier words are their author's alone, and hidden ones are for
/// nobody else either. Without a section it is an answer, which is read by everybody who reads anything of the definition.
type HeldIn = (DefinitionId, Option<Section>, i64);

/// In SQL: where something is held in this column.
macro_rules! held_in {
    ($column:literal) => {
        concat!(
            "SELECT definition_id, section, CAST(CASE WHEN ",
            in_sight!("contribution", "$3"),
            " THEN 1 ELSE 0 END AS BIGINT) AS there
             FROM contribution WHERE school_id = $1 AND ",
            $column,
            " = $2
             UNION SELECT definition_id, section, CAST(CASE WHEN author_id = $3 THEN 1 ELSE 0 END AS BIGINT)
             FROM contribution_wording wording JOIN contribution ON contribution.id = wording.contribution_id
             WHERE wording.school_id = $1 AND wording.",
            $column,
            " = $2
             UNION SELECT definition_id, NULL, CAST(1 AS BIGINT) FROM affirmation
             JOIN definition_version ON definition_version.id = version_id
             WHERE affirmation.school_id = $1 AND affirmation.",
            $column,
            " = $2"
        )
    };
}

/// Whether the viewer may see something here that holds this recording; `None` when nothing here does.
pub(crate) async fn may_hear(conn: &mut Conn, viewer: &Viewer, id: &SoundId) -> Result<Option<bool>, StoreError> {
    let places: Vec<HeldIn> = all!(conn, held_in!("sound_id"), &viewer.school_id, id, &viewer.person_id)?;
    may_see_any(conn, viewer, places).await
}

/// Whether the viewer may see something here that holds this photo; `None` when nothing here does.
pub(crate) async fn may_see_photo(conn: &mut Conn, viewer: &Viewer, id: &PhotoId) -> Result<Option<bool>, StoreError> {
    let places: Vec<HeldIn> = all!(conn, held_in!("photo_id"), &viewer.school_id, id, &viewer.person_id)?;
    may_see_any(conn, viewer, places).await
}

async fn may_see_any(conn: &mut Conn, viewer: &Viewer, places: Vec<HeldIn>) -> Result<Option<bool>, StoreError> {
    if places.is_empty() {
        return Ok(None);
    }
    for (id, section, _) in places.into_iter().filter(|(.., there)| *there == 1) {
        let Some(definition) = Definition::find(conn, &viewer.school_id, &id).await? else { continue };
        let Some(student) = Student::seen_by(conn, viewer, &definition.student_id).await? else { continue };
        let open = definition.looked_at_by(&viewer.person_id).sections(student.standing);
        if section.map_or(!open.is_empty(), |section| open.contains(&section)) {
            return Ok(Some(true));
        }
    }
    Ok(Some(false))
}
