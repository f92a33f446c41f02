//! Recordings and photos, as far as whoever looks may hear or see them. They have no audience of their own: each noun says
//! whether something of its own holds one, and whether that may be seen (`may_hear`, `may_see`).

use crate::conference;
use crate::definition;
use crate::id::{PhotoId, SoundId};
use crate::person::Viewer;
use crate::photo::PhotoBytes;
use crate::rendition::Rendition;
use crate::sound::StoredSound;
use crate::store::{Conn, StoreError};
use crate::testimony::Testimony;
use crate::work::PictureWidth;

/// A recording, when the viewer may hear it.
pub async fn sound(conn: &mut Conn, viewer: &Viewer, id: &SoundId) -> Result<Option<StoredSound>, StoreError> {
    let Some(sound) = StoredSound::find(conn, &viewer.school_id, id).await? else { return Ok(None) };
    let held = [
        Testimony::may_hear(conn, viewer, id).await?,
        definition::may_hear(conn, viewer, id).await?,
        conference::may_hear(conn, viewer, id).await?,
        Rendition::may_hear(conn, viewer, id).await?,
    ];
    Ok(may(&held, viewer.person_id == sound.brought_by).then_some(sound))
}

/// The name of a photo's bytes, when the viewer may see it.
pub async fn photo(
    conn: &mut Conn,
    viewer: &Viewer,
    id: &PhotoId,
    width: PictureWidth,
) -> Result<Option<String>, StoreError> {
    let Some(photo) = PhotoBytes::find(conn, &viewer.school_id, id).await? else { return Ok(None) };
    let held = [Testimony::may_see_photo(conn, viewer, id).await?, definition::may_see_photo(conn, viewer, id).await?];
    Ok(may(&held, viewer.person_id == photo.brought_by).then(|| photo.in_width(width)))
}

/// What nothing holds yet is open to whoever brought it, and to nobody else; once something holds it, having brought it opens
/// nothing.
fn may(held: &[Option<bool>], brought_it: bool) -> bool {
    match held.iter().flatten().max() {
        Some(open) => *open,
        None => brought_it,
    }
}

#[cfg(test)]
mod tests {
    use super::may;

    #[test]
    fn having_brought_it_opens_only_what_nothing_holds() {
        assert!(may(&[None, None], true));
        assert!(!may(&[None, None], false));
        assert!(!may(&[None, Some(false)], true));
        assert!(may(&[Some(true), Some(false)], false), "one thing that is open is enough");
    }
}
