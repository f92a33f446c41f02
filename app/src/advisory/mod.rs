pub mod board;
pub mod grid;
mod waiting;
