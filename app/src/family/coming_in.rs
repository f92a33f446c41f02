//! Coming in without an account: by a link, by a code from paper; and ending a link.

use std::net::SocketAddr;

use axum::extract::ConnectInfo;
use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::CACHE_CONTROL;
use kinfolio::grant::{self, Grant, Opened};
use kinfolio::id::{GrantId, PersonId};
use kinfolio::policy::Action;
use kinfolio::words::{Problem, Problems};
use kinfolio::{secret, session, throttle};
use leptos::prelude::*;

use crate::asking::{Asking, In, go, go_saying, with_session};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::TextField;
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Width};

/// `/grant/{grant}`, with a link's token: changes it for a cookie and leaves the address at once. It changes nothing
/// else, so that a robot which looks at links makes no visit.
pub async fn by_link(asking: Asking, In(token): In<String>) -> Answer {
    let opened = grant::opened_by_link(&mut asking.read().await?, &token, asking.now()).await?;
    come_in(&asking, opened.ok_or(Refusal::LinkEnded)?).await
}

/// `/grant`: where the code from a letter is typed.
pub async fn code_page(asking: Asking) -> Answer {
    Ok(code_form(&asking, Form::default()).await)
}

/// Takes a code from paper.
pub async fn by_code(asking: Asking, fields: Fields) -> Answer {
    let typed = secret::typed_code(fields.get("code"));
    // Twelve letters of thirty cannot be guessed: at a thousand tries a second, a school with ten thousand open links
    // would hold out for more than a thousand years. So what comes from one address is only kept from being a nuisance,
    // generously, since a school on the evening of its conferences is one address. Strict is what begins like one
    // certain code: somebody who saw the first part of it over a shoulder shall not try out the rest.
    const FROM_ONE_ADDRESS: i64 = 300;
    if typed.is_empty() {
        return Ok(code_form(&asking, Form::again(&fields.values, Problems::from([("code", Problem::Missing)]))).await);
    }
    let address = format!("family code from {}", address(&asking));
    let beginning = format!("family code {}", typed.chars().take(4).collect::<String>());
    let now = asking.now();
    let mut tx = asking.write_again().await?;
    let may = throttle::may_try(&mut tx, FROM_ONE_ADDRESS, &address, now).await?
        && throttle::may_try(&mut tx, throttle::TRIES, &beginning, now).await?;
    let opened = if may { grant::opened_by_code(&mut tx, &typed, now).await? } else { None };
    if opened.is_some() {
        throttle::one_of_them_got_in(&mut tx, &address).await?;
        throttle::got_in(&mut tx, &beginning).await?;
    }
    tx.commit().await?;
    match opened {
        Some(opened) => come_in(&asking, opened).await,
        None if !may => Err(Refusal::TooManyTries),
        None => {
            let wrong = Problem::Said(say_in!(asking.locale, family.code_wrong));
            Ok(code_form(&asking, Form::again(&fields.values, Problems::from([("code", wrong)]))).await)
        }
    }
}

/// The address a request comes from; a proxy's own, where the school runs one.
fn address(asking: &Asking) -> String {
    let peer = asking.parts.extensions.get::<ConnectInfo<SocketAddr>>();
    peer.map_or_else(|| "somewhere".to_owned(), |peer| peer.0.ip().to_string())
}

async fn code_form(asking: &Asking, form: Form) -> Response {
    let page = Page::titled(say_in!(asking.locale, family.code_title)).with_form(form);
    asking
        .page(page, || {
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <h1>{say!(family.code_title)}</h1>
                        <p class="lead">{say!(family.code_lead)}</p>
                    </header>
                    <form method="post" action="/grant" class="flow">
                        <TextField name="code" label=say!(family.code_label) hint=say!(family.code_hint) words=false
                            autocomplete="off"/>
                        <div class="actions"><button class="btn btn--primary btn--big">{say!(family.code_open)}</button></div>
                    </form>
                    <p class="soft">{say!(family.code_lost)}</p>
                </Main>
            }
        })
        .await
}

/// Somebody is in, in place of whoever was before on this device: nothing of the two is mixed.
async fn come_in(asking: &Asking, opened: Opened) -> Answer {
    let here = asking.somebody().and_then(|viewer| viewer.grant_id.as_ref());
    let mut response = go("/")?;
    if here != Some(&opened.grant_id) {
        let mut tx = asking.write_again().await?;
        let grant = Some(&opened.grant_id);
        let token = session::start(&mut tx, &opened.school_id, &opened.person_id, grant, asking.now()).await?;
        tx.commit().await?;
        response = with_session(response, &asking.services, Some(&token));
    }
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response.into_response())
}

/// `/grant/{grant}/end`: whoever is in through it is out at their next request.
pub async fn end(asking: Asking, In(id): In<GrantId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    // Siblings share their family, and a link opens the pages of both: it ends from either's page.
    let student: PersonId = match fields.parsed("student") {
        Some(student) => student,
        None => Grant::made_for(&mut tx, &viewer.school_id, &id).await?.ok_or(Refusal::NotFound)?,
    };
    let student = asking.student(&mut tx, &student, Action::OpenToFamily).await?;
    if !student.end_grant(&mut tx, &viewer.person_id, &id, asking.now()).await? {
        return Err(Refusal::NotFound);
    }
    tx.commit().await?;
    go_saying(format!("/student/{}/family", student.id), "link_ended")
}
