//! A language that nobody speaks: English with marks on its letters, a third longer, each sentence between brackets. Whoever
//! looks at a page in it sees at once what is not translated, what is too long for its place, and what is glued together of
//! pieces. `en-XA` is CLDR's tag for it.

use crate::sentence::{Sentence, SentencePart};

/// What a sentence begins and ends with.
pub const BRACKETS: (char, char) = ('⟦', '⟧');
/// By which part of its letters a sentence grows: most languages are up to a third longer than English.
const GROWS: usize = 3;

/// A sentence as it reads in this language.
pub(crate) fn read(sentence: Sentence) -> Sentence {
    let mut parts = vec![SentencePart::Text(BRACKETS.0.to_string())];
    parts.extend(sentence.0.into_iter().map(marked));
    parts.push(SentencePart::Text(BRACKETS.1.to_string()));
    Sentence(parts)
}

fn marked(part: SentencePart) -> SentencePart {
    match part {
        SentencePart::Text(words) => SentencePart::Text(longer(&words)),
        SentencePart::Told(name) => SentencePart::Told(name),
        SentencePart::ByCount(forms, other) => {
            let inner = |sentence: Sentence| Sentence(sentence.0.into_iter().map(marked).collect());
            SentencePart::ByCount(forms.into_iter().map(|(form, said)| (form, inner(said))).collect(), inner(other))
        }
    }
}

/// The words with marks on their letters; every third letter stands twice.
fn longer(words: &str) -> String {
    let mut longer = String::with_capacity(words.len() * 2);
    let mut letters = 0;
    for letter in words.chars() {
        let marked = with_mark(letter);
        longer.push(marked);
        if marked != letter {
            letters += 1;
            if letters % GROWS == 0 {
                longer.push(marked);
            }
        }
    }
    longer
}

fn with_mark(letter: char) -> char {
    const PLAIN: &str = "aceghijklnorstuwyzACEGHIJKLNORSTUWYZ";
    const MARKED: &str = "äçéĝĥîĵķļñöŕšťûŵýžÄÇÉĜĤÎĴĶĻÑÖŔŠŤÛŴÝŽ";
    let place = PLAIN.chars().position(|plain| plain == letter);
    place.and_then(|place| MARKED.chars().nth(place)).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_is_longer_and_stands_between_brackets_and_what_it_is_told_stands_in_it_as_it_is() {
        let told = [crate::Argument::words("name", &"Alma")];
        let english = crate::Locale::ENGLISH.say("time-with_name", &told);
        let pseudo = crate::Locale::PSEUDO.say("time-with_name", &told);
        assert_eq!(english, "with Alma");
        assert_eq!(pseudo, "⟦ŵîťťĥ Alma⟧");
        assert_eq!(crate::Locale::tagged("en-XA"), Some(crate::Locale::PSEUDO));
        assert!(crate::Locale::all().all(|locale| locale != crate::Locale::PSEUDO), "nobody is offered it");
    }
}
