//! Who hears of worries: at least two of the staff whom the school's lead names. Until two are named, and where fewer than two
//! of them are still there, the leads do.

use crate::at::At;
use crate::id::PersonId;
use crate::person::{Role, Viewer};
use crate::store::{Conn, StoreError, Tx, all, maybe, run};

/// How many have to be named: it takes two to release a worry.
pub const LEAST_NAMED: usize = 2;

/// In SQL: whether enough people are named in this school.
macro_rules! are_named {
    ($school:literal) => {
        concat!(
            "((SELECT count(DISTINCT counted.person_id) FROM worry_hearer counted JOIN person staff ON staff.id = counted.person_id
               WHERE counted.ended_at IS NULL AND staff.left_at IS NULL AND staff.role IN ('advisor', 'lead')
               AND counted.school_id = ",
            $school,
            ") >= 2)"
        )
    };
}

/// In SQL: whether this person hears of the worries of their school, but for those about words of their own.
macro_rules! hears {
    ($person:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM person hearer WHERE hearer.left_at IS NULL AND (
                (hearer.role IN ('advisor', 'lead') AND EXISTS (SELECT 1 FROM worry_hearer named
                    WHERE named.person_id = hearer.id AND named.ended_at IS NULL)
                    AND ",
            crate::worry::hearers::are_named!("hearer.school_id"),
            ") OR (hearer.role = 'lead' AND NOT ",
            crate::worry::hearers::are_named!("hearer.school_id"),
            ")) AND hearer.id = ",
            $person,
            ")"
        )
    };
}
pub(super) use {are_named, hears};

/// Somebody who hears of worries.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct WhoHears {
    pub person_id: PersonId,
    pub name: String,
    /// Whether they were named; else they hear of it because they lead the school.
    pub by_name: bool,
}

impl WhoHears {
    /// Who hears of a worry about words of this author, A to Z: nobody hears of one about words of their own.
    pub async fn of(conn: &mut Conn, viewer: &Viewer, author: &PersonId) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            concat!(
                "SELECT id AS person_id, name, ",
                are_named!("person.school_id"),
                " AS by_name FROM person WHERE school_id = $1 AND id <> $2 AND role IN ('advisor', 'lead') AND ",
                hears!("person.id"),
                " ORDER BY name, id"
            ),
            &viewer.school_id,
            author
        )
    }
}

/// Whether somebody hears of worries at all.
pub async fn hears_of_worries(conn: &mut Conn, viewer: &Viewer) -> Result<bool, StoreError> {
    if !viewer.session.may_hear_worries {
        return Ok(false);
    }
    let found: Option<(PersonId,)> = maybe!(
        conn,
        concat!("SELECT id FROM person WHERE school_id = $1 AND id = $2 AND ", hears!("$2")),
        &viewer.school_id,
        &viewer.person_id
    )?;
    Ok(found.is_some())
}

/// One of the staff, who could be named.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct StaffMember {
    pub person_id: PersonId,
    pub name: String,
    pub role: Role,
    /// Since when they are named.
    pub named_at: Option<At>,
}

impl StaffMember {
    /// All of a school, A to Z.
    pub async fn all(conn: &mut Conn, viewer: &Viewer) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            "SELECT id AS person_id, name, role, (SELECT max(named_at) FROM worry_hearer
                WHERE worry_hearer.person_id = person.id AND ended_at IS NULL) AS named_at
             FROM person WHERE school_id = $1 AND left_at IS NULL AND role IN ('advisor', 'lead') ORDER BY name, id",
            &viewer.school_id
        )
    }
}

/// Names these people, and nobody else any more. Who was named until now is kept, with who ended it.
pub async fn name_hearers(tx: &mut Tx, by: &Viewer, named: &[PersonId], now: At) -> Result<(), StoreError> {
    for before in StaffMember::all(tx, by).await?.into_iter().filter(|staff| staff.named_at.is_some()) {
        if !named.contains(&before.person_id) {
            run!(
                tx,
                "UPDATE worry_hearer SET ended_by = $3, ended_at = $4
                 WHERE school_id = $1 AND person_id = $2 AND ended_at IS NULL",
                &by.school_id,
                &before.person_id,
                &by.person_id,
                now
            )?;
        }
    }
    for person in named {
        run!(
            tx,
            "INSERT INTO worry_hearer (id, school_id, person_id, named_by, named_at)
             SELECT $1, person.school_id, person.id, $4, $5 FROM person
             WHERE person.school_id = $2 AND person.id = $3 AND left_at IS NULL AND role IN ('advisor', 'lead')
             AND NOT EXISTS (SELECT 1 FROM worry_hearer named WHERE named.person_id = $3 AND named.ended_at IS NULL)",
            crate::id::WorryHearerId::new(),
            &by.school_id,
            person,
            &by.person_id,
            now
        )?;
    }
    Ok(())
}
