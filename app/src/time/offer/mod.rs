//! `/times/new`: offering times, one or a row of them, in one room or several. A look at what it will be comes before
//! anything is offered.

mod reading;

use kinfolio::field::{self, FieldName};
use kinfolio::id::TimeId;
use kinfolio::language::{Languages, OFFERED};
use kinfolio::policy::Action;
use kinfolio::taking_back::SeenAct;
use kinfolio::time::{Offered, Time, Way};
use kinfolio::words::Problem;
use leptos::prelude::*;

use self::reading::{ROOMS, of_room, print_of, times_of};
use super::{about, language_name, span, way_words};
use crate::asking::Asking;
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Choice, FormPage, Hidden, SelectField, TextField, Ticks};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page, Place};
use crate::when;
use crate::wording::apart;

/// The form.
pub async fn page(asking: Asking) -> Answer {
    asking.may_here(Action::OfferTimes)?;
    show(&asking, Vec::new(), Form::default()).await
}

/// Shows what would be offered; offers it, when it was seen so.
pub async fn offer(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::OfferTimes)?.clone();
    let (mut times, mut problems) = times_of(&asking, &fields, &viewer);
    if problems.is_empty() && fields.has(field::OFFER) {
        if fields.get(field::SEEN) == print_of(&times) {
            let mut tx = asking.write().await?;
            let before = asking.before(&mut tx, SeenAct::OfferTimes, &viewer.person_id).await?;
            match Time::offer(&mut tx, &viewer, &times, asking.now()).await? {
                Offered::Yes => {
                    return asking.done(tx, before, "/times", Done::TimesOffered).await;
                }
                Offered::Overlaps(other) => problems.note(field::FROM, overlaps(&asking, &other, &viewer.time_zone)),
                Offered::Foreign => return Err(Refusal::NotFound),
            }
        } else {
            problems.note(field::DAY, Problem::Said(say_in!(asking.locale, time.look_again)));
        }
    }
    // What is looked at now has ids of its own: offered twice, it is offered once; changed, it is something new.
    times.iter_mut().for_each(|time| time.id = TimeId::new());
    let seen = problems.is_empty();
    let form = if seen { Form::filled(fields.values.clone()) } else { Form::again(&fields, problems) };
    show(&asking, if seen { times } else { Vec::new() }, form).await
}

fn overlaps(asking: &Asking, other: &Time, zone: &str) -> Problem {
    let day = when::day_in(asking.locale, other.starts_at, zone);
    let at = format!("{day}, {}", when::time_in(asking.locale, other.starts_at, zone));
    Problem::Said(say_in!(asking.locale, time.held_by, name = apart(other.held_by()), at = at))
}

async fn show(asking: &Asking, times: Vec<Time>, form: Form) -> Answer {
    let title = say_in!(asking.locale, time.offer);
    let zone = asking.viewer()?.time_zone.clone();
    let languages = asking.viewer()?.school_languages.clone();
    let page = Page::titled(title.clone()).at(Place::Times).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let seen = (!times.is_empty()).then(|| preview(times, &zone));
            let look = if seen.is_some() { "btn" } else { "btn btn--primary" };
            let ticked = vec![Way::InPerson.as_str().to_owned(), Way::Video.as_str().to_owned()];
            let interpreter =
                view! { <InterpreterField room=1 languages=languages.clone() hint=say!(time.interpreter_hint)/> };
            view! {
                <FormPage back="/times" back_words=say!(time.title) title lead=say!(time.offer_lead)
                    action="/times/new" save=say!(time.look) button=look>
                    {seen}
                    <TextField name=field::DAY kind="date" label=say!(time.day) words=false/>
                    <div class="fields">
                        <TextField name=field::FROM kind="time" label=say!(time.from) value="15:00".to_owned() words=false/>
                        <TextField name=field::UNTIL kind="time" label=say!(time.until) value="18:00".to_owned() words=false/>
                    </div>
                    <p class="hint">{say!(time.until_hint)}</p>
                    <div class="fields">
                        <TextField name=field::MINUTES kind="number" label=say!(time.minutes) value="25".to_owned() words=false/>
                        <TextField name=field::PAUSE kind="number" label=say!(time.pause) value="5".to_owned() words=false/>
                    </div>
                    <p class="hint">{say!(time.minutes_hint)}</p>
                    <TextField name=field::PLACE label=say!(time.place) hint=say!(time.place_hint) optional=true/>
                    <Ticks name=field::WAYS label=say!(time.ways) choices=ways() values=ticked/>
                    {interpreter}
                    <details class="fold" open=any(&form, &[field::REST_FROM, field::REST_UNTIL])>
                        <summary>{say!(time.rest)}</summary>
                        <div class="fields">
                            <TextField name=field::REST_FROM kind="time" label=say!(time.rest_from) words=false optional=true/>
                            <TextField name=field::REST_UNTIL kind="time" label=say!(time.rest_until) words=false optional=true/>
                        </div>
                    </details>
                    <details class="fold" open=any(&form, &[field::HOST, of_room(field::HOST, 2), of_room(field::PLACE, 2), of_room(field::HOST, 3), of_room(field::PLACE, 3)])>
                        <summary>{say!(time.rooms)}</summary>
                        <Rooms languages/>
                    </details>
                </FormPage>
            }
        })
        .await)
}

