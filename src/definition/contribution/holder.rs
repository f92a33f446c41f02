//! What holds a recording or a photo, and so says who may hear or see it.

use crate::conference::Conference;
use crate::definition::{Definition, Section};
use crate::id::{ConferenceId, DefinitionId, PersonId, PhotoId, SchoolId, SoundId};
use crate::person::{Student, Viewer};
use crate::policy::{Action, Audience};
use crate::store::{Conn, StoreError, all};
use crate::testimony::Testimony;

/// What holds it: a contribution, now or in earlier words, an answer to a version; or a conference.
#[derive(Clone, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Holder {
    definition_id: Option<DefinitionId>,
    /// `None`: an answer, which is read by everybody who reads anything of the definition.
    section: Option<Section>,
    /// A moment that opens with it, or a run-through.
    conference_id: Option<ConferenceId>,
    /// Whom a conference shows it to.
    audience: Option<Audience>,
    /// What a family member tells.
    #[sqlx(skip)]
    testimony: Option<Box<Testimony>>,
}

impl From<Testimony> for Holder {
    fn from(testimony: Testimony) -> Self {
        Self { testimony: Some(Box::new(testimony)), ..Self::default() }
    }
}

impl Holder {
    /// What holds a recording.
    pub async fn of_sound(conn: &mut Conn, school: &SchoolId, id: &SoundId) -> Result<Vec<Self>, StoreError> {
        let told = Testimony::with_sound(conn, school, id).await?;
        let mut holders: Vec<Self> = all!(
            conn,
            "SELECT definition_id, section, NULL AS conference_id, NULL AS audience
                FROM contribution WHERE school_id = $1 AND sound_id = $2
             UNION SELECT definition_id, section, NULL, NULL FROM contribution_wording wording
                JOIN contribution ON contribution.id = wording.contribution_id
                WHERE wording.school_id = $1 AND wording.sound_id = $2
             UNION SELECT definition_id, NULL, NULL, NULL FROM affirmation
                JOIN definition_version ON definition_version.id = version_id
                WHERE affirmation.school_id = $1 AND affirmation.sound_id = $2
             UNION SELECT NULL, NULL, conference_id, 'family' FROM moment WHERE school_id = $1 AND opening_id = $2
             UNION SELECT NULL, NULL, conference_id, 'family' FROM reply WHERE school_id = $1 AND sound_id = $2
             UNION SELECT NULL, NULL, conference_id, heard_by FROM rehearsal WHERE school_id = $1 AND sound_id = $2",
            school,
            id
        )?;
        holders.extend(told.into_iter().map(Self::from));
        Ok(holders)
    }

    /// What holds a photo.
    pub async fn of_photo(conn: &mut Conn, school: &SchoolId, id: &PhotoId) -> Result<Vec<Self>, StoreError> {
        let told = Testimony::with_photo(conn, school, id).await?;
        let mut holders: Vec<Self> = all!(
            conn,
            "SELECT definition_id, section, NULL AS conference_id, NULL AS audience
                FROM contribution WHERE school_id = $1 AND photo_id = $2
             UNION SELECT definition_id, section, NULL, NULL FROM contribution_wording wording
                JOIN contribution ON contribution.id = wording.contribution_id
                WHERE wording.school_id = $1 AND wording.photo_id = $2
             UNION SELECT definition_id, NULL, NULL, NULL FROM affirmation
                JOIN definition_version ON definition_version.id = version_id
                WHERE affirmation.school_id = $1 AND affirmation.photo_id = $2",
            school,
            id
        )?;
        holders.extend(told.into_iter().map(Self::from));
        Ok(holders)
    }

    /// Whether any of these is open to the viewer. What nothing holds yet is open to whoever brought it, and to nobody
    /// else; once something holds it, having brought it opens nothing.
    pub async fn show(
        conn: &mut Conn,
        holders: &[Self],
        viewer: &Viewer,
        brought_by: &PersonId,
    ) -> Result<bool, StoreError> {
        for holder in holders {
            if let Some(testimony) = &holder.testimony
                && testimony.is_open_to(conn, viewer).await?
            {
                return Ok(true);
            }
            if let (Some(id), Some(audience)) = (&holder.conference_id, holder.audience) {
                let Some(conference) = Conference::find(conn, &viewer.school_id, id).await? else { continue };
                let student = Student::seen_by(conn, viewer, &conference.student_id).await?;
                if student.is_some_and(|student| student.standing.may(Action::SeeConference, audience)) {
                    return Ok(true);
                }
            }
            let Some(id) = &holder.definition_id else { continue };
            let found = Definition::find(conn, &viewer.school_id, id).await?;
            let Some(definition) = found else { continue };
            let Some(student) = Student::seen_by(conn, viewer, &definition.student_id).await? else { continue };
            let open = definition.looked_at_by(&viewer.person_id).sections(student.standing);
            if holder.section.map_or(!open.is_empty(), |section| open.contains(&section)) {
                return Ok(true);
            }
        }
        Ok(holders.is_empty() && viewer.person_id == *brought_by)
    }
}
