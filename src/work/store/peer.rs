//! Asking the advisory about a work, in the database.

use super::*;
use crate::store::{Tx, run};

/// A work that a fellow student asks about.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct AskedPeer {
    pub work_id: WorkId,
    pub title: String,
    pub student: String,
}

impl Work {
    /// Whether its student asks the advisory, and what about.
    pub async fn peer_ask(&self, conn: &mut Conn) -> Result<Option<PeerAsk>, StoreError> {
        maybe!(
            conn,
            "SELECT question, peer_ask.language, asked_at FROM peer_ask JOIN work ON work.id = work_id
             WHERE peer_ask.school_id = $1 AND work_id = $2 AND binned_at IS NULL",
            &self.school_id,
            &self.id
        )
    }

    /// Asks the advisory, or asks in other words.
    pub async fn ask_peers(&self, tx: &mut Tx, question: &str, language: &Language, now: At) -> Result<(), StoreError> {
        run!(
            tx,
            "INSERT INTO peer_ask (work_id, school_id, question, language, asked_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (work_id) DO UPDATE SET question = excluded.question, language = excluded.language",
            &self.id,
            &self.school_id,
            question,
            language,
            now
        )?;
        Ok(())
    }

    /// Asks no longer. What was said stays.
    pub async fn ask_peers_no_longer(&self, tx: &mut Tx) -> Result<(), StoreError> {
        run!(tx, "DELETE FROM peer_ask WHERE school_id = $1 AND work_id = $2", &self.school_id, &self.id)?;
        Ok(())
    }

    /// The work with this id and its student, when the viewer is a fellow student who is asked about it.
    pub async fn find_as_peer(
        conn: &mut Conn,
        viewer: &Viewer,
        id: &WorkId,
    ) -> Result<Option<(Self, Student, PeerAsk)>, StoreError> {
        let Some(work) = Self::in_school(conn, &viewer.school_id, id).await? else { return Ok(None) };
        let Some(student) = Student::seen_by(conn, viewer, &work.student_id).await? else { return Ok(None) };
        let asks = work.peer_ask(conn).await?;
        let may = student.standing.may(Action::GivePeerFeedback, work.peer_audience(asks.as_ref()));
        Ok(asks.filter(|_| may).map(|asks| (work, student, asks)))
    }

    /// The works that fellow students ask this one about, the newest question first.
    pub async fn asking_peers(conn: &mut Conn, peer: &Viewer) -> Result<Vec<AskedPeer>, StoreError> {
        all!(
            conn,
            "SELECT work.id AS work_id, work.title, COALESCE(person.called, person.name) AS student FROM peer_ask
             JOIN work ON work.id = peer_ask.work_id JOIN person ON person.id = work.student_id
             WHERE peer_ask.school_id = $1 AND work.kept_at IS NOT NULL AND work.binned_at IS NULL AND person.left_at IS NULL AND person.id <> $2
                AND work.student_id IN (SELECT theirs.person_id FROM advisory_member mine JOIN advisory_member theirs
                    ON theirs.advisory_id = mine.advisory_id WHERE mine.person_id = $2)
             ORDER BY peer_ask.asked_at DESC, work.id",
            &peer.school_id,
            &peer.person_id
        )
    }
}
