//! `/`: each role's own beginning.

use kinfolio::person::Role;

use crate::asking::Asking;
use crate::refusal::{Answer, Refusal};

/// The page somebody lands on.
pub async fn page(asking: Asking) -> Answer {
    match asking.viewer() {
        Err(Refusal::SignIn) if asking.was_a_family() => crate::family::coming_in::front_door(&asking).await,
        Err(Refusal::SignIn) => crate::entry::sign_in::front_door(&asking).await,
        Err(refusal) => Err(refusal),
        Ok(viewer) => {
            let role = viewer.role;
            // A family's ways in are its links, which their student sees.
            if role != Role::Family {
                asking.tell_notices(viewer).await?;
            }
            home_of(role, asking).await
        }
    }
}

async fn home_of(role: Role, asking: Asking) -> Answer {
    match role {
        Role::Student => crate::work::home::page(asking).await,
        Role::Family => crate::family::home::page(asking).await,
        Role::Advisor => crate::advisory::board::page(asking).await,
        Role::Lead => crate::school::home::page(asking).await,
    }
}
