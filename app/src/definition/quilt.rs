//! A section as it is read: what is agreed, large, and whose words it grew from. What they said, what speaks for it and what
//! can be done unfolds where it stands; so do the voices that are no part of it yet.

use std::collections::HashSet;

use kinfolio::definition::{Beside, Contribution, Evidence, Remark, Section, Statement};
use kinfolio::hidden::may_hide;
use kinfolio::id::ContributionId;
use kinfolio::person::{Role, Student};
use kinfolio::policy::{Action, Audience};
use kinfolio::rendition::WordsOf;
use kinfolio::worry::may_worry;
use leptos::prelude::*;

use super::around::Around;
use super::beside::{Differing, talk_way};
use super::part::QuiltPart;
use super::saying::Said;
use super::translation;
use super::way_in::{OpenQuestion, open_questions, to_answer};
use super::words::{AgreedTogether, asked_words, author, readers, section_about, section_name};
use crate::evidence::Kind;
use crate::evidence::lines::Speaks;
use crate::parts::{Icon, Voice, VoiceCard, way_about};
use crate::rendition::Rendered;
use crate::when;
use crate::wording::apart;

/// How many voices stand in sight where something is to be made of them.
const FEW: usize = 2;

/// One section: what is agreed, and whose words it grew from; everything else unfolds where it stands.
#[component]
pub fn Sewn(
    part: QuiltPart,
    around: Around,
    /// Whether it is what comes next here: its voices stand in sight.
    #[prop(optional)]
    is_next: bool,
) -> impl IntoView {
    let section = part.section;
    let empty = part.statements.is_empty() && part.contributions.is_empty();
    let open = around.student.standing.may_at_all(Action::ShapeDefinition).then(|| {
        let to = format!("/definition/{}/section/{section}", around.definition.id);
        view! { <a class="noprint" href=to aria-label=of(section, &say!(definition.who_sees))>{say!(definition.who_sees)}</a> }
    });
    let closed = closed_to(&around, section).map(|words| {
        view! { <p class="soft small closed"><Icon name="lock"/> <span>{words}</span></p> }
    });
    let open = open.map(|open| view! { <p class="small">{open}</p> });
    let body = if empty {
        view! { <Unspoken part around/> }.into_any()
    } else {
        view! { <Patches part around is_next/> }.into_any()
    };
    view! {
        <section class="split quilted" id=section.as_str()>
            <div class="split__side"><h2>{section_name(section)}</h2>{open}{closed}</div>
            <div class="split__main">{body}</div>
        </section>
    }
}

/// What a way says to whoever hears the ways of a page alone: which section it is of.
fn of(section: Section, words: &str) -> String {
    format!("{words}: {}", section_name(section))
}

/// A section in which nobody has spoken: what it asks, one question first.
#[component]
fn Unspoken(part: QuiltPart, around: Around) -> impl IntoView {
    let may = around.may(Action::Contribute, part.section);
    let mut asks = if may { open_questions(&part, &around) } else { Vec::new() };
    let more = asks.split_off(asks.len().min(1));
    let section = part.section;
    let first = asks.pop().map(|first| {
        let label = of(section, &say!(definition.add_words));
        view! {
            <p class="said asks" lang=first.worded.lang() dir="auto">{first.worded.words.clone()}</p>
            <p class="noprint"><a class="btn btn--small" href=first.to aria-label=label>{say!(definition.add_words)}</a></p>
        }
    });
    let more = (!more.is_empty()).then(|| {
        let label = of(section, &say!(definition.more_questions));
        view! { <details class="fold fold--quiet noprint"><summary aria-label=label>{say!(definition.more_questions)}</summary>{questions(more)}</details> }
    });
    view! {
        <div class="empty">
            <p class="soft small">{say!(definition.nobody)} ". " {section_about(part.section)}</p>
            {first}
            {more}
        </div>
    }
}

/// Questions, each the way to its answer.
fn questions(open: Vec<OpenQuestion>) -> impl IntoView {
    let rows = open
        .into_iter()
        .map(|open| {
            view! { <li><a class="said" href=open.to lang=open.worded.lang() dir="auto">{open.worded.words.clone()}</a></li> }
        })
        .collect_view();
    view! { <ul class="lines">{rows}</ul> }
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
fn Patches(part: QuiltPart, around: Around, is_next: bool) -> impl IntoView {
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
            agreed(statement, first, again, &part, &around)
        })
        .collect_view();
    let rest: Vec<Contribution> =
        part.contributions.iter().filter(|words| !shown.contains(&words.id)).cloned().collect();
    view! { {agreed} {beneath(rest, part, &around, is_next)} }
}

