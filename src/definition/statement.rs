//! The "we" wording of a section, with the contributions it grew from.

use crate::at::At;
use crate::id::{ContributionId, PersonId, StatementId};
use crate::language::Language;

use super::{Pieces, Section};

/// How much fits.
pub mod limit {
    /// A statement, in characters: a sentence or two that people can hold in the head.
    pub const STATEMENT: usize = 500;
    /// Statements in one section.
    pub const STATEMENTS: usize = 20;
}

/// Whether wording may change like this, however the change comes: no longer than fits. What is longer already, because two
/// changes met, may only get shorter.
pub fn has_room(before: &str, after: &str) -> bool {
    let long = |text: &str| text.trim().chars().count();
    long(after) <= limit::STATEMENT || long(after) <= long(before)
}

/// Agreed wording.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Statement {
    pub id: StatementId,
    pub section: Section,
    pub text: String,
    /// The same words, each piece with who wrote it.
    pub pieces: Pieces,
    pub language: Language,
    /// What a change must have been made from.
    pub version: i64,
    pub written_by: PersonId,
    pub writer_name: String,
    pub changed_at: At,
    /// Kept, and not shown any more.
    pub set_aside_at: Option<At>,
    /// The statement of an earlier school year it was brought along from.
    pub copied_from: Option<StatementId>,
    /// When somebody said last that it stands as it is.
    pub stands_at: Option<At>,
    /// The contributions it cites, the oldest first; also such as whoever looks does not see.
    #[sqlx(skip)]
    pub cites: Vec<ContributionId>,
    /// When a voice that it cites was taken back, the last time.
    #[sqlx(skip)]
    pub voice_gone_at: Option<At>,
}

impl Statement {
    /// Whether student and advisor are asked about its words: a voice was taken back, and since then nobody has put it in other
    /// words or said that it stands.
    pub fn is_in_question(&self) -> bool {
        self.voice_gone_at.is_some_and(|gone| gone > self.changed_at && self.stands_at.is_none_or(|said| gone > said))
    }
}

mod store {
    use super::*;
    use crate::arranging::{Side, put};
    use crate::definition::Definition;
    use crate::id::{DefinitionId, SchoolId};
    use crate::policy::{Action, Standing};
    use crate::saved::Saved;
    use crate::store::{Conn, Ids, StoreError, Tx, all, ids_in, maybe, one, run};
    use crate::together::{
        ClientId, MOST_FIRST_CLIENTS, SharedText, clients, keep, keep_clients, numbered_edits, shared_text_of,
        take_client_id_of_form, type_over, word_splices,
    };

    /// What somebody writes: the wording and what it cites. Citing what is not in the same section cites nothing.
    #[derive(Clone, Debug)]
    pub struct StatementWriting {
        pub text: String,
        pub language: Language,
        pub cites: Vec<ContributionId>,
        /// What was cited when the writing began: what somebody else has cited since stays.
        pub cited_before: Vec<ContributionId>,
        pub written_by: PersonId,
    }

    /// A statement whose words are asked about, because a voice that it cites was taken back.
    #[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
    pub struct InQuestion {
        pub definition_id: DefinitionId,
        pub statement_id: StatementId,
        pub section: Section,
        pub since: At,
    }

    /// Words on their way into a statement.
    #[derive(Clone, Debug)]
    pub enum Words<'e> {
        /// As a field has them, made from the version with this number.
        Typed { from_version: i64 },
        /// As an editor has them: an edit of the shared text.
        Edited(&'e [u8]),
    }

    impl Statement {
        /// The statements of a definition that somebody who stands so to the student may see, in order; not those that
        /// were set aside.
        pub async fn of_definition(
            conn: &mut Conn,
            definition: &Definition,
            standing: Standing,
        ) -> Result<Vec<Self>, StoreError> {
            let mut statements = Self::all_of_definition(conn, definition, standing).await?;
            // One whose words have all been taken out, maybe just now, says nothing.
            statements.retain(|statement| statement.set_aside_at.is_none() && !statement.text.is_empty());
            Ok(statements)
        }

        /// The first of them, without what it grew out of.
        pub async fn first_of(
            conn: &mut Conn,
            definition: &Definition,
            standing: Standing,
        ) -> Result<Option<Self>, StoreError> {
            let statements = Self::without_cites(conn, definition, standing).await?;
            let says = |statement: &Self| statement.set_aside_at.is_none() && !statement.text.is_empty();
            Ok(statements.into_iter().find(says))
        }

