//! Fellow students are asked about a work, and say something about it: about the work, not about the person.

use kinfolio::field;
use kinfolio::id::{FeedbackId, WorkId};
use kinfolio::language::{Language, Languages};
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::taking_back::SeenAct;
use kinfolio::words::{Problem, Problems, limit, optional_text};
use kinfolio::work::{Feedback, NewFeedback, PeerAsk, Revision, Starter, Work};
use leptos::prelude::*;

use super::feedback::said;
use super::feedback_form::pointing_fields;
use super::page::{gallery, show};
use super::road::own_words;
use super::said::{Became, FeedbackCard, starter_words};
use super::telling::telling;
use super::{found, title_of};
use crate::asking::{Asking, In};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{
    Back, Choice, Hidden, LanguageField, ProblemSummary, Prose, Radios, TextArea, Unseen, Voice, VoiceCard, Words,
};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Width};
use crate::wording::apart;

/// The student asks the advisory, or asks no longer.
pub async fn ask(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (work, student) = found(&asking, &mut tx, &id, Action::ChangeWork).await?;
    let before = asking.before(&mut tx, SeenAct::AskPeers, &id).await?;
    if fields.has(field::STOP) {
        work.ask_peers_no_longer(&mut tx).await?;
        return asking.done(tx, before, format!("/work/{id}#peers"), Done::PeersNotAsked).await;
    }
    let mut problems = Problems::default();
    let question = problems.take(field::QUESTION, optional_text(fields.get(field::QUESTION), limit::WORDS));
    let language = Language::tagged(fields.get(field::QUESTION_LANGUAGE));
    if language.is_none() {
        problems.note(field::QUESTION_LANGUAGE, Problem::Choose);
    }
    if work.kept_at.is_none() {
        // A draft is its student's alone; the page has no form for it.
        return Err(Refusal::NotFound);
    }
    if let (Some(language), true) = (&language, problems.is_empty()) {
        work.ask_peers(&mut tx, &question, language, asking.now()).await?;
        return asking.done(tx, before, format!("/work/{id}#peers"), Done::PeersAsked).await;
    }
    let telling = telling(&asking, &mut tx, work, student).await?;
    drop(tx);
    show(&asking, telling, None, Form::again(&fields, problems)).await
}

/// What a fellow student sees: the latest revision, what they are asked, and what they said themselves.
struct PeerForm {
    work: Work,
    student: Student,
    asks: PeerAsk,
    latest: Revision,
    mine: Vec<(Feedback, Option<Revision>)>,
    own: Languages,
    zone: String,
}

/// The work, for a fellow student who is asked.
pub async fn page(asking: Asking, In(id): In<WorkId>) -> Answer {
    let asked = asked(&asking, &mut asking.read().await?, &id).await?;
    show_asked(&asking, asked, Form::default()).await
}

/// A fellow student says something about it.
pub async fn say(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let asked = asked(&asking, &mut tx, &id).await?;
    let (said, mut problems) = said(asking.locale, &fields, std::slice::from_ref(&asked.latest));
    let starter = Starter::named(fields.get(field::STARTER));
    if starter.is_none() {
        problems.note(field::STARTER, Problem::Choose);
    }
    if let (Some((text, language, revision, pointing)), Some(_)) = (said, starter) {
        let before = asking.before(&mut tx, SeenAct::GiveFeedback, &id).await?;
        let new = NewFeedback {
            id: &fields.id_or(FeedbackId::new),
            revision: &revision,
            author: &asking.viewer()?.person_id,
            starter,
            text: &text,
            language: &language,
            pointing: &pointing,
        };
        if !asked.work.give_feedback(&mut tx, &new, asking.now()).await?.is_kept() {
            return Err(Refusal::NotFound);
        }
        return asking.done(tx, before, format!("/work/{id}/peers"), Done::PeerSpoke).await;
    }
    drop(tx);
    show_asked(&asking, asked, Form::again(&fields, problems)).await
}

