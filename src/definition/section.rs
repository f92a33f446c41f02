//! The six parts of a definition, and who may see each.

use crate::policy::Audience;

kinds! {
    /// A part of a definition of success.
    pub enum Section {
        /// Our values.
        Values = "values",
        /// For our community.
        Community = "community",
        /// What I'm learning.
        Learning = "learning",
        /// How I show what I know.
        Showing = "showing",
        /// Who I'm becoming.
        Becoming = "becoming",
        /// What helps and what gets in my way: in the conditions, never in the child.
        Helps = "helps",
    }
}

impl Section {
    /// Who may see it until the student says otherwise. Naming an injustice can put a family at risk, so what is written
    /// for the community begins as the student's own.
    pub fn starts_with(self) -> Audience {
        match self {
            Self::Community => Audience::Me,
            _ => Audience::Family,
        }
    }
}

/// Who may see each section of one definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Audiences([Audience; Section::ALL.len()]);

impl Default for Audiences {
    fn default() -> Self {
        Self(std::array::from_fn(|place| Section::ALL[place].starts_with()))
    }
}

impl Audiences {
    /// Who may see a section.
    pub fn of(&self, section: Section) -> Audience {
        self.0[section as usize]
    }

    /// With one section opened or closed.
    pub fn with(mut self, section: Section, audience: Audience) -> Self {
        self.0[section as usize] = audience;
        self
    }

    /// Each section as narrow as it is in either of the two.
    pub fn narrower(self, other: Self) -> Self {
        Self(std::array::from_fn(|place| self.0[place].min(other.0[place])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::Definition;
    use crate::person::Role;
    use crate::policy::{Relation, Standing};

    #[test]
    fn for_our_community_begins_private_and_the_rest_with_the_family() {
        let definition = Definition::blank();
        let family = Standing::new(Role::Family, Relation::LinkedFamily);
        let seen = definition.sections(family);
        assert!(!seen.contains(&Section::Community));
        assert_eq!(seen.len(), Section::ALL.len() - 1);
        let student = Standing::new(Role::Student, Relation::Own);
        assert_eq!(definition.sections(student), Section::ALL);
    }

    #[test]
    fn the_narrower_of_two_opens_nothing_that_either_keeps_closed() {
        let last =
            Audiences::default().with(Section::Community, Audience::Conference).with(Section::Helps, Audience::Me);
        let next = last.narrower(Audiences::default());
        assert_eq!(next.of(Section::Community), Audience::Me);
        assert_eq!(next.of(Section::Helps), Audience::Me);
        assert_eq!(next.of(Section::Values), Audience::Family);
    }

    #[test]
    fn opening_one_section_opens_no_other() {
        let before = Audiences::default();
        let after = before.with(Section::Community, Audience::Conference).with(Section::Helps, Audience::Me);
        for section in Section::ALL {
            let expected = match section {
                Section::Community => Audience::Conference,
                Section::Helps => Audience::Me,
                _ => before.of(*section),
            };
            assert_eq!(after.of(*section), expected);
        }
    }
}
