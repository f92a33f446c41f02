//! The second step of signing in: six digits that an app on a phone shows (TOTP, RFC 6238), and ten codes for when the phone
//! is not there. A number is taken once, and so is a code.

use rand::Rng;
use totp_rs::{Builder, Secret, Totp};

use super::{Person, Viewer};
use crate::at::At;
use crate::id::{PersonId, SchoolId};
use crate::secret::{self, SecretKey};
use crate::store::{Conn, StoreError, Tx, all, maybe, run};

/// How many codes there are for when the phone is not there.
pub const SPARE_CODES: usize = 10;
/// For so long after the password was right the digits may come.
const PATIENCE: i64 = 10 * 60 * 1000;
/// What the secret is sealed for.
const PURPOSE: &str = "second step";

/// A secret that an app is to know: as long as it stands in a form it is not yet anybody's.
#[derive(Clone, PartialEq, Eq)]
pub struct NewStep {
    /// In the letters that apps take.
    letters: String,
    /// What the codes for when the phone is not there grow out of.
    seed: String,
}

impl std::fmt::Debug for NewStep {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewStep")
    }
}

fn totp(letters: &str) -> Option<Totp> {
    Builder::new().with_secret(Secret::try_from_base32(letters).ok()?).build().ok()
}

fn seconds(now: At) -> u64 {
    u64::try_from(now.0 / 1000).unwrap_or_default()
}

/// Digits as somebody typed them: those of other scripts too, and no spaces between.
fn digits(typed: &str) -> String {
    secret::typed_code(typed)
}

impl NewStep {
    /// A new one.
    pub fn random() -> Self {
        let mut bytes = [0_u8; 20];
        rand::rng().fill(&mut bytes);
        Self { letters: Secret::new_stack(bytes).to_base32(), seed: secret::token() }
    }

    /// As a form carries it, under a seal: nobody puts a secret of their own into somebody else's form.
    pub fn written(&self, key: &SecretKey, person: &PersonId) -> String {
        let words = format!("{}.{}", self.letters, self.seed);
        let seal = key.seal(&format!("{PURPOSE} of {person}: {words}"));
        format!("{words}.{seal}")
    }

    /// The one that a form carried, if it is ours and this person's.
    pub fn read(key: &SecretKey, person: &PersonId, written: &str) -> Option<Self> {
        let (words, seal) = written.rsplit_once('.')?;
        let (letters, seed) = words.split_once('.')?;
        key.sealed(&format!("{PURPOSE} of {person}: {words}"), seal)
            .then(|| Self { letters: letters.to_owned(), seed: seed.to_owned() })
    }

    /// The secret as it is typed into an app, in groups of four.
    pub fn letters(&self) -> String {
        let letters: Vec<char> = self.letters.chars().collect();
        letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
    }

    /// What an app reads off the screen, as far as it is not anybody's name: the caller writes those into it.
    pub fn secret(&self) -> &str {
        &self.letters
    }

    /// The time step of these digits, when they fit.
    pub fn fits(&self, typed: &str, now: At) -> Option<u64> {
        totp(&self.letters)?.check(&digits(typed), seconds(now))
    }

    /// The codes for when the phone is not there: the same each time, so that a page that is loaded again shows them again.
    pub fn spare_codes(&self) -> Vec<String> {
        (0..SPARE_CODES).map(|number| secret::code_of(&format!("{} spare {number}", self.seed), 2)).collect()
    }
}

/// What is kept of a code for when the phone is not there.
fn kept(key: &SecretKey, person: &PersonId, code: &str) -> String {
    key.keyed(&secret::fingerprint(&format!("spare code of {person}: {}", secret::typed_code(code))))
}

#[derive(sqlx::FromRow)]
struct StepRow {
    secret: String,
    last_step: i64,
}

/// Since when somebody has a second step, if they do.
pub async fn since(conn: &mut Conn, person: &PersonId) -> Result<Option<At>, StoreError> {
    let found: Option<(At,)> = maybe!(conn, "SELECT set_up_at FROM second_step WHERE person_id = $1", person)?;
    Ok(found.map(|(at,)| at))
}

