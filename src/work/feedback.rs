//! Feedback: written words on one revision, the place in it that they point at, and what the student made of them.

use super::{Picture, Revision, WorkFile};
use crate::at::At;
use crate::field;
use crate::id::{FeedbackId, FileId, PersonId, PictureId, RevisionId};
use crate::language::Language;
use crate::person::Role;
use crate::words::{self, Problem, Problems, limit};

/// The longest recording that feedback points into, in seconds: a school day.
const LONGEST: i64 = 10 * 60 * 60;

kinds! {
    /// Where on a picture: a place of three by three. Left and right as in the picture, which no language turns around.
    pub enum Spot {
        TopLeft = "top-left",
        Top = "top",
        TopRight = "top-right",
        Left = "left",
        Middle = "middle",
        Right = "right",
        BottomLeft = "bottom-left",
        Bottom = "bottom",
        BottomRight = "bottom-right",
    }
}

kinds! {
    /// How a fellow student's sentence begins: about the work, not about the person.
    pub enum Starter {
        Noticed = "noticed",
        Works = "works",
        Wonder = "wonder",
        Try = "try",
    }
}

kinds! {
    /// What the student made of feedback.
    pub enum UseMade {
        /// It went into the work.
        Used = "used",
        /// Something else did, for a reason.
        Differently = "differently",
    }
}

/// What feedback points at; nothing of it when it is about the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pointing {
    /// Words of the revision, quoted.
    pub passage: String,
    /// A picture of the revision, and where on it.
    pub picture: Option<(PictureId, Option<Spot>)>,
    /// A sound or a video of the revision, and the seconds from its beginning.
    pub second: Option<(FileId, i64)>,
}

/// A place as it is typed into the form.
#[derive(Clone, Copy, Debug, Default)]
pub struct TypedPointing<'a> {
    pub passage: &'a str,
    pub picture: &'a str,
    pub spot: &'a str,
    pub recording: &'a str,
    pub minute: &'a str,
}

impl Pointing {
    /// Whether it points at nothing: the whole is meant.
    pub fn is_at_the_whole(&self) -> bool {
        *self == Self::default()
    }

    /// What was typed, checked against the revision it is about.
    pub fn checked(revision: &Revision, typed: TypedPointing) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let passage = problems.take(field::PASSAGE, words::optional_text(typed.passage, limit::WORDS));
        if !passage.is_empty() && !is_quoted(&revision.text, &passage) {
            problems.note(field::PASSAGE, Problem::Choose);
        }
        let picture = Self::on_picture(revision, typed, &mut problems);
        let second = Self::at_second(revision, typed, &mut problems);
        problems.or(Self { passage, picture, second })
    }

    fn on_picture(
        revision: &Revision,
        typed: TypedPointing,
        problems: &mut Problems,
    ) -> Option<(PictureId, Option<Spot>)> {
        let spot = match typed.spot.trim() {
            "" => None,
            word => Spot::named(word).or_else(|| {
                problems.note(field::SPOT, Problem::Choose);
                None
            }),
        };
        let picture = match typed.picture.trim() {
            // Where there is one picture only, a place on it says which.
            "" => match (&revision.pictures[..], spot) {
                ([only], Some(_)) => Some((only.id.clone(), spot)),
                _ => None,
            },
            id => {
                let there = |picture: &&Picture| picture.id.as_str() == id;
                let found = revision.pictures.iter().find(there).map(|picture| (picture.id.clone(), spot));
                if found.is_none() {
                    problems.note(field::PICTURE, Problem::Choose);
                }
                found
            }
        };
        if spot.is_some() && picture.is_none() {
            problems.note(field::PICTURE, Problem::Choose);
        }
        picture
    }

    fn at_second(revision: &Revision, typed: TypedPointing, problems: &mut Problems) -> Option<(FileId, i64)> {
        if typed.minute.trim().is_empty() {
            return None;
        }
        let Some(second) = second_typed(typed.minute) else {
            problems.note(field::MINUTE, Problem::NotATime);
            return None;
        };
        let recordings: Vec<&WorkFile> = revision.recordings().collect();
        let meant = match (typed.recording.trim(), &recordings[..]) {
            ("", [only]) => Some(*only),
            (id, all) => all.iter().find(|file| file.id.as_str() == id).copied(),
        };
        if meant.is_none() {
            problems.note(field::RECORDING, Problem::Choose);
        }
        meant.map(|file| (file.id.clone(), second))
    }
}