async fn asked(asking: &Asking, conn: &mut Conn, id: &WorkId) -> Result<PeerForm, Refusal> {
    let viewer = asking.viewer()?;
    let (work, student, asks) = Work::find_as_peer(conn, viewer, id).await?.ok_or(Refusal::NotFound)?;
    let revisions = work.revisions(conn).await?;
    let mut latest = revisions.last().cloned().ok_or(Refusal::NotFound)?;
    Revision::make_readable(std::slice::from_mut(&mut latest)).await;
    let mine = work.feedback(conn).await?.into_iter().filter(|feedback| feedback.author_id == viewer.person_id);
    let mine = mine
        .map(|feedback| {
            // A place in an earlier version is not theirs to look at.
            let about = Some(latest.clone()).filter(|latest| latest.heard(&feedback));
            (feedback, about)
        })
        .collect();
    Ok(PeerForm { work, student, asks, latest, mine, own: viewer.languages.clone(), zone: viewer.time_zone.clone() })
}

async fn show_asked(asking: &Asking, asked: PeerForm, form: Form) -> Answer {
    let title = match asked.work.title.is_empty() {
        true => say_in!(asking.locale, work.untitled),
        false => asked.work.title.clone(),
    };
    Ok(asking.page(Page::titled(title).working().with_form(form.clone()), move || body(asked, &form)).await)
}

fn body(asked: PeerForm, form: &Form) -> AnyView {
    let PeerForm { work, student, asks, latest, mine, own, zone } = asked;
    let identity = Identity::adds(form, FeedbackId::new);
    let (name, language) = (student.called().to_owned(), work.language.clone());
    let question = (!asks.question.is_empty()).then(|| {
        view! {
            <VoiceCard voice=Voice::Student name=student.name.clone() language=asks.language.clone() line=true>
                <Words text=asks.question language=asks.language/>
            </VoiceCard>
        }
    });
    let mine = (!mine.is_empty()).then(|| {
        let student = student.name.clone();
        let rows = mine
            .into_iter()
            .map(|(feedback, about)| my_words(feedback, about, (&work, zone.clone()), &student))
            .collect_view();
        view! { <section class="flow"><h2>{say!(mastery.my_words)}</h2>{rows}</section> }
    });
    let choices =
        Starter::ALL.iter().map(|starter| Choice::new(starter.as_str(), starter_words(*starter))).collect::<Vec<_>>();
    view! {
        <Main width=Width::Narrow>
            <header>
                <Back to="/" words=say!(shell.home)/>
                <h1 class="said" lang=language.tag().to_owned() dir="auto">{title_of(&work)}</h1>
                <p class="lead">{say!(mastery.peer_lead, name = apart(&name))}</p>
            </header>
            <ProblemSummary/>
            {question}
            {gallery(&latest)}
            {super::files::shown(&latest)}
            <Prose html=latest.prose() language/>
            {mine}
            <section class="flow">
                <h2>{say!(mastery.peer_title)}</h2>
                <p class="soft">{say!(mastery.peer_kind)}</p>
                <form method="post" action=format!("/work/{}/peers", work.id) class="flow">
                    <Unseen identity/>
                    <Hidden name=field::REVISION value=latest.id.to_string()/>
                    <Radios name=field::STARTER label=say!(mastery.starter) choices/>
                    <TextArea name=field::FEEDBACK label=say!(mastery.peer_words) hint=say!(mastery.peer_words_hint) rows=4/>
                    {pointing_fields(&latest)}
                    <LanguageField own/>
                    <div class="actions"><button class="btn btn--primary">{say!(mastery.peer_send)}</button></div>
                    <p class="soft small">{say!(mastery.peer_readers, name = apart(&name))}</p>
                </form>
            </section>
        </Main>
    }
    .into_any()
}

/// What a fellow student wrote, for themselves: what became of it, or why it is out of sight.
fn my_words(feedback: Feedback, about: Option<Revision>, (work, zone): (&Work, String), student: &str) -> AnyView {
    let hidden = feedback.hidden.clone().filter(|hidden| !hidden.reason.is_empty()).map(|hidden| {
        let words = say!(mastery.hidden_by, name = apart(hidden.by));
        view! { <p class="small">{words} " " <q dir="auto">{hidden.reason}</q></p> }
    });
    let became = hidden.is_none().then(|| view! { <Became feedback=feedback.clone() student=student.to_owned()/> });
    let own = (feedback.withdrawn_at.is_none()).then(|| own_words(feedback.id.as_str()));
    view! { <div class="flow"><FeedbackCard feedback=feedback.clone() work=work.clone() revision=about zone/> {own} {became} {hidden}</div> }
        .into_any()
}
