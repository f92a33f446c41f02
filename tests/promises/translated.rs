//! What is not translated is found in the language that nobody speaks: whatever a student or a family reads there that is
//! not between its brackets, and not in somebody's own language, was never put into words.

use std::collections::BTreeSet;

use kinfolio::policy::Audience;
use kinfolio_server::router::{Requires, routes};

use crate::promise;
use crate::things::one_of_everything;

/// What stands for itself in every language, and what dates are made of.
const SAME_EVERYWHERE: [&str; 10] =
    ["Kinfolio", "PDF", "QR", "MB", "AM", "PM", "http://", "https://", "kinfolio.test", "/follow"];
const OF_DATES: [&str; 7] = ["Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// What the people of the tests said and are called.
const SAID_BY_PEOPLE: [&str; 20] = [
    "Songs",
    "I measure the sun.",
    "It begins with tea.",
    "We eat together.",
    "Thomas Byrne",
    "My grandmother cut every piece.",
    "Bienvenida",
    "Amina Diallo",
    "Qué orgullo.",
    "We look after our elders.",
    "abuela",
    "Tradujo en la clínica.",
    "At first I only drew pizzas.",
    "drum.wav",
    "letter.pdf",
    "Fractions, my way",
    "Ask my grandmother.",
    "Things I brought home",
    "I say what the whole is.",
    "I can compare fractions.",
];
/// Elements whose words are names, dates and code.
const NAMES: [&str; 6] = ["bdi", "time", "code", "script", "style", "title"];
const VOID: [&str; 10] = ["!DOCTYPE", "meta", "link", "input", "img", "br", "hr", "use", "source", "wbr"];

/// What of a page is said in no language at all.
fn untranslated(html: &str) -> BTreeSet<String> {
    let mut open: Vec<(String, Option<String>)> = Vec::new();
    let mut found = BTreeSet::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default().to_owned();
        if tag.starts_with('/') {
            if let Some(at) = open.iter().rposition(|(opened, _)| *opened == name) {
                open.truncate(at);
            }
        } else if !tag.starts_with('!') && !VOID.contains(&name.as_str()) && !tag.ends_with('/') {
            open.push((name.clone(), attribute(tag, "lang")));
        }
        let lang = || open.iter().rev().find_map(|(_, lang)| lang.clone()).unwrap_or_default();
        let is_named = open.iter().any(|(element, _)| NAMES.contains(&element.as_str()));
        // What a person wrote may be in any language, and says so by itself.
        if lang() == "en-XA" && !is_named {
            found.extend(ours(text));
        }
        let spoken = ["aria-label", "alt", "placeholder"].iter().filter_map(|name| attribute(tag, name));
        found.extend(
            spoken.filter(|_| lang() == "en-XA" || attribute(tag, "lang").is_none()).filter_map(|said| ours(&said)),
        );
    }
    found
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let at = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    Some(tag[at..at + tag[at..].find('"')?].to_owned())
}

/// What is left of words without the sentences between brackets and the names that are set apart; nothing, where no letter is.
fn ours(text: &str) -> Option<String> {
    let (mut depth, mut apart, mut left) = (0_u32, 0_u32, String::new());
    for letter in text.chars() {
        match letter {
            '⟦' => depth += 1,
            '⟧' => depth = depth.saturating_sub(1),
            '\u{2068}' => apart += 1,
            '\u{2069}' => apart = apart.saturating_sub(1),
            _ if depth == 0 && apart == 0 => left.push(letter),
            _ => {}
        }
    }
    let left = left.replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'");
    let known = SAME_EVERYWHERE.iter().chain(&SAID_BY_PEOPLE).chain(&["Marisol Reyes"]).copied();
    let known = known.chain(kinfolio::language::OFFERED.iter().map(|(_, name)| *name));
    let rest = known.fold(left.clone(), |left, same| left.replace(same, ""));
    let words = rest.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    // An address ends with an id: no word has digits beside it.
    let is_of_a_date = |word: &str| OF_DATES.iter().chain(&MONTHS).any(|part| word.starts_with(part));
    let mut ours = words.filter(|word| !is_of_a_date(word) && !left.contains("/conference/"));
    ours.next().map(|_| left.trim().to_owned())
}

promise!(nothing_that_students_and_families_read_is_left_untranslated, |world| {
    let things = one_of_everything(&world).await;
    let mut wrong = BTreeSet::new();
    let mut read = 0;
    for (person, relation) in [
        (&world.people.student, kinfolio::policy::Relation::Own),
        (&world.people.family, kinfolio::policy::Relation::LinkedFamily),
    ] {
        let mut visitor = world.as_(person).await;
        visitor.post("/language", &[("language", "en-XA"), ("then", "/")]).await.leads_to("/");
        for door in routes() {
            let Some(asks) = door.reading else { continue };
            let may = match asks {
                Requires::Permission(action) => {
                    kinfolio::policy::may(Some(person.role), relation, action, Audience::Family)
                }
                _ => true,
            };
            let path =
                things.iter().fold(door.path.to_owned(), |path, (name, id)| path.replace(&format!("{{{name}}}"), id));
            let path = if path.ends_with("/statement/new") { format!("{path}?section=values") } else { path };
            // What staff reads falls back to English; the words themselves are shown as they are.
            if !may || path.starts_with("/translations/") || path.starts_with("/components") {
                continue;
            }
            let page = visitor.get(&path).await;
            if page.text.contains("<html") {
                read += 1;
                wrong.extend(untranslated(&page.text).into_iter().map(|words| format!("{}: {words}", door.path)));
            }
        }
    }
    assert!(read > 100, "{read}");
    assert_eq!(wrong, BTreeSet::new(), "{}", wrong.iter().cloned().collect::<Vec<_>>().join("\n"));
});
