//! Which language words are in, guessed from the words themselves: only where that is sure, and only among the languages that
//! their writer, or their school, is known to use.

use whatlang::{Detector, Lang};

use super::Language;

/// Fewer letters say too little.
const FEWEST_LETTERS: usize = 20;

/// The languages that can be told from the words. Chinese is not among them: its two ways of writing are chosen, not guessed.
const KNOWN: &[(&str, Lang)] = &[
    ("en", Lang::Eng),
    ("es", Lang::Spa),
    ("ar", Lang::Ara),
    ("bn", Lang::Ben),
    ("ru", Lang::Rus),
    ("ur", Lang::Urd),
    ("fr", Lang::Fra),
    ("ko", Lang::Kor),
    ("uk", Lang::Ukr),
    ("uz", Lang::Uzb),
    ("pt", Lang::Por),
    ("tw", Lang::Aka),
    ("am", Lang::Amh),
    ("hi", Lang::Hin),
    ("pa", Lang::Pan),
    ("ne", Lang::Nep),
    ("vi", Lang::Vie),
    ("tl", Lang::Tgl),
    ("pl", Lang::Pol),
    ("yi", Lang::Yid),
    ("he", Lang::Heb),
    ("fa", Lang::Pes),
];

fn known(language: &Language) -> Option<Lang> {
    let tag = language.tag().split('-').next().unwrap_or_default();
    KNOWN.iter().find(|(known, _)| *known == tag).map(|(_, lang)| *lang)
}

impl Language {
    /// The language these words are in, when it is another one than they are said to be in and that is sure. `shown` is what
    /// stood in the form, `among` what their writer is known to use.
    ///
    /// A language that cannot be told looks like one that can: nothing is guessed for whoever writes in one. Two looks have to
    /// agree, one among all languages and one among the writer's own, which is the surer one of few words.
    pub fn guessed(words: &str, shown: &Self, among: &[Self]) -> Option<Self> {
        if words.chars().filter(|c| c.is_alphabetic()).count() < FEWEST_LETTERS {
            return None;
        }
        known(shown)?;
        let own: Vec<(&Self, Lang)> = [shown].into_iter().chain(among).filter_map(|l| Some((l, known(l)?))).collect();
        let open = Detector::new().detect(words)?;
        let narrow = Detector::with_allowlist(own.iter().map(|(_, lang)| *lang).collect()).detect(words)?;
        // Among two or more a look can be unsure; where there is one, it finds nothing else.
        let sure = open.is_reliable() || (own.len() > 1 && narrow.is_reliable());
        let (guess, _) = own.iter().find(|(_, lang)| *lang == open.lang() && *lang == narrow.lang() && sure)?;
        (known(guess) != known(shown)).then(|| (*guess).clone())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn guessed(words: &str, shown: &str, among: &str) -> Option<String> {
        let among: Vec<Language> = among.split_whitespace().filter_map(Language::tagged).collect();
        Language::guessed(words, &Language::tagged(shown).unwrap(), &among).map(|language| language.tag().to_owned())
    }

    #[test]
    fn words_in_another_of_ones_languages_are_known_by_themselves() {
        for (words, shown, among, is) in [
            ("En nuestra familia comemos juntos los domingos", "en", "en es", Some("es")),
            ("Our family eats together every Sunday", "es", "es en", Some("en")),
            ("علمتني جدتي كيف أخيط لحافا من قمصان قديمة", "en", "en ar", Some("ar")),
            ("Our family eats together every Sunday", "en", "en es", None),
        ] {
            assert_eq!(guessed(words, shown, among).as_deref(), is, "{words}");
        }
    }

    #[test]
    fn what_is_short_or_mixed_or_in_none_of_ones_languages_is_left_as_it_was() {
        for words in [
            "Thanks!",
            "I am proud of you, mijo",
            "Nous aimons notre école parce que les profs nous aident",
            "Më pëlqen shkolla sepse mësuesit na ndihmojnë çdo ditë",
            "Mwen renmen lekòl la paske pwofesè yo ede nou anpil chak jou",
            "A casa nostra mangiamo sempre insieme la domenica",
            "asdf asdf asdf asdf asdf asdf asdf",
            "1234567890 1234567890 1234567890",
        ] {
            assert_eq!(guessed(words, "en", "en es"), None, "{words}");
        }
    }

    #[test]
    fn nothing_is_guessed_for_whoever_writes_in_a_language_that_cannot_be_told() {
        let words = "Our family eats together every Sunday";
        for shown in ["ht", "wo", "so", "ase", "zh-Hant"] {
            assert_eq!(guessed(words, shown, "en es"), None);
        }
    }

    proptest! {
        #[test]
        fn a_guess_is_one_of_the_writers_languages_and_another_than_the_one_shown(words in ".{0,200}", which in 0usize..4) {
            let shown = ["en", "es", "ar", "ht"][which];
            let guess = guessed(&words, shown, "en es ar fr");
            prop_assert!(guess.as_deref().is_none_or(|guess| guess != shown && ["en", "es", "ar", "fr"].contains(&guess)));
        }

        #[test]
        fn few_letters_are_never_guessed(words in "[a-zñáéí ]{0,19}") {
            prop_assert_eq!(guessed(&words, "en", "en es"), None);
        }
    }
}
