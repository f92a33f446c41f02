//! What became of a change that was made from an older reading.

/// Whether a change was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is kept.
    Kept,
    /// What it was made from has changed in the meantime; nothing was changed now, and both texts are to be shown.
    Stale,
}
