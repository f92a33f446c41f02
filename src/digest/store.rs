//! Who may be written to, and who has been, in the database.

use super::{DigestOften, NewMailWish, is_worth_a_mail};
use crate::agenda::family::{FamilyNews, last_read};
use crate::at::At;
use crate::id::{PersonId, SchoolId};
use crate::language::Languages;
use crate::person::{Student, Viewer};
use crate::saved::Saved;
use crate::store::{Conn, StoreError, Tx, all, maybe, run};
use crate::taking_back::UNDO_MINUTES;

/// Where somebody may be written to, and how often.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct MailWish {
    pub address: String,
    /// Since when its owner has said that it is theirs; none, where somebody else gave it.
    pub confirmed_at: Option<At>,
    pub often: DigestOften,
    /// Whether the times they choose come by mail.
    pub sends_times: bool,
    pub version: i64,
}

impl MailWish {
    /// Whether they are told by mail that there is something new.
    pub fn is_told(&self) -> bool {
        self.confirmed_at.is_some() && self.often != DigestOften::Never
    }

    /// Of somebody, where they have one.
    pub async fn of(conn: &mut Conn, viewer: &Viewer) -> Result<Option<Self>, StoreError> {
        maybe!(
            conn,
            "SELECT address, confirmed_at, often, sends_times <> 0 AS sends_times, version FROM mail_wish
             WHERE school_id = $1 AND person_id = $2",
            &viewer.school_id,
            &viewer.person_id
        )
    }

    /// An address that somebody else gave for them, by hand or in a table: they are asked whether it is theirs.
    pub async fn to_be_confirmed(conn: &mut Conn, viewer: &Viewer) -> Result<Option<String>, StoreError> {
        let found: Option<(String,)> = maybe!(
            conn,
            "SELECT COALESCE(mail_wish.address, person.username) AS address FROM person
             LEFT JOIN mail_wish ON mail_wish.person_id = person.id
             WHERE person.school_id = $1 AND person.id = $2 AND confirmed_at IS NULL
                AND COALESCE(often, '') <> 'never' AND COALESCE(mail_wish.address, person.username) LIKE '%@%'",
            &viewer.school_id,
            &viewer.person_id
        )?;
        Ok(found.map(|(address,)| address))
    }

    /// Their own word: where, and how often. Who says it here, signed in, says that the address is theirs.
    pub async fn choose(
        tx: &mut Tx,
        viewer: &Viewer,
        made_from: i64,
        new: &NewMailWish,
        now: At,
    ) -> Result<Saved, StoreError> {
        let NewMailWish { address, often, sends_times } = new;
        let there = Self::of(tx, viewer).await?;
        let says_this = |there: &Self| {
            there.address == *address
                && there.often == *often
                && there.sends_times == *sends_times
                && there.confirmed_at.is_some()
        };
        if there.as_ref().is_some_and(says_this) {
            return Ok(Saved::Kept(()));
        }
        let changed = run!(
            tx,
            "INSERT INTO mail_wish (person_id, school_id, address, given_by, confirmed_at, often, sends_times, version)
             VALUES ($1, $2, $3, $1, $4, $5, $6, 1)
             ON CONFLICT (person_id) DO UPDATE SET address = excluded.address, given_by = excluded.given_by,
                confirmed_at = excluded.confirmed_at, often = excluded.often, sends_times = excluded.sends_times,
                version = mail_wish.version + 1
             WHERE mail_wish.version = $7",
            &viewer.person_id,
            &viewer.school_id,
            address,
            now,
            *often,
            i64::from(*sends_times),
            made_from
        )?;
        Ok(Saved::unless_stale(changed))
    }

    /// Somebody else gives an address for them. What its owner has said once is theirs to change.
    pub async fn give(
        tx: &mut Tx,
        school: &SchoolId,
        (person, address): (&PersonId, &str),
        by: &PersonId,
    ) -> Result<(), StoreError> {
        run!(
            tx,
            "INSERT INTO mail_wish (person_id, school_id, address, given_by, often, sends_times, version)
             VALUES ($1, $2, $3, $4, $5, 0, 1)
             ON CONFLICT (person_id) DO UPDATE SET address = excluded.address, given_by = excluded.given_by,
                version = mail_wish.version + 1
             WHERE mail_wish.confirmed_at IS NULL AND mail_wish.often <> 'never'",
            person,
            school,
            address,
            by,
            DigestOften::Weekly
        )?;
        Ok(())
    }
}

