//! Adding a work, and changing it: one form. Whatever fits is saved each time it is sent, as a draft at least, so that
//! words and pictures are never lost to something that is missing.

use kinfolio::field::{self, FieldName};
use kinfolio::id::{TargetId, WorkId};
use kinfolio::language::Spoken;
use kinfolio::person::{Role, Viewer};
use kinfolio::policy::Action;
use kinfolio::saved::Saved;
use kinfolio::store::{Conn, Tx};
use kinfolio::taking_back::SeenAct;
use kinfolio::target::Target;
use kinfolio::upload::Upload;
use kinfolio::words::{self, Problem, Problems};
use kinfolio::work::{KeptAs, Revision, Work, Writing};
use leptos::prelude::*;

use super::fields::{FormField, LinksField, LookingBack, NewPictures, PicturesThere, TargetsField, check_links, typed};
use super::files::{FilesThere, Links, OnTheWay};
use super::pictures::{Brought, held_or_begun, kept, take_in};
use super::upload::on_the_way;
use super::{describe, found, preview, title_of};
use crate::asking::{Asking, In, go, go_saying, go_undoable, in_words};
use crate::fields::{Fields, Values};
use crate::form::Form;
use crate::islands::{Autosave, AutosaveWords, Here, Preview, UnsavedWords, UploadPictures, UploadWords};
use crate::limits::{MOST_FILES, PICTURE_MB};
use crate::parts::{AudienceField, Back, Hidden, LanguageField, ProblemSummary, Prose, ReadsNow, TextArea, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Place, Width};
use crate::taking_back::TakeBack;
use crate::wording;

/// What the form is about.
struct Editing {
    id: WorkId,
    /// None while nothing is saved.
    there: Option<There>,
    targets: Vec<Target>,
    viewer: Viewer,
    came: EditCame,
    /// What is still coming, with how many bytes are here.
    uploads: Vec<(Upload, i64)>,
}

/// How the form comes to be shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum EditCame {
    /// To be written in.
    Fresh,
    /// Back, with something missing; what was typed is saved.
    Saved,
    /// Back, with something that has to be changed before it is saved.
    Unsaved,
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
    let mut targets = Target::all(&mut asking.read().await?, &viewer.school_id).await?;
    targets.retain(|target| !target.is_withdrawn);
    let editing =
        Editing { id: WorkId::new(), there: None, targets, viewer, came: EditCame::Fresh, uploads: Vec::new() };
    let form = preview::looked_at(&asking).await?;
    show(&asking, Editing { id: form.values().id_or(|| editing.id.clone()), ..editing }, form).await
}

/// Change a work.
pub async fn page(asking: Asking, In(id): In<WorkId>) -> Answer {
    let mut conn = asking.read().await?;
    found(&asking, &mut conn, &id, Action::ChangeWork).await?;
    let editing = editing(&asking, &mut conn, id).await?;
    drop(conn);
    show(&asking, editing, preview::looked_at(&asking).await?).await
}

/// Takes a new work.
pub async fn take_new(asking: Asking, fields: Fields) -> Answer {
    let id = fields.id_or(WorkId::new);
    take(asking, id, fields).await
}

/// Takes a changed work.
pub async fn take_changed(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    found(&asking, &mut asking.read().await?, &id, Action::ChangeWork).await?;
    take(asking, id, fields).await
}

