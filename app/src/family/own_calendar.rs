//! `/own-calendar`: an address that a family's own calendar reads by itself; made anew, or ended, on any day.

use kinfolio::field;
use kinfolio::grant::Key;
use kinfolio::policy::Action;
use kinfolio::time::Feed;
use leptos::prelude::*;

use crate::asking::{Asking, go, go_saying};
use crate::fields::Fields;
use crate::parts::{Back, Hidden};
use crate::refusal::Answer;
use crate::shell::{Done, Main, Page, Place, Width};
use crate::when;

/// What it is, and the buttons.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::BeTold)?.clone();
    let made = Feed::made_at(&mut asking.read().await?, &viewer).await?;
    let title = say_in!(asking.locale, time.feed);
    Ok(asking
        .page(Page::titled(title.clone()).at(Place::Home), move || {
            let button = if made.is_some() { say!(time.feed_anew) } else { say!(time.feed_make) };
            let there = made.map(|made| {
                let day = when::day(made, &viewer.time_zone);
                view! {
                    <p>{say!(time.feed_there, day = day)}</p>
                    <form method="post" action="/own-calendar/end"><button class="btn btn--quiet">{say!(time.feed_end)}</button></form>
                }
            });
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to="/" words=say!(shell.home)/>
                        <h1>{title}</h1>
                        <p class="lead">{say!(time.feed_family)}</p>
                    </header>
                    <form method="post" action="/own-calendar">
                        <Hidden name=field::KEY value=Key::new().token()/>
                        <button class="btn btn--family btn--big">{button}</button>
                    </form>
                    {there}
                </Main>
            }
        })
        .await)
}

/// Makes the address; the answer is the address. An older one ends with it.
pub async fn make(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::BeTold)?;
    let Some(key) = Key::parse(fields.get(field::KEY)) else { return go("/own-calendar") };
    let mut tx = asking.write_again().await?;
    Feed::make(&mut tx, viewer, &key, asking.now()).await?;
    tx.commit().await?;
    let link = format!("{}/calendar/{}", asking.services.settings.public_url, key.token());
    let title = say_in!(asking.locale, time.feed);
    Ok(asking
        .page(Page::titled(title.clone()).at(Place::Home), move || {
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to="/own-calendar" words=say!(time.feed)/>
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

/// Ends it.
pub async fn end(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::BeTold)?;
    let mut tx = asking.write().await?;
    Feed::end(&mut tx, viewer).await?;
    tx.commit().await?;
    go_saying("/own-calendar", Done::Saved)
}