/// A statement: the words and whose they are in sight; what they said, what speaks for it and what can be done unfolds.
fn agreed(
    statement: &Statement,
    first: Vec<Contribution>,
    again: Vec<Contribution>,
    part: &QuiltPart,
    around: &Around,
) -> impl IntoView + use<> {
    let of_statement = |evidence: &&Evidence| evidence.statement_id == statement.id;
    let evidence: Vec<Evidence> = part.evidence.iter().filter(of_statement).cloned().collect();
    let may_tie = around.may(Action::TieEvidence, part.section);
    let brought = statement.copied_from.as_ref().zip(part.earlier.as_ref()).map(|(id, earlier)| {
        let address = format!("/definition/{}#s-{id}", earlier.id);
        let words = say!(look_back.brought, period = earlier.period.as_str());
        view! { <p class="small"><a href=address>{words}</a></p> }
    });
    let ways = around.may(Action::WriteStatement, part.section).then(|| {
        let address = format!("/statement/{}", statement.id);
        let (talk, talk_words) = talk_way(&Beside::Statement(statement.id.clone()), &part.remarks);
        let named = |way: String| way_about(&way, &statement.text);
        view! {
            <p class="row small noprint">
                <a href=address.clone() aria-label=named(say!(definition.change_statement))>{say!(definition.change_statement)}</a>
                <a href=format!("{address}/view") aria-label=named(say!(definition.differ))>{say!(definition.differ)}</a>
                <a href=talk aria-label=named(talk_words.clone())>{talk_words.clone()}</a>
            </p>
        }
    });
    let taken = taken_back(statement, around);
    let voices: Vec<&Contribution> = first.iter().chain(&again).collect();
    let is_more = !voices.is_empty() || !evidence.is_empty() || may_tie || brought.is_some() || ways.is_some();
    let summary = match voices.is_empty() {
        true => view! { <span class="soft">{say!(definition.about_words)}</span> }.into_any(),
        false => view! { <span class="soft">{say!(definition.grown_from)}</span> " " {marks(&voices)} }.into_any(),
    };
    let glance = glance(&evidence, may_tie);
    let more = is_more.then(|| {
        view! {
            <details class="fold fold--paper fold--voices">
                <summary><span class="marks small">{summary} {glance}</span></summary>
                <div class="flow">
                    {quilt(first, &part.remarks, around)}
                    {also_from(again)}
                    <Speaks statement=statement.id.clone() words=statement.text.clone() evidence may_tie/>
                    {brought}
                    {ways}
                </div>
            </details>
        }
    });
    let rendered = around.renditions.beneath(&Rendered {
        of: WordsOf::Statement,
        id: statement.id.as_str(),
        words: &statement.text,
        language: &statement.language,
        author: Some(&statement.written_by),
        may: around.may(Action::Translate, part.section),
    });
    view! {
        <div class="flow agreed">
            <AgreedTogether id=format!("s-{}", statement.id) pieces=around.pieces(statement) language=statement.language.clone()/>
            {rendered}
            {taken}
            {more}
            <Differing statement=statement.id.clone() remarks=part.remarks.clone() zone=around.zone.clone()/>
        </div>
    }
}

/// That a voice was taken back which a statement cites; and, for student and advisor, the question whether its words still
/// stand, until one of them has put them in other words or said so.
fn taken_back(statement: &Statement, around: &Around) -> Option<impl IntoView + use<>> {
    statement.voice_gone_at.map(|_| {
        let asked = statement.is_in_question() && around.may(Action::ArrangeStatements, statement.section);
        let asked = asked.then(|| {
            let address = format!("/statement/{}", statement.id);
            view! {
                <form class="nudge flow noprint" method="post" action=format!("{address}/stands")>
                    <p>{say!(definition.still_stands)}</p>
                    <p class="row">
                        <a class="btn btn--small" href=address.clone() aria-label=way_about(&say!(definition.change_statement), &statement.text)>{say!(definition.change_statement)}</a>
                        <button class="btn btn--small">{say!(definition.stands_do)}</button>
                    </p>
                </form>
            }
        });
        view! { <p class="soft small">{say!(definition.voice_taken_back)}</p> {asked} }
    })
}

