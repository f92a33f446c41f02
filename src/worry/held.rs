//! Worries that are held: read by those who hear of them, each opening recorded, noted on, and released by two.

use super::hearers::hears;
use crate::at::At;
use crate::hidden::HiddenKind;
use crate::id::{PersonId, WorryId, WorryNoteId, WorryOpeningId};
use crate::language::Language;
use crate::person::{Role, Viewer};
use crate::store::{Conn, StoreError, Tx, all, maybe, run};

/// How long somebody who has opened a worry has it open: a page that is loaded anew is no second opening.
const SITTING_MILLIS: i64 = 10 * 60 * 1000;

/// A worry, found by somebody who hears of it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Worry {
    pub id: WorryId,
    pub kind: HiddenKind,
    /// On whose pages the words stood.
    pub student: String,
    /// Who said the words, as they were called then. Empty once it is released, as the words are.
    pub author_name: String,
    pub author_role: Role,
    pub language: Language,
    pub text: String,
    pub had_sound: bool,
    pub had_photo: bool,
    pub why: String,
    pub reporter: String,
    pub reported_at: At,
    /// Who asks for its release, while they still hear of worries.
    pub release_asked_by: Option<PersonId>,
    pub asker: Option<String>,
    pub release_asked_at: Option<At>,
    pub releaser: Option<String>,
    pub released_at: Option<At>,
    /// Whether whoever looks has not opened it, or not since somebody else asks for its release.
    pub waits: bool,
}

/// What was done about a worry.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct WorryNote {
    pub author: String,
    /// Empty once the worry is released.
    pub text: String,
    pub made_at: At,
}

/// That somebody opened a worry.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct WorryOpening {
    pub person: String,
    pub opened_at: At,
}

/// A worry that waits to be opened.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct WaitingWorry {
    pub id: WorryId,
    pub student_id: PersonId,
    pub student: String,
    pub since: At,
}

/// In SQL: since when the worry at hand waits for $2: since it was said, or since somebody else asks for its release.
macro_rules! since {
    () => {
        "(CASE WHEN worry.release_asked_by <> $2 THEN worry.release_asked_at ELSE worry.reported_at END)"
    };
}

/// In SQL: whether it waits for $2, who has not opened it since then.
macro_rules! waits {
    () => {
        concat!(
            "(worry.released_at IS NULL AND NOT EXISTS (SELECT 1 FROM worry_opening WHERE worry_opening.worry_id = worry.id
                AND worry_opening.person_id = $2 AND worry_opening.opened_at >= ",
            since!(),
            "))"
        )
    };
}

/// In SQL: the worries of the school $1 that $2 hears of. Nobody hears of one about words of their own.
macro_rules! heard {
    ($then:literal) => {
        concat!(
            "SELECT worry.id, worry.kind, student.name AS student, worry.author_name, worry.author_role, worry.language,
                worry.text, worry.had_sound = 1 AS had_sound, worry.had_photo = 1 AS had_photo, worry.why,
                reporter.name AS reporter, worry.reported_at,
                CASE WHEN ",
            hears!("worry.release_asked_by"),
            " THEN worry.release_asked_by END AS release_asked_by, asker.name AS asker, worry.release_asked_at,
                releaser.name AS releaser, worry.released_at, ",
            waits!(),
            " AS waits
             FROM worry JOIN person student ON student.id = worry.student_id
             JOIN person reporter ON reporter.id = worry.reported_by
             LEFT JOIN person asker ON asker.id = worry.release_asked_by
             LEFT JOIN person releaser ON releaser.id = worry.released_by
             WHERE worry.school_id = $1 AND worry.author_id <> $2 AND ",
            hears!("$2"),
            $then
        )
    };
}

