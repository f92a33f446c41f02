//! Calendars (RFC 5545): a file for a conference or a chosen time, and an address that an advisor's own calendar reads.

use axum::response::IntoResponse;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus};
use jiff::Timestamp;
use kinfolio::at::At;
use kinfolio::grant::Key;
use kinfolio::id::{ConferenceId, PersonId};
use kinfolio::policy::Action;
use kinfolio::time::{ChosenTime, Ended, Feed};

use crate::asking::{Asking, In, go};
use crate::refusal::{Answer, Refusal};
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
    Ok(file(&[entry], None))
}

/// `/student/{student}/time/calendar`: the time that is chosen for a student; that it is off, where it was.
pub async fn of_student(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::ChooseTime).await?;
    let choice = student.chosen_time(&mut conn, asking.now()).await?;
    if let Some(choice) = &choice {
        return Ok(file(&[entry(asking.locale, choice)], None));
    }
    match student.lost_time(&mut conn, None, asking.now()).await? {
        Some(ended) => Ok(file(&[off(asking.locale, &ended)], None)),
        None => go(format!("/student/{id}/time")),
    }
}

/// `/calendar/{calendar}`: what an advisor's calendar fetches by itself. First names only.
pub async fn feed(asking: Asking, In(token): In<String>) -> Answer {
    let key = Key::parse(token.trim_end_matches(".ics")).ok_or(Refusal::NotFound)?;
    let mut conn = asking.read().await?;
    let feed = Feed::opened_by(&mut conn, &key).await?.ok_or(Refusal::NotFound)?;
    let locale = feed.languages.0.iter().find_map(|language| locale_tagged(language.tag())).unwrap_or(asking.locale);
    // A month back, so that a calendar does not forget what has just been.
    let from = asking.now().plus_days(-30);
    let chosen = ChosenTime::with(&mut conn, &feed.school_id, &feed.person_id, from).await?;
    let ended = Ended::with(&mut conn, &feed.school_id, &feed.person_id, from).await?;
    let chosen = chosen.iter().map(|choice| entry(locale, choice));
    let entries: Vec<Entry> = chosen.chain(ended.iter().map(|ended| off(locale, ended))).collect();
    Ok(file(&entries, Some(&say_in!(locale, time.title))))
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

fn written(entries: &[Entry], name: Option<&str>) -> String {
    let mut calendar = Calendar::new();
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
        if entry.is_off {
            event.status(EventStatus::Cancelled);
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

fn file(entries: &[Entry], name: Option<&str>) -> axum::response::Response {
    let headers = [
        (CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"conference.ics\""),
        (CACHE_CONTROL, "no-store"),
    ];
    (headers, written(entries, name)).into_response()
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
        written(&[an_entry(summary, place)], None)
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
        assert!(!written(std::slice::from_ref(&entry), None).contains("STATUS"));
        entry.is_off = true;
        assert!(unfolded(&written(&[entry], None)).contains(&"STATUS:CANCELLED".to_owned()));
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
            prop_assert_eq!(events, 2);
        }
    }
}
