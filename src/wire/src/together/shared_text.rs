//! The shared text: a text that keeps every letter's writer, and that reads the same for everybody in the end, in whatever
//! order their edits arrive. It is a yrs document with one text in it; the server and the editor in the browser share it.

use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{
    Any, Assoc, ClientID, Doc, GetString, IndexedSequence, OffsetKind, Options, Out, ReadTxn, Snapshot, StateVector,
    StickyIndex, Text, TextRef, Transact, Update,
};

use super::validate::{self, Outline};

/// Who writes, to the document: one person in one window. The server hands the ids out and remembers whose each is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClientId(pub u64);

impl ClientId {
    /// The highest a client id may be: JavaScript has to be able to count so far.
    pub const MOST: u64 = (1 << 53) - 1;
}

/// An edit that is none, that builds on something unknown, or that is far too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no edit of this text")]
pub struct BadEdit;

/// The longest edit that is looked at, in bytes: many times what a statement can be.
pub const LONGEST_EDIT: usize = 256 * 1024;

/// One piece out of the old text, another one in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// Where, in UTF-16 units of the text as it is when this splice's turn comes.
    pub at: u32,
    /// How many units go.
    pub gone: u32,
    /// What comes.
    pub new: String,
}

/// The text of one statement, with its history.
pub struct SharedText {
    doc: Doc,
    text: TextRef,
}

impl SharedText {
    /// An empty one, to be written on with this client id.
    pub fn new(client_id: ClientId) -> Self {
        let mut options = Options::with_client_id(ClientID::new(client_id.0 & ClientId::MOST));
        // The browser counts in these, and its selection has to fit.
        options.offset_kind = OffsetKind::Utf16;
        let doc = Doc::with_options(options);
        let text = doc.get_or_insert_text(validate::ROOT);
        Self { doc, text }
    }

    /// The text as it reads now.
    pub fn text(&self) -> String {
        self.text.get_string(&self.doc.transact())
    }

    /// What this shared text has seen, for somebody to answer with what it has not.
    pub fn seen(&self) -> Vec<u8> {
        self.doc.transact().state_vector().encode_v1()
    }

    /// Everything that somebody who has seen so much is missing.
    ///
    /// # Errors
    /// When `seen` is not what [`SharedText::seen`] gives.
    pub fn missing(&self, seen: &[u8]) -> Result<Vec<u8>, BadEdit> {
        if !validate::is_what_was_seen(seen) {
            return Err(BadEdit);
        }
        let seen = unharmed(|| StateVector::decode_v1(seen))?.map_err(|_| BadEdit)?;
        unharmed(|| self.doc.transact().encode_state_as_update_v1(&seen))
    }

    /// All of it, as one edit of an empty shared text.
    pub fn whole(&self) -> Vec<u8> {
        self.doc.transact().encode_state_as_update_v1(&StateVector::default())
    }

    /// The client ids that wrote what is new in an edit.
    ///
    /// # Errors
    /// When it is none, builds on what this shared text has not seen, or makes the shared text longer than any can be.
    pub fn new_clients(&self, edit: &[u8]) -> Result<Vec<ClientId>, BadEdit> {
        if edit.len() > LONGEST_EDIT {
            return Err(BadEdit);
        }
        let clients = Outline::read(edit)?.new_clients(self.letters_seen())?;
        // On a copy: what leads in a circle, or worse, must not come near the shared text itself.
        let copy = Self::new(ClientId(0));
        copy.take(&self.whole())?;
        let lacked = copy.lacks_something();
        copy.take(edit)?;
        let grown =
            copy.doc.transact().state_vector().len() > validate::MOST_CLIENTS || copy.whole().len() > LONGEST_EDIT;
        if grown || (copy.lacks_something() && !lacked) { Err(BadEdit) } else { Ok(clients) }
    }

    /// How many letters of each client id it has seen.
    pub(super) fn letters_seen(&self) -> impl Fn(ClientId) -> u32 + use<> {
        let seen = self.doc.transact().state_vector();
        move |client_id| seen.get(&ClientID::new(client_id.0))
    }

    /// Whether something on it waits for what it builds on: an edit of long ago that was none.
    fn lacks_something(&self) -> bool {
        self.doc.transact().has_missing_updates()
    }

    /// How it would read with this edit.
    ///
    /// # Errors
    /// When it is none.
    pub fn text_with(&self, edit: &[u8]) -> Result<String, BadEdit> {
        let copy = Self::new(ClientId(0));
        copy.take(&self.whole())?;
        copy.take(edit)?;
        Ok(copy.text())
    }

