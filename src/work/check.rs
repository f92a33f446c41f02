//! Mastery checks: the student asks, the advisor answers target by target, in words.

use serde::{Deserialize, Serialize};

use super::Work;
use crate::at::At;
use crate::field::{self, FieldName};
use crate::id::{CheckId, PersonId, RevisionId, TargetId};
use crate::language::Language;
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
    pub answered_by: Option<PersonId>,
    pub answers: Vec<CheckAnswer>,
    /// How the student would rather show it.
    pub wish: Option<Wish>,
    /// Since when the student does not ask any more; somebody had answered how they would rather show it.
    pub withdrawn_at: Option<At>,
    /// What a correction must have been made from.
    pub version: i64,
    /// What was answered before that was corrected, the latest first.
    pub earlier: Vec<EarlierAnswer>,
}

/// What was answered to a check before its author corrected it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierAnswer {
    pub author: String,
    pub at: At,
    pub targets: Vec<EarlierTarget>,
}

/// What was answered for one target, as it was worded then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierTarget {
    pub statement: String,
    pub answer: Mastery,
    pub next_step: String,
    pub said: Vec<CriterionWords>,
}

impl Check {
    /// Whether an answer is awaited.
    pub fn waits(&self) -> bool {
        self.answered.is_none() && self.withdrawn_at.is_none()
    }

    /// What is answered now, to be kept when it is corrected.
    pub fn as_earlier(&self) -> Vec<EarlierTarget> {
        let answered = self.answers.iter().filter_map(|answer| answer.answer.map(|mastery| (answer, mastery)));
        let kept = answered.map(|(answer, mastery)| EarlierTarget {
            statement: answer.statement.clone(),
            answer: mastery,
            next_step: answer.next_step.clone(),
            said: answer.said.clone(),
        });
        kept.collect()
    }

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
    /// Of the target's wording.
    pub version: i64,
    /// None until it is answered.
    pub answer: Option<Mastery>,
    /// What would get it there, or what made it so.
    pub next_step: String,
    /// What was said about criteria, each as it was worded then.
    pub said: Vec<CriterionWords>,
    /// The targets it builds on that were waved through, and why.
    pub waved: Vec<Waved>,
}

/// What was said about one criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionWords {
    pub criterion: String,
    pub words: String,
}

/// A target that another builds on, not mastered when the other one was; and why that was fine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waved {
    pub below_id: TargetId,
    pub statement: String,
    pub reason: String,
}

kinds! {
    /// What an advisor says to another form of showing it.
    pub enum WishAnswer {
        /// Yes.
        Agreed = "agreed",
        /// Let us talk about it first.
        Talk = "talk",
    }
}

/// How the student would rather show that it is mastered: "tell it as a story, in Spanish".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub words: String,
    pub language: Language,
    /// What was said to it, the oldest first: a talk can end in a yes.
    pub answers: Vec<WishAnswered>,
}

/// What an advisor said to a wish.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct WishAnswered {
    pub author: String,
    pub answer: WishAnswer,
    pub words: String,
    pub at: At,
}

/// An answer to a wish, checked: who wants to talk says what about.
pub fn checked_wish_answer(answer: &str, typed: &str) -> Result<(WishAnswer, String), Problems> {
    let mut problems = Problems::default();
    let answer = WishAnswer::named(answer);
    if answer.is_none() {
        problems.note(field::WISH_ANSWER, Problem::Choose);
    }
    let typed = match answer {
        Some(WishAnswer::Talk) => words::text(typed, limit::WORDS),
        _ => words::optional_text(typed, limit::WORDS),
    };
    let typed = problems.take(field::WISH_WORDS, typed);
    problems.or((answer.unwrap_or(WishAnswer::Talk), typed))
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
    if checks.iter().any(Check::waits) {
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

/// A target that an answer is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedTarget {
    pub target_id: TargetId,
    /// Of its wording, now.
    pub version: i64,
    pub criteria: Vec<String>,
    /// Those it builds on that its student has not mastered.
    pub below: Vec<TargetId>,
}

/// An advisor's answer for one target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answering {
    pub target_id: TargetId,
    pub mastery: Mastery,
    pub next_step: String,
    /// What is said about criteria, by their place.
    pub said: Vec<(i64, CriterionWords)>,
    /// The targets below that are waved through, with the reason.
    pub waved: Vec<(TargetId, String)>,
}

