//! `/advisory/pace`: what an advisory is about, and in which weeks. A suggestion: nothing here says that anybody is late.

use kinfolio::day::Day;
use kinfolio::field;
use kinfolio::id::{TargetId, UnitId};
use kinfolio::policy::Action;
use kinfolio::saved::Saved;
use kinfolio::taking_back::SeenAct;
use kinfolio::target::Target;
use kinfolio::target::map::in_order;
use kinfolio::target::unit::{NewUnit, Unit};
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use crate::asking::Asking;
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{Choice, FormPage, Hidden, TextField, Ticks};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page, Place};
use crate::when;
use crate::wording::apart;

/// Where this is.
const HERE: &str = "/advisory/pace";

/// The units, and the form for one more; with `?unit=`, for that one.
pub async fn page(asking: Asking) -> Answer {
    let wanted: Option<UnitId> = asking.query().parsed(field::ID);
    show(&asking, wanted, Form::default()).await
}

/// Keeps a unit.
pub async fn keep(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::GuideAdvisory)?.clone();
    let from: Option<i64> = fields.parsed(field::VERSION);
    // What changes names its unit in a field of its own: the id is that of what is added.
    let id: UnitId = match from {
        Some(_) => fields.parsed(field::FROM_UNIT).ok_or(Refusal::NotFound)?,
        None => fields.id_or(UnitId::new),
    };
    let mut tx = asking.write().await?;
    let targets: Vec<_> = Target::all(&mut tx, &viewer.school_id).await?.into_iter().map(|target| target.id).collect();
    let today = Day::of(asking.now(), &viewer.time_zone);
    let typed = (fields.get(field::NAME), fields.get(field::FROM), fields.get(field::WEEKS));
    let before = asking.before(&mut tx, SeenAct::SetPace, &id).await?;
    let form = match NewUnit::checked(typed, &fields.all_parsed(field::TARGET), &targets, today) {
        Err(problems) => Form::again(&fields, problems),
        Ok(new) => match Unit::keep(&mut tx, &viewer, (&id, from), &new, asking.now()).await? {
            Saved::Kept(()) => {
                return asking.done(tx, before, HERE, Done::PaceSaved).await;
            }
            Saved::Stale => {
                let now = Unit::of_advisor(&mut tx, &viewer).await?.into_iter().find(|unit| unit.id == id);
                Form::stale(&fields, now.ok_or(Refusal::NotFound)?.version, field::NAME)
            }
            Saved::Full => {
                let full = Problem::Said(say_in!(asking.locale, mastery.pace_full));
                Form::again(&fields, Problems::from([(field::NAME, full)]))
            }
            Saved::Foreign => return Err(Refusal::NotFound),
        },
    };
    drop(tx);
    show(&asking, from.map(|_| id), form).await
}

/// Takes a unit away.
pub async fn remove(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::GuideAdvisory)?.clone();
    let id: UnitId = fields.parsed(field::FROM_UNIT).ok_or(Refusal::NotFound)?;
    let mut tx = asking.write().await?;
    let before = asking.before(&mut tx, SeenAct::SetPace, &id).await?;
    if !Unit::remove(&mut tx, &viewer, &id).await? {
        return Err(Refusal::NotFound);
    }
    asking.done(tx, before, HERE, Done::PaceRemoved).await
}

