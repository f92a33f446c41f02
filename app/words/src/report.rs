//! How far each language is: what it lacks, and what is wrong with it, measured by English.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Message};

use crate::sentence::{COUNT, Sentence};
use crate::{File, Locale, files};

/// One language, measured by English.
pub struct LanguageState {
    pub locale: Locale,
    /// Keys that English has and this language has not, as `file: key`.
    pub missing: Vec<String>,
    /// What a translator has to look at: words that are no sentence, keys nobody says, things nobody tells.
    pub wrong: Vec<String>,
}

impl LanguageState {
    /// What is missing and has to be there.
    pub fn needed(&self) -> Vec<&String> {
        let file_of = |line: &str| line.split(':').next().unwrap_or_default().to_owned();
        self.missing.iter().filter(|line| self.locale.has_to_have(&file_of(line))).collect()
    }
}

/// How far every language is.
pub fn states() -> Vec<LanguageState> {
    let english = Sentences::read(&files(Locale::ENGLISH));
    Locale::all().map(|locale| Sentences::read(&files(locale)).measured(locale, &english)).collect()
}

/// The keys English has, each with the file it stands in.
pub fn keys() -> BTreeMap<String, String> {
    let english = Sentences::read(&files(Locale::ENGLISH));
    english.by_key.into_iter().map(|(key, sentence)| (key, sentence.file)).collect()
}

#[derive(Default)]
struct Sentences {
    by_key: BTreeMap<String, FoundKeys>,
    wrong: Vec<String>,
}

struct FoundKeys {
    file: String,
    told: BTreeSet<String>,
}

impl Sentences {
    fn read(files: &[File]) -> Self {
        let mut sentences = Self::default();
        for file in files {
            sentences.add_file(file);
        }
        sentences
    }

    fn add_file(&mut self, file: &File) {
        let resource = fluent_syntax::parser::parse(file.text.as_str()).unwrap_or_else(|(resource, errors)| {
            self.wrong.extend(errors.iter().map(|error| format!("{}: {error}", file.name)));
            resource
        });
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => self.add(&file.name, message),
                Entry::Junk { content } => {
                    let start: String = content.trim().chars().take(60).collect();
                    self.wrong.push(format!("{}: no sentence: {start}", file.name));
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, file: &str, message: &Message<&str>) {
        let key = message.id.name;
        let Some(sentence) = message.value.as_ref().and_then(Sentence::read) else {
            self.wrong.push(format!("{file}: {key} asks for more than pages can tell it, or has no words"));
            return;
        };
        let found = FoundKeys { file: file.to_owned(), told: sentence.told().into_iter().map(str::to_owned).collect() };
        if self.by_key.insert(key.to_owned(), found).is_some() {
            self.wrong.push(format!("{file}: {key} stands twice"));
        }
    }

    fn measured(self, locale: Locale, english: &Self) -> LanguageState {
        let missing = english.by_key.iter().filter(|(key, _)| !self.by_key.contains_key(*key));
        let missing = missing.map(|(key, sentence)| format!("{}: {key}", sentence.file)).collect();
        let mut wrong = self.wrong;
        for (key, sentence) in &self.by_key {
            match english.by_key.get(key) {
                None => wrong.push(format!("{}: {key} is not in English", sentence.file)),
                Some(theirs) if theirs.file != sentence.file => {
                    wrong.push(format!("{}: {key} stands in {} in English", sentence.file, theirs.file));
                }
                Some(theirs) if !sentence.told.is_subset(&theirs.told) => {
                    wrong.push(format!("{}: {key} says something it is not told", sentence.file));
                }
                Some(theirs) if !theirs.told.iter().all(|name| name == COUNT || sentence.told.contains(name)) => {
                    wrong.push(format!("{}: {key} does not say all it is told", sentence.file));
                }
                Some(_) => {}
            }
        }
        LanguageState { locale, missing, wrong }
    }
}
