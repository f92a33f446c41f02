//! A conference: the student's meeting about the definition and the work. The student plans it and leads it.

pub mod afterword;
pub mod comment;
pub mod duty;
pub mod guide;
pub mod live;
pub mod moment;
pub mod propose;
pub mod ready;
pub mod rehearsal;
pub mod reply;
pub mod school_plan;

mod calling_off;
mod new_moment;
mod store;
mod who_hears;
mod window;

pub use calling_off::CalledOff;
pub use new_moment::{MomentChoices, NewMoment, TypedMoment, TypedShowing};
pub(crate) use who_hears::may_hear;
pub use window::REPLIES_DAYS;

use jiff::civil;

use crate::at::At;
use crate::day::Day;
use crate::field;
use crate::id::{ConferenceId, PersonId, SchoolId};
use crate::language::Language;
use crate::policy::Audience;
use crate::words::{Problem, Problems, optional_line};

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
    #[sqlx(flatten)]
    pub changed: ConferenceChanged,
}

/// What everybody who comes has to hear of.
#[derive(Clone, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct ConferenceChanged {
    /// When it was to begin, before it was moved last.
    pub moved_from: Option<At>,
    pub moved_at: Option<At>,
    pub moved_by: Option<PersonId>,
    /// Since when it is called off.
    pub called_off_at: Option<At>,
    /// What the student says about that; may be empty.
    pub called_off_words: String,
    pub called_off_language: String,
}

impl Conference {
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
        self.over_at() <= now
    }

    /// When it is meant to be over.
    pub fn over_at(&self) -> At {
        let length = self.facts.minutes_in_all().saturating_mul(60_000);
        self.facts.starts_at.plus_millis(length.clamp(0, STILL_ON))
    }

    /// Whether it was called off.
    pub fn is_called_off(&self) -> bool {
        self.changed.called_off_at.is_some()
    }

    /// When it was to begin before, as long as that it was moved is news: a week, and until it begins.
    pub fn moved_lately(&self, now: At) -> Option<At> {
        let ConferenceChanged { moved_from, moved_at, .. } = self.changed;
        let is_news = now < self.facts.starts_at && moved_at.is_some_and(|at| now < at.plus_days(MOVED_DAYS));
        moved_from.filter(|from| is_news && *from != self.facts.starts_at)
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

/// The facts as they were typed.
#[derive(Clone, Debug, Default)]
pub struct TypedFacts<'a> {
    pub day: &'a str,
    pub time: &'a str,
    pub place: &'a str,
    pub form: &'a str,
    pub language: &'a str,
    /// None where a form asks for no length.
    pub minutes: Option<&'a str>,
    pub interpreter: bool,
}

impl Facts {
    /// What was typed, checked; day and time are those on the wall in this time zone.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn checked(typed: &TypedFacts<'_>, zone: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let starts_at = starts_at(typed.day, typed.time, zone);
        if let Err(problem) = &starts_at {
            // Said beside the one that does not read as what it should be.
            let day_reads = self::starts_at(typed.day, "12:00", zone).is_ok();
            problems.note(if day_reads { field::TIME } else { field::DAY }, problem.clone());
        }
        let place = problems.take(field::PLACE, optional_line(typed.place));
        let form = problems.chosen(field::FORM, ConferenceForm::named(typed.form));
        let language = problems.language(typed.language);
        let minutes = typed.minutes.map_or(Some(GUIDE_MINUTES), |minutes| minutes.trim().parse().ok());
        let minutes = minutes.filter(|minutes| LENGTHS.contains(minutes)).unwrap_or_else(|| {
            problems.note(field::MINUTES, Problem::NotANumber { min: *LENGTHS.start(), max: *LENGTHS.end() });
            GUIDE_MINUTES
        });
        match (starts_at, form) {
            (Ok(starts_at), Some(form)) => {
                problems.or(Self { form, starts_at, place, language, minutes, interpreter: typed.interpreter })
            }
            _ => Err(problems),
        }
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

/// For how many days it is news that a conference was moved.
const MOVED_DAYS: i64 = 7;

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
pub(crate) mod tests {
    use super::*;

    const ZONE: &str = "America/New_York";

    fn at(day: &str, time: &str) -> At {
        starts_at(day, time, ZONE).unwrap()
    }

    /// One that begins then, with nothing settled but that.
    pub(crate) fn conference(day: &str, time: &str) -> Conference {
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
            changed: ConferenceChanged::default(),
        }
    }

    #[test]
    fn facts_are_kept_as_they_were_typed() {
        let typed = TypedFacts {
            day: "2026-12-03",
            time: "17:40",
            place: " Room\n204 ",
            form: "circle",
            language: "es",
            minutes: Some(" 40 "),
            interpreter: true,
        };
        let facts = Facts::checked(&typed, ZONE).unwrap();
        assert_eq!((facts.starts_at, facts.place.as_str()), (at("2026-12-03", "17:40"), "Room 204"));
        assert_eq!((facts.minutes, facts.interpreter), (40, true));
        // A form that asks for no length is for one as long as the guides describe.
        let facts = Facts::checked(&TypedFacts { minutes: None, ..typed.clone() }, ZONE).unwrap();
        assert_eq!(facts.minutes, GUIDE_MINUTES);
        let problems = Facts::checked(&TypedFacts { time: "late", ..typed }, ZONE).unwrap_err();
        assert_eq!(problems, Problems::from([(field::TIME, Problem::NotATime)]), "the day reads as one");
    }

    #[test]
    fn all_that_is_wrong_with_facts_is_said_at_once() {
        let place = "a".repeat(100_000);
        let typed = TypedFacts { place: &place, form: "\u{0000}", minutes: Some("9e9"), ..TypedFacts::default() };
        let problems = Facts::checked(&typed, ZONE).unwrap_err();
        let wrong: Vec<&str> = problems.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(wrong, ["day", "form", "language", "minutes", "place"]);
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
