//! The definition, read like a letter: section by section, the agreed words large, everybody's own beneath.

use kinfolio::definition::{Definition, NextInDefinition, Statement, VersionMark, school_year};
use kinfolio::id::{DefinitionId, PersonId};
use kinfolio::language::Language;
use kinfolio::person::{Role, Student};
use kinfolio::policy::{Action, Relation, Standing};
use leptos::prelude::*;

use super::answering::{AnswersSight, answering};
use super::look_back::{Earlier, Told, Turned};
use super::part::QuiltPart;
use super::quilt::Sewn;
use super::sight::{Sight, sight};
use super::strip::Older;
use super::unread::said_to_advisor;
use super::way_in::{Contents, Next};
use super::words::{author, list, named, question_words, school_words};
use super::{found, path, place};
use crate::asking::{Asking, In, go, go_saying};
use crate::parts::{Back, StudentTabs, Voice, VoiceMark};
use crate::refusal::Answer;
use crate::shell::{Done, Main, Page, Place};
use crate::when;

/// A student's definition.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::SeeSection).await?;
    let page = Page::titled(say_in!(asking.locale, definition.title)).at(place(&student));
    let mut all = Definition::all_of(&mut conn, &student.school_id, &student.id).await?;
    if all.is_empty() {
        return Ok(asking.page(page, move || view! { <Beginning student/> }).await);
    }
    let definition = all.remove(0);
    let sight = sight(&asking, &mut conn, definition, all, student).await?;
    Ok(asking.page(page, move || view! { <Letter sight/> }).await)
}

/// A definition by its own address: the one of now is the student's, an earlier one is read as it was.
pub async fn by_itself(asking: Asking, In(id): In<DefinitionId>) -> Answer {
    let mut conn = asking.read().await?;
    let (definition, student) = found(&asking, &mut conn, &id, Action::SeeSection).await?;
    if !definition.is_earlier {
        return go(path(&definition));
    }
    let page = Page::titled(say_in!(asking.locale, definition.title)).at(place(&student));
    let mut all = Definition::all_of(&mut conn, &student.school_id, &student.id).await?;
    all.retain(|other| other.started_at < definition.started_at);
    let sight = sight(&asking, &mut conn, definition, all, student).await?;
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
    go_saying(here, Done::Begun)
}

/// What is kept from the family nobody of them has to read.
const FAMILY: Standing = Standing { role: Role::Family, relation: Relation::LinkedFamily };

