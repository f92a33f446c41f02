//! Client ids and edits in the database, where a client id is a `pen`.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{ClientId, LONGEST_EDIT, SharedText, is_edit, word_splices};
use crate::at::At;
use crate::definition::Pieces;
use crate::id::{PersonId, SchoolId, StatementId};
use crate::secret;
use crate::store::{Conn, StoreError, Tx, all, maybe, one, run};

/// How many client ids nobody has written with before may come with one edit: the window's own, and those of earlier visits
/// whose words never arrived.
pub const MOST_FIRST_CLIENTS: usize = 8;

/// The edit that an editor put into a form, in base64; none when there is nothing of the kind.
pub fn edit_from(field: &str) -> Option<Vec<u8>> {
    let field = field.trim();
    if field.len() > LONGEST_EDIT.div_ceil(3) * 4 {
        return None;
    }
    STANDARD.decode(field).ok().filter(|edit| is_edit(edit))
}

/// What became of an edit that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The statement's version by it.
    pub version: i64,
    /// Edits that others kept in the meantime, elsewhere.
    pub between: Vec<Vec<u8>>,
}

/// The text as it reads now, in pieces.
pub type TextPieces = Vec<(ClientId, String)>;

/// A new client id for somebody.
pub async fn take_client_id(
    tx: &mut Tx,
    school: &SchoolId,
    statement: &StatementId,
    person: &PersonId,
) -> Result<ClientId, StoreError> {
    let client_id = new_client_id();
    keep_clients(tx, school, statement, person, &[client_id]).await?;
    Ok(client_id)
}

/// A client id nobody has: there are too many to meet the same one twice.
pub(super) fn new_client_id() -> ClientId {
    ClientId(rand::random_range(1..=ClientId::MOST))
}

/// Remembers that these client ids are somebody's, and says how many of them were nobody's. One that is somebody's already
/// stays theirs.
pub async fn keep_clients(
    tx: &mut Tx,
    school: &SchoolId,
    statement: &StatementId,
    person: &PersonId,
    clients: &[ClientId],
) -> Result<u64, StoreError> {
    let mut new = 0;
    for client_id in clients {
        new += run!(
            tx,
            "INSERT INTO statement_pen (school_id, statement_id, pen, person_id) VALUES ($1, $2, $3, $4)
             ON CONFLICT DO NOTHING",
            school,
            statement,
            client_id.0 as i64,
            person
        )?;
    }
    Ok(new)
}

/// The client id of words that came by a form. It is made of what the form says, so that the same form writes once: `None`
/// when this client id has written before.
pub async fn take_client_id_of_form(
    tx: &mut Tx,
    school: &SchoolId,
    statement: &StatementId,
    person: &PersonId,
    (from_version, words): (i64, &str),
) -> Result<Option<ClientId>, StoreError> {
    let print = secret::fingerprint(&format!("{statement} {person} {from_version} {words}"));
    let number = u64::from_str_radix(&print[..16], 16).unwrap_or_default();
    let client_id = ClientId((number & ClientId::MOST).max(1));
    let taken = keep_clients(tx, school, statement, person, &[client_id]).await?;
    Ok((taken == 1).then_some(client_id))
}

/// Whose client ids have written on a statement, or may.
pub async fn clients(
    conn: &mut Conn,
    school: &SchoolId,
    statement: &StatementId,
) -> Result<HashMap<ClientId, PersonId>, StoreError> {
    let rows: Vec<(i64, PersonId)> = all!(
        conn,
        "SELECT pen, person_id FROM statement_pen WHERE school_id = $1 AND statement_id = $2",
        school,
        statement
    )?;
    Ok(rows.into_iter().map(|(client_id, person)| (ClientId(client_id as u64), person)).collect())
}

/// The version with which the edits begin, since words were taken back; 0 where they were not.
pub async fn edits_from(conn: &mut Conn, school: &SchoolId, statement: &StatementId) -> Result<i64, StoreError> {
    let from: Option<(i64,)> =
        maybe!(conn, "SELECT edits_from FROM statement WHERE school_id = $1 AND id = $2", school, statement)?;
    Ok(from.map_or(0, |(from,)| from))
}

/// Every edit after one version, each with its own.
pub async fn numbered_edits(
    conn: &mut Conn,
    school: &SchoolId,
    statement: &StatementId,
    after: i64,
) -> Result<Vec<(i64, Vec<u8>)>, StoreError> {
    let rows: Vec<(i64, String)> = all!(
        conn,
        "SELECT version, edit FROM statement_edit
         WHERE school_id = $1 AND statement_id = $2 AND version > $3 ORDER BY version",
        school,
        statement,
        after
    )?;
    Ok(rows.into_iter().filter_map(|(version, edit)| Some((version, STANDARD.decode(edit).ok()?))).collect())
}

