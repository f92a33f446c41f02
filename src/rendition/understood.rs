//! Whether those who are asked can read the words, and who could read them to them.

use super::Rendition;
use crate::id::PersonId;
use crate::language::{Language, Languages};
use crate::person::{Role, Student};
use crate::store::{Conn, StoreError};

/// An adult around a student, and what they speak. A student is never their own family's interpreter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InCircle {
    pub id: PersonId,
    pub name: String,
    /// How a family member stands to the student, in their own words.
    pub kinship: Option<String>,
    pub role: Role,
    pub languages: Languages,
}

impl InCircle {
    /// The family and the advisors of a student.
    pub async fn of(conn: &mut Conn, student: &Student) -> Result<Vec<Self>, StoreError> {
        let kin = student.kin(conn).await?.into_iter().map(|kin| Self {
            id: kin.id,
            name: kin.name,
            kinship: Some(kin.kinship),
            role: Role::Family,
            languages: kin.languages,
        });
        let advisors = student.advisors(conn).await?.into_iter().map(|advisor| Self {
            id: advisor.id,
            name: advisor.name,
            kinship: None,
            role: Role::Advisor,
            languages: advisor.languages,
        });
        Ok(kin.chain(advisors).collect())
    }
}

/// Whether two tags are one language: Mexico's Spanish is Spanish.
fn is_same(one: &Language, other: &Language) -> bool {
    let first = |language: &Language| language.tag().split('-').next().unwrap_or_default().to_owned();
    first(one) == first(other)
}

/// Whether somebody with these languages reads this one.
pub(crate) fn reads(languages: &Languages, language: &Language) -> bool {
    language.is_none() || languages.0.iter().any(|own| is_same(own, language))
}

/// The languages of those of these words, each with its thing's id, that somebody with these languages cannot read: nobody has
/// put them into one of theirs.
pub fn unread<'w>(
    words: impl IntoIterator<Item = (&'w str, &'w Language)>,
    renditions: &[Rendition],
    languages: &Languages,
) -> Vec<Language> {
    let mut found: Vec<Language> = Vec::new();
    for (thing, language) in words {
        let is_rendered = |one: &&Rendition| one.thing_id == thing && reads(languages, &one.language);
        if !reads(languages, language) && renditions.iter().find(is_rendered).is_none() && !found.contains(language) {
            found.push(language.clone());
        }
    }
    found
}

/// Who could read words in this language to somebody, in one of theirs.
pub fn who_speaks_both<'c>(
    circle: &'c [InCircle],
    reader: &PersonId,
    languages: &Languages,
    language: &Language,
) -> Vec<&'c InCircle> {
    let speaks_both = |one: &&InCircle| {
        one.id != *reader && reads(&one.languages, language) && languages.0.iter().any(|own| reads(&one.languages, own))
    };
    circle.iter().filter(speaks_both).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        Language::tagged(tag).expect("a language")
    }

    fn speaking(tags: &[&str]) -> Languages {
        Languages(tags.iter().map(|tag| language(tag)).collect())
    }

    fn one(tags: &[&str]) -> InCircle {
        let name = tags.join("+");
        InCircle { id: PersonId::new(), name, kinship: None, role: Role::Family, languages: speaking(tags) }
    }

    #[test]
    fn words_are_read_in_a_language_of_ones_own_or_in_none() {
        let (english, mexican) = (language("en"), language("es-MX"));
        let words = [("a", &english), ("b", &mexican), ("c", &Language::none())];
        assert_eq!(unread(words, &[], &speaking(&["es"])), std::slice::from_ref(&english));
        assert_eq!(unread(words, &[], &speaking(&["ar"])), [english.clone(), mexican.clone()]);
        assert_eq!(unread(words, &[], &speaking(&["es", "en"])), []);
    }

    #[test]
    fn somebody_who_speaks_both_can_read_to_another_and_nobody_to_themselves() {
        let circle = [one(&["es", "en"]), one(&["es"]), one(&["ar", "en"])];
        let names = |reader: &PersonId| -> Vec<String> {
            let both = who_speaks_both(&circle, reader, &speaking(&["es"]), &language("en"));
            both.into_iter().map(|one| one.name.clone()).collect()
        };
        assert_eq!(names(&circle[1].id), ["es+en"]);
        assert_eq!(names(&circle[0].id), [] as [&str; 0]);
    }
}
