//! The kinds of recordings.

kinds! {
    /// What a recording is, by what is in it.
    pub enum SoundKind {
        /// WebM with Opus, as Chrome and Firefox record.
        WebM = "webm",
        /// Ogg with Opus or Vorbis.
        Ogg = "ogg",
        /// MP4 with AAC, as Safari and most phones record.
        Mp4 = "mp4",
        Mp3 = "mp3",
        /// AAC by itself, as ADTS.
        Aac = "aac",
        Flac = "flac",
        Wav = "wav",
    }
}

impl SoundKind {
    /// For the `Content-Type` header.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::WebM => "audio/webm",
            Self::Ogg => "audio/ogg",
            Self::Mp4 => "audio/mp4",
            Self::Mp3 => "audio/mpeg",
            Self::Aac => "audio/aac",
            Self::Flac => "audio/flac",
            Self::Wav => "audio/wav",
        }
    }
}