impl Answering {
    /// Every word in it, for whoever has to send them again in another way.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let said = self.said.iter().map(|(_, said)| said.words.as_str());
        said.chain([self.next_step.as_str()]).chain(self.waved.iter().map(|(_, reason)| reason.as_str()))
    }
}

/// An advisor's answers, checked against the targets they were asked about: each one answered, *not yet* with words,
/// *mastered* with a word on what shows it, and a reason for every target below that is not mastered. `typed` gives what was typed into a field.
pub fn checked<'a>(asked: &[AskedTarget], typed: impl Fn(FieldName) -> &'a str) -> Result<Vec<Answering>, Problems> {
    let mut problems = Problems::default();
    let answer_of = |target: &TargetId| Mastery::named(typed(field::ANSWER.about(target)));
    let mut answers = Vec::with_capacity(asked.len());
    for AskedTarget { target_id, version, criteria, below } in asked {
        let mastery = answer_of(target_id);
        if mastery.is_none() {
            problems.note(field::ANSWER.about(target_id), Problem::Choose);
        }
        let said = said_of(target_id, criteria, &typed, &mut problems);
        // Words that were written beside another wording of the criteria would stand beside the wrong ones.
        let read: Option<i64> = typed(field::VERSION.about(target_id)).parse().ok();
        if !said.is_empty() && read.is_some_and(|read| read != *version) {
            problems.note(field::ANSWER.about(target_id), Problem::Different);
        }
        let next = typed(field::NEXT.about(target_id));
        let next_step = match mastery {
            Some(Mastery::NotYet) => words::text(next, limit::WORDS),
            _ => words::optional_text(next, limit::WORDS),
        };
        let next_step = problems.take(field::NEXT.about(target_id), next_step);
        let mut waved = Vec::new();
        // What is mastered in the same answer needs no waving through.
        let missing = below.iter().filter(|below| answer_of(below) != Some(Mastery::Mastered) || !asks(asked, below));
        for below in missing.filter(|_| mastery == Some(Mastery::Mastered)) {
            let name = field::WAVE.about(target_id).about(below);
            let reason = problems.take(&name, words::text(typed(name.clone()), limit::WORDS));
            waved.push((below.clone(), reason));
        }
        let is_said = !next_step.is_empty() || !said.is_empty() || !waved.is_empty();
        if mastery == Some(Mastery::Mastered) && !is_said && problems.of(field::NEXT.about(target_id)).is_none() {
            problems.note(field::NEXT.about(target_id), Problem::Missing);
        }
        let mastery = mastery.unwrap_or(Mastery::NotYet);
        answers.push(Answering { target_id: target_id.clone(), mastery, next_step, said, waved });
    }
    problems.or(answers)
}

fn asks(asked: &[AskedTarget], target: &TargetId) -> bool {
    asked.iter().any(|asked| asked.target_id == *target)
}

