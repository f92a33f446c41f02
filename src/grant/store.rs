//! Grants and visits in the database.

use super::{DAYS, DAYS_BY_DEFAULT, Grant, Noted, Visit, noted};
use crate::at::At;
use crate::id::{GrantId, PersonId, SchoolId, VisitId};
use crate::person::{Student, Viewer};
use crate::record::{NewLine, RecordedAct};
use crate::secret::{self, SecretKey};
use crate::store::{Conn, StoreError, Tx, all, maybe, one, run};

/// How many digits a key has.
const LENGTH: usize = 48;

fn is_digit(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

/// What a letter carries: a link's token, and the short code that stands for it.
///
/// The form that makes a grant is shown with a key of its own. So a form that is sent twice gives the same letter
/// twice, though the database keeps nothing but fingerprints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// A new one of 192 bits.
    pub fn new() -> Self {
        Self(secret::token())
    }

    /// The key a form carries; `None` when it has not the shape of one.
    pub fn parse(text: &str) -> Option<Self> {
        let shaped = text.len() == LENGTH && text.bytes().all(is_digit);
        shaped.then(|| Self(text.to_owned()))
    }

    /// The key an address carries, whatever a messenger took for a part of the link and glued to it: a full stop, a
    /// bracket, a quotation mark, the next word; also in capitals, as somebody copies it by hand, and in wide letters.
    pub fn within(address: &str) -> Option<Self> {
        let letters = address.chars().map(|c| secret::half_width(c).to_ascii_lowercase());
        let text: String = letters.skip_while(|c| !c.is_alphanumeric()).take(LENGTH).collect();
        Self::parse(&text)
    }

    /// For the link.
    pub fn token(&self) -> &str {
        &self.0
    }

    /// For paper: three groups of four.
    pub fn code(&self) -> String {
        secret::code_of(&self.0, 3)
    }

    /// What is kept of it.
    pub(crate) fn token_print(&self) -> String {
        secret::fingerprint(&self.0)
    }

    pub(crate) fn code_print(&self, secrets: &SecretKey) -> String {
        code_print(secrets, &self.code())
    }
}

/// What is kept of a code, as it was made or as somebody typed it.
pub(crate) fn code_print(secrets: &SecretKey, code: &str) -> String {
    secrets.keyed(&secret::fingerprint(&secret::typed_code(code)))
}

impl Default for Key {
    fn default() -> Self {
        Self::new()
    }
}

/// A grant to be made.
pub struct NewGrant<'a> {
    pub id: &'a GrantId,
    pub key: &'a Key,
    /// One of the student's family.
    pub person: &'a PersonId,
    /// How long it lasts: one of [`DAYS`], or the usual time.
    pub days: i64,
    /// Whether the person's older ones end with it.
    pub ends_older: bool,
}

/// The id or the key is another grant's, or the grant has ended since: nothing was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyTaken;

impl Student {
    /// Makes a grant for one of this student's family. Sent twice, it makes one. The caller has made sure that the
    /// person is kin.
    pub async fn open_to(
        &self,
        tx: &mut Tx,
        secrets: &SecretKey,
        maker: &Viewer,
        new: &NewGrant<'_>,
        now: At,
    ) -> Result<Result<Grant, KeyTaken>, StoreError> {
        let days = if DAYS.contains(&new.days) { new.days } else { DAYS_BY_DEFAULT };
        let made = run!(
            tx,
            "INSERT INTO family_grant (id, school_id, person_id, student_id, token_hash, code_hash, made_by, made_at,
                expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
            new.id,
            &self.school_id,
            new.person,
            &self.id,
            new.key.token_print(),
            new.key.code_print(secrets),
            &maker.person_id,
            now,
            now.plus_days(days)
        )?;
        if made == 1 {
            self.record(tx, RecordedAct::LinkMade, (new.person, &maker.person_id), now).await?;
        }
        if made == 1 && new.ends_older {
            run!(
                tx,
                "UPDATE family_grant SET ended_at = $1, ended_by = $2
                 WHERE school_id = $3 AND person_id = $4 AND id <> $5 AND ended_at IS NULL",
                now,
                &maker.person_id,
                &self.school_id,
                new.person,
                new.id
            )?;
        }
        let here: Option<(String, PersonId)> = maybe!(
            tx,
            "SELECT token_hash, made_by FROM family_grant WHERE school_id = $1 AND id = $2",
            &self.school_id,
            new.id
        )?;
        let same = here.is_some_and(|(print, by)| print == new.key.token_print() && by == maker.person_id);
        let grant = self.grants(tx).await?.into_iter().find(|grant| grant.id == *new.id);
        Ok(grant.filter(|grant| same && grant.person_id == *new.person && grant.is_open(now)).ok_or(KeyTaken))
    }

