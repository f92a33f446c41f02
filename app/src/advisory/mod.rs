pub mod board;
pub mod code;
pub mod gather;
pub mod grid;
pub mod news;
mod opened;
pub mod pace;
mod waiting;
