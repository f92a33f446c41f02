//! The moments of a conference's plan: what each is for, how long, which statements it speaks for, what it shows.

use crate::id::{ConferenceId, MomentId, StatementId, WorkId};
use crate::language::Language;

/// The most minutes a moment can have.
pub const MOST_MINUTES: i64 = 60;
/// The most moments a plan holds.
pub const MOST_MOMENTS: usize = 40;

kinds! {
    /// What a moment is for. Each brings its own questions and ways to begin.
    pub enum Purpose {
        /// Who is here, in the language of the house.
        Welcome = "welcome",
        /// Our definition of success, family voice first.
        Definition = "definition",
        /// A work and its road.
        Work = "work",
        /// What was done for the community.
        Action = "action",
        /// What is not there yet, and what helps.
        NotYet = "not-yet",
        /// The family answers, or tells a story.
        Family = "family",
        /// Promises, and thanks.
        Commitments = "commitments",
        /// Something of the student's own.
        Own = "own",
    }
}

/// The plan that the guides describe: 25 minutes. Its names are in the locale files, so that it starts in the student's
/// language.
pub const GUIDE: [(Purpose, i64); 7] = [
    (Purpose::Welcome, 2),
    (Purpose::Definition, 3),
    (Purpose::Work, 9),
    (Purpose::Action, 3),
    (Purpose::NotYet, 2),
    (Purpose::Family, 3),
    (Purpose::Commitments, 3),
];

/// One part of a conference's plan.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Moment {
    pub id: MomentId,
    pub conference_id: ConferenceId,
    /// From 0, without gaps.
    pub position: i64,
    #[cfg_attr(feature = "store", sqlx(flatten))]
    pub words: MomentWords,
    /// Raised with every change.
    pub version: i64,
}

/// What the student says about a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct MomentWords {
    pub name: String,
    pub purpose: Purpose,
    pub minutes: i64,
    pub language: Language,
    /// For the one who leads; nobody else sees them.
    pub cue_notes: String,
}

/// The moments of a conference, with what they speak for and what they show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// In their order.
    pub moments: Vec<Moment>,
    /// Which moment speaks for which statement.
    pub speaks: Vec<(MomentId, StatementId)>,
    /// Which moment shows which work.
    pub shows: Vec<(MomentId, WorkId)>,
}

impl Plan {
    /// How long it takes.
    pub fn minutes(&self) -> i64 {
        self.moments.iter().map(|moment| moment.words.minutes).sum()
    }

    /// How long it takes when every word is said twice, by an interpreter: half as long again, rounded up.
    pub fn minutes_with_interpreter(&self) -> i64 {
        (self.minutes() * 3 + 1) / 2
    }

    /// Whether a moment speaks for this statement.
    pub fn speaks_for(&self, statement: &StatementId) -> bool {
        self.speaks.iter().any(|(_, spoken)| spoken == statement)
    }

    /// The statements that a moment speaks for.
    pub fn statements_of<'a>(&'a self, moment: &'a MomentId) -> impl Iterator<Item = &'a StatementId> {
        self.speaks.iter().filter(move |(of, _)| of == moment).map(|(_, statement)| statement)
    }

    /// The works that a moment shows.
    pub fn works_of<'a>(&'a self, moment: &'a MomentId) -> impl Iterator<Item = &'a WorkId> {
        self.shows.iter().filter(move |(of, _)| of == moment).map(|(_, work)| work)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn a_moment(minutes: i64) -> Moment {
        Moment {
            id: MomentId::new(),
            conference_id: ConferenceId::new(),
            position: 0,
            words: MomentWords {
                name: "Welcome".into(),
                purpose: Purpose::Welcome,
                minutes,
                language: Language::english(),
                cue_notes: String::new(),
            },
            version: 1,
        }
    }

    #[test]
    fn the_guide_takes_twenty_five_minutes_and_half_as_long_again_with_an_interpreter() {
        let moments = GUIDE.iter().map(|(_, minutes)| a_moment(*minutes)).collect();
        let plan = Plan { moments, ..Plan::default() };
        assert_eq!(plan.minutes(), 25);
        assert_eq!(plan.minutes_with_interpreter(), 38);
        assert_eq!(Plan::default().minutes_with_interpreter(), 0);
    }

    #[test]
    fn a_statement_is_spoken_for_as_soon_as_one_moment_does() {
        let (spoken, unspoken, moment) = (StatementId::new(), StatementId::new(), a_moment(3));
        let plan = Plan { speaks: vec![(moment.id.clone(), spoken.clone())], moments: vec![moment], ..Plan::default() };
        assert!(plan.speaks_for(&spoken));
        assert!(!plan.speaks_for(&unspoken));
    }
}
