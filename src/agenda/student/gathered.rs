//! What a student's steps come from, gathered from everything that is the student's own.

use super::{StudentFacts, StudentStep, steps};
use crate::agenda::{FRESH_DAYS, Over, TheDay};
use crate::at::At;
use crate::commitment::Commitment;
use crate::conference::Conference;
use crate::conference::ready::{Progress, SchoolList};
use crate::day::Day;
use crate::definition::{Definition, Statement, Version};
use crate::id::WorkId;
use crate::person::{Student, Viewer};
use crate::portfolio::Portfolio;
use crate::store::{Conn, StoreError};
use crate::work::{LatelySaid, Work, WorkCard};

/// How many of the words that were said lately are read.
const FEW: i64 = 4;

/// What a student's home is made of.
#[derive(Clone, Debug)]
pub struct StudentAgenda {
    /// What matters now, the first thing first.
    pub steps: Vec<StudentStep>,
    pub day: Option<TheDay>,
    /// Of the plan for the day.
    pub progress: Option<Progress>,
    /// The last conference that is over.
    pub over: Option<Over>,
    /// The last changed first.
    pub works: Vec<WorkCard>,
    pub heard: Vec<LatelySaid>,
    /// The student's own promises that are asked about.
    pub asked: Vec<Commitment>,
    pub definition: Option<Definition>,
}

impl StudentAgenda {
    /// Of a student, who looks.
    pub async fn of(conn: &mut Conn, viewer: &Viewer, student: &Student, now: At) -> Result<Self, StoreError> {
        let zone = &viewer.time_zone;
        let works = Work::of_student(conn, student).await?;
        let heard = LatelySaid::lately(conn, student, now.plus_days(-FRESH_DAYS), FEW).await?;
        let written_about: Vec<WorkId> = heard.iter().map(|heard| heard.work_id.clone()).collect();
        let definition = Definition::current_of(conn, &student.school_id, &student.id).await?;
        let mut version_to_answer = None;
        if let Some(definition) = &definition
            && let Some(version) = Version::newest_of(conn, definition).await?
            && version.affirmed_at.is_none()
            && !version.is_answered_by(conn, &student.school_id, &student.id).await?
        {
            version_to_answer = Some(version.id);
        }
        let current = definition.iter().map(|definition| &definition.id);
        let in_question = Statement::in_question_of_each(conn, &student.school_id, current).await?.into_iter().next();
        let conferences = student.conferences(conn).await?;
        let chosen = student.chosen_time(conn, now).await?;
        let day = TheDay::of(&conferences, chosen.as_ref(), now, zone).map(|day| day.read_by(&viewer.person_id));
        let planned = day.as_ref().and_then(|day| day.conference.as_ref());
        let planned = conferences.iter().find(|conference| Some(&conference.id) == planned);
        let progress = match planned {
            Some(planned) => {
                let list = SchoolList::of(conn, &student.school_id).await?;
                Progress::of_each(conn, &student.school_id, &list, &[planned]).await?.remove(&planned.id)
            }
            None => None,
        };
        let over = Over::of(&conferences, now, zone);
        let fresh = over.as_ref().filter(|over| over.is_fresh());
        let fresh = conferences.iter().find(|one| fresh.is_some_and(|over| over.conference == one.id));
        let after = AfterForStudent::of(conn, fresh, viewer).await?;
        let asked = Commitment::waiting_for(conn, viewer, now).await?;
        let loose = Portfolio::loose(conn, student).await?.into_iter().next().map(|stand| stand.work);
        let today = Day::of(now, zone);
        let facts = StudentFacts {
            works: &works,
            written_about: &written_about,
            loose,
            has_definition: definition.is_some(),
            version_to_answer,
            in_question: in_question.map(|one| one.statement_id),
            is_to_be_read_again: definition.as_ref().is_some_and(|definition| definition.is_to_be_read_again(today)),
            day: day.clone(),
            has_moments: progress.as_ref().is_some_and(|progress| progress.is_begun),
            is_open: progress.as_ref().is_some_and(|progress| !progress.checklist.is_ready()),
            over: over.clone(),
            reply_to_answer: after.reply_to_answer,
            has_promised: after.has_promised,
            has_looked_back: after.has_looked_back,
            asked: asked.first().map(|promise| promise.id.clone()),
        };
        let steps = steps(&facts);
        Ok(Self { steps, day, progress, over, works, heard, asked, definition })
    }
}

/// What became of a conference that was lately.
#[derive(Default)]
struct AfterForStudent {
    reply_to_answer: Option<crate::id::ReplyId>,
    has_promised: bool,
    has_looked_back: bool,
}

impl AfterForStudent {
    async fn of(conn: &mut Conn, conference: Option<&Conference>, viewer: &Viewer) -> Result<Self, StoreError> {
        let Some(conference) = conference else { return Ok(Self::default()) };
        let me = &viewer.person_id;
        let mut replies = conference.replies(conn, me).await?.into_iter();
        let commitments = conference.commitments(conn).await?;
        let afterwords = conference.afterwords(conn).await?;
        Ok(Self {
            reply_to_answer: replies
                .find(|reply| reply.letter.is_empty() && reply.withdrawn_at.is_none())
                .map(|reply| reply.id),
            has_promised: commitments.iter().any(|promise| promise.author_id == *me),
            has_looked_back: afterwords.iter().any(|words| words.author_id == *me),
        })
    }
}
