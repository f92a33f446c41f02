//! `/student/{student}/tie` and `/student/{student}/untie/{person}`: who belongs to a student's family, and who does not any more.

use kinfolio::field;
use kinfolio::id::PersonId;
use kinfolio::person::Role;
use kinfolio::person::card::{self, NotWritten, PersonCard};
use kinfolio::person::tie::{self, LONGEST_WORDS, NotTied, Tieable};
use kinfolio::policy::Action;
use kinfolio::words::{self, Problem, Problems};
use leptos::prelude::*;

use super::card::{about, found, place};
use super::edit::checked;
use crate::asking::{Asking, In, go, go_saying};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{Choice, FormPage, Hidden, Radios, TextField, Ticks};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page};
use crate::wording::{apart, language_name};

/// What stands in the field where somebody new is to be tied.
const NEW: &str = "new";

/// The form on which somebody is tied to a student.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let student = student(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, student, Form::default()).await
}

/// The student whose family it is about, who is here.
async fn student(asking: &Asking, conn: &mut kinfolio::store::Conn, id: &PersonId) -> Result<PersonCard, Refusal> {
    let card = found(asking, conn, id, Action::TieFamily).await?;
    if card.person.role == Role::Student && card.left_at.is_none() { Ok(card) } else { Err(Refusal::NotFound) }
}

/// Ties somebody who is known, or somebody new, to the student.
pub async fn tie(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let student = student(&asking, &mut tx, &id).await?;
    let mut problems = Problems::default();
    let kinship = problems.take(field::KINSHIP, kinship(fields.get(field::KINSHIP)));
    let chosen = fields.get(field::PERSON);
    let person = match PersonId::parse(chosen) {
        Some(person) => {
            let knows = Tieable::to(&mut tx, viewer, &student.person.id, "").await?;
            let is_known = student.ended.iter().any(|tie| tie.person_id == person)
                || viewer.role == Role::Lead
                || knows.iter().any(|known| known.id == person);
            is_known.then_some(person).ok_or(Refusal::NotFound)?
        }
        None if chosen == NEW => {
            let id: PersonId = fields.parsed(field::ID).unwrap_or_else(PersonId::new);
            match checked(&asking, &fields, Role::Family) {
                Err(wrong) => wrong.iter().for_each(|(field, problem)| problems.note(field, problem.clone())),
                Ok(new) if problems.is_empty() => {
                    match card::add(&mut tx, viewer, (&id, Role::Family), &new, asking.now()).await? {
                        Ok(()) => {}
                        Err(NotWritten::UsernameTaken) => problems.note(field::USERNAME, Problem::Taken),
                        Err(NotWritten::Stale | NotWritten::NotThere) => return Err(Refusal::Broken),
                    }
                }
                Ok(_) => {}
            }
            id
        }
        None => {
            problems.note(field::PERSON, Problem::Choose);
            id.clone()
        }
    };
    if problems.is_empty() {
        match tie::tie(&mut tx, viewer, (&student.person.id, &person), &kinship, asking.now()).await? {
            Ok(()) => {
                tx.commit().await?;
                asking.services.hub.connections().ask_again();
                return go_saying(format!("/person/{id}#ties"), Done::Tied);
            }
            Err(NotTied::NotThere) => return Err(Refusal::NotFound),
            Err(NotTied::NoContact) => {
                let words = say_in!(asking.locale, person.needs_lead);
                problems.note(field::PERSON, Problem::Said(words));
            }
            Err(NotTied::Full) => {
                problems.note(field::PERSON, Problem::Said(say_in!(asking.locale, person.tie_full)));
            }
        }
    }
    drop(tx);
    show(&asking, student, Form::again(&fields, problems)).await
}

/// A kinship in the family's words.
fn kinship(typed: &str) -> Result<String, Problem> {
    match words::line(typed)? {
        long if long.chars().count() > LONGEST_WORDS => Err(Problem::TooLong { max: LONGEST_WORDS }),
        words => Ok(words),
    }
}

