//! Putting a question away, bringing it back, and moving it.

use kinfolio::arranging::Side;
use kinfolio::definition::{Prompt, SchoolWords};
use kinfolio::field::{self};
use kinfolio::id::SchoolPromptId;
use kinfolio::policy::Action;

use super::address;
use crate::asking::{Asking, In, go, go_saying};
use crate::fields::Fields;
use crate::refusal::{Answer, Refusal};
use crate::said::Done;

/// Puts a question away; brings it back when the form says so. The address names one of ours by its word, one of the
/// school's by its id.
pub async fn put_away(asking: Asking, In(word): In<String>, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::ShapePrompts)?;
    let back = fields.has(field::BACK);
    let mut tx = asking.write().await?;
    let words = SchoolWords::held(&mut tx, &viewer.school_id).await?;
    let section = match Prompt::named(&word) {
        Some(prompt) => {
            SchoolWords::put_ours_away(&mut tx, &viewer.school_id, prompt, !back).await?;
            prompt.section()
        }
        None => {
            let id = SchoolPromptId::parse(&word).ok_or(Refusal::NotFound)?;
            let prompt = words.prompt(&id).ok_or(Refusal::NotFound)?;
            if back && prompt.is_put_away && !words.has_room(prompt.section) {
                return go_saying(address(prompt.section), Done::PromptsFull);
            }
            let away = (!back).then(|| asking.now());
            SchoolWords::put_away(&mut tx, &viewer.school_id, &id, away).await?;
            prompt.section
        }
    };
    tx.commit().await?;
    go_saying(address(section), if back { Done::PromptBack } else { Done::PromptAway })
}

/// Puts one of the school's questions before or after another.
pub async fn put_beside(asking: Asking, In(id): In<SchoolPromptId>, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::ShapePrompts)?;
    let mut tx = asking.write().await?;
    let words = SchoolWords::held(&mut tx, &viewer.school_id).await?;
    let prompt = words.prompt(&id).ok_or(Refusal::NotFound)?;
    let neighbour = Side::ALL.iter().find_map(|side| Some((*side, fields.parsed(side.field())?)));
    if let Some((side, other)) = neighbour {
        words.put_beside(&mut tx, &viewer.school_id, prompt, side, &other).await?;
        tx.commit().await?;
    }
    go(format!("{}#p-{id}", address(prompt.section)))
}
