//! `/translations/{language}`: a part of the words beside English, with who says it otherwise.

use std::collections::BTreeMap;

use kinfolio::field;
use kinfolio::policy::Action;
use kinfolio::suggestion::WordSuggestion;
use kinfolio_words::side_by_side::{SentencePair, side_by_side};
use leptos::prelude::*;

use super::{named, said_where};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Back, Hidden, Icon, ProblemSummary};
use crate::refusal::Answer;
use crate::said::Done;
use crate::shell::{Main, Page, Width};
use crate::wording::{Locale, apart, locale, problem};

/// The part that is shown where none is asked for: what families read.
const FIRST: &str = "family";

/// The words of a part.
pub async fn page(asking: Asking, In(tag): In<String>) -> Answer {
    show(&asking, &tag, Form::default()).await
}

/// One's own suggestion, taken back.
pub async fn take_back(asking: Asking, In(tag): In<String>, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::SuggestWords)?;
    let (locale, _) = named(&tag)?;
    let mut tx = asking.write().await?;
    WordSuggestion::take_back(&mut tx, viewer, locale.as_str(), fields.get(field::KEY)).await?;
    tx.commit().await?;
    let area = side_by_side(locale).into_iter().map(|pair| pair.file).find(|area| area == fields.get(field::AREA));
    let area = area.map(|area| format!("?{}={area}", field::AREA)).unwrap_or_default();
    go_saying(format!("/translations/{tag}{area}"), Done::TakenBack)
}

pub(super) async fn show(asking: &Asking, tag: &str, form: Form) -> Answer {
    let viewer = asking.may_here(Action::SuggestWords)?.clone();
    let (locale, name) = named(tag)?;
    let suggested = WordSuggestion::of(&mut asking.read().await?, &viewer.school_id, locale.as_str()).await?;
    let pairs = side_by_side(locale);
    let areas: Vec<String> = pairs.iter().fold(Vec::new(), |mut areas, pair| {
        if areas.last() != Some(&pair.file) {
            areas.push(pair.file.clone());
        }
        areas
    });
    let wanted = asking.query().get(field::AREA).to_owned();
    let area = areas.iter().find(|area| **area == wanted).map_or(FIRST, String::as_str).to_owned();
    let title = say_in!(asking.locale, translations.beside, language = apart(name));
    let page = Page::titled(title.clone()).working().with_form(form);
    Ok(asking
        .page(page, move || {
            let mut by_key: BTreeMap<String, Vec<WordSuggestion>> = BTreeMap::new();
            for suggestion in suggested {
                by_key.entry(suggestion.key.clone()).or_default().push(suggestion);
            }
            let rows = pairs
                .into_iter()
                .filter(|pair| pair.file == area)
                .map(|pair| {
                    let suggested = by_key.remove(&pair.key).unwrap_or_default();
                    let own = |suggestion: &WordSuggestion| suggestion.person_id == viewer.person_id;
                    let suggested: Vec<_> = suggested.into_iter().map(|one| (own(&one), one.text)).collect();
                    row(locale, pair, suggested)
                })
                .collect_view();
            view! {
                <Main width=Width::Wide>
                    <header>
                        <Back to="/translations" words=say!(translations.title)/>
                        <h1>{title}</h1>
                        <p class="lead">{say!(translations.lead)}</p>
                    </header>
                    <ProblemSummary/>
                    {how(locale)}
                    {parts(locale, &areas, &area)}
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{say!(translations.english)}</th>
                                <th scope="col">{name}</th>
                                <th scope="col">{say!(translations.where)}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </Main>
            }
        })
        .await)
}

/// The parts of the words, one of which is shown.
fn parts(locale: Locale, areas: &[String], here: &str) -> impl IntoView + use<> {
    let parts = areas
        .iter()
        .map(|area| {
            let to = format!("/translations/{}?area={area}", locale.as_str());
            view! { <li><a href=to lang="en" aria-current=(area == here).then_some("page")>{area.clone()}</a></li> }
        })
        .collect_view();
    view! { <nav aria-label=say!(translations.areas)><ul class="inline">{parts}</ul></nav> }
}

fn row(other: Locale, pair: SentencePair, suggested: Vec<(bool, String)>) -> impl IntoView {
    let lang = other.as_str();
    let words = match pair.words.is_empty() {
        true => view! { <span class="soft">{say!(translations.missing)}</span> }.into_any(),
        false => view! { <span class="source" lang=lang dir="auto">{pair.words}</span> }.into_any(),
    };
    let suggested = suggested
        .into_iter()
        .map(|(is_own, text)| {
            let head = if is_own { say!(translations.your_suggestion) } else { say!(translations.suggestion) };
            let take_back = is_own.then(|| {
                view! {
                    <form method="post" action=format!("/translations/{lang}/take-back")>
                        <Hidden name=field::KEY value=pair.key.clone()/>
                        <Hidden name=field::AREA value=pair.file.clone()/>
                        <button class="btn btn--quiet btn--small">{say!(translations.take_back)}</button>
                    </form>
                }
            });
            view! {
                <p class="soft small">{head}</p>
                <p><span class="source" lang=lang dir="auto">{text}</span></p>
                {take_back}
            }
        })
        .collect_view();
    let places = said_where(&pair.key).join(" · ");
    view! {
        <tr id=pair.key.clone()>
            <td data-label=say!(translations.english)><span class="source" lang="en" dir="ltr">{pair.english}</span></td>
            <td data-label=crate::wording::written(other).own_name().to_owned()>{words} {suggested}</td>
            <td data-label=say!(translations.where) lang="en" dir="ltr"><code>{pair.key.clone()}</code> <p class="soft small">{places}</p></td>
        </tr>
    }
}

/// How to suggest, with the form that takes the table.
fn how(other: Locale) -> impl IntoView {
    let form = use_context::<Form>().unwrap_or_default();
    let wrong = form.problem(field::FILE).map(|wrong| problem(locale(), wrong));
    let is_wrong = wrong.is_some();
    let address = format!("/translations/{}", other.as_str());
    view! {
        <details class="fold" id="suggest" open=is_wrong>
            <summary><h2>{say!(translations.how)}</h2></summary>
            <ol class="points">
                <li>{say!(translations.how_1)} " " <a class="go" href=format!("{address}/table")>{say!(translations.sheet)}</a></li>
                <li>{say!(translations.how_2)}</li>
                <li>{say!(translations.how_3)}</li>
            </ol>
            <form method="post" action=address.clone() enctype="multipart/form-data">
                <div class=if is_wrong { "field field--error" } else { "field" }>
                    <label for="field-file">{say!(translations.file)}</label>
                    {wrong.map(|wrong| view! { <p class="error" id="field-file-problem"><Icon name="warning"/> {wrong}</p> })}
                    <input type="file" id="field-file" name=field::FILE.wire() accept=".csv,.txt,text/csv,text/plain"
                        aria-describedby=is_wrong.then_some("field-file-problem") aria-invalid=is_wrong.then_some("true")/>
                </div>
                <div class="actions"><button class="btn btn--primary">{say!(translations.keep)}</button></div>
            </form>
            <p><a class="go" href=format!("{address}/suggestions")>{say!(translations.for_keepers)}</a></p>
        </details>
    }
}
