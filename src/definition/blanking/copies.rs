//! Where a statement's words stand besides: a shelf that was named after it, translations and readings of it, and what lies in
//! bins or waits to be undone.

use serde_json::Value;

use super::past::PastWords;
use crate::definition::Definition;
use crate::id::{BinnedId, PersonId, SchoolId, ShelfId, StatementId};
use crate::person::Viewer;
use crate::store::{Conn, StoreError, Tx, all, run};

/// As much of a shelf's name as the bin calls it by.
const BIN_NAME: usize = 80;
/// So many characters are not by chance the same.
const NO_CHANCE: usize = 20;

/// A student's shelf in a bin.
#[derive(sqlx::FromRow)]
struct BinnedShelf {
    id: BinnedId,
    rows_kept: String,
}

/// What a student's shelves are called, also those in the bin: a shelf may have its name from a statement.
pub(super) async fn names(conn: &mut Conn, school: &SchoolId, student: &PersonId) -> Result<Vec<String>, StoreError> {
    let shelves: Vec<(String,)> =
        all!(conn, "SELECT name FROM shelf WHERE school_id = $1 AND student_id = $2", school, student)?;
    let mut names: Vec<String> = shelves.into_iter().map(|(name,)| name).collect();
    for shelf in binned(conn, school, student).await? {
        if let Ok(mut rows) = serde_json::from_str::<Value>(&shelf.rows_kept) {
            in_names(&mut rows, &mut |name, _| {
                names.push(name.clone());
                false
            });
        }
    }
    Ok(names)
}

async fn binned(conn: &mut Conn, school: &SchoolId, student: &PersonId) -> Result<Vec<BinnedShelf>, StoreError> {
    all!(
        conn,
        "SELECT id, rows_kept FROM binned WHERE school_id = $1 AND owner_id = $2 AND kind = 'shelf' ORDER BY id",
        school,
        student
    )
}

/// Does something with every name in kept rows, and the statement it may be of; gives whether any was changed.
fn in_names(rows: &mut Value, change: &mut impl FnMut(&mut String, Option<&str>) -> bool) -> bool {
    let mut changed = false;
    let rows = rows.as_array_mut().into_iter().flatten().filter_map(Value::as_array_mut).flatten();
    for row in rows {
        let statement = row.get("statement_id").and_then(Value::as_str).map(str::to_owned);
        if let Some(Value::String(name)) = row.get_mut("name") {
            changed |= change(name, statement.as_deref());
        }
    }
    changed
}

/// Blanks somebody's words wherever they were copied to from a statement. A translation cannot be told apart word by word: it
/// goes as a whole, and so does a reading.
pub(super) async fn blank(
    tx: &mut Tx,
    viewer: &Viewer,
    definition: &Definition,
    id: &StatementId,
    past: &PastWords,
) -> Result<(), StoreError> {
    let (school, student) = (&viewer.school_id, &definition.student_id);
    let blanked = |name: &str, of: Option<&str>| {
        // A shelf that is a statement no longer may have its name from it still; a short one may be so called by chance.
        if of != Some(id.as_str()) && (of.is_some() || name.chars().count() < NO_CHANCE) {
            return None;
        }
        let pieces = past.reading(name, None)?;
        let blanked = pieces.blanked(&viewer.person_id);
        (blanked != pieces).then(|| blanked.text())
    };
    let shelves: Vec<(ShelfId, String, Option<StatementId>)> =
        all!(tx, "SELECT id, name, statement_id FROM shelf WHERE school_id = $1 AND student_id = $2", school, student)?;
    let mut is_shelf = false;
    for (shelf, name, of) in shelves {
        let Some(name) = blanked(&name, of.as_ref().map(StatementId::as_str)) else { continue };
        run!(tx, "UPDATE shelf SET name = $3 WHERE school_id = $1 AND id = $2", school, &shelf, &name)?;
        is_shelf = true;
    }
    for shelf in binned(tx, school, student).await? {
        let Ok(mut rows) = serde_json::from_str::<Value>(&shelf.rows_kept) else { continue };
        let mut called = String::new();
        let changed = in_names(&mut rows, &mut |name, of| {
            let Some(now) = blanked(name, of) else { return false };
            called = now.chars().take(BIN_NAME).collect();
            *name = now;
            true
        });
        if changed {
            run!(
                tx,
                "UPDATE binned SET rows_kept = $3, name = $4 WHERE school_id = $1 AND id = $2",
                school,
                &shelf.id,
                rows.to_string(),
                called
            )?;
        }
    }
    if is_shelf {
        run!(
            tx,
            "DELETE FROM undoable WHERE school_id = $1 AND thing_id = $2 AND act = 'arrange-portfolio'",
            school,
            student
        )?;
    }
    run!(tx, "DELETE FROM rendition WHERE school_id = $1 AND kind = 'statement' AND thing_id = $2", school, id)?;
    // An id is letters, digits and dashes: nothing that LIKE reads as more than itself.
    let named = format!("%{id}%");
    run!(
        tx,
        "DELETE FROM binned_recording WHERE binned_id IN (SELECT id FROM binned
         WHERE school_id = $1 AND kind = 'rendition' AND rows_kept LIKE $2)",
        school,
        &named
    )?;
    run!(tx, "DELETE FROM binned WHERE school_id = $1 AND kind = 'rendition' AND rows_kept LIKE $2", school, &named)?;
    // What was done with these words a moment ago has them as they were: it cannot be undone any more.
    run!(
        tx,
        "DELETE FROM undoable WHERE school_id = $1 AND (change_kept LIKE $2 OR thing_id = $3)",
        school,
        &named,
        id
    )?;
    Ok(())
}
