//! The portfolio as it is read: the student's welcome, their shelves, what is mastered, and what their family tells.
//! Families open it on old phones, so it costs few queries and little markup. The student sees it with other eyes through
//! the very same view (`/student/{student}/portfolio/as/{eyes}`).

use kinfolio::id::PersonId;
use kinfolio::language::Language;
use kinfolio::markdown::glimpse;
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::portfolio::{Eyes, Portfolio, ShelvedWork};
use kinfolio::testimony::Testimony;
use kinfolio::work::Picture;
use kinfolio::worry::may_worry;
use leptos::prelude::*;

use super::RoadMark;
use crate::asking::{Asking, In};
use crate::parts::{Icon, StudentTabs};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Page, Place};
use crate::testimony::ToldCard;
use crate::testimony::inbox::SomethingNew;
use crate::wording::apart;
use crate::work::names::Shown;

/// How many pictures load at once; the others when they come near.
const AT_ONCE: usize = 1;
/// How wide a picture stands on a shelf.
const SIZES: &str = "(min-width: 60rem) 20rem, 44vw";

/// A student's portfolio.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::SeePortfolio).await?;
    let portfolio = Portfolio::seen(&mut conn, &student).await?;
    let mut waiting = Vec::new();
    if student.standing.may_at_all(Action::ArrangePortfolio) {
        waiting = Testimony::about(&mut conn, &student).await?;
        waiting.retain(Testimony::waits);
    }
    drop(conn);
    let place = if student.standing.role == Role::Student { Place::Portfolio } else { Place::Elsewhere };
    let title = say_in!(asking.locale, portfolio.of, name = student.name.clone());
    Ok(asking.page(Page::titled(title).at(place), move || view! { <Read student portfolio waiting/> }).await)
}

/// The student's portfolio, as somebody else sees it: what they stand for is put in the student's place, and from there on
/// everything is asked and shown as it is for them.
pub async fn as_seen_by(asking: Asking, In((id, eyes)): In<(PersonId, String)>) -> Answer {
    let eyes = Eyes::named(&eyes).ok_or(Refusal::NotFound)?;
    let mut conn = asking.read().await?;
    let own = asking.student(&mut conn, &id, Action::ArrangePortfolio).await?;
    let student = eyes.on(&own);
    let portfolio = Portfolio::seen(&mut conn, &student).await?;
    drop(conn);
    let title = say_in!(asking.locale, portfolio.of, name = student.name.clone());
    let page = Page::titled(title).at(Place::Portfolio).working();
    Ok(asking.page(page, move || view! { <Read student portfolio waiting=Vec::new() eyes=Some(eyes)/> }).await)
}

/// Whether links lead anywhere: they do not, where the page is only looked at with somebody else's eyes.
#[derive(Clone, Copy)]
struct Links(bool);

impl Links {
    fn to(self, address: String) -> Option<String> {
        self.0.then_some(address)
    }
}

#[component]
fn Read(
    student: Student,
    portfolio: Portfolio,
    waiting: Vec<Testimony>,
    #[prop(optional_no_strip)] eyes: Option<Eyes>,
) -> impl IntoView {
    let links = Links(eyes.is_none());
    let own = student.standing.may_at_all(Action::ArrangePortfolio);
    let empty = portfolio.is_empty();
    let cover = portfolio.cover.clone().map(|picture| view! { <Front picture/> });
    let class = format!("page accent accent--{}", portfolio.accent);
    let welcome = portfolio.welcome.clone().map(|(words, language)| view! { <Welcome words language/> });
    let nothing = empty.then(|| view! { <Nothing name=student.called().to_owned() own/> });
    view! {
        <main class=class id="page">
            {eyes.map(|eyes| view! { <Banner student=student.id.clone() eyes/> })}
            <header>
                <StudentTabs student=student.clone() here=Place::Portfolio looked_at=eyes.is_some()/>
                {cover}
                <h1 class="said">{student.name.clone()}</h1>
                {welcome}
                {own.then(|| doing(&student))}
            </header>
            <SomethingNew waiting/>
            {shelves(portfolio, links, own, (&student, eyes.is_some()))}
            {nothing}
            {(!empty || !own).then(|| at_the_end(&student, links, empty))}
        </main>
    }
}

