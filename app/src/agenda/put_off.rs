//! `/today/put-off`: an advisor puts something off until a day, or away as read; and brings it back.

use kinfolio::agenda::{FARTHEST_DAYS, PutOff};
use kinfolio::day::Day;
use kinfolio::field;
use kinfolio::policy::Action;

use crate::asking::{Asking, go_saying};
use crate::fields::Fields;
use crate::refusal::{Answer, Refusal};
use crate::said::Done;

/// The longest key of a step, in characters.
const LONGEST: usize = 200;

/// Puts it off. What was put off already is put off until the later word's day.
pub async fn put(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::SeeBoard)?;
    let step = fields.get(field::STEP).to_owned();
    if step.is_empty() || step.len() > LONGEST || step.chars().any(char::is_control) {
        return Err(Refusal::Broken);
    }
    if fields.has(field::BACK) {
        let mut tx = asking.write().await?;
        PutOff::bring_back(&mut tx, viewer, &step).await?;
        tx.commit().await?;
        return go_saying("/#waits", Done::BackOnToday);
    }
    let today = Day::of(asking.now(), &viewer.time_zone);
    let until = match fields.get(field::DAY) {
        "" => None,
        typed => {
            let reach = (today.plus_days(1), today.plus_days(FARTHEST_DAYS));
            Some(Day::typed(typed, reach).map_err(|_| Refusal::Broken)?)
        }
    };
    let mut tx = asking.write().await?;
    PutOff { step, until }.put(&mut tx, viewer, asking.now()).await?;
    tx.commit().await?;
    go_saying("/#waits", Done::PutOff)
}
