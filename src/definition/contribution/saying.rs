//! What a contribution says: typed, spoken, or on paper.

use crate::id::SoundId;
use crate::language::Language;
use crate::photo::Photo;

/// What somebody says, in at least one of three ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// Typed.
    pub text: String,
    /// Spoken.
    pub sound: Option<SoundId>,
    /// What is said in the recording, in words.
    pub transcript: String,
    /// On paper.
    pub photo: Option<Photo>,
    /// Of everything that is said here.
    pub language: Language,
}

impl Saying {
    /// Typed words.
    pub fn typed(text: impl Into<String>, language: Language) -> Self {
        Self { text: text.into(), sound: None, transcript: String::new(), photo: None, language }
    }

    /// What was typed, recorded and put on paper. Words that describe a recording or a photo that is not there are
    /// words all the same: they are read with what was typed.
    pub fn of(
        text: &str,
        (sound, transcript): (Option<SoundId>, &str),
        (photo, photo_words): (Option<Photo>, &str),
        language: Language,
    ) -> Self {
        let adrift = [(sound.is_none(), transcript), (photo.is_none(), photo_words)];
        let adrift = adrift.into_iter().filter(|(alone, _)| *alone).map(|(_, words)| words);
        let typed: Vec<&str> = [text].into_iter().chain(adrift).filter(|words| !words.is_empty()).collect();
        Self {
            text: typed.join("\n\n"),
            transcript: if sound.is_some() { transcript.to_owned() } else { String::new() },
            photo: photo.map(|photo| Photo { words: photo_words.to_owned(), ..photo }),
            sound,
            language,
        }
    }

    /// Whether there is nothing to read, to hear or to see.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.sound.is_none() && self.photo.is_none()
    }

    /// What can be read of it: what was typed, else what is said in the recording, else what is on the paper.
    pub fn in_words(&self) -> &str {
        let on_paper = self.photo.as_ref().map_or("", |photo| photo.words.as_str());
        [self.text.as_str(), self.transcript.as_str(), on_paper]
            .into_iter()
            .find(|words| !words.is_empty())
            .unwrap_or("")
    }
}

/// A saying, as its columns are.
#[derive(sqlx::FromRow)]
pub(crate) struct SayingRow {
    text: String,
    transcript: String,
    language: Language,
    sound_id: Option<SoundId>,
    photo_id: Option<crate::id::PhotoId>,
    photo_width: Option<i64>,
    photo_height: Option<i64>,
    photo_words: String,
}

impl From<SayingRow> for Saying {
    fn from(row: SayingRow) -> Self {
        let photo = row.photo_id.map(|id| Photo {
            id,
            width: row.photo_width.unwrap_or_default(),
            height: row.photo_height.unwrap_or_default(),
            words: row.photo_words,
        });
        Self { text: row.text, sound: row.sound_id, transcript: row.transcript, photo, language: row.language }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voice_alone_says_something() {
        let nothing = Saying::typed("", Language::english());
        assert!(nothing.is_empty());
        let spoken = Saying::of("", (Some(SoundId::new()), "We eat together."), (None, ""), Language::english());
        assert!(!spoken.is_empty());
        assert_eq!(spoken.in_words(), "We eat together.");
        assert_eq!(Saying { text: "We eat.".into(), ..spoken }.in_words(), "We eat.");
    }

    #[test]
    fn words_about_a_recording_that_is_not_there_are_not_lost() {
        let said = Saying::of("We eat.", (None, "Together."), (None, "Every day."), Language::english());
        assert_eq!(said, Saying::typed("We eat.\n\nTogether.\n\nEvery day.", Language::english()));
    }
}
