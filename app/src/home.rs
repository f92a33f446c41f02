//! `/`: each role's own beginning.

use kinfolio::person::Role;

use crate::asking::Asking;
use crate::refusal::Answer;

/// The page somebody lands on.
pub async fn page(asking: Asking) -> Answer {
    match asking.viewer()?.role {
        Role::Student => crate::work::home::page(asking).await,
        Role::Family => crate::family::home::page(asking).await,
        Role::Advisor => crate::advisory::board::page(asking).await,
        Role::Lead => crate::school::home::page(asking).await,
    }
}
