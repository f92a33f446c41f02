//! From one school year to the next: what held, what changed and what is left behind, and why.

use crate::field;
use crate::id::{DefinitionId, StatementId};
use crate::language::Language;
use crate::words::{self, Problem, Problems};

use super::{Section, Statement, limit};

kinds! {
    /// What became of a statement in a year.
    pub enum Became {
        /// It is still ours, as it reads.
        Held = "held",
        /// It is still ours, in other words.
        Changed = "changed",
        /// It stays with the year that has passed.
        Left = "left",
    }
}

impl Became {
    /// Whether the statement comes along.
    pub fn comes_along(self) -> bool {
        self != Self::Left
    }
}

/// What the student says of one statement when they look back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookedAt {
    pub statement: StatementId,
    pub became: Became,
    /// May be empty.
    pub why: String,
    /// How it reads from now on, where it changed and the student says so now.
    pub reworded: Option<String>,
}

/// What was typed about one statement.
#[derive(Clone, Copy, Debug, Default)]
pub struct Looking<'a> {
    /// The version of the statement that was read.
    pub version: i64,
    pub became: &'a str,
    pub why: &'a str,
    pub reworded: &'a str,
}

/// What was typed about every statement, checked. A statement that reads differently by now is to be read again. The
/// fields of the form are named after it (`why-{id}`).
///
/// # Errors
/// What is wrong, field by field; `stale` says it for words that changed in the meantime.
pub fn looked_back<'a>(
    statements: &[Statement],
    typed: impl Fn(&StatementId) -> Looking<'a>,
    stale: &Problem,
) -> Result<Vec<LookedAt>, Problems> {
    let mut problems = Problems::default();
    let mut looked = Vec::new();
    for statement in statements {
        let (id, typed) = (&statement.id, typed(&statement.id));
        let why = problems.take(field::WHY.about(id), words::optional_text(typed.why, words::limit::WORDS));
        let reworded = problems.take(field::TEXT.about(id), words::optional_text(typed.reworded, limit::STATEMENT));
        let became = Became::named(typed.became);
        match became {
            None => problems.note(field::BECAME.about(id), Problem::Choose),
            Some(_) if typed.version != statement.version => problems.note(field::BECAME.about(id), stale.clone()),
            Some(became) => {
                let changed = became == Became::Changed && !reworded.is_empty() && reworded != statement.text;
                looked.push(LookedAt { statement: id.clone(), became, why, reworded: changed.then_some(reworded) });
            }
        }
    }
    problems.or(looked)
}

/// What was said of a statement, as it is read in the definition that followed.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Looked {
    pub statement_id: StatementId,
    /// Where the statement stands.
    pub definition_id: DefinitionId,
    pub section: Section,
    pub text: String,
    pub text_language: Language,
    pub became: Became,
    pub why: String,
    pub language: Language,
}

mod store {
    use super::*;
    use crate::at::At;
    use crate::definition::{Audiences, Definition};
    use crate::id::PersonId;
    use crate::policy::{Action, Standing};
    use crate::store::{Conn, StoreError, Tx, all, maybe, run};
    use crate::together::{copy_shared_text, type_over};

