//! `/person/{person}/leave`, `/come-back`, `/role` and `/advisories`: whether somebody is of the school, what they do there, and
//! with whom.

use kinfolio::field;
use kinfolio::id::{AdvisoryId, PersonId};
use kinfolio::person::Role;
use kinfolio::person::card::PersonCard;
use kinfolio::person::leaving::{self, NotLeft};
use kinfolio::person::roster::advisories;
use kinfolio::policy::Action;
use kinfolio::saved::Saved;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::card::{about, found};
use crate::asking::{Asking, In, go, go_saying};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{Choice, FormPage, Hidden, SelectField, Ticks};
use crate::refusal::{Answer, Refusal};
use crate::school::people::role_words;
use crate::shell::{Done, Page, Place};
use crate::wording::apart;

/// Somebody of the school, for the lead.
async fn for_lead(asking: &Asking, conn: &mut kinfolio::store::Conn, id: &PersonId) -> Result<PersonCard, Refusal> {
    asking.may_here(Action::RunSchool)?;
    found(asking, conn, id, Action::SeePerson).await
}

/// What a form about somebody's belonging is called, and what it says first.
struct BelongingForm {
    title: String,
    lead: String,
    address: &'static str,
    save: String,
}

async fn show(
    asking: &Asking,
    card: PersonCard,
    form: Form,
    question: BelongingForm,
    fields: impl FnOnce(&PersonCard) -> AnyView + Send + 'static,
) -> Answer {
    let BelongingForm { title, lead, address, save } = question;
    let page = Page::titled(title.clone()).at(Place::People).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let id = card.person.id.clone();
            let identity = Identity::of(&form, Some(card.version), || id.clone());
            let fields = fields(&card);
            let cancel = view! { <a class="btn btn--quiet" href=format!("/person/{id}")>{say!(target.cancel)}</a> };
            view! {
                <FormPage back=format!("/person/{id}") back_words=card.person.name.clone() title lead above=about(&card)
                    action=format!("/person/{id}/{address}") identity save beside=cancel.into_any()>
                    {fields}
                </FormPage>
            }
        })
        .await)
}

/// The page before somebody leaves: it says what ends, and what stays.
pub async fn leave_page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let card = for_lead(&asking, &mut asking.read().await?, &id).await?;
    let locale = asking.locale;
    let question = BelongingForm {
        title: say_in!(locale, person.leave_title, name = apart(&card.person.name)),
        lead: say_in!(locale, person.leave_lead),
        address: "leave",
        save: say_in!(locale, person.leave),
    };
    let sure = |_: &PersonCard| view! { <Hidden name=field::SURE value="yes"/> }.into_any();
    show(&asking, card, Form::default(), question, sure).await
}

/// Somebody leaves.
pub async fn leave(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    for_lead(&asking, &mut asking.read().await?, &id).await?;
    if !fields.has(field::SURE) {
        return go(format!("/person/{id}/leave"));
    }
    let mut tx = asking.write().await?;
    for_lead(&asking, &mut tx, &id).await?;
    match leaving::leave(&mut tx, asking.viewer()?, &id, asking.now()).await? {
        Ok(()) => {
            tx.commit().await?;
            asking.services.hub.connections().ask_again();
            go_saying(format!("/person/{id}"), Done::PersonLeft)
        }
        Err(NotLeft::NotThere) => go_saying(format!("/person/{id}"), Done::Already),
        Err(NotLeft::OnlyLead) => {
            drop(tx);
            go_saying(format!("/person/{id}"), Done::OnlyLead)
        }
    }
}

/// Somebody is back.
pub async fn come_back(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut tx = asking.write().await?;
    for_lead(&asking, &mut tx, &id).await?;
    leaving::come_back(&mut tx, asking.viewer()?, &id, asking.now()).await?;
    tx.commit().await?;
    go_saying(format!("/person/{id}"), Done::PersonBack)
}

/// The form on which one of the staff gets another role.
pub async fn role_page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let card = for_lead(&asking, &mut asking.read().await?, &id).await?;
    show_role(&asking, card, Form::default()).await
}

