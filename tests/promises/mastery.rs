//! The road to mastered: feedback that points at a place and is answered, checks in words, targets that build on others,
//! fellow students who are asked; and never a number.

mod again;
mod checking;
pub mod feedback;
mod map;
mod numbers;
mod pace;
mod peers;
mod road;
