//! What a page says of a file that is not shown here as it is: what it is, and what to do.

use crate::wording::{Locale, apart};
use kinfolio::media::Foreign;

/// The sentence for one of them, with the address it holds.
pub(crate) fn way_out(locale: Locale, kind: Foreign, link: Option<&str>) -> String {
    match kind {
        Foreign::Heic => say_in!(locale, foreign.heic),
        Foreign::Locked => say_in!(locale, foreign.locked),
        Foreign::Word => say_in!(locale, foreign.word),
        Foreign::Slides => say_in!(locale, foreign.slides),
        Foreign::Sheet => say_in!(locale, foreign.sheet),
        Foreign::Pages => say_in!(locale, foreign.pages),
        Foreign::OpenDocument => say_in!(locale, foreign.open_document),
        Foreign::Google => say_in!(locale, foreign.google),
        Foreign::LinkFile => say_in!(locale, foreign.link_file, link = apart(link.unwrap_or_default())),
        Foreign::Archive => say_in!(locale, foreign.archive),
    }
}
