//! A person, as the school keeps them: read and put right by the lead, and by an advisor whose student, or student's family,
//! they are.

pub mod belonging;
pub mod card;
pub mod edit;
pub mod stand_in;
pub mod subjects;
pub mod tie;