async fn show_role(asking: &Asking, card: PersonCard, form: Form) -> Answer {
    if !card.person.role.is_staff() || card.left_at.is_some() {
        return go(format!("/person/{}", card.person.id));
    }
    let locale = asking.locale;
    let question = BelongingForm {
        title: say_in!(locale, person.role_title, name = apart(&card.person.name)),
        lead: say_in!(locale, person.role_lead),
        address: "role",
        save: say_in!(locale, work.save),
    };
    show(asking, card, form, question, |card| {
        let roles = Role::ALL.iter().filter(|role| role.is_staff());
        let choices = roles.map(|role| (role.as_str().to_owned(), role_words(*role))).collect();
        let value = card.person.role.as_str().to_owned();
        view! { <SelectField name=field::ROLE label=say!(person.role) choices value/> }.into_any()
    })
    .await
}

/// Gives somebody another role.
pub async fn take_role(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let card = for_lead(&asking, &mut tx, &id).await?;
    let Some(role) = Role::named(fields.get(field::ROLE)).filter(|role| role.is_staff()) else {
        drop(tx);
        return show_role(&asking, card, Form::again(&fields, [(field::ROLE, Problem::Choose)].into())).await;
    };
    let (viewer, read) = (asking.viewer()?, fields.version());
    let form = match leaving::take_role(&mut tx, viewer, (&id, role), read, asking.now()).await? {
        Ok(Saved::Kept(())) => {
            tx.commit().await?;
            asking.services.hub.connections().ask_again();
            return go_saying(format!("/person/{id}"), Done::Saved);
        }
        Ok(_) => Form::stale(&fields, card.version, field::ROLE),
        Err(NotLeft::NotThere) => return Err(Refusal::NotFound),
        Err(NotLeft::OnlyLead) => {
            let words = Problem::Said(say_in!(asking.locale, person.only_lead));
            Form::again(&fields, [(field::ROLE, words)].into())
        }
    };
    drop(tx);
    show_role(&asking, card, form).await
}

/// The form on which somebody moves to other advisories.
pub async fn advisories_page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let card = for_lead(&asking, &mut asking.read().await?, &id).await?;
    show_advisories(&asking, card, Form::default()).await
}

async fn show_advisories(asking: &Asking, card: PersonCard, form: Form) -> Answer {
    if card.person.role == Role::Family || card.left_at.is_some() {
        return go(format!("/person/{}", card.person.id));
    }
    let all = advisories(&mut asking.read().await?, &card.person.school_id).await?;
    let locale = asking.locale;
    let question = BelongingForm {
        title: say_in!(locale, person.move_title, name = apart(&card.person.name)),
        lead: say_in!(locale, person.move_lead),
        address: "advisories",
        save: say_in!(locale, work.save),
    };
    show(asking, card, form, question, |card| {
        let choices = all.into_iter().map(|advisory| Choice::new(advisory.id.as_str(), advisory.name)).collect();
        let values = card.advisories.iter().map(|advisory| advisory.id.to_string()).collect();
        view! { <Ticks name=field::ADVISORY label=say!(person.advisories) choices values/> }.into_any()
    })
    .await
}

/// Moves somebody.
pub async fn place(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let card = for_lead(&asking, &mut tx, &id).await?;
    if card.person.role == Role::Family || card.left_at.is_some() {
        return go(format!("/person/{}", card.person.id));
    }
    let mut problems = Problems::default();
    let wanted: Option<Vec<AdvisoryId>> = fields.all(field::ADVISORY).map(AdvisoryId::parse).collect();
    let Some(wanted) = problems.chosen(field::ADVISORY, wanted) else {
        drop(tx);
        return show_advisories(&asking, card, Form::again(&fields, problems)).await;
    };
    card.place(&mut tx, asking.viewer()?, &wanted, asking.now()).await?;
    tx.commit().await?;
    asking.services.hub.connections().ask_again();
    go_saying(format!("/person/{id}"), Done::Saved)
}
