//! Day, place, form and language of a conference.

use kinfolio::conference::Conference;
use kinfolio::id::ConferenceId;
use kinfolio::policy::Action;
use kinfolio::saved::Saved;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::found;
use super::start::{FactFields, facts};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Back, ProblemSummary};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place, Width};
use crate::when;

/// The form.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, _) = found(&asking, &mut conn, &id, Action::LeadConference).await?;
    drop(conn);
    show(&asking, conference, false, Form::default()).await
}

/// Changes them; from an older form, shows both.
pub async fn change(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, _) = found(&asking, &mut tx, &id, Action::LeadConference).await?;
    match facts(&fields, &asking.viewer()?.time_zone) {
        Err(problems) => {
            drop(tx);
            show(&asking, conference, false, Form::again(&fields, problems)).await
        }
        Ok(facts) => {
            let from = fields.parsed("version").ok_or(Refusal::Broken)?;
            if conference.change(&mut tx, from, &facts).await? == Saved::Kept {
                tx.commit().await?;
                return go_saying(format!("/conference/{id}"), "saved");
            }
            drop(tx);
            let problems = Problems::from([("day", Problem::Said(say_in!(asking.locale, conference.stale)))]);
            show(&asking, conference, true, Form::again(&fields, problems)).await
        }
    }
}

async fn show(asking: &Asking, conference: Conference, stale: bool, form: Form) -> Answer {
    let viewer = asking.viewer()?;
    let (zone, own) = (viewer.time_zone.clone(), viewer.languages.clone());
    let page = Page::titled(say_in!(asking.locale, conference.edit)).at(Place::Conference).working().with_form(form);
    Ok(asking
        .page(page, move || {
            let stands = stale.then(|| {
                let at = when::day_and_time(conference.facts.starts_at, &zone);
                view! { <div class="notice notice--warning"><div><p>{say!(conference.stands)}</p><p class="said">{at} " · " <bdi>{conference.facts.place.clone()}</bdi></p></div></div> }
            });
            view! {
                <Main width=Width::Narrow>
                    <header><Back to=format!("/conference/{}", conference.id) words=say!(conference.title)/><h1>{say!(conference.edit)}</h1></header>
                    <form method="post" class="flow" action=format!("/conference/{}/edit", conference.id)>
                        <ProblemSummary/>
                        {stands}
                        // The version as it stands now: sending the form again means it.
                        <input type="hidden" name="version" value=conference.version.to_string()/>
                        <FactFields facts=Some(conference.facts) own zone/>
                        <div class="actions"><button class="btn btn--primary">{say!(conference.save)}</button></div>
                    </form>
                </Main>
            }
        })
        .await)
}
