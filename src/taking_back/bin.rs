//! The bin: what somebody took back lies there for thirty days, theirs alone, and comes back as it was.

use super::BinKind;
use crate::at::At;
use crate::id::{BinnedId, PersonId, SchoolId};
use crate::person::Viewer;
use crate::store::{Conn, Db, KeptRows, StoreError, Tx, all, maybe, one, run};
use crate::work::Work;

/// For how many days something lies in the bin.
pub const BIN_DAYS: i64 = 30;
/// How many things are deleted in one go by whoever tidies up.
const AT_ONCE: i64 = 200;
/// How much of somebody's words names a thing in the bin, in characters.
const NAME: usize = 80;

/// Something in somebody's bin.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Binned {
    pub id: BinnedId,
    pub kind: BinKind,
    /// A title, or its first words; may be empty.
    pub name: String,
    pub binned_at: At,
}

/// What became of what was thrown away.
#[must_use = "what stays has to be said"]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thrown {
    /// It is in the bin, and nowhere else.
    InBin(BinnedId),
    /// Its words are in the bin; what others answered stays, beside a mark.
    Withdrawn(BinnedId),
    /// Somebody has answered it: it stays.
    Stays,
}

/// What became of what was to come back.
#[must_use = "what does not come back has to be said"]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameBack {
    /// It is there again, as it was.
    Back,
    /// What it belonged to is gone, or something else stands in its place.
    NotNow,
}

impl BinKind {
    /// Puts a thing into its owner's bin. What others answered stays.
    ///
    /// Whoever calls has made sure that it is theirs.
    pub async fn throw_away(
        self,
        tx: &mut Tx,
        owner: &Viewer,
        thing: &(impl AsRef<str> + ?Sized),
        name: &str,
        now: At,
    ) -> Result<Thrown, StoreError> {
        let (school, thing) = (owner.school_id.as_str(), thing.as_ref());
        let is_answered = match self.answered() {
            Some(answered) => {
                let one: Option<(String,)> = maybe!(tx, answered, school, thing)?;
                one.is_some()
            }
            None => false,
        };
        let rows = match (is_answered, self.withdrawing()) {
            (false, _) => match KeptRows::lift(tx, self.parts(), school, thing).await {
                // Somebody answered at this very moment.
                Err(StoreError::Tied(_)) => return Ok(Thrown::Stays),
                lifted => lifted?,
            },
            (true, None) => return Ok(Thrown::Stays),
            (true, Some(withdrawing)) => {
                let rows = KeptRows::of(tx, self.parts(), school, thing).await?;
                KeptRows::lift(tx, &self.parts()[..self.last_part()], school, thing).await?;
                run!(tx, withdrawing, school, thing, now)?;
                rows
            }
        };
        if rows.is_empty() {
            return Ok(Thrown::Stays);
        }
        let id = BinnedId::new();
        run!(
            tx,
            "INSERT INTO binned (id, school_id, owner_id, kind, thing_id, name, rows_kept, binned_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            &id,
            &owner.school_id,
            &owner.person_id,
            self,
            thing,
            first_words(name),
            rows.kept()?,
            now
        )?;
        for held in ["sound_id", "photo_id", "opening_id"].iter().flat_map(|column| rows.texts(column)) {
            // What nothing holds is open to whoever brought it, who may have been somebody that wrote it down: in the bin it is
            // its owner's alone.
            for brought in [
                "UPDATE sound SET brought_by = $3 WHERE school_id = $1 AND id = $2",
                "UPDATE photo SET brought_by = $3 WHERE school_id = $1 AND id = $2",
            ] {
                run!(tx, brought, &owner.school_id, held, &owner.person_id)?;
            }
            run!(
                tx,
                "INSERT INTO binned_recording (binned_id, held_id) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                &id,
                held
            )?;
        }
        Ok(if is_answered { Thrown::Withdrawn(id) } else { Thrown::InBin(id) })
    }
}

impl BinKind {
    /// What a thing that lies in somebody's bin says in this column: for those who were busy with it when it went.
    pub async fn kept_of(
        self,
        conn: &mut Conn,
        school: &SchoolId,
        thing: &(impl AsRef<str> + ?Sized),
        column: &str,
    ) -> Result<Option<String>, StoreError> {
        let kept: Option<(String,)> = maybe!(
            conn,
            "SELECT rows_kept FROM binned WHERE school_id = $1 AND kind = $2 AND thing_id = $3 ORDER BY binned_at DESC",
            school,
            self,
            thing.as_ref()
        )?;
        let rows = kept.and_then(|(kept,)| serde_json::from_str::<KeptRows>(&kept).ok());
        Ok(rows.and_then(|rows| rows.texts(column).next().map(str::to_owned)))
    }
}

