//! A conference: the student's meeting about the definition and the work. The student plans it and leads it.

pub mod afterword;
pub mod comment;
pub mod duty;
pub mod live;
pub mod moment;
pub mod propose;
pub mod ready;
pub mod rehearsal;
pub mod reply;
pub mod template;

mod held;
mod store;

pub(crate) use held::may_hear;
pub use store::NewMoment;

use jiff::civil;

use crate::at::At;
use crate::day::Day;
use crate::id::{ConferenceId, PersonId, SchoolId};
use crate::language::Language;
use crate::policy::Audience;
use crate::words::Problem;

kinds! {
    /// What shape a conference has.
    pub enum ConferenceForm {
        /// Everybody sits together and talks.
        Circle = "circle",
        /// From work to work, as in a gallery.
        WalkThrough = "walk-through",
        /// The student shows how something is done.
        Demonstration = "demonstration",
        /// A performance: music, theatre, poetry, dance.
        Performance = "performance",
        /// The student teaches something, and the others try it.
        Teaching = "teaching",
        /// Recorded beforehand, to be watched at home.
        Recorded = "recorded",
        /// A device speaks for the student.
        DeviceSpoken = "device-spoken",
    }
}

/// A conference.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Conference {
    pub id: ConferenceId,
    pub school_id: SchoolId,
    pub student_id: PersonId,
    #[sqlx(flatten)]
    pub facts: Facts,
    /// Raised with every change of the facts.
    pub version: i64,
    /// Whether the student asks those of the same advisory what they think of the plan.
    pub asks_classmates: bool,
    /// The last day on which families say something back, where one was chosen.
    pub replies_until: Option<Day>,
}

/// For how many days after a conference families can say something back, where no day is chosen.
pub const REPLIES_DAYS: i64 = 14;

impl Conference {
    /// The last day on which families say something back.
    pub fn replies_close_on(&self, zone: &str) -> Day {
        self.replies_until.unwrap_or_else(|| Day::of(self.facts.starts_at, zone).plus_days(REPLIES_DAYS))
    }

    /// Whether it was recorded beforehand: then there is no room to come to, and nothing to wait for.
    pub fn is_watched_at_home(&self) -> bool {
        self.facts.form == ConferenceForm::Recorded
    }

    /// Whether it takes the time that a family chooses: it has not begun, and somebody comes to it.
    pub fn waits_for_a_time(&self, now: At) -> bool {
        self.facts.starts_at > now && !self.is_watched_at_home()
    }

    /// Whether it is over: the day after it began, at the latest.
    pub fn is_over(&self, now: At) -> bool {
        let length = self.facts.minutes_in_all().saturating_mul(60_000);
        self.facts.starts_at.plus_millis(length.clamp(0, STILL_ON)) <= now
    }

    /// Whom the outline of the plan is meant for: names, purposes and minutes, and nothing else.
    pub fn outline_audience(&self) -> Audience {
        if self.asks_classmates { Audience::Conference } else { Audience::Family }
    }
}

/// What the student says about a conference as a whole.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Facts {
    pub form: ConferenceForm,
    pub starts_at: At,
    /// "Room 204", "our kitchen"; may be empty.
    pub place: String,
    /// The language it is led in.
    pub language: Language,
    /// How long its moments are meant to take together.
    pub minutes: i64,
    /// Whether an interpreter says everything once more.
    pub interpreter: bool,
}

impl Facts {
    /// How long it takes in all: with an interpreter, half as long again.
    pub fn minutes_in_all(&self) -> i64 {
        if self.interpreter { with_interpreter(self.minutes) } else { self.minutes }
    }
}

/// How long a conference can be meant to be, in minutes.
pub const LENGTHS: std::ops::RangeInclusive<i64> = 10..=180;

/// The length that the guides describe.
pub const GUIDE_MINUTES: i64 = 25;

