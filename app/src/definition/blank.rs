//! `/statement/{statement}/blank`: whoever typed letters into a statement sees which, and takes them back for good.

use kinfolio::definition::{OwnWords, Statement};
use kinfolio::field;
use kinfolio::id::StatementId;
use kinfolio::language::Language;
use kinfolio::person::{Role, Student, Viewer};
use kinfolio::policy::{Action, Audience};
use kinfolio::store::Conn;
use leptos::prelude::*;

use super::blanks::{address, stretches};
use super::words::readers;
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::parts::{Back, Hidden};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Place, Width};
use crate::taking_back::seen;

/// What will be blank, and who could read it until now.
pub async fn page(asking: Asking, In(id): In<StatementId>) -> Answer {
    let viewer = asking.may_here(Action::TakeBack)?.clone();
    let mut conn = asking.read().await?;
    let own = OwnWords::of(&mut conn, &viewer, &id).await?.ok_or(Refusal::NotFound)?;
    let here = where_it_is_read(&mut conn, &viewer, &id).await?;
    drop(conn);
    let page = Page::titled(say_in!(asking.locale, blank.title)).at(Place::Elsewhere);
    let page = if viewer.role == Role::Family { page } else { page.working() };
    Ok(asking
        .page(page, move || {
            let (back, back_words) = match here {
                Some(_) => (format!("/statement/{id}"), say!(definition.statement_change)),
                None => ("/bin".to_owned(), say!(bin.title)),
            };
            let body = if own.is_any { what_goes(&id, own).into_any() } else { nothing().into_any() };
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=back words=back_words/>
                        <h1>{say!(blank.title)}</h1>
                    </header>
                    {body}
                </Main>
            }
        })
        .await)
}

/// Takes them back.
pub async fn blank(asking: Asking, In(id): In<StatementId>, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::TakeBack)?.clone();
    // What they typed a moment ago is theirs to take back, too.
    if let Err(error) = asking.services.rooms.keep_all().await {
        tracing::warn!(%error, "what was written could not be kept before words were taken back");
    }
    let mut tx = asking.write().await?;
    let blanked = OwnWords::blank(&mut tx, &viewer, &id, asking.now()).await?.ok_or(Refusal::NotFound)?;
    seen(&fields)?;
    let here = where_it_is_read(&mut tx, &viewer, &id).await?;
    tx.commit().await?;
    for id in &blanked {
        // Those who are writing it see the blank at once.
        asking.services.rooms.changed(id).await;
    }
    go_saying(here.unwrap_or_else(|| "/bin".to_owned()), Done::Blanked)
}

/// Where somebody reads a statement; nowhere, when they do not see it any more, or write on it no longer.
async fn where_it_is_read(conn: &mut Conn, viewer: &Viewer, id: &StatementId) -> Result<Option<String>, Refusal> {
    let Some(definition) = Statement::definition_of(conn, &viewer.school_id, id).await? else { return Ok(None) };
    let Some(student) = Student::seen_by(conn, viewer, &definition.student_id).await? else { return Ok(None) };
    let definition = definition.looked_at_by(&viewer.person_id);
    let statements = Statement::all_of_definition(conn, &definition, student.standing).await?;
    let here = statements.iter().find(|statement| statement.id == *id);
    let writes = |statement: &&Statement| {
        definition.takes(Action::WriteStatement)
            && definition.may(student.standing, Action::WriteStatement, statement.section)
    };
    Ok(here.filter(writes).map(|_| format!("{}#s-{id}", super::path(&definition))))
}

fn nothing() -> impl IntoView {
    view! { <p class="empty">{say!(blank.none)}</p> }
}

fn what_goes(id: &StatementId, own: OwnWords) -> impl IntoView + use<> {
    let name = own.student_name;
    let readers = match own.audience {
        Audience::Me => say!(blank.read_me, name = name.as_str()),
        audience => readers(audience, &name),
    };
    let chosen = own.is_chosen.then(|| view! { <p>{say!(definition.reads_chosen, name = name.as_str())}</p> });
    view! {
        <p class="lead">{say!(blank.lead)}</p>
        {words_under(say!(blank.now), own.now, &own.language)}
        {words_under(say!(blank.before), own.before, &own.language)}
        <section class="flow">
            <h2>{say!(blank.readers)}</h2>
            <p>{readers}</p>
            {chosen}
            <p class="soft">{say!(blank.copies)}</p>
        </section>
        <section class="flow">
            <h2>{say!(blank.then)}</h2>
            <ul>
                <li>{say!(blank.others)}</li>
                <li>{say!(blank.lapse)}</li>
                <li>{say!(blank.renditions)}</li>
            </ul>
        </section>
        <form method="post" action=address(id)>
            <Hidden name=field::SURE value="yes"/>
            <button class="btn">{say!(blank.take_back)}</button>
        </form>
    }
}

fn words_under(heading: String, words: Vec<String>, language: &Language) -> Option<AnyView> {
    (!words.is_empty())
        .then(|| view! { <section class="flow"><h2>{heading}</h2>{stretches(words, language)}</section> }.into_any())
}
