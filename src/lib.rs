//! The school's world.
