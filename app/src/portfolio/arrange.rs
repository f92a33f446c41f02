//! Arranging the portfolio: the welcome, new shelves, and the order of shelves and works by plain buttons.

use kinfolio::arranging::Side;
use kinfolio::field::{self};
use kinfolio::id::{PersonId, ShelfId, WorkId};
use kinfolio::language::Languages;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::portfolio::{Arrangement, NewShelf, ShelfRow, TypedShelf, Welcome, WorkRow, limit};
use kinfolio::saved::Saved;
use kinfolio::store::Conn;
use kinfolio::taking_back::SeenAct;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::RoadMark;
use crate::asking::{Asking, In, go};
use crate::fields::{Fields, Values};
use crate::form::{Form, Identity};
use crate::islands::{Arrange, ArrangeWords, Here};
use crate::parts::{
    Back, Choice, Grip, Hidden, Icon, LanguageField, ProblemSummary, ReadsNow, TextArea, TextField, Ticks, Unseen,
    audience_words,
};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Place};
use crate::wording::number;

/// What the page shows.
struct ShelfForms {
    student: Student,
    arrangement: Arrangement,
    welcome: Option<Welcome>,
}

/// The page.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::ArrangePortfolio).await?;
    let desk = desk(&mut conn, student).await?;
    show(&asking, desk, Form::default()).await
}

/// Keeps the welcome.
pub async fn welcome(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let student = asking.student(&mut tx, &id, Action::ArrangePortfolio).await?;
    let before = asking.before(&mut tx, SeenAct::ArrangePortfolio, &id).await?;
    let form = match Welcome::checked(fields.get(field::WELCOME), fields.get(field::LANGUAGE), fields.version()) {
        Ok(new) => {
            let stored = Welcome::of(&mut tx, &student.school_id, &student.id).await?;
            let sent_twice =
                stored.as_ref().is_some_and(|stored| stored.welcome == new.welcome && stored.language == new.language);
            if sent_twice || new.keep(&mut tx, &student.school_id, &student.id).await?.is_kept() {
                return asking.done(tx, before, address(&student), Done::Saved).await;
            }
            Form::stale(&fields, stored.map_or(0, |stored| stored.version), field::WELCOME)
        }
        Err(problems) => Form::again(&fields, problems),
    };
    let desk = desk(&mut tx, student).await?;
    drop(tx);
    show(&asking, desk, form).await
}

/// Adds a shelf.
pub async fn add_shelf(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let student = asking.student(&mut tx, &id, Action::ArrangePortfolio).await?;
    let problems = match NewShelf::checked(typed_shelf(&fields), None) {
        Ok(new) => {
            let shelf = fields.id_or(ShelfId::new);
            let before = asking.before(&mut tx, SeenAct::ArrangePortfolio, &id).await?;
            let arrangement = Arrangement::held(&mut tx, &student.school_id, &student.id).await?;
            if let Saved::Kept(shelf) = arrangement.add_shelf(&mut tx, &shelf, &new).await? {
                let page = format!("{}#shelf-{shelf}", address(&student));
                return asking.done(tx, before, page, Done::Saved).await;
            }
            let full = say_in!(asking.locale, portfolio.full, max = number(limit::SHELVES as i64));
            Problems::from([(field::NAME, Problem::Said(full))])
        }
        Err(problems) => problems,
    };
    let desk = desk(&mut tx, student).await?;
    drop(tx);
    show(&asking, desk, Form::again(&fields, problems)).await
}

/// Puts a shelf before or after its neighbour.
pub async fn put_shelf(asking: Asking, In(id): In<ShelfId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let student = student_of(&asking, &mut tx, &id).await?;
    let arrangement = Arrangement::held(&mut tx, &student.school_id, &student.id).await?;
    let there = format!("{}#shelf-{id}", address(&student));
    let Some((side, other)) = neighbour(&fields) else { return go(there) };
    let before = asking.before(&mut tx, SeenAct::ArrangePortfolio, &student.id).await?;
    arrangement.put_shelf(&mut tx, &id, side, &other).await?;
    asking.done(tx, before, there, Done::Saved).await
}

/// Puts a work before or after its neighbour on a shelf.
pub async fn put_work(asking: Asking, In((id, work)): In<(ShelfId, WorkId)>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let student = student_of(&asking, &mut tx, &id).await?;
    let arrangement = Arrangement::held(&mut tx, &student.school_id, &student.id).await?;
    let shelf = arrangement.shelf(&id).ok_or(Refusal::NotFound)?;
    let there = format!("{}#shelf-{id}", address(&student));
    let Some((side, other)) = neighbour(&fields) else { return go(there) };
    let before = asking.before(&mut tx, SeenAct::ArrangePortfolio, &student.id).await?;
    arrangement.put_work(&mut tx, shelf, &work, side, &other).await?;
    asking.done(tx, before, there, Done::Saved).await
}

