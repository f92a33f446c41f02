//! `/undo/{undo}`: what somebody just did is as it was before, for ten minutes.

use kinfolio::id::UndoId;
use kinfolio::taking_back::{Undoable, Undone};

use crate::asking::{Asking, In, go_saying};
use crate::refusal::{Answer, Refusal};
use crate::said::Done;

/// Undoes it, and goes back to where it was done.
pub async fn undo(asking: Asking, In(id): In<UndoId>) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write_again().await?;
    match Undoable::undo(&mut tx, viewer, &id, asking.now()).await? {
        Undone::Undone(path) => {
            tx.commit().await?;
            // The place itself may be gone.
            go_saying(path.split('#').next().unwrap_or("/"), Done::Undone)
        }
        Undone::GoneOn(path) => go_saying(path, Done::NotUndone),
        Undone::NotTheirs => Err(Refusal::NotFound),
        Undone::TooLate => go_saying("/bin", Done::TooLateToUndo),
    }
}