/// How long something takes when every word is said twice: half as long again, rounded up.
pub fn with_interpreter(minutes: i64) -> i64 {
    (minutes * 3 + 1) / 2
}

/// How long after its start a conference still is the next one, in milliseconds: until the day is over.
const STILL_ON: i64 = 12 * 60 * 60 * 1000;

/// The conference that is next, or on right now; none when all have passed. `all` are in the order of their start.
pub fn next(all: &[Conference], now: At) -> Option<&Conference> {
    all.iter().find(|conference| conference.facts.starts_at.plus_millis(STILL_ON) > now)
}

/// When a conference starts, from the day and the time as fields carry them: `2026-12-03` and `17:40`, on the wall of
/// the school.
///
/// # Errors
/// When they are no day and time, or a year that can only be a slip of the finger.
pub fn starts_at(day: &str, time: &str, zone: &str) -> Result<At, Problem> {
    let day: civil::Date = day.trim().parse().map_err(|_| Problem::NotATime)?;
    let time: civil::Time = time.trim().parse().map_err(|_| Problem::NotATime)?;
    if !(2000..2100).contains(&day.year()) {
        return Err(Problem::NotATime);
    }
    At::on_the_wall(day.to_datetime(time), zone).ok_or(Problem::NotATime)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZONE: &str = "America/New_York";

    fn at(day: &str, time: &str) -> At {
        starts_at(day, time, ZONE).unwrap()
    }

    fn conference(day: &str, time: &str) -> Conference {
        Conference {
            id: ConferenceId::new(),
            school_id: SchoolId::new(),
            student_id: PersonId::new(),
            facts: Facts {
                form: ConferenceForm::Circle,
                starts_at: at(day, time),
                place: String::new(),
                language: Language::english(),
                minutes: GUIDE_MINUTES,
                interpreter: false,
            },
            version: 1,
            asks_classmates: false,
            replies_until: None,
        }
    }

    #[test]
    fn a_time_that_is_chosen_is_for_a_conference_that_somebody_comes_to() {
        let mut coming = conference("2026-12-03", "17:40");
        assert!(coming.waits_for_a_time(at("2026-12-03", "17:00")));
        assert!(!coming.waits_for_a_time(at("2026-12-03", "18:00")), "it has begun");
        coming.facts.form = ConferenceForm::Recorded;
        assert!(!coming.waits_for_a_time(at("2026-12-03", "17:00")), "it is watched at home");
    }

    #[test]
    fn a_conference_keeps_its_time_on_the_wall_across_daylight_saving() {
        for day in ["2026-07-01", "2026-12-03"] {
            let wall = at(day, "17:40").in_zone(ZONE);
            assert_eq!(wall.strftime("%Y-%m-%d %H:%M").to_string(), format!("{day} 17:40"));
        }
        // On March 8, 2026 there is no half past two in New York.
        assert_eq!(at("2026-03-08", "02:30"), at("2026-03-08", "03:30"));
    }

    #[test]
    fn what_is_no_day_or_time_is_said_so() {
        for (day, time) in [
            ("", ""),
            ("2026-02-30", "10:00"),
            ("2026-12-03", "25:00"),
            ("12206-12-03", "10:00"),
            ("9999-12-31", "23:59"),
            ("0001-01-01", "00:00"),
            ("<script>", "10:00"),
            ("2026-12-03", "\u{0}"),
        ] {
            assert_eq!(starts_at(day, time, ZONE), Err(Problem::NotATime), "{day} {time}");
        }
    }

    #[test]
    fn todays_conference_is_the_next_one_until_the_day_is_over() {
        let all = [conference("2026-05-01", "09:00"), conference("2026-12-03", "17:40")];
        assert_eq!(next(&all, at("2026-05-01", "10:00")), Some(&all[0]));
        assert_eq!(next(&all, at("2026-05-02", "10:00")), Some(&all[1]));
        assert_eq!(next(&all, at("2026-12-04", "10:00")), None);
    }
}
