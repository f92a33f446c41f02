//! A school's people, a page at a time, for schools of any size: what is read grows with the page and not with the school.
//! They stand by advisory, in the order of their names; or those who are looked for.

mod store;

pub use store::tidy_find_as;

use super::roster::Member;
use super::{Advisory, plain_name};
use crate::id::PersonId;

/// How many people stand on a page, at most.
pub const ON_A_PAGE: usize = 40;

kinds! {
    /// Some of a school's people.
    pub enum ShownPeople {
        Students = "students",
        Families = "families",
        Staff = "staff",
        /// Students and staff who can't sign in yet and have no code that still works.
        NoWayIn = "no_way_in",
        /// Those who have left.
        Gone = "gone",
    }
}

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Part of a name or a username; everybody when there is none in it.
    pub find: String,
    /// These alone; everybody who is here where nothing is said.
    pub show: Option<ShownPeople>,
    /// Which page, from 0; the last one where there are not so many.
    pub page: usize,
}

/// A part of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// The students of an advisory.
    Of(Advisory),
    /// Students who are in none.
    InNone,
    /// Leads and advisors.
    Staff,
    /// Those who were looked for.
    Found,
}

/// Somebody on the page.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Without their advisories and students.
    pub member: Member,
    /// For a student the family; for one of a family the students: each with the kinship.
    pub family: Vec<Related>,
}

/// Somebody to whom one on the page is tied.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Related {
    pub id: PersonId,
    pub name: String,
    /// In the family's own words.
    pub kinship: String,
}

/// A group, as far as it stands on the page.
#[derive(Clone, Debug)]
pub struct ListSection {
    pub group: Group,
    /// The names of an advisory's advisors.
    pub advisors: Vec<String>,
    pub people: Vec<Listed>,
}

/// What stands on a page: from here to there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub first: Label,
    pub last: Label,
    /// Which part of one group, where that fills several pages.
    pub part: Option<usize>,
}

/// What a group, or somebody, is called in a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    Named(String),
    InNone,
    Staff,
}

/// A page of a school's people.
#[derive(Clone, Debug)]
pub struct Listing {
    pub sections: Vec<ListSection>,
    /// All pages there are.
    pub pages: Vec<Span>,
    /// Which of them this is.
    pub here: usize,
    /// See [`Numbers::without_a_way_in`].
    pub without_a_way_in: i64,
    /// Whether there is nobody yet but leads.
    pub is_only_leads: bool,
}

/// How many there are of whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    pub leads: i64,
    pub advisors: i64,
    pub students: i64,
    pub families: i64,
    /// Students and staff who can't sign in yet and have no code that still works.
    pub without_a_way_in: i64,
}

/// The most words of a name that are looked for; more make no difference.
const MOST_WORDS: usize = 4;

/// The words that are looked for, as patterns for names and usernames in [`find_as`](super::find_as): capitals and accents make
/// no difference, nor their order. `None` where what was typed has no letter in it.
fn patterns(find: &str) -> Option<[String; MOST_WORDS]> {
    let find = plain_name(find);
    let mut words = find.split(' ').filter(|word| !word.is_empty());
    let first = words.next()?;
    let mut patterns = [const { String::new() }; MOST_WORDS].map(|_| "%".to_owned());
    patterns[0] = format!("%{first}%");
    for (pattern, word) in patterns[1..].iter_mut().zip(words) {
        *pattern = format!("%{word}%");
    }
    Some(patterns)
}

/// A part of a group that stands on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct ListPiece {
    group: usize,
    from: usize,
    to: usize,
}

/// Groups of these sizes on pages: whole ones side by side as far as they fit, one that fits on no page on several. There
/// is one page at least.
fn paged(sizes: &[usize]) -> Vec<Vec<ListPiece>> {
    let mut pages: Vec<Vec<ListPiece>> = vec![Vec::new()];
    let mut room = ON_A_PAGE;
    for (group, &size) in sizes.iter().enumerate() {
        // A group nobody is in takes a line all the same.
        let lines = size.max(1);
        if lines > room && room < ON_A_PAGE {
            pages.push(Vec::new());
            room = ON_A_PAGE;
        }
        let mut from = 0;
        loop {
            let to = size.min(from + ON_A_PAGE);
            if let Some(page) = pages.last_mut() {
                page.push(ListPiece { group, from, to });
            }
            room = room.saturating_sub((to - from).max(1));
            from = to;
            if from >= size {
                break;
            }
            pages.push(Vec::new());
            room = ON_A_PAGE;
        }
    }
    pages
}

fn span(groups: &[(Group, usize)], pieces: &[ListPiece]) -> Span {
    let label = |piece: Option<&ListPiece>| match piece.and_then(|piece| groups.get(piece.group)) {
        Some((Group::Of(advisory), _)) => Label::Named(advisory.name.clone()),
        Some((Group::InNone, _)) => Label::InNone,
        Some((Group::Staff | Group::Found, _)) | None => Label::Staff,
    };
    let part = match pieces {
        [piece] if piece.from > 0 || groups.get(piece.group).is_some_and(|(_, size)| piece.to < *size) => {
            Some(piece.from / ON_A_PAGE + 1)
        }
        _ => None,
    };
    Span { first: label(pieces.first()), last: label(pieces.last()), part }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use proptest::prelude::*;

    #[test]
    fn somebody_is_looked_for_however_the_name_is_typed() {
        for find in ["ñusta", "NUSTA", " Ñusta? "] {
            assert_eq!(patterns(find).map(|words| words[0].clone()).as_deref(), Some("%nusta%"), "{find}");
        }
        let two = patterns("Quispe Ñu").unwrap();
        assert_eq!(two, ["%quispe%", "%nu%", "%", "%"]);
        assert_eq!(patterns("a b c d e f").unwrap(), ["%a%", "%b%", "%c%", "%d%"]);
        for nothing in ["", " ", "?", "%", "_", "' OR 1 = 1".get(..1).unwrap()] {
            assert_eq!(patterns(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn groups_stay_whole_where_they_fit() {
        let whole = |group, to| ListPiece { group, from: 0, to };
        assert_eq!(paged(&[]), [vec![]]);
        assert_eq!(paged(&[20, 20, 20]), [vec![whole(0, 20), whole(1, 20)], vec![whole(2, 20)]]);
        assert_eq!(paged(&[0, 39, 1]), [vec![whole(0, 0), whole(1, 39)], vec![whole(2, 1)]]);
        let long = [whole(1, 40), ListPiece { group: 1, from: 40, to: 50 }];
        assert_eq!(paged(&[5, 50, 30]), [vec![whole(0, 5)], vec![long[0]], vec![long[1], whole(2, 30)]]);
    }

    proptest! {
        #[test]
        fn everybody_stands_on_one_page_once_and_no_page_is_too_long(sizes in prop::collection::vec(0usize..200, 0..30)) {
            let pages = paged(&sizes);
            let mut seen: BTreeMap<usize, usize> = BTreeMap::new();
            for page in &pages {
                prop_assert!(page.iter().map(|piece| (piece.to - piece.from).max(1)).sum::<usize>() <= ON_A_PAGE);
                for piece in page {
                    prop_assert_eq!(seen.insert(piece.group, piece.to).unwrap_or(0), piece.from);
                }
            }
            let all: Vec<usize> = seen.into_values().collect();
            prop_assert_eq!(all, sizes);
        }
    }
}
