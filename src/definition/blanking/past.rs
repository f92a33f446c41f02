//! How a statement read before, found again by its edits: for words that were copied when it read so.

use crate::at::At;
use crate::definition::Pieces;
use crate::id::{SchoolId, StatementId};
use crate::store::{Conn, StoreError, all};
use crate::together::{ClientId, SharedText, clients};
use crate::words;

/// What a statement read at some time, as far as somebody asks for it, the oldest first.
#[derive(Debug, Default)]
pub(super) struct PastWords(Vec<(At, Pieces)>);

/// An edit with when it was made.
pub(super) type DatedEdit = (At, Vec<u8>);

/// Every edit of a statement, the first one first.
pub(super) async fn dated_edits(
    conn: &mut Conn,
    school: &SchoolId,
    statement: &StatementId,
) -> Result<Vec<DatedEdit>, StoreError> {
    use base64::Engine as _;
    let rows: Vec<(At, String)> = all!(
        conn,
        "SELECT made_at, edit FROM statement_edit WHERE school_id = $1 AND statement_id = $2 ORDER BY version",
        school,
        statement
    )?;
    let decoded = |edit: &str| base64::engine::general_purpose::STANDARD.decode(edit).ok();
    Ok(rows.into_iter().filter_map(|(at, edit)| Some((at, decoded(&edit)?))).collect())
}

impl PastWords {
    /// Looks for every time at which a statement read like one of these texts.
    pub async fn of(
        conn: &mut Conn,
        school: &SchoolId,
        statement: &StatementId,
        texts: &[String],
    ) -> Result<Self, StoreError> {
        if texts.is_empty() {
            return Ok(Self::default());
        }
        let whose = clients(conn, school, statement).await?;
        let shared = SharedText::new(ClientId(0));
        let mut past = Vec::new();
        for (at, edit) in dated_edits(conn, school, statement).await? {
            let _ = shared.take(&edit);
            let seen: String = shared.text().chars().filter(|c| *c == '\n' || !c.is_control()).collect();
            if texts.iter().any(|text| is_copy(text, seen.trim())) {
                past.push((at, Pieces::of(shared.pieces(), &whose)));
            }
        }
        Ok(Self(past))
    }

    /// The words of a copy in pieces; of the times when the statement read so the last one before the copy was made.
    pub fn reading(&self, copy: &str, made_at: Option<At>) -> Option<Pieces> {
        let alike = || self.0.iter().rev().filter(|(_, pieces)| is_copy(copy, &pieces.text()));
        let then = alike().find(|(at, _)| made_at.is_none_or(|made_at| *at <= made_at));
        let (_, pieces) = then.or_else(|| alike().next())?;
        Some(pieces.cut(copy.chars().count()))
    }
}

/// Whether somebody who copies this text has these words: whole, or as much of them as a line takes.
fn is_copy(copy: &str, text: &str) -> bool {
    !copy.is_empty() && (copy == text || (copy.chars().count() == words::limit::LINE && text.starts_with(copy)))
}