/// Whether a text holds these words. Marks, spaces and capitals make no difference: who copies from the page copies
/// neither the stars of bold words nor their line breaks.
pub fn is_quoted(text: &str, passage: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let (text, passage): (String, String) = (letters(text), letters(passage));
    !passage.is_empty() && text.contains(&passage)
}

/// A place in a recording as people write it: "1:05", "1:02:05", "65".
pub fn second_typed(typed: &str) -> Option<i64> {
    let parts: Vec<&str> = typed.trim().split(':').collect();
    if parts.len() > 3 || parts.iter().any(|part| part.is_empty() || part.len() > 5) {
        return None;
    }
    let mut second: i64 = 0;
    for (place, part) in parts.iter().enumerate() {
        let number: i64 = part.chars().all(|c| c.is_ascii_digit()).then(|| part.parse().ok())??;
        if place > 0 && number > 59 {
            return None;
        }
        second = second * 60 + number;
    }
    (second <= LONGEST).then_some(second)
}

/// The same, as it is read: "1:05".
pub fn minute_of(second: i64) -> String {
    let (hours, minutes, seconds) = (second / 3600, second / 60 % 60, second % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// Written words on one revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    pub id: FeedbackId,
    pub revision_id: RevisionId,
    pub author_id: PersonId,
    pub author: String,
    pub role: Role,
    /// A fellow student's beginning of the sentence.
    pub starter: Option<Starter>,
    pub text: String,
    pub language: Language,
    pub pointing: Pointing,
    pub made_at: At,
    pub answer: Option<FeedbackAnswer>,
    pub hidden: Option<Hidden>,
    /// What a correction must have been made from.
    pub version: i64,
    /// How it read before its author corrected it, the latest first.
    pub earlier: Vec<EarlierWords>,
    /// Since when its words are taken back; what was answered to them stays.
    pub withdrawn_at: Option<At>,
}

/// How feedback read before.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct EarlierWords {
    pub text: String,
    pub language: Language,
    /// When it was put in these words.
    pub worded_at: At,
}

/// What the student said to feedback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackAnswer {
    pub use_made: UseMade,
    pub reason: String,
    pub language: Language,
    /// Goes up with every change.
    pub version: i64,
    pub at: At,
}

/// That words are out of sight: an advisor hid a fellow student's, with a reason; or a student whatever was said to them, silently
/// or with one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    pub by: String,
    pub by_id: PersonId,
    pub reason: String,
    pub at: At,
}

