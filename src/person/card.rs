//! All that a school keeps of one person, for the page on which it is put right: seen by the lead, and of their own students
//! and these students' families by an advisor.

use super::accompanied::accompanied;
use super::by_hand::ByHand;
use super::roster::{Member, Row, SignsIn, members};
use super::tie::EndedTie;
use super::{Advisory, Kin, Person, Role, Viewer, credentials, find_as, in_order_of_names};
use crate::at::At;
use crate::field;
use crate::id::{AdvisoryId, PersonId};
use crate::language::Languages;
use crate::policy::{Action, Relation, Standing};
use crate::record::{NewLine, RecordedAct};
use crate::saved::Saved;
use crate::store::{Conn, Ids, StoreError, Tx, all, ids_in, maybe, run};
use crate::words::{self, Problem, Problems};

/// How long what is kept of a telephone may be, in characters: a number, and when to call.
const LONGEST_PHONE: usize = 60;

/// One person, with all that is put right on their page.
#[derive(Clone, Debug)]
pub struct PersonCard {
    pub person: Person,
    /// Where they can be written to, as the school knows it.
    pub email: Option<String>,
    pub phone: Option<String>,
    pub version: i64,
    pub left_at: Option<At>,
    pub signs_in: SignsIn,
    /// Those they are of, in the order of their names.
    pub advisories: Vec<Advisory>,
    /// For a student: the family.
    pub kin: Vec<Kin>,
    /// For one of a family: each student, with the kinship in their own words.
    pub kin_of: Vec<Kin>,
    /// Ties that were ended.
    pub ended: Vec<EndedTie>,
    /// How whoever looks stands to them.
    pub standing: Standing,
}

#[derive(sqlx::FromRow)]
struct KeptBeside {
    email: Option<String>,
    phone: Option<String>,
    version: i64,
    left_at: Option<At>,
}

/// How somebody stands to a person whom the school keeps: as to the student, or as to a student whose family they are.
async fn relation(conn: &mut Conn, viewer: &Viewer, person: &PersonId) -> Result<Relation, StoreError> {
    let mine: Option<(PersonId,)> = maybe!(
        conn,
        concat!(
            "SELECT student.id FROM advisory_member theirs
         JOIN person student ON student.id = theirs.person_id AND student.role = 'student'
         LEFT JOIN kinship ON kinship.student_id = student.id AND kinship.person_id = $3
         LEFT JOIN kinship_ended ON kinship_ended.student_id = student.id AND kinship_ended.person_id = $3
         WHERE theirs.school_id = $1 AND theirs.advisory_id IN ",
            accompanied!("$2", "$4"),
            " AND (student.id = $3 OR kinship.person_id IS NOT NULL OR kinship_ended.person_id IS NOT NULL) LIMIT 1"
        ),
        &viewer.school_id,
        &viewer.person_id,
        person,
        viewer.looks_at()
    )?;
    Ok(if mine.is_some() { Relation::SameAdvisory } else { Relation::OtherAdvisory })
}

impl PersonCard {
    /// The person with this id, when whoever looks may see what the school keeps of them. An advisor finds those who have
    /// left no more.
    pub async fn seen_by(conn: &mut Conn, viewer: &Viewer, id: &PersonId, now: At) -> Result<Option<Self>, StoreError> {
        let row: Option<Row> = maybe!(conn, members!(" AND person.id = $3"), &viewer.school_id, now, id)?;
        let Some(row) = row else { return Ok(None) };
        let standing = Standing::new(viewer.role, relation(conn, viewer, id).await?);
        let member = row.member(Vec::new(), Vec::new());
        let may = standing.may_at_all(Action::SeePerson) && !(member.has_left && viewer.role != Role::Lead);
        if !may {
            return Ok(None);
        }
        Ok(Some(Self::filled(conn, viewer, member, standing).await?))
    }

