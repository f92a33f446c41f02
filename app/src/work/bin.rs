//! `/work/bin`: what a student took back. It can come back, or go for good; after thirty days it is gone.

use kinfolio::field;
use kinfolio::id::WorkId;
use kinfolio::person::Role;
use kinfolio::policy::Action;
use kinfolio::work::{BIN_DAYS, BinnedWork, Work};
use leptos::prelude::*;

use super::found;
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::parts::{Back, Hidden};
use crate::refusal::{Answer, Refusal};
use crate::said::Done;
use crate::shell::{Main, Page, Place};
use crate::when;
use crate::wording::apart;

/// The bin.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.as_role(Role::Student)?;
    let works = Work::in_bin(&mut asking.read().await?, viewer).await?;
    let zone = viewer.time_zone.clone();
    let page = Page::titled(say_in!(asking.locale, work.bin)).at(Place::Works).working();
    Ok(asking
        .page(page, move || {
            let rows: Vec<_> = works.into_iter().map(|work| row(work, &zone)).collect();
            let body = if rows.is_empty() {
                view! { <p class="empty">{say!(work.bin_empty)}</p> }.into_any()
            } else {
                view! { <ul class="lines">{rows}</ul> }.into_any()
            };
            view! {
                <Main>
                    <header>
                        <Back to="/work" words=say!(work.title)/>
                        <h1>{say!(work.bin)}</h1>
                        <p class="lead">{say!(work.bin_lead)}</p>
                    </header>
                    {body}
                </Main>
            }
        })
        .await)
}

fn row(work: BinnedWork, zone: &str) -> impl IntoView + use<> {
    let BinnedWork { id, title, binned_at, has_others_words } = work;
    let title = if title.is_empty() { say!(work.untitled) } else { title };
    let note = if has_others_words {
        say!(work.bin_stays)
    } else {
        say!(work.bin_until, day = when::day(binned_at.plus_days(BIN_DAYS), zone))
    };
    let delete = (!has_others_words).then(|| {
        view! {
            <details class="fold">
                <summary>{say!(work.delete)}</summary>
                <form method="post" action=format!("/work/{id}/delete") class="flow">
                    <p>{say!(work.delete_lead, title = apart(&title))}</p>
                    <Hidden name=field::SURE value="yes"/>
                    <button class="btn btn--small">{say!(work.delete_do)}</button>
                </form>
            </details>
        }
    });
    view! {
        <li>
            <div class="flow">
                <p class="said strong" dir="auto">{title.clone()}</p>
                <p class="soft small">{note}</p>
                <form method="post" action=format!("/work/{id}/bring-back")>
                    <button class="btn btn--small">{say!(conference.bring_back)}</button>
                </form>
                {delete}
            </div>
        </li>
    }
}

/// `/work/{work}/bin`: takes it back.
pub async fn put(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (work, _) = found(&asking, &mut tx, &id, Action::ChangeWork).await?;
    // A form that was never seen throws nothing away.
    if !fields.has(field::SURE) {
        return Err(Refusal::Broken);
    }
    work.put_into_bin(&mut tx, asking.now()).await?;
    tx.commit().await?;
    go_saying("/work", Done::InBin)
}

/// `/work/{work}/bring-back`: it is there again, for whom it was before.
pub async fn bring_back(asking: Asking, In(id): In<WorkId>) -> Answer {
    let mut tx = asking.write().await?;
    let (work, _) = found(&asking, &mut tx, &id, Action::ChangeWork).await?;
    Work::bring_back(&mut tx, &work.school_id, &work.id).await?;
    tx.commit().await?;
    go_saying(format!("/work/{id}"), Done::WorkIsBack)
}

/// `/work/{work}/delete`: gone for good, out of the bin. What others wrote about stays.
pub async fn delete(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let viewer = asking.as_role(Role::Student)?;
    let mut tx = asking.write().await?;
    let work = Work::find_in_bin(&mut tx, viewer, &id).await?.ok_or(Refusal::NotFound)?;
    if !fields.has(field::SURE) {
        return Err(Refusal::Broken);
    }
    let gone = work.delete_for_good(&mut tx).await?;
    tx.commit().await?;
    go_saying("/work/bin", if gone { Done::Deleted } else { Done::StaysInBin })
}

/// At the foot of what can be taken back: the way into the bin, folded.
#[component]
pub(super) fn IntoBin(id: WorkId, is_draft: bool) -> impl IntoView {
    let (words, lead) = match is_draft {
        true => (say!(work.throw_away), say!(work.throw_away_lead)),
        false => (say!(work.into_bin), say!(work.into_bin_lead)),
    };
    view! {
        <details class="fold noprint">
            <summary>{words.clone()}</summary>
            <form method="post" action=format!("/work/{id}/bin") class="flow">
                <p class="soft">{lead}</p>
                <Hidden name=field::SURE value="yes"/>
                <button class="btn btn--small">{words}</button>
            </form>
        </details>
    }
}