/// The page of a definition that has begun.
#[component]
fn Letter(sight: Sight) -> impl IntoView {
    let around = sight.around.clone();
    let (definition, student) = (around.definition.clone(), around.student.clone());
    let writers = writers(&sight);
    let lead = match (writers.is_empty(), sight.everything.statements.is_empty()) {
        (true, _) => say!(definition.first_words),
        (false, true) => say!(definition.written_by, names = list(&writers)),
        (false, false) => {
            format!("{} {}", say!(definition.written_by, names = list(&writers)), say!(definition.own_words))
        }
    };
    let lead_class = if sight.everything.statements.is_empty() { "lead" } else { "soft" };
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
        view! { " · " {words} }
    });
    let parts: Vec<QuiltPart> = definition
        .sections(student.standing)
        .into_iter()
        .map(|section| {
            let earlier =
                sight.earlier.first().filter(|earlier| earlier.may(student.standing, Action::SeeSection, section));
            QuiltPart::of(section, &sight.everything, earlier)
        })
        .collect();
    let answers = AnswersSight::of(&sight);
    let step = if sight.turned { None } else { answers.step(&sight) };
    let next = step.map(|step| {
        let asked = sight.newest.as_ref().map(|version| (version.id.to_string(), version.asker_name.clone()));
        view! { <Next step around=around.clone() parts=parts.clone() asked is_open=answers.is_open/> }
    });
    let contents = view! { <Contents parts=parts.clone()/> };
    let parts = parts
        .into_iter()
        .map(|part| {
            let is_next = step == Some(NextInDefinition::Agree(part.section));
            view! { <Sewn part around=around.clone() is_next/> }
        })
        .collect_view();
    let may_arrange =
        definition.takes(Action::ArrangeStatements) && student.standing.may_at_all(Action::ArrangeStatements);
    let aside = set_aside(&sight.aside, may_arrange);
    let period = say!(definition.year, period = definition.period.as_str());
    let older: Vec<VersionMark> = match &sight.newest {
        Some(newest) => sight.affirmed.iter().filter(|mark| mark.number != newest.number).cloned().collect(),
        None => Vec::new(),
    };
    let (now, definition_id) = (format!("/student/{}/definition", student.id), definition.id.clone());
    let (back, as_it_was) = definition
        .is_earlier
        .then(|| {
            let words = say!(look_back.is_earlier, period = definition.period.as_str());
            (view! { <Back to=now words=say!(definition.to_current)/> }, view! { <p class="nudge">{words}</p> })
        })
        .unzip();
    let turned = (sight.turned && student.standing.may_at_all(Action::ShapeDefinition))
        .then(|| view! { <Turned definition=definition.clone()/> });
    let agreed: Vec<(String, Language)> = (sight.everything.statements.iter())
        .filter(|one| definition.may(FAMILY, Action::SeeSection, one.section) && !one.text.is_empty())
        .map(|one| (one.id.to_string(), one.language.clone()))
        .collect();
    let unread = said_to_advisor(&sight.circle, &agreed, &around.renditions);
    let told = view! { <Told looked=sight.looked.clone() earlier=sight.earlier.clone()/> };
    view! {
        <Main>
            <header>
                <StudentTabs student here=Place::Definition/>
                {back}
                <h1 class="said">{say!(definition.title)}</h1>
                <p class=lead_class>{lead}</p>
                <p class="soft small">{period} {standing}</p>
                {as_it_was}
            </header>
            {turned}
            {next}
            {unread}
            {contents}
            {parts}
            {told}
            {answering(&sight, answers, step)}
            {signatures(&sight)}
            <Older definition=definition_id marks=older zone=sight.viewer.time_zone.clone()/>
            <Earlier all=sight.earlier.clone()/>
            {aside}
        </Main>
    }
}

/// Everybody whose words stand on the page, the student first, as far as whoever looks may see them.
fn writers(sight: &Sight) -> Vec<String> {
    let mut writers: Vec<(Role, String)> =
        (sight.everything.contributions.iter().map(|words| (words.author_role, author(words))))
            .chain(sight.everything.statements.iter().filter_map(|statement| {
                let person = sight.people.iter().find(|person| person.person_id == statement.written_by)?;
                Some((person.role, named(&person.name, person.kinship.as_deref())))
            }))
            .collect();
    writers.sort();
    writers.dedup();
    writers.into_iter().map(|(_, name)| name).collect()
}

/// On paper: a line for each of those whose definition it is.
fn signatures(sight: &Sight) -> impl IntoView + use<> {
    let lines = sight
        .people
        .iter()
        .map(|person| {
            let name = named(&person.name, person.kinship.as_deref());
            view! { <li><VoiceMark voice=Voice::of(person.role) name/></li> }
        })
        .collect_view();
    view! { <div class="paper"><ul class="signatures">{lines}</ul></div> }
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
    use kinfolio::definition::{Prompt, Question, Section};
    let name = student.called().to_owned();
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
    let school = school_words();
    let patches = patches
        .into_iter()
        .filter_map(|(voice, whose, prompt)| {
            // Where the school has put it away, what it asks instead.
            let mut instead = [prompt.section(), Section::Values].into_iter();
            let question = match school.asks(prompt) {
                true => Question::Ours(prompt),
                false => instead.find_map(|section| school.questions(section, voice).into_iter().next())?,
            };
            let question = question_words(&question, voice, &name)?;
            let mark = format!("who who--{}", voice.as_str());
            Some(view! {
                <article class=format!("voice voice--{}", voice.as_str())>
                    {whose.map(|whose| view! { <p class=mark>{whose}</p> })}
                    <p class="said" lang=question.lang() dir="auto">{question.words.clone()}</p>
                </article>
            })
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