    async fn filled(conn: &mut Conn, viewer: &Viewer, member: Member, standing: Standing) -> Result<Self, StoreError> {
        let (school, id) = (&viewer.school_id, member.person.id.clone());
        let beside: Option<KeptBeside> = maybe!(
            conn,
            "SELECT email, phone, card_version AS version, left_at FROM person WHERE school_id = $1 AND id = $2",
            school,
            &id
        )?;
        let beside = beside.unwrap_or(KeptBeside { email: None, phone: None, version: 0, left_at: None });
        let mut advisories: Vec<Advisory> = all!(
            conn,
            "SELECT advisory.id, advisory.name FROM advisory JOIN advisory_member ON advisory_id = advisory.id
             WHERE advisory.school_id = $1 AND person_id = $2",
            school,
            &id
        )?;
        in_order_of_names(&mut advisories, |advisory| &advisory.name);
        let mut ties: Vec<Kin> = all!(
            conn,
            "SELECT other.id, other.name, other.called, other.languages, kinship.words AS kinship FROM kinship
             JOIN person other ON other.left_at IS NULL AND other.id = CASE WHEN kinship.student_id = $2
                THEN kinship.person_id ELSE kinship.student_id END
             WHERE kinship.school_id = $1 AND (kinship.student_id = $2 OR kinship.person_id = $2)",
            school,
            &id
        )?;
        in_order_of_names(&mut ties, |kin| &kin.name);
        let mut ended = EndedTie::of_person(conn, school, &id).await?;
        if viewer.role != Role::Lead && member.person.role == Role::Family {
            let mine: Vec<PersonId> = of_the_advisories_of(conn, viewer, ties.iter().map(|kin| &kin.id)).await?;
            ties.retain(|kin| mine.contains(&kin.id));
            let theirs = of_the_advisories_of(conn, viewer, ended.iter().map(|tie| &tie.student_id)).await?;
            ended.retain(|tie| theirs.contains(&tie.student_id));
        }
        let (kin, kin_of) = if member.person.role == Role::Student { (ties, Vec::new()) } else { (Vec::new(), ties) };
        let KeptBeside { email, phone, version, left_at } = beside;
        let signs_in = member.signs_in;
        let person = member.person;
        Ok(Self { person, email, phone, version, left_at, signs_in, advisories, kin, kin_of, ended, standing })
    }

    /// Whether whoever looks may do this with them.
    pub fn may(&self, action: Action) -> bool {
        self.standing.may_at_all(action)
    }
}

/// Which of these students an advisor accompanies: of others, that they have this family is none of theirs.
async fn of_the_advisories_of(
    conn: &mut Conn,
    viewer: &Viewer,
    students: impl Iterator<Item = &PersonId>,
) -> Result<Vec<PersonId>, StoreError> {
    let rows: Vec<(PersonId,)> = all!(
        conn,
        concat!(
            "SELECT theirs.person_id FROM advisory_member theirs
             WHERE theirs.school_id = $1 AND theirs.person_id IN ",
            ids_in!("$3"),
            " AND theirs.advisory_id IN ",
            accompanied!("$2", "$4")
        ),
        &viewer.school_id,
        &viewer.person_id,
        Ids::of(students),
        viewer.looks_at()
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// What the school writes down about somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewPerson {
    pub name: String,
    /// What they like to be called.
    pub called: Option<String>,
    /// What they type to sign in; families need none.
    pub username: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub languages: Languages,
}

/// What was typed about somebody.
#[derive(Clone, Copy, Debug, Default)]
pub struct TypedPerson<'a> {
    pub name: &'a str,
    pub called: &'a str,
    pub username: &'a str,
    pub email: &'a str,
    pub phone: &'a str,
    pub languages: &'a str,
}

impl NewPerson {
    /// What was typed, checked. All but families need a username.
    ///
    /// # Errors
    /// What is wrong with which field.
    pub fn checked(typed: TypedPerson<'_>, role: Role) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = problems.take(field::NAME, words::line(typed.name));
        let called = problems.take(field::CALLED, words::optional_line(&credentials::composed(typed.called)).map(some));
        let username = match typed.username.trim() {
            "" if role == Role::Family => None,
            typed => Some(problems.take(field::USERNAME, credentials::username(typed))),
        };
        let email = problems.take(field::EMAIL, email(typed.email));
        let phone = problems.take(field::PHONE, phone(typed.phone));
        let languages = match Languages::written(typed.languages) {
            Ok(languages) if languages.first().is_none() => Err(Problem::Missing),
            languages => languages.map_err(|_| Problem::Choose),
        };
        let languages = problems.take(field::LANGUAGES, languages);
        problems.or(Self { name, called, username, email, phone, languages })
    }
}

fn some(line: String) -> Option<String> {
    (!line.is_empty()).then_some(line)
}

/// An e-mail address, as far as it has the shape of one; none where nothing was typed.
fn email(typed: &str) -> Result<Option<String>, Problem> {
    match crate::digest::mail_address(typed) {
        None if typed.trim().is_empty() => Ok(None),
        None => Err(Problem::NotAnAddress),
        address => Ok(address),
    }
}

/// A telephone number as people write one, with when to call.
fn phone(typed: &str) -> Result<Option<String>, Problem> {
    match words::optional_line(typed)? {
        long if long.chars().count() > LONGEST_PHONE => Err(Problem::TooLong { max: LONGEST_PHONE }),
        line => Ok(some(line)),
    }
}

/// Why somebody's card was not changed, nor somebody added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotWritten {
    /// The username is somebody else's.
    UsernameTaken,
    /// It was changed meanwhile.
    Stale,
    /// They are not there.
    NotThere,
}