/// How far what speaks for a statement goes, at a glance; for the student, that nothing does yet.
fn glance(evidence: &[Evidence], may_tie: bool) -> impl IntoView + use<> {
    let mut kinds: Vec<_> = evidence.iter().map(|evidence| evidence.kind).collect();
    kinds.sort();
    kinds.dedup();
    let nothing =
        (kinds.is_empty() && may_tie).then(|| view! { <span class="soft">{say!(evidence.nothing_short)}</span> });
    view! { {kinds.into_iter().map(|kind| view! { <Kind kind/> }).collect_view()} {nothing} }
}

/// Whose words these are: each person once, with their mark.
fn marks(voices: &[&Contribution]) -> impl IntoView + use<> {
    let mut named = HashSet::new();
    voices
        .iter()
        .filter(|words| named.insert(&words.author_id))
        .map(|words| {
            let class = format!("who who--{}", Voice::of(words.author_role).as_str());
            view! { <span class=class><bdi>{author(words)}</bdi></span> }
        })
        .collect_view()
}

/// What stands beneath the statements of a section: the voices that are no part of them yet, and what can be added.
fn beneath(rest: Vec<Contribution>, part: QuiltPart, around: &Around, is_next: bool) -> impl IntoView + use<> {
    let section = part.section;
    let may = around.may(Action::Contribute, section);
    let class = if is_family(&around.student) { "btn btn--small" } else { "" };
    let add = may.then(|| {
        let label = of(section, &say!(definition.add_words));
        view! { <a class=class href=to_answer(around, section, None) aria-label=label>{say!(definition.add_words)}</a> }
    });
    let may_agree = around.may(Action::WriteStatement, section) && !part.contributions.is_empty();
    let agree = may_agree.then(|| {
        let to = format!("/definition/{}/statement/new?section={section}", around.definition.id);
        view! { <a href=to aria-label=of(section, &say!(definition.agree))>{say!(definition.agree)}</a> }
    });
    let in_common = (is_next && around.may(Action::WriteStatement, section))
        .then(|| view! { <p class="nudge noprint">{say!(definition.in_common)}</p> });
    let ways = (add.is_some() || agree.is_some()).then(|| view! { <p class="row small noprint">{add} {agree}</p> });
    let asks = if may { open_questions(&part, around) } else { Vec::new() };
    // Where something is agreed already, what can be added is out of the way; a family is asked on every one of its pages.
    let ways = match (ways, part.statements.is_empty() || is_family(&around.student)) {
        (None, _) => ().into_any(),
        (Some(ways), true) => {
            let asks = (!asks.is_empty() && part.statements.is_empty()).then(|| {
                let label = of(section, &say!(definition.more_questions));
                view! { <details class="fold fold--quiet noprint"><summary aria-label=label>{say!(definition.more_questions)}</summary>{questions(asks)}</details> }
            });
            view! { {ways} {asks} }.into_any()
        }
        (Some(ways), false) => {
            let asks = (!asks.is_empty()).then(|| questions(asks));
            let label = of(section, &say!(definition.add_here));
            view! {
                <details class="fold fold--quiet noprint"><summary aria-label=label>{say!(definition.add_here)}</summary>
                    <div class="flow">{ways} {asks}</div></details>
            }
            .into_any()
        }
    };
    let open = is_next && rest.len() <= FEW;
    let voices = (!rest.is_empty()).then(|| {
        let words =
            if part.statements.is_empty() { say!(definition.spoken_here) } else { say!(definition.more_voices) };
        let summary = view! { <span class="soft">{words}</span> " " {marks(&rest.iter().collect::<Vec<_>>())} };
        view! {
            <details class="fold fold--paper fold--voices" open=open>
                <summary><span class="marks small">{summary}</span></summary>
                {quilt(rest, &part.remarks, around)}
            </details>
        }
    });
    view! { <div class="flow quilted__more">{voices} {in_common} {ways}</div> }
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
    let is_reworded = words.version > 1 && words.author_id != around.viewer;
    let note = if is_reworded { format!("{note} · {}", say!(voice.reworded)) } else { note };
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
        let hides = may_hide(&around.student, &words.author_id, words.author_role);
        ways.extend(hides.then(|| (format!("/contribution/{}/hide", words.id), say!(hiding.title))));
        let worries = may_worry(&around.student, &words.author_id);
        ways.extend(worries.then(|| (format!("/contribution/{}/worry", words.id), say!(worry.link))));
    }
    let about = words.said.text.clone();
    view! {
        <VoiceCard voice name=name.clone() asked language note ways about beneath id=format!("c-{}", words.id)>
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
