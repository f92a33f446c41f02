//! Evidence: which work, or which story, speaks for a statement, and why. The student says so.

pub mod change;
pub mod lines;
pub mod tie;
pub mod work;

use kinfolio::definition::{Definition, EvidenceKind};
use kinfolio::field;
use kinfolio::id::StatementId;
use leptos::prelude::*;

use crate::parts::{Choice, LanguageField, Radios, TextArea};

/// How far it goes, by name.
fn kind_name(kind: EvidenceKind) -> String {
    match kind {
        EvidenceKind::Growing => say!(evidence.growing),
        EvidenceKind::Shown => say!(evidence.shown),
        EvidenceKind::NotYet => say!(evidence.not_yet),
    }
}

/// How far it goes, as a word with its mark.
#[component]
pub fn Kind(kind: EvidenceKind) -> impl IntoView {
    let class = match kind {
        EvidenceKind::Growing => "state state--growing",
        EvidenceKind::Shown => "state state--shown",
        EvidenceKind::NotYet => "state",
    };
    view! { <span class=class>{kind_name(kind)}</span> }
}

/// What every form asks: how far it goes already, and why it speaks for the statement.
#[component]
fn KindAndWhy(
    /// The student's languages.
    own: kinfolio::language::Languages,
    #[prop(optional_no_strip, into)] kind: Option<String>,
    #[prop(optional_no_strip, into)] why: Option<String>,
    #[prop(optional_no_strip, into)] language: Option<String>,
) -> impl IntoView {
    let choices = EvidenceKind::ALL
        .iter()
        .map(|kind| {
            let note = match kind {
                EvidenceKind::Growing => say!(evidence.growing_note),
                EvidenceKind::Shown => say!(evidence.shown_note),
                EvidenceKind::NotYet => say!(evidence.not_yet_note),
            };
            Choice::new(kind.as_str(), kind_name(*kind)).noted(note)
        })
        .collect();
    view! {
        <Radios name=field::KIND label=say!(evidence.kind) choices value=kind/>
        <TextArea name=field::WHY label=say!(evidence.why) hint=say!(evidence.why_hint) value=why rows=4/>
        <LanguageField own value=language/>
    }
}

/// Where a statement is read.
fn at_statement(definition: &Definition, statement: &StatementId) -> String {
    format!("{}#s-{statement}", crate::definition::path(definition))
}
