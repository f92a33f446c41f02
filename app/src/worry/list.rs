//! `/worries`: the worries that whoever asks hears of. What the words are stands on each one's own page, where it is recorded
//! who opened it.

use kinfolio::hidden::HiddenKind;
use kinfolio::policy::Action;
use kinfolio::worry::{Worry, hears_of_worries};
use leptos::prelude::*;

use crate::asking::Asking;
use crate::parts::Back;
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place};
use crate::when;
use crate::wording::apart;

/// The page.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::HearWorries)?.clone();
    let mut conn = asking.read().await?;
    if !hears_of_worries(&mut conn, &viewer).await? {
        return Err(Refusal::NotFound);
    }
    let worries = Worry::heard_by(&mut conn, &viewer).await?;
    drop(conn);
    let page = Page::titled(say_in!(asking.locale, worries.title)).at(Place::Elsewhere).working();
    Ok(asking
        .page(page, move || {
            let zone = viewer.time_zone;
            let (held, released): (Vec<_>, Vec<_>) = worries.into_iter().partition(Worry::is_held);
            let none = held.is_empty().then(|| view! { <p class="empty">{say!(worries.none)}</p> });
            let held: Vec<_> = held.into_iter().map(|worry| row(worry, &zone)).collect();
            let released: Vec<_> = released.into_iter().map(|worry| row(worry, &zone)).collect();
            let released = (!released.is_empty()).then(|| {
                view! { <section class="flow"><h2>{say!(worries.released)}</h2><ul class="lines">{released}</ul></section> }
            });
            view! {
                <Main>
                    <header>
                        <Back to="/" words=say!(shell.home)/>
                        <h1>{say!(worries.title)}</h1>
                        <p class="lead">{say!(worries.lead)}</p>
                    </header>
                    {none}
                    <ul class="lines">{held}</ul>
                    {released}
                </Main>
            }
        })
        .await)
}

/// What kind of words they were.
pub(super) fn kind_words(kind: HiddenKind) -> String {
    match kind {
        HiddenKind::Contribution => say!(bin.kind_contribution),
        HiddenKind::Remark => say!(bin.kind_remark),
        HiddenKind::Reply => say!(bin.kind_reply),
        HiddenKind::Testimony => say!(bin.kind_testimony),
        HiddenKind::Feedback => say!(bin.kind_feedback),
    }
}

fn row(worry: Worry, zone: &str) -> impl IntoView + use<> {
    let to = format!("/worry/{}", worry.id);
    let said = say!(worries.said, name = apart(&worry.reporter), day = when::short_day(worry.reported_at, zone));
    let waits = worry.waits.then(|| view! { <p class="strong small">{say!(worries.waits)}</p> });
    let asked = worry.is_held().then_some(worry.asker).flatten().filter(|_| worry.release_asked_by.is_some());
    let asked = asked.map(|asker| view! { <p class="small">{say!(worries.asked_by, name = apart(&asker))}</p> });
    view! {
        <li>
            <div>
                <p><a href=to>{say!(worries.about, name = apart(&worry.student))}</a></p>
                <p class="soft small">{kind_words(worry.kind)} " · " {said}</p>
                {waits} {asked}
            </div>
        </li>
    }
}
