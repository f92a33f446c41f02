//! `/student/{student}/code`: an advisor makes a sign-in code for a student of theirs, who is told.

use kinfolio::field;
use kinfolio::id::PersonId;
use kinfolio::person::code::{self, Sheet};
use kinfolio::policy::Action;
use leptos::prelude::*;

use crate::asking::{Asking, In};
use crate::fields::Fields;
use crate::parts::{FormPage, Hidden};
use crate::refusal::{Answer, Refusal};
use crate::school::code_sheet::{SheetFor, show_sheet};
use crate::shell::Page;
use crate::wording::apart;

/// The form: one button.
pub async fn page(asking: Asking, In(student): In<PersonId>) -> Answer {
    let student = asking.student(&mut asking.read().await?, &student, Action::MakeCode).await?;
    let name = apart(student.called());
    let title = say_in!(asking.locale, coded.title, name = name.clone());
    let page = Page::titled(title.clone()).working();
    Ok(asking
        .page(page, move || {
            view! {
                <FormPage back=format!("/student/{}", student.id) back_words=student.name.clone() title
                    lead=say!(coded.lead, name = name) action=format!("/student/{}/code", student.id)
                    save=say!(coded.make)>
                    <Hidden name=field::SHEET value=Sheet::new_token()/>
                </FormPage>
            }
        })
        .await)
}

/// Makes it; the answer is the slip. Sent twice, it is the same slip again.
pub async fn make(asking: Asking, In(student): In<PersonId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?.clone();
    let student = asking.student(&mut asking.read().await?, &student, Action::MakeCode).await?;
    let sheet = Sheet::named(fields.get(field::SHEET)).ok_or(Refusal::Broken)?;
    asking.confirmed().await?;
    let mut tx = asking.write_again().await?;
    code::make(&mut tx, &asking.services.secrets, &viewer, &sheet, std::slice::from_ref(&student.id), asking.now())
        .await?;
    let slips = code::slips(&mut tx, &viewer.school_id, &sheet).await?;
    tx.commit().await?;
    // A sheet that was made by somebody else for others is not shown.
    let slips = slips.into_iter().filter(|slip| slip.person == student.id).collect();
    show_sheet(&asking, slips, (&format!("/student/{}/code", student.id), SheetFor::Student)).await
}