    /// Every grant that opens this student's pages: those of their family, for whichever sibling's sake they were
    /// made. The newest first.
    pub async fn grants(&self, conn: &mut Conn) -> Result<Vec<Grant>, StoreError> {
        all!(
            conn,
            "SELECT family_grant.id, family_grant.person_id, family_grant.student_id, maker.name AS made_by, made_at,
                expires_at, ended_at,
                (SELECT max(visit.last_at) FROM visit WHERE visit.grant_id = family_grant.id) AS last_visit_at
             FROM family_grant
             JOIN kinship ON kinship.person_id = family_grant.person_id AND kinship.student_id = $2
             JOIN person maker ON maker.id = family_grant.made_by
             WHERE family_grant.school_id = $1 ORDER BY made_at DESC, family_grant.id DESC",
            &self.school_id,
            &self.id
        )
    }

    /// Ends one of this student's grants; whoever is in through it is out at their next request. Says whether there
    /// is such a grant. One that has ended stays as it ended.
    pub async fn end_grant(&self, tx: &mut Tx, by: &PersonId, id: &GrantId, now: At) -> Result<bool, StoreError> {
        let Some(grant) = self.grants(tx).await?.into_iter().find(|grant| grant.id == *id) else { return Ok(false) };
        let ended = run!(
            tx,
            "UPDATE family_grant SET ended_at = $1, ended_by = $2 WHERE school_id = $3 AND id = $4 AND ended_at IS NULL",
            now,
            by,
            &self.school_id,
            id
        )?;
        if ended == 1 {
            self.record(tx, RecordedAct::LinkEnded, (&grant.person_id, by), now).await?;
        }
        Ok(true)
    }

    async fn record(
        &self,
        tx: &mut Tx,
        what: RecordedAct,
        (kin, by): (&PersonId, &PersonId),
        now: At,
    ) -> Result<(), StoreError> {
        NewLine { what, by: Some(by), about: kin, student: Some(&self.id) }.write(tx, &self.school_id, now).await
    }
}

impl Grant {
    /// The student for whose sake a grant of this school was made.
    pub async fn made_for(conn: &mut Conn, school: &SchoolId, id: &GrantId) -> Result<Option<PersonId>, StoreError> {
        let found: Option<(PersonId,)> =
            maybe!(conn, "SELECT student_id FROM family_grant WHERE school_id = $1 AND id = $2", school, id)?;
        Ok(found.map(|(student,)| student))
    }
}

/// Whom a grant lets in.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Opened {
    pub grant_id: GrantId,
    pub school_id: SchoolId,
    pub person_id: PersonId,
    /// Until when.
    pub expires_at: At,
}

/// Whom the link with this key lets in now.
pub async fn opened_by_link(conn: &mut Conn, key: &Key, now: At) -> Result<Option<Opened>, StoreError> {
    maybe!(
        conn,
        "SELECT family_grant.id AS grant_id, family_grant.school_id, person_id, expires_at FROM family_grant
         JOIN person ON person.id = person_id AND left_at IS NULL
         WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > $2",
        key.token_print(),
        now
    )
}

/// Whom a code, as somebody typed it, lets in now.
pub async fn opened_by_code(
    conn: &mut Conn,
    secrets: &SecretKey,
    typed: &str,
    now: At,
) -> Result<Option<Opened>, StoreError> {
    maybe!(
        conn,
        "SELECT family_grant.id AS grant_id, family_grant.school_id, person_id, expires_at FROM family_grant
         JOIN person ON person.id = person_id AND left_at IS NULL
         WHERE code_hash = $1 AND ended_at IS NULL AND expires_at > $2",
        code_print(secrets, typed),
        now
    )
}

