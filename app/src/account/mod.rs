//! One's own account: the ways in, and who was told what about them.

pub mod again;
pub mod devices;
pub mod languages;
pub mod last_used;
pub mod notices;
pub mod page;
pub mod password;
pub mod second_step;

use kinfolio::person::Role;

use crate::wording::Locale;

/// What the page is called: a family has no account, and needs none.
pub(crate) fn title(locale: Locale, role: Role) -> String {
    match role {
        Role::Family => say_in!(locale, account.title_family),
        _ => say_in!(locale, account.title),
    }
}

/// Whether a page is on the way to a second step, for somebody who has to set it up before anything else.
pub(crate) fn is_on_the_way(path: &str) -> bool {
    matches!(path, "/account/second-step" | "/account/confirm")
}