    /// Takes an edit in. Taking it in twice changes nothing the second time.
    ///
    /// # Errors
    /// When it is none.
    pub fn take(&self, edit: &[u8]) -> Result<(), BadEdit> {
        Outline::read(edit)?;
        let update = unharmed(|| Update::decode_v1(edit))?.map_err(|_| BadEdit)?;
        unharmed(|| self.doc.transact_mut().apply_update(update))?.map_err(|_| BadEdit)
    }

    /// Writes with the shared text's own client id, and gives the edit for everybody else; none when nothing changes.
    pub fn write(&self, splices: &[Splice]) -> Option<Vec<u8>> {
        if splices.is_empty() {
            return None;
        }
        let mut writing = self.doc.transact_mut();
        for splice in splices {
            let long = self.text.len(&writing);
            let at = splice.at.min(long);
            let gone = splice.gone.min(long - at);
            if gone > 0 {
                self.text.remove_range(&mut writing, at, gone);
            }
            if !splice.new.is_empty() {
                self.text.insert(&mut writing, at, &splice.new);
            }
        }
        Some(writing.encode_update_v1())
    }

    /// The text in pieces, each with the client id that wrote it.
    pub fn pieces(&self) -> Vec<(ClientId, String)> {
        let nothing = Snapshot::default();
        let mut looking = self.doc.transact_mut();
        let now = looking.snapshot();
        let written = self.text.diff_range(&mut looking, Some(&now), Some(&nothing), |change| change.id.client);
        let mut pieces: Vec<(ClientId, String)> = Vec::new();
        for piece in written {
            let (Out::Any(Any::String(words)), Some(client)) = (piece.insert, piece.ychange) else { continue };
            match pieces.last_mut() {
                Some((client_id, before)) if client_id.0 == client.get() => before.push_str(&words),
                _ => pieces.push((ClientId(client.get()), words.to_string())),
            }
        }
        pieces
    }

    /// A place between two letters that stays there while others write, to be told to them.
    pub fn mark(&self, at: u32) -> Vec<u8> {
        let looking = self.doc.transact();
        let at = at.min(self.text.len(&looking));
        let mark = self.text.sticky_index(&looking, at, Assoc::Before);
        mark.map(|mark| mark.encode_v1()).unwrap_or_default()
    }

    /// Where a marked place is now, in UTF-16 units.
    pub fn find(&self, mark: &[u8]) -> Option<u32> {
        if !validate::is_mark(mark) {
            return None;
        }
        let mark = unharmed(|| StickyIndex::decode_v1(mark)).ok()?.ok()?;
        unharmed(|| mark.get_offset(&self.doc.transact())).ok()?.map(|place| place.index)
    }
}

/// Several edits, each of which was taken in before, as one; or as they are, should they not become one that is taken in.
pub fn merged(edits: &[&[u8]]) -> Vec<Vec<u8>> {
    let each = || edits.iter().map(|edit| edit.to_vec()).collect();
    if edits.len() < 2 || edits.iter().any(|edit| !is_edit(edit)) {
        return each();
    }
    match unharmed(|| yrs::merge_updates_v1(edits)) {
        Ok(Ok(one)) if one.len() <= LONGEST_EDIT && is_edit(&one) => vec![one],
        _ => each(),
    }
}

/// Whether these bytes are an edit as a shared text makes them.
pub fn is_edit(bytes: &[u8]) -> bool {
    Outline::read(bytes).is_ok()
}

/// Does with the library what should do no harm. What would make it panic all the same is no edit: a second lock, behind
/// the reader in `validate`.
fn unharmed<T>(read: impl FnOnce() -> T) -> Result<T, BadEdit> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)).map_err(|_| BadEdit)
}

/// The one splice that makes the new text of the old: for typing, where one place changes at a time.
pub fn one_splice(old: &str, new: &str) -> Vec<Splice> {
    splice_before(old, new, 0)
}

/// Like [`one_splice`], when the writer's place is known: what changed ends there if it can, in UTF-16 units of the new text.
/// Without it, a word typed before another one that begins alike would borrow that one's first letter.
pub fn splice_before(old: &str, new: &str, place: u32) -> Vec<Splice> {
    let after_place = new[byte_at(new, place)..].chars().count();
    let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let same = |(a, b): &(&char, &char)| a == b;
    let before = old.iter().zip(&new).take_while(same).count();
    let after = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
    // As much as can stay; where the same letters could count as before or as after, the place decides.
    let stays = (before + after).min(old.len()).min(new.len());
    let after = after_place.clamp(stays - before.min(stays), after);
    let before = stays - after;
    let (gone, come) = (&old[before..old.len() - after], &new[before..new.len() - after]);
    if gone.is_empty() && come.is_empty() {
        return Vec::new();
    }
    let long = |letters: &[char]| letters.iter().map(|c| c.len_utf16() as u32).sum();
    vec![Splice { at: long(&old[..before]), gone: long(gone), new: come.iter().collect() }]
}

