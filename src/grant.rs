//! Grants: revocable ways in for one family member, by link, QR code or short code; and visits, the uses of them.

use crate::at::At;
use crate::id::{GrantId, PersonId};

/// For how many days a grant may be made.
pub const DAYS: [i64; 3] = [30, 120, 300];
/// For how many days it is made when nobody says otherwise: about half a school year.
pub const DAYS_BY_DEFAULT: i64 = 120;

/// A pause of this long ends a visit: what comes after it is another one.
const PAUSE: i64 = 60 * 60 * 1000;
/// A visit that goes on is noted no more often than this.
const STEP: i64 = 5 * 60 * 1000;

/// A way in, as the student sees it. Its token and code are known to nobody but the one who holds the letter.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Grant {
    pub id: GrantId,
    /// Whom it lets in.
    pub person_id: PersonId,
    /// The student for whose sake it was made.
    pub student_id: PersonId,
    /// The name of whoever made it.
    pub made_by: String,
    pub made_at: At,
    pub expires_at: At,
    pub ended_at: Option<At>,
    /// When it was last used.
    pub last_visit_at: Option<At>,
}

impl Grant {
    /// Whether it lets anybody in now.
    pub fn is_open(&self, now: At) -> bool {
        self.ended_at.is_none() && self.expires_at > now
    }
}

/// A family member reading a student's pages.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Visit {
    pub person_id: PersonId,
    pub name: String,
    /// In their own words: "tía".
    pub kinship: String,
    pub at: At,
}

/// What a page shown to a family member means for the student's list of visits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noted {
    /// A new visit.
    Begins,
    /// The visit goes on.
    GoesOn,
    /// It was noted a moment ago.
    Already,
}

/// A visit begins with the first page, and again after an hour's pause; `last` is when a page was last noted.
pub fn noted(last: Option<At>, now: At) -> Noted {
    match last {
        None => Noted::Begins,
        Some(last) if now.0.saturating_sub(last.0) >= PAUSE => Noted::Begins,
        Some(last) if now.0.saturating_sub(last.0) >= STEP => Noted::GoesOn,
        Some(_) => Noted::Already,
    }
}

mod asked;
mod store;

pub use asked::{AskedAnew, RanOut};
pub(crate) use store::code_print;
pub use store::{
    Key, KeyTaken, NewGrant, Opened, opened_by_code, opened_by_link, put_under_key, under_another_key, visited,
    visits_of,
};

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60 * 1000;

    #[test]
    fn a_visit_begins_with_the_first_page_and_again_after_an_hours_pause() {
        let start = At(1_000_000_000);
        assert_eq!(noted(None, start), Noted::Begins);
        assert_eq!(noted(Some(start), start.plus_millis(MINUTE)), Noted::Already);
        assert_eq!(noted(Some(start), start.plus_millis(59 * MINUTE)), Noted::GoesOn);
        assert_eq!(noted(Some(start), start.plus_millis(60 * MINUTE)), Noted::Begins);
    }

    #[test]
    fn reading_for_a_whole_evening_is_one_visit() {
        let (mut last, mut visits) = (None, 0);
        for minute in 0..300 {
            let now = At(1_000_000_000).plus_millis(minute * MINUTE);
            match noted(last, now) {
                Noted::Begins => (last, visits) = (Some(now), visits + 1),
                Noted::GoesOn => last = Some(now),
                Noted::Already => {}
            }
        }
        assert_eq!(visits, 1);
    }

    #[test]
    fn a_clock_that_was_set_back_makes_no_visit() {
        assert_eq!(noted(Some(At(2_000_000)), At(1_000_000)), Noted::Already);
    }
}
