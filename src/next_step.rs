//! The one next step of a student: what waits for them most, first.

use crate::id::{ConferenceId, VersionId, WorkId};
use crate::policy::Audience;
use crate::work::{WorkCard, WorkState};

/// How near a conference without a plan has to be before it comes first, in milliseconds: two weeks.
pub const NEAR: i64 = 14 * 24 * 60 * 60 * 1000;
/// For how many days something that was said is worth coming back to first.
pub const FRESH_DAYS: i64 = 14;

/// What a student could do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// An advisor said *not yet* and how to go on.
    Revise(WorkId),
    /// There is a new revision since, and nobody was asked to look at it.
    AskAgain(WorkId),
    /// Somebody wrote about the latest version of a work, and nobody was asked for a check of it.
    ReadFeedback(WorkId),
    /// A version of the definition waits for their answer.
    Answer(VersionId),
    /// The day has come to read the definition again.
    ReadAgain,
    /// A conference is near and has no moments.
    PlanMoments(ConferenceId),
    /// A conference is near and planned.
    LookThrough(ConferenceId),
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

/// What the step is chosen from.
#[derive(Clone, Debug, Default)]
pub struct StepFacts<'a> {
    /// The last changed first.
    pub works: &'a [WorkCard],
    /// Works that somebody wrote about in the last [`FRESH_DAYS`], the newest words first.
    pub written_about: &'a [WorkId],
    /// A mastered work that stands on no shelf.
    pub loose: Option<WorkId>,
    pub has_definition: bool,
    pub version_to_answer: Option<VersionId>,
    /// Whether the day has come to read the definition again.
    pub is_to_be_read_again: bool,
    /// The next conference, how far away it is in milliseconds, and whether it has moments.
    pub conference: Option<(ConferenceId, i64, bool)>,
}

/// The one next step.
pub fn next_step(facts: StepFacts<'_>) -> NextStep {
    let in_state = |state: WorkState| facts.works.iter().find(move |card| card.state == state);
    let near = facts.conference.as_ref().filter(|(_, away, _)| *away <= NEAR);
    if let Some(card) = in_state(WorkState::NotYet) {
        let id = card.work.id.clone();
        return if card.is_answered { NextStep::Revise(id) } else { NextStep::AskAgain(id) };
    }
    if let Some((id, _, false)) = near {
        return NextStep::PlanMoments(id.clone());
    }
    if let Some(version) = facts.version_to_answer {
        return NextStep::Answer(version);
    }
    if let Some((id, _, true)) = near {
        return NextStep::LookThrough(id.clone());
    }
    if facts.is_to_be_read_again {
        return NextStep::ReadAgain;
    }
    let is_unread = |id: &&WorkId| {
        facts.works.iter().any(|card| card.work.id == **id && card.state == WorkState::Kept && card.is_answered)
    };
    if let Some(id) = facts.written_about.iter().find(is_unread) {
        return NextStep::ReadFeedback(id.clone());
    }
    if facts.works.is_empty() {
        return NextStep::AddFirst;
    }
    if let Some(card) = in_state(WorkState::Draft) {
        return NextStep::FinishDraft(card.work.id.clone());
    }
    if !facts.has_definition {
        return NextStep::StartDefinition;
    }
    // What only the student sees is theirs to keep so: nobody presses them to show it.
    let to_show = |card: &&WorkCard| card.state == WorkState::Kept && card.work.audience != Audience::Me;
    if let Some(card) = facts.works.iter().find(to_show) {
        return NextStep::AskForCheck(card.work.id.clone());
    }
    if let Some(id) = facts.loose {
        return NextStep::PutOnShelf(id);
    }
    if facts.conference.is_none() { NextStep::PlanConference } else { NextStep::AddWork }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::at::At;
    use crate::id::{PersonId, SchoolId};
    use crate::language::Language;
    use crate::work::{Work, WorkForm};

    fn card(state: WorkState, is_answered: bool) -> WorkCard {
        let work = Work {
            id: WorkId::new(),
            school_id: SchoolId::new(),
            student_id: PersonId::new(),
            title: "Clinic words".into(),
            form: WorkForm::Writing,
            language: Language::english(),
            audience: Audience::Advisor,
            kept_at: (state != WorkState::Draft).then_some(At(0)),
            version: 1,
            changed_at: At(0),
        };
        WorkCard { work, state, text: String::new(), picture: None, is_answered }
    }

    #[test]
    fn a_student_with_nothing_begins_with_a_work() {
        assert_eq!(next_step(StepFacts::default()), NextStep::AddFirst);
    }

    #[test]
    fn not_yet_comes_before_everything_else() {
        let works = [card(WorkState::Draft, false), card(WorkState::NotYet, true)];
        let facts =
            StepFacts { works: &works, conference: Some((ConferenceId::new(), 0, false)), ..StepFacts::default() };
        assert_eq!(next_step(facts), NextStep::Revise(works[1].work.id.clone()));
    }

    #[test]
    fn after_a_new_revision_the_step_is_to_ask_again() {
        let works = [card(WorkState::NotYet, false)];
        let facts = StepFacts { works: &works, ..StepFacts::default() };
        assert_eq!(next_step(facts), NextStep::AskAgain(works[0].work.id.clone()));
    }

    #[test]
    fn feedback_is_read_before_a_draft_is_finished_and_a_check_answers_it() {
        let works = [card(WorkState::Draft, false), card(WorkState::Kept, true)];
        let written_about = [works[1].work.id.clone()];
        let facts = StepFacts { works: &works, written_about: &written_about, ..StepFacts::default() };
        assert_eq!(next_step(facts), NextStep::ReadFeedback(works[1].work.id.clone()));
        let works = [WorkCard { state: WorkState::Waiting, ..works[1].clone() }];
        let facts = StepFacts { works: &works, written_about: &written_about, ..StepFacts::default() };
        assert_eq!(next_step(facts), NextStep::StartDefinition);
    }

    #[test]
    fn nobody_is_pressed_to_show_what_is_for_them_alone() {
        let mut mine = card(WorkState::Kept, false);
        mine.work.audience = Audience::Me;
        let works = [mine];
        let facts = StepFacts { works: &works, has_definition: true, ..StepFacts::default() };
        assert_eq!(next_step(facts), NextStep::PlanConference);
    }

    #[test]
    fn a_mastered_work_finds_its_shelf() {
        let works = [card(WorkState::Mastered, true)];
        let loose = Some(works[0].work.id.clone());
        let facts = StepFacts { works: &works, has_definition: true, loose: loose.clone(), ..StepFacts::default() };
        assert_eq!(next_step(facts), NextStep::PutOnShelf(works[0].work.id.clone()));
    }

    #[test]
    fn a_conference_far_away_does_not_press() {
        let works = [card(WorkState::Draft, false)];
        let facts = StepFacts {
            works: &works,
            conference: Some((ConferenceId::new(), NEAR + 1, false)),
            ..StepFacts::default()
        };
        assert_eq!(next_step(facts), NextStep::FinishDraft(works[0].work.id.clone()));
    }
}
