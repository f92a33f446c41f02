//! What changed from one revision to another, word by word.

/// A stretch of text: in both, only in the earlier one, or only in the later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Same(String),
    Out(String),
    In(String),
}

/// How long the comparison may look for the shortest way. Past that it takes a longer one, which is as true.
#[cfg(feature = "store")]
const PATIENCE: std::time::Duration = std::time::Duration::from_millis(150);

/// What became of a text. The pieces that are the same or out are the old one, those that are the same or in the new one.
#[cfg(feature = "store")]
pub fn compared(old: &str, new: &str) -> Vec<Piece> {
    use similar::{Algorithm, ChangeTag, DiffOp, capture_diff_slices_deadline};
    let (old, new) = (tokens(old), tokens(new));
    let deadline = std::time::Instant::now() + PATIENCE;
    let ops: Vec<DiffOp> = capture_diff_slices_deadline(Algorithm::Myers, &old, &new, Some(deadline));
    let mut pieces: Vec<Piece> = Vec::new();
    for change in ops.iter().flat_map(|op| op.iter_changes(&old, &new)) {
        let word = change.value();
        match (change.tag(), pieces.last_mut()) {
            (ChangeTag::Equal, Some(Piece::Same(text)))
            | (ChangeTag::Delete, Some(Piece::Out(text)))
            | (ChangeTag::Insert, Some(Piece::In(text))) => text.push_str(word),
            (ChangeTag::Equal, _) => pieces.push(Piece::Same(word.to_owned())),
            (ChangeTag::Delete, _) => pieces.push(Piece::Out(word.to_owned())),
            (ChangeTag::Insert, _) => pieces.push(Piece::In(word.to_owned())),
        }
    }
    pieces
}

/// Words, and what stands between them. A script without spaces between words is taken letter by letter.
#[cfg(feature = "store")]
fn tokens(text: &str) -> Vec<&str> {
    let joins = |c: char| (c.is_alphanumeric() || c == '\'' || c == '’') && !stands_alone(c);
    let mut tokens = Vec::new();
    let mut begun: Option<usize> = None;
    for (at, c) in text.char_indices() {
        if joins(c) {
            begun.get_or_insert(at);
            continue;
        }
        if let Some(start) = begun.take() {
            tokens.push(&text[start..at]);
        }
        tokens.push(&text[at..at + c.len_utf8()]);
    }
    if let Some(start) = begun {
        tokens.push(&text[start..]);
    }
    tokens
}

/// Letters of Chinese, Japanese, Thai, Lao and Khmer.
#[cfg(feature = "store")]
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(all(test, feature = "store"))]
mod tests {
    use super::Piece::{In, Out, Same};
    use super::*;
    use proptest::prelude::*;

    fn sides(pieces: &[Piece]) -> (String, String) {
        let (mut old, mut new) = (String::new(), String::new());
        for piece in pieces {
            match piece {
                Same(text) => {
                    old.push_str(text);
                    new.push_str(text);
                }
                Out(text) => old.push_str(text),
                In(text) => new.push_str(text),
            }
        }
        (old, new)
    }

    #[test]
    fn a_changed_word_is_named_and_the_rest_stays() {
        let pieces = compared("At first I drew pizzas.", "At first I drew patches.");
        let same = |text: &str| Same(text.to_owned());
        assert_eq!(pieces, [same("At first I drew "), Out("pizzas".into()), In("patches".into()), same(".")]);
        assert_eq!(compared("我画比萨", "我画被子").first(), Some(&same("我画")));
        assert!(compared("", "").is_empty());
    }

    #[test]
    fn two_long_texts_without_a_word_in_common_are_compared_in_time() {
        let old: String = (0..40_000).map(|n| format!("a{n} ")).collect();
        let new: String = (0..40_000).map(|n| format!("b{n} ")).collect();
        let begun = std::time::Instant::now();
        assert_eq!(sides(&compared(&old, &new)), (old, new));
        assert!(begun.elapsed() < std::time::Duration::from_secs(20));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_in_comparing(old in "[ab *\n一二é]{0,60}", new in "[ab *\n一二é]{0,60}") {
            prop_assert_eq!(sides(&compared(&old, &new)), (old, new));
        }
    }
}
