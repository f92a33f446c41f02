//! What matters now to a student.

mod gathered;

pub use gathered::StudentAgenda;

use super::{Over, Phase, TheDay};
use crate::id::{CommitmentId, ConferenceId, ReplyId, StatementId, VersionId, WorkId};
use crate::policy::Audience;
use crate::work::{WorkCard, WorkState};

/// What a student could do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StudentStep {
    /// It is the day, or the evening before.
    Lead(ConferenceId),
    /// The family has chosen a time, and nothing is planned.
    PlanTheDay,
    /// A conference is near and has no moments.
    PlanMoments(ConferenceId),
    /// A conference is near and planned: what is open before it.
    GetReady(ConferenceId),
    /// The family said something back.
    AnswerReply(ReplyId),
    /// The student promised nothing at the last conference.
    Promise(ConferenceId),
    /// The student has not looked back on it.
    LookBack(ConferenceId),
    /// A promise of theirs is asked about.
    SayHowItWent(CommitmentId),
    /// An advisor said *not yet* and how to go on.
    Revise(WorkId),
    /// There is a new revision since, and nobody was asked to look at it.
    AskAgain(WorkId),
    /// Somebody wrote about the latest version of a work, and nobody was asked for a check of it.
    ReadFeedback(WorkId),
    /// A version of the definition waits for their answer.
    Answer(VersionId),
    /// A voice was taken back that a statement grew from: do its words still stand?
    LookAtWording(StatementId),
    /// The day has come to read the definition again.
    ReadAgain,
    /// Nothing is collected yet.
    AddFirst,
    /// A draft waits to be kept.
    FinishDraft(WorkId),
    /// There is no definition yet.
    StartDefinition,
    /// A work could be looked at.
    AskForCheck(WorkId),
    /// A mastered work stands on no shelf.
    PutOnShelf(WorkId),
    /// No conference is planned.
    PlanConference,
    /// All is in hand: something new.
    AddWork,
}

/// What the steps come from.
#[derive(Clone, Debug, Default)]
pub struct StudentFacts<'a> {
    /// The last changed first.
    pub works: &'a [WorkCard],
    /// Works that somebody wrote about lately, the newest words first.
    pub written_about: &'a [WorkId],
    /// A mastered work that stands on no shelf.
    pub loose: Option<WorkId>,
    pub has_definition: bool,
    pub version_to_answer: Option<VersionId>,
    /// A statement whose words are in question.
    pub in_question: Option<StatementId>,
    /// Whether the day has come to read the definition again.
    pub is_to_be_read_again: bool,
    pub day: Option<TheDay>,
    /// Whether its plan has moments.
    pub has_moments: bool,
    /// Whether something is open before it.
    pub is_open: bool,
    pub over: Option<Over>,
    /// What the family said back then and has no answer yet, the oldest first.
    pub reply_to_answer: Option<ReplyId>,
    pub has_promised: bool,
    pub has_looked_back: bool,
    /// The promise that is asked about, the oldest first.
    pub asked: Option<CommitmentId>,
}

/// What matters now, the first thing first; there always is one.
pub fn steps(facts: &StudentFacts<'_>) -> Vec<StudentStep> {
    let mut steps = Vec::new();
    let phase = facts.day.as_ref().map(|day| day.phase);
    let is_planned = facts.has_moments && facts.day.as_ref().is_some_and(|day| day.conference.is_some());
    if phase.is_some_and(Phase::is_the_day) {
        steps.extend(
            facts
                .day
                .as_ref()
                .and_then(|day| day.conference.clone())
                .filter(|_| facts.has_moments)
                .map(StudentStep::Lead),
        );
        steps.extend(preparing(facts));
    }
    steps.extend(afterwards(facts));
    if phase == Some(Phase::Near) && !is_planned {
        steps.extend(preparing(facts));
    }
    steps.extend(not_yet(facts));
    steps.extend(facts.version_to_answer.clone().map(StudentStep::Answer));
    steps.extend(facts.in_question.clone().map(StudentStep::LookAtWording));
    if phase == Some(Phase::Near) && is_planned {
        steps.extend(preparing(facts));
    }
    steps.extend(facts.is_to_be_read_again.then_some(StudentStep::ReadAgain));
    steps.extend(feedback(facts));
    steps.extend(beginnings(facts));
    steps
}

/// What comes before the conference that is next.
fn preparing(facts: &StudentFacts<'_>) -> Option<StudentStep> {
    let day = facts.day.as_ref()?;
    match &day.conference {
        None => Some(StudentStep::PlanTheDay),
        Some(conference) if !facts.has_moments => Some(StudentStep::PlanMoments(conference.clone())),
        Some(conference) => facts.is_open.then(|| StudentStep::GetReady(conference.clone())),
    }
}

/// What comes after the one that is over.
fn afterwards(facts: &StudentFacts<'_>) -> Vec<StudentStep> {
    let mut steps = Vec::new();
    if let Some(over) = facts.over.as_ref().filter(|over| over.is_fresh()) {
        let conference = || over.conference.clone();
        steps.extend(facts.reply_to_answer.clone().map(StudentStep::AnswerReply));
        steps.extend((!facts.has_promised).then(|| StudentStep::Promise(conference())));
        steps.extend((!facts.has_looked_back).then(|| StudentStep::LookBack(conference())));
    }
    steps.extend(facts.asked.clone().map(StudentStep::SayHowItWent));
    steps
}

fn not_yet(facts: &StudentFacts<'_>) -> Option<StudentStep> {
    let card = facts.works.iter().find(|card| card.state == WorkState::NotYet)?;
    let id = card.work.id.clone();
    Some(if card.is_answered { StudentStep::Revise(id) } else { StudentStep::AskAgain(id) })
}

fn feedback(facts: &StudentFacts<'_>) -> Option<StudentStep> {
    let is_unread = |id: &&WorkId| {
        facts.works.iter().any(|card| card.work.id == **id && card.state == WorkState::Kept && card.is_answered)
    };
    facts.written_about.iter().find(is_unread).cloned().map(StudentStep::ReadFeedback)
}

/// What there is to begin, or to go on with.
fn beginnings(facts: &StudentFacts<'_>) -> Vec<StudentStep> {
    if facts.works.is_empty() {
        let definition = (!facts.has_definition).then_some(StudentStep::StartDefinition);
        return [Some(StudentStep::AddFirst), definition].into_iter().flatten().collect();
    }
    let mut steps = Vec::new();
    // A draft without words is nothing that has to be finished.
    let begun = |card: &&WorkCard| card.state == WorkState::Draft && !card.is_empty();
    steps.extend((!facts.has_definition).then_some(StudentStep::StartDefinition));
    // What only the student sees is theirs to keep so: nobody presses them to show it.
    let to_show = |card: &&WorkCard| card.state == WorkState::Kept && card.work.audience != Audience::Me;
    steps.extend(facts.works.iter().find(to_show).map(|card| StudentStep::AskForCheck(card.work.id.clone())));
    steps.extend(facts.loose.clone().map(StudentStep::PutOnShelf));
    match &facts.day {
        None => steps.push(StudentStep::PlanConference),
        Some(day) if day.conference.is_none() && day.phase == Phase::Far => steps.push(StudentStep::PlanTheDay),
        Some(_) => {}
    }
    // A draft waits as long as its student likes: it comes before something new only.
    steps.extend(facts.works.iter().find(begun).map(|card| StudentStep::FinishDraft(card.work.id.clone())));
    steps.push(StudentStep::AddWork);
    steps
}
