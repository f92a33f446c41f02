//! What becomes of a work that is saved over what stands. Nothing anybody wrote is lost to it: words that were answered
//! stay, words that were written over them become a revision, and two texts that met are both shown.

use super::{Revision, Work, Writing};
use crate::id::TargetId;

impl Writing {
    /// Whether its words have to become a revision: somebody answered the ones they were written over.
    pub fn needs_a_revision(&self, latest: &Revision) -> bool {
        let other = |written: &Option<String>, stands: &str| written.as_ref().is_some_and(|written| written != stands);
        latest.is_answered && (other(&self.text, &latest.text) || other(&self.links, &latest.links))
    }

    /// Whether it was made from something older than what stands, and says something else. `from` is the version it was
    /// made from; none when it was written as a new work.
    pub fn is_stale(&self, from: Option<i64>, stands: &Work, targets: &[TargetId], latest: &Revision) -> bool {
        let is_of_now = match from {
            Some(version) => version == stands.version,
            // Pictures that were sent ahead have started the draft.
            None => stands.kept_at.is_none() && is_blank(stands, targets, latest),
        };
        !is_of_now && !self.says_the_same(stands, targets, latest)
    }

    fn says_the_same(&self, stands: &Work, targets: &[TargetId], latest: &Revision) -> bool {
        // Whatever a form comes to say is compared here, or does not compile.
        let Self { title, form, language, audience, text, links, reflection, reflection_prompt, targets: chosen } =
            self;
        *title == stands.title
            && *form == stands.form
            && *language == stands.language
            && *audience == stands.audience
            && text.as_ref().is_none_or(|text| *text == latest.text)
            && links.as_ref().is_none_or(|links| *links == latest.links)
            && *reflection == latest.reflection
            && *reflection_prompt == latest.reflection_prompt
            && targets.iter().all(|target| chosen.contains(target))
            && chosen.iter().all(|target| targets.contains(target))
    }
}

fn is_blank(work: &Work, targets: &[TargetId], latest: &Revision) -> bool {
    work.version == 1
        && work.title.is_empty()
        && latest.text.is_empty()
        && latest.links.is_empty()
        && latest.reflection.is_empty()
        && targets.is_empty()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::at::At;
    use crate::id::{PersonId, RevisionId, SchoolId, WorkId};
    use crate::language::Language;

    fn what_stands(title: &str, text: &str, version: i64, is_answered: bool) -> (Work, Revision) {
        let blank = Writing::blank(Language::english());
        let work = Work {
            id: WorkId::new(),
            school_id: SchoolId::new(),
            student_id: PersonId::new(),
            title: title.to_owned(),
            form: blank.form,
            language: blank.language,
            audience: blank.audience,
            kept_at: None,
            version,
            changed_at: At(0),
        };
        let latest = Revision {
            id: RevisionId::new(),
            number: 1,
            text: text.to_owned(),
            html: None,
            links: String::new(),
            reflection_prompt: String::new(),
            reflection: String::new(),
            made_at: At(0),
            is_answered,
            pictures: Vec::new(),
            files: Vec::new(),
        };
        (work, latest)
    }

    fn written(title: &str, text: &str) -> Writing {
        Writing { title: title.to_owned(), text: Some(text.to_owned()), ..Writing::blank(Language::english()) }
    }

    #[test]
    fn words_written_over_what_somebody_answered_become_a_revision() {
        let (_, answered) = what_stands("Garden", "At first", 1, true);
        assert!(written("Garden", "At first I counted").needs_a_revision(&answered));
        assert!(!written("My garden", "At first").needs_a_revision(&answered), "a title may change");
        assert!(!Writing { text: None, links: None, ..written("Garden", "") }.needs_a_revision(&answered));
        let linked = Writing { links: Some("wessick.example".into()), ..written("Garden", "At first") };
        assert!(linked.needs_a_revision(&answered), "a link is part of what was answered");
        let (_, open) = what_stands("Garden", "At first", 1, false);
        assert!(!written("Garden", "At first I counted").needs_a_revision(&open));
    }

    #[test]
    fn a_draft_that_pictures_started_takes_the_first_words() {
        let (work, latest) = what_stands("", "", 1, false);
        assert!(!written("Garden", "At first").is_stale(None, &work, &[], &latest));
    }

    #[test]
    fn an_old_page_of_a_new_work_does_not_write_over_what_was_saved_since() {
        let (work, latest) = what_stands("Garden", "At first I counted", 1, false);
        assert!(written("Garden", "At first").is_stale(None, &work, &[], &latest));
    }

    proptest! {
        #[test]
        fn what_says_the_same_is_never_stale(title in ".{0,20}", text in ".{0,40}", from: Option<i64>, version: i64) {
            let (work, latest) = what_stands(&title, &text, version, false);
            prop_assert!(!written(&title, &text).is_stale(from, &work, &[], &latest));
        }

        #[test]
        fn other_words_are_taken_from_the_version_that_stands_and_from_no_other(
            text in ".{0,40}", from: i64, version: i64,
        ) {
            let (work, latest) = what_stands("Garden", "what stands", version, false);
            let other = written("Garden", &format!("{text} and more"));
            prop_assert_eq!(other.is_stale(Some(from), &work, &[], &latest), from != version);
        }
    }
}
