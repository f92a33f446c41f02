//! A work: title, pictures, words; what it shows; and the road it came.

use kinfolio::id::WorkId;
use kinfolio::person::Role;
use kinfolio::policy::Action;
use kinfolio::rendition::{Original, WordsOf};
use kinfolio::target::Target;
use kinfolio::work::{Revision, Work};
use leptos::prelude::*;

use super::doing::{doing, settings};
use super::feedback_form::feedback_form;
use super::let_in::is_let_in;
use super::road::walked;
use super::telling::{Telling, telling};
use super::{Shown, State, facts, found, title_of};
use crate::asking::{Asking, In, go};
use crate::evidence::lines::SpeaksFor;
use crate::form::Form;
use crate::own_words::school_lang;
use crate::parts::{Back, Icon, ProblemSummary, Prose, Words, audience_words};
use crate::refusal::{Answer, Refusal};
use crate::rendition::Rendered;
use crate::shell::{Main, Page, Place};

/// The work, as it is now.
pub async fn page(asking: Asking, In(id): In<WorkId>) -> Answer {
    let mut conn = asking.read().await?;
    let (work, student) = found(&asking, &mut conn, &id, Action::SeeWork).await?;
    // What lies in the bin is read once it is brought back.
    let viewer = asking.viewer()?;
    if viewer.role == Role::Student && Work::find_in_bin(&mut conn, viewer, &id).await?.is_some() {
        return go("/bin");
    }
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
    let latest = telling.revisions.last().map(|revision| revision.number);
    let is_there = telling.revisions.iter().any(|revision| revision.number == number);
    if !is_there || (latest != Some(number) && !telling.shows_road()) {
        return Err(Refusal::NotFound);
    }
    show(&asking, telling, Some(number), Form::default()).await
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
    let is_own = telling.is_own();
    let (to, back) = match is_own {
        true => ("/work".to_owned(), say!(work.title)),
        // No other page of the student's is theirs.
        false if is_let_in(&telling.student) => ("/".to_owned(), say!(shell.home)),
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
    let facts = facts(telling.work.form, &language);
    let look_back = (!revision.reflection.is_empty()).then(|| {
        let prompt = revision.reflection_prompt.clone();
        let prompt = (!prompt.is_empty()).then(|| view! { <p class="soft small" dir="auto">{prompt}</p> });
        view! { <div class="voice voice--line voice--student">{prompt}<Words text=revision.reflection.clone() language=language.clone()/></div> }
    });
    let rendered = is_latest.then(|| {
        telling.renditions.beneath(&Rendered {
            of: WordsOf::Work,
            id: telling.work.id.as_str(),
            words: &Original::of_work(&telling.work, &revision),
            language: &language,
            author: Some(&telling.student.id),
            may: telling.may(Action::Translate),
        })
    });
    view! {
        <header>
            <Back to words=back/>
            <h1 class="said" lang=language.tag().to_owned() dir="auto">{title_of(&telling.work)}</h1>
            <p class="row"><State state=telling.state/> <span class="soft">{byline}{facts}</span></p>
        </header>
        <ProblemSummary/>
        {telling.let_in.asked(&telling.student)}
        {old}
        {(is_own && is_latest && telling.shows_road()).then(|| super::road::answer_on_top(&telling))}
        {gallery(&revision)}
        {super::files::shown(&revision)}
        {is_own.then(|| super::files::unplayed_advice(&revision.files))}
        <Prose html=revision.prose() language/>
        {rendered}
        {look_back}
        {(is_own && is_latest).then(|| doing(&telling))}
        {(is_own && is_latest).then(|| super::lacks::on_page(&telling))}
        {(answers && telling.let_in.answers_check).then(|| super::check_forms::forms(&telling))}
        {shows(&telling.targets)}
        <SpeaksFor work=telling.work.id.clone() spoken=telling.spoken.clone() may_tie={is_own && is_latest}/>
        {is_own.then(|| view! {
            <p class="small"><span class="soft">{say!(work.seen_by)}</span> " · " {audience_words(telling.work.audience)}</p>
        })}
        {telling.shows_road().then(|| road(&telling))}
        {answers.then(|| feedback_form(&telling, &revision))}
        {is_latest.then(|| telling.let_in.shown(&telling.student, &telling.zone))}
        {(is_own && telling.work.kept_at.is_some()).then(|| settings(&telling))}
    }
    .into_any()
}

/// The way it came, and what is written on it.
fn road(telling: &Telling) -> AnyView {
    let compare = (telling.revisions.len() > 1).then(|| {
        let to = format!("/work/{}/compare", telling.work.id);
        view! { " " <a class="noprint" href=to>{say!(mastery.compare)}</a> }
    });
    view! {
        <section class="split" id="road">
            <div class="split__side"><h2>{say!(work.road)}</h2><p class="soft small">{say!(work.road_lead)} {compare}</p></div>
            <div class="split__main">{walked(telling)}</div>
        </section>
    }
    .into_any()
}

pub(super) fn gallery(revision: &Revision) -> Option<AnyView> {
    if revision.pictures.is_empty() {
        return None;
    }
    let figures = revision
        .pictures
        .iter()
        .enumerate()
        .map(|(place, picture)| {
            let (lazy, first) = (place > 1, place == 0);
            let large = picture.address(kinfolio::work::PictureWidth::Large);
            let unsaid = picture.description.is_empty().then(|| say!(work.no_description));
            view! {
                <figure><a href=large aria-label=unsaid><Shown picture=picture.clone() sizes="(min-width: 48rem) 40rem, 100vw" lazy first/></a></figure>
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
            let criteria = target
                .criteria()
                .into_iter()
                .map(|line| view! { <li lang=school_lang() dir="auto">{line}</li> })
                .collect_view();
            view! {
                <li><details class="fold">
                    <summary><span lang=school_lang() dir="auto">{target.statement.clone()}</span></summary>
                    <p class="soft small">{say!(work.criteria)}</p><ul>{criteria}</ul>
                </details></li>
            }
        })
        .collect_view();
    Some(
        view! {
            <details class="fold fold--paper fold--part">
                <summary><h2>{say!(work.shows)}</h2></summary><ul class="lines">{rows}</ul>
            </details>
        }
        .into_any(),
    )
}