impl Worry {
    /// All that somebody hears of: what is held before what is released, the latest first.
    pub async fn heard_by(conn: &mut Conn, viewer: &Viewer) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            heard!(
                " ORDER BY CASE WHEN worry.released_at IS NULL THEN 0 ELSE 1 END, worry.reported_at DESC, worry.id LIMIT 500"
            ),
            &viewer.school_id,
            &viewer.person_id
        )
    }

    /// The worry with this id, for somebody who hears of it.
    pub async fn find(conn: &mut Conn, viewer: &Viewer, id: &WorryId) -> Result<Option<Self>, StoreError> {
        maybe!(conn, heard!(" AND worry.id = $3"), &viewer.school_id, &viewer.person_id, id)
    }

    /// Whether its words are still held.
    pub fn is_held(&self) -> bool {
        self.released_at.is_none()
    }

    /// Records that somebody opens it, before they read it.
    pub async fn open(&self, tx: &mut Tx, viewer: &Viewer, now: At) -> Result<(), StoreError> {
        run!(
            tx,
            concat!(
                "INSERT INTO worry_opening (id, school_id, worry_id, person_id, opened_at)
                 SELECT $4, $1, worry.id, $2, $5 FROM worry WHERE worry.school_id = $1 AND worry.id = $3
                 AND (NOT EXISTS (SELECT 1 FROM worry_opening WHERE worry_opening.worry_id = $3
                    AND worry_opening.person_id = $2 AND worry_opening.opened_at > $6) OR ",
                waits!(),
                ")"
            ),
            &viewer.school_id,
            &viewer.person_id,
            &self.id,
            WorryOpeningId::new(),
            now,
            now.plus_millis(-SITTING_MILLIS)
        )?;
        Ok(())
    }

    /// What was noted since, the first first.
    pub async fn notes(&self, conn: &mut Conn) -> Result<Vec<WorryNote>, StoreError> {
        all!(
            conn,
            "SELECT person.name AS author, text, made_at FROM worry_note JOIN person ON person.id = worry_note.author_id
             WHERE worry_id = $1 ORDER BY made_at, worry_note.id LIMIT 1000",
            &self.id
        )
    }

    /// Who opened it, the last first.
    pub async fn openings(&self, conn: &mut Conn) -> Result<Vec<WorryOpening>, StoreError> {
        all!(
            conn,
            "SELECT person.name AS person, opened_at FROM worry_opening
             JOIN person ON person.id = worry_opening.person_id
             WHERE worry_id = $1 ORDER BY opened_at DESC, worry_opening.id DESC LIMIT 1000",
            &self.id
        )
    }

    /// Notes what was done. `false` when it was released in the meantime.
    pub async fn note(
        &self,
        tx: &mut Tx,
        by: &Viewer,
        (id, text): (&WorryNoteId, &str),
        now: At,
    ) -> Result<bool, StoreError> {
        // Who writes a note and who releases the words wait for each other here.
        let held = run!(
            tx,
            "UPDATE worry SET why = why WHERE school_id = $1 AND id = $2 AND released_at IS NULL",
            &by.school_id,
            &self.id
        )?;
        if held == 0 {
            return Ok(false);
        }
        run!(
            tx,
            "INSERT INTO worry_note (id, school_id, worry_id, author_id, text, made_at)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING",
            id,
            &by.school_id,
            &self.id,
            &by.person_id,
            text,
            now
        )?;
        Ok(true)
    }

    /// Asks for its release. Where somebody asks already, it stays so.
    pub async fn ask_for_release(&self, tx: &mut Tx, by: &Viewer, now: At) -> Result<(), StoreError> {
        run!(
            tx,
            concat!(
                "UPDATE worry SET release_asked_by = $3, release_asked_at = $4
                 WHERE school_id = $1 AND id = $2 AND released_at IS NULL
                 AND (release_asked_by IS NULL OR NOT ",
                hears!("worry.release_asked_by"),
                ")"
            ),
            &by.school_id,
            &self.id,
            &by.person_id,
            now
        )?;
        Ok(())
    }

    /// Holds it on: whoever asked for its release takes that back, or another one does not agree. `false` when it was released
    /// in the meantime.
    pub async fn hold_on(&self, tx: &mut Tx, by: &Viewer) -> Result<bool, StoreError> {
        let held = run!(
            tx,
            "UPDATE worry SET release_asked_by = NULL, release_asked_at = NULL
             WHERE school_id = $1 AND id = $2 AND released_at IS NULL",
            &by.school_id,
            &self.id
        )?;
        Ok(held > 0)
    }

    /// Releases it, as the second of two who hear of it: what was held is blank from now on. `false` when nobody else asks.
    pub async fn release(&self, tx: &mut Tx, by: &Viewer, now: At) -> Result<bool, StoreError> {
        let released = run!(
            tx,
            concat!(
                "UPDATE worry SET text = '', why = '', author_name = '', had_sound = 0, had_photo = 0,
                    released_by = $3, released_at = $4
                 WHERE school_id = $1 AND id = $2 AND released_at IS NULL AND release_asked_by <> $3 AND ",
                hears!("worry.release_asked_by")
            ),
            &by.school_id,
            &self.id,
            &by.person_id,
            now
        )?;
        if released > 0 {
            run!(tx, "UPDATE worry_note SET text = '' WHERE worry_id = $1", &self.id)?;
        }
        Ok(released > 0)
    }
}

impl WaitingWorry {
    /// What somebody who hears of worries has not opened yet, the first first.
    pub async fn of(conn: &mut Conn, viewer: &Viewer) -> Result<Vec<Self>, StoreError> {
        if !viewer.session.may_hear_worries {
            return Ok(Vec::new());
        }
        all!(
            conn,
            concat!(
                "SELECT worry.id, worry.student_id, student.name AS student, ",
                since!(),
                " AS since FROM worry JOIN person student ON student.id = worry.student_id
                 WHERE worry.school_id = $1 AND worry.author_id <> $2 AND ",
                waits!(),
                " AND ",
                hears!("$2"),
                " ORDER BY since, worry.id LIMIT 50"
            ),
            &viewer.school_id,
            &viewer.person_id
        )
    }
}
