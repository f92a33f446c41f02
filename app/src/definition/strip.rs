//! Who answered what, what has changed since, and the versions that are kept.

use kinfolio::definition::{Answer, Answered, Change, Line, Version, VersionMark};
use kinfolio::id::{DefinitionId, PersonId};
use kinfolio::language::Language;
use leptos::prelude::*;

use super::words::{Paragraphs, answer_words, named};
use crate::parts::{Icon, Voice, VoiceCard};
use crate::when;

/// Everybody who is asked, with their answers; the notes beneath; and what whoever looks can do about it.
#[component]
pub fn Answers(
    people: Vec<Answered>,
    version: Version,
    viewer: PersonId,
    student: PersonId,
    /// Whether there is something for them to answer.
    may_answer: bool,
    may_plan: bool,
    /// Whether the words are still the version's.
    settled: bool,
) -> impl IntoView {
    let mine = people.iter().find(|person| person.person_id == viewer).and_then(|person| person.answer);
    let address = format!("/version/{}/answer", version.id);
    let plan = (may_plan && settled && version.affirmed_at.is_some()).then(|| {
        let address = format!("/student/{student}/conference");
        view! { <a class="btn btn--primary" href=address>{say!(definition.plan)}</a> }
    });
    let asks = (may_answer && mine.is_none() && settled)
        .then(|| say!(definition.answer_now, name = version.asker_name.as_str()))
        .map(|words| view! { <p class="strong">{words}</p> });
    let answer = may_answer.then(|| match mine {
        None => {
            let class = if settled { "btn btn--primary" } else { "btn" };
            view! { <a class=class href=address>{say!(definition.answer)}</a> }.into_any()
        }
        Some(_) => {
            view! { <a class="btn btn--quiet noprint" href=address>{say!(definition.change_answer)}</a> }.into_any()
        }
    });
    view! {
        <section class="affirm" id="answers" aria-label=say!(definition.answers)>
            {asks}
            <Marks people=people.clone()/>
            <div class="actions">{plan} {answer}</div>
        </section>
        <Notes people/>
    }
}

/// Everybody who is asked, with their answer behind the name.
#[component]
pub fn Marks(people: Vec<Answered>) -> impl IntoView {
    people
        .into_iter()
        .map(|person| {
            let class = match person.answer {
                Some(_) => format!("who who--{}", Voice::of(person.role).as_str()),
                None => "who who--none".to_owned(),
            };
            let name = named(&person.name, person.kinship.as_deref());
            view! { <p class=class><span><bdi>{name}</bdi> " " <small>{answer_words(person.answer)}</small></span></p> }
        })
        .collect_view()
}

/// What people added to their answers.
#[component]
pub fn Notes(people: Vec<Answered>) -> impl IntoView {
    let notes: Vec<_> = people
        .into_iter()
        .filter_map(|person| {
            let note = person.note.clone().filter(|note| !note.is_empty() && person.answer != Some(Answer::Affirm))?;
            Some((person, note))
        })
        .map(|(person, note)| {
            let name = format!("{} {}", named(&person.name, person.kinship.as_deref()), answer_words(person.answer));
            view! {
                <VoiceCard line=true voice=Voice::of(person.role) name
                    language=person.language.unwrap_or_else(Language::english)>
                    <Paragraphs text=note/>
                </VoiceCard>
            }
        })
        .collect();
    (!notes.is_empty()).then(|| view! { <div class="quilt">{notes}</div> })
}

/// What is different from what everybody was asked, with the way to ask again.
#[component]
pub fn Changes(number: i64, changes: Vec<Change>, ask: Option<String>) -> impl IntoView {
    (!changes.is_empty()).then(|| {
        let changes = changes
            .into_iter()
            .map(|change| match change {
                Change::Added(line) => said(say!(definition.change_added), line).into_any(),
                Change::SetAside(line) => said(say!(definition.change_gone), line).into_any(),
                Change::Reworded { was, now } => {
                    view! { {said(say!(definition.change_was), was)} {said(say!(definition.change_now), now)} }
                        .into_any()
                }
            })
            .map(|change| view! { <li class="flow">{change}</li> })
            .collect_view();
        view! {
            <div class="notice notice--info">
                <Icon name="info"/>
                <div class="flow">
                    <h2>{say!(definition.changed, number = number)}</h2>
                    <p>{say!(definition.changed_note)}</p>
                    <ul class="flow">{changes}</ul>
                    {ask.map(|ask| view! {
                        <form class="actions" method="post" action=ask>
                            <button class="btn btn--primary">{say!(definition.ask_again)}</button>
                        </form>
                    })}
                </div>
            </div>
        }
    })
}

fn said(mark: String, line: Line) -> impl IntoView {
    view! {
        <p>
            <span class="small soft">{mark} ": "</span>
            <span class="said" lang=line.language.tag().to_owned() dir="auto">{line.text}</span>
        </p>
    }
}

/// The affirmed versions that came before.
#[component]
pub fn Older(definition: DefinitionId, marks: Vec<VersionMark>, zone: String) -> impl IntoView {
    (!marks.is_empty()).then(|| {
        let versions = marks
            .into_iter()
            .map(|mark| {
                let address = format!("/definition/{definition}/version/{}", mark.number);
                let day = when::day(mark.affirmed_at, &zone);
                view! { <li><a href=address>{say!(definition.version, number = mark.number)}</a> " · " {day}</li> }
            })
            .collect_view();
        view! {
            <details class="fold">
                <summary>{say!(definition.older)}</summary>
                <ul class="lines">{versions}</ul>
            </details>
        }
    })
}

/// The wording of a version, section by section, as far as it is open to whoever looks.
#[component]
pub fn WordingAsAsked(lines: Vec<Line>) -> impl IntoView {
    use super::words::{Agreed, section_name};
    use kinfolio::definition::Section;
    Section::ALL
        .iter()
        .filter_map(|section| {
            let lines: Vec<Line> = lines.iter().filter(|line| line.section == *section).cloned().collect();
            (!lines.is_empty()).then(|| {
                let lines = lines
                    .into_iter()
                    .map(|line| view! { <Agreed text=line.text language=line.language/> })
                    .collect_view();
                view! {
                    <section class="split">
                        <div class="split__side"><h2>{section_name(*section)}</h2></div>
                        <div class="split__main">{lines}</div>
                    </section>
                }
            })
        })
        .collect_view()
}
