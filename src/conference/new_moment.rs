//! A moment as a form has it, for a plan.

use super::moment::{MOST_MINUTES, MomentWords, Purpose, Showing, Supports};
use crate::field;
use crate::id::{PictureId, SoundId, StatementId, WorkId};
use crate::words::{Problem, Problems, limit, line, optional_line, optional_text};

/// A moment to be kept, with what it speaks for and what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMoment {
    pub words: MomentWords,
    pub statements: Vec<StatementId>,
    pub works: Vec<Showing>,
}

impl From<MomentWords> for NewMoment {
    fn from(words: MomentWords) -> Self {
        Self { words, statements: Vec::new(), works: Vec::new() }
    }
}

/// A moment as it was typed.
#[derive(Clone, Debug, Default)]
pub struct TypedMoment<'a> {
    pub name: &'a str,
    pub purpose: &'a str,
    pub minutes: &'a str,
    pub language: &'a str,
    pub cue_notes: &'a str,
    pub others_do: &'a str,
    pub supports: Vec<&'a str>,
    pub co_speaker: &'a str,
    /// The recording it opens with, when it is one of the student's.
    pub opening: Option<SoundId>,
    pub opening_words: &'a str,
    pub statements: Vec<&'a str>,
    pub works: Vec<TypedShowing<'a>>,
}

/// A work that a moment shows, as it was typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct TypedShowing<'a> {
    pub work: &'a str,
    pub part: &'a str,
    pub picture: &'a str,
}

/// What a moment can speak for and show.
#[derive(Clone, Debug, Default)]
pub struct MomentChoices<'a> {
    pub statements: Vec<&'a StatementId>,
    pub works: Vec<&'a WorkId>,
    /// The pictures of these works.
    pub pictures: Vec<(&'a WorkId, &'a PictureId)>,
}

impl NewMoment {
    /// What was typed, checked. Only what can be chosen is: somebody else's work, or one that is gone, is neither shown nor
    /// kept. `problems` are those of what came with it.
    ///
    /// # Errors
    /// What is wrong, field by field; of a work, at `part_` and `picture_` with its id.
    pub fn checked(
        typed: &TypedMoment<'_>,
        choices: &MomentChoices<'_>,
        mut problems: Problems,
    ) -> Result<Self, Problems> {
        let name = problems.take(field::NAME, line(typed.name));
        let cue_notes = problems.take(field::CUE_NOTES, optional_text(typed.cue_notes, limit::WORDS));
        let minutes = typed.minutes.trim().parse().ok().filter(|minutes| (1..=MOST_MINUTES).contains(minutes));
        if minutes.is_none() {
            problems.note(field::MINUTES, Problem::NotANumber { min: 1, max: MOST_MINUTES });
        }
        let purpose = problems.chosen(field::PURPOSE, Purpose::named(typed.purpose));
        let language = problems.language(typed.language);
        let mut statements = Vec::new();
        for ticked in &typed.statements {
            let one = choices.statements.iter().find(|id| id.as_str() == *ticked);
            statements.extend(problems.chosen(field::STATEMENTS, one).map(|id| (*id).clone()));
        }
        let mut works = Vec::new();
        for ticked in &typed.works {
            let one = choices.works.iter().find(|id| id.as_str() == ticked.work);
            if let Some(work) = problems.chosen(field::WORKS, one) {
                works.push(choices.showing(work, ticked, &mut problems));
            }
        }
        let others_do = problems.take(field::OTHERS_DO, optional_text(typed.others_do, limit::WORDS));
        let co_speaker = problems.take(field::CO_SPEAKER, optional_line(typed.co_speaker));
        let opening_words = problems.take(field::TRANSCRIPT, optional_text(typed.opening_words, limit::WORDS));
        let supports = Supports::named(typed.supports.iter().copied());
        match (purpose, minutes) {
            (Some(purpose), Some(minutes)) => {
                let (words, opening_id) = (MomentWords::new(name, purpose, minutes, language), typed.opening.clone());
                let words =
                    MomentWords { cue_notes, others_do, supports, co_speaker, opening_id, opening_words, ..words };
                problems.or(Self { words, statements, works })
            }
            _ => Err(problems),
        }
    }
}

