//! Adding a work, and changing it: one form. Whatever fits is saved each time it is sent, as a draft at least, so that
//! words and pictures are never lost to something that is missing.

use kinfolio::id::{PictureId, WorkId};
use kinfolio::person::{Role, Viewer};
use kinfolio::policy::Action;
use kinfolio::store::{Conn, Tx};
use kinfolio::target::Target;
use kinfolio::words::{self, Problem, Problems};
use kinfolio::work::{Revision, Saved, Work, Writing};
use leptos::prelude::*;

use super::fields::{FormField, LookingBack, NewPictures, PicturesThere, TargetsField, typed};
use super::pictures::{kept, take_in};
use super::{UploadPictures, UploadWords, found};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{
    AudienceField, Back, Hidden, LanguageField, ProblemSummary, Prose, TextArea, TextField, UnsavedWords,
};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place, Width};
use crate::wording;

/// What the form is about.
struct Editing {
    id: WorkId,
    /// None while nothing is saved.
    there: Option<There>,
    targets: Vec<Target>,
    viewer: Viewer,
    /// What stands in the database, when the form was made from something older.
    stale: Option<Box<Revision>>,
}

/// What is saved already.
struct There {
    work: Work,
    chosen: Vec<String>,
    latest: Revision,
    is_open: bool,
}

/// Add work.
pub async fn add(asking: Asking) -> Answer {
    let viewer = asking.as_role(Role::Student)?.clone();
    let targets = Target::all(&mut asking.read().await?, &viewer.school_id).await?;
    let editing = Editing { id: WorkId::new(), there: None, targets, viewer, stale: None };
    show(&asking, editing, Form::default()).await
}

/// Change a work.
pub async fn page(asking: Asking, In(id): In<WorkId>) -> Answer {
    let mut conn = asking.read().await?;
    found(&asking, &mut conn, &id, Action::ChangeWork).await?;
    let editing = editing(&asking, &mut conn, id).await?;
    drop(conn);
    show(&asking, editing, Form::default()).await
}

/// Takes a new work.
pub async fn take_new(asking: Asking, fields: Fields) -> Answer {
    let id = fields.parsed("id").unwrap_or_else(WorkId::new);
    take(asking, id, fields).await
}

/// Takes a changed work.
pub async fn take_changed(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    take(asking, id, fields).await
}

async fn take(asking: Asking, id: WorkId, fields: Fields) -> Answer {
    let viewer = asking.as_role(Role::Student)?.clone();
    let keep = fields.has("keep");
    let (writing, mut problems) = Writing::checked(&typed(&fields), keep);
    let descriptions = descriptions(&fields, &mut problems);
    let (pictures, wrong) = take_in(&asking, &fields).await;
    if let Some(wrong) = wrong {
        problems.note("pictures", wrong);
    }
    if let Some(writing) = writing {
        let mut tx = asking.write().await?;
        let from: Option<i64> = fields.parsed("version");
        match Work::save(&mut tx, &viewer, &id, &writing, from, keep && problems.is_empty(), asking.now()).await? {
            Saved::NotTheirs => return Err(Refusal::NotFound),
            Saved::Stale => {
                let mut editing = editing(&asking, &mut tx, id).await?;
                drop(tx);
                editing.stale = editing.there.as_ref().map(|there| Box::new(there.latest.clone()));
                problems.note("text", Problem::Said(say_in!(asking.locale, work.stale)));
                return show(&asking, editing, Form::again(&fields, problems)).await;
            }
            Saved::Yes => {}
        }
        let (work, _) = found(&asking, &mut tx, &id, Action::ChangeWork).await?;
        keep_pictures(&asking, &mut tx, &work, &fields, &pictures, &descriptions).await?;
        tx.commit().await?;
    }
    if !problems.is_empty() {
        let mut conn = asking.read().await?;
        let editing = editing(&asking, &mut conn, id).await?;
        drop(conn);
        return show(&asking, editing, Form::again(&fields, problems)).await;
    }
    match () {
        () if fields.has("take_out") => go_saying(format!("/work/{id}/edit"), "picture_out"),
        () if keep => go_saying(format!("/work/{id}"), "kept"),
        () => go_saying(format!("/work/{id}/edit"), "draft"),
    }
}

/// What the pictures show, as it was typed.
fn descriptions(fields: &Fields, problems: &mut Problems) -> Vec<(PictureId, String)> {
    let mut descriptions = Vec::new();
    for (name, value) in fields.values.iter() {
        if let Some(picture) = name.strip_prefix("describe-").and_then(PictureId::parse) {
            descriptions.push((picture, problems.take(name, words::optional_line(value))));
        }
    }
    descriptions
}

async fn keep_pictures(
    asking: &Asking,
    tx: &mut Tx,
    work: &Work,
    fields: &Fields,
    pictures: &[kinfolio::media::KeptPicture],
    descriptions: &[(PictureId, String)],
) -> Result<(), Refusal> {
    for (picture, description) in descriptions {
        work.describe_picture(tx, picture, description).await?;
    }
    let revisions = work.revisions(tx).await?;
    let Some(latest) = revisions.last().filter(|latest| latest.is_open(latest.number)) else { return Ok(()) };
    if let Some(picture) = fields.parsed::<PictureId>("take_out") {
        work.take_out_picture(tx, &latest.id, &picture).await?;
    }
    kept(asking, tx, work, latest, pictures).await
}