/// What was typed about the criteria of one target; nothing for those that were passed over.
fn said_of<'a>(
    target: &TargetId,
    criteria: &[String],
    typed: &impl Fn(FieldName) -> &'a str,
    problems: &mut Problems,
) -> Vec<(i64, CriterionWords)> {
    let mut said = Vec::new();
    for (place, criterion) in criteria.iter().enumerate() {
        let name = field::SAID.about(target).about(place);
        let words = problems.take(&name, words::optional_text(typed(name.clone()), limit::WORDS));
        if !words.is_empty() {
            said.push((place as i64, CriterionWords { criterion: criterion.clone(), words }));
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(target: &TargetId, below: &[&TargetId]) -> AskedTarget {
        AskedTarget {
            target_id: target.clone(),
            version: 3,
            criteria: vec!["I say what the whole is.".into(), "My parts are equal.".into()],
            below: below.iter().map(|below| (*below).clone()).collect(),
        }
    }

    fn typed<'a>(fields: &'a [(FieldName, &'a str)]) -> impl Fn(FieldName) -> &'a str {
        |name| fields.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    #[test]
    fn not_yet_always_says_what_would_get_it_there() {
        let target = TargetId::new();
        let (answer, next) = (field::ANSWER.about(&target), field::NEXT.about(&target));
        let sent =
            |word, words| checked(&[asked(&target, &[])], typed(&[(answer.clone(), word), (next.clone(), words)]));
        let wrong = sent("not_yet", " \u{200B} ").unwrap_err();
        assert_eq!(wrong.of(&next), Some(&Problem::Missing));
        assert!(sent("not_yet", "Say where the half went.").is_ok());
        assert_eq!(sent("mastered", "").unwrap_err().of(&next), Some(&Problem::Missing), "what shows it?");
        assert!(sent("mastered", "The two maps agree.").is_ok());
    }

    #[test]
    fn what_builds_on_something_not_mastered_is_waved_through_with_a_reason() {
        let (target, below) = (TargetId::new(), TargetId::new());
        let both = [asked(&target, &[&below]), asked(&below, &[])];
        let (answer, wave) = (field::ANSWER.about(&target), field::WAVE.about(&target).about(&below));
        let one = &both[..1];
        let fields = [(answer.clone(), "mastered")];
        assert_eq!(checked(one, typed(&fields)).unwrap_err().of(&wave), Some(&Problem::Missing));
        let fields = [(answer.clone(), "mastered"), (wave.clone(), "Her quilt shows it.")];
        assert_eq!(checked(one, typed(&fields)).unwrap()[0].waved, [(below.clone(), "Her quilt shows it.".to_owned())]);
        let fields = [(answer.clone(), "not_yet"), (field::NEXT.about(&target), "Name the whole.")];
        assert!(checked(one, typed(&fields)).is_ok(), "not yet needs no reason");
        let said = |target| (field::NEXT.about(target), "It is all there.");
        let fields = [(answer, "mastered"), (field::ANSWER.about(&below), "mastered"), said(&target), said(&below)];
        assert!(checked(&both, typed(&fields)).is_ok(), "both are mastered at once");
        assert!(checked(one, typed(&fields)).is_err(), "an answer that nobody asked for counts for nothing");
    }

    #[test]
    fn words_about_a_criterion_stay_beside_the_wording_they_were_written_for() {
        let target = TargetId::new();
        let sent = |version| {
            let fields = [
                (field::ANSWER.about(&target), "mastered"),
                (field::SAID.about(&target).about(1), "You folded them to show it."),
                (field::VERSION.about(&target), version),
            ];
            checked(&[asked(&target, &[])], typed(&fields))
        };
        let said = &sent("3").unwrap()[0].said;
        assert_eq!((said[0].0, said[0].1.criterion.as_str()), (1, "My parts are equal."));
        assert_eq!(said.len(), 1);
        assert!(sent("2").is_err());
    }

    #[test]
    fn whoever_wants_to_talk_about_a_wish_says_what_about() {
        assert_eq!(checked_wish_answer("talk", "").unwrap_err().of(field::WISH_WORDS), Some(&Problem::Missing));
        assert_eq!(checked_wish_answer("agreed", ""), Ok((WishAnswer::Agreed, String::new())));
        assert!(checked_wish_answer("no", "because").is_err());
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
                version: 1,
                answer: *answer,
                next_step: String::new(),
                said: Vec::new(),
                waved: Vec::new(),
            })
            .collect();
        let is_answered = answers.iter().all(|answer| answer.answer.is_some());
        Check {
            id: CheckId::new(),
            revision_id: revision.clone(),
            asked_at: At(1),
            answered: is_answered.then(|| ("Thomas Byrne".to_owned(), At(2))),
            answers,
            wish: None,
            answered_by: None,
            withdrawn_at: None,
            version: 1,
            earlier: Vec::new(),
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
        let fields = [(field::ANSWER.about(&one), "mastered"), (field::ANSWER.about(&other), "100%")];
        let wrong = checked(&[asked(&one, &[]), asked(&other, &[])], typed(&fields)).unwrap_err();
        assert_eq!(wrong.of(field::ANSWER.about(&other)), Some(&Problem::Choose));
    }
}