async fn take(asking: Asking, id: WorkId, mut fields: Fields) -> Answer {
    let viewer = asking.as_role(Role::Student)?.clone();
    // Opening pictures takes its time: nothing is held meanwhile.
    let (pictures, wrong) = take_in(&asking, &mut fields).await;
    let mut tx = asking.write().await?;
    let held = Work::held(&mut tx, &viewer, &id).await?;
    // An empty form makes nothing.
    let is_nothing = held.is_none() && wrong.is_none() && pictures.is_empty() && has_no_words(&fields);
    if is_nothing && !fields.has(field::KEEP) {
        drop(tx);
        return go_saying("/work", Done::NothingYet);
    }
    let before = asking.before(&mut tx, SeenAct::KeepWork, &id).await?;
    let is_kept = held.is_some_and(|work| work.kept_at.is_some());
    let (writing, mut problems) = Writing::checked(&typed(&fields), is_kept || fields.has(field::KEEP));
    if is_kept || fields.has(field::KEEP) {
        check_links(asking.locale, fields.get(field::LINKS), &mut problems);
    }
    let is_whole = problems.is_empty();
    let keep = fields.has(field::KEEP) && is_whole && wrong.is_none();
    // A draft takes whatever fits; what others see changes only when nothing is missing.
    let saved = match writing.filter(|_| !is_nothing && (is_whole || !is_kept)) {
        Some(writing) => {
            let from: Option<i64> = fields.parsed(field::VERSION);
            Some(Work::save(&mut tx, &viewer, &id, &writing, from, keep, asking.now()).await?)
        }
        None => None,
    };
    if saved == Some(Saved::Foreign) {
        return Err(Refusal::NotFound);
    }
    if let Some(wrong) = wrong {
        problems.note(field::PICTURES, wrong);
    }
    keep_pictures(&asking, &mut tx, &viewer, &id, &fields, &pictures, &mut problems).await?;
    // A draft is seen by nobody else.
    let page = format!("/work/{id}");
    let undo = match is_kept || keep {
        true => before.done(&mut tx, &viewer, &page, asking.now()).await?,
        false => None,
    };
    preview::forget(&asking, &mut tx).await?;
    tx.commit().await?;

    let is_stale = saved == Some(Saved::Stale);
    if is_stale {
        problems.note(field::TEXT, Problem::Stale);
    }
    if !problems.is_empty() {
        let mut editing = editing(&asking, &mut asking.read().await?, id).await?;
        editing.came = match saved {
            None | Some(Saved::Stale) => EditCame::Unsaved,
            Some(_) => EditCame::Saved,
        };
        let form = match is_stale {
            true => Form::stale_as(fields.values.clone(), problems),
            false => Form::again(&fields, problems),
        };
        return show(&asking, editing, form).await;
    }
    // Everything is saved; what the pictures show is only asked for.
    let mut conn = asking.read().await?;
    let (work, _) = found(&asking, &mut conn, &id, Action::ChangeWork).await?;
    if let Some(asked) = describe::asked_for(&mut conn, &work).await? {
        return go(asked);
    }
    drop(conn);
    let (to, done) = match () {
        () if saved == Some(Saved::Kept(KeptAs::Revision)) => (page, Done::BecameRevision),
        () if is_kept => (page, Done::Saved),
        () if keep => (page, Done::Kept),
        () => (format!("/work/{id}/edit"), Done::Draft),
    };
    go_undoable(in_words(to, &fields, (Spoken::Work, id)), done, undo)
}

/// Whether nothing was typed.
pub(super) fn has_no_words(fields: &Fields) -> bool {
    [field::TITLE, field::TEXT, field::REFLECTION, field::LINKS].iter().all(|field| fields.get(field).trim().is_empty())
}

/// Keeps what came about pictures, whatever became of the words: new ones, what they show, and what is taken out.
async fn keep_pictures(
    asking: &Asking,
    tx: &mut Tx,
    viewer: &Viewer,
    id: &WorkId,
    fields: &Fields,
    brought: &[Brought],
    problems: &mut Problems,
) -> Result<(), Refusal> {
    let work = match brought.is_empty() {
        true => Work::held(tx, viewer, id).await?,
        false => held_or_begun(asking, tx, viewer, id).await?,
    };
    let Some(work) = work else { return Ok(()) };
    for (name, value) in fields.values.iter() {
        if let Some(id) = field::DESCRIBE.id_in(name) {
            match words::optional_line(value) {
                Ok(description) => work.describe(tx, id, &description).await?,
                Err(wrong) => problems.note(FieldName::as_sent(name), wrong),
            }
        }
    }
    let latest = work.latest(tx).await?.ok_or(Refusal::NotFound)?;
    if latest.is_open(latest.number) {
        for id in fields.all(field::TAKE_OUT).take(MOST_FILES) {
            work.take_out(tx, &latest.id, id).await?;
        }
    }
    let (_, no_room) = kept(asking, tx, &work, brought).await?;
    if let Some(no_room) = no_room {
        problems.note(field::PICTURES, no_room);
    }
    Ok(())
}

