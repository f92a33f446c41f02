pub mod board;
pub mod code;
pub mod gather;
pub mod grid;
pub mod news;
pub mod pace;
mod waiting;