async fn show(asking: &Asking, wanted: Option<UnitId>, form: Form) -> Answer {
    let viewer = asking.may_here(Action::GuideAdvisory)?.clone();
    let mut conn = asking.read().await?;
    let mut targets = in_order(Target::all(&mut conn, &viewer.school_id).await?);
    let units = Unit::of_advisor(&mut conn, &viewer).await?;
    drop(conn);
    let own = match wanted {
        Some(id) => Some(units.iter().find(|unit| unit.id == id).cloned().ok_or(Refusal::NotFound)?),
        None => None,
    };
    // One that is not offered any more stays where it was chosen.
    let is_chosen = |id: &TargetId| own.as_ref().is_some_and(|own: &Unit| own.targets.contains(id));
    targets.retain(|target| !target.is_withdrawn || is_chosen(&target.id));
    let zone = viewer.time_zone.clone();
    let today = Day::of(asking.now(), &zone);
    let title = match &own {
        Some(unit) => unit.name.clone(),
        None => say_in!(asking.locale, mastery.pace),
    };
    let page = Page::titled(title.clone()).working().at(Place::Board).with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let identity = Identity::of(&form, own.as_ref().map(|unit| unit.version), UnitId::new);
            let stands = own.clone();
            let reads_now = move || stands.map(|unit| view! { <p class="said" dir="auto">{unit.name}</p> });
            let choices: Vec<Choice> = targets
                .iter()
                .map(|target| Choice::new(target.id.to_string(), &target.statement).noted(&target.subject))
                .collect();
            let values: Vec<String> =
                own.iter().flat_map(|unit| &unit.targets).map(ToString::to_string).collect();
            let (back, back_words) = match own {
                Some(_) => (HERE, say!(mastery.pace)),
                None => ("/advisory/targets", say!(mastery.grid)),
            };
            let removal = own.as_ref().map(|unit| {
                view! {
                    <form class="actions" method="post" action="/advisory/pace/remove">
                        <Hidden name=field::FROM_UNIT value=unit.id.to_string()/>
                        <button class="btn btn--quiet">{say!(mastery.pace_remove)}</button>
                    </form>
                }
                .into_any()
            });
            let list = own.is_none().then(|| lines(&units, today, &zone)).flatten();
            let save = if own.is_some() { say!(mastery.pace_save) } else { say!(mastery.pace_add) };
            let said = own.is_some();
            view! {
                <FormPage back back_words title said lead=say!(mastery.pace_lead) above=list.into_any() reads_now action=HERE identity save
                    beneath=removal.into_any()>
                    {own.as_ref().map(|unit| view! { <Hidden name=field::FROM_UNIT value=unit.id.to_string()/> })}
                    <TextField name=field::NAME label=say!(mastery.pace_name) hint=say!(mastery.pace_name_hint) said=true
                        value=own.as_ref().map(|unit| unit.name.clone())/>
                    <TextField name=field::FROM kind="date" label=say!(mastery.pace_from) hint=say!(mastery.pace_from_hint) words=false
                        value=own.as_ref().map(|unit| unit.first_day.to_string())/>
                    <TextField name=field::WEEKS kind="number" label=say!(mastery.pace_weeks) words=false
                        value=own.as_ref().map(|unit| unit.weeks.to_string())/>
                    <Ticks name=field::TARGET label=say!(mastery.pace_targets) choices values/>
                </FormPage>
            }
        })
        .await)
}

/// The units that are not over; what was is a fold away.
fn lines(units: &[Unit], today: Day, zone: &str) -> Option<AnyView> {
    let (over, ahead): (Vec<&Unit>, Vec<&Unit>) = units.iter().partition(|unit| unit.is_over(today));
    let row = |unit: &&Unit| {
        let first = unit.first_day.noon(zone).map(|noon| when::short_day(noon, zone));
        let now =
            unit.is_about_now(today).then(|| view! { " " <span class="about-now">{say!(mastery.about_now)}</span> });
        let to = format!("{HERE}?id={}", unit.id);
        let weeks = say!(mastery.pace_when, day = first.unwrap_or_default(), count = unit.weeks);
        view! { <li><p><a class="said strong" dir="auto" href=to>{apart(&unit.name)}</a> {now}</p> <p class="push soft small">{weeks}</p></li> }
    };
    (!units.is_empty()).then(|| {
        let ahead: Vec<_> = ahead.iter().map(row).collect();
        let over: Vec<_> = over.iter().map(row).collect();
        let over = (!over.is_empty()).then(|| {
            view! { <details class="fold"><summary>{say!(mastery.pace_over)}</summary><ul class="lines">{over}</ul></details> }
        });
        view! { <section class="flow"><ul class="lines">{ahead}</ul>{over}</section> }.into_any()
    })
}
