//! `/conference/{conference}/move`: another day for a conference, where no family has chosen one. Everybody hears of it.

use kinfolio::conference::{Conference, starts_at};
use kinfolio::field;
use kinfolio::id::ConferenceId;
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::taking_back::SeenAct;
use kinfolio::time::ChosenTime;
use kinfolio::words::{Problem, Problems, optional_line};
use leptos::prelude::*;

use super::facts::DayFields;
use super::{found, place};
use crate::asking::{Asking, In, go};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{FormPage, TextField};
use crate::refusal::Answer;
use crate::said::Done;
use crate::shell::Page;
use crate::time::{Comes, chosen_for};
use crate::when;
use crate::wording::apart;

/// The form; where a family has chosen a time, the way to move that.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id, Action::MoveConference).await?;
    let chosen = chosen_for(&mut conn, &student, &conference, asking.now()).await?;
    drop(conn);
    show(&asking, conference, student, chosen, Form::default()).await
}

/// Moves it. One that was moved in the meantime is answered with both readings.
pub async fn move_it(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let (conference, student) = found(&asking, &mut tx, &id, Action::MoveConference).await?;
    if let Some(chosen) = chosen_for(&mut tx, &student, &conference, asking.now()).await? {
        drop(tx);
        return show(&asking, conference, student, Some(chosen), Form::default()).await;
    }
    let mut problems = Problems::default();
    let starts = starts_at(fields.get(field::DAY), fields.get(field::TIME), &viewer.time_zone);
    if starts.is_err() {
        problems.note(field::DAY, Problem::NotATime);
    }
    let place = problems.take(field::PLACE, optional_line(fields.get(field::PLACE)));
    let form = match starts {
        Ok(starts_at) if problems.is_empty() => {
            let facts = kinfolio::conference::Facts { starts_at, place, ..conference.facts.clone() };
            let made_from = fields.version();
            let before = asking.before(&mut tx, SeenAct::PlanConference, &id).await?;
            let again = conference.facts == facts && made_from.checked_add(1) == Some(conference.version);
            let by = &viewer.person_id;
            if again || conference.change(&mut tx, made_from, &facts, by, asking.now()).await?.is_kept() {
                return asking.done(tx, before, format!("/conference/{id}"), Done::Moved).await;
            }
            Form::stale(&fields, conference.version, field::DAY)
        }
        _ => Form::again(&fields, problems),
    };
    drop(tx);
    show(&asking, conference, student, None, form).await
}

async fn show(
    asking: &Asking,
    conference: Conference,
    student: Student,
    chosen: Option<ChosenTime>,
    form: Form,
) -> Answer {
    let viewer = asking.viewer()?;
    if chosen.is_some() && viewer.role == Role::Advisor {
        return go(format!("/student/{}/time", student.id));
    }
    let zone = viewer.time_zone.clone();
    let heading = say_in!(asking.locale, conference.move_it, name = apart(student.called()));
    let page = Page::titled(heading.clone()).at(place(&student)).with_form(form.clone()).working();
    Ok(asking
        .page(page, move || {
            let identity = Identity::changes(&form, conference.version);
            let (now, at) = (conference.facts.clone(), zone.clone());
            let reads_now = move || view! { <p>{when::day_and_time(now.starts_at, &at)}</p> <p><bdi>{now.place}</bdi></p> };
            let here = format!("/conference/{}", conference.id);
            let is_chosen = chosen.is_some();
            let above = chosen.map(|choice| {
                view! { <Comes choice zone=zone.clone()/> <p>{say!(conference.day_is_chosen)}</p> }
            });
            let above = view! { {above} }.into_any();
            let fields = (!is_chosen).then(|| {
                view! {
                    <DayFields starts=Some(conference.facts.starts_at) zone/>
                    <TextField name=field::PLACE label=say!(conference.place) hint=say!(conference.place_hint) optional=true
                        value=conference.facts.place.clone()/>
                }
            });
            view! {
                <FormPage back=here.clone() back_words=say!(conference.title) title=heading lead=say!(conference.move_lead)
                    reads_now above identity action=format!("{here}/move") save=(!is_chosen).then(|| say!(conference.save))>
                    {fields}
                </FormPage>
            }
        })
        .await)
}
