//! The questions that help somebody begin: those Kinfolio comes with, and a school's own.
//!
//! They draw on what a family and a place give a young person: hopes, languages, people who stand by them, people to ask,
//! ways found, courage. None supposes where anybody comes from, and none asks what is wrong with them.

mod school;
mod store;

pub use school::{PromptWords, STUDENT, SchoolPrompt, SchoolWords, SectionNames, limit};

use crate::id::SchoolPromptId;

use super::Section;

kinds! {
    /// A question that helps somebody begin. Each is worded for the one who answers it: student, family or school.
    pub enum Prompt {
        GoodLife = "good_life",
        Admired = "admired",
        PassedOn = "passed_on",
        Hope = "hope",
        StandBy = "stand_by",
        WorthProtecting = "worth_protecting",
        Unfair = "unfair",
        WhoItTouches = "who_it_touches",
        WhoDecides = "who_decides",
        StoodUp = "stood_up",
        WhatWeDid = "what_we_did",
        LearningNow = "learning_now",
        InOwnWords = "in_own_words",
        LearnedAtHome = "learned_at_home",
        LearnedSomewhere = "learned_somewhere",
        Telling = "telling",
        Languages = "languages",
        ShownOutside = "shown_outside",
        Growing = "growing",
        CountedOn = "counted_on",
        GivingBack = "giving_back",
        Ahead = "ahead",
        WhatHelps = "what_helps",
        WhomToAsk = "whom_to_ask",
        FoundAWay = "found_a_way",
        WhatStandsInTheWay = "what_stands_in_the_way",
    }
}

impl Prompt {
    /// The section it belongs to.
    pub fn section(self) -> Section {
        match self {
            Self::GoodLife | Self::Admired | Self::PassedOn | Self::Hope | Self::StandBy => Section::Values,
            Self::WorthProtecting
            | Self::Unfair
            | Self::WhoItTouches
            | Self::WhoDecides
            | Self::StoodUp
            | Self::WhatWeDid => Section::Community,
            Self::LearningNow | Self::InOwnWords | Self::LearnedAtHome | Self::LearnedSomewhere => Section::Learning,
            Self::Telling | Self::Languages | Self::ShownOutside => Section::Showing,
            Self::Growing | Self::CountedOn | Self::GivingBack | Self::Ahead => Section::Becoming,
            Self::WhatHelps | Self::WhomToAsk | Self::FoundAWay | Self::WhatStandsInTheWay => Section::Helps,
        }
    }

    /// The prompts of a section.
    pub fn of(section: Section) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |prompt| prompt.section() == section)
    }
}

/// A school's own prompt, as one of its wordings asks it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Posed {
    pub id: SchoolPromptId,
    pub version: i64,
}

/// A question somebody is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// One that Kinfolio comes with.
    Ours(Prompt),
    /// One of the school's.
    Schools(Posed),
}

impl Question {
    /// What forms and addresses call it. For a school's own it names the wording too: a person answers what they read,
    /// whatever became of it while they wrote.
    pub fn word(&self) -> String {
        match self {
            Self::Ours(prompt) => prompt.to_string(),
            Self::Schools(Posed { id, version }) => format!("{id}.{version}"),
        }
    }

    /// The question with this word. Whether the school has it, [`SchoolWords::question`] knows.
    pub fn named(word: &str) -> Option<Self> {
        if let Some(prompt) = Prompt::named(word) {
            return Some(Self::Ours(prompt));
        }
        let (id, version) = word.split_once('.')?;
        Some(Self::Schools(Posed { id: SchoolPromptId::parse(id)?, version: version.parse().ok()? }))
    }

    /// Whether it is the same question, in these words or others.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Ours(one), Self::Ours(other)) => one == other,
            (Self::Schools(one), Self::Schools(other)) => one.id == other.id,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_has_three_to_six_prompts_and_every_prompt_one_section() {
        for section in Section::ALL {
            assert!((3..=6).contains(&Prompt::of(*section).count()), "{section}");
        }
        let all: usize = Section::ALL.iter().map(|section| Prompt::of(*section).count()).sum();
        assert_eq!(all, Prompt::ALL.len());
    }

    #[test]
    fn a_question_is_known_again_by_its_word() {
        let posed = Posed { id: SchoolPromptId::new(), version: 3 };
        for question in [Question::Ours(Prompt::Hope), Question::Schools(posed.clone())] {
            assert_eq!(Question::named(&question.word()), Some(question));
        }
        for word in ["", "other", "hope.1", ".", "0.0", &format!("{}.99999999999999999999", posed.id)] {
            assert_eq!(Question::named(word), None, "{word:?}");
        }
    }

    #[test]
    fn a_question_in_other_words_is_the_same_question() {
        let id = SchoolPromptId::new();
        let question = |id: &SchoolPromptId, version| Question::Schools(Posed { id: id.clone(), version });
        assert!(question(&id, 1).is(&question(&id, 2)));
        assert!(!question(&id, 1).is(&question(&SchoolPromptId::new(), 1)));
        assert!(!question(&id, 1).is(&Question::Ours(Prompt::Hope)));
    }
}
