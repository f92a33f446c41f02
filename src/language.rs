//! The language somebody's words are in.

mod guess;
mod names;
mod own_words;

pub use own_words::Spoken;

use serde::{Deserialize, Serialize};

/// A language as BCP 47 tags it: `en`, `es`, `zh-Hant`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct Language(String);

/// The languages offered first, each in its own words: the ones most spoken at home in the schools we know.
pub const OFFERED: &[(&str, &str)] = &[
    ("en", "English"),
    ("es", "Español"),
    ("ar", "العربية"),
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
    ("bn", "বাংলা"),
    ("ht", "Kreyòl ayisyen"),
    ("ru", "Русский"),
    ("ur", "اردو"),
    ("fr", "Français"),
    ("ko", "한국어"),
    ("uk", "Українська"),
    ("uz", "Oʻzbekcha"),
    ("sq", "Shqip"),
    ("pt", "Português"),
    ("wo", "Wolof"),
    ("ff", "Pulaar"),
    ("tw", "Twi"),
    ("yo", "Yorùbá"),
    ("am", "አማርኛ"),
    ("so", "Soomaali"),
    ("sw", "Kiswahili"),
    ("hi", "हिन्दी"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("ne", "नेपाली"),
    ("vi", "Tiếng Việt"),
    ("tl", "Tagalog"),
    ("pl", "Polski"),
    ("yi", "ייִדיש"),
    ("he", "עברית"),
    ("fa", "فارسی"),
    ("ps", "پښتو"),
    ("nv", "Diné bizaad"),
    ("qu", "Runasimi"),
    ("mix", "Tuʼun savi"),
    ("ase", "American Sign Language"),
];

/// The tag of what has no words in it.
const NO_WORDS: &str = "zxx";

/// The longest tag BCP 47 asks programs to keep.
const LONGEST_TAG: usize = 35;

impl Language {
    /// The language with this tag, when it has the shape of one: letters, then letters or digits between hyphens.
    pub fn tagged(tag: &str) -> Option<Self> {
        let tag = tag.trim();
        if tag.len() > LONGEST_TAG {
            return None;
        }
        let mut parts = tag.split('-');
        let first = parts.next()?;
        let shaped = (2..=3).contains(&first.len())
            && first.chars().all(|c| c.is_ascii_alphabetic())
            && parts.all(|part| (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()));
        shaped.then(|| {
            Self(
                OFFERED
                    .iter()
                    .find(|(known, _)| known.eq_ignore_ascii_case(tag))
                    .map_or(tag, |(known, _)| known)
                    .to_owned(),
            )
        })
    }

    /// The language a person or a program wrote down: by its own name, by its name in the languages we speak ("Español",
    /// "Spanish", "الإسبانية"), by tag or by another common code ("es", "spa", "en_US").
    pub fn written(words: &str) -> Option<Self> {
        names::tag_of(words).map(|tag| Self(tag.to_owned())).or_else(|| Self::tagged(&names::as_tag(words.trim())))
    }

    /// English.
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// The language of what has no words: a photo, a drawing.
    pub fn none() -> Self {
        Self(NO_WORDS.to_owned())
    }

    /// Whether there are no words that could be in a language.
    pub fn is_none(&self) -> bool {
        self.0 == NO_WORDS
    }

    /// For `lang` attributes.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The language's name in that language, or its tag; nothing where there are no words. One country's way of a language is
    /// called like the language.
    pub fn own_name(&self) -> &str {
        if self.is_none() {
            return "";
        }
        let offered = |tag: &str| OFFERED.iter().find(|(known, _)| *known == tag).map(|(_, name)| *name);
        let language = self.0.split('-').next().unwrap_or(&self.0);
        offered(&self.0).or_else(|| offered(language)).unwrap_or(&self.0)
    }
}

/// Several languages, the first one preferred; kept as tags with spaces between them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Languages(pub Vec<Language>);

impl Languages {
    /// These, and then those of other people, each once.
    #[must_use]
    pub fn and<'a>(mut self, others: impl IntoIterator<Item = &'a Self>) -> Self {
        for language in others.into_iter().flat_map(|other| &other.0) {
            if !self.0.contains(language) {
                self.0.push(language.clone());
            }
        }
        self
    }

    /// Tags or names, with commas, semicolons, "and" or spaces between them. `Err` holds what is no language.
    pub fn written(words: &str) -> Result<Self, String> {
        let (languages, mut unknown) = Self::found_in(words);
        if unknown.is_empty() { Ok(languages) } else { Err(unknown.swap_remove(0)) }
    }

    /// The languages among what is written, and what of it is none.
    pub fn found_in(words: &str) -> (Self, Vec<String>) {
        let (mut languages, mut unknown) = (Vec::new(), Vec::new());
        for part in words.split([',', ';', '/', '|', '&', '+', '،', '؛', '\n']).flat_map(names::without_and) {
            let part = part.trim();
            let found = match Language::written(part) {
                _ if part.is_empty() => continue,
                Some(language) => vec![language],
                None => match part.split_whitespace().map(Language::written).collect() {
                    Some(several) => several,
                    None => {
                        unknown.push(part.to_owned());
                        continue;
                    }
                },
            };
            for language in found {
                if !languages.contains(&language) {
                    languages.push(language);
                }
            }
        }
        (Self(languages), unknown)
    }

    /// The preferred one.
    pub fn first(&self) -> Option<&Language> {
        self.0.first()
    }

    /// Tags with spaces between them.
    pub fn tags(&self) -> String {
        self.0.iter().map(Language::tag).collect::<Vec<_>>().join(" ")
    }
}

