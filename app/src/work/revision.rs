//! A new version of a work. The earlier ones stay as they are.

use kinfolio::field;
use kinfolio::id::{FeedbackId, RevisionId, TargetId, WorkId};
use kinfolio::language::Language;
use kinfolio::policy::Action;
use kinfolio::store::Tx;
use kinfolio::taking_back::SeenAct;
use kinfolio::words::{self, Problem, Problems, limit};
use kinfolio::work::{UseMade, Work, to_ask_for};
use leptos::prelude::*;

use super::edit::PreviewButton;
use super::fields::{FilesAlong, LinksField, LookingBack, NewPictures, check_links};
use super::pictures::{kept, take_in};
use super::road::answer;
use super::said::FeedbackCard;
use super::telling::{Telling, telling};
use super::{describe, edit, found, preview, title_of};
use crate::asking::{Asking, In, go, go_saying, go_undoable};
use crate::fields::Fields;
use crate::form::Form;
use crate::islands::{Autosave, AutosaveWords, Here, Preview, UnsavedWords};
use crate::limits::MOST_FILES;
use crate::own_words::school_lang;
use crate::parts::{FormPage, Hidden, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page, Place, Width};
use crate::wording;

/// The form, beginning with the words of the last version.
pub async fn page(asking: Asking, In(id): In<WorkId>) -> Answer {
    let mut conn = asking.read().await?;
    let (work, student) = found(&asking, &mut conn, &id, Action::ChangeWork).await?;
    if work.kept_at.is_none() {
        // A draft is simply written on.
        return go(format!("/work/{id}/edit"));
    }
    let telling = telling(&asking, &mut conn, work, student).await?;
    drop(conn);
    show(&asking, telling, preview::looked_at(&asking).await?).await
}

/// Keeps the new version, with what of the feedback went into it; and asks for a check of it where the student says so.
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
    let (work, student) = found(&asking, &mut tx, &id, Action::ChangeWork).await?;
    if !problems.is_empty() {
        if let Some(wrong) = wrong {
            problems.note(field::PICTURES, wrong);
        } else if !pictures.is_empty() {
            problems.note(field::PICTURES, Problem::Said(say_in!(asking.locale, work.pictures_again)));
        }
        let telling = telling(&asking, &mut tx, work, student).await?;
        drop(tx);
        return show(&asking, telling, Form::again(&fields, problems)).await;
    }
    let revision = fields.id_or(RevisionId::new);
    let before = asking.before(&mut tx, SeenAct::Revise, &work.id).await?;
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
    used(&asking, &mut tx, &work, &fields).await?;
    // Why it cannot be asked for stands on the page that follows.
    let asks = fields.has(field::ASK_CHECK) && work.ask_for_check(&mut tx, None, asking.now()).await?.is_ok();
    let page = format!("/work/{id}");
    let undo = before.done(&mut tx, asking.viewer()?, &page, asking.now()).await?;
    tx.commit().await?;
    // The words and the other pictures are kept: what is wrong with one of them is put right in the form for changing it.
    if let Some(wrong) = wrong.or(no_room) {
        return edit::again(&asking, id, Problems::from([(field::PICTURES, wrong)])).await;
    }
    let next = describe::asked_for(&mut asking.read().await?, &work).await?.unwrap_or(page);
    go_undoable(next, if asks { Done::RevisedAsked } else { Done::Revised }, undo)
}

/// Notes what of the feedback the student ticked as used. What they have said about it before stays.
async fn used(asking: &Asking, tx: &mut Tx, work: &Work, fields: &Fields) -> Result<(), Refusal> {
    let ticked: Vec<FeedbackId> = fields.all_parsed(field::USED);
    if ticked.is_empty() {
        return Ok(());
    }
    let own = asking.viewer()?.languages.first().cloned().unwrap_or_else(Language::english);
    for feedback in work.feedback(tx).await? {
        if ticked.contains(&feedback.id)
            && feedback.answer.is_none()
            && feedback.hidden.is_none()
            && feedback.withdrawn_at.is_none()
        {
            // What was said about it in another window meanwhile stays.
            let became = (UseMade::Used, "", &own);
            let _was_first = feedback.say_what_became(tx, work, None, became, asking.now()).await?.is_kept();
        }
    }
    Ok(())
}

