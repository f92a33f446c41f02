//! What matters now to somebody of a student's family.

mod gathered;
mod news;

pub use gathered::FamilyAgenda;
pub use news::{FamilyNews, FamilyNewsKind, NewSince};
pub(crate) use news::{last_read, new_since};

use super::{Over, Phase, TheDay};
use crate::definition::{Question, Section};
use crate::id::{CommitmentId, ConferenceId, DefinitionId, VersionId};

/// What somebody of the family could do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FamilyStep {
    /// It is the day, or the evening before: come, or follow it from where they are. None where nothing is planned yet.
    Come(Option<ConferenceId>),
    /// Say something back.
    Reply(ConferenceId),
    /// The student wrote back.
    ReadLetter(ConferenceId),
    /// Promise something.
    Promise(ConferenceId),
    /// A promise of theirs is asked about.
    SayHowItWent(CommitmentId),
    /// A version of the definition waits for their answer.
    AnswerVersion(VersionId),
    /// Say when they come.
    ChooseTime,
    /// One of the definition's questions.
    AnswerQuestion(DefinitionId, Section, Question),
    /// Look at what the student has collected.
    Look,
}

impl FamilyStep {
    /// The order of what is asked, where there are several students.
    pub fn rank(&self) -> u8 {
        match self {
            Self::Come(_) => 0,
            Self::Reply(_) => 1,
            Self::ReadLetter(_) => 2,
            Self::Promise(_) => 3,
            Self::SayHowItWent(_) => 4,
            Self::ChooseTime => 5,
            Self::AnswerVersion(_) => 6,
            Self::AnswerQuestion(..) => 7,
            Self::Look => 8,
        }
    }
}

/// What the steps come from.
#[derive(Clone, Debug, Default)]
pub struct FamilyFacts {
    pub day: Option<TheDay>,
    pub over: Option<Over>,
    /// Whether the last conference still takes what they say back, and they said nothing.
    pub may_reply: bool,
    /// Whether the student wrote back to what they said.
    pub has_letter: bool,
    pub has_promised: bool,
    /// The promise that is asked about, the oldest first.
    pub asked: Option<CommitmentId>,
    pub version_to_answer: Option<VersionId>,
    /// Whether they came at a time they had chosen, some weeks ago at most.
    pub came_lately: bool,
    /// Whether there are times that nobody has chosen.
    pub some_times_are_free: bool,
    pub question: Option<(DefinitionId, Section, Question)>,
}

/// What matters now, the first thing first; there always is one.
pub fn steps(facts: &FamilyFacts) -> Vec<FamilyStep> {
    let mut steps = Vec::new();
    let phase = facts.day.as_ref().map(|day| day.phase);
    let watched = facts.day.as_ref().is_some_and(|day| day.is_watched_at_home);
    if phase.is_some_and(Phase::is_the_day) && !watched {
        steps.extend(facts.day.as_ref().map(|day| FamilyStep::Come(day.conference.clone())));
    }
    if let Some(over) = facts.over.as_ref().filter(|over| over.is_fresh()) {
        let conference = || over.conference.clone();
        steps.extend(facts.may_reply.then(|| FamilyStep::Reply(conference())));
        steps.extend(facts.has_letter.then(|| FamilyStep::ReadLetter(conference())));
        steps.extend((!facts.has_promised).then(|| FamilyStep::Promise(conference())));
    }
    steps.extend(facts.asked.clone().map(FamilyStep::SayHowItWent));
    steps.extend(asks_for_a_time(facts).then_some(FamilyStep::ChooseTime));
    steps.extend(facts.version_to_answer.clone().map(FamilyStep::AnswerVersion));
    steps.extend(
        facts
            .question
            .clone()
            .map(|(definition, section, question)| FamilyStep::AnswerQuestion(definition, section, question)),
    );
    steps.push(FamilyStep::Look);
    debug_assert!(steps.is_sorted_by_key(FamilyStep::rank));
    steps
}

/// Whether the family is asked when they come: never for a conference that is over, nor for the one that is on.
pub fn asks_for_a_time(facts: &FamilyFacts) -> bool {
    let is_open = match &facts.day {
        Some(day) => day.chosen.is_none() && !day.is_watched_at_home && matches!(day.phase, Phase::Far | Phase::Near),
        // Where nothing is planned, the last one has to be a while ago.
        None => !facts.came_lately && facts.over.as_ref().is_none_or(|over| over.phase > Phase::Quiet),
    };
    facts.some_times_are_free && is_open
}
