//! Ways in that ran out, and whoever had them asks for a new one.

use std::collections::HashMap;

use super::{Key, code_print};
use crate::at::At;
use crate::id::{GrantId, PersonId, SchoolId};
use crate::secret::SecretKey;
use crate::store::{Conn, Ids, StoreError, Tx, all, ids_in, maybe, run};

/// How long after it ran out a new one can be asked for through a way in, in days.
const DAYS: i64 = 366;

/// A way in that ran out.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct RanOut {
    pub grant_id: GrantId,
    pub school_id: SchoolId,
    pub person_id: PersonId,
}

/// One of a student's family who asks for a new link.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct AskedAnew {
    pub student_id: PersonId,
    pub grant_id: GrantId,
    pub person_id: PersonId,
    pub name: String,
    /// In their own words: "tía".
    pub kinship: String,
    pub at: At,
}

macro_rules! ran_out {
    ($which:literal) => {
        concat!(
            "SELECT family_grant.id AS grant_id, family_grant.school_id, person_id FROM family_grant
             JOIN person ON person.id = person_id AND left_at IS NULL
             WHERE ended_at IS NULL AND expires_at <= $2 AND expires_at > $3 AND ",
            $which
        )
    };
}

impl RanOut {
    /// The one whose link had this key.
    pub async fn by_link(conn: &mut Conn, key: &Key, now: At) -> Result<Option<Self>, StoreError> {
        maybe!(conn, ran_out!("token_hash = $1"), key.token_print(), now, now.plus_days(-DAYS))
    }

    /// The one that had this code, as somebody typed it.
    pub async fn by_code(
        conn: &mut Conn,
        secrets: &SecretKey,
        typed: &str,
        now: At,
    ) -> Result<Option<Self>, StoreError> {
        maybe!(conn, ran_out!("code_hash = $1"), code_print(secrets, typed), now, now.plus_days(-DAYS))
    }

    /// The one by which somebody was in.
    pub async fn by_id(conn: &mut Conn, id: &GrantId, now: At) -> Result<Option<Self>, StoreError> {
        maybe!(conn, ran_out!("family_grant.id = $1"), id, now, now.plus_days(-DAYS))
    }

    /// Asks for a new one in its place. Asked twice, it is asked once.
    pub async fn ask(&self, tx: &mut Tx, now: At) -> Result<(), StoreError> {
        run!(
            tx,
            "INSERT INTO link_asked (grant_id, school_id, person_id, asked_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (grant_id) DO NOTHING",
            &self.grant_id,
            &self.school_id,
            &self.person_id,
            now
        )?;
        Ok(())
    }
}

impl AskedAnew {
    /// Who asks, of the families of these students, and was given none since.
    pub async fn of_each(
        conn: &mut Conn,
        school: &SchoolId,
        students: impl IntoIterator<Item = &PersonId>,
    ) -> Result<HashMap<PersonId, Vec<Self>>, StoreError> {
        let all: Vec<Self> = all!(
            conn,
            concat!(
                "SELECT kinship.student_id, link_asked.grant_id, link_asked.person_id, person.name,
                    kinship.words AS kinship, link_asked.asked_at AS at
                 FROM kinship
                 JOIN link_asked ON link_asked.person_id = kinship.person_id
                 JOIN person ON person.id = kinship.person_id AND left_at IS NULL
                 WHERE kinship.school_id = $1
                    AND NOT EXISTS (SELECT 1 FROM family_grant newer
                        WHERE newer.person_id = link_asked.person_id AND newer.made_at > link_asked.asked_at)
                    AND kinship.student_id IN ",
                ids_in!("$2"),
                " ORDER BY link_asked.asked_at, link_asked.grant_id"
            ),
            school,
            Ids::of(students)
        )?;
        let mut asked: HashMap<PersonId, Vec<Self>> = HashMap::new();
        for one in all {
            let of_student = asked.entry(one.student_id.clone()).or_default();
            // Somebody may have had several.
            if !of_student.iter().any(|other| other.person_id == one.person_id) {
                of_student.push(one);
            }
        }
        Ok(asked)
    }
}
