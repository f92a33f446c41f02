//! Rows lifted out of their tables as they stand, to be laid back later: what was thrown away, and what can be undone.
//!
//! Every column is a text or a number (one SQL text for two databases), so that any row can be kept as JSON. While rows
//! lie elsewhere they are in no table that a query reads: nobody sees them by mistake.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Column, Postgres, Row, Sqlite, TypeInfo, ValueRef};

use super::{Conn, Engine, StoreError, Tx};

/// Some rows of one table: those that belong to a thing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RowsOf {
    pub table: &'static str,
    /// Which ones, as the words after WHERE say: $1 is the school, $2 the thing.
    pub of: &'static str,
    /// What a row points at, by column and table. A row whose company is gone is not laid back.
    pub beside: &'static [(&'static str, &'static str)],
    /// Columns that are made of others, at any time: they are not kept, and begin anew as this.
    pub made: &'static [(&'static str, &'static str)],
}

impl RowsOf {
    /// The rows that these words choose.
    pub const fn new(table: &'static str, of: &'static str) -> Self {
        Self { table, of, beside: &[], made: &[] }
    }

    /// Rows that stand beside others, which may be gone by the time they are laid back.
    pub const fn beside(self, beside: &'static [(&'static str, &'static str)]) -> Self {
        Self { beside, ..self }
    }

    /// Rows with columns that are made of others.
    pub const fn but(self, made: &'static [(&'static str, &'static str)]) -> Self {
        Self { made, ..self }
    }
}

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum Cell {
    Nothing,
    Number(i64),
    Text(String),
}

/// A row, by the names of its columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
struct KeptRow(BTreeMap<String, Cell>);

/// The rows of a thing, part by part; what points at others comes before them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct KeptRows(Vec<Vec<KeptRow>>);

impl KeptRows {
    /// As they stand now.
    pub async fn of(conn: &mut Conn, parts: &[RowsOf], school: &str, thing: &str) -> Result<Self, StoreError> {
        let mut kept = Vec::with_capacity(parts.len());
        for part in parts {
            let sql = format!("SELECT {0}.* FROM {0} WHERE {0}.school_id = $1 AND {1}", part.table, part.of);
            let mut rows: Vec<KeptRow> = super::all!(conn, AssertSqlSafe(sql), school, thing)?;
            rows.iter_mut().for_each(|row| row.0.retain(|column, _| part.made.iter().all(|(made, _)| made != column)));
            rows.sort_by_key(|row| format!("{row:?}"));
            kept.push(rows);
        }
        Ok(Self(kept))
    }

    /// Takes them out of their tables.
    pub async fn lift(tx: &mut Tx, parts: &[RowsOf], school: &str, thing: &str) -> Result<Self, StoreError> {
        let rows = Self::of(tx, parts, school, thing).await?;
        for part in parts {
            let sql = format!("DELETE FROM {0} WHERE {0}.school_id = $1 AND {1}", part.table, part.of);
            super::run!(tx, AssertSqlSafe(sql), school, thing)?;
        }
        Ok(rows)
    }

    /// Lays them back: a row that has an id and is still there becomes what it was, every other one is added. What stands
    /// beside something that is gone, or where something else stands by now, is left out: then it is `false`.
    pub async fn lay_back(&self, tx: &mut Tx, parts: &[RowsOf]) -> Result<bool, StoreError> {
        let mut all = true;
        for (part, rows) in parts.iter().zip(&self.0).rev() {
            for row in rows {
                all &= row.has_its_company(tx, part).await? && row.lay(tx, part).await?;
            }
        }
        Ok(all)
    }

    /// What became of these rows: what there is since, and what there is no more.
    pub fn changed_to(&self, after: &Self) -> RowChange {
        let without = |these: &Self, those: &Self| -> Vec<Vec<KeptRow>> {
            let parts = these.0.iter().zip(&those.0);
            parts.map(|(these, those)| these.iter().filter(|row| !those.contains(row)).cloned().collect()).collect()
        };
        RowChange { added: Self(without(after, self)), removed: Self(without(self, after)) }
    }