async fn show(asking: &Asking, student: PersonCard, form: Form) -> Answer {
    let viewer = asking.viewer()?.clone();
    let find = asking.query().get(field::FIND).trim().to_owned();
    let known = Tieable::to(&mut asking.read().await?, &viewer, &student.person.id, &find).await?;
    let title = say_in!(asking.locale, person.tie_title, name = apart(&student.person.name));
    let page = Page::titled(title.clone()).at(place(asking)).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let id = student.person.id.clone();
            let action = format!("/student/{id}/tie");
            let finder = (viewer.role == Role::Lead).then(|| {
                view! {
                    <form class="row" method="get" action=action.clone() role="search">
                        <label for="find">{say!(person.tie_find)}</label>
                        <input type="search" id="find" name=field::FIND.wire() value=find dir="auto" autocomplete="off"/>
                        <button class="btn btn--small">{say!(people.find_do)}</button>
                    </form>
                }
            });
            let mut choices = vec![Choice::new(NEW, say!(person.tie_new)).noted(say!(person.tie_new_note))];
            choices.extend(known.into_iter().map(|known| {
                Choice::new(known.id.as_str(), known.name.clone()).noted(say!(person.tie_kin_of, name = apart(known.kin_of)))
            }));
            let identity = Identity::of(&form, None, PersonId::new);
            let first = student.person.languages.first().map(language_name).unwrap_or_default();
            let above = view! { <div class="flow">{about(&student)}{finder}</div> };
            view! {
                <FormPage back=format!("/person/{id}") back_words=student.person.name.clone() title action=action.clone()
                    lead=say!(person.tie_lead) above=above.into_any() identity save=say!(person.tie_save)>
                    <Radios name=field::PERSON label=say!(person.tie_who) choices value=NEW.to_owned()/>
                    <TextField name=field::KINSHIP label=say!(person.kinship) hint=say!(person.kinship_hint)/>
                    <fieldset class="flow">
                        <legend>{say!(person.tie_about_new)}</legend>
                        <TextField name=field::NAME label=say!(people.name) hint=say!(people.col_name) optional=true/>
                        <TextField name=field::LANGUAGES label=say!(person.languages) hint=say!(people.col_languages) value=first
                            optional=true/>
                        <TextField name=field::EMAIL kind="email" label=say!(person.email) hint=say!(person.email_hint)
                            optional=true words=false/>
                        <TextField name=field::PHONE kind="tel" label=say!(person.phone) optional=true/>
                    </fieldset>
                </FormPage>
            }
        })
        .await)
}

/// The page before a tie is ended: it says what ends.
pub async fn untie_page(asking: Asking, In((student, id)): In<(PersonId, PersonId)>) -> Answer {
    let asking = &asking;
    let card = found(asking, &mut asking.read().await?, &id, Action::TieFamily).await?;
    let tied = card.kin_of.iter().find(|kin| kin.id == student).cloned().ok_or(Refusal::NotFound)?;
    let title =
        say_in!(asking.locale, person.untie_title, name = apart(&card.person.name), student = apart(&tied.name));
    let page = Page::titled(title.clone()).at(place(asking)).working();
    Ok(asking
        .page(page, move || {
            let above = about(&card);
            let cancel = view! { <a class="btn btn--quiet" href=format!("/person/{id}")>{say!(target.cancel)}</a> };
            view! {
                <FormPage back=format!("/person/{id}") back_words=card.person.name.clone() title above
                    lead=say!(person.untie_lead) action=format!("/student/{student}/untie/{id}") save=say!(person.untie)
                    beside=cancel.into_any()>
                    <Hidden name=field::SURE value="yes"/>
                    <Ticks name=field::NO_CONTACT label=say!(person.no_contact) hint=say!(person.no_contact_hint)
                        choices=vec![Choice::new("yes", say!(person.no_contact_do))]/>
                </FormPage>
            }
        })
        .await)
}

/// Ends the tie, and what opened because of it.
pub async fn untie(asking: Asking, In((student, id)): In<(PersonId, PersonId)>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    found(&asking, &mut asking.read().await?, &id, Action::TieFamily).await?;
    if !fields.has(field::SURE) {
        return go(format!("/student/{student}/untie/{id}"));
    }
    let mut tx = asking.write().await?;
    let card = found(&asking, &mut tx, &id, Action::TieFamily).await?;
    if !card.kin_of.iter().any(|kin| kin.id == student) {
        return Err(Refusal::NotFound);
    }
    tie::untie(&mut tx, viewer, (&student, &id), fields.has(field::NO_CONTACT), asking.now()).await?;
    tx.commit().await?;
    asking.services.hub.connections().ask_again();
    go_saying(format!("/person/{student}#ties"), Done::TieEnded)
}
