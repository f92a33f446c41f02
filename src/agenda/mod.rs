//! What matters now, for each person, from the state of everything: facts in, ordered steps out. A student's home, an
//! advisor's Today, a family's page and a lead's home draw from it. Facts reach it only through what that person may see.

pub mod advisor;
mod day;
pub mod family;
pub mod lead;
mod phase;
mod put_off;
pub mod student;
#[cfg(test)]
mod table;

pub use day::{Over, TheDay};
pub use phase::Phase;
pub use put_off::{FARTHEST_DAYS, PutOff};

/// For how many days something that was said is worth coming back to first.
pub const FRESH_DAYS: i64 = 14;
/// How near a conference without a plan has to be before its plan comes before the work, in days.
const PLAN_FIRST_DAYS: i64 = 14;
