//! A form that was looked at before it was sent: kept for its writer alone, for as long as they may go back to it.

use crate::at::At;
use crate::person::Viewer;
use crate::store::{Conn, StoreError, Tx, maybe, run};

/// How long it is kept, in milliseconds.
pub const LASTS: i64 = 60 * 60 * 1000;
/// How many forms of one person are kept: they go back to the last ones.
const MOST: i64 = 8;
/// The longest address of a form, in bytes.
const LONGEST_ADDRESS: usize = 300;

/// Keeps the fields of the form at this address, in place of what was looked at there before; what is old goes.
pub async fn keep(tx: &mut Tx, viewer: &Viewer, form: &str, fields: &str, now: At) -> Result<(), StoreError> {
    if form.len() > LONGEST_ADDRESS {
        return Ok(());
    }
    forget_old(tx, now).await?;
    run!(
        tx,
        "INSERT INTO previewed (school_id, person_id, form, fields, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (person_id, form) DO UPDATE SET fields = excluded.fields, at = excluded.at",
        &viewer.school_id,
        &viewer.person_id,
        form,
        fields,
        now
    )?;
    run!(
        tx,
        "DELETE FROM previewed WHERE person_id = $1 AND form NOT IN
            (SELECT form FROM previewed WHERE person_id = $1 ORDER BY at DESC, form LIMIT $2)",
        &viewer.person_id,
        MOST
    )?;
    Ok(())
}

/// Forgets what nobody goes back to any more.
pub async fn forget_old(tx: &mut Tx, now: At) -> Result<(), StoreError> {
    run!(tx, "DELETE FROM previewed WHERE at < $1", now.plus_millis(-LASTS))?;
    Ok(())
}

/// The fields that were kept for the form at this address.
pub async fn kept(conn: &mut Conn, viewer: &Viewer, form: &str, now: At) -> Result<Option<String>, StoreError> {
    let fields: Option<(String,)> = maybe!(
        conn,
        "SELECT fields FROM previewed WHERE person_id = $1 AND form = $2 AND school_id = $3 AND at >= $4",
        &viewer.person_id,
        form,
        &viewer.school_id,
        now.plus_millis(-LASTS)
    )?;
    Ok(fields.map(|(fields,)| fields))
}

/// Lets go of it: the form was sent.
pub async fn forget(tx: &mut Tx, viewer: &Viewer, form: &str) -> Result<(), StoreError> {
    run!(
        tx,
        "DELETE FROM previewed WHERE person_id = $1 AND form = $2 AND school_id = $3",
        &viewer.person_id,
        form,
        &viewer.school_id
    )?;
    Ok(())
}