/// Whether this school asks its staff for one.
pub async fn is_asked_of_staff(conn: &mut Conn, school: &SchoolId) -> Result<bool, StoreError> {
    let found: Option<(Option<At>,)> = maybe!(conn, "SELECT second_step_since FROM school WHERE id = $1", school)?;
    Ok(found.is_some_and(|(since,)| since.is_some()))
}

/// Has a school ask its staff for one from now on, at their next sign-in; or no longer.
pub async fn ask_of_staff(tx: &mut Tx, school: &SchoolId, asks: bool, now: At) -> Result<(), StoreError> {
    run!(
        tx,
        "UPDATE school SET second_step_since = CASE WHEN $2 = 1 THEN COALESCE(second_step_since, $3) ELSE NULL END WHERE id = $1",
        school,
        i64::from(asks),
        now
    )?;
    Ok(())
}

/// Keeps a second step whose digits fitted, in place of an earlier one. The same once more is the same.
pub async fn set_up(
    tx: &mut Tx,
    key: &SecretKey,
    viewer: &Viewer,
    new: &NewStep,
    step: u64,
    now: At,
) -> Result<(), StoreError> {
    let (school, person) = (&viewer.school_id, &viewer.person_id);
    run!(
        tx,
        "INSERT INTO second_step (person_id, school_id, secret, last_step, set_up_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (person_id) DO UPDATE SET secret = excluded.secret, last_step = excluded.last_step,
            set_up_at = excluded.set_up_at",
        person,
        school,
        key.lock(PURPOSE, person.as_str(), &new.letters),
        i64::try_from(step).unwrap_or(i64::MAX),
        now
    )?;
    run!(tx, "DELETE FROM spare_code WHERE person_id = $1", person)?;
    for code in new.spare_codes() {
        run!(
            tx,
            "INSERT INTO spare_code (person_id, code_hash, school_id) VALUES ($1, $2, $3)
             ON CONFLICT (person_id, code_hash) DO NOTHING",
            person,
            kept(key, person, &code),
            school
        )?;
    }
    Ok(())
}

/// Whether this is the second step that somebody has already.
pub async fn is_set_up(conn: &mut Conn, key: &SecretKey, person: &PersonId, new: &NewStep) -> Result<bool, StoreError> {
    let found: Option<StepRow> =
        maybe!(conn, "SELECT secret, last_step FROM second_step WHERE person_id = $1", person)?;
    let known = found.and_then(|row| key.unlock(PURPOSE, person.as_str(), &row.secret));
    Ok(known.is_some_and(|letters| letters == new.letters))
}

/// Takes somebody's second step off; says whether there was one.
pub async fn take_off(tx: &mut Tx, person: &PersonId) -> Result<bool, StoreError> {
    run!(tx, "DELETE FROM spare_code WHERE person_id = $1", person)?;
    Ok(run!(tx, "DELETE FROM second_step WHERE person_id = $1", person)? > 0)
}

/// What became of digits that somebody typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigitsTaken {
    /// They are the app's, and were not taken before.
    Digits,
    /// It is one of the codes for when the phone is not there; it is used up.
    SpareCode,
    /// They fit nothing.
    No,
}

/// Takes the digits an app shows, or one of the codes for when it is not there. Each is taken once.
pub async fn take(
    tx: &mut Tx,
    key: &SecretKey,
    person: &PersonId,
    typed: &str,
    now: At,
) -> Result<DigitsTaken, StoreError> {
    let found: Option<StepRow> = maybe!(tx, "SELECT secret, last_step FROM second_step WHERE person_id = $1", person)?;
    let Some(row) = found else { return Ok(DigitsTaken::No) };
    let step = key
        .unlock(PURPOSE, person.as_str(), &row.secret)
        .and_then(|letters| totp(&letters)?.check(&digits(typed), seconds(now)))
        .and_then(|step| i64::try_from(step).ok())
        .filter(|step| *step > row.last_step);
    if let Some(step) = step {
        let taken =
            run!(tx, "UPDATE second_step SET last_step = $2 WHERE person_id = $1 AND last_step < $2", person, step)?;
        return Ok(if taken == 1 { DigitsTaken::Digits } else { DigitsTaken::No });
    }
    let used =
        run!(tx, "DELETE FROM spare_code WHERE person_id = $1 AND code_hash = $2", person, kept(key, person, typed))?;
    Ok(if used == 1 { DigitsTaken::SpareCode } else { DigitsTaken::No })
}

