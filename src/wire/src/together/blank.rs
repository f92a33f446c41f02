//! Blanking: whoever wrote words into a shared text takes them back for good. Where they stood there is a mark, one however
//! many letters went; everybody else's letters stay, in their order.

use std::collections::BTreeSet;

use super::validate::Outline;
use super::{BadEdit, ClientId, SharedText, Splice};

/// What stands where words were taken back.
pub const BLANK: &str = "▁▁▁";

/// Whether there is nothing in these words that could be taken back: white space and blanks.
pub fn is_blank(words: &str) -> bool {
    words.replace(BLANK, "").trim().is_empty()
}

/// The splices that put blanks in place of somebody's words, to be done in this order. Each piece says whether it is theirs.
/// The white space around their words stays, so that those of the others do not run together.
pub fn blanking<'p>(pieces: impl IntoIterator<Item = (bool, &'p str)>) -> Vec<Splice> {
    // Pieces side by side, from whichever window, are one stretch.
    let (mut stretches, mut at): (Vec<(u32, String)>, u32) = (Vec::new(), 0);
    let mut open = false;
    for (is_theirs, words) in pieces {
        match stretches.last_mut() {
            Some((_, stretch)) if is_theirs && open => stretch.push_str(words),
            _ if is_theirs => stretches.push((at, words.to_owned())),
            _ => {}
        }
        open = is_theirs;
        at += units(words);
    }
    let splices = stretches.into_iter().filter(|(_, words)| !is_blank(words)).map(|(at, words)| {
        let before = units(&words) - units(words.trim_start());
        Splice { at: at + before, gone: units(words.trim()), new: BLANK.to_owned() }
    });
    // From the end on, so that no splice moves the next.
    let mut splices: Vec<Splice> = splices.collect();
    splices.reverse();
    splices
}

impl SharedText {
    /// Puts blanks in place of what these client ids wrote, written with the shared text's own. What was taken out, now or ever
    /// before, is in no edit that is made from it afterwards: [`SharedText::whole`] has a place for it and no letters.
    pub fn blank(&self, theirs: &BTreeSet<ClientId>) {
        let pieces = self.pieces();
        let splices = blanking(pieces.iter().map(|(client_id, words)| (theirs.contains(client_id), words.as_str())));
        // The blank comes first: then it stands before whatever somebody who is away now wrote between the letters.
        let long = units(BLANK);
        let splices = splices.into_iter().flat_map(|Splice { at, gone, new }| {
            [Splice { at, gone: 0, new }, Splice { at: at + long, gone, new: String::new() }]
        });
        self.write(&splices.collect::<Vec<_>>());
    }

    /// An edit without what this shared text knows already: somebody who was away may bring letters along that are taken back
    /// by now, and they must not be kept anew.
    ///
    /// # Errors
    /// When it is none.
    pub fn only_new(&self, edit: &[u8]) -> Result<Vec<u8>, BadEdit> {
        if !Outline::read(edit)?.repeats(self.letters_seen()) {
            return Ok(edit.to_vec());
        }
        let copy = Self::new(ClientId(0));
        copy.take(&self.whole())?;
        copy.take(edit)?;
        copy.missing(&self.seen())
    }
}