/// An answer to feedback, checked: doing it differently has a reason.
pub fn checked_answer(use_made: &str, reason: &str) -> Result<(UseMade, String), Problems> {
    let mut problems = Problems::default();
    let use_made = UseMade::named(use_made);
    if use_made.is_none() {
        problems.note(field::USE, Problem::Choose);
    }
    let reason = match use_made {
        Some(UseMade::Differently) => words::text(reason, limit::WORDS),
        _ => words::optional_text(reason, limit::WORDS),
    };
    let reason = problems.take(field::REASON, reason);
    problems.or((use_made.unwrap_or(UseMade::Used), reason))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::work::FileKind;
    use proptest::prelude::*;

    fn a_revision(text: &str) -> Revision {
        let picture =
            Picture { id: PictureId::new(), description: String::new(), width: 4, height: 3, is_decorative: false };
        Revision {
            id: RevisionId::new(),
            number: 1,
            text: text.into(),
            html: None,
            links: String::new(),
            reflection_prompt: String::new(),
            reflection: String::new(),
            made_at: At(0),
            is_answered: false,
            pictures: vec![picture],
            files: Vec::new(),
        }
    }

    fn a_recording(kind: FileKind) -> WorkFile {
        WorkFile {
            id: FileId::new(),
            kind,
            content_type: "audio/ogg".into(),
            name: "song.ogg".into(),
            description: String::new(),
            size: 5,
            unplayed: None,
            conversion: None,
            all_pages: 0,
            pages: Vec::new(),
            captions: Vec::new(),
        }
    }

    fn typed<'a>(passage: &'a str, picture: &'a str, spot: &'a str, minute: &'a str) -> TypedPointing<'a> {
        TypedPointing { passage, picture, spot, minute, recording: "" }
    }

    #[test]
    fn a_passage_is_one_of_the_revisions_own() {
        let text = "I say the **block** is my whole,\nand each square is 1/9 of it.";
        assert!(is_quoted(text, "“The block is my whole, and each”"));
        assert!(!is_quoted(text, "the block is your whole"));
        assert!(!is_quoted(text, "…") && !is_quoted("", "block"));
        assert!(is_quoted("外婆的算盘，珠子", "算盘 珠子"));
        let revision = a_revision(text);
        let wrong = Pointing::checked(&revision, typed("the pizza", "", "", "")).unwrap_err();
        assert_eq!(wrong.of(field::PASSAGE), Some(&Problem::Choose));
    }

    #[test]
    fn a_place_on_a_picture_is_on_one_of_the_revisions_own() {
        let revision = a_revision("words");
        let own = revision.pictures[0].id.to_string();
        let pointing = Pointing::checked(&revision, typed("", &own, "top-right", "")).unwrap();
        assert_eq!(pointing.picture, Some((revision.pictures[0].id.clone(), Some(Spot::TopRight))));
        assert!(Pointing::checked(&revision, typed("", &own, "", "")).is_ok(), "the whole picture");
        let foreign = PictureId::new().to_string();
        assert_eq!(
            Pointing::checked(&revision, typed("", "", "top-right", "")).unwrap(),
            pointing,
            "there is only one"
        );
        for wrong in [(foreign.as_str(), "top"), ("<script>", "")] {
            let problems = Pointing::checked(&revision, typed("", wrong.0, wrong.1, "")).unwrap_err();
            assert_eq!(problems.of(field::PICTURE), Some(&Problem::Choose), "{wrong:?}");
        }
        assert!(Pointing::checked(&revision, typed("", &own, "above", "")).unwrap_err().of(field::SPOT).is_some());
        assert!(Pointing::checked(&revision, typed("", "", "", "")).unwrap().is_at_the_whole());
    }

    #[test]
    fn a_second_is_one_of_the_revisions_own_recordings() {
        let mut revision = a_revision("words");
        let at = |recording, minute| TypedPointing { recording, minute, ..TypedPointing::default() };
        let none = Pointing::checked(&revision, at("", "1:05")).unwrap_err();
        assert_eq!(none.of(field::RECORDING), Some(&Problem::Choose), "there is nothing to listen to");
        revision.files = vec![a_recording(FileKind::Document), a_recording(FileKind::Sound)];
        let sound = revision.files[1].id.clone();
        assert_eq!(Pointing::checked(&revision, at("", "1:05")).unwrap().second, Some((sound.clone(), 65)));
        revision.files.push(a_recording(FileKind::Video));
        assert!(Pointing::checked(&revision, at("", "1:05")).is_err(), "which of the two?");
        assert_eq!(Pointing::checked(&revision, at(sound.as_str(), "1:05")).unwrap().second, Some((sound.clone(), 65)));
        let document = revision.files[0].id.to_string();
        assert!(Pointing::checked(&revision, at(&document, "1:05")).is_err());
        assert!(Pointing::checked(&revision, at(sound.as_str(), "")).unwrap().is_at_the_whole());
    }

    #[test]
    fn a_second_is_written_the_way_players_write_it() {
        assert_eq!(second_typed(" 1:05 "), Some(65));
        assert_eq!(second_typed("0:00"), Some(0));
        assert_eq!(second_typed("1:02:05"), Some(3725));
        assert_eq!(second_typed("95"), Some(95));
        for wrong in
            ["", "1:60", "1:", ":5", "-1:00", "1:2:3:4", "99999:00", "1:٣٠", "١:٠٥", "+5", "99999999999999999999"]
        {
            assert_eq!(second_typed(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_second_is_read_as_it_was_written(second in 0..=LONGEST) {
            prop_assert_eq!(second_typed(&minute_of(second)), Some(second));
        }
    }

    #[test]
    fn doing_it_differently_has_a_reason() {
        let wrong = checked_answer("differently", " \u{200B}").unwrap_err();
        assert_eq!(wrong.of(field::REASON), Some(&Problem::Missing));
        assert_eq!(checked_answer("used", ""), Ok((UseMade::Used, String::new())));
        assert!(checked_answer("ignored", "no").unwrap_err().of(field::USE).is_some());
    }
}
