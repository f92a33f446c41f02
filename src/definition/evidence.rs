//! What speaks for a statement: a work, or a short story, with why. The student says so; a work that is not open to
//! somebody is not shown to them here either.

use crate::at::At;
use crate::field;
use crate::id::{EvidenceId, StatementId, WorkId};
use crate::language::Language;
use crate::words::{self, Problem, Problems};

kinds! {
    /// How far it goes already.
    pub enum EvidenceKind {
        /// It has begun.
        Growing = "growing",
        /// It can be seen.
        Shown = "shown",
        /// It is on its way there: honest, and worth saying.
        NotYet = "not_yet",
    }
}

/// What it is that speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A work, with its title (empty while it has none) and the language of it.
    Work { id: WorkId, title: String, language: Language },
    /// A story, in the student's words.
    Story(String),
}

/// A work or a story that speaks for a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub id: EvidenceId,
    pub statement_id: StatementId,
    pub source: Source,
    pub kind: EvidenceKind,
    /// In the student's words; empty only where a story says it all.
    pub why: String,
    /// Of the student's words here.
    pub language: Language,
    /// What a change must have been made from.
    pub version: i64,
    pub made_at: At,
}

/// What the student says of a work or a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// None when it is a story.
    pub work: Option<WorkId>,
    /// Empty when it is a work.
    pub story: String,
    pub kind: EvidenceKind,
    pub why: String,
    pub language: Language,
}

/// A tie as it was typed.
#[derive(Clone, Debug, Default)]
pub struct TypedTie<'a> {
    /// The work that was chosen, when it is one of the student's.
    pub work: Option<WorkId>,
    pub story: &'a str,
    pub kind: &'a str,
    pub why: &'a str,
    pub language: &'a str,
}

impl Tie {
    /// What was typed, checked. Nothing that speaks is said at `story`; why is asked of a work, a story may say it all.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn checked(typed: &TypedTie<'_>) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let story = problems.take(field::STORY, words::optional_text(typed.story, words::limit::WORDS));
        let why = problems.take(field::WHY, words::optional_text(typed.why, words::limit::WORDS));
        if typed.work.is_none() && story.is_empty() {
            problems.note(field::STORY, Problem::Missing);
        }
        if typed.work.is_some() && why.is_empty() {
            problems.note(field::WHY, Problem::Missing);
        }
        let kind = EvidenceKind::named(typed.kind);
        let language = Language::tagged(typed.language);
        match (kind, language) {
            (Some(kind), Some(language)) => problems.or(Self { work: typed.work.clone(), story, kind, why, language }),
            (kind, language) => {
                if kind.is_none() {
                    problems.note(field::KIND, Problem::Choose);
                }
                if language.is_none() {
                    problems.note(field::LANGUAGE, Problem::Choose);
                }
                Err(problems)
            }
        }
    }
}

mod store {
    use super::*;
    use crate::definition::{Definition, Section};
    use crate::id::{DefinitionId, SchoolId};
    use crate::policy::{Action, Audience, Standing};
    use crate::saved::Saved;
    use crate::store::{Conn, StoreError, Tx, all, maybe, run};
    use crate::work::Work;

    #[derive(sqlx::FromRow)]
    struct EvidenceRow {
        id: EvidenceId,
        statement_id: StatementId,
        definition_id: DefinitionId,
        section: Section,
        story: String,
        kind: EvidenceKind,
        why: String,
        language: Language,
        version: i64,
        made_at: At,
        work_id: Option<WorkId>,
        work_title: Option<String>,
        work_language: Option<Language>,
        work_audience: Option<Audience>,
        work_kept_at: Option<At>,
    }

    impl EvidenceRow {
        /// Whether somebody may see it: the section of its statement, and the work, where it is one.
        fn may_be_seen(&self, definition: &Definition, standing: Standing) -> bool {
            let work = self.work_audience.is_none_or(|audience| {
                standing.may(Action::SeeWork, Work::audience_of(audience, self.work_kept_at.is_some()))
            });
            work && definition.may(standing, Action::SeeSection, self.section)
        }

