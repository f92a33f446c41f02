//! The words on Kinfolio's screens, in every language they are written in.
//!
//! They are Fluent files in `app/locales`, a folder for each language, read once. Nothing is generated from them: a sentence
//! is said by its key, and [`said!`] checks against the English files, while the program is compiled, that it is there and
//! gets what it needs.

extern crate self as kinfolio_words;

mod catalogue;
mod files;
mod locale;
pub mod pseudo;
pub mod report;
mod sentence;
pub mod side_by_side;

use std::fmt::Display;
use std::sync::OnceLock;

use icu::plurals::PluralOperands;
pub use kinfolio_words_checked::said;

use crate::catalogue::Catalogue;
pub use crate::files::{File, files};
pub use crate::locale::{Direction, Locale};

/// Something a sentence is told.
pub struct Argument {
    name: &'static str,
    words: String,
    count: Option<PluralOperands>,
}

impl Argument {
    /// Words, which stand in the sentence as they are.
    pub fn words(name: &'static str, words: &dyn Display) -> Self {
        Self { name, words: words.to_string(), count: None }
    }

    /// A number, which a language may choose its form by.
    pub fn count(name: &'static str, count: impl Into<PluralOperands> + Display + Copy) -> Self {
        Self { name, words: count.to_string(), count: Some(count.into()) }
    }
}

impl Locale {
    /// A sentence in this language, else in English. For [`said!`].
    pub fn say(self, key: &'static str, told: &[Argument]) -> String {
        self.say_and_tell(key, told).0
    }

    /// [`Locale::say`], and the language the sentence is in. For [`said!`].
    pub fn say_and_tell(self, key: &'static str, told: &[Argument]) -> (String, Locale) {
        let catalogues = [self, Self::ENGLISH].into_iter().map(|language| (language, language.catalogue()));
        // Only a file that was changed since it was compiled can lack it in English too.
        first(catalogues, key, told).unwrap_or_else(|| (key.to_owned(), Self::ENGLISH))
    }

    /// The sentences of this language, read when the first of them is said.
    fn catalogue(self) -> &'static Catalogue {
        // The last one is the language that nobody speaks.
        static CATALOGUES: [OnceLock<Catalogue>; Locale::MANY + 1] = [const { OnceLock::new() }; Locale::MANY + 1];
        let texts = |locale| files(locale).into_iter().map(|file| file.text);
        CATALOGUES[self.place()].get_or_init(|| match self {
            Self::PSEUDO => Catalogue::read("en", texts(Self::ENGLISH)).each(pseudo::read),
            _ => Catalogue::read(self.as_str(), texts(self)),
        })
    }
}

/// A sentence in the first language that has it.
fn first<'a>(
    mut catalogues: impl Iterator<Item = (Locale, &'a Catalogue)>,
    key: &str,
    told: &[Argument],
) -> Option<(String, Locale)> {
    catalogues.find_map(|(language, catalogue)| Some((catalogue.say(key, told)?, language)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        Locale::tagged(tag).unwrap()
    }

    fn catalogue(tag: &str, text: &str) -> Catalogue {
        Catalogue::read(tag, [text.to_owned()])
    }

    #[test]
    fn a_sentence_that_a_language_lacks_is_said_in_english_and_tells_so() {
        let somali = catalogue("so", "work-add = Ku dar shaqo\n");
        let english = catalogue("en", "work-add = Add work\nwork-by = by { $name }\n");
        let (here, there) = (locale("es"), Locale::ENGLISH);
        let said = |key, told: &[Argument]| first([(here, &somali), (there, &english)].into_iter(), key, told);
        assert_eq!(said("work-add", &[]), Some(("Ku dar shaqo".to_owned(), here)));
        assert_eq!(said("work-by", &[Argument::words("name", &"Alma")]), Some(("by Alma".to_owned(), there)));
        assert_eq!(said("work-nothing", &[]), None);
    }

    #[test]
    fn what_a_sentence_is_told_stands_in_it_as_it_is() {
        let english = catalogue("en", "work-by = by { $name }\n");
        for name in
            ["{ $name }", "{ work-by }", "<b>&amp;</b>", "\u{2068}Alma\u{2069}", "a\nb", "", " ", "\"", "1", "{\"x\"}"]
        {
            assert_eq!(english.say("work-by", &[Argument::words("name", &name)]), Some(format!("by {name}")));
        }
    }

    #[test]
    fn a_language_chooses_its_form_by_the_count() {
        let forms = "[zero] z\n [one] o\n [two] t\n [few] f\n [many] m\n *[other] x { $count }";
        let arabic = catalogue("ar", &format!("time-all = {{ $count ->\n {forms}\n }}\n"));
        let said = |count: i64| arabic.say("time-all", &[Argument::count("count", count)]).unwrap();
        let all: Vec<String> = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111, 1000].map(said).into();
        assert_eq!(all, ["z", "o", "t", "f", "f", "m", "m", "x 100", "x 102", "f", "m", "x 1000"]);
        let exact = catalogue("en", "time-all = { $count ->\n [0] none\n [one] one\n *[other] { $count }\n }\n");
        let said = |count: usize| exact.say("time-all", &[Argument::count("count", count)]).unwrap();
        assert_eq!([0, 1, 2].map(said), ["none", "one", "2"]);
    }

    #[test]
    fn keys_and_what_they_are_told_are_checked_and_said_in_the_language_that_is_named() {
        let say = |tag: &str| said!(say; locale(tag); time.with_name; name = "Alma";);
        assert_eq!([say("en"), say("es"), say("ar")], ["with Alma", "con Alma", "مع Alma"]);
        let times = ["5:40 PM", "6:05 PM"];
        assert_eq!(said!(say; locale("ar"); time.preview; count = times.len();), "موعدان");
        assert_eq!(said!(say_and_tell; locale("es"); work.add;).1, locale("es"));
    }
}
