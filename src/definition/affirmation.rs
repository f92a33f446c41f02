//! One person's answer to a version. Never assumed: who says nothing has not answered.

use crate::at::At;
use crate::id::PersonId;
use crate::language::Language;
use crate::person::Role;

kinds! {
    /// What somebody says to a version.
    pub enum Answer {
        /// Yes, this is ours.
        Affirm = "affirm",
        /// Yes, and there is something to add.
        WithNote = "with_note",
        /// Not yet: the note says what is missing.
        NotYet = "not_yet",
    }
}

impl Answer {
    /// Whether it says yes.
    pub fn affirms(self) -> bool {
        matches!(self, Self::Affirm | Self::WithNote)
    }

    /// Whether it needs words beside it.
    pub fn needs_a_note(self) -> bool {
        matches!(self, Self::WithNote | Self::NotYet)
    }
}

/// Somebody who is asked, and what they answered so far.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Answered {
    pub person_id: PersonId,
    pub name: String,
    pub role: Role,
    /// How a family member stands to the student, in their own words.
    pub kinship: Option<String>,
    /// `None`: has not answered.
    pub answer: Option<Answer>,
    pub note: Option<String>,
    pub language: Option<Language>,
    pub answered_at: Option<At>,
}

/// Whether a version is affirmed: the student, at least one family member and at least one advisor say yes. Nobody's yes
/// stands in for another voice's, and somebody's *not yet* stays in sight beside it without stopping the others.
pub fn is_affirmed(answers: impl IntoIterator<Item = (Role, Answer)>) -> bool {
    let voices: Vec<Role> = answers.into_iter().filter(|(_, answer)| answer.affirms()).map(|(role, _)| role).collect();
    [Role::Student, Role::Family, Role::Advisor].iter().all(|voice| voices.contains(voice))
}

#[cfg(feature = "store")]
mod store {
    use super::*;
    use crate::definition::{Definition, Version};
    use crate::id::{AffirmationId, VersionId};
    use crate::store::{Conn, StoreError, Tx, all, run};

    /// An answer on its way.
    #[derive(Clone, Debug)]
    pub struct Answering {
        pub person_id: PersonId,
        pub answer: Answer,
        pub note: String,
        pub language: Language,
    }

    impl Answered {
        /// Everybody who is asked: the student, their family, their advisors; and whoever answered before they left. With
        /// no version, nobody has answered.
        pub async fn of_version(
            conn: &mut Conn,
            definition: &Definition,
            version: Option<&VersionId>,
        ) -> Result<Vec<Self>, StoreError> {
            let mut people: Vec<Self> = all!(
                conn,
                "SELECT person.id AS person_id, person.name, person.role, kinship.words AS kinship,
                    answer, note, affirmation.language, answered_at
                 FROM person
                 LEFT JOIN kinship ON kinship.person_id = person.id AND kinship.student_id = $2
                 LEFT JOIN affirmation ON affirmation.person_id = person.id AND affirmation.version_id = $3
                 WHERE person.school_id = $1 AND (affirmation.id IS NOT NULL OR (left_at IS NULL AND (
                    person.id = $2 OR kinship.student_id IS NOT NULL
                    OR (person.role = 'advisor' AND EXISTS (
                        SELECT 1 FROM advisory_member mine JOIN advisory_member theirs
                        ON theirs.advisory_id = mine.advisory_id
                        WHERE mine.person_id = person.id AND theirs.person_id = $2)))))
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
        /// affirmed, the version is affirmed for good.
        pub async fn answer(
            &self,
            tx: &mut Tx,
            definition: &Definition,
            answering: &Answering,
            now: At,
        ) -> Result<(), StoreError> {
            // Two people who answer at the same moment answer one after the other.
            definition.hold(tx).await?;
            run!(
                tx,
                "INSERT INTO affirmation (id, school_id, version_id, person_id, answer, note, language, answered_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                 ON CONFLICT (version_id, person_id) DO UPDATE SET answer = excluded.answer, note = excluded.note,
                    language = excluded.language, answered_at = excluded.answered_at",
                AffirmationId::new(),
                &definition.school_id,
                &self.id,
                &answering.person_id,
                answering.answer,
                &answering.note,
                &answering.language,
                now
            )?;
            let people = Answered::of_version(tx, definition, Some(&self.id)).await?;
            if is_affirmed(people.iter().filter_map(|person| Some((person.role, person.answer?)))) {
                run!(
                    tx,
                    "UPDATE definition_version SET affirmed_at = $3
                     WHERE school_id = $1 AND id = $2 AND affirmed_at IS NULL",
                    &definition.school_id,
                    &self.id,
                    now
                )?;
            }
            Ok(())
        }
    }
}

#[cfg(feature = "store")]
pub use store::Answering;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn silence_is_no_consent() {
        assert!(!is_affirmed([]));
        assert!(!is_affirmed([(Role::Student, Answer::Affirm), (Role::Advisor, Answer::Affirm)]));
        assert!(!is_affirmed([(Role::Student, Answer::Affirm), (Role::Family, Answer::Affirm)]));
        assert!(!is_affirmed([(Role::Family, Answer::Affirm), (Role::Advisor, Answer::Affirm)]));
    }

    #[test]
    fn student_family_and_advisor_affirm_it_together() {
        let together =
            [(Role::Student, Answer::Affirm), (Role::Advisor, Answer::WithNote), (Role::Family, Answer::Affirm)];
        assert!(is_affirmed(together));
        let one_is_not_there_yet = together.into_iter().chain([(Role::Family, Answer::NotYet)]);
        assert!(is_affirmed(one_is_not_there_yet));
    }

    fn answers() -> impl Strategy<Value = Vec<(Role, Answer)>> {
        let role = proptest::sample::select(Role::ALL);
        let answer = proptest::sample::select(Answer::ALL);
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
