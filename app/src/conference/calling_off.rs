//! `/conference/{conference}/call-off`: calling a conference off, what everybody reads then, and bringing it back.

use kinfolio::conference::Conference;
use kinfolio::field;
use kinfolio::id::ConferenceId;
use kinfolio::language::Language;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::taking_back::SeenAct;
use kinfolio::time::ChosenTime;
use kinfolio::words::{Problem, Problems, limit, optional_text};
use leptos::prelude::*;

use super::words::title;
use super::{found_even_called_off, place};
use crate::asking::{Asking, In, go_saying};
use crate::definition::words::Paragraphs;
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{FormPage, Hidden, LanguageField, StudentTabs, TextArea, Voice, VoiceCard};
use crate::refusal::{Answer, Refusal};
use crate::said::Done;
use crate::shell::{Main, Page, Place, Width};
use crate::time::{Comes, chosen_for};
use crate::when;

/// The conference, when it can be called off or brought back now.
async fn found(asking: &Asking, conn: &mut Conn, id: &ConferenceId) -> Result<(Conference, Student), Refusal> {
    let (conference, student) = found_even_called_off(asking, conn, id, Action::LeadConference).await?;
    if conference.may_be_called_off(asking.now()) { Ok((conference, student)) } else { Err(Refusal::NotFound) }
}

/// The form.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id).await?;
    let comes = chosen_for(&mut conn, &student, &conference, asking.now()).await?;
    drop(conn);
    show(&asking, conference, comes, Form::default()).await
}

/// Calls it off.
pub async fn call_off(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, student) = found(&asking, &mut tx, &id).await?;
    let mut problems = Problems::default();
    // A form that was never seen calls nothing off.
    if !fields.has(field::SURE) {
        problems.note(field::SURE, Problem::Choose);
    }
    let words = problems.take(field::WORDS, optional_text(fields.get(field::WORDS), limit::WORDS));
    let language = if words.is_empty() { Language::english() } else { problems.language(fields.get(field::LANGUAGE)) };
    if !problems.is_empty() {
        let comes = chosen_for(&mut tx, &student, &conference, asking.now()).await?;
        drop(tx);
        return show(&asking, conference, comes, Form::again(&fields, problems)).await;
    }
    let by = &asking.viewer()?.person_id;
    let before = asking.before(&mut tx, SeenAct::CallOff, &id).await?;
    conference.call_off(&mut tx, &student, (&words, &language), by, asking.now()).await?;
    asking.done(tx, before, format!("/conference/{id}"), Done::CalledOff).await
}

/// `/conference/{conference}/bring-back`: it is there again, as it was planned.
pub async fn bring_back(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, _) = found(&asking, &mut tx, &id).await?;
    conference.bring_back(&mut tx).await?;
    tx.commit().await?;
    go_saying(format!("/conference/{id}"), Done::BroughtBack)
}

async fn show(asking: &Asking, conference: Conference, comes: Option<ChosenTime>, form: Form) -> Answer {
    let viewer = asking.viewer()?;
    let (own, zone) = (viewer.languages.clone(), viewer.time_zone.clone());
    let heading = say_in!(asking.locale, conference.call_off);
    let page = Page::titled(heading.clone()).with_form(form).working();
    Ok(asking
        .page(page, move || {
            let at = when::day_and_time(conference.facts.starts_at, &zone);
            let told = comes.map(|choice| view! { <p>{say!(conference.call_off_time)}</p> <Comes choice zone/> });
            let above = view! { <p class="strong">{at}</p> {told} }.into_any();
            let here = format!("/conference/{}", conference.id);
            view! {
                <FormPage back=here.clone() back_words=say!(conference.title) title=heading
                    lead=say!(conference.call_off_lead) above action=format!("{here}/call-off")
                    save=say!(conference.call_off)>
                    <Hidden name=field::SURE value="yes"/>
                    <TextArea name=field::WORDS label=say!(conference.call_off_words) hint=say!(conference.call_off_hint)
                        rows=4 optional=true/>
                    <LanguageField own/>
                </FormPage>
            }
        })
        .await)
}

/// What everybody reads who opens a conference that was called off.
pub(super) async fn gone(asking: &Asking, conference: Conference, student: Student) -> Answer {
    let zone = asking.viewer()?.time_zone.clone();
    let heading = title(asking.locale, &student);
    let may = conference.may_be_called_off(asking.now()) && student.standing.may_at_all(Action::LeadConference);
    let page = Page::titled(heading.clone()).at(place(&student));
    Ok(asking
        .page(page, move || {
            let at = when::day_and_time(conference.facts.starts_at, &zone);
            let words = called_off_words(&conference, student.called());
            let back = may.then(|| {
                view! {
                    <form method="post" action=format!("/conference/{}/bring-back", conference.id)>
                        <p class="soft">{say!(conference.bring_back_lead)}</p>
                        <div class="actions"><button class="btn">{say!(conference.bring_back)}</button></div>
                    </form>
                }
            });
            view! {
                <Main width=Width::Narrow>
                    <header><StudentTabs student here=Place::Conference/><h1>{heading}</h1></header>
                    <p class="lead">{say!(conference.called_off, day = at)}</p>
                    {words}
                    {back}
                </Main>
            }
        })
        .await)
}

/// The student's words about it, where there are some.
fn called_off_words(conference: &Conference, name: &str) -> Option<AnyView> {
    let changed = &conference.changed;
    (!changed.called_off_words.is_empty()).then(|| {
        let language = Language::tagged(&changed.called_off_language).unwrap_or_else(Language::english);
        let text = changed.called_off_words.clone();
        view! { <VoiceCard voice=Voice::Student name=name.to_owned() language><Paragraphs text/></VoiceCard> }
            .into_any()
    })
}
