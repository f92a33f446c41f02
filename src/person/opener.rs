//! Whoever opened a form: what they write there is theirs, whoever has the device by the time it is sent.

use super::Role;
use crate::id::PersonId;
use crate::secret::SecretKey;
use crate::store::{Conn, StoreError, maybe};

/// Somebody who opened a form, as the form has to say it to whoever sends it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Opener {
    pub person_id: PersonId,
    pub role: Role,
    /// What they are called here.
    pub called: String,
}

fn sealed_words(person: &str) -> String {
    format!("opened by {person}")
}

impl Opener {
    /// The mark in a form that this person opens: their id, under our seal. It opens nothing.
    pub fn mark(secrets: &SecretKey, person: &PersonId) -> String {
        format!("{person}.{}", secrets.seal(&sealed_words(person.as_str())))
    }

    /// Whose mark this is; nobody's, where we did not make it.
    pub fn marked(secrets: &SecretKey, mark: &str) -> Option<PersonId> {
        let (person, seal) = mark.split_once('.')?;
        PersonId::parse(person).filter(|_| secrets.sealed(&sealed_words(person), seal))
    }

    /// Who it is, in whichever school: a device knows no schools, and the mark is ours.
    pub async fn find(conn: &mut Conn, person: &PersonId) -> Result<Option<Self>, StoreError> {
        maybe!(conn, "SELECT id AS person_id, role, COALESCE(called, name) AS called FROM person WHERE id = $1", person)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_its_persons_own_and_nobody_makes_one_up() {
        let (secrets, person) = (SecretKey::random(), PersonId::new());
        let mark = Opener::mark(&secrets, &person);
        assert_eq!(Opener::marked(&secrets, &mark), Some(person.clone()));
        let seal = mark.split_once('.').expect("a seal").1;
        for made_up in [
            String::new(),
            person.to_string(),
            format!("{person}."),
            format!("{}.{seal}", PersonId::new()),
            Opener::mark(&SecretKey::random(), &person),
            format!("{mark}0"),
        ] {
            assert_eq!(Opener::marked(&secrets, &made_up), None, "{made_up}");
        }
    }
}
