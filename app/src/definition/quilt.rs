//! A section as it is read: what is agreed, large; beneath it the voices it grew from; then the voices that are not part
//! of it yet.

use std::collections::HashSet;

use kinfolio::definition::{Contribution, Definition, Section, Statement, Translation};
use kinfolio::id::{ContributionId, PersonId};
use kinfolio::language::Languages;
use kinfolio::person::{Role, Student, Viewer};
use kinfolio::policy::{Action, Audience};
use leptos::prelude::*;

use super::saying::Said;
use super::translation;
use super::words::{Agreed, asked_words, author, readers, section_about, section_name};
use crate::parts::{Icon, Voice, VoiceCard};
use crate::when;

/// One section, as far as it was opened to whoever looks.
#[derive(Clone)]
pub struct Part {
    pub section: Section,
    pub statements: Vec<Statement>,
    pub contributions: Vec<Contribution>,
}

impl Part {
    /// The sections somebody may see, each with what is in it.
    pub fn all(
        definition: &Definition,
        student: &Student,
        statements: &[Statement],
        contributions: &[Contribution],
    ) -> Vec<Self> {
        definition
            .sections(student.standing)
            .into_iter()
            .map(|section| Self {
                section,
                statements: statements.iter().filter(|statement| statement.section == section).cloned().collect(),
                contributions: contributions.iter().filter(|words| words.section == section).cloned().collect(),
            })
            .collect()
    }

    /// How many people have spoken here.
    fn voices(&self) -> i64 {
        self.contributions.iter().map(|words| &words.author_id).collect::<HashSet<&PersonId>>().len() as i64
    }
}

/// What a section's page needs to know beside its words.
#[derive(Clone)]
pub struct Around {
    pub definition: Definition,
    pub student: Student,
    /// Who looks.
    pub viewer: PersonId,
    /// The languages of whoever looks.
    pub languages: Languages,
    pub zone: String,
    /// What stands beside the words in other languages.
    pub translations: Vec<Translation>,
}

impl Around {
    /// A definition, for somebody who looks at it.
    pub fn of(definition: Definition, student: Student, viewer: &Viewer) -> Self {
        Self {
            definition,
            student,
            viewer: viewer.person_id.clone(),
            languages: viewer.languages.clone(),
            zone: viewer.time_zone.clone(),
            translations: Vec::new(),
        }
    }

    fn may(&self, action: Action, section: Section) -> bool {
        self.student.standing.may(action, self.definition.audiences.of(section))
    }
}

/// One section.
#[component]
pub fn Sewn(part: Part, around: Around) -> impl IntoView {
    let section = part.section;
    let here = format!("/definition/{}", around.definition.id);
    let voices = part.voices();
    let empty = part.statements.is_empty() && part.contributions.is_empty();
    let add = around.may(Action::Contribute, section).then(|| {
        // On a phone in a kitchen this is what there is to do here.
        let class = if empty || is_family(&around.student) { "btn" } else { "" };
        view! { <a class=class href=format!("{here}/contribute?section={section}")>{say!(definition.add_words)}</a> }
    });
    let agree = (around.may(Action::WriteStatement, section) && !part.contributions.is_empty()).then(|| {
        view! { <a href=format!("{here}/statement/new?section={section}")>{say!(definition.agree)}</a> }
    });
    let open = around.student.standing.may_at_all(Action::ShapeDefinition).then(|| {
        view! { <a href=format!("{here}/section/{section}")>{say!(definition.who_sees)}</a> }
    });
    let closed = closed_to(&around, section).map(|words| {
        view! { <p class="soft small closed"><Icon name="lock"/> <span>{words}</span></p> }
    });
    let body = if empty {
        view! {
            <div class="empty">
                <h3>{say!(definition.nobody)}</h3>
                <p>{section_about(section)}</p>
                <p class="actions">{add}</p>
            </div>
        }
        .into_any()
    } else {
        let adding = view! { <p class="row small noprint">{add} {agree}</p> };
        view! { <Patches part around=around.clone()/> {adding} }.into_any()
    };
    view! {
        <section class="split" id=section.as_str()>
            <div class="split__side">
                <h2>{section_name(section)}</h2>
                {(voices > 0).then(|| view! { <p class="soft small">{say!(definition.voices, count = voices)}</p> })}
                {closed}
                {open.map(|open| view! { <p class="small noprint">{open}</p> })}
            </div>
            <div class="split__main">{body}</div>
        </section>
    }
}

