//! The times the demo school's advisors offer, and what families have chosen.

use jiff::civil;
use kinfolio::day::Day;
use kinfolio::id::TimeId;
use kinfolio::store::Tx;
use kinfolio::time::{Booked, Choosing, Offered, Series, Time, Way, Ways};

use super::{Filling, Or, Seeded, named};
use crate::demo::data;

impl Filling {
    /// A row of times.
    pub(super) async fn times(&self, tx: &mut Tx, told: &data::Times) -> Seeded {
        let zone = &self.school.time_zone;
        let advisor = self.viewer(&told.advisor)?;
        // Nobody has chosen anything before last week.
        let then = self.today.plus_days(-6);
        let rest = told.rest_from.as_deref().zip(told.rest_until.as_deref());
        let series = Series {
            day: self.school_day(told.day),
            from: clock(&told.from)?,
            until: Some(clock(&told.until)?),
            minutes: told.minutes,
            pause: told.pause,
            rest: rest.map(|(from, until)| clock(from).and_then(|from| Ok((from, clock(until)?)))).transpose()?,
        };
        let spans = series.times(zone).map_err(|problem| format!("{problem:?} in the times of {}", told.advisor))?;
        let times: Vec<Time> = spans
            .into_iter()
            .map(|(starts_at, ends_at)| Time {
                id: TimeId::new(),
                advisor_id: advisor.person_id.clone(),
                advisor: advisor.name.clone(),
                starts_at,
                ends_at,
                place: told.place.clone(),
                host: told.host.clone(),
                ways: Ways(told.ways.split(' ').filter_map(Way::named).collect()),
                interpreter: told.interpreter.clone(),
            })
            .collect();
        if Time::offer(tx, &advisor, &times, then).await? != Offered::Yes {
            return Err(format!("the times of {} overlap", told.advisor).into());
        }
        for chosen in &told.choices {
            let at = clock(&chosen.at)?;
            let time = times.iter().find(|time| time.starts_at.in_zone(zone).time() == at);
            let time = time.ok_or_else(|| format!("{} offers no time at {}", told.advisor, chosen.at))?;
            let student = self.student(tx, &chosen.student).await?;
            let by = chosen.entered_by.as_ref().unwrap_or(&chosen.person);
            let choosing = Choosing {
                time: time.id.clone(),
                person: self.person(&chosen.person)?.id.clone(),
                way: named(Way::named(&chosen.way), &chosen.way)?,
                needs: chosen.needs.clone(),
                note: chosen.note.clone(),
                made_from: String::new(),
            };
            let by = &self.person(by)?.id;
            if student.choose(tx, &choosing, by, then).await? != Booked::Yes {
                return Err(format!("{} cannot have the time at {}", chosen.student, chosen.at).into());
            }
        }
        Ok(())
    }

    /// Today, or a day of next week.
    fn school_day(&self, day: i64) -> Day {
        let zone = &self.school.time_zone;
        let since_monday = i64::from(self.today.in_zone(zone).weekday().to_monday_zero_offset());
        let days = if day == 0 { self.days_on(0) } else { 7 - since_monday + day - 1 };
        Day::of(self.today, zone).plus_days(days)
    }
}

fn clock(time: &str) -> Or<civil::Time> {
    Ok(time.parse()?)
}
