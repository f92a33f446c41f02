//! Photos of something on paper.

use kinfolio::id::PhotoId;
use kinfolio::who_hears;
use kinfolio::work::PictureWidth;

use crate::asking::{Asking, In};
use crate::refusal::{Answer, Refusal};

/// One of a photo's files.
pub async fn show(asking: Asking, In((id, width)): In<(PhotoId, String)>) -> Answer {
    let width = PictureWidth::named(&width).ok_or(Refusal::NotFound)?;
    let mut conn = asking.read().await?;
    let hash = who_hears::photo(&mut conn, asking.viewer()?, &id, width).await?.ok_or(Refusal::NotFound)?;
    drop(conn);
    super::jpeg(&asking, &hash).await
}
