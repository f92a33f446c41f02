//! What a family member's steps come from, gathered from what they may see.

use super::{FamilyFacts, FamilyStep, steps};
use crate::agenda::{Over, TheDay};
use crate::at::At;
use crate::commitment::Commitment;
use crate::conference::{CalledOff, Conference};
use crate::definition::{Answered, Contribution, Definition, Question, SchoolWords, Section, Version};
use crate::id::{DefinitionId, VersionId};
use crate::person::{Student, Viewer};
use crate::store::{Conn, StoreError};
use crate::time::Ended;
use crate::voice::Voice;

/// For how many days after a family came they are not asked when they come.
const CAME_DAYS: i64 = 28;

/// What a family's page of a student is made of.
#[derive(Clone, Debug)]
pub struct FamilyAgenda {
    /// What matters now, the first thing first.
    pub steps: Vec<FamilyStep>,
    pub day: Option<TheDay>,
    /// Whether the plan for it has moments.
    pub has_moments: bool,
    /// The last conference that is over.
    pub over: Option<Over>,
    /// The promises of theirs that are asked about.
    pub asked: Vec<Commitment>,
    /// A chosen time that was taken back.
    pub lost: Option<Ended>,
    /// A conference that was called off, where there is no other day.
    pub called_off: Option<CalledOff>,
}

impl FamilyAgenda {
    /// Of a student, as somebody of the family sees them.
    pub async fn of(
        conn: &mut Conn,
        viewer: &Viewer,
        student: &Student,
        words: &SchoolWords,
        now: At,
    ) -> Result<Self, StoreError> {
        let zone = &viewer.time_zone;
        let conferences = student.conferences(conn).await?;
        let chosen = student.chosen_time(conn, now).await?.map(|chosen| chosen.read_by(viewer));
        let lost = student.lost_time(conn, chosen.as_ref(), now).await?;
        let day = TheDay::of(&conferences, chosen.as_ref(), now, zone).map(|day| day.read_by(&viewer.person_id));
        let planned = day.as_ref().and_then(|day| day.conference.as_ref());
        let planned = conferences.iter().find(|conference| Some(&conference.id) == planned);
        let has_moments = match planned {
            Some(planned) => !planned.purposes(conn).await?.is_empty(),
            None => false,
        };
        let over = Over::of(&conferences, now, zone);
        let fresh = over.as_ref().filter(|over| over.is_fresh());
        let fresh = conferences.iter().find(|one| fresh.is_some_and(|over| over.conference == one.id));
        let after = AfterForFamily::of(conn, fresh, viewer, now).await?;
        let mut asked = Commitment::waiting_for(conn, viewer, now).await?;
        asked.retain(|promise| promise.student_id == student.id);
        let (version_to_answer, question) = definition(conn, viewer, student, words).await?;
        let facts = FamilyFacts {
            day: day.clone(),
            over: over.clone(),
            may_reply: after.may_reply,
            has_letter: after.has_letter,
            has_promised: after.has_promised,
            asked: asked.first().map(|promise| promise.id.clone()),
            version_to_answer,
            came_lately: chosen.is_none() && student.came_since(conn, now.plus_days(-CAME_DAYS), now).await?,
            some_times_are_free: chosen.is_none() && !student.free_times(conn, now).await?.is_empty(),
            question,
        };
        let steps = steps(&facts);
        let called_off = if day.is_none() { student.called_off(conn, now).await? } else { None };
        Ok(Self { steps, day, has_moments, over, asked, lost, called_off })
    }
}

/// What became of a conference that was lately.
#[derive(Default)]
struct AfterForFamily {
    may_reply: bool,
    has_letter: bool,
    has_promised: bool,
}

impl AfterForFamily {
    async fn of(
        conn: &mut Conn,
        conference: Option<&Conference>,
        viewer: &Viewer,
        now: At,
    ) -> Result<Self, StoreError> {
        let Some(conference) = conference else { return Ok(Self::default()) };
        let me = &viewer.person_id;
        let replies = conference.replies(conn, me).await?;
        let commitments = conference.commitments(conn).await?;
        let mut own = replies.iter().filter(|reply| reply.author_id == *me && reply.withdrawn_at.is_none());
        Ok(Self {
            may_reply: own.clone().next().is_none() && conference.is_open_for_replies(now, &viewer.time_zone),
            has_letter: own.any(|reply| !reply.letter.is_empty()),
            has_promised: commitments.iter().any(|promise| promise.author_id == *me),
        })
    }
}

type QuestionOf = (DefinitionId, Section, Question);

/// The version that waits for their answer, and the first of the definition's questions they have said nothing to.
async fn definition(
    conn: &mut Conn,
    viewer: &Viewer,
    student: &Student,
    words: &SchoolWords,
) -> Result<(Option<VersionId>, Option<QuestionOf>), StoreError> {
    let Some(definition) = Definition::current_of(conn, &student.school_id, &student.id).await? else {
        return Ok((None, None));
    };
    let definition = definition.looked_at_by(&viewer.person_id);
    let mut to_answer = None;
    if let Some(version) = Version::newest_of(conn, &definition).await? {
        let people = Answered::of_version(conn, &definition, Some(&version.id)).await?;
        let silent = people.iter().any(|person| person.person_id == viewer.person_id && person.answer.is_none());
        let readable = !version.wording.lines(&definition, student.standing).is_empty();
        to_answer = (silent && readable && version.affirmed_at.is_none()).then_some(version.id);
    }
    let said = Contribution::of_definition(conn, &definition, student.standing).await?;
    let question = definition.sections(student.standing).into_iter().find_map(|section| {
        let mut questions = words.questions(section, Voice::Family).into_iter();
        let question = questions.find(|question| !question.is_answered(&said, &viewer.person_id))?;
        Some((definition.id.clone(), section, question))
    });
    Ok((to_answer, question))
}