/// Where a place in UTF-16 units is in bytes; the end, when it lies beyond.
fn byte_at(text: &str, place: u32) -> usize {
    let mut units = 0;
    for (byte, c) in text.char_indices() {
        if units >= place {
            return byte;
        }
        units += c.len_utf16() as u32;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn applied(old: &str, splices: &[Splice]) -> String {
        let shared = SharedText::new(ClientId(1));
        shared.write(&one_splice("", old));
        shared.write(splices);
        shared.text()
    }

    #[test]
    fn two_who_type_at_once_lose_nothing() {
        let (ana, ben) = (SharedText::new(ClientId(1)), SharedText::new(ClientId(2)));
        let start = ana.write(&one_splice("", "We bring it home.")).unwrap();
        ben.take(&start).unwrap();
        let by_ana = ana.write(&one_splice("We bring it home.", "We always bring it home.")).unwrap();
        let by_ben = ben.write(&one_splice("We bring it home.", "We bring it home 🏡 together.")).unwrap();
        ana.take(&by_ben).unwrap();
        ben.take(&by_ana).unwrap();
        assert_eq!(ana.text(), "We always bring it home 🏡 together.");
        assert_eq!(ben.text(), ana.text());
        let written: Vec<(u64, String)> =
            ben.pieces().into_iter().map(|(client_id, words)| (client_id.0, words)).collect();
        let expected = [(1, "We always bring it home"), (2, " 🏡 together"), (1, ".")];
        assert_eq!(written, expected.map(|(client_id, words)| (client_id, words.to_owned())));
    }

    #[test]
    fn an_edit_with_a_gap_or_a_foreign_client_id_is_noticed() {
        let (ours, theirs) = (SharedText::new(ClientId(1)), SharedText::new(ClientId(2)));
        let first = theirs.write(&one_splice("", "one")).unwrap();
        let second = theirs.write(&one_splice("one", "one two")).unwrap();
        assert_eq!(ours.new_clients(&second), Err(BadEdit));
        assert_eq!(ours.new_clients(&first), Ok(vec![ClientId(2)]));
        ours.take(&first).unwrap();
        assert_eq!(ours.new_clients(&first), Ok(vec![]));
        assert_eq!(ours.new_clients(&second), Ok(vec![ClientId(2)]));
        assert_eq!(ours.new_clients(b"nonsense"), Err(BadEdit));
    }

    #[test]
    fn a_mark_stays_between_its_letters() {
        let shared = SharedText::new(ClientId(1));
        shared.write(&one_splice("", "home"));
        let mark = shared.mark(4);
        shared.write(&one_splice("home", "We bring it home"));
        assert_eq!(shared.find(&mark), Some(16));
        assert_eq!(shared.find(b"?"), None);
    }

    #[test]
    fn a_word_before_another_one_that_begins_alike_keeps_its_own_letters() {
        let splices = splice_before("we wish", "we want wish", 8);
        assert_eq!(splices, [Splice { at: 3, gone: 0, new: "want ".into() }]);
        assert_eq!(splice_before("aab", "ab", 1), [Splice { at: 1, gone: 1, new: String::new() }]);
    }

    #[test]
    fn what_did_not_change_stays_wherever_the_writer_went_meanwhile() {
        for place in 0..20 {
            let splices = splice_before("we bring it", "we all bring it", place);
            assert_eq!((splices[0].gone, splices[0].new.len()), (0, 4), "{splices:?}");
        }
    }

    proptest! {
        #[test]
        fn splices_make_the_new_text_of_the_old(old in "[a-c ñ🏡\n]{0,30}", new in "[a-c ñ🏡\n]{0,30}") {
            for place in 0..40 {
                prop_assert_eq!(applied(&old, &splice_before(&old, &new, place)), new.clone());
            }
        }

        #[test]
        fn whatever_comes_over_the_wire_does_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let shared = SharedText::new(ClientId(1));
            shared.write(&one_splice("", "ours"));
            let _ = shared.new_clients(&bytes);
            let _ = shared.missing(&bytes);
            let _ = shared.find(&bytes);
            prop_assert_eq!(shared.text(), "ours");
        }
    }
}