fn units(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::together::one_splice;

    fn holds(edit: &[u8], words: &str) -> bool {
        edit.windows(words.len()).any(|part| part == words.as_bytes())
    }

    fn typed_by(shared: &SharedText, theirs: bool) -> String {
        let own = |client_id: &ClientId| (client_id.0 == 1) == theirs && client_id.0 < 3;
        shared.pieces().into_iter().filter(|(client_id, _)| own(client_id)).map(|(_, words)| words).collect()
    }

    /// Two who write the same text, and the edits of it, in the order in which they were made.
    fn two(steps: &[(bool, u8, u8, String)]) -> (SharedText, SharedText, Vec<Vec<u8>>) {
        let (ana, ben) = (SharedText::new(ClientId(1)), SharedText::new(ClientId(2)));
        let mut edits = Vec::new();
        for (is_ana, at, gone, new) in steps {
            let (here, there) = if *is_ana { (&ana, &ben) } else { (&ben, &ana) };
            let long = here.text().encode_utf16().count() as u32;
            let at = u32::from(*at) % (long + 1);
            let splice = Splice { at, gone: u32::from(*gone % 4).min(long - at), new: new.clone() };
            if let Some(edit) = here.write(&[splice]) {
                there.take(&edit).unwrap();
                edits.push(edit);
            }
        }
        (ana, ben, edits)
    }

    #[test]
    fn one_blank_stands_for_however_many_letters() {
        let (ana, ben) = (SharedText::new(ClientId(1)), SharedText::new(ClientId(2)));
        ben.take(&ana.write(&one_splice("", "We bring it home.")).unwrap()).unwrap();
        ana.take(&ben.write(&one_splice("We bring it home.", "We always bring it home.")).unwrap()).unwrap();
        let blanked = SharedText::new(ClientId(9));
        blanked.take(&ana.whole()).unwrap();
        blanked.blank(&BTreeSet::from([ClientId(1)]));
        assert_eq!(blanked.text(), "▁▁▁ always ▁▁▁");
        assert!(!holds(&blanked.whole(), "bring") && !holds(&blanked.whole(), "We"));
        assert!(holds(&blanked.whole(), "always"));
        let once = blanked.text();
        blanked.blank(&BTreeSet::from([ClientId(1), ClientId(9)]));
        assert_eq!(blanked.text(), once, "twice is once");
    }

    #[test]
    fn whoever_was_away_goes_on_and_brings_nothing_back() {
        let (ana, ben) = (SharedText::new(ClientId(1)), SharedText::new(ClientId(2)));
        ben.take(&ana.write(&one_splice("", "My secret.")).unwrap()).unwrap();
        let kept = SharedText::new(ClientId(9));
        kept.take(&ana.whole()).unwrap();
        kept.blank(&BTreeSet::from([ClientId(1)]));
        let kept_edit = kept.whole();
        // Away, and with all of it in hand.
        ben.write(&one_splice("My secret.", "My secret. And mine."));
        let kept = SharedText::new(ClientId(0));
        kept.take(&kept_edit).unwrap();
        assert_eq!(kept.new_clients(&ben.whole()), Ok(vec![ClientId(2)]));
        let edit = kept.only_new(&ben.whole()).unwrap();
        assert!(!holds(&edit, "secret") && holds(&edit, "And mine"));
        kept.take(&edit).unwrap();
        ben.take(&kept_edit).unwrap();
        assert_eq!(kept.text(), "▁▁▁. And mine");
        assert_eq!(ben.text(), kept.text());
        assert!(!holds(&ben.whole(), "secret"), "nor does their own device hold it any more");
    }

    proptest! {
        #[test]
        fn exactly_the_letters_of_the_one_are_gone(
            steps in proptest::collection::vec((any::<bool>(), any::<u8>(), any::<u8>(), "[a-d ñ🏡\n]{0,6}"), 0..24),
            away in "[x-z]{1,4}", goes_on in any::<u8>(),
        ) {
            // What Ana writes has letters that Ben never types.
            let steps: Vec<_> = steps
                .into_iter()
                .map(|(is_ana, at, gone, new)| (is_ana, at, gone, if is_ana { new.to_uppercase() } else { new }))
                .collect();
            let (ana, ben, edits) = two(&steps);
            prop_assert_eq!(ana.text(), ben.text());
            let blanked = SharedText::new(ClientId(9));
            for edit in &edits {
                blanked.take(edit).unwrap();
            }
            let theirs = typed_by(&blanked, false);
            blanked.blank(&BTreeSet::from([ClientId(1)]));
            prop_assert!(is_blank(&typed_by(&blanked, true)), "{:?}", blanked.text());
            prop_assert_eq!(typed_by(&blanked, false), theirs, "whatever the other wrote stays, in its order");
            let whole = blanked.whole();
            for letter in ["A", "B", "C", "D", "Ñ"] {
                // A length or a number may be any byte: a run of two is nobody's but hers.
                prop_assert!(!blanked.text().contains(letter));
                prop_assert!(!holds(&whole, &letter.repeat(3)));
            }
            // Somebody who was away writes on, and everybody reads the same.
            let long = ben.text().encode_utf16().count() as u32;
            let at = u32::from(goes_on) % (long + 1);
            let edit = ben.write(&[Splice { at, gone: 0, new: away }]).unwrap();
            let new = blanked.only_new(&ben.whole()).unwrap();
            blanked.take(&new).unwrap();
            let apart = SharedText::new(ClientId(0));
            apart.take(&whole).unwrap();
            apart.take(&edit).unwrap();
            ben.take(&whole).unwrap();
            prop_assert_eq!(ben.text(), blanked.text());
            prop_assert_eq!(apart.text(), blanked.text());
        }
    }
}
