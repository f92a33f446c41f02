//! The day on which everybody reads the definition again.

use kinfolio::day::Day;
use kinfolio::definition::{Definition, REVIEW_AFTER_DAYS};
use kinfolio::field;
use kinfolio::id::DefinitionId;
use kinfolio::policy::Action;
use kinfolio::store::Tx;
use kinfolio::words::Problems;
use leptos::prelude::*;

use super::{found, path};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{FormPage, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page, Place};
use crate::when;

/// How far ahead the day may lie.
const REACH_DAYS: i64 = 2 * 365;

/// Asks for the day.
pub async fn page(asking: Asking, In(id): In<DefinitionId>) -> Answer {
    let (definition, _) = found(&asking, &mut asking.read().await?, &id, Action::AskForAnswers).await?;
    show(&asking, definition, Form::default()).await
}

/// Keeps the day, or that there is none.
pub async fn choose(asking: Asking, In(id): In<DefinitionId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (definition, _) = found(&asking, &mut tx, &id, Action::AskForAnswers).await?;
    let today = today(&asking)?;
    let typed = fields.get(field::DAY).trim();
    let mut problems = Problems::default();
    let day = match typed {
        "" => None,
        typed => problems.take(field::DAY, Day::typed(typed, (today, today.plus_days(REACH_DAYS))).map(Some)),
    };
    if !problems.is_empty() {
        drop(tx);
        return show(&asking, definition, Form::again(&fields, problems)).await;
    }
    definition.read_again_on(&mut tx, day).await?;
    tx.commit().await?;
    go_saying(format!("{}#answers", path(&definition)), Done::Saved)
}

/// Once everybody has affirmed: a day to come back to it, unless one that is still ahead was chosen.
pub(super) async fn propose_a_day(asking: &Asking, tx: &mut Tx, definition: &Definition) -> Result<(), Refusal> {
    let today = today(asking)?;
    if definition.review_on.is_none_or(|day| day <= today) {
        definition.read_again_on(tx, Some(today.plus_days(REVIEW_AFTER_DAYS))).await?;
    }
    Ok(())
}

/// Today, where the school is.
pub(super) fn today(asking: &Asking) -> Result<Day, Refusal> {
    Ok(Day::of(asking.now(), &asking.viewer()?.time_zone))
}

async fn show(asking: &Asking, definition: Definition, form: Form) -> Answer {
    let page =
        Page::titled(say_in!(asking.locale, definition.review_title)).at(Place::Definition).working().with_form(form);
    Ok(asking
        .page(page, move || {
            let day = definition.review_on.map(|day| day.to_string());
            view! {
                <FormPage back=format!("{}#answers", path(&definition)) back_words=say!(definition.title) title=say!(definition.review_title)
                    lead=say!(definition.review_lead)
                    action=format!("/definition/{}/review", definition.id) save=say!(definition.save)>
                    <TextField name=field::DAY kind="date" label=say!(definition.review_day)
                        hint=say!(definition.review_hint) value=day words=false optional=true/>
                </FormPage>
            }
        })
        .await)
}

/// On the definition: the day, and the way to change it; a nudge once it has come.
#[component]
pub(super) fn ReadAgain(definition: Definition, today: Day, zone: String, may_choose: bool) -> impl IntoView {
    let to = format!("/definition/{}/review", definition.id);
    let day = definition.review_on.and_then(|day| Some(when::day(day.noon(&zone)?, &zone)));
    let due = definition.is_to_be_read_again(today);
    let words = match day {
        _ if due => Some(say!(definition.review_now)),
        Some(day) => Some(say!(definition.review_on, day = day)),
        None => None,
    };
    let way = may_choose.then(|| {
        let words = if words.is_some() { say!(definition.review_change) } else { say!(definition.review_title) };
        view! { " " <a class="noprint" href=to>{words}</a> }
    });
    let class = if due { "nudge" } else { "soft small" };
    (words.is_some() || way.is_some()).then(|| view! { <p class=class id="read-again">{words} {way}</p> })
}
