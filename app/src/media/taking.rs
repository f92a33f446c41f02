//! A recording and a photo that come with a form. Their bytes are kept before anything is written; a form that has to
//! come again carries them along by name.

use kinfolio::field::{self, FieldName};
use kinfolio::id::SoundId;
use kinfolio::media::{KeptPicture, KeptSound, MediaError};
use kinfolio::person::Viewer;
use kinfolio::photo::{self, Photo};
use kinfolio::sound;
use kinfolio::store::Tx;
use kinfolio::words::{Problem, Problems};

use crate::asking::Asking;
use crate::fields::{Fields, SentFile, Values};
use crate::limits::{PICTURE_MB, SOUND_MB};
use crate::refusal::Refusal;

/// The fields of a thing that is brought as a file.
pub(crate) struct Names {
    /// The file itself.
    pub file: FieldName,
    /// One that came before, by id.
    pub kept: FieldName,
    /// Whether that one is to be left out.
    pub leave: FieldName,
}

/// A recording.
pub(crate) const SOUND: Names = Names { file: field::SOUND, kept: field::KEPT_SOUND, leave: field::LEAVE_SOUND };
/// A photo.
pub(crate) const PHOTO: Names = Names { file: field::PHOTO, kept: field::KEPT_PHOTO, leave: field::LEAVE_PHOTO };

/// What came with a form, its bytes kept.
#[derive(Default)]
pub(crate) struct Bytes {
    sound: Option<KeptSound>,
    photo: Option<KeptPicture>,
}

impl Bytes {
    /// Whether a form brings any.
    pub fn come_with(fields: &Fields) -> bool {
        fields.files.iter().any(|file| [SOUND.file, PHOTO.file].iter().any(|name| file.field == *name))
    }

    /// Keeps the bytes of what came with a form, and notes what cannot be taken.
    pub async fn of(asking: &Asking, fields: &Fields, problems: &mut Problems) -> Self {
        let media = &asking.services.media;
        let mut bytes = Self::default();
        if let Some(file) = sent(fields, &SOUND, SOUND_MB, problems) {
            match media.keep_sound(file.path().to_owned()).await {
                Ok(sound) => bytes.sound = Some(sound),
                Err(error) => problems.note(SOUND.file, problem(asking, error)),
            }
        }
        if let Some(file) = sent(fields, &PHOTO, PICTURE_MB, problems) {
            match media.keep_picture(file.path().to_owned()).await {
                Ok(photo) => bytes.photo = Some(photo),
                Err(error) => problems.note(PHOTO.file, problem(asking, error)),
            }
        }
        bytes
    }

    /// Notes what came, and finds what came before: with this form when it was sent the last time, or with the thing
    /// that is being changed. What somebody else brought is not found.
    pub async fn brought(
        &self,
        tx: &mut Tx,
        asking: &Asking,
        values: &Values,
        before: (Option<&SoundId>, Option<&Photo>),
    ) -> Result<(Option<SoundId>, Option<Photo>), Refusal> {
        let viewer = asking.viewer()?;
        let sound = match &self.sound {
            Some(kept) => Some(sound::bring(tx, viewer, kept, asking.now()).await?),
            None => sound_before(tx, viewer, values, before.0).await?,
        };
        let photo = match &self.photo {
            Some(kept) => Some(photo::bring(tx, viewer, kept, asking.now()).await?),
            None => photo_before(tx, viewer, values, before.1).await?,
        };
        Ok((sound, photo))
    }
}

async fn sound_before(
    tx: &mut Tx,
    viewer: &Viewer,
    values: &Values,
    before: Option<&SoundId>,
) -> Result<Option<SoundId>, Refusal> {
    let named: Option<SoundId> = values.parsed(SOUND.kept).filter(|_| !values.has(SOUND.leave));
    if named.is_none() || named.as_ref() == before {
        return Ok(named);
    }
    Ok(sound::brought_by(tx, viewer, named).await?)
}

async fn photo_before(
    tx: &mut Tx,
    viewer: &Viewer,
    values: &Values,
    before: Option<&Photo>,
) -> Result<Option<Photo>, Refusal> {
    let named = values.parsed(PHOTO.kept).filter(|_| !values.has(PHOTO.leave));
    if let Some(photo) = before.filter(|photo| named.as_ref() == Some(&photo.id)) {
        return Ok(Some(photo.clone()));
    }
    Ok(photo::brought_by(tx, viewer, named).await?)
}

/// The file of a field, when one came and fits.
fn sent<'a>(fields: &'a Fields, names: &Names, max_mb: u64, problems: &mut Problems) -> Option<&'a SentFile> {
    let file = fields.files.iter().find(|file| file.field == names.file)?;
    if file.too_big {
        problems.note(&names.file, Problem::FileTooBig { max_mb });
        return None;
    }
    Some(file)
}

fn problem(asking: &Asking, error: MediaError) -> Problem {
    match error {
        MediaError::NotASound(_) => Problem::NotASound,
        MediaError::NotAPicture(_) | MediaError::NotADocument(_) | MediaError::Unknown(_) => Problem::NotAPicture,
        MediaError::NotDrawn(_) => Problem::NotDrawn,
        MediaError::TooManyPixels { .. } => Problem::TooManyPixels,
        MediaError::Missing(_) | MediaError::Trouble(_) => {
            tracing::error!(%error, "a file could not be kept");
            Problem::Said(say_in!(asking.locale, voice.trouble))
        }
    }
}
