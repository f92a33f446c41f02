//! The learning targets, with their criteria in the open.

use std::collections::HashMap;

use kinfolio::id::TargetId;
use kinfolio::language::Language;
use kinfolio::person::Role;
use kinfolio::policy::Action;
use kinfolio::rendition::{Original, WordsOf};
use kinfolio::target::Target;
use leptos::prelude::*;

use crate::asking::Asking;
use crate::refusal::Answer;
use crate::rendition::{Rendered, Renditions};
use crate::shell::{Main, Page, Place};

/// The page.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::SeeTargets)?;
    let writes = viewer.role == Role::Lead;
    let way = match viewer.role {
        Role::Student => {
            Some((format!("/student/{}/targets", viewer.person_id), say_in!(asking.locale, mastery.map_go)))
        }
        Role::Advisor => Some(("/advisory/targets".to_owned(), say_in!(asking.locale, mastery.grid_go))),
        Role::Family | Role::Lead => None,
    };
    let mut conn = asking.read().await?;
    let mut targets = Target::all(&mut conn, &viewer.school_id).await?;
    targets.retain(|target| writes || !target.is_withdrawn);
    let renditions = Renditions::beside(&mut conn, viewer, targets.iter().map(|target| &target.id)).await?;
    drop(conn);
    let beside = BesideTargets {
        renditions,
        may: asking.may_here(Action::TranslateTargets).is_ok(),
        language: viewer.school_languages.0.first().cloned().unwrap_or_else(Language::english),
    };
    let page = Page::titled(say_in!(asking.locale, target.title)).at(Place::Targets);
    Ok(asking.page(page, move || view! { <Main><Targets targets writes way beside/></Main> }).await)
}

/// What stands beside the targets, and the language they are worded in.
struct BesideTargets {
    renditions: Renditions,
    may: bool,
    language: Language,
}

#[component]
fn Targets(targets: Vec<Target>, writes: bool, way: Option<(String, String)>, beside: BesideTargets) -> impl IntoView {
    let statements: HashMap<TargetId, String> =
        targets.iter().map(|target| (target.id.clone(), target.statement.clone())).collect();
    let is_empty = targets.is_empty();
    let mut subjects: Vec<(String, Vec<Target>)> = Vec::new();
    for target in targets {
        match subjects.last_mut() {
            Some((subject, targets)) if *subject == target.subject => targets.push(target),
            _ => subjects.push((target.subject.clone(), vec![target])),
        }
    }
    let subjects: Vec<_> = subjects
        .into_iter()
        .map(|(subject, targets)| {
            let targets: Vec<_> = targets.into_iter().map(|target| one(target, &statements, writes, &beside)).collect();
            view! {
                <section class="split">
                    <div class="split__side"><h2 lang=beside.language.tag().to_owned()><bdi>{subject}</bdi></h2></div>
                    <div class="split__main">{targets}</div>
                </section>
            }
        })
        .collect();
    let ways = writes.then(|| {
        view! {
            <div class="actions">
                <a class="btn btn--primary" href="/targets/new">{say!(target.add)}</a>
                <a class="btn" href="/targets/import">{say!(target.import)}</a>
            </div>
        }
    });
    let nothing = is_empty.then(|| {
        view! {
            <div class="empty">
                <h2>{say!(target.empty)}</h2>
                <p>{say!(target.empty_lead)}</p>
                {(!writes).then(|| view! { <p class="soft">{say!(target.empty_others)}</p> })}
            </div>
        }
    });
    view! {
        <header>
            <h1>{say!(target.title)}</h1>
            <p class="lead">{say!(target.lead)}</p>
            {ways}
            {way.map(|(to, words)| view! { <p><a class="go" href=to>{words}</a></p> })}
        </header>
        {nothing}
        {subjects}
    }
}

/// A target, with the anchor that others point at.
fn one(
    target: Target,
    statements: &HashMap<TargetId, String>,
    writes: bool,
    beside: &BesideTargets,
) -> impl IntoView + use<> {
    let tag = || beside.language.tag().to_owned();
    let rendered = beside.renditions.beneath(&Rendered {
        of: WordsOf::Target,
        id: target.id.as_str(),
        words: &Original::of_target(&target),
        language: &beside.language,
        author: None,
        may: beside.may && !target.is_withdrawn,
    });
    let criteria: Vec<_> =
        target.criteria().into_iter().map(|criterion| view! { <li lang=tag() dir="auto">{criterion}</li> }).collect();
    let below: Vec<_> = (target.builds_on.iter())
        .filter_map(|id| {
            let statement = statements.get(id)?.clone();
            Some(view! { <li><a href=format!("#{id}") lang=tag() dir="auto">{statement}</a></li> })
        })
        .collect();
    let below = (!below.is_empty()).then(|| {
        view! { <div class="target__below"><p class="soft small">{say!(target.builds_on)}</p><ul>{below}</ul></div> }
    });
    let withdrawn = (writes && target.is_withdrawn).then(|| super::edit::bring_back_form(&target.id));
    let edit = writes.then(|| {
        let words = say!(target.edit_this, statement = target.statement.clone());
        view! {
            <a class="btn btn--small btn--quiet" href=format!("/targets/{}", target.id) aria-label=words>
                {say!(target.edit)}
            </a>
        }
    });
    view! {
        <article class="target" id=target.id.to_string()>
            <div class="row row--between"><h3 class="said" lang=tag() dir="auto">{target.statement.clone()}</h3> {edit}</div>
            <p class="soft small">{say!(target.mastered_when)}</p>
            <ul class="points">{criteria}</ul>
            {rendered}
            {below}
            {withdrawn}
        </article>
    }
}
