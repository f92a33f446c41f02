//! What matters now to whoever leads the school: the school's own work, never a student's or a family's; and before it a
//! worry about a child, where they are one of those who hear of it.

use crate::id::WorryId;

/// What a lead could do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeadStep {
    /// There is nobody yet.
    AddPeople,
    /// Somebody worries about a child, and they have not opened it yet.
    HearWorry(WorryId),
    /// Some cannot sign in and have no code.
    MakeCodes(i64),
    /// There are no targets yet.
    AddTargets,
    /// Conferences are near, and some families have no way in.
    OpenToFamilies(i64),
    /// All is in hand.
    Nothing,
}

/// What the steps come from.
#[derive(Clone, Debug, Default)]
pub struct LeadFacts {
    /// The worry that waits for them longest.
    pub worry: Option<WorryId>,
    pub has_people: bool,
    pub has_targets: bool,
    /// Students and staff who cannot sign in and have no code that still works.
    pub without_a_way_in: i64,
    /// Students whose family has no link that still opens.
    pub families_without_a_way_in: i64,
}

/// What matters now, the first thing first; there always is one.
pub fn steps(facts: &LeadFacts) -> Vec<LeadStep> {
    if !facts.has_people {
        return vec![LeadStep::AddPeople];
    }
    let mut steps: Vec<LeadStep> = facts.worry.clone().map(LeadStep::HearWorry).into_iter().collect();
    steps.extend((facts.without_a_way_in > 0).then_some(LeadStep::MakeCodes(facts.without_a_way_in)));
    steps.extend((!facts.has_targets).then_some(LeadStep::AddTargets));
    steps.extend(
        (facts.families_without_a_way_in > 0).then_some(LeadStep::OpenToFamilies(facts.families_without_a_way_in)),
    );
    if steps.is_empty() {
        steps.push(LeadStep::Nothing);
    }
    steps
}
