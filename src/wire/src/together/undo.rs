//! Taking back one's own last words, and nobody else's.

use super::{ClientId, SharedText, Splice};

/// How many acts can be taken back.
const MOST: usize = 200;

/// What a writer did in their window, to be taken back one after the other, and done once more.
#[derive(Default)]
pub(super) struct History {
    done: Vec<Act>,
    undone: Vec<Act>,
}

/// Which way through the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryWay {
    /// What was done last is taken back.
    Back,
    /// What was taken back last is done once more.
    Again,
}

/// Words in place of others. Its places move with what everybody writes.
struct Act {
    start: Vec<u8>,
    end: Vec<u8>,
    /// What stood there before.
    gone: String,
}

impl Act {
    /// Where it is now; nowhere, when the text does not know its places.
    fn place(&self, text: &SharedText) -> Option<(u32, u32)> {
        let (start, end) = (text.find(&self.start)?, text.find(&self.end)?);
        Some((start, end.max(start)))
    }
}

/// What a splice becomes in the history: a new act, or more of the last one.
pub(super) enum Joins {
    /// The last act now reaches to here.
    Grows {
        start: u32,
        end: u32,
    },
    /// The last act took this out as well, before what it took out already.
    TakesMore {
        at: u32,
        gone: String,
    },
    Alone {
        at: u32,
        end: u32,
        gone: String,
    },
}

impl History {
    /// What a splice of the writer's will be in the history; asked before it is written.
    pub fn joins(&self, text: &SharedText, splice: &Splice) -> Joins {
        let shown = text.text();
        let end = splice.at + units(&splice.new);
        let gone = piece(&shown, splice.at, splice.at + splice.gone);
        let last = self.done.last().filter(|_| self.undone.is_empty());
        let Some((from, to)) = last.and_then(|last| last.place(text)) else {
            return Joins::Alone { at: splice.at, end, gone };
        };
        let within = splice.at >= from && splice.at + splice.gone <= to && from < to;
        let before = piece(&shown, splice.at.saturating_sub(1), splice.at);
        let new_word =
            splice.gone == 0 && before.chars().all(char::is_whitespace) && !splice.new.chars().all(char::is_whitespace);
        if within && !new_word && (splice.gone > 0 || splice.at == to) {
            Joins::Grows { start: from, end: to - splice.gone + units(&splice.new) }
        } else if splice.new.is_empty() && from == to && splice.at + splice.gone == from {
            Joins::TakesMore { at: splice.at, gone }
        } else {
            Joins::Alone { at: splice.at, end, gone }
        }
    }

    /// Remembers it, once it is written.
    pub fn did(&mut self, text: &SharedText, joins: Joins) {
        self.undone.clear();
        match (joins, self.done.last_mut()) {
            (Joins::Grows { start, end }, Some(last)) => (last.start, last.end) = (text.mark(start), text.mark(end)),
            (Joins::TakesMore { at, gone }, Some(last)) => {
                last.gone.insert_str(0, &gone);
                (last.start, last.end) = (text.mark(at), text.mark(at));
            }
            (Joins::Alone { at, end, gone }, _) => {
                self.done.push(Act { start: text.mark(at), end: text.mark(end), gone });
                if self.done.len() > MOST {
                    self.done.remove(0);
                }
            }
            _ => {}
        }
    }

    /// Goes one act back, or does one again. Gives the edit for everybody else, and the writer's place after it.
    pub fn go(&mut self, way: HistoryWay, text: &SharedText, own: ClientId) -> Option<(Vec<u8>, u32)> {
        loop {
            let change = match way {
                HistoryWay::Back => self.done.pop()?,
                HistoryWay::Again => self.undone.pop()?,
            };
            let Some((from, to)) = change.place(text) else { continue };
            let own = own_ranges(text, own, from, to);
            let shown = text.text();
            let gone: String = own.iter().map(|(start, end)| piece(&shown, *start, *end)).collect();
            // From the end, so that each place is still right when its turn comes.
            let out = own.iter().rev().map(|(start, end)| Splice { at: *start, gone: end - start, new: String::new() });
            let back = Splice { at: from, gone: 0, new: change.gone };
            let place = from + units(&back.new);
            let splices: Vec<Splice> = out.chain(Some(back)).filter(|s| s.gone > 0 || !s.new.is_empty()).collect();
            let Some(edit) = text.write(&splices) else { continue };
            let inverse = Act { start: text.mark(from), end: text.mark(place), gone };
            match way {
                HistoryWay::Back => self.undone.push(inverse),
                HistoryWay::Again => self.done.push(inverse),
            }
            return Some((edit, place));
        }
    }
}

/// Where, between two places, the words are this writer's.
fn own_ranges(text: &SharedText, own: ClientId, from: u32, to: u32) -> Vec<(u32, u32)> {
    let mut at = 0;
    let mut ranges = Vec::new();
    for (client, words) in text.pieces() {
        let end = at + units(&words);
        let (start, until) = (at.max(from), end.min(to));
        if client == own && start < until {
            ranges.push((start, until));
        }
        at = end;
    }
    ranges
}

