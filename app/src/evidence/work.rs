//! From a work: the statements it speaks for, one tie after another.

use kinfolio::definition::{Definition, Evidence, Statement, Tie, Tied};
use kinfolio::field;
use kinfolio::id::{EvidenceId, StatementId, WorkId};
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::taking_back::SeenAct;
use kinfolio::words::Problem;
use kinfolio::work::Work;
use leptos::prelude::*;

use super::KindAndWhy;
use super::lines::{SpokenFor, for_line};
use super::tie::typed;
use crate::asking::{Asking, In};
use crate::definition::words::section_name;
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Back, Choice, Hidden, ProblemSummary, Radios};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Place, Width};
use crate::work::title_of;

/// A work, what it speaks for, and what else it could speak for.
struct EvidenceForm {
    work: Work,
    spoken: Vec<SpokenFor>,
    definition: Option<Definition>,
    open: Vec<Statement>,
}

/// Asks what it speaks for.
pub async fn page(asking: Asking, In(id): In<WorkId>) -> Answer {
    let desk = desk(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, desk, Form::default()).await
}

/// Ties it to a statement.
pub async fn add(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let desk = desk(&asking, &mut tx, &id).await?;
    let chosen: Option<StatementId> = fields.parsed(field::STATEMENT);
    // One it speaks for already may be chosen too: a form that is sent twice.
    let statement = chosen.filter(|chosen| {
        desk.open.iter().any(|statement| statement.id == *chosen)
            || desk.spoken.iter().any(|spoken| spoken.statement.id == *chosen && !spoken.definition.is_earlier)
    });
    let checked = Tie::checked(&typed(&fields, Some(id.clone())));
    let mut problems = checked.as_ref().err().cloned().unwrap_or_default();
    if statement.is_none() {
        problems.note(field::STATEMENT, Problem::Choose);
    }
    if let (Some(definition), Some(statement), Ok(tie)) = (&desk.definition, &statement, checked) {
        let tie = Tie { story: String::new(), ..tie };
        let before = asking.before(&mut tx, SeenAct::TieEvidence, statement).await?;
        let new = fields.id_or(EvidenceId::new);
        if let Tied::Kept(_) = Evidence::add(&mut tx, definition, statement, &new, &tie, asking.now()).await? {
            return asking.done(tx, before, format!("/work/{id}#speaks-for"), Done::Saved).await;
        }
        problems.note(field::STATEMENT, Problem::Said(say_in!(asking.locale, evidence.already)));
    }
    drop(tx);
    show(&asking, desk, Form::again(&fields, problems)).await
}

async fn desk(asking: &Asking, conn: &mut Conn, id: &WorkId) -> Result<EvidenceForm, Refusal> {
    let (work, student) = Work::find(conn, asking.viewer()?, id).await?.ok_or(Refusal::NotFound)?;
    if !work.may(student.standing, Action::TieEvidence) {
        return Err(Refusal::NotFound);
    }
    let spoken = spoken_for(conn, &work, &student).await?;
    let definition = Definition::current_of(conn, &student.school_id, &student.id).await?;
    let mut open = match &definition {
        Some(definition) => Statement::of_definition(conn, definition, student.standing).await?,
        None => Vec::new(),
    };
    open.retain(|statement| !spoken.iter().any(|spoken| spoken.statement.id == statement.id));
    open.sort_by_key(|statement| statement.section);
    Ok(EvidenceForm { work, spoken, definition, open })
}

/// The statements a work speaks for, as far as whoever looks may see them.
pub async fn spoken_for(conn: &mut Conn, work: &Work, student: &Student) -> Result<Vec<SpokenFor>, Refusal> {
    let mut spoken: Vec<SpokenFor> = Vec::new();
    let mut read: Vec<(Definition, Vec<Statement>)> = Vec::new();
    for (evidence, definition) in Evidence::of_work(conn, work, student.standing).await? {
        if !read.iter().any(|(known, _)| known.id == definition.id) {
            let statements = Statement::of_definition(conn, &definition, student.standing).await?;
            read.push((definition.clone(), statements));
        }
        let statements = read.iter().find(|(known, _)| known.id == definition.id).map(|(_, statements)| statements);
        let statement = statements.and_then(|all| all.iter().find(|one| one.id == evidence.statement_id)).cloned();
        spoken.extend(statement.map(|statement| SpokenFor { evidence, definition, statement }));
    }
    Ok(spoken)
}

async fn show(asking: &Asking, desk: EvidenceForm, form: Form) -> Answer {
    let own = asking.viewer()?.languages.clone();
    let page =
        Page::titled(say_in!(asking.locale, evidence.speaks_for)).at(Place::Works).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let EvidenceForm { work, spoken, definition, open } = desk;
            let lines = (!spoken.is_empty()).then(|| {
                let lines = spoken.into_iter().map(|spoken| for_line(spoken, true)).collect_view();
                view! { <ul class="evidence">{lines}</ul> }
            });
            let way = definition
                .as_ref()
                .map_or_else(|| format!("/student/{}/definition", work.student_id), crate::definition::path);
            let posted = !form.problems().is_empty();
            let body = match open.is_empty() && !posted {
                true if lines.is_some() => view! { <p class="nudge">{say!(evidence.all_tied)}</p> }.into_any(),
                true => view! {
                    <p class="nudge">{say!(evidence.no_statements)} " " <a href=way>{say!(definition.title)}</a></p>
                }
                .into_any(),
                false => form_for(&work, open, own, &form),
            };
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=format!("/work/{}", work.id) words=title_of(&work)/>
                        <h1>{say!(evidence.speaks_for)}</h1>
                        <p class="lead">{say!(evidence.speaks_for_lead)}</p>
                    </header>
                    <ProblemSummary/>
                    {lines}
                    {body}
                </Main>
            }
        })
        .await)
}

fn form_for(work: &Work, open: Vec<Statement>, own: kinfolio::language::Languages, form: &Form) -> AnyView {
    let id: EvidenceId = form.values().id_or(EvidenceId::new);
    let choices = open
        .into_iter()
        .map(|statement| Choice {
            language: Some(statement.language),
            ..Choice::new(statement.id.to_string(), statement.text).noted(section_name(statement.section))
        })
        .collect();
    view! {
        <form method="post" action=format!("/work/{}/evidence", work.id)>
            <Hidden name=field::ID value=id.to_string()/>
            <Radios name=field::STATEMENT label=say!(evidence.which_statement) choices/>
            <KindAndWhy own/>
            <div class="actions"><button class="btn btn--primary">{say!(evidence.save)}</button></div>
            <p class="soft small">{say!(evidence.who_reads)}</p>
        </form>
    }
    .into_any()
}
