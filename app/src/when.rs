//! Days and times as a language writes them.

use std::cell::RefCell;
use std::collections::HashMap;

use icu::datetime::input::{Date, DateTime, Time};
use icu::datetime::{DateTimeFormatter, NoCalendarFormatter, fieldsets};
use icu::locale::Locale as IcuLocale;
use kinfolio::at::At;
use kinfolio::day::Day;

use crate::haitian;
use crate::wording::{Locale, locale};

/// "Thursday, December 3, 2026".
pub fn day(at: At, zone: &str) -> String {
    day_in(locale(), at, zone)
}

/// "5:40 PM".
pub fn time(at: At, zone: &str) -> String {
    time_in(locale(), at, zone)
}

/// "Thursday, December 3, 2026, 5:40 PM".
pub fn day_and_time(at: At, zone: &str) -> String {
    format!("{}{}{}", day(at, zone), say!(adding.comma), time(at, zone))
}

/// "Today, 5:40 PM", "Tomorrow, 5:40 PM"; else as [`day_and_time`].
pub fn near(at: At, now: At, zone: &str) -> String {
    let (day, today) = (Day::of(at, zone), Day::of(now, zone));
    match () {
        () if day == today => say!(agenda.today, time = time(at, zone)),
        () if day == today.plus_days(1) => say!(agenda.tomorrow, time = time(at, zone)),
        () => day_and_time(at, zone),
    }
}

/// "Dec 3": for lists.
pub fn short_day(at: At, zone: &str) -> String {
    if is_haitian(locale()) {
        return haitian::short_day(at, zone);
    }
    with(locale(), |written| written.short.format(&at_date(at, zone)).to_string())
}

/// "Thursday, December 3", in a language that is named: what somebody calls a day that is near.
pub fn weekday_in(locale: Locale, at: At, zone: &str) -> String {
    if is_haitian(locale) {
        return haitian::weekday(at, zone);
    }
    with(locale, |written| written.weekday.format(&at_date(at, zone)).to_string())
}

/// [`day`], in a language that is named.
pub fn day_in(locale: Locale, at: At, zone: &str) -> String {
    if is_haitian(locale) {
        return haitian::day(at, zone);
    }
    with(locale, |written| written.day.format(&at_date(at, zone)).to_string())
}

/// [`time`], in a language that is named.
pub fn time_in(locale: Locale, at: At, zone: &str) -> String {
    let wall = at.in_zone(zone);
    let time = Time::try_new(wall.hour() as u8, wall.minute() as u8, 0, 0).unwrap_or(Time::start_of_day());
    with(locale, |written| written.time.format(&time).to_string())
}

/// `2026-12-03T17:40`, for `<time datetime>` and date fields.
pub fn machine(at: At, zone: &str) -> String {
    at.in_zone(zone).strftime("%Y-%m-%dT%H:%M").to_string()
}

pub(crate) fn is_haitian(locale: Locale) -> bool {
    locale.as_str() == "ht"
}

fn at_date(at: At, zone: &str) -> DateTime<icu::calendar::Iso> {
    let wall = at.in_zone(zone);
    let date = Date::try_new_iso(i32::from(wall.year()), wall.month() as u8, wall.day() as u8);
    DateTime {
        date: date.unwrap_or_else(|_| Date::from_rata_die(icu::calendar::types::RataDie::new(1), icu::calendar::Iso)),
        time: Time::start_of_day(),
    }
}

/// Made once for each language and thread: making one reads tables, using one does not.
struct Written {
    day: DateTimeFormatter<fieldsets::YMDE>,
    short: DateTimeFormatter<fieldsets::MD>,
    weekday: DateTimeFormatter<fieldsets::MDE>,
    time: NoCalendarFormatter<fieldsets::T>,
}

impl Written {
    fn in_language(locale: Locale) -> Option<Self> {
        // Western digits and the civil calendar everywhere: what a school's letters and clocks show.
        // Haitian clocks read as English ones do.
        let language = if is_haitian(locale) { "en" } else { locale.as_str() };
        // In Taiwan the part of the day is said in words, which ICU4X writes as the letter of its pattern: from 0 to 24 then.
        let hours = if language == "zh-Hant" { "-hc-h23" } else { "" };
        let language: IcuLocale = format!("{language}-u-ca-gregory{hours}-nu-latn").parse().ok()?;
        Some(Self {
            day: DateTimeFormatter::try_new((&language).into(), fieldsets::YMDE::long()).ok()?,
            short: DateTimeFormatter::try_new((&language).into(), fieldsets::MD::medium()).ok()?,
            weekday: DateTimeFormatter::try_new((&language).into(), fieldsets::MDE::long()).ok()?,
            time: NoCalendarFormatter::try_new((&language).into(), fieldsets::T::hm()).ok()?,
        })
    }
}

fn with(locale: Locale, write: impl FnOnce(&Written) -> String) -> String {
    thread_local! {
        static WRITTEN: RefCell<HashMap<&'static str, Option<Written>>> = RefCell::default();
    }
    WRITTEN.with_borrow_mut(|written| {
        let written = written.entry(locale.as_str()).or_insert_with(|| Written::in_language(locale));
        unbroken(written.as_ref().map(write).unwrap_or_default())
    })
}

/// A day of the week in Chinese is one word, which no line breaks inside.
fn unbroken(written: String) -> String {
    const WORD_JOINER: &str = "\u{2060}";
    if written.contains("星期") { written.replace("星期", &["星", "期", ""].join(WORD_JOINER)) } else { written }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_reads_as_people_of_that_language_write_it() {
        let locale = |tag| Locale::tagged(tag).unwrap();
        let at = At::on_the_wall(kinfolio::at::wall(2026, 12, 3, 17, 40).unwrap(), "America/New_York").unwrap();
        assert_eq!(day_in(locale("en"), at, "America/New_York"), "Thursday, December 3, 2026");
        assert_eq!(day_in(locale("es"), at, "America/New_York"), "jueves, 3 de diciembre de 2026");
        assert!(day_in(locale("ar"), at, "America/New_York").contains("ديسمبر"));
        assert_eq!(weekday_in(locale("en"), at, "America/New_York"), "Thursday, December 3");
        assert_eq!(weekday_in(locale("es"), at, "America/New_York"), "jueves, 3 de diciembre");
        assert_eq!(time_in(locale("en"), at, "America/New_York").replace('\u{202f}', " "), "5:40 PM");
        assert_eq!(time_in(locale("zh-Hant"), at, "America/New_York"), "17:40");
        let chinese = weekday_in(locale("zh-Hans"), at, "America/New_York");
        assert!(chinese.contains("星\u{2060}期\u{2060}四"), "{chinese}");
    }

    #[test]
    fn a_time_has_no_letter_of_a_pattern_in_it_in_any_language() {
        let at = At::on_the_wall(kinfolio::at::wall(2026, 12, 3, 17, 40).unwrap(), "America/New_York").unwrap();
        for (locale, _) in crate::wording::locales() {
            let time = time_in(locale, at, "America/New_York");
            assert!(time.contains("40") && !time.contains('B') && !time.contains('b'), "{locale:?}: {time}");
        }
    }
}
