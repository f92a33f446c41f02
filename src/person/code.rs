//! One-time sign-in codes, printed on a sheet and handed out.

use std::collections::HashMap;

use crate::at::At;
use crate::id::{PersonId, SchoolId};
use crate::person::notice::{self, ToldBy, WayChange};
use crate::person::{Person, Role, Viewer, in_order_of_names};
use crate::record::{NewLine, RecordedAct};
use crate::secret::{self, SecretKey};
use crate::store::{Conn, StoreError, Tx, all, maybe, one, run};

/// How long a code works, in days.
pub const DAYS: i64 = 30;

/// One slip of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    pub person: PersonId,
    pub name: String,
    pub username: String,
    pub role: Role,
    /// The names of their advisories.
    pub advisories: Vec<String>,
    /// The code, and what its QR code opens; none when it has been used since.
    pub code: Option<(String, String)>,
    pub until: At,
}

/// The secret a sheet's codes grow out of. It is in the form that makes the sheet and nowhere else: the same form sent
/// again shows the same codes, and nobody is locked out by a page that was loaded twice.
#[derive(Clone, Debug)]
pub struct Sheet(String);

impl Sheet {
    /// A new one.
    pub fn new_token() -> String {
        secret::token()
    }

    /// The sheet a form names, if it has the shape of one.
    pub fn named(token: &str) -> Option<Self> {
        (token.len() == 48 && token.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| Self(token.to_owned()))
    }

    /// Somebody's code on it.
    pub fn code_for(&self, person: &PersonId) -> String {
        secret::code_of(&format!("{}:{person}", self.0), 2)
    }

    /// What the QR code beside it opens: as long as a link, and no way back to the code.
    fn card_for(&self, person: &PersonId) -> String {
        secret::fingerprint(&format!("card {}:{person}", self.0)).chars().take(48).collect()
    }

    fn hash(&self) -> String {
        secret::fingerprint(&self.0)
    }
}

/// What is kept of a code. It is bound to its person, so that one person's code is nothing for another.
fn kept(secrets: &SecretKey, person: &PersonId, code: &str) -> String {
    secrets.keyed(&secret::fingerprint(&format!("{person}:{}", secret::typed_code(code))))
}

/// Makes new codes for these people, ending their earlier ones; on a sheet that was made before, changes nothing.
/// Families, and whoever is not of this school, are passed over. Whoever had a way in before is told who made it.
pub async fn make(
    tx: &mut Tx,
    secrets: &SecretKey,
    maker: &Viewer,
    sheet: &Sheet,
    people: &[PersonId],
    now: At,
) -> Result<(), StoreError> {
    if !begin(tx, (&maker.school_id, &maker.person_id), sheet, now).await? {
        return Ok(());
    }
    for person in people {
        let told = (WayChange::Code, ToldBy { by: Some(&maker.person_id), kind: None });
        make_one(tx, secrets, (&maker.school_id, person), sheet, told, now).await?;
    }
    Ok(())
}

/// Makes a new code for one person, by whoever runs the server.
pub async fn make_on_server(
    tx: &mut Tx,
    secrets: &SecretKey,
    person: &Person,
    sheet: &Sheet,
    now: At,
) -> Result<(), StoreError> {
    let whose = (&person.school_id, &person.id);
    if begin(tx, whose, sheet, now).await? {
        make_one(tx, secrets, whose, sheet, (WayChange::CodeOnServer, ToldBy::default()), now).await?;
    }
    Ok(())
}

/// Begins a sheet; says whether it is new.
async fn begin(
    tx: &mut Tx,
    (school, maker): (&SchoolId, &PersonId),
    sheet: &Sheet,
    now: At,
) -> Result<bool, StoreError> {
    let made = run!(
        tx,
        "INSERT INTO code_sheet (token_hash, school_id, made_by, made_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (token_hash) DO NOTHING",
        sheet.hash(),
        school,
        maker,
        now
    )?;
    Ok(made == 1)
}

