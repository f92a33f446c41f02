//! A work: title, pictures, words; what it shows; and the road it came.

use kinfolio::id::{FeedbackId, RevisionId, WorkId};
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::target::Target;
use kinfolio::work::{Check, Feedback, NotNow, Revision, Work, WorkState, to_ask_for};
use leptos::prelude::*;

use super::road::{Road, Step};
use super::{Shown, State, form_name, found, title_of};
use crate::asking::{Asking, In};
use crate::evidence::lines::{SpeaksFor, SpokenFor};
use crate::evidence::work::spoken_for;
use crate::form::Form;
use crate::parts::{Back, Hidden, Icon, LanguageField, ProblemSummary, Prose, TextArea, Words, audience_words};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place};

/// Everything a work's page shows.
pub(super) struct Telling {
    pub work: Work,
    pub student: Student,
    pub state: WorkState,
    pub revisions: Vec<Revision>,
    pub feedback: Vec<Feedback>,
    pub checks: Vec<Check>,
    pub targets: Vec<Target>,
    /// The statements it speaks for.
    pub spoken: Vec<SpokenFor>,
    pub zone: String,
    pub own_languages: kinfolio::language::Languages,
}

impl Telling {
    /// The check that waits for an answer.
    pub fn waiting(&self) -> Option<&Check> {
        self.checks.iter().find(|check| check.answered.is_none())
    }

    fn may(&self, action: Action) -> bool {
        self.student.standing.may(action, self.work.audience)
    }
}

/// The work, as it is now.
pub async fn page(asking: Asking, In(id): In<WorkId>) -> Answer {
    let mut conn = asking.read().await?;
    let (work, student) = found(&asking, &mut conn, &id, Action::SeeWork).await?;
    let telling = telling(&asking, &mut conn, work, student).await?;
    drop(conn);
    show(&asking, telling, None, Form::default()).await
}

/// One of its earlier revisions.
pub async fn earlier(asking: Asking, In((id, number)): In<(WorkId, i64)>) -> Answer {
    let mut conn = asking.read().await?;
    let (work, student) = found(&asking, &mut conn, &id, Action::SeeWork).await?;
    let telling = telling(&asking, &mut conn, work, student).await?;
    drop(conn);
    if !telling.revisions.iter().any(|revision| revision.number == number) {
        return Err(Refusal::NotFound);
    }
    show(&asking, telling, Some(number), Form::default()).await
}

/// Loads what a work's page shows.
pub(super) async fn telling(
    asking: &Asking,
    conn: &mut Conn,
    work: Work,
    student: Student,
) -> Result<Telling, Refusal> {
    let chosen = work.targets(conn).await?;
    let mut targets = Target::all(conn, &work.school_id).await?;
    targets.retain(|target| chosen.contains(&target.id));
    Ok(Telling {
        state: work.state(conn).await?,
        revisions: work.revisions(conn).await?,
        feedback: work.feedback(conn).await?,
        checks: work.checks(conn).await?,
        targets,
        spoken: spoken_for(conn, &work, &student).await?,
        zone: asking.viewer()?.time_zone.clone(),
        own_languages: asking.viewer()?.languages.clone(),
        work,
        student,
    })
}

/// The page, with the forms for what whoever asks may do here.
pub(super) async fn show(asking: &Asking, telling: Telling, number: Option<i64>, form: Form) -> Answer {
    let title =
        if telling.work.title.is_empty() { say_in!(asking.locale, work.untitled) } else { telling.work.title.clone() };
    let place = if telling.student.standing.role == Role::Student { Place::Works } else { Place::Elsewhere };
    let page = Page::titled(title).at(place).with_form(form);
    let page = if telling.student.standing.role == Role::Family { page } else { page.working() };
    Ok(asking.page(page, move || view! { <Main>{body(telling, number)}</Main> }).await)
}

