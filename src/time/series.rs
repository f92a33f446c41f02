//! A row of times one after the other: an afternoon, an evening.

use jiff::civil;

use crate::at::At;
use crate::day::Day;

/// The most times in one series.
pub const MOST_TIMES: usize = 60;

/// One after the other, from the first minute to the last; or one alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    pub day: Day,
    /// By the clock on the wall.
    pub from: civil::Time,
    /// None for one time alone.
    pub until: Option<civil::Time>,
    /// How long each is.
    pub minutes: i64,
    /// Between two.
    pub pause: i64,
    /// When nobody is there: from, until.
    pub rest: Option<(civil::Time, civil::Time)>,
}

/// Why there is no such series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeriesProblem {
    /// It ends before it begins, or is too short for one time.
    Empty,
    /// More than [`MOST_TIMES`].
    TooMany,
}

impl Series {
    /// Each time's beginning and end. None is longer or shorter than it reads on the wall, whatever daylight saving does:
    /// where the clock skips an hour or shows it twice, no time is made that people would read wrongly.
    ///
    /// # Errors
    /// When there would be none, or too many.
    pub fn times(&self, zone: &str) -> Result<Vec<(At, At)>, SeriesProblem> {
        let instant = |time| At::on_the_wall(self.day.at(time), zone);
        let (length, pause) = (self.minutes.max(1) * 60_000, self.pause.max(0) * 60_000);
        let from = instant(self.from).ok_or(SeriesProblem::Empty)?;
        let until = match self.until {
            Some(until) => instant(until).ok_or(SeriesProblem::Empty)?,
            None => from.plus_millis(length),
        };
        let rest = self.rest.and_then(|(from, until)| Some((instant(from)?, instant(until)?)));
        let mut times = Vec::new();
        let mut starts = from;
        while starts.plus_millis(length) <= until {
            let ends = starts.plus_millis(length);
            if let Some((_, over)) = rest.filter(|(from, until)| starts < *until && *from < ends) {
                starts = over;
                continue;
            }
            if reads_as_it_is(starts, ends, zone) {
                if times.len() == MOST_TIMES {
                    return Err(SeriesProblem::TooMany);
                }
                times.push((starts, ends));
            }
            starts = ends.plus_millis(pause);
        }
        if times.is_empty() { Err(SeriesProblem::Empty) } else { Ok(times) }
    }
}

/// Whether a time's beginning and end, read off the wall, mean just these instants, and as much time as there is.
fn reads_as_it_is(starts: At, ends: At, zone: &str) -> bool {
    let wall = |at: At| at.in_zone(zone).datetime();
    let meant = |at: At| At::on_the_wall(wall(at), zone) == Some(at);
    let shown = wall(starts).duration_until(wall(ends)).as_millis();
    meant(starts) && meant(ends) && shown == i128::from(ends.0 - starts.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ZONE: &str = "America/New_York";

    fn series(day: &str, from: (i8, i8), until: (i8, i8), minutes: i64, pause: i64) -> Series {
        let time = |(hour, minute)| civil::time(hour, minute, 0, 0);
        Series { day: day.parse().unwrap(), from: time(from), until: Some(time(until)), minutes, pause, rest: None }
    }

    fn on_the_wall(times: &[(At, At)]) -> Vec<String> {
        times.iter().map(|(starts, _)| starts.in_zone(ZONE).strftime("%H:%M").to_string()).collect()
    }

    #[test]
    fn an_afternoon_with_a_rest_in_it() {
        let mut afternoon = series("2026-12-03", (15, 0), (18, 0), 25, 5);
        afternoon.rest = Some((civil::time(16, 10, 0, 0), civil::time(16, 30, 0, 0)));
        let times = afternoon.times(ZONE).unwrap();
        assert_eq!(on_the_wall(&times), ["15:00", "15:30", "16:30", "17:00", "17:30"]);
    }

    #[test]
    fn in_the_night_the_clock_changes_every_time_is_as_long_as_it_reads_and_reads_once() {
        // On March 8 the clock goes from 2 to 3; on November 1 from 2 back to 1.
        for (day, expected) in [
            ("2026-03-08", ["01:00", "03:20"].as_slice()),
            ("2026-11-01", &["01:00", "02:00", "02:40", "03:20"]),
            ("2026-03-09", &["01:00", "01:40", "02:20", "03:00"]),
        ] {
            let times = series(day, (1, 0), (4, 0), 40, 0).times(ZONE).unwrap();
            assert_eq!(on_the_wall(&times), expected, "{day}");
        }
        // There is no half past two on March 8: the clock shows half past three then.
        let mut single = series("2026-03-08", (2, 30), (2, 30), 25, 0);
        single.until = None;
        assert_eq!(on_the_wall(&single.times(ZONE).unwrap()), ["03:30"]);
        // What comes twice is meant the first time.
        let twice = Series { day: "2026-11-01".parse().unwrap(), from: civil::time(1, 10, 0, 0), ..single };
        assert_eq!(twice.times(ZONE).unwrap()[0].0.in_zone("UTC").strftime("%H:%M").to_string(), "05:10");
    }

    #[test]
    fn one_time_alone_needs_no_end() {
        let mut one = series("2026-12-03", (17, 40), (0, 0), 25, 5);
        one.until = None;
        assert_eq!(on_the_wall(&one.times(ZONE).unwrap()), ["17:40"]);
    }

    #[test]
    fn too_many_and_none_are_said_so() {
        assert_eq!(series("2026-12-03", (0, 0), (23, 0), 1, 0).times(ZONE), Err(SeriesProblem::TooMany));
        assert_eq!(series("2026-12-03", (15, 0), (15, 10), 25, 0).times(ZONE), Err(SeriesProblem::Empty));
        assert_eq!(series("2026-12-03", (18, 0), (15, 0), 25, 0).times(ZONE), Err(SeriesProblem::Empty));
    }

    proptest! {
        #[test]
        fn times_of_a_series_follow_each_other_and_end_in_time(
            from in 0_i8..24, until in 0_i8..24, minutes in 1_i64..300, pause in 0_i64..120, rest in prop::option::of((0_i8..24, 0_i8..24)),
        ) {
            let mut series = series("2026-11-01", (from, 0), (until, 0), minutes, pause);
            series.rest = rest.map(|(from, until)| (civil::time(from, 0, 0, 0), civil::time(until, 0, 0, 0)));
            if let Ok(times) = series.times(ZONE) {
                prop_assert!(times.len() <= MOST_TIMES);
                prop_assert!(times.iter().all(|(starts, ends)| ends.0 - starts.0 == minutes * 60_000));
                let mut read = on_the_wall(&times);
                read.dedup();
                prop_assert_eq!(read.len(), times.len());
                prop_assert!(times.windows(2).all(|pair| pair[0].1 <= pair[1].0));
            }
        }
    }
}
