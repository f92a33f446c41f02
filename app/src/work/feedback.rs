//! Written words on a revision: an advisor gives them, the student says what became of them.

use kinfolio::id::{FeedbackId, RevisionId, WorkId};
use kinfolio::language::Language;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::words::{self, Problem, Problems, limit};
use kinfolio::work::{Feedback, NewFeedback, Pointing, Revision, Spot, TypedPointing, UseMade, Work, checked_answer};
use leptos::prelude::*;

use super::page::{Telling, show, telling};
use super::said::{Became, FeedbackCard, spot_words};
use super::{found, title_of};
use crate::asking::{Asking, In, go_saying};
use crate::fields::{Fields, Values};
use crate::form::{Form, VERSION};
use crate::parts::{Choice, FormPage, Hidden, Icon, LanguageField, Radios, SelectField, TextArea, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Page, Place, Said};
use crate::wording::{Locale, problem};

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
    tx.commit().await?;
    go_saying(format!("/work/{id}"), Said::Feedback)
}

/// What is said: the words, their language, the revision they are about, and the place in it.
type TypedFeedback = (String, Language, RevisionId, Pointing);

/// What a form for feedback says, and what is wrong with it.
pub(super) fn said(locale: Locale, values: &Values, revisions: &[Revision]) -> (Option<TypedFeedback>, Problems) {
    let mut problems = Problems::default();
    let text = problems.take("feedback", words::text(values.get("feedback"), limit::WORDS));
    let language = Language::tagged(values.get("language"));
    if language.is_none() {
        problems.note("language", Problem::Choose);
    }
    let wanted: Option<RevisionId> = values.parsed("revision");
    let revision = revisions.iter().find(|revision| Some(&revision.id) == wanted.as_ref());
    if revision.is_none() {
        problems.note("feedback", Problem::Choose);
    }
    let typed = TypedPointing {
        passage: values.get("passage"),
        picture: values.get("picture"),
        spot: values.get("spot"),
        recording: values.get("recording"),
        minute: values.get("minute"),
    };
    let pointing = revision.map(|revision| Pointing::checked(revision, typed));
    if let Some(Err(wrong)) = &pointing {
        for (field, problem) in wrong.iter() {
            let is_not_there = field == "passage" && *problem == Problem::Choose;
            let is_no_time = field == "minute";
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

/// Feedback on the latest revision.
pub(super) fn feedback_form(telling: &Telling, revision: &Revision) -> AnyView {
    view! {
        <section class="split noprint" id="feedback">
            <div class="split__side"><h2>{say!(work.feedback)}</h2></div>
            <form method="post" action=format!("/work/{}/feedback", telling.work.id) class="split__main flow">
                <Hidden name="id" value=FeedbackId::new().to_string()/>
                <Hidden name="revision" value=revision.id.to_string()/>
                <TextArea name="feedback" label=say!(work.feedback) hint=say!(work.feedback_hint) rows=5/>
                {pointing_fields(revision)}
                <LanguageField own=telling.own_languages.clone()/>
                <div class="actions"><button class="btn">{say!(work.feedback_give)}</button></div>
            </form>
        </section>
    }
    .into_any()
}

/// Pointing at a place: words, a picture, a minute. It stands open when something in it was typed.
pub(super) fn pointing_fields(revision: &Revision) -> AnyView {
    let form = use_context::<Form>().unwrap_or_default();
    let open = ["passage", "picture", "spot", "recording", "minute"].iter().any(|field| !form.value(field).is_empty());
    let pictures = (!revision.pictures.is_empty()).then(|| {
        let mut choices = vec![(String::new(), say!(mastery.picture_none))];
        for (place, picture) in revision.pictures.iter().enumerate() {
            let number = (place + 1).to_string();
            let words = match picture.description.is_empty() {
                true => say!(mastery.picture_nth, number = number),
                false => say!(mastery.picture_nth_shows, number = number, shows = glimpse(&picture.description)),
            };
            choices.push((picture.id.to_string(), words));
        }
        view! { <SelectField name="picture" label=say!(mastery.picture) choices optional=true/> {spots(&form)} }
    });
    let recordings = (revision.recordings().next().is_some()).then(|| {
        let all = revision.recordings().map(|file| (file.id.to_string(), glimpse(file.known_as()))).collect::<Vec<_>>();
        // Where there is one only, the minute says it all.
        let which = (all.len() > 1).then(|| {
            let choices = [(String::new(), say!(mastery.recording_none))].into_iter().chain(all).collect();
            view! { <SelectField name="recording" label=say!(mastery.recording) choices optional=true/> }
        });
        view! {
            {which}
            <TextField name="minute" label=say!(mastery.minute) hint=say!(mastery.minute_hint) words=false optional=true/>
        }
    });
    view! {
        <details class="fold" open=open>
            <summary>{say!(mastery.point)}</summary>
            <TextArea name="passage" label=say!(mastery.passage) hint=say!(mastery.passage_hint) rows=2 optional=true/>
            {pictures}
            {recordings}
        </details>
    }
    .into_any()
}

fn glimpse(words: &str) -> String {
    kinfolio::markdown::glimpse(words, 60)
}

/// The places of a picture, three by three, as they lie on it.
fn spots(form: &Form) -> AnyView {
    let chosen = form.value("spot");
    let wrong = form.problem("spot").map(|wrong| problem(crate::wording::locale(), wrong));
    let wrong = wrong.map(|wrong| view! { <p class="error"><Icon name="warning"/> {wrong}</p> });
    let places = Spot::ALL
        .iter()
        .enumerate()
        .map(|(place, spot)| {
            let id = if place == 0 { "field-spot".to_owned() } else { format!("field-spot-{place}") };
            view! {
                <label class="choice">
                    <input type="radio" id=id name="spot" value=spot.as_str() checked=chosen == spot.as_str()/>
                    <span dir="auto">{spot_words(*spot)}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choices"><legend>{say!(mastery.spot)}</legend>{wrong}<div class="spots" dir="ltr">{places}</div></fieldset>
    }
    .into_any()
}

/// Feedback that somebody may do this with, with its work and its student.
async fn heard(
    asking: &Asking,
    conn: &mut Conn,
    id: &FeedbackId,
    action: Action,
) -> Result<(Feedback, Work, Student), Refusal> {
    let found = Feedback::find(conn, asking.viewer()?, id).await?;
    let found = found.filter(|(_, work, student)| student.standing.may(action, work.audience));
    found.ok_or(Refusal::NotFound)
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
    let language = match fields.has("language") {
        true => Language::tagged(fields.get("language")),
        // The button on the road sends no words.
        false => Some(own),
    };
    let checked = checked_answer(fields.get("use"), fields.get("reason"));
    if language.is_none() {
        problems.note("language", Problem::Choose);
    }
    let form = match (checked, language) {
        (Ok((use_made, reason)), Some(language)) => {
            let now = feedback.answer.as_ref();
            let same =
                now.is_some_and(|now| now.use_made == use_made && now.reason == reason && now.language == language);
            let read: Option<i64> = fields.parsed("version");
            let became = (use_made, reason.as_str(), &language);
            let kept = same || feedback.say_what_became(&mut tx, &work, read, became, asking.now()).await?.is_kept();
            if kept {
                tx.commit().await?;
                return go_saying(format!("/work/{}#f-{id}", work.id), Said::FeedbackAnswered);
            }
            Form::stale(&fields, now.map_or(0, |now| now.version), "reason")
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
    let own = asking.viewer()?.languages.clone();
    let page = Page::titled(say_in!(asking.locale, mastery.answer)).at(Place::Works).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let now = feedback.answer.clone();
            // What was never answered has no version.
            let version: Option<i64> = form.values().parsed(VERSION).or(now.as_ref().map(|now| now.version));
            let version = version.map(|version| view! { <Hidden name=VERSION value=version.to_string()/> });
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
                    above=view! { <FeedbackCard feedback=feedback.clone() work=work.clone() revision/> }.into_any()
                    reads_now action=format!("/feedback/{}/answer", feedback.id) save=say!(mastery.answer_save)>
                    {version}
                    <Radios name="use" label=say!(mastery.use_made) choices value=chosen/>
                    <TextArea name="reason" label=say!(mastery.reason) hint=say!(mastery.reason_hint) rows=4
                        value=now.map(|now| now.reason)/>
                    <LanguageField own value=language/>
                </FormPage>
            }
        })
        .await)
}

/// A fellow student's feedback, to be hidden.
async fn to_hide(asking: &Asking, conn: &mut Conn, id: &FeedbackId) -> Result<(Feedback, Work), Refusal> {
    let (feedback, work, _) = heard(asking, conn, id, Action::HideFeedback).await?;
    if feedback.starter.is_none() { Err(Refusal::NotFound) } else { Ok((feedback, work)) }
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
    let reason = problems.take("reason", words::text(fields.get("reason"), limit::WORDS));
    if !problems.is_empty() {
        drop(tx);
        return show_hide(&asking, feedback, work, Form::again(&fields, problems)).await;
    }
    feedback.hide(&mut tx, &work, &asking.viewer()?.person_id, &reason, asking.now()).await?;
    tx.commit().await?;
    go_saying(format!("/work/{}#f-{id}", work.id), Said::FeedbackHidden)
}

async fn show_hide(asking: &Asking, feedback: Feedback, work: Work, form: Form) -> Answer {
    let page = Page::titled(say_in!(asking.locale, mastery.hide)).working().with_form(form);
    Ok(asking
        .page(page, move || {
            view! {
                <FormPage back=format!("/work/{}#f-{}", work.id, feedback.id) back_words=title_of(&work) title=say!(mastery.hide)
                    lead=say!(mastery.hide_lead)
                    above=view! { <FeedbackCard feedback=feedback.clone() work revision=None/> }.into_any()
                    action=format!("/feedback/{}/hide", feedback.id) save=say!(mastery.hide_do) button="btn btn--danger">
                    <TextArea name="reason" label=say!(mastery.hide_reason) hint=say!(mastery.hide_reason_hint) rows=3/>
                </FormPage>
            }
        })
        .await)
}
