//! The student's list of works.

use std::collections::BTreeMap;

use kinfolio::id::WorkId;
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::store::{Conn, StoreError};
use kinfolio::target::Target;
use kinfolio::work::{SoFar, Work, WorkCard, WorkState};
use leptos::prelude::*;

use super::WorkRow;
use super::lacks::still_open;
use super::quick::QuickAdd;
use crate::asking::Asking;
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
    let still = Still::of(&mut conn, &student).await?;
    drop(conn);
    // Drafts ask for attention; the rest stays in the order of its last change.
    works.sort_by_key(|card| card.state != WorkState::Draft);
    let page = Page::titled(say_in!(asking.locale, work.title)).at(Place::Works).with_quick_add();
    Ok(asking
        .page(page, move || {
            if works.is_empty() {
                return view! {
                    <Main>
                        <h1>{say!(work.title)}</h1>
                        <div class="empty"><h2>{say!(work.empty)}</h2><p>{say!(work.empty_do)}</p></div>
                        <QuickAdd/>
                        <p><a class="small" href="/bin">{say!(bin.title)}</a></p>
                    </Main>
                }
                .into_any();
            }
            let rows = works.into_iter().map(|card| row(card, &zone, &still)).collect_view();
            view! {
                <Main>
                    <header><h1>{say!(work.title)}</h1><p class="lead">{say!(work.lead)}</p></header>
                    <QuickAdd/>
                    <p><a class="go small" href=map>{say!(mastery.map_go)}</a></p>
                    <h2 class="sr">{say!(work.title)}</h2>
                    <ul class="works">{rows}</ul>
                    <p><a class="small" href="/bin">{say!(bin.title)}</a></p>
                </Main>
            }
            .into_any()
        })
        .await)
}

/// What is still open about a student's works.
pub(super) struct Still {
    works: BTreeMap<WorkId, SoFar>,
    school_has_targets: bool,
}

impl Still {
    pub(super) async fn of(conn: &mut Conn, student: &Student) -> Result<Self, StoreError> {
        let works = SoFar::of_student(conn, student).await?;
        let school_has_targets = Target::are_there(conn, &student.school_id).await?;
        Ok(Self { works, school_has_targets })
    }

    fn words(&self, work: &WorkId) -> Option<String> {
        self.works.get(work).and_then(|so_far| still_open(so_far, self.school_has_targets))
    }
}

/// A work in the student's own lists: a draft leads to its form, everything else to its page.
pub(super) fn row(card: WorkCard, zone: &str, still: &Still) -> AnyView {
    let to = match card.state {
        WorkState::Draft => format!("/work/{}/edit", card.work.id),
        _ => format!("/work/{}", card.work.id),
    };
    let note = when::short_day(card.work.changed_at, zone);
    let open = still.words(&card.work.id);
    view! { <WorkRow card to note open/> }.into_any()
}
