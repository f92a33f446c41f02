//! The files of words: whole where they have to be, where somebody would look for them, and nothing in them that nobody says.

mod pages;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kinfolio_words::report::{keys, states};
use kinfolio_words::{Locale, files};

#[test]
fn what_students_and_families_read_is_whole_in_fourteen_languages_and_none_has_what_does_not_fit() {
    assert_eq!(Locale::all().count(), 14);
    let whole: Vec<&str> = Locale::all().filter(|locale| locale.has_to_have("school")).map(Locale::as_str).collect();
    assert_eq!(whole, ["en", "es", "ar"]);
    for state in states() {
        let tag = state.locale.as_str();
        assert_eq!(state.wrong, [] as [String; 0], "in {tag}");
        assert_eq!(state.needed(), [] as [&String; 0], "in {tag}");
    }
}

#[test]
fn every_folder_of_words_is_a_language_and_every_language_has_a_folder() {
    let folders: BTreeSet<String> = names(&app().join("locales"), Path::is_dir);
    assert_eq!(folders, Locale::all().map(|locale| locale.as_str().to_owned()).collect());
}

#[test]
fn a_file_of_words_is_named_like_the_folder_of_the_pages_that_say_them() {
    let folders = names(&app().join("src"), Path::is_dir);
    for locale in Locale::all() {
        for file in files(locale) {
            assert!(folders.contains(&file.name), "{}/{}.ftl: no folder of app/src", locale.as_str(), file.name);
        }
    }
}

#[test]
fn what_begins_with_the_same_word_stands_in_one_file() {
    let mut file_of: BTreeMap<String, String> = BTreeMap::new();
    for (key, file) in keys() {
        let area = key.split('-').next().unwrap_or_default().to_owned();
        let first = file_of.entry(area).or_insert_with(|| file.clone());
        assert_eq!(*first, file, "{key}");
    }
}

#[test]
fn every_sentence_is_said_somewhere_and_everything_that_is_said_is_a_sentence() {
    let known: BTreeSet<String> = keys().into_keys().collect();
    let mut said = BTreeSet::new();
    pages::each_file(&app(), &mut |_, text| said.extend(pages::said_in(text, &known)));
    assert_eq!(known.difference(&said).collect::<Vec<_>>(), [] as [&String; 0], "nobody says these");
    assert_eq!(said.difference(&known).collect::<Vec<_>>(), [] as [&String; 0], "these are no sentences");
}

fn app() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn names(folder: &Path, wanted: fn(&Path) -> bool) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let wanted = entries.filter(|entry| wanted(&entry.path()));
    wanted.map(|entry| entry.file_name().into_string().unwrap()).collect()
}
