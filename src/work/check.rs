//! Mastery checks: the student asks, the advisor answers target by target, in words.

use crate::at::At;
use crate::id::{CheckId, RevisionId, TargetId};
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

    #[test]
    fn every_target_is_answered_and_nothing_else_counts() {
        let (one, other) = (TargetId::new(), TargetId::new());
        let asked = [one.clone(), other.clone()];
        let wrong = checked(&asked, |target| if *target == one { ("mastered", "") } else { ("100%", "") }).unwrap_err();
        assert_eq!(wrong.of(&format!("answer-{other}")), Some(&Problem::Choose));
    }
}
