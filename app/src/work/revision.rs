//! A new version of a work. The earlier ones stay as they are.

use kinfolio::field;
use kinfolio::id::{RevisionId, WorkId};
use kinfolio::policy::Action;
use kinfolio::words::{self, Problem, Problems, limit};
use kinfolio::work::{Revision, Work};
use leptos::prelude::*;

use super::edit::PreviewButton;
use super::fields::{FilesAlong, LinksField, LookingBack, NewPictures, check_links};
use super::pictures::{kept, take_in};
use super::{describe, edit, found, preview, title_of};
use crate::asking::{Asking, In, go, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::islands::{Autosave, AutosaveWords, Here, Preview, UnsavedWords};
use crate::limits::MOST_FILES;
use crate::parts::{FormPage, Hidden, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page, Place};
use crate::wording;

/// The form, beginning with the words of the last version.
pub async fn page(asking: Asking, In(id): In<WorkId>) -> Answer {
    let mut conn = asking.read().await?;
    let (work, _) = found(&asking, &mut conn, &id, Action::ChangeWork).await?;
    if work.kept_at.is_none() {
        // A draft is simply written on.
        return go(format!("/work/{id}/edit"));
    }
    let latest = work.latest(&mut conn).await?.ok_or(Refusal::NotFound)?;
    drop(conn);
    show(&asking, work, latest, preview::looked_at(&asking).await?).await
}

/// Keeps the new version.
pub async fn keep(asking: Asking, In(id): In<WorkId>, mut fields: Fields) -> Answer {
    let (pictures, wrong) = take_in(&asking, &mut fields).await;
    let mut problems = Problems::default();
    let text = problems.take(field::TEXT, words::optional_text(fields.get(field::TEXT), limit::WORK));
    let links = problems.take(field::LINKS, words::optional_text(fields.get(field::LINKS), limit::WORDS));
    check_links(asking.locale, &links, &mut problems);
    let reflection =
        problems.take(field::REFLECTION, words::optional_text(fields.get(field::REFLECTION), limit::WORDS));
    let prompt = words::optional_line(fields.get(field::REFLECTION_PROMPT)).unwrap_or_default();
    let mut tx = asking.write().await?;
    let (work, _) = found(&asking, &mut tx, &id, Action::ChangeWork).await?;
    if !problems.is_empty() {
        if let Some(wrong) = wrong {
            problems.note(field::PICTURES, wrong);
        } else if !pictures.is_empty() {
            problems.note(field::PICTURES, Problem::Said(say_in!(asking.locale, work.pictures_again)));
        }
        let latest = work.latest(&mut tx).await?.ok_or(Refusal::NotFound)?;
        drop(tx);
        return show(&asking, work, latest, Form::again(&fields, problems)).await;
    }
    let revision = fields.id_or(RevisionId::new);
    let added = work.add_revision(&mut tx, &revision, (&text, &links), (&prompt, &reflection), asking.now()).await?;
    if !added {
        // Sent twice; or with the id of something else, and then there is nothing to say.
        let known = work.revisions(&mut tx).await?.iter().any(|there| there.id == revision);
        return if known { go_saying(format!("/work/{id}"), Done::Revised) } else { Err(Refusal::NotFound) };
    }
    for id in fields.all(field::TAKE_OUT).take(MOST_FILES) {
        work.take_out(&mut tx, &revision, id).await?;
    }
    let (_, no_room) = kept(&asking, &mut tx, &work, &pictures).await?;
    preview::forget(&asking, &mut tx).await?;
    tx.commit().await?;
    // The words and the other pictures are kept: what is wrong with one of them is put right in the form for changing it.
    if let Some(wrong) = wrong.or(no_room) {
        return edit::again(&asking, id, Problems::from([(field::PICTURES, wrong)])).await;
    }
    match describe::asked_for(&mut asking.read().await?, &work).await? {
        Some(asked) => go(asked),
        None => go_saying(format!("/work/{id}"), Done::Revised),
    }
}

async fn show(asking: &Asking, work: Work, latest: Revision, form: Form) -> Answer {
    let wrong = form.problem(field::PICTURES).map(|wrong| wording::problem(asking.locale, wrong));
    let came_back = !form.problems().is_empty();
    let page = Page::titled(say_in!(asking.locale, work.revise)).at(Place::Works).with_islands().with_form(form);
    Ok(asking
        .page(page, move || {
            let title = title_of(&work);
            // A revision is added when its student says so: until then the device keeps the words.
            let (person, about) = (work.student_id.to_string(), format!("{}-revision", work.id));
            view! {
                <FormPage back=format!("/work/{}", work.id) back_words=title title=say!(work.revise)
                    lead=say!(work.revise_lead)
                    action=format!("/work/{}/revision/new", work.id) files=true save=say!(work.revise_keep) beside=view! { <PreviewButton form=format!("/work/{}/revision/new", work.id)/> }.into_any()>
                    <Hidden name=field::ID value=RevisionId::new().to_string()/>
                    <TextArea name=field::TEXT label=say!(work.text) hint=say!(work.text_hint) value=latest.text rows=12/>
                    <Preview address="/preview".to_owned() title=say!(work.preview)/>
                    <LinksField value=latest.links/>
                    <FilesAlong pictures=latest.pictures files=latest.files/>
                    <NewPictures wrong/>
                    <LookingBack prompt=say!(work.prompt_changed) reflection="".to_owned()/>
                    <UnsavedWords message=say!(work.unsent) already=came_back/>
                    <Autosave address=None then_at=None person about version=Some(work.version) already=came_back words=AutosaveWords::here()/>
                </FormPage>
            }
        })
        .await)
}
