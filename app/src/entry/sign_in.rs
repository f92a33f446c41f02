//! Signing in with a name and a password, and signing out.

use http::StatusCode;
use kinfolio::field;
use kinfolio::person::credentials;
use kinfolio::person::second_step::{self, HalfWay};
use kinfolio::school::School;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::attempt::SignInAttempt;
use super::demo::{DemoPeople, Folk};
use super::digits_page::ask;
use super::kept_form::KeptForm;
use super::let_in::let_in;
use super::ways_in::SignInForm;
use crate::asking::{Asking, go};
use crate::fields::Fields;
use crate::form::Form;
use crate::own_path::own_path;
use crate::parts::ProblemSummary;
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Width};

/// The sign-in page; where there is no school yet, the way to set one up.
pub async fn page(asking: Asking) -> Answer {
    show(&asking, StatusCode::OK, Form::default()).await
}

/// What a visitor sees who comes to the front door.
pub async fn front_door(asking: &Asking) -> Answer {
    show(asking, StatusCode::UNAUTHORIZED, Form::default()).await
}

/// Signs in.
pub async fn sign_in(asking: Asking, fields: Fields) -> Answer {
    let mut problems = Problems::default();
    let username = problems.take(field::USERNAME, credentials::username(fields.get(field::USERNAME)));
    let password = fields.get(field::PASSWORD).to_owned();
    if password.is_empty() {
        problems.note(field::PASSWORD, Problem::Missing);
    }
    if !problems.is_empty() {
        return show(&asking, StatusCode::UNPROCESSABLE_ENTITY, Form::again(&fields.values, problems)).await;
    }
    // What many people use never opens an account, whoever has it: nothing is counted or hashed for it.
    if credentials::opens_nothing(&password) {
        let many = password.chars().count() >= credentials::SHORTEST;
        let said = many.then(|| Problem::Said(say_in!(asking.locale, entry.common_password)));
        problems.note(field::PASSWORD, said.unwrap_or(Problem::WrongKey));
        return show(&asking, StatusCode::UNPROCESSABLE_ENTITY, Form::again(&fields.values, problems)).await;
    }
    let SignInAttempt { trying, slot, candidates } = match SignInAttempt::at(&asking, "password", &username).await? {
        Ok(attempt) => attempt,
        Err(throttled) => {
            problems.note(field::USERNAME, Problem::Said(throttled.said(asking.locale)));
            let form = Form::again(&fields.values, problems);
            return Ok(throttled.answer(show(&asking, StatusCode::TOO_MANY_REQUESTS, form).await?));
        }
    };
    let tried = candidates.tried();
    let Some(person) = candidates.authenticate(&asking.services.db, &slot, &password).await? else {
        trying.was_wrong(&asking.services.db, asking.now()).await?;
        credentials::was_refused(&asking.services.db, &tried, asking.now()).await?;
        problems.note(field::PASSWORD, Problem::WrongKey);
        return show(&asking, StatusCode::UNPROCESSABLE_ENTITY, Form::again(&fields.values, problems)).await;
    };
    let mut tx = asking.write_again().await?;
    trying.got_in(&mut tx).await?;
    if second_step::since(&mut tx, &person.id).await?.is_some() {
        let half = HalfWay::written(&mut tx, &asking.services.secrets, &person.id, asking.now()).await?;
        tx.commit().await?;
        return ask(&asking, half, &fields.values, Form::default()).await;
    }
    let_in(&asking, tx, &person, &fields.values).await
}

/// The page again, with what is wrong.
pub(super) async fn show(asking: &Asking, status: StatusCode, form: Form) -> Answer {
    let school = School::first(&mut asking.read().await?).await?;
    let Some(school) = school else { return go("/set-up") };
    let folks: Vec<Folk> = if asking.services.settings.demo { Folk::all(asking, &school).await? } else { Vec::new() };
    let then = match own_path(form.values().get(field::THEN)) {
        "/" => asking.query().get(field::THEN).to_owned(),
        then => then.to_owned(),
    };
    let kept = KeptForm::read(form.values().get(field::KEPT)).map(KeptForm::into_values);
    let page = Page::titled(say_in!(asking.locale, entry.sign_in_title)).working().with_form(form).status(status);
    Ok(asking
        .page(page, move || {
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <h1>{say!(entry.sign_in_title)}</h1>
                        <p class="lead">
                            {say!(entry.families)} " " <a href="/grant">{say!(entry.families_code)}</a> "."
                        </p>
                    </header>
                    <ProblemSummary/>
                    <SignInForm then=then kept=kept/>
                    {(!folks.is_empty()).then(|| view! { <DemoPeople folks/> })}
                </Main>
            }
        })
        .await)
}

impl Asking {
    /// The same request, from somebody who has just come in with this token.
    pub(crate) async fn signed_in_with(&self, token: &str) -> Result<Self, Refusal> {
        let mut parts = self.parts.clone();
        let earlier = self.header("cookie").unwrap_or_default();
        let cookies = format!("{}={token}; {earlier}", self.services.settings.cookie());
        parts.headers.insert(http::header::COOKIE, cookies.parse().map_err(Refusal::trouble)?);
        Self::from(parts, self.services.clone()).await
    }
}
