//! The student's list of works.

use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::work::{Work, WorkCard, WorkState};
use leptos::prelude::*;

use super::WorkRow;
use crate::asking::Asking;
use crate::parts::Icon;
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place};
use crate::when;

/// My work.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.as_role(Role::Student)?;
    let zone = viewer.time_zone.clone();
    let map = format!("/student/{}/targets", viewer.person_id);
    let mut conn = asking.read().await?;
    let student: Student = asking.student(&mut conn, &viewer.person_id, Action::AddWork).await?;
    let mut works = Work::of_student(&mut conn, &student).await?;
    drop(conn);
    // Drafts ask for attention; the rest stays in the order of its last change.
    works.sort_by_key(|card| card.state != WorkState::Draft);
    let page = Page::titled(say_in!(asking.locale, work.title)).at(Place::Works).working();
    Ok(asking
        .page(page, move || {
            let add = |class| view! { <a class=class href="/work/new"><Icon name="plus"/> {say!(work.add)}</a> };
            if works.is_empty() {
                return view! {
                    <Main>
                        <h1>{say!(work.title)}</h1>
                        <div class="empty"><h2>{say!(work.empty)}</h2><p>{say!(work.empty_do)}</p><p>{add("btn btn--primary btn--big")}</p></div>
                    </Main>
                }
                .into_any();
            }
            let rows = works.into_iter().map(|card| row(card, &zone)).collect_view();
            view! {
                <Main>
                    <header><h1>{say!(work.title)}</h1><p class="lead">{say!(work.lead)}</p></header>
                    <p>{add("btn btn--primary")}</p>
                    <p><a class="go small" href=map>{say!(mastery.map_go)}</a></p>
                    <h2 class="sr">{say!(work.title)}</h2>
                    <ul class="works">{rows}</ul>
                </Main>
            }
            .into_any()
        })
        .await)
}

/// A work in the student's own lists: a draft leads to its form, everything else to its page.
pub(super) fn row(card: WorkCard, zone: &str) -> AnyView {
    let to = match card.state {
        WorkState::Draft => format!("/work/{}/edit", card.work.id),
        _ => format!("/work/{}", card.work.id),
    };
    let note = when::short_day(card.work.changed_at, zone);
    view! { <WorkRow card to note/> }.into_any()
}
