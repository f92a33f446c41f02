//! Commitments in the database.

use super::{ASKED_AFTER_DAYS, Commitment, Outcome};
use crate::at::At;
use crate::conference::Conference;
use crate::day::Day;
use crate::id::{CommitmentId, PersonId, SchoolId};
use crate::language::Language;
use crate::person::Viewer;
use crate::saved::Saved;
use crate::store::{Conn, StoreError, Tx, all, maybe, run};

/// Commitments, chosen and ordered as the words after say.
macro_rules! commitments {
    ($rest:literal) => {
        concat!(
            "SELECT commitment.id, conference_id, starts_at, conference.student_id, author_id, person.name AS author,
                person.role AS author_role, kinship.words AS kinship, what, sign, by_day, commitment.language,
                commitment.version, outcome, outcome_words, answered_by
             FROM commitment
             JOIN conference ON conference.id = conference_id
             JOIN person ON person.id = author_id
             LEFT JOIN kinship ON kinship.person_id = author_id AND kinship.student_id = conference.student_id ",
            $rest
        )
    };
}

/// A promise to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCommitment {
    pub what: String,
    pub sign: String,
    pub by_day: Option<Day>,
    pub language: Language,
}

impl Conference {
    /// What was promised at it, in the order in which it was.
    pub async fn commitments(&self, conn: &mut Conn) -> Result<Vec<Commitment>, StoreError> {
        all!(
            conn,
            commitments!("WHERE commitment.school_id = $1 AND conference_id = $2 ORDER BY made_at, commitment.id"),
            &self.school_id,
            &self.id
        )
    }

    /// What was promised at the conference before this one: this one opens with it.
    pub async fn promised_last_time(&self, conn: &mut Conn) -> Result<Vec<Commitment>, StoreError> {
        all!(
            conn,
            commitments!(
                "WHERE commitment.school_id = $1 AND conference_id = (SELECT before.id FROM conference before
                    WHERE before.school_id = $1 AND before.student_id = $2 AND before.starts_at < $3
                    ORDER BY before.starts_at DESC, before.id DESC LIMIT 1)
                 ORDER BY made_at, commitment.id"
            ),
            &self.school_id,
            &self.student_id,
            self.facts.starts_at
        )
    }

    /// Promises something. Sent twice, it is promised once. Says whether it is there now and theirs.
    pub async fn commit(
        &self,
        tx: &mut Tx,
        author: &Viewer,
        id: &CommitmentId,
        new: &NewCommitment,
        now: At,
    ) -> Result<bool, StoreError> {
        run!(
            tx,
            "INSERT INTO commitment
                (id, school_id, conference_id, author_id, what, sign, by_day, language, version, made_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9) ON CONFLICT (id) DO NOTHING",
            id,
            &self.school_id,
            &self.id,
            &author.person_id,
            &new.what,
            &new.sign,
            new.by_day,
            &new.language,
            now
        )?;
        let there = Commitment::find(tx, &self.school_id, id).await?;
        Ok(there.is_some_and(|there| there.conference_id == self.id && there.author_id == author.person_id))
    }
}

impl Commitment {
    /// The promise of this school with this id.
    pub async fn find(conn: &mut Conn, school: &SchoolId, id: &CommitmentId) -> Result<Option<Self>, StoreError> {
        maybe!(conn, commitments!("WHERE commitment.school_id = $1 AND commitment.id = $2"), school, id)
    }

    /// What somebody promised and is asked about now.
    pub async fn waiting_for(conn: &mut Conn, viewer: &Viewer, now: At) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            commitments!(
                "WHERE commitment.school_id = $1 AND author_id = $2 AND outcome IS NULL AND starts_at <= $3
                 ORDER BY made_at, commitment.id"
            ),
            &viewer.school_id,
            &viewer.person_id,
            now.plus_days(-ASKED_AFTER_DAYS)
        )
    }

    /// Everything anybody is asked about now, in all schools, and nobody was written to about. For the mail.
    pub async fn to_be_mailed(conn: &mut Conn, now: At) -> Result<Vec<(CommitmentId, SchoolId, PersonId)>, StoreError> {
        all!(
            conn,
            "SELECT commitment.id, commitment.school_id, author_id FROM commitment
             JOIN conference ON conference.id = conference_id
             WHERE outcome IS NULL AND starts_at <= $1 AND starts_at > $2
                AND NOT EXISTS (SELECT 1 FROM follow_up_mail WHERE commitment_id = commitment.id)
             ORDER BY commitment.id",
            now.plus_days(-ASKED_AFTER_DAYS),
            // What is long past is not dug up when a school begins to send mail.
            now.plus_days(-3 * ASKED_AFTER_DAYS)
        )
    }

    /// Takes the sending of a mail on; says whether nobody else has.
    pub async fn claim_mail(tx: &mut Tx, school: &SchoolId, id: &CommitmentId, now: At) -> Result<bool, StoreError> {
        let claimed = run!(
            tx,
            "INSERT INTO follow_up_mail (commitment_id, school_id, sent_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            id,
            school,
            now
        )?;
        Ok(claimed == 1)
    }

    /// Puts it in other words, when it still is the one that the change was made from.
    pub async fn reword(&self, tx: &mut Tx, made_from: i64, new: &NewCommitment) -> Result<Saved, StoreError> {
        let changed = run!(
            tx,
            "UPDATE commitment SET what = $1, sign = $2, by_day = $3, language = $4, version = version + 1
             WHERE id = $5 AND author_id = $6 AND version = $7 AND outcome IS NULL",
            &new.what,
            &new.sign,
            new.by_day,
            &new.language,
            &self.id,
            &self.author_id,
            made_from
        )?;
        Ok(if changed == 1 { Saved::Kept } else { Saved::Stale })
    }

    /// Says how it went. Said again, the later word counts.
    pub async fn say_how_it_went(
        &self,
        tx: &mut Tx,
        outcome: Outcome,
        words: &str,
        by: &PersonId,
        now: At,
    ) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE commitment SET outcome = $1, outcome_words = $2, answered_by = $3, answered_at = $4 WHERE id = $5",
            outcome,
            words,
            by,
            now,
            &self.id
        )?;
        Ok(())
    }
}
