//! Asking everyone to answer the wording as it stands.

use kinfolio::id::DefinitionId;
use kinfolio::policy::Action;
use kinfolio::taking_back::Act;

use super::{found, path};
use crate::asking::{Asking, In};
use crate::refusal::Answer;
use crate::said::Done;

/// Asks.
pub async fn ask(asking: Asking, In(id): In<DefinitionId>) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let (definition, _) = found(&asking, &mut tx, &id, Action::AskForAnswers).await?;
    let before = asking.before(&mut tx, Act::AskForAnswers, &id).await?;
    definition.ask(&mut tx, &viewer.person_id, asking.now()).await?;
    asking.done(tx, before, format!("{}#answers", path(&definition)), Done::Asked).await
}
