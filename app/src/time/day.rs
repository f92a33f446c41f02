//! `/times/day/{day}`: the plan of a day, to be printed and hung on the door.

use kinfolio::at::At;
use kinfolio::day::Day;
use kinfolio::policy::Action;
use kinfolio::time::{ChosenTime, Time};
use leptos::prelude::*;

use super::list::Who;
use super::{about, span};
use crate::asking::{Asking, In};
use crate::parts::Back;
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place};
use crate::when;

/// The page.
pub async fn page(asking: Asking, In(day): In<String>) -> Answer {
    let viewer = asking.may_here(Action::OfferTimes)?.clone();
    let day: Day = day.parse().map_err(|_| Refusal::NotFound)?;
    let zone = viewer.time_zone.clone();
    let noon = day.noon(&zone).ok_or(Refusal::NotFound)?;
    let mut conn = asking.read().await?;
    let from = At(noon.0.saturating_sub(24 * 60 * 60 * 1000));
    let mut times = Time::offered_by(&mut conn, &viewer, from).await?;
    let chosen = ChosenTime::with(&mut conn, &viewer.school_id, &viewer.person_id, from).await?;
    drop(conn);
    times.retain(|time| Day::of(time.starts_at, &zone) == day);
    let title = when::day_in(asking.locale, noon, &zone);
    let page = Page::titled(title.clone()).at(Place::Times).working();
    Ok(asking
        .page(page, move || {
            let rows = times
                .iter()
                .map(|time| {
                    let choice = chosen.iter().find(|choice| choice.time.id == time.id).cloned();
                    let who = match choice {
                        Some(choice) => view! { <Who choice/> }.into_any(),
                        None => view! { <span class="soft">{say!(time.free)}</span> }.into_any(),
                    };
                    view! {
                        <li><div class="time__row">
                            <div><strong>{span(time, &zone)}</strong> <p class="soft small">{about(time)}</p></div> {who}
                        </div></li>
                    }
                })
                .collect_view();
            let none = times.is_empty().then(|| view! { <p class="soft">{say!(time.offered_none)}</p> });
            view! {
                <Main>
                    <header>
                        <Back to="/times" words=say!(time.title)/>
                        <h1>{title}</h1>
                    </header>
                    {none}
                    <ul class="lines">{rows}</ul>
                </Main>
            }
        })
        .await)
}
