//! The people of a school.

pub(crate) mod accompanied;
pub mod by_hand;
mod called;
pub mod card;
pub mod code;
pub mod credentials;
pub mod deed;
pub mod device;
pub mod guessable;
pub mod import;
mod languages;
pub mod leaving;
pub mod listing;
pub mod notice;
mod opener;
pub(crate) mod role;
pub mod roster;
pub mod second_step;
pub mod stand_in;
pub mod teaches;
pub mod tie;
mod viewer;
mod ways_in;

pub use opener::Opener;
pub use role::Role;

pub(crate) use crate::words::{plain_letter, plain_name};

use crate::id::{AdvisoryId, ConferenceId, GrantId, PersonId, SchoolId};
use crate::language::Languages;

/// A person, as others see them.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Person {
    pub id: PersonId,
    pub school_id: SchoolId,
    pub role: Role,
    pub name: String,
    /// What they like to be called, where they or the school said so.
    pub called: Option<String>,
    /// What they type to sign in; families need none.
    pub username: Option<String>,
    /// The first one preferred.
    pub languages: Languages,
}

/// Somebody who has signed in, or come in through a grant.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Viewer {
    pub person_id: PersonId,
    pub school_id: SchoolId,
    pub role: Role,
    pub name: String,
    /// What they like to be called, where they or the school said so.
    pub called: Option<String>,
    pub languages: Languages,
    /// The one they wrote in last, when they have.
    pub writes_in: Languages,
    /// The grant they came in through, when it was one.
    pub grant_id: Option<GrantId>,
    /// The one conference whose cues this device holds, when that is all it may do.
    pub cues_of: Option<ConferenceId>,
    pub school_name: String,
    pub time_zone: String,
    /// The languages the school's pages are offered in.
    pub school_languages: Languages,
    /// Which words of its own the school has for the definition; 0 as long as it has none.
    pub school_words_version: i64,
    /// What seals their words while these wait on a device.
    pub device_key: Option<DeviceKey>,
    /// What is known of the session they are in.
    #[sqlx(flatten)]
    pub session: SessionFacts,
}

/// What is known of the session somebody is in.
#[derive(Clone, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct SessionFacts {
    /// The instant somebody looks at: of this request. None where nobody is signed in, who then stands in for nobody.
    #[sqlx(default)]
    pub looks_at: Option<crate::at::At>,
    /// When it was used last, as far as that was noted.
    #[sqlx(default)]
    pub session_used_at: Option<crate::at::At>,
    /// Whether their school asks for a second step, and they have to set it up before anything else.
    #[sqlx(default)]
    pub owes_second_step: bool,
    /// Whether a way in of theirs was changed, and they have not seen it yet.
    #[sqlx(default)]
    pub has_notices: bool,
    /// Whether they may be one of those who hear of worries: nobody else need be asked about.
    #[sqlx(default)]
    pub may_hear_worries: bool,
}

/// What seals somebody's words while these wait on a device that others use too. It stands on their own pages and nowhere
/// else; nothing writes it to a log.
#[derive(Clone, PartialEq, Eq, sqlx::Type)]
#[sqlx(transparent)]
pub struct DeviceKey(String);

impl DeviceKey {
    /// As a page carries it: 64 hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The key for a phone that holds cues only: whoever reads the code off the screen gets no other.
    pub fn for_cues(&self) -> Self {
        Self(crate::secret::fingerprint(&format!("cues of {}", self.0)))
    }
}

impl std::fmt::Debug for DeviceKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DeviceKey")
    }
}

impl Viewer {
    /// What they are called: as they like it, else by their whole name.
    pub fn called(&self) -> &str {
        self.called.as_deref().unwrap_or(&self.name)
    }

    /// The instant they look at; the beginning of time where nobody is signed in.
    pub fn looks_at(&self) -> crate::at::At {
        self.session.looks_at.unwrap_or(crate::at::At(0))
    }

    /// The grant they came in through, as text that can be compared; empty for one who signed in some other way.
    pub fn grant(&self) -> &str {
        self.grant_id.as_ref().map_or("", GrantId::as_str)
    }
}

/// A student, with how the person looking stands to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Student {
    pub id: PersonId,
    pub school_id: SchoolId,
    pub name: String,
    /// What they like to be called, where they or the school said so.
    pub called: Option<String>,
    pub languages: Languages,
    pub standing: crate::policy::Standing,
    /// Who looks.
    pub looked_at_by: PersonId,
    /// When whoever looks was last noted as a visitor here, come in the same way.
    pub last_visit_at: Option<crate::at::At>,
}

impl Student {
    /// What they are called: as they like it, else by their whole name. Which part of a name is whose first name nobody can
    /// tell from where it stands.
    pub fn called(&self) -> &str {
        self.called.as_deref().unwrap_or(&self.name)
    }
}

impl Person {
    /// What they are called: as they like it, else by their whole name.
    pub fn called(&self) -> &str {
        self.called.as_deref().unwrap_or(&self.name)
    }
}

/// A name and a username as they are looked for: see [`plain_name`].
pub(crate) fn find_as(name: &str, username: Option<&str>) -> String {
    plain_name(&format!("{name} {}", username.unwrap_or_default()))
}

