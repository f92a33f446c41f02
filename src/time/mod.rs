//! Times for conferences: an advisor offers them, a family chooses one, from the link and without an account.

mod choosing;
mod ended;
mod feed;
mod mail;
mod series;
mod store;

pub use choosing::{Booked, Choosing, TypedChoosing};
pub use ended::Ended;
pub use feed::Feed;
pub use mail::TimeMail;
pub use series::{MOST_TIMES, Series, SeriesProblem};
pub use store::{Offered, Withdrawn};

use crate::at::At;
use crate::conference::{Conference, GUIDE_MINUTES};
use crate::id::{ChoiceId, PersonId, TimeId};
use crate::person::{Role, Viewer};

kinds! {
    /// How people come together.
    pub enum Way {
        InPerson = "in-person",
        Video = "video",
        Phone = "phone",
        /// At the family's home.
        HomeVisit = "home-visit",
    }
}

/// The ways in which a time can be held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ways(pub Vec<Way>);

kept_as_text!(
    Ways,
    |ways: &Ways| ways.0.iter().map(|way| way.as_str()).collect::<Vec<_>>().join(" "),
    |text: &str| Ok(Ways(text.split(' ').filter_map(Way::named).collect()))
);

/// A time that is offered.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Time {
    pub id: TimeId,
    pub advisor_id: PersonId,
    pub advisor: String,
    pub starts_at: At,
    pub ends_at: At,
    /// May be empty.
    pub place: String,
    /// Who holds it, where that is not the advisor; may be empty.
    pub host: String,
    pub ways: Ways,
    /// The tag of the language an interpreter is there for; may be empty.
    pub interpreter: String,
}

/// A time somebody has chosen.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ChosenTime {
    pub choice_id: ChoiceId,
    #[sqlx(flatten)]
    pub time: Time,
    pub student_id: PersonId,
    pub student: String,
    /// What they like to be called.
    pub student_called: String,
    /// Who comes.
    pub person_id: PersonId,
    pub person: String,
    pub way: Way,
    /// The tag of the language they ask an interpreter for; may be empty.
    pub needs: String,
    pub note: String,
    pub entered_by: PersonId,
    pub entered_name: String,
    /// Raised with every change, for calendars, and so that nobody changes what they have not seen.
    pub sequence: i64,
}

impl ChosenTime {
    /// What a form carries that was made from this reading.
    pub fn mark(&self) -> String {
        format!("{}.{}", self.choice_id, self.sequence)
    }

    /// As somebody reads it: what was asked for and noted beside it is for whoever comes and for the school, not for others of
    /// the family.
    pub fn read_by(self, viewer: &Viewer) -> Self {
        match viewer.role {
            Role::Family if viewer.person_id != self.person_id => {
                Self { needs: String::new(), note: String::new(), ..self }
            }
            _ => self,
        }
    }

    /// Which of a student's conferences it is about, in the order of their start: the one at that time, else the next one
    /// that waits for a time. None where none is planned for it.
    pub fn about<'a>(&self, all: &'a [Conference], now: At) -> Option<&'a Conference> {
        let at_that_time = all.iter().find(|conference| conference.facts.starts_at == self.time.starts_at);
        at_that_time.or_else(|| all.iter().find(|conference| conference.waits_for_a_time(now)))
    }
}

/// How a time stands to another one of the same family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Neighbour {
    RightBefore,
    RightAfter,
}

impl Time {
    /// Whether both take some of the same time.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.starts_at < other.ends_at && other.starts_at < self.ends_at
    }

    /// Whether this one comes closely before or after the other: for brothers and sisters.
    pub fn beside(&self, other: &Self) -> Option<Neighbour> {
        let close =
            |before: &Self, after: &Self| (0..=NEXT_TO).contains(&after.starts_at.0.saturating_sub(before.ends_at.0));
        if close(other, self) {
            Some(Neighbour::RightAfter)
        } else {
            close(self, other).then_some(Neighbour::RightBefore)
        }
    }

    /// Who is there for the school.
    pub fn held_by(&self) -> &str {
        if self.host.is_empty() { &self.advisor } else { &self.host }
    }

    /// Whether both are held by the same person, as far as names tell.
    pub fn is_held_by_the_same(&self, other: &Self) -> bool {
        let name = |time: &Self| time.held_by().to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        (self.host.is_empty() && other.host.is_empty() && self.advisor_id == other.advisor_id)
            || ((!self.host.is_empty() || !other.host.is_empty()) && name(self) == name(other))
    }

    /// How many minutes it lasts.
    pub fn minutes(&self) -> i64 {
        self.ends_at.0.saturating_sub(self.starts_at.0) / 60_000
    }

    /// Whether there is room to say everything twice, as with an interpreter.
    pub fn is_longer(&self) -> bool {
        self.minutes() * 2 >= GUIDE_MINUTES * 3
    }
}

/// The longest pause between two times that are next to each other, in milliseconds.
const NEXT_TO: i64 = 20 * 60 * 1000;

/// The times nearest to one that is gone, the nearest first.
pub fn nearest(free: &[Time], gone: At, most: usize) -> Vec<&Time> {
    let mut near: Vec<&Time> = free.iter().collect();
    near.sort_by_key(|time| (time.starts_at.0.abs_diff(gone.0), time.starts_at, time.id.clone()));
    near.truncate(most);
    near
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(starts: i64, ends: i64) -> Time {
        Time {
            id: TimeId::new(),
            advisor_id: PersonId::new(),
            advisor: "Ruth".into(),
            starts_at: At(starts * 60_000),
            ends_at: At(ends * 60_000),
            place: String::new(),
            host: String::new(),
            ways: Ways(vec![Way::InPerson]),
            interpreter: String::new(),
        }
    }

    #[test]
    fn times_that_touch_do_not_overlap_and_are_next_to_each_other() {
        let (first, second, late) = (at(0, 25), at(25, 50), at(71, 90));
        assert!(!first.overlaps(&second) && !second.overlaps(&first));
        assert!(first.overlaps(&at(24, 26)) && first.overlaps(&at(5, 10)));
        assert_eq!(second.beside(&first), Some(Neighbour::RightAfter));
        assert_eq!(first.beside(&second), Some(Neighbour::RightBefore));
        assert!(late.beside(&second).is_none() && first.beside(&at(5, 10)).is_none());
    }

    #[test]
    fn nobody_holds_two_rooms_under_another_spelling() {
        let own = at(0, 25);
        let hosted = |host: &str| Time { host: host.into(), ..at(0, 25) };
        assert!(hosted("Priya  natarajan").is_held_by_the_same(&hosted("Priya Natarajan")));
        assert!(hosted("ruth").is_held_by_the_same(&own) && own.is_held_by_the_same(&own));
        assert!(!hosted("Priya").is_held_by_the_same(&own));
        // Two advisors may have the same name.
        assert!(!at(0, 25).is_held_by_the_same(&own));
    }

    #[test]
    fn a_longer_time_has_room_for_an_interpreter() {
        assert!(at(0, 38).is_longer() && !at(0, 37).is_longer());
    }

    #[test]
    fn the_nearest_times_come_first_before_or_after() {
        let free = [at(0, 10), at(90, 100), at(60, 70), at(40, 50)];
        let near: Vec<i64> = nearest(&free, At(50 * 60_000), 3).iter().map(|time| time.starts_at.0 / 60_000).collect();
        assert_eq!(near, [40, 60, 90]);
    }
}
