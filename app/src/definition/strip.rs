//! Who answered what, what has changed since, and the versions that are kept.

use kinfolio::definition::{Answered, Change, Version, VersionLine, VersionMark};
use kinfolio::id::{DefinitionId, PersonId};
use kinfolio::rendition::WordsOf;
use leptos::prelude::*;

use super::blanks::with_blanks;
use super::saying::Said;
use super::words::{answer_of, named};
use crate::parts::{Icon, Voice, VoiceCard};
use crate::rendition::{Rendered, Renditions};
use crate::when;
use crate::wording::apart;

/// Everybody who is asked, with their answers; the notes beneath; and what whoever looks can do about it. Once all three
/// voices affirm the words as they stand, it is folded.
#[component]
pub fn Answers(
    people: Vec<Answered>,
    version: Version,
    viewer: PersonId,
    /// Whether there is something for them to answer.
    may_answer: bool,
    /// Whether the way to answer stands above already.
    is_next: bool,
    /// Whether the words are still the version's.
    settled: bool,
    /// Whether they may write down what others answered on paper.
    may_record: bool,
    zone: String,
) -> impl IntoView {
    let mine = people.iter().find(|person| person.person_id == viewer).and_then(|person| person.answer);
    let address = format!("/version/{}/answer", version.id);
    let answer = (may_answer && !is_next).then(|| match mine {
        None => view! { <a class="btn" href=address>{say!(definition.answer)}</a> }.into_any(),
        Some(_) => {
            view! { <a class="btn btn--quiet noprint" href=address>{say!(definition.change_answer)}</a> }.into_any()
        }
    });
    let on_paper = (may_record && settled).then(|| on_paper(&people, &version));
    let answers = view! {
        <section class="affirm" id="answers" aria-label=say!(definition.answers)>
            <Marks people=people.clone() zone/>
            {answer.map(|answer| view! { <div class="actions">{answer}</div> })}
            {on_paper}
        </section>
        <Notes people/>
    };
    if settled && version.affirmed_at.is_some() {
        return view! {
            <details class="fold fold--paper"><summary>{say!(definition.answers)}</summary><div class="flow">{answers}</div></details>
        }
        .into_any();
    }
    answers.into_any()
}

/// For the advisor: whose answer on paper can be written down.
fn on_paper(people: &[Answered], version: &Version) -> Option<impl IntoView + use<>> {
    let ways: Vec<_> = people
        .iter()
        .filter(|person| person.may_be_recorded())
        .map(|person| {
            let to = format!("/version/{}/answer/{}", version.id, person.person_id);
            view! { <li><a href=to><bdi>{named(&person.name, person.kinship.as_deref())}</bdi></a></li> }
        })
        .collect();
    (!ways.is_empty()).then(|| {
        view! {
            <details class="fold noprint">
                <summary>{say!(definition.paper_who)}</summary>
                <ul class="lines">{ways}</ul>
            </details>
        }
    })
}

/// Everybody who is asked, with their answer and its day behind the name.
#[component]
pub fn Marks(people: Vec<Answered>, zone: String) -> impl IntoView {
    people
        .into_iter()
        .map(|person| {
            let class = match person.answer {
                Some(_) => format!("who who--{}", Voice::of(person.role).as_str()),
                None => "who who--none".to_owned(),
            };
            let name = named(&person.name, person.kinship.as_deref());
            let day = person.answered_at.map(|at| format!(" · {}", when::short_day(at, &zone)));
            let answer = answer_of(&person);
            let paper =
                person.recorder_name.map(|name| format!(" · {}", say!(definition.paper_by, name = apart(&name))));
            view! {
                <p class=class>
                    <span><bdi>{name}</bdi> " " <small>{answer} {day} {paper}</small></span>
                </p>
            }
        })
        .collect_view()
}

/// What people added to their answers.
#[component]
pub fn Notes(people: Vec<Answered>) -> impl IntoView {
    let notes: Vec<_> = people
        .into_iter()
        .filter(|person| (person.answer.is_some() || person.lapsed_at.is_some()) && !person.said.is_empty())
        .map(|person| {
            let who = named(&person.name, person.kinship.as_deref());
            let name = format!("{who} {}", answer_of(&person));
            view! {
                <VoiceCard line=true voice=Voice::of(person.role) name language=person.said.language.clone()>
                    <Said said=person.said name=who/>
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
        view! {
            <div class="notice notice--info">
                <Icon name="info"/>
                <div class="flow">
                    <h2>{say!(definition.changed, number = number)}</h2>
                    <p>{say!(definition.changed_note)}</p>
                    {told(changes)}
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

/// For somebody who is asked again: what is different from what they answered.
#[component]
pub fn SinceMine(number: i64, changes: Vec<Change>) -> impl IntoView {
    let words = match changes.is_empty() {
        true => say!(definition.since_mine_same, number = number),
        false => say!(definition.since_mine, number = number),
    };
    view! {
        <div class="notice notice--info">
            <Icon name="info"/>
            <div class="flow"><p>{words}</p> {(!changes.is_empty()).then(|| told(changes))}</div>
        </div>
    }
}

/// Changes, told in words.
fn told(changes: Vec<Change>) -> impl IntoView {
    let changes = changes
        .into_iter()
        .map(|change| match change {
            Change::Added(line) => said(say!(definition.change_added), line).into_any(),
            Change::SetAside(line) => said(say!(definition.change_gone), line).into_any(),
            Change::Reworded { was, now } => {
                view! { {said(say!(definition.change_was), was)} {said(say!(definition.change_now), now)} }.into_any()
            }
        })
        .map(|change| view! { <li class="flow">{change}</li> })
        .collect_view();
    view! { <ul class="flow">{changes}</ul> }
}

fn said(mark: String, line: VersionLine) -> impl IntoView {
    view! {
        <p>
            <span class="small soft">{mark} ": "</span>
            <span class="said" lang=line.language.tag().to_owned() dir="auto">{with_blanks(line.text)}</span>
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
pub fn WordingAsAsked(
    lines: Vec<VersionLine>,
    /// What stands beside them.
    #[prop(optional)]
    renditions: Renditions,
) -> impl IntoView {
    use super::words::{Agreed, section_name};
    use kinfolio::definition::Section;
    Section::ALL
        .iter()
        .filter_map(|section| {
            let lines: Vec<VersionLine> = lines.iter().filter(|line| line.section == *section).cloned().collect();
            (!lines.is_empty()).then(|| {
                let lines = lines
                    .into_iter()
                    .map(|line| {
                        let rendered = renditions.beneath(&Rendered {
                            of: WordsOf::Statement,
                            id: line.statement.as_str(),
                            words: &line.text,
                            language: &line.language,
                            author: None,
                            may: false,
                        });
                        view! { <Agreed text=line.text language=line.language/> {rendered} }
                    })
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
