//! When something happened or will happen.

use jiff::{Timestamp, Zoned, civil, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// An instant, in milliseconds since 1970 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct At(pub i64);

impl At {
    /// This many milliseconds later.
    pub fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// This many days of 24 hours later (earlier, when negative).
    pub fn plus_days(self, days: i64) -> Self {
        self.plus_millis(days.saturating_mul(24 * 60 * 60 * 1000))
    }

    /// The wall clock in a time zone; UTC where the zone is not known.
    pub fn in_zone(self, zone: &str) -> Zoned {
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone)
    }

    /// The instant a wall clock in a time zone means. In the hour that daylight saving skips, the hour after it;
    /// in the hour that comes twice, the first.
    pub fn on_the_wall(time: civil::DateTime, zone: &str) -> Option<Self> {
        let zone = TimeZone::get(zone).ok()?;
        let zoned = zone.to_ambiguous_zoned(time).compatible().ok()?;
        Some(Self(zoned.timestamp().as_millisecond()))
    }
}

/// A day and a time as they stand on the wall, if there is such a day.
pub fn wall(year: i16, month: i8, day: i8, hour: i8, minute: i8) -> Option<civil::DateTime> {
    civil::DateTime::new(year, month, day, hour, minute, 0, 0).ok()
}

/// Where the time comes from; tests move it.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    shift: std::sync::Arc<std::sync::atomic::AtomicI64>,
}

impl Clock {
    /// Now.
    pub fn now(&self) -> At {
        At(Timestamp::now().as_millisecond() + self.shift.load(std::sync::atomic::Ordering::Relaxed))
    }

    /// Moves the clock on (for tests: "six weeks later").
    pub fn move_on(&self, millis: i64) {
        self.shift.fetch_add(millis, std::sync::atomic::Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wall_clock_survives_daylight_saving() {
        let zone = "America/New_York";
        let summer = civil::date(2026, 7, 1).at(17, 40, 0, 0);
        let winter = civil::date(2026, 12, 3).at(17, 40, 0, 0);
        for time in [summer, winter] {
            let at = At::on_the_wall(time, zone).expect("a known zone");
            assert_eq!(at.in_zone(zone).datetime(), time);
        }
        assert!(At::on_the_wall(summer, "Nowhere/AtAll").is_none());
    }
}
