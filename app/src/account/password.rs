//! `/account/password`: choosing another password. Everywhere else they are signed out.

use kinfolio::field;
use kinfolio::person::credentials;
use kinfolio::person::notice::{self, ToldBy, WayChange};
use kinfolio::policy::Action;
use kinfolio::secret::HashSlot;
use kinfolio::throttle::Try;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::again::too_many;
use crate::asking::{Asking, go_saying};
use crate::entry::Entered;
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{FormPage, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page};

/// The form.
pub async fn page(asking: Asking) -> Answer {
    asking.may_here(Action::KeepPassword)?;
    show(&asking, Form::default()).await
}

/// Keeps another password, and signs out everywhere else.
pub async fn change(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::KeepPassword)?.clone();
    let about = credentials::words_about(&mut asking.read().await?, &viewer).await?;
    let about: Vec<&str> = about.iter().map(String::as_str).collect();
    let mut problems = Problems::default();
    let now = fields.get(field::PASSWORD_NOW);
    if now.is_empty() {
        problems.note(field::PASSWORD_NOW, Problem::Missing);
    }
    let chosen = match credentials::password(fields.get(field::PASSWORD), fields.get(field::PASSWORD_AGAIN), &about) {
        Err(Problem::Different) => problems.take(field::PASSWORD_AGAIN, Err(Problem::Different)),
        checked => problems.take(field::PASSWORD, checked),
    };
    if !problems.is_empty() {
        return show(&asking, Form::again(&fields, problems)).await;
    }
    let db = &asking.services.db;
    let trying = Try::in_session(&asking.services.secrets, viewer.person_id.as_str());
    if let Err(wait) = trying.begin(db, asking.now()).await? {
        problems.note(field::PASSWORD_NOW, Problem::Said(too_many(&asking, wait)));
        return show(&asking, Form::again(&fields, problems)).await;
    }
    let slot = HashSlot::for_known();
    if !credentials::is_own(db, &slot, &viewer, now).await? {
        problems.note(field::PASSWORD_NOW, Problem::Said(say_in!(asking.locale, account.password_wrong)));
        return show(&asking, Form::again(&fields, problems)).await;
    }
    let hash = slot.hash(chosen).await.map_err(Refusal::trouble)?;
    drop(slot);
    let mut tx = asking.write().await?;
    trying.got_in(&mut tx).await?;
    credentials::change(&mut tx, &viewer.school_id, &viewer.person_id, &hash).await?;
    let whose = (&viewer.school_id, &viewer.person_id);
    notice::tell(&mut tx, whose, WayChange::Password, ToldBy::default(), asking.now()).await?;
    let entered = Entered::anew(&asking, &mut tx, whose).await?;
    tx.commit().await?;
    Ok(entered.answer(&asking, go_saying("/account", Done::PasswordChanged)?))
}

async fn show(asking: &Asking, form: Form) -> Answer {
    let title = say_in!(asking.locale, account.password_change);
    let page = Page::titled(title.clone()).working().with_form(form);
    Ok(asking
        .page(page, move || {
            let forgot = view! { <p class="soft small">{say!(account.password_forgot)}</p> }.into_any();
            view! {
                <FormPage back="/account" back_words=say!(account.title) title lead=say!(account.password_lead)
                    action="/account/password" save=say!(account.password_change) note=forgot>
                    <TextField name=field::PASSWORD_NOW label=say!(account.password_now) kind="password"
                        autocomplete="current-password"/>
                    <TextField name=field::PASSWORD label=say!(entry.new_password) hint=say!(entry.new_password_hint)
                        kind="password" autocomplete="new-password"/>
                    <TextField name=field::PASSWORD_AGAIN label=say!(entry.password_again) kind="password"
                        autocomplete="new-password"/>
                </FormPage>
            }
        })
        .await)
}