/// To whom a section is closed, when it is narrower than the family.
fn closed_to(around: &Around, section: Section) -> Option<String> {
    match around.definition.audiences.of(section) {
        Audience::Me => Some(say!(definition.sees_me)),
        Audience::Advisor => Some(say!(definition.sees_advisor, name = around.student.first_name())),
        Audience::Family | Audience::Conference => None,
    }
}

/// The statements with their voices, then the voices nobody has cited yet.
#[component]
fn Patches(part: Part, around: Around) -> impl IntoView {
    let mut shown: HashSet<ContributionId> = HashSet::new();
    let agreed = part
        .statements
        .iter()
        .map(|statement| {
            let (again, first): (Vec<_>, Vec<_>) = (part.contributions.iter())
                .filter(|words| statement.cites.contains(&words.id))
                .cloned()
                .partition(|words| shown.contains(&words.id));
            shown.extend(first.iter().map(|words| words.id.clone()));
            let change = around.may(Action::WriteStatement, part.section).then(|| {
                let address = format!("/statement/{}", statement.id);
                view! { <p class="small noprint"><a href=address>{say!(definition.change_statement)}</a></p> }
            });
            view! {
                <div class="flow agreed">
                    <Agreed id=format!("s-{}", statement.id) text=statement.text.clone() language=statement.language.clone()/>
                    {quilt(first, &around)}
                    {also_from(again)}
                    {change}
                </div>
            }
        })
        .collect_view();
    let rest: Vec<Contribution> =
        part.contributions.iter().filter(|words| !shown.contains(&words.id)).cloned().collect();
    let in_common = (part.statements.is_empty() && around.may(Action::WriteStatement, part.section))
        .then(|| view! { <p class="nudge noprint">{say!(definition.in_common)}</p> });
    let heading = (!part.statements.is_empty() && !rest.is_empty())
        .then(|| view! { <h3 class="soft small">{say!(definition.more_voices)}</h3> });
    view! {
        {agreed}
        <div class="flow">{heading} {quilt(rest, &around)}</div>
        {in_common}
    }
}

/// Voices side by side.
fn quilt(contributions: Vec<Contribution>, around: &Around) -> Option<impl IntoView + use<>> {
    let around = around.clone();
    (!contributions.is_empty()).then(|| {
        let patches =
            contributions.into_iter().map(|words| view! { <Patch words around=around.clone()/> }).collect_view();
        view! { <div class="quilt">{patches}</div> }
    })
}

/// Voices that speak further up, and for this too.
fn also_from(again: Vec<Contribution>) -> Option<impl IntoView> {
    (!again.is_empty()).then(|| {
        let marks = again
            .iter()
            .map(|words| {
                let class = format!("who who--{}", Voice::of(words.author_role).as_str());
                view! { <a class=class href=format!("#c-{}", words.id)><bdi>{author(words)}</bdi></a> }
            })
            .collect_view();
        view! { <p class="marks small"><span class="soft">{say!(definition.also_from)}</span> {marks}</p> }
    })
}

/// One person's words.
#[component]
fn Patch(words: Contribution, around: Around) -> impl IntoView {
    let voice = Voice::of(words.author_role);
    let name = author(&words);
    let asked = asked_words(&words.asked, voice, around.student.first_name());
    let day = when::short_day(words.made_at, &around.zone);
    let note = if words.was_written_down() {
        format!("{day} · {}", say!(definition.said_by, author = name.as_str(), writer = words.writer_name.as_str()))
    } else {
        day
    };
    let beneath = translation::beneath(&words, &around);
    let language = words.said.language.clone();
    let way = (words.author_id == around.viewer)
        .then(|| (format!("/contribution/{}", words.id), say!(definition.change_words)));
    view! {
        <VoiceCard voice name=name.clone() asked language note way beneath id=format!("c-{}", words.id)>
            <Said said=words.said name/>
        </VoiceCard>
    }
}

/// Who can read what is written into a section.
#[component]
pub fn Readers(around: Around, section: Section) -> impl IntoView {
    let audience = around.definition.audiences.of(section);
    view! {
        <p class="soft small">
            {readers(audience, around.student.first_name())} " " {say!(definition.stay_yours)}
        </p>
    }
}

/// Whether somebody is the student's family here: their pages ask one thing at a time.
pub fn is_family(student: &Student) -> bool {
    student.standing.role == Role::Family
}
