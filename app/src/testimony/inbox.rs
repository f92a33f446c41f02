//! `/student/{student}/testimonies`: everything the family tells, for the student alone.

use kinfolio::id::PersonId;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::testimony::{Testimony, Whereabouts};
use leptos::prelude::*;

use super::{ToldCard, thanks};
use crate::asking::{Asking, In};
use crate::parts::{Back, Icon};
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place};
use crate::wording::apart;

/// The page: what is new, then what was answered, the newest first.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::ArrangePortfolio).await?;
    let mut told = Testimony::about(&mut conn, &student).await?;
    // What the student said to what was taken back since is theirs, and stays.
    told.extend(Testimony::taken_back(&mut conn, &student).await?);
    drop(conn);
    told.sort_by_key(|told| std::cmp::Reverse(told.told_at));
    let (new, answered): (Vec<_>, Vec<_>) = told.into_iter().partition(Testimony::waits);
    let title = say_in!(asking.locale, testimony.inbox);
    let page = Page::titled(title.clone()).at(Place::Portfolio);
    Ok(asking
        .page(page, move || {
            let none = (new.is_empty() && answered.is_empty()).then(|| {
                view! {
                    <div class="empty">
                        <h2>{say!(testimony.inbox_empty)}</h2>
                        <p>{say!(testimony.inbox_empty_do)}</p>
                        <p class="actions"><a class="btn" href=format!("/student/{}/family", student.id)>{say!(family.title)}</a></p>
                    </div>
                }
            });
            let sections = [(say!(testimony.inbox_new), new), (say!(testimony.inbox_answered), answered)];
            let sections = sections.map(|(name, told)| cards(name, told, &student)).collect_view();
            view! {
                <Main>
                    <header>
                        <Back to=format!("/student/{}/portfolio", student.id) words=say!(portfolio.title)/>
                        <h1>{title}</h1>
                        <p class="lead">{say!(testimony.inbox_lead)}</p>
                    </header>
                    {none}
                    {sections}
                </Main>
            }
        })
        .await)
}

fn cards(name: String, told: Vec<Testimony>, student: &Student) -> Option<impl IntoView + use<>> {
    let cards: Vec<_> = told.into_iter().map(|told| card(told, student)).collect();
    (!cards.is_empty()).then(|| {
        view! { <section class="flow"><h2>{name}</h2><div class="quilt">{cards}</div></section> }
    })
}

fn card(told: Testimony, student: &Student) -> impl IntoView + use<> {
    let where_it_is = match told.whereabouts() {
        Whereabouts::Waiting => say!(testimony.waits),
        Whereabouts::Standing => say!(testimony.stands),
        Whereabouts::Reworded => say!(testimony.reworded),
        Whereabouts::Between => say!(testimony.between_now),
        Whereabouts::Withdrawn => String::new(),
    };
    let words = if told.waits() { say!(testimony.answer) } else { say!(testimony.answer_change) };
    let way = (format!("/testimony/{}/answer", told.id), words);
    let hide = (format!("/testimony/{}/hide", told.id), say!(hiding.title));
    let worry = (format!("/testimony/{}/worry", told.id), say!(worry.link));
    let ways = if told.withdrawn_at.is_some() { Vec::new() } else { vec![way, hide, worry] };
    let beneath = thanks(&told, student);
    view! { <ToldCard told ways where_it_is beneath/> }
}

/// On the student's portfolio: that somebody told something which waits for an answer.
#[component]
pub fn SomethingNew(waiting: Vec<Testimony>) -> impl IntoView {
    let first = waiting.first().cloned();
    first.map(|first| {
        let alone = waiting.iter().all(|told| told.author_id == first.author_id);
        let words = if alone { say!(testimony.new_one, name = apart(&first.author)) } else { say!(testimony.new_many) };
        let to = match waiting.len() {
            1 => format!("/testimony/{}/answer", first.id),
            _ => format!("/student/{}/testimonies", first.student_id),
        };
        view! {
            <div class="notice notice--info noprint"><Icon name="speak"/><div>
                <p>{words} " " <a href=to>{say!(testimony.read_it)}</a></p>
            </div></div>
        }
    })
}
