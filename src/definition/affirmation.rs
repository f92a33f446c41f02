//! One person's answer to a version. Never assumed: who says nothing has not answered.

use crate::at::At;
use crate::id::PersonId;
use crate::person::Role;

use super::Saying;

kinds! {
    /// What somebody says to a version.
    pub enum AffirmationAnswer {
        /// Yes, this is ours.
        Affirm = "affirm",
        /// Yes, and there is something to add.
        WithNote = "with_note",
        /// Not yet: the note says what is missing.
        NotYet = "not_yet",
    }
}

impl AffirmationAnswer {
    /// Whether it says yes.
    pub fn affirms(self) -> bool {
        matches!(self, Self::Affirm | Self::WithNote)
    }

    /// Whether it needs something said beside it.
    pub fn needs_a_note(self) -> bool {
        matches!(self, Self::WithNote | Self::NotYet)
    }
}

/// Somebody who is asked, and what they answered so far.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Answered {
    pub person_id: PersonId,
    pub name: String,
    pub role: Role,
    /// How a family member stands to the student, in their own words.
    pub kinship: Option<String>,
    /// `None`: has not answered, or answered words of which some were taken back since.
    pub answer: Option<AffirmationAnswer>,
    /// Since when their answer counts no longer, because of words that were taken back.
    pub lapsed_at: Option<At>,
    /// What they said with it; may be nothing.
    #[sqlx(flatten, try_from = "SayingRow")]
    pub said: Saying,
    pub answered_at: Option<At>,
    /// The advisor who wrote it down from paper.
    pub recorder_name: Option<String>,
}

impl Answered {
    /// Whether an advisor may write down what this person answered on paper: the student and the family may answer so,
    /// as long as they have not answered themselves. Nobody's own answer is written over, also when it has lapsed.
    pub fn may_be_recorded(&self) -> bool {
        let is_silent = self.answer.is_none() && self.lapsed_at.is_none();
        matches!(self.role, Role::Student | Role::Family) && (is_silent || self.recorder_name.is_some())
    }
}

use super::SayingRow;

/// Whether a version is affirmed: the student, at least one family member and at least one advisor say yes. Nobody's yes
/// stands in for another voice's, and somebody's *not yet* stays in sight beside it without stopping the others.
pub fn is_affirmed(answers: impl IntoIterator<Item = (Role, AffirmationAnswer)>) -> bool {
    let voices: Vec<Role> = answers.into_iter().filter(|(_, answer)| answer.affirms()).map(|(role, _)| role).collect();
    [Role::Student, Role::Family, Role::Advisor].iter().all(|voice| voices.contains(voice))
}

mod store {
    use super::*;
    use crate::definition::{Definition, Version};
    use crate::id::{AffirmationId, VersionId};
    use crate::store::{Conn, StoreError, Tx, all, run};

    /// An answer on its way.
    #[derive(Clone, Debug)]
    pub struct Affirming {
        pub person_id: PersonId,
        pub answer: AffirmationAnswer,
        pub said: Saying,
        /// The advisor who writes it down from paper.
        pub recorded_by: Option<PersonId>,
    }

    impl Answered {
        /// Everybody who is asked: the student, their family, their advisors; and whoever answered before they left. With
        /// no version, nobody has answered.
        pub async fn of_version(
            conn: &mut Conn,
            definition: &Definition,
            version: Option<&VersionId>,
        ) -> Result<Vec<Self>, StoreError> {
            // Joined like this, SQLite begins with those who are asked, whatever it knows of how many people a school has.
            let mut people: Vec<Self> = all!(
                conn,
                "SELECT person.id AS person_id, person.name, person.role, kinship.words AS kinship,
                    CASE WHEN lapsed_at IS NULL THEN answer END AS answer, lapsed_at, coalesce(note, '') AS text, coalesce(transcript, '') AS transcript, sound_id, photo_id,
                    photo.width AS photo_width, photo.height AS photo_height, coalesce(photo_words, '') AS photo_words,
                    coalesce(affirmation.language, 'en') AS language, answered_at, recorder.name AS recorder_name
                 FROM (SELECT $2 AS id UNION SELECT person_id FROM kinship WHERE student_id = $2
                    UNION SELECT mine.person_id FROM advisory_member theirs JOIN advisory_member mine
                        ON mine.advisory_id = theirs.advisory_id WHERE theirs.person_id = $2
                    UNION SELECT person_id FROM affirmation WHERE version_id = $3) asked
                 CROSS JOIN person
                 LEFT JOIN kinship ON kinship.person_id = person.id AND kinship.student_id = $2
                 LEFT JOIN affirmation ON affirmation.person_id = person.id AND affirmation.version_id = $3
                 LEFT JOIN photo ON photo.id = photo_id
                 LEFT JOIN person recorder ON recorder.id = recorded_by
                 WHERE person.id = asked.id AND person.school_id = $1 AND (affirmation.id IS NOT NULL OR (person.left_at IS NULL
                    AND (person.id = $2 OR kinship.student_id IS NOT NULL OR person.role = 'advisor')))
                 ORDER BY person.name, person.id",
                &definition.school_id,
                &definition.student_id,
                version.map_or("", VersionId::as_str)
            )?;
            people.sort_by_key(|person| person.role);
            Ok(people)
        }
    }

