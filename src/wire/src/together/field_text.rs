//! The shared text behind a field, and what the field shows of it.

use std::cell::RefCell;

use super::undo::{History, HistoryWay};
use super::{BadEdit, ClientId, SharedText, Splice, one_splice, splice_before};

/// The shared text behind a field.
///
/// While an input method puts a word together (for Chinese, Japanese, Korean, and on most phones for every word) nobody may
/// touch the field, and the others go on writing. So there are two copies: everything that is known, and a *shadow*, which
/// is what the field shows and nothing more. What somebody types is the difference between the field and its shadow, and
/// is written on the shadow: it can take out only what they saw.
pub struct FieldText {
    all: SharedText,
    shadow: SharedText,
    own: ClientId,
    history: RefCell<History>,
}

impl FieldText {
    /// An empty one, to be written on with this client id.
    pub fn new(client_id: ClientId) -> Self {
        Self {
            all: SharedText::new(ClientId(0)),
            shadow: SharedText::new(client_id),
            own: client_id,
            history: RefCell::default(),
        }
    }

    /// Takes in what others wrote. The field shows it with the next [`FieldText::show`].
    ///
    /// # Errors
    /// When it is no edit.
    pub fn hear(&self, edit: &[u8]) -> Result<(), BadEdit> {
        self.all.take(edit)
    }

    /// Takes in what the field reads now, with the writer's place in it, and gives the edit for everybody else; none when
    /// nothing was typed.
    pub fn typed(&self, field: &str, place: u32) -> Option<Vec<u8>> {
        self.write(&splice_before(&self.shown(), field, place))
    }

    /// Takes back the writer's own last words, or writes them once more; whatever others wrote meanwhile stays. Gives the
    /// edit for everybody else, and the writer's place; none when there is nothing to take back.
    pub fn go(&self, way: HistoryWay) -> Option<(Vec<u8>, u32)> {
        let (edit, place) = self.history.borrow_mut().go(way, &self.shadow, self.own)?;
        let _ = self.all.take(&edit);
        Some((edit, place))
    }

    /// Forgets what could be undone: words that somebody took back are in it maybe.
    pub fn forget_history(&self) {
        self.history.take();
    }

    /// Takes in what was typed into a field before there was a shared text behind it, when it read `began`. Where others have
    /// changed the same words since, nothing of theirs goes.
    pub fn bring_in(&self, began: &str, typed: &str) -> Option<Vec<u8>> {
        let now = self.show();
        if now == typed {
            return None;
        }
        let splices = one_splice(began, typed);
        self.write(&splices.into_iter().map(|splice| rebased(splice, began, &now)).collect::<Vec<_>>())
    }

    /// Brings the shadow up to date, for a field that is to show everything that is known; gives the words.
    pub fn show(&self) -> String {
        if let Ok(missing) = self.all.missing(&self.shadow.seen()) {
            let _ = self.shadow.take(&missing);
        }
        self.shown()
    }

    /// What the field showed last, with what was typed since.
    pub fn shown(&self) -> String {
        self.shadow.text()
    }

    /// What the field shows, as one edit: with everything that was ever typed into it.
    pub fn whole(&self) -> Vec<u8> {
        self.shadow.whole()
    }

    /// Everything that somebody who has seen so much is missing.
    ///
    /// # Errors
    /// When `seen` is not what [`SharedText::seen`] gives.
    pub fn missing(&self, seen: &[u8]) -> Result<Vec<u8>, BadEdit> {
        self.all.missing(seen)
    }

    /// A place in the field, to be told to the others.
    pub fn mark(&self, at: u32) -> Vec<u8> {
        self.shadow.mark(at)
    }

    /// Where a marked place is in the field, in UTF-16 units; none while the field does not show it yet.
    pub fn find(&self, mark: &[u8]) -> Option<u32> {
        self.shadow.find(mark)
    }

    fn write(&self, splices: &[Splice]) -> Option<Vec<u8>> {
        let joins = splices.first().map(|splice| self.history.borrow().joins(&self.shadow, splice));
        let edit = self.shadow.write(splices)?;
        if let Some(joins) = joins {
            self.history.borrow_mut().did(&self.shadow, joins);
        }
        let _ = self.all.take(&edit);
        Some(edit)
    }
}

