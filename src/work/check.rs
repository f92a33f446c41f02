//! Mastery checks: the student asks, the advisor answers target by target, in words.

use super::Work;
use crate::at::At;
use crate::id::{CheckId, RevisionId, TargetId};
use crate::policy::Audience;
use crate::words::{self, Problem, Problems, limit};

kinds! {
    /// What an advisor answers for a target.
    pub enum Mastery {
        /// It is there.
        Mastered = "mastered",
        /// Not yet, with what would get it there.
        NotYet = "not_yet",
    }
}

/// What was asked and answered for one target of a work, oldest first; `None` where the answer is still awaited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetRoad {
    pub target_id: TargetId,
    pub answers: Vec<Option<Mastery>>,
}

impl TargetRoad {
    /// The latest answer.
    pub fn now(&self) -> Option<Mastery> {
        self.answers.iter().rev().find_map(|answer| *answer)
    }

    /// Whether an answer is awaited.
    pub fn waits(&self) -> bool {
        self.answers.last() == Some(&None)
    }
}

/// A mastery check of one revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    pub id: CheckId,
    pub revision_id: RevisionId,
    pub asked_at: At,
    /// Who answered, and when.
    pub answered: Option<(String, At)>,
    pub answers: Vec<CheckAnswer>,
}

impl Check {
    /// Whether everything in it was answered *mastered*.
    pub fn is_mastered(&self) -> bool {
        self.answered.is_some() && self.answers.iter().all(|answer| answer.answer == Some(Mastery::Mastered))
    }
}

/// The answer for one target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckAnswer {
    pub target_id: TargetId,
    pub statement: String,
    /// One criterion a line.
    pub criteria: String,
    /// None until it is answered.
    pub answer: Option<Mastery>,
    /// What would get it there, or what made it so.
    pub next_step: String,
}

/// Why a check cannot be asked for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotNow {
    /// It is not kept yet.
    Draft,
    /// Nobody but the student sees it.
    OnlyMine,
    /// It is not said yet what it shows.
    NoTargets,
    /// One is waiting already.
    Waiting,
    /// There is nothing left to ask for.
    Mastered,
    /// This very revision was answered for everything that is left: a new one comes first.
    SameRevision,
}

/// What a check of the latest revision would be about: every target of the work that is not mastered yet and was not
/// answered for this revision. Feedback alone never stands in the way.
pub fn to_ask_for(
    work: &Work,
    targets: &[TargetId],
    checks: &[Check],
    latest: &RevisionId,
) -> Result<Vec<TargetId>, NotNow> {
    if work.kept_at.is_none() {
        return Err(NotNow::Draft);
    }
    if checks.iter().any(|check| check.answered.is_none()) {
        return Err(NotNow::Waiting);
    }
    if targets.is_empty() {
        return Err(NotNow::NoTargets);
    }
    let answers = |target: &TargetId| {
        let of_target = |check: &Check| check.answers.iter().find(|answer| answer.target_id == *target)?.answer;
        checks.iter().filter_map(|check| Some((&check.revision_id, of_target(check)?))).next_back()
    };
    let left: Vec<&TargetId> =
        targets.iter().filter(|target| answers(target).is_none_or(|(_, now)| now != Mastery::Mastered)).collect();
    if left.is_empty() {
        return Err(NotNow::Mastered);
    }
    let is_new = |target: &&TargetId| answers(target).is_none_or(|(revision, _)| revision != latest);
    let asked: Vec<TargetId> = left.into_iter().filter(is_new).cloned().collect();
    match asked {
        asked if asked.is_empty() => Err(NotNow::SameRevision),
        _ if work.audience == Audience::Me => Err(NotNow::OnlyMine),
        asked => Ok(asked),
    }
}

