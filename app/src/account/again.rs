//! Asked again who one is: before codes for others, many things at once, what leaves the school and what comes in. A device
//! that was left open opens none of that. What was sent waits in the page, and goes on with one button.

use axum::response::Response;
use http::StatusCode;
use kinfolio::field;
use kinfolio::person::credentials;
use kinfolio::policy::Action;
use kinfolio::secret::HashSlot;
use kinfolio::session::devices;
use kinfolio::throttle::{Try, Wait};
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use crate::asking::{Asking, go};
use crate::entry::attempt::Throttled;
use crate::entry::{KeptForm, welcome_back};
use crate::fields::{Fields, Typed};
use crate::form::Form;
use crate::own_path::own_path;
use crate::parts::{Hidden, ProblemSummary, TextField, TypedWordsBack};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Width};

impl Asking {
    /// Goes on only where whoever asks typed their password a short while ago; else they are asked for it, and what they sent
    /// goes on afterwards. In the demo school nobody has one; nor has a family, which comes by a link.
    pub(crate) async fn confirmed(&self) -> Result<(), Refusal> {
        let viewer = self.viewer()?;
        if self.services.settings.demo || viewer.grant_id.is_some() {
            return Ok(());
        }
        let token = self.token().ok_or(Refusal::SignIn)?;
        match devices::is_confirmed(&mut self.read().await?, token, self.now()).await? {
            true => Ok(()),
            false => Err(Refusal::AskAgain),
        }
    }
}

/// That there were too many wrong ones.
pub(super) fn too_many(asking: &Asking, wait: Wait) -> String {
    Throttled::Wait(wait).said(asking.locale)
}

/// The page by itself.
pub async fn page(asking: Asking) -> Answer {
    asking.may_here(Action::KeepPassword)?;
    Ok(show(&asking, "/account".to_owned(), None, Form::default(), StatusCode::OK).await)
}

/// Takes the password, and goes on with what was sent.
pub async fn confirm(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::KeepPassword)?.clone();
    let token = asking.token().ok_or(Refusal::SignIn)?;
    let then = own_path(fields.get(field::THEN)).to_owned();
    let kept = KeptForm::read(fields.get(field::KEPT));
    let again = |problem: Problem| Form::again(&fields.values, Problems::from([(field::PASSWORD, problem)]));
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let typed = fields.get(field::PASSWORD);
    if typed.is_empty() {
        return Ok(show(&asking, then, kept, again(Problem::Missing), wrong).await);
    }
    let db = &asking.services.db;
    let trying = Try::in_session(&asking.services.secrets, viewer.person_id.as_str());
    if let Err(wait) = trying.begin(db, asking.now()).await? {
        let form = again(Problem::Said(too_many(&asking, wait)));
        let mut page = show(&asking, then, kept, form, StatusCode::TOO_MANY_REQUESTS).await;
        *page.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        return Ok(Throttled::Wait(wait).answer(page));
    }
    if !credentials::is_own(db, &HashSlot::for_known(), &viewer, typed).await? {
        let problem = Problem::Said(say_in!(asking.locale, account.password_wrong));
        return Ok(show(&asking, then, kept, again(problem), wrong).await);
    }
    let mut tx = asking.write_again().await?;
    trying.got_in(&mut tx).await?;
    devices::confirm(&mut tx, token, asking.now()).await?;
    tx.commit().await?;
    match kept {
        Some(kept) => welcome_back(&asking, &then, kept).await,
        None => go(then),
    }
}

/// The page that stands where something was asked for, with what was sent. It asks the database for nothing.
pub(crate) async fn instead(asking: &Asking, here: String, typed: Option<Typed>) -> Response {
    let kept = typed.map(|typed| KeptForm::of(typed.values)).filter(|kept| kept.values().iter().next().is_some());
    show(asking, here, kept, Form::default(), StatusCode::FORBIDDEN).await
}

async fn show(asking: &Asking, then: String, kept: Option<KeptForm>, form: Form, status: StatusCode) -> Response {
    let page = Page::titled(say_in!(asking.locale, account.again_title)).working().status(status).with_form(form);
    asking
        .page(page, move || {
            let enctype = kept.is_some().then_some("multipart/form-data");
            let carried = kept.as_ref().map(|kept| view! { <Hidden name=field::KEPT value=kept.written()/> });
            let back = kept.map(|kept| {
                view! {
                    <details class="fold">
                        <summary>{say!(entry.kept)}</summary>
                        <TypedWordsBack typed=kept.into_values()/>
                    </details>
                }
            });
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <h1>{say!(account.again_title)}</h1>
                        <p class="lead">{say!(account.again_lead)}</p>
                    </header>
                    <ProblemSummary/>
                    <form method="post" action="/account/confirm" enctype=enctype>
                        <Hidden name=field::THEN value=then/>
                        {carried}
                        <TextField name=field::PASSWORD label=say!(entry.password) kind="password"
                            autocomplete="current-password"/>
                        <div class="actions">
                            <button class="btn btn--primary">{say!(account.again_go)}</button>
                            <a class="btn btn--quiet" href="/">{say!(entry.back_not)}</a>
                        </div>
                    </form>
                    {back}
                </Main>
            }
        })
        .await
}