/// A splice made in `old`, as it is to be made in what `now` has become of it.
fn rebased(splice: Splice, old: &str, now: &str) -> Splice {
    let Some(theirs) = one_splice(old, now).pop() else { return splice };
    let come = theirs.new.encode_utf16().count() as u32;
    if splice.at + splice.gone <= theirs.at {
        splice
    } else if splice.at >= theirs.at + theirs.gone {
        Splice { at: splice.at - theirs.gone + come, ..splice }
    } else {
        Splice { at: theirs.at + come, gone: 0, ..splice }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::rngs::StdRng;
    use rand::seq::IndexedRandom;
    use rand::{Rng, SeedableRng};

    use super::*;

    /// How words come about in an input method: what stands in the field meanwhile, and what it becomes.
    const WORDS: [(&[&str], &str); 8] = [
        (&["n", "ni", "ni h", "ni ha", "ni hao"], "你好"),
        (&["ｎ", "に", "にｈ", "にほ", "にほん", "日本"], "日本語"),
        (&["ㅎ", "하", "한", "한ㄱ", "한구", "한국"], "한국어"),
        (&["h", "he", "hel", "hell"], "hello"),
        (&["m", "mu", "muj"], "mujer"),
        (&["م", "مر", "مرح"], "مرحبا"),
        (&["ש", "של", "שלו"], "שלום"),
        (&["smile", ":smile:"], "🌊👩‍🚀"),
    ];
    const BASES: [&str; 5] =
        ["", "We bring it home.", "Nos 🏡 reímos 👩‍🌾 juntas", "نحن نعتني بمن هم أكبر", "家 で 待つ"];

    /// Somebody at a field with an input method.
    struct Composer {
        shared: FieldText,
        field: String,
        caret: usize,
        /// Where the word begins that is being put together, and how it reads so far.
        composing: Option<(usize, String)>,
        unsent: Vec<Vec<u8>>,
    }

    impl Composer {
        fn put(&mut self, word: &str) {
            let Some((at, before)) = &mut self.composing else { return };
            self.field.replace_range(*at..*at + before.len(), word);
            word.clone_into(before);
            self.caret = *at + word.len();
        }

        /// As the editor does at an `input` event and at the end of a composition.
        fn input(&mut self) {
            let place = self.field[..self.caret].encode_utf16().count() as u32;
            self.unsent.extend(self.shared.typed(&self.field, place));
            if self.composing.is_none() {
                self.field = self.shared.show();
                self.caret = self.field.len();
            }
        }
    }

    /// The places between words.
    fn seams(text: &str) -> Vec<usize> {
        let spaces = text.match_indices(' ').flat_map(|(at, _)| [at, at + 1]);
        [0, text.len()].into_iter().chain(spaces).collect()
    }

    fn insert(shared: &FieldText, at: usize, word: &str) -> Option<Vec<u8>> {
        let mut text = shared.shown();
        text.insert_str(at, word);
        let place = text[..at + word.len()].encode_utf16().count() as u32;
        shared.typed(&text, place)
    }

    /// One of them composes words, the other writes and takes out words of the beginning, at random, and what they write
    /// arrives whenever it does. `sees_input`: whether the browser tells of every letter, or of the end alone.
    fn compose_at_random(seed: u64) {
        let mut dice = StdRng::seed_from_u64(seed);
        let sees_input = dice.random_bool(0.7);
        let base = *BASES.choose(&mut dice).unwrap();
        let first = SharedText::new(ClientId(1)).write(&one_splice("", base));
        let (here, there) = (FieldText::new(ClientId(2)), FieldText::new(ClientId(3)));
        for shared in [&here, &there] {
            first.iter().for_each(|edit| shared.hear(edit).unwrap());
            shared.show();
        }
        let mut composer =
            Composer { shared: here, field: base.to_owned(), caret: 0, composing: None, unsent: Vec::new() };
        let mut theirs: Vec<Vec<u8>> = Vec::new();
        let (mut tokens, mut written) = (Vec::new(), Vec::new());
        let mut letters = base.chars().count();
        for _ in 0..12 {
            let (steps, word) = *WORDS.choose(&mut dice).unwrap();
            let at = *seams(&composer.field).choose(&mut dice).unwrap();
            composer.composing = Some((at, String::new()));
            let given_up = dice.random_bool(0.1);
            let ends = if given_up { "" } else { word };
            for &step in steps.iter().chain([&ends]) {
                composer.put(step);
                if sees_input {
                    composer.input();
                }
                // The others, meanwhile.
                if dice.random_bool(0.4) {
                    let token = format!("⟦{}🌱⟧", tokens.len());
                    let at = *seams(&there.shown()).choose(&mut dice).unwrap();
                    theirs.extend(insert(&there, at, &token));
                    letters += token.chars().count();
                    tokens.push(token);
                } else if dice.random_bool(0.1) {
                    let text = there.shown();
                    if let Some(gone) = text
                        .split(' ')
                        .find(|word| word.len() > 1 && base.contains(word) && text.matches(word).count() == 1)
                    {
                        letters -= gone.chars().count();
                        let at = text.find(gone).unwrap();
                        let place = text[..at].encode_utf16().count() as u32;
                        theirs.extend(there.typed(&text.replacen(gone, "", 1), place));
                    }
                }
                if dice.random_bool(0.5) {
                    theirs.drain(..).for_each(|edit| composer.shared.hear(&edit).unwrap());
                }
                if dice.random_bool(0.5) {
                    composer.unsent.drain(..).for_each(|edit| there.hear(&edit).unwrap());
                    there.show();
                }
            }
            composer.composing = None;
            composer.input();
            if !given_up {
                letters += word.chars().count();
                written.push(word);
            }
        }
        theirs.drain(..).for_each(|edit| composer.shared.hear(&edit).unwrap());
        composer.input();
        composer.unsent.drain(..).for_each(|edit| there.hear(&edit).unwrap());
        let text = composer.shared.show();
        assert_eq!(there.show(), text, "seed {seed}: both read the same");
        assert_eq!(composer.field, text, "seed {seed}: and so does the field");
        let mut rest = text.clone();
        for token in &tokens {
            assert_eq!(text.matches(token.as_str()).count(), 1, "seed {seed}: {token} in {text:?}");
            rest = rest.replacen(token.as_str(), "", 1);
        }
        for word in &written {
            let often = written.iter().filter(|other| *other == word).count();
            assert_eq!(rest.matches(word).count(), often, "seed {seed}: {word} in {text:?}");
        }
        assert_eq!(text.chars().count(), letters, "seed {seed}: nothing is lost, nothing is doubled: {text:?}");
    }

    #[test]
    fn whoever_composes_a_word_takes_out_nobody_elses() {
        (0..150).for_each(compose_at_random);
    }

    #[test]
    fn what_arrives_during_a_composition_is_shown_after_it() {
        let (here, there) = (FieldText::new(ClientId(1)), FieldText::new(ClientId(2)));
        let edit = there.typed("家で", 2).unwrap();
        here.hear(&edit).unwrap();
        assert_eq!(here.show(), "家で");
        let edit = there.typed("Hello. 家で", 7).unwrap();
        here.hear(&edit).unwrap();
        assert_eq!(here.shown(), "家で", "the field is left alone");
        assert!(here.typed("家でまつ", 4).is_some());
        assert_eq!(here.show(), "Hello. 家でまつ");
    }

    #[test]
    fn the_writers_place_moves_with_what_several_others_wrote() {
        let (here, there) = (FieldText::new(ClientId(1)), FieldText::new(ClientId(2)));
        let edit = here.typed("home", 4).unwrap();
        there.hear(&edit).unwrap();
        there.show();
        let (start, middle) = (here.mark(0), here.mark(4));
        for (text, place) in [("We 🏡 home", 6), ("We 🏡 home, warm", 16)] {
            here.hear(&there.typed(text, place).unwrap()).unwrap();
        }
        here.show();
        assert_eq!(here.find(&middle), Some(10));
        assert_eq!(here.find(&start), Some(0));
    }

    proptest! {
        #[test]
        fn what_was_typed_before_the_line_was_there_takes_out_nothing_of_theirs(
            began in "[a-c ñ🏡]{0,12}", ours in "[x-z👩]{1,6}", theirs in "[0-9🌱]{1,6}", at in 0..13_usize, to in 0..13_usize,
        ) {
            let put = |word: &str, at: usize| {
                let mut letters: Vec<char> = began.chars().collect();
                let at = at.min(letters.len());
                letters.splice(at..at, word.chars());
                letters.into_iter().collect::<String>()
            };
            let (there, here) = (FieldText::new(ClientId(1)), FieldText::new(ClientId(2)));
            let now = put(&theirs, to);
            here.hear(&there.typed(&now, 0).unwrap()).unwrap();
            here.bring_in(&began, &put(&ours, at));
            let text = here.shown();
            prop_assert!(text.contains(&theirs), "{theirs:?} in {text:?}");
            prop_assert!(text.contains(&ours), "{ours:?} in {text:?}");
            prop_assert_eq!(text.chars().count(), now.chars().count() + ours.chars().count());
        }

        #[test]
        fn what_was_typed_before_the_line_was_there_is_there_when_nobody_else_wrote(
            began in "[a-c ñ🏡]{0,12}", typed in "[a-c ñ🏡]{0,12}",
        ) {
            let (there, here) = (FieldText::new(ClientId(1)), FieldText::new(ClientId(2)));
            there.typed(&began, 0).into_iter().for_each(|edit| here.hear(&edit).unwrap());
            here.bring_in(&began, &typed);
            prop_assert_eq!(here.shown(), typed);
        }
    }
}
