//! The definition, read like a letter: section by section, the agreed words large, everybody's own beneath.

use kinfolio::definition::{
    Answered, Change, Contribution, Definition, Statement, Translation, Version, VersionMark, Wording, changes,
    school_year,
};
use kinfolio::id::PersonId;
use kinfolio::person::{Role, Student, Viewer};
use kinfolio::policy::{Action, Audience};
use leptos::prelude::*;

use super::place;
use super::quilt::{Around, Part, Sewn};
use super::strip::{Answers, Changes, Older};
use super::words::{author, list, named, prompt_words};
use crate::asking::{Asking, In, go, go_saying};
use crate::parts::{StudentTabs, Voice};
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place};
use crate::when;

/// Everything on the page, as far as it is open to whoever looks.
struct Sight {
    around: Around,
    viewer: Viewer,
    statements: Vec<Statement>,
    aside: Vec<Statement>,
    contributions: Vec<Contribution>,
    newest: Option<Version>,
    people: Vec<Answered>,
    affirmed: Vec<VersionMark>,
}

/// A student's definition.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let viewer = asking.viewer()?.clone();
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::SeeSection).await?;
    let page = Page::titled(say_in!(asking.locale, definition.title)).at(place(&student));
    let Some(definition) = Definition::current_of(&mut conn, &student.school_id, &student.id).await? else {
        return Ok(asking.page(page, move || view! { <Beginning student/> }).await);
    };
    let everything = Statement::all_of_definition(&mut conn, &definition, student.standing).await?;
    let (statements, aside) = everything.into_iter().partition(|statement| statement.set_aside_at.is_none());
    let newest = Version::newest_of(&mut conn, &definition).await?;
    let contributions = Contribution::of_definition(&mut conn, &definition, student.standing).await?;
    let translations = Translation::of(&mut conn, &definition, &contributions).await?;
    let sight = Sight {
        statements,
        aside,
        contributions,
        people: Answered::of_version(&mut conn, &definition, newest.as_ref().map(|version| &version.id)).await?,
        affirmed: definition.affirmed(&mut conn).await?,
        around: Around { translations, ..Around::of(definition, student, &viewer) },
        newest,
        viewer,
    };
    Ok(asking.page(page, move || view! { <Letter sight/> }).await)
}

/// Starts the definition of this school year.
pub async fn start(asking: Asking, In(id): In<PersonId>) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let student = asking.student(&mut tx, &id, Action::ShapeDefinition).await?;
    let here = format!("/student/{}/definition", student.id);
    if Definition::current_of(&mut tx, &student.school_id, &student.id).await?.is_some() {
        return go(here);
    }
    let period = school_year(asking.now(), &viewer.time_zone);
    Definition::start(&mut tx, &student.school_id, &student.id, &period, asking.now()).await?;
    tx.commit().await?;
    go_saying(here, "begun")
}

/// The page of a definition that has begun.
#[component]
fn Letter(sight: Sight) -> impl IntoView {
    let around = sight.around.clone();
    let (definition, student) = (around.definition.clone(), around.student.clone());
    let writers = writers(&sight);
    let lead = match (writers.is_empty(), sight.statements.is_empty()) {
        (true, _) => say!(definition.first_words),
        (false, true) => say!(definition.written_by, names = list(&writers)),
        (false, false) => {
            format!("{} {}", say!(definition.written_by, names = list(&writers)), say!(definition.own_words))
        }
    };
    let standing = sight.newest.as_ref().map(|version| {
        let words = match version.affirmed_at {
            Some(at) => {
                say!(definition.affirmed_on, number = version.number, day = when::day(at, &sight.viewer.time_zone))
            }
            None => {
                let day = when::day(version.asked_at, &sight.viewer.time_zone);
                say!(definition.waiting_for, number = version.number, day = day)
            }
        };
        view! { <p class="soft small">{words}</p> }
    });
    let parts = Part::all(&definition, &student, &sight.statements, &sight.contributions)
        .into_iter()
        .map(|part| view! { <Sewn part around=around.clone()/> })
        .collect_view();
    let aside = set_aside(&sight.aside, student.standing.may_at_all(Action::WriteStatement));
    let period = say!(definition.year, period = definition.period.as_str());
    let older: Vec<VersionMark> = match &sight.newest {
        Some(newest) => sight.affirmed.iter().filter(|mark| mark.number != newest.number).cloned().collect(),
        None => Vec::new(),
    };
    let definition_id = definition.id;
    view! {
        <Main>
            <header>
                <StudentTabs student here=Place::Definition/>
                <h1 class="said">{say!(definition.title)}</h1>
                <p class="lead">{lead}</p>
                <p class="soft small">{period}</p>
                {standing}
            </header>
            {parts}
            {answering(&sight)}
            <Older definition=definition_id marks=older zone=sight.viewer.time_zone.clone()/>
            {aside}
        </Main>
    }
}

/// Everybody whose words stand on the page, the student first, as far as whoever looks may see them.
fn writers(sight: &Sight) -> Vec<String> {
    let mut writers: Vec<(Role, String)> = (sight.contributions.iter().map(|words| (words.author_role, author(words))))
        .chain(sight.statements.iter().filter_map(|statement| {
            let person = sight.people.iter().find(|person| person.person_id == statement.written_by)?;
            Some((person.role, named(&person.name, person.kinship.as_deref())))
        }))
        .collect();
    writers.sort();
    writers.dedup();
    writers.into_iter().map(|(_, name)| name).collect()
}

