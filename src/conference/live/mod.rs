//! A conference while it goes on: where it is, who is there, and what the devices in it say to each other.
//!
//! The place is kept, so that it outlives servers and connections; who is there is known to the [`Halls`] only. Every device
//! is told the whole of it each time, so that none can have missed anything.

mod hall;
mod store;

use crate::at::At;

pub use kinfolio_wire::conference::{Guest, Heard, NowShown, Step};

pub use hall::{Halls, Inside, Seat};
pub use store::{CuePass, Note};

/// After so long without a step, in milliseconds, what was last shown is no longer going on.
const LULL: i64 = 3 * 60 * 60 * 1000;
/// How long a phone may hold the cues, in milliseconds.
pub const CUES_LAST: i64 = 12 * 60 * 60 * 1000;

/// Where a conference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Now {
    /// The moment that is shown, from 1; 0 when the conference has come to its end.
    pub place: i64,
    /// 1 while the screen is dark.
    pub dark: i64,
    /// Raised with every step.
    pub version: i64,
    pub began_at: At,
    /// When this moment began.
    pub since: At,
}

impl Now {
    /// Where a conference of so many moments is after a step; a place that is not in the plan changes nothing. After a
    /// lull, or after its end, it begins anew.
    pub fn after(was: Option<Self>, step: Step, moments: i64, now: At) -> Option<Self> {
        let to = step.to.filter(|to| (0..=moments).contains(to));
        let going_on = was.filter(|was| was.is_on(now));
        let place = to.or(going_on.map(|was| was.place))?;
        let dark = step.dark.or(going_on.filter(|was| was.place == place).map(|was| was.dark == 1));
        Some(Self {
            place,
            dark: i64::from(dark.unwrap_or_default()),
            version: was.map_or(1, |was| was.version.saturating_add(1)),
            began_at: going_on.map_or(now, |was| was.began_at),
            since: going_on.filter(|was| was.place == place).map_or(now, |was| was.since),
        })
    }

    /// Whether it is going on: not at its end, and not left alone for hours.
    pub fn is_on(&self, now: At) -> bool {
        self.place > 0 && now.0.saturating_sub(self.since.0) < LULL
    }

    /// As a device hears it.
    pub fn shown(&self, now: At) -> NowShown {
        NowShown {
            place: self.place,
            dark: self.dark == 1,
            version: self.version,
            here: now.0.saturating_sub(self.since.0).max(0),
            whole: now.0.saturating_sub(self.began_at.0).max(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn to(place: i64) -> Step {
        Step { to: Some(place), dark: None }
    }

    #[test]
    fn a_conference_keeps_its_beginning_and_each_moment_its_own() {
        let one = Now::after(None, to(1), 7, At(1_000)).unwrap();
        let two = Now::after(Some(one), to(2), 7, At(61_000)).unwrap();
        assert_eq!((two.began_at, two.since, two.version), (At(1_000), At(61_000), 2));
        let again = Now::after(Some(two), to(2), 7, At(90_000)).unwrap();
        assert_eq!(again.since, At(61_000));
        assert_eq!(
            again.shown(At(91_000)),
            NowShown { place: 2, dark: false, version: 3, here: 30_000, whole: 90_000 }
        );
    }

    #[test]
    fn dark_is_for_one_moment_and_the_next_is_light() {
        let one = Now::after(None, to(1), 7, At(0)).unwrap();
        let dark = Now::after(Some(one), Step { to: None, dark: Some(true) }, 7, At(1)).unwrap();
        assert_eq!((dark.place, dark.dark), (1, 1));
        assert_eq!(Now::after(Some(dark), to(2), 7, At(2)).unwrap().dark, 0);
        assert_eq!(Now::after(None, Step { to: None, dark: Some(true) }, 7, At(0)), None);
    }

    #[test]
    fn after_its_end_or_a_lull_it_begins_anew() {
        let end = Now::after(Some(Now::after(None, to(7), 7, At(0)).unwrap()), to(0), 7, At(10)).unwrap();
        assert!(!end.is_on(At(11)));
        assert_eq!(Now::after(Some(end), to(1), 7, At(50)).unwrap().began_at, At(50));
        let rehearsed = Now::after(None, to(1), 7, At(0)).unwrap();
        assert_eq!(Now::after(Some(rehearsed), to(1), 7, At(LULL)).unwrap().began_at, At(LULL));
    }

    proptest! {
        #[test]
        fn whatever_a_device_says_the_place_is_in_the_plan(
            steps in prop::collection::vec((prop::option::of(any::<i64>()), prop::option::of(any::<bool>()), any::<i64>()), 0..20),
            moments in 0_i64..40,
        ) {
            let mut now = None;
            for (to, dark, at) in steps {
                let next = Now::after(now, Step { to, dark }, moments, At(at));
                if let Some(next) = next {
                    prop_assert!((0..=moments).contains(&next.place));
                    prop_assert!(now.is_none_or(|was: Now| was.version < next.version));
                    let shown = next.shown(At(at));
                    prop_assert!(shown.here >= 0 && shown.whole >= 0);
                }
                now = next.or(now);
            }
        }
    }
}
