//! `/conference/{conference}/afterword`: looking back: the student's own reflection, an advisor's note.

use kinfolio::conference::Conference;
use kinfolio::conference::afterword::Afterword;
use kinfolio::field;
use kinfolio::id::ConferenceId;
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::taking_back::SeenAct;
use kinfolio::words;
use leptos::prelude::*;

use super::found;
use crate::asking::{Asking, In};
use crate::definition::words::Paragraphs;
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{FormPage, LanguageField, TextArea, Voice, VoiceCard};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page};
use crate::wording::apart;

/// The form.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id, Action::LookBack).await?;
    let own = own(&asking, &mut conn, &conference).await?;
    show(&asking, conference, student, own, Form::default()).await
}

/// Keeps the words. Those that were changed in another window are answered with both readings.
pub async fn write(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let (conference, student) = found(&asking, &mut tx, &id, Action::LookBack).await?;
    let said = words::said(fields.get(field::TEXT), fields.get(field::LANGUAGE));
    if let Ok((words, language)) = &said {
        let made_from = fields.version();
        let before = asking.before(&mut tx, SeenAct::LookBack, &id).await?;
        if conference.look_back(&mut tx, viewer, made_from, (words, language), asking.now()).await?.is_kept() {
            return asking.done(tx, before, format!("/conference/{id}#afterwards"), Done::Saved).await;
        }
    }
    let own = own(&asking, &mut tx, &conference).await?;
    drop(tx);
    let form = match said {
        Ok(_) => Form::stale(&fields, own.as_ref().map_or(0, |own| own.version), field::TEXT),
        Err(problems) => Form::again(&fields, problems),
    };
    show(&asking, conference, student, own, form).await
}

async fn own(
    asking: &Asking,
    conn: &mut kinfolio::store::Conn,
    conference: &Conference,
) -> Result<Option<Afterword>, Refusal> {
    let me = &asking.viewer()?.person_id;
    Ok(conference.afterwords(conn).await?.into_iter().find(|word| word.author_id == *me))
}

async fn show(asking: &Asking, conference: Conference, student: Student, own: Option<Afterword>, form: Form) -> Answer {
    let viewer = asking.viewer()?.clone();
    let reflects = viewer.role == Role::Student;
    let title = match reflects {
        true => say_in!(asking.locale, commitment.reflect),
        false => say_in!(asking.locale, commitment.note_on, name = apart(student.called())),
    };
    let page = Page::titled(title.clone()).with_form(form.clone()).working();
    Ok(asking
        .page(page, move || {
            let identity = Identity::changes(&form, own.as_ref().map_or(0, |own| own.version));
            let stands = own.clone();
            let reads_now = move || stands.map(|word| view! { <Word word/> });
            let questions = reflects.then(|| {
                let questions = [say!(commitment.glad), say!(commitment.surprised), say!(commitment.differently)];
                let rows = questions.map(|question| view! { <li class="said">{question}</li> }).collect_view();
                view! { <ul class="lines">{rows}</ul> }
            });
            let lead = if reflects { say!(commitment.reflect_lead) } else { say!(commitment.note_lead) };
            view! {
                <FormPage back=format!("/conference/{}", conference.id) back_words=say!(conference.title) title
                    lead above=questions.into_any() reads_now
                    action=format!("/conference/{}/afterword", conference.id)
                    identity save=say!(conference.save)>
                    <TextArea name=field::TEXT label=say!(commitment.words) value=own.as_ref().map(|own| own.text.clone())/>
                    <LanguageField own=viewer.languages value=own.as_ref().map(|own| own.language.tag().to_owned())/>
                </FormPage>
            }
        })
        .await)
}

/// One person's words.
#[component]
pub(super) fn Word(word: Afterword) -> impl IntoView {
    view! {
        <VoiceCard voice=Voice::of(word.author_role) name=word.author language=word.language><Paragraphs text=word.text/></VoiceCard>
    }
}

/// What was written afterwards, and the ways to write and to the keepsake.
#[component]
pub(super) fn Afterwards(conference: ConferenceId, words: Vec<Afterword>, may_write: bool, own: bool) -> impl IntoView {
    let here = format!("/conference/{conference}");
    let write = may_write.then(|| {
        let words = if own { say!(commitment.afterword_change) } else { say!(commitment.afterword_write) };
        view! { <a class="btn" href=format!("{here}/afterword")>{words}</a> }
    });
    let words = words.into_iter().map(|word| view! { <Word word/> }).collect_view();
    view! {
        <section class="flow" id="afterwards">
            <h2>{say!(commitment.afterwards)}</h2>
            <div class="quilt">{words}</div>
            <p class="actions noprint">
                <a class="btn" href=format!("{here}/keepsake")>{say!(commitment.keepsake)}</a>
                {write}
            </p>
        </section>
    }
}
