//! `/translations`: the words of the pages in every language, beside English, for people who speak it at home; and how they
//! would say it.

mod sheet;
mod side;

use kinfolio::policy::Action;
use kinfolio::suggestion::WordSuggestion;
use leptos::prelude::*;

pub use sheet::{bring, for_keepers, sheet};
pub use side::{page as side, take_back};

use crate::asking::Asking;
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page};
use crate::wording::{Locale, locale_tagged, locales};

/// The languages there are.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::SuggestWords)?.clone();
    let mut conn = asking.read().await?;
    let mut lines = Vec::new();
    for (locale, name) in locales() {
        let suggested = WordSuggestion::of(&mut conn, &viewer.school_id, locale.as_str()).await?.len();
        lines.push((locale, name, suggested));
    }
    drop(conn);
    let page = Page::titled(say_in!(asking.locale, translations.title)).working();
    Ok(asking
        .page(page, move || {
            let lines = lines.into_iter().map(|(locale, name, suggested)| line(locale, name, suggested)).collect_view();
            view! {
                <Main>
                    <header>
                        <h1>{say!(translations.title)}</h1>
                        <p class="lead">{say!(translations.lead)}</p>
                    </header>
                    <ul class="lines">{lines}</ul>
                </Main>
            }
        })
        .await)
}

fn line(locale: Locale, name: &'static str, suggested: usize) -> impl IntoView {
    let state = if locale.is_read_through() { say!(translations.checked) } else { say!(translations.unchecked) };
    let staff = (!locale.has_to_have("school")).then(|| format!(" · {}", say!(translations.staff_english)));
    let suggested = (suggested > 0).then(|| format!(" · {}", say!(translations.suggested, count = suggested)));
    view! {
        <li>
            <div>
                <p class="strong">
                    <a href=format!("/translations/{}", locale.as_str()) lang=locale.as_str() dir="auto">{name}</a>
                </p>
                <p class="soft small">{state} {staff} {suggested}</p>
            </div>
        </li>
    }
}

/// A language of the pages, as an address names it.
fn named(tag: &str) -> Result<(Locale, &'static str), Refusal> {
    let locale = locale_tagged(tag).filter(|locale| locale.as_str() == tag).ok_or(Refusal::NotFound)?;
    locales().find(|(other, _)| *other == locale).ok_or(Refusal::NotFound)
}

/// Which pages say a sentence: `family/home`.
fn said_where(key: &str) -> Vec<&'static str> {
    const NOTED: &str = include_str!(concat!(env!("OUT_DIR"), "/said_where.tsv"));
    let line = NOTED.lines().filter_map(|line| line.split_once('\t')).find(|(noted, _)| *noted == key);
    line.map_or_else(Vec::new, |(_, places)| places.split(' ').collect())
}
