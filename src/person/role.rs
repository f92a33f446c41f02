//! What somebody does in a school. It knows nothing of people, so that [`policy`](crate::policy) can know it.

kinds! {
    /// What somebody does here.
    pub enum Role {
        /// Collects, co-writes, designs, leads.
        Student = "student",
        /// Any adult the student's school connects: a parent, a grandparent, an elder, a mentor.
        Family = "family",
        /// Accompanies an advisory.
        Advisor = "advisor",
        /// Sets up the school.
        Lead = "lead",
    }
}

impl Role {
    /// Whether they work at the school: these alone can do another's work there.
    pub fn is_staff(self) -> bool {
        matches!(self, Self::Advisor | Self::Lead)
    }
}