/// The student whose shelf this is, when whoever asks may arrange it.
pub(super) async fn student_of(asking: &Asking, conn: &mut Conn, shelf: &ShelfId) -> Result<Student, Refusal> {
    let school = &asking.viewer()?.school_id;
    let student = Arrangement::student_of(conn, school, shelf).await?.ok_or(Refusal::NotFound)?;
    asking.student(conn, &student, Action::ArrangePortfolio).await
}

/// Where something is to go: before or after what.
fn neighbour<T: std::str::FromStr>(fields: &Fields) -> Option<(Side, T)> {
    Side::ALL.iter().find_map(|side| Some((*side, fields.parsed(side.field())?)))
}

/// Where shelves are arranged.
pub(super) fn address(student: &Student) -> String {
    format!("/student/{}/portfolio/arrange", student.id)
}

/// What a form says about a shelf.
pub(super) fn typed_shelf(fields: &Fields) -> TypedShelf<'_> {
    TypedShelf {
        name: fields.get(field::NAME),
        about: fields.get(field::ABOUT),
        works: fields.all_parsed(field::WORKS),
    }
}

/// What a form about a shelf asks.
#[component]
pub(super) fn ShelfFields(works: Vec<WorkRow>, #[prop(optional)] shelf: Option<ShelfRow>) -> impl IntoView {
    let is_statement = shelf.as_ref().is_some_and(|shelf| shelf.statement_id.is_some());
    let (name, about, standing) = match shelf {
        Some(shelf) => (Some(shelf.name), Some(shelf.about), shelf.works),
        None => (None, None, Vec::new()),
    };
    // A statement's shelf is named by the statement.
    let name = (!is_statement).then(|| {
        view! { <TextField name=field::NAME label=say!(portfolio.shelf_name) hint=say!(portfolio.shelf_name_hint) value=name said=true/> }
    });
    let works = if works.is_empty() {
        view! { <p class="nudge">{say!(portfolio.no_works)}</p> }.into_any()
    } else {
        let choices = works
            .into_iter()
            .map(|work| Choice {
                language: Some(work.language),
                ..Choice::new(work.id.to_string(), work.title).noted(audience_words(work.audience))
            })
            .collect();
        let standing = standing.iter().map(ToString::to_string).collect();
        view! {
            <Ticks name=field::WORKS label=say!(portfolio.shelf_works) hint=say!(portfolio.shelf_works_hint) choices values=standing/>
        }
        .into_any()
    };
    view! {
        {name}
        <TextArea name=field::ABOUT label=say!(portfolio.shelf_about) value=about rows=2 optional=true/>
        {works}
    }
}

async fn desk(conn: &mut Conn, student: Student) -> Result<ShelfForms, Refusal> {
    let arrangement = Arrangement::of(conn, &student.school_id, &student.id).await?;
    let welcome = Welcome::of(conn, &student.school_id, &student.id).await?;
    Ok(ShelfForms { student, arrangement, welcome })
}

async fn show(asking: &Asking, desk: ShelfForms, form: Form) -> Answer {
    let own = asking.viewer()?.languages.clone();
    let title = say_in!(asking.locale, portfolio.arrange);
    let page = Page::titled(title.clone()).at(Place::Portfolio).with_islands().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let shelves = &desk.arrangement.shelves;
            let rows = shelves
                .iter()
                .enumerate()
                .map(|(place, shelf)| {
                    let above = place.checked_sub(1).and_then(|above| shelves.get(above)).map(|other| other.id.clone());
                    let below = shelves.get(place + 1).map(|other| other.id.clone());
                    one_shelf(&desk.arrangement, shelf, above, below)
                })
                .collect_view();
            let none = shelves.is_empty().then(|| view! { <p class="nudge">{say!(portfolio.no_shelves)}</p> });
            view! {
                <Main>
                    <header>
                        <Back to=format!("/student/{}/portfolio", desk.student.id) words=say!(portfolio.title)/>
                        <h1>{title}</h1>
                    </header>
                    <ProblemSummary/>
                    {welcome_form(&desk, &form, own)}
                    <section class="split">
                        <div class="split__side"><h2>{say!(portfolio.shelves)}</h2></div>
                        <div class="split__main"><div data-arrange>{rows}</div> {none}</div>
                    </section>
                    {new_shelf_form(&desk, form.values())}
                    {loose(&desk.arrangement)}
                    <Arrange words=ArrangeWords::here()/>
                </Main>
            }
        })
        .await)
}

