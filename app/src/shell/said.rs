//! What a page says after something was done. The key travels in the address, the words come from the locale files.

use crate::wording::Locale;

/// The sentence for a key, if it is one of ours.
pub fn said(locale: Locale, key: &str) -> Option<String> {
    Some(match key {
        "saved" => say_in!(locale, said.saved),
        "draft" => say_in!(locale, said.draft),
        "signed_out" => say_in!(locale, said.signed_out),
        "language" => say_in!(locale, said.language),
        "link_ended" => say_in!(locale, said.link_ended),
        "link_not_made" => say_in!(locale, said.link_not_made),
        "conference_past" => say_in!(locale, said.conference_past),
        "moment_added" => say_in!(locale, said.moment_added),
        "moment_removed" => say_in!(locale, said.moment_removed),
        "plan_started" => say_in!(locale, said.plan_started),
        "replied" => say_in!(locale, said.replied),
        "begun" => say_in!(locale, said.begun),
        "contributed" => say_in!(locale, said.contributed),
        "asked" => say_in!(locale, said.asked),
        "answered" => say_in!(locale, said.answered),
        "taken_back" => say_in!(locale, said.taken_back),
        "settled" => say_in!(locale, said.settled),
        "said" => say_in!(locale, said.said),
        "aside" => say_in!(locale, said.aside),
        "untied" => say_in!(locale, said.untied),
        "carried" => say_in!(locale, said.carried),
        "back" => say_in!(locale, said.back),
        "kept" => say_in!(locale, said.kept),
        "revised" => say_in!(locale, said.revised),
        "feedback" => say_in!(locale, said.feedback),
        "became_revision" => say_in!(locale, said.became_revision),
        "check_asked" => say_in!(locale, said.check_asked),
        "check_answered" => say_in!(locale, said.check_answered),
        "imported" => say_in!(locale, said.imported),
        "password_chosen" => say_in!(locale, said.password_chosen),
        "target_saved" => say_in!(locale, said.target_saved),
        "planned" => say_in!(locale, said.planned),
        "moment_kept" => say_in!(locale, said.moment_kept),
        "moment_out" => say_in!(locale, said.moment_out),
        "translated" => say_in!(locale, said.translated),
        "translation_checked" => say_in!(locale, said.translation_checked),
        "translation_changed" => say_in!(locale, said.translation_changed),
        _ => return None,
    })
}
