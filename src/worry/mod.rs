//! A worry about a child, because of words that somebody read: a copy of the words as they stood then, held for the people
//! whom the school names and nobody else, whatever becomes of the words. It is released by two of them.

mod hearers;
mod held;
mod said;

pub use hearers::{LEAST_NAMED, StaffMember, WhoHears, hears_of_worries, name_hearers};
pub use held::{WaitingWorry, Worry, WorryNote, WorryOpening};
pub use said::{LONGEST_WHY, NewWorry, may_worry};