    /// What became of starting the next definition.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Carried {
        /// It has begun, under this id.
        Begun(DefinitionId),
        /// It had begun before; nothing was changed.
        Before,
    }

    impl Definition {
        /// Starts the definition of the next school year from this one: what held or changed comes along, each section
        /// as open as it was.
        pub async fn carry_forward(
            &self,
            tx: &mut Tx,
            period: &str,
            looked: &[LookedAt],
            (student, language): (&PersonId, &Language),
            now: At,
        ) -> Result<Carried, StoreError> {
            let carried = self.begin_next(tx, period, self.audiences, now).await?;
            let Carried::Begun(next) = &carried else { return Ok(carried) };
            run!(
                tx,
                "INSERT INTO section_chosen (school_id, definition_id, section, person_id)
                 SELECT school_id, $3, section, person_id FROM section_chosen
                 WHERE school_id = $1 AND definition_id = $2",
                &self.school_id,
                &self.id,
                next
            )?;
            for (place, at) in looked.iter().enumerate() {
                run!(
                    tx,
                    "INSERT INTO look_back (school_id, definition_id, statement_id, became, why, language)
                     SELECT school_id, $3, id, $5, $6, $7 FROM statement
                     WHERE school_id = $1 AND definition_id = $2 AND id = $4",
                    &self.school_id,
                    &self.id,
                    next,
                    &at.statement,
                    at.became,
                    &at.why,
                    language
                )?;
                if at.became.comes_along() {
                    self.bring_along(tx, next, at, place, student, now).await?;
                }
            }
            Ok(carried)
        }

        /// Starts the definition of the next school year with nothing in it. What was closed stays closed, and what
        /// begins closed does.
        pub async fn start_afresh(&self, tx: &mut Tx, period: &str, now: At) -> Result<Carried, StoreError> {
            self.begin_next(tx, period, self.audiences.narrower(Audiences::default()), now).await
        }

        async fn begin_next(
            &self,
            tx: &mut Tx,
            period: &str,
            audiences: Audiences,
            now: At,
        ) -> Result<Carried, StoreError> {
            self.hold(tx).await?;
            let there: Option<(DefinitionId,)> = maybe!(
                tx,
                "SELECT id FROM definition WHERE school_id = $1 AND student_id = $2 AND (period = $3 OR started_at > $4)",
                &self.school_id,
                &self.student_id,
                period,
                self.started_at
            )?;
            if there.is_some() {
                return Ok(Carried::Before);
            }
            Self::start(tx, &self.school_id, &self.student_id, period, now).await?;
            let Some(next) = Self::current_of(tx, &self.school_id, &self.student_id).await? else {
                return Ok(Carried::Before);
            };
            for section in Section::ALL {
                next.open_section(tx, *section, audiences.of(*section)).await?;
            }
            Ok(Carried::Begun(next.id))
        }

        /// Copies a statement to the next definition, with whose words are whose. The moments of conferences that are
        /// still to come speak for it from now on.
        async fn bring_along(
            &self,
            tx: &mut Tx,
            next: &DefinitionId,
            at: &LookedAt,
            place: usize,
            student: &PersonId,
            now: At,
        ) -> Result<(), StoreError> {
            let id = StatementId::new();
            run!(
                tx,
                "INSERT INTO statement (id, school_id, definition_id, section, text, pieces, language, position, version,
                    written_by, changed_at, copied_from)
                 SELECT $1, school_id, $2, section, text, pieces, language, $3, version, $4, $5, id FROM statement
                 WHERE school_id = $6 AND definition_id = $7 AND id = $8",
                &id,
                next,
                place as i64 + 1,
                student,
                now,
                &self.school_id,
                &self.id,
                &at.statement
            )?;
            copy_shared_text(tx, &self.school_id, &at.statement, &id).await?;
            if let Some(words) = &at.reworded {
                type_over(tx, &self.school_id, &id, student, words, now).await?;
            }
            run!(
                tx,
                "INSERT INTO moment_statement (school_id, moment_id, statement_id)
                 SELECT moment.school_id, moment.id, $1 FROM moment_statement
                 JOIN moment ON moment.id = moment_id JOIN conference ON conference.id = conference_id
                 WHERE moment.school_id = $2 AND moment_statement.statement_id = $3 AND starts_at > $4",
                &id,
                &self.school_id,
                &at.statement,
                now
            )?;
            Ok(())
        }
    }

    impl Looked {
        /// What was said of the year before when a definition began, in the order of the sections, as far as somebody
        /// who stands so to the student may see the section now and may see it in the definition it comes from. What is
        /// opened this year does not open what was private then.
        pub async fn of_definition(
            conn: &mut Conn,
            definition: &Definition,
            earlier: &[Definition],
            standing: Standing,
        ) -> Result<Vec<Self>, StoreError> {
            let mut looked: Vec<Self> = all!(
                conn,
                "SELECT statement_id, statement.definition_id, section, text, statement.language AS text_language,
                    became, why, look_back.language
                 FROM look_back JOIN statement ON statement.id = statement_id
                 WHERE look_back.school_id = $1 AND look_back.definition_id = $2 ORDER BY position, statement_id",
                &definition.school_id,
                &definition.id
            )?;
            looked.retain(|looked| {
                let then = earlier.iter().find(|earlier| earlier.id == looked.definition_id);
                definition.may(standing, Action::SeeSection, looked.section)
                    && then.is_some_and(|then| then.may(standing, Action::SeeSection, looked.section))
            });
            looked.sort_by_key(|looked| looked.section);
            Ok(looked)
        }
    }
}

pub use store::Carried;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::at::At;
    use crate::id::PersonId;

    fn statement(text: &str) -> Statement {
        Statement {
            id: StatementId::new(),
            section: Section::Values,
            text: text.into(),
            language: Language::english(),
            version: 2,
            written_by: PersonId::new(),
            writer_name: "Marisol".into(),
            changed_at: At(0),
            set_aside_at: None,
            pieces: Default::default(),
            copied_from: None,
            stands_at: None,
            voice_gone_at: None,
            cites: Vec::new(),
        }
    }

    fn look(typed: Looking<'_>) -> Result<LookedAt, Problems> {
        let statements = [statement("We bring it home.")];
        looked_back(&statements, |_| typed, &Problem::Different).map(|mut looked| looked.remove(0))
    }

    #[test]
    fn every_statement_is_looked_at_and_a_why_may_wait() {
        assert!(look(Looking { version: 2, became: "held", ..Looking::default() }).is_ok());
        for became in ["", "forgotten"] {
            let problems = look(Looking { version: 2, became, why: "Kept.", ..Looking::default() }).unwrap_err();
            assert!(
                problems.iter().all(
                    |(field, problem)| field::BECAME.id_in(field.as_str()).is_some() && *problem == Problem::Choose
                )
            );
        }
    }

    #[test]
    fn only_what_changed_comes_along_in_other_words() {
        let with = |became, reworded| look(Looking { version: 2, became, reworded, why: "" }).unwrap().reworded;
        assert_eq!(with("changed", "We carry it home.").as_deref(), Some("We carry it home."));
        assert_eq!(with("held", "We carry it home."), None);
        assert_eq!(with("changed", " \u{200B}"), None);
        assert_eq!(with("changed", "We bring it home."), None);
        assert!(Became::Held.comes_along() && Became::Changed.comes_along() && !Became::Left.comes_along());
    }

    #[test]
    fn words_that_changed_in_the_meantime_are_read_again() {
        let problems = look(Looking { version: 1, became: "held", ..Looking::default() }).unwrap_err();
        assert!(problems.iter().all(|(_, problem)| *problem == Problem::Different));
    }
}