async fn show(asking: &Asking, telling: Telling, form: Form) -> Answer {
    let wrong = form.problem(field::PICTURES).map(|wrong| wording::problem(asking.locale, wrong));
    let came_back = !form.problems().is_empty();
    let latest = telling.revisions.last().cloned().ok_or(Refusal::NotFound)?;
    let page = Page::titled(say_in!(asking.locale, work.revise)).at(Place::Works).with_islands().with_form(form);
    Ok(asking
        .page(page, move || {
            let work = telling.work.clone();
            let title = title_of(&work);
            // A revision is added when its student says so: until then the device keeps the words.
            let (person, about) = (work.student_id.to_string(), format!("{}-revision", work.id));
            view! {
                <FormPage back=format!("/work/{}", work.id) back_words=title title=say!(work.revise)
                    lead=say!(work.revise_lead) width=Width::Text
                    action=format!("/work/{}/revision/new", work.id) files=true save=say!(work.revise_keep) beside=view! { <PreviewButton form=format!("/work/{}/revision/new", work.id)/> }.into_any()>
                    <Hidden name=field::ID value=RevisionId::new().to_string()/>
                    <div class="beside">
                        {beside(&telling)}
                        <div>
                            <TextArea name=field::TEXT label=say!(work.text) hint=say!(work.text_hint) value=latest.text rows=12/>
                            <Preview address="/preview".to_owned() title=say!(work.preview)/>
                            <LinksField value=latest.links/>
                            <FilesAlong pictures=latest.pictures files=latest.files/>
                            <NewPictures wrong/>
                            <LookingBack prompt=say!(work.prompt_changed) reflection="".to_owned()/>
                            {check_of_it(&telling)}
                            <UnsavedWords message=say!(work.unsent) already=came_back/>
                            <Autosave address=None then_at=None person about version=Some(work.version) already=came_back words=AutosaveWords::here()/>
                        </div>
                    </div>
                </FormPage>
            }
        })
        .await)
}

/// What was said, and the criteria: beside the text, or above it on a phone. What the student uses of it is ticked here.
fn beside(telling: &Telling) -> Option<AnyView> {
    let form = use_context::<Form>().unwrap_or_default();
    let ticked: Vec<String> = form.values().all(field::USED).map(str::to_owned).collect();
    let last = telling.checks.iter().rfind(|check| check.answered.is_some() && !check.is_mastered());
    let answers = last.map(|check| {
        let by = check.answered.as_ref().map(|(name, _)| name.clone()).unwrap_or_default();
        let open = check.answers.iter().filter(|one| one.answer != Some(kinfolio::work::Mastery::Mastered));
        let rows = open.cloned().map(answer).collect_view();
        view! {
            <div class="voice voice--line voice--school">
                <p class="who who--school"><bdi>{by}</bdi></p><ul class="lines">{rows}</ul>
            </div>
        }
    });
    let feedback: Vec<_> = telling
        .feedback
        .iter()
        .filter(|said| said.answer.is_none() && said.hidden.is_none())
        .map(|said| {
            let id = said.id.to_string();
            let checked = ticked.contains(&id);
            let revision = telling.revisions.iter().find(|revision| revision.id == said.revision_id).cloned();
            view! {
                <FeedbackCard feedback=said.clone() work=telling.work.clone() revision zone=telling.zone.clone()/>
                <label class="choice"><input type="checkbox" name=field::USED.wire() value=id checked=checked/>
                    <span>{say!(work.used_in_this)}</span></label>
            }
        })
        .collect();
    // What is mastered is folded.
    let asked = left_to_ask(telling);
    let criteria: Vec<_> = telling
        .targets
        .iter()
        .map(|target| {
            let lines = target.criteria().into_iter().map(|line| view! { <li lang=school_lang() dir="auto">{line}</li> }).collect_view();
            let open = asked.contains(&target.id);
            view! {
                <details class="fold" open=open>
                    <summary><span lang=school_lang() dir="auto">{target.statement.clone()}</span></summary><ul>{lines}</ul>
                </details>
            }
        })
        .collect();
    let nothing = answers.is_none() && feedback.is_empty();
    if nothing && criteria.is_empty() {
        return None;
    }
    let nothing = nothing.then(|| view! { <p class="soft">{say!(work.nothing_said)}</p> });
    Some(
        view! {
            <details class="fold beside__said" open>
                <summary>{say!(work.beside)}</summary>
                <div class="flow">{nothing} {answers} {feedback} {criteria}</div>
            </details>
        }
        .into_any(),
    )
}

/// What a check of a new version would be about; nothing where none can be asked for.
fn left_to_ask(telling: &Telling) -> Vec<TargetId> {
    let chosen: Vec<_> = telling.targets.iter().map(|target| target.id.clone()).collect();
    to_ask_for(&telling.work, &chosen, &telling.checks, &RevisionId::new()).unwrap_or_default()
}

/// Asking for a check in the same step, where one can be asked for.
fn check_of_it(telling: &Telling) -> Option<AnyView> {
    let form = use_context::<Form>().unwrap_or_default();
    let asked = left_to_ask(telling);
    if asked.is_empty() {
        return None;
    }
    let targets = telling.targets.iter().filter(|target| asked.contains(&target.id));
    let targets: Vec<String> = targets.map(|target| wording::apart(&target.statement)).collect();
    let checked = form.values().has(field::ASK_CHECK);
    Some(
        view! {
            <label class="choice"><input type="checkbox" name=field::ASK_CHECK.wire() value="yes" checked=checked/>
                <span>{say!(work.ask_with_it)} " "
                    <small>{say!(work.ask_with_it_note, targets = targets.join(" · "))}</small></span></label>
        }
        .into_any(),
    )
}
