//! What changed from one revision to another, word by word.

/// A stretch of text: in both, only in the earlier one, or only in the later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Same(String),
    Out(String),
    In(String),
}

/// How long the comparison may look for the shortest way. Past that it takes a longer one, which is as true.
const PATIENCE: std::time::Duration = std::time::Duration::from_millis(150);

/// What became of a text. The pieces that are the same or out are the old one, those that are the same or in the new one.
pub fn compared(old: &str, new: &str) -> Vec<Piece> {
    use similar::{Algorithm, ChangeTag, DiffOp, capture_diff_slices_deadline};
    let (old, new) = (tokens(old), tokens(new));
    let deadline = std::time::Instant::now() + PATIENCE;
    let ops: Vec<DiffOp> = capture_diff_slices_deadline(Algorithm::Myers, &old, &new, Some(deadline));
    // Stretches: what is the same, and what stands in place of what.
    let mut stretches: Vec<Stretch> = Vec::new();
    for change in ops.iter().flat_map(|op| op.iter_changes(&old, &new)) {
        let word = change.value();
        let is_same = change.tag() == ChangeTag::Equal;
        if stretches.last().is_none_or(|last| last.is_same != is_same) {
            stretches.push(Stretch { is_same, ..Stretch::default() });
        }
        let Some(last) = stretches.last_mut() else { continue };
        if change.tag() != ChangeTag::Insert {
            last.old.push_str(word);
        }
        if change.tag() != ChangeTag::Delete {
            last.new.push_str(word);
        }
    }
    readable(stretches).into_iter().flat_map(Stretch::pieces).collect()
}

/// A stretch of both texts: the same, or one in place of the other.
#[derive(Default)]
struct Stretch {
    is_same: bool,
    old: String,
    new: String,
}

impl Stretch {
    /// How much there is to read in it.
    fn length(&self) -> usize {
        self.old.chars().count().max(self.new.chars().count())
    }

    fn pieces(self) -> impl Iterator<Item = Piece> {
        let pieces = match self.is_same {
            true => [Some(Piece::Same(self.old)), None],
            false => [Some(Piece::Out(self.old)), Some(Piece::In(self.new))],
        };
        let is_there = |piece: &Piece| match piece {
            Piece::Same(text) | Piece::Out(text) | Piece::In(text) => !text.is_empty(),
        };
        pieces.into_iter().flatten().filter(is_there)
    }
}

/// A rewritten sentence is read as one, not as a patchwork with the few small words that happen to be in both: what is
/// the same and no longer than the changes on both sides of it goes into them. Paragraphs stay apart.
fn readable(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut read: Vec<Stretch> = Vec::new();
    for stretch in stretches {
        let absorbs = match &read[..] {
            [.., before, same] if same.is_same && !stretch.is_same && !before.is_same => {
                let short = before.length().min(stretch.length());
                same.length() <= short && !same.old.contains('\n')
            }
            _ => false,
        };
        if !absorbs {
            read.push(stretch);
            continue;
        }
        let same = read.pop().unwrap_or_default();
        if let Some(before) = read.last_mut() {
            before.old.push_str(&same.old);
            before.old.push_str(&stretch.old);
            before.new.push_str(&same.new);
            before.new.push_str(&stretch.new);
        }
    }
    read
}

/// Words, and what stands between them. A script without spaces between words is taken letter by letter.
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
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
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
    fn a_rewritten_sentence_is_read_as_one_and_paragraphs_stay_apart() {
        let pieces = compared(
            "Fractions can be used in a pizza.\n\nThe end.",
            "My grandmother says that is a star.\n\nThe end.",
        );
        let rewritten =
            [Out("Fractions can be used in a pizza".into()), In("My grandmother says that is a star".into())];
        assert_eq!(pieces[..2], rewritten);
        assert_eq!(pieces[2], Same(".\n\nThe end.".into()));
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
