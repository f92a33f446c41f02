//! The language of one's own words: what a form says of it, what the words themselves say, and saying it otherwise with one
//! tap.

use kinfolio::field;
use kinfolio::language::{Language, Languages, Spoken};
use kinfolio::person::Viewer;
use leptos::prelude::*;

/// What is known of the languages that whoever reads a page may write in.
#[derive(Clone, Debug, Default)]
pub(crate) struct WritesIn {
    /// The one they wrote in last.
    pub last: Languages,
    /// Those of their school's pages.
    pub schools: Languages,
}

impl WritesIn {
    /// For the pages that this person reads.
    pub fn of(viewer: &Viewer) -> Self {
        Self { last: viewer.writes_in.clone(), schools: viewer.school_languages.clone() }
    }
}

/// For `lang` attributes: the language that a school words its targets and its answers in.
pub(crate) fn school_lang() -> Option<String> {
    let WritesIn { schools, .. } = use_context::<WritesIn>()?;
    schools.0.first().map(|language| language.tag().to_owned())
}

/// A guess that was made, as an address carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuessedLanguage {
    pub(crate) spoken: Spoken,
    pub(crate) id: String,
    pub(crate) guessed: Language,
    pub(crate) instead: Language,
}

impl GuessedLanguage {
    /// The one in an address, if there is one in it: an address brings any text.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let (spoken, id) = (Spoken::named(parts.next()?)?, kinfolio::id::WorkId::parse(parts.next()?)?);
        let (guessed, instead) = (Language::tagged(parts.next()?)?, Language::tagged(parts.next()?)?);
        (parts.next().is_none() && guessed != instead).then_some(Self { spoken, id: id.to_string(), guessed, instead })
    }

    fn text(&self) -> String {
        format!("{}.{}.{}.{}", self.spoken, self.id, self.guessed.tag(), self.instead.tag())
    }
}

/// Says which language words were taken to be in, with the button that says it was the other one.
#[component]
pub(crate) fn GuessSaid(guess: GuessedLanguage, #[prop(into)] here: String) -> impl IntoView {
    let named = |language: &Language| crate::wording::apart(language.own_name());
    view! {
        <form class="flash__guess" method="post" action="/words/language">
            <input type="hidden" name=field::LANGUAGE_GUESS.wire() value=guess.text()/>
            <input type="hidden" name=field::THEN.wire() value=here/>
            <span>{say!(shell.words_guessed, language = named(&guess.guessed))}</span>
            <button class="btn btn--small">{say!(shell.words_instead, language = named(&guess.instead))}</button>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_makes_something_up_brings_no_guess() {
        let id = kinfolio::id::WorkId::new();
        assert!(GuessedLanguage::read(&format!("work.{id}.es.en")).is_some());
        for made_up in
            ["", "work", "person.x.es.en", "work.1.es.en", &format!("work.{id}.es.es"), &format!("work.{id}.<b>.en")]
        {
            assert_eq!(GuessedLanguage::read(made_up), None, "{made_up}");
        }
    }
}
