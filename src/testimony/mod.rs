//! What somebody of the family tells about a student, or brings from home. The words are the teller's, and nobody else
//! changes them; whether, where and for whom they stand on the portfolio is the student's to say.

use crate::at::At;
use crate::definition::Saying;
use crate::field;
use crate::id::{PersonId, SchoolId, ShelfId, TestimonyId};
use crate::language::Language;
use crate::policy::{Action, Audience, Standing};
use crate::words::{self, Problems};

kinds! {
    /// What it is.
    pub enum Kind {
        /// Something they saw: "she translated for her grandmother at the clinic".
        Told = "told",
        /// Something the student made or did at home or in the community.
        Made = "made",
    }
}

/// How much fits.
pub mod limit {
    /// What one person can tell about one student.
    pub const OF_ONE: usize = 100;
}

/// What somebody of the family tells.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Testimony {
    pub id: TestimonyId,
    pub school_id: SchoolId,
    pub student_id: PersonId,
    pub author_id: PersonId,
    pub author: String,
    /// In the teller's own words: "tía". Empty when they are kin no longer.
    pub kinship: String,
    #[sqlx(flatten)]
    pub told: Told,
    /// What a change must have been made from.
    pub version: i64,
    pub told_at: At,
    /// When the teller took it back.
    pub withdrawn_at: Option<At>,
    #[sqlx(flatten)]
    pub answer: TestimonyAnswer,
}

/// The teller's part of it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Told {
    pub kind: Kind,
    /// What it is about, in a line.
    pub title: String,
    /// When and where it was; may be empty.
    pub place: String,
    #[sqlx(flatten, try_from = "crate::definition::SayingRow")]
    pub said: Saying,
}

/// The student's part of it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct TestimonyAnswer {
    /// The version the student put on the portfolio.
    pub accepted_version: Option<i64>,
    /// When the student chose to keep it between the two of them.
    pub left_off_at: Option<At>,
    /// Where it stands; at the end, when on no shelf.
    pub shelf_id: Option<ShelfId>,
    pub audience: Audience,
    /// What the student said back; may be empty.
    pub thanks: String,
    /// The tag of its language.
    pub thanks_language: String,
    /// How often the student answered: what a new answer must have been made from.
    pub answers: i64,
}

/// Where a testimony is between the two who share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// The student has not said anything yet.
    Waiting,
    /// On the portfolio.
    Standing,
    /// It was on the portfolio, and the teller has put it in other words since: it waits to be looked at again.
    Reworded,
    /// Kept between the two.
    Between,
    /// Taken back by the teller.
    Withdrawn,
}

impl Testimony {
    /// Where it is.
    pub fn whereabouts(&self) -> Whereabouts {
        match (self.withdrawn_at, self.answer.accepted_version) {
            (Some(_), _) => Whereabouts::Withdrawn,
            (None, Some(version)) if version == self.version => Whereabouts::Standing,
            (None, Some(_)) => Whereabouts::Reworded,
            (None, None) if self.answer.left_off_at.is_some() => Whereabouts::Between,
            (None, None) => Whereabouts::Waiting,
        }
    }

    /// Whether nothing is left of it but a mark, beside what the student had answered.
    pub fn is_mark(&self) -> bool {
        let Told { title, place, said, .. } = &self.told;
        self.withdrawn_at.is_some() && said.is_empty() && title.is_empty() && place.is_empty()
    }

    /// Whether the student still has to say something to it.
    pub fn waits(&self) -> bool {
        matches!(self.whereabouts(), Whereabouts::Waiting | Whereabouts::Reworded)
    }

    /// Whom it is meant for now, beside its teller: nobody but the student, as long as it does not stand on the portfolio.
    pub fn audience(&self) -> Audience {
        match self.whereabouts() {
            Whereabouts::Standing => self.answer.audience,
            _ => Audience::Me,
        }
    }

    /// Whether this person, who stands so to the student, may see it. What was taken back is its teller's alone.
    pub fn may_see(&self, person: &PersonId, standing: Standing) -> bool {
        let is_theirs = *person == self.author_id && standing.may_at_all(Action::Testify);
        is_theirs || (self.withdrawn_at.is_none() && standing.may(Action::SeePortfolio, self.audience()))
    }

    /// The language of what the student said back.
    pub fn thanks_language(&self) -> Language {
        Language::tagged(&self.answer.thanks_language).unwrap_or_else(Language::english)
    }
}

/// What the student says to a testimony, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct TypedDecision<'a> {
    /// Whether it stands on the portfolio, when that was chosen.
    pub stands: Option<bool>,
    pub shelf: &'a str,
    pub audience: &'a str,
    pub thanks: &'a str,
    pub language: &'a str,
}

impl Decision {
    /// What was typed, checked, by a student who has these shelves. Where it stands and for whom is asked of what stands
    /// on the portfolio alone.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn checked(typed: &TypedDecision<'_>, shelves: &[&ShelfId]) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let stands = problems.chosen(field::STANDS, typed.stands).unwrap_or_default();
        let mut audience = Audience::named(typed.audience);
        let mut shelf = ShelfId::parse(typed.shelf).filter(|id| shelves.contains(&id));
        if stands {
            audience = problems.chosen(field::AUDIENCE, audience);
            if !typed.shelf.is_empty() {
                shelf = problems.chosen(field::SHELF, shelf);
            }
        }
        let thanks = problems.take(field::THANKS, words::optional_text(typed.thanks, words::limit::WORDS));
        let language = problems.language(typed.language);
        problems.or(Self { stands, shelf, audience: audience.unwrap_or(Audience::Me), thanks, language })
    }
}

