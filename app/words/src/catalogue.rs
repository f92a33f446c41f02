//! The sentences of one language, read once, and looked up by key.

use std::collections::HashMap;

use fluent_syntax::ast::Entry;
use icu::locale::Locale as IcuLocale;
use icu::plurals::{PluralCategory, PluralRules, PluralRulesOptions, PluralRulesPreferences};

use crate::Argument;
use crate::sentence::{Sentence, SentencePart};

/// The sentences of one language.
pub(crate) struct Catalogue {
    sentences: HashMap<String, Sentence>,
    /// For how the language counts. Where nobody knows, every count has the one form that is marked.
    counting: Option<PluralRulesPreferences>,
}

impl Catalogue {
    /// Reads the files of a language. What is no sentence in them is left out: `make words` names it.
    pub(crate) fn read(tag: &str, files: impl IntoIterator<Item = String>) -> Self {
        let mut sentences = HashMap::new();
        for text in files {
            let resource = fluent_syntax::parser::parse_runtime(text.as_str()).unwrap_or_else(|(rest, _)| rest);
            for entry in &resource.body {
                if let Entry::Message(message) = entry
                    && let Some(sentence) = message.value.as_ref().and_then(Sentence::read)
                {
                    sentences.insert(message.id.name.to_owned(), sentence);
                }
            }
        }
        let counting = tag.parse::<IcuLocale>().ok().map(|language| (&language).into());
        Self { sentences, counting }
    }

    /// The same with each sentence made another.
    pub(crate) fn each(mut self, make: fn(Sentence) -> Sentence) -> Self {
        self.sentences = self.sentences.into_iter().map(|(key, sentence)| (key, make(sentence))).collect();
        self
    }

    /// Says a sentence, if this language has it.
    pub(crate) fn say(&self, key: &str, told: &[Argument]) -> Option<String> {
        let sentence = self.sentences.get(key)?;
        if let [SentencePart::Text(words)] = sentence.0.as_slice() {
            return Some(words.clone());
        }
        let mut words = String::with_capacity(64);
        self.write(&mut words, sentence, told);
        Some(words)
    }

    fn write(&self, out: &mut String, sentence: &Sentence, told: &[Argument]) {
        for part in &sentence.0 {
            match part {
                SentencePart::Text(words) => out.push_str(words),
                SentencePart::Told(name) => match told.iter().find(|told| told.name == name) {
                    Some(told) => out.push_str(&told.words),
                    // Only a file that was changed since the program was compiled asks for what nobody tells.
                    None => out.push_str(name),
                },
                SentencePart::ByCount(forms, other) => {
                    let form = told.iter().find_map(|told| self.form(told, forms));
                    self.write(out, form.unwrap_or(other), told);
                }
            }
        }
    }

    /// The form for what is told, if that is a count and has a form of its own.
    fn form<'a>(&self, told: &Argument, forms: &'a [(String, Sentence)]) -> Option<&'a Sentence> {
        let (count, counting) = (told.count?, self.counting?);
        // The rules are in the program: to make them is to find them. They cannot be shared between threads.
        let rules = PluralRules::try_new(counting, PluralRulesOptions::default()).ok()?;
        let name = match rules.category_for(count) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        };
        let exact = forms.iter().find(|(form, _)| *form == told.words);
        exact.or_else(|| forms.iter().find(|(form, _)| form == name)).map(|(_, form)| form)
    }
}
