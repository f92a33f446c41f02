//! The one truth about the day of a conference: a time that the family has chosen *is* the day; a plan has one of its own
//! only where none is chosen.

use super::Phase;
use crate::at::At;
use crate::conference::Conference;
use crate::id::{ConferenceId, PersonId};
use crate::time::ChosenTime;

/// The next day on which there is a conference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TheDay {
    /// None where a time is chosen and nothing is planned yet.
    pub conference: Option<ConferenceId>,
    pub starts_at: At,
    /// May be empty.
    pub place: String,
    pub phase: Phase,
    /// Whether it was recorded beforehand: then nobody comes together.
    pub is_watched_at_home: bool,
    pub chosen: Option<ChosenTime>,
    /// When it was to begin before it was moved, as long as that is news.
    pub moved_from: Option<At>,
    pub moved_by: Option<PersonId>,
}

impl TheDay {
    /// Of a student with these conferences, in the order of their start, and this time that the family has chosen.
    pub fn of(all: &[Conference], chosen: Option<&ChosenTime>, now: At, zone: &str) -> Option<Self> {
        let next = all.iter().find(|conference| !conference.is_over(now));
        let Some(chosen) = chosen else { return next.map(|next| Self::planned(next, now, zone)) };
        let about = chosen.about(all, now);
        // Another one, recorded beforehand say, may come before what the family chose.
        let is_earlier = |next: &&Conference| {
            about.is_none_or(|about| about.id != next.id) && next.facts.starts_at < chosen.time.starts_at
        };
        Some(match next.filter(is_earlier) {
            Some(earlier) => Self::planned(earlier, now, zone),
            None => Self::chosen(chosen, about, now, zone),
        })
    }

    /// As somebody reads it: whoever moved it knows.
    pub fn read_by(self, person: &PersonId) -> Self {
        let is_news = self.moved_by.as_ref() != Some(person);
        Self { moved_from: self.moved_from.filter(|_| is_news), ..self }
    }

    fn chosen(chosen: &ChosenTime, conference: Option<&Conference>, now: At, zone: &str) -> Self {
        let time = &chosen.time;
        let place = conference.map(|conference| &conference.facts.place).filter(|place| !place.is_empty());
        Self {
            conference: conference.map(|conference| conference.id.clone()),
            starts_at: time.starts_at,
            place: place.unwrap_or(&time.place).clone(),
            phase: Phase::of((time.starts_at, time.ends_at), now, zone),
            is_watched_at_home: false,
            chosen: Some(chosen.clone()),
            moved_from: conference.and_then(|conference| conference.moved_lately(now)),
            moved_by: conference.and_then(|conference| conference.changed.moved_by.clone()),
        }
    }

    fn planned(conference: &Conference, now: At, zone: &str) -> Self {
        Self {
            conference: Some(conference.id.clone()),
            starts_at: conference.facts.starts_at,
            place: conference.facts.place.clone(),
            phase: Phase::of((conference.facts.starts_at, conference.over_at()), now, zone),
            is_watched_at_home: conference.is_watched_at_home(),
            chosen: None,
            moved_from: conference.moved_lately(now),
            moved_by: conference.changed.moved_by.clone(),
        }
    }
}

/// The last conference that is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Over {
    pub conference: ConferenceId,
    pub starts_at: At,
    pub phase: Phase,
}

impl Over {
    /// Of a student with these conferences, in the order of their start.
    pub fn of(all: &[Conference], now: At, zone: &str) -> Option<Self> {
        let last = all.iter().rev().find(|conference| conference.is_over(now))?;
        let phase = Phase::of((last.facts.starts_at, last.over_at()), now, zone);
        Some(Self { conference: last.id.clone(), starts_at: last.facts.starts_at, phase })
    }

    /// Whether it was lately.
    pub fn is_fresh(&self) -> bool {
        self.phase == Phase::After
    }
}
