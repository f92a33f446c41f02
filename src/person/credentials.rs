//! Credentials, a username and a password: who somebody says they are, and that they are.
//!
//! Both are compared in one form (Unicode's NFC, without characters that nobody sees), so that a letter is the same from
//! whichever keyboard it comes, and what was pasted from a mail or a table brings nothing unseen along.

use unicode_normalization::UnicodeNormalization;

use crate::at::At;
use crate::day::Day;
use crate::id::{PersonId, SchoolId};
use crate::person::{Person, Viewer, device, guessable};
use crate::record::{NewLine, RecordedAct};
use crate::secret::HashSlot;
use crate::store::{Conn, Db, StoreError, Tx, all, maybe, run};
use crate::words::Problem;
use crate::{session, words};

/// The fewest characters of a password.
pub const SHORTEST: usize = 10;
/// The most: longer ones only cost time.
pub const LONGEST: usize = 500;

pub use crate::words::composed;

/// Composed, and nothing in it that leaves no ink; spaces of every kind are plain ones.
fn seen(typed: &str) -> String {
    let plain = |c: char| if c.is_whitespace() { ' ' } else { c };
    typed.chars().map(plain).filter(|c| *c == ' ' || !words::is_unseen(*c)).nfc().collect()
}

/// A username as it is kept and compared: one word, in lower case.
pub fn username(typed: &str) -> Result<String, Problem> {
    let username = words::line(&composed(&seen(typed).to_lowercase()))?;
    if username.contains(' ') { Err(Problem::Spaces) } else { Ok(username) }
}

/// A password somebody chooses, typed twice, in the form in which it is hashed. `about` is what is known of them: a
/// password made of that is guessed early.
pub fn password(typed: &str, again: &str, about: &[&str]) -> Result<String, Problem> {
    let chosen = seen(typed);
    match chosen.chars().count() {
        0 => Err(Problem::Missing),
        few if few < SHORTEST => Err(Problem::TooShort { min: SHORTEST }),
        many if many > LONGEST => Err(Problem::TooLong { max: LONGEST }),
        _ if chosen != seen(again) => Err(Problem::Different),
        // Known words change how a password falls into pieces: what opens nothing at the door is not taken here either.
        _ if guessable::is_guessable(&chosen, about) || opens_nothing(&chosen) => Err(Problem::Guessable),
        _ => Ok(chosen),
    }
}

/// Whether this is a password that many people use. It never opens an account, whatever is kept of that: whoever tries the
/// commonest ones over a whole school comes in nowhere.
pub fn opens_nothing(typed: &str) -> bool {
    let typed: String = typed.chars().take(LONGEST + 1).collect();
    let chosen = seen(&typed);
    chosen.chars().count() < SHORTEST || guessable::is_guessable(&chosen, &[])
}

/// Those who have one username; several schools may share it.
pub struct Candidates(Vec<CandidateRow>);

#[derive(sqlx::FromRow)]
struct CandidateRow {
    #[sqlx(flatten)]
    person: Person,
    password_hash: Option<String>,
}

impl Candidates {
    /// Those who have this username now.
    pub async fn named(conn: &mut Conn, username: &str) -> Result<Self, StoreError> {
        Ok(Self(all!(
            conn,
            "SELECT id, school_id, role, name, called, username, languages, password_hash FROM person
             WHERE username = $1 AND left_at IS NULL ORDER BY joined_at",
            username
        )?))
    }

    /// Who they are.
    pub fn people(&self) -> impl Iterator<Item = &PersonId> {
        self.0.iter().map(|candidate| &candidate.person.id)
    }

    /// Who they are, each with their school.
    pub fn tried(&self) -> Vec<(SchoolId, PersonId)> {
        self.0.iter().map(|row| (row.person.school_id.clone(), row.person.id.clone())).collect()
    }