async fn make_one(
    tx: &mut Tx,
    secrets: &SecretKey,
    (school, person): (&SchoolId, &PersonId),
    sheet: &Sheet,
    (what, told): (WayChange, ToldBy<'_>),
    now: At,
) -> Result<(), StoreError> {
    // Whoever comes in for the first time holds their code in their hand, and needs no word about it.
    let had_a_way_in: Option<(PersonId,)> = maybe!(
        tx,
        "SELECT id FROM person WHERE school_id = $1 AND id = $2 AND (password_hash IS NOT NULL
            OR EXISTS (SELECT 1 FROM sign_in_code WHERE sign_in_code.person_id = person.id))",
        school,
        person
    )?;
    let made = run!(
        tx,
        "INSERT INTO sign_in_code (person_id, school_id, sheet_hash, code_hash, card_hash, expires_at)
         SELECT id, school_id, $3, $4, $5, $6 FROM person
         WHERE id = $1 AND school_id = $2 AND role <> 'family' AND username IS NOT NULL AND left_at IS NULL
         ON CONFLICT (person_id) DO UPDATE SET sheet_hash = excluded.sheet_hash, code_hash = excluded.code_hash,
            card_hash = excluded.card_hash, expires_at = excluded.expires_at, used_at = NULL",
        person,
        school,
        sheet.hash(),
        kept(secrets, person, &sheet.code_for(person)),
        secret::fingerprint(&sheet.card_for(person)),
        now.plus_days(DAYS)
    )?;
    if made == 1 {
        NewLine { what: RecordedAct::CodeMade, by: told.by, about: person, student: None }
            .write(tx, school, now)
            .await?;
    }
    if made == 1 && had_a_way_in.is_some() {
        notice::tell(tx, (school, person), what, told, now).await?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct CodeRow {
    id: PersonId,
    name: String,
    username: String,
    role: Role,
    expires_at: At,
    used_at: Option<At>,
}

/// The slips of a sheet, as far as no newer sheet has taken their place.
pub async fn slips(conn: &mut Conn, school: &SchoolId, sheet: &Sheet) -> Result<Vec<Slip>, StoreError> {
    let rows: Vec<CodeRow> = all!(
        conn,
        "SELECT person.id, name, username, role, expires_at, used_at FROM sign_in_code
         JOIN person ON person.id = sign_in_code.person_id
         WHERE sign_in_code.school_id = $1 AND sheet_hash = $2 AND left_at IS NULL AND username IS NOT NULL",
        school,
        sheet.hash()
    )?;
    let places: Vec<(PersonId, String)> = all!(
        conn,
        "SELECT advisory_member.person_id, advisory.name FROM advisory_member
         JOIN advisory ON advisory.id = advisory_member.advisory_id
         JOIN sign_in_code ON sign_in_code.person_id = advisory_member.person_id
         WHERE advisory_member.school_id = $1 AND sign_in_code.sheet_hash = $2 ORDER BY advisory.name",
        school,
        sheet.hash()
    )?;
    let mut advisories: HashMap<PersonId, Vec<String>> = HashMap::new();
    for (person, name) in places {
        advisories.entry(person).or_default().push(name);
    }
    let mut slips: Vec<Slip> = rows
        .into_iter()
        .map(|row| Slip {
            code: row.used_at.is_none().then(|| (sheet.code_for(&row.id), sheet.card_for(&row.id))),
            advisories: advisories.remove(&row.id).unwrap_or_default(),
            person: row.id,
            name: row.name,
            username: row.username,
            role: row.role,
            until: row.expires_at,
        })
        .collect();
    in_order_of_names(&mut slips, |slip| &slip.name);
    Ok(slips)
}

/// Whom the QR code of a slip belongs to, when its code still works. Looking uses nothing up.
pub async fn holder_of_card(conn: &mut Conn, card: &str, now: At) -> Result<Option<Person>, StoreError> {
    if Sheet::named(card).is_none() {
        return Ok(None);
    }
    maybe!(
        conn,
        "SELECT person.id, person.school_id, role, name, called, username, languages FROM sign_in_code
         JOIN person ON person.id = sign_in_code.person_id
         WHERE card_hash = $1 AND used_at IS NULL AND expires_at > $2 AND left_at IS NULL",
        secret::fingerprint(card),
        now
    )
}

/// Uses up the code beside a QR code. `false` when it no longer works: each works once.
pub async fn use_up_card(tx: &mut Tx, person: &PersonId, card: &str, now: At) -> Result<bool, StoreError> {
    let used = run!(
        tx,
        "UPDATE sign_in_code SET used_at = $3
         WHERE person_id = $1 AND card_hash = $2 AND used_at IS NULL AND expires_at > $3",
        person,
        secret::fingerprint(card),
        now
    )?;
    Ok(used == 1)
}

/// Whom a username and a code belong to, when the code still works. Looking uses nothing up.
pub async fn holder(
    conn: &mut Conn,
    secrets: &SecretKey,
    username: &str,
    code: &str,
    now: At,
) -> Result<Option<Person>, StoreError> {
    // Several schools may share a username.
    let candidates: Vec<(PersonId, String)> = all!(
        conn,
        "SELECT person.id, code_hash FROM sign_in_code JOIN person ON person.id = sign_in_code.person_id
         WHERE username = $1 AND left_at IS NULL AND used_at IS NULL AND expires_at > $2",
        username,
        now
    )?;
    match candidates.into_iter().find(|(id, hash)| kept(secrets, id, code) == *hash) {
        None => Ok(None),
        Some((id, _)) => maybe!(
            conn,
            "SELECT id, school_id, role, name, called, username, languages FROM person WHERE id = $1 AND left_at IS NULL",
            id
        ),
    }
}

/// Uses a code up. `false` when it no longer works: each works once.
pub async fn use_up(
    tx: &mut Tx,
    secrets: &SecretKey,
    person: &PersonId,
    code: &str,
    now: At,
) -> Result<bool, StoreError> {
    let used = run!(
        tx,
        "UPDATE sign_in_code SET used_at = $3
         WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL AND expires_at > $3",
        person,
        kept(secrets, person, code),
        now
    )?;
    Ok(used == 1)
}

/// Puts what is kept of codes under the key, where it was kept before there was one.
pub async fn put_under_key(tx: &mut Tx, secrets: &SecretKey) -> Result<(), StoreError> {
    let bare: Vec<(PersonId, String)> =
        all!(tx, "SELECT person_id, code_hash FROM sign_in_code WHERE code_hash NOT LIKE '%:%'")?;
    for (person, hash) in bare {
        run!(
            tx,
            "UPDATE sign_in_code SET code_hash = $2 WHERE person_id = $1 AND code_hash = $3",
            person,
            secrets.keyed(&hash),
            hash
        )?;
    }
    Ok(())
}

/// How many codes that still work on paper open nothing, since they were kept under another key.
pub async fn under_another_key(conn: &mut Conn, secrets: &SecretKey, now: At) -> Result<i64, StoreError> {
    let (codes,): (i64,) = one!(
        conn,
        "SELECT count(*) FROM sign_in_code
         WHERE used_at IS NULL AND expires_at > $1 AND code_hash LIKE '%:%' AND code_hash NOT LIKE $2",
        now,
        format!("{}:%", secrets.id())
    )?;
    Ok(codes)
}
