//! Where conferences are, what was noted in them, and which phones hold their cues.

use super::{CUES_LAST, Now, Step};
use crate::at::At;
use crate::conference::Conference;
use crate::grant::{Key, code_print};
use crate::id::{ConferenceId, NoteId, PersonId, SchoolId};
use crate::secret::SecretKey;
use crate::session;
use crate::store::{Conn, StoreError, Tx, all, maybe, one, run};

/// Something the one who leads noted while leading.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Note {
    pub id: NoteId,
    /// The moment's name as it was then.
    pub moment: String,
    pub text: String,
    pub made_at: At,
}

impl Conference {
    /// Where it is; none before it begins.
    pub async fn now(&self, conn: &mut Conn) -> Result<Option<Now>, StoreError> {
        Now::of(conn, &self.id).await
    }

    /// Goes to another moment, or darkens the screen. The one place where a conference moves. None when it did not.
    pub async fn step(&self, tx: &mut Tx, step: Step, now: At) -> Result<Option<Now>, StoreError> {
        self.hold(tx).await?;
        let (moments,): (i64,) = one!(
            tx,
            "SELECT count(*) FROM moment WHERE school_id = $1 AND conference_id = $2",
            &self.school_id,
            &self.id
        )?;
        let was = Now::of(tx, &self.id).await?;
        let Some(next) = Now::after(was, step, moments, now) else { return Ok(None) };
        run!(
            tx,
            "INSERT INTO conference_now (conference_id, school_id, place, dark, version, began_at, since)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (conference_id) DO UPDATE SET place = excluded.place, dark = excluded.dark,
                version = excluded.version, began_at = excluded.began_at, since = excluded.since",
            &self.id,
            &self.school_id,
            next.place,
            next.dark,
            next.version,
            next.began_at,
            next.since
        )?;
        Ok(Some(next))
    }

    /// Keeps a note of the one who leads. Sent twice, it is there once. Says whether it is there now and of this
    /// conference.
    pub async fn note(&self, tx: &mut Tx, note: &Note) -> Result<bool, StoreError> {
        run!(
            tx,
            "INSERT INTO conference_note (id, school_id, conference_id, moment, text, made_at)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING",
            &note.id,
            &self.school_id,
            &self.id,
            &note.moment,
            &note.text,
            note.made_at
        )?;
        Ok(self.notes(tx).await?.iter().any(|kept| kept.id == note.id))
    }

    /// What was noted, in its order.
    pub async fn notes(&self, conn: &mut Conn) -> Result<Vec<Note>, StoreError> {
        all!(
            conn,
            "SELECT id, moment, text, made_at FROM conference_note WHERE school_id = $1 AND conference_id = $2
             ORDER BY made_at, id",
            &self.school_id,
            &self.id
        )
    }

    /// Makes a way in for the phone that is to hold the cues, in place of any there was: whoever came by an older one is
    /// out at their next request. Sent twice, it is the same one.
    pub async fn pass_cues(&self, tx: &mut Tx, secrets: &SecretKey, key: &Key, now: At) -> Result<(), StoreError> {
        run!(
            tx,
            "DELETE FROM cue_pass WHERE school_id = $1 AND conference_id = $2 AND token_hash <> $3",
            &self.school_id,
            &self.id,
            key.token_print()
        )?;
        let made = run!(
            tx,
            "INSERT INTO cue_pass (token_hash, school_id, conference_id, person_id, expires_at, code_hash)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
            key.token_print(),
            &self.school_id,
            &self.id,
            &self.student_id,
            now.plus_millis(CUES_LAST),
            key.code_print(secrets)
        )?;
        if made == 1 {
            run!(tx, "DELETE FROM session WHERE school_id = $1 AND cues_of = $2", &self.school_id, &self.id)?;
        }
        Ok(())
    }
}

impl Now {
    /// Where the conference with this id is. For those who have been let into it already.
    pub(super) async fn of(conn: &mut Conn, conference: &ConferenceId) -> Result<Option<Self>, StoreError> {
        maybe!(
            conn,
            "SELECT place, dark, version, began_at, since FROM conference_now WHERE conference_id = $1",
            conference
        )
    }
}

/// A way in for the phone that holds the cues: to the cues of one conference, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct CuePass {
    pub school_id: SchoolId,
    pub conference_id: ConferenceId,
    pub person_id: PersonId,
    pub expires_at: At,
}

impl CuePass {
    /// What a QR code opens, while it does.
    pub async fn opened_by(conn: &mut Conn, key: &Key, now: At) -> Result<Option<Self>, StoreError> {
        maybe!(
            conn,
            "SELECT school_id, conference_id, person_id, expires_at FROM cue_pass
             WHERE token_hash = $1 AND expires_at > $2",
            key.token_print(),
            now
        )
    }

    /// What the short code beside it opens, as somebody typed it: the same, for as long.
    pub async fn opened_by_code(
        conn: &mut Conn,
        secrets: &SecretKey,
        typed: &str,
        now: At,
    ) -> Result<Option<Self>, StoreError> {
        maybe!(
            conn,
            "SELECT school_id, conference_id, person_id, expires_at FROM cue_pass
             WHERE code_hash = $1 AND expires_at > $2",
            code_print(secrets, typed),
            now
        )
    }

    /// Starts the session of the phone, and gives its token.
    pub async fn start(&self, tx: &mut Tx, now: At) -> Result<String, StoreError> {
        session::start_for_cues(tx, self, now).await
    }
}
