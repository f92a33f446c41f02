//! What calendars are told by mail of a chosen time: that it is, that it moved, that it is off. Nothing goes out that can still be
//! undone; and of each choice everybody hears the last word, once.

use crate::at::At;
use crate::id::{ChoiceId, PersonId, SchoolId};
use crate::language::Languages;
use crate::store::{Conn, StoreError, Tx, all, run};
use crate::taking_back::UNDO_MINUTES;

/// Something that a calendar is to be told.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct TimeMail {
    pub choice_id: ChoiceId,
    pub person_id: PersonId,
    pub school_id: SchoolId,
    pub address: String,
    /// What they like to be called.
    pub called: String,
    pub languages: Languages,
    pub school_name: String,
    pub time_zone: String,
    pub starts_at: At,
    pub ends_at: At,
    pub place: String,
    /// Higher each time it moves.
    pub sequence: i64,
    is_off: i64,
}

impl TimeMail {
    /// Whether it will not be.
    pub fn is_off(&self) -> bool {
        self.is_off != 0
    }

    /// All that is to be told now, in all schools, to those who want it by mail.
    pub async fn waiting(conn: &mut Conn, now: At) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            "SELECT choice_id, told.person_id, told.school_id, address, COALESCE(person.called, person.name) AS called,
                person.languages, school.name AS school_name, school.time_zone, starts_at, ends_at, place, sequence, is_off
             FROM (
                SELECT chosen_time.id AS choice_id, person_id, chosen_time.school_id, student_id, starts_at, ends_at, place,
                    sequence, CAST(0 AS BIGINT) AS is_off
                FROM chosen_time JOIN offered_time ON offered_time.id = time_id
                WHERE chosen_at <= $2 AND NOT EXISTS (SELECT 1 FROM time_mail WHERE choice_id = chosen_time.id
                    AND time_mail.person_id = chosen_time.person_id AND time_mail.is_off = 0
                    AND time_mail.sequence >= chosen_time.sequence)
                UNION ALL
                SELECT choice_id, time_mail.person_id, time_mail.school_id, ended_time.student_id, starts_at, ends_at, place,
                    ended_time.sequence, CAST(1 AS BIGINT)
                FROM time_mail JOIN ended_time ON ended_time.id = choice_id AND ended_at <= $2
                WHERE time_mail.is_off = 0
                UNION ALL
                SELECT choice_id, time_mail.person_id, time_mail.school_id, student_id, starts_at, ends_at, place,
                    chosen_time.sequence, CAST(1 AS BIGINT)
                FROM time_mail JOIN chosen_time ON chosen_time.id = choice_id
                    AND chosen_time.person_id <> time_mail.person_id
                JOIN offered_time ON offered_time.id = time_id
                WHERE time_mail.is_off = 0
             ) told
             JOIN mail_wish ON mail_wish.person_id = told.person_id AND confirmed_at IS NOT NULL AND sends_times <> 0
             JOIN person ON person.id = told.person_id AND left_at IS NULL
             JOIN school ON school.id = told.school_id
             WHERE ends_at > $1 AND NOT EXISTS (SELECT 1 FROM undoable WHERE act = 'choose-time'
                AND thing_id = told.student_id AND done_at > $2)
             ORDER BY choice_id, told.person_id",
            now,
            now.plus_millis(-UNDO_MINUTES * 60_000)
        )
    }

    /// Takes the sending on; says whether nobody else has.
    pub async fn claim(&self, tx: &mut Tx, now: At) -> Result<bool, StoreError> {
        let claimed = run!(
            tx,
            "INSERT INTO time_mail (choice_id, person_id, school_id, sequence, is_off, sent_at)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (choice_id, person_id) DO UPDATE SET sequence = excluded.sequence, is_off = excluded.is_off,
                sent_at = excluded.sent_at
             WHERE time_mail.sequence < excluded.sequence OR time_mail.is_off <> excluded.is_off",
            &self.choice_id,
            &self.person_id,
            &self.school_id,
            self.sequence,
            self.is_off,
            now
        )?;
        Ok(claimed == 1)
    }

    /// It could not be sent: it is tried again later.
    pub async fn give_back(&self, tx: &mut Tx) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE time_mail SET sequence = sequence - 1, is_off = 0
             WHERE choice_id = $1 AND person_id = $2 AND sequence = $3 AND is_off = $4",
            &self.choice_id,
            &self.person_id,
            self.sequence,
            self.is_off
        )?;
        Ok(())
    }
}