fn welcome_form(desk: &ShelfForms, form: &Form, own: Languages) -> impl IntoView + use<> {
    let stored = desk.welcome.clone();
    let version = stored.as_ref().map_or(0, |stored| stored.version);
    let came = if form.values().has(field::WELCOME) { form.clone() } else { Form::default() };
    let identity = Identity::changes(&came, version);
    let stands = stored.clone().map(|stored| {
        view! { <p class="said" lang=stored.language.tag().to_owned() dir="auto">{stored.welcome}</p> }
    });
    let words = stored.as_ref().map(|stored| stored.welcome.clone());
    let language = stored.as_ref().map(|stored| stored.language.tag().to_owned());
    view! {
        <form class="split" method="post" action=format!("/student/{}/portfolio/welcome", desk.student.id)>
            <div class="split__side"><h2>{say!(portfolio.welcome)}</h2></div>
            <div class="split__main">
                <ReadsNow>{stands}</ReadsNow>
                <Unseen identity/>
                <TextArea name=field::WELCOME label=say!(portfolio.welcome_words) hint=say!(portfolio.welcome_hint) value=words rows=3 optional=true/>
                <LanguageField own value=language/>
                <button class="btn">{say!(portfolio.save)}</button>
            </div>
        </form>
    }
}

fn new_shelf_form(desk: &ShelfForms, values: &Values) -> impl IntoView + use<> {
    let id = values.id_or(ShelfId::new);
    view! {
        <form class="split" method="post" action=format!("/student/{}/shelf", desk.student.id)>
            <div class="split__side"><h2>{say!(portfolio.new_shelf)}</h2></div>
            <div class="split__main">
                <Hidden name=field::ID value=id.to_string()/>
                <ShelfFields works=desk.arrangement.works.clone()/>
                <div class="actions">
                    <button class="btn btn--primary">{say!(portfolio.add_shelf)}</button>
                    <a class="btn btn--quiet" href=format!("/student/{}/shelf/statement", desk.student.id)>{say!(portfolio.shelf_statements)}</a>
                </div>
            </div>
        </form>
    }
}

/// One shelf, with buttons for its place and for the places of its works.
fn one_shelf(
    arrangement: &Arrangement,
    shelf: &ShelfRow,
    above: Option<ShelfId>,
    below: Option<ShelfId>,
) -> impl IntoView + use<> {
    let works: Vec<&WorkRow> = shelf.works.iter().filter_map(|work| arrangement.work(work)).collect();
    let rows = works
        .iter()
        .enumerate()
        .map(|(place, work)| {
            let above = place.checked_sub(1).and_then(|above| works.get(above)).map(|other| other.id.clone());
            let below = works.get(place + 1).map(|other| other.id.clone());
            let action = format!("/shelf/{}/work/{}/place", shelf.id, work.id);
            view! {
                <li data-id=work.id.to_string()>
                    {title(work)}
                    {movers(action, above, below, &work.title)}
                </li>
            }
        })
        .collect_view();
    let empty = works.is_empty().then(|| view! { <p class="nudge">{say!(portfolio.empty_shelf)}</p> });
    let action = format!("/shelf/{}/place", shelf.id);
    let about = Some(shelf.about.clone()).filter(|about| !about.is_empty());
    view! {
        <section class="flow" id=format!("shelf-{}", shelf.id) data-id=shelf.id.to_string()>
            <div class="row">
                <h3 class="said" dir="auto">{shelf.name.clone()}</h3>
                <a class="push" href=format!("/shelf/{}", shelf.id)>
                    {say!(portfolio.change_shelf)} <span class="sr">{shelf.name.clone()}</span>
                </a>
                {movers(action, above, below, &shelf.name)}
            </div>
            {about.map(|about| view! { <p class="said soft" dir="auto">{about}</p> })}
            <ul class="arrange" data-arrange>{rows}</ul>
            {empty}
        </section>
    }
}

/// A work's title, with who may see it.
fn title(work: &WorkRow) -> impl IntoView + use<> {
    view! {
        <span>
            <a class="said" href=format!("/work/{}", work.id) lang=work.language.tag().to_owned() dir="auto">
                {work.title.clone()}
            </a>
            <br/> <small class="soft row">{audience_words(work.audience)} <RoadMark state=work.state()/></small>
        </span>
    }
}

/// The two buttons that put something before the one above it, or after the one below.
fn movers<T: std::fmt::Display>(
    action: String,
    above: Option<T>,
    below: Option<T>,
    what: &str,
) -> impl IntoView + use<T> {
    let button = |side: Side, other: T, words: String, icon: &'static str| {
        let label = format!("{words}: {what}");
        let other = other.to_string();
        view! {
            <button class="btn btn--icon btn--small" name=side.field().wire() value=other aria-label=label>
                <Icon name=icon/>
            </button>
        }
    };
    let up = above.map(|above| button(Side::Before, above, say!(arrange.up), "up"));
    let down = below.map(|below| button(Side::After, below, say!(arrange.down), "down"));
    view! { <form class="row" method="post" action=action>{up} {down} <Grip name=what.to_owned()/></form> }
}

/// The works that stand on no shelf.
fn loose(arrangement: &Arrangement) -> Option<impl IntoView + use<>> {
    let rows: Vec<_> = arrangement.loose().map(|work| view! { <li>{title(work)}</li> }).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="split">
                <div class="split__side"><h2>{say!(portfolio.loose)}</h2><p class="soft small">{say!(portfolio.loose_note)}</p></div>
                <div class="split__main"><ul class="lines">{rows}</ul></div>
            </section>
        }
    })
}
