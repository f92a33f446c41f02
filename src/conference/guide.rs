//! The plan that is offered where a school has none of its own (`school_plan`) and nothing is proposed from a definition.

use super::moment::Purpose;

/// The plan that the guides describe: 25 minutes. Its names are in the locale files, so that it starts in the student's
/// language.
pub const GUIDE: [(Purpose, i64); 7] = [
    (Purpose::Welcome, 2),
    (Purpose::Definition, 3),
    (Purpose::Work, 9),
    (Purpose::Action, 3),
    (Purpose::NotYet, 2),
    (Purpose::Family, 3),
    (Purpose::Commitments, 3),
];
