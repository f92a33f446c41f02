//! Coming in with a one-time code from a slip of paper, and choosing a password with it.

use http::StatusCode;
use kinfolio::person::{code, key};
use kinfolio::words::{Problem, Problems};
use kinfolio::{secret, throttle};
use leptos::prelude::*;

use super::{come_in, may_try};
use crate::asking::{Asking, go_saying, with_session};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{ProblemSummary, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Width};

/// The page for a code.
pub async fn page(asking: Asking) -> Answer {
    show(&asking, StatusCode::OK, Form::default()).await
}

/// Takes a code and a new password, and signs in.
pub async fn come_in_with_code(asking: Asking, fields: Fields) -> Answer {
    let mut problems = Problems::default();
    let username = problems.take("username", key::username(fields.get("username")));
    let typed = fields.get("code").trim().to_owned();
    if typed.is_empty() {
        problems.note("code", Problem::Missing);
    }
    let again = |problems| Form::again(&fields.values, problems);
    match key::password(fields.get("password"), fields.get("password_again")) {
        Err(Problem::Different) => problems.note("password_again", Problem::Different),
        Err(problem) => problems.note("password", problem),
        Ok(_) => {}
    }
    if !problems.is_empty() {
        return show(&asking, StatusCode::UNPROCESSABLE_ENTITY, again(problems)).await;
    }
    let who = format!("code:{username}");
    if !may_try(&asking, &who).await? {
        problems.note("username", Problem::Said(say_in!(asking.locale, entry.wait)));
        return show(&asking, StatusCode::TOO_MANY_REQUESTS, again(problems)).await;
    }
    // The new password is hashed whether the code fits or not, so that the time it takes says nothing.
    let hash = secret::hash(fields.get("password").to_owned()).await.map_err(Refusal::trouble)?;
    let mut tx = asking.write_again().await?;
    let holder = code::holder(&mut tx, &username, &typed, asking.now()).await?;
    let used = match &holder {
        Some(person) => code::use_up(&mut tx, &person.id, &typed, asking.now()).await?,
        None => false,
    };
    let Some(person) = holder.filter(|_| used) else {
        drop(tx);
        problems.note("code", Problem::Said(say_in!(asking.locale, entry.wrong_code)));
        return show(&asking, StatusCode::UNPROCESSABLE_ENTITY, again(problems)).await;
    };
    throttle::got_in(&mut tx, &who).await?;
    throttle::got_in(&mut tx, &format!("password:{username}")).await?;
    key::change(&mut tx, &person.school_id, &person.id, &hash).await?;
    let token = come_in(&asking, &mut tx, &person).await?;
    tx.commit().await?;
    Ok(with_session(go_saying("/", "password_chosen")?, &asking.services, Some(&token)))
}

async fn show(asking: &Asking, status: StatusCode, form: Form) -> Answer {
    let page = Page::titled(say_in!(asking.locale, entry.code_title)).working().with_form(form).status(status);
    Ok(asking
        .page(page, || {
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <h1>{say!(entry.code_title)}</h1>
                        <p class="lead">{say!(entry.code_lead)}</p>
                    </header>
                    <ProblemSummary/>
                    <form method="post">
                        <TextField name="username" label=say!(entry.username) autocomplete="username"/>
                        <TextField name="code" label=say!(entry.code) hint=say!(entry.code_hint) autocomplete="one-time-code"/>
                        <TextField name="password" label=say!(entry.new_password) hint=say!(entry.new_password_hint)
                            kind="password" autocomplete="new-password"/>
                        <TextField name="password_again" label=say!(entry.password_again) kind="password"
                            autocomplete="new-password"/>
                        <div class="actions">
                            <button class="btn btn--primary">{say!(entry.come_in)}</button>
                            <a class="btn btn--quiet" href="/sign-in">{say!(entry.other_way)}</a>
                        </div>
                    </form>
                    <p class="soft small">
                        {say!(entry.code_family)} " " <a href="/grant">{say!(entry.code_family_do)}</a> "."
                    </p>
                </Main>
            }
        })
        .await)
}