/// An advisor's answers, checked against the targets they were asked about: each one answered, *not yet* with words.
pub fn checked<'a>(
    asked: &[TargetId],
    answer: impl Fn(&TargetId) -> (&'a str, &'a str),
) -> Result<Vec<(TargetId, Mastery, String)>, Problems> {
    let mut problems = Problems::default();
    let mut answers = Vec::with_capacity(asked.len());
    for target in asked {
        let (word, next_step) = answer(target);
        let mastery = Mastery::named(word);
        if mastery.is_none() {
            problems.note(format!("answer-{target}"), Problem::Choose);
        }
        let next_step = match mastery {
            Some(Mastery::NotYet) => words::text(next_step, limit::WORDS),
            _ => words::optional_text(next_step, limit::WORDS),
        };
        let next_step = problems.take(format!("next-{target}"), next_step);
        answers.push((target.clone(), mastery.unwrap_or(Mastery::NotYet), next_step));
    }
    problems.or(answers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_yet_always_says_what_would_get_it_there() {
        let target = TargetId::new();
        let asked = [target.clone()];
        let wrong = checked(&asked, |_| ("not_yet", " \u{200B} ")).unwrap_err();
        assert_eq!(wrong.of(&format!("next-{target}")), Some(&Problem::Missing));
        assert!(checked(&asked, |_| ("not_yet", "Say where the half went.")).is_ok());
        assert!(checked(&asked, |_| ("mastered", "")).is_ok());
    }

    fn a_work() -> Work {
        Work {
            id: crate::id::WorkId::new(),
            school_id: crate::id::SchoolId::new(),
            student_id: crate::id::PersonId::new(),
            title: "Half of the garden".into(),
            form: crate::work::WorkForm::Making,
            language: crate::language::Language::english(),
            audience: Audience::Advisor,
            kept_at: Some(At(1)),
            version: 1,
            changed_at: At(1),
        }
    }

    fn a_check(revision: &RevisionId, answers: &[(&TargetId, Option<Mastery>)]) -> Check {
        let answers: Vec<CheckAnswer> = answers
            .iter()
            .map(|(target, answer)| CheckAnswer {
                target_id: (*target).clone(),
                statement: String::new(),
                criteria: String::new(),
                answer: *answer,
                next_step: String::new(),
            })
            .collect();
        let is_answered = answers.iter().all(|answer| answer.answer.is_some());
        Check {
            id: CheckId::new(),
            revision_id: revision.clone(),
            asked_at: At(1),
            answered: is_answered.then(|| ("Thomas Byrne".to_owned(), At(2))),
            answers,
        }
    }

    #[test]
    fn a_check_is_about_what_is_not_mastered_yet() {
        let (work, first, second) = (a_work(), RevisionId::new(), RevisionId::new());
        let (halves, words) = (TargetId::new(), TargetId::new());
        let targets = [halves.clone(), words.clone()];
        assert_eq!(to_ask_for(&work, &targets, &[], &first), Ok(targets.to_vec()));
        let answered = [a_check(&first, &[(&halves, Some(Mastery::Mastered)), (&words, Some(Mastery::NotYet))])];
        assert_eq!(to_ask_for(&work, &targets, &answered, &first), Err(NotNow::SameRevision));
        assert_eq!(to_ask_for(&work, &targets, &answered, &second), Ok(vec![words]));
        assert_eq!(to_ask_for(&work, &[halves], &answered, &second), Err(NotNow::Mastered));
    }

    #[test]
    fn a_target_chosen_later_can_be_asked_for_without_a_new_revision() {
        let (work, revision) = (a_work(), RevisionId::new());
        let (halves, words) = (TargetId::new(), TargetId::new());
        let answered = [a_check(&revision, &[(&halves, Some(Mastery::Mastered))])];
        assert_eq!(to_ask_for(&work, &[halves, words.clone()], &answered, &revision), Ok(vec![words]));
    }

    #[test]
    fn one_check_waits_at_a_time_whatever_the_revision() {
        let (work, target) = (a_work(), TargetId::new());
        let waiting = [a_check(&RevisionId::new(), &[(&target, None)])];
        assert_eq!(to_ask_for(&work, &[target], &waiting, &RevisionId::new()), Err(NotNow::Waiting));
    }

    #[test]
    fn why_it_cannot_be_asked_for_is_always_known() {
        let (target, revision) = ([TargetId::new()], RevisionId::new());
        let draft = Work { kept_at: None, ..a_work() };
        let mine = Work { audience: Audience::Me, ..a_work() };
        assert_eq!(to_ask_for(&draft, &target, &[], &revision), Err(NotNow::Draft));
        assert_eq!(to_ask_for(&mine, &target, &[], &revision), Err(NotNow::OnlyMine));
        assert_eq!(to_ask_for(&a_work(), &[], &[], &revision), Err(NotNow::NoTargets));
    }

    #[test]
    fn every_target_is_answered_and_nothing_else_counts() {
        let (one, other) = (TargetId::new(), TargetId::new());
        let asked = [one.clone(), other.clone()];
        let wrong = checked(&asked, |target| if *target == one { ("mastered", "") } else { ("100%", "") }).unwrap_err();
        assert_eq!(wrong.of(&format!("answer-{other}")), Some(&Problem::Choose));
    }
}
