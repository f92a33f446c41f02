//! `/school/worries`: the lead names who hears of worries about a child, two of the staff at least.

use kinfolio::field;
use kinfolio::id::PersonId;
use kinfolio::person::Role;
use kinfolio::policy::Action;
use kinfolio::words::{Problem, Problems};
use kinfolio::worry::{LEAST_NAMED, StaffMember, name_hearers};
use leptos::prelude::*;

use crate::asking::{Asking, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Choice, FormPage, Ticks};
use crate::refusal::Answer;
use crate::said::Done;
use crate::shell::{Page, Place};

/// The form.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::NameWhoHearsWorries)?;
    let staff = StaffMember::all(&mut asking.read().await?, viewer).await?;
    show(&asking, staff, Form::default()).await
}

/// Names them: two at least, or nobody.
pub async fn set(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::NameWhoHearsWorries)?;
    let mut tx = asking.write().await?;
    let staff = StaffMember::all(&mut tx, viewer).await?;
    let is_ticked = |one: &&StaffMember| fields.all(&field::PERSON).any(|ticked| ticked == one.person_id.as_str());
    let named: Vec<PersonId> = staff.iter().filter(is_ticked).map(|one| one.person_id.clone()).collect();
    if !named.is_empty() && named.len() < LEAST_NAMED {
        let mut problems = Problems::default();
        problems.note(field::PERSON, Problem::Said(say_in!(asking.locale, worries.name_two)));
        drop(tx);
        return show(&asking, staff, Form::again(&fields, problems)).await;
    }
    name_hearers(&mut tx, viewer, &named, asking.now()).await?;
    tx.commit().await?;
    go_saying("/school/worries", Done::HearersNamed)
}

async fn show(asking: &Asking, staff: Vec<StaffMember>, form: Form) -> Answer {
    let title = say_in!(asking.locale, worries.name_title);
    let page = Page::titled(title.clone()).at(Place::Home).working().with_form(form);
    Ok(asking
        .page(page, move || {
            let values: Vec<String> =
                staff.iter().filter(|one| one.named_at.is_some()).map(|one| one.person_id.to_string()).collect();
            let choices: Vec<Choice> = staff
                .into_iter()
                .map(|one| {
                    let choice = Choice::new(one.person_id.as_str(), one.name);
                    if one.role == Role::Lead { choice.noted(say!(worries.name_lead)) } else { choice }
                })
                .collect();
            view! {
                <FormPage back="/" back_words=say!(shell.home) title lead=say!(worries.name_title_lead)
                    action="/school/worries" save=say!(work.save)>
                    <Ticks name=field::PERSON label=say!(worries.name_who) hint=say!(worries.name_hint) choices values/>
                </FormPage>
            }
        })
        .await)
}