/// Whether something was typed into one of these, so that what holds them stands open.
fn any(form: &Form, fields: &[FieldName]) -> bool {
    fields.iter().any(|field| !form.value(field).is_empty() || form.problem(field).is_some())
}

/// Who holds the first room, and the rooms beside it.
#[component]
fn Rooms(languages: Languages) -> impl IntoView {
    let others = (2..=ROOMS)
        .map(|room| {
            view! {
                <fieldset class="form-part">
                    <legend>{say!(time.room, number = room as i64)}</legend>
                    <TextField name=of_room(field::PLACE, room) label=say!(time.place) optional=true/>
                    <TextField name=of_room(field::HOST, room) label=say!(time.room_host) optional=true/>
                    <InterpreterField room languages=languages.clone()/>
                </fieldset>
            }
        })
        .collect_view();
    view! {
        <p class="hint">{say!(time.rooms_do)}</p>
        <TextField name=field::HOST label=say!(time.room_host) hint=say!(time.host_hint) optional=true/>
        {others}
    }
}

#[component]
fn InterpreterField(
    room: usize,
    languages: Languages,
    #[prop(optional_no_strip, into)] hint: Option<String>,
) -> impl IntoView {
    let mut choices = vec![(String::new(), say!(time.interpreter_none))];
    let tags = languages.0.iter().map(|language| language.tag().to_owned());
    for tag in tags.chain(OFFERED.iter().map(|(tag, _)| (*tag).to_owned())) {
        if let Some(name) = language_name(&tag).filter(|_| !choices.iter().any(|(known, _)| *known == tag)) {
            choices.push((tag, name));
        }
    }
    view! { <SelectField name=of_room(field::INTERPRETER, room) label=say!(time.interpreter) choices hint/> }
}

/// What would be offered, room by room, with the button that offers it.
fn preview(times: Vec<Time>, zone: &str) -> impl IntoView + use<> {
    let day = times.first().map(|time| when::day(time.starts_at, zone));
    let count = times.len() as i64;
    let ids = times.iter().map(|time| view! { <Hidden name=field::ID value=time.id.to_string()/> }).collect_view();
    let rooms = times
        .chunk_by(|one, other| about(one) == about(other))
        .map(|room| {
            let about = room.first().map(about);
            let rows = room.iter().map(|time| view! { <li>{span(time, zone)}</li> }).collect_view();
            view! { <p class="strong">{about}</p> <ul class="times times--small">{rows}</ul> }
        })
        .collect_view();
    view! {
        <section class="notice notice--info"><div class="flow">
            <h2>{say!(time.preview, count = count)}</h2>
            <p>{day}</p>
            {rooms}
            {ids}
            <Hidden name=field::SEEN value=print_of(&times)/>
            <div class="actions"><button class="btn btn--primary" name=field::OFFER.wire() value="yes">{say!(time.offer_these)}</button></div>
        </div></section>
    }
}

fn ways() -> Vec<Choice> {
    Way::ALL.iter().map(|way| Choice::new(way.as_str(), way_words(*way))).collect()
}
