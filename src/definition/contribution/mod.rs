//! What one person brought to a section. It is theirs: nobody else can change it.

mod earlier;
mod saying;
mod translation;
mod who_hears;

pub use earlier::Earlier;
pub use saying::Saying;
pub(crate) use saying::SayingRow;
pub use translation::Translation;
pub(crate) use who_hears::{may_hear, may_see_photo};

use crate::at::At;
use crate::id::{ContributionId, PersonId};
use crate::person::Role;

use super::Section;
use super::prompt::{Posed, Prompt, Question};

/// What a contribution answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Nothing in particular.
    Nothing,
    /// One of our prompts.
    Prompt(Prompt),
    /// One of the school's own, as it was worded when it was asked.
    Schools(Posed),
    /// A question of the writer's own.
    Own(String),
}

impl From<Question> for Asked {
    fn from(question: Question) -> Self {
        match question {
            Question::Ours(prompt) => Self::Prompt(prompt),
            Question::Schools(posed) => Self::Schools(posed),
        }
    }
}

impl Asked {
    /// Whether it is this question, in these words or others.
    pub fn is(&self, question: &Question) -> bool {
        Self::from(question.clone()) == *self
            || matches!((self, question), (Self::Schools(posed), Question::Schools(other)) if posed.id == other.id)
    }

    /// As it is kept: a prompt's word, or the question itself.
    pub fn kept(&self) -> &str {
        match self {
            Self::Nothing | Self::Schools(_) => "",
            Self::Prompt(prompt) => prompt.as_str(),
            Self::Own(question) => question,
        }
    }

    /// As it is kept: one of the school's own.
    pub fn posed(&self) -> Option<&Posed> {
        if let Self::Schools(posed) = self { Some(posed) } else { None }
    }

    /// What was kept.
    pub fn from_kept(text: &str, posed: Option<Posed>) -> Self {
        match (posed, Prompt::named(text)) {
            (Some(posed), _) => Self::Schools(posed),
            (None, Some(prompt)) => Self::Prompt(prompt),
            (None, None) if text.is_empty() => Self::Nothing,
            (None, None) => Self::Own(text.to_owned()),
        }
    }
}

/// What one person brought to a section.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
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
    #[sqlx(flatten, try_from = "store::AskedRow")]
    pub asked: Asked,
    #[sqlx(flatten, try_from = "saying::SayingRow")]
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

impl Question {
    /// Whether somebody has said something to it.
    pub fn is_answered(&self, contributions: &[Contribution], person: &PersonId) -> bool {
        contributions.iter().any(|words| words.author_id == *person && words.asked.is(self))
    }
}

mod store;

pub use store::NewContribution;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::SchoolPromptId;

    #[test]
    fn what_was_asked_is_kept_as_it_was() {
        let own = Asked::Own("What would my great-grandmother say?".to_owned());
        let schools = Asked::Schools(Posed { id: SchoolPromptId::new(), version: 2 });
        for asked in [Asked::Nothing, Asked::Prompt(Prompt::Admired), own, schools] {
            assert_eq!(Asked::from_kept(asked.kept(), asked.posed().cloned()), asked);
        }
    }

    #[test]
    fn a_question_of_ones_own_never_turns_into_one_of_the_schools() {
        let own = format!("{}.1", SchoolPromptId::new());
        assert_eq!(Asked::from_kept(&own, None), Asked::Own(own));
    }
}
