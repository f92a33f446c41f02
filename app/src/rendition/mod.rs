//! Words in another language, and words read aloud: the form that brings them, and how they stand beneath the words they come
//! from.

mod beneath;
pub(crate) mod draft;
pub mod form;

pub use beneath::{Rendered, Renditions};

use kinfolio::rendition::WordsOf;

/// Where something is put beside these words.
fn address(of: WordsOf, id: &str) -> String {
    match of {
        WordsOf::Target => format!("/targets/{id}/beside"),
        of => format!("/words/{of}/{id}/beside"),
    }
}
