//! The portfolio as it is read: the student's welcome, their shelves, and what is mastered. Families open it on old
//! phones, so it costs one query and little markup.

use kinfolio::id::PersonId;
use kinfolio::language::Language;
use kinfolio::markdown::glimpse;
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::portfolio::{Portfolio, Stand};
use leptos::prelude::*;

use super::RoadMark;
use crate::asking::{Asking, In};
use crate::parts::{Icon, StudentTabs};
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place};
use crate::work::names::Shown;

/// How many pictures load at once; the others when they come near.
const AT_ONCE: usize = 2;
/// How wide a picture stands on a shelf.
const SIZES: &str = "(min-width: 60rem) 20rem, 45vw";

/// A student's portfolio.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::SeePortfolio).await?;
    let portfolio = Portfolio::seen(&mut conn, &student).await?;
    drop(conn);
    let place = if student.standing.role == Role::Student { Place::Portfolio } else { Place::Elsewhere };
    let title = say_in!(asking.locale, portfolio.of, name = student.name.clone());
    Ok(asking.page(Page::titled(title).at(place), move || view! { <Shelves student portfolio/> }).await)
}

#[component]
fn Shelves(student: Student, portfolio: Portfolio) -> impl IntoView {
    let own = student.standing.may_at_all(Action::ArrangePortfolio);
    let empty = portfolio.is_empty();
    let welcome = portfolio.welcome.map(|(words, language)| view! { <Welcome words language/> });
    let arrange = own.then(|| {
        let address = format!("/student/{}/portfolio/arrange", student.id);
        view! { <p class="noprint"><a class="btn" href=address><Icon name="shelf"/> {say!(portfolio.arrange)}</a></p> }
    });
    let mut pictures = 0..;
    let mut shelf = |name: AnyView, about: Option<String>, works: Vec<Stand>| {
        let count = works.len() as i64;
        let works = works
            .into_iter()
            .map(|stand| {
                let at_once = stand.picture.is_some() && pictures.next().is_some_and(|place| place < AT_ONCE);
                view! { <Standing stand at_once/> }
            })
            .collect_view();
        view! {
            <section class="shelf">
                <h2 class="shelf__name">{name} <small>{say!(portfolio.works, count = count)}</small></h2>
                {about.map(|about| view! { <p class="said soft" dir="auto">{about}</p> })}
                <ul class="shelf__works">{works}</ul>
            </section>
        }
    };
    let mut shelves = Vec::new();
    for stored in portfolio.shelves {
        let name = view! { <bdi>{stored.name}</bdi> }.into_any();
        shelves.push(shelf(name, Some(stored.about).filter(|about| !about.is_empty()), stored.works));
    }
    if !portfolio.mastered.is_empty() {
        shelves.push(shelf(say!(portfolio.mastered_shelf).into_any(), None, portfolio.mastered));
    }
    let nothing = empty.then(|| view! { <Nothing name=student.first_name().to_owned() own/> });
    view! {
        <Main>
            <header>
                <StudentTabs student=student.clone() here=Place::Portfolio/>
                <h1 class="said">{student.name}</h1>
                {welcome}
                {arrange}
            </header>
            {shelves}
            {nothing}
        </Main>
    }
}

/// The student's words to whoever opens it.
#[component]
fn Welcome(words: String, language: Language) -> impl IntoView {
    let paragraphs = words
        .split("\n\n")
        .map(|paragraph| view! { <p class="lead said" dir="auto">{paragraph.to_owned()}</p> })
        .collect_view();
    view! { <div class="flow" lang=language.tag().to_owned()>{paragraphs}</div> }
}

/// A work on its shelf: its picture, or the beginning of its text.
#[component]
fn Standing(stand: Stand, at_once: bool) -> impl IntoView {
    let language = stand.language.tag().to_owned();
    let front = match stand.picture {
        Some(picture) => view! { <Shown picture sizes=SIZES lazy=!at_once/> }.into_any(),
        None => {
            let words = glimpse(&stand.beginning, 160);
            if words.is_empty() {
                view! { <div class="thumb thumb--form"><Icon name="book"/></div> }.into_any()
            } else {
                let language = language.clone();
                view! { <div class="thumb stand__words"><p lang=language dir="auto">{words}</p></div> }.into_any()
            }
        }
    };
    view! {
        <li class="stand">
            {front}
            <h3><a href=format!("/work/{}", stand.work) lang=language dir="auto">{stand.title}</a></h3>
            <p><RoadMark state=stand.state/></p>
        </li>
    }
}

/// A portfolio with nothing to see teaches what it will be.
#[component]
fn Nothing(name: String, own: bool) -> impl IntoView {
    if own {
        view! {
            <div class="empty">
                <h2>{say!(portfolio.empty_student)}</h2>
                <p>{say!(portfolio.empty_student_do)}</p>
                <p class="actions"><a class="btn btn--primary" href="/work/new">{say!(portfolio.add_work)}</a></p>
            </div>
        }
        .into_any()
    } else {
        view! {
            <div class="empty">
                <h2>{say!(portfolio.empty_others)}</h2>
                <p>{say!(portfolio.empty_others_do, name = name)}</p>
            </div>
        }
        .into_any()
    }
}
