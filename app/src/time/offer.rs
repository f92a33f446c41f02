//! `/times/new`: offering times, one or a row of them. A look at what it will be comes before anything is offered.

use jiff::civil;
use kinfolio::day::Day;
use kinfolio::id::TimeId;
use kinfolio::language::{Language, Languages, OFFERED};
use kinfolio::policy::Action;
use kinfolio::time::{MOST_TIMES, Series, SeriesProblem, Time, Way, Ways};
use kinfolio::words::{Problem, Problems, optional_line};
use leptos::prelude::*;

use super::{about, language_name, span, way_words};
use crate::asking::{Asking, go_saying};
use crate::fields::{Fields, Values};
use crate::form::Form;
use crate::parts::{Back, Choice, Hidden, ProblemSummary, SelectField, TextField, Ticks};
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place, Width};
use crate::when;
use crate::wording::number;

/// How far ahead times can be offered, in days.
const REACH_DAYS: i64 = 400;
/// The longest a time can be, and a pause, in minutes.
const LONGEST: i64 = 180;

/// The form.
pub async fn page(asking: Asking) -> Answer {
    asking.may_here(Action::OfferTimes)?;
    show(&asking, Vec::new(), Form::default()).await
}

/// Shows what would be offered; offers it, when it was seen so.
pub async fn offer(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::OfferTimes)?.clone();
    let (times, mut problems) = times_of(&asking, &fields, &viewer)?;
    if problems.is_empty() && fields.has("offer") {
        let mut tx = asking.write().await?;
        match Time::offer(&mut tx, &viewer, &times, asking.now()).await? {
            Ok(()) => {
                tx.commit().await?;
                return go_saying("/times", "times_offered");
            }
            Err(other) => {
                let zone = &viewer.time_zone;
                let at = format!(
                    "{}, {}",
                    when::day_in(asking.locale, other.starts_at, zone),
                    when::time_in(asking.locale, other.starts_at, zone)
                );
                problems.note("from", Problem::Said(say_in!(asking.locale, time.overlaps, at = at)));
            }
        }
    }
    let (times, form) = if problems.is_empty() {
        (times, Form::filled(fields.values.clone()))
    } else {
        (Vec::new(), Form::again(&fields, problems))
    };
    show(&asking, times, form).await
}

/// The times a form describes. Each has an id of the form's own, so that sending it twice offers them once.
fn times_of(
    asking: &Asking,
    values: &Values,
    viewer: &kinfolio::person::Viewer,
) -> Result<(Vec<Time>, Problems), crate::refusal::Refusal> {
    let mut problems = Problems::default();
    let today = Day::of(asking.now(), &viewer.time_zone);
    let day = Day::typed(values.get("day"), (today, today.plus_days(REACH_DAYS)));
    let day = day.map_err(|problem| problems.note("day", problem)).ok();
    let mut clock = |name: &str| {
        let time = values.get(name).trim().parse::<civil::Time>().ok();
        if time.is_none() {
            problems.note(name.to_owned(), Problem::NotATime);
        }
        time
    };
    let (from, until) = (clock("from"), clock("until"));
    let rest = match (values.get("rest_from").trim(), values.get("rest_until").trim()) {
        ("", "") => None,
        _ => clock("rest_from").zip(clock("rest_until")),
    };
    let mut count = |name: &str, least: i64| {
        let count = values.parsed::<i64>(name).filter(|count| (least..=LONGEST).contains(count));
        if count.is_none() {
            problems.note(name.to_owned(), Problem::NotANumber { min: least, max: LONGEST });
        }
        count
    };
    let (minutes, pause) = (count("minutes", 5), count("pause", 0));
    let place = problems.take("place", optional_line(values.get("place")));
    let host = problems.take("host", optional_line(values.get("host")));
    let ways: Vec<Way> = values.all("ways").filter_map(Way::named).collect();
    if ways.is_empty() {
        problems.note("ways", Problem::Choose);
    }
    let interpreter = Language::tagged(values.get("interpreter")).map(|language| language.tag().to_owned());
    let series = day
        .zip(from)
        .zip(until)
        .zip(minutes.zip(pause))
        .map(|(((day, from), until), (minutes, pause))| Series { day, from, until, minutes, pause, rest });
    let made = match series.map(|series| series.times(&viewer.time_zone)) {
        Some(Ok(made)) => made,
        Some(Err(SeriesProblem::Empty)) => {
            problems.note("until", Problem::Said(say_in!(asking.locale, time.series_empty)));
            Vec::new()
        }
        Some(Err(SeriesProblem::TooMany)) => {
            let max = number(MOST_TIMES as i64);
            problems.note("until", Problem::Said(say_in!(asking.locale, time.series_too_many, max = max)));
            Vec::new()
        }
        None => Vec::new(),
    };
    if made.iter().any(|(starts, _)| *starts <= asking.now()) {
        problems.note("day", Problem::Said(say_in!(asking.locale, time.series_past)));
    }
    let ids: Vec<TimeId> = values.all_parsed("id");
    let times = made.into_iter().enumerate().map(|(at, (starts_at, ends_at))| Time {
        id: ids.get(at).cloned().unwrap_or_else(TimeId::new),
        advisor_id: viewer.person_id.clone(),
        advisor: viewer.name.clone(),
        starts_at,
        ends_at,
        place: place.clone(),
        host: host.clone(),
        ways: Ways(ways.clone()),
        interpreter: interpreter.clone().unwrap_or_default(),
    });
    Ok((times.collect(), problems))
}