        async fn without_cites(
            conn: &mut Conn,
            definition: &Definition,
            standing: Standing,
        ) -> Result<Vec<Self>, StoreError> {
            let mut statements: Vec<Self> = all!(
                conn,
                "SELECT statement.id, section, text, pieces, language, version, written_by, person.name AS writer_name,
                    changed_at, set_aside_at, copied_from, stands_at
                 FROM statement JOIN person ON person.id = written_by
                 WHERE statement.school_id = $1 AND definition_id = $2 ORDER BY position, statement.id",
                &definition.school_id,
                &definition.id
            )?;
            statements.retain(|statement| definition.may(standing, Action::SeeSection, statement.section));
            Ok(statements)
        }

        /// Like [`Statement::of_definition`], with those that were set aside.
        pub async fn all_of_definition(
            conn: &mut Conn,
            definition: &Definition,
            standing: Standing,
        ) -> Result<Vec<Self>, StoreError> {
            let mut statements = Self::without_cites(conn, definition, standing).await?;
            let cited: Vec<(StatementId, ContributionId, Option<At>)> = all!(
                conn,
                "SELECT statement_id, contribution_id, withdrawn_at FROM statement_contribution
                 JOIN contribution ON contribution.id = contribution_id
                 WHERE statement_contribution.school_id = $1 AND definition_id = $2
                 ORDER BY made_at, contribution_id",
                &definition.school_id,
                &definition.id
            )?;
            for (statement, contribution, gone) in cited {
                if let Some(statement) = statements.iter_mut().find(|known| known.id == statement) {
                    statement.cites.push(contribution);
                    statement.voice_gone_at = statement.voice_gone_at.max(gone);
                }
            }
            Ok(statements)
        }

        /// The statements of each of these definitions whose words are in question because a voice was taken back, with their
        /// sections and since when; who may see them is for the asker.
        pub async fn in_question_of_each(
            conn: &mut Conn,
            school: &SchoolId,
            definitions: impl IntoIterator<Item = &DefinitionId>,
        ) -> Result<Vec<InQuestion>, StoreError> {
            all!(
                conn,
                concat!(
                    "SELECT statement.definition_id, statement.id AS statement_id, statement.section,
                        max(withdrawn_at) AS since
                     FROM statement_contribution
                     JOIN statement ON statement.id = statement_id
                     JOIN contribution ON contribution.id = contribution_id
                     WHERE statement.school_id = $1 AND withdrawn_at > statement.changed_at
                        AND withdrawn_at > COALESCE(stands_at, 0) AND set_aside_at IS NULL AND statement.text <> ''
                        AND statement.definition_id IN ",
                    ids_in!("$2"),
                    " GROUP BY statement.definition_id, statement.id, statement.section ORDER BY since, statement.id"
                ),
                school,
                Ids::of(definitions)
            )
        }

        /// Somebody says that it stands as it is, also without the voice that was taken back.
        pub async fn stand(&self, tx: &mut Tx, definition: &Definition, now: At) -> Result<(), StoreError> {
            run!(
                tx,
                "UPDATE statement SET stands_at = $3 WHERE school_id = $1 AND id = $2",
                &definition.school_id,
                &self.id,
                now
            )?;
            Ok(())
        }

        /// The definition a statement belongs to.
        pub async fn definition_of(
            conn: &mut Conn,
            school: &SchoolId,
            id: &StatementId,
        ) -> Result<Option<Definition>, StoreError> {
            let found: Option<(DefinitionId,)> =
                maybe!(conn, "SELECT definition_id FROM statement WHERE school_id = $1 AND id = $2", school, id)?;
            match found {
                Some((definition,)) => Definition::find(conn, school, &definition).await,
                None => Ok(None),
            }
        }

