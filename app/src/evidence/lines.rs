//! Evidence as it is read: a quiet line beneath its statement, and on the page of the work.

use kinfolio::definition::{Definition, Evidence, Source, Statement};
use kinfolio::id::{StatementId, WorkId};
use kinfolio::markdown::glimpse;
use leptos::prelude::*;

use super::{Kind, at_statement};
use crate::definition::blanks::with_blanks;
use crate::wording::apart;

/// How much of a statement stands in the label of a link.
const GLIMPSE: usize = 40;

/// What speaks for a statement, a line each. For the student: how to change it, and a way to tie something.
#[component]
pub fn Speaks(
    statement: StatementId,
    /// The words of the statement, for labels.
    words: String,
    /// What speaks for it.
    evidence: Vec<Evidence>,
    /// Whether whoever looks may tie and change.
    may_tie: bool,
) -> impl IntoView {
    let nothing = evidence.is_empty();
    let tie = may_tie.then(|| {
        let (address, label) = (format!("/statement/{statement}/evidence/new"), apart(glimpse(&words, GLIMPSE)));
        let (kind_words, link) = match nothing {
            true => (Some(say!(evidence.nothing)), say!(evidence.tie)),
            false => (None, say!(evidence.tie_more)),
        };
        let label = format!("{link}: {label}");
        view! { <p class="soft small noprint">{kind_words} " " <a href=address aria-label=label>{link}</a></p> }
    });
    let lines = evidence.into_iter().map(|evidence| line(evidence, may_tie)).collect_view();
    let list = (!nothing).then(|| view! { <ul class="evidence" aria-label=say!(evidence.speaks)>{lines}</ul> });
    view! { {list} {tie} }
}

fn line(evidence: Evidence, may_tie: bool) -> impl IntoView {
    let id = evidence.id.to_string();
    let language = evidence.language.tag().to_owned();
    let what = match evidence.source {
        Source::Work { id, title, language } => {
            let title = if title.is_empty() { say!(work.untitled) } else { title };
            view! { <a class="said" href=format!("/work/{id}") lang=language.tag().to_owned() dir="auto">{title}</a> }
                .into_any()
        }
        Source::Story(story) => view! { <span class="said" lang=language.clone() dir="auto">{story}</span> }.into_any(),
    };
    let why = (!evidence.why.is_empty())
        .then(|| view! { <span class="said soft" lang=language dir="auto">{evidence.why}</span> });
    view! {
        <li id=format!("e-{id}")>
            <Kind kind=evidence.kind/> " " {what} " " {why} {may_tie.then(|| change(&id))}
        </li>
    }
}

fn change(id: &str) -> impl IntoView + use<> {
    view! { " " <a class="noprint" href=format!("/evidence/{id}")>{say!(evidence.change)}</a> }
}

/// A statement that a work speaks for, with the tie.
#[derive(Clone)]
pub struct SpokenFor {
    pub evidence: Evidence,
    pub definition: Definition,
    pub statement: Statement,
}

/// On the page of a work: the statements it speaks for.
#[component]
pub fn SpeaksFor(work: WorkId, spoken: Vec<SpokenFor>, may_tie: bool) -> impl IntoView {
    if spoken.is_empty() && !may_tie {
        return ().into_any();
    }
    let nothing = spoken.is_empty().then(|| view! { <p class="soft">{say!(evidence.for_nothing)}</p> });
    let lines = (!spoken.is_empty()).then(|| {
        let lines = spoken.into_iter().map(|spoken| for_line(spoken, may_tie)).collect_view();
        view! { <ul class="evidence">{lines}</ul> }
    });
    let tie = may_tie.then(|| {
        view! { <p class="small noprint"><a href=format!("/work/{work}/evidence")>{say!(evidence.tie_work)}</a></p> }
    });
    view! {
        <details class="fold fold--paper fold--part">
            <summary><h2>{say!(evidence.speaks_for)}</h2></summary>
            <div class="flow" id="speaks-for">{nothing} {lines} {tie}</div>
        </details>
    }
    .into_any()
}

/// One statement a work speaks for.
pub(super) fn for_line(spoken: SpokenFor, may_tie: bool) -> impl IntoView {
    let SpokenFor { evidence, definition, statement } = spoken;
    let (id, to) = (evidence.id.to_string(), at_statement(&definition, &statement.id));
    let year = definition.is_earlier.then(|| view! { <span class="soft">{definition.period.clone()}</span> " " });
    view! {
        <li id=format!("e-{id}")>
            <Kind kind=evidence.kind/> " " {year}
            <a class="said" href=to lang=statement.language.tag().to_owned() dir="auto">{with_blanks(statement.text)}</a> " "
            <span class="said soft" lang=evidence.language.tag().to_owned() dir="auto">{evidence.why}</span>
            {may_tie.then(|| change(&id))}
        </li>
    }
}
