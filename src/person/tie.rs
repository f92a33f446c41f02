//! The tie between a student and somebody of the family: made, and ended. What was ended by hand stays ended until somebody
//! ties it again by hand; where there may be no contact, that is the lead's alone.

use super::accompanied::accompanied;
use super::by_hand::ByHand;
use super::{Viewer, ways_in};
use crate::at::At;
use crate::id::{PersonId, SchoolId};
use crate::person::Role;
use crate::record::{NewLine, RecordedAct};
use crate::store::{Conn, StoreError, Tx, all, maybe, run};

/// How long a kinship in somebody's own words may be, in characters.
pub const LONGEST_WORDS: usize = 80;
/// How many of a family one student may be tied to, and how many students one of a family: more is a mistake, or a flood.
pub const MOST: usize = 40;

/// A tie that was ended.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct EndedTie {
    pub student_id: PersonId,
    pub person_id: PersonId,
    /// The other's name: of the student, or of whoever was kin.
    pub name: String,
    /// The kinship as it was, in the family's words.
    pub words: String,
    /// Whether they may have no contact.
    pub no_contact: bool,
    pub ended_at: At,
}

/// Somebody of a family who can be tied to a student too.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Tieable {
    pub id: PersonId,
    pub name: String,
    /// The student they are kin to already; of several the first.
    pub kin_of: String,
}

/// How many are offered, at most.
const OFFERED: i64 = 40;

impl Tieable {
    /// Who can be tied to this student: for the lead those of the school's families who are called like `find`; for an advisor
    /// the families of their own students. None of them is tied to the student, or was kept from contact.
    pub async fn to(conn: &mut Conn, viewer: &Viewer, student: &PersonId, find: &str) -> Result<Vec<Self>, StoreError> {
        let find = super::plain_name(find);
        let pattern = format!("%{}%", find.replace(' ', "%"));
        let runs_school = viewer.role == Role::Lead;
        if runs_school && find.is_empty() {
            return Ok(Vec::new());
        }
        all!(
            conn,
            concat!(
                "SELECT person.id, person.name, (SELECT min(student.name) FROM kinship JOIN person student
                    ON student.id = kinship.student_id WHERE kinship.person_id = person.id) AS kin_of
             FROM person
             WHERE person.school_id = $1 AND person.role = 'family' AND left_at IS NULL AND find_as LIKE $4
                AND ($5 = 1 OR EXISTS (SELECT 1 FROM kinship
                    JOIN advisory_member theirs ON theirs.person_id = kinship.student_id
                    WHERE kinship.person_id = person.id AND theirs.advisory_id IN ",
                accompanied!("$2", "$7"),
                "))
                AND EXISTS (SELECT 1 FROM kinship WHERE kinship.person_id = person.id)
                AND NOT EXISTS (SELECT 1 FROM kinship
                    WHERE kinship.person_id = person.id AND kinship.student_id = $3)
                AND NOT EXISTS (SELECT 1 FROM kinship_ended WHERE kinship_ended.person_id = person.id
                    AND kinship_ended.student_id = $3 AND no_contact = 1)
             ORDER BY find_as, person.id LIMIT $6"
            ),
            &viewer.school_id,
            &viewer.person_id,
            student,
            pattern,
            i64::from(runs_school),
            OFFERED,
            viewer.looks_at()
        )
    }
}

/// Why two people are not tied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTied {
    /// They may have no contact, and whoever asks is not the lead.
    NoContact,
    /// One of them is not there, or is nobody who can be tied so.
    NotThere,
    /// Too many already.
    Full,
}

/// Ties somebody of the family to a student, in the family's words; a tie that is there already gets these words.
pub async fn tie(
    tx: &mut Tx,
    by: &Viewer,
    (student, person): (&PersonId, &PersonId),
    words: &str,
    now: At,
) -> Result<Result<(), NotTied>, StoreError> {
    let (school, role) = (&by.school_id, by.role);
    let there: Vec<(PersonId, Role)> = all!(
        tx,
        "SELECT id, role FROM person WHERE school_id = $1 AND id IN ($2, $3) AND left_at IS NULL",
        school,
        student,
        person
    )?;
    let is = |id: &PersonId, wanted: Role| there.iter().any(|(there, role)| there == id && *role == wanted);
    if !is(student, Role::Student) || !is(person, Role::Family) {
        return Ok(Err(NotTied::NotThere));
    }
    let ended = ended_between(tx, school, student, person).await?;
    if ended.is_some_and(|no_contact| no_contact) && role != Role::Lead {
        return Ok(Err(NotTied::NoContact));
    }
    let ties: Vec<(PersonId, PersonId)> = all!(
        tx,
        "SELECT student_id, person_id FROM kinship WHERE school_id = $1 AND (student_id = $2 OR person_id = $3)",
        school,
        student,
        person
    )?;
    let (of_student, of_person) =
        (ties.iter().filter(|(of, _)| of == student).count(), ties.iter().filter(|(_, of)| of == person).count());
    let is_new = !ties.iter().any(|(of, with)| of == student && with == person);
    if is_new && (of_student >= MOST || of_person >= MOST) {
        return Ok(Err(NotTied::Full));
    }
    run!(
        tx,
        "INSERT INTO kinship (school_id, student_id, person_id, words) VALUES ($1, $2, $3, $4)
         ON CONFLICT (student_id, person_id) DO UPDATE SET words = excluded.words",
        school,
        student,
        person,
        words
    )?;
    run!(
        tx,
        "DELETE FROM kinship_ended WHERE school_id = $1 AND student_id = $2 AND person_id = $3",
        school,
        student,
        person
    )?;
    ByHand::Tie.remember(tx, by, (person, student.as_str()), now).await?;
    if is_new {
        record(tx, by, RecordedAct::Tied, (student, person), now).await?;
    }
    Ok(Ok(()))
}