kept_as_text!(Languages, |languages: &Languages| languages.tags(), |tags: &str| Ok(Languages(
    tags.split_whitespace().filter_map(Language::tagged).collect()
)));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_tag_and_by_its_own_name() {
        assert_eq!(Language::written("español").unwrap().tag(), "es");
        assert_eq!(Language::written("ZH-hant").unwrap().tag(), "zh-Hant");
        assert_eq!(Language::written("<script>"), None);
        assert_eq!(Languages::written("es, English").unwrap().tags(), "es en");
        assert_eq!(Languages::written("es en").unwrap().tags(), "es en");
        assert!(Languages::written("es, ???").is_err());
    }

    #[test]
    fn a_language_is_known_by_its_name_in_the_languages_we_speak_and_by_common_codes() {
        for (written, tag) in [
            ("Spanish", "es"),
            ("espanol", "es"),
            ("ESPAÑOL ", "es"),
            ("Castellano", "es"),
            ("spa", "es"),
            ("es-MX", "es-MX"),
            ("es_mx", "es-MX"),
            ("en_US", "en-US"),
            ("en_US.UTF-8", "en-US"),
            ("English (US)", "en"),
            ("inglés", "en"),
            ("الإنجليزية", "en"),
            ("اللغة العربية", "ar"),
            ("عربي", "ar"),
            ("Chinese", "zh-Hans"),
            ("Mandarin", "zh-Hans"),
            ("Chinese (Traditional)", "zh-Hant"),
            ("zh_TW", "zh-Hant"),
            ("zh-CN", "zh-Hans"),
            ("chi", "zh-Hans"),
            ("Haitian Creole", "ht"),
            ("Haitian-Creole", "ht"),
            ("criollo haitiano", "ht"),
            ("hat", "ht"),
            ("Vietnamese", "vi"),
            ("Farsi", "fa"),
            ("Tagalog/Filipino", ""),
            ("Klingon!", ""),
        ] {
            assert_eq!(Language::written(written).as_ref().map_or("", Language::tag), tag, "{written}");
        }
        assert_eq!(Languages::written("English and Spanish").unwrap().tags(), "en es");
        assert_eq!(Languages::written("Tagalog/Filipino & inglés").unwrap().tags(), "tl en");
        assert_eq!(Languages::written("español y francés").unwrap().tags(), "es fr");
        assert_eq!(Languages::written("العربية والفرنسية").unwrap().tags(), "ar fr");
        assert_eq!(Languages::written("es spa Spanish").unwrap().tags(), "es");
        let (known, unknown) = Languages::found_in("Spanish, Martian tongue");
        assert_eq!((known.tags().as_str(), unknown), ("es", vec!["Martian tongue".to_owned()]));
        assert_eq!(Language::written("en_US").unwrap().own_name(), "English");
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_written_becomes_tags_or_is_named(words in ".{0,60}") {
            let (languages, _) = Languages::found_in(&words);
            proptest::prop_assert!(languages.0.iter().all(|language| Language::tagged(language.tag()).is_some()));
        }
    }
}
