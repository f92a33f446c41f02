//! What an offering form says: the times it would make.

use jiff::civil;
use kinfolio::day::Day;
use kinfolio::field::{self, FieldName};
use kinfolio::id::TimeId;
use kinfolio::language::Language;
use kinfolio::person::Viewer;
use kinfolio::secret;
use kinfolio::time::{MOST_TIMES, Series, SeriesProblem, Time, Way, Ways};
use kinfolio::words::{Problem, Problems, optional_line};

use crate::asking::Asking;
use crate::fields::Values;
use crate::wording::number;

/// How far ahead times can be offered, in days.
const REACH_DAYS: i64 = 400;
/// The longest a time can be, and a pause, in minutes.
const LONGEST: i64 = 180;
/// How many rooms side by side one form offers.
pub(super) const ROOMS: usize = 3;

/// Where a row of times is, and who holds it; the first one is the advisor's own.
#[derive(Clone, Default)]
struct RoomTyped {
    place: String,
    host: String,
    interpreter: String,
}

/// A field of the nth room: `place`, `place_2`, `place_3`.
pub(super) fn of_room(field: FieldName, room: usize) -> FieldName {
    if room == 1 { field } else { field.row(room) }
}

/// The times a form describes, with the ids that came with it, as far as it has some.
pub(super) fn times_of(asking: &Asking, values: &Values, viewer: &Viewer) -> (Vec<Time>, Problems) {
    let mut problems = Problems::default();
    let spans = spans(asking, values, viewer, &mut problems);
    let rooms = rooms(asking, values, viewer, &mut problems);
    let ways: Vec<Way> =
        Way::ALL.iter().copied().filter(|way| values.all(field::WAYS).any(|word| word == way.as_str())).collect();
    if ways.is_empty() {
        problems.note(field::WAYS, Problem::Choose);
    }
    if spans.len() * rooms.len() > MOST_TIMES {
        problems.note(field::UNTIL, too_many(asking));
    }
    let mut ids = values.all_parsed::<TimeId>(field::ID).into_iter();
    let time = |(starts_at, ends_at), room: &RoomTyped| Time {
        id: ids.next().unwrap_or_else(TimeId::new),
        advisor_id: viewer.person_id.clone(),
        advisor: viewer.name.clone(),
        starts_at,
        ends_at,
        place: room.place.clone(),
        host: room.host.clone(),
        ways: Ways(ways.clone()),
        interpreter: room.interpreter.clone(),
    };
    let mut time = time;
    let mut times = Vec::new();
    for room in &rooms {
        times.extend(spans.iter().map(|span| time(*span, room)));
    }
    (times, problems)
}

/// What the times say, in short: so that nothing is offered that was not looked at.
pub(super) fn print_of(times: &[Time]) -> String {
    let mut words = String::new();
    for time in times {
        let ways: Vec<&str> = time.ways.0.iter().map(|way| way.as_str()).collect();
        let facts = (time.starts_at.0, time.ends_at.0, &time.place, &time.host, &time.interpreter, ways);
        words.push_str(&format!("{facts:?}\n"));
    }
    secret::fingerprint(&words)
}

fn spans(
    asking: &Asking,
    values: &Values,
    viewer: &Viewer,
    problems: &mut Problems,
) -> Vec<(kinfolio::at::At, kinfolio::at::At)> {
    let today = Day::of(asking.now(), &viewer.time_zone);
    let day = Day::typed(values.get(field::DAY), (today, today.plus_days(REACH_DAYS)));
    let day = day.map_err(|problem| problems.note(field::DAY, problem)).ok();
    let from = clock(values, field::FROM, problems);
    let until = match values.get(field::UNTIL).trim() {
        "" => None,
        _ => clock(values, field::UNTIL, problems),
    };
    let rest = match (values.get(field::REST_FROM).trim(), values.get(field::REST_UNTIL).trim()) {
        ("", "") => None,
        _ => clock(values, field::REST_FROM, problems).zip(clock(values, field::REST_UNTIL, problems)),
    };
    let minutes = count(values, field::MINUTES, 5, problems);
    let pause = count(values, field::PAUSE, 0, problems);
    let (Some(day), Some(from), Some(minutes), Some(pause), true) = (day, from, minutes, pause, problems.is_empty())
    else {
        return Vec::new();
    };
    let series = Series { day, from, until, minutes, pause, rest };
    let spans = series.times(&viewer.time_zone).unwrap_or_else(|problem| {
        let problem = match problem {
            SeriesProblem::Empty => Problem::Said(say_in!(asking.locale, time.series_empty)),
            SeriesProblem::TooMany => too_many(asking),
        };
        problems.note(field::UNTIL, problem);
        Vec::new()
    });
    if spans.iter().any(|(starts, _)| *starts <= asking.now()) {
        problems.note(field::DAY, Problem::Said(say_in!(asking.locale, time.series_past)));
    }
    spans
}

fn too_many(asking: &Asking) -> Problem {
    Problem::Said(say_in!(asking.locale, time.series_too_many, max = number(MOST_TIMES as i64)))
}

fn clock(values: &Values, field: FieldName, problems: &mut Problems) -> Option<civil::Time> {
    let time = values.get(&field).trim().parse::<civil::Time>().ok();
    if time.is_none() {
        problems.note(field, Problem::NotATime);
    }
    time
}

fn count(values: &Values, field: FieldName, least: i64, problems: &mut Problems) -> Option<i64> {
    let count = values.parsed::<i64>(&field).filter(|count| (least..=LONGEST).contains(count));
    if count.is_none() {
        problems.note(field, Problem::NotANumber { min: least, max: LONGEST });
    }
    count
}

/// The first room, and those beside it that somebody wrote something into.
fn rooms(asking: &Asking, values: &Values, viewer: &Viewer, problems: &mut Problems) -> Vec<RoomTyped> {
    let mut rooms = Vec::new();
    for number in 1..=ROOMS {
        let named = |field: FieldName| of_room(field, number);
        let mut room = RoomTyped {
            place: problems.take(named(field::PLACE), optional_line(values.get(named(field::PLACE)))),
            host: problems.take(named(field::HOST), optional_line(values.get(named(field::HOST)))),
            interpreter: interpreter(values, named(field::INTERPRETER), problems),
        };
        if number > 1 {
            if room.place.is_empty() && room.host.is_empty() {
                continue;
            }
            if room.host.is_empty() {
                problems.note(named(field::HOST), Problem::Said(say_in!(asking.locale, time.host_missing)));
            }
            if room.place.is_empty() {
                problems.note(named(field::PLACE), Problem::Said(say_in!(asking.locale, time.room_missing)));
            }
        }
        if room.host == viewer.name {
            room.host = String::new();
        }
        rooms.push(room);
    }
    rooms
}

fn interpreter(values: &Values, field: FieldName, problems: &mut Problems) -> String {
    match (values.get(&field).trim(), Language::tagged(values.get(&field))) {
        ("", _) => String::new(),
        (_, Some(language)) => language.tag().to_owned(),
        (_, None) => {
            problems.note(field, Problem::Choose);
            String::new()
        }
    }
}
