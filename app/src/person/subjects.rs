//! `/person/{person}/subjects`: what somebody of the staff teaches, as the lead says.

use kinfolio::field;
use kinfolio::id::PersonId;
use kinfolio::person::card::PersonCard;
use kinfolio::person::teaches;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::card::{about, can_teach, found};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Choice, FormPage, Hidden, Ticks};
use crate::refusal::{Answer, Refusal};
use crate::said::Done;
use crate::shell::{Page, Place};
use crate::wording::apart;

/// One of the staff who can teach something, for the lead.
async fn teacher(asking: &Asking, conn: &mut Conn, id: &PersonId) -> Result<PersonCard, Refusal> {
    asking.may_here(Action::RunSchool)?;
    found(asking, conn, id, Action::SeePerson).await
}

/// The form.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let card = teacher(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, card, Form::default()).await
}

/// Keeps what was ticked: subjects of the school's targets, or ones that they teach already.
pub async fn keep(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let card = teacher(&asking, &mut tx, &id).await?;
    let viewer = asking.viewer()?;
    let mut known = teaches::subjects(&mut tx, &viewer.school_id).await?;
    known.extend(teaches::taught_by(&mut tx, &viewer.school_id, &id).await?);
    let wanted: Vec<String> = fields.all(field::SUBJECT).map(str::to_owned).collect();
    if can_teach(&card) && wanted.iter().all(|subject| known.contains(subject)) {
        teaches::set(&mut tx, viewer, &id, &wanted, asking.now()).await?;
        tx.commit().await?;
        return go_saying(format!("/person/{id}"), Done::Saved);
    }
    drop(tx);
    let problems = Problems::from([(field::SUBJECT, Problem::Choose)]);
    show(&asking, card, Form::again(&fields, problems)).await
}

async fn show(asking: &Asking, card: PersonCard, form: Form) -> Answer {
    if !can_teach(&card) {
        return go_saying(format!("/person/{}", card.person.id), Done::Already);
    }
    let mut conn = asking.read().await?;
    let taught = teaches::taught_by(&mut conn, &card.person.school_id, &card.person.id).await?;
    let mut subjects = teaches::subjects(&mut conn, &card.person.school_id).await?;
    drop(conn);
    // One that no target has any more stays where it was said.
    subjects.extend(taught.iter().filter(|subject| !subjects.contains(subject)).cloned().collect::<Vec<_>>());
    let title = say_in!(asking.locale, person.subjects_title, name = apart(&card.person.name));
    let page = Page::titled(title.clone()).at(Place::People).working().with_form(form);
    Ok(asking
        .page(page, move || {
            let id = card.person.id.clone();
            let none = subjects.is_empty().then(|| view! { <p class="empty">{say!(person.subjects_none)}</p> }.into_any());
            let choices = subjects.into_iter().map(|subject| Choice::new(subject.clone(), subject)).collect();
            view! {
                <FormPage back=format!("/person/{id}") back_words=card.person.name.clone() title lead=say!(person.subjects_lead)
                    above=about(&card) action=format!("/person/{id}/subjects") instead=none save=say!(work.save)>
                    // So that nothing ticked is an answer too.
                    <Hidden name=field::SURE value="yes"/>
                    <Ticks name=field::SUBJECT label=say!(person.subjects) choices values=taught/>
                </FormPage>
            }
        })
        .await)
}