/// Ends a tie, and every way in that was made for its sake. Says whether there was one. What was said stays with whoever
/// said it; `no_contact` is never taken off by ending once more.
pub async fn untie(
    tx: &mut Tx,
    by: &Viewer,
    (student, person): (&PersonId, &PersonId),
    no_contact: bool,
    now: At,
) -> Result<bool, StoreError> {
    let school = &by.school_id;
    let tied: Option<(String,)> = maybe!(
        tx,
        "SELECT words FROM kinship WHERE school_id = $1 AND student_id = $2 AND person_id = $3",
        school,
        student,
        person
    )?;
    let Some((words,)) = tied else { return Ok(false) };
    run!(
        tx,
        "INSERT INTO kinship_ended (student_id, person_id, school_id, words, no_contact, ended_by, ended_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (student_id, person_id) DO UPDATE SET words = excluded.words, ended_by = excluded.ended_by,
            ended_at = excluded.ended_at, no_contact = CASE WHEN kinship_ended.no_contact = 1 THEN 1 ELSE excluded.no_contact END",
        student,
        person,
        school,
        words,
        i64::from(no_contact),
        &by.person_id,
        now
    )?;
    run!(
        tx,
        "DELETE FROM kinship WHERE school_id = $1 AND student_id = $2 AND person_id = $3",
        school,
        student,
        person
    )?;
    ByHand::Tie.remember(tx, by, (person, student.as_str()), now).await?;
    record(tx, by, RecordedAct::Untied, (student, person), now).await?;
    ways_in::end_for_student(tx, school, (person, student), &by.person_id, now).await?;
    Ok(true)
}

async fn record(
    tx: &mut Tx,
    by: &Viewer,
    what: RecordedAct,
    (student, person): (&PersonId, &PersonId),
    now: At,
) -> Result<(), StoreError> {
    let line = NewLine { what, by: Some(&by.person_id), about: person, student: Some(student) };
    line.write(tx, &by.school_id, now).await
}

/// Whether a tie between the two was ended, and if so whether they may have no contact.
async fn ended_between(
    conn: &mut Conn,
    school: &SchoolId,
    student: &PersonId,
    person: &PersonId,
) -> Result<Option<bool>, StoreError> {
    let ended: Option<(i64,)> = maybe!(
        conn,
        "SELECT no_contact FROM kinship_ended WHERE school_id = $1 AND student_id = $2 AND person_id = $3",
        school,
        student,
        person
    )?;
    Ok(ended.map(|(no_contact,)| no_contact != 0))
}

impl EndedTie {
    /// The ended ties of somebody, as student or as kin: the last ended first.
    pub async fn of_person(conn: &mut Conn, school: &SchoolId, person: &PersonId) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            "SELECT kinship_ended.student_id, kinship_ended.person_id, other.name, words, no_contact <> 0 AS no_contact,
                ended_at
             FROM kinship_ended JOIN person other
                ON other.id = CASE WHEN kinship_ended.student_id = $2 THEN kinship_ended.person_id
                    ELSE kinship_ended.student_id END
             WHERE kinship_ended.school_id = $1 AND (kinship_ended.student_id = $2 OR kinship_ended.person_id = $2)
             ORDER BY ended_at DESC, other.name",
            school,
            person
        )
    }

    /// Every pair of a school whose tie was ended and not made again.
    pub async fn pairs(conn: &mut Conn, school: &SchoolId) -> Result<Vec<(PersonId, PersonId)>, StoreError> {
        all!(conn, "SELECT student_id, person_id FROM kinship_ended WHERE school_id = $1", school)
    }
}
