//! `/advisory/{advisory}/stand-in`: who stands in for its advisor, from which day to which.

use kinfolio::at::At;
use kinfolio::day::Day;
use kinfolio::field;
use kinfolio::id::{AdvisoryId, PersonId, StandInId};
use kinfolio::person::Advisory;
use kinfolio::person::roster::advisories;
use kinfolio::person::stand_in::{NewStandIn, StandIn, who_can};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use leptos::prelude::*;

use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{FormPage, SelectField, TextField};
use crate::refusal::{Answer, Refusal};
use crate::said::Done;
use crate::shell::{Page, Place};
use crate::when;
use crate::wording::apart;

/// An advisory of the school, for the lead.
async fn found(asking: &Asking, conn: &mut Conn, id: &AdvisoryId) -> Result<Advisory, Refusal> {
    let viewer = asking.may_here(Action::RunSchool)?;
    let all = advisories(conn, &viewer.school_id).await?;
    all.into_iter().find(|advisory| advisory.id == *id).ok_or(Refusal::NotFound)
}

/// The form, and who stands in already.
pub async fn page(asking: Asking, In(id): In<AdvisoryId>) -> Answer {
    let advisory = found(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, advisory, Form::default()).await
}

/// Names somebody.
pub async fn name(asking: Asking, In(id): In<AdvisoryId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let advisory = found(&asking, &mut tx, &id).await?;
    let viewer = asking.viewer()?;
    let can = who_can(&mut tx, &viewer.school_id, &id).await?;
    let typed = (fields.get(field::PERSON), fields.get(field::FROM), fields.get(field::UNTIL));
    match NewStandIn::checked(typed, &can, Day::of(asking.now(), &viewer.time_zone)) {
        Ok(new) => {
            let named = fields.id_or(StandInId::new);
            if !new.name(&mut tx, viewer, (&named, &id), asking.now()).await? {
                return Err(Refusal::NotFound);
            }
            tx.commit().await?;
            go_saying(format!("/advisory/{id}/stand-in"), Done::StandInNamed)
        }
        Err(problems) => {
            drop(tx);
            show(&asking, advisory, Form::again(&fields, problems)).await
        }
    }
}

/// Ends it before its last day.
pub async fn end(asking: Asking, In(id): In<StandInId>) -> Answer {
    let viewer = asking.may_here(Action::RunSchool)?;
    let mut tx = asking.write().await?;
    let Some(stand_in) = StandIn::find(&mut tx, &viewer.school_id, &id, asking.now()).await? else {
        return Err(Refusal::NotFound);
    };
    stand_in.end(&mut tx, viewer, asking.now()).await?;
    tx.commit().await?;
    asking.services.hub.connections().ask_again();
    go_saying(format!("/advisory/{}/stand-in", stand_in.advisory_id), Done::StandInEnded)
}

async fn show(asking: &Asking, advisory: Advisory, form: Form) -> Answer {
    let viewer = asking.viewer()?;
    let (zone, school, now) = (viewer.time_zone.clone(), &viewer.school_id, asking.now());
    let mut conn = asking.read().await?;
    let named = StandIn::of_advisory(&mut conn, school, &advisory.id, now).await?;
    let can: Vec<(PersonId, String)> = who_can(&mut conn, school, &advisory.id).await?;
    drop(conn);
    let title = say_in!(asking.locale, person.stand_in_title, advisory = apart(&advisory.name));
    let page = Page::titled(title.clone()).at(Place::People).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let identity = Identity::adds(&form, StandInId::new);
            let above = lines(named, &zone, now);
            let nobody = can.is_empty().then(|| view! { <p class="empty">{say!(person.stand_in_nobody)}</p> }.into_any());
            let choices = std::iter::once((String::new(), String::new()))
                .chain(can.into_iter().map(|(id, name)| (id.to_string(), apart(name))))
                .collect();
            view! {
                <FormPage back="/people" back_words=say!(people.title) title lead=say!(person.stand_in_lead) above
                    action=format!("/advisory/{}/stand-in", advisory.id) identity instead=nobody save=say!(person.stand_in_save)>
                    <SelectField name=field::PERSON label=say!(person.stand_in_who) choices/>
                    <TextField name=field::FROM kind="date" label=say!(person.stand_in_from) words=false/>
                    <TextField name=field::UNTIL kind="date" label=say!(person.stand_in_until) hint=say!(person.stand_in_until_hint)
                        words=false/>
                </FormPage>
            }
        })
        .await)
}

/// Who stands in now and later, each with the way to end it.
fn lines(named: Vec<StandIn>, zone: &str, now: At) -> AnyView {
    if named.is_empty() {
        return ().into_any();
    }
    let today = Day::of(now, zone);
    let rows = named.into_iter().map(|one| {
        let day = |day: Day| day.noon(zone).map(|noon| when::day(noon, zone)).unwrap_or_default();
        let days = match one.first_day > today {
            true => say!(person.stand_in_days, first = day(one.first_day), last = day(one.last_day)),
            false => say!(person.stand_in_now, last = day(one.last_day)),
        };
        let label = format!("{}: {}", say!(person.stand_in_end), apart(&one.name));
        view! {
            <li>
                <div><p><bdi>{one.name}</bdi></p><p class="soft small">{days}</p></div>
                <form class="push" method="post" action=format!("/stand-in/{}/end", one.id)>
                    <button class="btn btn--small" aria-label=label>{say!(person.stand_in_end)}</button>
                </form>
            </li>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    view! { <ul class="lines">{rows}</ul> }.into_any()
}