    impl Version {
        /// Keeps somebody's answer, in place of an earlier one of theirs. Once student, family and advisor have
        /// affirmed, the version is affirmed for good: `true` when it is so by this answer.
        pub async fn answer(
            &self,
            tx: &mut Tx,
            definition: &Definition,
            answering: &Affirming,
            now: At,
        ) -> Result<bool, StoreError> {
            // Two people who answer at the same moment answer one after the other.
            definition.hold(tx).await?;
            run!(
                tx,
                "INSERT INTO affirmation (id, school_id, version_id, person_id, answer, note, transcript, sound_id, photo_id,
                    photo_words, language, answered_at, recorded_by)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                 ON CONFLICT (version_id, person_id) DO UPDATE SET answer = excluded.answer, note = excluded.note,
                    transcript = excluded.transcript, sound_id = excluded.sound_id, photo_id = excluded.photo_id,
                    photo_words = excluded.photo_words, language = excluded.language,
                    answered_at = excluded.answered_at, recorded_by = excluded.recorded_by, lapsed_at = NULL",
                AffirmationId::new(),
                &definition.school_id,
                &self.id,
                &answering.person_id,
                answering.answer,
                &answering.said.text,
                &answering.said.transcript,
                answering.said.sound.as_ref(),
                answering.said.photo_id(),
                answering.said.photo_words(),
                &answering.said.language,
                now,
                answering.recorded_by.as_ref()
            )?;
            let people = Answered::of_version(tx, definition, Some(&self.id)).await?;
            if is_affirmed(people.iter().filter_map(|person| Some((person.role, person.answer?)))) {
                let affirmed = run!(
                    tx,
                    "UPDATE definition_version SET affirmed_at = $3
                     WHERE school_id = $1 AND id = $2 AND affirmed_at IS NULL",
                    &definition.school_id,
                    &self.id,
                    now
                )?;
                return Ok(affirmed == 1);
            }
            Ok(false)
        }
    }
}

pub use store::Affirming;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn silence_is_no_consent() {
        assert!(!is_affirmed([]));
        assert!(!is_affirmed([(Role::Student, AffirmationAnswer::Affirm), (Role::Advisor, AffirmationAnswer::Affirm)]));
        assert!(!is_affirmed([(Role::Student, AffirmationAnswer::Affirm), (Role::Family, AffirmationAnswer::Affirm)]));
        assert!(!is_affirmed([(Role::Family, AffirmationAnswer::Affirm), (Role::Advisor, AffirmationAnswer::Affirm)]));
    }

    fn asked(role: Role) -> Answered {
        Answered {
            person_id: PersonId::new(),
            name: "Ofelia".into(),
            role,
            kinship: None,
            answer: None,
            lapsed_at: None,
            said: Saying::typed("", crate::language::Language::english()),
            answered_at: None,
            recorder_name: None,
        }
    }

    #[test]
    fn what_somebody_answered_themselves_is_not_written_over_from_paper() {
        assert!(asked(Role::Family).may_be_recorded() && asked(Role::Student).may_be_recorded());
        assert!(!asked(Role::Advisor).may_be_recorded(), "an advisor answers for nobody but themselves");
        let on_paper = Answered {
            answer: Some(AffirmationAnswer::NotYet),
            recorder_name: Some("Ruth".into()),
            ..asked(Role::Family)
        };
        assert!(on_paper.may_be_recorded());
        assert!(!Answered { recorder_name: None, ..on_paper }.may_be_recorded());
        assert!(
            !Answered { lapsed_at: Some(At(1)), ..asked(Role::Family) }.may_be_recorded(),
            "their note stays theirs"
        );
    }

    #[test]
    fn student_family_and_advisor_affirm_it_together() {
        let together = [
            (Role::Student, AffirmationAnswer::Affirm),
            (Role::Advisor, AffirmationAnswer::WithNote),
            (Role::Family, AffirmationAnswer::Affirm),
        ];
        assert!(is_affirmed(together));
        let one_is_not_there_yet = together.into_iter().chain([(Role::Family, AffirmationAnswer::NotYet)]);
        assert!(is_affirmed(one_is_not_there_yet));
    }

    fn answers() -> impl Strategy<Value = Vec<(Role, AffirmationAnswer)>> {
        let role = proptest::sample::select(Role::ALL);
        let answer = proptest::sample::select(AffirmationAnswer::ALL);
        proptest::collection::vec((role, answer), 0..8)
    }

    proptest! {
        #[test]
        fn it_is_affirmed_exactly_when_each_voice_says_yes(answers in answers()) {
            let says_yes = |voice| answers.iter().any(|(role, answer)| *role == voice && answer.affirms());
            let all = says_yes(Role::Student) && says_yes(Role::Family) && says_yes(Role::Advisor);
            prop_assert_eq!(is_affirmed(answers.iter().copied()), all);
        }

        #[test]
        fn one_more_answer_never_undoes_it(answers in answers(), more in answers()) {
            if is_affirmed(answers.iter().copied()) {
                prop_assert!(is_affirmed(answers.into_iter().chain(more)));
            }
        }
    }
}
