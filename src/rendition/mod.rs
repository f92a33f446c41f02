//! A rendition: words in another language, or read aloud; beside what somebody said, by somebody with a name, and never instead
//! of it. One table for all kinds of words; those of a contribution have a table of their own
//! ([`Translation`](crate::definition::Translation)).

mod original;
mod store;
mod understood;

pub use original::Original;
pub(crate) use understood::reads;
pub use understood::{InCircle, unread, who_speaks_both};

use crate::at::At;
use crate::id::{PersonId, RenditionId, SoundId};
use crate::language::Language;
use crate::person::Role;

kinds! {
    /// What somebody can put in another language, or read aloud.
    pub enum WordsOf {
        /// Agreed words of a definition.
        Statement = "statement",
        /// A work, in its latest version.
        Work = "work",
        /// What was said about a version of a work.
        Feedback = "feedback",
        /// A moment of a plan.
        Moment = "moment",
        /// A learning target.
        Target = "target",
        /// What a student wrote back to a reply.
        Letter = "letter",
    }
}

/// Words in another language, or a recording of somebody who reads them aloud; or both.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Rendition {
    pub id: RenditionId,
    pub kind: WordsOf,
    pub thing_id: String,
    /// A [`fingerprint`] of the words it was made from.
    pub of_words: String,
    /// Empty where it is only read aloud.
    pub text: String,
    pub sound_id: Option<SoundId>,
    pub language: Language,
    pub made_by: PersonId,
    pub maker_name: String,
    pub made_at: At,
    /// Who said that it says what was meant.
    pub checker_name: Option<String>,
    pub checker_role: Option<Role>,
    /// Whether a machine made the words, and no person has checked them yet.
    pub is_draft: bool,
}

impl Rendition {
    /// Whether somebody who sees it can say that it is right: whose words they are, or the student's family; never the one who
    /// made it. A machine's draft whoever brought it can read and put right as well.
    pub fn is_checked_by(&self, author: Option<&PersonId>, person: &PersonId, role: Role) -> bool {
        if self.is_draft && !self.text.is_empty() {
            return Some(person) == author || *person == self.made_by || role == Role::Family;
        }
        let is_translated = !self.text.is_empty() && self.checker_name.is_none();
        let can_tell = Some(person) == author || role == Role::Family;
        is_translated && *person != self.made_by && Some(&self.made_by) != author && can_tell
    }

    /// Whether the words it was made from read differently by now.
    pub fn is_of_earlier(&self, words: &str) -> bool {
        self.of_words != fingerprint(words)
    }
}

/// What tells whether words are the ones they were; the words themselves are not kept by it.
pub fn fingerprint(words: &str) -> String {
    crate::secret::fingerprint(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendition(by: &PersonId) -> Rendition {
        Rendition {
            id: RenditionId::new(),
            kind: WordsOf::Statement,
            thing_id: String::new(),
            of_words: fingerprint("We look after our elders."),
            text: "Cuidamos a nuestros mayores.".into(),
            sound_id: None,
            language: Language::english(),
            made_by: by.clone(),
            maker_name: "Ruth".into(),
            made_at: At(0),
            checker_name: None,
            checker_role: None,
            is_draft: false,
        }
    }

    #[test]
    fn it_is_checked_by_whose_words_they_are_or_by_family_and_never_by_its_maker() {
        let (author, maker, other) = (PersonId::new(), PersonId::new(), PersonId::new());
        let one = rendition(&maker);
        for role in Role::ALL {
            assert!(!one.is_checked_by(Some(&author), &maker, *role));
            assert!(one.is_checked_by(Some(&author), &author, *role));
            assert_eq!(one.is_checked_by(Some(&author), &other, *role), *role == Role::Family);
        }
        // Whoever translates what they said themselves knows what they meant; and a voice says nothing else.
        assert!(!rendition(&author).is_checked_by(Some(&author), &other, Role::Family));
        let read_aloud = Rendition { text: String::new(), ..one };
        assert!(!read_aloud.is_checked_by(Some(&author), &author, Role::Student));
    }

    #[test]
    fn a_machines_draft_is_checked_by_whoever_brought_it_too() {
        let (author, maker, other) = (PersonId::new(), PersonId::new(), PersonId::new());
        let draft = |by: &PersonId| Rendition { is_draft: true, ..rendition(by) };
        assert!(draft(&maker).is_checked_by(Some(&author), &maker, Role::Advisor));
        assert!(draft(&author).is_checked_by(Some(&author), &other, Role::Family));
        assert!(!draft(&maker).is_checked_by(Some(&author), &other, Role::Student));
    }

    #[test]
    fn words_that_were_put_differently_make_it_one_of_earlier_words() {
        let one = rendition(&PersonId::new());
        assert!(!one.is_of_earlier("We look after our elders."));
        assert!(one.is_of_earlier("We look after each other."));
    }
}
