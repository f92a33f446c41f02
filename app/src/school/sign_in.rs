//! `/school/sign-in`: whether staff needs a second step to sign in.

use kinfolio::field;
use kinfolio::person::second_step;
use kinfolio::policy::Action;
use leptos::prelude::*;

use crate::asking::{Asking, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Choice, FormPage, Ticks};
use crate::refusal::Answer;
use crate::shell::{Done, Page, Place};

/// The form.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::RunSchool)?;
    let asks = second_step::is_asked_of_staff(&mut asking.read().await?, &viewer.school_id).await?;
    let title = say_in!(asking.locale, school.sign_in);
    let page = Page::titled(title.clone()).at(Place::Home).working().with_form(Form::default());
    Ok(asking
        .page(page, move || {
            view! {
                <FormPage back="/" back_words=say!(shell.home) title lead=say!(school.sign_in_lead) action="/school/sign-in"
                    save=say!(work.save)>
                    <Ticks name=field::ASKS label=say!(school.staff_step) hint=say!(school.staff_step_hint)
                        choices=vec![Choice::new("yes", say!(school.staff_step_do))]
                        values=asks.then(|| "yes".to_owned()).into_iter().collect()/>
                </FormPage>
            }
        })
        .await)
}

/// Keeps it. It holds from everybody's next sign-in on: nobody is thrown out of what they are doing.
pub async fn set(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::RunSchool)?;
    asking.confirmed().await?;
    let mut tx = asking.write().await?;
    second_step::ask_of_staff(&mut tx, &viewer.school_id, fields.has(field::ASKS), asking.now()).await?;
    tx.commit().await?;
    go_saying("/school/sign-in", Done::Saved)
}
