//! One shelf: its name, what it is about, what stands on it.

use kinfolio::id::ShelfId;
use kinfolio::person::Student;
use kinfolio::portfolio::{Arrangement, NewShelf, ShelfRow, limit};
use kinfolio::words::{Problem, Problems, optional_text};
use leptos::prelude::*;

use super::arrange::{ShelfFields, address, shelf_of, student_of};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Back, Hidden, Icon, ProblemSummary};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place, Said, Width};

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
    let mut problems = Problems::default();
    let mut values = fields.values.clone();
    let new = match &shelf.statement_id {
        None => shelf_of(&fields, &mut problems),
        // Its name is the statement's.
        Some(_) => NewShelf {
            name: shelf.name.clone(),
            about: problems.take("about", optional_text(fields.get("about"), limit::ABOUT)),
            works: fields.all_parsed("works"),
        },
    };
    if problems.is_empty() {
        let from_version = fields.version();
        if arrangement.change_shelf(&mut tx, shelf, from_version, &new).await?.is_kept() {
            tx.commit().await?;
            return go_saying(format!("{}#shelf-{id}", address(&student)), Said::Saved);
        }
        let field = if shelf.statement_id.is_some() { "about" } else { "name" };
        problems.note(field, Problem::Said(say_in!(asking.locale, portfolio.stale)));
        values.set("version", shelf.version.to_string());
        values.set("stale", "yes");
    }
    drop(tx);
    show(&asking, &student, &arrangement, &id, Form::again(&values, problems)).await
}

/// Takes the shelf away.
pub async fn remove(asking: Asking, In(id): In<ShelfId>) -> Answer {
    let mut tx = asking.write().await?;
    let student = student_of(&asking, &mut tx, &id).await?;
    let arrangement = Arrangement::held(&mut tx, &student.school_id, &student.id).await?;
    arrangement.remove_shelf(&mut tx, &id).await?;
    tx.commit().await?;
    go_saying(address(&student), Said::Saved)
}

async fn show(asking: &Asking, student: &Student, arrangement: &Arrangement, id: &ShelfId, form: Form) -> Answer {
    let shelf: ShelfRow = arrangement.shelf(id).ok_or(Refusal::NotFound)?.clone();
    let (works, back) = (arrangement.works.clone(), address(student));
    let page = Page::titled(shelf.name.clone()).at(Place::Portfolio).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let version: i64 = form.values().parsed("version").unwrap_or(shelf.version);
            let action = format!("/shelf/{}", shelf.id);
            let both = form.values().has("stale").then(|| {
                view! {
                    <div class="notice notice--info"><Icon name="info"/><div>
                        <h2>{say!(portfolio.reads_now)}</h2>
                        <p class="said" dir="auto">{shelf.name.clone()}</p>
                        <p class="said" dir="auto">{shelf.about.clone()}</p>
                    </div></div>
                }
            });
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=back words=say!(portfolio.arrange)/>
                        <h1 class="said">{shelf.name.clone()}</h1>
                    </header>
                    <ProblemSummary/>
                    {both}
                    {shelf.statement_id.is_some().then(|| of_a_statement(&shelf))}
                    <form method="post" action=action.clone()>
                        <Hidden name="version" value=version.to_string()/>
                        <ShelfFields works shelf=shelf.clone()/>
                        <div class="actions"><button class="btn btn--primary">{say!(portfolio.save)}</button></div>
                    </form>
                    <form class="flow" method="post" action=format!("{action}/remove")>
                        <hr class="seam"/>
                        <button class="btn btn--small btn--danger">{say!(portfolio.remove)}</button>
                        <p class="soft small">{say!(portfolio.remove_note)}</p>
                    </form>
                </Main>
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
