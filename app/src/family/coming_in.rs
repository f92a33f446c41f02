//! Coming in without an account: by a link, by a code from paper; and ending a link.

use axum::response::{IntoResponse, Response};
use http::header::CACHE_CONTROL;
use http::{HeaderValue, Method, Uri};
use kinfolio::conference::live::CuePass;
use kinfolio::field;
use kinfolio::grant::{self, Grant, Key, Opened};
use kinfolio::id::{GrantId, PersonId};
use kinfolio::policy::Action;
use kinfolio::secret;
use kinfolio::throttle::Try;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use crate::asking::{Asking, In, go, go_saying};
use crate::conference::cues;
use crate::cookies::with_session;
use crate::entry::{begin_session, instead, origin};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{ProblemSummary, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Width};

/// `/grant/{grant}`, with a link's token: changes it for a cookie and leaves the address at once. It changes nothing
/// else, so that a robot which looks at links makes no visit. Where somebody is signed in, it asks first.
pub async fn by_link(asking: Asking, In(link): In<String>) -> Answer {
    let (key, opened) = opened(&asking, &link).await?;
    match asking.on_this_device() {
        Some(viewer) if viewer.grant_id.as_ref() != Some(&opened.grant_id) => {
            instead::page(&asking, viewer, format!("/grant/{}", key.token())).await
        }
        _ => come_in(&asking, opened).await,
    }
}

/// Where no page is: a link that was copied in capitals, or with a slash behind it, leads where it was meant to.
pub async fn by_changed_link(method: Method, uri: Uri) -> Answer {
    // Nothing that a key holds is written in another way here than in a form.
    let path = form_urlencoded::parse(uri.path().as_bytes()).next().map(|(path, _)| path).unwrap_or_default();
    let meant = path.get(..7).filter(|start| start.eq_ignore_ascii_case("/grant/"));
    let key = meant.and_then(|_| Key::within(path.get(7..)?)).filter(|_| method == Method::GET);
    match key {
        Some(key) => go(format!("/grant/{}", key.token())),
        None => Err(Refusal::NotFound),
    }
}

/// The button on that page.
pub async fn by_link_instead(asking: Asking, In(link): In<String>) -> Answer {
    let (_, opened) = opened(&asking, &link).await?;
    come_in(&asking, opened).await
}

/// Whom a link lets in, whatever a messenger glued to it.
async fn opened(asking: &Asking, link: &str) -> Result<(Key, Opened), Refusal> {
    let key = Key::within(link).ok_or(Refusal::LinkEnded)?;
    let opened = grant::opened_by_link(&mut asking.read().await?, &key, asking.now()).await?;
    Ok((key, opened.ok_or(Refusal::LinkEnded)?))
}

/// `/grant`: where the code from a letter is typed.
pub async fn code_page(asking: Asking) -> Answer {
    Ok(code_form(&asking, Form::default()).await)
}

/// Takes a code from paper.
///
/// Twelve letters of thirty cannot be guessed: at a thousand tries a second, a school with ten thousand open links would
/// hold out for more than a thousand years. So a right code gets in, however many wrong ones came from the same address (a
/// school on the evening of its conferences is one address); those only wait to be answered. Strict is what begins like one
/// certain code: somebody who saw the first part of it over a shoulder shall not try out the rest.
pub async fn by_code(asking: Asking, fields: Fields) -> Answer {
    let typed = secret::typed_code(fields.get(field::CODE));
    if typed.is_empty() {
        return Ok(
            code_form(&asking, Form::again(&fields.values, Problems::from([(field::CODE, Problem::Missing)]))).await
        );
    }
    let (key, now, from) = (&asking.services.secrets, asking.now(), origin(&asking));
    let beginning: String = typed.chars().take(4).collect();
    let opened = by_typed(&asking, &typed).await?;
    let trying = match opened {
        Some(_) => Try::at_code(key, &beginning, &from),
        None => Try::at_wrong_code(key, &beginning, &from),
    };
    // Counted before anything is said.
    if let Err(wait) = trying.begin(&asking.services.db, now).await? {
        return Err(Refusal::TooManyTries { seconds: wait.seconds });
    }
    match opened {
        Some(opened) => {
            let mut tx = asking.write().await?;
            trying.got_in(&mut tx).await?;
            tx.commit().await?;
            match opened {
                ByCode::Family(opened) => come_in(&asking, opened).await,
                ByCode::Cues(pass) => cues::take(&asking, &pass).await,
            }
        }
        None => {
            let wrong = Problem::Said(say_in!(asking.locale, family.code_wrong));
            Ok(code_form(&asking, Form::again(&fields.values, Problems::from([(field::CODE, wrong)]))).await)
        }
    }
}

/// What a short code opens: a family's pages, or on a phone the cues of a conference.
enum ByCode {
    Family(Opened),
    Cues(CuePass),
}

async fn by_typed(asking: &Asking, typed: &str) -> Result<Option<ByCode>, Refusal> {
    let (mut conn, key, now) = (asking.read().await?, &asking.services.secrets, asking.now());
    if let Some(opened) = grant::opened_by_code(&mut conn, key, typed, now).await? {
        return Ok(Some(ByCode::Family(opened)));
    }
    Ok(CuePass::opened_by_code(&mut conn, key, typed, now).await?.map(ByCode::Cues))
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
                    <ProblemSummary/>
                    <form method="post" action="/grant" class="flow">
                        <TextField name=field::CODE label=say!(family.code_label) hint=say!(family.code_hint) words=false
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
    let here = asking.on_this_device().and_then(|viewer| viewer.grant_id.as_ref());
    let mut response = go("/")?;
    if here != Some(&opened.grant_id) {
        let mut tx = asking.write_again().await?;
        let who = (&opened.school_id, &opened.person_id);
        let token = begin_session(asking, &mut tx, who, Some(&opened.grant_id)).await?;
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
    let student: PersonId = match fields.parsed(field::STUDENT) {
        Some(student) => student,
        None => Grant::made_for(&mut tx, &viewer.school_id, &id).await?.ok_or(Refusal::NotFound)?,
    };
    let student = asking.student(&mut tx, &student, Action::OpenToFamily).await?;
    if !student.end_grant(&mut tx, &viewer.person_id, &id, asking.now()).await? {
        return Err(Refusal::NotFound);
    }
    tx.commit().await?;
    go_saying(format!("/student/{}/family", student.id), Done::LinkEnded)
}
