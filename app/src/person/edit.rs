//! `/person/{person}/edit` and `/people/new`: what the school keeps of somebody, put right by hand; and somebody new.

use kinfolio::field;
use kinfolio::id::PersonId;
use kinfolio::language::Languages;
use kinfolio::person::Role;
use kinfolio::person::card::{self, NewPerson, NotWritten, PersonCard, TypedPerson};
use kinfolio::policy::Action;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::card::{about, found, place};
use crate::asking::{Asking, In, go_saying};
use crate::fields::{Fields, Values};
use crate::form::{Form, Identity};
use crate::parts::{FormPage, SelectField, TextField};
use crate::refusal::{Answer, Refusal};
use crate::school::people::role_words;
use crate::shell::{Done, Page, Place};
use crate::wording::apart;

/// The form about somebody.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let card = found(&asking, &mut asking.read().await?, &id, Action::PutPersonRight).await?;
    show(&asking, card, Form::default()).await
}

/// Puts it right.
pub async fn keep(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let card = found(&asking, &mut tx, &id, Action::PutPersonRight).await?;
    let mut typed = fields.values.clone();
    if viewer.role != Role::Lead {
        // What somebody signs in with is the lead's to change: it is how they are known to other programs.
        typed.set(field::USERNAME, card.person.username.clone().unwrap_or_default());
    }
    let new = match checked(&asking, &typed, card.person.role) {
        Ok(new) => new,
        Err(problems) => {
            drop(tx);
            return show(&asking, card, Form::again(&fields, problems)).await;
        }
    };
    let form = match card.put_right(&mut tx, viewer, fields.version(), &new, asking.now()).await? {
        Ok(()) => {
            tx.commit().await?;
            return go_saying(format!("/person/{id}"), Done::Saved);
        }
        Err(NotWritten::UsernameTaken) => Form::again(&fields, [(field::USERNAME, Problem::Taken)].into()),
        Err(NotWritten::Stale) => Form::stale(&fields, card.version, field::NAME),
        Err(NotWritten::NotThere) => return Err(Refusal::NotFound),
    };
    drop(tx);
    show(&asking, card, form).await
}

/// What was typed, checked; a language that we do not know is named.
pub(super) fn checked(asking: &Asking, typed: &Values, role: Role) -> Result<NewPerson, Problems> {
    let person = TypedPerson {
        name: typed.get(field::NAME),
        called: typed.get(field::CALLED),
        username: typed.get(field::USERNAME),
        email: typed.get(field::EMAIL),
        phone: typed.get(field::PHONE),
        languages: typed.get(field::LANGUAGES),
    };
    NewPerson::checked(person, role).map_err(|mut problems| {
        if let Err(language) = Languages::written(person.languages) {
            let words = say_in!(asking.locale, people.why_language, language = apart(language));
            problems.note(field::LANGUAGES, Problem::Said(words));
        }
        problems
    })
}

async fn show(asking: &Asking, card: PersonCard, form: Form) -> Answer {
    let is_lead = asking.viewer()?.role == Role::Lead;
    let title = say_in!(asking.locale, person.edit_title);
    let page = Page::titled(title.clone()).at(place(asking)).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let action = format!("/person/{}/edit", card.person.id);
            let identity = Identity::of(&form, Some(card.version), || card.person.id.clone());
            let above = about(&card);
            let now = card.person.clone();
            let reads_now = move || {
                view! { <p class="strong"><bdi>{now.name}</bdi></p><p class="soft"><bdi>{now.username}</bdi></p> }
            };
            view! {
                <FormPage back=format!("/person/{}", card.person.id) back_words=card.person.name.clone() title action
                    lead=say!(person.edit_lead) above identity reads_now save=say!(work.save)>
                    <PersonFields start=Some(card) is_lead/>
                </FormPage>
            }
        })
        .await)
}

/// The fields about a person.
#[component]
fn PersonFields(start: Option<PersonCard>, is_lead: bool) -> impl IntoView {
    let person = start.as_ref().map(|card| card.person.clone());
    let of = |part: fn(&kinfolio::person::Person) -> Option<String>| person.as_ref().and_then(part);
    let languages = of(|person| Some(person.languages.tags().replace(' ', ", ")));
    let (email, phone) = start.map(|card| (card.email, card.phone)).unwrap_or_default();
    let username = is_lead.then(|| {
        view! {
            <TextField name=field::USERNAME label=say!(person.username) hint=say!(person.username_hint) words=false
                value=of(|person| person.username.clone())/>
        }
    });
    view! {
        <TextField name=field::NAME label=say!(people.name) hint=say!(people.col_name) value=of(|person| Some(person.name.clone()))/>
        <TextField name=field::CALLED label=say!(person.called_label) hint=say!(person.called_hint) optional=true
            value=of(|person| person.called.clone())/>
        <TextField name=field::LANGUAGES label=say!(person.languages) hint=say!(people.col_languages) value=languages/>
        {username}
        <TextField name=field::EMAIL kind="email" label=say!(person.email) hint=say!(person.email_hint) optional=true words=false
            value=email/>
        <TextField name=field::PHONE kind="tel" label=say!(person.phone) optional=true value=phone/>
    }
}

/// The form for somebody new.
pub async fn page_for_new(asking: Asking) -> Answer {
    asking.may_here(Action::RunSchool)?;
    show_new(&asking, Form::default()).await
}

/// Adds somebody. A student, or one of the staff: families are added with their tie, on a student's page.
pub async fn add(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::RunSchool)?;
    let role = Role::named(fields.get(field::ROLE)).filter(|role| *role != Role::Family);
    let mut problems = Problems::default();
    let role = problems.chosen(field::ROLE, role);
    let new = match checked(&asking, &fields, role.unwrap_or(Role::Student)) {
        Ok(new) => new,
        Err(wrong) => {
            wrong.iter().for_each(|(field, problem)| problems.note(field, problem.clone()));
            NewPerson::default()
        }
    };
    let (Some(role), true) = (role, problems.is_empty()) else {
        return show_new(&asking, Form::again(&fields, problems)).await;
    };
    let id: PersonId = fields.parsed(field::ID).unwrap_or_else(PersonId::new);
    let mut tx = asking.write().await?;
    let problem = match card::add(&mut tx, viewer, (&id, role), &new, asking.now()).await? {
        Ok(()) => {
            tx.commit().await?;
            return go_saying(format!("/person/{id}"), Done::PersonAdded);
        }
        Err(NotWritten::UsernameTaken) => Problem::Taken,
        Err(NotWritten::Stale | NotWritten::NotThere) => return Err(Refusal::Broken),
    };
    drop(tx);
    show_new(&asking, Form::again(&fields, [(field::USERNAME, problem)].into())).await
}

async fn show_new(asking: &Asking, form: Form) -> Answer {
    let title = say_in!(asking.locale, person.new_title);
    let page = Page::titled(title.clone()).at(Place::People).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let identity = Identity::of(&form, None, PersonId::new);
            let roles = [Role::Student, Role::Advisor, Role::Lead];
            let roles = roles.map(|role| (role.as_str().to_owned(), role_words(role))).to_vec();
            view! {
                <FormPage back="/people" back_words=say!(people.title) title action="/people/new" identity
                    lead=say!(person.new_lead) save=say!(person.new_save)>
                    <SelectField name=field::ROLE label=say!(person.role) choices=roles/>
                    <PersonFields start=None is_lead=true/>
                </FormPage>
            }
        })
        .await)
}
