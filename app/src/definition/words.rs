//! How the definition speaks: names of its sections, its prompts, the people in it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::Locale as IcuLocale;
use kinfolio::definition::{
    AffirmationAnswer, Answered, Asked, Contribution, Posed, Prompt, Question, Saying, SchoolWords, Section,
};
use kinfolio::language::Language;
use kinfolio::policy::Audience;
use leptos::prelude::*;

use super::blanks::with_blanks;
use crate::parts::Voice;
use crate::wording::{Locale, Worded, locale, written};

/// How the school of the page that is being made words the definition.
pub fn school_words() -> Arc<SchoolWords> {
    use_context().unwrap_or_default()
}

/// A section, by name: the school's own, else ours.
pub fn section_name(section: Section) -> String {
    section_name_in(&school_words(), locale(), section)
}

/// [`section_name`], for handlers, before a page is made.
pub fn section_name_in(words: &SchoolWords, locale: Locale, section: Section) -> String {
    match words.section_name(section, locale.as_str()) {
        Some(name) => name.to_owned(),
        None => our_section_name(locale, section),
    }
}

/// The name a section comes with.
pub fn our_section_name(locale: Locale, section: Section) -> String {
    match section {
        Section::Values => say_in!(locale, definition.section_values),
        Section::Community => say_in!(locale, definition.section_community),
        Section::Learning => say_in!(locale, definition.section_learning),
        Section::Showing => say_in!(locale, definition.section_showing),
        Section::Becoming => say_in!(locale, definition.section_becoming),
        Section::Helps => say_in!(locale, definition.section_helps),
    }
}

/// What a section is about.
pub fn section_about(section: Section) -> String {
    match section {
        Section::Values => say!(definition.about_values),
        Section::Community => say!(definition.about_community),
        Section::Learning => say!(definition.about_learning),
        Section::Showing => say!(definition.about_showing),
        Section::Becoming => say!(definition.about_becoming),
        Section::Helps => say!(definition.about_helps),
    }
}

/// One of our prompts, worded for the voice that answers it. `name` is what the student is called.
pub fn prompt_words(locale: Locale, prompt: Prompt, voice: Voice, name: &str) -> String {
    prompt_in_its_language(locale, prompt, voice, name).words
}

/// [`prompt_words`], with their language, where that is not the one that was asked for.
fn prompt_in_its_language(locale: Locale, prompt: Prompt, voice: Voice, name: &str) -> Worded {
    macro_rules! asked {
        ($key:ident) => {
            match voice {
                Voice::Student => worded_in!(locale, prompt.$key.student),
                Voice::Family => worded_in!(locale, prompt.$key.family, name = name),
                Voice::School => worded_in!(locale, prompt.$key.school, name = name),
            }
        };
        // One that asks students and families the same way, or needs no name to ask families.
        ($key:ident, nameless) => {
            match voice {
                Voice::Student => worded_in!(locale, prompt.$key.student),
                Voice::Family => worded_in!(locale, prompt.$key.family),
                Voice::School => worded_in!(locale, prompt.$key.school, name = name),
            }
        };
    }
    match prompt {
        Prompt::GoodLife => asked!(good_life, nameless),
        Prompt::Admired => asked!(admired),
        Prompt::PassedOn => asked!(passed_on),
        Prompt::Hope => asked!(hope, nameless),
        Prompt::StandBy => asked!(stand_by),
        Prompt::WorthProtecting => asked!(worth_protecting, nameless),
        Prompt::Unfair => asked!(unfair, nameless),
        Prompt::WhoItTouches => asked!(who_it_touches, nameless),
        Prompt::WhoDecides => asked!(who_decides, nameless),
        Prompt::StoodUp => asked!(stood_up),
        Prompt::WhatWeDid => asked!(what_we_did),
        Prompt::LearningNow => asked!(learning_now),
        Prompt::InOwnWords => asked!(in_own_words),
        Prompt::LearnedAtHome => asked!(learned_at_home),
        Prompt::LearnedSomewhere => asked!(learned_somewhere),
        Prompt::Telling => asked!(telling),
        Prompt::Languages => asked!(languages),
        Prompt::ShownOutside => asked!(shown_outside),
        Prompt::Growing => asked!(growing),
        Prompt::CountedOn => asked!(counted_on),
        Prompt::GivingBack => asked!(giving_back),
        Prompt::Ahead => asked!(ahead),
        Prompt::WhatHelps => asked!(what_helps),
        Prompt::WhomToAsk => asked!(whom_to_ask),
        Prompt::FoundAWay => asked!(found_a_way),
        Prompt::WhatStandsInTheWay => asked!(what_stands_in_the_way, nameless),
    }
}

/// What a school's own prompt asks, if it has it.
pub fn posed_words(words: &SchoolWords, posed: &Posed, voice: Voice, name: &str) -> Option<Worded> {
    let here = written(locale());
    let (language, words) = words.words(posed, voice, &here, name)?;
    Some(Worded { words, language: (language != here).then_some(language) })
}

/// A question, worded for the voice that answers it.
pub fn question_words(question: &Question, voice: Voice, name: &str) -> Option<Worded> {
    match question {
        Question::Ours(prompt) => Some(prompt_in_its_language(locale(), *prompt, voice, name)),
        Question::Schools(posed) => posed_words(&school_words(), posed, voice, name),
    }
}

