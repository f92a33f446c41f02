//! Written words on a revision: an advisor gives them, the student says what became of them.

use kinfolio::field;
use kinfolio::hidden::may_hide;
use kinfolio::id::{FeedbackId, RevisionId, WorkId};
use kinfolio::language::{Language, Spoken};
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::taking_back::SeenAct;
use kinfolio::words::{self, Problem, Problems, limit};
use kinfolio::work::{Feedback, NewFeedback, Pointing, Revision, Shows, TypedPointing, UseMade, Work, checked_answer};
use leptos::prelude::*;

use super::page::show;
use super::said::{Became, FeedbackCard};
use super::telling::telling;
use super::{found, title_of};
use crate::asking::{Asking, In, in_words};
use crate::fields::{Fields, Values};
use crate::form::Form;
use crate::hiding::hide::reason;
use crate::parts::{Choice, FormPage, Hidden, LanguageField, Radios, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page, Place};
use crate::wording::{Locale, apart};

/// Gives feedback on one revision of a work.
pub async fn give(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (work, student) = found(&asking, &mut tx, &id, Action::GiveFeedback).await?;
    let revisions = work.revisions(&mut tx).await?;
    let (said, problems) = said(asking.locale, &fields, &revisions);
    let Some((text, language, revision, pointing)) = said else {
        let telling = telling(&asking, &mut tx, work, student).await?;
        drop(tx);
        return show(&asking, telling, None, Form::again(&fields, problems)).await;
    };
    let before = asking.before(&mut tx, SeenAct::GiveFeedback, &work.id).await?;
    let new = NewFeedback {
        id: &fields.id_or(FeedbackId::new),
        revision: &revision,
        author: &asking.viewer()?.person_id,
        starter: None,
        text: &text,
        language: &language,
        pointing: &pointing,
    };
    if !work.give_feedback(&mut tx, &new, asking.now()).await?.is_kept() {
        return Err(Refusal::NotFound);
    }
    let to = in_words(format!("/work/{id}"), &fields, (Spoken::Feedback, new.id));
    asking.done(tx, before, to, Done::Feedback).await
}

/// What is said: the words, their language, the revision they are about, and the place in it.
type PointedWords = (String, Language, RevisionId, Pointing);

/// What a form for feedback says, and what is wrong with it.
pub(super) fn said(locale: Locale, values: &Values, revisions: &[Revision]) -> (Option<PointedWords>, Problems) {
    let mut problems = Problems::default();
    let text = problems.take(field::FEEDBACK, words::text(values.get(field::FEEDBACK), limit::WORDS));
    let language = Language::tagged(values.get(field::LANGUAGE));
    if language.is_none() {
        problems.note(field::LANGUAGE, Problem::Choose);
    }
    let wanted: Option<RevisionId> = values.parsed(field::REVISION);
    let revision = revisions.iter().find(|revision| Some(&revision.id) == wanted.as_ref());
    if revision.is_none() {
        problems.note(field::FEEDBACK, Problem::Choose);
    }
    let typed = TypedPointing {
        passage: values.get(field::PASSAGE),
        picture: values.get(field::PICTURE),
        spot: values.get(field::SPOT),
        recording: values.get(field::RECORDING),
        minute: values.get(field::MINUTE),
    };
    let pointing = revision.map(|revision| Pointing::checked(revision, typed));
    if let Some(Err(wrong)) = &pointing {
        for (field, problem) in wrong.iter() {
            let is_not_there = *field == field::PASSAGE && *problem == Problem::Choose;
            let is_no_time = *field == field::MINUTE;
            problems.note(
                field,
                match () {
                    () if is_not_there => Problem::Said(say_in!(locale, mastery.passage_not_there)),
                    () if is_no_time => Problem::Said(say_in!(locale, mastery.minute_not_one)),
                    () => problem.clone(),
                },
            );
        }
    }
    let said = match (language, revision, pointing) {
        (Some(language), Some(revision), Some(Ok(pointing))) if problems.is_empty() => {
            Some((text, language, revision.id.clone(), pointing))
        }
        _ => None,
    };
    (said, problems)
}