        fn read(self) -> Evidence {
            let source = match (self.work_id, self.work_title, self.work_language) {
                (Some(id), Some(title), Some(language)) => Source::Work { id, title, language },
                _ => Source::Story(self.story),
            };
            Evidence {
                id: self.id,
                statement_id: self.statement_id,
                source,
                kind: self.kind,
                why: self.why,
                language: self.language,
                version: self.version,
                made_at: self.made_at,
            }
        }
    }

    /// What became of tying something to a statement.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Tied {
        /// It speaks for it now, under this id.
        Kept(EvidenceId),
        /// This work spoke for it already, under this id; nothing was changed.
        Already(EvidenceId),
    }

    impl Evidence {
        /// What speaks for the statements of a definition, as far as somebody who stands so to the student may see it,
        /// the oldest first.
        pub async fn of_definition(
            conn: &mut Conn,
            definition: &Definition,
            standing: Standing,
        ) -> Result<Vec<Self>, StoreError> {
            let rows: Vec<EvidenceRow> = all!(
                conn,
                "SELECT evidence.id, statement_id, definition_id, section, story, kind, why, evidence.language,
                    evidence.version, made_at, work_id, work.title AS work_title, work.language AS work_language,
                    work.audience AS work_audience, work.kept_at AS work_kept_at
                 FROM evidence JOIN statement ON statement.id = statement_id LEFT JOIN work ON work.id = work_id
                 WHERE evidence.school_id = $1 AND definition_id = $2 AND work.binned_at IS NULL
                 ORDER BY made_at, evidence.id",
                &definition.school_id,
                &definition.id
            )?;
            let seen = rows.into_iter().filter(|row| row.may_be_seen(definition, standing));
            Ok(seen.map(EvidenceRow::read).collect())
        }

        /// What a work speaks for, with the definition the statement stands in, as far as somebody may see it, the
        /// oldest first; not what was set aside.
        pub async fn of_work(
            conn: &mut Conn,
            work: &Work,
            standing: Standing,
        ) -> Result<Vec<(Self, Definition)>, StoreError> {
            let rows: Vec<EvidenceRow> = all!(
                conn,
                "SELECT evidence.id, statement_id, definition_id, section, story, kind, why, evidence.language,
                    evidence.version, made_at, work_id, work.title AS work_title, work.language AS work_language,
                    work.audience AS work_audience, work.kept_at AS work_kept_at
                 FROM evidence JOIN statement ON statement.id = statement_id JOIN work ON work.id = work_id
                 WHERE evidence.school_id = $1 AND work_id = $2 AND set_aside_at IS NULL
                 ORDER BY made_at, evidence.id",
                &work.school_id,
                &work.id
            )?;
            if rows.is_empty() {
                return Ok(Vec::new());
            }
            let definitions = Definition::all_of(conn, &work.school_id, &work.student_id).await?;
            let seen = rows.into_iter().filter_map(|row| {
                let definition = definitions.iter().find(|definition| definition.id == row.definition_id)?.clone();
                row.may_be_seen(&definition, standing).then(|| (row.read(), definition))
            });
            Ok(seen.collect())
        }

        /// The definition that something was tied in.
        pub async fn definition_of(
            conn: &mut Conn,
            school: &SchoolId,
            id: &EvidenceId,
        ) -> Result<Option<Definition>, StoreError> {
            let found: Option<(DefinitionId,)> = maybe!(
                conn,
                "SELECT definition_id FROM evidence JOIN statement ON statement.id = statement_id
                 WHERE evidence.school_id = $1 AND evidence.id = $2",
                school,
                id
            )?;
            match found {
                Some((definition,)) => Definition::find(conn, school, &definition).await,
                None => Ok(None),
            }
        }

        /// Ties something to a statement. The same words under the same id are kept once; other words under an id that
        /// is taken are kept under a new one. A work of somebody else is none.
        pub async fn add(
            tx: &mut Tx,
            definition: &Definition,
            statement: &StatementId,
            id: &EvidenceId,
            tie: &Tie,
            now: At,
        ) -> Result<Tied, StoreError> {
            definition.hold(tx).await?;
            let taken: Option<(String, String)> = maybe!(
                tx,
                "SELECT story, why FROM evidence WHERE school_id = $1 AND statement_id = $2 AND id = $3",
                &definition.school_id,
                statement,
                id
            )?;
            if taken.is_some_and(|(story, why)| story == tie.story && why == tie.why) {
                return Ok(Tied::Kept(id.clone()));
            }
            if let Some(work) = &tie.work {
                let already: Option<(EvidenceId,)> = maybe!(
                    tx,
                    "SELECT id FROM evidence WHERE school_id = $1 AND statement_id = $2 AND work_id = $3",
                    &definition.school_id,
                    statement,
                    work
                )?;
                if let Some((already,)) = already {
                    return Ok(Tied::Already(already));
                }
            }
            let mut id = id.clone();
            if !insert(tx, definition, statement, &id, tie, now).await? {
                id = EvidenceId::new();
                insert(tx, definition, statement, &id, tie, now).await?;
            }
            Ok(Tied::Kept(id))
        }

        /// Says it differently, when it is still the version the change was made from. What it is that speaks stays.
        pub async fn change(
            &self,
            tx: &mut Tx,
            definition: &Definition,
            from_version: i64,
            tie: &Tie,
        ) -> Result<Saved, StoreError> {
            let changed = run!(
                tx,
                "UPDATE evidence SET story = $4, kind = $5, why = $6, language = $7, version = version + 1
                 WHERE school_id = $1 AND id = $2 AND version = $3",
                &definition.school_id,
                &self.id,
                from_version,
                &tie.story,
                tie.kind,
                &tie.why,
                &tie.language
            )?;
            Ok(Saved::unless_stale(changed))
        }

        /// Takes it away again. The work stays.
        pub async fn take_away(&self, tx: &mut Tx, definition: &Definition) -> Result<(), StoreError> {
            run!(tx, "DELETE FROM evidence WHERE school_id = $1 AND id = $2", &definition.school_id, &self.id)?;
            Ok(())
        }
    }

    async fn insert(
        tx: &mut Tx,
        definition: &Definition,
        statement: &StatementId,
        id: &EvidenceId,
        tie: &Tie,
        now: At,
    ) -> Result<bool, StoreError> {
        let added = run!(
            tx,
            "INSERT INTO evidence (id, school_id, statement_id, work_id, story, why, language, kind, version, made_at)
             VALUES ($1, $2, $3, (SELECT id FROM work WHERE school_id = $2 AND student_id = $4 AND id = $5
                AND binned_at IS NULL),
                $6, $7, $8, $9, 1, $10) ON CONFLICT (id) DO NOTHING",
            id,
            &definition.school_id,
            statement,
            &definition.student_id,
            tie.work.as_ref(),
            &tie.story,
            &tie.why,
            &tie.language,
            tie.kind,
            now
        )?;
        Ok(added == 1)
    }
}

