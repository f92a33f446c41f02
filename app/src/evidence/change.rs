//! Saying it differently, and taking it away.

use kinfolio::definition::{Definition, Evidence, Source, Statement, Tie};
use kinfolio::id::EvidenceId;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::words::Problem;
use leptos::prelude::*;

use super::lines::Speaks;
use super::tie::typed;
use super::{KindAndWhy, at_statement};
use crate::asking::{Asking, In, go_saying};
use crate::definition::let_in;
use crate::definition::words::{Agreed, section_name};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Back, Hidden, Icon, ProblemSummary, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place, Said, Width};

/// Something that is tied, with its statement.
struct OwnEvidence {
    definition: Definition,
    statement: Statement,
    evidence: Evidence,
}

/// The form.
pub async fn page(asking: Asking, In(id): In<EvidenceId>) -> Answer {
    let own = own(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, own, false, Form::default()).await
}

/// Keeps what it says now. When it was changed elsewhere in the meantime, shows both.
pub async fn change(asking: Asking, In(id): In<EvidenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let own = own(&asking, &mut tx, &id).await?;
    let work = match &own.evidence.source {
        Source::Work { id, .. } => Some(id.clone()),
        Source::Story(_) => None,
    };
    let mut values = fields.values.clone();
    let (stale, problems) = match Tie::checked(&typed(&fields, work)) {
        Ok(tie) => {
            let tie = if tie.work.is_some() { Tie { story: String::new(), ..tie } } else { tie };
            let from = fields.version();
            if own.evidence.change(&mut tx, &own.definition, from, &tie).await?.is_kept() {
                tx.commit().await?;
                return go_saying(at_statement(&own.definition, &own.statement.id), Said::Saved);
            }
            values.set("version", own.evidence.version.to_string());
            let changed = Problem::Said(say_in!(asking.locale, definition.stale));
            (true, [("why", changed)].into())
        }
        Err(problems) => (false, problems),
    };
    drop(tx);
    show(&asking, own, stale, Form::again(&values, problems)).await
}

/// Takes it away. What is not there any more is gone already.
pub async fn take_away(asking: Asking, In(id): In<EvidenceId>) -> Answer {
    let mut tx = asking.write().await?;
    let own = own(&asking, &mut tx, &id).await?;
    own.evidence.take_away(&mut tx, &own.definition).await?;
    tx.commit().await?;
    go_saying(at_statement(&own.definition, &own.statement.id), Said::Untied)
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

async fn show(asking: &Asking, own: OwnEvidence, stale: bool, form: Form) -> Answer {
    let languages = asking.viewer()?.languages.clone();
    let page = Page::titled(say_in!(asking.locale, evidence.change_title))
        .at(Place::Definition)
        .working()
        .with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let OwnEvidence { definition, statement, evidence } = own;
            let version: i64 = form.values().parsed("version").unwrap_or(evidence.version);
            let what = match &evidence.source {
                Source::Work { id, title, language } => {
                    let title = if title.is_empty() { say!(work.untitled) } else { title.clone() };
                    let language = language.tag().to_owned();
                    view! { <p><a class="said" href=format!("/work/{id}") lang=language dir="auto">{title}</a></p> }.into_any()
                }
                Source::Story(story) => {
                    view! { <TextArea name="story" label=say!(evidence.story_told) value=story.clone() rows=4/> }.into_any()
                }
            };
            let both = stale.then(|| {
                let (id, words, now) = (statement.id.clone(), statement.text.clone(), evidence.clone());
                view! {
                    <div class="notice notice--info"><Icon name="info"/><div class="flow">
                        <h2>{say!(definition.reads_now)}</h2>
                        <Speaks statement=id words evidence=vec![now] may_tie=false/>
                    </div></div>
                }
            });
            let back = at_statement(&definition, &statement.id);
            let here = format!("/evidence/{}", evidence.id);
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=back words=section_name(statement.section)/>
                        <h1>{say!(evidence.change_title)}</h1>
                        <Agreed text=statement.text language=statement.language/>
                    </header>
                    <ProblemSummary/>
                    {both}
                    <form method="post" action=here.clone()>
                        <Hidden name="version" value=version.to_string()/>
                        {what}
                        <KindAndWhy own=languages kind=evidence.kind.to_string() why=evidence.why language=evidence.language.tag().to_owned()/>
                        <div class="actions"><button class="btn btn--primary">{say!(evidence.save)}</button></div>
                    </form>
                    <form class="flow" method="post" action=format!("{here}/take-away")>
                        <hr class="seam"/>
                        <button class="btn btn--small">{say!(evidence.take_away)}</button>
                        <p class="soft small">{say!(evidence.take_away_note)}</p>
                    </form>
                </Main>
            }
        })
        .await)
}
