//! A student's work goes into the bin, comes back from there, or goes for good; what lies in it is shown by
//! [`taking_back::bin`](crate::taking_back::bin).

use kinfolio::field;
use kinfolio::id::WorkId;
use kinfolio::person::Role;
use kinfolio::policy::Action;
use kinfolio::work::Work;

use super::found;
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::refusal::{Answer, Refusal};
use crate::said::Done;

/// `/work/{work}/bin`: takes it back.
pub async fn put(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (work, _) = found(&asking, &mut tx, &id, Action::ChangeWork).await?;
    // A form that was never seen throws nothing away.
    if !fields.has(field::SURE) {
        return Err(Refusal::Broken);
    }
    work.put_into_bin(&mut tx, asking.now()).await?;
    tx.commit().await?;
    go_saying("/work", Done::InBin)
}

/// `/work/{work}/bring-back`: it is there again, for whom it was before.
pub async fn bring_back(asking: Asking, In(id): In<WorkId>) -> Answer {
    let mut tx = asking.write().await?;
    let (work, _) = found(&asking, &mut tx, &id, Action::ChangeWork).await?;
    Work::bring_back(&mut tx, &work.school_id, &work.id).await?;
    tx.commit().await?;
    go_saying(format!("/work/{id}"), Done::WorkIsBack)
}

/// `/work/{work}/delete`: gone for good, out of the bin. What others wrote about stays.
pub async fn delete(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let viewer = asking.as_role(Role::Student)?;
    let mut tx = asking.write().await?;
    let work = Work::find_in_bin(&mut tx, viewer, &id).await?.ok_or(Refusal::NotFound)?;
    if !fields.has(field::SURE) {
        return Err(Refusal::Broken);
    }
    let gone = work.delete_for_good(&mut tx).await?;
    tx.commit().await?;
    go_saying("/bin", if gone { Done::Deleted } else { Done::StaysInBin })
}
