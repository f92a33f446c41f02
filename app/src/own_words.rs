//! The language of one's own words: what a form says of it, what the words themselves say, and saying it otherwise with one
//! tap.

use std::fmt::Display;

use kinfolio::field::{self, FieldName};
use kinfolio::language::{Language, Languages, Spoken};
use kinfolio::person::Viewer;
use kinfolio::store::Tx;
use leptos::prelude::*;

use crate::asking::{Asking, go, go_saying};
use crate::fields::{Fields, Values};
use crate::own_path::own_path;
use crate::refusal::Answer;
use crate::said::Done;

/// The fields that say in which language a form's words are.
const LANGUAGES: [FieldName; 3] = [field::LANGUAGE, field::WISH_LANGUAGE, field::QUESTION_LANGUAGE];

/// The fields that hold a person's own words.
const WORDS: [FieldName; 9] = [
    field::TITLE,
    field::TEXT,
    field::TRANSCRIPT,
    field::PHOTO_WORDS,
    field::REFLECTION,
    field::FEEDBACK,
    field::WHAT,
    field::SIGN,
    field::OWN_QUESTION,
];

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

/// Takes the words' own language where nobody chose one: what came is what stood in the form, and the words are surely in
/// another language of their writer's.
pub(crate) fn settle(values: &mut Values) {
    if !values.has(field::LANGUAGE_GUESS) {
        return;
    }
    let mut among = values.get(field::LANGUAGE_SHOWN).split(' ').filter_map(Language::tagged);
    let Some(shown) = among.next().filter(|shown| shown.tag() == values.get(field::LANGUAGE)) else { return };
    let words: Vec<&str> = WORDS.iter().map(|name| values.get(name)).filter(|words| !words.is_empty()).collect();
    let Some(guess) = Language::guessed(&words.join("\n"), &shown, &among.take(20).collect::<Vec<_>>()) else { return };
    values.set(field::LANGUAGE, guess.tag());
    values.set(field::LANGUAGE_GUESSED, shown.tag());
}

/// The language that a form's words are said to be in, where somebody writes words of their own in it.
pub(crate) fn written_in(values: &Values) -> Option<Language> {
    let said = LANGUAGES.iter().find(|name| values.has(*name))?;
    values.has(field::LANGUAGE_SHOWN).then(|| Language::tagged(values.get(said))).flatten()
}

/// Where to go on after words were kept; and when their language was guessed, which one it is.
pub(crate) fn in_words(path: impl AsRef<str>, values: &Values, (spoken, id): (Spoken, impl Display)) -> String {
    let path = path.as_ref();
    let (guessed, instead) = (values.get(field::LANGUAGE), values.get(field::LANGUAGE_GUESSED));
    if instead.is_empty() {
        return path.to_owned();
    }
    let (path, place) = path.split_once('#').unwrap_or((path, ""));
    let mark = if path.contains('?') { '&' } else { '?' };
    let guess = format!("{path}{mark}{}={spoken}.{id}.{guessed}.{instead}", field::LANGUAGE_GUESS);
    if place.is_empty() { guess } else { format!("{guess}#{place}") }
}

/// A guess that was made, as an address carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    spoken: Spoken,
    id: String,
    guessed: Language,
    instead: Language,
}

impl Guess {
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
pub(crate) fn GuessSaid(guess: Guess, #[prop(into)] here: String) -> impl IntoView {
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

/// Takes the other language for one's own words.
pub async fn correct(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let then = own_path(fields.get(field::THEN)).to_owned();
    let Some(Guess { spoken, id, guessed, instead }) = Guess::read(fields.get(field::LANGUAGE_GUESS)) else {
        return go(then);
    };
    let mut tx = asking.write().await?;
    let said = spoken.say(&mut tx, viewer, &id, &guessed, &instead).await?;
    if said {
        viewer.wrote_in(&mut tx, &instead).await?;
    }
    tx.commit().await?;
    if said { go_saying(then, Done::Saved) } else { go(then) }
}

/// Remembers the language of a form's words, in the transaction that keeps them.
pub(crate) async fn remember(
    asking: &Asking,
    tx: &mut Tx,
    language: Option<Language>,
) -> Result<(), kinfolio::store::StoreError> {
    match (asking.somebody(), language) {
        (Some(viewer), Some(language)) => viewer.wrote_in(tx, &language).await,
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(shown: &str, language: &str, text: &str) -> Values {
        let mut values = Values::default();
        for (name, value) in [
            (field::LANGUAGE_GUESS, "yes"),
            (field::LANGUAGE_SHOWN, shown),
            (field::LANGUAGE, language),
            (field::TEXT, text),
        ] {
            values.set(name, value);
        }
        settle(&mut values);
        values
    }

    const SPANISH: &str = "En nuestra familia comemos juntos los domingos";

    #[test]
    fn what_somebody_chose_stands_whatever_the_words_look_like() {
        assert_eq!(sent("en es ar", "ar", SPANISH).get(field::LANGUAGE), "ar");
        assert!(!sent("en es ar", "ar", SPANISH).has(field::LANGUAGE_GUESSED));
    }

    #[test]
    fn where_nobody_chose_the_words_say_it_themselves() {
        let values = sent("en es", "en", SPANISH);
        assert_eq!((values.get(field::LANGUAGE), values.get(field::LANGUAGE_GUESSED)), ("es", "en"));
        assert!(!sent("es en", "es", SPANISH).has(field::LANGUAGE_GUESSED));
    }

    #[test]
    fn an_address_that_makes_something_up_brings_no_guess() {
        let id = kinfolio::id::WorkId::new();
        assert!(Guess::read(&format!("work.{id}.es.en")).is_some());
        for made_up in
            ["", "work", "person.x.es.en", "work.1.es.en", &format!("work.{id}.es.es"), &format!("work.{id}.<b>.en")]
        {
            assert_eq!(Guess::read(made_up), None, "{made_up}");
        }
    }
}
