//! A text that comes back from a form, compared word by word.

use similar::{ChangeTag, TextDiff};

use super::Splice;

/// The splices that make the new text of the old word by word: for a form that comes back with words changed here and
/// there. So two people who change different words change different places.
pub fn word_splices(old: &str, new: &str) -> Vec<Splice> {
    let mut splices: Vec<Splice> = Vec::new();
    // Where the text is that is written so far, and whether the last splice ends just there.
    let (mut at, mut open) = (0, false);
    for change in TextDiff::from_words(old, new).iter_all_changes() {
        let (words, long) = (change.value(), units(change.value()));
        if change.tag() == ChangeTag::Equal {
            (at, open) = (at + long, false);
            continue;
        }
        if !open {
            splices.push(Splice { at, gone: 0, new: String::new() });
            open = true;
        }
        let Some(splice) = splices.last_mut() else { continue };
        match change.tag() {
            ChangeTag::Delete => splice.gone += long,
            _ => {
                splice.new.push_str(words);
                at += long;
            }
        }
    }
    splices
}

fn units(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::together::{ClientId, SharedText, one_splice};

    fn applied(old: &str, splices: &[Splice]) -> String {
        let shared = SharedText::new(ClientId(1));
        shared.write(&one_splice("", old));
        shared.write(splices);
        shared.text()
    }

    #[test]
    fn words_are_changed_as_whole_words() {
        let splices = word_splices("We bring it home.", "We carry it home, warm.");
        assert_eq!(splices[0], Splice { at: 3, gone: 5, new: "carry".into() });
        assert_eq!(applied("We bring it home.", &splices), "We carry it home, warm.");
    }

    proptest! {
        #[test]
        fn word_splices_make_the_new_text_of_the_old(old in "[a-c ñ🏡\n]{0,30}", new in "[a-c ñ🏡\n]{0,30}") {
            prop_assert_eq!(applied(&old, &word_splices(&old, &new)), new);
        }
    }
}