/// The form of a saved work once more, for something that went wrong elsewhere.
pub(super) async fn again(asking: &Asking, id: WorkId, problems: Problems) -> Answer {
    let editing = editing(asking, &mut asking.read().await?, id).await?;
    show(asking, editing, Form::again(&Values::default(), problems)).await
}

async fn editing(asking: &Asking, conn: &mut Conn, id: WorkId) -> Result<Editing, Refusal> {
    let viewer = asking.viewer()?.clone();
    let mut targets = Target::all(conn, &viewer.school_id).await?;
    let mut uploads = Vec::new();
    let there = match Work::find(conn, &viewer, &id).await? {
        Some((work, _)) => {
            uploads = on_the_way(asking, conn, &work).await?;
            let chosen = work.targets(conn).await?.iter().map(ToString::to_string).collect();
            let mut latest = work.latest(conn).await?.ok_or(Refusal::NotFound)?;
            Revision::make_readable(std::slice::from_mut(&mut latest)).await;
            Some(There { is_open: latest.is_open(latest.number), work, chosen, latest })
        }
        None => None,
    };
    // One that is not offered any more stays where it was chosen.
    let is_chosen = |id: &TargetId| {
        there.as_ref().is_some_and(|there: &There| there.chosen.iter().any(|chosen| chosen == id.as_str()))
    };
    targets.retain(|target| !target.is_withdrawn || is_chosen(&target.id));
    Ok(Editing { id, there, targets, viewer, came: EditCame::Fresh, uploads })
}

async fn show(asking: &Asking, editing: Editing, form: Form) -> Answer {
    let locale = asking.locale;
    let is_new = editing.there.is_none();
    let title = if is_new { say_in!(locale, work.add) } else { say_in!(locale, work.edit) };
    let wrong = form.problem(field::PICTURES).map(|wrong| wording::problem(locale, wrong));
    let typed = form.values().clone();
    let page = Page::titled(title.clone()).at(Place::Works).with_islands().with_form(form);
    let uploads = editing.uploads.clone();
    Ok(asking
        .page(page, move || {
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to="/work" words=say!(work.title)/>
                        <h1>{title}</h1>
                        {is_new.then(|| view! { <p class="lead">{say!(work.add_lead)}</p> })}
                    </header>
                    {the_form(editing, wrong, &typed)}
                    <OnTheWay uploads/>
                </Main>
            }
        })
        .await)
}

