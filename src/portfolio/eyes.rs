//! Seeing one's portfolio with somebody else's eyes.

use crate::person::{Role, Student};
use crate::policy::{Relation, Standing};

kinds! {
    /// Whose eyes.
    pub enum Eyes {
        /// The family's.
        Family = "family",
        /// Those of whoever is invited to the conference.
        Conference = "conference",
        /// The advisor's.
        Advisor = "advisor",
    }
}

impl Eyes {
    /// How whoever has these eyes stands to the student.
    pub fn standing(self) -> Standing {
        match self {
            Self::Family => Standing::new(Role::Family, Relation::LinkedFamily),
            Self::Conference => Standing::new(Role::Family, Relation::Invited),
            Self::Advisor => Standing::new(Role::Advisor, Relation::SameAdvisory),
        }
    }

    /// The student, as they stand before these eyes. Everything that is asked of them from here on is asked as somebody
    /// else would ask it: there is no second way of deciding what is shown.
    pub fn on(self, student: &Student) -> Student {
        Student { standing: self.standing(), ..student.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Action, Audience};

    #[test]
    fn each_pair_of_eyes_sees_what_is_meant_for_it() {
        let sees = |eyes: Eyes| eyes.standing().audiences(Action::SeeWork).map(|open| open[0]);
        assert_eq!(sees(Eyes::Advisor), Some(Audience::Advisor));
        assert_eq!(sees(Eyes::Family), Some(Audience::Family));
        assert_eq!(sees(Eyes::Conference), Some(Audience::Conference));
    }

    #[test]
    fn nobody_arranges_through_somebody_elses_eyes() {
        for eyes in Eyes::ALL {
            assert!(!eyes.standing().may_at_all(Action::ArrangePortfolio), "{eyes}");
            assert!(eyes.standing().may_at_all(Action::SeePortfolio), "{eyes}");
        }
    }
}
