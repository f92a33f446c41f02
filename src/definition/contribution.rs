//! What one person brought to a section. It is theirs: nobody else can change it.

use crate::at::At;
use crate::id::{ContributionId, PersonId};
use crate::language::Language;
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
    pub text: String,
    pub language: Language,
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
mod store {
    use super::*;
    use crate::definition::Definition;
    use crate::id::{DefinitionId, SchoolId};
    use crate::policy::Standing;
    use crate::saved::Saved;
    use crate::store::{Conn, StoreError, Tx, all, maybe, run};

    /// What somebody brings.
    #[derive(Clone, Debug)]
    pub struct NewContribution {
        /// Made when the form was shown, so that sending it twice adds it once.
        pub id: ContributionId,
        pub section: Section,
        pub author_id: PersonId,
        pub written_by: PersonId,
        pub asked: Asked,
        pub text: String,
        pub language: Language,
    }

    impl Contribution {
        /// The contributions to a definition that somebody who stands so to the student may see, the oldest first.
        pub async fn of_definition(
            conn: &mut Conn,
            definition: &Definition,
            standing: Standing,
        ) -> Result<Vec<Self>, StoreError> {
            let mut contributions: Vec<Self> = all!(
                conn,
                "SELECT contribution.id, section, author_id, author.name AS author_name, author.role AS author_role,
                    kinship.words AS author_kinship, written_by, writer.name AS writer_name, prompt AS asked, text,
                    language, version, made_at
                 FROM contribution
                 JOIN person author ON author.id = author_id
                 JOIN person writer ON writer.id = written_by
                 LEFT JOIN kinship ON kinship.person_id = author_id AND kinship.student_id = $3
                 WHERE contribution.school_id = $1 AND definition_id = $2 ORDER BY made_at, contribution.id",
                &definition.school_id,
                &definition.id,
                &definition.student_id
            )?;
            contributions.retain(|contribution| definition.shows(contribution.section, standing));
            Ok(contributions)
        }

        /// Adds what somebody brings. The same words under the same id are added once; other words under an id that is
        /// taken are words nobody has yet, and are added under a new one.
        pub async fn add(
            tx: &mut Tx,
            definition: &Definition,
            new: &NewContribution,
            now: At,
        ) -> Result<ContributionId, StoreError> {
            let taken: Option<(String,)> = maybe!(
                tx,
                "SELECT text FROM contribution
                 WHERE school_id = $1 AND definition_id = $2 AND id = $3 AND written_by = $4",
                &definition.school_id,
                &definition.id,
                &new.id,
                &new.written_by
            )?;
            if taken.is_some_and(|(text,)| text == new.text) {
                return Ok(new.id.clone());
            }
            if Self::insert(tx, definition, &new.id, new, now).await? {
                return Ok(new.id.clone());
            }
            let id = ContributionId::new();
            Self::insert(tx, definition, &id, new, now).await?;
            Ok(id)
        }

        /// The definition a contribution belongs to.
        pub async fn definition_of(
            conn: &mut Conn,
            school: &SchoolId,
            id: &ContributionId,
        ) -> Result<Option<Definition>, StoreError> {
            let found: Option<(DefinitionId,)> =
                maybe!(conn, "SELECT definition_id FROM contribution WHERE school_id = $1 AND id = $2", school, id)?;
            match found {
                Some((definition,)) => Definition::find(conn, school, &definition).await,
                None => Ok(None),
            }
        }

        /// Puts it in other words, when they are its author's and it is still the version they were made from. What its
        /// author says themself is written down by nobody else any more.
        pub async fn reword(
            &self,
            tx: &mut Tx,
            definition: &Definition,
            author: &PersonId,
            from_version: i64,
            text: &str,
            language: &Language,
        ) -> Result<Saved, StoreError> {
            let changed = run!(
                tx,
                "UPDATE contribution SET text = $5, language = $6, written_by = author_id, version = version + 1
                 WHERE school_id = $1 AND id = $2 AND author_id = $3 AND version = $4",
                &definition.school_id,
                &self.id,
                author,
                from_version,
                text,
                language
            )?;
            Ok(if changed == 1 { Saved::Kept } else { Saved::Stale })
        }

        async fn insert(
            tx: &mut Tx,
            definition: &Definition,
            id: &ContributionId,
            new: &NewContribution,
            now: At,
        ) -> Result<bool, StoreError> {
            let added = run!(
                tx,
                "INSERT INTO contribution
                    (id, school_id, definition_id, section, author_id, written_by, prompt, text, language, version, made_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10) ON CONFLICT (id) DO NOTHING",
                id,
                &definition.school_id,
                &definition.id,
                new.section,
                &new.author_id,
                &new.written_by,
                &new.asked,
                &new.text,
                &new.language,
                now
            )?;
            Ok(added == 1)
        }
    }
}

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
