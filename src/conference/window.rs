//! Until when families say something back to a conference.

use super::Conference;
use crate::at::At;
use crate::day::Day;
use crate::words::Problem;

/// For how many days after a conference families can say something back, where no day is chosen.
pub const REPLIES_DAYS: i64 = 14;
/// How far after the conference a day that is chosen may lie, in days.
const REACH_DAYS: i64 = 366;
/// A form that was opened in time is taken for so many days after the last one: a phone may be without a network until then.
const GRACE_DAYS: i64 = 7;

impl Conference {
    /// The last day on which families say something back.
    pub fn replies_close_on(&self, zone: &str) -> Day {
        self.replies_until.unwrap_or_else(|| Day::of(self.facts.starts_at, zone).plus_days(REPLIES_DAYS))
    }

    /// Whether families can say something back now.
    pub fn is_open_for_replies(&self, now: At, zone: &str) -> bool {
        Day::of(now, zone) <= self.replies_close_on(zone)
    }

    /// Whether a reply is taken now: as long as families can say something back, and a little longer where its form was
    /// `opened` while they could.
    pub fn takes_reply(&self, opened: Option<At>, now: At, zone: &str) -> bool {
        let in_time = opened.is_some_and(|at| self.is_open_for_replies(at, zone));
        let late = self.replies_close_on(zone).plus_days(GRACE_DAYS);
        self.is_open_for_replies(now, zone) || (in_time && Day::of(now, zone) <= late)
    }

    /// The last day as it was typed, checked; none, where nothing was.
    ///
    /// # Errors
    /// Where it is no day, or one before the conference or long after it.
    pub fn typed_last_day(&self, typed: &str, zone: &str) -> Result<Option<Day>, Problem> {
        let first = Day::of(self.facts.starts_at, zone);
        match typed.trim() {
            "" => Ok(None),
            typed => Day::typed(typed, (first, first.plus_days(REACH_DAYS))).map(Some),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conference::starts_at;
    use crate::conference::tests::conference as conference_on;

    const ZONE: &str = "America/New_York";

    fn at(day: &str) -> At {
        starts_at(day, "17:40", ZONE).unwrap()
    }

    fn conference() -> Conference {
        conference_on("2026-12-03", "17:40")
    }

    #[test]
    fn a_form_that_was_opened_in_time_is_taken_a_little_later_too() {
        let conference = conference();
        let takes = |opened: Option<&str>, now: &str| conference.takes_reply(opened.map(at), at(now), ZONE);
        assert!(takes(None, "2026-12-17") && !takes(None, "2026-12-18"));
        assert!(takes(Some("2026-12-17"), "2026-12-24") && !takes(Some("2026-12-17"), "2026-12-25"));
        assert!(!takes(Some("2026-12-18"), "2026-12-18"), "opened too late");
    }

    #[test]
    fn the_last_day_lies_after_the_conference_and_within_a_year() {
        let last = |typed| conference().typed_last_day(typed, ZONE);
        assert_eq!(last("  "), Ok(None));
        assert_eq!(last("2026-12-03").unwrap().unwrap().to_string(), "2026-12-03");
        for wrong in ["2026-12-02", "2028-01-01", "never", "\u{0000}", &"9".repeat(10_000)] {
            assert_eq!(last(wrong), Err(Problem::NotATime));
        }
    }
}
