//! The second page of signing in: the digits that an app shows, for whoever has set that up. That the password was right is
//! in the form, under a seal and for a few minutes; nothing is kept of somebody who is half way in.

use http::StatusCode;
use kinfolio::field;
use kinfolio::person::notice::{self, ToldBy, WayChange};
use kinfolio::person::second_step::{self, DigitsTaken, HalfWay};
use kinfolio::throttle::Try;
use kinfolio::words::{Problem, Problems};

use super::attempt::{Throttled, origin};
use super::digits_page::ask;
use super::let_in::let_in;
use super::sign_in;
use crate::asking::{Asking, go};
use crate::fields::Fields;
use crate::form::Form;
use crate::refusal::Answer;

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
        DigitsTaken::Digits => {}
        DigitsTaken::SpareCode => {
            let whose = (&person.school_id, &person.id);
            notice::tell(&mut tx, whose, WayChange::SpareCode, ToldBy::default(), now).await?;
        }
        DigitsTaken::No => {
            drop(tx);
            problems.note(field::DIGITS, Problem::Said(say_in!(asking.locale, account.step_wrong)));
            return ask(&asking, half, &fields.values, Form::again(&fields.values, problems)).await;
        }
    }
    trying.got_in(&mut tx).await?;
    let_in(&asking, tx, &person, &fields.values).await
}
