//! A new version of a work. The earlier ones stay as they are.

use kinfolio::id::{RevisionId, WorkId};
use kinfolio::policy::Action;
use kinfolio::words::{self, Problems, limit};
use kinfolio::work::{Revision, Work};
use leptos::prelude::*;

use super::fields::{LookingBack, NewPictures};
use super::pictures::{kept, take_in};
use super::{found, title_of};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Back, Hidden, ProblemSummary, TextArea, UnsavedWords};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place, Width};
use crate::wording;

/// The form, beginning with the words of the last version.
pub async fn page(asking: Asking, In(id): In<WorkId>) -> Answer {
    let mut conn = asking.read().await?;
    let (work, _) = found(&asking, &mut conn, &id, Action::ChangeWork).await?;
    let latest = work.latest(&mut conn).await?.ok_or(Refusal::NotFound)?;
    drop(conn);
    show(&asking, work, latest, Form::default()).await
}

/// Keeps the new version.
pub async fn keep(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let (pictures, wrong) = take_in(&asking, &fields).await;
    let mut problems = Problems::default();
    let text = problems.take("text", words::optional_text(fields.get("text"), limit::WORK));
    let reflection = problems.take("reflection", words::optional_text(fields.get("reflection"), limit::WORDS));
    let prompt = words::optional_line(fields.get("reflection_prompt")).unwrap_or_default();
    if let Some(wrong) = wrong {
        problems.note("pictures", wrong);
    }
    let mut tx = asking.write().await?;
    let (work, _) = found(&asking, &mut tx, &id, Action::ChangeWork).await?;
    if !problems.is_empty() {
        let latest = work.latest(&mut tx).await?.ok_or(Refusal::NotFound)?;
        drop(tx);
        return show(&asking, work, latest, Form::again(&fields, problems)).await;
    }
    let revision = fields.parsed("id").unwrap_or_else(RevisionId::new);
    let known = work.revisions(&mut tx).await?.iter().any(|there| there.id == revision);
    work.add_revision(&mut tx, &revision, &text, (&prompt, &reflection), asking.now()).await?;
    let latest = work.latest(&mut tx).await?.filter(|latest| latest.id == revision && !known);
    if let Some(latest) = latest {
        kept(&asking, &mut tx, &work, &latest, &pictures).await?;
    }
    tx.commit().await?;
    go_saying(format!("/work/{id}"), "revised")
}

async fn show(asking: &Asking, work: Work, latest: Revision, form: Form) -> Answer {
    let wrong = form.problem("pictures").map(|wrong| wording::problem(asking.locale, wrong));
    let page = Page::titled(say_in!(asking.locale, work.revise)).at(Place::Works).with_islands().with_form(form);
    Ok(asking
        .page(page, move || {
            let title = title_of(&work);
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=format!("/work/{}", work.id) words=title/>
                        <h1>{say!(work.revise)}</h1>
                        <p class="lead">{say!(work.revise_lead)}</p>
                    </header>
                    <form method="post" enctype="multipart/form-data" class="flow" action=format!("/work/{}/revision/new", work.id)>
                        <ProblemSummary/>
                        <Hidden name="id" value=RevisionId::new().to_string()/>
                        <TextArea name="text" label=say!(work.text) hint=say!(work.text_hint) value=latest.text rows=12/>
                        <NewPictures wrong/>
                        <LookingBack prompt=say!(work.prompt_changed) reflection="".to_owned()/>
                        <UnsavedWords message=say!(work.unsent) already=false/>
                        <div class="actions"><button class="btn btn--primary">{say!(work.revise_keep)}</button></div>
                    </form>
                </Main>
            }
        })
        .await)
}
