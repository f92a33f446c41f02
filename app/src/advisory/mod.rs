pub mod board;
pub mod gather;
pub mod grid;
pub mod pace;
mod waiting;
