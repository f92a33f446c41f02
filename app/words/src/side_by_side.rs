//! The words of a language beside English, as whoever reads them through needs them.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Resource};
use fluent_syntax::{parser, serializer};

use crate::sentence::{COUNT, Sentence};
use crate::{Locale, files};

/// A sentence in two languages, both as they stand in the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentencePair {
    pub key: String,
    /// The file it stands in.
    pub file: String,
    pub english: String,
    /// Empty where the language does not have it.
    pub words: String,
}

/// Every sentence, in the order in which the English files have them.
pub fn side_by_side(locale: Locale) -> Vec<SentencePair> {
    let theirs: BTreeMap<String, String> =
        written(locale).into_iter().map(|sentence| (sentence.key, sentence.english)).collect();
    let mut pairs = written(Locale::ENGLISH);
    for pair in &mut pairs {
        pair.words = theirs.get(&pair.key).cloned().unwrap_or_default();
    }
    pairs
}

/// What is wrong with a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// There is no such sentence.
    NoSuchKey,
    /// It is no sentence as the files have them.
    NotASentence,
    /// It lacks these, which the sentence has to say: `$name`.
    Lacks(String),
    /// It says these, which nobody tells it.
    NotTold(String),
}

/// Whether words can stand where a sentence stands.
///
/// # Errors
/// Why they cannot.
pub fn fits(key: &str, words: &str) -> Result<(), Misfit> {
    let english = written(Locale::ENGLISH).into_iter().find(|sentence| sentence.key == key).ok_or(Misfit::NoSuchKey)?;
    let (said, needed) = (told(words).ok_or(Misfit::NotASentence)?, told(&english.english).unwrap_or_default());
    let named = |names: Vec<&String>| names.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ");
    let lacks: Vec<&String> = needed.difference(&said).filter(|name| *name != COUNT).collect();
    let not_told: Vec<&String> = said.difference(&needed).collect();
    match (lacks.is_empty(), not_told.is_empty()) {
        (true, true) => Ok(()),
        (false, _) => Err(Misfit::Lacks(named(lacks))),
        (true, false) => Err(Misfit::NotTold(named(not_told))),
    }
}

/// A suggestion as it would stand in a file.
pub fn as_in_a_file(key: &str, words: &str) -> String {
    let mut lines = words.trim().lines();
    let mut out = format!("{key} = {}\n", lines.next().unwrap_or_default());
    for line in lines {
        out.push_str(&format!("    {}\n", line.trim_end()));
    }
    out
}

/// What words want to be told, if they are a sentence.
fn told(words: &str) -> Option<BTreeSet<String>> {
    let text = as_in_a_file("key", words);
    let resource = parser::parse(text.as_str()).ok()?;
    let [Entry::Message(message)] = resource.body.as_slice() else { return None };
    if !message.attributes.is_empty() {
        return None;
    }
    let sentence = Sentence::read(message.value.as_ref()?)?;
    Some(sentence.told().into_iter().map(str::to_owned).collect())
}

fn written(locale: Locale) -> Vec<SentencePair> {
    let mut all = Vec::new();
    for file in files(locale) {
        let resource = parser::parse(file.text.as_str()).unwrap_or_else(|(rest, _)| rest);
        for entry in resource.body {
            let Entry::Message(mut message) = entry else { continue };
            message.comment = None;
            let key = message.id.name.to_owned();
            let text = serializer::serialize(&Resource { body: vec![Entry::Message(message)] });
            let words = text.split_once('=').map_or("", |(_, words)| words);
            let lines: Vec<&str> = words.trim().lines().map(|line| line.strip_prefix("    ").unwrap_or(line)).collect();
            all.push(SentencePair { key, file: file.name.clone(), english: lines.join("\n"), words: String::new() });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_of_every_language_fits_as_it_stands() {
        for locale in Locale::all() {
            for pair in side_by_side(locale).iter().filter(|pair| !pair.words.is_empty()).step_by(41) {
                assert_eq!(fits(&pair.key, &pair.words), Ok(()), "{} in {}: {}", pair.key, locale.as_str(), pair.words);
            }
        }
    }

    #[test]
    fn what_lacks_a_name_or_is_no_sentence_does_not_fit() {
        assert_eq!(fits("time-with_name", "with { $name }"), Ok(()));
        assert_eq!(fits("time-with_name", "with her"), Err(Misfit::Lacks("$name".to_owned())));
        assert_eq!(fits("time-with_name", "with { $name } { $school }"), Err(Misfit::NotTold("$school".to_owned())));
        assert_eq!(fits("time-nobody", "x"), Err(Misfit::NoSuchKey));
        // Whatever it says, it is the one sentence.
        assert_eq!(fits("time-with_name", "a\nother-key = b { $name }"), Ok(()));
        for broken in ["", "{ $name", "{ NUMBER($name) }", "{ $name }\n.attribute = x"] {
            assert_eq!(fits("time-with_name", broken), Err(Misfit::NotASentence), "{broken}");
        }
    }
}