mod store;

pub use store::{Decision, NewTestimony};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::Role;
    use crate::policy::Relation;
    use crate::words::Problem;

    fn told() -> Testimony {
        Testimony {
            id: TestimonyId::new(),
            school_id: SchoolId::new(),
            student_id: PersonId::new(),
            author_id: PersonId::new(),
            author: "Rosa Reyes".into(),
            kinship: "abuela".into(),
            told: Told {
                kind: Kind::Told,
                title: "At the clinic".into(),
                place: String::new(),
                said: Saying::typed("She translated for me.", Language::english()),
            },
            version: 1,
            told_at: At(0),
            withdrawn_at: None,
            answer: TestimonyAnswer {
                accepted_version: None,
                left_off_at: None,
                shelf_id: None,
                audience: Audience::Family,
                thanks: String::new(),
                thanks_language: String::new(),
                answers: 0,
            },
        }
    }

    fn sees(testimony: &Testimony, role: Role, relation: Relation) -> bool {
        testimony.may_see(&PersonId::new(), Standing::new(role, relation))
    }

    #[test]
    fn until_the_student_accepts_it_nobody_but_the_two_sees_it() {
        let new = told();
        let between =
            Testimony { answer: TestimonyAnswer { left_off_at: Some(At(1)), ..new.answer.clone() }, ..new.clone() };
        let reworded = Testimony {
            version: 2,
            answer: TestimonyAnswer { accepted_version: Some(1), ..new.answer.clone() },
            ..new.clone()
        };
        for testimony in [new, between, reworded] {
            assert!(sees(&testimony, Role::Student, Relation::Own), "{:?}", testimony.whereabouts());
            let family = Standing::new(Role::Family, Relation::LinkedFamily);
            assert!(testimony.may_see(&testimony.author_id, family));
            for (role, relation) in [
                (Role::Family, Relation::LinkedFamily),
                (Role::Advisor, Relation::SameAdvisory),
                (Role::Family, Relation::Invited),
                (Role::Student, Relation::SameAdvisory),
            ] {
                assert!(!sees(&testimony, role, relation), "{:?} {relation:?}", testimony.whereabouts());
            }
        }
    }

    #[test]
    fn on_the_portfolio_it_is_for_those_the_student_chose() {
        let new = told();
        let at = |audience| Testimony {
            answer: TestimonyAnswer { accepted_version: Some(1), audience, ..new.answer.clone() },
            ..new.clone()
        };
        assert!(sees(&at(Audience::Family), Role::Family, Relation::LinkedFamily));
        assert!(!sees(&at(Audience::Advisor), Role::Family, Relation::LinkedFamily));
        assert!(!sees(&at(Audience::Family), Role::Family, Relation::Invited));
        assert!(sees(&at(Audience::Conference), Role::Family, Relation::Invited));
        assert!(!sees(&at(Audience::Conference), Role::Family, Relation::UnlinkedFamily));
    }

    #[test]
    fn what_was_taken_back_is_its_tellers_alone() {
        let accepted = told();
        let gone = Testimony {
            withdrawn_at: Some(At(2)),
            answer: TestimonyAnswer {
                accepted_version: Some(1),
                audience: Audience::Conference,
                ..accepted.answer.clone()
            },
            ..accepted
        };
        assert!(!sees(&gone, Role::Student, Relation::Own));
        assert!(!sees(&gone, Role::Family, Relation::LinkedFamily));
        let family = Standing::new(Role::Family, Relation::LinkedFamily);
        assert!(gone.may_see(&gone.author_id, family));
        let unlinked = Standing::new(Role::Family, Relation::UnlinkedFamily);
        assert!(!gone.may_see(&gone.author_id, unlinked), "kin no longer");
    }
    #[test]
    fn where_it_stands_is_asked_of_what_stands_on_the_portfolio_alone() {
        let shelf = ShelfId::new();
        let typed =
            |stands, shelf, audience| TypedDecision { stands, shelf, audience, thanks: " Gracias. ", language: "es" };
        let checked = |typed: TypedDecision<'_>| Decision::checked(&typed, &[&shelf]);
        let stands = checked(typed(Some(true), shelf.as_str(), "family")).unwrap();
        assert_eq!((stands.shelf, stands.audience), (Some(shelf.clone()), Audience::Family));
        assert_eq!(checked(typed(Some(true), "", "family")).unwrap().shelf, None, "on no shelf");
        let between = checked(typed(Some(false), "gone", "")).unwrap();
        assert_eq!((between.shelf, between.audience, between.thanks.as_str()), (None, Audience::Me, "Gracias."));
    }

    #[test]
    fn a_shelf_is_one_of_the_students_and_all_that_is_wrong_is_said() {
        let own = ShelfId::new();
        for shelf in [ShelfId::new().as_str(), "\u{0000}", "' OR 1 = 1", &"a".repeat(100_000)] {
            let typed =
                TypedDecision { stands: Some(true), shelf, audience: "me", language: "en", ..Default::default() };
            let problems = Decision::checked(&typed, &[&own]).unwrap_err();
            assert_eq!(problems, Problems::from([(field::SHELF, Problem::Choose)]));
        }
        let thanks = "a".repeat(words::limit::WORDS + 1);
        let problems = Decision::checked(&TypedDecision { thanks: &thanks, ..Default::default() }, &[]).unwrap_err();
        let wrong: Vec<&str> = problems.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(wrong, ["language", "stands", "thanks"]);
    }
}
