//! `/student/{student}`: where a student's family comes in, and where their advisor looks them up.

use kinfolio::at::At;
use kinfolio::commitment::Commitment;
use kinfolio::conference::{self, Conference};
use kinfolio::definition::{Answered, Contribution, Definition, Question as Asked, SchoolWords, Section, Version};
use kinfolio::id::{DefinitionId, PersonId, VersionId};
use kinfolio::person::{Role, Student, Viewer};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::work::{Work, WorkCard};
use leptos::prelude::*;

use super::home::greeting;
use crate::asking::{Asking, In, go};
use crate::commitment::AskedHow;
use crate::definition::contribute::is_answered;
use crate::definition::words::{question_words, section_about};
use crate::parts::{Back, Voice};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place, Width};
use crate::time::{ChosenOrNot, TimeOf};
use crate::when;
use crate::wording::apart;
use crate::work::WorkRow;

/// How many works stand here; the rest is in the portfolio.
const FEW: usize = 6;

/// The one thing a family member is asked.
enum AskedHow {
    /// To answer a version of the definition.
    Version(VersionId),
    /// One of the definition's questions.
    Section(DefinitionId, Section, Asked),
}

/// What the page shows.
struct StudentPage {
    student: Student,
    viewer: Viewer,
    /// Whether the viewer has other students to go to.
    siblings: bool,
    question: Option<AskedHow>,
    conference: Option<Conference>,
    /// When the family comes, or could come.
    time: ChosenOrNot,
    works: Vec<WorkCard>,
    /// What they promised and are asked about.
    commitments: Vec<Commitment>,
    now: At,
}

/// The page. The student's own is their home.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let viewer = asking.viewer()?.clone();
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::SeeStudent).await?;
    if viewer.role == Role::Student {
        return go("/");
    }
    let family = viewer.role == Role::Family;
    let siblings = family && Student::of_viewer(&mut conn, &viewer).await?.len() > 1;
    let question = if family { question(&mut conn, &viewer, &student, &asking.school_words).await? } else { None };
    let works = Work::of_student(&mut conn, &student).await?;
    let conferences = student.conferences(&mut conn).await?;
    let conference = conference::next(&conferences, asking.now()).or(conferences.last()).cloned();
    let time = ChosenOrNot::of(&mut conn, &student, asking.now()).await?;
    let mut commitments = Commitment::waiting_for(&mut conn, &viewer, asking.now()).await?;
    commitments.retain(|commitment| commitment.student_id == student.id);
    drop(conn);
    let title = student.name.clone();
    let hub =
        StudentPage { student, viewer, siblings, question, conference, time, works, commitments, now: asking.now() };
    let page = Page::titled(title).at(if family { Place::Home } else { Place::Elsewhere });
    Ok(asking.page(page, move || body(hub)).await)
}

/// One question at a time: the version that waits for their answer; else the first of its questions they have said nothing to.
async fn question(
    conn: &mut Conn,
    viewer: &Viewer,
    student: &Student,
    words: &SchoolWords,
) -> Result<Option<AskedHow>, Refusal> {
    let Some(definition) = Definition::current_of(conn, &student.school_id, &student.id).await? else {
        return Ok(None);
    };
    if let Some(version) = Version::newest_of(conn, &definition).await? {
        let people = Answered::of_version(conn, &definition, Some(&version.id)).await?;
        let silent = people.iter().any(|person| person.person_id == viewer.person_id && person.answer.is_none());
        let readable = !version.wording.lines(&definition, student.standing).is_empty();
        if silent && readable && version.affirmed_at.is_none() {
            return Ok(Some(AskedHow::Version(version.id)));
        }
    }
    let said = Contribution::of_definition(conn, &definition, student.standing).await?;
    let unanswered = definition.sections(student.standing).into_iter().find_map(|section| {
        let mut questions = words.questions(section, Voice::Family).into_iter();
        let question = questions.find(|question| !is_answered(question, &said, &viewer.person_id))?;
        Some(AskedHow::Section(definition.id.clone(), section, question))
    });
    Ok(unanswered)
}

