//! Where now is, seen from a conference.

use crate::at::At;
use crate::commitment::{ASKED_AFTER_DAYS, ASKED_UNTIL_DAYS};
use crate::day::Day;

/// From when on the day before counts, on the clock on the wall.
const EVENING: i8 = 16;
/// For how many days after a conference what was said back comes first.
const AFTERWARDS_DAYS: i64 = 14;

/// Where now is, seen from a conference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// More days ahead than a plan takes.
    Far,
    /// A few days ahead.
    Near,
    /// The evening before.
    Eve,
    /// The day itself, until it begins.
    Day,
    /// It is going on.
    Now,
    /// It was lately: what was said back and what was promised comes first.
    After,
    /// It was some weeks ago.
    Quiet,
    /// The weeks in which everybody is asked how promises went.
    Asking,
    /// It was long ago.
    Past,
}

impl Phase {
    /// Where `now` is, seen from a conference that begins and is over then; days are those on the wall in this time zone.
    pub fn of((starts_at, over_at): (At, At), now: At, zone: &str) -> Self {
        let (today, day) = (Day::of(now, zone), Day::of(starts_at, zone));
        if now < starts_at {
            return match () {
                () if today == day => Self::Day,
                () if today.plus_days(1) == day && now.in_zone(zone).hour() >= EVENING => Self::Eve,
                () if day <= today.plus_days(super::PLAN_FIRST_DAYS) => Self::Near,
                () => Self::Far,
            };
        }
        match () {
            () if now < over_at => Self::Now,
            () if today <= day.plus_days(AFTERWARDS_DAYS) => Self::After,
            () if now < starts_at.plus_days(ASKED_AFTER_DAYS) => Self::Quiet,
            () if now < starts_at.plus_days(ASKED_UNTIL_DAYS) => Self::Asking,
            () => Self::Past,
        }
    }

    /// Whether the conference is first for everybody: from the evening before until it is over.
    pub fn is_the_day(self) -> bool {
        matches!(self, Self::Eve | Self::Day | Self::Now)
    }

    /// Whether it is still ahead, or going on.
    pub fn is_ahead(self) -> bool {
        self <= Self::Now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZONE: &str = "America/New_York";

    fn at(day: &str, hour: i8, minute: i8) -> At {
        let day: Day = day.parse().unwrap();
        At::on_the_wall(day.at(jiff::civil::time(hour, minute, 0, 0)), ZONE).unwrap()
    }

    #[test]
    fn a_conference_is_seen_from_every_side() {
        let starts = at("2026-12-03", 17, 40);
        let seen =
            |day, hour, minute| Phase::of((starts, starts.plus_millis(25 * 60_000)), at(day, hour, minute), ZONE);
        let times = [
            ("2026-11-18", 23, 59, Phase::Far),
            ("2026-11-19", 0, 0, Phase::Near),
            ("2026-12-02", 15, 59, Phase::Near),
            ("2026-12-02", 16, 0, Phase::Eve),
            ("2026-12-03", 0, 0, Phase::Day),
            ("2026-12-03", 17, 39, Phase::Day),
            ("2026-12-03", 17, 40, Phase::Now),
            ("2026-12-03", 18, 4, Phase::Now),
            ("2026-12-03", 18, 5, Phase::After),
            ("2026-12-17", 23, 59, Phase::After),
            ("2026-12-18", 0, 0, Phase::Quiet),
            ("2026-12-31", 17, 39, Phase::Quiet),
            ("2026-12-31", 17, 40, Phase::Asking),
            ("2027-02-25", 17, 39, Phase::Asking),
            ("2027-02-25", 17, 40, Phase::Past),
        ];
        for (day, hour, minute, phase) in times {
            assert_eq!(seen(day, hour, minute), phase, "{day} {hour}:{minute:02}");
        }
    }

    #[test]
    fn a_conference_at_midnight_has_its_evening_too() {
        let starts = at("2026-12-03", 0, 30);
        let seen = |day, hour| Phase::of((starts, starts.plus_millis(25 * 60_000)), at(day, hour, 0), ZONE);
        assert_eq!(seen("2026-12-02", 23), Phase::Eve);
        assert_eq!(seen("2026-12-03", 0), Phase::Day);
    }

    proptest::proptest! {
        #[test]
        fn time_only_moves_on(starts in 0_i64..4_000_000_000_000, length in 0_i64..86_400_000, steps in proptest::collection::vec(-4_000_000_000_i64..20_000_000_000, 2..9)) {
            let mut steps = steps;
            steps.sort_unstable();
            let starts = At(starts);
            let phases: Vec<Phase> = steps
                .into_iter()
                .map(|step| Phase::of((starts, starts.plus_millis(length)), starts.plus_millis(step), ZONE))
                .collect();
            proptest::prop_assert!(phases.is_sorted(), "{:?}", phases);
        }
    }
}