    /// As they are kept in a column.
    ///
    /// # Errors
    /// Rows can always be written; were it otherwise, nothing is lifted.
    pub fn kept(&self) -> Result<String, StoreError> {
        kept(self)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }

    /// The texts that stand in this column, of whichever part.
    pub fn texts<'a>(&'a self, column: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().flatten().filter_map(move |row| match row.0.get(column) {
            Some(Cell::Text(text)) => Some(text.as_str()),
            _ => None,
        })
    }

    /// Writes this number into a column of a part's rows.
    pub fn number(&mut self, part: usize, column: &str, number: i64) {
        for row in self.0.get_mut(part).into_iter().flatten() {
            row.0.insert(column.to_owned(), Cell::Number(number));
        }
    }
}

/// What a change added, and what it took away; a row that became another is in both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RowChange {
    added: KeptRows,
    removed: KeptRows,
}

impl RowChange {
    /// As it is kept in a column; see [`KeptRows::kept`].
    pub fn kept(&self) -> Result<String, StoreError> {
        kept(self)
    }

    /// What was added in a table, and names this thing, says something else in a column by now: whether there was such a row.
    pub fn now_says(&mut self, part: usize, thing: &str, column: &str, (before, after): (&str, &str)) -> bool {
        let mut is_there = false;
        for row in self.added.0.get_mut(part).into_iter().flatten() {
            let names = row.0.values().any(|cell| matches!(cell, Cell::Text(text) if text == thing));
            match row.0.get_mut(column) {
                Some(Cell::Text(said)) if names && said == before => {
                    after.clone_into(said);
                    is_there = true;
                }
                _ => {}
            }
        }
        is_there
    }

    /// Whether nothing has changed but how often it was changed.
    pub fn is_empty(&self) -> bool {
        let uncounted = |rows: &KeptRows| -> Vec<Vec<KeptRow>> {
            rows.0.iter().map(|rows| rows.iter().map(KeptRow::uncounted).collect()).collect()
        };
        uncounted(&self.added) == uncounted(&self.removed)
    }

    /// Turns it around: `false` when something has become of it since; then the transaction is to be dropped.
    pub async fn undo(&self, tx: &mut Tx, parts: &[RowsOf], school: &str, thing: &str) -> Result<bool, StoreError> {
        let now = KeptRows::of(tx, parts, school, thing).await?;
        let stands = self.added.0.iter().zip(&now.0).all(|(added, now)| added.iter().all(|row| now.contains(row)));
        if !stands {
            return Ok(false);
        }
        for ((part, added), removed) in parts.iter().zip(&self.added.0).zip(&self.removed.0) {
            for row in added {
                let becomes = removed.iter().any(|before| before.id().is_some() && before.id() == row.id());
                if !becomes {
                    row.take_out(tx, part.table).await?;
                }
            }
        }
        self.removed.lay_back(tx, parts).await
    }
}

impl KeptRow {
    /// Without what counts its changes.
    fn uncounted(&self) -> Self {
        let cells = self.0.iter().filter(|(column, _)| !["version", "changed_at"].contains(&column.as_str()));
        Self(cells.map(|(column, cell)| (column.clone(), cell.clone())).collect())
    }

    fn id(&self) -> Option<&Cell> {
        self.0.get("id")
    }

    async fn take_out(&self, tx: &mut Tx, table: &str) -> Result<(), StoreError> {
        let mut filled: Vec<(&String, &Cell)> = Vec::new();
        let mut chosen = Vec::new();
        for (column, cell) in &self.0 {
            if self.id().is_some() && column != "id" {
                continue;
            }
            if *cell == Cell::Nothing {
                chosen.push(format!("{column} IS NULL"));
            } else {
                filled.push((column, cell));
                chosen.push(format!("{column} = ${}", filled.len()));
            }
        }
        execute(tx, format!("DELETE FROM {table} WHERE {}", chosen.join(" AND ")), &filled).await?;
        Ok(())
    }

