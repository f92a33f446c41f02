//! What a student types about the portfolio, checked: the welcome, and what a shelf is called and is about.

use super::{NewShelf, Welcome, limit};
use crate::field;
use crate::id::WorkId;
use crate::words::{Problems, line, optional_text};

impl Welcome {
    /// What was typed, checked.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn checked(welcome: &str, language: &str, version: i64) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let welcome = problems.take(field::WELCOME, optional_text(welcome, limit::WELCOME));
        let language = problems.language(language);
        problems.or(Self { welcome, language, version })
    }
}

/// A shelf as it was typed.
#[derive(Clone, Debug, Default)]
pub struct TypedShelf<'a> {
    pub name: &'a str,
    pub about: &'a str,
    pub works: Vec<WorkId>,
}

impl NewShelf {
    /// What was typed, checked. A shelf that is a statement is `called` as that is, whatever was typed.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn checked(typed: TypedShelf<'_>, called: Option<&str>) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = match called {
            Some(called) => called.to_owned(),
            None => problems.take(field::NAME, line(typed.name)),
        };
        let about = problems.take(field::ABOUT, optional_text(typed.about, limit::ABOUT));
        problems.or(Self { name, about, works: typed.works })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Problem;

    #[test]
    fn a_welcome_may_be_empty_and_is_in_a_language() {
        assert_eq!(Welcome::checked(" Hola.\r\n", "es", 2).unwrap().welcome, "Hola.");
        assert_eq!(Welcome::checked("\u{200B}", "en", 0).unwrap().welcome, "");
        let problems = Welcome::checked(&"a".repeat(limit::WELCOME + 1), "\u{0000}", 0).unwrap_err();
        assert_eq!(problems.of(field::WELCOME), Some(&Problem::TooLong { max: limit::WELCOME }));
        assert_eq!(problems.of(field::LANGUAGE), Some(&Problem::Choose));
    }

    #[test]
    fn a_shelf_has_a_name_unless_its_statement_is_the_name() {
        let works = vec![WorkId::new()];
        let typed = TypedShelf { name: " Things I\nbrought home ", about: " From home. ", works: works.clone() };
        let shelf = NewShelf::checked(typed.clone(), None).unwrap();
        assert_eq!((shelf.name.as_str(), shelf.about.as_str()), ("Things I brought home", "From home."));
        assert_eq!(shelf.works, works);
        assert_eq!(
            NewShelf::checked(typed, Some("We look after our elders.")).unwrap().name,
            "We look after our elders."
        );
        let about = "a".repeat(limit::ABOUT + 1);
        let typed = TypedShelf { name: "\u{0007}\u{2060}", about: &about, ..TypedShelf::default() };
        let problems = NewShelf::checked(typed, None).unwrap_err();
        assert_eq!(problems.of(field::NAME), Some(&Problem::Missing));
        assert_eq!(problems.of(field::ABOUT), Some(&Problem::TooLong { max: limit::ABOUT }));
    }
}
