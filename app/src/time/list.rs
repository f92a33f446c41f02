//! `/times`: what an advisor offers, who comes when, and who has not chosen yet.

use kinfolio::day::Day;
use kinfolio::field;
use kinfolio::grant::Key;
use kinfolio::id::TimeId;
use kinfolio::person::{Student, in_order_of_names};
use kinfolio::policy::Action;
use kinfolio::taking_back::SeenAct;
use kinfolio::time::{ChosenTime, Feed, Time, Withdrawn};
use leptos::prelude::*;

use super::{about, language_name, span, way_words};
use crate::asking::{Asking, In, go, go_saying};
use crate::fields::Fields;
use crate::parts::{Back, Hidden, Icon};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Place, Width};
use crate::when;
use crate::wording::apart;

/// The page.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::OfferTimes)?.clone();
    let mut conn = asking.read().await?;
    let now = asking.now();
    let times = Time::offered_by(&mut conn, &viewer, now).await?;
    let chosen = ChosenTime::with(&mut conn, &viewer.school_id, &viewer.person_id, now).await?;
    let mut waiting = asking.students(&mut conn, Action::ChooseTime).await?;
    let have_chosen =
        ChosenTime::of_each(&mut conn, &viewer.school_id, waiting.iter().map(|student| &student.id), now).await?;
    drop(conn);
    waiting.retain(|student| !have_chosen.contains_key(&student.id));
    in_order_of_names(&mut waiting, |student| &student.name);
    let title = say_in!(asking.locale, time.title);
    let zone = viewer.time_zone;
    let page = Page::titled(title.clone()).at(Place::Times).working();
    Ok(asking
        .page(page, move || {
            let offered = if times.is_empty() {
                view! { <div class="empty"><h2>{say!(time.offered_none)}</h2><p>{say!(time.offered_none_do)}</p></div> }.into_any()
            } else {
                days(times, &chosen, &zone).into_any()
            };
            let waiting = (!waiting.is_empty()).then(|| view! { <Waiting people=waiting/> });
            view! {
                <Main>
                    <header>
                        <h1>{title}</h1>
                        <p class="lead">{say!(time.lead)}</p>
                    </header>
                    <p class="actions"><a class="btn btn--primary" href="/times/new"><Icon name="plus"/> {say!(time.offer)}</a></p>
                    {offered}
                    {waiting}
                    <section class="flow noprint">
                        <h2>{say!(time.feed)}</h2>
                        <p>{say!(time.feed_do)}</p>
                        <form method="post" action="/times/calendar">
                            <Hidden name=field::KEY value=Key::new().token()/>
                            <button class="btn">{say!(time.feed_make)}</button>
                        </form>
                    </section>
                </Main>
            }
        })
        .await)
}

/// The times under their days.
fn days(times: Vec<Time>, chosen: &[ChosenTime], zone: &str) -> impl IntoView + use<> {
    let mut days: Vec<(Day, Vec<AnyView>)> = Vec::new();
    for time in times {
        let day = Day::of(time.starts_at, zone);
        let choice = chosen.iter().find(|choice| choice.time.id == time.id).cloned();
        let row = row(time, choice, zone).into_any();
        match days.last_mut() {
            Some((last, rows)) if *last == day => rows.push(row),
            _ => days.push((day, vec![row])),
        }
    }
    let zone = zone.to_owned();
    days.into_iter()
        .map(|(day, rows)| {
            let words = day.noon(&zone).map(|noon| when::day(noon, &zone));
            let label = format!("{}: {}", say!(time.day_plan), words.clone().unwrap_or_default());
            view! {
                <section class="flow">
                    <h2>{words}</h2>
                    <ul class="lines">{rows}</ul>
                    <p class="noprint"><a href=format!("/times/day/{day}") aria-label=label>{say!(time.day_plan)}</a></p>
                </section>
            }
        })
        .collect_view()
}