/// Feedback that somebody may do this with, with its work and its student.
async fn heard(
    asking: &Asking,
    conn: &mut Conn,
    id: &FeedbackId,
    action: Action,
) -> Result<(Feedback, Work, Student), Refusal> {
    let found = Feedback::find(conn, asking.viewer()?, id).await?;
    let found = found.filter(|(_, work, student)| work.may(student.standing, action));
    found.ok_or(Refusal::NotFound)
}

/// Feedback that whoever asks reads on the road of a work.
pub(crate) async fn read_on_road(
    asking: &Asking,
    conn: &mut Conn,
    id: &FeedbackId,
) -> Result<(Feedback, Work, Student), Refusal> {
    let (feedback, work, student) = heard(asking, conn, id, Action::SeeWork).await?;
    let walks = work.may_see(student.standing, work.shows(conn).await?, None) == Some(Shows::Road);
    let theirs = &asking.viewer()?.person_id;
    let is_there = feedback.hidden.as_ref().is_none_or(|hidden| hidden.by_id == *theirs);
    let reads = walks && is_there && feedback.withdrawn_at.is_none();
    if reads { Ok((feedback, work, student)) } else { Err(Refusal::NotFound) }
}

/// The student's own, to say what became of it.
async fn to_answer(asking: &Asking, conn: &mut Conn, id: &FeedbackId) -> Result<(Feedback, Work, Student), Refusal> {
    let (feedback, work, student) = heard(asking, conn, id, Action::AnswerFeedback).await?;
    if feedback.hidden.is_some() { Err(Refusal::NotFound) } else { Ok((feedback, work, student)) }
}

/// What became of it?
pub async fn answer_page(asking: Asking, In(id): In<FeedbackId>) -> Answer {
    let mut conn = asking.read().await?;
    let (feedback, work, student) = to_answer(&asking, &mut conn, &id).await?;
    show_answer(&asking, &mut conn, (feedback, work, student), Form::default()).await
}

/// The student says what became of it.
pub async fn answer(asking: Asking, In(id): In<FeedbackId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let (feedback, work, student) = to_answer(&asking, &mut tx, &id).await?;
    let mut problems = Problems::default();
    let own = viewer.languages.first().cloned().unwrap_or_else(Language::english);
    let language = match fields.has(field::LANGUAGE) {
        true => Language::tagged(fields.get(field::LANGUAGE)),
        // The button on the road sends no words.
        false => Some(own),
    };
    let checked = checked_answer(fields.get(field::USE), fields.get(field::REASON));
    if language.is_none() {
        problems.note(field::LANGUAGE, Problem::Choose);
    }
    let form = match (checked, language) {
        (Ok((use_made, reason)), Some(language)) => {
            let now = feedback.answer.as_ref();
            let same =
                now.is_some_and(|now| now.use_made == use_made && now.reason == reason && now.language == language);
            let read: Option<i64> = fields.parsed(field::VERSION);
            let before = asking.before(&mut tx, SeenAct::SayWhatBecame, &id).await?;
            let became = (use_made, reason.as_str(), &language);
            let kept = same || feedback.say_what_became(&mut tx, &work, read, became, asking.now()).await?.is_kept();
            if kept {
                let page = format!("/work/{}#f-{id}", work.id);
                return asking.done(tx, before, page, Done::FeedbackAnswered).await;
            }
            Form::stale(&fields, now.map_or(0, |now| now.version), field::REASON)
        }
        (Err(wrong), _) => {
            wrong.iter().for_each(|(field, wrong)| problems.note(field, wrong.clone()));
            Form::again(&fields, problems)
        }
        (Ok(_), None) => Form::again(&fields, problems),
    };
    show_answer(&asking, &mut tx, (feedback, work, student), form).await
}

