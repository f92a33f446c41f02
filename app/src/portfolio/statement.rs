//! `/student/{student}/shelf/statement`: statements of the definition become shelves.

use kinfolio::field;
use kinfolio::id::{PersonId, ShelfId, StatementId};
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::portfolio::{Arrangement, StatementRow, limit};
use kinfolio::saved::Saved;
use kinfolio::taking_back::SeenAct;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::arrange::{address, student_of};
use crate::asking::{Asking, In};
use crate::definition::blanks::with_blanks;
use crate::definition::words::section_name;
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Back, Hidden, ProblemSummary};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Place};
use crate::wording::number;

/// The statements, each with a button.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::ArrangePortfolio).await?;
    let statements = Arrangement::statements(&mut conn, &student).await?;
    drop(conn);
    show(&asking, student, statements, Form::default()).await
}

/// Makes one a shelf.
pub async fn make(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let student = asking.student(&mut tx, &id, Action::ArrangePortfolio).await?;
    let arrangement = Arrangement::held(&mut tx, &student.school_id, &student.id).await?;
    let statements = Arrangement::statements(&mut tx, &student).await?;
    let before = asking.before(&mut tx, SeenAct::ArrangePortfolio, &id).await?;
    let named: Option<StatementId> = fields.parsed(field::STATEMENT);
    let mut problems = Problems::default();
    match statements.iter().find(|statement| Some(&statement.id) == named.as_ref()) {
        None => problems.note(field::STATEMENT, Problem::Choose),
        Some(statement) => match arrangement.add_statement(&mut tx, statement).await? {
            Saved::Kept(shelf) => {
                let page = format!("{}#shelf-{shelf}", address(&student));
                return asking.done(tx, before, page, Done::Saved).await;
            }
            _ => {
                let full = say_in!(asking.locale, portfolio.full, max = number(limit::SHELVES as i64));
                problems.note(field::STATEMENT, Problem::Said(full));
            }
        },
    }
    drop(tx);
    show(&asking, student, statements, Form::again(&fields, problems)).await
}

/// Gives a shelf that is a statement a name of its own.
pub async fn leave(asking: Asking, In(id): In<ShelfId>) -> Answer {
    let mut tx = asking.write().await?;
    let student = student_of(&asking, &mut tx, &id).await?;
    let arrangement = Arrangement::held(&mut tx, &student.school_id, &student.id).await?;
    let shelf = arrangement.shelf(&id).ok_or(Refusal::NotFound)?;
    let before = asking.before(&mut tx, SeenAct::ArrangePortfolio, &student.id).await?;
    arrangement.leave_statement(&mut tx, shelf).await?;
    asking.done(tx, before, format!("/shelf/{id}"), Done::Saved).await
}

async fn show(asking: &Asking, student: Student, statements: Vec<StatementRow>, form: Form) -> Answer {
    let title = say_in!(asking.locale, portfolio.shelf_statements);
    let page = Page::titled(title.clone()).at(Place::Portfolio).working().with_form(form);
    Ok(asking
        .page(page, move || {
            let action = format!("/student/{}/shelf/statement", student.id);
            let none = statements.is_empty().then(|| {
                let definition = format!("/student/{}/definition", student.id);
                view! {
                    <div class="empty">
                        <h2>{say!(portfolio.shelf_statements_none)}</h2>
                        <p>{say!(portfolio.shelf_statements_none_do)}</p>
                        <p class="actions"><a class="btn" href=definition>{say!(shell.definition)}</a></p>
                    </div>
                }
            });
            let rows: Vec<_> = statements.into_iter().map(|statement| row(statement, &action)).collect();
            let rows = (!rows.is_empty()).then(|| view! { <ul class="lines" id="field-statement">{rows}</ul> });
            view! {
                <Main>
                    <header>
                        <Back to=address(&student) words=say!(portfolio.arrange)/>
                        <h1>{title}</h1>
                        <p class="lead">{say!(portfolio.shelf_statements_lead)}</p>
                    </header>
                    <ProblemSummary/>
                    {none}
                    {rows}
                </Main>
            }
        })
        .await)
}

fn row(statement: StatementRow, action: &str) -> impl IntoView + use<> {
    let action = action.to_owned();
    let way = match statement.shelf {
        Some(shelf) => {
            let label = format!("{}: {}", say!(portfolio.is_shelf), statement.text);
            view! { <a class="push" href=format!("/shelf/{shelf}") aria-label=label>{say!(portfolio.is_shelf)}</a> }
                .into_any()
        }
        None => {
            let label = format!("{}: {}", say!(portfolio.make_shelf), statement.text);
            view! {
                <form class="push" method="post" action=action>
                    <Hidden name=field::STATEMENT value=statement.id.to_string()/>
                    <button class="btn btn--small" aria-label=label>{say!(portfolio.make_shelf)}</button>
                </form>
            }
            .into_any()
        }
    };
    view! {
        <li>
            <div>
                <p class="said" lang=statement.language.tag().to_owned() dir="auto">{with_blanks(statement.text)}</p>
                <p class="soft small">{section_name(statement.section)}</p>
            </div>
            {way}
        </li>
    }
}
