//! Writing a learning target by hand, and changing it.

use kinfolio::field;
use kinfolio::id::TargetId;
use kinfolio::policy::Action;
use kinfolio::taking_back::{BinKind, Thrown};
use kinfolio::target::{NotKept, Target, Wording};
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use crate::asking::{Asking, In, go_saying};
use crate::fields::{Fields, Values};
use crate::form::{Form, Identity};
use crate::own_words::school_lang;
use crate::parts::{Choice, FormPage, TextArea, TextField, Ticks};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page, Place};
use crate::taking_back::{TakeBack, seen, thrown};
use crate::wording::{Locale, apart};

/// The page for a new target.
pub async fn page_for_new(asking: Asking) -> Answer {
    asking.may_here(Action::RunSchool)?;
    show(&asking, TargetForm::of_new(TargetId::new()), Form::default()).await
}

/// Adds a target.
pub async fn add(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::RunSchool)?;
    let id: TargetId = fields.parsed(field::ID).ok_or(Refusal::Broken)?;
    let (wording, below) = match checked(&fields) {
        Ok(checked) => checked,
        Err(problems) => return show(&asking, TargetForm::of_new(id), Form::again(&fields.values, problems)).await,
    };
    let mut tx = asking.write().await?;
    match Target::add(&mut tx, &viewer.school_id, &id, &wording, &below, asking.now()).await {
        Ok(()) => {
            tx.commit().await?;
            go_saying(format!("/targets#{id}"), Done::TargetSaved)
        }
        Err(not_kept) => {
            drop(tx);
            refused(&asking, &fields, not_kept, TargetForm::of_new(id)).await
        }
    }
}

/// The page of a target, to be changed.
pub async fn page(asking: Asking, In(id): In<TargetId>) -> Answer {
    let viewer = asking.may_here(Action::RunSchool)?;
    let target = Target::find(&mut asking.read().await?, &viewer.school_id, &id).await?.ok_or(Refusal::NotFound)?;
    show(&asking, TargetForm::of(&target), Form::default()).await
}

/// Changes a target.
pub async fn change(asking: Asking, In(id): In<TargetId>, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::RunSchool)?;
    let target = Target::find(&mut asking.read().await?, &viewer.school_id, &id).await?.ok_or(Refusal::NotFound)?;
    let read_version = fields.version();
    let (wording, below) = match checked(&fields) {
        Ok(checked) => checked,
        Err(problems) => {
            let sheet = TargetForm { version: read_version, ..TargetForm::of(&target) };
            return show(&asking, sheet, Form::again(&fields.values, problems)).await;
        }
    };
    let mut tx = asking.write().await?;
    match Target::change(&mut tx, &viewer.school_id, &id, read_version, &wording, &below).await {
        Ok(()) => {
            tx.commit().await?;
            go_saying(format!("/targets#{id}"), Done::TargetSaved)
        }
        Err(not_kept) => {
            drop(tx);
            let sheet = TargetForm { version: read_version, ..TargetForm::of(&target) };
            refused(&asking, &fields, not_kept, sheet).await
        }
    }
}

/// `/targets/{target}/take-back`: nobody uses it yet, so it goes into the bin; one that is in use is offered no more.
pub async fn take_back(asking: Asking, In(id): In<TargetId>, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::RunSchool)?;
    let mut tx = asking.write().await?;
    let target = Target::find(&mut tx, &viewer.school_id, &id).await?.ok_or(Refusal::NotFound)?;
    seen(&fields)?;
    let became = BinKind::Target.throw_away(&mut tx, viewer, &id, &target.statement, asking.now()).await?;
    let said = match became {
        Thrown::Stays => {
            Target::withdraw(&mut tx, &viewer.school_id, &id, Some(asking.now())).await?;
            Done::TargetWithdrawn
        }
        became => thrown(&became),
    };
    tx.commit().await?;
    go_saying("/targets", said)
}

/// `/targets/{target}/bring-back`: it is offered again.
pub async fn bring_back(asking: Asking, In(id): In<TargetId>) -> Answer {
    let viewer = asking.may_here(Action::RunSchool)?;
    let mut tx = asking.write().await?;
    Target::find(&mut tx, &viewer.school_id, &id).await?.ok_or(Refusal::NotFound)?;
    Target::withdraw(&mut tx, &viewer.school_id, &id, None).await?;
    tx.commit().await?;
    go_saying(format!("/targets#{id}"), Done::IsBack)
}

fn checked(typed: &Values) -> Result<(Wording, Vec<TargetId>), Problems> {
    let wording = Wording::checked(typed.get(field::SUBJECT), typed.get(field::STATEMENT), typed.get(field::CRITERIA));
    let below = typed.all(field::BUILDS_ON).map(TargetId::parse).collect::<Option<Vec<_>>>();
    match (wording, below) {
        (Ok(wording), Some(below)) => Ok((wording, below)),
        (wording, below) => {
            let mut problems = wording.err().unwrap_or_default();
            if below.is_none() {
                problems.note(field::BUILDS_ON, Problem::Choose);
            }
            Err(problems)
        }
    }
}