/// Puts what is kept of codes under the key, where it was kept before there was one.
pub async fn put_under_key(tx: &mut Tx, secrets: &SecretKey) -> Result<(), StoreError> {
    let bare: Vec<(GrantId, String)> =
        all!(tx, "SELECT id, code_hash FROM family_grant WHERE code_hash NOT LIKE '%:%'")?;
    for (grant, hash) in bare {
        run!(
            tx,
            "UPDATE family_grant SET code_hash = $2 WHERE id = $1 AND code_hash = $3",
            grant,
            secrets.keyed(&hash),
            hash
        )?;
    }
    Ok(())
}

/// How many codes of open links open nothing, since they were kept under another key.
pub async fn under_another_key(conn: &mut Conn, secrets: &SecretKey, now: At) -> Result<i64, StoreError> {
    let (codes,): (i64,) = one!(
        conn,
        "SELECT count(*) FROM family_grant
         WHERE ended_at IS NULL AND expires_at > $1 AND code_hash LIKE '%:%' AND code_hash NOT LIKE $2",
        now,
        format!("{}:%", secrets.id())
    )?;
    Ok(codes)
}

/// When somebody was last noted on this student's pages, come in through the same grant.
async fn last_seen(conn: &mut Conn, visitor: &Viewer, student: &PersonId) -> Result<Option<At>, StoreError> {
    let (last,): (Option<At>,) = one!(
        conn,
        "SELECT max(last_at) FROM visit
         WHERE school_id = $1 AND student_id = $2 AND person_id = $3 AND COALESCE(grant_id, '') = $4",
        &visitor.school_id,
        student,
        &visitor.person_id,
        visitor.grant()
    )?;
    Ok(last)
}

/// Notes that a family member was shown a page of this student.
pub async fn visited(tx: &mut Tx, visitor: &Viewer, student: &PersonId, now: At) -> Result<(), StoreError> {
    // Read once more inside the transaction: two pages may have been opened at once.
    match noted(last_seen(tx, visitor, student).await?, now) {
        Noted::Begins => {
            run!(
                tx,
                "INSERT INTO visit (id, school_id, grant_id, person_id, student_id, at, last_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $6)",
                VisitId::new(),
                &visitor.school_id,
                &visitor.grant_id,
                &visitor.person_id,
                student,
                now
            )?;
        }
        Noted::GoesOn => {
            run!(
                tx,
                "UPDATE visit SET last_at = $1 WHERE id = (SELECT id FROM visit
                    WHERE school_id = $2 AND student_id = $3 AND person_id = $4 AND COALESCE(grant_id, '') = $5
                    ORDER BY last_at DESC LIMIT 1)",
                now,
                &visitor.school_id,
                student,
                &visitor.person_id,
                visitor.grant()
            )?;
        }
        Noted::Already => {}
    }
    Ok(())
}

/// The latest visits to a student's pages, the newest first.
pub async fn visits_of(conn: &mut Conn, student: &Student, most: i64) -> Result<Vec<Visit>, StoreError> {
    all!(
        conn,
        "SELECT visit.person_id, person.name, kinship.words AS kinship, visit.at FROM visit
         JOIN person ON person.id = visit.person_id
         JOIN kinship ON kinship.person_id = visit.person_id AND kinship.student_id = visit.student_id
         WHERE visit.school_id = $1 AND visit.student_id = $2 ORDER BY visit.at DESC LIMIT $3",
        &student.school_id,
        &student.id,
        most
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_found_in_whatever_a_messenger_made_of_its_link() {
        let key = Key::new();
        let token = key.token();
        for glued in
            ["", ".", ",", ")", ">", "»", "\"", " ", "\u{200B}", "\u{2069}", "…", "'", "abc", ".html", "?a=b", "%20"]
        {
            assert_eq!(Key::within(&format!("{token}{glued}")), Some(key.clone()), "{glued:?}");
        }
        assert_eq!(Key::within(&format!("\u{200B}«{token}»")), Some(key.clone()));
        for none in ["", "abc", &token[1..], &format!("{}.", &token[..47]), &"é".repeat(48), &"z".repeat(48)] {
            assert_eq!(Key::within(none), None, "{none}");
        }
    }
}
