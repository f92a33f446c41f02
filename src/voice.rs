//! The three voices that a definition is made of.

use crate::person::Role;

kinds! {
    /// Whose words something is: the student's, the family's, the school's.
    pub enum Voice {
        /// Round mark, running stitch.
        Student = "student",
        /// Diamond mark, woven edge.
        Family = "family",
        /// Triangle mark, double line.
        School = "school",
    }
}

impl Voice {
    /// The voice of somebody with this role.
    pub fn of(role: Role) -> Self {
        match role {
            Role::Student => Self::Student,
            Role::Family => Self::Family,
            Role::Advisor | Role::Lead => Self::School,
        }
    }
}