/// Puts things in the order of names, as a list on paper has them: capitals and accents make no difference.
pub fn in_order_of_names<T>(things: &mut [T], name: impl Fn(&T) -> &str) {
    things.sort_by_cached_key(|thing| {
        (name(thing).chars().flat_map(plain_letter).collect::<String>(), name(thing).to_owned())
    });
}

/// An advisory.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Advisory {
    pub id: AdvisoryId,
    pub name: String,
}

mod store {
    use super::accompanied::accompanied;
    use super::*;
    use crate::policy::{Relation, Standing};
    use crate::store::{Conn, StoreError, all, maybe, one};

    #[derive(sqlx::FromRow)]
    struct FamilyTie {
        id: PersonId,
        school_id: SchoolId,
        name: String,
        called: Option<String>,
        languages: Languages,
        same_advisory: bool,
        kin: bool,
        last_visit_at: Option<crate::at::At>,
    }

    /// Students as somebody looking stands to them, chosen and ordered as the words after say: $1 is the school, $2 the one
    /// who looks, $3 the grant they came in through, $4 the instant.
    macro_rules! ties {
        ($($rest:expr),+ $(,)?) => {
            concat!(
                "SELECT id, school_id, name, called, languages,
                    EXISTS (SELECT 1 FROM advisory_member theirs WHERE theirs.person_id = person.id
                        AND theirs.advisory_id IN ",
                accompanied!("$2", "$4"),
                ") AS same_advisory,
                    EXISTS (SELECT 1 FROM kinship WHERE kinship.student_id = person.id AND kinship.person_id = $2) AS kin,
                    (SELECT max(last_at) FROM visit WHERE visit.student_id = person.id AND visit.person_id = $2
                        AND COALESCE(visit.grant_id, '') = $3) AS last_visit_at
                 FROM person WHERE school_id = $1 AND role = 'student' AND left_at IS NULL AND ",
                $($rest),+
            )
        };
    }

    impl Advisory {
        /// How many a school has.
        pub async fn how_many(conn: &mut Conn, school: &SchoolId) -> Result<i64, StoreError> {
            let (number,): (i64,) = one!(conn, "SELECT count(*) FROM advisory WHERE school_id = $1", school)?;
            Ok(number)
        }
    }

    impl FamilyTie {
        fn student(self, viewer: &Viewer) -> Student {
            let relation = match viewer.role {
                _ if viewer.person_id == self.id => Relation::Own,
                Role::Family if self.kin => Relation::LinkedFamily,
                Role::Family => Relation::UnlinkedFamily,
                _ if self.same_advisory => Relation::SameAdvisory,
                _ => Relation::OtherAdvisory,
            };
            Student {
                id: self.id,
                school_id: self.school_id,
                name: self.name,
                called: self.called,
                languages: self.languages,
                standing: Standing::new(viewer.role, relation),
                looked_at_by: viewer.person_id.clone(),
                last_visit_at: self.last_visit_at,
            }
        }
    }

    impl Student {
        /// The student with this id, as `viewer` stands to them. `None` when there is no such student in the
        /// viewer's school: what is in another school does not exist here.
        pub async fn seen_by(conn: &mut Conn, viewer: &Viewer, id: &PersonId) -> Result<Option<Self>, StoreError> {
            let tie: Option<FamilyTie> = maybe!(
                conn,
                ties!("id = $5"),
                &viewer.school_id,
                &viewer.person_id,
                viewer.grant(),
                viewer.looks_at(),
                id
            )?;
            Ok(tie.map(|tie| tie.student(viewer)))
        }

        /// The students whom somebody is kin to, as they stand to them, in the order of their names.
        pub async fn of_family(conn: &mut Conn, family: &Viewer) -> Result<Vec<Self>, StoreError> {
            let ties: Vec<FamilyTie> = all!(
                conn,
                ties!("id IN (SELECT student_id FROM kinship WHERE kinship.person_id = $2) ORDER BY name"),
                &family.school_id,
                &family.person_id,
                family.grant(),
                family.looks_at()
            )?;
            Ok(ties.into_iter().map(|tie| tie.student(family)).collect())
        }

        /// The students of an advisor's advisories, as the advisor stands to them, in the order of their names.
        pub async fn accompanied_by(conn: &mut Conn, advisor: &Viewer) -> Result<Vec<Self>, StoreError> {
            if advisor.role != Role::Advisor {
                return Ok(Vec::new());
            }
            let ties: Vec<FamilyTie> = all!(
                conn,
                ties!(
                    "id IN (SELECT theirs.person_id FROM advisory_member theirs WHERE theirs.advisory_id IN ",
                    accompanied!("$2", "$4"),
                    ") ORDER BY name"
                ),
                &advisor.school_id,
                &advisor.person_id,
                advisor.grant(),
                advisor.looks_at()
            )?;
            Ok(ties.into_iter().map(|tie| tie.student(advisor)).collect())
        }

        /// The students a viewer accompanies or is kin to (a student: themself), in the order of their names.
        pub async fn of_viewer(conn: &mut Conn, viewer: &Viewer) -> Result<Vec<Person>, StoreError> {
            match viewer.role {
                Role::Student => all!(
                    conn,
                    "SELECT id, school_id, role, name, called, username, languages FROM person WHERE school_id = $1 AND id = $2",
                    &viewer.school_id,
                    &viewer.person_id
                ),
                Role::Family => all!(
                    conn,
                    "SELECT person.id, person.school_id, role, name, called, username, languages FROM person
                     JOIN kinship ON kinship.student_id = person.id
                     WHERE person.school_id = $1 AND kinship.person_id = $2 AND left_at IS NULL ORDER BY name",
                    &viewer.school_id,
                    &viewer.person_id
                ),
                Role::Advisor => all!(
                    conn,
                    concat!(
                        "SELECT id, school_id, role, name, called, username, languages FROM person
                         WHERE school_id = $1 AND role = 'student' AND left_at IS NULL
                            AND id IN (SELECT theirs.person_id FROM advisory_member theirs WHERE theirs.advisory_id IN ",
                        accompanied!("$2", "$3"),
                        ") ORDER BY name"
                    ),
                    &viewer.school_id,
                    &viewer.person_id,
                    viewer.looks_at()
                ),
                Role::Lead => Ok(Vec::new()),
            }
        }

        /// The family members connected to a student, with their kinship in their own words.
        pub async fn kin(&self, conn: &mut Conn) -> Result<Vec<Kin>, StoreError> {
            all!(
                conn,
                "SELECT person.id, person.name, person.called, person.languages, kinship.words AS kinship FROM person
                 JOIN kinship ON kinship.person_id = person.id
                 WHERE kinship.school_id = $1 AND kinship.student_id = $2 AND left_at IS NULL ORDER BY person.name",
                &self.school_id,
                &self.id
            )
        }

        /// The advisors who accompany a student.
        pub async fn advisors(&self, conn: &mut Conn) -> Result<Vec<Person>, StoreError> {
            all!(
                conn,
                "SELECT DISTINCT person.id, person.school_id, role, name, called, username, languages FROM person
                 JOIN advisory_member mine ON mine.person_id = person.id
                 JOIN advisory_member theirs ON theirs.advisory_id = mine.advisory_id
                 WHERE person.school_id = $1 AND theirs.person_id = $2 AND role = 'advisor' AND left_at IS NULL
                 ORDER BY name",
                &self.school_id,
                &self.id
            )
        }
    }

    /// The students to whom somebody of a family is tied.
    pub async fn kin_of(conn: &mut Conn, school: &SchoolId, person: &PersonId) -> Result<Vec<PersonId>, StoreError> {
        let ids: Vec<(PersonId,)> = all!(
            conn,
            "SELECT student_id FROM kinship JOIN person ON person.id = student_id
             WHERE kinship.school_id = $1 AND kinship.person_id = $2 AND left_at IS NULL ORDER BY person.name",
            school,
            person
        )?;
        Ok(ids.into_iter().map(|(id,)| id).collect())
    }

    impl Kin {
        /// What they are called: as they like it, else by their whole name.
        pub fn called(&self) -> &str {
            self.called.as_deref().unwrap_or(&self.name)
        }
    }

    /// A family member, tied to a student.
    #[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
    pub struct Kin {
        pub id: PersonId,
        pub name: String,
        /// What they like to be called, where they or the school said so.
        pub called: Option<String>,
        pub languages: Languages,
        /// In their own words: "tía".
        pub kinship: String,
    }
}

pub use store::{Kin, kin_of};

/// Whose words somebody writes down: their own, where nobody is named, or those of one of the family who said them. None,
/// where `typed` is nobody of these.
pub fn said_by(typed: &str, writer: &PersonId, kin: &[Kin]) -> Option<PersonId> {
    match typed {
        "" => Some(writer.clone()),
        typed => PersonId::parse(typed).filter(|id| id == writer || kin.iter().any(|kin| kin.id == *id)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_ones_own_or_those_of_the_family() {
        let (me, aunt) = (PersonId::new(), PersonId::new());
        let kin = Kin {
            id: aunt.clone(),
            name: "Ofelia".into(),
            called: None,
            languages: Languages::default(),
            kinship: "tía".into(),
        };
        let by = |typed: &str| said_by(typed, &me, std::slice::from_ref(&kin));
        assert_eq!((by(""), by(me.as_str())), (Some(me.clone()), Some(me.clone())));
        assert_eq!(by(aunt.as_str()), Some(aunt.clone()));
        for nobody in [PersonId::new().as_str(), "tía", "\u{0000}", "' OR 1 = 1", &"a".repeat(100_000)] {
            assert_eq!(by(nobody), None);
        }
    }

    #[test]
    fn names_stand_in_the_order_of_a_list_on_paper() {
        let mut names = ["Zoe", "álvaro", "Ñusta", "Nina", "Omar", "أمينة", "Ana"];
        in_order_of_names(&mut names, |name| name);
        assert_eq!(names, ["álvaro", "Ana", "Nina", "Ñusta", "Omar", "Zoe", "أمينة"]);
    }
}
