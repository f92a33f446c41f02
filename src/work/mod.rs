//! A work: something the student made or did, in or out of school, with its revisions, the feedback on them and the
//! mastery checks.

mod check;
mod compare;
mod feedback;
mod file;
mod film;
mod lacks;
mod link;
mod peer;
mod picture;
pub mod previewed;
mod revision;
mod saving;
mod store;
mod title;

pub use check::*;
pub use compare::Piece;
pub use compare::compared;
pub use feedback::*;
pub use file::{DrawnPage, FileKind, MOST_CAPTIONS, WorkFile, web_vtt};
pub use film::{FilmConversion, LONGEST_FILM_SECONDS, UnplayedCodec};
pub use lacks::{Lack, SoFar};
pub use link::{Link, no_link};
pub use peer::PeerAsk;
pub use picture::{Picture, PictureWidth};
pub use revision::Revision;
pub use store::{
    AskedPeer, BIN_DAYS, BinnedWork, FileBytes, KeptAs, LatelySaid, NewFeedback, PlayedFilm, WaitingCheck,
};
pub use title::suggested_title;

use crate::at::At;
use crate::field;
use crate::id::{PersonId, SchoolId, TargetId, WorkId};
use crate::language::Language;
use crate::policy::{Action, Audience, Standing};
use crate::words::{self, Problem, Problems, limit};

/// The most pictures, and other files, of one version.
pub const MOST_FILES: usize = 20;

kinds! {
    /// The form a work takes: how it shows what somebody can do.
    pub enum WorkForm {
        /// Told.
        Story = "story",
        /// Shown while it works.
        Demonstration = "demonstration",
        /// Played, danced, sung, spoken.
        Performance = "performance",
        /// Led through, piece by piece.
        WalkThrough = "walk-through",
        /// Taught to somebody.
        Teaching = "teaching",
        /// Built, drawn, sewn, cooked, grown.
        Making = "making",
        /// Written.
        Writing = "writing",
    }
}

kinds! {
    /// Where a work is on its road.
    pub enum WorkState {
        /// Not kept yet: only its student sees it.
        Draft = "draft",
        /// Kept, and no check asked for.
        Kept = "kept",
        /// An advisor is asked to look.
        Waiting = "waiting",
        /// Looked at; the next step is written down.
        NotYet = "not_yet",
        /// All its targets are mastered.
        Mastered = "mastered",
    }
}

impl WorkState {
    /// The state of a work from what was answered for each of its targets.
    pub fn of(kept: bool, targets: &[TargetRoad]) -> Self {
        let latest = || targets.iter().map(TargetRoad::now);
        match () {
            () if !kept => Self::Draft,
            () if targets.iter().any(TargetRoad::waits) => Self::Waiting,
            () if !targets.is_empty() && latest().all(|answer| answer == Some(Mastery::Mastered)) => Self::Mastered,
            () if latest().any(|answer| answer == Some(Mastery::NotYet)) => Self::NotYet,
            () => Self::Kept,
        }
    }
}

kinds! {
    /// What others than the advisor see of how a work came to be.
    pub enum Shows {
        /// Every revision, what was said about it, and what the student made of that.
        Road = "road",
        /// The latest revision and what it shows.
        Result = "result",
    }
}

/// A work.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Work {
    pub id: WorkId,
    pub school_id: SchoolId,
    pub student_id: PersonId,
    pub title: String,
    pub form: WorkForm,
    pub language: Language,
    /// Whom its student means it for, once it is kept; see [`Work::audience`].
    pub audience: Audience,
    /// None while it is a draft.
    pub kept_at: Option<At>,
    /// Goes up with every change.
    pub version: i64,
    pub changed_at: At,
}

impl Work {
    /// Whom it is meant for as it stands: a draft is its student's alone, whatever audience they chose.
    pub fn audience(&self) -> Audience {
        Self::audience_of(self.audience, self.kept_at.is_some())
    }

    /// Whether somebody who stands so to its student may do this with it.
    pub fn may(&self, standing: Standing, action: Action) -> bool {
        standing.may(action, self.audience())
    }

    /// Whom its road is meant for, where it shows this: the student and those who gave feedback walk it in any case.
    pub fn road_audience(&self, shows: Shows) -> Audience {
        match shows {
            Shows::Road => self.audience(),
            Shows::Result => self.audience().min(Audience::Advisor),
        }
    }

