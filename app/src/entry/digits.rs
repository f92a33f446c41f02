//! The second page of signing in: the digits that an app shows, for whoever has set that up. That the password was right is
//! in the form, under a seal and for a few minutes; nothing is kept of somebody who is half way in.

use http::StatusCode;
use kinfolio::field;
use kinfolio::person::notice::{self, Told, WayChange};
use kinfolio::person::second_step::{self, HalfWay, Taken};
use kinfolio::throttle::Try;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::attempt::{Throttled, origin};
use super::sign_in;
use crate::asking::{Asking, go};
use crate::fields::{Fields, Values};
use crate::form::Form;
use crate::parts::{Hidden, ProblemSummary, TextField};
use crate::refusal::Answer;
use crate::shell::{Main, Page, Width};

/// There is no such page by itself: it begins with a password.
pub async fn page(_: Asking) -> Answer {
    go("/sign-in")
}

/// Takes the digits, and signs in.
pub async fn come_in(asking: Asking, fields: Fields) -> Answer {
    let (secrets, now) = (&asking.services.secrets, asking.now());
    let half = fields.get(field::HALF_WAY).to_owned();
    let mut conn = asking.read().await?;
    let person = HalfWay::read(&mut conn, secrets, &half, now).await?;
    drop(conn);
    let mut problems = Problems::default();
    let Some(person) = person else {
        problems.note(field::PASSWORD, Problem::Said(say_in!(asking.locale, account.door_late)));
        let form = Form::again(&fields.values, problems);
        return sign_in::show(&asking, StatusCode::UNPROCESSABLE_ENTITY, form).await;
    };
    let typed = fields.get(field::DIGITS);
    if typed.trim().is_empty() {
        problems.note(field::DIGITS, Problem::Missing);
        return ask(&asking, half, &fields.values, Form::again(&fields.values, problems)).await;
    }
    let trying = Try::at_digits(secrets, person.id.as_str(), &origin(&asking));
    if let Err(wait) = trying.begin(&asking.services.db, now).await? {
        let throttled = Throttled::Wait(wait);
        problems.note(field::DIGITS, Problem::Said(throttled.said(asking.locale)));
        let mut page = ask(&asking, half, &fields.values, Form::again(&fields.values, problems)).await?;
        *page.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        return Ok(throttled.answer(page));
    }
    let mut tx = asking.write_again().await?;
    match second_step::take(&mut tx, secrets, &person.id, typed, now).await? {
        Taken::Digits => {}
        Taken::SpareCode => {
            let whose = (&person.school_id, &person.id);
            notice::tell(&mut tx, whose, WayChange::SpareCode, Told::default(), now).await?;
        }
        Taken::No => {
            drop(tx);
            problems.note(field::DIGITS, Problem::Said(say_in!(asking.locale, account.step_wrong)));
            return ask(&asking, half, &fields.values, Form::again(&fields.values, problems)).await;
        }
    }
    trying.got_in(&mut tx).await?;
    sign_in::let_in(&asking, tx, &person, &fields.values).await
}

/// Asks for the digits; carries on where signing in was to lead, with the words of the form that was interrupted.
pub(super) async fn ask(asking: &Asking, half: String, carried: &Values, form: Form) -> Answer {
    let (then, kept) = (carried.get(field::THEN).to_owned(), carried.get(field::KEPT).to_owned());
    let page = Page::titled(say_in!(asking.locale, account.door_title)).working().with_form(form);
    Ok(asking
        .page(page, move || {
            let enctype = (!kept.is_empty()).then_some("multipart/form-data");
            let kept = (!kept.is_empty()).then(|| view! { <Hidden name=field::KEPT value=kept/> });
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <h1>{say!(account.door_title)}</h1>
                        <p class="lead">{say!(account.door_lead)}</p>
                    </header>
                    <ProblemSummary/>
                    <form method="post" action="/sign-in/digits" enctype=enctype>
                        <Hidden name=field::HALF_WAY value=half/>
                        <Hidden name=field::THEN value=then/>
                        {kept}
                        <TextField name=field::DIGITS label=say!(account.door_digits) words=false
                            autocomplete="one-time-code"/>
                        <div class="actions">
                            <button class="btn btn--primary">{say!(entry.come_in)}</button>
                            <a class="btn btn--quiet" href="/sign-in">{say!(entry.back_not)}</a>
                        </div>
                    </form>
                    <p class="soft small">
                        {say!(account.door_lost)} " " <a href="/sign-in/code">{say!(entry.have_code)}</a>
                    </p>
                </Main>
            }
        })
        .await)
}
