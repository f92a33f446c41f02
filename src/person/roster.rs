//! Everybody of a school, with the advisories they are in and the students they are kin to.

use std::collections::{BTreeMap, HashMap};

use super::tie::EndedTie;
use super::{Advisory, Person, Role, in_order_of_names};
use crate::at::At;
use crate::id::{AdvisoryId, PersonId, SchoolId};
use crate::language::Languages;
use crate::store::{Conn, StoreError, all};

/// Everybody of a school.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    /// In the order of their names; those who have left are not among them, unless they were asked for.
    pub members: Vec<Member>,
    /// In the order of their names.
    pub advisories: Vec<Advisory>,
}

/// Somebody of a school.
#[derive(Clone, Debug)]
pub struct Member {
    pub person: Person,
    /// The advisories they belong to or accompany.
    pub advisories: Vec<AdvisoryId>,
    /// For a family member: each student with their kinship, in their own words.
    pub kin_of: Vec<(PersonId, String)>,
    /// For a family member: students from whom they were untied.
    pub untied_from: Vec<PersonId>,
    pub signs_in: SignsIn,
    pub has_left: bool,
    /// Whether they said themselves what they like to be called.
    pub chose_called: bool,
    /// Whether they said themselves which languages they read.
    pub chose_languages: bool,
}

/// Whether somebody can sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignsIn {
    /// With a password they chose.
    WithPassword,
    /// With a code that was printed for them, until then.
    WithCode(At),
    /// They can't yet.
    NotYet,
}

/// Members as their tables have them, chosen as the words after say: $1 is the school, $2 is now.
macro_rules! members {
    ($($rest:expr),* $(,)?) => {
        concat!(
            "SELECT person.id, person.school_id, role, name, called, username, languages, left_at,
                called_at IS NOT NULL AS chose_called, languages_at IS NOT NULL AS chose_languages,
                password_hash IS NOT NULL AS has_password,
                CASE WHEN sign_in_code.used_at IS NULL AND sign_in_code.expires_at > $2
                    THEN sign_in_code.expires_at END AS code_until
             FROM person LEFT JOIN sign_in_code ON sign_in_code.person_id = person.id
             WHERE person.school_id = $1",
            $($rest),*
        )
    };
}
pub(super) use members;

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    pub id: PersonId,
    school_id: SchoolId,
    role: Role,
    name: String,
    called: Option<String>,
    chose_called: bool,
    chose_languages: bool,
    username: Option<String>,
    languages: Languages,
    has_password: bool,
    left_at: Option<At>,
    code_until: Option<At>,
}

impl Row {
    pub fn member(self, advisories: Vec<AdvisoryId>, kin_of: Vec<(PersonId, String)>) -> Member {
        Member {
            advisories,
            kin_of,
            untied_from: Vec::new(),
            signs_in: match self.code_until {
                _ if self.has_password => SignsIn::WithPassword,
                Some(until) => SignsIn::WithCode(until),
                None => SignsIn::NotYet,
            },
            has_left: self.left_at.is_some(),
            chose_called: self.chose_called,
            chose_languages: self.chose_languages,
            person: Person {
                id: self.id,
                school_id: self.school_id,
                role: self.role,
                name: self.name,
                called: self.called,
                username: self.username,
                languages: self.languages,
            },
        }
    }
}

/// The advisories of a school, in the order of their names.
pub async fn advisories(conn: &mut Conn, school: &SchoolId) -> Result<Vec<Advisory>, StoreError> {
    let mut advisories: Vec<Advisory> = all!(conn, "SELECT id, name FROM advisory WHERE school_id = $1", school)?;
    in_order_of_names(&mut advisories, |advisory| &advisory.name);
    Ok(advisories)
}

impl Roster {
    /// Everybody who is at this school now.
    pub async fn of(conn: &mut Conn, school: &SchoolId, now: At) -> Result<Self, StoreError> {
        let mut roster = Self::with_the_gone(conn, school, now).await?;
        roster.members.retain(|member| !member.has_left);
        Ok(roster)
    }

    /// Everybody who is or was at this school.
    pub async fn with_the_gone(conn: &mut Conn, school: &SchoolId, now: At) -> Result<Self, StoreError> {
        let rows: Vec<Row> = all!(conn, members!(), school, now)?;
        let advisories = advisories(conn, school).await?;
        let places: HashMap<AdvisoryId, usize> =
            advisories.iter().enumerate().map(|(place, advisory)| (advisory.id.clone(), place)).collect();

        let pairs: Vec<(PersonId, AdvisoryId)> =
            all!(conn, "SELECT person_id, advisory_id FROM advisory_member WHERE school_id = $1", school)?;
        let mut belongs: HashMap<PersonId, BTreeMap<usize, AdvisoryId>> = HashMap::new();
        for (person, advisory) in pairs {
            if let Some(place) = places.get(&advisory) {
                belongs.entry(person).or_default().insert(*place, advisory);
            }
        }
        let ties: Vec<(PersonId, PersonId, String)> = all!(
            conn,
            "SELECT person_id, student_id, words FROM kinship WHERE school_id = $1 ORDER BY student_id",
            school
        )?;
        let mut kin_of: HashMap<PersonId, Vec<(PersonId, String)>> = HashMap::new();
        for (person, student, words) in ties {
            kin_of.entry(person).or_default().push((student, words));
        }

        let mut untied: HashMap<PersonId, Vec<PersonId>> = HashMap::new();
        for (student, person) in EndedTie::pairs(conn, school).await? {
            untied.entry(person).or_default().push(student);
        }

        let mut members: Vec<Member> = rows
            .into_iter()
            .map(|row| {
                let advisories = belongs.remove(&row.id).unwrap_or_default().into_values().collect();
                let kin_of = kin_of.remove(&row.id).unwrap_or_default();
                let untied_from = untied.remove(&row.id).unwrap_or_default();
                Member { untied_from, ..row.member(advisories, kin_of) }
            })
            .collect();
        in_order_of_names(&mut members, |member| &member.person.name);
        Ok(Self { members, advisories })
    }

    /// Those with a role.
    pub fn with_role(&self, role: Role) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(move |member| member.person.role == role)
    }

    /// Students and staff who can't sign in yet and have no code that still works.
    pub fn without_a_way_in(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.takes_a_code() && member.signs_in == SignsIn::NotYet)
    }

    /// Somebody by id.
    pub fn member(&self, id: &PersonId) -> Option<&Member> {
        self.members.iter().find(|member| member.person.id == *id)
    }
}

impl Member {
    /// Somebody new.
    pub fn new(person: Person) -> Self {
        Self {
            person,
            advisories: Vec::new(),
            kin_of: Vec::new(),
            untied_from: Vec::new(),
            signs_in: SignsIn::NotYet,
            has_left: false,
            chose_called: false,
            chose_languages: false,
        }
    }

    /// Whether a sign-in code is something for them: families come in by their own links and codes.
    pub fn takes_a_code(&self) -> bool {
        self.person.role != Role::Family && self.person.username.is_some()
    }
}