        /// Adds a statement at the end of a section. The same words under the same id are added once; other words
        /// under an id that is taken are added under a new one.
        pub async fn add(
            tx: &mut Tx,
            definition: &Definition,
            section: Section,
            id: &StatementId,
            writing: &StatementWriting,
            now: At,
        ) -> Result<Saved<StatementId>, StoreError> {
            definition.hold(tx).await?;
            let taken: Option<(String,)> = maybe!(
                tx,
                "SELECT text FROM statement WHERE school_id = $1 AND definition_id = $2 AND id = $3",
                &definition.school_id,
                &definition.id,
                id
            )?;
            if taken.is_some_and(|(text,)| text == writing.text) {
                return Ok(Saved::Kept(id.clone()));
            }
            let (count, last): (i64, i64) = one!(
                tx,
                "SELECT count(*), coalesce(max(position), 0) FROM statement
                 WHERE school_id = $1 AND definition_id = $2 AND section = $3 AND set_aside_at IS NULL",
                &definition.school_id,
                &definition.id,
                section
            )?;
            if count as usize >= limit::STATEMENTS {
                return Ok(Saved::Full);
            }
            let mut id = id.clone();
            if !insert(tx, definition, section, &id, writing, last + 1, now).await? {
                id = StatementId::new();
                insert(tx, definition, section, &id, writing, last + 1, now).await?;
            }
            type_over(tx, &definition.school_id, &id, &writing.written_by, &writing.text, now).await?;
            cite(tx, definition, section, &id, &writing.cites).await?;
            Ok(Saved::Kept(id))
        }

        /// Changes the wording and what it cites. What others wrote in the meantime stays: words that were typed are
        /// compared with those they were made from, and only the difference is brought in. Full: together with what others
        /// wrote it is longer than fits. Foreign: the edit is none of this person's.
        pub async fn rewrite(
            &self,
            tx: &mut Tx,
            definition: &Definition,
            words: Words<'_>,
            writing: &StatementWriting,
            now: At,
        ) -> Result<Saved, StoreError> {
            let school = &definition.school_id;
            let edits = numbered_edits(tx, school, &self.id, 0).await?;
            let knows = edits.last().map_or(0, |(version, _)| *version);
            let all: Vec<Vec<u8>> = edits.iter().map(|(_, edit)| edit.clone()).collect();
            let shared = shared_text_of(ClientId(0), &all);
            let edit = match words {
                Words::Edited(edit) => {
                    if !self.is_own(tx, definition, &shared, edit, &writing.written_by).await? {
                        return Ok(Saved::Foreign);
                    }
                    // A whole text may bring letters along that were taken back meanwhile.
                    let Ok(edit) = shared.only_new(edit) else { return Ok(Saved::Foreign) };
                    Some(edit)
                }
                Words::Typed { from_version } => {
                    let blanked = self.is_blanked_since(tx, school, from_version).await?;
                    if blanked || !(1..=self.version).contains(&from_version) {
                        return Ok(Saved::Stale);
                    }
                    let then: Vec<Vec<u8>> = edits
                        .into_iter()
                        .filter(|(version, _)| *version <= from_version)
                        .map(|(_, edit)| edit)
                        .collect();
                    let said = (from_version, writing.text.as_str());
                    let client_id = take_client_id_of_form(tx, school, &self.id, &writing.written_by, said).await?;
                    // Sent twice: the words are in already.
                    client_id.and_then(|client_id| {
                        let then = shared_text_of(client_id, &then);
                        then.write(&word_splices(&then.text(), &writing.text))
                    })
                }
            };
            if let Some(edit) = edit {
                let before = shared.text();
                if shared.take(&edit).is_err() {
                    return Ok(Saved::Foreign);
                }
                if !has_room(&before, &shared.text()) {
                    return Ok(Saved::Full);
                }
                keep(tx, school, &self.id, knows, &edit, now, |_| shared.pieces()).await?;
            }
            run!(
                tx,
                "UPDATE statement SET language = $3, written_by = $4, changed_at = $5, version = version + 1
                 WHERE school_id = $1 AND id = $2",
                school,
                &self.id,
                &writing.language,
                &writing.written_by,
                now
            )?;
            for gone in writing.cited_before.iter().filter(|before| !writing.cites.contains(before)) {
                run!(
                    tx,
                    "DELETE FROM statement_contribution
                     WHERE school_id = $1 AND statement_id = $2 AND contribution_id = $3",
                    school,
                    &self.id,
                    gone
                )?;
            }
            cite(tx, definition, self.section, &self.id, &writing.cites).await?;
            Ok(Saved::Kept(()))
        }

