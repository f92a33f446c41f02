//! What can be wrong with bytes.

use super::Foreign;

/// Why a picture or a sound was not taken, or not given back.
#[derive(Debug, thiserror::Error)]
pub enum MediaError {
    /// Not a picture we can open: another kind of file, or a broken one.
    #[error("not a picture we can open: {0}")]
    NotAPicture(String),
    /// It claims more than [`MAX_PIXELS`](super::MAX_PIXELS), or a side longer than [`MAX_SIDE`](super::MAX_SIDE).
    #[error("too many pixels: {width} × {height}")]
    TooManyPixels { width: u32, height: u32 },
    /// Not a sound that browsers play: another kind of file, or a broken one.
    #[error("not a sound that browsers play: {0}")]
    NotASound(&'static str),
    /// Not a document we can draw: broken, locked, or another kind of file.
    #[error("not a document we can draw: {0}")]
    NotADocument(String),
    /// A document that could not be drawn with what one may take, or that nobody draws here. It may be tried again.
    #[error("the document was not drawn: {0}")]
    NotDrawn(String),
    /// A film in a form that can neither be played nor freed of what it tells.
    #[error("a film of a form that is not taken: {0}")]
    NotAFilm(&'static str),
    /// There is nothing in it.
    #[error("an empty file")]
    Empty,
    /// A file that is not shown here as it is, and has a way out; with the address it holds.
    #[error("{kind} is not shown here as it is")]
    Foreign { kind: Foreign, link: Option<String> },
    /// Nothing that pages can show: another kind of file, or a broken one.
    #[error("nothing that pages can show: {0}")]
    Unknown(&'static str),
    /// No such bytes.
    #[error("no such bytes: {0}")]
    Missing(String),
    /// The disk, or the place where the bytes are kept.
    #[error("the media store: {0}")]
    Trouble(String),
}

impl From<Foreign> for MediaError {
    fn from(kind: Foreign) -> Self {
        Self::Foreign { kind, link: None }
    }
}

impl From<object_store::Error> for MediaError {
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { path, .. } => Self::Missing(path),
            other => Self::Trouble(other.to_string()),
        }
    }
}

impl From<std::io::Error> for MediaError {
    fn from(error: std::io::Error) -> Self {
        Self::Trouble(error.to_string())
    }
}
