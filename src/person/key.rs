//! Username and password: who somebody says they are, and that they are.

use crate::id::{PersonId, SchoolId};
use crate::person::Person;
use crate::store::{Db, StoreError, Tx, all, run};
use crate::words::Problem;
use crate::{secret, session, words};

/// The fewest characters of a password.
pub const SHORTEST: usize = 10;
/// The most: longer ones only cost time.
pub const LONGEST: usize = 500;

/// A username as it is kept and compared: one word, in lower case.
pub fn username(typed: &str) -> Result<String, Problem> {
    let username = words::line(typed)?.to_lowercase();
    if username.contains(' ') { Err(Problem::Spaces) } else { Ok(username) }
}

/// A password somebody chooses, typed twice.
pub fn password(typed: &str, again: &str) -> Result<String, Problem> {
    match typed.chars().count() {
        0 => Err(Problem::Missing),
        few if few < SHORTEST => Err(Problem::TooShort { min: SHORTEST }),
        many if many > LONGEST => Err(Problem::TooLong { max: LONGEST }),
        _ if typed != again => Err(Problem::Different),
        _ => Ok(typed.to_owned()),
    }
}

#[derive(sqlx::FromRow)]
struct Candidate {
    #[sqlx(flatten)]
    person: Person,
    password_hash: Option<String>,
}

/// Whom a username and a password belong to. It takes as long for a name that nobody has.
pub async fn holder(db: &Db, username: &str, password: String) -> Result<Option<Person>, StoreError> {
    // Read first, then hash: a whole class signing in at once does not hold every connection while it waits.
    let candidates: Vec<Candidate> = all!(
        db.read().await?,
        "SELECT id, school_id, role, name, username, languages, password_hash FROM person
         WHERE username = $1 AND left_at IS NULL ORDER BY joined_at",
        username
    )?;
    let password: String = password.chars().take(LONGEST + 1).collect();
    if candidates.is_empty() {
        secret::fits(password, None).await;
        return Ok(None);
    }
    // Several schools may share a username: the password says which one is meant.
    for candidate in candidates {
        if secret::fits(password.clone(), candidate.password_hash).await {
            return Ok(Some(candidate.person));
        }
    }
    Ok(None)
}

/// Gives somebody a new password, and ends their sessions everywhere.
pub async fn change(tx: &mut Tx, school: &SchoolId, person: &PersonId, hash: &str) -> Result<(), StoreError> {
    run!(tx, "UPDATE person SET password_hash = $3 WHERE school_id = $1 AND id = $2", school, person, hash)?;
    session::end_all(tx, person).await
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
    fn a_password_is_long_enough_and_typed_twice() {
        assert_eq!(password("", ""), Err(Problem::Missing));
        assert_eq!(password("short", "short"), Err(Problem::TooShort { min: SHORTEST }));
        assert_eq!(password("long enough", "long enuogh"), Err(Problem::Different));
        assert_eq!(password(&"a".repeat(501), ""), Err(Problem::TooLong { max: LONGEST }));
        assert_eq!(password("كلمة سر طويلة", "كلمة سر طويلة").as_deref(), Ok("كلمة سر طويلة"));
    }
}
