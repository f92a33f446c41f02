//! One shelf: its name, what it is about, what stands on it.

use kinfolio::field;
use kinfolio::id::ShelfId;
use kinfolio::person::Student;
use kinfolio::portfolio::{Arrangement, NewShelf, ShelfRow};
use kinfolio::taking_back::{BinKind, SeenAct};
use leptos::prelude::*;

use super::arrange::{ShelfFields, address, student_of, typed_shelf};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::FormPage;
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page, Place};
use crate::taking_back::thrown;

/// The form.
pub async fn page(asking: Asking, In(id): In<ShelfId>) -> Answer {
    let mut conn = asking.read().await?;
    let student = student_of(&asking, &mut conn, &id).await?;
    let arrangement = Arrangement::of(&mut conn, &student.school_id, &student.id).await?;
    show(&asking, &student, &arrangement, &id, Form::default()).await
}

/// Changes the shelf.
pub async fn change(asking: Asking, In(id): In<ShelfId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let student = student_of(&asking, &mut tx, &id).await?;
    let arrangement = Arrangement::held(&mut tx, &student.school_id, &student.id).await?;
    let shelf = arrangement.shelf(&id).ok_or(Refusal::NotFound)?;
    let before = asking.before(&mut tx, SeenAct::ArrangePortfolio, &student.id).await?;
    let called = shelf.statement_id.as_ref().map(|_| shelf.name.as_str());
    let form = match NewShelf::checked(typed_shelf(&fields), called) {
        Ok(new) => {
            if arrangement.change_shelf(&mut tx, shelf, fields.version(), &new).await?.is_kept() {
                return asking.done(tx, before, format!("{}#shelf-{id}", address(&student)), Done::Saved).await;
            }
            let field = if called.is_some() { field::ABOUT } else { field::NAME };
            Form::stale(&fields, shelf.version, field)
        }
        Err(problems) => Form::again(&fields, problems),
    };
    drop(tx);
    show(&asking, &student, &arrangement, &id, form).await
}

/// Takes the shelf away, into the bin.
pub async fn remove(asking: Asking, In(id): In<ShelfId>) -> Answer {
    let mut tx = asking.write().await?;
    let student = student_of(&asking, &mut tx, &id).await?;
    let arrangement = Arrangement::held(&mut tx, &student.school_id, &student.id).await?;
    let name = arrangement.shelf(&id).map(|shelf| shelf.name.clone()).unwrap_or_default();
    arrangement.clear_shelf(&mut tx, &id).await?;
    let became = BinKind::Shelf.throw_away(&mut tx, asking.viewer()?, &id, &name, asking.now()).await?;
    tx.commit().await?;
    go_saying(address(&student), thrown(&became))
}

async fn show(asking: &Asking, student: &Student, arrangement: &Arrangement, id: &ShelfId, form: Form) -> Answer {
    let shelf: ShelfRow = arrangement.shelf(id).ok_or(Refusal::NotFound)?.clone();
    let (works, back) = (arrangement.works.clone(), address(student));
    let page = Page::titled(shelf.name.clone()).at(Place::Portfolio).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let identity = Identity::changes(&form, shelf.version);
            let action = format!("/shelf/{}", shelf.id);
            let (name, about) = (shelf.name.clone(), shelf.about.clone());
            let reads_now =
                move || view! { <p class="said" dir="auto">{name}</p> <p class="said" dir="auto">{about}</p> };
            let of_a_statement = shelf.statement_id.is_some().then(|| of_a_statement(&shelf));
            view! {
                <FormPage back back_words=say!(portfolio.arrange) title=shelf.name.clone() said=true
                    above=of_a_statement.into_any() reads_now action=action.clone() identity save=say!(portfolio.save)
                    beneath=view! { <form class="flow" method="post" action=format!("{action}/remove")>
                    <hr class="seam"/>
                    <button class="btn btn--small btn--danger">{say!(portfolio.remove)}</button>
                    <p class="soft small">{say!(portfolio.remove_note)}</p>
                    </form> }.into_any()>
                    <ShelfFields works shelf=shelf.clone()/>
                </FormPage>
            }
        })
        .await)
}

/// That the shelf is a statement, and the way to give it a name of its own.
fn of_a_statement(shelf: &ShelfRow) -> impl IntoView + use<> {
    let words = if shelf.is_aside { say!(portfolio.statement_aside) } else { say!(portfolio.is_statement) };
    view! {
        <form class="nudge flow" method="post" action=format!("/shelf/{}/name", shelf.id)>
            <p>{words}</p>
            <p><button class="btn btn--small">{say!(portfolio.own_name)}</button> " " {say!(portfolio.own_name_note)}</p>
        </form>
    }
}
