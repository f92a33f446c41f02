//! One version of a work, and what was said about it.

use super::feedback::Feedback;
use super::{Picture, WorkFile};
use crate::at::At;
use crate::id::RevisionId;

/// One version of a work. It stays as it is once another exists, or once somebody answered it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Revision {
    pub id: RevisionId,
    /// 1 is the first draft.
    pub number: i64,
    pub text: String,
    /// The text as HTML, where it is kept as it is rendered now; see [`Self::prose`].
    pub html: Option<String>,
    /// Pages elsewhere, line by line, as they were written.
    pub links: String,
    pub reflection_prompt: String,
    pub reflection: String,
    pub made_at: At,
    /// Whether feedback or a check refers to it.
    pub is_answered: bool,
    #[sqlx(skip)]
    pub pictures: Vec<Picture>,
    #[sqlx(skip)]
    pub files: Vec<WorkFile>,
}

impl Revision {
    /// Whether its words and pictures may still change.
    pub fn is_open(&self, latest: i64) -> bool {
        self.number == latest && !self.is_answered
    }

    /// Its text as HTML: what is kept, or rendered now.
    pub fn prose(&self) -> String {
        self.html.clone().unwrap_or_else(|| crate::markdown::render(&self.text))
    }

    /// Its pictures that no words stand for, and that were not called decoration.
    pub fn undescribed(&self) -> impl Iterator<Item = &Picture> {
        self.pictures.iter().filter(|picture| picture.description.is_empty() && !picture.is_decorative)
    }

    /// The pages elsewhere that belong to it.
    pub fn links(&self) -> Vec<super::Link> {
        super::link::links(&self.links)
    }

    /// Its sounds and videos.
    pub fn recordings(&self) -> impl Iterator<Item = &WorkFile> {
        self.files.iter().filter(|file| file.can_have_captions())
    }

    /// Whether this feedback is about it.
    pub fn heard(&self, feedback: &Feedback) -> bool {
        feedback.revision_id == self.id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_revision_changes_only_while_it_is_the_latest_and_unanswered() {
        let revision = |number, is_answered| Revision {
            id: RevisionId::new(),
            number,
            text: String::new(),
            html: None,
            links: String::new(),
            reflection_prompt: String::new(),
            reflection: String::new(),
            made_at: At(0),
            is_answered,
            pictures: Vec::new(),
            files: Vec::new(),
        };
        assert!(revision(2, false).is_open(2));
        assert!(!revision(1, false).is_open(2), "another one exists");
        assert!(!revision(2, true).is_open(2), "somebody answered it");
    }
}
