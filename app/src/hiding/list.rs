//! `/hidden`: what somebody hid and can show again; what was hidden on a student's pages, and why; and what somebody said that
//! was hidden with a reason.

use kinfolio::field;
use kinfolio::hidden::{HiddenKind, HiddenWords};
use kinfolio::id::{ContributionId, PersonId};
use kinfolio::person::Role;
use kinfolio::policy::Action;
use leptos::prelude::*;

use crate::asking::{Asking, go_saying};
use crate::definition::words::Paragraphs;
use crate::fields::Fields;
use crate::parts::{Back, Hidden};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Place, Width};
use crate::when;
use crate::wording::apart;

/// The page.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::TakeBack)?.clone();
    let mut conn = asking.read().await?;
    let all = HiddenWords::told_to(&mut conn, &viewer).await?;
    drop(conn);
    let page = Page::titled(say_in!(asking.locale, hiding.list)).at(Place::Elsewhere);
    let page = if viewer.role == Role::Family { page } else { page.working() };
    Ok(asking
        .page(page, move || {
            let none = all.is_empty().then(|| view! { <p class="empty">{say!(hiding.none)}</p> });
            let rows: Vec<_> = all.into_iter().map(|one| row(one, &viewer.person_id, &viewer.time_zone)).collect();
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to="/" words=say!(shell.home)/>
                        <h1>{say!(hiding.list)}</h1>
                        <p class="lead">{say!(hiding.list_lead)}</p>
                    </header>
                    {none}
                    <ul class="lines">{rows}</ul>
                </Main>
            }
        })
        .await)
}

/// What kind of words they are.
fn kind_words(kind: HiddenKind) -> String {
    match kind {
        HiddenKind::Contribution => say!(bin.kind_contribution),
        HiddenKind::Remark => say!(bin.kind_remark),
        HiddenKind::Reply => say!(bin.kind_reply),
        HiddenKind::Testimony => say!(bin.kind_testimony),
        HiddenKind::Feedback => say!(bin.kind_feedback),
    }
}

fn row(hidden: HiddenWords, viewer: &PersonId, zone: &str) -> impl IntoView + use<> {
    let is_theirs = hidden.hidden_by == *viewer;
    let who = say!(hiding.of, kind = kind_words(hidden.kind), name = apart(&hidden.author));
    let day = when::short_day(hidden.hidden_at, zone);
    let reason = (!hidden.reason.is_empty()).then(|| {
        let by = say!(mastery.hidden_by, name = apart(&hidden.hider));
        let reason = hidden.reason.clone();
        view! { <p class="small">{by} " " <q dir="auto">{reason}</q></p> }
    });
    let words = (!hidden.words.is_empty()).then(|| {
        let text = hidden.words.clone();
        view! { <details class="fold"><summary>{say!(mastery.hidden_words)}</summary><div class="said"><Paragraphs text/></div></details> }
    });
    let again = is_theirs.then(|| {
        view! {
            <form method="post" action="/hidden">
                <Hidden name=field::ID value=hidden.thing_id.clone()/>
                <button class="btn btn--small">{say!(hiding.show)}</button>
            </form>
        }
    });
    view! { <li><div class="flow"><p>{who} <span class="soft small">" · " {day}</span></p>{reason}{words}{again}</div></li> }
}

/// Shows words again that whoever asks hid.
pub async fn show_again(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::TakeBack)?;
    let mut tx = asking.write().await?;
    // Whatever it is, it is called by an id.
    let thing: ContributionId = fields.parsed(field::ID).ok_or(Refusal::NotFound)?;
    if !HiddenWords::show_again(&mut tx, viewer, thing.as_str()).await? {
        return Err(Refusal::NotFound);
    }
    tx.commit().await?;
    go_saying("/hidden", Done::ShownAgain)
}
