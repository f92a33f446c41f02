//! Answering a version: yes, yes with a note, or not yet; typed, spoken, or on paper.

use kinfolio::definition::{
    AffirmationAnswer, Affirming, Answered, Change, Definition, Saying, Version, VersionLine, changes,
};
use kinfolio::field;
use kinfolio::id::{PersonId, VersionId};
use kinfolio::language::{Language, Languages, Spoken};
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::rendition::InCircle;
use kinfolio::store::Conn;
use kinfolio::taking_back::SeenAct;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::review::propose_a_day;
use super::saying::{ThreeWays, carried_along, said_if_any};
use super::strip::{SinceMine, WordingAsAsked};
use super::unread::said_to_reader;
use super::words::named;
use super::{found, path, place};
use crate::asking::{Asking, In, in_words};
use crate::fields::{Fields, Values};
use crate::form::Form;
use crate::islands::UnsavedWords;
use crate::media::{Bytes, PHOTO};
use crate::parts::{Back, Choice, LanguageField, PhotoField, ProblemSummary, Radios, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::rendition::Renditions;
use crate::shell::{Done, Main, Page};
use crate::when;
use crate::wording::{apart, locale, written};

/// A version that can be answered, with what whoever asks can see of it.
struct AnswerForm {
    version: Version,
    definition: Definition,
    student: Student,
    lines: Vec<VersionLine>,
    /// The version they answered before, when there is one, and what is different from it.
    before: Option<(i64, Vec<Change>)>,
    /// Whose answer it is.
    person: Answered,
    /// Whether an advisor writes it down from paper.
    on_paper: bool,
    /// What stands beside the words, and who is around the student, where somebody may need them to read the words.
    beside: (Renditions, Vec<InCircle>),
}

/// Asks for an answer.
pub async fn page(asking: Asking, In(id): In<VersionId>) -> Answer {
    let asked = own(&asking, &mut asking.read().await?, &id).await?;
    show_as_it_is(&asking, asked).await
}

/// Takes an answer.
pub async fn answer(asking: Asking, In(id): In<VersionId>, fields: Fields) -> Answer {
    if Bytes::come_with(&fields) {
        own(&asking, &mut asking.read().await?, &id).await?;
    }
    let (mut problems, mut tx, bytes) = beginning(&asking, &fields).await?;
    let asked = own(&asking, &mut tx, &id).await?;
    let taken = taken(&asking, &mut tx, &id, &asked, &fields, &bytes, &mut problems).await?;
    finish(&asking, tx, asked, taken, problems).await
}

/// For an answer that somebody gave on paper.
pub async fn page_on_paper(asking: Asking, In((id, person)): In<(VersionId, PersonId)>) -> Answer {
    let asked = on_paper(&asking, &mut asking.read().await?, &id, &person).await?;
    show_as_it_is(&asking, asked).await
}

/// Keeps what somebody answered on paper, with a picture of it: without one, it would be an adult's word for theirs.
pub async fn record(asking: Asking, In((id, person)): In<(VersionId, PersonId)>, fields: Fields) -> Answer {
    if Bytes::come_with(&fields) {
        on_paper(&asking, &mut asking.read().await?, &id, &person).await?;
    }
    let (mut problems, mut tx, bytes) = beginning(&asking, &fields).await?;
    let asked = on_paper(&asking, &mut tx, &id, &person).await?;
    let mut taken = taken(&asking, &mut tx, &id, &asked, &fields, &bytes, &mut problems).await?;
    if taken.said.photo.is_none() && problems.of(PHOTO.file).is_none() {
        problems.note(PHOTO.file, Problem::Said(say_in!(asking.locale, definition.paper_missing)));
    }
    taken.recorded_by = Some(asking.viewer()?.person_id.clone());
    finish(&asking, tx, asked, taken, problems).await
}

async fn beginning(asking: &Asking, fields: &Fields) -> Result<(Problems, kinfolio::store::Tx, Bytes), Refusal> {
    let mut problems = Problems::default();
    let bytes = Bytes::of(asking, fields, &mut problems).await;
    Ok((problems, asking.write().await?, bytes))
}

/// What a form answers.
struct TakenAnswer {
    answer: Option<AffirmationAnswer>,
    said: Saying,
    recorded_by: Option<PersonId>,
    values: Values,
}

async fn taken(
    asking: &Asking,
    tx: &mut kinfolio::store::Tx,
    id: &VersionId,
    asked: &AnswerForm,
    fields: &Fields,
    bytes: &Bytes,
    problems: &mut Problems,
) -> Result<TakenAnswer, Refusal> {
    if asked.version.id != *id {
        problems.note(field::ANSWER, Problem::Said(say_in!(asking.locale, definition.newer)));
    }
    let answer = AffirmationAnswer::named(fields.get(field::ANSWER));
    if answer.is_none() {
        problems.note(field::ANSWER, Problem::Said(say_in!(asking.locale, definition.choose_answer)));
    }
    let said = said_if_any(asking, tx, fields, bytes, Some(&asked.person.said), problems).await?;
    let wordless = said.is_empty() && problems.of(field::TEXT).is_none();
    if wordless && answer.is_some_and(AffirmationAnswer::needs_a_note) {
        problems.note(field::TEXT, Problem::Said(say_in!(asking.locale, definition.note_missing)));
    }
    let mut values = fields.values.clone();
    carried_along(&mut values, &said);
    Ok(TakenAnswer { answer, said, recorded_by: None, values })
}

async fn finish(
    asking: &Asking,
    mut tx: kinfolio::store::Tx,
    asked: AnswerForm,
    taken: TakenAnswer,
    problems: Problems,
) -> Answer {
    let (Some(answer), true) = (taken.answer, problems.is_empty()) else {
        // A recording that came with it is not made twice.
        asking.not_done(&mut tx).await?;
        tx.commit().await?;
        return show(asking, asked, Form::again(&taken.values, problems)).await;
    };
    let person_id = asked.person.person_id.clone();
    let answering = Affirming { person_id, answer, said: taken.said, recorded_by: taken.recorded_by };
    let before = asking.before(&mut tx, SeenAct::Affirm, &asked.version.id).await?;
    if asked.version.answer(&mut tx, &asked.definition, &answering, asking.now()).await? {
        propose_a_day(asking, &mut tx, &asked.definition).await?;
    }
    let to = format!("{}#answers", path(&asked.definition));
    let to = in_words(to, &taken.values, (Spoken::Answer, &asked.version.id));
    asking.done(tx, before, to, Done::Answered).await
}

/// One's own answer to the version of a definition that was asked last: only that one is answered. Not found when nothing
/// in it is open to whoever asks.
async fn own(asking: &Asking, conn: &mut Conn, id: &VersionId) -> Result<AnswerForm, Refusal> {
    newest(asking, conn, id, &asking.viewer()?.person_id, Action::Affirm).await
}

/// The same, for somebody who answered on paper and not yet here.
async fn on_paper(asking: &Asking, conn: &mut Conn, id: &VersionId, person: &PersonId) -> Result<AnswerForm, Refusal> {
    let asked = newest(asking, conn, id, person, Action::RecordAnswer).await?;
    if !asked.person.may_be_recorded() {
        return Err(Refusal::NotFound);
    }
    Ok(AnswerForm { on_paper: true, ..asked })
}

async fn newest(
    asking: &Asking,
    conn: &mut Conn,
    id: &VersionId,
    person: &PersonId,
    action: Action,
) -> Result<AnswerForm, Refusal> {
    let named = Version::find(conn, &asking.viewer()?.school_id, id).await?.ok_or(Refusal::NotFound)?;
    let (definition, student) = found(asking, conn, &named.definition_id, action).await?;
    let version = Version::newest_of(conn, &definition).await?.unwrap_or(named);
    let lines = version.wording.lines(&definition, student.standing);
    let people = Answered::of_version(conn, &definition, Some(&version.id)).await?;
    let person = people.into_iter().find(|one| one.person_id == *person).ok_or(Refusal::NotFound)?;
    if lines.is_empty() {
        return Err(Refusal::NotFound);
    }
    let before = match person.answer {
        Some(_) => None,
        None => version.answered_before(conn, &definition, &person.person_id).await?,
    };
    let before = before.map(|before| {
        let then = before.wording.lines(&definition, student.standing);
        (before.number, changes(&then, &lines))
    });
    let renditions = Renditions::beside(conn, asking.viewer()?, lines.iter().map(|line| &line.statement)).await?;
    let beside = (renditions, InCircle::of(conn, &student).await?);
    Ok(AnswerForm { version, definition, student, lines, before, person, on_paper: false, beside })
}

async fn show_as_it_is(asking: &Asking, asked: AnswerForm) -> Answer {
    let mut values = Values::default();
    if let Some(answer) = asked.person.answer {
        values.set(field::ANSWER, answer.as_str());
    }
    // What was said with an answer that has lapsed is there still, for whoever answers anew.
    if asked.person.answer.is_some() || asked.person.lapsed_at.is_some() {
        values.set(field::LANGUAGE, asked.person.said.language.tag());
        for (field, words) in
            [(field::TEXT, &asked.person.said.text), (field::TRANSCRIPT, &asked.person.said.transcript)]
        {
            values.set(field, words.clone());
        }
        if let Some(photo) = &asked.person.said.photo {
            values.set(field::PHOTO_WORDS, photo.words.clone());
        }
        carried_along(&mut values, &asked.person.said);
    }
    show(asking, asked, Form::filled(values)).await
}

async fn show(asking: &Asking, asked: AnswerForm, form: Form) -> Answer {
    let viewer = asking.viewer()?;
    let (own, zone): (Languages, String) = (viewer.languages.clone(), viewer.time_zone.clone());
    let unsaved = !form.problems().is_empty();
    let title = match asked.on_paper {
        true => say_in!(asking.locale, definition.paper_title, name = apart(&asked.person.name)),
        false => say_in!(asking.locale, definition.answer_title),
    };
    let page = Page::titled(title.clone()).at(place(&asked.student)).with_form(form).with_islands().heard();
    Ok(asking
        .page(page, move || {
            let AnswerForm { version, definition, lines, before, person, on_paper, beside, .. } = asked;
            let words: Vec<(String, Language)> =
                lines.iter().map(|line| (line.statement.to_string(), line.language.clone())).collect();
            // Whoever writes down what is on paper has it read already.
            let reads = own.clone().and([&Languages(vec![written(locale())])]);
            let unread =
                if on_paper { None } else { said_to_reader(&person.person_id, &reads, &words, (&beside.0, &beside.1)) };
            let since = before.filter(|_| !on_paper).map(|(number, changes)| view! { <SinceMine number changes/> });
            let name = apart(named(&person.name, person.kinship.as_deref()));
            let day = when::day(version.asked_at, &zone);
            let asked_by = say!(definition.asked_by, name = version.asker_name.as_str(), day = day);
            let choices = vec![
                Choice::new(AffirmationAnswer::Affirm.as_str(), say!(definition.say_affirm)),
                Choice::new(AffirmationAnswer::WithNote.as_str(), say!(definition.say_with_note)),
                Choice::new(AffirmationAnswer::NotYet.as_str(), say!(definition.say_not_yet))
                    .noted(say!(definition.say_not_yet_note)),
            ];
            let (lead, heading, action, again) = match on_paper {
                true => (
                    say!(definition.paper_lead, name = name.clone()),
                    say!(definition.paper_answer),
                    format!("/version/{}/answer/{}", version.id, person.person_id),
                    say!(definition.paper_again, name = name),
                ),
                false => (
                    format!("{asked_by} {}", say!(definition.silence)),
                    say!(definition.my_answer),
                    format!("/version/{}/answer", version.id),
                    say!(definition.answer_again),
                ),
            };
            let (label, hint) = (say!(definition.note), say!(definition.note_hint));
            let saying = match on_paper {
                true => view! {
                    <PhotoField own=person.said.photo.clone()/>
                    <TextArea name=field::TEXT label hint rows=3 optional=true/>
                }
                .into_any(),
                false => view! { <ThreeWays own=Some(person.said.clone()) label hint/> }.into_any(),
            };
            view! {
                <Main>
                    <header>
                        <Back to=path(&definition) words=say!(definition.title)/>
                        <h1>{title}</h1>
                        <p class="lead">{lead}</p>
                    </header>
                    <ProblemSummary/>
                    {since}
                    {unread}
                    <WordingAsAsked lines renditions=beside.0/>
                    <form class="split" method="post" action=action enctype="multipart/form-data">
                        <div class="split__side"><h2>{heading}</h2></div>
                        <div class="split__main">
                            <Radios name=field::ANSWER label=say!(definition.answer_title) choices/>
                            {saying}
                            <LanguageField own guess=!on_paper/>
                            <UnsavedWords message=say!(work.unsent) already=unsaved/>
                            <div class="actions">
                                <button class="btn btn--primary btn--big">{say!(definition.send_answer)}</button>
                            </div>
                            <p class="soft small">{again}</p>
                        </div>
                    </form>
                </Main>
            }
        })
        .await)
}