/// What the student can do with it.
fn doing(student: &Student) -> impl IntoView + use<> {
    let at = |page: &str| format!("/student/{}/portfolio/{page}", student.id);
    let eyes =
        Eyes::ALL.iter().map(|eyes| view! { <a href=at(&format!("as/{eyes}"))>{eyes_words(*eyes)}</a> }).collect_view();
    view! {
        <div class="actions noprint">
            <a class="btn" href=at("arrange")><Icon name="shelf"/> {say!(portfolio.arrange)}</a>
            <a class="btn btn--quiet" href=at("cover")>{say!(portfolio.look)}</a>
            <a class="btn btn--quiet" href=format!("/student/{}/testimonies", student.id)>{say!(testimony.inbox)}</a>
        </div>
        <p class="row small noprint"><span class="soft">{say!(portfolio.see_as)}</span> {eyes}</p>
    }
}

/// Whose eyes, in the middle of a sentence.
fn eyes_words(eyes: Eyes) -> String {
    match eyes {
        Eyes::Family => say!(portfolio.see_as_family),
        Eyes::Conference => say!(portfolio.see_as_conference),
        Eyes::Advisor => say!(portfolio.see_as_advisor),
    }
}

/// Whose eyes these are, and the way back.
#[component]
fn Banner(student: PersonId, eyes: Eyes) -> impl IntoView {
    let words = match eyes {
        Eyes::Family => say!(portfolio.eyes_family),
        Eyes::Conference => say!(portfolio.eyes_conference),
        Eyes::Advisor => say!(portfolio.eyes_advisor),
    };
    let at = |page: &str| format!("/student/{student}/portfolio{page}");
    let others = Eyes::ALL
        .iter()
        .filter(|other| **other != eyes)
        .map(|other| view! { <a href=at(&format!("/as/{other}"))>{eyes_words(*other)}</a> })
        .collect_view();
    view! {
        <aside class="eyes noprint" aria-label=say!(portfolio.eyes_nav)>
            <Icon name="eye"/>
            <div>
                <p><strong>{words}</strong> " " {say!(portfolio.eyes_note)}</p>
                <p class="row small"><span>{say!(portfolio.see_as)}</span> {others}</p>
            </div>
            <a class="btn" href=at("")>{say!(portfolio.eyes_back)}</a>
        </aside>
    }
}

/// The picture on the front.
#[component]
fn Front(picture: Picture) -> impl IntoView {
    view! { <div class="front"><Shown picture sizes="(min-width: 66rem) 62rem, 94vw" first=true/></div> }
}

/// The student's words to whoever opens it.
#[component]
pub(super) fn Welcome(words: String, language: Language) -> impl IntoView {
    let paragraphs = words
        .split("\n\n")
        .map(|paragraph| view! { <p class="lead said" dir="auto">{paragraph.to_owned()}</p> })
        .collect_view();
    view! { <div class="flow" lang=language.tag().to_owned()>{paragraphs}</div> }
}

/// What is on one shelf.
struct Board {
    name: AnyView,
    note: Option<AnyView>,
    works: Vec<ShelvedWork>,
    told: Vec<Testimony>,
}

