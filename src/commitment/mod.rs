//! Commitments: what student, family and school promise at a conference, each by the person who makes it; and how it went.

mod store;

pub use store::{FollowUpQuestion, NewCommitment};

use crate::at::At;
use crate::day::Day;
use crate::field;
use crate::id::{CommitmentId, ConferenceId, PersonId};
use crate::language::Language;
use crate::person::Role;
use crate::words::{self, Problems, limit};

/// How long after a conference everybody is asked how it went, in days: four weeks.
pub const ASKED_AFTER_DAYS: i64 = 28;
/// For how long after a conference they are asked, in days. It can be said later, too; what is long past is not dug up.
pub const ASKED_UNTIL_DAYS: i64 = 3 * ASKED_AFTER_DAYS;
/// How far ahead a promise can reach, in days.
pub const REACH_DAYS: i64 = 400;

kinds! {
    /// How a promise went. None of them is a grade.
    pub enum Outcome {
        Kept = "kept",
        /// Part of it.
        Partly = "partly",
        NotYet = "not-yet",
        /// Something else turned out to matter more.
        Changed = "changed",
    }
}

/// A promise.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Commitment {
    pub id: CommitmentId,
    pub conference_id: ConferenceId,
    /// When that conference is.
    pub starts_at: At,
    pub student_id: PersonId,
    pub author_id: PersonId,
    pub author: String,
    /// What they like to be called.
    pub author_called: String,
    pub author_role: Role,
    /// In a family member's own words: "tía".
    pub kinship: Option<String>,
    /// Who wrote it down, where a family member said it to the school on paper or on the phone.
    pub writer_id: Option<PersonId>,
    pub writer: Option<String>,
    pub what: String,
    /// How we'll know; may be empty.
    pub sign: String,
    pub by_day: Option<Day>,
    pub language: Language,
    pub version: i64,
    pub outcome: Option<Outcome>,
    pub outcome_words: String,
    pub answered_by: Option<PersonId>,
}

impl Commitment {
    /// Whether it is time to ask how it went: four weeks after the conference, until somebody says so or it is long past.
    pub fn asks(&self, now: At) -> bool {
        let weeks = self.starts_at.plus_days(ASKED_AFTER_DAYS)..self.starts_at.plus_days(ASKED_UNTIL_DAYS);
        self.outcome.is_none() && weeks.contains(&now)
    }

    /// Whether it says just this.
    pub fn says(&self, new: &NewCommitment) -> bool {
        let NewCommitment { what, sign, by_day, language } = new;
        self.what == *what && self.sign == *sign && self.by_day == *by_day && self.language == *language
    }

    /// Whether somebody may put it in other words: whoever made it or wrote it down, until it is said how it went.
    pub fn is_worded_by(&self, person: &PersonId) -> bool {
        self.outcome.is_none() && (self.author_id == *person || self.writer_id.as_ref() == Some(person))
    }

    /// Whether somebody may say how it went: whoever made it; an advisor, for a family member who says it on paper or on
    /// the phone.
    pub fn is_answered_by(&self, person: &PersonId, role: Role) -> bool {
        self.author_id == *person || (role == Role::Advisor && self.author_role == Role::Family)
    }
}

/// A promise as it was typed.
#[derive(Clone, Debug, Default)]
pub struct TypedCommitment<'a> {
    /// Whose it is, when that is somebody who may promise here.
    pub author: Option<PersonId>,
    pub what: &'a str,
    pub sign: &'a str,
    pub by_day: &'a str,
    pub language: &'a str,
}

impl NewCommitment {
    /// What was typed `today`, checked, and whose it is. The day that it had `before` may have passed since.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn checked(typed: &TypedCommitment<'_>, before: Option<Day>, today: Day) -> Result<(PersonId, Self), Problems> {
        let mut problems = Problems::default();
        let author = problems.chosen(field::AUTHOR, typed.author.clone());
        let what = problems.take(field::WHAT, words::text(typed.what, limit::WORDS));
        let sign = problems.take(field::SIGN, words::optional_line(typed.sign));
        let by_day = match typed.by_day.trim() {
            "" => None,
            day if before.is_some_and(|before| before.to_string() == day) => before,
            day => problems.take(field::BY_DAY, Day::typed(day, (today, today.plus_days(REACH_DAYS))).map(Some)),
        };
        let language = problems.language(typed.language);
        match author {
            Some(author) => problems.or((author, Self { what, sign, by_day, language })),
            None => Err(problems),
        }
    }
}

