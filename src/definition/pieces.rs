//! Agreed words in pieces, each with who wrote it: the "we" remembers where it came from.

use serde::{Deserialize, Serialize};

use crate::id::PersonId;

/// The words of a statement, in order, each piece with its writer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pieces(pub Vec<(PersonId, String)>);

impl Pieces {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words, whole.
    pub fn text(&self) -> String {
        self.0.iter().map(|(_, words)| words.as_str()).collect()
    }
}

kept_as_text!(Pieces, |pieces: &Pieces| serde_json::to_string(pieces).unwrap_or_default(), |text: &str| {
    serde_json::from_str(text).map_err(Into::into)
});

impl Pieces {
    /// What was written with these client ids, without what cannot be seen: blanks at the ends, and control characters.
    pub fn of(
        written: Vec<(crate::together::ClientId, String)>,
        clients: &std::collections::HashMap<crate::together::ClientId, PersonId>,
    ) -> Self {
        let mut pieces: Vec<(PersonId, String)> = Vec::new();
        for (client_id, words) in written {
            let Some(person) = clients.get(&client_id) else { continue };
            let words: String = words.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
            match pieces.last_mut() {
                Some((before, piece)) if before == person => piece.push_str(&words),
                _ => pieces.push((person.clone(), words)),
            }
        }
        if let Some((_, first)) = pieces.first_mut() {
            *first = first.trim_start().to_owned();
        }
        if let Some((_, last)) = pieces.last_mut() {
            last.truncate(last.trim_end().len());
        }
        pieces.retain(|(_, words)| !words.is_empty());
        Self(pieces)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::together::ClientId;

    #[test]
    fn pieces_of_one_person_are_one_piece_whatever_the_window() {
        let (ana, ben) = (PersonId::new(), PersonId::new());
        let clients =
            HashMap::from([(ClientId(1), ana.clone()), (ClientId(2), ana.clone()), (ClientId(3), ben.clone())]);
        let written = [(1, "  We "), (2, "bring\u{0} it"), (3, " home"), (1, ". ")];
        let pieces =
            Pieces::of(written.map(|(client_id, words)| (ClientId(client_id), words.to_owned())).to_vec(), &clients);
        assert_eq!(
            pieces.0,
            [(ana.clone(), "We bring it".to_owned()), (ben, " home".to_owned()), (ana, ".".to_owned())]
        );
        assert_eq!(pieces.text(), "We bring it home.");
    }
}
