//! Bringing people in from a table. Reading (a file's lines become people, or troubles) and applying (people and what
//! the school has become a plan, and the plan is carried out) know nothing of each other: another way of reading can
//! bring the same people.

pub mod applying;
mod columns;
pub mod reading;

use crate::language::Languages;
use crate::person::Role;
use crate::person::by_hand::ByHand;

/// A person as a line of a table describes them. What the line leaves open stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    pub role: Role,
    pub name: String,
    /// What they like to be called.
    pub called: Option<String>,
    /// In lower case; families need none.
    pub username: Option<String>,
    /// The names of their advisories.
    pub advisories: Vec<String>,
    pub languages: Option<Languages>,
    /// For a family member: the usernames of the students.
    pub students: Vec<String>,
    /// For a family member, in their own words: "tía".
    pub kinship: Option<String>,
}

/// Why a line is skipped, or one of its cells left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It has more cells than the first line names columns.
    TooWide,
    NoRole,
    /// It names a role we do not know.
    UnknownRole(String),
    NoName,
    /// Something on it is longer than fits: the name of the column.
    TooLong(&'static str),
    /// A student or somebody of the staff needs a username.
    NoUsername,
    /// The username has spaces in it.
    UsernameWithSpaces(String),
    /// The username is a long number that a spreadsheet shortened: "1.23457E+11".
    ShortenedNumber(String),
    /// They said themselves what they like to be called.
    OwnChoice,
    /// This was set by hand.
    ByHand(ByHand),
    /// The tie to this student was ended by hand, or its words were set so.
    TieByHand(String),
    /// Whether they are of this advisory was set by hand.
    AdvisoryByHand(String),
    /// Somebody wrote down by hand that they have left.
    LeftByHand,
    /// They said themselves which languages they read.
    OwnLanguages,
    /// The system it comes from says that they are there no more.
    MarkedGone,
    /// It names a language we do not know.
    UnknownLanguage(String),
    /// A family member belongs to a student.
    NoStudents,
    /// A family member needs a kinship in their own words.
    NoKinship,
    /// An earlier line has the same username.
    SameAsLine(u64),
    /// The username belongs to somebody with another role.
    OtherRole(Role),
    /// There is no student with this username, neither at the school nor on a line that can be used.
    NoSuchStudent(String),
}

/// A line that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// Where it stands in the file.
    pub line: u64,
    /// The name as it stands there, whatever is wrong with it.
    pub name: String,
    /// The role, as far as it can be read.
    pub role: Option<Role>,
    pub person: Result<Described, Trouble>,
    /// What of the line is left out, while the rest of it is used.
    pub left_out: Vec<Trouble>,
}
