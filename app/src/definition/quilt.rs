//! A section as it is read: what is agreed, large; beneath it the voices it grew from; then the voices that are not part
//! of it yet.

use std::collections::HashSet;

use kinfolio::definition::{Beside, Contribution, Definition, Evidence, Remark, Section, Statement};
use kinfolio::id::{ContributionId, PersonId};
use kinfolio::person::{Role, Student};
use kinfolio::policy::{Action, Audience};
use leptos::prelude::*;

use super::around::Around;
use super::beside::{Differing, talk_way};
use super::saying::Said;
use super::translation;
use super::words::{AgreedTogether, asked_words, author, readers, section_about, section_name};
use crate::evidence::lines::Speaks;
use crate::parts::{Icon, Voice, VoiceCard};
use crate::when;
use crate::wording::apart;

/// What stands in a definition, as far as it was opened to whoever looks.
pub struct QuiltParts {
    pub statements: Vec<Statement>,
    pub contributions: Vec<Contribution>,
    /// What is said beside them.
    pub remarks: Vec<Remark>,
    /// What speaks for the statements.
    pub evidence: Vec<Evidence>,
}

/// One section, as far as it was opened to whoever looks.
#[derive(Clone)]
pub struct QuiltPart {
    pub section: Section,
    pub statements: Vec<Statement>,
    pub contributions: Vec<Contribution>,
    /// What is said beside them.
    pub remarks: Vec<Remark>,
    /// What speaks for the statements.
    pub evidence: Vec<Evidence>,
    /// The definition that statements were brought along from, where this section of it may be read.
    pub earlier: Option<Definition>,
}

impl QuiltPart {
    /// What stands in a section.
    pub fn of(section: Section, everything: &QuiltParts, earlier: Option<&Definition>) -> Self {
        let statements: Vec<Statement> =
            everything.statements.iter().filter(|statement| statement.section == section).cloned().collect();
        let speaks = |evidence: &&Evidence| statements.iter().any(|statement| statement.id == evidence.statement_id);
        Self {
            section,
            contributions: everything.contributions.iter().filter(|words| words.section == section).cloned().collect(),
            remarks: everything.remarks.clone(),
            evidence: everything.evidence.iter().filter(speaks).cloned().collect(),
            earlier: earlier.cloned(),
            statements,
        }
    }

    /// How many people have spoken here.
    fn voices(&self) -> i64 {
        self.contributions.iter().map(|words| &words.author_id).collect::<HashSet<&PersonId>>().len() as i64
    }
}

/// One section.
#[component]
pub fn Sewn(part: QuiltPart, around: Around) -> impl IntoView {
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
    let name = apart(around.student.called());
    let shared = around.definition.chosen.iter().any(|(open, _)| *open == section);
    match around.definition.audience(section) {
        Audience::Me if !shared => Some(say!(definition.sees_me)),
        Audience::Me => Some(say!(definition.sees_chosen, name = name)),
        Audience::Advisor if !shared => Some(say!(definition.sees_advisor, name = name)),
        Audience::Advisor => Some(say!(definition.sees_advisor_chosen, name = name)),
        Audience::Family | Audience::Conference => None,
    }
}

/// The statements with their voices, then the voices nobody has cited yet.
#[component]
fn Patches(part: QuiltPart, around: Around) -> impl IntoView {
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
            let is_gone = |id: &&ContributionId| !part.contributions.iter().any(|words| words.id == **id);
            let taken = statement.cites.iter().any(|id| is_gone(&id)).then(|| {
                view! { <p class="soft small">{say!(definition.voice_taken_back)}</p> }
            });
            let evidence = part.evidence.iter().filter(|evidence| evidence.statement_id == statement.id).cloned().collect();
            let may_tie = around.may(Action::TieEvidence, part.section);
            let brought = statement.copied_from.as_ref().zip(part.earlier.as_ref()).map(|(id, earlier)| {
                let address = format!("/definition/{}#s-{id}", earlier.id);
                let words = say!(look_back.brought, period = earlier.period.as_str());
                view! { <p class="small"><a href=address>{words}</a></p> }
            });
            let ways = around.may(Action::WriteStatement, part.section).then(|| {
                let address = format!("/statement/{}", statement.id);
                let (talk, talk_words) = talk_way(&Beside::Statement(statement.id.clone()), &part.remarks);
                view! {
                    <p class="row small noprint">
                        <a href=address.clone()>{say!(definition.change_statement)}</a>
                        <a href=format!("{address}/view")>{say!(definition.differ)}</a>
                        <a href=talk>{talk_words}</a>
                    </p>
                }
            });
            view! {
                <div class="flow agreed">
                    <AgreedTogether id=format!("s-{}", statement.id) pieces=around.pieces(statement) language=statement.language.clone()/>
                    <Differing statement=statement.id.clone() remarks=part.remarks.clone() zone=around.zone.clone()/>
                    <Speaks statement=statement.id.clone() words=statement.text.clone() evidence may_tie/>
                    {quilt(first, &part.remarks, &around)}
                    {also_from(again)}
                    {taken}
                    {brought}
                    {ways}
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
        <div class="flow">{heading} {quilt(rest, &part.remarks, &around)}</div>
        {in_common}
    }
}

/// Voices side by side.
fn quilt(contributions: Vec<Contribution>, remarks: &[Remark], around: &Around) -> Option<impl IntoView + use<>> {
    let (around, remarks) = (around.clone(), remarks.to_vec());
    (!contributions.is_empty()).then(|| {
        let patches = contributions
            .into_iter()
            .map(|words| view! { <Patch words remarks=remarks.clone() around=around.clone()/> })
            .collect_view();
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
fn Patch(words: Contribution, remarks: Vec<Remark>, around: Around) -> impl IntoView {
    let voice = Voice::of(words.author_role);
    let name = author(&words);
    let asked = asked_words(&words.asked, voice, around.student.called());
    let day = when::short_day(words.made_at, &around.zone);
    let note = if words.was_written_down() {
        format!("{day} · {}", say!(definition.said_by, author = name.as_str(), writer = words.writer_name.as_str()))
    } else {
        day
    };
    let beneath = translation::beneath(&words, &around);
    let language = words.said.language.clone();
    let mut ways = translation::ways(&words, &around);
    if !around.definition.is_earlier {
        let beside = Beside::Contribution(words.id.clone());
        let is_own = words.author_id == around.viewer;
        ways.extend(is_own.then(|| (format!("/contribution/{}", words.id), say!(definition.change_words))));
        // Whoever said it is shown the talk once there is some.
        let talks = remarks.iter().any(|remark| remark.settled_at.is_none() && remark.is_beside(&beside));
        ways.extend((!is_own || talks).then(|| talk_way(&beside, &remarks)));
    }
    view! {
        <VoiceCard voice name=name.clone() asked language note ways beneath id=format!("c-{}", words.id)>
            <Said said=words.said name/>
        </VoiceCard>
    }
}

/// Who can read what is written into a section.
#[component]
pub fn Readers(around: Around, section: Section) -> impl IntoView {
    let audience = around.definition.audience(section);
    let name = apart(around.student.called());
    let chosen = around.definition.chosen.iter().any(|(open, _)| *open == section) && audience < Audience::Family;
    let chosen = chosen.then(|| say!(definition.reads_chosen, name = name.clone()));
    view! {
        <p class="soft small">
            {readers(audience, &name)} " " {chosen} " " {say!(definition.stay_yours)}
        </p>
    }
}

/// Whether somebody is the student's family here: their pages ask one thing at a time.
pub fn is_family(student: &Student) -> bool {
    student.standing.role == Role::Family
}
