//! Words that somebody is asked about in a language they do not read: it is said, with who could read them to them.

use kinfolio::id::PersonId;
use kinfolio::language::{Language, Languages};
use kinfolio::person::Role;
use kinfolio::rendition::{InCircle, unread, who_speaks_both};
use leptos::prelude::*;

use super::words::{list, named};
use crate::parts::Icon;
use crate::rendition::Renditions;
use crate::wording::{apart, language_name};

/// Languages one after another, each by its name here and its own.
fn names_of(languages: &[Language]) -> String {
    list(&languages.iter().map(|language| apart(language_name(language))).collect::<Vec<_>>())
}

fn name_of(one: &InCircle) -> String {
    apart(named(&one.name, one.kinship.as_deref()))
}

/// For whoever is asked: which language some of the words are in, and who speaks it and one of theirs.
pub(super) fn said_to_reader(
    reader: &PersonId,
    reads: &Languages,
    words: &[(String, Language)],
    (renditions, circle): (&Renditions, &[InCircle]),
) -> Option<AnyView> {
    let words = words.iter().map(|(thing, language)| (thing.as_str(), language));
    let languages = unread(words, renditions.all(), reads);
    if languages.is_empty() {
        return None;
    }
    let mut names: Vec<String> = Vec::new();
    for language in &languages {
        for one in who_speaks_both(circle, reader, reads, language) {
            let name = name_of(one);
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let who = match names.is_empty() {
        true => say!(definition.unread_nobody),
        false => say!(definition.unread_who, names = list(&names)),
    };
    let words = say!(definition.unread, languages = names_of(&languages));
    Some(
        view! {
            <div class="notice notice--info" id="unread"><Icon name="info"/><div><p>{words}</p><p>{who}</p></div></div>
        }
        .into_any(),
    )
}

/// For the advisor: whom of the family the words are in a language of that they do not read.
pub(super) fn said_to_advisor(
    circle: &[InCircle],
    words: &[(String, Language)],
    renditions: &Renditions,
) -> Option<AnyView> {
    let lines: Vec<_> = circle
        .iter()
        .filter(|one| one.role == Role::Family && !one.languages.0.is_empty())
        .filter_map(|one| {
            let words = words.iter().map(|(thing, language)| (thing.as_str(), language));
            let languages = unread(words, renditions.all(), &one.languages);
            (!languages.is_empty())
                .then(|| say!(definition.unread_by, name = name_of(one), languages = names_of(&languages)))
        })
        .map(|line| view! { <li>{line}</li> })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <details class="fold noprint" id="unread">
                <summary>{say!(definition.unread_title)}</summary>
                <ul class="lines">{lines}</ul>
                <p class="soft small">{say!(definition.unread_do)}</p>
            </details>
        }
        .into_any()
    })
}
