//! `/student/{student}/portfolio/print`: the portfolio for paper: a front, what is in it, every work on a page of its own.
//! No link is on it but the way back, so that no address is printed.

use std::collections::HashMap;

use kinfolio::id::{PersonId, WorkId};
use kinfolio::language::Language;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::portfolio::{Bound, BoundWork, ShelvedWork};
use kinfolio::testimony::Testimony;
use kinfolio::work::{FileKind, Link, PictureWidth, WorkFile};
use leptos::prelude::*;

use super::RoadMark;
use super::page::Welcome;
use crate::asking::{Asking, In};
use crate::definition::words::{Paragraphs, named};
use crate::parts::{Back, Prose, Voice, VoiceCard, Words};
use crate::refusal::Answer;
use crate::shell::Page;
use crate::when;
use crate::wording::{apart, number};
use crate::work::names::Shown;
use crate::work::{facts, title_of};

/// How wide a picture is on paper.
const SIZES: &str = "42rem";

/// A part of the book: a shelf, what is mastered, or what the family tells.
struct Chapter {
    name: String,
    language: Option<Language>,
    about: String,
    works: Vec<ShelvedWork>,
    told: Vec<Testimony>,
}

/// The page.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::SeePortfolio).await?;
    let bound = Bound::seen(&mut conn, &student).await?;
    drop(conn);
    let zone = asking.viewer()?.time_zone.clone();
    let day = when::day_in(asking.locale, asking.now(), &zone);
    let title = say_in!(asking.locale, portfolio.print_title, name = student.name.clone());
    let page = Page::titled(title).working().bare();
    Ok(asking.page(page, move || body(student, bound, day)).await)
}

fn body(student: Student, bound: Bound, day: String) -> AnyView {
    let own = student.standing.may_at_all(Action::ArrangePortfolio);
    let class = format!("page bound accent accent--{}", bound.portfolio.accent);
    let chapters = chapters(&bound, own);
    let contents = chapters.iter().map(contents_of).collect_view();
    let is_empty = chapters.is_empty();
    // A work on several shelves is bound once, on the first.
    let mut bound_on: HashMap<WorkId, String> = HashMap::new();
    let pages = chapters.into_iter().map(|chapter| chapter_pages(chapter, &bound, &mut bound_on)).collect_view();
    let cover = bound.portfolio.cover.clone();
    let cover = cover.map(|picture| view! { <div class="bound__picture"><Shown picture sizes=SIZES/></div> });
    let welcome = bound.portfolio.welcome.clone().map(|(words, language)| view! { <Welcome words language/> });
    view! {
        <main class=class id="page">
            <header class="noprint">
                <Back to=format!("/student/{}/portfolio", student.id) words=say!(portfolio.back_to_portfolio)/>
                <p class="soft">{say!(portfolio.print_lead)}</p>
            </header>
            <section class="bound__front">
                {cover}
                <h1 class="said" dir="auto">{student.name.clone()}</h1>
                {welcome}
                <p class="soft small">{say!(portfolio.on_day, day = day)}</p>
            </section>
            {(!is_empty).then(|| view! {
                <section class="bound__contents"><h2>{say!(portfolio.contents)}</h2><ol>{contents}</ol></section>
            })}
            {pages}
        </main>
    }
    .into_any()
}

fn chapters(bound: &Bound, own: bool) -> Vec<Chapter> {
    let portfolio = bound.portfolio.clone();
    let mut chapters: Vec<Chapter> = portfolio
        .shelves
        .into_iter()
        .map(|shelf| Chapter {
            name: shelf.name,
            language: shelf.language,
            about: shelf.about,
            works: shelf.works,
            told: shelf.told,
        })
        .collect();
    let blank =
        |name: String| Chapter { name, language: None, about: String::new(), works: Vec::new(), told: Vec::new() };
    if !portfolio.mastered.is_empty() {
        chapters.push(Chapter { works: portfolio.mastered, ..blank(say!(portfolio.mastered_shelf)) });
    }
    if !portfolio.told.is_empty() {
        let name = if own { say!(testimony.shelf_of_told) } else { say!(testimony.shelf_of_told_others) };
        chapters.push(Chapter { told: portfolio.told, ..blank(name) });
    }
    chapters
}

/// A chapter in the contents.
fn contents_of(chapter: &Chapter) -> impl IntoView + use<> {
    let works = chapter
        .works
        .iter()
        .map(|stand| view! { <li lang=stand.language.tag().to_owned() dir="auto">{stand.title.clone()}</li> })
        .collect_view();
    let told = chapter
        .told
        .iter()
        .map(|told| {
            let title = [told.told.title.clone(), told.author.clone()];
            let title: Vec<String> = title.into_iter().filter(|part| !part.is_empty()).map(apart).collect();
            view! { <li>{title.join(" · ")}</li> }
        })
        .collect_view();
    let language = chapter.language.as_ref().map(|language| language.tag().to_owned());
    view! {
        <li>
            <strong class="said" lang=language dir="auto">{chapter.name.clone()}</strong>
            <ul>{works} {told}</ul>
        </li>
    }
}

fn chapter_pages(chapter: Chapter, bound: &Bound, bound_on: &mut HashMap<WorkId, String>) -> impl IntoView + use<> {
    let works: Vec<AnyView> = chapter
        .works
        .iter()
        .filter_map(|stand| {
            if let Some(shelf) = bound_on.get(&stand.work) {
                return Some(elsewhere(stand, shelf));
            }
            bound_on.insert(stand.work.clone(), chapter.name.clone());
            bound.work(&stand.work).map(|work| one_work(stand, work))
        })
        .collect();
    let told = chapter.told.into_iter().map(on_paper).collect_view();
    let language = chapter.language.map(|language| language.tag().to_owned());
    let about = (!chapter.about.is_empty()).then(|| view! { <p class="said soft" dir="auto">{chapter.about}</p> });
    view! {
        <section class="bound__chapter">
            <header class="bound__shelf"><h2 class="said" lang=language dir="auto">{chapter.name}</h2>{about}</header>
            {works}
            {told}
        </section>
    }
}

