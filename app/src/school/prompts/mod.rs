//! How the school words the definition of success: its names for the sections, and the questions that help people begin.

pub mod edit;
pub mod put_away;
pub mod section;

use kinfolio::definition::{Posed, Prompt, PromptWords, SchoolPrompt, SchoolWords, Section};
use kinfolio::language::Language;
use kinfolio::person::Viewer;
use kinfolio::policy::Action;
use kinfolio::voice::Voice;
use leptos::prelude::*;

use crate::asking::Asking;
use crate::definition::words::{our_section_name, posed_words, prompt_words, section_about, section_name};
use crate::parts::Back;
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place};
use crate::wording::{Locale, Worded, apart, locale, locale_tagged, written};

/// The sections, each a way to its own page.
pub async fn page(asking: Asking) -> Answer {
    asking.may_here(Action::ShapePrompts)?;
    let words = asking.school_words.clone();
    let page = Page::titled(say_in!(asking.locale, shaping.title)).working().at(Place::Home);
    Ok(asking
        .page(page, move || {
            let sections = Section::ALL.iter().map(|section| row(&words, *section)).collect_view();
            view! {
                <Main>
                    <header>
                        <Back to="/" words=say!(shell.school)/>
                        <h1>{say!(shaping.title)}</h1>
                        <p class="lead">{say!(shaping.lead)}</p>
                        <p class="soft">{say!(shaping.optional)}</p>
                    </header>
                    <ul class="lines sections">{sections}</ul>
                </Main>
            }
        })
        .await)
}

fn row(words: &SchoolWords, section: Section) -> impl IntoView + use<> {
    let own = words.prompts(section).filter(|prompt| !prompt.is_put_away).count();
    let ours = Prompt::of(section).filter(|prompt| words.asks(*prompt)).count();
    let count = (own + ours) as i64;
    view! {
        <li>
            <div>
                <h2><a href=address(section)>{section_name(section)}</a></h2>
                {comes_as(section)}
                <p class="soft small">{section_about(section)}</p>
            </div>
            <span class="push soft small">{say!(shaping.count, count = count)}</span>
        </li>
    }
}

/// The name a section comes with, where the school has its own.
fn comes_as(section: Section) -> Option<impl IntoView> {
    let name = our_section_name(locale(), section);
    (name != section_name(section)).then(|| {
        view! { <p class="soft small">{say!(shaping.comes_as, name = apart(name))}</p> }
    })
}

/// Where a section is shaped.
fn address(section: Section) -> String {
    format!("/school/prompts/{section}")
}

/// The languages the school's pages can be read in: the one of this page first.
pub(super) fn languages(viewer: &Viewer, here: Locale) -> Vec<(Locale, Language)> {
    let mut locales: Vec<Locale> = Vec::new();
    let schools = viewer.school_languages.0.iter().filter_map(|language| locale_tagged(language.tag()));
    for locale in schools {
        if !locales.contains(&locale) {
            locales.push(locale);
        }
    }
    if locales.is_empty() {
        locales.push(here);
    }
    locales.sort_by_key(|locale| *locale != here);
    locales.into_iter().map(|locale| (locale, written(locale))).collect()
}

/// A prompt of the school's or of ours.
#[derive(Clone)]
enum Either {
    Own(SchoolPrompt),
    Ours(Prompt),
}

impl Either {
    /// As addresses name it.
    fn address(&self) -> String {
        match self {
            Self::Own(prompt) => format!("/prompt/{}", prompt.id),
            Self::Ours(prompt) => format!("/prompt/{prompt}"),
        }
    }

    /// What it asks each voice.
    fn asked(&self, words: &SchoolWords) -> Vec<(Voice, Worded)> {
        match self {
            Self::Own(prompt) => asked_by(words, &prompt.posed()),
            Self::Ours(prompt) => {
                let asks = |voice: &Voice| (*voice, prompt_words(locale(), *prompt, *voice, SOMEBODY).into());
                Voice::ALL.iter().map(asks).collect()
            }
        }
    }
}

/// Stands where the name of a student will.
const SOMEBODY: &str = "…";

/// What one wording of a prompt of the school's asks each voice.
fn asked_by(words: &SchoolWords, posed: &Posed) -> Vec<(Voice, Worded)> {
    let asks = |voice: &Voice| words.wording(posed).is_some_and(|wording| wording.asks(*voice));
    let worded = |voice: &Voice| Some((*voice, posed_words(words, posed, *voice, SOMEBODY)?));
    Voice::ALL.iter().filter(|voice| asks(voice)).filter_map(worded).collect()
}

/// What is asked, with the mark of whoever is asked. Those who are asked the same stand together.
fn voices(asked: &[(Voice, Worded)]) -> impl IntoView + use<> {
    let mut together: Vec<(Vec<Voice>, Worded)> = Vec::new();
    for (voice, worded) in asked {
        match together.iter_mut().find(|(_, known)| known == worded) {
            Some((voices, _)) => voices.push(*voice),
            None => together.push((vec![*voice], worded.clone())),
        }
    }
    together
        .into_iter()
        .map(|(voices, worded)| {
            let marks = voices
                .into_iter()
                .map(|voice| view! { <span class=format!("who who--{voice}")>{to(voice)}</span> })
                .collect_view();
            view! {
                <div class="asked">
                    <p class="asked__whom">{marks}</p>
                    <p class="said"><bdi lang=worded.lang()>{worded.words.clone()}</bdi></p>
                </div>
            }
        })
        .collect_view()
}

/// Whom a question asks, by name.
fn to(voice: Voice) -> String {
    match voice {
        Voice::Student => say!(shaping.to_student),
        Voice::Family => say!(shaping.to_family),
        Voice::School => say!(shaping.to_school),
    }
}

/// One of our prompts in words that can be changed: `{name}` stands for the student.
fn ours_to_change(prompt: Prompt, languages: &[(Locale, Language)]) -> PromptWords {
    let mut words = PromptWords::default();
    for (locale, language) in languages {
        for voice in Voice::ALL {
            words.set(*voice, language.clone(), prompt_words(*locale, prompt, *voice, kinfolio::definition::STUDENT));
        }
    }
    words
}
