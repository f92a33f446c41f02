//! Worries about a child: saying that one worries, naming who hears of it, and what they do about it.

pub mod held;
pub mod list;
pub mod name;
pub mod release;
pub mod say;
