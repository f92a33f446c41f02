//! Blanking: whoever typed letters into a statement takes them back for good: as it reads now, in what everybody was asked, in
//! the edits it is made of, and wherever it was copied to. A blank stands in their place, and the answers to it lapse.

mod copies;
mod past;
mod store;

use crate::id::{PersonId, StatementId};
use crate::language::Language;
use crate::policy::Audience;
use crate::together::{blanking, is_blank};

use super::{Pieces, Section, VersionLine};
use past::PastWords;

/// What somebody wrote into a statement, and who could read it until now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnWords {
    pub section: Section,
    pub language: Language,
    /// Whose definition it is in.
    pub student_name: String,
    /// Their words as the statement reads now, in their order.
    pub now: Vec<String>,
    /// Others of theirs that people were asked about before, or that stand in another school year's copy.
    pub before: Vec<String>,
    /// The widest circle that could read any of it.
    pub audience: Audience,
    /// Whether the student let somebody in beyond that circle, by name.
    pub is_chosen: bool,
    /// Whether something can be taken back; also such as nobody reads any more, in what the statement is made of.
    pub is_any: bool,
}

/// A statement that somebody wrote on, and can take their words back from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WroteOn {
    pub statement: StatementId,
    pub section: Section,
    /// Whose definition it is in.
    pub student_name: String,
    /// Their own words in it, and nobody else's.
    pub words: Vec<String>,
    pub language: Language,
}

impl Pieces {
    /// What somebody wrote of it: stretches of their words, without blanks.
    pub fn written_by(&self, person: &PersonId) -> Vec<String> {
        let own = self.0.iter().filter(|(writer, words)| writer == person && !is_blank(words));
        own.map(|(_, words)| words.trim().to_owned()).collect()
    }

    /// The same with blanks in place of what somebody wrote.
    pub fn blanked(&self, person: &PersonId) -> Self {
        let mut pieces = self.clone();
        let splices = blanking(self.0.iter().map(|(writer, words)| (writer == person, words.as_str())));
        for splice in splices {
            let mut at = 0;
            for (_, words) in &mut pieces.0 {
                let long = units(words);
                // What one person wrote in a row is one piece: a stretch is never more.
                if splice.at >= at && splice.at + splice.gone <= at + long {
                    let (from, to) = (byte_at(words, splice.at - at), byte_at(words, splice.at + splice.gone - at));
                    words.replace_range(from..to, &splice.new);
                    break;
                }
                at += long;
            }
        }
        pieces
    }

    /// As much of it as so many characters.
    fn cut(&self, chars: usize) -> Self {
        let mut left = chars;
        let pieces = self.0.iter().map(|(writer, words)| {
            let words: String = words.chars().take(left).collect();
            left -= words.chars().count();
            (writer.clone(), words)
        });
        Self(pieces.filter(|(_, words)| !words.is_empty()).collect())
    }
}

impl VersionLine {
    /// Who wrote which of its words. Where nobody can tell any more, they count as this person's: rather a blank too many than
    /// words that stay which were taken back.
    fn pieces_for(&self, person: &PersonId, past: &PastWords, asked_at: crate::at::At) -> Pieces {
        if self.pieces.text() == self.text {
            return self.pieces.clone();
        }
        past.reading(&self.text, Some(asked_at)).unwrap_or_else(|| Pieces(vec![(person.clone(), self.text.clone())]))
    }
}

fn units(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

/// Where a place in UTF-16 units is in bytes.
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

    #[test]
    fn blanks_stand_where_the_words_stood() {
        let (ana, ben) = (PersonId::new(), PersonId::new());
        let pieces = |list: &[(&PersonId, &str)]| {
            Pieces(list.iter().map(|(who, words)| ((*who).clone(), (*words).to_owned())).collect())
        };
        let line = pieces(&[(&ana, "We bring "), (&ben, "everything 🏡"), (&ana, " home.")]);
        assert_eq!(line.written_by(&ana), ["We bring", "home."]);
        assert_eq!(line.blanked(&ana).text(), "▁▁▁ everything 🏡 ▁▁▁");
        assert_eq!(line.blanked(&ben).text(), "We bring ▁▁▁ home.");
        assert_eq!(line.blanked(&ana).blanked(&ana), line.blanked(&ana));
        assert!(line.blanked(&ana).written_by(&ana).is_empty());
        assert_eq!(line.cut(12).text(), "We bring eve");
    }

    proptest! {
        #[test]
        fn a_line_loses_exactly_what_one_person_wrote(words in proptest::collection::vec("[a-c ñ🏡\n]{1,6}", 0..9)) {
            let (ana, ben) = (PersonId::new(), PersonId::new());
            let who = |place: usize| if place.is_multiple_of(2) { ana.clone() } else { ben.clone() };
            let line = Pieces(words.into_iter().enumerate().map(|(place, words)| (who(place), words)).collect());
            let blanked = line.blanked(&ana);
            prop_assert!(blanked.written_by(&ana).is_empty());
            let theirs = |line: &Pieces| -> Vec<String> {
                line.0.iter().filter(|(who, _)| *who == ben).map(|(_, words)| words.clone()).collect()
            };
            prop_assert_eq!(theirs(&blanked), theirs(&line));
        }
    }
}