fn body(telling: Telling, number: Option<i64>) -> AnyView {
    let latest = telling.revisions.last().map_or(1, |revision| revision.number);
    let number = number.unwrap_or(latest);
    let Some(revision) = telling.revisions.iter().find(|revision| revision.number == number).cloned() else {
        return ().into_any();
    };
    let language = telling.work.language.clone();
    let is_own = telling.student.standing.role == Role::Student;
    let (to, back) = match is_own {
        true => ("/work".to_owned(), say!(work.title)),
        false => (format!("/student/{}", telling.student.id), telling.student.name.clone()),
    };
    let old = (number < latest).then(|| {
        view! {
            <div class="notice notice--info"><Icon name="info"/> <div>
                <p>{say!(work.now_reading, number = number.to_string())} " " <a href=format!("/work/{}", telling.work.id)>{say!(work.to_latest)}</a></p>
            </div></div>
        }
    });
    let is_latest = number == latest;
    let answers = is_latest && telling.may(Action::GiveFeedback);
    let byline = (!is_own).then(|| view! { <bdi>{telling.student.name.clone()}</bdi> " · " });
    let facts = format!("{} · {}", form_name(telling.work.form), language.own_name());
    let look_back = (!revision.reflection.is_empty()).then(|| {
        let prompt = revision.reflection_prompt.clone();
        let prompt = (!prompt.is_empty()).then(|| view! { <p class="soft small" dir="auto">{prompt}</p> });
        view! { <div class="voice voice--line voice--student">{prompt}<Words text=revision.reflection.clone() language=language.clone()/></div> }
    });
    view! {
        <header>
            <Back to words=back/>
            <h1 class="said" lang=language.tag().to_owned() dir="auto">{title_of(&telling.work)}</h1>
            <p class="row"><State state=telling.state/> <span class="soft">{byline}{facts}</span></p>
        </header>
        <ProblemSummary/>
        {old}
        {gallery(&revision)}
        {super::files::shown(&revision)}
        <Prose text=revision.text.clone() language/>
        {look_back}
        {(is_own && is_latest).then(|| doing(&telling))}
        {(is_own && is_latest).then(|| super::lacks::on_page(&telling))}
        {answers.then(|| super::check::forms(&telling))}
        {shows(&telling.targets)}
        <SpeaksFor work=telling.work.id.clone() spoken=telling.spoken.clone() may_tie={is_own && is_latest}/>
        {is_own.then(|| view! {
            <dl class="facts"><dt>{say!(work.seen_by)}</dt><dd>{audience_words(telling.work.audience)}</dd></dl>
        })}
        <section class="split">
            <div class="split__side"><h2>{say!(work.road)}</h2><p class="soft small">{say!(work.road_lead)}</p></div>
            <div class="split__main"><Road steps=Step::of(&telling) work=telling.work.clone() zone=telling.zone.clone()/></div>
        </section>
        {answers.then(|| feedback_form(&telling, latest))}
    }
    .into_any()
}

fn gallery(revision: &Revision) -> Option<AnyView> {
    if revision.pictures.is_empty() {
        return None;
    }
    let figures = revision
        .pictures
        .iter()
        .enumerate()
        .map(|(place, picture)| {
            let lazy = place > 1;
            let large = picture.address(kinfolio::work::Width::Large);
            let unsaid = picture.description.is_empty().then(|| say!(work.no_description));
            view! {
                <figure><a href=large aria-label=unsaid><Shown picture=picture.clone() sizes="(min-width: 48rem) 40rem, 100vw" lazy/></a></figure>
            }
        })
        .collect_view();
    Some(view! { <div class="gallery">{figures}</div> }.into_any())
}

/// What it shows, with the criteria in the open.
fn shows(targets: &[Target]) -> Option<AnyView> {
    if targets.is_empty() {
        return None;
    }
    let rows = targets
        .iter()
        .map(|target| {
            let criteria =
                target.criteria().into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view();
            view! {
                <li><details class="fold">
                    <summary><span dir="auto">{target.statement.clone()}</span></summary>
                    <p class="soft small">{say!(work.criteria)}</p><ul>{criteria}</ul>
                </details></li>
            }
        })
        .collect_view();
    Some(
        view! {
            <section class="split">
                <div class="split__side"><h2>{say!(work.shows)}</h2></div>
                <div class="split__main"><ul class="lines">{rows}</ul></div>
            </section>
        }
        .into_any(),
    )
}

