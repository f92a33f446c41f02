//! Recordings, heard by those who see what holds them, from any place on.

use kinfolio::id::SoundId;
use kinfolio::who_hears;

use super::played::{Played, play};
use crate::asking::{Asking, In};
use crate::refusal::{Answer, Refusal};

/// A recording, or the part of it that a player asks for.
pub async fn hear(asking: Asking, In(id): In<SoundId>) -> Answer {
    let mut conn = asking.read().await?;
    let sound = who_hears::sound(&mut conn, asking.viewer()?, &id).await?.ok_or(Refusal::NotFound)?;
    drop(conn);
    let played =
        Played { hash: &sound.hash, length: sound.size.unsigned_abs(), content_type: sound.kind.content_type() };
    play(&asking, played).await
}
