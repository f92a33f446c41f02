//! `/testimony/{testimony}`: its teller puts it in other words, or takes it back. Nobody else comes here.

use kinfolio::field;
use kinfolio::id::TestimonyId;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::taking_back::{BinKind, SeenAct};
use kinfolio::testimony::Testimony;
use kinfolio::words::Problems;
use leptos::prelude::*;

use super::tell::{ToldFields, told};
use super::{ToldCard, found};
use crate::asking::{Asking, In, go_saying};
use crate::definition::saying::carried_along;
use crate::definition::words::in_short;
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::islands::UnsavedWords;
use crate::media::Bytes;
use crate::parts::FormPage;
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page};
use crate::taking_back::{TakeBack, seen, thrown};
use crate::wording::apart;

/// The form.
pub async fn page(asking: Asking, In(id): In<TestimonyId>) -> Answer {
    let (testimony, student) = own(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, testimony, student, Form::default()).await
}

/// Keeps the other words; when they were changed elsewhere in the meantime, shows both.
pub async fn change(asking: Asking, In(id): In<TestimonyId>, fields: Fields) -> Answer {
    let mut problems = Problems::default();
    let mut bytes = Bytes::default();
    if Bytes::come_with(&fields) {
        own(&asking, &mut asking.read().await?, &id).await?;
        bytes = Bytes::of(&asking, &fields, &mut problems).await;
    }
    let mut tx = asking.write().await?;
    let (testimony, student) = own(&asking, &mut tx, &id).await?;
    let told = told(&asking, &mut tx, &fields, &bytes, Some(&testimony.told), &mut problems).await?;
    let mut values = fields.values.clone();
    carried_along(&mut values, &told.said);
    let form = if problems.is_empty() {
        let made_from = fields.version();
        let before = asking.before(&mut tx, SeenAct::Testify, &id).await?;
        if testimony.reword(&mut tx, made_from, &told).await?.is_kept() {
            return asking.done(tx, before, format!("{}#t-{id}", all_of(&student)), Done::Saved).await;
        }
        Form::stale(&values, testimony.version, field::TEXT)
    } else {
        Form::again(&values, problems)
    };
    asking.not_done(&mut tx).await?;
    tx.commit().await?;
    show(&asking, testimony, student, form).await
}

/// `/testimony/{testimony}/take-back`: it goes for everybody, also where its teller is kin no longer. What the student said to
/// it stays, beside a mark.
pub async fn take_back(asking: Asking, In(id): In<TestimonyId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let told = Testimony::find(&mut tx, viewer, &id).await?.ok_or(Refusal::NotFound)?;
    if told.author_id != viewer.person_id || told.is_mark() {
        return Err(Refusal::NotFound);
    }
    seen(&fields)?;
    let student = Student::seen_by(&mut tx, viewer, &told.student_id).await?;
    let student = student.filter(|student| student.standing.may_at_all(Action::Testify));
    let name = if told.told.title.is_empty() { in_short(&told.told.said) } else { told.told.title.clone() };
    let became = BinKind::Testimony.throw_away(&mut tx, viewer, &id, &name, asking.now()).await?;
    tx.commit().await?;
    go_saying(student.map_or_else(|| "/bin".to_owned(), |student| all_of(&student)), thrown(&became))
}

/// Where everything stands that its teller told about this student.
fn all_of(student: &Student) -> String {
    format!("/student/{}/testimony", student.id)
}

/// The teller's own testimony.
async fn own(asking: &Asking, conn: &mut Conn, id: &TestimonyId) -> Result<(Testimony, Student), Refusal> {
    let (testimony, student) = found(asking, conn, id, Action::Testify).await?;
    let is_theirs = testimony.author_id == asking.viewer()?.person_id && !testimony.is_mark();
    if is_theirs { Ok((testimony, student)) } else { Err(Refusal::NotFound) }
}

async fn show(asking: &Asking, testimony: Testimony, student: Student, form: Form) -> Answer {
    let languages = asking.viewer()?.languages.clone();
    let name = apart(student.called());
    let title = say_in!(asking.locale, testimony.change_title, name = name.clone());
    let page = Page::titled(title.clone()).with_form(form.clone()).with_islands().heard();
    Ok(asking
        .page(page, move || {
            let identity = Identity::changes(&form, testimony.version);
            let stands = testimony.clone();
            let reads_now = move || view! { <ToldCard told=stands/> };
            let address = format!("/testimony/{}", testimony.id);
            view! {
                <FormPage back=all_of(&student) back_words=say!(testimony.mine) title
                    reads_now action=address.clone() identity files=true save=say!(testimony.save) button="btn btn--family btn--big"
                    beneath=view! { <TakeBack to=format!("{address}/take-back") words=say!(definition.take_words_back)/> }.into_any()>
                    <ToldFields own=Some(testimony.told.clone()) name=name.clone() languages/>
                    <UnsavedWords message=say!(work.unsent) already=!form.problems().is_empty()/>
                    <p class="soft">{say!(testimony.change_note, name = name)}</p>
                </FormPage>
            }
        })
        .await)
}
