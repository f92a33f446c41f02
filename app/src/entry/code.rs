//! Coming in with a one-time code from a slip of paper, and choosing a password with it.

use http::StatusCode;
use kinfolio::field;
use kinfolio::person::{Person, code, credentials, guessable};
use kinfolio::school::School;
use kinfolio::store::Conn;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::Entered;
use super::attempt::SignInAttempt;
use crate::asking::{Asking, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{ProblemSummary, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Width};

/// The page for a code.
pub async fn page(asking: Asking) -> Answer {
    show(&asking, StatusCode::OK, Form::default()).await
}

/// Takes a code and a new password, and signs in.
pub async fn come_in_with_code(asking: Asking, fields: Fields) -> Answer {
    let mut problems = Problems::default();
    let username = problems.take(field::USERNAME, credentials::username(fields.get(field::USERNAME)));
    let typed = fields.get(field::CODE).trim().to_owned();
    if typed.is_empty() {
        problems.note(field::CODE, Problem::Missing);
    }
    let again = |problems| Form::again(&fields.values, problems);
    let chosen =
        match credentials::password(fields.get(field::PASSWORD), fields.get(field::PASSWORD_AGAIN), &[&username]) {
            Err(Problem::Different) => problems.take(field::PASSWORD_AGAIN, Err(Problem::Different)),
            checked => problems.take(field::PASSWORD, checked),
        };
    if !problems.is_empty() {
        return show(&asking, StatusCode::UNPROCESSABLE_ENTITY, again(problems)).await;
    }
    let SignInAttempt { trying, slot, .. } = match SignInAttempt::at(&asking, "code", &username).await? {
        Ok(attempt) => attempt,
        Err(throttled) => {
            problems.note(field::USERNAME, Problem::Said(throttled.said(asking.locale)));
            return Ok(throttled.answer(show(&asking, StatusCode::TOO_MANY_REQUESTS, again(problems)).await?));
        }
    };
    // The new password is hashed whether the code fits or not, so that the time it takes says nothing.
    let hash = slot.hash(chosen.clone()).await.map_err(Refusal::trouble)?;
    drop(slot);
    let (secrets, now) = (&asking.services.secrets, asking.now());
    let mut tx = asking.write_again().await?;
    let holder = code::holder(&mut tx, secrets, &username, &typed, now).await?;
    if let Some(person) = &holder
        && is_about_them(&mut tx, person, &chosen).await?
    {
        // The code was right, and still is.
        trying.got_in(&mut tx).await?;
        tx.commit().await?;
        problems.note(field::PASSWORD, Problem::Guessable);
        return show(&asking, StatusCode::UNPROCESSABLE_ENTITY, again(problems)).await;
    }
    let used = match &holder {
        Some(person) => code::use_up(&mut tx, secrets, &person.id, &typed, now).await?,
        None => false,
    };
    let Some(person) = holder.filter(|_| used) else {
        drop(tx);
        trying.was_wrong(&asking.services.db, now).await?;
        problems.note(field::CODE, Problem::Said(say_in!(asking.locale, entry.wrong_code)));
        return show(&asking, StatusCode::UNPROCESSABLE_ENTITY, again(problems)).await;
    };
    trying.got_in(&mut tx).await?;
    credentials::change(&mut tx, &person.school_id, &person.id, &hash).await?;
    let entered = Entered::now(&asking, &mut tx, &person).await?;
    tx.commit().await?;
    Ok(entered.answer(&asking, go_saying("/", Done::PasswordChosen)?))
}

/// Whether a password is made of a person's own name or their school's.
async fn is_about_them(conn: &mut Conn, person: &Person, chosen: &str) -> Result<bool, Refusal> {
    let school = School::find(conn, &person.school_id).await?.map(|school| school.name).unwrap_or_default();
    let username = person.username.as_deref().unwrap_or_default();
    Ok(guessable::is_guessable(chosen, &[&person.name, &school, username]))
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
                        <TextField name=field::USERNAME label=say!(entry.username) autocomplete="username"/>
                        <TextField name=field::CODE label=say!(entry.code) hint=say!(entry.code_hint) autocomplete="one-time-code"/>
                        <TextField name=field::PASSWORD label=say!(entry.new_password) hint=say!(entry.new_password_hint)
                            kind="password" autocomplete="new-password"/>
                        <TextField name=field::PASSWORD_AGAIN label=say!(entry.password_again) kind="password"
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
