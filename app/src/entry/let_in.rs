//! The end of every sign-in: a session, and on to where somebody wanted.

use kinfolio::field;
use kinfolio::person::Person;
use kinfolio::store::Tx;

use super::Entered;
use super::kept_form::KeptForm;
use super::welcome_back::welcome_back;
use crate::asking::{Asking, go};
use crate::fields::Values;
use crate::own_path::own_path;
use crate::refusal::Answer;

/// Lets somebody in who has proved who they are, and goes on to where they wanted, with the words of the form that was
/// interrupted.
pub(super) async fn let_in(asking: &Asking, mut tx: Tx, person: &Person, values: &Values) -> Answer {
    let entered = Entered::now(asking, &mut tx, person).await?;
    tx.commit().await?;
    let then = match own_path(values.get(field::THEN)) {
        then if then.starts_with("/sign-in") || then.starts_with("/set-up") => "/",
        then => then,
    };
    let answer = match KeptForm::read(values.get(field::KEPT)) {
        Some(kept) => welcome_back(&asking.signed_in_with(&entered.token).await?, then, kept).await?,
        None => go(then)?,
    };
    Ok(entered.answer(asking, answer))
}