/// What says, between the two pages of signing in, that somebody's password was right a moment ago. It ends by itself, and
/// with that password.
pub struct HalfWay;

impl HalfWay {
    /// As a form carries it.
    pub async fn written(conn: &mut Conn, key: &SecretKey, person: &PersonId, now: At) -> Result<String, StoreError> {
        let until = now.plus_millis(PATIENCE).0;
        let stamp = stamp(conn, person).await?;
        let seal = key.seal(&format!("half way in: {person} {until} {stamp}"));
        Ok(format!("{person}.{until}.{seal}"))
    }

    /// Whose password was right, when a form says so and it is still so.
    pub async fn read(conn: &mut Conn, key: &SecretKey, written: &str, now: At) -> Result<Option<Person>, StoreError> {
        let mut parts = written.splitn(3, '.');
        let (Some(person), Some(until), Some(seal)) =
            (parts.next().and_then(PersonId::parse), parts.next().and_then(|until| until.parse().ok()), parts.next())
        else {
            return Ok(None);
        };
        let until = At(until);
        let stamp = stamp(conn, &person).await?;
        if until <= now || !key.sealed(&format!("half way in: {person} {} {stamp}", until.0), seal) {
            return Ok(None);
        }
        maybe!(
            conn,
            "SELECT id, school_id, role, name, called, username, languages FROM person WHERE id = $1 AND left_at IS NULL",
            person
        )
    }
}

/// What changes with somebody's password.
async fn stamp(conn: &mut Conn, person: &PersonId) -> Result<String, StoreError> {
    let found: Vec<(Option<String>,)> = all!(conn, "SELECT password_hash FROM person WHERE id = $1", person)?;
    let hash = found.into_iter().next().and_then(|(hash,)| hash).unwrap_or_default();
    Ok(secret::fingerprint(&format!("stamp of {hash}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_fit_their_secret_for_a_moment_around_their_time() {
        // RFC 6238, appendix B: the secret of its SHA-1 examples, and their last six digits.
        let letters = Secret::from(*b"12345678901234567890").to_base32();
        let new = NewStep { letters, seed: secret::token() };
        for (second, number) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924")]
        {
            assert_eq!(new.fits(number, At(second * 1000)), Some(second as u64 / 30), "{number}");
        }
        assert_eq!(new.fits("287 082", At(89_000)), Some(1), "half a minute later");
        assert_eq!(new.fits("٢٨٧٠٨٢", At(59_000)), Some(1), "in other digits");
        assert_eq!(new.fits("287082", At(120_000)), None, "too late");
        for hostile in ["", "287081", "+87082", "2870820", "\u{0}", "' OR 1=1", &"9".repeat(100_000)] {
            assert_eq!(new.fits(hostile, At(59_000)), None, "{hostile}");
        }
    }

    #[test]
    fn a_form_carries_only_what_we_gave_to_this_person() {
        let (key, person) = (SecretKey::random(), PersonId::new());
        let new = NewStep::random();
        let written = new.written(&key, &person);
        assert_eq!(NewStep::read(&key, &person, &written), Some(new.clone()));
        assert_eq!(NewStep::read(&key, &PersonId::new(), &written), None);
        assert_eq!(NewStep::read(&SecretKey::random(), &person, &written), None);
        for hostile in ["", ".", "..", "A.B.C", &written[1..], &format!("{written}0")] {
            assert_eq!(NewStep::read(&key, &person, hostile), None, "{hostile}");
        }
        assert_eq!(new.spare_codes().len(), SPARE_CODES);
        assert_eq!(new.spare_codes(), new.clone().spare_codes());
        assert!(!format!("{new:?}").contains(new.secret()));
        assert_eq!(new.letters().replace(' ', ""), new.secret());
    }
}
