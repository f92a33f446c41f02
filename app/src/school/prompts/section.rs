//! One section: its name, the questions it asks, and those that are put away.

use kinfolio::arranging::Side;
use kinfolio::definition::{Prompt, SchoolPrompt, SchoolWords, Section, SectionNames};
use kinfolio::field::{self};
use kinfolio::id::SchoolPromptId;
use kinfolio::language::Language;
use kinfolio::policy::Action;
use leptos::prelude::*;

use super::{Either, address, comes_as, languages, voices};
use crate::asking::{Asking, In, go_saying};
use crate::definition::words::{our_section_name, section_about, section_name, section_name_in};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{Back, Hidden, Icon, ProblemSummary, ReadsNow, TextField, Unseen};
use crate::refusal::Answer;
use crate::shell::{Done, Main, Page, Place};
use crate::wording::{Locale, apart};

/// The page.
pub async fn page(asking: Asking, In(section): In<Section>) -> Answer {
    asking.may_here(Action::ShapePrompts)?;
    let words = asking.school_words.as_ref().clone();
    show(&asking, words, section, Form::default()).await
}

/// Names the section.
pub async fn rename(asking: Asking, In(section): In<Section>, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::ShapePrompts)?;
    let mut tx = asking.write().await?;
    let words = SchoolWords::held(&mut tx, &viewer.school_id).await?;
    let (known, version) = words.section_names(section);
    let languages = languages(viewer, asking.locale);
    // A field that did not come leaves its name as it is.
    let came = languages.into_iter().map(|(_, language)| (SectionNames::field(&language), language));
    let came: Vec<_> = came.filter(|(field, _)| fields.has(field)).collect();
    let typed = came.iter().map(|(field, language)| (language.clone(), fields.get(field)));
    let form = match known.checked(typed) {
        Err(problems) => Form::again(&fields, problems),
        Ok(names) => {
            let from = fields.version();
            if words.rename(&mut tx, &viewer.school_id, section, from, &names).await?.is_kept() {
                tx.commit().await?;
                return go_saying(address(section), Done::Saved);
            }
            let field = came.first().map(|(field, _)| field.clone()).unwrap_or(field::NAME);
            Form::stale(&fields, version, field)
        }
    };
    drop(tx);
    show(&asking, words, section, form).await
}

async fn show(asking: &Asking, words: SchoolWords, section: Section, form: Form) -> Answer {
    let languages = languages(asking.viewer()?, asking.locale);
    let title = section_name_in(&asking.school_words, asking.locale, section);
    let page = Page::titled(title).working().at(Place::Home).with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let own: Vec<SchoolPrompt> = words.prompts(section).cloned().collect();
            let (away, own): (Vec<_>, Vec<_>) = own.into_iter().partition(|prompt| prompt.is_put_away);
            let (ours, ours_away): (Vec<_>, Vec<_>) = Prompt::of(section).partition(|prompt| words.asks(*prompt));
            let away = away.into_iter().map(Either::Own).chain(ours_away.into_iter().map(Either::Ours)).collect();
            view! {
                <Main>
                    <header>
                        <Back to="/school/prompts" words=say!(shaping.title)/>
                        <h1>{section_name(section)}</h1>
                        {comes_as(section)}
                        <p class="lead">{section_about(section)}</p>
                    </header>
                    <ProblemSummary/>
                    {own_questions(&words, section, own)}
                    {our_questions(&words, ours)}
                    {put_away(&words, away)}
                    {name(&words, section, &languages, &form)}
                </Main>
            }
        })
        .await)
}

fn own_questions(words: &SchoolWords, section: Section, own: Vec<SchoolPrompt>) -> impl IntoView + use<> {
    let order: Vec<SchoolPromptId> = own.iter().map(|prompt| prompt.id.clone()).collect();
    let rows = own
        .into_iter()
        .enumerate()
        .map(|(place, prompt)| {
            let before = place.checked_sub(1).and_then(|place| order.get(place));
            let moves = [(Side::Before, before), (Side::After, order.get(place + 1))];
            question(words, Either::Own(prompt), &moves)
        })
        .collect_view();
    let none = order.is_empty().then(|| view! { <p class="nudge">{say!(shaping.own_none)}</p> });
    let lead = (!order.is_empty()).then(|| view! { <p class="soft small">{say!(shaping.own_lead)}</p> });
    view! {
        <section class="split">
            <div class="split__side"><h2>{say!(shaping.own)}</h2> {lead}</div>
            <div class="split__main">
                {none}
                <ul class="questions">{rows}</ul>
                <p><a class="btn btn--primary" href=format!("{}/new", address(section))>{say!(shaping.add)}</a></p>
            </div>
        </section>
    }
}

