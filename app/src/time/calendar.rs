//! Calendars (RFC 5545, RFC 5546): a file for a conference or a chosen time, what comes of it by mail, and an address that an
//! advisor's or a family's own calendar reads.

use axum::response::IntoResponse;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, EventStatus, Property, Trigger};
use jiff::Timestamp;
use kinfolio::at::At;
use kinfolio::grant::Key;
use kinfolio::id::{ConferenceId, PersonId};
use kinfolio::person::{Role, Viewer};
use kinfolio::policy::Action;
use kinfolio::time::{ChosenTime, Ended, Feed, TimeMail};

use crate::asking::{Asking, In, go};
use crate::refusal::{Answer, Refusal};
use crate::when;
use crate::wording::{Locale, apart, locale_tagged};

/// Something that is in a calendar.
struct Entry {
    /// The same, however often it is fetched.
    uid: String,
    summary: String,
    place: String,
    starts_at: At,
    ends_at: At,
    sequence: u32,
    /// It will not be.
    is_off: bool,
}

/// What a calendar is to do with what it is given (RFC 5546, 1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CalendarMethod {
    /// Show it.
    Publish,
    /// Keep it, in place of what it kept of it before.
    Request,
    /// Take it out.
    Cancel,
}

impl CalendarMethod {
    fn word(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// Who is at one of its ends: a name, and an address as calendars have it.
struct CalendarParty {
    name: String,
    address: String,
}

impl CalendarParty {
    /// Somebody whose address is nobody's business: nothing is sent there.
    fn without_address(name: &str) -> Self {
        Self { name: name.to_owned(), address: "invalid:nomail".to_owned() }
    }

    fn property(&self, key: &str) -> Property {
        // What would end the name, or the line, is no part of it.
        let name = plain(&self.name).replace('"', "'");
        let mut property = Property::new(key, &self.address);
        property.add_parameter("CN", name.trim());
        property.done()
    }
}

/// Between whom a time is made: who invites, and who comes.
struct Between {
    organizer: CalendarParty,
    attendee: CalendarParty,
}

/// `/conference/{conference}/calendar`.
pub async fn of_conference(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = crate::conference::found(&asking, &mut conn, &id, Action::SeeConference).await?;
    let facts = &conference.facts;
    let entry = Entry {
        uid: format!("conference-{id}"),
        summary: summary(asking.locale, student.called()),
        place: facts.place.clone(),
        starts_at: facts.starts_at,
        ends_at: facts.starts_at.plus_millis(facts.minutes_in_all().saturating_mul(60_000)),
        sequence: u32::try_from(conference.version).unwrap_or_default(),
        is_off: false,
    };
    Ok(file(&[entry], CalendarMethod::Publish, None, None))
}

/// `/student/{student}/time/calendar`: the time that is chosen for a student; that it is off, where it was.
pub async fn of_student(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::ChooseTime).await?;
    let choice = student.chosen_time(&mut conn, asking.now()).await?;
    let viewer = asking.viewer()?;
    let between = |name: &str| Between {
        organizer: CalendarParty::without_address(&viewer.school_name),
        attendee: CalendarParty::without_address(name),
    };
    if let Some(choice) = &choice {
        let between = between(&choice.person);
        return Ok(file(&[entry(asking.locale, choice)], CalendarMethod::Request, None, Some(&between)));
    }
    match student.lost_time(&mut conn, None, asking.now()).await? {
        Some(ended) => {
            let between = between(&viewer.name);
            Ok(file(&[off(asking.locale, &ended)], CalendarMethod::Cancel, None, Some(&between)))
        }
        None => go(format!("/student/{id}/time")),
    }
}

/// `/calendar/{calendar}`: what somebody's calendar fetches by itself: an advisor's times, or what a family has chosen. What
/// students are called, and nothing else of them.
pub async fn feed(asking: Asking, In(token): In<String>) -> Answer {
    let key = Key::parse(token.trim_end_matches(".ics")).ok_or(Refusal::NotFound)?;
    let mut conn = asking.read().await?;
    let feed = Feed::opened_by(&mut conn, &key, asking.now()).await?.ok_or(Refusal::NotFound)?;
    let locale = feed.languages.0.iter().find_map(|language| locale_tagged(language.tag())).unwrap_or(asking.locale);
    // A month back, so that a calendar does not forget what has just been.
    let from = asking.now().plus_days(-30);
    let (chosen, ended) = match feed.role {
        Role::Family => {
            let owner = Viewer::of(&mut conn, &feed.school_id, &feed.person_id).await?.ok_or(Refusal::NotFound)?;
            (ChosenTime::of_person(&mut conn, &owner, from).await?, Ended::of_person(&mut conn, &owner, from).await?)
        }
        _ => (
            ChosenTime::with(&mut conn, &feed.school_id, &feed.person_id, from).await?,
            Ended::with(&mut conn, &feed.school_id, &feed.person_id, from).await?,
        ),
    };
    let chosen = chosen.iter().map(|choice| entry(locale, choice));
    let entries: Vec<Entry> = chosen.chain(ended.iter().map(|ended| off(locale, ended))).collect();
    Ok(file(&entries, CalendarMethod::Publish, Some(&say_in!(locale, time.title)), None))
}

/// The mail about a time, in the first of somebody's languages that we speak: subject and text, and what it brings for their
/// calendar: the method, and the file.
pub fn mail_words(
    mail: &TimeMail,
    from: &str,
    (address, stop): (&str, &str),
) -> (String, String, (&'static str, String)) {
    let locale = mail.languages.0.iter().find_map(|language| locale_tagged(language.tag())).unwrap_or_default();
    let day = format!(
        "{}{}{}",
        when::day_in(locale, mail.starts_at, &mail.time_zone),
        say_in!(locale, adding.comma),
        when::time_in(locale, mail.starts_at, &mail.time_zone)
    );
    let (name, school) = (&mail.called, &mail.school_name);
    let (subject, body) = match mail.is_off() {
        true => (
            say_in!(locale, time.mail_subject_off, school = school),
            say_in!(locale, time.mail_off, name = name, school = school, day = day, address = address, stop = stop),
        ),
        false => (
            say_in!(locale, time.mail_subject, school = school),
            say_in!(locale, time.mail, name = name, school = school, day = day, address = address, stop = stop),
        ),
    };
    (subject, body, mailed(locale, mail, from))
}

/// What a mail about a time brings for the calendar of whoever comes. It names no student: mail is read on the way.
fn mailed(locale: Locale, mail: &TimeMail, from: &str) -> (&'static str, String) {
    let told = if mail.is_off() { CalendarMethod::Cancel } else { CalendarMethod::Request };
    let entry = Entry {
        uid: format!("time-{}", mail.choice_id),
        summary: say_in!(locale, time.mail_summary, school = apart(&mail.school_name))
            .replace(['\u{2068}', '\u{2069}'], ""),
        place: mail.place.clone(),
        starts_at: mail.starts_at,
        ends_at: mail.ends_at,
        sequence: u32::try_from(mail.sequence).unwrap_or_default(),
        is_off: mail.is_off(),
    };
    let between = Between {
        organizer: CalendarParty { name: mail.school_name.clone(), address: format!("mailto:{from}") },
        attendee: CalendarParty { name: mail.called.clone(), address: format!("mailto:{}", mail.address) },
    };
    (told.word(), written(&[entry], told, None, Some(&between)))
}

fn entry(locale: Locale, choice: &ChosenTime) -> Entry {
    let time = &choice.time;
    Entry {
        uid: format!("time-{}", choice.choice_id),
        summary: summary(locale, &choice.student_called),
        place: if time.place.is_empty() { time.host.clone() } else { time.place.clone() },
        starts_at: time.starts_at,
        ends_at: time.ends_at,
        sequence: u32::try_from(choice.sequence).unwrap_or_default(),
        is_off: false,
    }
}

/// For calendars that hold it: it is off.
fn off(locale: Locale, ended: &Ended) -> Entry {
    Entry {
        uid: format!("time-{}", ended.id),
        summary: summary(locale, &ended.student_called),
        place: ended.place.clone(),
        starts_at: ended.starts_at,
        ends_at: ended.ends_at,
        sequence: u32::try_from(ended.sequence).unwrap_or_default(),
        is_off: true,
    }
}

fn summary(locale: Locale, name: &str) -> String {
    say_in!(locale, conference.title_of, name = apart(name)).replace(['\u{2068}', '\u{2069}'], "")
}

/// An instant as calendars write it, in UTC: so it is right on every wall, whatever daylight saving does.
fn instant(at: At) -> String {
    let at = Timestamp::from_millisecond(at.0).unwrap_or(Timestamp::UNIX_EPOCH);
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A reminder, a day before.
fn alarm(entry: &Entry) -> Option<Alarm> {
    // The crate reads no duration that goes back: an instant first, and in its place what calendars move along.
    let instant = Property::new("TRIGGER", instant(entry.starts_at)).add_parameter("VALUE", "DATE-TIME").done();
    let mut alarm = Alarm::display(&plain(&entry.summary), Trigger::try_from(&instant).ok()?);
    alarm.add_property("TRIGGER", "-P1D");
    Some(alarm)
}

fn written(entries: &[Entry], told: CalendarMethod, name: Option<&str>, between: Option<&Between>) -> String {
    let mut calendar = Calendar::new();
    calendar.append_property(Property::new("METHOD", told.word()));
    if let Some(name) = name {
        calendar.name(name);
    }
    for entry in entries {
        let mut event = Event::new();
        event
            .uid(&format!("{}@kinfolio", entry.uid))
            .summary(&plain(&entry.summary))
            .add_property("DTSTART", instant(entry.starts_at))
            .add_property("DTEND", instant(entry.ends_at))
            .sequence(entry.sequence);
        if let Some(between) = between {
            event.append_property(between.organizer.property("ORGANIZER"));
            let mut comes = between.attendee.property("ATTENDEE");
            // They chose it themselves: nobody waits for their answer.
            comes.add_parameter("PARTSTAT", "ACCEPTED").add_parameter("RSVP", "FALSE");
            event.append_multi_property(comes.done());
        }
        if entry.is_off {
            event.status(EventStatus::Cancelled);
        } else if let Some(alarm) = alarm(entry) {
            event.alarm(alarm);
        }
        if !entry.place.is_empty() {
            event.location(&plain(&entry.place));
        }
        calendar.push(event.done());
    }
    calendar.to_string()
}

/// One line without anything that a calendar could take for a line of its own.
fn plain(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn file(
    entries: &[Entry],
    told: CalendarMethod,
    name: Option<&str>,
    between: Option<&Between>,
) -> axum::response::Response {
    // The same word as inside (RFC 5546, 1.4); an address that is read again and again has none here.
    let kind = format!("text/calendar; charset=utf-8; method={}", told.word());
    let headers = [
        (CONTENT_TYPE, kind.as_str()),
        (CONTENT_DISPOSITION, "attachment; filename=\"conference.ics\""),
        (CACHE_CONTROL, "no-store"),
    ];
    (headers, written(entries, told, name, between)).into_response()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn an_entry(summary: &str, place: &str) -> Entry {
        Entry {
            uid: "time-1".into(),
            summary: summary.into(),
            place: place.into(),
            starts_at: At(1_793_491_200_000),
            ends_at: At(1_793_492_700_000),
            sequence: 2,
            is_off: false,
        }
    }

    fn a_calendar(summary: &str, place: &str) -> String {
        written(&[an_entry(summary, place)], CalendarMethod::Publish, None, None)
    }

    fn unfolded(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").replace("\r\n\t", "").split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_calendar_says_when_in_utc_and_how_often_it_has_moved() {
        let text = a_calendar("Amina’s conference", "Room 204, left; upstairs");
        let lines = unfolded(&text);
        for line in [
            "BEGIN:VCALENDAR",
            "UID:time-1@kinfolio",
            "SEQUENCE:2",
            "DTSTART:20261101T000000Z",
            "DTEND:20261101T002500Z",
        ] {
            assert!(lines.iter().any(|other| other == line), "{line} is not in {text}");
        }
        assert!(lines.iter().any(|line| line == "LOCATION:Room 204\\, left\\; upstairs"), "{text}");
    }

    #[test]
    fn what_is_off_says_so() {
        let mut entry = an_entry("Amina", "");
        let between = Between {
            organizer: CalendarParty::without_address("Ropewalk; \"School\""),
            attendee: CalendarParty { name: "Rosa\r\nX:1".into(), address: "mailto:rosa@example.org".into() },
        };
        let on = unfolded(&written(std::slice::from_ref(&entry), CalendarMethod::Request, None, Some(&between)));
        for line in
            ["METHOD:REQUEST", "BEGIN:VALARM", "TRIGGER:-P1D", "ORGANIZER;CN=\"Ropewalk; 'School'\":invalid:nomail"]
        {
            assert!(on.contains(&line.to_owned()), "{line} is not in {on:?}");
        }
        assert!(
            on.iter().any(|line| line.starts_with("ATTENDEE") && line.ends_with(":mailto:rosa@example.org")),
            "{on:?}"
        );
        assert!(!on.iter().any(|line| line.starts_with("STATUS") || line.starts_with("X:")), "{on:?}");
        entry.is_off = true;
        let off = unfolded(&written(&[entry], CalendarMethod::Cancel, None, Some(&between)));
        for line in ["METHOD:CANCEL", "STATUS:CANCELLED", "UID:time-1@kinfolio", "SEQUENCE:2"] {
            assert!(off.contains(&line.to_owned()), "{line} is not in {off:?}");
        }
        assert!(!off.contains(&"BEGIN:VALARM".to_owned()), "nobody is reminded of what will not be");
    }

    /// A text as a calendar reads it (RFC 5545, 3.3.11).
    fn read(written: &str) -> String {
        let mut text = String::new();
        let mut letters = written.chars();
        while let Some(letter) = letters.next() {
            text.push(match letter {
                '\\' => letters.next().unwrap_or('\\'),
                letter => letter,
            });
        }
        text
    }

    proptest! {
        #[test]
        fn a_calendar_reads_the_same_words_that_were_typed(summary in "\\PC{0,200}", place in "[\\\\,;:\"a-zé漢🌾 ]{1,120}") {
            let lines = unfolded(&a_calendar(&summary, &place));
            let of = |name: &str| lines.iter().find_map(|line| line.strip_prefix(name)).map(read);
            prop_assert_eq!(of("SUMMARY:"), Some(summary));
            prop_assert_eq!(of("LOCATION:"), Some(place));
        }

        #[test]
        fn nothing_a_person_typed_becomes_a_line_of_its_own(summary in any::<String>(), place in any::<String>()) {
            let text = a_calendar(&summary, &place);
            prop_assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
            prop_assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
            let events = unfolded(&text).iter().filter(|line| line.starts_with("BEGIN:")).count();
            prop_assert_eq!(events, 3, "a calendar, an event, a reminder");
        }
    }
}