pub use store::Tied;

#[cfg(test)]
mod tests {
    use super::*;

    fn typed<'a>(work: Option<WorkId>, story: &'a str, why: &'a str) -> TypedTie<'a> {
        TypedTie { work, story, kind: "growing", why, language: "en" }
    }

    #[test]
    fn a_work_needs_a_why_and_a_story_says_it_all() {
        let work = Some(WorkId::new());
        assert!(Tie::checked(&typed(work.clone(), "", "It kept its promise.")).is_ok());
        let problems = Tie::checked(&typed(work, "", "\u{200B}")).unwrap_err();
        assert_eq!(problems.of(field::WHY), Some(&Problem::Missing));
        assert!(Tie::checked(&typed(None, "On Sunday I stayed in bed.", "")).is_ok());
        let problems = Tie::checked(&typed(None, " \u{2060}", "Because.")).unwrap_err();
        assert_eq!(problems.of(field::STORY), Some(&Problem::Missing));
    }

    #[test]
    fn what_is_no_choice_is_asked_again_with_everything_else_that_is_wrong() {
        let problems = Tie::checked(&TypedTie { kind: "best", language: "<b>", ..typed(None, "", "") }).unwrap_err();
        assert_eq!(problems.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>(), ["kind", "language", "story"]);
    }

    #[test]
    fn a_million_characters_are_too_many() {
        let million = "a".repeat(1_000_000);
        let problems = Tie::checked(&typed(None, &million, &million)).unwrap_err();
        let too_long = Problem::TooLong { max: words::limit::WORDS };
        assert_eq!((problems.of(field::STORY), problems.of(field::WHY)), (Some(&too_long), Some(&too_long)));
    }
}
