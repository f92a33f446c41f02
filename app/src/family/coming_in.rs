//! Coming in without an account: by a link, by a code from paper; and ending a link.

use axum::response::{IntoResponse, Response};
use http::header::CACHE_CONTROL;
use http::{HeaderValue, Method, StatusCode, Uri};
use kinfolio::conference::live::CuePass;
use kinfolio::field;
use kinfolio::grant::{self, Grant, Key, Opened, RanOut};
use kinfolio::id::{GrantId, PersonId};
use kinfolio::person::kin_of;
use kinfolio::policy::Action;
use kinfolio::secret;
use kinfolio::session;
use kinfolio::store::Conn;
use kinfolio::throttle::Try;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::preview;
use crate::asking::{Asking, In, go, go_saying};
use crate::conference::cues;
use crate::cookies::with_session_for;
use crate::entry::{CodeForm, KeptForm, begin_session, instead, origin, welcome_back};
use crate::fields::Fields;
use crate::form::Form;
use crate::own_path::own_path;
use crate::parts::ProblemSummary;
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Width};

/// `/grant/{grant}`, with a link's token: changes it for a cookie and leaves the address at once. It changes nothing
/// else, so that a robot which looks at links makes no visit. Where somebody is signed in, it asks first.
///
/// A robot that looks at links to show what is behind them is shown what is there for everybody, and changes nothing at all.
pub async fn by_link(asking: Asking, In(link): In<String>) -> Answer {
    if preview::is_looking_ahead(&asking) {
        return Ok(preview::page(&asking, &link).await);
    }
    let (key, opened) = opened(&asking, &link).await?;
    match asking.on_this_device() {
        Some(viewer) if viewer.grant_id.as_ref() != Some(&opened.grant_id) => {
            instead::page(&asking, viewer, format!("/grant/{}", key.token())).await
        }
        _ => come_in(&asking, opened, Onward::default()).await,
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
    come_in(&asking, opened, Onward::default()).await
}

/// Whom a link lets in, whatever a messenger glued to it.
async fn opened(asking: &Asking, link: &str) -> Result<(Key, Opened), Refusal> {
    let key = Key::within(link).ok_or(Refusal::LinkEnded)?;
    let (mut conn, now) = (asking.read().await?, asking.now());
    match grant::opened_by_link(&mut conn, &key, now).await? {
        Some(opened) => Ok((key, opened)),
        None if RanOut::by_link(&mut conn, &key, now).await?.is_some() => {
            Err(Refusal::LinkRanOut(key.token().to_owned()))
        }
        None => Err(Refusal::LinkEnded),
    }
}

/// `/grant`: where the code from a letter is typed.
pub async fn code_page(asking: Asking) -> Answer {
    Ok(code_form(&asking, StatusCode::OK, Form::default()).await)
}

/// What somebody sees who comes to the front door, where a family came in last.
pub(crate) async fn front_door(asking: &Asking) -> Answer {
    Ok(code_form(asking, StatusCode::UNAUTHORIZED, Form::default()).await)
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
        return Ok(code_form(
            &asking,
            StatusCode::OK,
            Form::again(&fields.values, Problems::from([(field::CODE, Problem::Missing)])),
        )
        .await);
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
            let mut tx = asking.write_again().await?;
            trying.got_in(&mut tx).await?;
            tx.commit().await?;
            match opened {
                ByCode::Family(opened) => come_in(&asking, opened, Onward::of(&fields)).await,
                ByCode::Cues(pass) => cues::take(&asking, &pass).await,
            }
        }
        None if RanOut::by_code(&mut asking.read().await?, key, &typed, now).await?.is_some() => {
            Err(Refusal::LinkRanOut(typed))
        }
        None => {
            let wrong = Problem::Said(say_in!(asking.locale, family.code_wrong));
            Ok(code_form(&asking, StatusCode::OK, Form::again(&fields.values, Problems::from([(field::CODE, wrong)])))
                .await)
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

async fn code_form(asking: &Asking, status: StatusCode, form: Form) -> Response {
    let then = own_path(form.values().get(field::THEN)).to_owned();
    let kept = KeptForm::read(form.values().get(field::KEPT)).map(KeptForm::into_values);
    let page = Page::titled(say_in!(asking.locale, family.code_title)).status(status).with_form(form);
    asking
        .page(page, move || {
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <h1>{say!(family.code_title)}</h1>
                        <p class="lead">{say!(family.code_lead)}</p>
                    </header>
                    <ProblemSummary/>
                    <CodeForm then=then kept=kept/>
                    <p class="soft">{say!(family.code_lost)}</p>
                    <p class="soft small"><a href="/sign-in">{say!(entry.other_way)}</a></p>
                </Main>
            }
        })
        .await
}

/// Where somebody who comes in goes on to, with the words of the form that was interrupted, if one was.
#[derive(Default)]
struct Onward {
    then: String,
    kept: Option<KeptForm>,
}

impl Onward {
    fn of(fields: &Fields) -> Self {
        let then = own_path(fields.get(field::THEN)).to_owned();
        let is_a_door = then.starts_with("/sign-in") || then.starts_with("/set-up") || then.starts_with("/grant");
        Self { then: if is_a_door { String::new() } else { then }, kept: KeptForm::read(fields.get(field::KEPT)) }
    }

    /// The first page: at once the one student's own, where there is one, so that a link leads there by one redirect.
    async fn answer(self, asking: &Asking, opened: &Opened) -> Answer {
        let then = own_path(&self.then);
        match self.kept {
            Some(kept) => welcome_back(asking, then, kept).await,
            None if then == "/" => go(home_of(&mut asking.read().await?, opened).await?),
            None => go(then),
        }
    }
}

/// The page on which somebody of a family begins.
async fn home_of(conn: &mut Conn, opened: &Opened) -> Result<String, Refusal> {
    let students = kin_of(conn, &opened.school_id, &opened.person_id).await?;
    Ok(if let [only] = students.as_slice() { format!("/student/{only}") } else { "/".to_owned() })
}

/// Somebody is in, in place of whoever was before on this device: nothing of the two is mixed.
async fn come_in(asking: &Asking, opened: Opened, onward: Onward) -> Answer {
    let here = asking.on_this_device().and_then(|viewer| viewer.grant_id.as_ref());
    let mut response;
    if here == Some(&opened.grant_id) {
        response = onward.answer(asking, &opened).await?;
    } else {
        let mut tx = asking.write_again().await?;
        let who = (&opened.school_id, &opened.person_id);
        let token = begin_session(asking, &mut tx, who, Some(&opened.grant_id)).await?;
        tx.commit().await?;
        response = onward.answer(&asking.signed_in_with(&token).await?, &opened).await?;
        let days = session::days_with_grant(opened.expires_at, asking.now());
        response = with_session_for(response, &asking.services, &token, days);
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
