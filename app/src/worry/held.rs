//! `/worry/{worry}`: a worry with the words as they stood, what was noted since and who opened it. That it is opened is recorded
//! before it is shown.

use kinfolio::field;
use kinfolio::id::{WorryId, WorryNoteId};
use kinfolio::policy::Action;
use kinfolio::store::{Conn, Tx};
use kinfolio::words::{self, Problem, Problems, limit};
use kinfolio::worry::{Worry, WorryNote, WorryOpening};
use leptos::prelude::*;

use super::list::kind_words;
use crate::asking::{Asking, In, go_saying};
use crate::definition::words::Paragraphs;
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{FormPage, TextArea, Voice, VoiceCard};
use crate::refusal::{Answer, Refusal};
use crate::said::Done;
use crate::shell::{Page, Place};
use crate::when;
use crate::wording::apart;

/// The worry with this id, for whoever hears of it: for everybody else there is none.
pub(super) async fn found(asking: &Asking, conn: &mut Conn, id: &WorryId) -> Result<Worry, Refusal> {
    let viewer = asking.may_here(Action::HearWorries)?;
    Worry::find(conn, viewer, id).await?.ok_or(Refusal::NotFound)
}

/// The page.
pub async fn page(asking: Asking, In(id): In<WorryId>) -> Answer {
    let mut tx = asking.write_again().await?;
    let worry = found(&asking, &mut tx, &id).await?;
    show(&asking, tx, worry, Form::default()).await
}

/// Notes what was done.
pub async fn note(asking: Asking, In(id): In<WorryId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let worry = found(&asking, &mut tx, &id).await?;
    let mut problems = Problems::default();
    let text = problems.take(field::NOTE, words::text(fields.get(field::NOTE), limit::WORDS));
    if problems.is_empty() {
        let note_id = fields.id_or(WorryNoteId::new);
        if worry.note(&mut tx, asking.viewer()?, (&note_id, &text), asking.now()).await? {
            tx.commit().await?;
            return go_saying(format!("/worry/{id}"), Done::WorryNoted);
        }
        problems.note(field::NOTE, Problem::Said(say_in!(asking.locale, worries.no_note)));
    }
    drop(tx);
    // What did not become a note is shown again on a page that is opened like any other, with what is there now.
    let mut tx = asking.write_again().await?;
    let worry = found(&asking, &mut tx, &id).await?;
    show(&asking, tx, worry, Form::again(&fields, problems)).await
}

async fn show(asking: &Asking, mut tx: Tx, worry: Worry, form: Form) -> Answer {
    let viewer = asking.viewer()?.clone();
    worry.open(&mut tx, &viewer, asking.now()).await?;
    let (notes, openings) = (worry.notes(&mut tx).await?, worry.openings(&mut tx).await?);
    tx.commit().await?;
    let title = say_in!(asking.locale, worries.about, name = apart(&worry.student));
    let page = Page::titled(title.clone()).at(Place::Elsewhere).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let zone = viewer.time_zone.clone();
            let is_held = worry.is_held();
            let identity = Identity::adds(&form, WorryNoteId::new);
            let above = view! { {words(&worry, &zone)} {since_then(notes, &zone)} };
            let beneath = view! { {is_held.then(|| release_way(&worry))} {opened_by(openings, &zone)} };
            // What was typed stays there, also where it can be noted no more.
            let is_typed = form.values().iter().next().is_some();
            let instead = (!is_held && !is_typed).then(|| ().into_any());
            view! {
                <FormPage back="/worries" back_words=say!(worries.title) title above=above.into_any()
                    action=format!("/worry/{}", worry.id) identity save=say!(worries.note_save) instead
                    beneath=beneath.into_any()>
                    <TextArea name=field::NOTE label=say!(worries.note) hint=say!(worries.note_hint) rows=4/>
                </FormPage>
            }
        })
        .await)
}

/// The words as they stood, who said them, who worries and why; of a released one, only that there was one.
fn words(worry: &Worry, zone: &str) -> AnyView {
    let said = say!(worries.said, name = apart(&worry.reporter), day = when::day_and_time(worry.reported_at, zone));
    let said = view! { <p>{said}</p> };
    if let Some(at) = worry.released_at {
        let name = apart(worry.asker.as_deref().unwrap_or_default());
        let other = apart(worry.releaser.as_deref().unwrap_or_default());
        let day = when::day_and_time(at, zone);
        return view! { {said} <p>{say!(worries.released_by, name = name, other = other, day = day)}</p> }.into_any();
    }
    let why = (!worry.why.is_empty()).then(|| {
        let text = worry.why.clone();
        view! { <div class="said" dir="auto"><Paragraphs text/></div> }
    });
    let text = (!worry.text.is_empty()).then(|| view! { <Paragraphs text=worry.text.clone()/> });
    let sound = worry.had_sound.then(|| view! { <p class="soft small">{say!(worries.had_sound)}</p> });
    let photo = worry.had_photo.then(|| view! { <p class="soft small">{say!(worries.had_photo)}</p> });
    view! {
        {said} {why}
        <section class="flow">
            <h2>{say!(worries.words)}</h2>
            <VoiceCard voice=Voice::of(worry.author_role) name=apart(&worry.author_name) language=worry.language.clone()
                note=kind_words(worry.kind)>
                {text} {sound} {photo}
            </VoiceCard>
            <p class="soft small">{say!(worries.words_note)}</p>
        </section>
    }
    .into_any()
}

/// What was noted, the first first.
fn since_then(notes: Vec<WorryNote>, zone: &str) -> Option<AnyView> {
    let rows: Vec<_> = notes
        .into_iter()
        .filter(|note| !note.text.is_empty())
        .map(|note| {
            let day = when::day_and_time(note.made_at, zone);
            view! {
                <li>
                    <div class="flow"><p class="soft small"><bdi>{note.author}</bdi> " · " {day}</p><Paragraphs text=note.text/></div>
                </li>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! { <section class="flow"><h2>{say!(worries.notes)}</h2><ul class="lines">{rows}</ul></section> }.into_any()
    })
}

/// The way to its release, and who asks for it.
fn release_way(worry: &Worry) -> AnyView {
    let asker = worry.release_asked_by.as_ref().and(worry.asker.as_ref());
    let asked = asker.map(|asker| view! { <p>{say!(worries.asked_by, name = apart(asker))}</p> });
    let to = format!("/worry/{}/release", worry.id);
    view! { <section class="flow">{asked}<p><a class="btn btn--small" href=to>{say!(worries.release_go)}</a></p></section> }
        .into_any()
}

/// Who opened it, the last first.
fn opened_by(openings: Vec<WorryOpening>, zone: &str) -> AnyView {
    let rows: Vec<_> = openings
        .into_iter()
        .map(|opening| {
            let day = when::day_and_time(opening.opened_at, zone);
            view! { <li><p><bdi>{opening.person}</bdi> " · " <span class="soft small">{day}</span></p></li> }
        })
        .collect();
    view! { <section class="flow"><h2>{say!(worries.openings)}</h2><ul class="lines">{rows}</ul></section> }.into_any()
}
