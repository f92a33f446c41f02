//! `/rehearsal/{rehearsal}/feedback`: the fellow student who was asked says what they heard. About the substance only.

use kinfolio::conference::moment::Plan;
use kinfolio::conference::rehearsal::{PartnerFeedback, Rehearsal, Starter};
use kinfolio::field;
use kinfolio::id::{RehearsalFeedbackId, RehearsalId};
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::taking_back::{BinKind, SeenAct};
use kinfolio::words::{Problems, limit, text};
use leptos::prelude::*;

use crate::asking::{Asking, In, go_saying};
use crate::conference::found;
use crate::conference::talk::outline;
use crate::definition::words::Paragraphs;
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{Choice, FormPage, LanguageField, Radios, TextArea, Voice, VoiceCard};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page};
use crate::taking_back::{TakeBack, seen, thrown};
use crate::when;
use crate::wording::apart;

/// What the partner sees: the outline, and what they said already.
struct Listener {
    rehearsal: Rehearsal,
    student: Student,
    plan: Plan,
    said: Vec<PartnerFeedback>,
}

impl Listener {
    async fn of(asking: &Asking, conn: &mut Conn, id: &RehearsalId) -> Result<Self, Refusal> {
        let viewer = asking.viewer()?;
        let rehearsal = Rehearsal::find(conn, &viewer.school_id, id).await?.ok_or(Refusal::NotFound)?;
        if rehearsal.partner_id.as_ref() != Some(&viewer.person_id) {
            return Err(Refusal::NotFound);
        }
        let (conference, student) = found(asking, conn, &rehearsal.conference_id, Action::HelpRehearse).await?;
        let plan = conference.plan(conn).await?;
        let mut said = rehearsal.feedback(conn, &viewer.school_id).await?;
        said.retain(|said| said.author_id == viewer.person_id);
        Ok(Self { rehearsal, student, plan, said })
    }
}

/// The page.
pub async fn page(asking: Asking, In(id): In<RehearsalId>) -> Answer {
    let ear = Listener::of(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, ear, Form::default()).await
}

/// Says something.
pub async fn say(asking: Asking, In(id): In<RehearsalId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let ear = Listener::of(&asking, &mut tx, &id).await?;
    let mut problems = Problems::default();
    let words = problems.take(field::TEXT, text(fields.get(field::TEXT), limit::WORDS));
    let language = problems.language(fields.get(field::LANGUAGE));
    let starter = problems.chosen(field::STARTER, Starter::named(fields.get(field::STARTER)));
    if let (Some(starter), true) = (starter, problems.is_empty()) {
        let feedback = fields.id_or(RehearsalFeedbackId::new);
        let before = asking.before(&mut tx, SeenAct::HelpRehearse, &id).await?;
        if !ear.rehearsal.say(&mut tx, viewer, &feedback, (starter, &words, &language), asking.now()).await?.is_kept() {
            return Err(Refusal::NotFound);
        }
        return asking.done(tx, before, format!("/rehearsal/{id}/feedback"), Done::Spoken).await;
    }
    drop(tx);
    show(&asking, ear, Form::again(&fields, problems)).await
}

/// `/rehearsal-feedback/{feedback}/take-back`: whoever said it takes it back.
pub async fn take_back(asking: Asking, In(id): In<RehearsalFeedbackId>, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::TakeBack)?;
    let mut tx = asking.write().await?;
    let (words, rehearsal) = Rehearsal::feedback_of_author(&mut tx, viewer, &id).await?.ok_or(Refusal::NotFound)?;
    seen(&fields)?;
    let became = BinKind::PartnerFeedback.throw_away(&mut tx, viewer, &id, &words, asking.now()).await?;
    tx.commit().await?;
    go_saying(format!("/rehearsal/{rehearsal}/feedback"), thrown(&became))
}

async fn show(asking: &Asking, ear: Listener, form: Form) -> Answer {
    let viewer = asking.viewer()?.clone();
    let name = apart(ear.student.called());
    let title = say_in!(asking.locale, rehearse.listen_to, name = name.clone());
    let page = Page::titled(title.clone()).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let identity = Identity::adds(&form, RehearsalFeedbackId::new);
            let starters =
                Starter::ALL.iter().map(|starter| Choice::new(starter.as_str(), starter_words(*starter))).collect();
            let zone = viewer.time_zone.clone();
            let said = ear
                .said
                .into_iter()
                .map(|feedback| {
                    let asked = starter_words(feedback.starter);
                    let back = format!("/rehearsal-feedback/{}/take-back", feedback.id);
                    view! { <div><Said feedback asked zone=zone.clone()/><TakeBack to=back words=say!(definition.take_words_back)/></div> }
                })
                .collect_view();
            view! {
                <FormPage back="/" back_words=say!(shell.home) title
                    lead=say!(rehearse.listen_lead, name = name)
                    above=view! { {outline(&ear.plan)} <p class="nudge">{say!(rehearse.substance)}</p> {said} }.into_any()
                    action=format!("/rehearsal/{}/feedback", ear.rehearsal.id)
                    identity save=say!(definition.say_send)>
                    <Radios name=field::STARTER label=say!(rehearse.starter) choices=starters value=Starter::Stayed.as_str().to_owned()/>
                    <TextArea name=field::TEXT label=say!(rehearse.text) rows=4/>
                    <LanguageField own=viewer.languages/>
                </FormPage>
            }
        })
        .await)
}

/// How a partner's words begin.
pub(super) fn starter_words(starter: Starter) -> String {
    match starter {
        Starter::Stayed => say!(rehearse.starter_stayed),
        Starter::More => say!(rehearse.starter_more),
        Starter::Understood => say!(rehearse.starter_understood),
        Starter::Ask => say!(rehearse.starter_ask),
    }
}

/// What a partner said.
#[component]
pub(super) fn Said(feedback: PartnerFeedback, asked: String, zone: String) -> impl IntoView {
    let note = when::short_day(feedback.made_at, &zone);
    let asked = crate::wording::Worded::from(asked);
    view! {
        <VoiceCard voice=Voice::Student name=feedback.author_name language=feedback.language note asked line=true
            id=format!("f-{}", feedback.id)><Paragraphs text=feedback.text/></VoiceCard>
    }
}