    /// How much of it somebody who stands so to its student may see: its road, its result, or nothing.
    pub fn may_see(&self, standing: Standing, shows: Shows, asks: Option<&PeerAsk>) -> Option<Shows> {
        let sees = self.may(standing, Action::SeeWork);
        let is_asked = standing.may(Action::GivePeerFeedback, self.peer_audience(asks));
        match () {
            () if sees && standing.may(Action::SeeRoad, self.road_audience(shows)) => Some(Shows::Road),
            () if sees || is_asked => Some(Shows::Result),
            () => None,
        }
    }

    /// Whom its latest revision is meant for, while its student asks the advisory or does not: fellow students see it
    /// only where they are asked.
    pub fn peer_audience(&self, asks: Option<&PeerAsk>) -> Audience {
        match asks {
            Some(_) if self.kept_at.is_some() => Audience::Conference,
            _ => Audience::Me,
        }
    }

    /// Whom a work is meant for whose student chose this audience, kept or not.
    pub(crate) fn audience_of(audience: Audience, kept: bool) -> Audience {
        if kept { audience } else { Audience::Me }
    }
}

/// A work as it stands in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkCard {
    pub work: Work,
    pub state: WorkState,
    /// Of the latest revision.
    pub text: String,
    /// The first picture of the latest revision.
    pub picture: Option<Picture>,
    /// Whether somebody answered the latest revision.
    pub is_answered: bool,
}

impl WorkCard {
    /// Whether there is nothing in it yet: no name, no words, no picture.
    pub fn is_empty(&self) -> bool {
        self.work.title.is_empty() && self.text.trim().is_empty() && self.picture.is_none()
    }
}

/// A work as somebody wants it: checked, ready to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    pub title: String,
    pub form: WorkForm,
    pub language: Language,
    pub audience: Audience,
    pub targets: Vec<TargetId>,
    /// None when it is not to be changed.
    pub text: Option<String>,
    /// Pages elsewhere, line by line; none when they are not to be changed.
    pub links: Option<String>,
    pub reflection_prompt: String,
    pub reflection: String,
}

/// A work as it was typed.
#[derive(Clone, Debug, Default)]
pub struct TypedWork<'a> {
    pub title: &'a str,
    pub form: &'a str,
    pub language: &'a str,
    pub audience: &'a str,
    pub targets: Vec<TargetId>,
    /// None when the form had no place for it.
    pub text: Option<&'a str>,
    /// None when the form had no place for them.
    pub links: Option<&'a str>,
    pub reflection_prompt: &'a str,
    pub reflection: &'a str,
}

impl Writing {
    /// A draft with nothing in it yet, for pictures that come before any words.
    pub fn blank(language: Language) -> Self {
        Self {
            title: String::new(),
            form: WorkForm::Making,
            language,
            audience: Audience::Advisor,
            targets: Vec::new(),
            text: Some(String::new()),
            links: Some(String::new()),
            reflection_prompt: String::new(),
            reflection: String::new(),
        }
    }

