//! Signing out, on this device.

use axum::response::Response;
use kinfolio::field;
use kinfolio::person::Role;
use leptos::prelude::*;

use super::end_session;
use crate::asking::{Asking, go_saying};
use crate::cookies::{with_session, without_anything};
use crate::fields::Fields;
use crate::parts::{Hidden, Leaving};
use crate::refusal::Answer;
use crate::shell::{Done, Main, Page, Width};

/// Signs out. Where words wait on the device they are sent first: a page does that, and says so when it cannot.
pub async fn sign_out(asking: Asking, fields: Fields) -> Answer {
    if asking.has_unsent(false) && !fields.has(field::SURE) {
        return Ok(words_first(&asking).await);
    }
    if asking.token().is_some() {
        let mut tx = asking.write().await?;
        end_session(&asking, &mut tx).await?;
        tx.commit().await?;
    }
    let door = match asking.somebody() {
        Some(viewer) if viewer.role == Role::Family => "/grant",
        _ => "/sign-in",
    };
    let answer = with_session(go_saying(door, Done::SignedOut)?, &asking.services, None);
    // Only a script that looked can know that nothing of anybody waits there.
    Ok(if fields.has(field::CLEAN) { without_anything(answer) } else { answer })
}

async fn words_first(asking: &Asking) -> Response {
    let page = Page::titled(say_in!(asking.locale, leaving.title)).with_islands();
    asking
        .page(page, || {
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <h1>{say!(leaving.title)}</h1>
                        <p class="lead">{say!(leaving.lead)}</p>
                    </header>
                    <form method="post" action="/sign-out" class="flow">
                        <Hidden name=field::SURE value="yes"/>
                        <Leaving at_once=true/>
                        <noscript><p>{say!(leaving.waits)}</p></noscript>
                        <div class="actions">
                            <button class="btn btn--primary">{say!(leaving.go)}</button>
                            <a class="btn btn--quiet" href="/">{say!(leaving.stay)}</a>
                        </div>
                    </form>
                </Main>
            }
        })
        .await
}