fn row(time: Time, choice: Option<ChosenTime>, zone: &str) -> impl IntoView + use<> {
    let span = span(&time, zone);
    let id = time.id.clone();
    let who = match choice {
        Some(choice) => {
            let to = format!("/choice/{}", choice.choice_id);
            let name = apart(&choice.student);
            view! {
                <Who choice/>
                <a class="btn btn--small btn--quiet noprint" href=to aria-label=format!("{}: {name}", say!(time.choice_way))>{say!(time.choice_way)}</a>
            }
            .into_any()
        }
        None => view! {
            <form class="row noprint" method="post" action=format!("/time/{id}/take-back")>
                <span class="soft">{say!(time.free)}</span>
                <button class="btn btn--small btn--quiet" aria-label=format!("{}: {span}", say!(time.take_back))>{say!(time.take_back)}</button>
            </form>
        }
        .into_any(),
    };
    view! { <li><div class="time__row"><div><strong>{span}</strong> <p class="soft small">{about(&time)}</p></div> {who}</div></li> }
}

/// Who comes, how, and what they said.
#[component]
pub(super) fn Who(choice: ChosenTime) -> impl IntoView {
    let needs = language_name(&choice.needs).map(|language| say!(time.needs, language = apart(language)));
    let entered = (choice.entered_by != choice.person_id)
        .then(|| say!(time.said_by, name = apart(&choice.person), by = apart(&choice.entered_name)));
    let facts: Vec<String> = [Some(way_words(choice.way)), needs, entered].into_iter().flatten().collect();
    let note = (!choice.note.is_empty()).then(|| view! { <p class="said small" dir="auto">{choice.note}</p> });
    view! {
        <div class="time__who">
            <p><a class="strong" href=format!("/student/{}", choice.student_id)><bdi>{choice.student}</bdi></a> " · " <bdi>{choice.person}</bdi></p>
            <p class="soft small">{facts.join(" · ")}</p>
            {note}
        </div>
    }
}

/// Who has not chosen yet, A to Z.
#[component]
fn Waiting(people: Vec<Student>) -> impl IntoView {
    let rows = people
        .into_iter()
        .map(|person| {
            let to = format!("/student/{}/time", person.id);
            view! {
                <li><div class="time__row">
                    <bdi>{person.name.clone()}</bdi>
                    <a class="btn btn--small" href=to aria-label=format!("{}: {}", say!(time.enter), apart(&person.name))>{say!(time.enter)}</a>
                </div></li>
            }
        })
        .collect_view();
    view! {
        <section class="flow noprint">
            <h2>{say!(time.waiting)}</h2>
            <p class="soft">{say!(time.waiting_do)}</p>
            <ul class="lines">{rows}</ul>
        </section>
    }
}

/// `/time/{time}/take-back`: a time is offered no longer. One that a family has chosen shows who it is: they are told first.
pub async fn take_back(asking: Asking, In(id): In<TimeId>) -> Answer {
    let viewer = asking.may_here(Action::OfferTimes)?;
    let mut tx = asking.write().await?;
    let before = asking.before(&mut tx, SeenAct::OfferTimes, &viewer.person_id).await?;
    match Time::withdraw(&mut tx, viewer, &id).await? {
        Withdrawn::Yes => asking.done(tx, before, "/times", Done::TimeTakenBack).await,
        Withdrawn::Chosen(choice) => go_saying(format!("/choice/{choice}"), Done::TimeIsChosen),
        Withdrawn::Unknown => Err(Refusal::NotFound),
    }
}

/// `/times/calendar`: makes the address for a calendar; the answer is the address. An older one ends with it.
pub async fn make_feed(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::OfferTimes)?;
    let Some(key) = Key::parse(fields.get(field::KEY)) else { return go("/times") };
    let mut tx = asking.write_again().await?;
    Feed::make(&mut tx, viewer, &key, asking.now()).await?;
    tx.commit().await?;
    let link = format!("{}/calendar/{}", asking.services.settings.public_url, key.token());
    let title = say_in!(asking.locale, time.feed);
    let page = Page::titled(title.clone()).at(Place::Times).working();
    Ok(asking
        .page(page, move || {
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to="/times" words=say!(time.title)/>
                        <h1>{title}</h1>
                        <p class="lead">{say!(time.feed_once)}</p>
                    </header>
                    <p class="letter__link" dir="ltr" translate="no">{link}</p>
                    <p class="soft">{say!(time.feed_only)}</p>
                </Main>
            }
        })
        .await)
}
