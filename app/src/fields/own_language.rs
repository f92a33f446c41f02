//! In which language the words of a form are: what it says of it, and what the words themselves say where nobody chose.

use kinfolio::field::{self, FieldName};
use kinfolio::language::Language;

use super::Values;

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
}