fn our_questions(words: &SchoolWords, ours: Vec<Prompt>) -> impl IntoView + use<> {
    let none = ours.is_empty().then(|| view! { <p class="soft">{say!(shaping.ours_none)}</p> });
    let rows = ours.into_iter().map(|prompt| question(words, Either::Ours(prompt), &[])).collect_view();
    view! {
        <section class="split">
            <div class="split__side"><h2>{say!(shaping.ours)}</h2></div>
            <div class="split__main">{none}<ul class="questions">{rows}</ul></div>
        </section>
    }
}

fn put_away(words: &SchoolWords, away: Vec<Either>) -> Option<impl IntoView + use<>> {
    (!away.is_empty()).then(|| {
        let rows = away
            .into_iter()
            .map(|prompt| {
                let (action, asked) = (format!("{}/put-away", prompt.address()), prompt.asked(words));
                let label = say!(shaping.bring_back_this, question = named(&asked));
                view! {
                    <li>
                        {voices(&asked)}
                        <form class="row" method="post" action=action>
                            <Hidden name=field::BACK value="yes"/>
                            <button class="btn btn--small" aria-label=label>{say!(shaping.bring_back)}</button>
                        </form>
                    </li>
                }
            })
            .collect_view();
        view! {
            <section class="split" id="away">
                <div class="split__side"><h2>{say!(shaping.away)}</h2></div>
                <div class="split__main"><ul class="questions questions--away">{rows}</ul></div>
            </section>
        }
    })
}

/// A question, with what can be done about it.
fn question(words: &SchoolWords, prompt: Either, moves: &[(Side, Option<&SchoolPromptId>)]) -> impl IntoView + use<> {
    let here = prompt.address();
    let asked = prompt.asked(words);
    let name = named(&asked);
    let (id, way) = match &prompt {
        Either::Own(prompt) => {
            let label = say!(shaping.edit_this, question = name.as_str());
            let way = view! { <a class="btn btn--small" href=here.clone() aria-label=label>{say!(shaping.edit)}</a> };
            (Some(format!("p-{}", prompt.id)), way.into_any())
        }
        Either::Ours(prompt) => {
            let to = format!("{}/new?from={prompt}", address(prompt.section()));
            let label = say!(shaping.reword_this, question = name.as_str());
            (None, view! { <a class="btn btn--small" href=to aria-label=label>{say!(shaping.reword)}</a> }.into_any())
        }
    };
    let moves = moves.iter().filter_map(|(side, other)| {
        let (icon, label) = match side {
            Side::Before => ("up", say!(shaping.up, question = name.as_str())),
            Side::After => ("down", say!(shaping.down, question = name.as_str())),
        };
        let other = (*other)?.to_string();
        Some(view! {
            <form method="post" action=format!("{here}/place")>
                <Hidden name=side.field() value=other/>
                <button class="btn btn--icon btn--small" aria-label=label><Icon name=icon/></button>
            </form>
        })
    });
    let moves = moves.collect_view();
    let label = say!(shaping.put_away_this, question = name.as_str());
    view! {
        <li id=id>
            {voices(&asked)}
            <div class="row">
                {way}
                <form method="post" action=format!("{here}/put-away")>
                    <button class="btn btn--small btn--quiet" aria-label=label>{say!(shaping.put_away)}</button>
                </form>
                {moves}
            </div>
        </li>
    }
}

/// What a question is called where only one of its wordings fits.
fn named(asked: &[(super::Voice, crate::wording::Worded)]) -> String {
    asked.first().map(|(_, worded)| worded.words.clone()).unwrap_or_default()
}

/// The section's name, in each language.
fn name(words: &SchoolWords, section: Section, languages: &[(Locale, Language)], form: &Form) -> impl IntoView + use<> {
    let (names, version) = words.section_names(section);
    let identity = Identity::changes(form, version);
    let stand = names.0.values().map(|name| view! { <p class="said" dir="auto">{name.clone()}</p> }).collect_view();
    let fields = languages
        .iter()
        .map(|(locale, language)| {
            let hint = say!(shaping.comes_as, name = apart(our_section_name(*locale, section)));
            let value = names.0.get(language).cloned();
            view! {
                <TextField name=SectionNames::field(language) label=language.own_name().to_owned() hint value
                    language=language.clone() optional=true/>
            }
        })
        .collect_view();
    view! {
        <section class="split" id="name">
            <div class="split__side">
                <h2>{say!(shaping.name)}</h2>
                <p class="soft small">{say!(shaping.name_lead)}</p>
            </div>
            <div class="split__main">
                <ReadsNow>{stand}</ReadsNow>
                <form method="post" action=address(section)>
                    <Unseen identity/>
                    {fields}
                    <div class="actions"><button class="btn">{say!(shaping.name_save)}</button></div>
                </form>
            </div>
        </section>
    }
}
