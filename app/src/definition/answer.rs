//! Answering a version: yes, yes with a note, or not yet.

use kinfolio::definition::{Answer as Said, Answered, Answering, Definition, Line, Version};
use kinfolio::id::VersionId;
use kinfolio::language::Languages;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::words::{Problem, Problems, limit, optional_text};
use leptos::prelude::*;

use super::strip::WordingAsAsked;
use super::{found, language_of, path, place};
use crate::asking::{Asking, In, go_saying};
use crate::fields::{Fields, Values};
use crate::form::Form;
use crate::parts::{Back, Choice, LanguageField, ProblemSummary, Radios, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page};
use crate::when;

/// A version that can be answered, with what whoever asks can see of it.
struct Asked {
    version: Version,
    definition: Definition,
    student: Student,
    lines: Vec<Line>,
}

/// Asks for an answer.
pub async fn page(asking: Asking, In(id): In<VersionId>) -> Answer {
    let viewer = asking.viewer()?;
    let mut conn = asking.read().await?;
    let asked = newest(&asking, &mut conn, &id).await?;
    let mut values = Values::default();
    let people = Answered::of_version(&mut conn, &asked.definition, Some(&asked.version.id)).await?;
    if let Some(mine) = people.into_iter().find(|person| person.person_id == viewer.person_id) {
        values.set("answer", mine.answer.map(Said::as_str).unwrap_or_default());
        values.set("note", mine.note.unwrap_or_default());
        if let Some(language) = mine.language {
            values.set("language", language.tag());
        }
    }
    show(&asking, asked, Form::filled(values)).await
}

/// Takes an answer.
pub async fn answer(asking: Asking, In(id): In<VersionId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let asked = newest(&asking, &mut tx, &id).await?;
    let mut problems = Problems::default();
    if asked.version.id != id {
        problems.note("answer", Problem::Said(say_in!(asking.locale, definition.newer)));
    }
    let said = Said::named(fields.get("answer"));
    if said.is_none() {
        problems.note("answer", Problem::Said(say_in!(asking.locale, definition.choose_answer)));
    }
    let note = problems.take("note", optional_text(fields.get("note"), limit::WORDS));
    if note.is_empty() && said.is_some_and(Said::needs_a_note) {
        problems.note("note", Problem::Said(say_in!(asking.locale, definition.note_missing)));
    }
    let language = language_of(&fields, &mut problems);
    let (Some(said), true) = (said, problems.is_empty()) else {
        drop(tx);
        return show(&asking, asked, Form::again(&fields, problems)).await;
    };
    let answering = Answering { person_id: viewer.person_id.clone(), answer: said, note, language };
    asked.version.answer(&mut tx, &asked.definition, &answering, asking.now()).await?;
    tx.commit().await?;
    go_saying(format!("{}#answers", path(&asked.definition)), "answered")
}

/// The version of this one's definition that was asked last: only that one is answered. Not found when nothing in it is
/// open to whoever asks.
async fn newest(asking: &Asking, conn: &mut Conn, id: &VersionId) -> Result<Asked, Refusal> {
    let viewer = asking.viewer()?;
    let named = Version::find(conn, &viewer.school_id, id).await?.ok_or(Refusal::NotFound)?;
    let (definition, student) = found(asking, conn, &named.definition_id, Action::Affirm).await?;
    let version = Version::newest_of(conn, &definition).await?.unwrap_or(named);
    let lines = version.wording.seen_by(&definition, student.standing);
    if lines.is_empty() { Err(Refusal::NotFound) } else { Ok(Asked { version, definition, student, lines }) }
}

async fn show(asking: &Asking, asked: Asked, form: Form) -> Answer {
    let viewer = asking.viewer()?;
    let (own, zone): (Languages, String) = (viewer.languages.clone(), viewer.time_zone.clone());
    let page = Page::titled(say_in!(asking.locale, definition.answer_title)).at(place(&asked.student)).with_form(form);
    Ok(asking
        .page(page, move || {
            let Asked { version, definition, lines, .. } = asked;
            let day = when::day(version.asked_at, &zone);
            let asked_by = say!(definition.asked_by, name = version.asker_name.as_str(), day = day);
            let choices = vec![
                Choice::new(Said::Affirm.as_str(), say!(definition.say_affirm)),
                Choice::new(Said::WithNote.as_str(), say!(definition.say_with_note)),
                Choice::new(Said::NotYet.as_str(), say!(definition.say_not_yet)).noted(say!(definition.say_not_yet_note)),
            ];
            view! {
                <Main>
                    <header>
                        <Back to=path(&definition) words=say!(definition.title)/>
                        <h1>{say!(definition.answer_title)}</h1>
                        <p class="lead">{asked_by} " " {say!(definition.silence)}</p>
                    </header>
                    <ProblemSummary/>
                    <WordingAsAsked lines/>
                    <form class="split" method="post" action=format!("/version/{}/answer", version.id)>
                        <div class="split__side"><h2>{say!(definition.my_answer)}</h2></div>
                        <div class="split__main">
                            <Radios name="answer" label=say!(definition.answer_title) choices/>
                            <TextArea name="note" label=say!(definition.note) hint=say!(definition.note_hint) rows=4 optional=true/>
                            <LanguageField own/>
                            <div class="actions">
                                <button class="btn btn--primary btn--big">{say!(definition.send_answer)}</button>
                            </div>
                            <p class="soft small">{say!(definition.answer_again)}</p>
                        </div>
                    </form>
                </Main>
            }
        })
        .await)
}