/// The form again, with why the target was not kept.
async fn refused(asking: &Asking, fields: &Fields, not_kept: NotKept, mut sheet: TargetForm) -> Answer {
    let locale = asking.locale;
    let mut problems = Problems::default();
    let mut values = fields.values.clone();
    match not_kept {
        NotKept::Taken => problems.note(field::STATEMENT, Problem::Said(say_in!(locale, target.taken))),
        NotKept::Cycle(way) => {
            let statements: Vec<String> = way.into_iter().map(|target| target.statement).collect();
            let words = say_in!(locale, target.cycle, way = way_words(locale, &statements));
            problems.note(field::BUILDS_ON, Problem::Said(words));
        }
        NotKept::NotThere => {
            // An id that is somebody else's changes nothing; a fresh one does for the next try.
            values.forget(field::ID);
            sheet.id = if sheet.is_new { TargetId::new() } else { sheet.id };
            problems.note(field::BUILDS_ON, Problem::Said(say_in!(locale, target.gone)));
        }
        NotKept::Stale(now_stands) => {
            let form = Form::stale(fields, now_stands.version, field::STATEMENT);
            return show(asking, TargetForm::of(&now_stands), form).await;
        }
        NotKept::Store(error) => return Err(error.into()),
    }
    show(asking, sheet, Form::again(&values, problems)).await
}

/// "Compare fractions → Add fractions → Compare fractions", in the direction people read.
pub fn way_words(locale: Locale, statements: &[String]) -> String {
    let arrow = if crate::wording::direction(locale) == "rtl" { " ← " } else { " → " };
    statements.iter().map(apart).collect::<Vec<_>>().join(arrow)
}

/// What the form is about.
#[derive(Clone)]
struct TargetForm {
    id: TargetId,
    is_new: bool,
    version: i64,
    /// What the fields start with.
    target: Option<Target>,
}

impl TargetForm {
    fn of_new(id: TargetId) -> Self {
        Self { id, is_new: true, version: 0, target: None }
    }

    fn of(target: &Target) -> Self {
        Self { id: target.id.clone(), is_new: false, version: target.version, target: Some(target.clone()) }
    }
}

async fn show(asking: &Asking, sheet: TargetForm, form: Form) -> Answer {
    let viewer = asking.viewer()?;
    let others: Vec<Target> = Target::all(&mut asking.read().await?, &viewer.school_id)
        .await?
        .into_iter()
        .filter(|target| target.id != sheet.id)
        .collect();
    let locale = asking.locale;
    let title = if sheet.is_new { say_in!(locale, target.new_title) } else { say_in!(locale, target.edit_title) };
    let page = Page::titled(title.clone()).working().at(Place::Targets).with_form(form.clone());
    Ok(asking.page(page, move || view! { <TargetPage title sheet others form/> }).await)
}

/// How a target stands.
#[component]
fn Stands(target: Target) -> impl IntoView {
    let criteria: Vec<_> = target
        .criteria()
        .into_iter()
        .map(|criterion| view! { <li lang=school_lang() dir="auto">{criterion}</li> })
        .collect();
    view! {
        <p class="soft small"><bdi lang=school_lang()>{target.subject.clone()}</bdi></p>
        <p class="said" lang=school_lang() dir="auto">{target.statement.clone()}</p>
        <ul class="points">{criteria}</ul>
    }
}

/// That it is not offered any more, and the button that offers it again.
pub(super) fn bring_back_form(id: &TargetId) -> impl IntoView + use<> {
    view! {
        <form method="post" action=format!("/targets/{id}/bring-back") class="row">
            <span class="soft small">{say!(target.withdrawn)}</span>
            <button class="btn btn--small">{say!(target.offer_again)}</button>
        </form>
    }
}

#[component]
fn TargetPage(title: String, sheet: TargetForm, others: Vec<Target>, form: Form) -> impl IntoView {
    let (action, version) = match sheet.is_new {
        true => ("/targets/new".to_owned(), None),
        false => (format!("/targets/{}", sheet.id), Some(sheet.version)),
    };
    let identity = Identity::of(&form, version, || sheet.id.clone());
    let beneath = sheet.target.as_ref().map(|target| {
        if target.is_withdrawn {
            return bring_back_form(&target.id).into_any();
        }
        let note = say!(target.take_back_note);
        view! { <TakeBack to=format!("/targets/{}/take-back", target.id) words=say!(target.take_back) note/> }
            .into_any()
    });
    let stands = sheet.target.clone();
    let reads_now = move || stands.map(|target| view! { <Stands target/> });
    let cancel = view! { <a class="btn btn--quiet" href="/targets">{say!(target.cancel)}</a> };
    let starts = sheet.target.clone();
    let below: Vec<String> =
        starts.iter().flat_map(|target| target.builds_on.iter().map(ToString::to_string)).collect();
    let start = move |part: fn(&Target) -> &str| starts.as_ref().map(|target| part(target).to_owned());
    let choices: Vec<Choice> = others
        .into_iter()
        .map(|target| Choice::new(target.id.as_str(), target.statement).noted(target.subject))
        .collect();
    let below = (!choices.is_empty()).then(|| {
        view! { <Ticks name=field::BUILDS_ON label=say!(target.below) hint=say!(target.below_hint) choices values=below/> }
    });
    view! {
        <FormPage back="/targets" back_words=say!(target.title) title reads_now action=action.clone() identity
            save=say!(target.save) beside=cancel.into_any() beneath=beneath.into_any()>
            <TextField name=field::SUBJECT label=say!(target.subject) hint=say!(target.subject_hint)
                value=start(|target| &target.subject)/>
            <TextField name=field::STATEMENT label=say!(target.statement) hint=say!(target.statement_hint) said=true
                value=start(|target| &target.statement)/>
            <TextArea name=field::CRITERIA label=say!(target.criteria) hint=say!(target.criteria_hint)
                value=start(Target::criteria_text)/>
            {below}
        </FormPage>
    }
}
