//! The letters of one person among those of others: which they are, the way to take them back, and the blank that stands where
//! they stood.

use kinfolio::definition::{Statement, WroteOn};
use kinfolio::id::StatementId;
use kinfolio::language::Language;
use kinfolio::person::Viewer;
use kinfolio::together::BLANK;
use leptos::prelude::*;

use crate::wording::apart;

/// Where somebody's letters in a statement are taken back.
pub(super) fn address(id: &StatementId) -> String {
    format!("/statement/{id}/blank")
}

/// Somebody's own words, stretch by stretch.
pub(super) fn stretches(words: Vec<String>, language: &Language) -> impl IntoView + use<> {
    let language = language.tag().to_owned();
    let words = words.into_iter().map(|words| {
        view! { <li><span class="said" lang=language.clone() dir="auto">{with_blanks(words)}</span></li> }
    });
    view! { <ul class="lines">{words.collect_view()}</ul> }
}

/// On a statement's own page: which letters are whoever looks', with the way to take them back.
pub(super) fn own_words(statement: &Statement, viewer: &Viewer) -> Option<AnyView> {
    statement.is_written_by(viewer).then(|| {
        let words = statement.pieces.written_by(&viewer.person_id);
        view! {
            <details class="fold noprint">
                <summary>{say!(blank.own)}</summary>
                <div class="flow">
                    {stretches(words, &statement.language)}
                    <p><a class="go" href=address(&statement.id)>{say!(blank.title)}</a></p>
                </div>
            </details>
        }
        .into_any()
    })
}

/// On the page of the bin: where somebody's words stand among those of others.
pub(crate) fn in_statements(wrote: Vec<WroteOn>) -> Option<AnyView> {
    (!wrote.is_empty()).then(|| {
        let rows = wrote.into_iter().map(|wrote| {
            let whose = say!(blank.of, name = apart(&wrote.student_name));
            let words = wrote.words.join(" … ");
            view! {
                <li><div class="flow">
                    <p class="soft small">{whose}</p>
                    <p class="said strong" lang=wrote.language.tag().to_owned() dir="auto">{with_blanks(words)}</p>
                    <p><a class="go" href=address(&wrote.statement)>{say!(blank.title)}</a></p>
                </div></li>
            }
        });
        view! {
            <details class="fold">
                <summary>{say!(blank.in_lines)}</summary>
                <div class="flow">
                    <p class="soft">{say!(blank.in_lines_lead)}</p>
                    <ul class="lines">{rows.collect_view()}</ul>
                </div>
            </details>
        }
        .into_any()
    })
}

/// Agreed words in which some may be taken back: the blank says so to whoever does not see it.
pub(crate) fn with_blanks(words: String) -> AnyView {
    if !words.contains(BLANK) {
        return words.into_any();
    }
    let parts = words.split(BLANK).map(str::to_owned).enumerate();
    let parts = parts.map(|(place, part)| {
        let blank = (place > 0).then(|| view! { <span role="img" aria-label=say!(blank.label)>{BLANK}</span> });
        view! { {blank} {part} }
    });
    parts.collect_view().into_any()
}
