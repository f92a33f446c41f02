//! The moments of a conference's plan: what each is for, how long, which statements it speaks for, what it shows.

use crate::id::{ConferenceId, MomentId, PictureId, SoundId, StatementId, WorkId};
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

/// One part of a conference's plan.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Moment {
    pub id: MomentId,
    pub conference_id: ConferenceId,
    /// From 0, without gaps.
    pub position: i64,
    #[sqlx(flatten)]
    pub words: MomentWords,
    /// Raised with every change.
    pub version: i64,
}

/// What the student says about a moment.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct MomentWords {
    pub name: String,
    pub purpose: Purpose,
    pub minutes: i64,
    pub language: Language,
    /// For the one who leads; nobody else sees them.
    pub cue_notes: String,
    /// What the others do meanwhile.
    pub others_do: String,
    /// What helps the one who leads.
    pub supports: Supports,
    /// Who speaks along; empty when nobody does.
    pub co_speaker: String,
    /// A recording that the moment opens with.
    pub opening_id: Option<SoundId>,
    /// What is said in it.
    pub opening_words: String,
}

impl MomentWords {
    /// A moment with nothing but what each has.
    pub fn new(name: impl Into<String>, purpose: Purpose, minutes: i64, language: Language) -> Self {
        Self {
            name: name.into(),
            purpose,
            minutes,
            language,
            cue_notes: String::new(),
            others_do: String::new(),
            supports: Supports::default(),
            co_speaker: String::new(),
            opening_id: None,
            opening_words: String::new(),
        }
    }
}

kinds! {
    /// What helps the one who leads a moment.
    pub enum Support {
        /// Pictures to go along.
        Pictures = "pictures",
        /// A recording to open with.
        RecordedOpening = "recorded-opening",
        /// A device that speaks.
        DeviceSpeech = "device-speech",
        /// Somebody who speaks along.
        CoSpeaker = "co-speaker",
    }
}

/// Several supports, each once, in the order in which they are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Supports(pub Vec<Support>);

impl Supports {
    /// Those of these words that are supports.
    pub fn named<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut supports: Vec<Support> = words.into_iter().filter_map(Support::named).collect();
        supports.sort();
        supports.dedup();
        Self(supports)
    }
}

kept_as_text!(
    Supports,
    |supports: &Supports| supports.0.iter().map(|support| support.as_str()).collect::<Vec<_>>().join(" "),
    |words: &str| Ok(Supports::named(words.split_whitespace()))
);

/// A work that a moment shows, and which part of it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Showing {
    pub work_id: WorkId,
    /// In the student's words: "the last two lines".
    pub part: String,
    /// One of its pictures.
    pub picture_id: Option<PictureId>,
}

impl Showing {
    /// All of a work.
    pub fn whole(work_id: WorkId) -> Self {
        Self { work_id, part: String::new(), picture_id: None }
    }
}

/// The moments of a conference, with what they speak for and what they show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// In their order.
    pub moments: Vec<Moment>,
    /// Which moment speaks for which statement.
    pub speaks: Vec<(MomentId, StatementId)>,
    /// Which moment shows which work.
    pub shows: Vec<(MomentId, Showing)>,
}

impl Plan {
    /// How long it takes.
    pub fn minutes(&self) -> i64 {
        self.moments.iter().map(|moment| moment.words.minutes).sum()
    }

    /// How long it takes when every word is said twice, by an interpreter: half as long again, rounded up.
    pub fn minutes_with_interpreter(&self) -> i64 {
        super::with_interpreter(self.minutes())
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
        self.showings_of(moment).map(|showing| &showing.work_id)
    }

    /// The works that a moment shows, with which part of each.
    pub fn showings_of<'a>(&'a self, moment: &'a MomentId) -> impl Iterator<Item = &'a Showing> {
        self.shows.iter().filter(move |(of, _)| of == moment).map(|(_, showing)| showing)
    }

    /// The moments that speak for no statement. That is fine; it is good to know.
    pub fn speak_for_none(&self) -> impl Iterator<Item = &Moment> {
        self.moments.iter().filter(|moment| self.statements_of(&moment.id).next().is_none())
    }

    /// Whether the family is heard before the first work.
    pub fn family_speaks_early(&self) -> bool {
        family_speaks_early(self.moments.iter().map(|moment| moment.words.purpose))
    }
}

/// Whether moments in this order let the family be heard before the first work: the definition begins with their voice.
pub fn family_speaks_early(purposes: impl Iterator<Item = Purpose>) -> bool {
    purposes
        .take_while(|purpose| *purpose != Purpose::Work)
        .any(|purpose| matches!(purpose, Purpose::Family | Purpose::Definition))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn a_moment(minutes: i64) -> Moment {
        Moment {
            id: MomentId::new(),
            conference_id: ConferenceId::new(),
            position: 0,
            words: MomentWords::new("Welcome", Purpose::Welcome, minutes, Language::english()),
            version: 1,
        }
    }

    #[test]
    fn the_guide_takes_twenty_five_minutes_and_half_as_long_again_with_an_interpreter() {
        let moments = crate::conference::guide::GUIDE.iter().map(|(_, minutes)| a_moment(*minutes)).collect();
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