fn units(words: &str) -> u32 {
    words.encode_utf16().count() as u32
}

/// The words between two places, in UTF-16 units.
fn piece(text: &str, from: u32, to: u32) -> String {
    let mut at = 0;
    text.chars()
        .filter(|c| {
            let here = at;
            at += c.len_utf16() as u32;
            here >= from && here < to
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::together::{ClientId, FieldText, HistoryWay};

    /// Types words at a place, letter by letter, as a keyboard does.
    fn types(field: &FieldText, at: usize, words: &str) -> Vec<Vec<u8>> {
        let mut edits = Vec::new();
        for (offset, letter) in words.char_indices() {
            let mut text = field.shown();
            text.insert(at + offset, letter);
            let place = text[..at + offset + letter.len_utf8()].encode_utf16().count() as u32;
            edits.extend(field.typed(&text, place));
        }
        edits
    }

    fn hears(field: &FieldText, edits: Vec<Vec<u8>>) {
        edits.iter().for_each(|edit| field.hear(edit).unwrap());
        field.show();
    }

    fn goes(field: &FieldText, way: HistoryWay) -> Vec<Vec<u8>> {
        field.go(way).map(|(edit, _)| edit).into_iter().collect()
    }

    #[test]
    fn undo_takes_back_ones_own_last_words_also_after_somebody_else_wrote() {
        let (here, there) = (FieldText::new(ClientId(1)), FieldText::new(ClientId(2)));
        hears(&there, types(&here, 0, "We bring it home."));
        hears(&there, types(&here, 8, " 🏡 always"));
        hears(&here, types(&there, 0, "Mom: "));
        hears(&here, types(&there, there.shown().find("always").unwrap() + 3, "-nearly-"));
        assert_eq!(here.shown(), "Mom: We bring 🏡 alw-nearly-ays it home.");
        hears(&there, goes(&here, HistoryWay::Back));
        assert_eq!(here.shown(), "Mom: We bring 🏡 -nearly- it home.");
        hears(&there, goes(&here, HistoryWay::Back));
        assert_eq!(here.shown(), "Mom: We bring -nearly- it home.");
        hears(&there, goes(&here, HistoryWay::Again));
        hears(&there, goes(&here, HistoryWay::Again));
        assert!(here.shown().contains("🏡 ") && here.shown().contains("always"), "{}", here.shown());
        assert_eq!(here.show(), there.show());
    }

    #[test]
    fn undo_brings_back_what_was_taken_out() {
        let field = FieldText::new(ClientId(1));
        types(&field, 0, "We bring it home.");
        field.typed("We it home.", 3);
        field.typed("We it hom.", 9);
        field.typed("We it ho.", 8);
        assert!(field.go(HistoryWay::Back).is_some());
        assert_eq!(field.shown(), "We it home.");
        assert_eq!(field.go(HistoryWay::Back).map(|(_, place)| place), Some(9));
        assert_eq!(field.shown(), "We bring it home.");
        assert!(field.go(HistoryWay::Again).is_some());
        assert_eq!(field.shown(), "We it home.");
    }

    #[test]
    fn a_word_that_an_input_method_put_together_goes_as_one() {
        let field = FieldText::new(ClientId(1));
        types(&field, 0, "家 ");
        for step in ["家 ｎ", "家 に", "家 にｈ", "家 にほん", "家 日本"] {
            field.typed(step, step.encode_utf16().count() as u32);
        }
        field.go(HistoryWay::Back);
        assert_eq!(field.shown(), "家 ");
    }

    proptest! {
        #[test]
        fn nobodys_words_go_but_ones_own(
            steps in proptest::collection::vec((any::<bool>(), 0..40_usize, "[a-z]{1,4} ?"), 1..12), undone in 0..14_usize,
        ) {
            let (here, there) = (FieldText::new(ClientId(1)), FieldText::new(ClientId(2)));
            let mut theirs = 0;
            for (own, at, words) in &steps {
                let (writer, other) = if *own { (&here, &there) } else { (&there, &here) };
                let words = if *own { words.clone() } else { words.to_uppercase() };
                theirs += if *own { 0 } else { words.trim().len() };
                let at = (*at).min(writer.shown().len());
                let edits = types(writer, at, &words);
                hears(other, edits);
            }
            let before = here.shown();
            let backs: Vec<_> = (0..undone).filter_map(|_| here.go(HistoryWay::Back)).collect();
            let went = backs.len();
            hears(&there, backs.into_iter().map(|(edit, _)| edit).collect());
            prop_assert_eq!(here.show(), there.show());
            prop_assert_eq!(here.shown().chars().filter(char::is_ascii_uppercase).count(), theirs);
            for _ in 0..went {
                hears(&there, goes(&here, HistoryWay::Again));
            }
            let letters = |text: &str| { let mut all: Vec<char> = text.chars().collect(); all.sort_unstable(); all };
            prop_assert_eq!(letters(&here.shown()), letters(&before));
        }
    }
}