        /// Whether all that is new in an edit that came with a form was written with this person's client ids, or with such
        /// as nobody has written with before: these become theirs, as in a room.
        async fn is_own(
            &self,
            tx: &mut Tx,
            definition: &Definition,
            shared: &SharedText,
            edit: &[u8],
            writer: &PersonId,
        ) -> Result<bool, StoreError> {
            let Ok(new) = shared.new_clients(edit) else { return Ok(false) };
            let clients = clients(tx, &definition.school_id, &self.id).await?;
            if new.iter().any(|client_id| clients.get(client_id).is_some_and(|owner| owner != writer)) {
                return Ok(false);
            }
            let first: Vec<ClientId> = new.into_iter().filter(|client_id| !clients.contains_key(client_id)).collect();
            if first.len() > MOST_FIRST_CLIENTS {
                return Ok(false);
            }
            keep_clients(tx, &definition.school_id, &self.id, writer, &first).await?;
            Ok(true)
        }

        /// Sets a statement aside, or brings it back. It is kept either way.
        pub async fn set_aside(
            &self,
            tx: &mut Tx,
            definition: &Definition,
            aside: Option<At>,
        ) -> Result<(), StoreError> {
            run!(
                tx,
                "UPDATE statement SET set_aside_at = $3, version = version + 1 WHERE school_id = $1 AND id = $2",
                &definition.school_id,
                &self.id,
                aside
            )?;
            Ok(())
        }

        /// Puts a statement before or after another one of its section. One that is not there moves nothing.
        pub async fn put_beside(
            &self,
            tx: &mut Tx,
            definition: &Definition,
            side: Side,
            other: &StatementId,
        ) -> Result<(), StoreError> {
            definition.hold(tx).await?;
            let rows: Vec<(StatementId,)> = all!(
                tx,
                "SELECT id FROM statement WHERE school_id = $1 AND definition_id = $2 AND section = $3
                 AND set_aside_at IS NULL ORDER BY position, id",
                &definition.school_id,
                &definition.id,
                self.section
            )?;
            let order: Vec<StatementId> = rows.into_iter().map(|(id,)| id).collect();
            for (place, id) in put(&order, &self.id, side, other).iter().enumerate() {
                run!(
                    tx,
                    "UPDATE statement SET position = $3 WHERE school_id = $1 AND id = $2",
                    &definition.school_id,
                    id,
                    place as i64 + 1
                )?;
            }
            Ok(())
        }
    }

    async fn insert(
        tx: &mut Tx,
        definition: &Definition,
        section: Section,
        id: &StatementId,
        writing: &StatementWriting,
        position: i64,
        now: At,
    ) -> Result<bool, StoreError> {
        let added = run!(
            tx,
            "INSERT INTO statement
                (id, school_id, definition_id, section, text, language, position, version, written_by, changed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9) ON CONFLICT (id) DO NOTHING",
            id,
            &definition.school_id,
            &definition.id,
            section,
            &writing.text,
            &writing.language,
            position,
            &writing.written_by,
            now
        )?;
        Ok(added == 1)
    }

    async fn cite(
        tx: &mut Tx,
        definition: &Definition,
        section: Section,
        statement: &StatementId,
        cites: &[ContributionId],
    ) -> Result<(), StoreError> {
        for contribution in cites {
            run!(
                tx,
                "INSERT INTO statement_contribution (school_id, statement_id, contribution_id)
                 SELECT school_id, $4, id FROM contribution
                 WHERE school_id = $1 AND definition_id = $2 AND section = $3 AND id = $5
                 ON CONFLICT (statement_id, contribution_id) DO NOTHING",
                &definition.school_id,
                &definition.id,
                section,
                statement,
                contribution
            )?;
        }
        Ok(())
    }
}

pub use store::{InQuestion, StatementWriting, Words};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wording_may_be_as_long_as_fits_and_what_is_too_long_may_get_shorter() {
        let words = |count: usize| "ñ".repeat(count);
        assert!(has_room("", &words(limit::STATEMENT)));
        assert!(has_room("", &format!(" {}\n", words(limit::STATEMENT))), "as the form trims it");
        assert!(!has_room(&words(limit::STATEMENT), &words(limit::STATEMENT + 1)));
        assert!(has_room(&words(900), &words(899)));
        assert!(has_room(&words(900), &words(900)));
        assert!(!has_room(&words(900), &words(901)));
    }
}
