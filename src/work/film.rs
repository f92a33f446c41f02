//! Films: how long one may be that is taken in place, and those that browsers do not play.

/// How long a film can be that is taken with a page's own camera, in seconds.
pub const LONGEST_FILM_SECONDS: u32 = 300;

kinds! {
    /// How a film is written that browsers do not play: it is kept, and given as a download.
    pub enum UnplayedCodec {
        /// What phones of today write unless they are told otherwise (H.265).
        Hevc = "hevc",
        /// What the first phones with a camera wrote.
        H263 = "h263",
        /// MPEG-4 Part 2, as phones and small cameras wrote it after that.
        Mpeg4 = "mpeg4",
        /// Anything else, of its pictures or of its sound.
        Other = "other",
    }
}

kinds! {
    /// How far a film that browsers do not play is made into one that they do.
    pub enum FilmConversion {
        Running = "running",
        Done = "done",
        /// It could not be done; the film stays as it came.
        Failed = "failed",
    }
}
