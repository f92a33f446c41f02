//! What is still open about a work. It stands in nobody's way: it says what would let others see more of it.

use super::{Revision, Work};
use crate::id::TargetId;
use crate::policy::Audience;

/// Something that can still be added to a work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// What it is called.
    Title,
    /// What so many of its pictures show.
    Descriptions(usize),
    /// Which skills it shows.
    Targets,
    /// The student's words about it.
    LookingBack,
    /// Somebody else who may see it.
    SeenByNobody,
}

/// What there is of a work, as far as it decides what is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SoFar {
    pub has_title: bool,
    /// How many pictures of the latest revision have no words and were not called decoration.
    pub undescribed: usize,
    pub has_targets: bool,
    pub has_looked_back: bool,
    pub is_kept: bool,
    pub audience: Audience,
}

impl SoFar {
    /// A work as its latest revision shows it.
    pub fn of(work: &Work, latest: &Revision, targets: &[TargetId]) -> Self {
        Self {
            has_title: !work.title.is_empty(),
            undescribed: latest.undescribed().count(),
            has_targets: !targets.is_empty(),
            has_looked_back: !latest.reflection.is_empty(),
            is_kept: work.kept_at.is_some(),
            audience: work.audience,
        }
    }

    /// What is open, in the order in which it is easiest to say: first what is in front of the eyes, last who else may
    /// look. A school that has no learning targets asks for none. Nobody sees a draft, and that is as it should be.
    pub fn open(&self, school_has_targets: bool) -> Vec<Lack> {
        let title = (!self.has_title).then_some(Lack::Title);
        let descriptions = (self.undescribed > 0).then_some(Lack::Descriptions(self.undescribed));
        let targets = (!self.has_targets && school_has_targets).then_some(Lack::Targets);
        let looking_back = (!self.has_looked_back).then_some(Lack::LookingBack);
        let nobody = (self.is_kept && self.audience == Audience::Me).then_some(Lack::SeenByNobody);
        [title, descriptions, targets, looking_back, nobody].into_iter().flatten().collect()
    }

    /// Whether people look at pictures that no words stand for: then the student is asked for them.
    pub fn asks_for_descriptions(&self) -> bool {
        let others_look = matches!(self.audience, Audience::Family | Audience::Conference);
        self.is_kept && others_look && self.undescribed > 0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WHOLE: SoFar = SoFar {
        has_title: true,
        undescribed: 0,
        has_targets: true,
        has_looked_back: true,
        is_kept: true,
        audience: Audience::Family,
    };

    #[test]
    fn a_photo_that_was_just_added_has_a_few_things_open() {
        let just_added =
            SoFar { undescribed: 2, has_targets: false, has_looked_back: false, audience: Audience::Me, ..WHOLE };
        let open = [Lack::Descriptions(2), Lack::Targets, Lack::LookingBack, Lack::SeenByNobody];
        assert_eq!(just_added.open(true), open);
        assert!(!just_added.asks_for_descriptions(), "nobody else looks at it yet");
    }

    #[test]
    fn a_draft_is_nobodys_but_its_students_and_that_is_not_open() {
        let draft = SoFar { is_kept: false, audience: Audience::Me, ..WHOLE };
        assert_eq!(draft.open(true), []);
        assert!(!SoFar { undescribed: 1, is_kept: false, ..WHOLE }.asks_for_descriptions());
    }

    #[test]
    fn a_school_without_targets_asks_for_none() {
        assert_eq!(SoFar { has_targets: false, ..WHOLE }.open(false), []);
    }

    #[test]
    fn pictures_that_families_look_at_are_asked_about() {
        for (audience, asks) in
            [(Audience::Me, false), (Audience::Advisor, false), (Audience::Family, true), (Audience::Conference, true)]
        {
            assert_eq!(SoFar { undescribed: 1, audience, ..WHOLE }.asks_for_descriptions(), asks, "{audience:?}");
        }
    }

    proptest! {
        #[test]
        fn a_whole_work_has_nothing_open_and_everything_missing_is_said_once(
            has_title: bool, undescribed in 0..3usize, has_targets: bool, has_looked_back: bool,
        ) {
            let so_far = SoFar { has_title, undescribed, has_targets, has_looked_back, ..WHOLE };
            let missing = [!has_title, undescribed > 0, !has_targets, !has_looked_back];
            prop_assert_eq!(so_far.open(true).len(), missing.into_iter().filter(|missing| *missing).count());
        }
    }
}