/// Stops all mail to somebody; whoever holds a mail to them can do that, and nothing else.
pub async fn stop(tx: &mut Tx, person: &PersonId) -> Result<(), StoreError> {
    run!(
        tx,
        "UPDATE mail_wish SET often = $2, sends_times = 0, version = version + 1
         WHERE person_id = $1 AND (often <> $2 OR sends_times <> 0)",
        person,
        DigestOften::Never
    )?;
    Ok(())
}

/// Somebody who may be written to about now.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Digest {
    pub person_id: PersonId,
    pub school_id: SchoolId,
    pub address: String,
    /// What they like to be called.
    pub called: String,
    pub languages: Languages,
    pub school_name: String,
    time_zone: String,
    often: DigestOften,
    confirmed_at: At,
    sent_at: Option<At>,
}

impl Digest {
    /// Everybody, in all schools, whose time has come. Whoever has no way in is not told to come.
    pub async fn due(conn: &mut Conn, now: At) -> Result<Vec<Self>, StoreError> {
        let mut due: Vec<Self> = all!(
            conn,
            "SELECT mail_wish.person_id, mail_wish.school_id, address, COALESCE(person.called, person.name) AS called,
                person.languages, school.name AS school_name, school.time_zone, often, confirmed_at, sent_at
             FROM mail_wish
             JOIN person ON person.id = mail_wish.person_id AND person.left_at IS NULL AND person.role = 'family'
             JOIN school ON school.id = mail_wish.school_id
             WHERE confirmed_at IS NOT NULL AND often <> 'never' AND COALESCE(sent_at, confirmed_at) <= $1
                AND (person.password_hash IS NOT NULL OR EXISTS (SELECT 1 FROM family_grant
                    WHERE family_grant.person_id = person.id AND ended_at IS NULL AND expires_at > $2))
             ORDER BY mail_wish.person_id",
            now.plus_days(-7),
            now
        )?;
        due.retain(|one| one.often.is_due(one.sent_at.unwrap_or(one.confirmed_at), now, &one.time_zone));
        Ok(due)
    }

    /// Whether there is something new to them, since they were there or were told.
    pub async fn is_worth_it(&self, conn: &mut Conn, now: At) -> Result<bool, StoreError> {
        let Some(viewer) = Viewer::of(conn, &self.school_id, &self.person_id).await? else { return Ok(false) };
        let students = Student::of_family(conn, &viewer).await?;
        let read = last_read(conn, &viewer, &students, now).await?;
        let told = self.sent_at.map(|at| at.plus_millis(-UNDO_MINUTES * 60_000)).unwrap_or(self.confirmed_at);
        let mut happened = FamilyNews::since(conn, &viewer, &students, told, now).await?;
        Ok(students.iter().any(|student| {
            let since = read.get(&student.id).copied().unwrap_or(told).max(told);
            is_worth_a_mail(happened.remove(&student.id).unwrap_or_default(), &self.person_id, since, now)
        }))
    }

    /// Takes the sending on; says whether nobody else has, and nothing was changed since. Whoever is ended after this has sent
    /// one mail less, never one more.
    pub async fn claim(&self, tx: &mut Tx, now: At) -> Result<bool, StoreError> {
        let claimed = run!(
            tx,
            "UPDATE mail_wish SET sent_at = $1
             WHERE person_id = $2 AND COALESCE(sent_at, 0) = $3 AND address = $4 AND often = $5 AND confirmed_at = $6",
            now,
            &self.person_id,
            self.sent_at.unwrap_or(At(0)),
            &self.address,
            self.often,
            self.confirmed_at
        )?;
        Ok(claimed == 1)
    }

    /// It could not be sent: it is tried again later.
    pub async fn give_back(&self, tx: &mut Tx, claimed: At) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE mail_wish SET sent_at = $1 WHERE person_id = $2 AND sent_at = $3",
            self.sent_at,
            &self.person_id,
            claimed
        )?;
        Ok(())
    }
}