/// The beginning of somebody's words, on one line.
fn first_words(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(NAME) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// What is kept of a thing, and which it is.
#[derive(sqlx::FromRow)]
struct KeptThing {
    kind: BinKind,
    thing_id: String,
    rows_kept: String,
}

impl Binned {
    /// What lies in somebody's bin, what was thrown away last first.
    pub async fn of(conn: &mut Conn, owner: &Viewer) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            "SELECT id, kind, name, binned_at FROM binned WHERE school_id = $1 AND owner_id = $2
             ORDER BY binned_at DESC, id",
            &owner.school_id,
            &owner.person_id
        )
    }

    /// Brings a thing back from its owner's bin; `None` when it does not lie there.
    pub async fn bring_back(tx: &mut Tx, owner: &Viewer, id: &BinnedId) -> Result<Option<CameBack>, StoreError> {
        let Some(kept) = Self::kept(tx, owner, id).await? else { return Ok(None) };
        let Ok(mut rows) = serde_json::from_str::<KeptRows>(&kept.rows_kept) else { return Ok(Some(CameBack::NotNow)) };
        if !kept.has_room(tx, &mut rows).await? {
            return Ok(Some(CameBack::NotNow));
        }
        rows.lay_back(tx, kept.kind.parts()).await?;
        let back = KeptRows::of(tx, kept.kind.parts(), owner.school_id.as_str(), &kept.thing_id).await?;
        if back.is_empty() {
            return Ok(Some(CameBack::NotNow));
        }
        forget_one(tx, id).await?;
        Ok(Some(CameBack::Back))
    }

    /// Deletes a thing for good, out of its owner's bin. `false` when it does not lie there.
    pub async fn delete_for_good(tx: &mut Tx, owner: &Viewer, id: &BinnedId) -> Result<bool, StoreError> {
        if Self::kept(tx, owner, id).await?.is_none() {
            return Ok(false);
        }
        forget_one(tx, id).await?;
        Ok(true)
    }

    async fn kept(conn: &mut Conn, owner: &Viewer, id: &BinnedId) -> Result<Option<KeptThing>, StoreError> {
        maybe!(
            conn,
            "SELECT kind, thing_id, rows_kept FROM binned WHERE school_id = $1 AND owner_id = $2 AND id = $3",
            &owner.school_id,
            &owner.person_id,
            id
        )
    }

    /// Deletes for good what has lain in bins for long enough. Gives how many things are gone.
    pub async fn empty_bins(db: &Db, now: At) -> Result<usize, StoreError> {
        let mut tx = db.write().await?;
        let old: Vec<(BinnedId,)> = all!(
            &mut tx,
            "SELECT id FROM binned WHERE binned_at <= $1 ORDER BY binned_at LIMIT $2",
            now.plus_days(-BIN_DAYS),
            AT_ONCE
        )?;
        for (id,) in &old {
            forget_one(&mut tx, id).await?;
        }
        tx.commit().await?;
        Ok(old.len() + Work::empty_bins(db, now).await?)
    }

    /// How many things lie in somebody's bin, of both kinds of bins.
    pub async fn count(conn: &mut Conn, owner: &PersonId) -> Result<i64, StoreError> {
        let (many,): (i64,) = one!(
            conn,
            "SELECT (SELECT count(*) FROM binned WHERE owner_id = $1)
                + (SELECT count(*) FROM work WHERE student_id = $1 AND binned_at IS NOT NULL)",
            owner
        )?;
        Ok(many)
    }
}

async fn forget_one(tx: &mut Tx, id: &BinnedId) -> Result<(), StoreError> {
    run!(tx, "DELETE FROM binned_recording WHERE binned_id = $1", id)?;
    run!(tx, "DELETE FROM binned WHERE id = $1", id)?;
    Ok(())
}

impl KeptThing {
    /// Whether it can be laid back; a version and a moment go behind those that came since.
    async fn has_room(&self, tx: &mut Tx, rows: &mut KeptRows) -> Result<bool, StoreError> {
        match self.kind {
            BinKind::Version => {
                let Some(work) = rows.texts("work_id").next().map(str::to_owned) else { return Ok(false) };
                let (last,): (i64,) =
                    one!(tx, "SELECT COALESCE(max(number), 0) FROM revision WHERE work_id = $1", &work)?;
                rows.number(self.kind.last_part(), "number", last + 1);
                Ok(last > 0)
            }
            BinKind::Check => {
                let Some(work) = rows.texts("work_id").next().map(str::to_owned) else { return Ok(false) };
                let waiting: Option<(String,)> = maybe!(
                    tx,
                    "SELECT id FROM mastery_check WHERE work_id = $1 AND answered_at IS NULL AND withdrawn_at IS NULL",
                    &work
                )?;
                Ok(waiting.is_none())
            }
            BinKind::Shelf | BinKind::Moment => {
                let part = self.kind.parts()[self.kind.last_part()];
                let whose = if self.kind == BinKind::Shelf { "student_id" } else { "conference_id" };
                let Some(owner) = rows.texts(whose).next().map(str::to_owned) else { return Ok(false) };
                let sql = format!("SELECT COALESCE(max(position), -1) FROM {} WHERE {whose} = $1", part.table);
                let (last,): (i64,) = one!(tx, sqlx::AssertSqlSafe(sql), &owner)?;
                rows.number(self.kind.last_part(), "position", last + 1);
                Ok(true)
            }
            // A plan that was begun anew stands in its place.
            BinKind::Plan => {
                let there: Option<(String,)> =
                    maybe!(tx, "SELECT id FROM moment WHERE conference_id = $1 LIMIT 1", &self.thing_id)?;
                Ok(there.is_none())
            }
            _ => Ok(true),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_in_the_bin_is_called_by_its_first_words() {
        assert_eq!(first_words(" Half of\n the garden "), "Half of the garden");
        let long = "ä".repeat(200);
        assert_eq!(first_words(&long).chars().count(), NAME + 1);
    }
}
