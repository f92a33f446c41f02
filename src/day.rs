//! A day on the school's calendar, without a time.

use std::fmt;
use std::str::FromStr;

use jiff::{ToSpan, civil};

use crate::at::At;
use crate::words::Problem;

/// A day: written and kept as "2027-01-15".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(civil::Date);

impl Day {
    /// The day an instant falls on, in a time zone.
    pub fn of(at: At, zone: &str) -> Self {
        Self(at.in_zone(zone).date())
    }

    /// This many days later (earlier, when negative); the same day where the calendar ends.
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0.checked_add(days.days()).unwrap_or(self.0))
    }

    /// The Monday of the week it is in.
    pub fn monday(self) -> Self {
        self.plus_days(-i64::from(self.0.weekday().to_monday_zero_offset()))
    }

    /// A time of this day, on the wall.
    pub fn at(self, time: civil::Time) -> civil::DateTime {
        self.0.to_datetime(time)
    }

    /// Noon on this day, which falls on it in every zone that shows it.
    pub fn noon(self, zone: &str) -> Option<At> {
        At::on_the_wall(self.0.at(12, 0, 0, 0), zone)
    }

    /// A day as a form has it, when it lies between the two.
    ///
    /// # Errors
    /// [`Problem::NotATime`] when it is no day, or lies outside.
    pub fn typed(text: &str, (first, last): (Self, Self)) -> Result<Self, Problem> {
        let day: Self = text.trim().parse().map_err(|_| Problem::NotATime)?;
        if (first..=last).contains(&day) { Ok(day) } else { Err(Problem::NotATime) }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(to)
    }
}

impl FromStr for Day {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

kept_as_text!(Day, |day: &Day| day.to_string(), |text: &str| text.parse().map_err(Into::into));

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_day_is_the_one_on_the_schools_wall() {
        let late = At::on_the_wall(crate::at::wall(2026, 11, 23, 23, 30).unwrap(), "America/New_York").unwrap();
        assert_eq!(Day::of(late, "America/New_York").to_string(), "2026-11-23");
        assert_eq!(Day::of(late, "UTC").to_string(), "2026-11-24");
    }

    #[test]
    fn a_typed_day_lies_within_reach() {
        let reach = ("2026-11-23".parse().unwrap(), "2027-11-23".parse().unwrap());
        assert_eq!(Day::typed(" 2027-01-15 ", reach).unwrap().to_string(), "2027-01-15");
        for wrong in ["", "2026-11-22", "2027-11-24", "2027-02-30", "15.1.2027", "-009999-01-01", "99999-01-01"] {
            assert_eq!(Day::typed(wrong, reach), Err(Problem::NotATime), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn days_are_counted_as_they_pass(days in -4000_i64..4000) {
            let day: Day = "2026-11-23".parse().unwrap();
            prop_assert_eq!(day.plus_days(days).plus_days(-days), day);
            prop_assert_eq!(day.plus_days(days).to_string().parse::<Day>().unwrap(), day.plus_days(days));
        }
    }
}