async fn editing(asking: &Asking, conn: &mut Conn, id: WorkId) -> Result<Editing, Refusal> {
    let viewer = asking.viewer()?.clone();
    let targets = Target::all(conn, &viewer.school_id).await?;
    let there = match Work::find(conn, &viewer, &id).await? {
        Some((work, _)) => {
            let chosen = work.targets(conn).await?.iter().map(ToString::to_string).collect();
            let latest = work.latest(conn).await?.ok_or(Refusal::NotFound)?;
            Some(There { is_open: latest.is_open(latest.number), work, chosen, latest })
        }
        None => None,
    };
    Ok(Editing { id, there, targets, viewer, stale: None })
}

async fn show(asking: &Asking, editing: Editing, form: Form) -> Answer {
    let locale = asking.locale;
    let is_new = editing.there.is_none();
    let title = if is_new { say_in!(locale, work.add) } else { say_in!(locale, work.edit) };
    let wrong = form.problem("pictures").map(|wrong| wording::problem(locale, wrong));
    let came_back = !form.problems().is_empty();
    let page = Page::titled(title.clone()).at(Place::Works).with_islands().with_form(form);
    Ok(asking
        .page(page, move || {
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to="/work" words=say!(work.title)/>
                        <h1>{title}</h1>
                        {is_new.then(|| view! { <p class="lead">{say!(work.add_lead)}</p> })}
                    </header>
                    {the_form(editing, wrong, came_back)}
                </Main>
            }
        })
        .await)
}

fn the_form(editing: Editing, wrong: Option<String>, came_back: bool) -> AnyView {
    let Editing { id, there, targets, viewer, stale } = editing;
    let action = if there.is_some() { format!("/work/{id}/edit") } else { "/work/new".to_owned() };
    let is_kept = there.as_ref().is_some_and(|there| there.work.kept_at.is_some());
    let is_open = there.as_ref().is_none_or(|there| there.is_open);
    let version = there.as_ref().map(|there| there.work.version.to_string());
    let chosen = there.as_ref().map(|there| there.chosen.clone()).unwrap_or_default();
    let (work, latest) = there.map(|there| (there.work, there.latest)).unzip();
    let value = |pick: fn(&Work) -> String| work.as_ref().map(pick);
    let text = latest.as_ref().map(|latest| latest.text.clone());
    let pictures = latest.as_ref().map(|latest| latest.pictures.clone()).unwrap_or_default();
    let language = value(|work| work.language.tag().to_owned());
    let audience = value(|work| work.audience.to_string()).unwrap_or_else(|| "advisor".to_owned());
    let saved_all_the_same = came_back && version.is_some() && !is_kept && stale.is_none();
    let stale = stale.map(|stands| {
        let language =
            work.as_ref().map(|work| work.language.clone()).unwrap_or_else(kinfolio::language::Language::english);
        view! {
            <div class="notice notice--warning"><div>
                <h2>{say!(work.stale)}</h2><p>{say!(work.stale_do)}</p>
                <Prose text=stands.text language/>
            </div></div>
        }
    });
    let words = if is_open {
        view! { <TextArea name="text" label=say!(work.text) hint=say!(work.text_hint) value=text rows=10 optional=true/> }.into_any()
    } else {
        view! { <p class="nudge">{say!(work.text_closed)} " " <a href=format!("/work/{id}/revision/new")>{say!(work.revise)}</a></p> }.into_any()
    };
    let pictures = is_open.then(|| {
        let address = format!("/work/{id}/pictures");
        view! {
            <NewPictures wrong/>
            <UploadPictures address words=UploadWords::here()/>
            <PicturesThere pictures/>
        }
    });
    let back = is_open.then(|| {
        let (prompt, reflection) = latest.map(|l| (l.reflection_prompt, l.reflection)).unwrap_or_default();
        view! { <LookingBack prompt reflection/> }
    });
    view! {
        <form method="post" action=action enctype="multipart/form-data" class="flow">
            <ProblemSummary/>
            {saved_all_the_same.then(|| view! { <div class="notice notice--done"><div><p>{say!(work.saved_all_the_same)}</p></div></div> })}
            {stale}
            <input type="hidden" name="id" value=id.to_string()/>
            {version.map(|version| view! { <Hidden name="version" value=version/> })}
            <TextField name="title" label=say!(work.name) hint=say!(work.name_hint) value=value(|work| work.title.clone()) said=true/>
            {pictures}
            {words}
            <FormField value=value(|work| work.form.to_string()).unwrap_or_default()/>
            <LanguageField own=viewer.languages value=language/>
            <TargetsField targets chosen/>
            {back}
            <AudienceField value=audience/>
            <UnsavedWords message=say!(work.unsent) already=false/>
            <div class="actions">
                {if is_kept {
                    view! { <button class="btn btn--primary" name="keep" value="yes">{say!(work.save)}</button> }.into_any()
                } else {
                    view! {
                        <button class="btn btn--primary" name="keep" value="yes">{say!(work.keep)}</button>
                        <button class="btn" name="draft" value="yes">{say!(work.save_draft)}</button>
                    }.into_any()
                }}
            </div>
        </form>
    }
    .into_any()
}
