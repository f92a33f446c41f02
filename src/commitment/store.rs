//! Commitments in the database.

use super::{ASKED_AFTER_DAYS, ASKED_UNTIL_DAYS, Commitment, Outcome};
use crate::at::At;
use crate::conference::Conference;
use crate::day::Day;
use crate::id::{CommitmentId, PersonId, SchoolId};
use crate::language::{Language, Languages};
use crate::person::Viewer;
use crate::saved::Saved;
use crate::store::{Conn, StoreError, Tx, all, maybe, run};

/// Commitments, chosen and ordered as the words after say.
macro_rules! commitments {
    ($rest:literal) => {
        concat!(
            "SELECT commitment.id, conference_id, starts_at, conference.student_id, author_id, person.name AS author,
                COALESCE(person.called, person.name) AS author_called,
                person.role AS author_role, kinship.words AS kinship, written_by AS writer_id, pen.name AS writer, what, sign, by_day, commitment.language,
                commitment.version, outcome, outcome_words, answered_by
             FROM commitment
             JOIN conference ON conference.id = conference_id
             JOIN person ON person.id = author_id
             LEFT JOIN person pen ON pen.id = written_by
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
    pub async fn commitments_of_last_time(&self, conn: &mut Conn) -> Result<Vec<Commitment>, StoreError> {
        all!(
            conn,
            commitments!(
                "WHERE commitment.school_id = $1 AND conference_id = (SELECT before.id FROM conference before
                    WHERE before.school_id = $1 AND before.student_id = $2 AND before.starts_at < $3
                        AND before.called_off_at IS NULL
                    ORDER BY before.starts_at DESC, before.id DESC LIMIT 1)
                 ORDER BY made_at, commitment.id"
            ),
            &self.school_id,
            &self.student_id,
            self.facts.starts_at
        )
    }

    /// Somebody promises something; `writer` writes it down, for themself or for who said it to them. Sent twice, it is
    /// promised once.
    pub async fn commit(
        &self,
        tx: &mut Tx,
        author: &PersonId,
        writer: &PersonId,
        id: &CommitmentId,
        new: &NewCommitment,
        now: At,
    ) -> Result<Saved, StoreError> {
        let told = Some(writer).filter(|writer| *writer != author);
        run!(
            tx,
            "INSERT INTO commitment
                (id, school_id, conference_id, author_id, written_by, what, sign, by_day, language, version, made_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10) ON CONFLICT (id) DO NOTHING",
            id,
            &self.school_id,
            &self.id,
            author,
            told,
            &new.what,
            &new.sign,
            new.by_day,
            &new.language,
            now
        )?;
        let there = Commitment::find(tx, &self.school_id, id).await?;
        let theirs = |there: Commitment| {
            there.conference_id == self.id && there.author_id == *author && there.writer_id.as_ref() == told
        };
        Ok(Saved::if_theirs(there.is_some_and(theirs)))
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
                    AND starts_at > $4
                 ORDER BY made_at, commitment.id"
            ),
            &viewer.school_id,
            &viewer.person_id,
            now.plus_days(-ASKED_AFTER_DAYS),
            now.plus_days(-ASKED_UNTIL_DAYS)
        )
    }

    /// Everybody who is asked about a promise now, in all schools, has an e-mail address, and was not written to.
    pub async fn to_be_mailed(conn: &mut Conn, now: At) -> Result<Vec<FollowUpQuestion>, StoreError> {
        all!(
            conn,
            "SELECT commitment.id, commitment.school_id, person.name, COALESCE(person.called, person.name) AS called,
                CASE WHEN person.role = 'family' THEN mail_wish.address ELSE person.username END AS address,
                person.languages, school.name AS school_name
             FROM commitment
             JOIN conference ON conference.id = conference_id
             JOIN person ON person.id = author_id AND person.left_at IS NULL
             JOIN school ON school.id = commitment.school_id
             LEFT JOIN mail_wish ON mail_wish.person_id = person.id AND confirmed_at IS NOT NULL AND often <> 'never'
             WHERE outcome IS NULL AND starts_at <= $1 AND starts_at > $2
                AND ((person.role <> 'family' AND person.username LIKE '%@%') OR mail_wish.address LIKE '%@%')
                AND NOT EXISTS (SELECT 1 FROM follow_up_mail WHERE commitment_id = commitment.id)
             ORDER BY commitment.id",
            now.plus_days(-ASKED_AFTER_DAYS),
            now.plus_days(-ASKED_UNTIL_DAYS)
        )
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
        Ok(Saved::unless_stale(changed))
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

/// A question of how a promise went, that is to go out by e-mail.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct FollowUpQuestion {
    pub id: CommitmentId,
    pub school_id: SchoolId,
    pub name: String,
    /// What they like to be called.
    pub called: String,
    pub address: String,
    pub languages: Languages,
    pub school_name: String,
}

impl FollowUpQuestion {
    /// Takes the sending on; says whether nobody else has.
    pub async fn claim(&self, tx: &mut Tx, now: At) -> Result<bool, StoreError> {
        let claimed = run!(
            tx,
            "INSERT INTO follow_up_mail (commitment_id, school_id, sent_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            &self.id,
            &self.school_id,
            now
        )?;
        Ok(claimed == 1)
    }

    /// It could not be sent: it is tried again later.
    pub async fn give_back(&self, tx: &mut Tx) -> Result<(), StoreError> {
        run!(tx, "DELETE FROM follow_up_mail WHERE commitment_id = $1", &self.id)?;
        Ok(())
    }
}