fn the_form(editing: Editing, wrong: Option<String>, typed: &Values) -> AnyView {
    let Editing { id, there, targets, viewer, came, .. } = editing;
    let action = if there.is_some() { format!("/work/{id}/edit") } else { "/work/new".to_owned() };
    let is_kept = there.as_ref().is_some_and(|there| there.work.kept_at.is_some());
    // Words that were typed stay in the form, even when somebody has answered the ones below them since.
    let is_open = typed.has(field::TEXT) || there.as_ref().is_none_or(|there| there.is_open);
    let version = there.as_ref().map(|there| there.work.version.to_string());
    let chosen = there.as_ref().map(|there| there.chosen.clone()).unwrap_or_default();
    let stands = there.as_ref().map(|there| there.work.version);
    let is_unsaved = came == EditCame::Unsaved;
    // What others can see does not change while somebody types; what has to be decided first is not decided by a clock.
    let address = (!is_kept && !is_unsaved).then(|| "/work/{id}/draft".to_owned());
    let then_at = there.is_none().then(|| "/work/{id}/edit".to_owned());
    let about = if there.is_some() { id.to_string() } else { "new".to_owned() };
    let person = viewer.person_id.to_string();
    let here = action.clone();
    let (work, latest) = there.map(|there| (there.work, there.latest)).unzip();
    let saved_now = work.as_ref().zip(latest.as_ref()).map(|(work, latest)| what_stands(work, latest));
    let value = |pick: fn(&Work) -> String| work.as_ref().map(pick);
    // A draft has a form in any case; nothing is chosen before somebody chose it.
    let form_chosen = value(|work| work.form.to_string()).filter(|_| !typed.has(field::TITLE));
    let language = value(|work| work.language.tag().to_owned());
    let audience = value(|work| work.audience.to_string()).unwrap_or_else(|| "me".to_owned());
    let saved_all_the_same = came == EditCame::Saved && !is_kept;
    let (text, links, prompt, reflection, pictures, files) = latest
        .map(|latest| {
            (
                Some(latest.text),
                latest.links,
                latest.reflection_prompt,
                latest.reflection,
                latest.pictures,
                latest.files,
            )
        })
        .unwrap_or_default();
    let words = if is_open {
        view! { <TextArea name=field::TEXT label=say!(work.text) hint=say!(work.text_hint) value=text rows=10 optional=true/> <Preview address="/preview".to_owned() title=say!(work.preview)/> <LinksField value=links/> }.into_any()
    } else {
        view! { <p class="nudge">{say!(work.text_closed)} " " <a href=format!("/work/{id}/revision/new")>{say!(work.revise)}</a></p> }.into_any()
    };
    let pictures = is_open.then(|| {
        let (address, uploads) = (format!("/work/{id}/pictures"), format!("/work/{id}/arrival"));
        view! {
            <NewPictures wrong/>
            <UploadPictures address uploads words=UploadWords::here() most_mb=PICTURE_MB as u32/>
            <PicturesThere pictures/>
            <FilesThere files/>
        }
    });
    let bin = (stands.is_some() && !is_kept)
        .then(|| view! { <TakeBack to=format!("/work/{id}/bin") words=say!(work.throw_away)/> });
    view! {
        <form method="post" action=action enctype="multipart/form-data" class="flow">
            <ProblemSummary/>
            {saved_all_the_same.then(|| view! { <div class="notice notice--done"><div><p>{say!(work.saved_all_the_same)}</p></div></div> })}
            <ReadsNow>{saved_now}</ReadsNow>
            <input type="hidden" name=field::ID.wire() value=id.to_string()/>
            {version.map(|version| view! { <Hidden name=field::VERSION value=version/> })}
            <TextField name=field::TITLE label=say!(work.name) hint=say!(work.name_hint) value=value(|work| work.title.clone()) said=true/>
            {pictures}
            {words}
            <FormField value=form_chosen.unwrap_or_default()/>
            <LanguageField own=viewer.languages value=language guess=true/>
            <TargetsField targets chosen/>
            <LookingBack prompt reflection/>
            <AudienceField value=audience/>
            <UnsavedWords message=say!(work.unsent) already=is_unsaved/>
            <Autosave address then_at person about version=stands already=is_unsaved words=AutosaveWords::here()/>
            <div class="actions">
                {if is_kept {
                    view! { <button class="btn btn--primary" name=field::KEEP.wire() value="yes">{say!(work.save)}</button> }.into_any()
                } else {
                    view! {
                        <button class="btn btn--primary" name=field::KEEP.wire() value="yes">{say!(work.keep)}</button>
                        <button class="btn" name=field::DRAFT.wire() value="yes">{say!(work.save_draft)}</button>
                    }.into_any()
                }}
                {is_open.then(|| view! { <PreviewButton form=here/> })}
            </div>
        </form>
        {bin}
    }
    .into_any()
}

/// Shows the words of the form on a page of their own, where nothing runs that shows them beneath their field. Elsewhere it is
/// not there: whatever watches over the words would take it for sending them.
#[component]
pub(super) fn PreviewButton(
    /// The form's own address, to go back to.
    form: String,
) -> impl IntoView {
    view! {
        <noscript>
            <button class="btn btn--quiet" name=field::THEN.wire() value=form formaction="/preview" formenctype="application/x-www-form-urlencoded" formnovalidate>
                {say!(work.preview_do)}
            </button>
        </noscript>
    }
}

/// What was saved in the meantime, to be read beside what was typed.
fn what_stands(work: &Work, latest: &Revision) -> AnyView {
    let title = title_of(work);
    view! {
        <p class="said strong" dir="auto">{title}</p>
        <Prose html=latest.prose() language=work.language.clone()/>
        <Links links=latest.links()/>
    }
    .into_any()
}
