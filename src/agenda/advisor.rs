//! What matters now to an advisor: of each student, as far as the advisor may see it, and all of it in one order. Students
//! are never compared: what is first is what waits, whoever it is about.

mod gathered;
mod news;
mod unread;

pub use gathered::{AdvisorAgenda, BoardLine, Missing};
pub use news::{LatelyHeard, NewsKind};
pub use unread::CannotRead;

use super::{Phase, PutOff, TheDay};
use crate::at::At;
use crate::grant::AskedAnew;
use crate::id::{CommitmentId, ConferenceId, PersonId, StatementId, VersionId, WorkId};
use crate::worry::WaitingWorry;

/// After how many days without a sign of a student the advisor is told.
const SILENT_DAYS: i64 = 21;

/// What an advisor could do next about a student.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AdvisorStep {
    /// Somebody worries about this child, whoever accompanies them, and the advisor is one of those who hear of it.
    HearWorry(WaitingWorry),
    /// Their conference is today, or tomorrow: follow it.
    Follow(Option<ConferenceId>),
    /// A promise of the advisor's is asked about.
    SayHowItWent(CommitmentId),
    AnswerCheck(WorkId),
    /// A version of the definition waits for the advisor's own answer.
    AnswerVersion(VersionId),
    /// A voice was taken back that a statement grew from: do its words still stand?
    LookAtWording(StatementId),
    Read(LatelyHeard),
    /// A conference is near and nothing is planned.
    HelpPlan(Option<ConferenceId>),
    /// Somebody of the family cannot read what was agreed: it can be put into one of their languages.
    Translate(CannotRead),
    /// Nobody of the school has said anything in the definition.
    AddVoice,
    /// It is time to read the definition again.
    ReadAgain,
    /// Somebody's link ran out, and they ask for a new one.
    OpenAnew(AskedAnew),
    /// Nobody of the family has a link that opens.
    OpenToFamily,
    /// The student never signed in.
    HelpSignIn,
    /// Nothing was heard of the student for weeks.
    LookIn,
}

impl AdvisorStep {
    /// The order of what waits.
    fn rank(&self) -> u8 {
        match self {
            Self::HearWorry(_) => 0,
            Self::Follow(_) => 1,
            Self::SayHowItWent(_) => 2,
            Self::AnswerCheck(_) => 3,
            Self::AnswerVersion(_) => 4,
            Self::OpenAnew(_) => 5,
            Self::LookAtWording(_) => 6,
            Self::Read(_) => 7,
            Self::HelpPlan(_) => 8,
            Self::Translate(_) => 9,
            Self::AddVoice => 10,
            Self::ReadAgain => 11,
            Self::OpenToFamily => 12,
            Self::HelpSignIn => 13,
            Self::LookIn => 14,
        }
    }

    /// Whether it can be put off: a worry waits until it was opened.
    pub fn can_be_put_off(&self) -> bool {
        !matches!(self, Self::HearWorry(_))
    }
}

/// A step, whom it is about, and since when it waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingStep {
    pub student: PersonId,
    pub step: AdvisorStep,
    /// A conference has the time it begins at here.
    pub since: At,
}

impl WaitingStep {
    /// What it is put off by: the same as long as it is the same thing that waits.
    pub fn key(&self) -> String {
        let student = &self.student;
        match &self.step {
            AdvisorStep::HearWorry(worry) => format!("worry:{}:{}", worry.id, self.since.0),
            AdvisorStep::Follow(_) => format!("follow:{student}:{}", self.since.0),
            AdvisorStep::SayHowItWent(id) => format!("promise:{id}"),
            AdvisorStep::AnswerCheck(id) => format!("check:{id}:{}", self.since.0),
            AdvisorStep::AnswerVersion(id) => format!("version:{id}"),
            AdvisorStep::LookAtWording(id) => format!("wording:{id}:{}", self.since.0),
            AdvisorStep::Read(news) => format!("{}:{}", news.kind.as_str(), news.id),
            AdvisorStep::HelpPlan(_) => format!("plan:{student}:{}", self.since.0),
            AdvisorStep::Translate(_) => format!("unread:{student}"),
            AdvisorStep::AddVoice => format!("voice:{student}"),
            AdvisorStep::ReadAgain => format!("read-again:{student}"),
            AdvisorStep::OpenAnew(asked) => format!("link:{student}:{}", asked.grant_id),
            AdvisorStep::OpenToFamily => format!("family:{student}"),
            AdvisorStep::HelpSignIn => format!("sign-in:{student}"),
            AdvisorStep::LookIn => format!("silent:{student}"),
        }
    }
}