async fn show(asking: &Asking, times: Vec<Time>, form: Form) -> Answer {
    let title = say_in!(asking.locale, time.offer);
    let zone = asking.viewer()?.time_zone.clone();
    let languages = asking.viewer()?.school_languages.clone();
    let page = Page::titled(title.clone()).at(Place::Times).working().with_form(form);
    Ok(asking
        .page(page, move || {
            let seen = (!times.is_empty()).then(|| preview(times, &zone));
            let look = if seen.is_some() { "btn" } else { "btn btn--primary" };
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to="/times" words=say!(time.title)/>
                        <h1>{title}</h1>
                        <p class="lead">{say!(time.offer_lead)}</p>
                    </header>
                    <ProblemSummary/>
                    <form class="flow" method="post" action="/times/new">
                        {seen}
                        <TextField name="day" kind="date" label=say!(time.day) words=false/>
                        <div class="fields">
                            <TextField name="from" kind="time" label=say!(time.from) value="15:00".to_owned() words=false/>
                            <TextField name="until" kind="time" label=say!(time.until) value="18:00".to_owned() words=false/>
                        </div>
                        <div class="fields">
                            <TextField name="minutes" kind="number" label=say!(time.minutes) hint=say!(time.minutes_hint) value="25".to_owned() words=false/>
                            <TextField name="pause" kind="number" label=say!(time.pause) value="5".to_owned() words=false/>
                        </div>
                        <TextField name="place" label=say!(time.place) hint=say!(time.place_hint) optional=true/>
                        <Ticks name="ways" label=say!(time.ways) choices=ways() values=vec![Way::InPerson.as_str().to_owned(), Way::Video.as_str().to_owned()]/>
                        <SelectField name="interpreter" label=say!(time.interpreter) choices=interpreters(&languages) hint=say!(time.interpreter_hint)/>
                        <details class="fold">
                            <summary>{say!(time.more)}</summary>
                            <div class="flow">
                                <div class="fields">
                                    <TextField name="rest_from" kind="time" label=say!(time.rest_from) words=false optional=true/>
                                    <TextField name="rest_until" kind="time" label=say!(time.rest_until) words=false optional=true/>
                                </div>
                                <TextField name="host" label=say!(time.host) hint=say!(time.host_hint) optional=true/>
                            </div>
                        </details>
                        <div class="actions"><button class=look>{say!(time.look)}</button></div>
                    </form>
                </Main>
            }
        })
        .await)
}

/// What would be offered, with the button that offers it.
fn preview(times: Vec<Time>, zone: &str) -> impl IntoView + use<> {
    let day = times.first().map(|time| when::day(time.starts_at, zone));
    let about = times.first().map(about);
    let count = times.len() as i64;
    let ids = times.iter().map(|time| view! { <Hidden name="id" value=time.id.to_string()/> }).collect_view();
    let rows = times.iter().map(|time| view! { <li>{span(time, zone)}</li> }).collect_view();
    view! {
        <section class="notice notice--info"><div class="flow">
            <h2>{say!(time.preview, count = count)}</h2>
            <p>{day} " · " {about}</p>
            <ul class="times times--small">{rows}</ul>
            {ids}
            <div class="actions"><button class="btn btn--primary" name="offer" value="yes">{say!(time.offer_these)}</button></div>
        </div></section>
    }
}

fn ways() -> Vec<Choice> {
    Way::ALL.iter().map(|way| Choice::new(way.as_str(), way_words(*way))).collect()
}

fn interpreters(schools: &Languages) -> Vec<(String, String)> {
    let mut choices = vec![(String::new(), say!(time.interpreter_none))];
    let tags = schools.0.iter().map(|language| language.tag().to_owned());
    for tag in tags.chain(OFFERED.iter().map(|(tag, _)| (*tag).to_owned())) {
        if let Some(name) = language_name(&tag).filter(|_| !choices.iter().any(|(known, _)| *known == tag)) {
            choices.push((tag, name));
        }
    }
    choices
}
