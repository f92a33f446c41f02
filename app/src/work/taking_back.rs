//! Taking back, and putting right: feedback, a version, the question for a check, and the answer to one.

use kinfolio::field;
use kinfolio::id::{CheckId, FeedbackId, WorkId};
use kinfolio::language::Language;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::taking_back::{BinKind, SeenAct, Thrown};
use kinfolio::words::{self, Problem, Problems, limit};
use kinfolio::work::{Check, Feedback, Work, checked};
use leptos::prelude::*;

use super::check::{reworded, to_answer};
use super::check_forms::target_fields;
use super::telling::{Telling, telling};
use super::{found, title_of};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{FormPage, LanguageField, TextArea, Words};
use crate::refusal::{Answer, Refusal};
use crate::said::Done;
use crate::shell::{Page, Place};
use crate::taking_back::{seen, thrown};

/// One's own feedback, and the work it is about. Whoever said something comes to it also when they see the work no more.
async fn own_feedback(asking: &Asking, conn: &mut Conn, id: &FeedbackId) -> Result<(Feedback, Work), Refusal> {
    let viewer = asking.may_here(Action::TakeBack)?;
    let found = Feedback::of_author(conn, viewer, id).await?;
    found.filter(|(feedback, _)| feedback.withdrawn_at.is_none()).ok_or(Refusal::NotFound)
}

/// Where whoever gave feedback reads it: on the work as long as they see it, else among what they took back.
async fn place_of(asking: &Asking, conn: &mut Conn, feedback: &Feedback, work: &Work) -> Result<String, Refusal> {
    let viewer = asking.viewer()?;
    let (is_open, place) = match feedback.starter {
        Some(_) => (Work::find_as_peer(conn, viewer, &work.id).await?.is_some(), format!("/work/{}/peers", work.id)),
        None => (Work::find(conn, viewer, &work.id).await?.is_some(), format!("/work/{}", work.id)),
    };
    Ok(if is_open { place } else { "/bin".to_owned() })
}

/// `/feedback/{feedback}/take-back`: its author takes it back.
pub async fn take_feedback_back(asking: Asking, In(id): In<FeedbackId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (feedback, work) = own_feedback(&asking, &mut tx, &id).await?;
    seen(&fields)?;
    let place = place_of(&asking, &mut tx, &feedback, &work).await?;
    let became = BinKind::Feedback.throw_away(&mut tx, asking.viewer()?, &id, &feedback.text, asking.now()).await?;
    tx.commit().await?;
    go_saying(place, thrown(&became))
}

/// `/feedback/{feedback}/correct`: the form.
pub async fn correct_feedback_page(asking: Asking, In(id): In<FeedbackId>) -> Answer {
    let mut conn = asking.read().await?;
    let (feedback, work) = own_feedback(&asking, &mut conn, &id).await?;
    let place = place_of(&asking, &mut conn, &feedback, &work).await?;
    drop(conn);
    show_correction(&asking, (feedback, work, place), Form::default()).await
}

/// Its author puts it in other words; how it read before is kept.
pub async fn correct_feedback(asking: Asking, In(id): In<FeedbackId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (feedback, work) = own_feedback(&asking, &mut tx, &id).await?;
    let place = place_of(&asking, &mut tx, &feedback, &work).await?;
    let mut problems = Problems::default();
    let text = problems.take(field::FEEDBACK, words::text(fields.get(field::FEEDBACK), limit::WORDS));
    let language = Language::tagged(fields.get(field::LANGUAGE));
    if language.is_none() {
        problems.note(field::LANGUAGE, Problem::Choose);
    }
    let form = match language.filter(|_| problems.is_empty()) {
        Some(language) => {
            let before = asking.before(&mut tx, SeenAct::GiveFeedback, &work.id).await?;
            let corrected = (text.as_str(), &language);
            if feedback.correct(&mut tx, &work, fields.version(), corrected, asking.now()).await?.is_kept() {
                return asking.done(tx, before, place, Done::Corrected).await;
            }
            Form::stale(&fields, feedback.version, field::FEEDBACK)
        }
        None => Form::again(&fields, problems),
    };
    drop(tx);
    show_correction(&asking, (feedback, work, place), form).await
}

async fn show_correction(asking: &Asking, (feedback, work, place): (Feedback, Work, String), form: Form) -> Answer {
    let own = asking.viewer()?.languages.clone();
    let page = Page::titled(say_in!(asking.locale, mastery.correct)).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let identity = Identity::changes(&form, feedback.version);
            let (text, language) = (feedback.text.clone(), feedback.language.clone());
            let reads_now = move || view! { <Words text language/> };
            view! {
                <FormPage back=place back_words=title_of(&work) title=say!(mastery.correct)
                    lead=say!(mastery.correct_lead) reads_now identity
                    action=format!("/feedback/{}/correct", feedback.id) save=say!(work.save)>
                    <TextArea name=field::FEEDBACK label=say!(work.feedback) rows=6 value=Some(feedback.text.clone())/>
                    <LanguageField own value=Some(feedback.language.tag().to_owned())/>
                </FormPage>
            }
        })
        .await)
}