/// What the steps about one student come from.
#[derive(Clone, Debug)]
pub struct AdvisorFacts {
    pub student: PersonId,
    pub day: Option<TheDay>,
    /// Whether its plan has moments.
    pub has_moments: bool,
    /// Works whose check waits, and since when.
    pub checks: Vec<(WorkId, At)>,
    /// A version that waits for this advisor, and since when.
    pub version_to_answer: Option<(VersionId, At)>,
    /// Statements whose words are in question, and since when.
    pub in_question: Vec<(StatementId, At)>,
    /// Who of the family cannot read what was agreed.
    pub cannot_read: Option<CannotRead>,
    /// Whether somebody of the school has said something in the definition; none where there is no definition.
    pub has_school_voice: Option<bool>,
    pub is_to_be_read_again: bool,
    /// What was said lately, by others.
    pub news: Vec<LatelyHeard>,
    pub has_signed_in: bool,
    pub family_has_a_way_in: bool,
    /// Who of the family asks for a new link.
    pub asked_anew: Vec<AskedAnew>,
    /// When there was a sign of the student last.
    pub last_heard: Option<At>,
}

/// What matters now about one student, in no order yet.
pub fn steps(facts: &AdvisorFacts, now: At) -> Vec<WaitingStep> {
    let mut waiting = Vec::new();
    let mut add = |step, since| waiting.push(WaitingStep { student: facts.student.clone(), step, since });
    if let Some(day) = &facts.day {
        let meets = !day.is_watched_at_home;
        if day.phase.is_the_day() && meets {
            add(AdvisorStep::Follow(day.conference.clone()), day.starts_at);
        } else if day.phase == Phase::Near && !facts.has_moments {
            add(AdvisorStep::HelpPlan(day.conference.clone()), day.starts_at);
        }
    }
    for (work, since) in &facts.checks {
        add(AdvisorStep::AnswerCheck(work.clone()), *since);
    }
    if let Some((version, since)) = &facts.version_to_answer {
        add(AdvisorStep::AnswerVersion(version.clone()), *since);
    }
    for (statement, since) in &facts.in_question {
        add(AdvisorStep::LookAtWording(statement.clone()), *since);
    }
    for news in &facts.news {
        add(AdvisorStep::Read(news.clone()), news.at);
    }
    if let Some(cannot_read) = &facts.cannot_read {
        add(AdvisorStep::Translate(cannot_read.clone()), now);
    }
    if facts.has_school_voice == Some(false) {
        add(AdvisorStep::AddVoice, now);
    }
    if facts.is_to_be_read_again {
        add(AdvisorStep::ReadAgain, now);
    }
    for asked in &facts.asked_anew {
        add(AdvisorStep::OpenAnew(asked.clone()), asked.at);
    }
    if !facts.family_has_a_way_in && facts.asked_anew.is_empty() {
        add(AdvisorStep::OpenToFamily, now);
    }
    match facts.last_heard {
        _ if !facts.has_signed_in => add(AdvisorStep::HelpSignIn, now),
        Some(last) if last.plus_days(SILENT_DAYS) <= now => add(AdvisorStep::LookIn, last),
        _ => {}
    }
    waiting
}

/// All that waits, in order: what comes first, then what waits longest; and apart from it what was put off, until its day.
pub fn in_order(
    mut waiting: Vec<WaitingStep>,
    put_off: &[PutOff],
    today: crate::day::Day,
) -> (Vec<WaitingStep>, Vec<WaitingStep>) {
    waiting.sort_by_key(|waiting| (waiting.step.rank(), waiting.since, waiting.student.clone()));
    waiting.into_iter().partition(|waiting| {
        let key = waiting.key();
        !waiting.step.can_be_put_off() || !put_off.iter().any(|put_off| put_off.step == key && put_off.is_off(today))
    })
}
