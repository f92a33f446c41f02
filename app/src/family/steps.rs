//! A family member's steps, in words: the first one asked, the others beneath it.

use kinfolio::agenda::family::FamilyStep;
use kinfolio::commitment::Commitment;
use kinfolio::id::CommitmentId;
use kinfolio::person::Student;
use leptos::prelude::*;

use crate::agenda::StepWords;
use crate::definition::words::{question_words, section_about};
use crate::parts::Voice;
use crate::wording::{Worded, apart};

/// One question to a family, and the way to answer it.
pub(super) struct AskWords {
    who: String,
    words: Worded,
    hint: String,
    pub to: String,
    button: String,
}

/// What a step asks.
pub(super) fn ask_words(step: &FamilyStep, student: &Student, asked: &[Commitment]) -> AskWords {
    let name = apart(student.called());
    let (who, hint) = (say!(family.question), say!(family.answer_later));
    let StepWords { to, action, .. } = later_words(step, student, asked);
    let ask = |who: String, words: Worded, hint: String| AskWords { who, words, hint, to, button: action };
    match step {
        FamilyStep::AnswerVersion(_) => ask(say!(family.asked, name = name), say!(family.asked_what).into(), hint),
        FamilyStep::AnswerQuestion(_, section, question) => {
            let words = question_words(question, Voice::Family, &name);
            ask(who, words.unwrap_or_else(|| section_about(*section).into()), hint)
        }
        FamilyStep::ChooseTime => {
            ask(say!(agenda.conference_of, name = name), say!(time.ask).into(), say!(time.ask_do))
        }
        FamilyStep::SayHowItWent(id) => ask(say!(commitment.asked), promised(asked, id), String::new()),
        FamilyStep::Reply(_) => ask(
            say!(agenda.conference_of, name = name.clone()),
            say!(conference.reply).into(),
            say!(conference.reply_lead, name = name),
        ),
        FamilyStep::ReadLetter(_) => ask(
            say!(agenda.conference_of, name = name.clone()),
            say!(agenda.read_letter, name = name).into(),
            String::new(),
        ),
        FamilyStep::Promise(_) | FamilyStep::Come(_) | FamilyStep::Look => ask(
            say!(agenda.conference_of, name = name.clone()),
            say!(agenda.family_promise, name = name).into(),
            say!(agenda.family_promise_hint),
        ),
    }
}

/// A promise, in the words and the language it was made in.
fn promised(asked: &[Commitment], id: &CommitmentId) -> Worded {
    asked.iter().find(|promise| promise.id == *id).map_or_else(
        || String::new().into(),
        |promise| Worded { words: promise.what.clone(), language: Some(promise.language.clone()) },
    )
}

/// What a step says in one line, and where it leads.
pub(super) fn later_words(step: &FamilyStep, student: &Student, asked: &[Commitment]) -> StepWords {
    let name = || apart(student.called());
    match step {
        FamilyStep::Reply(id) => {
            StepWords::new(say!(conference.reply), format!("/conference/{id}/reply"), say!(commitment.talk_or_write))
        }
        FamilyStep::ReadLetter(id) => StepWords::new(
            say!(agenda.read_letter, name = name()),
            format!("/conference/{id}#replies"),
            say!(agenda.read_letter_do),
        ),
        FamilyStep::Promise(id) => StepWords::new(
            say!(agenda.family_promise, name = name()),
            format!("/conference/{id}/commitment"),
            say!(agenda.promise_do),
        ),
        FamilyStep::SayHowItWent(id) => StepWords::new(
            say!(agenda.how, what = apart(promised(asked, id).words)),
            format!("/commitment/{id}/how"),
            say!(commitment.say_how),
        ),
        FamilyStep::AnswerVersion(id) => {
            StepWords::new(say!(family.asked, name = name()), format!("/version/{id}/answer"), say!(family.asked_read))
        }
        FamilyStep::ChooseTime => {
            StepWords::new(say!(time.ask), format!("/student/{}/time", student.id), say!(time.choose_title))
        }
        FamilyStep::AnswerQuestion(definition, section, question) => {
            let words = question_words(question, Voice::Family, &name()).map(|words| words.words);
            StepWords::new(
                words.unwrap_or_else(|| say!(family.question)),
                format!("/definition/{definition}/contribute?section={section}&prompt={}", question.word()),
                say!(family.answer),
            )
        }
        FamilyStep::Come(_) | FamilyStep::Look => {
            let to = format!("/student/{}/portfolio", student.id);
            StepWords::new(say!(family.portfolio_note, name = name()), to, say!(family.portfolio))
        }
    }
}

/// The question, asked.
#[component]
pub(super) fn Ask(words: AskWords) -> impl IntoView {
    let AskWords { who, words, hint, to, button } = words;
    let hint = (!hint.is_empty()).then(|| view! { <p class="soft small">{hint}</p> });
    view! {
        <section class="voice voice--family ask">
            <p class="who">{who}</p>
            <h2 lang=words.lang() dir="auto">{words.words.clone()}</h2>
            {hint}
            <div class="actions"><a class="btn btn--family btn--big" href=to>{button}</a></div>
        </section>
    }
}
