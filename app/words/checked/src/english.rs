//! The English files, as they are while the program is compiled: they say which keys there are.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Mutex;

use fluent_syntax::ast::Entry;

use crate::sentence::Sentence;

/// Each key, and what its sentence is told.
type Keys = BTreeMap<String, BTreeSet<String>>;

static KEYS: Mutex<Option<Keys>> = Mutex::new(None);

/// What is wrong with asking for a sentence by this key and telling it this, if anything.
pub fn wrong(key: &str, told: &BTreeSet<String>) -> Option<String> {
    let mut keys = KEYS.lock().unwrap_or_else(|lock| lock.into_inner());
    if keys.as_ref().is_some_and(|keys| keys.get(key) == Some(told)) {
        return None;
    }
    // Editors keep this running while somebody writes: the files may have changed since they were read.
    match read() {
        Ok(now) => compare(keys.insert(now), key, told),
        Err(why) => Some(why),
    }
}

fn compare(keys: &Keys, key: &str, told: &BTreeSet<String>) -> Option<String> {
    let Some(needed) = keys.get(key) else { return Some(unknown(keys, key)) };
    let list = |names: Vec<&String>| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let lacking: Vec<_> = needed.difference(told).collect();
    let unneeded: Vec<_> = told.difference(needed).collect();
    if !lacking.is_empty() {
        return Some(format!("`{key}` needs to be told {}", list(lacking)));
    }
    (!unneeded.is_empty()).then(|| format!("`{key}` does not say {}", list(unneeded)))
}

fn unknown(keys: &Keys, key: &str) -> String {
    let near = keys.keys().map(|other| (distance(key, other), other)).min().filter(|(far, _)| *far <= 3);
    match near {
        Some((_, other)) => format!("no `{key}` in app/locales/en: is `{other}` meant?"),
        None => format!("no `{key}` in app/locales/en"),
    }
}

fn read() -> Result<Keys, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales/en");
    let unreadable = |why| format!("{} cannot be read: {why}", folder.display());
    let mut keys = Keys::new();
    for file in std::fs::read_dir(&folder).map_err(unreadable)? {
        let path = file.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            let text = std::fs::read_to_string(&path).map_err(unreadable)?;
            add(&mut keys, &text).map_err(|why| format!("{}: {why}", path.display()))?;
        }
    }
    Ok(keys)
}

fn add(keys: &mut Keys, text: &str) -> Result<(), String> {
    let resource = fluent_syntax::parser::parse(text).map_err(|(_, errors)| {
        let place = errors.first().map_or(0, |error| error.pos.start);
        let line = text.get(..place).map_or(0, |before| before.lines().count());
        format!("line {line} is no sentence: {}", errors.first().map(ToString::to_string).unwrap_or_default())
    })?;
    for entry in &resource.body {
        if let Entry::Message(message) = entry {
            let key = message.id.name;
            let sentence = message.value.as_ref().and_then(Sentence::read);
            let sentence = sentence.ok_or_else(|| format!("`{key}` asks for more than pages can tell it"))?;
            let told = sentence.told().into_iter().map(str::to_owned).collect();
            if keys.insert(key.to_owned(), told).is_some() {
                return Err(format!("`{key}` stands twice"));
            }
        }
    }
    Ok(())
}

/// How many letters are different: for "did you mean".
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, letter) in one.chars().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, against) in other.iter().enumerate() {
            let here = before + usize::from(letter != *against);
            before = row[j + 1];
            row[j + 1] = here.min(before + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Keys {
        let mut keys = Keys::new();
        add(&mut keys, text).unwrap();
        keys
    }

    fn said(key: &str, told: &[&str]) -> Option<String> {
        let keys = keys("work-add = Add work\nwork-by = by { $name }\nwork-all = { $count ->\n    *[other] all\n }\n");
        compare(&keys, key, &told.iter().map(|name| (*name).to_owned()).collect())
    }

    #[test]
    fn what_is_said_as_it_is_written_is_right() {
        assert_eq!(said("work-add", &[]), None);
        assert_eq!(said("work-by", &["name"]), None);
        assert_eq!(said("work-all", &["count"]), None);
    }

    #[test]
    fn a_key_that_is_not_there_is_named_with_the_one_that_may_be_meant() {
        assert_eq!(said("work-ad", &[]).unwrap(), "no `work-ad` in app/locales/en: is `work-add` meant?");
        assert_eq!(said("family-letter", &[]).unwrap(), "no `family-letter` in app/locales/en");
    }

    #[test]
    fn what_a_sentence_is_not_told_and_what_it_does_not_say_are_named() {
        assert_eq!(said("work-by", &[]).unwrap(), "`work-by` needs to be told `name`");
        assert_eq!(said("work-by", &["nam"]).unwrap(), "`work-by` needs to be told `name`");
        assert_eq!(said("work-by", &["name", "day"]).unwrap(), "`work-by` does not say `day`");
        assert_eq!(said("work-all", &[]).unwrap(), "`work-all` needs to be told `count`");
    }

    #[test]
    fn a_file_that_cannot_be_read_or_says_a_key_twice_is_refused() {
        let wrong = |text: &str| add(&mut Keys::new(), text).unwrap_err();
        assert!(wrong("work-add = Add\nwork-add = Add work\n").contains("stands twice"));
        assert!(wrong("work-add = Add\nwork by = by { $name\n").starts_with("line "));
        assert!(wrong("work-add = { DATETIME($day) }\n").contains("asks for more"));
    }

    #[test]
    fn the_english_files_can_be_read() {
        assert!(read().unwrap().contains_key("work-add"));
    }
}
