//! The pictures of a work.

use crate::id::PictureId;

/// A picture, as pages need it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Picture {
    pub id: PictureId,
    /// For those who do not see it.
    pub description: String,
    /// Of the largest of its three files, in pixels.
    pub width: i64,
    pub height: i64,
    /// Whether its student said that it needs no words. Known where a work is read revision by revision.
    #[sqlx(default)]
    pub is_decorative: bool,
}

impl Picture {
    /// Where one of its files is.
    pub fn address(&self, width: PictureWidth) -> String {
        format!("/picture/{}/{}", self.id, width.as_str())
    }

    /// The three files for `srcset`, as wide as they really are.
    pub fn addresses(&self) -> String {
        srcset(self.width, |width| self.address(width))
    }
}

/// The three files of something this wide for `srcset`, as wide as they really are.
pub(super) fn srcset(widest: i64, address: impl Fn(PictureWidth) -> String) -> String {
    let all: Vec<String> = PictureWidth::ALL
        .iter()
        .filter(|width| width.pixels() <= widest || **width == PictureWidth::Small)
        .map(|width| format!("{} {}w", address(*width), width.pixels().min(widest)))
        .collect();
    all.join(", ")
}

kinds! {
    /// One of the three files of a picture, by its width in pixels.
    pub enum PictureWidth {
        /// For lists, and two beside each other on a phone.
        Small = "320",
        /// For a phone's whole width.
        Medium = "800",
        /// For presenting.
        Large = "1600",
    }
}

impl PictureWidth {
    /// In pixels.
    pub fn pixels(self) -> i64 {
        match self {
            Self::Small => 320,
            Self::Medium => 800,
            Self::Large => 1600,
        }
    }
}