    /// Whose password this is. It takes as long where nobody has the name. No connection is held while hashes are made.
    pub async fn authenticate(self, db: &Db, slot: &HashSlot, typed: &str) -> Result<Option<Person>, StoreError> {
        let typed: String = typed.chars().take(LONGEST + 1).collect();
        let chosen = seen(&typed);
        // Passwords that were chosen before they were brought into one form still fit as they were typed.
        let forms = if chosen == typed { vec![chosen.clone()] } else { vec![chosen.clone(), typed] };
        if self.0.is_empty() {
            for form in forms {
                slot.verify(form, None).await;
            }
            return Ok(None);
        }
        for candidate in self.0 {
            for form in &forms {
                if slot.verify(form.clone(), candidate.password_hash.clone()).await {
                    if *form != chosen {
                        rehash(db, slot, &candidate, chosen).await?;
                    }
                    return Ok(Some(candidate.person));
                }
            }
        }
        Ok(None)
    }
}

/// Writes down that somebody tried to come in as these people and did not: once a day of each. Who it was nobody knows.
pub async fn was_refused(db: &Db, tried: &[(SchoolId, PersonId)], now: At) -> Result<(), StoreError> {
    let day = Day::of(now, "UTC");
    for (school, person) in tried {
        let line = NewLine { what: RecordedAct::SignInRefused, by: None, about: person, student: None };
        if line.is_written(&mut db.read().await?, day).await? {
            continue;
        }
        let mut tx = db.write().await?;
        line.write_once(&mut tx, school, day, now).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Keeps a password that fitted as it was typed in its one form, unless it was changed meanwhile.
async fn rehash(db: &Db, slot: &HashSlot, candidate: &CandidateRow, chosen: String) -> Result<(), StoreError> {
    let Ok(hash) = slot.hash(chosen).await else { return Ok(()) };
    let mut tx = db.write().await?;
    run!(
        &mut tx,
        "UPDATE person SET password_hash = $3 WHERE school_id = $1 AND id = $2 AND password_hash = $4",
        &candidate.person.school_id,
        &candidate.person.id,
        hash,
        &candidate.password_hash
    )?;
    tx.commit().await
}

/// Whether this is the password somebody has now. No connection is held while hashes are made.
pub async fn is_own(db: &Db, slot: &HashSlot, viewer: &Viewer, typed: &str) -> Result<bool, StoreError> {
    let mut conn = db.read().await?;
    let candidate: Option<CandidateRow> = maybe!(
        conn,
        "SELECT id, school_id, role, name, called, username, languages, password_hash FROM person
         WHERE school_id = $1 AND id = $2 AND left_at IS NULL",
        &viewer.school_id,
        &viewer.person_id
    )?;
    drop(conn);
    Ok(Candidates(candidate.into_iter().collect()).authenticate(db, slot, typed).await?.is_some())
}

/// Somebody who can sign in, with the name of their school.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Named {
    #[sqlx(flatten)]
    pub person: Person,
    pub school_name: String,
}

/// Those of all schools who have this username and can be given a code.
pub async fn named(conn: &mut Conn, username: &str) -> Result<Vec<Named>, StoreError> {
    all!(
        conn,
        "SELECT person.id, school_id, role, person.name, called, username, person.languages, school.name AS school_name
         FROM person JOIN school ON school.id = person.school_id
         WHERE username = $1 AND left_at IS NULL AND role <> 'family' ORDER BY school.name",
        username
    )
}

/// Whether somebody has a password.
pub async fn has_password(conn: &mut Conn, person: &PersonId) -> Result<bool, StoreError> {
    let found: Option<(PersonId,)> =
        maybe!(conn, "SELECT id FROM person WHERE id = $1 AND password_hash IS NOT NULL", person)?;
    Ok(found.is_some())
}

/// What stands around somebody who chooses a password: their name, their username, their school's name.
pub async fn words_about(conn: &mut Conn, viewer: &Viewer) -> Result<Vec<String>, StoreError> {
    let found: Option<(Option<String>,)> = maybe!(
        conn,
        "SELECT username FROM person WHERE school_id = $1 AND id = $2",
        &viewer.school_id,
        &viewer.person_id
    )?;
    let username = found.and_then(|(username,)| username).unwrap_or_default();
    Ok(vec![viewer.name.clone(), username, viewer.school_name.clone()])
}

/// Gives somebody a new password, ends their sessions everywhere and forgets their devices.
pub async fn change(tx: &mut Tx, school: &SchoolId, person: &PersonId, hash: &str) -> Result<(), StoreError> {
    run!(tx, "UPDATE person SET password_hash = $3 WHERE school_id = $1 AND id = $2", school, person, hash)?;
    device::forget_all(tx, person).await?;
    session::end_all(tx, person).await
}

/// Brings usernames that were kept before there was one form into it, so that their people can sign in. How many were
/// changed, and how many could not be, since somebody else of their school has that name.
pub async fn tidy_usernames(db: &Db) -> Result<(usize, usize), StoreError> {
    let kept: Vec<(PersonId, SchoolId, String)> =
        all!(db.read().await?, "SELECT id, school_id, username FROM person WHERE username IS NOT NULL")?;
    let (mut changed, mut left) = (0, 0);
    for (person, school, was) in kept {
        let Ok(username) = username(&was) else { continue };
        if username == was {
            continue;
        }
        let mut tx = db.write().await?;
        let other: Option<(PersonId,)> =
            maybe!(tx, "SELECT id FROM person WHERE school_id = $1 AND username = $2", &school, &username)?;
        if other.is_some() {
            left += 1;
            continue;
        }
        run!(&mut tx, "UPDATE person SET username = $3 WHERE school_id = $1 AND id = $2", &school, &person, &username)?;
        tx.commit().await?;
        changed += 1;
    }
    Ok((changed, left))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_username_is_the_same_in_capitals() {
        assert_eq!(username(" Amina.Diallo@School.org ").as_deref(), Ok("amina.diallo@school.org"));
        assert_eq!(username("amina diallo"), Err(Problem::Spaces));
        assert_eq!(username("\u{200B}"), Err(Problem::Missing));
    }

    #[test]
    fn a_username_is_the_same_with_what_nobody_sees_in_it() {
        for typed in [
            "zoé@x.org\u{200B}",
            "\u{FEFF}zoé@x.org",
            "\u{202A}zoé@x.org\u{202C}",
            "zo\u{AD}é@x.org\u{A0}",
            "zoe\u{301}@x.org",
            "ZOE\u{301}\u{FE0F}@X.ORG",
            "z\u{2060}oé\u{200D}@x.org\u{E0001}\0",
        ] {
            assert_eq!(username(typed).as_deref(), Ok("zoé@x.org"), "{typed:?}");
        }
    }

    #[test]
    fn a_password_is_long_enough_and_typed_twice() {
        let check = |typed: &str, again: &str| password(typed, again, &[]);
        assert_eq!(check("", ""), Err(Problem::Missing));
        assert_eq!(check("short", "short"), Err(Problem::TooShort { min: SHORTEST }));
        assert_eq!(check("long enough", "long enuogh"), Err(Problem::Different));
        assert_eq!(check(&"a".repeat(501), ""), Err(Problem::TooLong { max: LONGEST }));
        assert_eq!(check("1234567890", "1234567890"), Err(Problem::Guessable));
        assert_eq!(check("كلمة سر طويلة", "كلمة سر طويلة").as_deref(), Ok("كلمة سر طويلة"));
    }

    #[test]
    fn what_many_people_use_opens_nothing() {
        for common in ["123456", "password", "Password2026!", "\u{200B}1234567890", "iloveyou123", "short", ""] {
            assert!(opens_nothing(common), "{common}");
        }
        for own in ["three blue kites", "كلمة سر طويلة", "my own password"] {
            assert!(!opens_nothing(own), "{own}");
        }
        // Whatever can be chosen opens.
        for about in ["pass word", "one two", "qwer tyui", "a"] {
            for chosen in ["passwordtyuiop", "onetwothreefour", "qwertyuiopas", "three blue kites"] {
                let taken = password(chosen, chosen, &[about]).is_ok();
                assert!(!taken || !opens_nothing(chosen), "{chosen}, about {about}");
            }
        }
    }

    #[test]
    fn a_password_is_the_same_from_every_keyboard() {
        let composed = password("tres años después", "tres an\u{303}os despue\u{301}s", &[]);
        assert_eq!(composed.as_deref(), Ok("tres años después"));
        let pasted = password("three\u{A0}blue kites\u{200B}", "three blue kites", &[]);
        assert_eq!(pasted.as_deref(), Ok("three blue kites"));
        assert_eq!(password(&"\u{200B}".repeat(20), "", &[]), Err(Problem::Missing), "nothing that can be seen");
        assert_eq!(seen(" spaces  stay "), " spaces  stay ");
    }
}