impl MomentChoices<'_> {
    /// Which part of a work is shown.
    fn showing(&self, work: &WorkId, typed: &TypedShowing<'_>, problems: &mut Problems) -> Showing {
        let part = problems.take(field::PART.row(work), optional_line(typed.part));
        let picture_id = match typed.picture {
            "" => None,
            chosen => {
                let of_it = self.pictures.iter().find(|(of, id)| *of == work && id.as_str() == chosen);
                problems.chosen(field::PICTURE.row(work), of_it).map(|(_, id)| (*id).clone())
            }
        };
        Showing { work_id: work.clone(), part, picture_id }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> TypedMoment<'static> {
        TypedMoment {
            name: " Fractions,\nmy way ",
            purpose: "work",
            minutes: "9",
            language: "en",
            ..Default::default()
        }
    }

    #[test]
    fn a_moment_speaks_for_and_shows_what_was_chosen() {
        let (statement, work, picture) = (StatementId::new(), WorkId::new(), PictureId::new());
        let choices =
            MomentChoices { statements: vec![&statement], works: vec![&work], pictures: vec![(&work, &picture)] };
        let showing = TypedShowing { work: work.as_str(), part: " the last two lines ", picture: picture.as_str() };
        let statements = vec![statement.as_str()];
        let typed = TypedMoment { statements, works: vec![showing], supports: vec!["pictures", "<b>"], ..typed() };
        let new = NewMoment::checked(&typed, &choices, Problems::default()).unwrap();
        assert_eq!((new.words.name.as_str(), new.words.supports.0.len()), ("Fractions, my way", 1));
        assert_eq!(new.statements, std::slice::from_ref(&statement));
        let shown =
            Showing { part: "the last two lines".into(), picture_id: Some(picture), ..Showing::whole(work.clone()) };
        assert_eq!(new.works, [shown]);
    }

    #[test]
    fn what_was_not_offered_is_neither_shown_nor_kept() {
        let (own, other, picture) = (WorkId::new(), WorkId::new(), PictureId::new());
        let choices =
            MomentChoices { works: vec![&own, &other], pictures: vec![(&other, &picture)], ..Default::default() };
        let showing = |work, picture| TypedShowing { work, picture, ..TypedShowing::default() };
        let of = |statements: Vec<&str>, works: Vec<TypedShowing<'_>>| {
            NewMoment::checked(&TypedMoment { statements, works, ..typed() }, &choices, Problems::default())
        };
        let (unknown, long) = (WorkId::new(), "a".repeat(100_000));
        for nobodys in [unknown.as_str(), "", "\u{0000}", "' OR 1 = 1", &long] {
            assert_eq!(of(vec![nobodys], vec![]), Err(Problems::from([(field::STATEMENTS, Problem::Choose)])));
            assert_eq!(of(vec![], vec![showing(nobodys, "")]), Err(Problems::from([(field::WORKS, Problem::Choose)])));
        }
        let wrong = Problems::from([(field::PICTURE.row(&own), Problem::Choose)]);
        assert_eq!(of(vec![], vec![showing(own.as_str(), picture.as_str())]), Err(wrong), "a picture of another work");
    }

    #[test]
    fn all_that_is_wrong_with_a_moment_is_said_at_once_beside_what_came_with_it() {
        let long = "a".repeat(limit::WORDS + 1);
        let typed = TypedMoment { minutes: "61", cue_notes: &long, name: "\u{200B}\u{0007}", ..TypedMoment::default() };
        let came = Problems::from([(field::SOUND, Problem::NotASound)]);
        let problems = NewMoment::checked(&typed, &MomentChoices::default(), came).unwrap_err();
        let wrong: Vec<&str> = problems.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(wrong, ["cue_notes", "language", "minutes", "name", "purpose", "sound"]);
    }
}
