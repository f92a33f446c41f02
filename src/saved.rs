//! What became of a change.

/// What became of a change, or of something that was to be added. Whatever is not kept has changed nothing.
#[must_use = "what was not kept has to be said"]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved<T = ()> {
    /// It is kept.
    Kept(T),
    /// What it was made from has changed in the meantime: both texts are to be shown.
    Stale,
    /// There is no room for it.
    Full,
    /// It is about something that is somebody else's, or gone.
    Foreign,
}

impl<T> Saved<T> {
    /// Whether it is kept.
    pub fn is_kept(&self) -> bool {
        matches!(self, Self::Kept(_))
    }
}

impl Saved {
    /// What became of an `UPDATE` that asks for the version it was made from.
    pub fn unless_stale(changed_rows: u64) -> Self {
        if changed_rows == 1 { Self::Kept(()) } else { Self::Stale }
    }

    /// What became of something that was to be added under an id that may be taken: whether it is theirs that is there now.
    pub fn if_theirs(is_theirs: bool) -> Self {
        if is_theirs { Self::Kept(()) } else { Self::Foreign }
    }
}