/// The shelves, then what is mastered, then what the family tells.
fn shelves(portfolio: Portfolio, links: Links, own: bool, read_by: (&Student, bool)) -> Vec<AnyView> {
    let mut boards = Vec::new();
    for shelf in portfolio.shelves {
        let language = shelf.language.map(|language| language.tag().to_owned());
        let from = shelf.statement.map(|_| view! { <p class="soft small">{say!(portfolio.from_definition)}</p> });
        let about = (!shelf.about.is_empty()).then(|| view! { <p class="said soft" dir="auto">{shelf.about}</p> });
        let note = (from.is_some() || about.is_some()).then(|| view! { {from} {about} }.into_any());
        let name = view! { <bdi lang=language>{shelf.name}</bdi> }.into_any();
        boards.push(Board { name, note, works: shelf.works, told: shelf.told });
    }
    if !portfolio.mastered.is_empty() {
        let name = say!(portfolio.mastered_shelf).into_any();
        boards.push(Board { name, note: None, works: portfolio.mastered, told: Vec::new() });
    }
    if !portfolio.told.is_empty() {
        let name = if own { say!(testimony.shelf_of_told) } else { say!(testimony.shelf_of_told_others) };
        boards.push(Board { name: name.into_any(), note: None, works: Vec::new(), told: portfolio.told });
    }
    // The picture on the front comes first of all.
    let mut pictures = usize::from(portfolio.cover.is_some())..;
    let mut at_once =
        |stand: &ShelvedWork| stand.picture.is_some() && pictures.next().is_some_and(|place| place < AT_ONCE);
    boards.into_iter().map(|board| one_shelf(board, links, read_by, &mut at_once)).collect()
}

fn one_shelf(
    board: Board,
    links: Links,
    (student, looked_at): (&Student, bool),
    at_once: &mut impl FnMut(&ShelvedWork) -> bool,
) -> AnyView {
    let Board { name, note, works, told } = board;
    let count =
        (!works.is_empty()).then(|| view! { <small>{say!(portfolio.works, count = works.len() as i64)}</small> });
    let works: Vec<_> = works
        .into_iter()
        .map(|stand| {
            let at_once = at_once(&stand);
            view! { <Standing stand at_once links/> }
        })
        .collect();
    let works = (!works.is_empty()).then(|| view! { <ul class="shelf__works">{works}</ul> });
    let told: Vec<_> = told
        .into_iter()
        .map(|told| {
            // With somebody else's eyes it leads nowhere; families are shown what they told themselves.
            let worries = match looked_at {
                true => student.standing.role == Role::Advisor && student.standing.may_at_all(Action::SayWorry),
                false => may_worry(student, &told.author_id),
            };
            let to = if looked_at { String::new() } else { format!("/testimony/{}/worry", told.id) };
            let ways = worries.then(|| (to, say!(worry.link))).into_iter().collect();
            view! { <ToldCard told ways/> }
        })
        .collect();
    let told = (!told.is_empty()).then(|| view! { <div class="quilt">{told}</div> });
    view! {
        <section class="shelf">
            <h2 class="shelf__name">{name} {count}</h2>
            {note}
            {works}
            {told}
        </section>
    }
    .into_any()
}

/// A work on its shelf: its picture, or the beginning of its text.
#[component]
fn Standing(stand: ShelvedWork, at_once: bool, links: Links) -> impl IntoView {
    let language = stand.language.tag().to_owned();
    let front = match stand.picture {
        Some(picture) => view! { <Shown picture sizes=SIZES lazy=!at_once first=at_once/> }.into_any(),
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
            <div class="stand__front">{front}</div>
            <h3><a href=links.to(format!("/work/{}", stand.work)) lang=language dir="auto">{stand.title}</a></h3>
            <p><RoadMark state=stand.state/></p>
        </li>
    }
}

/// Beneath it all: for family, the way to tell something; for everybody, paper.
fn at_the_end(student: &Student, links: Links, empty: bool) -> impl IntoView + use<> {
    let tell = student.standing.may_at_all(Action::Testify).then(|| {
        let name = apart(student.called());
        view! {
            <section class="voice voice--family ask noprint">
                <h2>{say!(testimony.tell, name = name)}</h2>
                <p class="soft">{say!(testimony.tell_lead)}</p>
                <div class="actions">
                    <a class="btn btn--family btn--big" href=links.to(format!("/student/{}/testimony", student.id))>
                        {say!(commitment.talk_or_write)}
                    </a>
                </div>
            </section>
        }
    });
    let print = (!empty).then(|| {
        let address = links.to(format!("/student/{}/portfolio/print", student.id));
        view! { <p class="noprint"><a class="btn btn--quiet" href=address><Icon name="print"/> {say!(portfolio.print)}</a></p> }
    });
    view! { {tell} {print} }
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
