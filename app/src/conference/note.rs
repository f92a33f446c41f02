//! `/conference/{conference}/note`: what the one who leads notes while leading, for themselves.

use kinfolio::conference::live::Note;
use kinfolio::field;
use kinfolio::id::{ConferenceId, NoteId, PersonId};
use kinfolio::words::{Problem, Problems, limit, text};
use leptos::prelude::*;

use super::step::led;
use crate::asking::{Asking, In, go_saying};
use crate::definition::words::Paragraphs;
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::islands::{Here, Outbox, OutboxWords};
use crate::parts::{FormPage, Hidden, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page};
use crate::when;

/// Keeps a note; one that was written without the network comes later, and once.
pub async fn keep(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, _) = led(&asking, &mut tx, &id).await?;
    let mut problems = Problems::default();
    let words = problems.take(field::TEXT, text(fields.get(field::TEXT), limit::WORDS));
    let Some(note) = fields.parsed::<NoteId>(field::ID).filter(|_| problems.is_empty()) else {
        drop(tx);
        if problems.is_empty() {
            problems.note(field::TEXT, Problem::Missing);
        }
        return again(&asking, &id, Form::again(&fields, problems)).await;
    };
    let plan = conference.plan(&mut tx).await?;
    let at = fields.parsed::<usize>(field::PLACE).and_then(|place| plan.moments.get(place.checked_sub(1)?));
    let moment = at.map(|moment| moment.words.name.clone()).unwrap_or_default();
    let note = Note { id: note, moment, text: words, made_at: asking.now() };
    if !conference.note(&mut tx, &note).await? {
        return Err(Refusal::NotFound);
    }
    tx.commit().await?;
    let back = match fields.get(field::THEN) {
        "cues" => format!("/conference/{id}/cues"),
        _ => format!("/conference/{id}/present/{}", fields.parsed::<i64>(field::PLACE).unwrap_or(1)),
    };
    go_saying(back, Done::Noted)
}

/// The note again, with what is wrong with it.
async fn again(asking: &Asking, id: &ConferenceId, form: Form) -> Answer {
    let here = format!("/conference/{id}");
    let title = say_in!(asking.locale, live.note);
    let page = Page::titled(title.clone()).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let (place, then) = (form.value(field::PLACE), form.value(field::THEN));
            let identity = Identity::adds(&form, NoteId::new);
            view! {
                <FormPage back=format!("{here}/present") back_words=say!(live.overview) title
                    action=format!("{here}/note") identity save=say!(live.note_keep)>
                    <Hidden name=field::PLACE value=place/>
                    <Hidden name=field::THEN value=then/>
                    <TextArea name=field::TEXT label=say!(live.note) hint=say!(live.note_hint) rows=4/>
                </FormPage>
            }
        })
        .await)
}

/// Adding a note, beneath what is shown; it stays while the conference goes on.
#[component]
pub(super) fn NoteForm(
    conference: ConferenceId,
    /// Whose notes they are.
    leader: PersonId,
    place: usize,
    #[prop(optional)] cues: bool,
) -> impl IntoView {
    view! {
        <details class="fold room__note" open=cues>
            <summary>{say!(live.note)}</summary>
            <form class="flow" method="post" action=format!("/conference/{conference}/note")>
                <Hidden name=field::ID value=NoteId::new().to_string()/>
                <Hidden name=field::PLACE value=place.to_string()/>
                {cues.then(|| view! { <Hidden name=field::THEN value="cues"/> })}
                <TextArea name=field::TEXT label=say!(live.note) hint=say!(live.note_hint) rows=2/>
                <div class="actions"><button class="btn btn--small">{say!(live.note_keep)}</button></div>
                <Outbox person=leader.to_string() words=OutboxWords::here()/>
            </form>
        </details>
    }
}

/// What was noted, for the one who noted it.
#[component]
pub(super) fn Notes(notes: Vec<Note>, zone: String) -> impl IntoView {
    (!notes.is_empty()).then(|| {
        let rows = notes
            .into_iter()
            .map(|note| {
                let time = when::time(note.made_at, &zone);
                view! {
                    <li><div>
                        <p class="soft small"><bdi>{note.moment}</bdi> " · " {time}</p>
                        <div class="said" dir="auto"><Paragraphs text=note.text/></div>
                    </div></li>
                }
            })
            .collect_view();
        view! {
            <section class="flow" id="notes">
                <h2>{say!(live.notes)}</h2>
                <p class="soft">{say!(live.notes_own)}</p>
                <ul class="lines">{rows}</ul>
            </section>
        }
    })
}
