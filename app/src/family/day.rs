//! The next conference, as it stands on the first pages of a family.

use kinfolio::agenda::TheDay;
use kinfolio::at::At;
use kinfolio::person::Student;
use leptos::prelude::*;

use crate::agenda::DayCard;
use crate::wording::apart;

/// The next conference: when and where, and the ways to it.
pub(super) fn the_day(day: TheDay, has_moments: bool, student: &Student, family: bool, zone: &str, now: At) -> AnyView {
    let here = day.conference.as_ref().map(|id| format!("/conference/{id}"));
    let mut ways = Vec::new();
    if let Some(here) = &here {
        if day.phase.is_the_day() && has_moments && !day.is_watched_at_home {
            ways.push((format!("{here}/follow"), say!(live.follow)));
        }
        ways.push((here.clone(), say!(agenda.see_plan)));
    }
    let time = format!("/student/{}/time", student.id);
    match &day.chosen {
        Some(_) => ways.push((time, say!(time.move_way))),
        None if !family && !day.is_watched_at_home => ways.push((time, say!(time.choose_title))),
        None => {}
    }
    let title = match day.is_watched_at_home {
        true => say!(family.conference_recorded),
        false => say!(agenda.conference_of, name = apart(student.called())),
    };
    view! { <DayCard day title ways zone=zone.to_owned() now/> }.into_any()
}
