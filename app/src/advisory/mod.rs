pub mod board;
pub mod grid;