impl PersonCard {
    /// Puts right what the school keeps of them. What changed is by hand from now on; a new name to sign in with ends
    /// nothing, since the password stays.
    pub async fn put_right(
        &self,
        tx: &mut Tx,
        by: &Viewer,
        made_from: i64,
        new: &NewPerson,
        now: At,
    ) -> Result<Result<(), NotWritten>, StoreError> {
        let (school, id) = (&by.school_id, &self.person.id);
        if let Some(username) = &new.username
            && is_taken(tx, by, username, id).await?
        {
            return Ok(Err(NotWritten::UsernameTaken));
        }
        let changed = run!(
            tx,
            "UPDATE person SET name = $4, called = CASE WHEN called_at IS NULL THEN $5 ELSE called END, username = $6, email = $7, phone = $8,
                languages = CASE WHEN languages_at IS NULL THEN $9 ELSE languages END, find_as = $10,
                card_version = card_version + 1
             WHERE school_id = $1 AND id = $2 AND card_version = $3",
            school,
            id,
            made_from,
            &new.name,
            &new.called,
            &new.username,
            &new.email,
            &new.phone,
            &new.languages,
            find_as(&new.name, new.username.as_deref())
        )?;
        if !Saved::unless_stale(changed).is_kept() {
            return Ok(Err(NotWritten::Stale));
        }
        let was = &self.person;
        self.record(tx, by, RecordedAct::PutRight, now).await?;
        for (what, is_new) in [
            (ByHand::Name, was.name != new.name),
            (ByHand::Called, was.called != new.called),
            (ByHand::Username, was.username != new.username),
            (ByHand::Languages, was.languages != new.languages),
        ] {
            if is_new {
                what.remember(tx, by, (id, ""), now).await?;
            }
        }
        Ok(Ok(()))
    }

    /// Says of which advisories somebody is; of these alone from now on. Those that are not the school's are passed over.
    pub async fn place(&self, tx: &mut Tx, by: &Viewer, wanted: &[AdvisoryId], now: At) -> Result<(), StoreError> {
        let (school, id) = (&by.school_id, &self.person.id);
        let all: Vec<(AdvisoryId,)> = all!(tx, "SELECT id FROM advisory WHERE school_id = $1", school)?;
        for (advisory,) in all {
            let (is, shall) = (self.advisories.iter().any(|mine| mine.id == advisory), wanted.contains(&advisory));
            if is == shall {
                continue;
            }
            if shall {
                run!(
                    tx,
                    "INSERT INTO advisory_member (school_id, advisory_id, person_id) VALUES ($1, $2, $3)
                     ON CONFLICT DO NOTHING",
                    school,
                    &advisory,
                    id
                )?;
            } else {
                run!(
                    tx,
                    "DELETE FROM advisory_member WHERE school_id = $1 AND advisory_id = $2 AND person_id = $3",
                    school,
                    &advisory,
                    id
                )?;
            }
            ByHand::Advisory.remember(tx, by, (id, advisory.as_str()), now).await?;
            self.record(tx, by, RecordedAct::Moved, now).await?;
        }
        Ok(())
    }

    async fn record(&self, tx: &mut Tx, by: &Viewer, what: RecordedAct, now: At) -> Result<(), StoreError> {
        let line = NewLine { what, by: Some(&by.person_id), about: &self.person.id, student: None };
        line.write(tx, &by.school_id, now).await
    }
}

/// Whether a username is another's at this school, also of somebody who has left.
async fn is_taken(conn: &mut Conn, by: &Viewer, username: &str, id: &PersonId) -> Result<bool, StoreError> {
    let other: Option<(PersonId,)> = maybe!(
        conn,
        "SELECT id FROM person WHERE school_id = $1 AND username = $2 AND id <> $3",
        &by.school_id,
        username,
        id
    )?;
    Ok(other.is_some())
}

/// Adds somebody to the school. Sent twice, they are there once.
pub async fn add(
    tx: &mut Tx,
    by: &Viewer,
    (id, role): (&PersonId, Role),
    new: &NewPerson,
    now: At,
) -> Result<Result<(), NotWritten>, StoreError> {
    if let Some(username) = &new.username
        && is_taken(tx, by, username, id).await?
    {
        return Ok(Err(NotWritten::UsernameTaken));
    }
    run!(
        tx,
        "INSERT INTO person (id, school_id, role, name, called, username, email, phone, languages, find_as, joined_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (id) DO NOTHING",
        id,
        &by.school_id,
        role,
        &new.name,
        &new.called,
        &new.username,
        &new.email,
        &new.phone,
        &new.languages,
        find_as(&new.name, new.username.as_deref()),
        now
    )?;
    let there: Option<(Role,)> =
        maybe!(tx, "SELECT role FROM person WHERE school_id = $1 AND id = $2", &by.school_id, id)?;
    if there.is_none_or(|(there,)| there != role) {
        return Ok(Err(NotWritten::NotThere));
    }
    for what in [ByHand::Name, ByHand::Here] {
        what.remember(tx, by, (id, ""), now).await?;
    }
    Ok(Ok(()))
}
