//! `/testimony/{testimony}`: its teller puts it in other words, takes it back, tells it again. Nobody else comes here.

use kinfolio::id::TestimonyId;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::saved::Saved;
use kinfolio::store::Conn;
use kinfolio::testimony::Testimony;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::tell::{ToldFields, told};
use super::{ToldCard, found};
use crate::asking::{Asking, In, go_saying};
use crate::definition::saying::carried_along;
use crate::fields::Fields;
use crate::form::Form;
use crate::islands::UnsavedWords;
use crate::media::Bytes;
use crate::parts::{Back, Hidden, Icon, ProblemSummary};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Width};
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
    if problems.is_empty() {
        let made_from = fields.parsed("version").unwrap_or_default();
        if testimony.reword(&mut tx, made_from, &told).await? == Saved::Kept {
            tx.commit().await?;
            return go_saying(format!("{}#t-{id}", all_of(&student)), "saved");
        }
        problems.note("text", Problem::Said(say_in!(asking.locale, testimony.stale)));
        values.set("version", testimony.version.to_string());
        values.set("stale", "yes");
    }
    asking.not_done(&mut tx).await?;
    tx.commit().await?;
    show(&asking, testimony, student, Form::again(&values, problems)).await
}

/// Takes it back, or tells it again (`again`).
pub async fn withdraw(asking: Asking, In(id): In<TestimonyId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (testimony, student) = own(&asking, &mut tx, &id).await?;
    let said = if fields.has("again") {
        testimony.tell_again(&mut tx).await?;
        "told_again"
    } else {
        testimony.withdraw(&mut tx, asking.now()).await?;
        "told_back"
    };
    tx.commit().await?;
    go_saying(format!("{}#t-{id}", all_of(&student)), said)
}

/// Where everything stands that its teller told about this student.
fn all_of(student: &Student) -> String {
    format!("/student/{}/testimony", student.id)
}

/// The teller's own testimony.
async fn own(asking: &Asking, conn: &mut Conn, id: &TestimonyId) -> Result<(Testimony, Student), Refusal> {
    let (testimony, student) = found(asking, conn, id, Action::Testify).await?;
    let is_theirs = testimony.author_id == asking.viewer()?.person_id;
    if is_theirs { Ok((testimony, student)) } else { Err(Refusal::NotFound) }
}

async fn show(asking: &Asking, testimony: Testimony, student: Student, form: Form) -> Answer {
    let languages = asking.viewer()?.languages.clone();
    let name = apart(student.called());
    let title = say_in!(asking.locale, testimony.change_title, name = name.clone());
    let page = Page::titled(title.clone()).with_form(form.clone()).with_islands();
    Ok(asking
        .page(page, move || {
            let version: i64 = form.values().parsed("version").unwrap_or(testimony.version);
            let both = form.values().has("stale").then(|| {
                view! {
                    <div class="notice notice--info"><Icon name="info"/><div class="flow">
                        <h2>{say!(testimony.reads_now)}</h2>
                        <ToldCard told=testimony.clone()/>
                    </div></div>
                }
            });
            let address = format!("/testimony/{}", testimony.id);
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=all_of(&student) words=say!(testimony.mine)/>
                        <h1>{title}</h1>
                    </header>
                    <ProblemSummary/>
                    {both}
                    <form class="flow" method="post" action=address.clone() enctype="multipart/form-data">
                        <Hidden name="version" value=version.to_string()/>
                        <ToldFields own=Some(testimony.told.clone()) name=name.clone() languages/>
                        <UnsavedWords message=say!(work.unsent) already=!form.problems().is_empty()/>
                        <p class="soft">{say!(testimony.change_note, name = name)}</p>
                        <div class="actions"><button class="btn btn--family btn--big">{say!(testimony.save)}</button></div>
                    </form>
                    {taking_back(&testimony, format!("{address}/withdraw"))}
                </Main>
            }
        })
        .await)
}

fn taking_back(testimony: &Testimony, action: String) -> impl IntoView + use<> {
    let gone = testimony.withdrawn_at.is_some();
    let words = if gone { say!(testimony.tell_again) } else { say!(testimony.take_back) };
    view! {
        <form class="flow" method="post" action=action>
            <hr class="seam"/>
            {gone.then(|| view! { <Hidden name="again" value="yes"/> })}
            <button class="btn">{words}</button>
            {(!gone).then(|| view! { <p class="soft small">{say!(testimony.take_back_note)}</p> })}
        </form>
    }
}