/// How a promise is said to have gone, checked.
///
/// # Errors
/// What is wrong, field by field.
pub fn checked_outcome(outcome: &str, typed: &str) -> Result<(Outcome, String), Problems> {
    let mut problems = Problems::default();
    let outcome = problems.chosen(field::OUTCOME, Outcome::named(outcome));
    let words = problems.take(field::WORDS, words::optional_text(typed, limit::WORDS));
    match outcome {
        Some(outcome) => problems.or((outcome, words)),
        None => Err(problems),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::words::Problem;

    pub(crate) fn a_commitment(role: Role) -> Commitment {
        Commitment {
            id: CommitmentId::new(),
            conference_id: ConferenceId::new(),
            starts_at: At(0),
            student_id: PersonId::new(),
            author_id: PersonId::new(),
            author: "Ofelia".into(),
            author_called: "Ofelia".into(),
            author_role: role,
            kinship: None,
            writer_id: None,
            writer: None,
            what: "Sunday is for the machine.".into(),
            sign: String::new(),
            by_day: None,
            language: Language::english(),
            version: 1,
            outcome: None,
            outcome_words: String::new(),
            answered_by: None,
        }
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_promise_has_an_author_words_and_a_day_within_reach_or_none() {
        let author = PersonId::new();
        let typed = TypedCommitment {
            author: Some(author.clone()),
            what: " Sunday is for the machine.\r\n",
            language: "es",
            ..TypedCommitment::default()
        };
        let today = day("2026-12-03");
        let (whose, new) = NewCommitment::checked(&typed, None, today).unwrap();
        assert_eq!((whose, new.what.as_str(), new.by_day), (author, "Sunday is for the machine.", None));
        let on = |by_day| {
            NewCommitment::checked(&TypedCommitment { by_day, ..typed.clone() }, Some(day("2026-11-01")), today)
        };
        assert_eq!(on("2027-01-15").unwrap().1.by_day, Some(day("2027-01-15")));
        assert_eq!(on("2026-11-01").unwrap().1.by_day, Some(day("2026-11-01")), "it had this day already");
        for wrong in ["2026-11-02", "2036-01-01", "soon", "\u{0000}"] {
            assert_eq!(on(wrong), Err(Problems::from([(field::BY_DAY, Problem::NotATime)])), "{wrong}");
        }
    }

    #[test]
    fn all_that_is_wrong_with_a_promise_is_said_at_once() {
        let sign = "a".repeat(limit::LINE + 1);
        let typed = TypedCommitment { what: "\u{0007}\u{200B}", sign: &sign, language: "<b>", ..Default::default() };
        let problems = NewCommitment::checked(&typed, None, day("2026-12-03")).unwrap_err();
        assert_eq!(
            problems,
            Problems::from([
                (field::AUTHOR, Problem::Choose),
                (field::WHAT, Problem::Missing),
                (field::SIGN, Problem::TooLong { max: limit::LINE }),
                (field::LANGUAGE, Problem::Choose),
            ])
        );
    }

    #[test]
    fn how_it_went_is_chosen_and_words_to_it_may_be_left_out() {
        assert_eq!(checked_outcome("partly", " "), Ok((Outcome::Partly, String::new())));
        assert_eq!(checked_outcome("A+", ""), Err(Problems::from([(field::OUTCOME, Problem::Choose)])));
        let long = "a".repeat(limit::WORDS + 1);
        let too_long = Problems::from([(field::WORDS, Problem::TooLong { max: limit::WORDS })]);
        assert_eq!(checked_outcome("kept", &long), Err(too_long));
    }

    #[test]
    fn everybody_is_asked_after_four_weeks_until_they_have_answered() {
        let commitment = a_commitment(Role::Family);
        assert!(!commitment.asks(At(0).plus_days(ASKED_AFTER_DAYS - 1)));
        assert!(commitment.asks(At(0).plus_days(ASKED_AFTER_DAYS)) && commitment.asks(At(0).plus_days(42)));
        assert!(!commitment.asks(At(0).plus_days(ASKED_UNTIL_DAYS)), "long past");
        assert!(!Commitment { outcome: Some(Outcome::NotYet), ..commitment }.asks(At(0).plus_days(42)));
    }

    #[test]
    fn whoever_made_it_or_wrote_it_down_words_it_until_it_is_said_how_it_went() {
        let writer = PersonId::new();
        let commitment = Commitment { writer_id: Some(writer.clone()), ..a_commitment(Role::Family) };
        assert!(commitment.is_worded_by(&writer) && commitment.is_worded_by(&commitment.author_id));
        assert!(!commitment.is_worded_by(&PersonId::new()));
        let answered = Commitment { outcome: Some(Outcome::Kept), ..commitment };
        assert!(!answered.is_worded_by(&writer) && !answered.is_worded_by(&answered.author_id));
    }

    #[test]
    fn nobody_answers_for_somebody_else_but_an_advisor_who_was_told() {
        for role in Role::ALL {
            let commitment = a_commitment(*role);
            for other in Role::ALL {
                let told = *other == Role::Advisor && *role == Role::Family;
                assert_eq!(commitment.is_answered_by(&PersonId::new(), *other), told, "{role:?} by {other:?}");
            }
            assert!(commitment.is_answered_by(&commitment.author_id, *role));
        }
    }
}
