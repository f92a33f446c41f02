//! A contribution in another language: beside it, by somebody with a name, and never instead of it.

use crate::at::At;
use crate::id::{ContributionId, PersonId, TranslationId};
use crate::language::Language;
use crate::person::Role;

use super::Contribution;

/// A contribution in another language.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Translation {
    pub id: TranslationId,
    pub contribution_id: ContributionId,
    /// The version of the words it was made from.
    pub of_version: i64,
    pub text: String,
    pub language: Language,
    pub translated_by: PersonId,
    pub translator_name: String,
    pub translated_at: At,
    /// Who of the family said that it is right.
    pub checker_name: Option<String>,
    pub checker_role: Option<Role>,
    /// Whether a machine made it, and no person has checked it yet.
    pub is_draft: bool,
}

impl Translation {
    /// Whether somebody who sees the contribution sees this: one of earlier words would tell what those were, and they are
    /// their author's alone.
    pub fn is_seen_by(&self, contribution: &Contribution, person: Option<&PersonId>) -> bool {
        let is_theirs = |of: &PersonId| person == Some(of);
        self.of_version == contribution.version || is_theirs(&contribution.author_id) || is_theirs(&self.translated_by)
    }

    /// Whether somebody who sees the contribution can say that this is right: its author, or the student's family; never
    /// the one who translated it. A machine's draft whoever brought it can read and put right as well.
    pub fn is_checked_by(&self, author: &PersonId, person: &PersonId, role: Role) -> bool {
        if self.is_draft && *person == self.translated_by {
            return true;
        }
        *person != self.translated_by && (person == author || role == Role::Family)
    }
}

mod store {
    use super::*;
    use crate::definition::Definition;
    use crate::id::SchoolId;
    use crate::saved::Saved;
    use crate::store::{Conn, StoreError, Tx, all, maybe, run};

    impl Translation {
        /// The translations of these contributions, the oldest first, as far as whoever looks at the definition sees them.
        pub async fn of(
            conn: &mut Conn,
            definition: &Definition,
            contributions: &[Contribution],
        ) -> Result<Vec<Self>, StoreError> {
            let mut translations: Vec<Self> = all!(
                conn,
                "SELECT translation.id, contribution_id, of_version, translation.text, translation.language, translated_by,
                    translator.name AS translator_name, translated_at, checker.name AS checker_name,
                    checker.role AS checker_role, is_draft <> 0 AS is_draft
                 FROM translation
                 JOIN contribution ON contribution.id = contribution_id
                 JOIN person translator ON translator.id = translated_by
                 LEFT JOIN person checker ON checker.id = checked_by
                 WHERE translation.school_id = $1 AND definition_id = $2 ORDER BY translation.id",
                &definition.school_id,
                &definition.id
            )?;
            let person = definition.looked_at_by.as_ref();
            translations.retain(|translation| {
                let of = contributions.iter().find(|words| words.id == translation.contribution_id);
                of.is_some_and(|words| translation.is_seen_by(words, person))
            });
            Ok(translations)
        }

        /// The contribution that a translation stands beside.
        pub async fn contribution_of(
            conn: &mut Conn,
            school: &SchoolId,
            id: &TranslationId,
        ) -> Result<Option<ContributionId>, StoreError> {
            let found: Option<(ContributionId,)> =
                maybe!(conn, "SELECT contribution_id FROM translation WHERE school_id = $1 AND id = $2", school, id)?;
            Ok(found.map(|(id,)| id))
        }

        /// Says that it is right, as it was read: a translation that was mended in the meantime is to be read again.
        pub async fn check(
            &self,
            tx: &mut Tx,
            school: &SchoolId,
            read_at: i64,
            by: &PersonId,
            now: At,
        ) -> Result<Saved, StoreError> {
            let checked = run!(
                tx,
                "UPDATE translation SET is_draft = 0,
                    checked_by = CASE WHEN translated_by = $4 THEN checked_by ELSE COALESCE(checked_by, $4) END,
                    checked_at = CASE WHEN translated_by = $4 THEN checked_at ELSE COALESCE(checked_at, $5) END
                 WHERE school_id = $1 AND id = $2 AND translated_at = $3",
                school,
                &self.id,
                read_at,
                by,
                now
            )?;
            Ok(Saved::unless_stale(checked))
        }
    }

    impl Contribution {
        /// Adds a translation, or mends the one this person made into this language. What is mended has to be checked
        /// again.
        pub async fn translate(
            &self,
            tx: &mut Tx,
            definition: &Definition,
            by: &PersonId,
            (text, language, is_draft): (&str, &Language, bool),
            now: At,
        ) -> Result<(), StoreError> {
            run!(
                tx,
                "INSERT INTO translation
                    (id, school_id, contribution_id, of_version, text, language, translated_by, translated_at,
                     is_draft)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                 ON CONFLICT (contribution_id, language, translated_by) DO UPDATE SET
                    text = excluded.text, of_version = excluded.of_version, translated_at = excluded.translated_at,
                    checked_by = NULL, checked_at = NULL, is_draft = excluded.is_draft
                 WHERE translation.text <> excluded.text OR translation.of_version <> excluded.of_version
                    OR translation.is_draft <> excluded.is_draft",
                TranslationId::new(),
                &definition.school_id,
                &self.id,
                self.version,
                text,
                language,
                by,
                now,
                i64::from(is_draft)
            )?;
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translation_is_checked_by_the_author_or_the_family_and_never_by_its_translator() {
        let (author, translator, other) = (PersonId::new(), PersonId::new(), PersonId::new());
        let translation = Translation {
            id: TranslationId::new(),
            contribution_id: ContributionId::new(),
            of_version: 1,
            text: "What you learn, you share warm.".into(),
            language: Language::english(),
            translated_by: translator.clone(),
            translator_name: "Ruth".into(),
            translated_at: At(0),
            checker_name: None,
            checker_role: None,
            is_draft: false,
        };
        for role in Role::ALL {
            assert!(!translation.is_checked_by(&author, &translator, *role));
            assert!(translation.is_checked_by(&author, &author, *role));
            assert_eq!(translation.is_checked_by(&author, &other, *role), *role == Role::Family);
        }
        let own = Translation { translated_by: author.clone(), ..translation };
        assert!(!own.is_checked_by(&author, &author, Role::Family));
    }
}
