pub mod board;
pub mod gather;
pub mod grid;
pub mod news;
pub mod pace;
mod waiting;