    async fn has_its_company(&self, tx: &mut Tx, part: &RowsOf) -> Result<bool, StoreError> {
        for (column, table) in part.beside {
            let Some(Cell::Text(id)) = self.0.get(*column) else { continue };
            let sql = format!("SELECT id FROM {table} WHERE id = $1");
            let there: Option<(String,)> = super::maybe!(tx, AssertSqlSafe(sql), id)?;
            if there.is_none() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    async fn lay(&self, tx: &mut Tx, part: &RowsOf) -> Result<bool, StoreError> {
        let table = part.table;
        let filled: Vec<(&String, &Cell)> = self.0.iter().filter(|(_, cell)| **cell != Cell::Nothing).collect();
        // A NULL has no type to bind: it is written out.
        let place = |at: usize| format!("${}", at + 1);
        if self.0.contains_key("id") {
            let mut at = 0;
            let kept = self.0.iter().map(|(column, cell)| match cell {
                Cell::Nothing => format!("{column} = NULL"),
                _ => {
                    at += 1;
                    format!("{column} = {}", place(at - 1))
                }
            });
            let made = part.made.iter().map(|(column, begins)| format!("{column} = {begins}"));
            let set: Vec<String> = kept.chain(made).collect();
            let id = filled.iter().position(|(column, _)| *column == "id").unwrap_or_default();
            let sql = format!("UPDATE {table} SET {} WHERE id = {}", set.join(", "), place(id));
            if execute(tx, sql, &filled).await? > 0 {
                return Ok(true);
            }
        }
        let columns: Vec<&str> = filled.iter().map(|(column, _)| column.as_str()).collect();
        let places: Vec<String> = (0..filled.len()).map(place).collect();
        let sql = format!(
            "INSERT INTO {table} ({}) VALUES ({}) ON CONFLICT DO NOTHING",
            columns.join(", "),
            places.join(", ")
        );
        Ok(execute(tx, sql, &filled).await? > 0)
    }
}

fn kept(rows: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(rows).map_err(|error| StoreError::from(sqlx::Error::Encode(Box::new(error))))
}

async fn execute(tx: &mut Tx, sql: String, cells: &[(&String, &Cell)]) -> Result<u64, StoreError> {
    macro_rules! with {
        ($database:ty, $conn:expr) => {{
            let mut query = sqlx::query::<$database>(AssertSqlSafe(sql));
            for (_, cell) in cells {
                query = match cell {
                    Cell::Number(number) => query.bind(*number),
                    Cell::Text(text) => query.bind(text.as_str()),
                    Cell::Nothing => query,
                };
            }
            query.execute($conn).await.map(|done| done.rows_affected()).map_err(StoreError::from)
        }};
    }
    let done = match tx.engine() {
        Ok(Engine::Sqlite(conn)) => with!(Sqlite, conn),
        Ok(Engine::Postgres(conn)) => with!(Postgres, conn),
        Err(ended) => Err(ended),
    };
    tx.after(done)
}

macro_rules! kept_from {
    ($row:ty) => {
        impl<'r> sqlx::FromRow<'r, $row> for KeptRow {
            fn from_row(row: &'r $row) -> Result<Self, sqlx::Error> {
                let mut cells = BTreeMap::new();
                for (place, column) in row.columns().iter().enumerate() {
                    let raw = row.try_get_raw(place)?;
                    let is_text = matches!(raw.type_info().name(), "TEXT" | "VARCHAR");
                    let cell = match (raw.is_null(), is_text) {
                        (true, _) => Cell::Nothing,
                        (false, true) => Cell::Text(row.try_get(place)?),
                        (false, false) => Cell::Number(row.try_get(place)?),
                    };
                    cells.insert(column.name().to_owned(), cell);
                }
                Ok(Self(cells))
            }
        }
    };
}
kept_from!(SqliteRow);
kept_from!(PgRow);
