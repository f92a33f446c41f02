//! The way into a definition: the one thing that comes next for whoever looks, and what stands in each section.

use kinfolio::definition::{NextInDefinition, Question, Section};
use kinfolio::field;
use leptos::prelude::*;

use super::around::Around;
use super::part::QuiltPart;
use super::words::{question_words, school_words, section_about, section_name};
use crate::parts::Voice;
use crate::wording::{Worded, apart};

/// A question that whoever looks has not answered here, with its words and the way to answer it.
pub(super) struct OpenQuestion {
    pub worded: Worded,
    pub to: String,
}

/// What a section asks whoever looks, without what they have answered.
pub(super) fn open_questions(part: &QuiltPart, around: &Around) -> Vec<OpenQuestion> {
    let voice = Voice::of(around.student.standing.role);
    let asks = school_words().questions(part.section, voice);
    let open = asks.into_iter().filter(|question| !question.is_answered(&part.contributions, &around.viewer));
    open.filter_map(|question: Question| {
        let worded = question_words(&question, voice, around.student.called())?;
        Some(OpenQuestion { worded, to: to_answer(around, part.section, Some(&question)) })
    })
    .collect()
}

/// Where words are added to a section, to a question or as they come.
pub(super) fn to_answer(around: &Around, section: Section, question: Option<&Question>) -> String {
    let prompt = question.map(|question| format!("&{}={}", field::PROMPT.wire(), question.word()));
    format!("/definition/{}/contribute?section={section}{}", around.definition.id, prompt.unwrap_or_default())
}

/// The one thing that comes next, with the way to it.
#[component]
pub(super) fn Next(
    step: NextInDefinition,
    around: Around,
    parts: Vec<QuiltPart>,
    /// The version that waits for an answer, and who asked.
    #[prop(optional_no_strip)]
    asked: Option<(String, String)>,
    /// Whether something is still open before everybody is asked.
    is_open: bool,
) -> impl IntoView {
    let student = format!("/student/{}", around.student.id);
    let definition = format!("/definition/{}", around.definition.id);
    let name = || apart(around.student.called());
    let is_own = Voice::of(around.student.standing.role) == Voice::Student;
    let (what, note, to, way) = match step {
        NextInDefinition::Speak(section) => {
            let part = parts.iter().find(|part| part.section == section);
            return speak(section, part, &around).into_any();
        }
        NextInDefinition::AskFamily if is_own => (
            say!(definition.next_family),
            say!(definition.next_family_note),
            format!("{student}/family"),
            say!(definition.next_family_do),
        ),
        NextInDefinition::AskFamily => (
            say!(definition.next_family_of, name = name()),
            say!(definition.next_family_of_note),
            format!("{student}/family"),
            say!(definition.next_family_do),
        ),
        NextInDefinition::Agree(section) => (
            say!(definition.next_agree, section = section_name(section)),
            say!(definition.next_agree_note),
            format!("{definition}/statement/new?section={section}"),
            say!(definition.agree),
        ),
        NextInDefinition::Ask => {
            let note = match is_own {
                true => say!(definition.ask_note),
                false => say!(definition.ask_note_school, name = name()),
            };
            (say!(definition.nobody_asked), note, format!("{definition}/version"), say!(definition.ask))
        }
        NextInDefinition::Answer => {
            let Some((version, asker)) = asked else { return ().into_any() };
            let what = say!(definition.answer_now, name = asker);
            (what, say!(definition.silence), format!("/version/{version}/answer"), say!(definition.answer))
        }
        NextInDefinition::Plan => (
            say!(definition.next_plan),
            say!(definition.next_plan_note),
            format!("{student}/conference"),
            say!(definition.plan),
        ),
    };
    let way = match step {
        NextInDefinition::Ask => view! { <WayToAsk to is_open class="btn btn--primary"/> }.into_any(),
        _ => view! { <p class="actions"><a class="btn btn--primary" href=to>{way}</a></p> }.into_any(),
    };
    view! {
        <section class="affirm noprint" aria-labelledby="next">
            <div class="affirm__what"><h2 id="next">{what}</h2><p class="soft small">{note}</p></div>
            {way}
        </section>
    }
    .into_any()
}

/// Asking everybody: at once, or past what is still open.
#[component]
pub(super) fn WayToAsk(to: String, is_open: bool, class: &'static str) -> impl IntoView {
    match is_open {
        true => view! { <p class="actions"><a class=class href=to>{say!(definition.ask)}</a></p> }.into_any(),
        false => {
            view! { <form class="actions" method="post" action=to><button class=class>{say!(definition.ask)}</button></form> }
                .into_any()
        }
    }
}

/// One question, one voice: what is enough to begin.
fn speak(section: Section, part: Option<&QuiltPart>, around: &Around) -> impl IntoView + use<> {
    let voice = Voice::of(around.student.standing.role);
    let question = part.and_then(|part| open_questions(part, around).into_iter().next());
    let (worded, to) = match question {
        Some(OpenQuestion { worded, to }) => (worded, to),
        None => (section_about(section).into(), to_answer(around, section, None)),
    };
    let class = format!("voice voice--{} ask noprint", voice.as_str());
    let button = if voice == Voice::Family { "btn btn--family btn--big" } else { "btn btn--primary" };
    let enough = match voice {
        Voice::Student => say!(definition.enough_student),
        _ => say!(definition.enough, name = apart(around.student.called())),
    };
    view! {
        <section class=class aria-labelledby="next">
            <p class="who">{say!(definition.next_speak)} " · " {section_name(section)}</p>
            <h2 id="next" lang=worded.lang() dir="auto">{worded.words.clone()}</h2>
            <p class="soft small">{enough}</p>
            <p class="actions"><a class=button href=to>{say!(definition.next_speak_do)}</a></p>
        </section>
    }
}

/// The sections, each with what stands in it, in words.
#[component]
pub(super) fn Contents(parts: Vec<QuiltPart>) -> impl IntoView {
    let rows = parts
        .into_iter()
        .map(|part| {
            let (agreed, voices) = (part.statements.len() as i64, part.voices());
            let holds = match (agreed, voices) {
                (0, 0) => say!(definition.contents_nobody),
                (0, voices) => {
                    format!("{} · {}", say!(definition.voices, count = voices), say!(definition.contents_open))
                }
                (agreed, 0) => say!(definition.contents_agreed, count = agreed),
                (agreed, voices) => {
                    format!(
                        "{} · {}",
                        say!(definition.contents_agreed, count = agreed),
                        say!(definition.voices, count = voices)
                    )
                }
            };
            view! {
                <li><a href=format!("#{}", part.section)><strong>{section_name(part.section)}</strong></a> " "
                    <span class="soft small">{holds}</span></li>
            }
        })
        .collect_view();
    view! {
        <nav class="contents noprint" aria-label=say!(definition.contents)><ol>{rows}</ol></nav>
    }
}
