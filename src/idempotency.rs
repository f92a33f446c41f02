//! Idempotency: a form that is sent again is not done again. A double tap, a page that is loaded anew, a line that broke
//! before the answer came, an answer that told of trouble after everything was saved.
//!
//! Whoever changes something for a form claims the form first, in the very transaction that changes things: both are kept,
//! or neither is. The same form arriving at the same time waits for that transaction, and then finds its claim.

use crate::at::At;
use crate::id::{PersonId, SchoolId};
use crate::secret;
use crate::store::{Conn, StoreError, Tx, maybe, run};

/// How long a form is remembered, in days. What waits longer on a device carries the id of its thing as well.
const DAYS: i64 = 14;

/// A form on its way, in this request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    school_id: SchoolId,
    person_id: PersonId,
    mark: String,
    attempt: String,
}

/// Whether a form may be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Nobody has done it: it is this request's to do.
    Ours,
    /// It was done already, and led there, as far as that is known.
    Done { led_to: Option<String>, at: At },
}

impl Sending {
    /// A form with everything in it, as whoever sends it.
    pub fn of(school_id: &SchoolId, person_id: &PersonId, form: &str) -> Self {
        Self {
            school_id: school_id.clone(),
            person_id: person_id.clone(),
            mark: secret::fingerprint(&format!("{person_id} {form}")),
            attempt: secret::token(),
        }
    }

    /// The name it is remembered under.
    pub fn mark(&self) -> &str {
        &self.mark
    }

    /// Claims the form for this transaction. Claiming it again in the same request changes nothing.
    pub async fn claim(&self, tx: &mut Tx, now: At) -> Result<Claim, StoreError> {
        // One that was given up between the two statements is claimed in the second round.
        for _ in 0..2 {
            let claimed = run!(
                tx,
                "INSERT INTO form_sent (mark, school_id, person_id, attempt, sent_at) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (mark) DO NOTHING",
                &self.mark,
                &self.school_id,
                &self.person_id,
                &self.attempt,
                now
            )?;
            if claimed == 1 {
                return Ok(Claim::Ours);
            }
            let there: Option<(String, Option<String>, At)> = maybe!(
                tx,
                "SELECT attempt, led_to, sent_at FROM form_sent WHERE school_id = $1 AND mark = $2",
                &self.school_id,
                &self.mark
            )?;
            match there {
                Some((attempt, _, _)) if attempt == self.attempt => return Ok(Claim::Ours),
                Some((_, led_to, at)) => return Ok(Claim::Done { led_to, at }),
                None => {}
            }
        }
        Ok(Claim::Ours)
    }

    /// Gives the claim up: the form was not done after all, and may be sent as it is.
    pub async fn give_up(&self, tx: &mut Tx) -> Result<(), StoreError> {
        run!(
            tx,
            "DELETE FROM form_sent WHERE school_id = $1 AND mark = $2 AND attempt = $3",
            &self.school_id,
            &self.mark,
            &self.attempt
        )?;
        Ok(())
    }

    /// Remembers where the answer led. Changes nothing where the transaction with the claim was not kept.
    pub async fn led_to(&self, tx: &mut Tx, place: &str) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE form_sent SET led_to = $4 WHERE school_id = $1 AND mark = $2 AND attempt = $3",
            &self.school_id,
            &self.mark,
            &self.attempt,
            place
        )?;
        Ok(())
    }

    /// Where the form led if it was done, as far as that is known by now.
    pub async fn where_it_led(&self, conn: &mut Conn) -> Result<Option<Option<String>>, StoreError> {
        let there: Option<(Option<String>,)> = maybe!(
            conn,
            "SELECT led_to FROM form_sent WHERE school_id = $1 AND mark = $2",
            &self.school_id,
            &self.mark
        )?;
        Ok(there.map(|(led_to,)| led_to))
    }
}

/// Forgets what was done long ago, in every school.
pub async fn forget_old(tx: &mut Tx, now: At) -> Result<(), StoreError> {
    run!(tx, "DELETE FROM form_sent WHERE sent_at < $1", now.plus_days(-DAYS))?;
    Ok(())
}
