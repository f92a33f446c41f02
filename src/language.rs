//! The language somebody's words are in.

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

    /// The language a person wrote down, by tag or by its own name ("Español").
    pub fn written(words: &str) -> Option<Self> {
        let words = words.trim();
        OFFERED
            .iter()
            .find(|(_, name)| name.to_lowercase() == words.to_lowercase())
            .map(|(tag, _)| Self((*tag).to_owned()))
            .or_else(|| Self::tagged(words))
    }

    /// English.
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// For `lang` attributes.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The language's name in that language, or its tag.
    pub fn own_name(&self) -> &str {
        OFFERED.iter().find(|(tag, _)| *tag == self.0).map_or(&self.0, |(_, name)| name)
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

    /// Tags or own names, with spaces, commas or semicolons between them. `Err` holds what is no language.
    pub fn written(words: &str) -> Result<Self, String> {
        let mut languages = Vec::new();
        for word in words.split([',', ';', '/', '|']).map(str::trim).filter(|word| !word.is_empty()) {
            match Language::written(word) {
                Some(language) => languages.push(language),
                None => {
                    for tag in word.split_whitespace() {
                        languages.push(Language::tagged(tag).ok_or_else(|| word.to_owned())?);
                    }
                }
            }
        }
        languages.dedup();
        Ok(Self(languages))
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
}
