//! Which sentences the pages say, read from their code: for the tests, and for `app/build.rs`.

use std::collections::BTreeSet;
use std::path::Path;

/// The macros that say something, and whether the language stands before the key.
const SAYING: [(&str, bool); 4] = [("say!(", false), ("say_in!(", true), ("worded!(", false), ("worded_in!(", true)];

/// Every key that this code says. Where a macro of its own puts the key together (`prompt.$key.family`), every word of that
/// file may be the part that varies.
pub fn said_in(text: &str, known: &BTreeSet<String>) -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    for key in keys(text) {
        match key.contains('$') {
            true => said.extend(known.iter().filter(|known| fits(&key, known, text)).cloned()),
            false => _ = said.insert(key),
        }
    }
    said
}

/// The keys behind the macros, as they stand in the files: `area-key`.
fn keys(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (name, has_locale) in SAYING {
        for (place, _) in text.match_indices(name) {
            let rest = &text[place + name.len()..];
            let begins = |before: &str| !before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
            let rest = if has_locale { behind_comma(rest) } else { Some(rest) };
            if let (true, Some(rest)) = (begins(&text[..place]), rest) {
                let key = rest.trim_start().split([',', ')']).next().unwrap_or_default().trim();
                let is_key = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '.' | '$');
                if key.contains('.') && key.chars().all(is_key) {
                    found.push(key.replace('.', "-"));
                }
            }
        }
    }
    found
}

/// What stands behind the first comma that is in no brackets.
fn behind_comma(text: &str) -> Option<&str> {
    let mut depth = 0_i32;
    let end = text.find(|letter| {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        letter == ',' && depth == 0
    })?;
    Some(&text[end + 1..])
}

/// Whether a key could be the one that is put together here.
fn fits(pattern: &str, key: &str, text: &str) -> bool {
    let (pattern, key): (Vec<&str>, Vec<&str>) = (pattern.split('-').collect(), key.split('-').collect());
    let fits = |(pattern, part): (&&str, &&str)| match pattern.starts_with('$') {
        true => text.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).any(|word| word == *part),
        false => pattern == part,
    };
    pattern.len() == key.len() && pattern.iter().zip(&key).all(fits)
}

/// Reads every file of code under a folder.
pub fn each_file(folder: &Path, read: &mut impl FnMut(&Path, &str)) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        // What says nothing itself: this crate and its tests, which only speak of saying.
        if path.is_dir() && !path.ends_with("words") {
            each_file(&path, read);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            read(&path, &std::fs::read_to_string(&path).unwrap());
        }
    }
}