/// A shared text with these edits on it, to be written on with this client id. Edits that are none stay out.
pub fn shared_text_of(client_id: ClientId, edits: &[Vec<u8>]) -> SharedText {
    let shared = SharedText::new(client_id);
    for edit in edits {
        let _ = shared.take(edit);
    }
    shared
}

/// The edits that no shared text takes in, each as a line for whoever looks after the school: they stay where they are, and
/// are left out wherever the words are read.
pub async fn unacceptable_edits(conn: &mut Conn) -> Result<Vec<String>, StoreError> {
    let mut lines = Vec::new();
    let (mut statement, mut version) = (String::new(), 0_i64);
    loop {
        let rows: Vec<(String, i64, String)> = all!(
            conn,
            "SELECT statement_id, version, edit FROM statement_edit
             WHERE statement_id > $1 OR (statement_id = $1 AND version > $2)
             ORDER BY statement_id, version LIMIT 500",
            &statement,
            version
        )?;
        let Some(last) = rows.last() else { return Ok(lines) };
        (statement, version) = (last.0.clone(), last.1);
        for (statement, version, edit) in rows {
            if !STANDARD.decode(edit).is_ok_and(|edit| is_edit(&edit)) {
                lines.push(format!("an edit is none and is left out: statement {statement}, version {version}"));
            }
        }
    }
}

/// Brings everything on one statement's shared text, and whose client ids wrote it, to another one that begins as its copy.
pub async fn copy_shared_text(
    tx: &mut Tx,
    school: &SchoolId,
    from: &StatementId,
    to: &StatementId,
) -> Result<(), StoreError> {
    run!(
        tx,
        "INSERT INTO statement_pen (school_id, statement_id, pen, person_id, blanked_at)
         SELECT school_id, $3, pen, person_id, blanked_at FROM statement_pen WHERE school_id = $1 AND statement_id = $2",
        school,
        from,
        to
    )?;
    run!(
        tx,
        "INSERT INTO statement_edit (school_id, statement_id, version, edit, made_at)
         SELECT school_id, $3, version, edit, made_at FROM statement_edit WHERE school_id = $1 AND statement_id = $2",
        school,
        from,
        to
    )?;
    Ok(())
}

/// Writes these words in place of those that stand there now. Only the difference is new; the rest stays whose it was.
pub async fn type_over(
    tx: &mut Tx,
    school: &SchoolId,
    statement: &StatementId,
    person: &PersonId,
    words: &str,
    now: At,
) -> Result<(), StoreError> {
    let (versions, edits): (Vec<i64>, Vec<Vec<u8>>) =
        numbered_edits(tx, school, statement, 0).await?.into_iter().unzip();
    let shared = shared_text_of(take_client_id(tx, school, statement, person).await?, &edits);
    if let Some(edit) = shared.write(&word_splices(&shared.text(), words)) {
        let knows = versions.last().copied().unwrap_or_default();
        keep(tx, school, statement, knows, &edit, now, |_| shared.pieces()).await?;
    }
    Ok(())
}

/// Keeps an edit made on a shared text that knew everything up to `knew`. `read` is told what others kept in the meantime, and
/// gives the text with all of it.
pub async fn keep(
    tx: &mut Tx,
    school: &SchoolId,
    statement: &StatementId,
    knew: i64,
    edit: &[u8],
    now: At,
    read: impl FnOnce(&[Vec<u8>]) -> TextPieces,
) -> Result<Kept, StoreError> {
    // This line also makes everybody else who keeps an edit wait.
    let (version,): (i64,) = one!(
        tx,
        "UPDATE statement SET version = version + 1 WHERE school_id = $1 AND id = $2 RETURNING version",
        school,
        statement
    )?;
    let between: Vec<Vec<u8>> =
        numbered_edits(tx, school, statement, knew).await?.into_iter().map(|(_, edit)| edit).collect();
    run!(
        tx,
        "INSERT INTO statement_edit (school_id, statement_id, version, edit, made_at) VALUES ($1, $2, $3, $4, $5)",
        school,
        statement,
        version,
        STANDARD.encode(edit),
        now
    )?;
    let pieces = Pieces::of(read(&between), &clients(tx, school, statement).await?);
    run!(
        tx,
        "UPDATE statement SET text = $3, pieces = $4, changed_at = $5 WHERE school_id = $1 AND id = $2",
        school,
        statement,
        pieces.text(),
        &pieces,
        now
    )?;
    Ok(Kept { version, between })
}
