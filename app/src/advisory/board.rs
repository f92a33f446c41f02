use crate::asking::Asking;
use crate::refusal::{Answer, Refusal};

/// Home.
pub async fn page(asking: Asking) -> Answer {
    asking.viewer()?;
    Err(Refusal::NotFound)
}
