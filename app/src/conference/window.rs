//! `/conference/{conference}/window`: until when families say something back; for those who could not come, longer.

use kinfolio::conference::Conference;
use kinfolio::day::Day;
use kinfolio::field;
use kinfolio::id::ConferenceId;
use kinfolio::policy::Action;
use kinfolio::words::Problems;
use leptos::prelude::*;

use super::found;
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{FormPage, TextField};
use crate::refusal::Answer;
use crate::shell::{Done, Page};

/// How far after the conference the day may lie, in days.
const REACH_DAYS: i64 = 366;

/// Asks for the day.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let (conference, _) = found(&asking, &mut asking.read().await?, &id, Action::LeadConference).await?;
    show(&asking, conference, Form::default()).await
}

/// Keeps the day; the usual one, when none is named.
pub async fn choose(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, _) = found(&asking, &mut tx, &id, Action::LeadConference).await?;
    let first = Day::of(conference.facts.starts_at, &asking.viewer()?.time_zone);
    let mut problems = Problems::default();
    let day = match fields.get(field::DAY).trim() {
        "" => None,
        typed => problems.take(field::DAY, Day::typed(typed, (first, first.plus_days(REACH_DAYS))).map(Some)),
    };
    if !problems.is_empty() {
        drop(tx);
        return show(&asking, conference, Form::again(&fields, problems)).await;
    }
    conference.take_replies_until(&mut tx, day).await?;
    tx.commit().await?;
    go_saying(format!("/conference/{id}#replies"), Done::Saved)
}

async fn show(asking: &Asking, conference: Conference, form: Form) -> Answer {
    let day = conference.replies_close_on(&asking.viewer()?.time_zone).to_string();
    let title = say_in!(asking.locale, commitment.window);
    let page = Page::titled(title.clone()).with_form(form).working();
    Ok(asking
        .page(page, move || {
            view! {
                <FormPage back=format!("/conference/{}", conference.id) back_words=say!(conference.title) title
                    lead=say!(commitment.window_lead)
                    action=format!("/conference/{}/window", conference.id) save=say!(conference.save)>
                    <TextField name=field::DAY kind="date" label=say!(commitment.window_day) value=day words=false optional=true/>
                </FormPage>
            }
        })
        .await)
}
