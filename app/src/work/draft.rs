//! A draft that is saved while it is typed.
//!
//! Only a draft: what others can see changes when its student says so, never under their eyes while somebody is in the
//! middle of a sentence. Words for a kept work wait on the device until they are sent with the form.

use axum::response::IntoResponse;
use http::StatusCode;
use kinfolio::field;
use kinfolio::id::WorkId;
use kinfolio::person::Role;
use kinfolio::policy::Action;
use kinfolio::saved::Saved;
use kinfolio::words;
use kinfolio::work::{Work, Writing};

use super::edit::has_no_words;
use super::fields::typed;
use super::found;
use crate::asking::{Asking, In};
use crate::fields::Fields;
use crate::refusal::{Answer, Refusal};
use crate::{when, wording};

/// Saves what is typed so far, and answers with the version that stands now and the time on the clock, each on a line.
/// What does not fit, and what was written over something newer, is answered in words and changes nothing.
pub async fn save_as_typed(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let viewer = asking.as_role(Role::Student)?.clone();
    let (writing, problems) = Writing::checked(&typed(&fields), false);
    let mut tx = asking.write_again().await?;
    let there = Work::held(&mut tx, &viewer, &id).await?;
    if there.is_none() && has_no_words(&fields) {
        // A work does not begin with nothing. Somebody else's is not found.
        found(&asking, &mut tx, &id, Action::ChangeWork).await?;
    }
    if there.is_some_and(|work| work.kept_at.is_some()) {
        return Ok(said(StatusCode::CONFLICT, say_in!(asking.locale, adding.kept_meanwhile)));
    }
    let Some(writing) = writing else {
        let wrong = problems.iter().next().map(|(_, wrong)| wording::problem(asking.locale, wrong));
        return Ok(said(StatusCode::UNPROCESSABLE_ENTITY, wrong.unwrap_or_default()));
    };
    match Work::save(&mut tx, &viewer, &id, &writing, fields.parsed(field::VERSION), false, asking.now()).await? {
        Saved::Foreign | Saved::Full => return Err(Refusal::NotFound),
        // Dropped with its transaction: the form shows both texts when it is sent.
        Saved::Stale => return Ok(said(StatusCode::CONFLICT, say_in!(asking.locale, adding.stale))),
        Saved::Kept(_) => {}
    }
    let work = Work::held(&mut tx, &viewer, &id).await?.ok_or(Refusal::NotFound)?;
    for (name, value) in fields.values.iter() {
        if let (Some(id), Ok(description)) = (name.strip_prefix("describe-"), words::optional_line(value)) {
            work.describe(&mut tx, id, &description).await?;
        }
    }
    tx.commit().await?;
    let time = when::time_in(asking.locale, asking.now(), &viewer.time_zone);
    Ok(said(StatusCode::OK, format!("{}\n{time}", work.version)))
}

fn said(status: StatusCode, words: String) -> axum::response::Response {
    (status, words).into_response()
}
