//! `/conference/{conference}/window`: until when families say something back; for those who could not come, longer.

use kinfolio::conference::Conference;
use kinfolio::field;
use kinfolio::id::ConferenceId;
use kinfolio::policy::Action;
use kinfolio::taking_back::SeenAct;
use leptos::prelude::*;

use super::found;
use crate::asking::{Asking, In};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{FormPage, TextField};
use crate::refusal::Answer;
use crate::shell::{Done, Page};

/// Asks for the day.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let (conference, _) = found(&asking, &mut asking.read().await?, &id, Action::LeadConference).await?;
    show(&asking, conference, Form::default()).await
}

/// Keeps the day; the usual one, when none is named.
pub async fn choose(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, _) = found(&asking, &mut tx, &id, Action::LeadConference).await?;
    match conference.typed_last_day(fields.get(field::DAY), &asking.viewer()?.time_zone) {
        Ok(day) => {
            let before = asking.before(&mut tx, SeenAct::PlanConference, &id).await?;
            conference.take_replies_until(&mut tx, day).await?;
            asking.done(tx, before, format!("/conference/{id}#replies"), Done::Saved).await
        }
        Err(problem) => {
            drop(tx);
            show(&asking, conference, Form::again(&fields, [(field::DAY, problem)].into())).await
        }
    }
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
