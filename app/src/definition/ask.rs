//! Asking everyone to answer the wording as it stands. What is still open is said once, beforehand; it stands in nobody's way.

use kinfolio::definition::{Contribution, Definition, DefinitionSoFar, Section, Statement, StillOpen, Version};
use kinfolio::id::DefinitionId;
use kinfolio::person::{Role, Student};
use kinfolio::policy::{Action, Audience};
use kinfolio::taking_back::SeenAct;
use leptos::prelude::*;

use super::words::{Agreed, list, section_name};
use super::{found, path, place};
use crate::asking::{Asking, In, go};
use crate::parts::FormPage;
use crate::refusal::Answer;
use crate::said::Done;
use crate::shell::Page;
use crate::wording::apart;

/// Before everybody is asked for the first time: what is still open.
pub async fn page(asking: Asking, In(id): In<DefinitionId>) -> Answer {
    let mut conn = asking.read().await?;
    let (definition, student) = found(&asking, &mut conn, &id, Action::AskForAnswers).await?;
    let statements = Statement::of_definition(&mut conn, &definition, student.standing).await?;
    if statements.is_empty() || Version::newest_of(&mut conn, &definition).await?.is_some() {
        return go(path(&definition));
    }
    let contributions = Contribution::of_definition(&mut conn, &definition, student.standing).await?;
    drop(conn);
    let sections = definition.sections(student.standing);
    let so_far = DefinitionSoFar { sections: &sections, statements: &statements, contributions: &contributions };
    let open = so_far.still_open();
    let page = Page::titled(say_in!(asking.locale, definition.ask)).at(place(&student)).working();
    Ok(asking.page(page, move || body(&definition, &student, &statements, open)).await)
}

fn body(definition: &Definition, student: &Student, statements: &[Statement], open: Vec<StillOpen>) -> AnyView {
    let is_own = student.standing.role == Role::Student;
    let lead = match is_own {
        true => say!(definition.ask_note),
        false => say!(definition.ask_note_school, name = apart(student.called())),
    };
    let is_open = !open.is_empty();
    let rows = open.into_iter().map(|open| row(open, definition, student, statements)).collect_view();
    let above = is_open.then(|| {
        view! {
            <section class="flow" id="open">
                <h2>{say!(definition.still_open)}</h2>
                <p>{say!(definition.still_open_note)}</p>
                <ul class="lines">{rows}</ul>
            </section>
        }
    });
    let private = statements.iter().any(|statement| definition.audience(statement.section) == Audience::Me);
    let private = private.then(|| view! { <p class="soft small">{say!(definition.private_not_asked)}</p> });
    let save = if is_open { say!(definition.ask_all_the_same) } else { say!(definition.ask) };
    view! {
        <FormPage back=path(definition) back_words=say!(definition.title) title=say!(definition.ask) lead above=above.into_any()
            action=format!("/definition/{}/version", definition.id) save note=private.into_any()>
            ()
        </FormPage>
    }
    .into_any()
}

/// One thing that is still open, with the way to it.
fn row(open: StillOpen, definition: &Definition, student: &Student, statements: &[Statement]) -> AnyView {
    let here = path(definition);
    match open {
        StillOpen::Sections(sections) => {
            let names: Vec<String> = sections.iter().map(|section: &Section| apart(section_name(*section))).collect();
            let to = format!("{here}#{}", sections.first().copied().unwrap_or(Section::Values));
            view! { <li><p>{say!(definition.open_sections, sections = list(&names))} " " <a href=to>{say!(definition.open_look)}</a></p></li> }
                .into_any()
        }
        StillOpen::NoFamily(ids) => {
            let to = format!("/student/{}/family", student.id);
            let words = statements.iter().filter(|statement| ids.contains(&statement.id)).cloned();
            let words = words
                .map(|statement| view! { <Agreed text=statement.text language=statement.language/> })
                .collect_view();
            view! {
                <li><div class="flow">
                    <p>{say!(definition.open_no_family)} " " <a href=to>{say!(definition.next_family_do)}</a></p>
                    <details class="fold"><summary>{say!(definition.open_which)}</summary><div class="flow">{words}</div></details>
                </div></li>
            }
            .into_any()
        }
        StillOpen::NoSchool => view! { <li><p>{say!(definition.open_no_school)}</p></li> }.into_any(),
    }
}

/// Asks.
pub async fn ask(asking: Asking, In(id): In<DefinitionId>) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let (definition, _) = found(&asking, &mut tx, &id, Action::AskForAnswers).await?;
    let before = asking.before(&mut tx, SeenAct::AskForAnswers, &id).await?;
    definition.ask(&mut tx, &viewer.person_id, asking.now()).await?;
    asking.done(tx, before, format!("{}#answers", path(&definition)), Done::Asked).await
}