async fn show_answer(
    asking: &Asking,
    conn: &mut Conn,
    (feedback, work, student): (Feedback, Work, Student),
    form: Form,
) -> Answer {
    let revision = work.revisions(conn).await?.into_iter().find(|revision| revision.heard(&feedback));
    let (own, zone) = (asking.viewer()?.languages.clone(), asking.viewer()?.time_zone.clone());
    let page = Page::titled(say_in!(asking.locale, mastery.answer)).at(Place::Works).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let now = feedback.answer.clone();
            // What was never answered has no version.
            let version: Option<i64> = form.values().parsed(field::VERSION).or(now.as_ref().map(|now| now.version));
            let version = version.map(|version| view! { <Hidden name=field::VERSION value=version.to_string()/> });
            let stands = feedback.clone();
            let reads_now = move || view! { <Became feedback=stands student=student.name/> };
            let choices = vec![
                Choice::new(UseMade::Used.as_str(), say!(mastery.used)).noted(say!(mastery.used_note)),
                Choice::new(UseMade::Differently.as_str(), say!(mastery.differently))
                    .noted(say!(mastery.differently_note)),
            ];
            let chosen = now.as_ref().map_or(UseMade::Differently, |now| now.use_made).to_string();
            let language = now.as_ref().map(|now| now.language.tag().to_owned());
            view! {
                <FormPage back=format!("/work/{}#f-{}", work.id, feedback.id) back_words=title_of(&work) title=say!(mastery.answer)
                    lead=say!(mastery.answer_lead)
                    above=view! { <FeedbackCard feedback=feedback.clone() work=work.clone() revision zone/> }.into_any()
                    reads_now action=format!("/feedback/{}/answer", feedback.id) save=say!(mastery.answer_save)>
                    {version}
                    <Radios name=field::USE label=say!(mastery.use_made) choices value=chosen/>
                    <TextArea name=field::REASON label=say!(mastery.reason) hint=say!(mastery.reason_hint) rows=4
                        value=now.map(|now| now.reason)/>
                    <LanguageField own value=language/>
                </FormPage>
            }
        })
        .await)
}

/// Feedback to be hidden: by its student whoever said it, by an advisor a fellow student's or a family's.
async fn to_hide(asking: &Asking, conn: &mut Conn, id: &FeedbackId) -> Result<(Feedback, Work), Refusal> {
    let (feedback, work, student) = heard(asking, conn, id, Action::HideWords).await?;
    let theirs = &asking.viewer()?.person_id;
    let is_there = feedback.hidden.as_ref().is_none_or(|hidden| hidden.by_id == *theirs);
    let may = is_there && feedback.withdrawn_at.is_none() && may_hide(&student, &feedback.author_id, feedback.role);
    if may { Ok((feedback, work)) } else { Err(Refusal::NotFound) }
}

/// Why is it to be out of sight?
pub async fn hide_page(asking: Asking, In(id): In<FeedbackId>) -> Answer {
    let (feedback, work) = to_hide(&asking, &mut asking.read().await?, &id).await?;
    show_hide(&asking, feedback, work, Form::default()).await
}

/// Takes it out of sight.
pub async fn hide(asking: Asking, In(id): In<FeedbackId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (feedback, work) = to_hide(&asking, &mut tx, &id).await?;
    let mut problems = Problems::default();
    let reason = reason(&fields, asking.viewer()?.role == Role::Student, &mut problems);
    if !problems.is_empty() {
        drop(tx);
        return show_hide(&asking, feedback, work, Form::again(&fields, problems)).await;
    }
    let before = asking.before(&mut tx, SeenAct::HideFeedback, &id).await?;
    feedback.hide(&mut tx, &work, &asking.viewer()?.person_id, &reason, asking.now()).await?;
    asking.done(tx, before, format!("/work/{}#f-{id}", work.id), Done::FeedbackHidden).await
}

async fn show_hide(asking: &Asking, feedback: Feedback, work: Work, form: Form) -> Answer {
    let zone = asking.viewer()?.time_zone.clone();
    let leads = asking.viewer()?.role == Role::Student;
    let page = Page::titled(say_in!(asking.locale, mastery.hide)).working().with_form(form);
    Ok(asking
        .page(page, move || {
            let lead = match leads {
                true => say!(hiding.lead_student, name = apart(&feedback.author)),
                false => say!(mastery.hide_lead),
            };
            let hint = if leads { say!(hiding.reason_student) } else { say!(mastery.hide_reason_hint) };
            view! {
                <FormPage back=format!("/work/{}#f-{}", work.id, feedback.id) back_words=title_of(&work) title=say!(mastery.hide)
                    lead
                    above=view! { <FeedbackCard feedback=feedback.clone() work revision=None zone/> }.into_any()
                    action=format!("/feedback/{}/hide", feedback.id) save=say!(mastery.hide_do) button="btn btn--danger">
                    <TextArea name=field::REASON label=say!(mastery.hide_reason) hint rows=3 optional=leads/>
                </FormPage>
            }
        })
        .await)
}