/// What a contribution answers, if anything: the question as it was asked.
pub fn asked_words(asked: &Asked, voice: Voice, name: &str) -> Option<Worded> {
    match asked {
        Asked::Nothing => None,
        Asked::Prompt(prompt) => Some(prompt_in_its_language(locale(), *prompt, voice, name)),
        Asked::Schools(posed) => posed_words(&school_words(), posed, voice, name),
        Asked::Own(question) => Some(question.clone().into()),
    }
}

/// What somebody answered, behind their name; also that it counts no longer.
pub fn answer_of(person: &Answered) -> String {
    match person.lapsed_at {
        Some(_) => say!(blank.lapsed),
        None => answer_words(person.answer),
    }
}

/// What somebody answered.
pub fn answer_words(answer: Option<AffirmationAnswer>) -> String {
    match answer {
        Some(AffirmationAnswer::Affirm) => say!(definition.affirms),
        Some(AffirmationAnswer::WithNote) => say!(definition.affirms_note),
        Some(AffirmationAnswer::NotYet) => say!(definition.not_yet),
        None => say!(definition.not_answered),
    }
}

/// Who can read words of a section, as a sentence. `name` is what the student is called.
pub fn readers(audience: Audience, name: &str) -> String {
    match audience {
        Audience::Me => say!(definition.reads_me),
        Audience::Advisor => say!(definition.reads_advisor, name = name),
        Audience::Family => say!(definition.reads_family, name = name),
        Audience::Conference => say!(definition.reads_conference, name = name),
    }
}

/// Somebody's name, with how they stand to the student: "Rosa Reyes (abuela)".
pub fn named(name: &str, kinship: Option<&str>) -> String {
    match kinship {
        Some(kinship) => say!(definition.named, name = name, kinship = kinship),
        None => name.to_owned(),
    }
}

/// Who said a contribution.
pub fn author(contribution: &Contribution) -> String {
    named(&contribution.author_name, contribution.author_kinship.as_deref())
}

/// What can be read of what somebody said, where there is no room to hear or see it.
pub fn in_short(said: &Saying) -> String {
    match (said.in_words(), &said.sound) {
        ("", Some(_)) => say!(voice.only_heard),
        ("", None) => say!(voice.only_seen),
        (words, _) => words.to_owned(),
    }
}

/// Names one after another, as the language of the page lists them: "Marisol, Rosa, and Mr. Byrne".
pub fn list(names: &[String]) -> String {
    thread_local! {
        static WRITTEN: RefCell<HashMap<&'static str, Option<ListFormatter>>> = RefCell::default();
    }
    WRITTEN.with_borrow_mut(|written| {
        let written = written.entry(locale().as_str()).or_insert_with(|| {
            let language: IcuLocale = locale().as_str().parse().ok()?;
            ListFormatter::try_new_and((&language).into(), ListFormatterOptions::default()).ok()
        });
        match written {
            // The data have no Haitian Creole, and would list in another language's way.
            Some(_) if crate::when::is_haitian(locale()) => in_haitian(names),
            Some(written) => written.format(names.iter()).to_string(),
            None => names.join(", "),
        }
    })
}

fn in_haitian(names: &[String]) -> String {
    match names {
        [others @ .., before, last] if !others.is_empty() => format!("{}, {before} ak {last}", others.join(", ")),
        [one, other] => format!("{one} ak {other}"),
        _ => names.join(", "),
    }
}

/// A person's plain words, paragraph by paragraph.
#[component]
pub fn Paragraphs(text: String) -> impl IntoView {
    let paragraphs = text
        .split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty())
        .map(|paragraph| {
            let lines: Vec<String> = paragraph.trim_matches('\n').lines().map(str::to_owned).collect();
            let lines = lines
                .into_iter()
                .enumerate()
                .map(|(place, line)| view! { {(place > 0).then(|| view! { <br/> })} {line} })
                .collect_view();
            view! { <p dir="auto">{lines}</p> }
        })
        .collect_view();
    view! { <div class="flow">{paragraphs}</div> }
}

/// Agreed words, each piece with the voice of whoever wrote it beneath it: the largest on the page.
#[component]
pub fn AgreedTogether(
    #[prop(into)] id: String,
    pieces: Vec<(Option<Voice>, String)>,
    language: Language,
) -> impl IntoView {
    let pieces = pieces
        .into_iter()
        .map(|(voice, words)| match voice {
            Some(voice) => {
                view! { <span class=format!("cite by--{}", voice.as_str())>{with_blanks(words)}</span> }.into_any()
            }
            None => with_blanks(words),
        })
        .collect_view();
    view! { <blockquote class="statement" id=id lang=language.tag().to_owned() dir="auto">{pieces}</blockquote> }
}

/// Agreed words: the largest on the page.
#[component]
pub fn Agreed(#[prop(optional_no_strip, into)] id: Option<String>, text: String, language: Language) -> impl IntoView {
    view! { <blockquote class="statement" id=id lang=language.tag().to_owned() dir="auto">{with_blanks(text)}</blockquote> }
}