fn body(hub: StudentPage) -> AnyView {
    let StudentPage { student, viewer, siblings, question, conference, time, works, commitments, now } = hub;
    let (name, zone) = (apart(student.called()), viewer.time_zone.clone());
    let family = viewer.role == Role::Family;
    let lead = if works.is_empty() {
        say!(family.nothing_new, name = name.clone())
    } else {
        say!(family.new_with, name = name.clone())
    };
    let head = if family {
        view! {
            {siblings.then(|| view! { <Back to="/" words=say!(family.all_students)/> })}
            <h1>{greeting(crate::wording::locale(), now, &zone, viewer.called())}</h1>
            <p class="lead">{lead}</p>
        }
        .into_any()
    } else {
        view! {
            <Back to="/" words=say!(shell.board)/>
            <h1 class="said"><bdi>{student.name.clone()}</bdi></h1>
        }
        .into_any()
    };
    // One question at a time: what was promised first.
    let asked = question.filter(|_| commitments.is_empty()).map(|question| ask(question, &name));
    // One question at a time, and a day that stands above is not said again.
    let quiet = !family || asked.is_some() || !commitments.is_empty();
    let merged = time.is_at(conference.as_ref());
    let conference = conference.map(|conference| view! { <When conference zone=zone.clone()/> });
    let time = view! { <TimeOf student=student.id.clone() time merged quiet zone=zone.clone()/> };
    let width = if family { Width::Narrow } else { Width::Text };
    view! {
        <Main width>
            <header>{head}</header>
            {asked}
            <AskedHow waiting=commitments/>
            {conference}
            {time}
            {new_works(works, &name, family, &zone)}
            {ways(&student, &name, family)}
        </Main>
    }
    .into_any()
}

fn ask(question: AskedHow, name: &str) -> impl IntoView + use<> {
    let (who, words, address, button) = match question {
        AskedHow::Version(version) => (
            say!(family.asked, name = name.to_owned()),
            say!(family.asked_what).into(),
            format!("/version/{version}/answer"),
            say!(family.asked_read),
        ),
        AskedHow::Section(definition, section, question) => (
            say!(family.question),
            question_words(&question, Voice::Family, name).unwrap_or_else(|| section_about(section).into()),
            format!("/definition/{definition}/contribute?section={section}&prompt={}", question.word()),
            say!(family.answer),
        ),
    };
    view! {
        <section class="voice voice--family ask">
            <p class="who">{who}</p>
            <h2 lang=words.lang() dir="auto">{words.words.clone()}</h2>
            <p class="soft small">{say!(family.answer_later)}</p>
            <div class="actions"><a class="btn btn--family btn--big" href=address>{button}</a></div>
        </section>
    }
}

/// When and where a conference is.
#[component]
pub fn When(conference: Conference, zone: String) -> impl IntoView {
    let at = conference.facts.starts_at;
    let words =
        if conference.is_watched_at_home() { say!(family.conference_recorded) } else { say!(family.conference) };
    view! {
        <a class="when" href=format!("/conference/{}", conference.id)>
            {words}
            <strong><time datetime=when::machine(at, &zone)>{when::day_and_time(at, &zone)}</time></strong>
            <bdi>{conference.facts.place}</bdi>
        </a>
    }
}

fn new_works(works: Vec<WorkCard>, name: &str, family: bool, zone: &str) -> impl IntoView + use<> {
    let heading = if family { say!(family.works) } else { say!(family.works_all) };
    let none = works.is_empty().then(|| {
        view! { <p class="soft">{say!(family.works_none, name = name.to_owned())}</p> }
    });
    let most = if family { FEW } else { usize::MAX };
    let rows = works
        .into_iter()
        .take(most)
        .map(|card| {
            let note = when::short_day(card.work.changed_at, zone);
            let to = format!("/work/{}", card.work.id);
            view! { <WorkRow card to note/> }
        })
        .collect_view();
    view! {
        <section class="flow">
            <h2>{heading}</h2>
            {none.is_none().then(|| view! { <ul class="works">{rows}</ul> })}
            {none}
        </section>
    }
}

/// The ways to what is the student's.
fn ways(student: &Student, name: &str, family: bool) -> impl IntoView + use<> {
    let at = |page: &str| format!("/student/{}/{page}", student.id);
    let name = || name.to_owned();
    let mut ways = vec![
        (at("portfolio"), say!(family.portfolio), say!(family.portfolio_note, name = name())),
        (at("definition"), say!(definition.title), say!(family.definition_note, name = name())),
    ];
    if family {
        ways.push((at("testimony"), say!(testimony.tell, name = name()), say!(testimony.tell_note)));
    } else {
        ways.push((at("conference"), say!(family.conference), say!(family.conference_note)));
        ways.push((at("family"), say!(family.family), say!(family.family_note)));
    }
    let rows = ways
        .into_iter()
        .map(|(to, words, note)| {
            view! { <li><div><a class="strong" href=to>{words}</a><p class="soft small">{note}</p></div></li> }
        })
        .collect_view();
    view! { <section class="flow"><h2>{say!(family.more)}</h2><ul class="lines">{rows}</ul></section> }
}
