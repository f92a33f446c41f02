//! Looking back on a conference: the student's own reflection, and what an advisor wants to remember.

use crate::at::At;
use crate::id::PersonId;
use crate::language::Language;
use crate::person::Role;

/// One person's words afterwards.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Afterword {
    pub author_id: PersonId,
    pub author: String,
    pub author_role: Role,
    pub text: String,
    pub language: Language,
    pub version: i64,
    pub made_at: At,
}

mod store {
    use super::*;
    use crate::conference::Conference;
    use crate::person::Viewer;
    use crate::saved::Saved;
    use crate::store::{Conn, StoreError, Tx, all, run};

    impl Conference {
        /// What was written afterwards: the student first.
        pub async fn afterwords(&self, conn: &mut Conn) -> Result<Vec<Afterword>, StoreError> {
            let mut words: Vec<Afterword> = all!(
                conn,
                "SELECT author_id, person.name AS author, person.role AS author_role, text, language, version, made_at
                 FROM afterword JOIN person ON person.id = author_id
                 WHERE afterword.school_id = $1 AND conference_id = $2 ORDER BY made_at, author_id",
                &self.school_id,
                &self.id
            )?;
            words.sort_by_key(|word| word.author_role != Role::Student);
            Ok(words)
        }

        /// Looks back, or puts it in other words when nobody (in another window) has since.
        pub async fn look_back(
            &self,
            tx: &mut Tx,
            author: &Viewer,
            made_from: i64,
            (text, language): (&str, &Language),
            now: At,
        ) -> Result<Saved, StoreError> {
            let begun = run!(
                tx,
                "INSERT INTO afterword (conference_id, author_id, school_id, text, language, version, made_at)
                 VALUES ($1, $2, $3, $4, $5, 1, $6) ON CONFLICT (conference_id, author_id) DO NOTHING",
                &self.id,
                &author.person_id,
                &self.school_id,
                text,
                language,
                now
            )?;
            if begun == 1 {
                return Ok(Saved::Kept(()));
            }
            let changed = run!(
                tx,
                "UPDATE afterword SET text = $1, language = $2, version = version + 1
                 WHERE school_id = $3 AND conference_id = $4 AND author_id = $5
                    AND (version = $6 OR (text = $1 AND language = $2))",
                text,
                language,
                &self.school_id,
                &self.id,
                &author.person_id,
                made_from
            )?;
            Ok(Saved::unless_stale(changed))
        }
    }
}
