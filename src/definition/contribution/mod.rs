//! What one person brought to a section. It is theirs: nobody else can change it.

mod earlier;
#[cfg(feature = "store")]
mod holder;
mod saying;
mod translation;

pub use earlier::Earlier;
#[cfg(feature = "store")]
pub use holder::Holder;
#[cfg(feature = "store")]
pub(in crate::definition) use saying::Row as SayingRow;
pub use saying::Saying;
pub use translation::Translation;

use crate::at::At;
use crate::id::{ContributionId, PersonId};
use crate::person::Role;

use super::Section;

kinds! {
    /// A question that helps somebody begin. Each is worded for the one who answers it: student, family or school.
    pub enum Prompt {
        GoodLife = "good_life",
        Admired = "admired",
        PassedOn = "passed_on",
        Unfair = "unfair",
        WorthProtecting = "worth_protecting",
        LearningNow = "learning_now",
        LearnedAtHome = "learned_at_home",
        LearnedSomewhere = "learned_somewhere",
        Telling = "telling",
        Languages = "languages",
        ShownOutside = "shown_outside",
        Growing = "growing",
        CountedOn = "counted_on",
        Ahead = "ahead",
        WhatHelps = "what_helps",
        WhatStandsInTheWay = "what_stands_in_the_way",
    }
}

impl Prompt {
    /// The section it belongs to.
    pub fn section(self) -> Section {
        match self {
            Self::GoodLife | Self::Admired | Self::PassedOn => Section::Values,
            Self::WorthProtecting | Self::Unfair => Section::Community,
            Self::LearningNow | Self::LearnedAtHome | Self::LearnedSomewhere => Section::Learning,
            Self::Telling | Self::Languages | Self::ShownOutside => Section::Showing,
            Self::Growing | Self::CountedOn | Self::Ahead => Section::Becoming,
            Self::WhatHelps | Self::WhatStandsInTheWay => Section::Helps,
        }
    }

    /// The prompts of a section.
    pub fn of(section: Section) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |prompt| prompt.section() == section)
    }
}

/// What a contribution answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Nothing in particular.
    Nothing,
    /// One of the prompts.
    Prompt(Prompt),
    /// A question of the writer's own.
    Own(String),
}

impl Asked {
    /// As it is kept: a prompt's word, or the question itself.
    pub fn kept(&self) -> &str {
        match self {
            Self::Nothing => "",
            Self::Prompt(prompt) => prompt.as_str(),
            Self::Own(question) => question,
        }
    }

    /// What was kept.
    pub fn from_kept(text: &str) -> Self {
        match Prompt::named(text) {
            Some(prompt) => Self::Prompt(prompt),
            None if text.is_empty() => Self::Nothing,
            None => Self::Own(text.to_owned()),
        }
    }
}

#[cfg(feature = "store")]
kept_as_text!(Asked, |asked: &Asked| asked.kept().to_owned(), |text: &str| Ok(Asked::from_kept(text)));

/// What one person brought to a section.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Contribution {
    pub id: ContributionId,
    pub section: Section,
    /// Who said it.
    pub author_id: PersonId,
    pub author_name: String,
    pub author_role: Role,
    /// How a family member stands to the student, in their own words.
    pub author_kinship: Option<String>,
    /// Who wrote it down: the author, or somebody for them.
    pub written_by: PersonId,
    pub writer_name: String,
    pub asked: Asked,
    #[cfg_attr(feature = "store", sqlx(flatten, try_from = "saying::Row"))]
    pub said: Saying,
    /// What a change must have been made from.
    pub version: i64,
    pub made_at: At,
}

impl Contribution {
    /// Whether somebody else wrote it down.
    pub fn was_written_down(&self) -> bool {
        self.author_id != self.written_by
    }
}

#[cfg(feature = "store")]
mod store;

#[cfg(feature = "store")]
pub use store::NewContribution;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_has_two_or_three_prompts_and_every_prompt_one_section() {
        for section in Section::ALL {
            assert!((2..=3).contains(&Prompt::of(*section).count()), "{section}");
        }
        let all: usize = Section::ALL.iter().map(|section| Prompt::of(*section).count()).sum();
        assert_eq!(all, Prompt::ALL.len());
    }

    #[test]
    fn what_was_asked_is_kept_as_it_was() {
        let own = Asked::Own("What would my great-grandmother say?".to_owned());
        for asked in [Asked::Nothing, Asked::Prompt(Prompt::Admired), own] {
            assert_eq!(Asked::from_kept(asked.kept()), asked);
        }
    }
}
