//! From a statement: the work that speaks for it, or a short story.

use kinfolio::definition::{Definition, Evidence, Statement, Tie, Tied, TypedTie};
use kinfolio::field;
use kinfolio::id::{EvidenceId, StatementId, WorkId};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::taking_back::SeenAct;
use kinfolio::words::{Problem, Problems};
use kinfolio::work::{Work, WorkCard};
use leptos::prelude::*;

use super::{KindAndWhy, at_statement};
use crate::asking::{Asking, In};
use crate::definition::let_in;
use crate::definition::words::{Agreed, section_name};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{FormPage, SelectField, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page, Place};
use crate::work::title_of;

/// A statement with the works that could speak for it.
struct TieForm {
    definition: Definition,
    statement: Statement,
    works: Vec<WorkCard>,
}

/// Asks what speaks for it.
pub async fn page(asking: Asking, In(id): In<StatementId>) -> Answer {
    let desk = desk(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, desk, Form::default()).await
}

/// Ties it.
pub async fn add(asking: Asking, In(id): In<StatementId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let desk = desk(&asking, &mut tx, &id).await?;
    let chosen: Option<WorkId> = fields.parsed(field::WORK);
    let work = chosen.filter(|work| desk.works.iter().any(|card| card.work.id == *work));
    let foreign = work.is_none() && !fields.get(field::WORK).is_empty();
    let mut problems = match Tie::checked(&typed(&fields, work)) {
        Ok(tie) if !foreign && (tie.work.is_none() || tie.story.is_empty()) => {
            let before = asking.before(&mut tx, SeenAct::TieEvidence, &id).await?;
            let new = fields.id_or(EvidenceId::new);
            match Evidence::add(&mut tx, &desk.definition, &id, &new, &tie, asking.now()).await? {
                Tied::Kept(_) => {
                    return asking.done(tx, before, at_statement(&desk.definition, &id), Done::Saved).await;
                }
                Tied::Already(_) => {
                    Problems::from([(field::WORK, Problem::Said(say_in!(asking.locale, evidence.already)))])
                }
            }
        }
        Ok(_) => Problems::default(),
        Err(problems) => problems,
    };
    if foreign {
        problems.note(field::WORK, Problem::Choose);
    } else if !fields.get(field::WORK).is_empty() && !fields.get(field::STORY).trim().is_empty() {
        problems.note(field::STORY, Problem::Said(say_in!(asking.locale, evidence.one_of_two)));
    }
    drop(tx);
    show(&asking, desk, Form::again(&fields, problems)).await
}

/// What a form says about a tie.
pub(super) fn typed(fields: &Fields, work: Option<WorkId>) -> TypedTie<'_> {
    TypedTie {
        work,
        story: fields.get(field::STORY),
        kind: fields.get(field::KIND),
        why: fields.get(field::WHY),
        language: fields.get(field::LANGUAGE),
    }
}

/// A statement of this school year, found through the student whose it is.
async fn desk(asking: &Asking, conn: &mut Conn, id: &StatementId) -> Result<TieForm, Refusal> {
    let definition = Statement::definition_of(conn, &asking.viewer()?.school_id, id).await?;
    let (definition, student) = let_in(asking, conn, definition, Action::TieEvidence).await?;
    let statements = Statement::of_definition(conn, &definition, student.standing).await?;
    let statement = statements.into_iter().find(|statement| statement.id == *id).ok_or(Refusal::NotFound)?;
    Ok(TieForm { definition, statement, works: Work::of_student(conn, &student).await? })
}

async fn show(asking: &Asking, desk: TieForm, form: Form) -> Answer {
    let own = asking.viewer()?.languages.clone();
    let page = Page::titled(say_in!(asking.locale, evidence.tie_title))
        .at(Place::Definition)
        .working()
        .with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let TieForm { definition, statement, works } = desk;
            let identity = Identity::adds(&form, EvidenceId::new);
            let mut choices = vec![(String::new(), say!(evidence.no_work))];
            choices.extend(works.iter().map(|card| (card.work.id.to_string(), title_of(&card.work))));
            view! {
                <FormPage back=at_statement(&definition, &statement.id) back_words=section_name(statement.section)
                    title=say!(evidence.tie_title)
                    about=view! { <Agreed text=statement.text language=statement.language/> }.into_any()
                    action=format!("/statement/{}/evidence/new", statement.id) identity save=say!(evidence.save)
                    note=view! { <p class="soft small">{say!(evidence.who_reads)}</p> }.into_any()>
                    <SelectField name=field::WORK label=say!(evidence.which_work) choices/>
                    <TextArea name=field::STORY label=say!(evidence.story) hint=say!(evidence.story_hint) rows=4 optional=true/>
                    <KindAndWhy own/>
                </FormPage>
            }
        })
        .await)
}
