//! Saying it differently, and taking it away.

use kinfolio::definition::{Definition, Evidence, Source, Statement, Tie};
use kinfolio::field;
use kinfolio::id::EvidenceId;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::taking_back::SeenAct;
use leptos::prelude::*;

use super::lines::Speaks;
use super::tie::typed;
use super::{KindAndWhy, at_statement};
use crate::asking::{Asking, In};
use crate::definition::let_in;
use crate::definition::words::{Agreed, section_name};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{FormPage, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page, Place};

/// Something that is tied, with its statement.
struct OwnEvidence {
    definition: Definition,
    statement: Statement,
    evidence: Evidence,
}

/// The form.
pub async fn page(asking: Asking, In(id): In<EvidenceId>) -> Answer {
    let own = own(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, own, Form::default()).await
}

/// Keeps what it says now. When it was changed elsewhere in the meantime, shows both.
pub async fn change(asking: Asking, In(id): In<EvidenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let own = own(&asking, &mut tx, &id).await?;
    let work = match &own.evidence.source {
        Source::Work { id, .. } => Some(id.clone()),
        Source::Story(_) => None,
    };
    let form = match Tie::checked(&typed(&fields, work)) {
        Ok(tie) => {
            let tie = if tie.work.is_some() { Tie { story: String::new(), ..tie } } else { tie };
            let from = fields.version();
            let before = asking.before(&mut tx, SeenAct::TieEvidence, &own.statement.id).await?;
            if own.evidence.change(&mut tx, &own.definition, from, &tie).await?.is_kept() {
                return asking.done(tx, before, at_statement(&own.definition, &own.statement.id), Done::Saved).await;
            }
            Form::stale(&fields, own.evidence.version, field::WHY)
        }
        Err(problems) => Form::again(&fields, problems),
    };
    drop(tx);
    show(&asking, own, form).await
}

/// Takes it away. What is not there any more is gone already.
pub async fn take_away(asking: Asking, In(id): In<EvidenceId>) -> Answer {
    let mut tx = asking.write().await?;
    let own = own(&asking, &mut tx, &id).await?;
    let before = asking.before(&mut tx, SeenAct::TieEvidence, &own.statement.id).await?;
    own.evidence.take_away(&mut tx, &own.definition).await?;
    asking.done(tx, before, at_statement(&own.definition, &own.statement.id), Done::Untied).await
}

/// Something that is tied, found through the student whose it is.
async fn own(asking: &Asking, conn: &mut Conn, id: &EvidenceId) -> Result<OwnEvidence, Refusal> {
    let definition = Evidence::definition_of(conn, &asking.viewer()?.school_id, id).await?;
    let (definition, student) = let_in(asking, conn, definition, Action::TieEvidence).await?;
    let evidence = Evidence::of_definition(conn, &definition, student.standing).await?;
    let evidence = evidence.into_iter().find(|evidence| evidence.id == *id).ok_or(Refusal::NotFound)?;
    let statements = Statement::all_of_definition(conn, &definition, student.standing).await?;
    let statement = statements.into_iter().find(|statement| statement.id == evidence.statement_id);
    Ok(OwnEvidence { statement: statement.ok_or(Refusal::NotFound)?, definition, evidence })
}

async fn show(asking: &Asking, own: OwnEvidence, form: Form) -> Answer {
    let languages = asking.viewer()?.languages.clone();
    let page = Page::titled(say_in!(asking.locale, evidence.change_title))
        .at(Place::Definition)
        .working()
        .with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let OwnEvidence { definition, statement, evidence } = own;
            let identity = Identity::changes(&form, evidence.version);
            let what = match &evidence.source {
                Source::Work { id, title, language } => {
                    let title = if title.is_empty() { say!(work.untitled) } else { title.clone() };
                    let language = language.tag().to_owned();
                    view! { <p><a class="said" href=format!("/work/{id}") lang=language dir="auto">{title}</a></p> }.into_any()
                }
                Source::Story(story) => {
                    view! { <TextArea name=field::STORY label=say!(evidence.story_told) value=story.clone() rows=4/> }.into_any()
                }
            };
            let (id, words, now) = (statement.id.clone(), statement.text.clone(), evidence.clone());
            let reads_now = move || view! { <Speaks statement=id words evidence=vec![now] may_tie=false/> };
            let back = at_statement(&definition, &statement.id);
            let here = format!("/evidence/{}", evidence.id);
            view! {
                <FormPage back back_words=section_name(statement.section) title=say!(evidence.change_title)
                    about=view! { <Agreed text=statement.text language=statement.language/> }.into_any()
                    reads_now action=here.clone() identity save=say!(evidence.save)
                    beneath=view! { <form class="flow" method="post" action=format!("{here}/take-away")>
                    <hr class="seam"/>
                    <button class="btn btn--small">{say!(evidence.take_away)}</button>
                    <p class="soft small">{say!(evidence.take_away_note)}</p>
                    </form> }.into_any()>
                    {what}
                    <KindAndWhy own=languages kind=evidence.kind.to_string() why=evidence.why language=evidence.language.tag().to_owned()/>
                </FormPage>
            }
        })
        .await)
}