/// What has changed since everybody was asked, who answered what, and what can be done next.
fn answering(sight: &Sight) -> impl IntoView + use<> {
    let around = &sight.around;
    let standing = around.student.standing;
    let now = Wording::of(&around.definition, &sight.statements).seen_by(&around.definition, standing);
    let then = sight.newest.as_ref().map(|version| version.wording.seen_by(&around.definition, standing));
    let changed: Vec<Change> = then.as_deref().map(|then| changes(then, &now)).unwrap_or_default();
    let may_ask = standing.may_at_all(Action::AskForAnswers) && !now.is_empty();
    let has_private = sight.statements.iter().any(|s| around.definition.audiences.of(s.section) == Audience::Me);
    let may_answer = then.as_ref().is_some_and(|then| !then.is_empty());
    let ask = format!("/definition/{}/version", around.definition.id);
    match &sight.newest {
        None if now.is_empty() => ().into_any(),
        None => view! {
            <section class="affirm" aria-label=say!(definition.answers)>
                <div>
                    <p class="strong">{say!(definition.nobody_asked)}</p>
                    {may_ask.then(|| {
                        let name = around.student.first_name();
                        let note = match standing.role {
                            Role::Student => say!(definition.ask_note),
                            _ => say!(definition.ask_note_school, name = name),
                        };
                        view! { <p class="soft small">{note}</p> }
                    })}
                    {(may_ask && has_private).then(|| view! { <p class="soft small">{say!(definition.private_not_asked)}</p> })}
                </div>
                {may_ask.then(|| view! {
                    <form class="actions" method="post" action=ask>
                        <button class="btn btn--primary">{say!(definition.ask)}</button>
                    </form>
                })}
            </section>
        }
        .into_any(),
        Some(version) => view! {
            <section class="flow">
                <Changes number=version.number changes=changed.clone() ask=may_ask.then_some(ask)/>
                <Answers
                    people=sight.people.clone() version=version.clone() viewer=sight.viewer.person_id.clone()
                    may_answer may_plan={standing.role == Role::Student} settled=changed.is_empty()
                    student=around.student.id.clone()
                />
            </section>
        }
        .into_any(),
    }
}

/// For those who write: what was set aside, to be brought back.
fn set_aside(aside: &[Statement], may_write: bool) -> Option<impl IntoView + use<>> {
    (may_write && !aside.is_empty()).then(|| {
        let lines = aside
            .iter()
            .map(|statement| {
                let (address, language) = (format!("/statement/{}", statement.id), statement.language.tag().to_owned());
                view! { <li><a class="said" href=address lang=language dir="auto">{statement.text.clone()}</a></li> }
            })
            .collect_view();
        view! {
            <details class="fold noprint">
                <summary>{say!(definition.aside)}</summary>
                <p class="soft small">{say!(definition.aside_note)}</p>
                <ul class="lines">{lines}</ul>
            </details>
        }
    })
}

/// The page before there is a definition: what it will be.
#[component]
fn Beginning(student: Student) -> impl IntoView {
    use kinfolio::definition::Prompt;
    let name = student.first_name().to_owned();
    let role = student.standing.role;
    let lead = match role {
        Role::Student => say!(definition.start_student),
        Role::Family => say!(definition.start_family, name = name.as_str()),
        _ => say!(definition.start_school, name = name.as_str()),
    };
    // What each voice would be asked; somebody who is not the student reads their own questions.
    let own = Voice::of(role);
    let patches: Vec<(Voice, Option<String>, Prompt)> = match role {
        Role::Student => vec![
            (Voice::Student, Some(say!(definition.patch_student)), Prompt::CountedOn),
            (Voice::Family, Some(say!(definition.patch_family)), Prompt::GoodLife),
            (Voice::School, Some(say!(definition.patch_school)), Prompt::Growing),
        ],
        _ => [Prompt::GoodLife, Prompt::PassedOn, Prompt::CountedOn].map(|prompt| (own, None, prompt)).into(),
    };
    let patches = patches
        .into_iter()
        .map(|(voice, whose, prompt)| {
            let question = prompt_words(prompt, voice, &name);
            let mark = format!("who who--{}", voice.as_str());
            view! {
                <article class=format!("voice voice--{}", voice.as_str())>
                    {whose.map(|whose| view! { <p class=mark>{whose}</p> })}
                    <p class="said">{question}</p>
                </article>
            }
        })
        .collect_view();
    let start = (role == Role::Student).then(|| {
        let here = format!("/student/{}/definition", student.id);
        view! {
            <form class="actions" method="post" action=here>
                <button class="btn btn--primary btn--big">{say!(definition.start)}</button>
            </form>
        }
    });
    view! {
        <Main>
            <header>
                <StudentTabs student=student.clone() here=Place::Definition/>
                <h1 class="said">{say!(definition.title)}</h1>
                <p class="lead">{lead}</p>
            </header>
            <div class="quilt">{patches}</div>
            {start}
        </Main>
    }
}
