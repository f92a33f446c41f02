//! What is said beside the words: *we see this differently*, where both views stay side by side, and talk.

use crate::at::At;
use crate::id::{ContributionId, PersonId, RemarkId, StatementId};
use crate::language::Language;
use crate::person::Role;

kinds! {
    /// What a remark is.
    pub enum RemarkKind {
        /// Somebody sees it differently. It stands beside the agreed words until its author takes it back.
        View = "view",
        /// Talk about the words, which comes to an end.
        Talk = "talk",
    }
}

/// What a remark stands beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Agreed words.
    Statement(StatementId),
    /// Somebody's own.
    Contribution(ContributionId),
}

/// Something said beside the words. It is its author's.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Remark {
    pub id: RemarkId,
    pub kind: RemarkKind,
    pub statement_id: Option<StatementId>,
    pub contribution_id: Option<ContributionId>,
    pub author_id: PersonId,
    pub author_name: String,
    /// What they like to be called.
    pub author_called: String,
    pub author_role: Role,
    /// How a family member stands to the student, in their own words.
    pub author_kinship: Option<String>,
    pub text: String,
    pub language: Language,
    /// What a change must have been made from.
    pub version: i64,
    pub made_at: At,
    /// Talk that has come to its end; a view that was taken back.
    pub settled_at: Option<At>,
}

impl Remark {
    /// Whether it stands beside this.
    pub fn is_beside(&self, place: &Beside) -> bool {
        match place {
            Beside::Statement(id) => self.statement_id.as_ref() == Some(id),
            Beside::Contribution(id) => self.contribution_id.as_ref() == Some(id),
        }
    }
}

/// Whether somebody may say that talk has come to its end: whoever took part in it.
pub fn may_settle(talk: &[Remark], person: &PersonId) -> bool {
    talk.iter().any(|remark| remark.kind == RemarkKind::Talk && remark.author_id == *person)
}

mod store {
    use super::*;
    use crate::definition::Definition;
    use crate::hidden::in_sight;
    use crate::id::SchoolId;
    use crate::person::Viewer;
    use crate::saved::Saved;
    use crate::store::{Conn, StoreError, Tx, all, maybe, run};

    /// What somebody says.
    #[derive(Clone, Debug)]
    pub struct NewRemark {
        pub id: RemarkId,
        pub kind: RemarkKind,
        pub beside: Beside,
        pub author_id: PersonId,
        pub text: String,
        pub language: Language,
    }

    impl Remark {
        /// Everything said beside a definition's words, the oldest first; not views that were taken back. What stands
        /// beside words that somebody may not see is not for them: ask with [`Remark::is_beside`].
        pub async fn of_definition(conn: &mut Conn, definition: &Definition) -> Result<Vec<Self>, StoreError> {
            all!(
                conn,
                concat!(
                    "SELECT remark.id, kind, statement_id, contribution_id, author_id, person.name AS author_name,
                    COALESCE(person.called, person.name) AS author_called,
                    person.role AS author_role, kinship.words AS author_kinship, text, language, version, made_at,
                    settled_at
                 FROM remark JOIN person ON person.id = author_id
                 LEFT JOIN kinship ON kinship.person_id = author_id AND kinship.student_id = $3
                 WHERE remark.school_id = $1 AND definition_id = $2 AND (kind = 'talk' OR settled_at IS NULL) AND ",
                    in_sight!("remark", "$4"),
                    " ORDER BY made_at, remark.id"
                ),
                &definition.school_id,
                &definition.id,
                &definition.student_id,
                definition.looked_at_by.as_ref().map_or("", |person| person.as_str())
            )
        }

        /// What the viewer said themselves, and what it stands beside.
        pub async fn of_author(
            conn: &mut Conn,
            viewer: &Viewer,
            id: &RemarkId,
        ) -> Result<Option<(String, Beside)>, StoreError> {
            let row: Option<(String, Option<StatementId>, Option<ContributionId>)> = maybe!(
                conn,
                "SELECT text, statement_id, contribution_id FROM remark
                 WHERE school_id = $1 AND id = $2 AND author_id = $3",
                &viewer.school_id,
                id,
                &viewer.person_id
            )?;
            Ok(row.and_then(|(text, statement, contribution)| {
                let beside = statement.map(Beside::Statement).or(contribution.map(Beside::Contribution))?;
                Some((text, beside))
            }))
        }

        /// What a remark of this school stands beside.
        pub async fn place_of(conn: &mut Conn, school: &SchoolId, id: &RemarkId) -> Result<Option<Beside>, StoreError> {
            let row: Option<(Option<StatementId>, Option<ContributionId>)> = maybe!(
                conn,
                "SELECT statement_id, contribution_id FROM remark WHERE school_id = $1 AND id = $2",
                school,
                id
            )?;
            Ok(row.and_then(|(statement, contribution)| {
                statement.map(Beside::Statement).or(contribution.map(Beside::Contribution))
            }))
        }

        /// Says something. Sent twice, it is said once.
        pub async fn say(tx: &mut Tx, definition: &Definition, new: &NewRemark, now: At) -> Result<(), StoreError> {
            let (statement, contribution) = match &new.beside {
                Beside::Statement(id) => (Some(id), None),
                Beside::Contribution(id) => (None, Some(id)),
            };
            run!(
                tx,
                "INSERT INTO remark (id, school_id, definition_id, statement_id, contribution_id, kind, author_id, text,
                    language, version, made_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10) ON CONFLICT (id) DO NOTHING",
                &new.id,
                &definition.school_id,
                &definition.id,
                statement,
                contribution,
                new.kind,
                &new.author_id,
                &new.text,
                &new.language,
                now
            )?;
            Ok(())
        }

        /// Puts its author's words differently, when they are still those the change was made from.
        pub async fn reword(
            &self,
            tx: &mut Tx,
            definition: &Definition,
            from_version: i64,
            text: &str,
            language: &Language,
        ) -> Result<Saved, StoreError> {
            let changed = run!(
                tx,
                "UPDATE remark SET text = $4, language = $5, version = version + 1
                 WHERE school_id = $1 AND id = $2 AND version = $3",
                &definition.school_id,
                &self.id,
                from_version,
                text,
                language
            )?;
            Ok(Saved::unless_stale(changed))
        }

        /// A view is taken back by its author.
        pub async fn take_back(&self, tx: &mut Tx, definition: &Definition, now: At) -> Result<(), StoreError> {
            run!(
                tx,
                "UPDATE remark SET settled_at = $3 WHERE school_id = $1 AND id = $2 AND settled_at IS NULL",
                &definition.school_id,
                &self.id,
                now
            )?;
            Ok(())
        }

        /// Talk comes to its end. What is said afterwards begins anew.
        pub async fn settle(tx: &mut Tx, definition: &Definition, beside: &Beside, now: At) -> Result<(), StoreError> {
            let (statement, contribution) = match beside {
                Beside::Statement(id) => (id.as_str(), ""),
                Beside::Contribution(id) => ("", id.as_str()),
            };
            run!(
                tx,
                "UPDATE remark SET settled_at = $5
                 WHERE school_id = $1 AND definition_id = $2 AND kind = 'talk' AND settled_at IS NULL
                    AND (statement_id = $3 OR contribution_id = $4)",
                &definition.school_id,
                &definition.id,
                statement,
                contribution,
                now
            )?;
            Ok(())
        }
    }
}

pub use store::NewRemark;