/// What the student can do next with it; what cannot be done now says why.
fn doing(telling: &Telling) -> Option<AnyView> {
    let id = &telling.work.id;
    let edit = format!("/work/{id}/edit");
    let latest = telling.revisions.last()?;
    let targets: Vec<_> = telling.targets.iter().map(|target| target.id.clone()).collect();
    let (mut revise_first, mut look_back_first) = (false, false);
    let ask = match to_ask_for(&telling.work, &targets, &telling.checks, &latest.id) {
        Ok(_) => view! {
            <form method="post" action=format!("/work/{id}/check") class="flow">
                <p class="soft">{say!(work.ask_do)}</p>
                <button class="btn btn--primary"><Icon name="check"/> {say!(work.ask)}</button>
            </form>
        }
        .into_any(),
        Err(NotNow::Draft) => ().into_any(),
        Err(NotNow::Mastered) => {
            look_back_first = true;
            ().into_any()
        }
        Err(NotNow::Waiting) => view! { <p class="nudge">{say!(work.ask_waits)}</p> }.into_any(),
        Err(NotNow::SameRevision) => {
            revise_first = true;
            view! { <p class="nudge">{say!(work.ask_needs_revision)}</p> }.into_any()
        }
        Err(NotNow::NoTargets) => {
            let choose = format!("{edit}#field-target");
            view! { <p class="nudge">{say!(work.ask_needs_target)} " " <a href=choose>{say!(work.choose_targets)}</a></p> }.into_any()
        }
        Err(NotNow::OnlyMine) => {
            let choose = format!("{edit}#field-audience");
            view! { <p class="nudge">{say!(work.ask_needs_audience)} " " <a href=choose>{say!(work.edit)}</a></p> }
                .into_any()
        }
    };
    let revise = telling.work.kept_at.map(|_| {
        let class = if revise_first { "btn btn--primary" } else { "btn" };
        view! { <a class=class href=format!("/work/{id}/revision/new")><Icon name="pencil"/> {say!(work.revise)}</a> }
    });
    let look_back = (latest.reflection.is_empty() && telling.work.kept_at.is_some()).then(|| {
        let class = if look_back_first { "btn btn--primary" } else { "btn btn--quiet" };
        view! { <a class=class href=format!("{edit}#field-reflection")>{say!(work.look_back)}</a> }
    });
    let change = if telling.work.kept_at.is_none() { "btn btn--primary" } else { "btn btn--quiet" };
    let change = view! { <a class=change href=edit>{say!(work.edit)}</a> };
    Some(
        view! { <div class="flow noprint">{ask}<div class="actions">{revise}{look_back}{change}</div></div> }
            .into_any(),
    )
}

/// Feedback on the latest revision.
fn feedback_form(telling: &Telling, latest: i64) -> AnyView {
    let revision = telling.revisions.iter().find(|r| r.number == latest).map_or_else(RevisionId::new, |r| r.id.clone());
    view! {
        <section class="split noprint" id="feedback">
            <div class="split__side"><h2>{say!(work.feedback)}</h2></div>
            <form method="post" action=format!("/work/{}/feedback", telling.work.id) class="split__main flow">
                <Hidden name="id" value=FeedbackId::new().to_string()/>
                <Hidden name="revision" value=revision.to_string()/>
                <TextArea name="feedback" label=say!(work.feedback) hint=say!(work.feedback_hint) rows=5/>
                <LanguageField own=telling.own_languages.clone()/>
                <div class="actions"><button class="btn">{say!(work.feedback_give)}</button></div>
            </form>
        </section>
    }
    .into_any()
}