/// A work that is bound on an earlier shelf.
fn elsewhere(stand: &ShelvedWork, shelf: &str) -> AnyView {
    let where_it_is = say!(portfolio.also_on, name = apart(shelf));
    view! {
        <p class="bound__elsewhere"><strong class="said" dir="auto">{stand.title.clone()}</strong> " " {where_it_is}</p>
    }
    .into_any()
}

fn one_work(stand: &ShelvedWork, bound: &BoundWork) -> AnyView {
    let work = &bound.card.work;
    let language = work.language.clone();
    let facts = facts(work.form, &language);
    let inside = bound.latest.clone().map(|revision| {
        let (prose, revision_links) = (revision.prose(), revision.links());
        let pictures = revision
            .pictures
            .into_iter()
            .map(|picture| {
                let words = (!picture.description.is_empty())
                    .then(|| view! { <figcaption dir="auto">{picture.description.clone()}</figcaption> });
                view! { <figure><Shown picture sizes=SIZES beside_words={words.is_some()}/>{words}</figure> }
            })
            .collect_view();
        let reflection = (!revision.reflection.is_empty()).then(|| {
            let asked = (!revision.reflection_prompt.is_empty())
                .then(|| view! { <p class="soft small" dir="auto">{revision.reflection_prompt.clone()}</p> });
            view! {
                <div class="voice voice--line voice--student">
                    {asked}<Words text=revision.reflection.clone() language=language.clone()/>
                </div>
            }
        });
        let files: Vec<_> = revision.files.iter().map(file_on_paper).collect();
        let links: Vec<_> = revision_links.into_iter().map(link_on_paper).collect();
        let links = (!links.is_empty()).then(|| view! { <ul class="elsewhere">{links}</ul> });
        view! {
            <div class="bound__pictures">{pictures}{files}</div>
            <Prose html=prose language=language.clone()/>
            {links}
            {reflection}
        }
    });
    view! {
        <article class="bound__work">
            <h3 class="said" lang=work.language.tag().to_owned() dir="auto">{title_of(work)}</h3>
            <p class="row"><RoadMark state=stand.state/> <span class="soft">{facts}</span></p>
            {inside}
        </article>
    }
    .into_any()
}

/// A document's pages; of what is heard or moves, what it holds.
fn file_on_paper(file: &WorkFile) -> AnyView {
    if file.kind == FileKind::Document {
        let all = file.page_count().to_string();
        let pages = file.pages.iter().map(|page| {
            let name = apart(file.known_as());
            let alt = say!(file.page_of, name = name, n = page.number.to_string(), all = all.clone());
            view! {
                <figure>
                    <img src=file.page_address(page, PictureWidth::Large) alt=alt width=page.width.to_string() height=page.height.to_string()/>
                    {(page.lacks != 0).then(|| view! { <figcaption>{say!(file.page_lacks)}</figcaption> })}
                </figure>
            }
        });
        let drawn = i64::try_from(file.pages.len()).unwrap_or(i64::MAX);
        let left = (file.page_count() > drawn).then(|| {
            view! { <p class="soft">{say!(file.pages_left, all = number(file.page_count()), drawn = number(drawn))}</p> }
        });
        return view! { {pages.collect_view()} {left} }.into_any();
    }
    let name = apart(file.known_as());
    let words = match file.kind {
        FileKind::Words => say!(portfolio.read_on_screen, name = name),
        _ => say!(portfolio.plays_on_screen, name = name),
    };
    view! { <p class="soft">{words}</p> }.into_any()
}

/// A link with its whole address: nobody can press paper.
fn link_on_paper(link: Link) -> impl IntoView {
    let words = (!link.words.is_empty()).then(|| view! { <bdi>{link.words}</bdi> ": " });
    view! { <li>{words}<bdi>{link.address.to_string()}</bdi></li> }
}

/// Somebody's words on paper: what was recorded is there in words, or said to be heard elsewhere.
fn on_paper(told: Testimony) -> impl IntoView {
    let kinship = (!told.kinship.is_empty()).then_some(told.kinship.as_str());
    let name = named(&told.author, kinship);
    let said = told.told.said;
    let heard = (said.sound.is_some() && said.transcript.is_empty())
        .then(|| view! { <p class="soft small">{say!(portfolio.heard_on_screen)}</p> });
    let title = (!told.told.title.is_empty()).then(|| view! { <h3 dir="auto">{told.told.title}</h3> });
    let photo = said.photo.map(|photo| {
        let words =
            (!photo.words.is_empty()).then(|| view! { <figcaption dir="auto">{photo.words.clone()}</figcaption> });
        let alt = say!(voice.on_paper, name = apart(&told.author));
        let address = photo.address(kinfolio::work::PictureWidth::Medium);
        view! {
            <figure>
                <img src=address alt=alt width=photo.width.to_string() height=photo.height.to_string()/>
                {words}
            </figure>
        }
    });
    let place = Some(told.told.place).filter(|place| !place.is_empty());
    view! {
        <div class="bound__told">
            <VoiceCard voice=Voice::Family name language=said.language note=place>
                {title} <Paragraphs text=said.transcript/> <Paragraphs text=said.text/> {heard} {photo}
            </VoiceCard>
        </div>
    }
}