/// `/work/{work}/version/take-back`: the student takes the latest version back, while nobody has answered it.
pub async fn take_version_back(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (work, _) = found(&asking, &mut tx, &id, Action::ChangeWork).await?;
    seen(&fields)?;
    let work = Work::held(&mut tx, asking.viewer()?, &work.id).await?.ok_or(Refusal::NotFound)?;
    let latest = work.latest(&mut tx).await?.ok_or(Refusal::NotFound)?;
    // The first one is the work itself.
    if latest.number == 1 || latest.is_answered {
        return go_saying(format!("/work/{id}"), Done::StaysAnswered);
    }
    let name = if work.title.is_empty() { &latest.text } else { &work.title };
    let became = BinKind::Version.throw_away(&mut tx, asking.viewer()?, &latest.id, name, asking.now()).await?;
    work.touched(&mut tx, asking.now()).await?;
    tx.commit().await?;
    go_saying(format!("/work/{id}"), thrown(&became))
}

/// `/check/{check}/withdraw`: the student asks no more.
pub async fn withdraw_check(asking: Asking, In(id): In<CheckId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let found = Check::find(&mut tx, asking.viewer()?, &id).await?;
    let found = found.filter(|(_, work, student)| work.may(student.standing, Action::AskForCheck));
    let (check, work, _) = found.ok_or(Refusal::NotFound)?;
    seen(&fields)?;
    let page = format!("/work/{}", work.id);
    if !check.waits() {
        return go_saying(page, Done::StaysAnswered);
    }
    let name = check.wish.as_ref().map_or(work.title.as_str(), |wish| wish.words.as_str());
    let thrown = BinKind::Check.throw_away(&mut tx, asking.viewer()?, &id, name, asking.now()).await?;
    if thrown == Thrown::Stays {
        check.withdraw(&mut tx, &work, asking.now()).await?;
    }
    tx.commit().await?;
    go_saying(page, Done::CheckWithdrawn)
}

/// An answer to a check, for the one who gave it.
async fn own_answer(asking: &Asking, conn: &mut Conn, id: &CheckId) -> Result<(Check, Telling), Refusal> {
    let (check, work, student) = to_answer(asking, conn, id).await?;
    if check.answered_by.as_ref() != Some(&asking.viewer()?.person_id) {
        return Err(Refusal::NotFound);
    }
    Ok((check, telling(asking, conn, work, student).await?))
}

/// `/check/{check}/correct`: the form, as it was answered.
pub async fn correct_answer_page(asking: Asking, In(id): In<CheckId>) -> Answer {
    let (check, telling) = own_answer(&asking, &mut asking.read().await?, &id).await?;
    show_answer(&asking, check, telling, Form::default()).await
}

/// Whoever answered answers once more; what was answered before is kept.
pub async fn correct_answer(asking: Asking, In(id): In<CheckId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (check, telling) = own_answer(&asking, &mut tx, &id).await?;
    let asked = check.asked(&mut tx, &telling.work).await?;
    let form = match checked(&asked, |name| fields.get(name)) {
        Ok(answers) => {
            let work = &telling.work;
            let before = asking.before(&mut tx, SeenAct::AnswerCheck, &work.id).await?;
            let read: i64 = fields.parsed(field::FROM).unwrap_or_default();
            let author = &asking.viewer()?.person_id;
            if check.correct(&mut tx, work, author, (read, &answers), asking.now()).await?.is_kept() {
                return asking.done(tx, before, format!("/work/{}", work.id), Done::Corrected).await;
            }
            Form::stale(&fields, check.version, field::FROM)
        }
        Err(problems) => Form::again(&fields, reworded(&asking, problems)),
    };
    drop(tx);
    show_answer(&asking, check, telling, form).await
}

async fn show_answer(asking: &Asking, check: Check, telling: Telling, form: Form) -> Answer {
    let page = Page::titled(say_in!(asking.locale, mastery.correct_answer)).at(Place::Elsewhere).working();
    let page = page.with_form(form);
    Ok(asking
        .page(page, move || {
            let work = format!("/work/{}", telling.work.id);
            let targets = check.answers.iter().cloned().map(|answer| target_fields(answer, &telling)).collect_view();
            let read = check.version.to_string();
            view! {
                <FormPage back=work back_words=title_of(&telling.work) title=say!(mastery.correct_answer)
                    lead=say!(mastery.correct_lead) action=format!("/check/{}/correct", check.id) save=say!(work.check_answer)>
                    <input type="hidden" name=field::FROM.wire() value=read/>
                    <h2>{say!(work.check)}</h2>
                    {targets}
                </FormPage>
            }
        })
        .await)
}