    /// What can be saved of what was typed, and what is wrong with it. A draft takes anything that fits: it needs no
    /// title and no choices yet. Something that does not fit at all is not saved: it comes back to be shortened.
    pub fn checked(typed: &TypedWork<'_>, keep: bool) -> (Option<Self>, Problems) {
        let mut problems = Problems::default();
        let title = problems.take(field::TITLE, words::optional_line(typed.title));
        let text = typed.text.map(|text| problems.take(field::TEXT, words::optional_text(text, limit::WORK)));
        let links = typed.links.map(|links| problems.take(field::LINKS, words::optional_text(links, limit::WORDS)));
        let reflection = problems.take(field::REFLECTION, words::optional_text(typed.reflection, limit::WORDS));
        let reflection_prompt = words::optional_line(typed.reflection_prompt).unwrap_or_default();
        let fits = problems.is_empty();
        if keep && title.is_empty() {
            problems.note(field::TITLE, Problem::Missing);
        }
        let form = WorkForm::named(typed.form);
        let audience = Audience::named(typed.audience);
        let language = Language::tagged(typed.language);
        if keep && form.is_none() {
            problems.note(field::FORM, Problem::Choose);
        }
        if keep && audience.is_none() {
            problems.note(field::AUDIENCE, Problem::Choose);
        }
        if keep && language.is_none() {
            problems.note(field::LANGUAGE, Problem::Choose);
        }
        let writing = Self {
            title,
            form: form.unwrap_or(WorkForm::Making),
            language: language.unwrap_or_else(Language::english),
            audience: audience.unwrap_or(Audience::Me),
            targets: typed.targets.clone(),
            text,
            links,
            reflection_prompt,
            reflection,
        };
        (fits.then_some(writing), problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn road(answers: &[Option<Mastery>]) -> TargetRoad {
        TargetRoad { target_id: TargetId::new(), answers: answers.to_vec() }
    }

    #[test]
    fn a_work_is_mastered_when_every_one_of_its_targets_is() {
        use Mastery::{Mastered, NotYet};
        assert_eq!(
            WorkState::of(true, &[road(&[Some(Mastered)]), road(&[Some(NotYet), Some(Mastered)])]),
            WorkState::Mastered
        );
        assert_eq!(WorkState::of(true, &[road(&[Some(Mastered)]), road(&[Some(NotYet)])]), WorkState::NotYet);
        assert_eq!(WorkState::of(true, &[road(&[Some(Mastered)]), road(&[])]), WorkState::Kept);
        assert_eq!(WorkState::of(true, &[]), WorkState::Kept);
    }

    #[test]
    fn a_work_that_waits_says_so_until_it_is_answered() {
        use Mastery::NotYet;
        assert_eq!(WorkState::of(true, &[road(&[Some(NotYet), None])]), WorkState::Waiting);
        assert_eq!(WorkState::of(false, &[road(&[None])]), WorkState::Draft);
    }

    #[test]
    fn a_draft_takes_anything_and_keeping_asks_for_what_is_missing() {
        let typed = TypedWork { text: Some("just a line"), ..TypedWork::default() };
        let (draft, problems) = Writing::checked(&typed, false);
        assert!(draft.is_some() && problems.is_empty());
        let (kept, problems) = Writing::checked(&typed, true);
        assert!(kept.is_some(), "the words are saved all the same");
        assert_eq!(problems.of(field::TITLE), Some(&Problem::Missing));
        assert_eq!(problems.of(field::FORM), Some(&Problem::Choose));
    }

    #[test]
    fn a_draft_is_its_students_alone_whatever_its_audience() {
        use crate::person::Role;
        use crate::policy::Relation;
        let mut work = Work {
            id: WorkId::new(),
            school_id: SchoolId::new(),
            student_id: PersonId::new(),
            title: String::new(),
            form: WorkForm::Story,
            language: Language::english(),
            audience: Audience::Conference,
            kept_at: None,
            version: 1,
            changed_at: At(0),
        };
        let family = Standing::new(Role::Family, Relation::LinkedFamily);
        assert!(!work.may(family, Action::SeeWork));
        assert!(work.may(Standing::new(Role::Student, Relation::Own), Action::SeeWork));
        work.kept_at = Some(At(1));
        assert!(work.may(family, Action::SeeWork));
    }

    #[test]
    fn the_road_is_shown_to_family_where_the_student_shows_it_and_to_the_advisor_always() {
        use crate::person::Role;
        use crate::policy::Relation;
        let work = Work {
            id: WorkId::new(),
            school_id: SchoolId::new(),
            student_id: PersonId::new(),
            title: String::new(),
            form: WorkForm::Story,
            language: Language::english(),
            audience: Audience::Conference,
            kept_at: Some(At(1)),
            version: 1,
            changed_at: At(0),
        };
        let family = Standing::new(Role::Family, Relation::LinkedFamily);
        let advisor = Standing::new(Role::Advisor, Relation::SameAdvisory);
        let peer = Standing::new(Role::Student, Relation::SameAdvisory);
        for &shows in Shows::ALL {
            assert_eq!(work.may_see(family, shows, None), Some(shows));
            assert_eq!(work.may_see(advisor, shows, None), Some(Shows::Road));
            assert_eq!(work.may_see(peer, shows, None), None);
        }
        let mine = Work { audience: Audience::Me, ..work.clone() };
        assert_eq!(mine.may_see(advisor, Shows::Road, None), None);
        let asks = PeerAsk { question: String::new(), language: Language::english(), asked_at: At(1) };
        assert_eq!(work.may_see(peer, Shows::Road, Some(&asks)), Some(Shows::Result), "asked, but not about the road");
        let draft = Work { kept_at: None, ..work };
        assert_eq!(draft.may_see(peer, Shows::Road, Some(&asks)), None);
    }
}
