//! Family members are seen coming by, so that the student knows who looks on.

use kinfolio::grant::{self, Noted, noted};
use kinfolio::person::{Role, Student};
use kinfolio::policy::Relation;

use crate::asking::Asking;
use crate::refusal::Refusal;

/// Notes a visit, when a family member reads a page of this student. A robot that fetches a link and keeps no cookie
/// never gets this far.
pub async fn seen(asking: &Asking, student: &Student) {
    let Some(visitor) = asking.somebody().filter(|viewer| viewer.role == Role::Family) else { return };
    // A page that is read, not a form that is sent: a form's transaction holds the one connection that writes.
    if asking.parts.method != http::Method::GET || student.standing.relation != Relation::LinkedFamily {
        return;
    }
    if noted(student.last_visit_at, asking.now()) == Noted::Already {
        return;
    }
    let note = async {
        let mut tx = asking.write_again().await?;
        grant::visited(&mut tx, visitor, &student.id, asking.now()).await?;
        tx.commit().await?;
        Ok::<(), Refusal>(())
    };
    // The page is worth more than the note about it; the trouble is in the log.
    let _ = note.await;
}
